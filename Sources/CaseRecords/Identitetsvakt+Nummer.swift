extension Identitetsvakt {
  /// Every number in the text that is an identity, in order of place.
  func nummer(i tegn: Tegnrekke) -> [Identitetsfunnsted] {
    let groups = tegn.siffergrupper
    var found: [Identitetsfunnsted] = []
    var start = 0
    while start < groups.count {
      if let (slag, count) = nummer(fra: start, groups: groups, tegn: tegn) {
        found.append(Identitetsfunnsted(slag: slag, ved: groups[start].fra))
        start += count
      } else {
        start += 1
      }
    }
    return found
  }

  /// The number that begins with this group, and how many groups it takes.
  private func nummer(fra start: Int, groups: [Siffergruppe], tegn: Tegnrekke) -> (Identitetsslag, Int)? {
    var total = 0
    var isWhole = !groups[start].limtFør
    for end in start..<groups.count {
      if end > start, groups[end].skille == nil { return nil }
      if end > start, groups[end].skille == .bokstav { isWhole = false }
      total += groups[end].lengde
      if total > 15 { return nil }
      let isToken = isWhole && !groups[end].limtEtter
      guard isToken ? total >= 8 : total == 11 else { continue }
      let vindu = Siffervindu(groups: groups, fra: start, til: end + 1, tegn: tegn)
      if let slag = isToken ? slag(vindu) : limt(vindu) { return (slag, end + 1 - start) }
    }
    return nil
  }

  /// Kinds that carry check digits come first, so that the more certain name is given.
  private func slag(_ vindu: Siffervindu) -> Identitetsslag? {
    if erUtenlandskTelefon(vindu) { return .telefonnummer }
    switch vindu.siffer.count {
    case 8: return erTelefon(vindu) ? .telefonnummer : nil
    case 10: return erTelefonMedLandkode(vindu, prefix: [4, 7]) ? .telefonnummer : nil
    case 11: return ellevesifret(vindu)
    case 12:
      if erTelefonMedLandkode(vindu, prefix: [0, 0, 4, 7]) { return .telefonnummer }
      return erDUF(vindu) ? .dufNummer : nil
    default: return nil
    }
  }

  private func ellevesifret(_ vindu: Siffervindu) -> Identitetsslag? {
    if let slag = personnummer(vindu) { return slag }
    let isShape = vindu.lengder == [11] || (vindu.lengder == [4, 2, 5] && vindu.harEttSkille)
    return isShape && vindu.erAlene && Kontrollsiffer.harGyldigSisteSiffer(vindu.siffer) ? .kontonummer : nil
  }

  private func limt(_ vindu: Siffervindu) -> Identitetsslag? {
    vindu.kanVæreLimt ? personnummer(vindu) : nil
  }

  private func personnummer(_ vindu: Siffervindu) -> Identitetsslag? {
    guard vindu.kanVærePersonnummer else { return nil }
    if Kontrollsiffer.erRegisterplassholder(vindu.siffer) { return .registerplassholder }
    return Kontrollsiffer.personnummer(vindu.siffer)
  }

  /// Eight digits from 2 to 9, together or as 3-2-3 or 2-2-2-2, with nothing of the same kind beside them.
  private func erTelefon(_ vindu: Siffervindu) -> Bool {
    guard vindu.erAlene, vindu.siffer[0] >= 2 else { return false }
    switch vindu.lengder {
    case [8]: return !Kontrollsiffer.erKompaktDato(vindu.siffer)
    case [3, 2, 3], [2, 2, 2, 2]: return vindu.harEttSkille && !vindu.harLikNabo
    default: return false
    }
  }

  private func erTelefonMedLandkode(_ vindu: Siffervindu, prefix: [UInt8]) -> Bool {
    guard vindu.erAlene, vindu.siffer.starts(with: prefix), vindu.siffer[prefix.count] >= 2 else {
      return false
    }
    return vindu.lengder.count == 1 || vindu.lengder[0] == prefix.count
  }

  /// A plus sign and nine to fifteen digits, the form of ITU-T E.164.
  private func erUtenlandskTelefon(_ vindu: Siffervindu) -> Bool {
    vindu.harPlussForan && vindu.siffer.count >= 9 && vindu.siffer[0] > 0
  }

  /// Twelve digits. A year in front makes it certain; without one, it must stand quite alone.
  private func erDUF(_ vindu: Siffervindu) -> Bool {
    func isCentury(_ at: Int) -> Bool { [19, 20].contains(vindu.siffer[at] * 10 + vindu.siffer[at + 1]) }
    let hasYear = isCentury(0)
    switch vindu.lengder {
    case [12]: return hasYear || vindu.erAlene
    case [4, 8], [4, 6, 2], [10, 2], [6, 6]: return hasYear && vindu.harEttSkille
    case [4, 4, 4]: return hasYear && vindu.harEttSkille && !isCentury(4)
    default: return false
    }
  }
}

/// Consecutive groups of digits that may be one number.
struct Siffervindu {
  let siffer: [UInt8]
  let lengder: [Int]
  /// The separators between the groups.
  let skiller: [Tegnrekke.Tegn]
  /// Not tied to other digits or letters by a mark without space.
  let erAlene: Bool
  let harPlussForan: Bool
  /// A group of the same length stands beside it with the same separator: a list of numbers, not a telephone.
  let harLikNabo: Bool

  init(groups: [Siffergruppe], fra: Int, til: Int, tegn: Tegnrekke) {
    let window = groups[fra..<til]
    siffer = tegn.siffer(i: window)
    lengder = window.map(\.lengde)
    skiller = window.dropFirst().compactMap(\.skille)
    erAlene = !groups[fra].bundetFør && !groups[til - 1].bundetEtter
    let at = groups[fra].fra
    harPlussForan = at > 0 && tegn.tegn[at - 1] == .pluss && (at < 2 || !tegn.tegn[at - 2].erSiffer)
    let before = fra > 0 && groups[fra].skille == skiller.first && lengder.contains(groups[fra - 1].lengde)
    let after =
      til < groups.count && groups[til].skille == skiller.first && lengder.contains(groups[til].lengde)
    harLikNabo = before || after
  }

  var harEttSkille: Bool { skiller.dropFirst().allSatisfy { $0 == skiller.first } }

  /// A number of eleven digits has a break after the date (or none), or the same break all through.
  var kanVærePersonnummer: Bool {
    var position = 0
    for (index, length) in lengder.enumerated() {
      position += length
      if position == 6 {
        return like(skiller.prefix(index)) && like(skiller.dropFirst(index + 1))
      }
    }
    return lengder.count <= 4 && harEttSkille
  }

  /// With letters at it, a number has only letters and underscores between its groups, or its last five digits in
  /// one: the hexadecimal groups of a journal code, four with dashes between, are no numbers.
  var kanVæreLimt: Bool {
    lengder.last == 5 || skiller.allSatisfy { $0 == .bokstav || $0 == .understrek }
  }

  private func like(_ some: ArraySlice<Tegnrekke.Tegn>) -> Bool { some.allSatisfy { $0 == some.first } }
}
