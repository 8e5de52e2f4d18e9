import JSONText
import Testing

@testable import RegisterImport

/// What one case of the register becomes. The extract is made on 2026-03-02, so `uttrekk` is 2026-03-01.
struct OversettelseTests {
  @Test func `a case record has the shape of sak slash 1`() throws {
    let sak = try post(TestSak(tiltak: [Element.tiltak(1, "2024-01-10", oppfølging: "| 2024-03-12")]))
    #expect(
      sak.post.compactText == """
        {"format":"sak/1","sak":"\(sak.pseudonym)","enhet":"solvik","team":"fosterhjem-1",\
        "uttrekk":"2026-03-01","opplysninger":{"sakstype":"omsorgssak","født":"2015-05",\
        "tilsynsansvar":"egen"},"hendelser":{"plassering":[{"fra":"2024-01-10","type":"fosterhjem",\
        "hjem":"H1","grunnlag":"omsorgsovertakelse"}],"varig_opphold":[],\
        "besøksfrekvens":[{"dato":"2024-01-10","kode":4}],"tilsynsfrekvens":[{"dato":"2024-01-10","kode":4}],\
        "oppfølgingsbesøk":[{"dato":"2024-03-12","form":["stedlig","digital"]}],"tilsynsbesøk":[],\
        "tilsynskommune":[{"dato":"2024-01-10","ansvar":"egen"}],"medvirkning":[],"vedtak":[],\
        "omsorgsplan":[],"planevaluering":[],"tiltaksplan":[],"evaluering":[]},\
        "ufullstendig":["medvirkning"]}
        """)
  }

  @Test(arguments: [
    ("1.1", "\"institusjon\""), ("1.2", "\"institusjon\""), ("1.99", "\"institusjon\""),
    ("2.1", "\"fosterhjem\""),
    ("2.2", "\"fosterhjem\""), ("2.3", "\"fosterhjem\""), ("2.4", "\"fosterhjem_særlige_forutsetninger\""),
    ("2.5", "\"beredskapshjem\""), ("2.6", "\"beredskapshjem\""),
    ("2.99", "[\"fosterhjem\",\"beredskapshjem\",\"fosterhjem_særlige_forutsetninger\",\"annet\"]"),
  ]) func `the category decides the type of placement`(_ kategori: String, _ type: String) throws {
    let sak = try post(TestSak(tiltak: [Element.tiltak(1, "2024-01-10", kategori)]))
    #expect(
      sak.samling("plassering") == [
        "{\"fra\":\"2024-01-10\",\"type\":\(type),\"hjem\":\"H1\",\"grunnlag\":\"omsorgsovertakelse\"}"
      ])
  }

  @Test(arguments: ["3.10", "4.5", "5.1", "6.3", "7.3", "8.2", "8.4", "8.99"])
  func `other categories are no placements`(_ kategori: String) throws {
    let sak = try post(TestSak(tiltak: [Element.tiltak(1, "2024-01-10", kategori, hjemmel: "BVL 4-4")]))
    #expect(sak.samling("plassering") == [])
    #expect(!sak.erFosterbarn)
  }

  @Test(
    arguments: [
      ("BVL 4-12", nil, "omsorgsovertakelse"), ("BVL 4-12 2", nil, "omsorgsovertakelse"),
      ("BVL2021 5-1", nil, "omsorgsovertakelse"), ("BVL 4-8 2", nil, "omsorgsovertakelse"),
      ("BVL 4-8 3", nil, "omsorgsovertakelse"), ("BVL 4-8", "BVL 4-12", "omsorgsovertakelse"),
      ("BVL 4-8 1", nil, nil), ("BVL 4-8", nil, nil), ("BVL 4-4", nil, "frivillig"),
      ("BVL 4-4 6", nil, "frivillig"), ("BVL2021 3-2", nil, "frivillig"), ("BVL2021 3-1", nil, nil),
      ("BVL 4-6 2", nil, "akutt"), ("BVL 4-9", nil, "akutt"), ("BVL2021 4-1", nil, "akutt"),
      ("BVL2021 4-2", nil, "akutt"), ("BVL2021 4-5", nil, "akutt"), ("BVL 4-24", nil, nil),
      ("BVL2021 5-8", nil, nil), ("BL1981 4-12", nil, nil), ("BVL2021 4-12", nil, nil), ("BVL 5-1", nil, nil),
      ("BVL2021 3-6", nil, nil), ("BVL 04-012", nil, "omsorgsovertakelse"), ("BVL 4-12a", nil, nil),
    ] as [(String, String?, String?)])
  func `the provision decides the ground, and where it does not the ground is left out`(
    _ hjemmel: String, _ jamfør: String?, _ grunnlag: String?
  ) throws {
    let sak = try post(
      TestSak(tiltak: [Element.tiltak(1, "2024-01-10", hjemmel: hjemmel, jamfør: jamfør)]))
    let told = grunnlag.map { ",\"grunnlag\":\"\($0)\"" } ?? ""
    #expect(
      sak.samling("plassering") == ["{\"fra\":\"2024-01-10\",\"type\":\"fosterhjem\",\"hjem\":\"H1\"\(told)}"]
    )
  }

  @Test func `a planned end after the extract is kept, and the placement is running`() throws {
    let sak = try post(TestSak(tiltak: [Element.tiltak(1, "2024-01-10", til: "2026-06-30")]))
    #expect(sak.samling("plassering")?.first?.contains("\"til\":\"2026-06-30\"") == true)
    #expect(sak.erFosterbarn)
    #expect(try !post(TestSak(tiltak: [Element.tiltak(1, "2024-01-10", til: "2026-02-28")])).erFosterbarn)
    #expect(try post(TestSak(tiltak: [Element.tiltak(1, "2024-01-10", til: "2026-03-01")])).erFosterbarn)
  }

  @Test(
    arguments: [
      ("2015-05-15", "2015-05"), ("2026-03-01", "2026-03"), ("2026-03-02", nil), ("2026-06-15", nil),
    ] as [(String, String?)]) func `the birth date is cut to the month and left out for the unborn`(
      _ født: String, _ måned: String?
    ) throws
  {
    let sak = try post(TestSak(personalia: [TestSak.Personalia(født: født)]))
    #expect(sak.opplysning("født") == måned)
  }

  @Test func `the personal data in force at the extract decide the month of birth`() throws {
    let list = [
      TestSak.Personalia(id: Registerfil.uuid(1), fra: "2020-01-01", født: "2015-05-15"),
      TestSak.Personalia(id: Registerfil.uuid(2), fra: "2024-01-01", født: "2015-07-15"),
      TestSak.Personalia(
        id: Registerfil.uuid(3), fra: "2025-01-01", født: "2015-09-15", attributter: " ErSlettet=\"true\""),
    ]
    #expect(try post(TestSak(personalia: list)).opplysning("født") == "2015-07")
    #expect(try post(TestSak(personalia: [])).opplysning("født") == nil)
  }

  @Test func `a case without placements is still a case`() throws {
    let sak = try post(TestSak())
    #expect(sak.post["opplysninger"]?.compactText == "{\"født\":\"2015-05\"}")
    #expect(sak.samling("oppfølgingsbesøk") == [])
    for name in [
      "samtale", "avtale", "avtalegjennomgang", "drøfting", "godkjenning", "foreldrekontakt", "begjæring",
    ] { #expect(sak.samling(name) == nil, "\(name) is not in the register, and so is open") }
  }

  @Test func `every event that begins on the day of the extract is dropped and counted`() throws {
    let sak = try post(
      TestSak(
        undersøkelser: [Element.undersøkelse(1, "2026-01-01", medvirkning: ("2026-03-02", "1.1"))],
        planer: [
          Element.plan(1, "2026-03-02", type: 1),
          Element.plan(2, "2025-01-01", type: 1, evalueringer: ["2026-03-02"]),
        ],
        tiltak: [
          Element.tiltak(1, "2024-01-10", oppfølging: "4 2024-01-10 2 2026-03-02 | 2026-03-02 2026-03-01"),
          Element.tiltak(2, "2026-03-02", "3.1"),
        ],
        vedtak: [Element.vedtak(1, "2026-03-02", statuser: "1 2026-03-02")]))
    #expect(sak.bortfall == [.påUttrekksdagen: 7])
    #expect(sak.samling("oppfølgingsbesøk")?.count == 1)
    #expect(sak.samling("besøksfrekvens")?.count == 1)
    #expect(sak.samling("tiltaksplan")?.count == 1)
    #expect(sak.samling("vedtak") == [])
    #expect(sak.ufullstendig == ["medvirkning"])
  }
}
