public import CaseRecords
import RuleEngine

extension Kontroll {
  /// Whether an act is allowed now; throws why not. Nothing changes.
  public func prøv(
    _ hendelse: Kontrollhendelse, identitet: (String) -> Identitetsslag? = { _ in nil }
  ) throws(IkkeTillatt) {
    if case .correction(let correction) = hendelse { return try prøv(correction, identitet) }
    if lås != nil { throw .kontrollenErLåst }
    switch hendelse {
    case .saksliste(let liste): try prøv(liste)
    case .trekningstall(let tall): try prøv(tall)
    case .trekning(let utfall): try prøv(utfall)
    case .bytte(let bytte): try prøv(bytte, identitet)
    case .øyeblikksbilde(let bilde):
      if trekning == nil { throw .ikkeTrukket }
      if !trukne.contains(bilde.sak) { throw .sakenErIkkeTrukket(bilde.sak) }
    case .vurdering(let runde): try prøv(runde)
    case .svar(let svar): try prøv(svar, identitet)
    case .lås(let lås): try prøv(lås)
    case .correction: break
    }
  }

  private func prøv(_ liste: Saksliste) throws(IkkeTillatt) {
    if saksliste != nil { throw .sakslistenErLåst }
    if liste.ramme.ids.isEmpty { throw .tomRamme }
    try krevRolle(liste.rolle)
  }

  private func prøv(_ tall: Trekningstall) throws(IkkeTillatt) {
    if saksliste == nil { throw .sakslistenErIkkeLåst }
    if trekningstall != nil { throw .trekningstalletErSatt }
    switch tall.kilde {
    case .terninger(let roller): if roller.isEmpty { throw .manglerRolle }
    case .oppgitt(let rolle): try krevRolle(rolle)
    case .maskin: break
    }
  }

  private func prøv(_ utfall: Trekningsutfall) throws(IkkeTillatt) {
    guard let saksliste else { throw .sakslistenErIkkeLåst }
    if trekningstall == nil { throw .manglerTrekningstall }
    if trekning != nil { throw .alleredeTrukket }
    let frame = saksliste.ramme.ids
    guard utfall.lodd.count == frame.count, Set(utfall.lodd.map(\.id)) == Set(frame),
      utfall.antall == min(saksliste.antall, frame.count)
    else { throw .feilLodd }
  }

  private func prøv(_ bytte: Saksbytte, _ identitet: (String) -> Identitetsslag?) throws(IkkeTillatt) {
    if trekning == nil { throw .ikkeTrukket }
    guard trukne.contains(bytte.ut) else { throw .sakenErIkkeTrukket(bytte.ut) }
    guard let neste = ledigReserve.first, neste == bytte.inn else {
      throw .feilReserve(neste: ledigReserve.first)
    }
    if bytte.grunn == .annet, erTom(bytte.begrunnelse) { throw .manglerBegrunnelse }
    try krevRolle(bytte.rolle)
    try vokt(bytte.begrunnelse, "reason", identitet)
  }

  private func prøv(_ runde: Vurderingsrunde) throws(IkkeTillatt) {
    if trekning == nil { throw .ikkeTrukket }
    for sak in runde.saker where !trukne.contains(sak.sak) { throw .sakenErIkkeTrukket(sak.sak) }
  }

  private func prøv(_ svar: Svar, _ identitet: (String) -> Identitetsslag?) throws(IkkeTillatt) {
    if trekning == nil { throw .ikkeTrukket }
    guard trukne.contains(svar.sak) else { throw .sakenErIkkeTrukket(svar.sak) }
    guard let sak = sak(svar.sak) else { throw .ikkeVurdert([svar.sak]) }
    switch svar.innhold {
    case .vurdering(let punkt, _, _):
      guard sak.punkt(punkt) != nil else {
        throw .ukjentPunkt(punkt, finnes: sak.punkter.map(\.id) + [Svar.bekymringspunkt])
      }
    case .opplysning(let sted, let verdi):
      let asked = spurteSteder(sak)
      guard asked.contains(sted) else { throw .ukjentOpplysning(sted, spurt: asked) }
      for text in verdi.tekster { try vokt(text, "fact", identitet) }
    case .bekymring: break
    }
    if svar.måBegrunnes, erTom(svar.begrunnelse) { throw .manglerBegrunnelse }
    try krevRolle(svar.rolle)
    try vokt(svar.begrunnelse, "reason", identitet)
  }

  /// The facts that are missing, and those that were answered before and can be corrected.
  private func spurteSteder(_ sak: Kontrollsak) -> [String] {
    var places = opplysninger(sak.sak).map(\.sted)
    for punkt in sak.punkter {
      for fact in punkt.vurdering.mangler where !places.contains(fact.sted) { places.append(fact.sted) }
    }
    return places
  }

  private func prøv(_ lås: Lås) throws(IkkeTillatt) {
    if trekning == nil { throw .ikkeTrukket }
    if !uvurderte.isEmpty { throw .ikkeVurdert(uvurderte) }
    let open = åpneSpørsmål
    if !open.isEmpty { throw .åpneSpørsmål(open) }
    try krevRolle(lås.rolle)
  }

  private func prøv(
    _ correction: Correction, _ identitet: (String) -> Identitetsslag?
  ) throws(IkkeTillatt) {
    guard let lås else { throw .kontrollenErIkkeLåst }
    if let sak = correction.sak, !trukne.contains(sak) { throw .sakenErIkkeTrukket(sak) }
    if let punkt = correction.punkt {
      guard let sak = correction.sak.flatMap({ sak($0) }) else { throw .pointWithoutCase }
      guard sak.punkt(punkt) != nil else { throw .ukjentPunkt(punkt, finnes: sak.punkter.map(\.id)) }
    }
    if erTom(correction.what) || erTom(correction.reason) { throw .manglerBegrunnelse }
    if correction.dato < lås.dato { throw .beforeLock(lås.dato) }
    if correction.number != corrections.count + 1 { throw .correctionNumber(corrections.count + 1) }
    try krevRolle(correction.rolle)
    try vokt(correction.what, "what", identitet)
    try vokt(correction.reason, "reason", identitet)
  }

  private func krevRolle(_ rolle: String) throws(IkkeTillatt) { if erTom(rolle) { throw .manglerRolle } }

  private func erTom(_ text: String?) -> Bool { text?.allSatisfy(\.isWhitespace) ?? true }

  private func vokt(
    _ text: String?, _ felt: String, _ identitet: (String) -> Identitetsslag?
  ) throws(IkkeTillatt) {
    guard let text, let slag = identitet(text) else { return }
    throw .identitet(felt: felt, slag: slag)
  }
}
