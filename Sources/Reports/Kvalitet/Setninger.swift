package import Quality
import RuleEngine
import Sampling
import Statistics
import Values

/// What may be said of the figures, in words. Every number comes from the figure itself.
extension Utvalgstelling {
  /// «7 av 24 kontrollerte saker hadde avvik. Da gjelder det trolig mellom 17 og 58 av 120.»
  var setning: String { setning(om: "kontrollerte") }

  /// The same of «trukne saker», in what leaves the group.
  func setning(om valgte: String) -> String {
    guard let intervall else {
      return "\(funn) av \(kontrollert) \(valgte) saker hadde \(ord)\(uavklart("og"))."
        + (måneder == 1 ? " Én måned sier ingenting om tjenesten." : "")
    }
    if kontrollert == saker {
      let unsure = utfall.ukjent == 0 ? "" : " Da gjelder det \(spenn(intervall)) av \(saker)."
      return "Alle de \(saker) sakene er kontrollert. \(funn) hadde \(ord)\(uavklart("og")).\(unsure)"
    }
    if funn == 0 {
      let most = intervall.øvre == 1 ? "én slik sak" : "\(intervall.øvre) slike saker"
      return
        "Ingen \(teller == .merknad ? "merknader" : "avvik") i \(kontrollert) \(valgte) saker\(uavklart("men")). "
        + "Det kan likevel finnes opptil \(most) blant de \(saker)."
    }
    return "\(funn) av \(kontrollert) \(valgte) saker hadde \(ord)\(uavklart("og")). "
      + "Da gjelder det trolig \(spenn(intervall)) av \(saker)."
  }

  private var ord: String { teller == .merknad ? "merknad" : "avvik" }

  private func uavklart(_ bindeord: String) -> String {
    utfall.ukjent == 0 ? "" : ", \(bindeord) \(utfall.ukjent) kunne ikke avgjøres"
  }

  private func spenn(_ intervall: Endeligintervall) -> String {
    intervall.nedre == intervall.øvre
      ? "\(intervall.nedre)" : "mellom \(intervall.nedre) og \(intervall.øvre)"
  }
}

extension Punktrekke {
  /// All that is said of the row: the count, the prompt, and where the counting begins.
  package var setninger: [String] {
    var lines = [grunnlag.setning]
    if let prompt = mønster.setning(grunnlag.teller) { lines.append(prompt) }
    if let latest = nyVersjon.last {
      lines.append("Punktet fikk ny versjon i \(latest.bokmål). Bare sakene fra og med da er talt sammen.")
    }
    return lines
  }
}

extension Mønster {
  /// A prompt to look, never a verdict; nil when there is nothing to look at.
  func setning(_ teller: Utfall) -> String? {
    let word = teller == .merknad ? "merknad" : "avvik"
    switch self {
    case .ingen: return nil
    case .seNærmere(let count, let latest):
      let few = latest < 6 ? " (færre enn seks er vurdert)" : ""
      return "Se nærmere: \(count) av de siste \(latest) sakene\(few) hadde \(word). Det kan være tilfeldig."
    case .tydelig(let count, let latest):
      return "Tydelig mønster: \(count) av de siste \(latest) sakene hadde \(word)."
    }
  }

  var erIngen: Bool { self == .ingen }
}

extension Funnsamling {
  /// The findings of the period together; nil when there is at most one, and no decision.
  package var setning: String? {
    if let systemsvikt {
      let start = "Bydelen sikrer ikke at"
      let text = systemsvikt.tekst
      return (text.hasPrefix(start) ? text : "\(start) \(text)") + (text.hasSuffix(".") ? "" : ".")
        + " Vedtatt \(systemsvikt.dato.bokmål) (\(systemsvikt.nummer)). Funnet i \(avvik) av \(saker) saker i perioden."
    }
    guard erFlere else { return nil }
    return "Funnet i \(avvik) av \(saker) saker. Mulig svikt i systemet. Kvalitetsgruppa avgjør."
  }
}

extension AlleSakerserie.Månedstelling {
  /// «12 av 118 saker hadde avvik i oktober 2014. Her er det ingen usikkerhet fra utvalget.»
  var setning: String {
    let note = telling.merknad > 0 ? " og \(telling.merknad) merknad" : ""
    let open = telling.ukjent > 0 ? " \(telling.ukjent) kunne ikke avgjøres." : ""
    return "\(telling.avvik) av \(telling.saker) saker hadde avvik\(note) i \(måned.bokmål).\(open) "
      + "Her er det ingen usikkerhet fra utvalget."
  }
}

