import Foundation
import Testing

@testable import RegisterImport

/// The older form of the file, with personal data as attributes of `Sak`; made for this test.
struct EldreFormatTests {
  private func eldre(_ innhold: String, uttrekk: String = "2021-12-02T02:00:00+01:00", avgiver: Bool = true)
    -> String
  {
    let sender = """
      <Avgiver Kommunenummer="9901" Kommunenavn="Solvik kommune" Organisasjonsnummer="999999999"/>
      """
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <Barnevern Id="\(Registerfil.uuid(1))" DatoUttrekk="\(uttrekk)" ForrigeId="\(Registerfil.uuid(2))">
          <Fagsystem Versjon="1.0" Navn="Prøve" Leverandor="SSB"/>
          \(avgiver ? sender : "")
          <Sak StartDato="2021-01-01" Id="\(Registerfil.uuid(3))" Journalnummer="test1"
               Fodselsnummer="13527248013" Fodseldato="2010-01-02" Kjonn="1">
              <Melding StartDato="2021-01-01" Id="\(Registerfil.uuid(4))">
                  <Melder Kode="1"/>
                  <Saksinnhold Kode="1"/>
                  <Konklusjon SluttDato="2021-01-08" Kode="2"/>
              </Melding>
              \(innhold)
          </Sak>
      </Barnevern>
      """
  }

  private static let hjemmel = """
    <Lovhjemmel>
        <Lov>BVL</Lov>
        <Kapittel>4</Kapittel>
        <Paragraf>12</Paragraf>
        <Ledd>1</Ledd>
    </Lovhjemmel>
    """

  /// One id for several elements, as the older files have it.
  private static let innhold = """
    <Undersokelse StartDato="2021-01-08" Id="\(Registerfil.uuid(3))">
      <Konklusjon SluttDato="2021-04-08" Kode="1"/></Undersokelse>
    <Plan Id="\(Registerfil.uuid(5))" StartDato="2021-07-09" Plantype="1">
      <Evaluering UtfortDato="2021-10-12"/></Plan>
    <Tiltak Id="\(Registerfil.uuid(3))" StartDato="2021-04-08">\(hjemmel)<Kategori Kode="2.2"/></Tiltak>
    <Vedtak Id="\(Registerfil.uuid(3))" StartDato="2021-04-08">\(hjemmel)
      <Status Id="\(Registerfil.uuid(3))" EndretDato="2021-04-09" Kode="3"/>
      <Konklusjon SluttDato="2021-04-09"/></Vedtak>
    <Relasjon FraType="Vedtak" FraId="\(Registerfil.uuid(3))" Id="\(Registerfil.uuid(6))"
      TilId="\(Registerfil.uuid(3))" TilType="Tiltak"/>
    """

  @Test func `personal data are read from the case itself and dropped`() throws {
    let benk = try Importbenk()
    let path = try benk.skriv("fil.xml", eldre(Self.innhold))
    let told = try Registerimport(nøkkel: Importbenk.nøkkel, enhet: "solvik")
      .importer(filer: [path], til: benk.sti("ut"))
    let line = try #require(try benk.linjer().first)
    #expect(told.importert == 1)
    #expect(told.fosterbarn == 1)
    #expect(told.advarsler.count == 1, "the base is missing")
    #expect(line.contains("\"født\":\"2010-01\""))
    #expect(line.contains("\"uttrekk\":\"2021-12-01\""))
    #expect(line.contains("\"evaluering\":[{\"dato\":\"2021-10-12\"}]"))
    #expect(line.contains("\"vedtak\":[]"))
    #expect(
      line.hasSuffix(
        """
        "ufullstendig":["besøksfrekvens","medvirkning","oppfølgingsbesøk","tilsynsbesøk",\
        "tilsynsfrekvens","vedtak"]}
        """))
    for secret in ["13527248013", "2010-01-02", "test1", "Solvik kommune"] { #expect(!line.contains(secret)) }
  }

  @Test func `events after the extract stop the case`() throws {
    let benk = try Importbenk()
    let path = try benk.skriv("fil.xml", eldre(Self.innhold, uttrekk: "2021-01-09T13:22:00+01:00"))
    let told = try Registerimport(nøkkel: Importbenk.nøkkel).importer(filer: [path], til: benk.sti("ut"))
    #expect(told.hoppetOver == [.hendelseEtterUttrekk: 1])
    #expect(try benk.les("ut/saker.jsonl").isEmpty)
  }

  @Test func `a file that does not say who delivers it is refused`() throws {
    let benk = try Importbenk()
    let path = try benk.skriv("fil.xml", eldre("", avgiver: false))
    let error = try #require(throws: Importfeil.self) {
      try Registerimport(nøkkel: Importbenk.nøkkel).importer(filer: [path], til: benk.sti("ut"))
    }
    #expect(error.melding == "Avgiver is missing")
    #expect(error.slag == .ugyldig)
    #expect(!benk.finnes("ut"))
  }
}

/// The published schema and examples, when a folder with them is named by the variable `BVR_KILDER`.
struct PublisertSkjemaTests {
  static let kilder = ProcessInfo.processInfo.environment["BVR_KILDER"] ?? ""
  static let xmllint = ["/usr/bin/xmllint", "/opt/homebrew/bin/xmllint"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
  static let kanValidere = !kilder.isEmpty && xmllint != nil

  @Test(.enabled(if: kanValidere, "set BVR_KILDER to the folder of the XSD and install xmllint"))
  func `what the tests build is valid by the published schema`() throws {
    let benk = try Importbenk()
    let full = TestSak(
      attributter: " Avsluttet=\"false\"", personalia: [TestSak.Personalia(duf: "201017238203")],
      undersøkelser: [Element.undersøkelse(1, "2024-01-01", medvirkning: ("2024-01-10", "1.1"))],
      planer: [Element.plan(1, "2024-01-01", type: 1, evalueringer: ["2024-05-01"], til: "2024-12-31")],
      tiltak: [
        Element.tiltak(
          1, "2024-01-10", til: "2025-01-01", jamfør: "BVL 4-8 2",
          oppfølging: "4 2024-01-10 2 2024-06-01 | 2024-03-01 2024-09-01",
          tilsyn: "| 2024-05-01@9902 2024-01-10",
          opphevelse: "1"),
        Element.tiltak(2, "2025-01-02", "1.1", attributter: " ErSlettet=\"true\""),
      ], vedtak: [Element.vedtak(1, "2024-01-09", jamfør: "BVL 4-21", statuser: "2 2024-01-01 1 2024-01-09")],
      oversendelser: [Element.oversendelse(1, "2024-01-01")],
      flyttinger: [Element.flytting(1, "2025-01-01", årsak: "1.3", til: "9")],
      slettet: [Element.slettet("Plan", 2001)])
    for (index, file) in [
      Registerfil(saker: [full]), Registerfil(saker: [PersonvernTests.sak]),
      Registerfil(
        id: Registerfil.uuid(2), forrigeId: Registerfil.uuid(1), bydelsnummer: "01", saker: [TestSak()]),
    ].enumerated() {
      let path = try benk.skriv("fil\(index).xml", file.xml)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: try #require(Self.xmllint))
      process.arguments = ["--noout", "--schema", Self.kilder + "/Barnevern_v4.0.1.xsd", path]
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "file \(index)")
    }
  }

  @Test(.enabled(if: !kilder.isEmpty, "set BVR_KILDER to the folder of the published examples"))
  func `the published examples are imported, left out or refused as they should be`() throws {
    let expected: [(String, Int, Hoppårsak?)] = [
      ("test01_file01_total.xml", 1, nil), ("test01_file03_total.xml", 1, nil),
      ("test01_file05_total.xml", 0, .hendelseEtterUttrekk),
      ("test01_file07_total.xml", 0, .hendelseEtterUttrekk),
      ("test01_file08_total.xml", 0, .hendelseEtterUttrekk),
    ]
    let register = try Registerimport(nøkkel: Importbenk.nøkkel)
    for (name, imported, reason) in expected {
      let benk = try Importbenk()
      let told = try register.importer(filer: [Self.kilder + "/examples/" + name], til: benk.sti("ut"))
      #expect(told.importert == imported, "\(name)")
      #expect(told.hoppetOver == (reason.map { [$0: 1] } ?? [:]), "\(name)")
      let source = try String(contentsOfFile: Self.kilder + "/examples/" + name, encoding: .utf8)
      let names = [
        "Fodselsnummer", "Fodseldato", "Journalnummer", "Id", "Kommunenavn", "Organisasjonsnummer",
      ]
      let secrets = names.flatMap { name in
        source.split(separator: " \(name)=\"").dropFirst().compactMap { $0.split(separator: "\"").first }
      }
      #expect(secrets.count >= 6)
      for secret in secrets { #expect(!(try benk.les("ut/saker.jsonl")).contains(secret)) }
    }
    let benk = try Importbenk()
    let error = try #require(throws: Importfeil.self) {
      try register.importer(filer: [Self.kilder + "/examples/invalid.xml"], til: benk.sti("ut"))
    }
    #expect(error.melding == "Avgiver is missing")
    #expect(!benk.finnes("ut"))
  }
}
