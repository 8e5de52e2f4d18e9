import Values

/// What an author could have written by mistake in place of one sign, number or window.

extension Sammenligning {
  /// The same bound with or without its end, and the opposite.
  var naboer: [Sammenligning] {
    switch self {
    case .er: [.erIkke]
    case .erIkke: [.er]
    case .minst: [.merEnn, .mindreEnn, .er]
    case .høyst: [.mindreEnn, .merEnn, .er]
    case .merEnn: [.minst, .høyst]
    case .mindreEnn: [.høyst, .minst]
    case .før: [.høyst, .minst]
    case .etter: [.minst, .høyst]
    }
  }
}

extension Regneart {
  var motsatt: Regneart {
    switch self {
    case .pluss: .minus
    case .minus: .pluss
    case .ganger: .delt
    case .delt: .ganger
    }
  }
}

extension Brøk {
  /// One less and one more; of a decimal number nothing, and twice as much.
  var naboer: [Brøk] {
    guard nevner == 1 else { return [Brøk.null, ganger(Brøk(2))].compactMap(\.self) }
    return [Brøk(Int(teller) - 1), Brøk(Int(teller) + 1)]
  }
}

extension Varighet {
  /// One day or month less, and one more, in the same direction.
  var naboer: [Varighet] {
    let sign = antall < 0 ? -1 : 1
    return [antall - sign, antall + sign].filter { $0 != 0 }.map { Varighet($0, enhet) }
  }
}

extension Vindu {
  var naboer: [Vindu] {
    switch self {
    case .siste(let step): step.naboer.map { .siste($0) }
    case .iFjor: [.hittilIÅr, .siste(Varighet(12, .måneder))]
    case .hittilIÅr: [.iFjor, .siste(Varighet(12, .måneder))]
    case .siden(let date): [.før(date)]
    case .før(let date): [.siden(date)]
    case .mellom(let first, let last):
      [.siden(first), .mellom(first, last.dagenEtter), .mellom(first.dagenEtter, last)]
    }
  }
}

extension Uttrykk {
  fileprivate var dagenEtter: Uttrykk { Uttrykk(innhold: .flytt(self, Varighet(1, .dager)), område: område) }
}

extension Spørring.Form {
  var naboer: [Spørring.Form] {
    switch self {
    case .antall: [.dager]
    case .dager: [.antall]
    case .finnes: [.ingen, .minst(2)]
    case .ingen: [.finnes]
    case .minst(let count): [.minst(count - 1), .minst(count + 1)].filter { $0 != .minst(0) }
    case .siste: [.første, .alle]
    case .første: [.siste, .alle]
    case .alle: [.siste]
    case .dagenFor(let last): [.dagenFor(siste: !last)]
    case .perioder, .mellomrom: []
    }
  }
}

extension Spørring.Alder {
  var naboer: [Spørring.Alder] {
    [(før, år - 1), (før, år + 1), (!før, år)].map { Spørring.Alder(før: $0, år: $1) }
  }
}

extension Array {
  func without(_ index: Int) -> [Element] {
    var copy = self
    copy.remove(at: index)
    return copy
  }
}
