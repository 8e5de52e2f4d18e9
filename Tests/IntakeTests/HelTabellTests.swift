import CaseRecords
import Checklists
import Foundation
import Intake
import JSONText
import RuleEngine
import Testing
import Values

/// A table of which something is left out is not whole: what is not there may have happened.
struct `A table with a row that cannot be used` {
  private static let topp =
    "sak;sakstype;fødselsmåned;plassert_fra;plasseringstype;første_plassering;to_besøk_fra;tilsynsansvar;"
    + "besøkstype;besøksdato;form;barnet_til_stede;snakket_alene;vurdering"
  private static let saken = "2011/123;omsorgssak;03.2005;14.02.2011;fosterhjem;ja;nei;egen kommune"
  private static let naboen = "2012/7;omsorgssak;07.2006;14.02.2011;fosterhjem;ja;nei;egen kommune"
  private static let dager = ["11.02.2013", "06.05.2013", "20.08.2013", "04.11.2013"]
  private static let valg = Tabellvalg(
    uttrekksdag: dag("2014-09-30"), komplett: Set(Besøksslag.allCases))

  /// Four visits of each of two cases: OB-ANTALL is oppfylt in both.
  private static let rader = [saken, naboen].flatMap { sak in
    dager.map { "\(sak);oppfølgingsbesøk;\($0);i fosterhjemmet;ja;ja;ja" }
  }

  private func les(_ rows: [String], _ top: String = topp) throws -> Innlesing {
    try Prøve.les(
      ("tabell.csv", ([top] + rows).joined(separator: "\r\n")), tabell: Self.valg)
  }

  private func utfall(_ result: Innlesing) throws -> [String: [String: Utfall]] {
    let checklist = try #require(try Prøve.bibliotek().sjekkliste("fosterhjem", versjon: "2014-05-31"))
    return try result.uttrekk?.utfall(checklist, på: dag("2014-09-30")) ?? [:]
  }

  private static func kode(_ number: String) throws -> String {
    let search = try #require(Sakssøk(nøkkel: Prøve.nøkkel, enhet: "solvik"))
    return try search.pseudonym(journalnummer: number)
  }

  @Test func `is judged whole when each row can be`() throws {
    let found = try utfall(try les(Self.rader))
    #expect(found.count == 2)
    #expect(found.values.allSatisfy { $0["OB-ANTALL"] == .oppfylt })
  }

  /// What a cell becomes that nobody can read, and rows that are cut off or torn.
  private static let skader: [@Sendable (String) -> String] = [
    { _ in "" }, { _ in "?" }, { _ in "#I/T" }, { $0 + "\u{7F}" }, { "=" + $0 }, { _ in "31129956715" },
    { $0.replacingOccurrences(of: "/", with: "\u{2013}") }, { $0.replacingOccurrences(of: "/", with: "-") },
  ]

  /// Making any cell of any row unreadable turns nothing that was unknown or fulfilled into a breach.
  @Test(arguments: skader.indices) func `is never the reason for a breach`(_ damage: Int) throws {
    let before = try utfall(try les(Self.rader))
    for row in [0, 3, 4, 7] {
      let cells = Self.rader[row].split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      for cell in cells.indices {
        var damaged = cells
        damaged[cell] = Self.skader[damage](cells[cell])
        var rows = Self.rader
        rows[row] = damaged.joined(separator: ";")
        for (sak, points) in try utfall(try les(rows)) {
          for (point, outcome) in points where outcome == .avvik || outcome == .merknad {
            let was = before[sak]?[point]
            #expect(was == outcome, "\(rows[row]): \(point)")
          }
        }
      }
    }
  }

  /// What a placement rests on is not in the table: within its first year it may be an akutt placement.
  @Test func `is judged on the year before only when the child had then lived there for a year`() throws {
    let rows = Self.rader.map { $0.replacingOccurrences(of: "14.02.2011", with: "14.02.2012") }
    #expect(try utfall(try les(rows)).values.allSatisfy { $0["OB-ANTALL"] == .ukjent })
    let earlier = Self.rader.map { $0.replacingOccurrences(of: "14.02.2011", with: "01.01.2012") }
    #expect(try utfall(try les(earlier)).values.allSatisfy { $0["OB-ANTALL"] == .oppfylt })
  }

