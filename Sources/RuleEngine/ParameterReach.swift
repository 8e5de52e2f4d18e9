public import RuleLanguage
public import Values

/// A parameter that a rule asks for on a day before its first value.
public struct EarlyParameter: Hashable, Sendable {
  /// The parameter's name.
  public var name: String
  /// The day that the rule asks for.
  public var day: Dato
  /// The first day on which the parameter has a value.
  public var firstValue: Dato
}

extension Regelprogram {
  /// The parameters that a rule asks for on a day before their first value, on some control date from a day on.
  ///
  /// Only days that the control date decides are looked at («på fjoråret.fra»): a day of an event is the record's own.
  /// They move forward with the control date, so the first control date reaches furthest back. A `gjelder når` that
  /// says from which control date on the point applies is taken into account.
  public func earlyParameters(_ regel: Punktregel, from first: Dato) -> [EarlyParameter] {
    let day = max(first, firstDay(regel.gjelder))
    let nodes = noder(under: [regel.gjelder, regel.krav, regel.norm]).sorted { $0.verdi < $1.verdi }
    return nodes.compactMap { index in
      guard case .parameter(let position, let on) = noder[Int(index.verdi)],
        let asked = fastDato(on, på: day), let start = parametre[Int(position)].verdier.first?.fra,
        asked < start
      else { return nil }
      return EarlyParameter(name: parametre[Int(position)].navn, day: asked, firstValue: start)
    }
  }

  /// The first control date that a condition lets through, as far as it compares the control date with a day.
  private func firstDay(_ condition: Nodeindeks) -> Dato {
    guard condition.finnes else { return .tidenesMorgen }
    switch noder[Int(condition.verdi)] {
    case .og(let a, let b): return max(firstDay(a), firstDay(b))
    case .definisjon(let position): return firstDay(definisjoner[Int(position)].node)
    case .sammenlignDato(let how, let a, let b):
      guard case .kontrolldato = noder[Int(a.verdi)], case .dato(let day) = noder[Int(b.verdi)] else {
        return .tidenesMorgen
      }
      switch how {
      case .er, .minst: return day
      case .etter, .merEnn: return day.adding(dager: 1)
      case .erIkke, .høyst, .mindreEnn, .før: return .tidenesMorgen
      }
    default: return .tidenesMorgen
    }
  }
}
