import JSONText
import Values

extension Saksinnhold {
  /// Only decisions that the register says were approved. An application to the tribunal, or a decision that
  /// lapsed or was turned down with nothing said of approval, is no decision that is known to have been made.
  mutating func oversettVedtak() {
    var events: [(Dato?, JSONValue)] = []
    for decision in vedtak {
      var known: [Registervedtak.Status] = []
      for status in decision.statuser where erMed(status.dato) { known.append(status) }
      known.sort { $0.dato < $1.dato }
      guard let approved = known.first(where: { $0.kode == 1 }) else {
        faller(bort: .vedtakUtenAvgjørelse)
        ufullstendig.insert("vedtak")
        continue
      }
      let applied = known.last { $0.kode == 2 && $0.dato <= approved.dato }
      let day = vedtaksdag(decision, søkt: applied?.dato, godkjent: approved.dato)
      var members: [JSONValue.Member] = []
      if let text = day.tekst { members.append(JSONValue.Member("dato", .string(text))) }
      if let type = decision.vurdering?.vedtakstype {
        members.append(JSONValue.Member("type", .string(type)))
      }
      if let by = truffetAv(decision, wasApplied: applied != nil) {
        members.append(JSONValue.Member("truffet_av", .string(by)))
      }
      events.append((day.første, .object(members)))
    }
    skriv("vedtak", events)
  }

  /// What was applied for is the tribunal's decision, unless a court has tried it since.
  private func truffetAv(_ decision: Registervedtak, wasApplied: Bool) -> String? {
    if decision.vurdering?.erRettsligPrøving == true { return "domstol" }
    return wasApplied ? "nemnd" : decision.vurdering?.truffetAv
  }

  /// Applications to the tribunal that are in the file. Whether all of them are is not said, so there may be
  /// more; and without any nothing is known.
  mutating func oversettBegjæringer() {
    guard !begjæringer.isEmpty else { return }
    skriv("begjæring", begjæringer.map { ($0, .object(["dato": .string("\($0)")])) })
    ufullstendig.insert("begjæring")
  }

  /// `StartDato` is the day of the decision, unless the case went to the tribunal after it: then the decision
  /// fell between the application and the approval, and the date is given only as exactly as both agree.
  private func vedtaksdag(
    _ decision: Registervedtak, søkt: Dato?, godkjent: Dato
  ) -> (første: Dato, tekst: String?) {
    guard let søkt, decision.dato <= søkt else { return (decision.dato, "\(decision.dato)") }
    let (a, b) = ("\(søkt)", "\(godkjent)")
    for length in [10, 7, 4] where a.prefix(length) == b.prefix(length) {
      return (søkt, String(a.prefix(length)))
    }
    return (søkt, nil)
  }

  /// Types 1 and 2 are tiltaksplaner; the others are omsorgsplaner of some type. Evaluations are kept of
  /// tiltaksplaner and of care plans (types 3 and 4); those of other plans are counted by kind.
  mutating func oversettPlaner() {
    var plans: [(Dato?, JSONValue)] = []
    var measures: [(Dato?, JSONValue)] = []
    var evaluations: [(Dato?, JSONValue)] = []
    var planEvaluations: [(Dato?, JSONValue)] = []
    for plan in planer {
      if let type = plan.omsorgsplantype {
        plans.append((plan.fra, .object(["dato": .string("\(plan.fra)"), "type": .string(type)])))
      } else {
        var members = [JSONValue.Member("fra", .string("\(plan.fra)"))]
        if let end = plan.til { members.append(JSONValue.Member("til", .string("\(end)"))) }
        measures.append((plan.fra, .object(members)))
      }
      if let reason = plan.bortfallAvEvaluering {
        for _ in plan.evalueringer { faller(bort: reason) }
        continue
      }
      for day in plan.evalueringer where erMed(day) {
        let event: (Dato?, JSONValue) = (day, .object(["dato": .string("\(day)")]))
        if plan.omsorgsplantype == nil { evaluations.append(event) } else { planEvaluations.append(event) }
      }
    }
    skriv("omsorgsplan", plans)
    skriv("planevaluering", planEvaluations)
    skriv("tiltaksplan", measures)
    skriv("evaluering", evaluations)
  }
}

extension Registerplan {
  /// The `type` of an omsorgsplan, by the register's list of codes; nil for a tiltaksplan. The kind of care
  /// plan that is final after two years was abolished on 2023-01-01.
  fileprivate var omsorgsplantype: String? {
    switch type {
    case 3: "foreløpig"
    case 4: fra < Dato.nyttår(2023) ? "endelig" : "plan"
    case 5: "ettervernsplan"
    case 6: "samværsplan"
    case 7: "undersøkelsesplan"
    case 8: "akuttplan"
    default: nil
    }
  }

  /// Why evaluations of this plan have no place in the record, where they have none.
  fileprivate var bortfallAvEvaluering: Bortfallsgrunn? {
    switch type {
    case 5: .evalueringAvEttervernsplan
    case 6: .evalueringAvSamværsplan
    case 7: .evalueringAvUndersøkelsesplan
    case 8: .evalueringAvAkuttplan
    default: nil
    }
  }
}
