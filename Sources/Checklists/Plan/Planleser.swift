internal import RuleLanguage
internal import Values

/// Reads a plan of `Checklists/planer/`.
struct Planleser: Definisjonsleser {
  let fil: String
  /// The file's name below the folder, without `.yaml`.
  let filnavn: String
  let faults: YAMLErrors
  let kjent: Planreferanser
  var feil: [Definisjonsfeil]
  var varsler: [Varsel] = []
  /// The ids of all measures and the nodes that refer to one, for a look when all rows have been read.
  private var tiltaksnoder: [YAMLNode] = []
  private var henvisninger: [YAMLNode] = []

  init(fil: String, filnavn: String, faults: YAMLErrors, kjent: Planreferanser) {
    self.fil = fil
    self.filnavn = filnavn
    self.faults = faults
    self.kjent = kjent
    feil = Definisjonsfeilene(faults, fil: fil).feil
  }

  private static let nøkler = [
    "plan", "navn", "slag", "dato", "innsendes", "mottaker", "gjelder", "kilde", "hovedmål", "rader",
  ]

  mutating func plan(_ root: YAMLNode) -> Plan? {
    let what = "A plan"
    guard let leser = mapping(root, what, Planleser.nøkler) else { return nil }
    let texts = ["plan", "navn", "kilde"].compactMap { key in
      required(leser, key, what).flatMap { tekst($0) }
    }
    if let id = root["plan"], let name = id.text, name != filnavn {
      report(.planFileName, id, "The file is named «\(filnavn)», and the plan «\(name)».")
    }
    let slag = required(leser, "slag", what).flatMap { valg($0, Planslag.self) }
    let dato = required(leser, "dato", what).flatMap { self.dato($0) }
    let innsendes = root["innsendes"].flatMap { self.dato($0) }
    let mottaker = root["mottaker"].flatMap { tekst($0) }
    let gjelder = required(leser, "gjelder", what).flatMap { periode($0) }
    let list = required(leser, "rader", what)
    guard let slag, let list else { return nil }
    let hovedmål = self.hovedmål(root["hovedmål"])
    let nodes = elements(list)
    var rader: [Planrad] = []
    for node in nodes { if let found = rad(node, slag, hovedmål.map(\.id)) { rader.append(found) } }
    refuseDuplicates(nodes, "row")
    refuseDuplicates(tiltaksnoder, "measure")
    krevTiltak()
    guard texts.count == 3, let dato, let gjelder else { return nil }
    return Plan(
      id: texts[0], navn: texts[1], slag: slag, dato: dato, innsendes: innsendes, mottaker: mottaker,
      gjelder: gjelder, kilde: texts[2], hovedmål: hovedmål, rader: rader)
  }

  private mutating func hovedmål(_ node: YAMLNode?) -> [Plan.Hovedmål] {
    guard let node else { return [] }
    let what = "An aim"
    let nodes = elements(node)
    refuseDuplicates(nodes, "aim")
    return nodes.compactMap { element in
      guard let leser = mapping(element, what, ["id", "tekst"]) else { return nil }
      let id = required(leser, "id", what).flatMap { tekst($0) }
      let text = required(leser, "tekst", what).flatMap { tekst($0) }
      guard let id, let text else { return nil }
      return Plan.Hovedmål(id: id, tekst: text)
    }
  }

  /// Every measure that another one refers to must be in the plan.
  private mutating func krevTiltak() {
    let ids = tiltaksnoder.compactMap { $0["id"]?.text }
    for node in henvisninger {
      krev(node, i: ids, Sjekklistekode.unknownMeasure, "No measure of this plan is called")
    }
  }
}

// MARK: Rows

extension Planleser {
  private static let radnøkler = [
    "id", "nr", "tekst", "tiltak", "merknad om kilden", "sviktområde", "punkter", "prosedyrer", "årshjul",
  ]

  private static func nøkler(_ slag: Planslag) -> (rad: [String], tiltak: [String]) {
    let measure = ["id", "tekst", "underpunkter", "se", "merknad om kilden"]
    return switch slag {
    case .fremdriftsplan:
      (
        radnøkler + ["iverksettes", "evalueres", "ansvarlig"],
        measure + ["iverksettes", "evalueres"]
      )
    case .handlingsplan: (radnøkler + ["hovedmål"], measure + ["frist", "status", "merknader"])
    }
  }