  @Test func `whose case is known leaves that case out, and no other`() throws {
    var rows = Self.rader
    rows[3] += ";x"
    let result = try les(rows)
    #expect(result.uttrekk?.uleselige == [try Self.kode("2011/123")])
    #expect(try utfall(result)[try Self.kode("2012/7")]?["OB-ANTALL"] == .oppfylt)
  }

  @Test(arguments: ["", "2011\u{2013}123", "2011-123", "31129956715"])
  func `whose case is not known leaves no kind of visit whole`(_ number: String) throws {
    var rows = Self.rader
    let visit = "oppfølgingsbesøk;04.11.2013;i fosterhjemmet;ja;ja;ja"
    rows[3] = "\(number);;;;;;;;\(visit)"
    let result = try les(rows)
    let found = try utfall(result)
    #expect(found[try Self.kode("2011/123")]?["OB-ANTALL"] == .ukjent)
    #expect(found[try Self.kode("2012/7")]?["OB-ANTALL"] == .oppfylt)
    #expect(found.count == 2)
    #expect(result.feil.count == 1)
    #expect(
      result.linjer.contains { $0.erVarsel && $0.tekst.hasPrefix("Rader uten kjent sak") && $0.antall == 1 })
  }

  @Test func `has the case of the row above when all else of the case is the same, and that is told`() throws
  {
    var rows = Self.rader
    for index in [1, 2, 3] { rows[index] = String(rows[index].dropFirst("2011/123".count)) }
    let result = try les(rows)
    #expect(result.feil == [])
    #expect(try utfall(result).values.allSatisfy { $0["OB-ANTALL"] == .oppfylt })
    #expect(
      result.linjer.contains { $0.erVarsel && $0.tekst.hasPrefix("Rader uten saksnummer") && $0.antall == 3 })
    // The first row of the next case says something else of the case.
    rows[4] = String(rows[4].dropFirst("2012/7".count))
    #expect(try les(rows).feil.map(\.melding) == ["Sak mangler."])
  }

  /// Habits of spreadsheets that change no word of the table.
  @Test(
    arguments: [
      {
        $0.replacingOccurrences(of: " (", with: "\u{A0} (").replacingOccurrences(
          of: "_fra", with: "_fra\u{A0}")
      },
      { $0.replacingOccurrences(of: "\r\n", with: String(repeating: ";", count: 250) + "\r\n") },
      {
        $0.replacingOccurrences(of: "2013;i", with: "2013 00:00;i").replacingOccurrences(
          of: "2011;f", with: "2011 00:00:00;f")
      },
      {
        $0.replacingOccurrences(of: "03.2005", with: "mar.05").replacingOccurrences(
          of: "07.2006", with: "jul.06")
      },
      {
        $0.replacingOccurrences(of: "03.2005", with: "mars 2005").replacingOccurrences(
          of: "07.2006", with: "Jul-06")
      },
      { $0.replacingOccurrences(of: "03.2005", with: "2005M03") },
      { "sep=;\r\n" + $0 }, { "\u{FEFF}sep=;\r\n" + $0 },
    ] as [@Sendable (String) -> String])
  func `is not made by the small habits of spreadsheets`(_ habit: @Sendable (String) -> String) throws {
    let text = ([Self.topp] + Self.rader).joined(separator: "\r\n")
    let (plain, changed) = try (
      Prøve.les(("t", text), tabell: Self.valg), Prøve.les(("t", habit(text)), tabell: Self.valg)
    )
    #expect(changed.feil == [])
    #expect(changed.uttrekk?.tekster == plain.uttrekk?.tekster)
  }

  @Test func `may be written in Windows-1252`() throws {
    let text = ([Self.topp] + Self.rader).joined(separator: "\r\n")
    var bytes = text.unicodeScalars.map { UInt8($0.value) }
    let dash = Array("2011/123".utf8)
    let last = try #require(bytes.indices.last { bytes[$0...].starts(with: dash) })
    bytes[last + 4] = 0x96
    let result = try Prøve.innleser().les(
      [("t", bytes)], team: "fosterhjem-1", enhet: "solvik", idag: Prøve.idag, tabell: Self.valg)
    #expect(
      result.feil.map(\.melding) == ["Sak er ikke skrevet som et saksnummer. Skriv det på nytt."]
    )
    #expect(try utfall(result)[try Self.kode("2011/123")]?["OB-ANTALL"] == .ukjent)
  }
}
