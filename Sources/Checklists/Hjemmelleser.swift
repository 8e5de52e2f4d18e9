internal import Values

/// Reads `Checklists/hjemler.yaml`.
struct Hjemmelleser: Definisjonsleser {
  let fil: String
  let faults: YAMLErrors
  var feil: [Definisjonsfeil]
  var varsler: [Varsel] = []

  init(fil: String, faults: YAMLErrors) {
    self.fil = fil
    self.faults = faults
    feil = Definisjonsfeilene(faults, fil: fil).feil
  }

  mutating func hjemler(_ root: YAMLNode) -> [Hjemmel] {
    guard let leser = mapping(root, "The register", ["hjemler"]),
      let list = required(leser, "hjemler", "The register")
    else { return [] }
    let nodes = elements(list)
    refuseDuplicates(nodes, "legal basis")
    return nodes.compactMap { hjemmel($0) }
  }

  /// Law has a provision and tells how sure the reading is; of our own rules neither is told.
  private static let alltid = [
    "id", "slag", "rettsakt", "gjelder", "krav", "kilde", "kontrolleresSenest",
  ]
  private static let forRett = ["bestemmelse", "sikkerhet"]

  private mutating func hjemmel(_ node: YAMLNode) -> Hjemmel? {
    let what = "A legal basis"
    let isUntold = node["slag"] == nil
    let slag = isUntold ? Self.slag(av: node) : node["slag"].flatMap { valg($0, Hjemmel.Slag.self) }
    let isLaw = slag?.erRett ?? true
    let keys = Self.alltid + (isLaw || isUntold ? Self.forRett : [])
    guard let leser = mapping(node, isLaw ? what : "A rule of our own", keys) else { return nil }
    let id = required(leser, "id", what).flatMap { tekst($0) }
    let act = required(leser, "rettsakt", what).flatMap { tekst($0) }
    let gjelder = required(leser, "gjelder", what).flatMap { periode($0) }
    let krav = required(leser, "krav", what).flatMap { tekst($0) }
    let kilde = required(leser, "kilde", what).flatMap { tekst($0) }
    let due = required(leser, "kontrolleresSenest", what)
    let frist = due.flatMap { dato($0) }
    var bestemmelse = isLaw ? nil : node["bestemmelse"].flatMap { tekst($0) }
    var sikkerhet: [Hjemmel.Lesning] = []
    if isLaw {
      bestemmelse = required(leser, "bestemmelse", what).flatMap { tekst($0) }
      let certainty = required(leser, "sikkerhet", what)
      if let certainty, let gjelder { sikkerhet = self.sikkerhet(certainty, gjelder) }
    }
    guard let id, let slag, let act, let gjelder, let krav, let kilde, let due, let frist else { return nil }
    warn(.legalBasisOverdue, due, etter: frist, "\(id) was to be looked at again by \(frist).")
    return Hjemmel(
      id: id, slag: slag, rettsakt: act, bestemmelse: bestemmelse, gjelder: gjelder, krav: krav, kilde: kilde,
      sikkerhet: sikkerhet, kontrolleresSenest: frist)
  }

  /// The kind of an entry that does not tell it, as none did before 2026: the certainty «egen policy» was the mark of a
  /// rule of our own, and a forskrift has its kind in its name.
  private static func slag(av node: YAMLNode) -> Hjemmel.Slag {
    if node["sikkerhet"]?.text == "egen policy" { return .egenProsedyre }
    return node["rettsakt"]?.text?.lowercased().contains("forskrift") == true ? .forskrift : .lov
  }

  /// One word for all days, or a word from each day on.
  private mutating func sikkerhet(_ node: YAMLNode, _ gjelder: Periode) -> [Hjemmel.Lesning] {
    guard node.elements != nil else {
      return valg(node, Hjemmel.Sikkerhet.self).map { [Hjemmel.Lesning(fra: gjelder.fra, er: $0)] } ?? []
    }
    let what = "A dated certainty"
    var readings: [Hjemmel.Lesning] = []
    for element in elements(node) {
      guard let leser = mapping(element, what, ["fra", "er"]) else { continue }
      let place = required(leser, "fra", what)
      let word = required(leser, "er", what).flatMap { valg($0, Hjemmel.Sikkerhet.self) }
      guard let place, let from = dato(place), let word else { continue }
      let isNext = readings.last.map { $0.fra < from } ?? (from == gjelder.fra)
      if isNext, gjelder.inneholder(from) {
        readings.append(Hjemmel.Lesning(fra: from, er: word))
      } else {
        report(
          .certaintyDays, place, "The days of certainty do not follow those of «gjelder».",
          hint: "Let the first begin with «gjelder», and each of the others later than the one before it.")
      }
    }
    return readings
  }
}
