import JSONText
import Values
import Vocabulary

/// One case of a table: what its rows say of the case, and its visits.
struct Tabellsak {
  typealias Kolonne = Besøkstabell.Kolonne

  /// A filled cell that cannot be used.
  struct Feil: Error {
    var kolonne: Kolonne
    var tekst: String

    /// «Besøksdato må være en dato som finnes, for eksempel 12.03.2014.»
    var melding: String { "\(Bokmål.stor(Feltleser.nøkkel(kolonne.rawValue))) \(tekst)." }
  }

  /// How far back a rule looks at visits, at the most. What happened before cannot change a verdict; a test
  /// holds the checklists to it.
  static let horisont = 36

  let sak: String
  /// The line of its first row.
  let linje: Int
  private var felles: [Kolonne: String] = [:]
  private var besøk: [Besøksslag: [JSONValue]] = [:]

  init(sak: String, linje: Int) {
    self.sak = sak
    self.linje = linje
  }

  /// Takes in one row: cells of the case, and perhaps a visit.
  mutating func ta(
    _ celler: [Kolonne: String], _ modell: Saksmodell, _ valg: Tabellvalg
  ) throws(Feil) {
    var filled: [Kolonne: String] = [:]
    for column in Kolonne.allCases where column != .sak {
      guard let text = celler[column] else { continue }
      do { filled[column] = try Feltleser.kjent(text) } catch {
        throw Feil(kolonne: column, tekst: error.tekst)
      }
    }
    for (column, text) in filled where column.gjelderSaken {
      if let before = felles[column], Feltleser.nøkkel(before) != Feltleser.nøkkel(text) {
        throw Feil(kolonne: column, tekst: "er ikke det samme i alle radene for saken")
      }
      felles[column] = text
    }
    filled = filled.filter { !$0.key.gjelderSaken }
    // A kind without anything more is a case without a visit.
    guard filled.keys.contains(where: { $0 != .besøkstype }) else { return }
    guard let day = filled[.besøksdato] else { throw Feil(kolonne: .besøksdato, tekst: "mangler") }
    try ta(besøk: filled, dag: day, modell, valg)
  }

  /// Whether a row without a case number is of this case: what it says of the case is enough to know a child by,
  /// and all of it is the same.
  func sierDetSamme(_ celler: [Kolonne: String]) -> Bool {
    guard celler[.fødselsmåned] != nil, celler[.plassertFra] != nil else { return false }
    return celler.allSatisfy { column, text in
      !column.gjelderSaken || felles[column].map(Feltleser.nøkkel) == Feltleser.nøkkel(text)
    }
  }

  private mutating func ta(
    besøk cells: [Kolonne: String], dag: String, _ modell: Saksmodell, _ valg: Tabellvalg
  ) throws(Feil) {
    guard let slag = Besøksslag(ord: cells[.besøkstype] ?? "oppfølgingsbesøk") else {
      throw Feil(kolonne: .besøkstype, tekst: "må være oppfølgingsbesøk, tilsyn eller samtale")
    }
    let date = try Self.les(.besøksdato) { () throws(Feltavvisning) in
      try Feltleser.dato(dag, senest: valg.uttrekksdag)
    }
    var members = [JSONValue.Member("dato", .string(date.iso))]
    for (column, text) in cells where column != .besøksdato && column != .besøkstype {
      guard let name = slag.felt(column), let collection = modell.samling(slag.rawValue),
        let number = modell.samlinger[collection].felt(name)
      else { throw Feil(kolonne: column, tekst: "brukes ikke for \(slag.flertall). La cellen stå tom") }
      let field = modell.samlinger[collection].felter[number]
      let value = try Self.les(column) { () throws(Feltavvisning) in
        try column == .snakketAlene
          ? Self.alene(text, field) : Feltleser.verdi(text, field, senest: valg.uttrekksdag)
      }
      if let value { members.append(JSONValue.Member(name, value)) }
    }
    besøk[slag, default: []].append(.object(members))
  }

  /// «Ja» is the code for a talk held; «nei» leaves open which of the other codes it is.
  private static func alene(_ text: String, _ felt: Felt) throws(Feltavvisning) -> JSONValue? {
    let word = Feltleser.nøkkel(text)
    guard case .kode(let koder) = felt.type else { return .bool(word == "ja") }
    if word == "ja" { return .string("gjennomført") }
    guard word == "nei" else { return try Feltleser.verdi(text, felt, senest: .tidenesEnde) }
    let others = koder.map(\.navn).filter { $0 != "gjennomført" }.map(JSONValue.string)
    return .array(others + [.bool(false)])
  }

