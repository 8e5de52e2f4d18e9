import CaseRecords
import Checklists
import Foundation
import JSONText
import Quality
import Reports
import Testing
import Values

/// The table of what a control rests on, with the real register.
@Suite struct `The table of legal bases in the protocol` {
  /// The protocol of a control of one made-up case, from the first mention of its bases to the last.
  private func tabell(på dag: String) throws -> String {
    let library = try OppfølgingsarkTests.bibliotek.get()
    let day = try #require(Dato(dag))
    let checklist = try #require(library.sjekkliste("fosterhjem", på: day))
    let record = try #require(checklist.punkter.first { $0.id == "OB-ANTALL" }?.eksempler.first?.sak)
    let bunke = try Saksbunke(sak: record, modell: library.modell)
    let run = Sjekklistevurdering(library, checklist, på: day)
    var acts = try Eksempelkontroll.hendelser()
    acts.removeLast()
    let sak = Kontrollsak(
      sak: "S-0042", grunnlag: .omsorgssak, fakta: [], sakshash: "77aa",
      punkter: try run.punkter(Array(bunke.saker[0].kanonisk)))
    let other = Eksempelsaker.andre()
    acts.append(
      .vurdering(
        Vurderingsrunde(saker: [
          sak,
          Kontrollsak(
            sak: other.sak, grunnlag: other.grunnlag, fakta: [], sakshash: "77ab", punkter: sak.punkter),
        ])))
    let html = Protokoll(try Kontroll(Eksempelkontroll.nøkkel(), hendelser: acts), .full).html
    let table = try #require(html.split(separator: "<caption>Lov, forskrift og andre krav").last)
    return String(try #require(table.split(separator: "</table>").first))
  }

  /// Its rows: name, kind, points, caveats.
  private func rader(_ table: String) -> [String: (slag: String, punkter: [String], forbehold: [String])] {
    var rows: [String: (String, [String], [String])] = [:]
    for row in table.components(separatedBy: "<th scope=\"row\">").dropFirst() {
      let lines = row.split(separator: "\n").map(String.init)
      let name = lines[0].replacing("</th>", with: "")
      let cells = lines.filter { $0.hasPrefix("<td>") }.map { String($0.dropFirst(4).dropLast(5)) }
      let caveats = lines.filter { $0.hasPrefix("<p class=\"liten\">") }.map {
        String($0.dropFirst(17).dropLast(4))
      }
      #expect(rows[name] == nil, "\(name) stands twice")
      rows[name] = (cells[0], cells[1].components(separatedBy: ", "), caveats)
    }
    return rows
  }

  @Test(arguments: ["2014-09-30", "2019-06-30", "2023-06-30", "2025-06-30", "2026-06-30"])
  func `names each once, with its own kind`(day: String) throws {
    let library = try OppfølgingsarkTests.bibliotek.get()
    let rows = rader(try tabell(på: day))
    #expect(rows.count > 10)
    let on = try #require(Dato(day))
    for basis in library.hjemler {
      guard let row = rows[Bokmål.stor(basis.navn(på: on))] else { continue }
      #expect(row.slag == Bokmål.stor(basis.slag.rawValue), "\(basis.id)")
    }
    #expect(rows["Våre egne frister"]?.slag == "Vår frist")
  }

  /// The number of tilsyn before February 2014 was never read. In September 2014 the point about 2013 says so; the one
  /// about the reports of the last twelve months, for the days before; two years later nothing does.
  @Test func `says how sure the reading is for the days that each point judged`() throws {
    let early = try #require(rader(try tabell(på: "2014-09-30"))["Fosterhjemsforskriften (2003) § 9"])
    #expect(early.forbehold.contains("Forbehold (TI-ANTALL): skal kontrolleres mot kilden før bruk"))
    #expect(early.forbehold.contains { $0.contains("til 31. januar 2014: skal kontrolleres") })
    let late = try #require(rader(try tabell(på: "2016-09-30"))["Fosterhjemsforskriften (2003) § 9"])
    #expect(late.forbehold == [])
  }
}
