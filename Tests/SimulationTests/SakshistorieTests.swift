import JSONText
import Testing
import Values

@testable import Simulation

/// What an extract knew on a day, of a record that was written later.
struct SakshistorieTests {
  private func historie(_ samlinger: String, født: String = "2008-03") throws -> Sakshistorie {
    let text = """
      {"format": "sak/1", "sak": "S-1", "enhet": "solvik", "team": "fosterhjem-1", "uttrekk": "2016-12-31",
       "opplysninger":
         {"født": "\(født)", "tilsynsansvar": "egen", "kan_danne_egne_synspunkter": true},
       "hendelser": {\(samlinger)}}
      """
    return Sakshistorie(try JSONValue(parsing: Array(text.utf8)), til: try #require(Dato("2016-06-15")))
  }

  private static let hjem = #""plassering": [{"fra": "2013-02-10", "type": "fosterhjem"}]"#

  /// The collection as the extract of a day has it, one line an entry.
  private func uttrekk(_ samlinger: String, _ samling: String, _ dag: String) throws -> [String] {
    let record = try historie(samlinger).uttrekk(try #require(Dato(dag)))
    return try #require(record?["hendelser"]?[samling]?.array).map(\.compactText)
  }

  @Test(arguments: [
    ("2013-02-09", false), ("2013-02-10", true), ("2016-06-15", true), ("2016-06-16", false),
  ])
  func `the team has the case from the day the child moves in to the day it is closed`(
    dag: String, has: Bool
  ) throws {
    let record = try historie(Self.hjem).uttrekk(try #require(Dato(dag)))
    #expect((record != nil) == has)
    if let record { #expect(record["uttrekk"]?.string == dag) }
  }

  @Test func `a stay in an emergency home comes before the case`() throws {
    let samlinger = #"""
      "plassering": [{"fra": "2013-02-10", "til": "2013-05-01", "type": "beredskapshjem"},
                     {"fra": "2013-05-02", "type": "fosterhjem"}]
      """#
    #expect(try historie(samlinger).fra == Dato("2013-05-02"))
  }

  @Test func `a placement before the child moved home again is not the case of today`() throws {
    let samlinger = #"""
      "plassering": [{"fra": "2009-02-10", "til": "2011-05-01", "type": "fosterhjem"},
                     {"fra": "2013-01-02", "til": "2013-05-01", "type": "beredskapshjem"},
                     {"fra": "2013-05-02", "til": "2014-02", "type": "fosterhjem"},
                     {"fra": "2014-03-01", "type": "fosterhjem"}]
      """#
    #expect(try historie(samlinger).fra == Dato("2013-05-02"))
  }

  @Test(arguments: [("2013-12-31", "annen"), ("2014-01-01", "egen"), ("2016-06-15", "egen")])
  func `supervision is the responsibility of the municipality that had it on the day`(
    dag: String, ansvar: String
  ) throws {
    let samlinger = #"""
      \#(Self.hjem), "tilsynskommune":
        [{"dato": "2013-02-10", "ansvar": "annen"}, {"dato": "2014-01-01", "ansvar": "egen"}]
      """#
    let record = try historie(samlinger).uttrekk(try #require(Dato(dag)))
    #expect(record?["opplysninger"]?["tilsynsansvar"]?.string == ansvar)
  }

  @Test(arguments: [
    (#"{"dato": "2014-03-12"}"#, "2014-03-11", "2014-03-12"),
    (#"{"dato": "2014-03-12", "registrert": "2014-05-02"}"#, "2014-05-01", "2014-05-02"),
    (#"{"dato": "2014-03"}"#, "2014-03-30", "2014-03-31"),
    (#"{"dato": "2014"}"#, "2014-12-30", "2014-12-31"),
    (#"{"dato": "2014-03-12", "rapport_mottatt": false}"#, "2014-03-11", "2014-03-12"),
  ])
  func `an entry is there from the day it is registered`(post: String, before: String, from: String) throws {
    let samlinger = #"\#(Self.hjem), "tilsynsbesøk": [\#(post)]"#
    #expect(try uttrekk(samlinger, "tilsynsbesøk", before) == [])
    #expect(try uttrekk(samlinger, "tilsynsbesøk", from).count == 1)
  }

  @Test func `an entry without a date is there as soon as the one before it`() throws {
    let samlinger = #"\#(Self.hjem), "samtale": [{"dato": "2014-03-12"}, {"dato": null}]"#
    #expect(try uttrekk(samlinger, "samtale", "2014-03-11") == [])
    #expect(try uttrekk(samlinger, "samtale", "2014-03-12").count == 2)
  }

  @Test func `a stay has no end before it has ended`() throws {
    let samlinger = #""plassering": [{"fra": "2013-02-10", "til": "2014-04-30", "type": "fosterhjem"}]"#
    #expect(
      try uttrekk(samlinger, "plassering", "2014-04-29") == [#"{"fra":"2013-02-10","type":"fosterhjem"}"#])
    #expect(try uttrekk(samlinger, "plassering", "2014-04-30").first?.contains("2014-04-30") == true)
  }

  @Test func `a plan of measures tells from its first day how long it is to last`() throws {
    let samlinger = #"\#(Self.hjem), "tiltaksplan": [{"fra": "2014-01-01", "til": "2014-06-30"}]"#
    #expect(
      try uttrekk(samlinger, "tiltaksplan", "2014-02-01") == [#"{"fra":"2014-01-01","til":"2014-06-30"}"#])
  }

  @Test func `a report of a supervision is missing until it comes`() throws {
    let samlinger = #"""
      \#(Self.hjem), "tilsynsbesøk":
        [{"dato": "2014-03-12", "rapport_mottatt": "2014-04-10", "rapport_fulgt_opp": true}]
      """#
    #expect(
      try uttrekk(samlinger, "tilsynsbesøk", "2014-04-09")
        == [#"{"dato":"2014-03-12","rapport_mottatt":false,"rapport_fulgt_opp":false}"#])
    #expect(
      try uttrekk(samlinger, "tilsynsbesøk", "2014-04-10")
        == [#"{"dato":"2014-03-12","rapport_mottatt":"2014-04-10","rapport_fulgt_opp":true}"#])
  }

  @Test(arguments: [("2013-02-28", false), ("2013-03-01", true)])
  func `a child grows into a view of its own`(dag: String, mature: Bool) throws {
    let record = try historie(Self.hjem).uttrekk(try #require(Dato(dag)))
    #expect(record?["opplysninger"]?["kan_danne_egne_synspunkter"] == .bool(mature))
  }
}
