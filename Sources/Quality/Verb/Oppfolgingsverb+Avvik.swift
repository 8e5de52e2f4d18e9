import AuditStore
import Checklists
import JSONText
public import Sampling
import Values

extension Oppfølgingsverb {
  /// Staff report an avvik on a procedure. Gives its number.
  ///
  /// - Parameters:
  ///   - hva: what happened, in the reporter's own words, without names.
  ///   - strakstiltak: what was done at once.
  @discardableResult
  public func meld(
    _ melding: Ansattmelding, team: String, hva: String, strakstiltak: String? = nil, rolle: String
  ) throws -> String {
    try vokt(hva, "what", påkrevd: true)
    try vokt(strakstiltak, "immediate")
    try vokt(melding.sak, "case")
    try vokt(team, "team", påkrevd: true)
    return try act(rolle) { following, room in
      let number = try following.nestenummer("AV", room)
      try following.meld(
        number, .ansatt(melding), team: team,
        tekster: [.beskrivelse: hva, .strakstiltak: strakstiltak ?? ""], &room)
      return number
    }
  }

  /// The leader assesses an avvik: how serious, why, by whom and by when; again as long as it is open.
  public func vurder(
    _ nummer: String, _ vurdering: Avviksvurdering, strakstiltak: String? = nil, årsak: String? = nil,
    rolle: String
  ) throws {
    try vokt(vurdering.ansvarlig, "responsible", påkrevd: true)
    let texts: [Tekstfelt: String] = [.strakstiltak: strakstiltak ?? "", .årsak: årsak ?? ""]
    try vokt(texts)
    try act(rolle) { following, room in
      let avvik = try following.avvik(nummer, room)
      try following.skriv(avvik, .vurdert(vurdering), tekster: texts, &room)
    }
  }

  /// The case worker answers a finding.
  public func svar(_ nummer: String, _ tekst: String, rolle: String) throws {
    try vokt(tekst, "answer", påkrevd: true)
    try act(rolle) { following, room in
      try following.skriv(try following.avvik(nummer, room), .svar, tekster: [.svar: tekst], &room)
    }
  }

  /// Closes an avvik whose measures are carried out and evaluated, with evidence, by a role that did none of them.
  public func lukk(_ nummer: String, _ lukking: Lukking, rolle: String) throws {
    try vokt(lukking.bevis.referanse, "reference", påkrevd: true)
    try vokt(lukking.utenEffekt, "reason")
    try act(rolle) { following, room in
      let avvik = try following.avvik(nummer, room)
      let measures = try avvik.tiltak.map { try following.tiltak($0, room) }
      let unfinished = measures.filter { $0.evaluering == nil }.map(\.nummer)
      if avvik.tilstand == .tilEvaluering {
        if !unfinished.isEmpty { throw Oppfølgingsfeil.uferdigeTiltak(unfinished) }
        if let own = measures.first(where: { $0.bleIverksatt(av: rolle) }) {
          throw Oppfølgingsfeil.egetTiltak(own.nummer)
        }
        let without = measures.filter { $0.resultat != .virket }.map(\.nummer)
        if !without.isEmpty, lukking.utenEffekt?.allSatisfy(\.isWhitespace) ?? true {
          throw Oppfølgingsfeil.utenEffekt(without)
        }
      }
      try following.skriv(avvik, .lukket(lukking), &room)
    }
  }

  /// Turns down what staff reported, because it was no avvik; a reason and evidence are kept.
  public func avvis(_ nummer: String, _ bevis: Lukkebevis, begrunnelse: String, rolle: String) throws {
    try vokt(bevis.referanse, "reference", påkrevd: true)
    try vokt(begrunnelse, "reason", påkrevd: true)
    try act(rolle) { following, room in
      let avvik = try following.avvik(nummer, room)
      if case .kontroll = avvik.opphav { throw Oppfølgingsfeil.kontrollfunn(nummer) }
      try following.skriv(avvik, .avvist(bevis), tekster: [.begrunnelse: begrunnelse], &room)
    }
  }

  /// Reopens a closed avvik on what a later control found for days that partly are the same.
  ///
  /// Days that are all later reopen it when the control is locked; here a person has looked and says that it is a new
  /// fault.
  public func gjenåpne(_ nummer: String, etter måned: Måned, begrunnelse: String, rolle: String) throws {
    try vokt(begrunnelse, "reason", påkrevd: true)
    try act(rolle) { following, room in
      let avvik = try following.avvik(nummer, room)
      guard let found = avvik.senereGjenfunn(måned) else { throw Oppfølgingsfeil.ingenSenerePeriode(nummer) }
      try following.skriv(avvik, .gjenåpnet(found), tekster: [.begrunnelse: begrunnelse], &room)
    }
  }
}

extension Oppfølgingsrom {
  /// Opens what a control found, when it is locked; what is known already is found again, or reopened.
  func ta(_ kontroll: Kontroll, _ room: inout Handlingsrom) throws {
    for standing in kontroll.tilOppfølging where standing.punkt.unntak == nil {
      let found = Kontrollfunn(standing, måned: kontroll.nøkkel.måned)
      let text: [Tekstfelt: String] = [.setning: standing.korttekst]
      guard let known = try tidligere(found, room) else {
        let number = try nestenummer("AV", room)
        try meld(number, .kontroll(found), team: kontroll.nøkkel.team, tekster: text, &room)
        continue
      }
      let again = Gjenfunn(måned: found.måned, bedømt: found.bedømt)
      let isNew = known.tilstand == .lukket && known.erNyFeil(found.bedømt)
      try skriv(known, isNew ? .gjenåpnet(again) : .funnetIgjen(again), tekster: text, &room)
    }
  }

  /// The avvik that a control opened on the same point in the same case.
  private func tidligere(_ funn: Kontrollfunn, _ room: borrowing Handlingsrom) throws -> Avvik? {
    for number in try room.emner(sak: funn.sak, punkt: funn.punkt) {
      let found = try avvik(number, room)
      if case .kontroll = found.opphav { return found }
    }
    return nil
  }

  func meld(
    _ nummer: String, _ opphav: Avviksopphav, team: String, tekster: [Tekstfelt: String],
    _ room: inout Handlingsrom
  ) throws {
    let team = JSONValue.object([JSONValue.Member("team", .string(team))])
    let content = (team.members ?? []) + (opphav.json.members ?? [])
    try skriv(.avvik, nummer, fra: nil, "meldt", .object(content), tekster: tekster, &room)
  }

  func skriv(
    _ avvik: Avvik, _ hendelse: Avvikshendelse, tekster: [Tekstfelt: String] = [:], _ room: inout Handlingsrom
  ) throws {
    try skriv(
      .avvik, avvik.nummer, fra: avvik.tilstand.rawValue, hendelse.navn, hendelse.json, tekster: tekster,
      &room)
  }
}

extension Kontrollfunn {
  /// What a control found, as the avvik keeps it.
  init(_ stilling: Punktstilling, måned: Måned) {
    let punkt = stilling.punkt
    self.init(
      måned: måned, sak: stilling.sak, punkt: punkt.id, spørsmål: punkt.spørsmål, bedømt: punkt.bedømt,
      sviktområde: punkt.sviktområde.nummer, kravtype: punkt.kravtype, hjemler: punkt.hjemler.map(\.tekst),
      prosedyre: punkt.prosedyre, alvorlighet: punkt.alvorlighet, mangel: stilling.mangel)
  }
}
