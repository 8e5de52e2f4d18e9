import AuditStore
public import Sampling
public import Values

extension Kvalitetsregister {
  /// The register as it stood at the end of a day, so that a summary made anew says the same.
  ///
  /// An act counts from its own day. What a control found counts from the month of the control, since a control is
  /// locked some days after the month it judges.
  public func per(_ dag: Dato) -> Kvalitetsregister {
    var copy = self
    copy.avvik = avvik.compactMap { $0.per(dag) }
    copy.tiltak = tiltak.compactMap { $0.per(dag) }
    copy.møter = møter.compactMap { $0.per(dag) }
    return copy
  }
}

extension Kvalitetsregister {
  /// The register without measures that were evaluated for good more than so many months before a day.
  public func utenGamleTiltak(_ dag: Dato, måneder: Int) -> Kvalitetsregister {
    var copy = self
    let first = dag.adding(måneder: -måneder)
    copy.tiltak = tiltak.filter { measure in
      measure.tilstand != .evaluert || (measure.evaluering.map { $0.dato >= first } ?? true)
    }
    return copy
  }
}

extension Avvik {
  /// The month it belongs to: that of the control that found it, else the month in which it was reported.
  public var måned: Måned {
    switch opphav {
    case .kontroll(let funn): funn.måned
    case .ansatt: Måned(meldt)
    }
  }

  func per(_ dag: Dato) -> Avvik? {
    guard let first = hendelser.first, first.gjelder(dag) else { return nil }
    var copy = Avvik(nummer: nummer, enhet: enhet, team: team, opphav: opphav, notat: first)
    for notat in hendelser.dropFirst() where notat.gjelder(dag) {
      let next = Overgang.tilstand(.avvik, fra: copy.tilstand.rawValue, etter: notat.hendelse.navn)
      if let next = next.flatMap(Avvikstilstand.init) { copy.ta(notat, tilstand: next) }
    }
    return copy
  }
}

extension Avviksnotat {
  /// The month of the control that this act comes from; nil for what people did.
  var kontrollmåned: Måned? {
    switch hendelse {
    case .meldt(.kontroll(let funn)): funn.måned
    case .funnetIgjen(let funn), .gjenåpnet(let funn): funn.måned
    default: nil
    }
  }

  func gjelder(_ dag: Dato) -> Bool { dato <= dag || kontrollmåned.map { $0 <= Måned(dag) } ?? false }
}

extension Tiltak {
  func per(_ dag: Dato) -> Tiltak? {
    guard let first = hendelser.first, first.dato <= dag else { return nil }
    var copy = Tiltak(nummer: nummer, enhet: enhet, innhold: innhold, notat: first)
    for notat in hendelser.dropFirst() where notat.dato <= dag {
      let next = Overgang.tilstand(.tiltak, fra: copy.tilstand.rawValue, etter: notat.hendelse.navn)
      if let next = next.flatMap(Tiltakstilstand.init) { copy.ta(notat, tilstand: next) }
    }
    return copy
  }
}

extension Møte {
  func per(_ dag: Dato) -> Møte? {
    if dato > dag { return nil }
    var copy = self
    if let day = godkjent?.dato, day > dag { copy.godkjent = nil }
    copy.vedtak = vedtak.filter { $0.dato <= dag }.map { decision in
      var decision = decision
      if let day = decision.utført, day > dag { decision.utført = nil }
      return decision
    }
    return copy
  }
}