  private static func les<Verdi>(
    _ column: Kolonne, _ body: () throws(Feltavvisning) -> Verdi
  ) throws(Feil) -> Verdi {
    do { return try body() } catch { throw Feil(kolonne: column, tekst: error.tekst) }
  }
}

// MARK: The record

extension Tabellsak {
  /// The case record. What the table does not hold is left out, and so is open.
  func post(_ modell: Saksmodell, _ valg: Tabellvalg, enhet: String, team: String) throws(Feil) -> JSONValue {
    let moved = try dato(.plassertFra, valg)
    let erFørste = try felles[.førstePlassering].map { text throws(Feil) in
      try Self.les(.førstePlassering) { () throws(Feltavvisning) in try Feltleser.sannhet(text) }
    }
    let horizon = valg.uttrekksdag.adding(måneder: -Self.horisont)
    var events: [JSONValue.Member] = []
    var open: [String] = []
    if let moved {
      events.append(JSONValue.Member("plassering", .array(try plasseringer(moved, modell, valg))))
      if erFørste != true, moved.omfang.siste > horizon { open.append("plassering") }
    }
    if let frequency = try frekvens(valg) { events.append(JSONValue.Member("besøksfrekvens", frequency)) }
    if let (changes, isWhole) = try tilsynskommune(horizon, modell, valg) {
      events.append(JSONValue.Member("tilsynskommune", changes))
      if !isWhole { open.append("tilsynskommune") }
    }
    for slag in Besøksslag.allCases {
      let isWhole = valg.komplett?.contains(slag) == true && erHel(moved, erFørste == true, horizon, valg.fra)
      guard isWhole || besøk[slag] != nil else { continue }
      events.append(JSONValue.Member(slag.rawValue, .array(besøk[slag] ?? [])))
      if !isWhole { open.append(slag.rawValue) }
    }
    return .object([
      "format": .string("sak/1"), "sak": .string(sak), "enhet": .string(enhet), "team": .string(team),
      "uttrekk": .string("\(valg.uttrekksdag)"), "opplysninger": .object(try opplysninger(modell, valg)),
      "hendelser": .object(events), "ufullstendig": .array(open.sorted().map(JSONValue.string)),
    ])
  }

  /// The placement, in two parts when what the case is tells what it rests on. It may have begun as an akutt
  /// placement, which ends or is decided on long before a year has gone (the year is ours; barnevernsloven § 4-2 and
  /// barnevernloven (1992) § 4-6 set weeks), so from then on it rests on what the case is.
  private func plasseringer(
    _ moved: Feltdato, _ modell: Saksmodell, _ valg: Tabellvalg
  ) throws(Feil) -> [JSONValue] {
    var placement = [JSONValue.Member("fra", .string(moved.iso)), JSONValue.Member("hjem", .string("H1"))]
    if let type = try felt(.plasseringstype, "type", "plassering", modell, valg) {
      placement.append(JSONValue.Member("type", type))
    }
    let settled = moved.omfang.siste.adding(måneder: 12)
    guard settled <= valg.uttrekksdag, let basis = try grunnlag(modell, valg) else {
      return [.object(placement)]
    }
    var later = placement
    later[0] = JSONValue.Member("fra", .string("\(settled)"))
    later.append(JSONValue.Member("grunnlag", .string(basis)))
    placement.append(JSONValue.Member("til", .string("\(settled.adding(dager: -1))")))
    return [.object(placement), .object(later)]
  }

  /// What a placement rests on in a case of this kind.
  private func grunnlag(_ modell: Saksmodell, _ valg: Tabellvalg) throws(Feil) -> String? {
    switch try opplysninger(modell, valg).first(where: { $0.name == "sakstype" })?.value.string {
    case "omsorgssak": "omsorgsovertakelse"
    case "frivillig_plassering": "frivillig"
    default: nil
    }
  }

  /// Whether the visits of the table are all that a rule can see: from the child's first placement on, or for
  /// as long as rules look back.
  private func erHel(_ moved: Feltdato?, _ erFørste: Bool, _ horizon: Dato, _ fra: Dato?) -> Bool {
    guard let moved else { return false }
    let from = fra ?? moved.omfang.første
    return max(from, fra == nil ? moved.omfang.siste : from) <= horizon
      || erFørste && from <= moved.omfang.første
  }

