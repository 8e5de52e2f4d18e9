/// A draw: every case of the frame ranked by its ticket, the first n of them drawn.
public struct Trekning: Hashable, Sendable {
  /// What was committed to before the seed.
  public let forpliktelse: Forpliktelse
  /// The frame that was drawn from.
  public let ramme: Ramme
  /// The seed.
  public let frø: Frø
  /// All tickets, ascending.
  public let lodd: [Lodd]
  /// The cases to control, swaps carried out, in the order of their places.
  public private(set) var trukket: [String]
  /// The swaps, in the order in which they were made.
  public private(set) var bytter: [Bytte] = []

  /// The draw that a seed gives; throws when the frame is not the one committed to.
  public init(ramme: Ramme, forpliktelse: Forpliktelse, frø: Frø) throws(Trekningsfeil) {
    guard ramme.sjekksum == forpliktelse.rammesjekksum else { throw .annenRamme }
    self.ramme = ramme
    self.forpliktelse = forpliktelse
    self.frø = frø
    lodd = Lodd.rangert(ids: ramme.ids, frø: frø.tekst)
    trukket = lodd.prefix(forpliktelse.antallTrukne).map(\.id)
  }

  /// Whether the frame was too small to choose from, so that every case is drawn.
  public var alleErTrukket: Bool { ramme.ids.count <= forpliktelse.antallTrukne }

  /// The cases that can still be swapped in, the next one first.
  public var reserve: [String] {
    lodd.dropFirst(forpliktelse.antallTrukne + bytter.count).map(\.id)
  }

  /// Swaps a drawn case for the next on the reserve list, and tells which one that is.
  @discardableResult
  public mutating func bytt(ut id: String, grunn: Byttegrunn) throws(Trekningsfeil) -> Bytte {
    guard let place = trukket.firstIndex(where: { sammeBytes($0, id) }) else { throw .ikkeTrukket }
    guard let next = reserve.first else { throw .ingenReserve }
    let bytte = Bytte(ut: id, inn: next, grunn: grunn)
    trukket[place] = next
    bytter.append(bytte)
    return bytte
  }
}

/// A swap («Byttet sak»): visible and counted.
public struct Bytte: Hashable, Sendable {
  /// The case that goes out.
  public let ut: String
  /// The case that comes in: the next on the reserve list.
  public let inn: String
  /// Why.
  public let grunn: Byttegrunn

  init(ut: String, inn: String, grunn: Byttegrunn) {
    self.ut = ut
    self.inn = inn
    self.grunn = grunn
  }
}

/// The reasons that allow a swap.
public enum Byttegrunn: Hashable, Sendable {
  /// The case was closed before the control.
  case avsluttet
  /// The case is blocked.
  case sperret
  /// Something else, in words.
  case annet(String)

  /// A reason from its code and, for `annet`, its text; `inhabil` is refused with advice.
  public init(kode: String, tekst: String? = nil) throws(Trekningsfeil) {
    switch kode {
    case "inhabil": throw .inhabil
    case "annet":
      guard let tekst, tekst.contains(where: { !$0.isWhitespace }) else {
        throw .byttegrunnTekst(kreves: true)
      }
      self = .annet(tekst)
    case "avsluttet", "sperret":
      guard tekst == nil else { throw .byttegrunnTekst(kreves: false) }
      self = kode == "avsluttet" ? .avsluttet : .sperret
    default: throw .ukjentByttegrunn
    }
  }

  /// The code: `avsluttet`, `sperret` or `annet`.
  public var kode: String {
    switch self {
    case .avsluttet: "avsluttet"
    case .sperret: "sperret"
    case .annet: "annet"
    }
  }

  /// The text of `annet`.
  public var tekst: String? { if case .annet(let text) = self { text } else { nil } }
}
