import Checklists
import Quality
import Values

extension Planverk {
  /// An entry of the yearly wheel and a place of service that has it, as a sign-off names them.
  func signerbar(årshjul id: String, tjenestested: String, antall: Int?, start: Dato?) throws
    -> Signering.Gjelder
  {
    guard let entry = årshjul?.oppføringer.first(where: { $0.id == id }) else {
      let known = årshjul?.oppføringer.map(\.id) ?? []
      throw Kommandofeil(.usage, "there is no entry of that name; there is: \(known.joined(separator: ", "))")
    }
    guard entry.tjenestesteder.contains(tjenestested) else {
      throw Kommandofeil(
        .usage,
        "the entry does not concern that place; it concerns: \(entry.tjenestesteder.joined(separator: ", "))")
    }
    guard start == nil || entry.slag == .nyansatt else {
      throw Kommandofeil(.usage, "--began is only given for an entry for new employees")
    }
    return .årshjul(id: id, tjenestested: tjenestested, antall: antall, start: start)
  }

  /// That somebody began at a place of service.
  func signerbar(nyansatt start: Dato, tjenestested: String) throws -> Signering.Gjelder {
    let places = årshjul?.tjenestesteder.map(\.id) ?? []
    guard places.contains(tjenestested) else {
      throw Kommandofeil(.usage, "there is no such place; there is: \(places.joined(separator: ", "))")
    }
    return .nyansatt(tjenestested: tjenestested, start: start)
  }

  /// A measure of a plan, as a sign-off on a day names it.
  ///
  /// - Parameter hendelser: what was signed before.
  func signerbar(
    plan id: String, tiltak: String, _ skritt: Planhendelse.Slag, den dag: Dato, hendelser: [Planhendelse]
  ) throws -> Signering.Gjelder {
    guard let plan = planer.first(where: { $0.id == id }) else {
      let known = planer.map(\.id).joined(separator: ", ")
      throw Kommandofeil(.usage, "there is no plan of that name; there is: \(known)")
    }
    guard let measure = plan.tiltak.first(where: { $0.id == tiltak }) else {
      let known = plan.tiltak.map(\.id).joined(separator: ", ")
      throw Kommandofeil(.usage, "the plan has no such measure; it has: \(known)")
    }
    guard plan.dato <= dag else {
      throw Kommandofeil(
        .notAllowed,
        "the plan is of \(plan.dato), and nothing in it can be signed for \(dag), a day before it")
    }
    let isBegun =
      measure.erBegyntIPlanen
      || hendelser.contains {
        $0.plan == id && $0.tiltak == tiltak && $0.slag == .iverksatt && $0.dato <= dag
      }
    guard skritt != .evaluert || isBegun else {
      throw Kommandofeil(
        .notAllowed,
        "nobody has signed that \(tiltak) was put into effect on or before \(dag), so it cannot be evaluated; "
          + "sign it with --step iverksatt first")
    }
    return .plan(plan: id, tiltak: tiltak, skritt)
  }
}

extension Plantiltak {
  /// Whether the plan itself says that it is in effect, so that nobody need sign that.
  fileprivate var erBegyntIPlanen: Bool { iverksettes == [.pågår] || status == .pågår || status == .ferdig }
}
