public import CaseRecords
public import Values

/// Why an act is not allowed in the state a control is in. The description says what to do instead.
public enum IkkeTillatt: Error, Hashable, Sendable {
  /// The list of cases is locked already.
  case sakslistenErLåst
  /// Nothing is locked yet.
  case sakslistenErIkkeLåst
  /// The frame is empty.
  case tomRamme
  /// The month has its seed.
  case trekningstalletErSatt
  /// There is no seed yet.
  case manglerTrekningstall
  /// The cases are drawn already.
  case alleredeTrukket
  /// No case is drawn yet.
  case ikkeTrukket
  /// The tickets are not those of the locked frame.
  case feilLodd
  /// The case is not among the drawn ones.
  case sakenErIkkeTrukket(String)
  /// The next case on the reserve list is another one; nil when the list is empty.
  case feilReserve(neste: String?)
  /// Some drawn cases are not evaluated yet.
  case ikkeVurdert([String])
  /// The checklist has no such point.
  case ukjentPunkt(String, finnes: [String])
  /// Nobody asks for this fact.
  case ukjentOpplysning(String, spurt: [String])
  /// A reason is required.
  case manglerBegrunnelse
  /// The role is empty.
  case manglerRolle
  /// A text looks like it holds a personal identifier of this kind; the text itself is never repeated.
  case identitet(felt: String, slag: Identitetsslag)
  /// Some questions are open.
  case åpneSpørsmål([Spørsmål])
  /// Somebody else answered in this case after the questions were shown; its pseudonym.
  case endretImens(String)
  /// The control is locked.
  case kontrollenErLåst
  /// Only a locked control is corrected.
  case kontrollenErIkkeLåst
  /// A correction names a point, and no case that it is a point of.
  case pointWithoutCase
  /// A correction is dated before the lock, which was on this day.
  case beforeLock(Dato)
  /// A correction has another number than the next one, which is this.
  case correctionNumber(Int)
}

extension IkkeTillatt: CustomStringConvertible {
  /// What is wrong and what to do, for the operator.
  public var description: String {
    switch self {
    case .sakslistenErLåst:
      "the list of cases is already locked for this month and team; run the same control to resume it"
    case .sakslistenErIkkeLåst: "the list of cases is not locked yet; run `draw commit` or `control` first"
    case .tomRamme: "no case can be drawn; nothing was locked"
    case .trekningstalletErSatt:
      "this month already has its seed, and only one is allowed; run `control` to resume"
    case .manglerTrekningstall: "there is no seed yet; run `draw seed` or `control`"
    case .alleredeTrukket:
      "the cases of this month are already drawn; use `draw replace` if a drawn case is closed or blocked"
    case .ikkeTrukket: "no cases are drawn yet; run `control`"
    case .feilLodd: "the tickets do not belong to the locked list of cases; nothing was drawn"
    case .sakenErIkkeTrukket(let sak): "case \(sak) is not among the drawn cases; answer a drawn one"
    case .feilReserve(let neste?): "the next case on the reserve list is \(neste); only that one can be used"
    case .feilReserve(nil): "the reserve list is empty; the case cannot be replaced"
    case .ikkeVurdert(let saker):
      "not evaluated yet: \(saker.joined(separator: ", ")); run `control` to resume"
    case .ukjentPunkt(let punkt, let finnes):
      "unknown point \(punkt); the points are \(finnes.joined(separator: ", "))"
    case .ukjentOpplysning(let sted, let spurt):
      "\(sted) is not asked for; the open facts are: \(spurt.isEmpty ? "none" : spurt.joined(separator: ", "))"
    case .manglerBegrunnelse: "this answer needs a reason; add --reason, without names"
    case .manglerRolle: "say who acts; add --role"
    case .identitet(let felt, let slag):
      "\(felt) looks like it holds a personal identifier (\(slag.beskrivelse)); remove it and try again"
    case .åpneSpørsmål(let spørsmål):
      "\(spørsmål.count) open question(s): "
        + spørsmål.map { "\($0.sak) \($0.slag.kort)" }.joined(separator: ", ")
        + "; answer them with `answer`, then lock"
    case .endretImens(let sak): "somebody has answered in case \(sak) meanwhile; look at it again"
    case .kontrollenErLåst:
      "the control is locked and never changes; what is wrong in it is corrected with `correct`"
    case .kontrollenErIkkeLåst: "the control is not locked; answer again instead, the latest answer counts"
    case .pointWithoutCase: "a point is a point of a case; give the drawn case too"
    case .beforeLock(let day): "the control was locked on \(day); a correction is made on that day or later"
    case .correctionNumber(let next): "the next correction has the number \(next)"
    }
  }
}

extension Spørsmål.Slag {
  /// The point or the place of the fact.
  public var kort: String {
    switch self {
    case .opplysning(let sted, _): sted
    case .vurdering(let punkt): punkt
    case .bekymring: Svar.bekymringspunkt
    }
  }
}
