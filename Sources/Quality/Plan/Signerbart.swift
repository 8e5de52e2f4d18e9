public import Checklists
public import Values

/// Why something cannot be signed. The description says what can.
public enum Signeringsfeil: Error, Hashable, Sendable, CustomStringConvertible {
  /// The wheel has no such entry; those it has.
  case ukjentOppføring(kjente: [String])
  /// The entry does not concern the place; those it concerns.
  case annetTjenestested(kjente: [String])
  /// The wheel has no such place; those it has.
  case ukjentTjenestested(kjente: [String])
  /// A first day at work was given for an entry that is not for new employees.
  case ikkeForNyansatte
  /// There is no such plan; those there are.
  case ukjentPlan(kjente: [String])
  /// The plan has no such measure; those it has.
  case ukjentTiltak(kjente: [String])
  /// The day is before the plan was made.
  case førPlanen(Dato, dag: Dato)
  /// It was not put into effect on or before the day, so it cannot be evaluated.
  case ikkeIverksatt(tiltak: String, dag: Dato)

  /// Whether what was given names nothing, in place of naming what is not allowed now.
  public var erUkjent: Bool {
    switch self {
    case .førPlanen, .ikkeIverksatt: false
    default: true
    }
  }

  /// For the operator.
  public var description: String {
    switch self {
    case .ukjentOppføring(let known): "there is no entry of that name; there is: \(liste(known))"
    case .annetTjenestested(let known):
      "the entry does not concern that place; it concerns: \(liste(known))"
    case .ukjentTjenestested(let known): "there is no such place; there is: \(liste(known))"
    case .ikkeForNyansatte: "--began is only given for an entry for new employees"
    case .ukjentPlan(let known): "there is no plan of that name; there is: \(liste(known))"
    case .ukjentTiltak(let known): "the plan has no such measure; it has: \(liste(known))"
    case .førPlanen(let made, let day):
      "the plan is of \(made), and nothing in it can be signed for \(day), a day before it"
    case .ikkeIverksatt(let measure, let day):
      "nobody has signed that \(measure) was put into effect on or before \(day), so it cannot be evaluated; "
        + "sign it with --step iverksatt first"
    }
  }

  private func liste(_ names: [String]) -> String { names.joined(separator: ", ") }
}

extension Planverk {
  /// An entry of the yearly wheel and a place of service that has it, as a sign-off names them.
  public func signerbar(årshjul id: String, tjenestested: String, antall: Int?, start: Dato?)
    throws(Signeringsfeil) -> Signering.Gjelder
  {
    guard let entry = årshjul?.oppføringer.first(where: { $0.id == id }) else {
      throw .ukjentOppføring(kjente: årshjul?.oppføringer.map(\.id) ?? [])
    }
    guard entry.tjenestesteder.contains(tjenestested) else {
      throw .annetTjenestested(kjente: entry.tjenestesteder)
    }
    guard start == nil || entry.slag == .nyansatt else { throw .ikkeForNyansatte }
    return .årshjul(id: id, tjenestested: tjenestested, antall: antall, start: start)
  }

  /// That somebody began at a place of service.
  public func signerbar(nyansatt start: Dato, tjenestested: String) throws(Signeringsfeil)
    -> Signering.Gjelder
  {
    let places = årshjul?.tjenestesteder.map(\.id) ?? []
    guard places.contains(tjenestested) else { throw .ukjentTjenestested(kjente: places) }
    return .nyansatt(tjenestested: tjenestested, start: start)
  }

  /// A measure of a plan, as a sign-off on a day names it.
  ///
  /// - Parameter hendelser: what was signed before.
  public func signerbar(
    plan id: String, tiltak: String, _ skritt: Planhendelse.Slag, den dag: Dato, hendelser: [Planhendelse]
  ) throws(Signeringsfeil) -> Signering.Gjelder {
    guard let plan = planer.first(where: { $0.id == id }) else {
      throw .ukjentPlan(kjente: planer.map(\.id))
    }
    guard let measure = plan.tiltak.first(where: { $0.id == tiltak }) else {
      throw .ukjentTiltak(kjente: plan.tiltak.map(\.id))
    }
    guard plan.dato <= dag else { throw .førPlanen(plan.dato, dag: dag) }
    let isBegun =
      measure.erBegyntIPlanen
      || hendelser.contains {
        $0.plan == id && $0.tiltak == tiltak && $0.slag == .iverksatt && $0.dato <= dag
      }
    guard skritt != .evaluert || isBegun else { throw .ikkeIverksatt(tiltak: tiltak, dag: dag) }
    return .plan(plan: id, tiltak: tiltak, skritt)
  }
}

extension Plantiltak {
  /// Whether the plan itself says that it is in effect, so that nobody need sign that.
  fileprivate var erBegyntIPlanen: Bool { iverksettes == [.pågår] || status == .pågår || status == .ferdig }
}
