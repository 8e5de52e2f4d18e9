internal import RuleLanguage
internal import Values

/// Reads `Checklists/arshjul.yaml`.
struct Årshjulleser: Definisjonsleser {
  let fil: String
  let faults: YAMLErrors
  /// The procedures; nil when nobody knows them.
  let prosedyrer: [Prosedyre]?
  var feil: [Definisjonsfeil]
  var varsler: [Varsel] = []

  init(fil: String, faults: YAMLErrors, prosedyrer: [Prosedyre]?) {
    self.fil = fil
    self.faults = faults
    self.prosedyrer = prosedyrer
    feil = Definisjonsfeilene(faults, fil: fil).feil
  }

  mutating func årshjul(_ root: YAMLNode) -> Årshjul? {
    guard let leser = mapping(root, "The file", ["tjenestesteder", "oppføringer"]),
      let places = required(leser, "tjenestesteder", "The file").map({ elements($0) }),
      let entries = required(leser, "oppføringer", "The file").map({ elements($0) })
    else { return nil }
    let tjenestesteder = places.compactMap { tjenestested($0) }
    refuseDuplicates(places, "place")
    let ids = places.compactMap { $0["id"]?.text }
    let oppføringer = entries.compactMap { oppføring($0, ids) }
    refuseDuplicates(entries, "entry")
    return Årshjul(tjenestesteder: tjenestesteder, oppføringer: oppføringer)
  }

  private mutating func tjenestested(_ node: YAMLNode) -> Tjenestested? {
    let what = "A place"
    guard let leser = mapping(node, what, ["id", "navn", "barnevern"]) else { return nil }
    let id = required(leser, "id", what).flatMap { tekst($0) }
    let navn = required(leser, "navn", what).flatMap { upersonlig($0) }
    let own = required(leser, "barnevern", what).flatMap { valg($0, JaNei.self) }
    guard let id, let navn, let own else { return nil }
    return Tjenestested(id: id, navn: navn, erBarnevern: own == .ja)
  }

  private mutating func oppføring(_ node: YAMLNode, _ steder: [String]) -> Hjuloppføring? {
    let what = "An entry of the wheel"
    let keys = ["id", "slag", "navn", "prosedyre", "tjenestesteder", "ansvarlig", "rytme", "fra"]
    guard let leser = mapping(node, what, keys) else { return nil }
    let id = required(leser, "id", what).flatMap { tekst($0) }
    let slag = required(leser, "slag", what).flatMap { valg($0, Hjulslag.self) }
    let ansvarlig = required(leser, "ansvarlig", what).flatMap { rolle($0) }
    let fra = required(leser, "fra", what).flatMap { dato($0) }
    let places = required(leser, "tjenestesteder", what).map { elements($0) } ?? []
    for place in places { krev(place, i: steder, Sjekklistekode.unknownPlace, "There is no place") }
    let procedure =
      slag == .gjennomgang ? required(leser, "prosedyre", what) : node["prosedyre"]
    if let procedure, let prosedyrer {
      krev(procedure, i: prosedyrer.map(\.id), Sjekklistekode.unknownProcedure, "There is no procedure")
    }
    let navn = self.navn(node, leser, slag, procedure?.text)
    let rytme = slag.flatMap { slag in
      required(leser, "rytme", what).flatMap { self.rytme($0, slag) }
    }
    guard let id, let slag, let ansvarlig, let fra, let navn, let rytme else { return nil }
    return Hjuloppføring(
      id: id, slag: slag, navn: navn, prosedyre: procedure?.text, tjenestesteder: places.compactMap(\.text),
      ansvarlig: ansvarlig, rytme: rytme, fra: fra)
  }

  /// A procedure that is gone through is called what it is called.
  private mutating func navn(
    _ node: YAMLNode, _ leser: YAMLMappingReader, _ slag: Hjulslag?, _ prosedyre: String?
  ) -> String? {
    if let own = node["navn"] { return tekst(own) }
    guard slag == .gjennomgang else {
      return required(leser, "navn", "An entry of this kind").flatMap { tekst($0) }
    }
    return prosedyre.map { id in prosedyrer?.first { $0.id == id }?.navn ?? id }
  }

  private mutating func rytme(_ node: YAMLNode, _ slag: Hjulslag) -> Rytme? {
    let keys = node.entries?.compactMap(\.key.text) ?? []
    func day(_ key: String, _ months: ClosedRange<Int>) -> Månedsdag? {
      node[key]?.text.flatMap { Månedsdag($0) }.flatMap { months.contains($0.måned) ? $0 : nil }
    }
    switch (slag, keys) {
    case (.gjennomgang, ["årlig"]), (.opplæring, ["årlig"]):
      if let by = day("årlig", 1...12) { return .årlig(by) }
    case (.opplæring, ["vår", "høst"]):
      if let vår = day("vår", 1...6), let høst = day("høst", 7...12) {
        return .halvårlig(vår: vår, høst: høst)
      }
    case (.nyansatt, ["uker etter start"]):
      if let weeks = node["uker etter start"]?.text.flatMap({ Int($0) }), (1...52).contains(weeks) {
        return .etterStart(uker: weeks)
      }
    default: break
    }
    report(.rhythm, node, "This is not a rhythm that an entry of the kind «\(slag.rawValue)» can have.")
    return nil
  }

  private enum JaNei: String, CaseIterable {
    case ja
    case nei
  }
}
