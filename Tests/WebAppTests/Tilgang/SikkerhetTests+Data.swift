import AuditStore
import CaseRecords
import Checklists
import Foundation
import Intake
import JSONText
import Reports
import Synchronization
import Testing
import Values

@testable import WebApp

/// What comes in from outside, and what goes out.
@Suite("The security checks: data")
struct DatasikkerhetTests {
  @Test("S8 Who did something cannot approve it, whatever role the person takes")
  func fourEyes() async throws {
    let web = try Prøveapp(nil)
    try web.logg.skriv(
      Innsyn(
        tid: "2014-10-03T12:00:00Z", bruker: "p-1", rolle: "teamleder", slag: .gjort, hva: "gjennomført",
        emne: "T-2014-001"))
    func attempt(_ id: String, _ role: Rolle, _ emne: String) -> Bool {
      let person = Bruker(id: id, rolle: role)
      let token = web.app.økter.begynn(person, nå: web.klokke.nå.sekunder)
      let context = Kontekst(
        app: web.app, forespørsel: Forespørsel(.post, "/"), plasser: [:], spørring: Skjemadata(),
        skjema: Skjemadata(), økt: web.app.økter.økt(token, nå: web.klokke.nå.sekunder).map { (token, $0) },
        nå: web.klokke.nå, merke: "1")
      do {
        try context.krevAnnen(ennSom: "gjennomført", emne: emne, "Nei.")
        return true
      } catch { return false }
    }
    #expect(!attempt("p-1", .teamleder, "T-2014-001"))
    #expect(!attempt("p-1", .barnevernleder, "T-2014-001"))
    #expect(attempt("p-2", .teamleder, "T-2014-001"))
    #expect(attempt("p-1", .barnevernleder, "T-2014-002"))
  }

