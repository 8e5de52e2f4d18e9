import Checklists
import Sampling
import Statistics
import Values

extension Effekt {
  /// One honest sentence or two on the drawn cases: the counts, what may be said, and else when it may.
  ///
  /// A percentage takes 20 cases both before and after. What leaves the group (`utad`) shows no counts of fewer than
  /// ten drawn cases, and then no verdict either.
  public func setning(utad: Bool = false) -> String {
    if utad, tallSkjules { return "Det er for få kontrollerte saker til å vise tall og vurdering her." }
    let counts = tall
    return switch dom {
    case .tydeligBedre: "\(counts) Det er tydelig bedre\(sikkerhet)."
    case .tegnTilBedring: "\(counts) Det er tegn til bedring\(sikkerhet)."
    case .forTidlig: forTidlig(counts)
    case .regelEndret:
      "Regelen for punktet er endret. Tall fra før og etter tiltaket kan derfor ikke sammenlignes."
    case .ingenFør: "\(counts) Det finnes ingen kontroller fra før tiltaket å sammenligne med."
    case .kanIkkeDeles:
      "Punktet ser på det som finnes i saken, uansett når det ble gjort. Tiden før og etter tiltaket kan derfor "
        + "ikke skilles fra hverandre."
    }
  }

  /// What was left out of the counts, and why; empty when nothing was.
  public var forbehold: [String] {
    var lines: [String] = []
    if !erIverksatt {
      lines.append(
        "Tiltaket er ikke meldt satt i verk. Vi regner fra datoen i planen, \(dag.bokmål).")
    }
    if dom == .kanIkkeDeles { return lines }
    lines += [
      utelatt(trukne.midtI, "gjelder både tiden før og tiden etter tiltaket"),
      utelatt(trukne.annenRegel, "er bedømt etter en annen regel"),
      utelatt(trukne.uplassert, "er fra før vi lagret hvilke dager som ble bedømt"),
    ].compactMap { $0 }
    return lines
  }

  /// The same for all cases, for a point that a machine decides.
  public func alleSakerSetning(utad: Bool = false) -> String? {
    guard let alle else { return nil }
    if utad, alle.før.erLiten || alle.etter.erLiten {
      return "Punktet er også sjekket i alle sakene, men tallene er for små til å vises her."
    }
    let (før, etter) = (alle.før, alle.etter)
    var text =
      "I alle sakene: \(før.brudd) av \(før.avgjort) hadde \(brudd.rawValue) i kontrollen for \(ord(før.måned)), og "
      + "\(etter.brudd) av \(etter.avgjort) i kontrollen for \(ord(etter.måned)). Her er det ingen usikkerhet "
      + "fra utvalget."
    if før.ukjent + etter.ukjent > 0 {
      text +=
        " Punktet kunne ikke avgjøres i \(Bokmål.mengde(før.ukjent, Ord.sak)) den første måneden og "
        + "\(Bokmål.mengde(etter.ukjent, Ord.sak)) den siste."
    }
    return text
  }

  private var tall: String {
    dom == .ingenFør
      ? "Etter tiltaket: \(trukne.etter)." : "Før tiltaket: \(trukne.før). Etter: \(trukne.etter)."
  }

  private var sikkerhet: String {
    guard trukne.før.kontrollert >= 20, trukne.etter.kontrollert >= 20, let sammenligning else { return "" }
    let percent = Int((sammenligning.sannsynlighetBedre * 100).rounded())
    let shown = percent > 99 ? "over 99" : "\(percent)"
    return " (\(shown) % sannsynlig at andelen faktisk har gått ned)"
  }

  private func forTidlig(_ counts: String) -> String {
    let early = "Det er for tidlig å si om tiltaket virker."
    guard trukne.etter.kontrollert > 0 else {
      if let førsteMåned, sisteMåned.map({ $0 < førsteMåned }) ?? true {
        return "\(early) Den første kontrollen som bare gjelder tiden etter tiltaket, er den for "
          + "\(ord(førsteMåned))."
      }
      return "\(early) Ingen kontrollert sak gjelder tiden etter tiltaket ennå."
    }
    if trukne.før.brudd == 0 {
      return
        "\(counts) Det var ingen \(brudd == .avvik ? "avvik" : "merknader") før tiltaket, så de trukne sakene kan ikke vise bedring."
    }
    if trukne.før.kontrollert < Effekt.færrest {
      return
        "\(counts) \(early) Det er færre enn \(Bokmål.tall(Effekt.færrest)) kontrollerte saker fra før tiltaket "
        + "å sammenligne med."
    }
    let lower = trukne.etter.erLavereEnn(trukne.før) ? "" : " Andelen er ikke lavere enn før."
    let rate = "Med \(Bokmål.mengde(sakerPerMåned, Ord.sak)) i måneden"
    guard let flereMåneder else {
      return "\(counts)\(lower) \(early) \(rate) kan de trukne sakene neppe vise det de neste fem årene."
    }
    return "\(counts)\(lower) \(early) \(rate) trenger vi om lag \(varighet(flereMåneder)) til, hvis andelen "
      + "faktisk er halvert."
  }

  private func utelatt(_ count: Int, _ reason: String) -> String? {
    if count == 0 { return nil }
    let cases = count == 1 ? "Én kontrollert sak" : "\(Bokmål.stor(Bokmål.tall(count))) kontrollerte saker"
    return "\(cases) \(reason) og er ikke regnet med."
  }

  private func varighet(_ months: Int) -> String {
    switch months {
    case 1: "én måned"
    case 12: "ett år"
    case let n where n % 12 == 0: "\(Bokmål.tall(n / 12)) år"
    default: "\(Bokmål.tall(months)) måneder"
    }
  }

  private func ord(_ month: Måned) -> String { Datoomfang(month.førsteDag, month.sisteDag).bokmål }
}
