/// Why a frame, a seed, a draw or a swap cannot be made.
///
/// Case ids are named by their place, never by their text: a list that was refused may hold anything.
public enum Trekningsfeil: Error, Hashable, Sendable {
  /// A case id is empty or holds a control character; its place in the list that was given, from 1.
  case ugyldigSak(nummer: Int)
  /// The same case stands twice, or both in the frame and among the excluded; the place of the second.
  case sakToGanger(nummer: Int)
  /// The name of the team is empty.
  case teamMangler
  /// The frame has no case, so there is nothing to draw.
  case tomRamme
  /// The number of cases to draw is below 1.
  case ugyldigAntall(Int)
  /// The frame is not the one that was committed to.
  case annenRamme
  /// A seed must be 1–200 decimal digits.
  case ugyldigeSiffer
  /// A seed from the system's generator must be 16 bytes.
  case ugyldigeSystembytes(antall: Int)
  /// Thrown digits need two different roles as witnesses.
  case toRollerKreves
  /// A case that is not among the drawn cannot be swapped.
  case ikkeTrukket
  /// The reserve list is used up.
  case ingenReserve
  /// The reason for a swap is not one of avsluttet, sperret, annet.
  case ukjentByttegrunn
  /// The reason annet needs a text; the other reasons take none.
  case byttegrunnTekst(kreves: Bool)
  /// Inhabilitet is no reason to change the case.
  case inhabil
}

extension Trekningsfeil: CustomStringConvertible {
  /// One plain English sentence for the operator.
  public var description: String {
    switch self {
    case .ugyldigSak(let nummer): "case \(nummer) of the list has an empty or unprintable id"
    case .sakToGanger(let nummer): "case \(nummer) of the list is there already; a case may stand once"
    case .teamMangler: "the frame needs the name of a team"
    case .tomRamme: "the frame is empty: there is no case to draw from"
    case .ugyldigAntall(let antall): "cannot draw \(antall) cases; draw at least 1"
    case .annenRamme: "the frame is not the one that was committed to; its SHA-256 differs"
    case .ugyldigeSiffer: "a seed must be 1 to 200 decimal digits"
    case .ugyldigeSystembytes(let antall): "a system seed must be 16 bytes, not \(antall)"
    case .toRollerKreves: "digits thrown by hand need two different roles (--seed-by ROLE,ROLE)"
    case .ikkeTrukket: "only a case that is drawn can be swapped"
    case .ingenReserve: "the reserve list is used up: no case is left to swap in"
    case .ukjentByttegrunn: "the reason must be one of: avsluttet, sperret, annet"
    case .byttegrunnTekst(kreves: true): "the reason annet needs a text"
    case .byttegrunnTekst(kreves: false): "only the reason annet takes a text"
    case .inhabil:
      "inhabil is no reason to change the case: let another controller take it and keep the case"
    }
  }
}
