internal import AuditStore
internal import Quality
internal import Sampling
internal import Synchronization

/// What was read and folded from the store, kept as long as nothing it rests on has changed.
///
/// Each value says which acts it rests on; it is good until the journal has a newer act of those kinds, or a deletion.
/// A journal that does not begin with what it was begins anew here. A class, because it owns a lock.
final class Mellomlager: Sendable {
  private struct Bilde {
    var størrelse = 0
    var rot: Sjekksum?
    /// The last entry of each kind of act.
    var siste: [Handling: Int] = [:]
    var verdier: [String: (stand: Int, verdi: any Sendable)] = [:]
    var register: Registerbilde?
  }

  private let bilde = Mutex(Bilde())

  /// How many values are kept; names hold days and periods, so there is no other end to them.
  private static let flest = 400

  /// The value of a name, made when it is not known, or when what it rests on has changed.
  ///
  /// Two requests may make the same value at once; both are right.
  func verdi<T: Sendable>(
    _ navn: String, _ lager: Revisjonslager, hviler på: Set<Handling> = Set(Handling.allCases),
    lag: () throws -> T
  ) throws -> T {
    let stand = try oppdater(lager, på)
    let known = bilde.withLock { image -> T? in
      // Looked up before it is cast: a missing value would otherwise become a known «nil» of an optional type.
      guard let value = image.verdier[navn], value.stand == stand else { return nil }
      return value.verdi as? T
    }
    if let known { return known }
    // If somebody writes while it is made, it is newer than it says, and made once more than it had to be.
    let fresh = try lag()
    bilde.withLock { image in
      if image.verdier.count >= Self.flest { image.verdier = [:] }
      image.verdier[navn] = (stand, fresh)
    }
    return fresh
  }

  /// Avvik, measures, meetings and sign-offs, with what is new folded onto what is known.
  func register(_ lager: Revisjonslager) throws -> Kvalitetsregister {
    _ = try oppdater(lager, [])
    var image = try bilde.withLock { $0.register } ?? Registerbilde(lager)
    try image.oppdater(lager)
    let fresh = image
    bilde.withLock { $0.register = fresh }
    return fresh.register
  }

  /// Takes in what is new in the journal; gives the number of the last act of these kinds, deletions included.
  private func oppdater(_ lager: Revisjonslager, _ acts: Set<Handling>) throws -> Int {
    let tree = try lager.merkletre()
    let (size, root) = bilde.withLock { ($0.størrelse, $0.rot) }
    if tree.størrelse != size || tree.rot != root {
      let extends = tree.rot(ved: size) == root
      let fresh = try lager.handlinger(etter: extends ? size : 0)
      bilde.withLock { image in
        if !extends { image = Bilde() }
        for act in fresh { image.siste[act.handling] = max(image.siste[act.handling] ?? 0, act.n) }
        image.størrelse = tree.størrelse
        image.rot = tree.rot
      }
    }
    return bilde.withLock { image in acts.union([.sletting]).map { image.siste[$0] ?? 0 }.max() ?? 0 }
  }
}

extension Set<Handling> {
  /// What one control is folded from.
  static let kontroll: Set<Handling> = [
    .innlesing, .forpliktelse, .frø, .trekning, .bytte, .kontroll, .svar, .lås,
  ]
}