  private mutating func rad(_ node: YAMLNode, _ slag: Planslag, _ hovedmål: [String]) -> Planrad? {
    let what = "A row of this kind of plan"
    guard let leser = mapping(node, what, Planleser.nøkler(slag).rad) else { return nil }
    let id = required(leser, "id", what).flatMap { tekst($0) }
    let text = required(leser, "tekst", what).flatMap { tekst($0) }
    var iverksettes: [Tidspunkt] = []
    var evalueres: [Tidspunkt] = []
    var ansvarlig: [String] = []
    var aim: String?
    switch slag {
    case .fremdriftsplan:
      iverksettes = required(leser, "iverksettes", what).map { tidspunkter($0) } ?? []
      evalueres = required(leser, "evalueres", what).map { tidspunkter($0) } ?? []
      ansvarlig = required(leser, "ansvarlig", what).map { roller($0) } ?? []
    case .handlingsplan:
      aim = required(leser, "hovedmål", what).flatMap { tekst($0) }
      if let node = node["hovedmål"] {
        krev(node, i: hovedmål, YAMLError.Code.unknownReference, "There is no aim")
      }
    }
    var tiltak: [Plantiltak] = []
    for element in required(leser, "tiltak", what).map({ elements($0) }) ?? [] {
      if let found = self.tiltak(element, slag, iverksettes, evalueres) { tiltak.append(found) }
    }
    let area = node["sviktområde"].flatMap { sviktområde($0) }
    let points = lenker(node["punkter"], kjent.punkter, YAMLError.Code.unknownReference, "point")
    let procedures = lenker(
      node["prosedyrer"], kjent.prosedyrer, Sjekklistekode.unknownProcedure, "procedure")
    let entries = lenker(
      node["årshjul"], kjent.årshjul, Sjekklistekode.unknownWheelEntry, "entry of arshjul.yaml")
    guard let id, let text else { return nil }
    return Planrad(
      id: id, nr: node["nr"].flatMap { tekst($0) }, hovedmål: aim, tekst: text, tiltak: tiltak,
      iverksettes: iverksettes, evalueres: evalueres, ansvarlig: ansvarlig,
      merknadOmKilden: node["merknad om kilden"].flatMap { tekst($0) }, sviktområde: area, punkter: points,
      prosedyrer: procedures, årshjul: entries)
  }

  private mutating func tiltak(
    _ node: YAMLNode, _ slag: Planslag, _ iverksettes: [Tidspunkt], _ evalueres: [Tidspunkt]
  ) -> Plantiltak? {
    let what = "A measure of this kind of plan"
    guard let leser = mapping(node, what, Planleser.nøkler(slag).tiltak) else { return nil }
    tiltaksnoder.append(node)
    let id = required(leser, "id", what).flatMap { tekst($0) }
    let text = required(leser, "tekst", what).flatMap { tekst($0) }
    let references = node["se"].map { elements($0) } ?? []
    henvisninger += references
    var found = Plantiltak(
      id: id ?? "", tekst: text ?? "", underpunkter: tekster(node["underpunkter"]),
      se: references.compactMap(\.text), iverksettes: iverksettes, evalueres: evalueres,
      merknader: tekster(node["merknader"]),
      merknadOmKilden: node["merknad om kilden"].flatMap { tekst($0) })
    switch slag {
    case .fremdriftsplan:
      let isNoted = found.merknadOmKilden != nil
      if let own = node["iverksettes"] { found.iverksettes = eget(own, av: iverksettes, isNoted) }
      if let own = node["evalueres"] { found.evalueres = eget(own, av: evalueres, isNoted) }
    case .handlingsplan:
      found.iverksettes = required(leser, "frist", what).flatMap { tidspunkt($0) }.map { [$0] } ?? []
      found.status = required(leser, "status", what).flatMap { valg($0, Tiltaksord.self) }
    }
    return id == nil || text == nil ? nil : found
  }

  /// A time of one measure: one of those in the cell of its row, or one that its own text has, which a note tells.
  private mutating func eget(_ node: YAMLNode, av celle: [Tidspunkt], _ isNoted: Bool) -> [Tidspunkt] {
    guard let time = tidspunkt(node) else { return celle }
    if !celle.isEmpty, !celle.contains(time), !isNoted {
      report(
        .timeNotInRow, node, "The cell of the row does not hold this time, and no note says where it is from."
      )
    }
    return [time]
  }
}

// MARK: Cells

extension Planleser {
  private mutating func tidspunkter(_ node: YAMLNode) -> [Tidspunkt] {
    elements(node).compactMap { tidspunkt($0) }
  }

  private mutating func tidspunkt(_ node: YAMLNode) -> Tidspunkt? {
    switch node.text {
    case "pågår": return .pågår
    case "mangler": return .mangler
    case let text?:
      if let day = Dato(text) { return .dag(day) }
      if text.utf8.count == 7, let month = Datoomfang(iso: text) { return .måned(month) }
    case nil:
      if let months = node["måneder"]?.text.flatMap({ Int($0) }), (1...24).contains(months),
        let text = node["tekst"]?.text, !text.isEmpty, node.entries?.count == 2
      {
        return .jevnlig(måneder: months, tekst: text)
      }
    }
    report(.planTime, node, "This is not a time that a plan can have.")
    return nil
  }

  private mutating func tekster(_ node: YAMLNode?) -> [String] {
    guard let node else { return [] }
    return elements(node).compactMap { tekst($0) }
  }

  private mutating func roller(_ node: YAMLNode) -> [String] { elements(node).compactMap { rolle($0) } }

  private mutating func sviktområde(_ node: YAMLNode) -> Int? {
    if let number = node.text.flatMap({ Int($0) }), kjent.sviktområder?.contains(number) ?? true {
      return number
    }
    report(.unknownFailureArea, node, "There is no failure area of this number in sviktomrader.yaml.")
    return nil
  }

  /// Ids of things that stand in other files.
  private mutating func lenker(
    _ node: YAMLNode?, _ known: [String]?, _ code: some RawRepresentable<String>, _ what: String
  ) -> [String] {
    guard let node else { return [] }
    let found = elements(node)
    if let known { for one in found { krev(one, i: known, code, "There is no \(what)") } }
    return found.compactMap(\.text)
  }
}
