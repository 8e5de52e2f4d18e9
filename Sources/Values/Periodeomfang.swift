/// A set of days that is not fully known: the days that certainly belong to it, and those that possibly do.
///
/// Invariant: every certain day is also possible.
public struct Periodeomfang: Hashable, Sendable {
  /// Days that belong to the set whatever the unknown facts turn out to be.
  public var sikker: Periodesett
  /// Days that may belong to it. No other day can.
  public var mulig: Periodesett

  /// A set with a certain part inside a possible part.
  public init(sikker: Periodesett, mulig: Periodesett) {
    self.sikker = sikker
    self.mulig = mulig
  }

  /// A set that is fully known.
  public init(_ kjent: Periodesett) { self.init(sikker: kjent, mulig: kjent) }

  /// No day at all, for certain.
  public static let tomt = Periodeomfang(.tomt)

  /// Days in either set.
  public func eller(_ annet: Periodeomfang) -> Periodeomfang {
    Periodeomfang(sikker: sikker.union(annet.sikker), mulig: mulig.union(annet.mulig))
  }

  /// Days in both sets.
  public func samtidigMed(_ annet: Periodeomfang) -> Periodeomfang {
    Periodeomfang(sikker: sikker.snitt(annet.sikker), mulig: mulig.snitt(annet.mulig))
  }

  /// Days in this set and not in the other.
  public func uten(_ annet: Periodeomfang) -> Periodeomfang {
    Periodeomfang(sikker: sikker.uten(annet.mulig), mulig: mulig.uten(annet.sikker))
  }

  /// Whether the set holds every day of the other. True of an empty set: every one of its no days is held.
  public func dekker(_ annet: Periodeomfang) -> Sannhet {
    if sikker.dekker(annet.mulig) { return .ja }
    return mulig.dekker(annet.sikker) ? .ukjent : .nei
  }

  /// Whether the two sets have a day in common.
  public func overlapper(_ annet: Periodeomfang) -> Sannhet {
    if !sikker.snitt(annet.sikker).erTomt { return .ja }
    return mulig.snitt(annet.mulig).erTomt ? .nei : .ukjent
  }

  /// Whether a day that is itself only known as a range lies in the set.
  public func inneholder(_ dato: Datoomfang) -> Sannhet {
    let dager = Periode(unchecked: dato.første, dato.siste)
    if sikker.dekker(dager) { return .ja }
    return mulig.overlapper(dager) ? .ukjent : .nei
  }
}
