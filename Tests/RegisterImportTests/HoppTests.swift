import Testing

@testable import RegisterImport

/// Which cases are left out, and why. The extract is made on 2026-03-02.
struct HoppTests {
  @Test(
    arguments: [
      ("", nil), (" SluttDato=\"2026-02-28\"", .avsluttet),
      (" SluttDato=\"2026-03-01\" Avsluttet=\"1\"", .avsluttet),
      (" SluttDato=\"2026-03-02\"", nil), (" SluttDato=\"2026-03-02\" Avsluttet=\"true\"", nil),
      (" SluttDato=\"2026-09-30\"", nil), (" Avsluttet=\"true\"", .avsluttet), (" Avsluttet=\"false\"", nil),
      (" Avsluttet=\"0\"", nil), (" ErSlettet=\"true\"", .slettet), (" ErSlettet=\"1\"", .slettet),
      (" ErSlettet=\"false\"", nil), (" ErSlettet=\"true\" SluttDato=\"2026-02-28\"", .slettet),
    ] as [(String, Hoppårsak?)]) func `closed and deleted cases are left out`(
      _ attributter: String, _ årsak: Hoppårsak?
    ) throws
  {
    #expect(try hoppårsak(TestSak(attributter: attributter)) == årsak)
  }

  @Test(arguments: [
    TestSak(tiltak: [Element.tiltak(1, "2026-03-03")]),
    TestSak(tiltak: [Element.tiltak(1, "2026-03-03", "4.1")]),
    TestSak(tiltak: [Element.tiltak(1, "2024-01-01", oppfølging: "| 2026-03-03")]),
    TestSak(tiltak: [Element.tiltak(1, "2024-01-01", tilsyn: "4 2026-03-03")]),
    TestSak(tiltak: [Element.tiltak(1, "2024-01-01", tilsyn: "@9902 2026-03-03")]),
    TestSak(planer: [Element.plan(1, "2026-03-03", type: 7)]),
    TestSak(planer: [Element.plan(1, "2024-03-03", type: 1, evalueringer: ["2027-01-01"])]),
    TestSak(vedtak: [Element.vedtak(1, "2026-03-03", statuser: "1 2026-03-03")]),
    TestSak(vedtak: [Element.vedtak(1, "2026-02-03", statuser: "1 2026-03-03")]),
    TestSak(undersøkelser: [Element.undersøkelse(1, "2026-03-03")]),
    TestSak(undersøkelser: [Element.undersøkelse(1, "2026-01-01", medvirkning: ("2026-03-03", "1.1"))]),
    TestSak(start: "2026-03-03"),
    TestSak(personalia: [TestSak.Personalia(fra: "2026-04-01")]),
  ]) func `a case with an event after the day of the extract is not trusted`(_ sak: TestSak) throws {
    #expect(try hoppårsak(sak) == .hendelseEtterUttrekk)
  }

  @Test(arguments: [
    TestSak(tiltak: [Element.tiltak(1, "2026-03-03", attributter: " ErSlettet=\"true\"")]),
    TestSak(tiltak: [Element.tiltak(1, "2026-03-03")], slettet: [Element.slettet("Tiltak", 1001)]),
    TestSak(tiltak: [Element.tiltak(1, "2024-03-03", til: "2026-12-31")]),
    TestSak(planer: [Element.plan(1, "2024-03-03", type: 1, til: "2027-01-01")]),
    TestSak(flyttinger: [Element.flytting(1, "2026-08-01", årsak: "1.1.1", til: "6")]),
    TestSak(slettet: [Element.slettet("Plan", 1, "2026-03-03")]),
  ]) func `what is deleted or planned is no later event`(_ sak: TestSak) throws {
    #expect(try hoppårsak(sak) == nil)
  }

  @Test func `a case opened on the day of the extract did not exist at uttrekk`() throws {
    #expect(try hoppårsak(TestSak(start: "2026-03-02")) == .åpnetPåUttrekksdagen)
    #expect(try hoppårsak(TestSak(start: "2026-03-01")) == nil)
  }

  @Test(arguments: [
    TestSak(tiltak: [Element.tiltak(1, "2024-01-10", til: "2024-01-09")]),
    TestSak(planer: [Element.plan(1, "2024-01-10", type: 2, til: "2023-01-09")]),
  ]) func `a period that ends before it begins stops the case`(_ sak: TestSak) throws {
    #expect(try hoppårsak(sak) == .ugyldigPeriode)
  }

  @Test(arguments: [
    TestSak(tiltak: [Element.tiltak(1, "2024-01-10", til: "2024-01-10")]),
    TestSak(tiltak: [Element.tiltak(1, "2024-01-10", til: "2024-01-09", "3.1")]),
    TestSak(planer: [Element.plan(1, "2024-01-10", type: 6, til: "2023-01-09")]),
  ]) func `a wrong period of something that is not imported stops nothing`(_ sak: TestSak) throws {
    #expect(try hoppårsak(sak) == nil)
  }

  @Test func `a journal number with control characters cannot stand in a list`() throws {
    #expect(try hoppårsak(TestSak(journalnummer: "J&#10;1")) == .ugyldigJournalnummer)
  }
}
