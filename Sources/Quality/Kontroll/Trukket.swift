/// The seed (trekningstallet) that decides the draw, and where it came from.
public struct Trekningstall: Hashable, Sendable {
  /// The digits, as text.
  public var frø: String
  /// Where they came from.
  public var kilde: Trekningskilde

  /// A seed.
  public init(frø: String, kilde: Trekningskilde) {
    self.frø = frø
    self.kilde = kilde
  }

  /// Whether the list was locked before anybody could know the seed, so that the draw is proved untouched and
  /// not only recomputable.
  public var bevisbar: Bool {
    switch kilde {
    case .terninger, .maskin: true
    case .oppgitt: false
    }
  }
}

/// Where a seed came from.
public enum Trekningskilde: Hashable, Sendable {
  /// Dice thrown by these roles after the list was locked.
  case terninger(roller: [String])
  /// The system's generator, after the list was locked.
  case maskin
  /// Given on the same command that locked the list (`control --seed`).
  case oppgitt(rolle: String)
}

/// What the seed gave: every case's ticket, in order. The first ones are drawn, the rest are the reserve.
public struct Trekningsutfall: Hashable, Sendable {
  /// The tickets in ascending order.
  public var lodd: [Lodd]
  /// How many of them are drawn: the number asked for, or all when there are fewer.
  public var antall: Int

  /// The outcome of a draw.
  public init(lodd: [Lodd], antall: Int) {
    self.lodd = lodd
    self.antall = min(antall, lodd.count)
  }

  /// The drawn cases, before any swap.
  public var trukne: [String] { lodd.prefix(antall).map(\.id) }

  /// The reserve list, in the order in which it is used.
  public var reserve: [String] { lodd.dropFirst(antall).map(\.id) }

  /// A case's ticket: hex of SHA-256("utvalg/1" ‖ 00 ‖ seed ‖ 00 ‖ case id).
  public struct Lodd: Hashable, Sendable {
    /// The pseudonym.
    public var id: String
    /// 64 lower-case hex digits.
    public var lodd: String

    /// A ticket.
    public init(id: String, lodd: String) {
      self.id = id
      self.lodd = lodd
    }
  }
}

/// A drawn case replaced by the next on the reserve list.
public struct Saksbytte: Hashable, Sendable {
  /// The case that goes out.
  public var ut: String
  /// The case that comes in.
  public var inn: String
  /// Why.
  public var grunn: Grunn
  /// More about why; required for `annet`.
  public var begrunnelse: String?
  /// Who swapped.
  public var rolle: String

  /// A swap.
  public init(ut: String, inn: String, grunn: Grunn, begrunnelse: String? = nil, rolle: String) {
    self.ut = ut
    self.inn = inn
    self.grunn = grunn
    self.begrunnelse = begrunnelse
    self.rolle = rolle
  }

  /// The only reasons for a swap; a controller who is inhabil is replaced, never the case.
  public enum Grunn: String, Hashable, Sendable, CaseIterable {
    case avsluttet
    case sperret
    case annet

    /// As a reader sees it.
    public var visning: String {
      switch self {
      case .avsluttet: "saken er avsluttet"
      case .sperret: "saken er sperret"
      case .annet: "annen grunn"
      }
    }
  }
}
