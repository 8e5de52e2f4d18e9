import CaseRecords
import Foundation
import Intake
import JSONText
import RegisterImport
import Testing
import Values

/// Whole uploads: from bytes to an extract or to a reason.
struct InnleserTests {
  private static func sak(_ id: String, team: String? = "fosterhjem-1", dag: String = "2014-09-30") -> String
  {
    let unit = team.map { "\"enhet\":\"solvik\",\"team\":\"\($0)\"," } ?? ""
    return "{\"format\":\"sak/1\",\"sak\":\"\(id)\",\(unit)\"uttrekk\":\"\(dag)\"}"
  }

  @Test(arguments: [
    ("one object", sak("S-1")), ("one object over several lines", sak("S-1").replacing(",", with: ",\r\n")),
    ("JSON Lines", sak("S-1") + "\n\n" + sak("S-2") + "\r\n"), ("a list", "[\(sak("S-1")),\n\(sak("S-2"))]"),
    ("with a byte order mark", "\u{FEFF}" + sak("S-1")),
    ("without unit and team", sak("S-1", team: nil)),
  ])
  func `case files are read whatever they are called`(_ navn: String, _ text: String) throws {
    let result = try Prøve.les(("uttrekk.csv", text))
    #expect(result.feil == [])
    let uttrekk = try #require(result.uttrekk)
    #expect(uttrekk.saker.first == "S-1")
    #expect(uttrekk.kilde == .saksfil)
    #expect("\(uttrekk.dag)" == "2014-09-30")
    #expect(
      try uttrekk.bunke(Prøve.modell()).saker.allSatisfy { $0.team == "fosterhjem-1" && $0.enhet == "solvik" }
    )
  }

  @Test func `the sample cases give the same records as the reader of files`() throws {
    let cases = try Prøve.prøvesaker()
    let text = cases.map(\.compactText).joined(separator: "\n")
    let result = try Prøve.les(("saker.jsonl", text), forventet: 118)
    let uttrekk = try #require(result.uttrekk)
    #expect(uttrekk.poster == cases.map(\.canonicalBytes))
    #expect(
      result.linjer == [
        Avstemmingslinje("Saker i filene", 138), Avstemmingslinje("Saker lest inn", 138),
        Avstemmingslinje("Barn i fosterhjem du ventet å finne", 118, erVarsel: true),
      ])
  }

  @Test func `a faulty case is told of and the others are read`() throws {
    let text = [
      Self.sak("S-1"), "{\"format\":\"sak/1\",\"sak\":\"S-2\"}", "{", Self.sak("S-3"), Self.sak("S-3"),
    ]
    let result = try Prøve.les(("a.jsonl", text.joined(separator: "\n")))
    #expect(result.uttrekk?.saker == ["S-1"])
    #expect(result.uttrekk?.uleselige == ["S-2", "S-3"])
    #expect(
      result.feil.map { "\($0.sted): \($0.kode)" } == [
        "a.jsonl, linje 2, kolonne 1: missing_extract_date", "a.jsonl, linje 3, kolonne 2: invalid_json",
        "a.jsonl, linje 4, kolonne 25: duplicate_case", "a.jsonl, linje 5, kolonne 25: duplicate_case",
      ])
    #expect(result.linjer.last == Avstemmingslinje("Saker lest inn", 1))
    #expect(result.linjer.contains(Avstemmingslinje("Saker som ikke kunne leses", 3, erVarsel: true)))
  }

  @Test func `cases of other teams are left out and counted`() throws {
    let text = Self.sak("S-1") + "\n" + Self.sak("S-2", team: "fosterhjem-2")
    let result = try Prøve.les(("a", text))
    #expect(result.uttrekk?.saker == ["S-1"])
    #expect(result.linjer.contains(Avstemmingslinje("Hoppet over: saken hører til et annet team", 1)))
    #expect(try Prøve.les(("a", text), team: "fosterhjem-3").feil.map(\.kode) == ["ingen-saker"])
  }

  private static let feil: [(String, [(String, String)], String)] = [
    ("no file", [], "ingen-fil"), ("an empty file", [("a", " \r\n")], "tom-fil"),
    ("no text", [("a", "\u{0}\u{1}")], "ikke-tekst"),
    ("two kinds", [("a", sak("S-1")), ("b", "<Barnevern/>")], "flere-formater"),
    ("too large", [("a", "{" + String(repeating: " ", count: Innleser.størsteFil))], "for-stor-fil"),
    ("too many", Array(repeating: ("a", "{}"), count: 51), "for-mange-filer"),
    ("a day to come", [("a", sak("S-1", dag: "2026-11-23"))], "uttrekk-i-framtida"),
    ("another unit", [("a", sak("S-1").replacing("solvik", with: "annen"))], "annen-enhet"),
    ("a broken list", [("a", "[{]")], "invalid_json"),
    ("no register file", [("a", "<html/>")], "import-skjema"),
    ("a doctype", [("a", "<!DOCTYPE x [<!ENTITY a \"a\">]><x/>")], "import-doctype"),
    ("a deep value", [("a", "{\"a\":" + String(repeating: "[", count: 70))], "invalid_json"),
    ("headings of another table", [("a", "navn;dato\r\nx;y")], "tabell-overskrift"),
    ("an open quotation mark", [("a", "sak;form\r\nS-1;\"x")], "tabell-form"),
  ]

  @Test(arguments: feil.indices) func `what cannot be read is told in bokmål`(_ index: Int) throws {
    let (_, files, code) = Self.feil[index]
    let result = try Prøve.innleser().les(
      files.map { ($0.0, Array($0.1.utf8)) }, team: "fosterhjem-1", enhet: "solvik", idag: Prøve.idag,
      tabell: Prøve.valg)
    #expect(result.uttrekk == nil)
    #expect(result.feil.map(\.kode) == [code])
    #expect(result.feil.allSatisfy { $0.melding.hasSuffix(".") })
  }

  @Test(arguments: ["", "team 1", "31129956715", "<b>", String(repeating: "a", count: 41), "a\u{202E}b"])
  func `a team must have a name that a record can hold`(_ team: String) throws {
    let result = try Prøve.les(("a", Self.sak("S-1", team: nil)), team: team)
    #expect(result.feil.map(\.kode) == ["navn"])
    #expect(team.isEmpty || !result.feil[0].melding.contains(team))
  }

  @Test func `a register upload gives the same records as the import of files`() throws {
    let sak = { (number: Int) in
      TestSak(
        id: Registerfil.uuid(100 + number), journalnummer: "2024/\(number)",
        tiltak: [Element.tiltak(1, "2024-01-10", oppfølging: "| 2024-05-05")])
    }
    let files = [
      Registerfil(
        id: Registerfil.uuid(2), forrigeId: Registerfil.uuid(1), datoUttrekk: "2026-04-02T02:00:00+02:00",
        saker: [sak(2), sak(3)]), Registerfil(saker: [sak(1), sak(2)]),
    ]
    let mappe = try Prøvemappe()
    for (index, file) in files.enumerated() {
      try Data(file.xml.utf8).write(to: URL(filePath: mappe.sti + "/\(index).xml"))
    }
    _ = try Registerimport(nøkkel: Prøve.nøkkel, enhet: "solvik", team: "fosterhjem-1").importer(
      filer: [mappe.sti + "/0.xml", mappe.sti + "/1.xml"], til: mappe.sti + "/ut")
    let written = try String(contentsOfFile: mappe.sti + "/ut/saker.jsonl", encoding: .utf8)
    let result = try Prøve.les(("a", files[0].xml), ("b", files[1].xml), forventet: 3)
    let expected = try written.split(separator: "\n").map {
      try JSONValue(parsing: String($0)).canonicalBytes
    }
    #expect(result.uttrekk?.kilde == .register)
    #expect(Set(result.uttrekk?.poster ?? []) == Set(expected))
    #expect(expected.count == 3)
    #expect(
      result.linjer == [
        Avstemmingslinje("Saker i filene", 3), Avstemmingslinje("Barn i fosterhjem", 3),
        Avstemmingslinje("Saker lest inn", 3), Avstemmingslinje("Barn i fosterhjem du ventet å finne", 3),
      ])
    let search = try #require(Sakssøk(nøkkel: Prøve.nøkkel, enhet: "solvik"))
    #expect(result.uttrekk?.saker.contains(try search.pseudonym(journalnummer: " 2024/2 ")) == true)
    #expect(
      try Prøve.innleser(nøkkel: nil).les(
        [("a", Array(files[1].xml.utf8))], team: "t", enhet: nil, idag: Prøve.idag
      ).feil.map(\.kode) == [
        "nøkkel-mangler"
      ])
  }

  @Test func `what is unknown is told with the points that hang on it`() throws {
    let cases = try Prøve.prøvesaker(12).map { sak in
      let text = sak.compactText
      return text.replacing("\"hendelser\":{", with: "\"hendelser\":{\"etterlysning\":[],")
    }
    let whole = try Prøve.les(("a", cases.joined(separator: "\n")), medPunkter: true)
    #expect(whole.uttrekk?.poster.count == 12)
    #expect(!whole.ukjent.contains { $0.samling == "drøfting" && $0.saker == 12 })
    let less = try cases.map { text in
      let value = try JSONValue(parsing: text)
      let events = try #require(value["hendelser"]?.members).filter { $0.name != "drøfting" }
      return JSONValue.object(
        try #require(value.members).map { $0.name == "hendelser" ? .init("hendelser", .object(events)) : $0 }
      ).compactText
    }
    let result = try Prøve.les(("a", less.joined(separator: "\n")), medPunkter: true)
    let found = try #require(result.ukjent.first { $0.samling == "drøfting" && $0.felt == nil })
    #expect(found.saker == 12 && found.grunn == .ikkeMed)
    #expect(found.punkter.contains("VD-DROFTING") && found.punkter.contains("OB-BEHOV"))
    #expect(found.tekst.hasPrefix("Drøftinger: ikke med i uttrekket (alle 12 sakene). "))
  }
}
