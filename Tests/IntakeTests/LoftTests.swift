import CaseRecords
import Checklists
import Foundation
import Intake
import JSONText
import RuleEngine
import Testing
import Values

/// What must hold for anything that is uploaded.
struct LøftTests {
  /// The table that a team would fill in for a case whose record is known.
  private func tabell(_ sak: JSONValue, fra: Dato?) -> String? {
    let placements = (sak["hendelser"]?["plassering"]?.array ?? []).sorted {
      ($0["fra"]?.string ?? "") < ($1["fra"]?.string ?? "")
    }
    guard let last = placements.last, last["til"] == nil, let moved = last["fra"]?.string else { return nil }
    let facts = sak["opplysninger"]
    let decided = (sak["hendelser"]?["besøksfrekvens"]?.array ?? []).filter { $0["kode"]?.integer == 2 }
    let frequency = decided.count > 1 ? "" : decided.first?["dato"]?.string ?? "nei"
    let head = [
      sak["sak"], facts?["sakstype"], facts?["født"], last["fra"], last["type"],
    ].map { $0?.string ?? "" }
    let word = { (value: JSONValue?) in value?.bool.map { $0 ? "ja" : "nei" } ?? value?.string ?? "" }
    let supervision = (sak["hendelser"]?["tilsynskommune"]?.array ?? []).max {
      ($0["dato"]?.string ?? "") < ($1["dato"]?.string ?? "")
    }
    let responsible =
      supervision.map { [word($0["ansvar"]), word($0["dato"])] } ?? [word(facts?["tilsynsansvar"]), "nei"]
    let own =
      head + [placements.count == 1 ? "ja" : "nei", frequency] + responsible
      + [word(facts?["kan_danne_egne_synspunkter"])]
    let from = fra.map { "\($0)" } ?? moved
    let visits = (sak["hendelser"]?["oppfølgingsbesøk"]?.array ?? []).filter {
      ($0["dato"]?.string ?? "") >= from
    }
    let rows = visits.map { visit in
      own + ["oppfølgingsbesøk"]
        + [
          "dato", "form", "barnet_til_stede", "samtale_alene", "vurdering", "faglig_vurdering", "referat",
        ].map { word(visit[$0]) }
    }
    return (rows.isEmpty ? [own] : rows).map { row in
      (row + Array(repeating: "", count: Besøkstabell.Kolonne.allCases.count - row.count)).joined(
        separator: ";")
    }.joined(separator: "\r\n")
  }

  /// The whole record is the truth; the table knows less, and must never say more.
  @Test(arguments: [nil, "2009-01-01", "2013-01-01", "2014-06-01"])
  func `a table never gives a verdict that the whole record does not give`(_ fra: String?) throws {
    let cases = try Prøve.prøvesaker()
    let whole = Uttrekk(
      enhet: "solvik", team: "fosterhjem-1", dag: dag("2014-12-31"), kilde: .saksfil,
      poster: cases.map(\.canonicalBytes))
    let rows = cases.compactMap { tabell($0, fra: fra.map { dag($0) }) }
    #expect(rows.count > 100)
    let valg = Tabellvalg(
      uttrekksdag: dag("2014-12-31"), saksnummer: .pseudonym, komplett: [.oppfølgingsbesøk],
      fra: fra.map { IntakeTests.dag($0) })
    let result = try Prøve.les(("t", Besøkstabell.mal + rows.joined(separator: "\r\n")), tabell: valg)
    #expect(result.feil == [])
    let told = try #require(result.uttrekk)
    var decided = 0
    for day in ["2014-09-30", "2014-12-31"].map({ dag($0) }) {
      let liste = try #require(try Prøve.bibliotek().sjekkliste("fosterhjem", på: day))
      let truth = try whole.utfall(liste, på: day)
      for (sak, verdicts) in try told.utfall(liste, på: day) {
        for (punkt, verdict) in verdicts where verdict != .ukjent {
          decided += verdict == .ikkeAktuelt ? 0 : 1
          let known = truth[sak]?[punkt]
          let isRight = verdict == known || known == .ukjent
          #expect(isRight, "\(sak) \(punkt) on \(day): \(verdict) and not \(String(describing: known))")
        }
      }
    }
    #expect(decided > 100)
  }

  private static let numre = [
    "31129956715", "311299 56715", "02013299997", "30108299920", "10915596784", "13527248013",
    "ola@example.no", "+47 912 34 567",
  ]

