public import Checklists
public import Values

/// How far a measure has come.
public enum Plantilstand: Hashable, Sendable {
  /// Nobody has said that it is done, and there is still time until the last day. From the day after `første` on
  /// it may be too late: the plan has several days and does not say which is this measure's.
  case ikkeStartet(første: Dato, siste: Dato)
  /// Nobody has said that it is done, and the plan has no day for it.
  case utenFrist
  /// The last day has passed, and nobody has said that it is done.
  case skulleVærtIVerk(siste: Dato)
  /// It is in effect, and the plan has no evaluation. With `frist` the last day has passed, and it still goes on.
  case iVerk(frist: Dato?)
  /// It is in effect, and is to be evaluated.
  case skalEvalueres(innen: Dato)
  /// It is in effect, and should have been evaluated.
  case evalueringForfalt(siden: Dato)
  /// It was evaluated, and is not to be evaluated again.
  case evaluert
  /// The plan itself says that it is done.
  case ferdig
}

/// A measure on a day: how far it has come, and what that rests on.
public struct Tiltaksstatus: Hashable, Sendable {
  /// The measure.
  public let tiltak: Plantiltak
  /// How far it has come.
  public let tilstand: Plantilstand
  /// When it was put into effect, as signed.
  public let iverksatt: Planhendelse?
  /// When it was evaluated last, as signed.
  public let evaluert: Planhendelse?
  /// The day by which it should have been evaluated, when that has passed and it is not even in effect.
  public let forfaltEvaluering: Dato?

  /// A measure on a day.
  ///
  /// - Parameter hendelser: what was done about this measure; what was done after the day is left out.
  public init(_ tiltak: Plantiltak, i plan: Plan, hendelser: [Planhendelse], på dato: Dato) {
    let own = hendelser.filter { $0.dato <= dato }.sorted { $0.dato < $1.dato }
    let begun = own.first { $0.slag == .iverksatt }
    let evaluated = own.last { $0.slag == .evaluert }
    let status = dato < plan.dato ? nil : tiltak.status
    let isOngoing = dato >= plan.dato && tiltak.iverksettes == [.pågår]
    let isBegun = begun != nil || evaluated != nil || isOngoing || status == .pågår
    let by = tiltak.evalueringsfrist(etter: evaluated?.dato ?? begun?.dato)
    self.tiltak = tiltak
    iverksatt = begun
    evaluert = evaluated
    let days = tiltak.iverksettes.compactMap(\.dag)
    if evaluated != nil, !tiltak.evalueresJevnlig {
      tilstand = .evaluert
    } else if status == .ferdig {
      tilstand = .ferdig
    } else if isBegun, let by {
      tilstand = by < dato ? .evalueringForfalt(siden: by) : .skalEvalueres(innen: by)
    } else if isBegun {
      let late = begun == nil ? days.max().flatMap { $0 < dato ? $0 : nil } : nil
      tilstand = .iVerk(frist: late)
    } else if let first = days.min(), let last = days.max() {
      tilstand = last < dato ? .skulleVærtIVerk(siste: last) : .ikkeStartet(første: first, siste: last)
    } else {
      tilstand = .utenFrist
    }
    forfaltEvaluering = isBegun || status == .ferdig ? nil : by.flatMap { $0 < dato ? $0 : nil }
  }
}

extension Plantiltak {
  var evalueresJevnlig: Bool {
    evalueres.contains { if case .jevnlig = $0 { true } else { false } }
  }

  /// The last day for the next evaluation; counted from the last time something was done when it is evaluated
  /// again and again.
  func evalueringsfrist(etter sist: Dato?) -> Dato? {
    for time in evalueres {
      if case .jevnlig(let months, _) = time { return sist?.adding(måneder: months) }
    }
    return evalueres.compactMap(\.dag).max()
  }
}
