import Checklists
import JSONText
import Sampling
import Testing
import Values

@testable import Quality
@testable import Reports

@Suite struct ÅrsgjennomgangTests {
  /// The judged days of the example points: last year, this month, or whatever is there.
  static func bedømt(_ punkt: String, _ dag: Dato) -> Bedømt? {
    switch punkt {
    case "OB-ANTALL": Bedømt(fra: .nyttår(dag.år - 1), til: .årsslutt(dag.år - 1))
    case "VD-BESOK": Bedømt(fra: dag.adding(måneder: -1), til: dag)
    default: Bedømt(fra: nil, til: dag)
    }
  }

  private func gjennomgang(_ register: Kvalitetsregister? = nil, på dag: String = "2014-12-31") throws
    -> Årsgjennomgang
  {
    let valg = Årsgjennomgang.Valg(
      år: 2014, dag: try Gjennomgangsår.dato(dag), enhet: "solvik", sviktområder: Gjennomgangsår.områder,
      bedømt: ÅrsgjennomgangTests.bedømt)
    return try #require(
      Årsgjennomgang(valg, try register ?? Gjennomgangsår.register(), try Gjennomgangsår.rekke()))
  }

  @Test func `gjennomgangen er uendret som side, tekst og JSON`() throws {
    let review = try gjennomgang()
    try expectFasit(review.html, "aarsgjennomgang.html")
    try expectFasit(review.tekst + "\n", "aarsgjennomgang.txt")
    try expectFasit(review.json(motor: "1.0.0").compactText + "\n", "aarsgjennomgang.json")
  }

  /// Measures and decisions that name a case, in each way a person may write it.
  private func navngitt() throws -> Kvalitetsregister {
    var register = try Gjennomgangsår.register()
    for (index, id) in ["S-0041.", "s-0042", "«S-0043»", "S-0044/S-0045-saken"].enumerated() {
      register.tiltak.append(
        try Gjennomgangsår.tiltak(
          "T-2014-01\(index)", "Ta igjen besøket i sak \(id)", ["VD-BESOK"], "2014-05-31", "2014-10-31"))
    }
    register.møter[0].vedtak += [Vedtak.Slag.systemsvikt, .oppgave].enumerated().map { index, kind in
      Vedtak(
        nummer: "V-2014-01\(index)", møte: register.møter[0].nummer, dato: register.møter[0].dato, slag: kind,
        tekst: "Se på sak S-0046.", gjelder: "S-0047", ansvarlig: "den som har s-0048",
        frist: register.møter[0].dato)
    }
    return register
  }

  @Test func `en sak som noen har nevnt i et tiltak eller et vedtak, blir til «[sak]» i det som går ut`()
    throws
  {
    let register = try navngitt()
    let review = try gjennomgang(register)
    let rekke = try Gjennomgangsår.rekke()
    func plan(_ leser: Tiltaksplan.Leser) throws -> String {
      let bytes = Tiltaksplan(
        register, enhet: "solvik", på: try Gjennomgangsår.dato("2014-12-31"), for: leser,
        sladding: Sladding(register, rekke), motor: "1", effekter: { _ in [] }
      ).bytes
      return String(decoding: bytes, as: UTF8.self)
    }
    for text in [review.html, review.tekst, review.json(motor: "1").compactText, try plan(.utenfor)] {
      #expect(text.contains("Ta igjen besøket i sak [sak]"))
      for id in rekke.saker { #expect(!text.lowercased().contains(id.lowercased()), "\(id)") }
    }
    #expect(try plan(.gruppe).contains("S-0041"))
    #expect(try plan(.utenfor).contains("Kontrollene til og med desember 2014, ellers slik det sto"))
  }

  @Test(arguments: [
    ("Sak S-0041.", "Sak [sak]."), ("(s-0041)", "([sak])"), ("S-0041/S-00412", "[sak]/S-00412"),
    ("XS-0041 S-0041b", "XS-0041 S-0041b"), ("S-0041-1", "[sak]"), ("", ""), ("ÆØÅ-7 æøå-7", "[sak] [sak]"),
  ])
  func `bare hele ord slades, og den lengste id-en går foran`(tekst: String, ventet: String) {
    let sladding = Sladding(
      Kvalitetsregister(), Kontrollrekke([]), saker: ["S-0041", "S-0041-1", "æøå-7", ""])
    #expect(sladding.tekst(tekst) == ventet)
  }

  @Test(arguments: [
    (18, 40, 2, 0, false), (18, 40, 5, 0, true), (5, 5, 5, 3, false), (0, 60, 0, 0, true),
    (58, 2, 0, 0, false),
  ])
  func `en rad om alle sakene vises hel eller skjules hel`(
    avvik: Int, oppfylt: Int, ukjent: Int, ikkeAktuelt: Int, vises: Bool
  ) {
    var count = Punkttelling(punkt: "P", spørsmål: "?")
    (count.avvik, count.oppfylt, count.ukjent, count.ikkeAktuelt) = (avvik, oppfylt, ukjent, ikkeAktuelt)
    let row = Skjermettelling(count, brudd: avvik)
    #expect([row.gjelder, row.brudd, row.ukjent].allSatisfy { ($0 != nil) == vises })
  }

  @Test func `ett tall på kontroller er entall, og et lite antall avvik sies å være lite`() throws {
    let one = Kontrollrekke(
      try Gjennomgangsår.rekke().kontroller.filter { $0.nøkkel.måned.description == "2014-06" })
    let valg = Årsgjennomgang.Valg(
      år: 2014, dag: try Gjennomgangsår.dato("2014-12-31"), enhet: "solvik", sviktområder: [:],
      bedømt: ÅrsgjennomgangTests.bedømt)
    var register = Kvalitetsregister()
    register.avvik = Array(try Gjennomgangsår.register().avvik.prefix(3))
    let text = try #require(Årsgjennomgang(valg, register, one)).html
    #expect(text.contains("Én kontroll er låst."))
    #expect(text.contains("Tallet er for lite til å vises, eller det ville røpe et slikt tall."))
    #expect(text.contains("kontrollene til og med desember 2014, ellers slik det sto 31. desember 2014"))
  }

  @Test func `et utført vedtak om svikt sies å være utført, ikke rettet`() throws {
    var register = try Gjennomgangsår.register()
    let old = register.møter[0].vedtak[0]
    register.møter[0].vedtak[0] = Vedtak(
      nummer: old.nummer, møte: old.møte, dato: old.dato, slag: old.slag, tekst: old.tekst,
      gjelder: old.gjelder, ansvarlig: old.ansvarlig, frist: old.frist,
      utført: try Gjennomgangsår.dato("2014-10-12"))
    let text = try gjennomgang(register).html
    #expect(
      text.contains("Vedtaket er utført 12. oktober 2014. Om det hjalp, viser kontrollene først senere."))
    #expect(!text.contains("Rettet 12."))
  }

  /// One measure, evaluated as «virket»; the controls can tell, or cannot yet.
  @Test(arguments: [(true, "closed"), (false, "remediating")])
  func `risikoen lukkes ikke på «virket» når det er for tidlig å si`(vist: Bool, status: String) throws {
    var register = Kvalitetsregister()
    register.tiltak = [try Gjennomgangsår.førsteTiltak()]
    let rekke = vist ? try Gjennomgangsår.rekke() : Kontrollrekke([])
    let bytes = Tiltaksplan(
      register, enhet: "solvik", på: try Gjennomgangsår.dato("2014-12-31"), for: .gruppe,
      sladding: Sladding(register, rekke), motor: "1"
    ) {
      [
        Effekt(
          $0, punkt: "VD-BESOK", i: Effektgrunnlag(rekke),
          bedømt: { ÅrsgjennomgangTests.bedømt("VD-BESOK", $0) })
      ]
    }.bytes
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("\"status\":\"\(status)\""), "\(text)")
    #expect(text.contains("\"name\":\"resultat\""))
    #expect(text.contains("for tidlig å si") != vist)
  }

  @Test func `ingen pseudonymer forlater gruppa`() throws {
    let review = try gjennomgang()
    for text in [review.html, review.tekst, review.json(motor: "1").compactText] {
      #expect(!text.contains("S-00"))
      #expect(!text.contains("AV-2014"))
    }
  }

  @Test func `bare vedtak i godkjente referater er svikt i systemet`() throws {
    let text = try gjennomgang().tekst
    #expect(text.contains("Bydelen sikrer ikke at barna får de besøkene"))
    #expect(!text.contains("Bydelen sikrer ikke at barnet medvirker"))
    #expect(try !gjennomgang(på: "2014-09-18").tekst.contains("Bydelen sikrer ikke"))
  }

  @Test func `en gjennomgang midt i året viser det som var kjent da`() throws {
    let text = try gjennomgang(på: "2014-06-30").tekst
    #expect(text.contains("Seks kontroller er låst. De trukne sakene er 12 av 12 planlagte."))
    #expect(!text.contains("Evaluert 31. desember 2014"))
    #expect(text.contains("T-2014-003 Samtaleguide for alle"))
    #expect(!text.contains("skulle vært satt i verk"))
  }

  @Test func `før året er det ingenting å gjennomgå`() throws {
    let valg = Årsgjennomgang.Valg(
      år: 2014, dag: try Gjennomgangsår.dato("2013-12-31"), enhet: "solvik", sviktområder: [:],
      bedømt: ÅrsgjennomgangTests.bedømt)
    #expect(Årsgjennomgang(valg, Kvalitetsregister(), try Gjennomgangsår.rekke()) == nil)
  }
}
