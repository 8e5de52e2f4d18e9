import Checklists
import Quality
import Testing
import Values

/// What a measure is on a day, from the plan and from what was signed.
@Suite struct `A measure of a plan` {
  private static func dag(_ text: String) throws -> Dato { try #require(Dato(text)) }

  /// `2014-05-31`, `pågår`, `mangler` or `hver 2`.
  private static func tider(_ text: String) -> [Tidspunkt] {
    text.split(separator: " + ").map { word in
      if let day = Dato(word) { return .dag(day) }
      if let month = Datoomfang(iso: word) { return .måned(month) }
      if word.hasPrefix("hver ") { return .jevnlig(måneder: Int(word.dropFirst(5)) ?? 0, tekst: "på møtene") }
      return word == "pågår" ? .pågår : .mangler
    }
  }

  private static func plan(
    _ slag: Planslag = .fremdriftsplan, iverksettes: String, evalueres: String = "",
    status: Tiltaksord? = nil
  ) throws -> Plan {
    let tiltak = Plantiltak(
      id: "1.1", tekst: "Gjør noe.", underpunkter: [], se: [], iverksettes: tider(iverksettes),
      evalueres: tider(evalueres), status: status, merknader: [])
    let rad = Planrad(
      id: "1", nr: "1", tekst: "Noe svikter.", tiltak: [tiltak], iverksettes: tiltak.iverksettes,
      evalueres: tiltak.evalueres, ansvarlig: [], sviktområde: 1, punkter: [], prosedyrer: [], årshjul: [])
    return Plan(
      id: "plan", navn: "planen", slag: slag, dato: try dag("2014-05-26"),
      gjelder: try #require(Periode(try dag("2014-05-26"), .tidenesEnde)), kilde: "diktet", hovedmål: [],
      rader: [rad])
  }

  private static func hendelse(
    _ slag: Planhendelse.Slag, _ dato: String, tiltak: String = "1.1", plan: String = "plan"
  ) throws -> Planhendelse {
    Planhendelse(plan: plan, tiltak: tiltak, slag: slag, dato: try dag(dato), rolle: "barnevernleder")
  }

  private static func tilstand(
    _ plan: Plan, _ hendelser: [Planhendelse] = [], på dag: String
  ) throws -> Plantilstand {
    try #require(Planstatus(plan: plan, hendelser: hendelser, på: try Self.dag(dag)).tiltak.first).tilstand
  }

  @Test func `that nobody has signed is overdue from the day after its day`() throws {
    let plan = try Self.plan(iverksettes: "2014-05-31", evalueres: "2014-12-31")
    let last = try Self.dag("2014-05-31")
    #expect(try Self.tilstand(plan, på: "2014-05-31") == .ikkeStartet(første: last, siste: last))
    #expect(try Self.tilstand(plan, på: "2014-06-01") == .skulleVærtIVerk(siste: last))
    let late = Planstatus(plan: plan, hendelser: [], på: .nyttår(2015)).tiltak.first
    #expect(late?.forfaltEvaluering == Dato("2014-12-31"))
  }

  /// With several days in the cell of its row a measure is late only when the last of them has passed.
  @Test func `that may have either of two days is not called late before the last`() throws {
    let plan = try Self.plan(iverksettes: "2014-05-31 + 2014-09-30")
    let (first, last) = (try Self.dag("2014-05-31"), try Self.dag("2014-09-30"))
    #expect(try Self.tilstand(plan, på: "2014-06-01") == .ikkeStartet(første: first, siste: last))
    #expect(try Self.tilstand(plan, på: "2014-10-01") == .skulleVærtIVerk(siste: last))
  }

  @Test func `that is to be done in a month is overdue when the month is over`() throws {
    let plan = try Self.plan(iverksettes: "2014-12")
    let last = try Self.dag("2014-12-31")
    #expect(try Self.tilstand(plan, på: "2014-10-15") == .ikkeStartet(første: last, siste: last))
    #expect(try Self.tilstand(plan, på: "2014-12-31") == .ikkeStartet(første: last, siste: last))
    #expect(try Self.tilstand(plan, på: "2015-01-01") == .skulleVærtIVerk(siste: last))
  }

  @Test func `that was put into effect is then to be evaluated`() throws {
    let plan = try Self.plan(iverksettes: "2014-05-31", evalueres: "2014-12-31")
    let begun = [try Self.hendelse(.iverksatt, "2014-06-10")]
    let by = try Self.dag("2014-12-31")
    #expect(
      try Self.tilstand(plan, begun, på: "2014-06-09") == .skulleVærtIVerk(siste: Self.dag("2014-05-31")))
    #expect(try Self.tilstand(plan, begun, på: "2014-06-10") == .skalEvalueres(innen: by))
    #expect(try Self.tilstand(plan, begun, på: "2014-12-31") == .skalEvalueres(innen: by))
    #expect(try Self.tilstand(plan, begun, på: "2015-01-01") == .evalueringForfalt(siden: by))
    let done = begun + [try Self.hendelse(.evaluert, "2015-01-20")]
    #expect(try Self.tilstand(plan, done, på: "2015-01-20") == .evaluert)
    #expect(try Self.tilstand(plan, done, på: "2015-01-19") == .evalueringForfalt(siden: by))
  }

