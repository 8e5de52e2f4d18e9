import Foundation
import Testing

@testable import RegisterImport

/// Files that are broken or hostile: an error, exit code 2, and nothing written.
struct XMLsikkerhetTests {
  private func feil(_ data: Data) throws -> Importfeil? {
    let benk = try Importbenk()
    try data.write(to: benk.rot.appendingPathComponent("fil.xml"))
    let register = try Registerimport(nøkkel: Importbenk.nøkkel)
    do {
      _ = try register.importer(
        filer: [benk.sti("fil.xml")], til: benk.sti("ut"), koblingsliste: benk.sti("kobling.csv"))
      return nil
    } catch {
      #expect(!benk.finnes("ut"), "nothing is written")
      #expect(try FileManager.default.contentsOfDirectory(atPath: benk.rot.path) == ["fil.xml"])
      return error
    }
  }

  private func feil(_ text: String) throws -> Importfeil? { try feil(Data(text.utf8)) }

  private static let gyldig = Registerfil(saker: [
    TestSak(tiltak: [Element.tiltak(1, "2024-01-10", oppfølging: "| 2024-03-01")])
  ]).xml

  private func medProlog(_ prolog: String) -> String {
    Self.gyldig.replacingOccurrences(of: "?>\n<Barnevern", with: "?>\n\(prolog)\n<Barnevern")
  }

  @Test func `a file cut anywhere is an error`() throws {
    let bytes = Array(Self.gyldig.utf8)
    for count in 0..<bytes.count {
      let error = try feil(Data(bytes.prefix(count)))
      #expect(error?.slag == .ugyldig, "cut at \(count)")
    }
    #expect(try feil(Self.gyldig) == nil)
  }

  @Test(arguments: [
    "<!DOCTYPE Barnevern>", "<!-- x --><!DOCTYPE Barnevern SYSTEM \"file:///etc/passwd\">",
    "<!DOCTYPE Barnevern [<!ENTITY a \"b\">]>",
    "<?x y?>\n<!DOCTYPE Barnevern [<!ENTITY a SYSTEM \"http://x/\">]>",
    "<!DOCTYPE Barnevern PUBLIC \"a\" \"b\">", "<!ELEMENT a ANY>",
  ]) func `a document type declaration is refused outright`(_ prolog: String) throws {
    let error = try feil(medProlog(prolog))
    #expect(error?.kode == "import-doctype")
  }

  @Test func `an entity bomb never gets to grow`() throws {
    let bomb = (1...9).map { "<!ENTITY l\($0) \"" + String(repeating: "&l\($0 - 1);", count: 10) + "\">" }
    let error = try feil(medProlog("<!DOCTYPE Barnevern [<!ENTITY l0 \"ha\">\(bomb.joined())]>"))
    #expect(error?.kode == "import-doctype")
  }

  @Test func `a doctype cannot hide behind a long comment or another encoding`() throws {
    let long = "<!--" + String(repeating: "x", count: 70_000) + "--><!DOCTYPE Barnevern>"
    #expect(try feil(medProlog(long))?.slag == .ugyldig)
    for name in ["UTF-7", "UTF-16", "EBCDIC-CP-US", "IBM037", "hex"] {
      let text = Self.gyldig.replacingOccurrences(of: "UTF-8", with: name)
      #expect(try feil(text)?.kode == "import-tegnsett", "\(name)")
    }
    #expect(try feil(Self.gyldig.data(using: .utf16) ?? Data())?.slag == .ugyldig)
    #expect(try feil(Self.gyldig.data(using: .utf32) ?? Data())?.slag == .ugyldig)
  }

  @Test func `encodings that extend ASCII are read`() throws {
    let latin = Self.gyldig.replacingOccurrences(of: "UTF-8", with: "ISO-8859-1")
    #expect(try feil(latin.data(using: .isoLatin1) ?? Data()) == nil)
    #expect(try feil(Data([0xEF, 0xBB, 0xBF]) + Data(Self.gyldig.utf8)) == nil)
    #expect(try feil(Self.gyldig.replacingOccurrences(of: " encoding=\"UTF-8\"", with: "")) == nil)
    #expect(try feil(medProlog("<!-- laget for prøve -->\n<?stil x?>")) == nil)
  }

