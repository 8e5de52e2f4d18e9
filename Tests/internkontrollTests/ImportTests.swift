import Foundation
import JSONText
import Testing

/// From a file in the national register format to a control.
struct ImportTests {
  private let mappe: Prøvemappe

  init() throws {
    mappe = try Prøvemappe()
    try mappe.skriv("nokkel.key", "0123456789abcdef0123456789abcdef")
  }

  private static func id(_ number: Int) -> String {
    "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - String(number).count) + String(number)
  }

  /// A case with a child in a foster home, and something to hide in every place the format has.
  private static func sak(_ number: Int) -> String {
    func row(_ at: Int) -> String { id(number * 1000 + at) }
    return """
      <Sak Id="\(row(0))" StartDato="2015-01-01" Journalnummer="JOURNAL-\(number)/2024">
      <Personalia Id="\(row(1))" StartDato="2015-01-01" Fodselsnummer="13527248013" Fodseldato="2010-05-17" \
      Kjonn="1" DUFnummer="201017238203"/>
      <Undersokelse Id="\(row(2))" StartDato="2015-01-01">\
      <Vedtaksgrunnlag Kode="18" Presisering="Ola Nordmann fortalte"/></Undersokelse>
      <Tiltak Id="\(row(3))" StartDato="2018-01-10">\
      <Lovhjemmel><Lov>BVL</Lov><Kapittel>4</Kapittel><Paragraf>12</Paragraf></Lovhjemmel>\
      <Kategori Kode="2.2"/>\
      <Tilsyn><Ansvarlig Id="\(row(4))" StartDato="2018-01-10" Kommunenummer="9901"/>\
      <Hyppighet Id="\(row(5))" StartDato="2018-01-10" Kode="4"/></Tilsyn>\
      <Oppfolging><Hyppighet Id="\(row(6))" StartDato="2018-01-10" Kode="4"/>\
      <Utfort Id="\(row(7))" UtfortDato="2021-03-12"/><Utfort Id="\(row(8))" UtfortDato="2022-02-12"/></Oppfolging>\
      </Tiltak>
      </Sak>
      """
  }