  @Test func `that is evaluated again and again is due so many months after the last time`() throws {
    let plan = try Self.plan(iverksettes: "2014-05-31", evalueres: "hver 2")
    let begun = [try Self.hendelse(.iverksatt, "2014-06-10")]
    #expect(try Self.tilstand(plan, begun, på: "2014-07-01") == .skalEvalueres(innen: Self.dag("2014-08-10")))
    let again = begun + [try Self.hendelse(.evaluert, "2014-08-20")]
    #expect(try Self.tilstand(plan, again, på: "2014-10-20") == .skalEvalueres(innen: Self.dag("2014-10-20")))
    #expect(
      try Self.tilstand(plan, again, på: "2014-10-21") == .evalueringForfalt(siden: Self.dag("2014-10-20")))
  }

  @Test func `that the plan calls ongoing is in effect from the day of the plan`() throws {
    let plan = try Self.plan(iverksettes: "pågår", evalueres: "2014-12-31")
    #expect(try Self.tilstand(plan, på: "2014-05-25") == .utenFrist)
    #expect(try Self.tilstand(plan, på: "2014-05-26") == .skalEvalueres(innen: Self.dag("2014-12-31")))
  }

  @Test(arguments: [
    (Tiltaksord.ferdig, "2012-12-31", "2014-05-26", Plantilstand.ferdig),
    (.pågår, "2012-12-31", "2014-05-26", .iVerk(frist: Dato("2012-12-31"))),
    (.pågår, "2014-12-31", "2014-05-26", .iVerk(frist: nil)),
    (.mangler, "mangler", "2014-05-26", .utenFrist),
    (.pågår, "mangler", "2014-05-26", .iVerk(frist: nil)),
  ])
  func `of an action plan is what the plan says`(
    word: Tiltaksord, by: String, day: String, expected: Plantilstand
  ) throws {
    let plan = try Self.plan(.handlingsplan, iverksettes: by, status: word)
    #expect(try Self.tilstand(plan, på: day) == expected)
  }

  @Test func `of an action plan is not judged by a status that was written later`() throws {
    let plan = try Self.plan(.handlingsplan, iverksettes: "2012-12-31", status: .ferdig)
    #expect(try Self.tilstand(plan, på: "2014-05-25") == .skulleVærtIVerk(siste: Self.dag("2012-12-31")))
    #expect(!Planstatus(plan: plan, hendelser: [], på: try Self.dag("2014-05-25")).statusErKjent)
  }

  @Test func `takes nothing from another plan, and a signature that fits none is kept`() throws {
    let plan = try Self.plan(iverksettes: "2014-05-31")
    let other = try Self.hendelse(.iverksatt, "2014-06-01", plan: "en annen")
    let loose = try Self.hendelse(.iverksatt, "2014-06-01", tiltak: "1.9")
    let status = Planstatus(plan: plan, hendelser: [other, loose], på: .nyttår(2015))
    #expect(status.tiltak.map(\.tilstand) == [.skulleVærtIVerk(siste: try Self.dag("2014-05-31"))])
    #expect(status.utenTiltak == [loose])
  }

  @Test func `has what the controls show beside its row`() throws {
    let plan = try Self.plan(iverksettes: "2014-05-31")
    let line = Målelinje("Funnet i tre av seks saker.")
    let status = Planstatus(plan: plan, hendelser: [], på: .nyttår(2015), målinger: [1: [line], 2: []])
    #expect(status.rader.map(\.måling) == [[line]])
  }

  @Test func `that names points has beside it only what is about those, or about no point`() throws {
    var plan = try Self.plan(iverksettes: "2014-05-31")
    plan.rader[0].punkter = ["OB-ANTALL"]
    let (area, own) = (Målelinje("Om området."), Målelinje("Eget punkt.", punkt: "OB-ANTALL"))
    let other = Målelinje("Et annet punkt.", punkt: "TI-RAPPORT")
    let status = Planstatus(plan: plan, hendelser: [], på: .nyttår(2015), målinger: [1: [area, own, other]])
    #expect(status.rader.map(\.måling) == [[area, own]])
  }
}
