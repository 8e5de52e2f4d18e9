import CaseRecords
import Checklists
import Foundation
import JSONText
import Quality
import Reports
import RuleEngine
import Sampling
import Testing
import Values

@Suite struct OppfølgingsarkTests {
  static let rot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let bibliotek = Result {
    let folder = rot.appending(path: "Checklists")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    return try Sjekklistebibliotek(
      names.filter { $0.hasSuffix(".yaml") }.map {
        .init(sti: $0, bytes: Array(try Data(contentsOf: folder.appending(path: $0))))
      }, mappe: "Checklists")
  }

  /// The sheets of some sample cases.
  private func ark(_ saker: [String], avvik: [Avvik] = []) throws -> Oppfølgingsark {
    let library = try OppfølgingsarkTests.bibliotek.get()
    let day = try Gjennomgangsår.dato("2014-09-30")
    let checklist = try #require(library.sjekkliste("fosterhjem", på: day))
    let files = saker.map { OppfølgingsarkTests.rot.appending(path: "SampleCases/fosterhjem-1/\($0).json") }
    let records = try files.map { try Data(contentsOf: $0) }
    let (bunke, feil) = Saksinnlesing(modell: library.modell, vakt: { _ in nil }).les(
      zip(saker, records).map { .minne(navn: "\($0).json", bytes: Array($1)) })
    #expect(feil.isEmpty)
    var sheets = Oppfølgingsark(dato: day, dager: 60, sjekkliste: checklist.id)
    var control = Punktkontroll(checklist, bunke, på: day)
    sheets.append(
      bunke.saker.indices.map { index in
        control.begin(sak: index)
        let sak = bunke.saker[index].sak
        return Saksark(sak, checklist, &control, til: sheets.sisteDag, avvik: avvik) {
          library.hjemler($0.hjemmel, på: day).map { library.navn(påHjemmel: $0, på: day) }
        }
      })
    return sheets
  }

  private func åpent(_ sak: String) throws -> Avvik {
    let found = Kontrollfunn(
      måned: try #require(.init("2014-08")), sak: sak, punkt: "OB-ANTALL", spørsmål: "?", bedømt: nil,
      sviktområde: 3, kravtype: .forskrift, hjemler: [], prosedyre: nil, alvorlighet: .høy, mangel: nil)
    return Avvik(
      nummer: "AV-2014-007", enhet: "solvik", team: "fosterhjem-1", opphav: .kontroll(found),
      notat: Avviksnotat(
        n: 1, dato: try Gjennomgangsår.dato("2014-09-03"), rolle: "teamleder",
        hendelse: .meldt(.kontroll(found)))
    )
  }

  @Test func `arkene er uendret som side, tekst og JSON`() throws {
    let sheets = try ark(["S-0094", "S-0115"], avvik: [åpent("S-0115"), åpent("S-0001")])
    try expectFasit(sheets.html, "saksark.html")
    try expectFasit(sheets.tekst + "\n", "saksark.txt")
    try expectFasit(sheets.json(motor: "1.0.0", feil: []).compactText + "\n", "saksark.json")
  }

  @Test func `hver sak står på sin egen side, og bare med sine egne avvik`() throws {
    let sheets = try ark(["S-0094", "S-0115"], avvik: [åpent("S-0115")])
    let pages = sheets.html.split(separator: "class=\"egen-side\"")
    #expect(pages.count == 3)
    #expect(!pages[1].contains("AV-2014-007") && pages[2].contains("AV-2014-007"))
  }

  /// Plan too late, evaluation too long ago, agreement reviewed last year: what is registered is not called missing.
  /// The sheet of a case worker says of every breach what the protocol says.
  @Test(arguments: [
    ("OP-FORELOPIG", "Det er ikke registrert noen"),
    ("TP-EVALUERT", "av tiltaksplanen de siste tolv månedene"),
    ("FA-GJENNOMGATT", "siden 1. januar"),
  ])
  func `a breach of the norm is not told as a breach of the requirement`(id: String, denies: String) throws {
    let library = try OppfølgingsarkTests.bibliotek.get()
    let checklist = try #require(library.sjekkliste("fosterhjem", versjon: "2014-05-31"))
    let point = try #require(checklist.punkter.first { $0.id == id })
    #expect(try #require(point.funn).contains(denies))
    var seen: [Utfall: Int] = [:]
    for example in point.eksempler where [.avvik, .merknad].contains(example.utfall) {
      let bunke = try Saksbunke(sak: example.sak, modell: library.modell)
      var control = Punktkontroll(checklist, bunke, på: example.på)
      control.begin(sak: 0)
      let sheet = Saksark(bunke.saker[0].sak, checklist, &control, til: example.på) { _ in [] }
      var sheets = Oppfølgingsark(dato: example.på, dager: 0, sjekkliste: checklist.id)
      sheets.append([sheet])
      let now = sheets.json(motor: "1", feil: [])["cases"]?.array?.first?["now"]?.array ?? []
      let told = try #require(now.first { $0["id"]?.string == id }?["setning"]?.string)
      #expect(told.contains(denies) == (example.utfall == .avvik), "\(example.navn): \(told)")
      let stored = Sjekklistevurdering(library, checklist, på: example.på)
      let kept = try stored.punkter(Array(bunke.saker[0].kanonisk)).first { $0.id == id }
      #expect(kept?.kort == told, "\(example.navn)")
      seen[example.utfall, default: 0] += 1
    }
    #expect(Set(seen.keys) == [.avvik, .merknad])
  }

  @Test func `ingen saker, ingen ark`() throws {
    #expect(try ark([]).tekst.contains("Ingen saker har noe å følge opp."))
  }
}