  /// Every text of every format in turn is an identity.
  @Test func `an identity anywhere is refused and never repeated`() throws {
    let json = try Prøve.prøvesaker(1)[0].compactText
    let table =
      Besøkstabell.mal
      + "S-1;omsorgssak;05.2004;01.03.2010;fosterhjem;ja;nei;egen;nei;ja;besøk;"
      + "12.03.2014;stedlig;ja;ja;ja;nei;ja;\r\n"
    var tried = 0
    for (index, base) in [json, "[\(json)]", table, "S-1\nS-2"].enumerated() {
      let separators: Set<Character> = index < 2 ? ["\""] : [";", "\n", "\r\n"]
      let parts = base.split(omittingEmptySubsequences: false) { separators.contains($0) }
      // Every second part of JSON is a text; the headings of the table are refused as headings.
      let places = parts.indices.filter { index < 2 ? $0 % 2 == 1 : !parts[$0].isEmpty }
      for place in places where place % 7 == 1 || index > 1 {
        let number = Self.numre[place % Self.numre.count]
        var changed = parts.map(String.init)
        changed[place] = number
        let text = changed.joined(separator: index < 2 ? "\"" : index == 2 ? ";" : "\n")
        let file = index == 2 ? text.replacing(";;sak", with: ";sak") : text
        let result = try Prøve.les(("uttrekk", file))
        tried += 1
        let told = "\(result.linjer) \(result.feil) \(result.ukjent) \(result.uttrekk?.tekster ?? [])"
        #expect(!result.feil.isEmpty, "\(index) \(place)")
        #expect(!told.contains(number), "\(index) \(place)")
      }
    }
    #expect(tried > 60)
  }

  @Test func `a file's name that is an identity is not repeated`() throws {
    let result = try Prøve.les(("31129956715.json", "{"), ("C:\\Ola\\b.json", "{"))
    #expect(Set(result.feil.compactMap(\.fil)) == ["fil 1", "b.json"])
  }

  @Test(arguments: ["2014/123", " J-9 ", "45678901", "æ/1"])
  func `a number finds the case in the register import`(
    _ number: String
  ) throws {
    let file = Registerfil(saker: [
      TestSak(
        journalnummer: number.trimmingCharacters(in: .whitespaces), tiltak: [Element.tiltak(1, "2024-01-10")])
    ])
    let search = try #require(Sakssøk(nøkkel: Prøve.nøkkel, enhet: "solvik"))
    let sak = try search.pseudonym(journalnummer: number)
    #expect(try Prøve.les(("r", file.xml)).uttrekk?.saker == [sak])
    #expect(try search.pseudonym(journalnummer: number + "x") != sak)
  }

  @Test(arguments: ["", " ", "31129956715", "a\u{202E}b", String(repeating: "1", count: 101)])
  func `what is no journal number is told of and not repeated`(_ text: String) throws {
    let search = try #require(Sakssøk(nøkkel: Prøve.nøkkel, enhet: "solvik"))
    #expect {
      try search.pseudonym(journalnummer: text)
    } throws: { error in
      let told = (error as? Sakssøk.Feil)?.melding ?? ""
      return told.hasPrefix("Journalnummer") && told.hasSuffix(".")
        && (text.count < 3 || !told.contains(text))
    }
    #expect(Sakssøk(nøkkel: Array("kort".utf8), enhet: "solvik") == nil)
  }

  /// Bytes that nobody would upload: no crash, no value back.
  @Test func `any bytes at all are read or refused`() throws {
    var random = SplitMix64(frø: 20_261_122)
    let bases = [
      Besøkstabell.mal + "S-1;;;;;;;;;;besøk;1.1.2014;;;;;;;", "{\"format\":\"sak/1\"}", "<Barnevern/>",
      "S-1",
    ]
    for round in 0..<400 {
      var bytes = Array(bases[round % bases.count].utf8)
      for _ in 0..<Int(random.next() % 6) + 1 {
        let place = Int(random.next() % UInt64(bytes.count))
        bytes[place] = UInt8(truncatingIfNeeded: random.next())
      }
      let result = try Prøve.innleser().les(
        [("a", bytes)], team: "fosterhjem-1", enhet: "solvik", idag: Prøve.idag, tabell: Prøve.valg)
      #expect(result.uttrekk != nil || !result.feil.isEmpty)
    }
  }
}
