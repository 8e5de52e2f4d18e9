/// The seed of a draw: a text that nobody could know when the frame was committed to.
public struct Frø: Hashable, Sendable {
  /// The text that enters every ticket.
  public let tekst: String
  /// Where the text came from.
  public let kilde: Kilde

  /// Where a seed came from.
  public enum Kilde: Hashable, Sendable {
    /// Digits thrown with dice, witnessed by two different roles.
    case kastet(av: [String])
    /// 128 bits of the system's generator, drawn after the commit.
    case system
    /// Digits given in the same command as the commit: the draw can be recomputed, not proved untouched.
    case oppgitt
  }

  /// Digits thrown by two roles; throws unless there are 1–200 ASCII digits and two different roles.
  public init(siffer: String, kastetAv roller: [String]) throws(Trekningsfeil) {
    guard roller.count == 2, roller[0] != roller[1], roller.allSatisfy({ !$0.isEmpty }) else {
      throw .toRollerKreves
    }
    try self.init(siffer: siffer, kilde: .kastet(av: roller))
  }

  /// Digits given together with the commit; throws unless there are 1–200 ASCII digits.
  public init(oppgitt siffer: String) throws(Trekningsfeil) {
    try self.init(siffer: siffer, kilde: .oppgitt)
  }

  /// A seed from 16 random bytes, written as 32 lower-case hexadecimal digits.
  public init(systembytes: [UInt8]) throws(Trekningsfeil) {
    guard systembytes.count == 16 else { throw .ugyldigeSystembytes(antall: systembytes.count) }
    tekst = Heks.tekst(systembytes)
    kilde = .system
  }

  private init(siffer: String, kilde: Kilde) throws(Trekningsfeil) {
    guard (1...200).contains(siffer.utf8.count), siffer.utf8.allSatisfy({ (48...57).contains($0) })
    else { throw .ugyldigeSiffer }
    tekst = siffer
    self.kilde = kilde
  }
}