extension Trekningsdekning {
  /// What was controlled against the plan, and every month in which nothing was.
  package var setninger: [String] {
    var lines = ["\(kontrollert) av \(planlagt) planlagte saker er kontrollert \(måneder.bokmål)."]
    if !utenKontroll.isEmpty {
      lines.append("Ingen låst kontroll i \(Bokmål.liste(utenKontroll.map(\.bokmål))).")
    }
    if !slettet.isEmpty {
      lines.append(
        "Funnene fra \(Bokmål.liste(slettet.map(\.bokmål))) er slettet fordi lagringstiden er ute. De er ikke talt med."
      )
    }
    if !forSene.isEmpty {
      lines.append("Låst mer enn en måned for sent: \(Bokmål.liste(forSene.map(\.bokmål))).")
    }
    if !bytter.isEmpty {
      let swaps = bytter.map { "\($0.måned.bokmål) (\($0.grunn.visning))" }
      lines.append("Byttet sak: \(Bokmål.liste(swaps)).")
    }
    return lines
  }
}

extension Kvalitetsoppsummering {
  /// What staff had told of before the control found it; without a control there is nothing to have told of.
  package var forhåndsmeldt: [String] {
    if dekning.isEmpty { return [] }
    let period = harKontroll ? [meldt.iPerioden.setning("i perioden")] : []
    return period + [meldt.tolvMåneder.setning("de siste tolv månedene")]
  }

  /// What must be said first.
  static let ingenKontroll = "Ingen kontroll er låst i perioden."
}

/// What the figures stand for. A control is locked after the month it judges, also after the day of the summary.
func stand(_ perioden: ClosedRange<Måned>, _ dag: Dato) -> String {
  "Kontrollene til og med \(perioden.upperBound.bokmål). Ellers slik det sto \(dag.bokmål)."
}

/// «ingen», or the number.
func antallEllerIngen(_ number: Int) -> String { number == 0 ? "ingen" : String(number) }

extension Meldeaktivitet.Forhåndsmeldt {
  /// How much of what the control found staff had told of.
  func setning(_ når: String) -> String {
    if funnet == 0 { return "Kontrollen fant ingen avvik på de to valgte prosedyrene \(når)." }
    return "Av \(funnet) avvik som kontrollen fant på de to valgte prosedyrene \(når), "
      + "var \(antallEllerIngen(meldt)) meldt av ansatte på forhånd."
  }
}

extension Avviksbilde {
  /// How long it took: the median from five on, else each.
  var lukketidssetning: String {
    guard let first = lukketid.first, let last = lukketid.last else {
      return "Ingen avvik er lukket de siste tolv månedene."
    }
    if let medianLukketid {
      return "\(lukketid.count) avvik er lukket de siste tolv månedene. Halvparten ble lukket innen "
        + "\(norskTall(medianLukketid)) dager, det raskeste etter \(first) og det seneste etter \(last)."
    }
    let count = Bokmål.stor(Bokmål.mengde(lukketid.count, Ord.avvik))
    return
      "\(count) er lukket de siste tolv månedene, etter \(Bokmål.liste(lukketid.map(String.init))) dager."
  }
}

extension Løpediagram {
  /// Whether the months differ by more than chance, by Anhøj's rules.
  package var setning: String {
    let count = grunnlinje.count
    guard let test else {
      return
        "Det er for få måneder å gå på (\(count) med samme sjekkliste). Ingenting kan sies om endring ennå."
    }
    if test.signal {
      return "Noe har endret seg de siste \(count) månedene: svingningene er større eller lengre enn "
        + "tilfeldigheter vanligvis gir. Se nærmere på hva som skjedde."
    }
    return "Svingningene de siste \(count) månedene er ikke større enn tilfeldigheter vanligvis gir."
  }
}

/// A number as it is written in Norwegian: `30,5`, `30`.
func norskTall(_ number: Double, desimaler plasser: Int = 1) -> String {
  var scale = 1
  for _ in 0..<plasser { scale *= 10 }
  let rounded = Int((number * Double(scale)).rounded())
  if rounded % scale == 0 { return String(rounded / scale) }
  let digits = String(rounded % scale)
  var text = "\(rounded / scale)," + String(repeating: "0", count: plasser - digits.count) + digits
  while text.hasSuffix("0") { text.removeLast() }
  return text
}
