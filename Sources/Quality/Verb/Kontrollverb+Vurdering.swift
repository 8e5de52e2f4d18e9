import AuditStore
public import JSONText
import RuleEngine
import Sampling

/// Puts the checklist to one case record in RFC 8785 form: its points with verdicts, in their order.
public typealias Saksvurdering = ([UInt8]) throws -> [Kontrollpunkt]

extension Kontrollverb {
  /// Evaluates the drawn cases that are not evaluated yet, and the first time all cases of the team.
  ///
  /// A case whose evaluation throws is counted as unreadable, except a drawn one: then nothing is stored and the
  /// error is thrown. `fakta` gives the lines that sum a record up for the reader.
  @discardableResult
  public func vurder(
    _ saker: [Saksgrunnlag], rolle: String, vurdering: Saksvurdering,
    fakta: ([UInt8]) throws -> [Faktum] = { _ in [] }
  ) throws -> Kontroll {
    // The rules run before the transaction, so that nobody waits for them; the check inside it still decides.
    let before = try kontroll()
    if before.trekning == nil { throw IkkeTillatt.ikkeTrukket }
    let drawn = try before.uvurderte.map { id in
      guard let sak = saker.first(where: { $0.sak == id }) else { throw Kontrollverbfeil.manglerSak(id) }
      return sak
    }
    let evaluated = try drawn.map { sak in
      Kontrollsak(
        sak: sak.sak, grunnlag: sak.grunnlag, fakta: try fakta(sak.kanonisk),
        sakshash: Sjekksum(av: sak.kanonisk).hex, punkter: try vurdering(sak.kanonisk))
    }
    let all = before.alleSaker == nil ? alle(saker, i: before, evaluated, vurdering) : nil
    return try act(rolle) { control, room in
      let previous = try all.flatMap { try forrige(room, $0.vurderte) }
      for sak in drawn {
        try control.utfør(.øyeblikksbilde(Saksbilde(sak: sak.sak, kanonisk: sak.kanonisk)), &room)
      }
      let round = Vurderingsrunde(saker: evaluated, alleSaker: all?.telling, forrige: previous)
      try control.utfør(.vurdering(round), &room)
      return control.kontroll
    }
  }

  /// Answers one question. A supplied fact is filled into the case's record and the case is evaluated again, in the
  /// same transaction; when the evaluation throws, the answer is not kept.
  @discardableResult
  public func svar(_ answer: Svar, vurdering: Saksvurdering) throws -> Kontroll {
    try svar([answer], sak: answer.sak, rolle: answer.rolle, vurdering: vurdering)
  }

  /// Answers several questions of one case by one role: all of them are kept, or none.
  ///
  /// `sett` is how many answers the case had when the questions were shown; if it has others now, somebody else has
  /// answered meanwhile, and nothing is kept.
  @discardableResult
  public func svar(
    _ answers: [Svar], sak: String, sett: Int? = nil, rolle: String, vurdering: Saksvurdering
  ) throws -> Kontroll {
    try act(rolle) { control, room in
      if let sett, control.kontroll.antallSvar(sak) != sett { throw IkkeTillatt.endretImens(sak) }
      let asked = control.kontroll
      for var answer in answers {
        answer.spørsmål = answer.spørsmål ?? asked.spørsmålstekst(answer)
        try control.utfør(.svar(answer), &room)
      }
      let facts = answers.contains { if case .opplysning = $0.innhold { true } else { false } }
      if facts { try control.utfør(.vurdering(try utfylt(sak, control.kontroll, vurdering)), &room) }
      return control.kontroll
    }
  }

  /// Goes through the steps that are left (`control`): locks the list, sets the seed, draws, evaluates.
  ///
  /// A seed that differs from the stored one is refused: there is one draw a month.
  @discardableResult
  public func kjør(
    _ grunnlag: Kontrollgrunnlag, frø: Frøvalg, rolle: String, vurdering: Saksvurdering,
    fakta: ([UInt8]) throws -> [Faktum] = { _ in [] }
  ) throws -> Kontroll {
    try trekk(grunnlag, frø: frø, rolle: rolle)
    let now = try kontroll()
    if now.lås != nil || now.status == .vurdert { return now }
    return try vurder(grunnlag.saker, rolle: rolle, vurdering: vurdering, fakta: fakta)
  }

  /// Goes through the steps of the draw that are left: locks the list, sets the seed, draws. Nothing is evaluated.
  ///
  /// A seed that differs from the stored one is refused: there is one draw a month.
  public func trekk(_ grunnlag: Kontrollgrunnlag, frø: Frøvalg, rolle: String) throws {
    let now = try kontroll()
    if case .oppgitt(let digits) = frø, let stored = now.trekningstall, stored.frø != digits {
      throw IkkeTillatt.trekningstalletErSatt
    }
    if now.lås != nil { return }
    if now.saksliste == nil {
      // An invalid seed must not leave a locked list behind.
      if case .oppgitt(let digits) = frø { _ = try Frø(oppgitt: digits) }
      try låsSaksliste(grunnlag, rolle: rolle)
    }
    if now.trekningstall == nil {
      let seed =
        switch frø {
        case .oppgitt(let digits): try Frø(oppgitt: digits)
        case .maskin(let bytes): try Frø(systembytes: try bytes())
        }
      try settTrekningstall(seed, rolle: rolle)
    }
    if now.trekning == nil { try trekk(rolle: rolle) }
  }

