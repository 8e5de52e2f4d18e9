import Checklists
import Quality
import RuleEngine
import Values
import Vocabulary

/// What both versions found, for the quality group: the conclusion, then failure area by failure area.
struct Gjenkjøringstekst {
  private let rapport: Diffrapport
  private let resultat: Gjenkjøring
  private let kjøring: Diffrapport.Kjøring
  private let alleSaker: Bool
  private static let funn = Substantiv(entall: "funn", flertall: "funn", kjønn: .intetkjønn)

  init(_ kjøring: Diffrapport.Kjøring, _ rapport: Diffrapport, _ omfang: Diffrapport.Omfang) {
    self.rapport = rapport
    self.kjøring = kjøring
    resultat = kjøring.resultat
    alleSaker = omfang.alleSaker
  }

  var deler: [[String]] {
    [rapport.sidene + grunnlag, konklusjon]
      + [
        tabell(.nytt, "Bare den nye finner"), tabell(.bortfalt, "Bare den gamle finner"),
        tabell(.endret, "Begge finner, med ulik alvor"),
        tabell(.kanIkkeBeregnes, "Funnet i den gamle, kan ikke beregnes i den nye") { $0.før.erFunn },
        åpne,
      ]
  }

  // MARK: What was run

  private var grunnlag: [String] {
    switch kjøring.grunnlag {
    case .saker(let day):
      return brutt("Begge er kjørt på \(saker) på kontrolldatoen \(day.bokmål).\(feil)", innrykk: 0)
    case .lagret(let stored): return lagret(stored)
    }
  }

  private var saker: String { Bokmål.mengde(resultat.antallSaker, Ord.sak) }

  private var feil: String {
    guard kjøring.antallFeil > 0 else { return "" }
    let what = kjøring.antallFeil == 1 ? "sak eller fil" : "saker eller filer"
    return " \(kjøring.antallFeil) \(what) kunne ikke leses eller vurderes."
  }

  private func lagret(_ stored: Lagredekontroller) -> [String] {
    let controls = stored.kontroller.map { "\($0.nøkkel.nummer) (\($0.kontrolldato.bokmål))" }
    let without = stored.kontroller.flatMap { control in control.utenPost.map(control.navn) }
    let others = stored.kontroller.reduce(0) { $0 + $1.ikkeTrukket }
    var text =
      "Begge er kjørt på \(saker) som er trukket i \(Bokmål.liste(controls)), hver på sin kontrolldato"
    text += " og med opplysningene som ble gitt i kontrollen.\(feil)"
    var limits = ["\(others) saker som ikke ble trukket", "det en fagperson har vurdert"]
    if !without.isEmpty { limits.append("saker som er slettet (\(without.joined(separator: ", ")))") }
    if !stored.uleselige.isEmpty {
      limits.append("kontroller som er slettet (\(stored.uleselige.map(\.nummer).joined(separator: ", ")))")
    }
    return brutt(text, innrykk: 0) + brutt("Kan ikke kjøres på nytt: \(Bokmål.liste(limits)).", innrykk: 0)
  }

  // MARK: The conclusion

  private var konklusjon: [String] {
    ([nytt, fraFør, åpent].compactMap(\.self)).flatMap { brutt($0, innrykk: 0, bredde: Diffrapport.bredde) }
  }

  private var nytt: String {
    let avvik = resultat.antall(.nytt) { $0.etter == .avvik }
    let merknader = resultat.antall(.nytt) { $0.etter == .merknad }
    if avvik + merknader == 0 {
      return "Den nye sjekklisten finner ikke noe som den gamle ikke fant."
    }
    let found = [(avvik, Ord.avvik), (merknader, Ord.merknad)].filter { $0.0 > 0 }
      .map { Bokmål.mengde($0.0, $0.1) }
    return "Den nye sjekklisten finner \(Bokmål.liste(found)) som den gamle ikke fant, i "
      + "\(Bokmål.tall(resultat.sakerMedNytt)) av \(saker)."
  }

  /// What became of the findings of the old version.
  private var fraFør: String {
    let open = resultat.antall(.kanIkkeBeregnes) { $0.før.erFunn }
    let counts = [
      (resultat.antall(.uendret), "er uendret"), (resultat.antall(.bortfalt), "er falt bort"),
      (resultat.antall(.endret), "har fått annen alvor"), (open, "kan ikke beregnes"),
    ].filter { $0.0 > 0 }
    let all = counts.reduce(0) { $0 + $1.0 }
    if all == 0 { return "Den gamle fant ikke noe." }
    let what = "Den gamle fant \(Bokmål.mengde(all, Gjenkjøringstekst.funn))."
    if counts.count == 1, let only = counts.first {
      return "\(what) \(all == 1 ? "Det" : "Alle") \(only.1)."
    }
    let parts = Bokmål.liste(counts.map { "\(Bokmål.tall($0.0)) \($0.1)" })
    return "\(what) Av dem \(parts)." + (open > 0 ? " Det som ikke kan beregnes, er ikke borte." : "")
  }