  @Test func `an undeclared entity is an error`() throws {
    #expect(try feil(Self.gyldig.replacingOccurrences(of: "<Lov>BVL", with: "<Lov>&bvl;"))?.slag == .ugyldig)
    #expect(try feil(Self.gyldig.replacingOccurrences(of: "J/1", with: "&j;"))?.slag == .ugyldig)
    #expect(try feil(Self.gyldig.replacingOccurrences(of: "J/1", with: "J&#47;1 &amp; &lt;")) == nil)
  }

  @Test func `deep nesting is refused before it costs anything`() throws {
    let deep = String(repeating: "<Plan>", count: 5000)
    let error = try feil(Self.gyldig.replacingOccurrences(of: "<Tiltak ", with: deep + "<Tiltak "))
    #expect(error?.kode == "import-skjema")
    #expect(try feil(String(repeating: "<a>", count: 100))?.slag == .ugyldig)
  }

  @Test(arguments: [
    ("<Avgiver ", "<Avgive "), ("</Sak>", "</Sak><Avgiver/>"), ("<Kategori Kode=\"2.2\"/>", ""),
    ("Kode=\"2.2\"", "Kode=\"2.7\""), ("<Paragraf>12</Paragraf>", ""), ("<Lov>BVL</Lov>", "<Lov>BUFL</Lov>"),
    ("<Lov>BVL</Lov>", "<Lov><b/>BVL</Lov>"), ("StartDato=\"2024-01-10\">", "StartDato=\"10.01.2024\">"),
    ("StartDato=\"2024-01-10\">", "StartDato=\"2024-02-30\">"), ("Kode=\"4\"", "Kode=\"3\""),
    (" Journalnummer=\"J/1\"", ""), ("Journalnummer=\"J/1\"", "Journalnummer=\"\""),
    ("\"J/1\"", "\"0123456789012345678901234567890123456\""), ("UtfortDato=\"2024-03-01\"", ""),
    ("DatoUttrekk=\"2026-03-02T02:00:00+01:00\"", "DatoUttrekk=\"2026-03-02\""),
    ("DatoUttrekk=\"2026-03-02T02:00:00+01:00\"", ""), ("<Fagsystem ", "<Ukjent "),
    ("<Oppfolging>", "<Oppfolging>x"),
    ("<Oppfolging>", "<Oppfolging/><Oppfolging>"), ("<Oppfolging>", "<Oppfolging><![CDATA[x]]>"),
    ("Fodselsnummer=\"15850599999\"", "Fodselsnummer=\"1585059999\""), ("Kjonn=\"1\"", "Kjonn=\"3\""),
    ("<Barnevern ", "<b:Barnevern xmlns:b=\"x\" "), ("</Barnevern>", "</Barnevern><Barnevern/>"),
    ("</Barnevern>", "</Barnevern>x"), ("00000000-0000-4000-8000-000000000001", "1"), ("</Tiltak>", ""),
  ]) func `a file that is not what the format asks for is refused`(_ from: String, _ to: String) throws {
    let broken = Self.gyldig.replacingOccurrences(of: from, with: to)
    try #require(broken != Self.gyldig)
    #expect(try feil(broken)?.slag == .ugyldig)
  }

  @Test func `a file without cases, without content, or of zeros is refused`() throws {
    #expect(try feil(Registerfil().xml)?.melding == "Sak is missing")
    #expect(try feil("")?.slag == .ugyldig)
    #expect(try feil("\n\n")?.slag == .ugyldig)
    #expect(try feil("ikke xml")?.slag == .ugyldig)
    #expect(try feil(Data(count: 1000))?.slag == .ugyldig)
  }

  @Test func `the place of a fault is told`() throws {
    let error = try #require(
      try feil(Self.gyldig.replacingOccurrences(of: " Journalnummer=\"J/1\"", with: "")))
    #expect(error.linje == 5)
    #expect("\(error)".hasSuffix(":5:\(error.kolonne ?? 0): Sak/@Journalnummer is missing"))
  }
}
