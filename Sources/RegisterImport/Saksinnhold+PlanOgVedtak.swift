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
      if let by = applied == nil ? decision.vurdering?.truffetAv : "nemnd" {
        members.append(JSONValue.Member("truffet_av", .string(by)))
      }
      events.append((day.første, .object(members)))
    }
    skriv("vedtak", events)
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

  /// Types 1 and 2 are tiltaksplaner with evaluations, 3 and 4 omsorgsplaner; the last kind of plan that is
  /// final after two years was abolished on 2023-01-01.
  mutating func oversettPlaner() {
    var care: [(Dato?, JSONValue)] = []
    var measures: [(Dato?, JSONValue)] = []
    var evaluations: [(Dato?, JSONValue)] = []
    for plan in planer {
      switch plan.type {
      case 1, 2:
        var members = [JSONValue.Member("fra", .string("\(plan.fra)"))]
        if let end = plan.til { members.append(JSONValue.Member("til", .string("\(end)"))) }
        measures.append((plan.fra, .object(members)))
        for day in plan.evalueringer where erMed(day) {
          evaluations.append((day, .object(["dato": .string("\(day)")])))
        }
      case 3, 4:
        let final = plan.fra < Dato.nyttår(2023) ? "endelig" : "plan"
        let type = plan.type == 3 ? "foreløpig" : final
        care.append((plan.fra, .object(["dato": .string("\(plan.fra)"), "type": .string(type)])))
        for _ in plan.evalueringer { faller(bort: .evalueringAvAnnenPlan) }
      default:
        faller(bort: .annenPlantype)
        for _ in plan.evalueringer { faller(bort: .evalueringAvAnnenPlan) }
      }
    }
    skriv("omsorgsplan", care)
    skriv("tiltaksplan", measures)
    skriv("evaluering", evaluations)
  }
}
