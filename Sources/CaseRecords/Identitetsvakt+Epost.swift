extension Identitetsvakt {
  /// Every e-mail address: something before the sign, a domain with a dot after it, ending in letters.
  func epostadresser(i tegn: Tegnrekke) -> [Identitetsfunnsted] {
    let row = tegn.tegn
    return row.indices.compactMap { at in
      guard row[at] == .krøllalfa, at > 0, kanStåFørAlfa(row[at - 1]), erDomene(row[(at + 1)...]) else {
        return nil
      }
      var start = at
      while start > 0, kanStåFørAlfa(row[start - 1]) { start -= 1 }
      return Identitetsfunnsted(slag: .epost, ved: start)
    }
  }

  private func kanStåFørAlfa(_ mark: Tegnrekke.Tegn) -> Bool {
    switch mark {
    case .bokstav, .siffer, .strek, .punktum, .understrek, .pluss: true
    default: false
    }
  }

  private func erDomene(_ rest: ArraySlice<Tegnrekke.Tegn>) -> Bool {
    let domain = rest.prefix { mark in
      switch mark {
      case .bokstav, .siffer, .strek, .punktum: true
      default: false
      }
    }
    let labels = domain.split(separator: .punktum)
    guard labels.count >= 2, domain.first != .punktum, let last = labels.last else { return false }
    return last.count >= 2 && last.allSatisfy { $0 == .bokstav }
  }
}
