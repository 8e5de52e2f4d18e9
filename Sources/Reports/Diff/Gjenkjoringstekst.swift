import Checklists
import Quality
import RuleEngine
import Values

/// What both versions found, for the quality group: the conclusion, then failure area by failure area.
struct Gjenkjøringstekst {
  private let rapport: Diffrapport
  private let resultat: Gjenkjøring
  private let kjøring: Diffrapport.Kjøring
  private let alleSaker: Bool

  init(_ kjøring: Diffrapport.Kjøring, _ rapport: Diffrapport, _ omfang: Diffrapport.Omfang) {
    self.rapport = rapport
    self.kjøring = kjøring
    resultat = kjøring.resultat
    alleSaker = omfang.alleSaker
  }

  var deler: [[String]] {
    [
      konklusjon, grunnlag, tabell(.nytt, "Bare den nye finner"), tabell(.bortfalt, "Bare den gamle finner"),
      tabell(.endret, "Begge finner, men den nye kaller det noe annet"),
      tabell(.kanIkkeBeregnes, "Den gamle finner, den nye kan ikke avgjøre (ikke borte)", \.før.erFunn),
      tabell(.kanIkkeBeregnes, "Den nye finner, den gamle kan ikke avgjøre", \.etter.erFunn), åpne,
    ]
  }

  // MARK: What was run

  private var grunnlag: [String] {
    var lines = bred(rapport.kortOmSidene)
    if let kjøringen { lines += bred(kjøringen) }
    if kjøring.antallFeil > 0 {
      let what = kjøring.antallFeil == 1 ? "sak eller fil" : "saker eller filer"
      lines += bred("\(kjøring.antallFeil) \(what) kunne ikke leses eller vurderes.")
    }
    return lines + ikkeKjørt
  }

  /// What both versions were put to, in a sentence; nil when it was nothing.
  var kjøringen: String? { kjørt.map { "Begge er kjørt på \($0)." } }

  private var saker: String { Bokmål.mengde(resultat.antallSaker, Ord.sak) }

  private var kjørt: String? {
    if resultat.antallSaker == 0 { return nil }
    switch kjøring.grunnlag {
    case .saker(let day): return "\(saker) på kontrolldatoen \(day.bokmål)"
    case .lagret(let stored):
      return "\(saker) som er trukket i \(navn(stored.kontroller)), hver på sin kontrolldato og med "
        + "opplysningene som ble gitt i kontrollen"
    }
  }

  /// What of the stored controls could not be run again.
  private var ikkeKjørt: [String] { utelatt.map(bred) ?? [] }

  /// The same in a sentence; nil when everything was run.
  var utelatt: String? {
    guard case .lagret(let stored) = kjøring.grunnlag else { return nil }
    let others = stored.kontroller.reduce(0) { $0 + $1.ikkeTrukket }
    let without = stored.kontroller.flatMap { control in control.utenPost.map(control.navn) }
    var limits: [String] = []
    if others > 0 { limits.append("\(Bokmål.mengde(others, Ord.sak)) som ikke ble trukket") }
    if !stored.kontroller.isEmpty { limits.append("det en fagperson har vurdert") }
    if !without.isEmpty { limits.append("saker som er slettet (\(without.joined(separator: ", ")))") }
    if !stored.uleselige.isEmpty {
      let names = stored.uleselige.map(\.nummer).joined(separator: ", ")
      limits.append("kontroller der noe er slettet (\(names))")
    }
    return limits.isEmpty ? nil : "Ikke kjørt på nytt: \(Bokmål.liste(limits))."
  }

  private func navn(_ controls: [Lagretkontroll]) -> String {
    if controls.count <= 3 { return Bokmål.liste(controls.map(\.nøkkel.nummer)) }
    let months = controls.map(\.nøkkel).sorted { $0.måned < $1.måned }
    return "\(controls.count) kontroller fra \(months.first?.månedIOrd ?? "") til "
      + "\(months.last?.månedIOrd ?? "")"
  }

  // MARK: The conclusion

  private var konklusjon: [String] { konklusjonen.flatMap(bred) }

  /// The conclusion, sentence by sentence.
  var konklusjonen: [String] {
    if resultat.antallSaker == 0 { return ["Det var ingen saker å kjøre de to versjonene på."] }
    return [nytt, fraFør, åpent].compactMap(\.self)
  }

  private var nytt: String {
    let avvik = resultat.antall(.nytt) { $0.etter == .avvik }
    let merknader = resultat.antall(.nytt) { $0.etter == .merknad }
    if avvik + merknader == 0 {
      return "Den nye sjekklisten finner ikke noe som den gamle ikke fant."
    }
    let found = [(avvik, Ord.avvik), (merknader, Ord.merknad)].filter { $0.0 > 0 }
      .map { Bokmål.mengde($0.0, $0.1) }
    let cases = resultat.sakerMedNytt
    let part = cases == resultat.antallSaker ? (cases > 1 ? "alle " : "") : "\(Bokmål.tall(cases)) av "
    return "Den nye sjekklisten finner \(Bokmål.liste(found)) som den gamle ikke fant, i \(part)\(saker)."
  }

