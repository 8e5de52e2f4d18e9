import JSONText
import Sampling
import Testing

struct RammeTests {
  @Test func `a frame sorts by UTF-8 bytes, whatever order it was given in`() throws {
    let month = try #require(september)
    let ids = ["å", "z", "S-10", "S-2", "ø", "S-1", "𝄞", "ﬀ"]
    let frame = try Ramme(måned: month, team: "Solvik", ids: ids)
    #expect(frame.ids == ["S-1", "S-10", "S-2", "z", "å", "ø", "ﬀ", "𝄞"])
    #expect(try Ramme(måned: month, team: "Solvik", ids: ids.reversed()).sjekksum == frame.sjekksum)
  }

  @Test func `the frame's bytes and SHA-256 are those of RFC 8785`() throws {
    let frame = try Ramme(
      måned: #require(september), team: "Solvik", ids: ["S-2", "S-1"],
      utelatte: [.init(id: "S-9", grunn: .karens), .init(id: "S-3", grunn: .uttrekkForGammelt)])
    let text = """
      {"excluded":[{"id":"S-3","reason":"uttrekk_for_gammelt"},{"id":"S-9","reason":"karens"}],\
      "format":"ramme/1","ids":["S-1","S-2"],"month":"2014-09","team":"Solvik"}
      """
    #expect(String(decoding: frame.json.canonicalBytes, as: UTF8.self) == text)
    #expect(frame.sjekksum.hex == "6b021aa2f5b5c6a3684b540c2cbaf9c31cf83494ef50e54316005228ab712af9")
    #expect(try Ramme(json: frame.json) == frame)
  }

  @Test func `the reasons for leaving a case out are the five of the design`() {
    #expect(
      Utelatelsesgrunn.allCases.map(\.rawValue)
        == ["sakstype", "uttrekk_for_gammelt", "karens", "lesefeil", "sperret"])
  }

  @Test(arguments: [
    (["S-1", "S-1"], Trekningsfeil.sakToGanger(nummer: 2)),
    (["S-1", "S-3"], .sakToGanger(nummer: 3)),
    (["S-1", ""], .ugyldigSak(nummer: 2)),
    (["S\u{0}1"], .ugyldigSak(nummer: 1)),
    (["S-1\n"], .ugyldigSak(nummer: 1)),
    (["\u{E5}", "a\u{30A}"], .sakToGanger(nummer: 2)),
  ])
  func `a malformed or doubled case is refused by its place`(ids: [String], feil: Trekningsfeil) throws {
    let month = try #require(september)
    #expect(throws: feil) {
      try Ramme(
        måned: month, team: "Solvik", ids: ids, utelatte: [.init(id: "S-3", grunn: .sperret)])
    }
  }

  @Test func `a frame needs a team`() throws {
    let month = try #require(september)
    #expect(throws: Trekningsfeil.teamMangler) { try Ramme(måned: month, team: "", ids: ["S-1"]) }
  }

  @Test func `no error repeats the id that it complains about`() throws {
    let month = try #require(september)
    let error = #expect(throws: Trekningsfeil.self) {
      try Ramme(måned: month, team: "Solvik", ids: ["hemmelig\u{7}"])
    }
    #expect(!"\(String(describing: error))".contains("hemmelig"))
  }

  @Test(arguments: [
    (["ids"], JSONValue.array([.string("S-2"), .string("S-1")]), "frame: the cases are not sorted"),
    (["ids"], .array([.integer(1)]), "frame.ids[0]: a text was expected"),
    (["month"], .string("2014-9"), "frame.month: a month"),
    (["format"], .string("ramme/2"), "frame.format: only ramme/1"),
    (["extra"], .null, "frame: has an unknown member"),
    (
      ["excluded"], .array([.object(["id": .string("S-3"), "reason": .string("trøtt")])]),
      "frame.excluded[0].reason: not a known reason"
    ),
    (
      ["excluded"], .array([.object(["id": .string("S-001"), "reason": .string("karens")])]), "may stand once"
    ),
  ])
  func `a frame that is not in its form is refused`(path: [String], value: JSONValue, text: String) throws {
    let json = try ramme(antall: 2).json.med(path, value)
    let error = #expect(throws: Bevisfeil.self) { try Ramme(json: json) }
    #expect(error?.description.contains(text) == true)
  }
}
