public import AuditStore
import JSONText
import Sampling
public import Values

extension Oppfølgingsverb {
  /// Opens the minutes of a meeting on the day of the act. Gives its number.
  @discardableResult
  public func holdMøte(_ slag: Møteslag, periode: Periode, deltakere: [String], rolle: String) throws
    -> String
  {
    for role in deltakere { try vokt(role, "participants", påkrevd: true) }
    if deltakere.isEmpty { throw Oppfølgingsfeil.mangler(felt: "participants") }
    return try act(rolle) { following, room in
      let month = "\(slag.kode)-\(Måned(dato))"
      let earlier = try room.antallEmner(month)
      let number = earlier == 0 ? month : "\(month)-\(earlier + 1)"
      try following.skriv(number, nil, .holdt(slag, periode: periode, deltakere: deltakere), &room)
      return number
    }
  }

  /// Writes a note under an item of the agenda.
  public func noter(_ møte: String, _ notat: Møtenotat, rolle: String) throws {
    try vokt(notat.tekst, "text", påkrevd: true)
    try act(rolle) { following, room in
      try following.skriv(try following.møte(møte, room), .notat(notat), &room)
    }
  }

  /// Sends a matter to the other body, where it stands on the next agenda.
  public func send(_ møte: String, gjelder: String?, tekst: String, rolle: String) throws {
    try vokt(tekst, "text", påkrevd: true)
    try vokt(gjelder, "about")
    try act(rolle) { following, room in
      let from = try following.møte(møte, room)
      let matter = Oversendelse(fra: møte, til: from.slag.annen, gjelder: gjelder, tekst: tekst)
      try following.skriv(from, .sendt(matter), &room)
    }
  }

  /// Makes a decision in a meeting whose minutes are open. Gives its number.
  @discardableResult
  public func vedta(
    _ møte: String, _ slag: Vedtak.Slag, tekst: String, gjelder: String?, ansvarlig: String, frist: Dato,
    rolle: String
  ) throws -> String {
    try vokt(tekst, "text", påkrevd: true)
    try vokt(ansvarlig, "responsible", påkrevd: true)
    try vokt(gjelder, "about", påkrevd: slag == .systemsvikt)
    return try act(rolle) { following, room in
      let meeting = try following.møte(møte, room)
      if meeting.godkjent != nil {
        throw Oppfølgingsfeil.overgang(emne: møte, tilstand: "godkjent", hendelse: "vedtak", tillatt: [])
      }
      let decision = Vedtak(
        nummer: try following.nestenummer("V", room), møte: møte, dato: dato, slag: slag, tekst: tekst,
        gjelder: gjelder, ansvarlig: ansvarlig, frist: frist)
      let act = Vedtakshendelse.vedtatt(decision)
      try following.skriv(.vedtak, decision.nummer, fra: nil, act.navn, act.json, &room)
      return decision.nummer
    }
  }

  /// Says that a decision is carried out.
  public func utfør(_ vedtak: String, rolle: String) throws {
    try act(rolle) { following, room in
      guard let latest = try room.oppføringer(emne: vedtak).last, latest.blad.handling == .vedtak else {
        throw Oppfølgingsfeil.ukjent(vedtak)
      }
      let act = Vedtakshendelse.utført
      try following.skriv(
        .vedtak, vedtak, fra: latest.innhold?["tilstand"]?.string, act.navn, act.json, &room)
    }
  }

  /// Approves the minutes; nothing in them changes afterwards. Gives the journal code to print on them.
  @discardableResult
  public func godkjenn(_ møte: String, rolle: String) throws -> Journalkode {
    try act(rolle) { following, room in
      try following.skriv(try following.møte(møte, room), .godkjent, &room)
      return room.journalkode
    }
  }

  /// Signs an entry of the yearly wheel, or a measure of a plan.
  public func signer(_ gjelder: Signering.Gjelder, merknad: String? = nil, rolle: String) throws {
    try vokt(merknad, "remark")
    try act(rolle) { following, room in
      let signing = Signering(gjelder: gjelder, dato: dato, rolle: rolle, merknad: merknad)
      try following.skriv(.signering, signing.emne, signing.hendelse, signing.json, &room)
    }
  }

  /// Keeps a second reader's answers to a drawn case of a locked control, once a case.
  public func les(_ lesning: Annenlesning, rolle: String) throws {
    try act(rolle) { following, room in
      guard let month = Måned(lesning.måned) else { throw Oppfølgingsfeil.ikkeKontrollert(lesning.måned) }
      let key = Kontrollnøkkel(enhet: enhet, team: lesning.team, måned: month)
      let control = try Kontrolljournal(
        key, try room.oppføringer(måned: key.måned, team: key.team)
      ).kontroll
      guard control.lås != nil, let sak = control.sak(lesning.sak) else {
        throw Oppfølgingsfeil.ikkeKontrollert(lesning.sak)
      }
      let readers = control.svar.map(\.rolle) + [control.lås?.rolle ?? ""]
      if readers.contains(where: { $0.rolleform == rolle.rolleform }) { throw Oppfølgingsfeil.sammeLeser }
      if let strange = lesning.svar.first(where: { sak.punkt($0.punkt) == nil }) {
        throw Oppfølgingsfeil.ukjentPunkt(strange.punkt)
      }
      if try !room.oppføringer(emne: lesning.emne).isEmpty { throw Oppfølgingsfeil.alleredeLest(lesning.sak) }
      try following.skriv(.annenlesning, lesning.emne, "lest", lesning.json, &room)
    }
  }
}

extension Oppfølgingsrom {
  fileprivate func skriv(_ møte: Møte, _ hendelse: Møtehendelse, _ room: inout Handlingsrom) throws {
    try skriv(møte.nummer, møte.godkjent == nil ? "apent" : "godkjent", hendelse, &room)
  }

  fileprivate func skriv(
    _ nummer: String, _ tilstand: String?, _ hendelse: Møtehendelse, _ room: inout Handlingsrom
  ) throws {
    try skriv(.møte, nummer, fra: tilstand, hendelse.navn, hendelse.json, &room)
  }
}
