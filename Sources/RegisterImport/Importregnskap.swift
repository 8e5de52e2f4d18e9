import Values

/// Keeps account of every case that an import meets, and of cases that turn out to be there twice.
struct Importregnskap {
  var avstemming = Avstemming()
  /// The place of each case among those passed on, and whether it is a foster child.
  private var tatt: [String: (plass: Int, erFosterbarn: Bool)] = [:]
  private var dobbelt: Set<String> = []
  /// Places, from 0, of cases that were passed on and must be taken out again.
  private(set) var utelatt: Set<Int> = []

  /// Notes a case; the result is the case if it is to be passed on.
  mutating func ta(_ utfall: Saksoversetter.Utfall, uttrekk: Dato) -> Saksoversetter.Oversatt? {
    avstemming.sakerIFil += 1
    avstemming.uttrekk = max(avstemming.uttrekk ?? uttrekk, uttrekk)
    switch utfall {
    case .hoppet(let reason):
      avstemming.hoppetOver[reason, default: 0] += 1
      return nil
    case .unreadable(let pseudonym, let fault):
      avstemming.hoppetOver[.ikkeLesbar, default: 0] += 1
      avstemming.advarsler.append("case \(pseudonym) is left out, its record cannot be read: \(fault)")
      return nil
    case .sak(let sak):
      avstemming.bortfall.merge(sak.bortfall, uniquingKeysWith: +)
      avstemming.overlapp += sak.overlapp
      if let first = tatt[sak.pseudonym] {
        if dobbelt.insert(sak.pseudonym).inserted { utelatt.insert(first.plass) }
        avstemming.hoppetOver[.sammeJournalnummer, default: 0] += 1
        return nil
      }
      tatt[sak.pseudonym] = (tatt.count, sak.erFosterbarn)
      return sak
    }
  }

  /// The reconciliation when every case has been met.
  mutating func gjørOpp(forventet: Int?) -> Avstemming {
    if !dobbelt.isEmpty { avstemming.hoppetOver[.sammeJournalnummer, default: 0] += dobbelt.count }
    avstemming.importert = tatt.count - dobbelt.count
    avstemming.fosterbarn = tatt.count { $0.value.erFosterbarn && !dobbelt.contains($0.key) }
    avstemming.forventet = forventet
    if avstemming.avvikerFraForventet {
      avstemming.advarsler.append(
        "the file has \(avstemming.fosterbarn) foster children, \(forventet ?? 0) were expected: "
          + "a list that does not agree is itself a breach of internal control")
    }
    return avstemming
  }
}
