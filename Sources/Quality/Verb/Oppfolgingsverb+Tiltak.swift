import AuditStore
public import Values

extension Oppfølgingsverb {
  /// Makes a measure, and sets it against the avvik it names. Gives its number.
  @discardableResult
  public func lagTiltak(_ innhold: Tiltaksinnhold, rolle: String) throws -> String {
    try vokt(innhold.tekst, "text", påkrevd: true)
    try vokt(innhold.ansvarlig, "responsible", påkrevd: true)
    if innhold.evalueres < innhold.iverksettes { throw Oppfølgingsfeil.datoer }
    if innhold.avvik.isEmpty && innhold.punkter.isEmpty { throw Oppfølgingsfeil.utenMål }
    return try act(rolle) { following, room in
      let number = try following.nestenummer("T", room)
      let act = Tiltakshendelse.opprettet(innhold)
      try following.skriv(.tiltak, number, fra: nil, act.navn, act.json, &room)
      for other in innhold.avvik {
        try following.skriv(try following.avvik(other, room), .tiltak(number), &room)
      }
      return number
    }
  }

  /// Moves the dates of a measure; why is kept.
  public func flytt(_ nummer: String, iverksettes: Dato, evalueres: Dato, grunn: String, rolle: String) throws
  {
    try vokt(grunn, "reason", påkrevd: true)
    if evalueres < iverksettes { throw Oppfølgingsfeil.datoer }
    try act(rolle) { following, room in
      let tiltak = try following.tiltak(nummer, room)
      try following.skriv(
        tiltak, .flyttet(iverksettes: iverksettes, evalueres: evalueres, grunn: grunn), &room)
    }
  }

  /// Says that a measure is carried out. An avvik all of whose measures are, goes on to evaluation.
  ///
  /// - Parameters:
  ///   - den: the day on which it was carried out; not after the day of the act.
  ///   - referanse: what shows it: a document's number, the minutes of a meeting.
  public func iverksett(_ nummer: String, den: Dato, referanse: String, rolle: String) throws {
    try vokt(referanse, "reference", påkrevd: true)
    if den > dato { throw Oppfølgingsfeil.datoer }
    try act(rolle) { following, room in
      let tiltak = try following.tiltak(nummer, room)
      try following.skriv(tiltak, .iverksatt(den, referanse: referanse), &room)
      for other in tiltak.innhold.avvik {
        let avvik = try following.avvik(other, room)
        guard avvik.tilstand == .tiltakPågår else { continue }
        let waiting = try avvik.tiltak.filter { try following.tiltak($0, room).tilstand == .planlagt }
        if waiting.isEmpty { try following.skriv(avvik, .gjennomført, &room) }
      }
    }
  }

  /// Says whether a measure worked, by a role that did not carry it out. Too early to tell needs a later day.
  public func evaluer(
    _ nummer: String, _ resultat: Tiltaksresultat, begrunnelse: String, nyEvaluering: Dato? = nil,
    rolle: String
  ) throws {
    try vokt(begrunnelse, "reason", påkrevd: true)
    try act(rolle) { following, room in
      let tiltak = try following.tiltak(nummer, room)
      if tiltak.bleIverksatt(av: rolle) { throw Oppfølgingsfeil.egetTiltak(nummer) }
      guard resultat == .forTidlig else {
        return try following.skriv(tiltak, .evaluert(resultat, begrunnelse: begrunnelse), &room)
      }
      guard let nyEvaluering, nyEvaluering > dato else { throw Oppfølgingsfeil.mangler(felt: "a later day") }
      try following.skriv(
        tiltak, .forTidlig(nyEvaluering: nyEvaluering, begrunnelse: begrunnelse), &room)
    }
  }
}

extension Oppfølgingsrom {
  fileprivate func skriv(_ tiltak: Tiltak, _ hendelse: Tiltakshendelse, _ room: inout Handlingsrom) throws {
    try skriv(
      .tiltak, tiltak.nummer, fra: tiltak.tilstand.rawValue, hendelse.navn, hendelse.json, &room)
  }
}