  private static let bomber: [(hva: String, tekst: String)] = [
    ("aliases", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"), ("a tag", "a: !!python/object:os.system x\n"),
    ("a merge key", "a: { <<: { b: c } }\n"), ("two documents", "a: b\n---\nc: d\n"),
    ("a directive", "%YAML 1.2\n---\na: b\n"), ("the same key twice", "a: b\na: c\n"),
    ("too deep", String(repeating: "[", count: 40) + String(repeating: "]", count: 40)),
    ("far too deep", String(repeating: "[", count: 100_000)),
    ("too many nodes", "a: [" + String(repeating: "x,", count: 60_000) + "x]\n"),
    ("too large", "a: \"" + String(repeating: "x", count: 600_000) + "\"\n"), ("a tab", "a:\n\t- b\n"),
    ("an invisible space", "a\u{200B}: b\n"), ("text that turns", "a: \"\u{202E}b\"\n"),
    ("a NUL", "a: \u{0}\n"), ("letters in two pieces", "a: e\u{301}\n"),
  ]

  @Test("S12 A YAML bomb is refused at once", arguments: bomber.indices)
  func yaml(_ index: Int) {
    let bomb = Self.bomber[index]
    let time = ContinuousClock().measure {
      #expect(throws: YAMLErrors.self, "\(bomb.hva)") { try YAMLText(bomb.tekst) }
    }
    // 50 ms in a release build; debug builds on a busy machine are far slower.
    #expect(time < .seconds(3), "\(bomb.hva)")
  }

  @Test("S13 JSON is at most 64 deep, and says nothing twice", arguments: [64, 65, 513, 1_000_000])
  func json(_ depth: Int) {
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(((try? JSONValue(parsing: text)) != nil) == (depth <= 64))
    for bad in [#"{"a":1,"a":2}"#, "NaN", "[1e999]", "[-0x1]", "{\"a\":\"\u{1}\"}", "[1]x", "\u{FEFF}[1]"] {
      #expect(throws: JSONError.self, "\(bad)") { try JSONValue(parsing: bad) }
    }
  }

  @Test("S14 A zip file is no extract: nothing is ever unpacked")
  func zip() throws {
    let web = try Prøveapp()
    let reader = Innleser(modell: web.app.oppsett.bibliotek.modell)
    for head in [
      [0x50, 0x4B, 3, 4], [0x1F, 0x8B, 8, 0], [0x37, 0x7A, 0xBC, 0xAF], [0x42, 0x5A, 0x68, 0x39],
    ] {
      let bytes = head.map { UInt8($0) } + [UInt8](repeating: 0, count: 2_000)
      for name in ["saker.zip", "saker.json", "saker.xml", "saker.csv"] {
        let read = reader.les(
          [(navn: name, bytes: bytes)], team: "fosterhjem-1", enhet: "solvik", idag: web.klokke.nå.dato)
        #expect(read.uttrekk == nil && !read.feil.isEmpty)
      }
    }
  }

  @Test(
    "S15 No path leads out of its place",
    arguments: [
      "..", "%2e%2e", "%2E%2E", ".", "..%2f..%2fetc%2fpasswd", "%2fetc%2fpasswd", "a%00b", "%c0%ae%c0%ae",
      "%ff",
      "..%5c..", "a%0d%0aSet-Cookie:%20x=y",
    ])
  func paths(_ part: String) async throws {
    let web = try Prøveapp()
    for path in ["/kontroll/2014-09/\(part)", "/avvik/\(part)", "/protokoller/referat/\(part)", "/\(part)"] {
      let answer = await web.get(path)
      #expect([303, 404, 409].contains(answer.status), "\(path): \(answer.status)")
      #expect(!answer.hoder.contains { $0.verdi.contains("\n") || $0.verdi.contains("\r") })
    }
  }

  @Test("S15 A link where the store should be is not followed, and files are for their owner only")
  func links() throws {
    let web = try Prøveapp()
    let place = web.mappe.appending(path: "lenke.sqlite").path
    try FileManager.default.createSymbolicLink(
      atPath: place, withDestinationPath: web.mappe.appending(path: "prove.sqlite").path)
    #expect(throws: Lagerfeil.ikkeVanligFil) { try Revisjonslager.open(sti: place) }
    try web.lastOppEksempler()
    let root = web.mappe.path
    for name in try FileManager.default.subpathsOfDirectory(atPath: root) where name != "lenke.sqlite" {
      let mode =
        try FileManager.default.attributesOfItem(atPath: "\(root)/\(name)")[.posixPermissions] as? Int
      #expect((mode ?? 0o777) & 0o077 == 0, "\(name)")
    }
  }

  @Test("S16 Names in definitions take no sign that cannot be seen or that turns the text")
  func signs() {
    let refused: [ClosedRange<UInt32>] = [
      0x0...0x8, 0xB...0xC, 0xE...0x1F, 0x7F...0x84, 0x86...0x9F, 0x200B...0x200F, 0x202A...0x202E,
      0x2066...0x2069,
    ]
    for sign in refused.joined().compactMap(Unicode.Scalar.init) {
      #expect(throws: YAMLErrors.self, "U+\(String(sign.value, radix: 16))") {
        try YAMLText("navn: \"a\(Character(sign))b\"\n")
      }
    }
  }