  private static func fil(_ saker: Int) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <Barnevern Id="\(id(1))" DatoUttrekk="2022-03-02T02:00:00+01:00">
    <Fagsystem Leverandor="Prøveverket" Navn="Prøve" Versjon="1.0"/>
    <Avgiver Organisasjonsnummer="999999999" Kommunenummer="9901" Kommunenavn="Solvik"/>
    \((1...saker).map(sak).joined(separator: "\n"))
    </Barnevern>
    """
  }

  private static let hemmeligheter = [
    "JOURNAL", "13527248013", "135272", "2010-05-17", "201017238203", "Ola", "Nordmann", "00000000-0000",
    "999999999", "Prøveverket",
  ]

  private func importer(_ args: String...) throws -> Kjøring {
    try mappe.kjør(
      ["import", "uttrekk.xml", "--key", "nokkel.key", "--out", "ut", "--team", "fosterhjem-1"] + args)
  }

  @Test func `what was imported is read without a fault, checked and drawn from`() throws {
    try mappe.skriv("uttrekk.xml", Self.fil(3))
    let run = try importer("--expect", "3", "--koblingsliste", "kobling.csv")
    run.endte(0)
    #expect(run.linjer.count == 1)
    #expect(run.ut.contains("cases in file: 3; imported: 3; skipped: 0"))
    #expect(run.ut.contains("foster children: 3; expected: 3 (agrees)"))
    #expect(try mappe.filer("ut") == ["saker.jsonl"])
    let check = try mappe.kjør("check", "ut", "--on", "2022-02-28", "--json")
    #expect([0, 1].contains(check.kode), "\(check.feil)")
    let answer = try check.json()
    #expect(answer["errors"]?.array == [])
    let cases = try #require(answer["cases"]?.array)
    #expect(cases.count == 3)
    // What the register does not carry is a question, never an avvik.
    for sak in cases {
      let outcomes = (sak["points"]?.array ?? []).reduce(into: [:]) {
        $0[$1["id"]?.string ?? ""] = $1["utfall"]?.string
      }
      #expect(outcomes["OB-ANTALL"] == "avvik")
      #expect(outcomes["SA-TILRETTELAGT"] == "ukjent")
      #expect(outcomes["FA-GJENNOMGATT"] == "ukjent")
    }
    let control = try mappe.kjør(
      "control", "--month", "2022-02", "--team", "fosterhjem-1", "--cases", "ut/saker.jsonl")
    control.endte(0)
    #expect(control.ut.contains("Trukket blant 3 saker"))
    let drawn = try #require(control.trukne.first)
    #expect(try mappe.tekst("kobling.csv").contains("\(drawn);JOURNAL-"))
  }

  @Test func `nothing of the input that identifies is written or shown`() throws {
    try mappe.skriv("uttrekk.xml", Self.fil(2))
    let run = try importer()
    run.endte(0)
    try mappe.kjør("control", "--month", "2022-02", "--team", "fosterhjem-1", "--cases", "ut/saker.jsonl")
      .endte(0)
    var seen = [("what is shown", run.alt)]
    for name in try mappe.filer() where !["uttrekk.xml", "nokkel.key", "ut"].contains(name) {
      seen.append((name, String(decoding: try mappe.les(name), as: UTF8.self)))
    }
    seen.append(("saker.jsonl", try mappe.tekst("ut/saker.jsonl")))
    #expect(seen.count == 4)
    for (name, text) in seen {
      for secret in Self.hemmeligheter { #expect(!text.contains(secret), "\(secret) in \(name)") }
    }
  }

  @Test func `a count that does not agree is told, and the cases are written all the same`() throws {
    try mappe.skriv("uttrekk.xml", Self.fil(2))
    let run = try importer("--expect", "5")
    run.endte(0)
    #expect(run.ut.contains("foster children: 2; expected: 5 (does not agree)"))
    #expect(run.feil.contains("warning"))
    #expect(mappe.finnes("ut/saker.jsonl"))
  }

  @Test func `the same key gives the same cases, another key gives others`() throws {
    try mappe.skriv("uttrekk.xml", Self.fil(2))
    try importer().endte(0)
    let first = try mappe.tekst("ut/saker.jsonl")
    try importer().endte(0)
    #expect(try mappe.tekst("ut/saker.jsonl") == first)
    try mappe.skriv("nokkel.key", "fedcba9876543210")
    try importer().endte(0)
    #expect(try mappe.tekst("ut/saker.jsonl") != first)
  }

  @Test(arguments: [
    ("<Sak Id", "<Sakk Id"), ("</Barnevern>", ""), (#"StartDato="2018-01-10""#, #"StartDato="Nordmann""#),
    (#"Journalnummer="JOURNAL-1/2024""#, ""),
    ("<?xml", "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><?xml"),
  ])
  func `a file that is not valid is refused, and nothing is written`(_ old: String, _ new: String) throws {
    let text = Self.fil(2)
    let range = try #require(text.range(of: old))
    try mappe.skriv("uttrekk.xml", text.replacingCharacters(in: range, with: new))
    let run = try importer("--koblingsliste", "kobling.csv")
    run.endte(2)
    #expect(run.ut == "")
    for secret in Self.hemmeligheter { #expect(!run.feil.contains(secret), "\(run.feil)") }
    #expect(!mappe.finnes("ut/saker.jsonl"))
    #expect(!mappe.finnes("kobling.csv"))
  }

  @Test func `key, input and the place of the list are checked`() throws {
    try mappe.skriv("uttrekk.xml", Self.fil(1))
    try importer("--koblingsliste", "ut/kobling.csv").feilet(64, "outside")
    try mappe.kjør("import", "borte.xml", "--key", "nokkel.key", "--out", "ut").feilet(2, "internkontroll: ")
    try mappe.kjør("import", "uttrekk.xml", "--key", "borte.key", "--out", "ut").feilet(2, "internkontroll: ")
    try mappe.skriv("kort.key", "kort")
    try mappe.kjør("import", "uttrekk.xml", "--key", "kort.key", "--out", "ut").feilet(64, "16 bytes")
    try mappe.kjør("import", "uttrekk.xml", "--out", "ut").feilet(64, "--key")
    #expect(!mappe.finnes("ut/saker.jsonl"))
  }
}