  /// What became of the findings of the old version.
  private var fraFør: String {
    let open = resultat.antall(.kanIkkeBeregnes, \.før.erFunn)
    let counts = [
      (resultat.antall(.uendret), "er uendret"), (resultat.antall(.bortfalt), "er falt bort"),
      (resultat.antall(.endret), "har skiftet mellom avvik og merknad"), (open, "kan ikke beregnes"),
    ].filter { $0.0 > 0 }
    let all = counts.reduce(0) { $0 + $1.0 }
    if all == 0 { return "Den gamle har ingen funn." }
    var text = "Den gamle har \(intetkjønn(all)) funn"
    if counts.count == 1, let only = counts.first {
      text += ". \(all == 1 ? "Det" : all == 2 ? "Begge" : "Alle") \(only.1) i den nye."
    } else {
      text += ". I den nye: \(Bokmål.liste(counts.map { "\(intetkjønn($0.0)) \($0.1)" }))."
    }
    return text + (open > 0 ? " Det som ikke kan beregnes, er ikke borte." : "")
  }

  /// What neither version could tell, or one of them.
  private var åpent: String? {
    let person = resultat.antall(.kanIkkeBeregnes, \.erForPerson)
    let missing = resultat.antall(.kanIkkeBeregnes) - person
    var parts: [String] = []
    if missing > 0 {
      parts.append(
        "\(intetkjønn(missing)) spørsmål som ikke kan avgjøres ut fra det som er registrert"
          + flest { !$0.erForPerson })
    }
    if person > 0 {
      let what = missing > 0 ? intetkjønn(person) : "\(intetkjønn(person)) spørsmål"
      parts.append("\(what) som en fagperson må vurdere\(flest(\.erForPerson))")
    }
    return parts.isEmpty ? nil : "Kan ikke beregnes: " + parts.joined(separator: ", og ") + "."
  }

  /// The point with the most questions of a kind: « (26 av dem i SA-TILRETTELAGT)».
  private func flest(_ when: (Overgang) -> Bool) -> String {
    let counts = resultat.punkter.map { ($0.id, $0.antall(.kanIkkeBeregnes, when)) }.filter { $0.1 > 0 }
    let most = counts.reduce(("", 0)) { $1.1 > $0.1 ? $1 : $0 }
    if counts.count == 1 { return " (\(most.0))" }
    return most.1 == 1 ? "" : " (\(Bokmål.tall(most.1)) av dem i \(most.0))"
  }

  private func bred(_ text: String) -> [String] { brutt(text, innrykk: 0, bredde: Diffrapport.bredde) }

  // MARK: By failure area, then by point

  private func tabell(
    _ kategori: Gjenkjøringskategori, _ title: String, _ when: (Overgang) -> Bool = { _ in true }
  ) -> [String] {
    let rows = resultat.punkter.filter { $0.antall(kategori, when) > 0 }.map { rad($0, kategori, when) }
    return rows.isEmpty ? [] : Funntabell(title, rows, rapport.områdenavn, alleSaker: alleSaker).linjer
  }

  private func rad(
    _ punkt: Punktgjenkjøring, _ kategori: Gjenkjøringskategori, _ when: (Overgang) -> Bool
  ) -> Funntabell.Rad {
    func count(_ outcome: Utfall) -> Int {
      punkt.antall(kategori) { when($0) && ($0.etter.erFunn ? $0.etter : $0.før) == outcome }
    }
    return Funntabell.Rad(
      punkt: punkt.id, spørsmål: Plassholder.fyll(punkt.spørsmål) { $0 == "fjoråret" ? fjoråret : nil },
      sviktområde: punkt.sviktområde, avvik: count(.avvik), merknad: count(.merknad),
      saker: punkt.saker(kategori, when))
  }

  private var fjoråret: String {
    if case .saker(let day) = kjøring.grunnlag { return String(day.år - 1) }
    return "året før"
  }

  /// The other cases that cannot be computed, by name when all are asked for; else the conclusion counts them.
  private var åpne: [String] {
    func open(_ transition: Overgang) -> Bool { !transition.før.erFunn && !transition.etter.erFunn }
    let points = resultat.punkter.filter { alleSaker && $0.antall(.kanIkkeBeregnes, open) > 0 }
    if points.isEmpty { return [] }
    let width = (points.map(\.id.count).max() ?? 0) + 1
    return ["Ingen av dem finner, minst én kan ikke avgjøre"]
      + points.flatMap { point in
        let cases = point.saker(.kanIkkeBeregnes, open).joined(separator: ", ")
        return hengende(point.id.padded(width), cases, innrykk: 2)
      }
  }
}

extension Overgang {
  /// Whether a person has to judge the point in one of the versions.
  fileprivate var erForPerson: Bool { før == .ikkeKontrollert || etter == .ikkeKontrollert }
}