  @Test(
    "S17 Nothing in a file for a spreadsheet is a formula",
    arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠A", "\0=1"])
  func formulas(_ text: String) {
    let cell = CSV(overskrifter: ["A"], rader: [[.tekst(text)]]).text.split(separator: "\r\n")[1]
    #expect(cell.hasPrefix("'") || cell.hasPrefix("\"'"), "\(text.debugDescription)")
  }

  /// Texts that mean something to a browser, a database, a shell, a path, a spreadsheet, a template or a log.
  static let nyttelaster: [String] = {
    let markup = [
      "<script>alert(1)</script>", "\"><script>x</script>", "'><img src=x onerror=alert(1)>",
      "<svg/onload=x>",
      "</textarea><script>x</script>", "</title><script>x</script>", "<!--", "]]>", "&lt;b&gt;",
      "&#x3c;b&#x3e;",
      "javascript:alert(1)", "<a href='data:text/html,x'>", "<style>*{}</style>", "<iframe src=//e>",
      "<base href=//e>",
    ]
    let sql = [
      "' OR '1'='1", "'; DROP TABLE blad; --", "\"; DELETE FROM nyttelast; --", "1; PRAGMA writable_schema=1",
      "' UNION SELECT data FROM nyttelast --", "%' --", "\\'", "x'/**/OR/**/1=1", "NULL", "?1", ":navn",
      "$tid",
    ]
    let others = [
      "../../etc/passwd", "..\\..\\x", "%2e%2e%2f", "file:///etc/passwd", "$(id)", "`id`", "| id", "; id",
      "{{7*7}}",
      "${7*7}", "#{7*7}", "=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "a\nb: c", "a\r\nSet-Cookie: x=y",
      "\u{202E}tekst", "\u{200B}", "\u{FEFF}", "\u{1F600}", "e\u{301}", "%00", "%s%s%n", "-1", "0", "1e308",
      "9223372036854775808", "NaN", "true", "[]", "{\"a\":1}", "", " ", String(repeating: "a", count: 5_000),
      String(repeating: "(", count: 5_000), String(repeating: "a ", count: 2_000) + "!",
    ]
    return markup + sql + others
  }()

  @Test("S18 Sixty texts in all fields of all forms: nothing breaks, and nothing of them is markup")
  func payloads() async throws {
    #expect(Self.nyttelaster.count >= 60)
    let web = try Prøveapp()
    try web.lastOppEksempler(4)
    for route in Ruter.alle where route.metode == .post {
      let path = Prøveapp.fylt(route.mønster)
      if path == "/ut" || path.hasPrefix("/inn") || path == "/drift/okter/avslutt" { continue }
      guard
        let role = Rolle.allCases.first(where: { role in
          if case .rett(let right) = route.adgang { role.rettigheter.contains(right) } else { true }
        })
      else { continue }
      web.bli(role)
      let page = Lesbarside(await web.get(path).tekst)
      let names = Set(
        page.tekstfelt + page.valg.map(\.navn) + page.bokser + ["hva", "team", "grunn", "nummer"])
      for text in Self.nyttelaster {
        let answer = await web.post(path, names.sorted().map { ($0, text) })
        #expect(answer.status < 500, "\(path): \(text.prefix(40))")
        let html = answer.tekst.replacing(#"<script src="/skript.js" defer=""></script>"#, with: "")
        #expect(
          !html.contains("<script") && !html.contains("<svg/") && !html.contains("<img"), "\(path): \(text)")
        #expect(!answer.hoder.contains { $0.verdi.contains("\n") || $0.verdi.contains("\r") })
      }
    }
    _ = try web.lager.journalkode()
    #expect(try web.lager.verifiser().holder)
  }

  @Test(
    "S19 What nobody expected is told by a code, without traces, statements or paths; and nothing is shown")
  func errors() async throws {
    let web = try Prøveapp()
    let told = Mutex<[String]>([])
    var setup = web.app.oppsett
    setup.logg = Ødelagtlogg()
    setup.feil = { code, _ in told.withLock { $0.append(code.uppercased()) } }
    let app = Nettapp(setup)
    let token = app.økter.begynn(Bruker(id: Bruker.lokal, rolle: .teamleder), nå: web.klokke.nå.sekunder)
    let cookie = Forespørsel.Hode("cookie", "\(setup.vokter.kakenavn)=\(token)")
    // The access log cannot be written, so no page about cases is shown.
    let answer = await app.svar(Forespørsel(.get, "/avvik", hoder: Prøveapp.vert + [cookie]))
    #expect(answer.status == 500)
    let code = try #require(told.withLock { $0.first })
    #expect(answer.tekst.contains(code))
    for word in ["SQL", "sqlite", "/tmp", "/home", ".swift", "Fatal", "linje:", "disk I/O"] {
      #expect(!answer.tekst.contains(word), "\(word)")
    }
  }
}

private struct Ødelagtlogg: Innsynslogg {
  struct Feil: Error { let linje = "disk I/O error: INSERT INTO linje VALUES in /home/x.sqlite" }
  func skriv(_ innsyn: Innsyn) throws { throw Feil() }
  func les(slag: Innsyn.Slag?, bruker: String?, emne: String?, måned: String?, maks: Int) throws -> [Innsyn] {
    []
  }
}