  private func opplysninger(_ modell: Saksmodell, _ valg: Tabellvalg) throws(Feil) -> [JSONValue.Member] {
    var facts: [JSONValue.Member] = []
    let columns: [(Kolonne, String)] = [
      (.sakstype, "sakstype"), (.fødselsmåned, "født"), (.tilsynsansvar, "tilsynsansvar"),
      (.egneSynspunkter, "kan_danne_egne_synspunkter"),
    ]
    for (column, name) in columns {
      guard let text = felles[column], let number = modell.opplysning(name) else { continue }
      let value = try Self.les(column) { () throws(Feltavvisning) in
        try Feltleser.verdi(text, modell.opplysninger[number], senest: valg.uttrekksdag)
      }
      if let value { facts.append(JSONValue.Member(name, value)) }
    }
    return facts
  }

  /// The decision that two visits a year are enough: when, or never.
  private func frekvens(_ valg: Tabellvalg) throws(Feil) -> JSONValue? {
    guard let text = felles[.toBesøkFra] else { return nil }
    if Feltleser.nøkkel(text) == "nei" { return .array([]) }
    guard let day = try dato(.toBesøkFra, valg) else { return nil }
    return .array([.object(["dato": .string(day.iso), "kode": .integer(2)])])
  }

  /// Who supervises, by date, and whether that is all there is; nil when it has been the same all the time, or
  /// nothing at all is said.
  ///
  /// Before the day that is told it was somebody else or nobody: not known, as far back as a rule looks. Where no
  /// day is told the municipality of today may be a new one, so the list is open.
  private func tilsynskommune(
    _ horizon: Dato, _ modell: Saksmodell, _ valg: Tabellvalg
  ) throws(Feil) -> (JSONValue, isWhole: Bool)? {
    guard let text = felles[.tilsynsansvarFra] else {
      return felles[.tilsynsansvar] == nil ? nil : (.array([]), false)
    }
    if Feltleser.nøkkel(text) == "nei" { return nil }
    guard let day = try dato(.tilsynsansvarFra, valg) else { return nil }
    var entry = [JSONValue.Member("dato", .string(day.iso))]
    if let who = try felt(.tilsynsansvar, "ansvar", "tilsynskommune", modell, valg) {
      entry.append(JSONValue.Member("ansvar", who))
    }
    let before = day.omfang.første > horizon ? [JSONValue.object(["dato": .string("\(horizon)")])] : []
    return (.array(before + [.object(entry)]), true)
  }

  private func dato(_ column: Kolonne, _ valg: Tabellvalg) throws(Feil) -> Feltdato? {
    guard let text = felles[column] else { return nil }
    return try Self.les(column) { () throws(Feltavvisning) in
      try Feltleser.dato(text, senest: valg.uttrekksdag)
    }
  }

  private func felt(
    _ column: Kolonne, _ name: String, _ samling: String, _ modell: Saksmodell, _ valg: Tabellvalg
  ) throws(Feil) -> JSONValue? {
    guard let text = felles[column], let collection = modell.samling(samling),
      let number = modell.samlinger[collection].felt(name)
    else { return nil }
    return try Self.les(column) { () throws(Feltavvisning) in
      try Feltleser.verdi(text, modell.samlinger[collection].felter[number], senest: valg.uttrekksdag)
    }
  }
}

extension Besøksslag {
  /// The field of such a visit that a column fills, if it has one.
  fileprivate func felt(_ kolonne: Besøkstabell.Kolonne) -> String? {
    switch (self, kolonne) {
    case (.samtale, .snakketAlene): "alene"
    case (.samtale, .vurdering): "faglig_vurdering"
    case (.samtale, .referat), (.oppfølgingsbesøk, .referat): "referat"
    case (.oppfølgingsbesøk, .vurdering): "vurdering"
    case (.oppfølgingsbesøk, .fagligVurdering): "faglig_vurdering"
    case (.tilsynsbesøk, .rapportMottatt): "rapport_mottatt"
    case (.oppfølgingsbesøk, .snakketAlene), (.tilsynsbesøk, .snakketAlene): "samtale_alene"
    case (.oppfølgingsbesøk, .form), (.tilsynsbesøk, .form), (.samtale, .form): "form"
    case (.oppfølgingsbesøk, .barnetTilStede), (.tilsynsbesøk, .barnetTilStede): "barnet_til_stede"
    default: nil
    }
  }
}