  private var åpent: String? {
    let person = resultat.antall(.kanIkkeBeregnes) { $0.erForPerson }
    let missing = resultat.antall(.kanIkkeBeregnes) - person
    let spørsmål = Ord.spørsmål
    switch (missing, person) {
    case (0, 0): return nil
    case (_, 0):
      return
        "\(stor(missing, spørsmål)) kan ikke avgjøres i den ene eller begge ut fra det som er registrert."
    case (0, _): return "\(stor(person, spørsmål)) må en fagperson vurdere."
    default:
      return "\(stor(missing, spørsmål)) kan ikke avgjøres ut fra det som er registrert, og "
        + "\(Bokmål.tall(person)) må en fagperson vurdere."
    }
  }

  private func stor(_ count: Int, _ word: Substantiv) -> String { Bokmål.stor(Bokmål.mengde(count, word)) }

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

  /// What cannot be computed, counted point by point; by name when all cases are asked for.
  private var åpne: [String] {
    let missing = liste("Mangler opplysninger") { !$0.erForPerson }
    let person = liste("Vurderes av en fagperson") { $0.erForPerson }
    return missing.isEmpty && person.isEmpty ? [] : ["Kan ikke beregnes"] + missing + person
  }

  private func liste(_ title: String, _ when: (Overgang) -> Bool) -> [String] {
    let points = resultat.punkter.filter { $0.antall(.kanIkkeBeregnes, when) > 0 }
    if points.isEmpty { return [] }
    if alleSaker {
      return ["  \(title)"]
        + points.flatMap { point in
          brutt(
            "\(point.id): \(point.saker(.kanIkkeBeregnes, when).joined(separator: ", "))", innrykk: 6,
            merke: "  ")
        }
    }
    let counts = points.map { "\($0.id) \($0.antall(.kanIkkeBeregnes, when))" }
    return brutt(
      "\(title): \(counts.joined(separator: ", "))", innrykk: 4, merke: "  ", bredde: Diffrapport.bredde)
  }
}

extension Overgang {
  /// Whether a person has to judge the point in one of the versions.
  fileprivate var erForPerson: Bool { før == .ikkeKontrollert || etter == .ikkeKontrollert }
}

/// Findings in columns: point, question, avvik, merknad, and the first cases.
private struct Funntabell {
  struct Rad {
    var punkt: String
    var spørsmål: String
    var sviktområde: Int
    var avvik: Int
    var merknad: Int
    var saker: [String]
  }

  private let tittel: String
  private let rader: [Rad]
  private let områdenavn: (Int) -> String
  private let alleSaker: Bool
  private let idbredde: Int
  private let saksbredde: Int

  init(_ tittel: String, _ rader: [Rad], _ områdenavn: @escaping (Int) -> String, alleSaker: Bool) {
    self.tittel = tittel
    self.rader = rader
    self.områdenavn = områdenavn
    self.alleSaker = alleSaker
    idbredde = (rader.map(\.punkt.count).max() ?? 0) + 2
    saksbredde = alleSaker ? 0 : (rader.map { Funntabell.første($0).count }.max() ?? 0) + 2
  }

  /// The first two cases.
  private static func første(_ rad: Rad) -> String {
    rad.saker.prefix(2).joined(separator: ", ") + (rad.avvik + rad.merknad > 2 ? " …" : "")
  }

  private var tekstbredde: Int { Diffrapport.bredde - tall(0, 0).count - saksbredde }

  var linjer: [String] {
    var lines = [tittel.padded(tekstbredde) + "  avvik  merknad"]
    for area in Set(rader.map(\.sviktområde)).sorted() {
      let own = rader.filter { $0.sviktområde == area }
      let sums = tall(own.reduce(0) { $0 + $1.avvik }, own.reduce(0) { $0 + $1.merknad })
      lines.append(områdenavn(area).padded(tekstbredde) + sums)
      lines += own.flatMap(linjer)
    }
    return lines
  }

  private func linjer(_ rad: Rad) -> [String] {
    let name = "  " + rad.punkt.padded(idbredde)
    let room = tekstbredde - name.count
    let row = name + kortet(rad.spørsmål, til: room).padded(room) + tall(rad.avvik, rad.merknad)
    if alleSaker { return [row] + brutt(rad.saker.joined(separator: ", "), innrykk: 4) }
    return [row + "  " + Funntabell.første(rad)]
  }

  private func tall(_ avvik: Int, _ merknad: Int) -> String {
    func cell(_ count: Int) -> String { count == 0 ? "–" : String(count) }
    return "  " + cell(avvik).right(5) + "  " + cell(merknad).right(7)
  }

  /// A question that fits, cut between words.
  private func kortet(_ text: String, til width: Int) -> String {
    if text.count <= width { return text }
    var line = ""
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : "\(line) \(word)"
      guard longer.count + 2 <= width else { break }
      line = longer
    }
    return line + " …"
  }
}
