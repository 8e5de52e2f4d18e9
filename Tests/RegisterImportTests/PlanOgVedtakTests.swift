import Testing

@testable import RegisterImport

/// Plans and decisions. The extract is made on 2026-03-02.
struct PlanOgVedtakTests {
  @Test func `types 1 and 2 are tiltaksplaner, with evaluations of their own`() throws {
    let sak = try post(
      TestSak(planer: [
        Element.plan(1, "2025-02-01", type: 2, evalueringer: ["2025-05-01"], til: "2025-12-31"),
        Element.plan(2, "2024-01-01", type: 1, evalueringer: ["2024-09-01", "2024-05-01"]),
        Element.plan(3, "2024-01-01", type: 4, evalueringer: ["2024-06-01"]),
      ]))
    #expect(
      sak.samling("tiltaksplan") == [
        "{\"fra\":\"2024-01-01\"}", "{\"fra\":\"2025-02-01\",\"til\":\"2025-12-31\"}",
      ])
    #expect(
      sak.samling("evaluering") == [
        "{\"dato\":\"2024-05-01\"}", "{\"dato\":\"2024-09-01\"}", "{\"dato\":\"2025-05-01\"}",
      ])
    #expect(sak.samling("planevaluering") == ["{\"dato\":\"2024-06-01\"}"])
    #expect(sak.bortfall == [:])
  }

  @Test(arguments: [
    (3, "2022-12-31", "foreløpig"), (3, "2020-01-01", "foreløpig"), (4, "2022-12-31", "endelig"),
    (4, "2023-01-01", "plan"), (4, "2025-01-01", "plan"), (5, "2024-01-01", "ettervernsplan"),
    (6, "2024-01-01", "samværsplan"), (7, "2024-01-01", "undersøkelsesplan"),
    (8, "2024-01-01", "akuttplan"),
  ]) func `a care plan is provisional, final or, from 2023, just the plan; other plans have their own type`(
    _ type: Int, _ fra: String, _ slag: String
  ) throws {
    let sak = try post(TestSak(planer: [Element.plan(1, fra, type: type)]))
    #expect(sak.samling("omsorgsplan") == ["{\"dato\":\"\(fra)\",\"type\":\"\(slag)\"}"])
    #expect(sak.samling("tiltaksplan") == [])
    #expect(sak.bortfall == [:])
  }

  @Test(arguments: [3, 4]) func `evaluations of care plans are kept, sorted, without those of the last day`(
    _ type: Int
  ) throws {
    let days = ["2024-06-01", "2026-03-02", "2023-06-01"]
    let sak = try post(TestSak(planer: [Element.plan(1, "2022-01-01", type: type, evalueringer: days)]))
    #expect(sak.samling("planevaluering") == ["{\"dato\":\"2023-06-01\"}", "{\"dato\":\"2024-06-01\"}"])
    #expect(sak.samling("evaluering") == [])
    #expect(sak.bortfall == [.påUttrekksdagen: 1])
  }

  @Test(arguments: [
    (5, Bortfallsgrunn.evalueringAvEttervernsplan), (6, .evalueringAvSamværsplan),
    (7, .evalueringAvUndersøkelsesplan), (8, .evalueringAvAkuttplan),
  ]) func `evaluations of other plans are counted by kind`(_ type: Int, _ reason: Bortfallsgrunn) throws {
    let sak = try post(
      TestSak(planer: [
        Element.plan(1, "2024-01-01", type: type, evalueringer: ["2024-06-01", "2024-09-01"])
      ]))
    #expect(sak.bortfall == [reason: 2])
    #expect(sak.samling("planevaluering") == [])
    #expect(sak.samling("omsorgsplan")?.count == 1)
  }

  @Test func `applications to the tribunal are kept, and there may be more of them`() throws {
    let sak = try post(
      TestSak(oversendelser: [
        Element.oversendelse(1, "2025-03-01"), Element.oversendelse(2, "2024-02-01"),
        Element.oversendelse(3, "2026-03-02"),
      ]))
    #expect(sak.samling("begjæring") == ["{\"dato\":\"2024-02-01\"}", "{\"dato\":\"2025-03-01\"}"])
    #expect(sak.ufullstendig == ["begjæring", "medvirkning"])
    #expect(sak.bortfall == [.påUttrekksdagen: 1])
    let without = try post(TestSak())
    #expect(without.samling("begjæring") == nil)
    #expect(without.ufullstendig == ["medvirkning"])
  }

  @Test(arguments: [
    ("BVL 4-12", ",\"type\":\"omsorgsovertakelse\",\"truffet_av\":\"nemnd\""),
    ("BVL2021 5-1", ",\"type\":\"omsorgsovertakelse\",\"truffet_av\":\"nemnd\""),
    ("BVL 4-4", ",\"type\":\"hjelpetiltak\""), ("BVL 4-4 3", ",\"type\":\"hjelpetiltak\""),
    ("BVL 4-4 2", ",\"type\":\"hjelpetiltak\",\"truffet_av\":\"barneverntjeneste\""),
    ("BVL 4-4 2 4", ",\"type\":\"hjelpetiltak\""),
    ("BVL2021 3-1", ",\"type\":\"hjelpetiltak\",\"truffet_av\":\"barneverntjeneste\""),
    ("BVL2021 3-4", ",\"type\":\"hjelpetiltak\""), ("BVL2021 3-6", ",\"type\":\"hjelpetiltak\""),
    ("BVL 4-6", ",\"type\":\"akutt\""), ("BVL2021 4-2", ",\"type\":\"akutt\""),
    ("BVL 4-19", ",\"type\":\"samvær\""), ("BVL2021 7-2", ",\"type\":\"samvær\""),
    ("BVL2021 7-3", ",\"type\":\"samvær\""), ("BVL 4-17", ",\"type\":\"flytting\""),
    ("BVL2021 5-5", ",\"type\":\"flytting\""),
    ("BVL 4-21", ",\"type\":\"oppheving\",\"truffet_av\":\"nemnd\""),
    ("BVL2021 5-7", ",\"type\":\"oppheving\",\"truffet_av\":\"nemnd\""),
    ("BVL 7-24", ",\"type\":\"rettslig_prøving\",\"truffet_av\":\"domstol\""),
    ("BVL2021 14-25", ",\"type\":\"rettslig_prøving\",\"truffet_av\":\"domstol\""),
    ("BVL 4-20", ",\"type\":\"annet\""), ("BVL2021 5-8", ",\"type\":\"annet\""),
    ("BVL2021 6-2", ",\"type\":\"annet\""), ("BL1981 4-12", ",\"type\":\"annet\""),
    ("BVL 4-8", ""), ("BVL2021 4-21", ""), ("BVL 5-7", ""), ("BVL2021 7-6", ""),
  ]) func `the provision decides what was decided and by whom, as far as it is certain`(
    _ hjemmel: String, _ told: String
  ) throws {
    let sak = try post(
      TestSak(vedtak: [Element.vedtak(1, "2024-01-10", hjemmel: hjemmel, statuser: "1 2024-01-10")]))
    #expect(sak.samling("vedtak") == ["{\"dato\":\"2024-01-10\"\(told)}"])
    #expect(sak.ufullstendig == ["medvirkning"])
  }

  @Test(arguments: [
    ("BVL 4-12", "BVL 7-24", ",\"type\":\"rettslig_prøving\",\"truffet_av\":\"domstol\""),
    ("BVL2021 5-7", "BVL2021 14-25", ",\"type\":\"rettslig_prøving\",\"truffet_av\":\"domstol\""),
    ("BVL 4-21", "BVL 4-12", ",\"type\":\"oppheving\",\"truffet_av\":\"nemnd\""),
    ("BVL 4-12", "BVL 4-21", ",\"truffet_av\":\"nemnd\""),
    ("BVL 4-12", "BVL 4-19", ",\"type\":\"omsorgsovertakelse\",\"truffet_av\":\"nemnd\""),
  ]) func `what is cited beside the provision may tell of a court or an end, or leave it open`(
    _ hjemmel: String, _ jamfør: String, _ told: String
  ) throws {
    let sak = try post(
      TestSak(vedtak: [
        Element.vedtak(1, "2024-01-10", hjemmel: hjemmel, jamfør: jamfør, statuser: "1 2024-01-10")
      ]))
    #expect(sak.samling("vedtak") == ["{\"dato\":\"2024-01-10\"\(told)}"])
  }

  @Test func `a court's decision is the court's also when the tribunal was applied to`() throws {
    let sak = try post(
      TestSak(vedtak: [
        Element.vedtak(1, "2024-01-10", hjemmel: "BVL 7-24", statuser: "2 2024-01-01 1 2024-01-10")
      ]))
    #expect(
      sak.samling("vedtak") == [
        "{\"dato\":\"2024-01-10\",\"type\":\"rettslig_prøving\",\"truffet_av\":\"domstol\"}"
      ])
  }

  @Test(arguments: ["2 2024-01-10", "3 2024-01-11", "4 2024-01-11", "2 2024-01-10 4 2024-05-01"])
  func `what the register does not call approved is no known decision`(_ statuser: String) throws {
    let sak = try post(TestSak(vedtak: [Element.vedtak(1, "2024-01-10", statuser: statuser)]))
    #expect(sak.samling("vedtak") == [])
    #expect(sak.ufullstendig == ["medvirkning", "vedtak"])
    #expect(sak.bortfall == [.vedtakUtenAvgjørelse: 1])
  }

  @Test(arguments: [
    ("1 2024-01-12 4 2025-01-01", "2024-01-10"), ("3 2025-01-01 1 2024-01-12", "2024-01-10"),
    ("2 2024-01-05 1 2024-01-12", "2024-01-10"), ("2 2024-01-12 1 2024-01-31", "2024-01"),
    ("2 2024-01-12 1 2024-01-12", "2024-01-12"), ("2 2024-01-10 1 2024-06-01", "2024"),
  ]) func `a decision of the tribunal falls between application and approval`(
    _ statuser: String, _ dato: String
  ) throws {
    let sak = try post(TestSak(vedtak: [Element.vedtak(1, "2024-01-10", statuser: statuser)]))
    #expect(
      sak.samling("vedtak") == [
        "{\"dato\":\"\(dato)\",\"type\":\"omsorgsovertakelse\",\"truffet_av\":\"nemnd\"}"
      ])
  }

  @Test func `when they lie in different years the date is left out`() throws {
    let sak = try post(
      TestSak(vedtak: [
        Element.vedtak(1, "2024-11-10", hjemmel: "BVL2021 5-8", statuser: "2 2024-11-10 1 2025-02-01")
      ]))
    #expect(sak.samling("vedtak") == ["{\"type\":\"annet\",\"truffet_av\":\"nemnd\"}"])
  }

  @Test func `an approval on the day of the extract is not known yet`() throws {
    let sak = try post(
      TestSak(vedtak: [Element.vedtak(1, "2026-02-10", statuser: "2 2026-02-10 1 2026-03-02")]))
    #expect(sak.samling("vedtak") == [])
    #expect(sak.bortfall == [.påUttrekksdagen: 1, .vedtakUtenAvgjørelse: 1])
    #expect(sak.ufullstendig.contains("vedtak"))
  }
}