  private typealias Alle = (vurderte: [VurdertSak], telling: AlleSaker)

  /// All cases of the locked list and those left out only because they were controlled lately.
  private func alle(
    _ saker: [Saksgrunnlag], i kontroll: Kontroll, _ drawn: [Kontrollsak], _ vurdering: Saksvurdering
  ) -> Alle {
    let known = Dictionary(drawn.map { ($0.sak, $0.punkter) }) { first, _ in first }
    var evaluated: [VurdertSak] = []
    var failed = kontroll.saksliste?.ramme.utelatt.filter { $0.grunn == .lesefeil }.count ?? 0
    for sak in saker {
      do {
        let punkter = try known[sak.sak] ?? vurdering(sak.kanonisk)
        evaluated.append(VurdertSak(sak: sak.sak, grunnlag: sak.grunnlag, punkter: punkter))
      } catch {
        failed += 1
      }
    }
    return (evaluated, AlleSaker(saker: evaluated, lesefeil: failed))
  }

  /// What the team's latest locked control before this month found, and what the rules find there now.
  private func forrige(
    _ room: borrowing Handlingsrom, _ evaluated: [VurdertSak]
  ) throws -> ForrigeKontroll? {
    let months = try room.oppføringer(.lås, team: nøkkel.team).compactMap {
      $0.innhold?["month"]?.string.flatMap { Måned($0) }
    }
    guard let month = months.filter({ $0 < nøkkel.måned }).max() else { return nil }
    let key = Kontrollnøkkel(enhet: nøkkel.enhet, team: nøkkel.team, måned: month)
    let entries = try room.oppføringer(måned: month, team: nøkkel.team)
    // A control whose findings were deleted when their time was over has nothing to follow up here.
    guard let control = try? Kontrolljournal(key, entries).kontroll else { return nil }
    var now: [String: [String: Utfall]] = [:]
    for sak in evaluated {
      for punkt in sak.punkter { now[sak.sak, default: [:]][punkt.id] = punkt.vurdering.utfall }
    }
    return ForrigeKontroll(
      måned: month.description,
      avvik: control.tilOppfølging.map { standing in
        var avvik = ÅpentAvvik(sak: standing.sak, punkt: standing.punkt)
        avvik.setning = standing.korttekst
        return .init(avvik: avvik, nå: now[standing.sak]?[standing.punkt.id])
      })
  }

  /// The case evaluated again with every fact that was supplied so far.
  private func utfylt(
    _ sak: String, _ kontroll: Kontroll, _ vurdering: Saksvurdering
  ) throws -> Vurderingsrunde {
    guard var updated = kontroll.sak(sak) else { throw IkkeTillatt.ikkeVurdert([sak]) }
    let bytes = try kontroll.post(sak).utfylt(kontroll.opplysninger(sak)).canonicalBytes
    // A waiver was given for the control, and no answer takes it away.
    let waivers = Dictionary(updated.punkter.map { ($0.id, $0.unntak) }) { first, _ in first }
    updated.punkter = try vurdering(bytes).map { point in
      var point = point
      point.unntak = point.unntak ?? waivers[point.id] ?? nil
      return point
    }
    updated.sakshash = Sjekksum(av: bytes).hex
    return Vurderingsrunde(saker: [updated])
  }
}

extension Kontroll {
  /// The record of a drawn case as it was read. Throws `Kontrollverbfeil` when it is no longer kept.
  func post(_ sak: String) throws -> JSONValue {
    guard let snapshot = øyeblikksbilder.first(where: { $0.sak == sak }) else {
      throw Kontrollverbfeil.manglerØyeblikksbilde(sak)
    }
    return try JSONValue(parsing: snapshot.kanonisk)
  }

  /// The record of a drawn case with the facts that were supplied so far, except the one at a place: what a new
  /// fact for that place must fit in with. Throws `Kontrollverbfeil`.
  public func post(_ sak: String, utenFaktum sted: String) throws -> JSONValue {
    try post(sak).utfylt(opplysninger(sak).filter { $0.sted != sted })
  }

  /// How many answers a case has, those that were replaced by later ones included.
  public func antallSvar(_ sak: String) -> Int { svar.count { $0.sak == sak } }

  /// The question that an answer answers, as it reads now.
  func spørsmålstekst(_ svar: Svar) -> String? {
    switch svar.innhold {
    case .opplysning(let sted, _):
      sak(svar.sak)?.punkter.lazy.flatMap(\.vurdering.mangler).first { $0.sted == sted }?.tekst
        ?? self.svar.last {
          guard $0.sak == svar.sak, case .opplysning(sted, _) = $0.innhold else { return false }
          return true
        }?.spørsmål
    case .vurdering(let punkt, _, _): sak(svar.sak)?.punkt(punkt)?.spørsmål
    case .bekymring: Svar.bekymringsspørsmål
    }
  }
}
