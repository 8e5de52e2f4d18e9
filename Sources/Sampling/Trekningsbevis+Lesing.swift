public import JSONText

extension Trekningsbevis {
  /// Reads a proof file; throws at the first thing that does not have the form. Nothing is recomputed yet.
  public init(json: JSONValue) throws(Bevisfeil) {
    let file = try Feltleser(
      json, sted: "",
      felter: [
        "format", "frame", "frame_sha256", "commit", "seed", "seed_source", "tickets", "drawn", "swaps",
        "journal",
      ])
    guard try file.tekst("format") == Lodd.algoritme else {
      throw .form(sted: "format", problem: "only \(Lodd.algoritme) is known")
    }
    ramme = try Ramme(json: file.value("frame"), sted: "frame")
    rammesjekksum = try file.tekst("frame_sha256")
    let commit = try file.undernivå("commit", felter: ["n", "N", "karens", "algorithm", "checklists"])
    forpliktet = Forpliktet(
      antallTrukne: try commit.heltall("n"), antallSaker: try commit.heltall("N"),
      karens: try commit.heltall("karens"), algoritme: try commit.tekst("algorithm"),
      sjekklister: try commit.tekster("checklists"))
    frø = try file.tekst("seed")
    frøkilde = try Frø.Kilde(json: file.value("seed_source"), sted: "seed_source")
    lodd = try Trekningsbevis.lodd(file)
    trukket = try file.tekster("drawn")
    bytter = try Trekningsbevis.bytter(file)
    let journal = try file.undernivå("journal", felter: ["commit", "seed"])
    self.journal = Journalkoder(
      forpliktelse: try journal.valgfriTekst("commit"), frø: try journal.valgfriTekst("seed"))
  }

  private static func lodd(_ file: Feltleser) throws(Bevisfeil) -> [Lodd] {
    var tickets: [Lodd] = []
    for (place, value) in try file.liste("tickets") {
      let fields = try Feltleser(value, sted: place, felter: ["id", "ticket"])
      tickets.append(Lodd(id: try fields.tekst("id"), lodd: try fields.tekst("ticket")))
    }
    return tickets
  }

  private static func bytter(_ file: Feltleser) throws(Bevisfeil) -> [Bytte] {
    var swaps: [Bytte] = []
    for (place, value) in try file.liste("swaps") {
      let fields = try Feltleser(value, sted: place, felter: ["out", "in", "reason"])
      swaps.append(
        Bytte(ut: try fields.tekst("out"), inn: try fields.tekst("in"), kode: try fields.tekst("reason")))
    }
    return swaps
  }
}

extension Ramme {
  /// Reads a frame; throws when it does not have the form `ramme/1` or is not in its order.
  public init(json: JSONValue) throws(Bevisfeil) { try self.init(json: json, sted: "frame") }

  init(json: JSONValue, sted: String) throws(Bevisfeil) {
    let fields = try Feltleser(json, sted: sted, felter: ["format", "month", "team", "ids", "excluded"])
    guard try fields.tekst("format") == "ramme/1" else {
      throw .form(sted: "\(sted).format", problem: "only ramme/1 is known")
    }
    guard let month = Måned(try fields.tekst("month")) else {
      throw .form(sted: "\(sted).month", problem: "a month such as 2014-09 was expected")
    }
    let ids = try fields.tekster("ids")
    let excluded = try Ramme.utelatte(fields)
    do {
      try self.init(måned: month, team: try fields.tekst("team"), ids: ids, utelatte: excluded)
    } catch let feil as Bevisfeil {
      throw feil
    } catch {
      throw .form(sted: sted, problem: "\(error)")
    }
    guard zip(ids, self.ids).allSatisfy({ sammeBytes($0, $1) }),
      zip(excluded, utelatte).allSatisfy({ sammeBytes($0.id, $1.id) })
    else { throw .form(sted: sted, problem: "the cases are not sorted by their UTF-8 bytes") }
  }

  private static func utelatte(_ frame: Feltleser) throws(Bevisfeil) -> [Utelatt] {
    var excluded: [Utelatt] = []
    for (place, value) in try frame.liste("excluded") {
      let fields = try Feltleser(value, sted: place, felter: ["id", "reason"])
      guard let reason = Utelatelsesgrunn(rawValue: try fields.tekst("reason")) else {
        throw .form(sted: "\(place).reason", problem: "not a known reason")
      }
      excluded.append(Utelatt(id: try fields.tekst("id"), grunn: reason))
    }
    return excluded
  }
}

extension Frø.Kilde {
  /// Reads where a seed came from.
  init(json: JSONValue, sted: String) throws(Bevisfeil) {
    let fields = try Feltleser(json, sted: sted, felter: ["type", "roles"])
    let roles = try fields.tekster("roles")
    switch (try fields.tekst("type"), roles.count) {
    case ("kastet", _): self = .kastet(av: roles)
    case ("system", 0): self = .system
    case ("oppgitt", 0): self = .oppgitt
    default: throw .form(sted: sted, problem: "kastet with two roles, system or oppgitt was expected")
    }
  }
}
