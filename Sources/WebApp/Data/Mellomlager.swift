internal import AuditStore
internal import Quality
internal import Sampling
internal import Synchronization

/// What was read and folded from the store, kept as long as nothing it rests on has changed.
///
/// Each value says which acts it rests on; it is good until the journal has a newer act of those kinds, or a deletion.
/// The file is asked for what others have written once, when a request begins; after that a value is looked up without
/// it. So no value is older than the journal was when the request began, nor than what the request itself has written.
/// A journal that does not begin with what it was begins anew here. A class, because it owns a lock.
final class Mellomlager: Sendable {
  private struct Bilde {
    var størrelse = 0
    var rot: Sjekksum?
    /// The last entry of each kind of act.
    var siste: [Handling: Int] = [:]
    var verdier: [String: (stand: Int, verdi: any Sendable)] = [:]
    var register: (stand: Int, bilde: Registerbilde)?

    /// The last act of these kinds, deletions included.
    func stand(_ acts: Set<Handling>) -> Int {
      max(siste[.sletting] ?? 0, acts.lazy.map { siste[$0] ?? 0 }.max() ?? 0)
    }
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
    try taInn(lager)
    let (stand, known) = bilde.withLock { image -> (Int, T?) in
      let stand = image.stand(på)
      // Looked up before it is cast: a missing value would otherwise become a known «nil» of an optional type.
      guard let value = image.verdier[navn], value.stand == stand else { return (stand, nil) }
      return (stand, value.verdi as? T)
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
    try taInn(lager)
    let (stand, known) = bilde.withLock { ($0.stand(.oppfølging), $0.register) }
    if let known, known.stand == stand { return known.bilde.register }
    var image = try known?.bilde ?? Registerbilde(lager)
    try image.oppdater(lager)
    let fresh = image
    bilde.withLock { $0.register = (stand, fresh) }
    return fresh.register
  }

  /// Asks the store for what is new in the journal, also by others. The beginning of a request.
  func oppdater(_ lager: Revisjonslager) throws {
    let tree = try lager.merkletre()
    let (size, root) = bilde.withLock { ($0.størrelse, $0.rot) }
    // The journal of an open store only grows: that of the same size is the same, and of a smaller one another request
    // has taken in more already.
    if tree.størrelse <= size { return }
    let extends = tree.rot(ved: size) == root
    let fresh = try lager.handlinger(etter: extends ? size : 0)
    let now = tree.rot
    bilde.withLock { image in
      if extends, image.størrelse >= tree.størrelse { return }
      if !extends { image = Bilde() }
      for act in fresh { image.siste[act.handling] = max(image.siste[act.handling] ?? 0, act.n) }
      image.størrelse = tree.størrelse
      image.rot = now
    }
  }

  /// Takes in what this program has written since, without asking the file.
  private func taInn(_ lager: Revisjonslager) throws {
    if bilde.withLock({ $0.størrelse }) != lager.kjentStørrelse { try oppdater(lager) }
  }
}

extension Set<Handling> {
  /// What one control is folded from.
  static let kontroll: Set<Handling> = [
    .innlesing, .forpliktelse, .frø, .trekning, .bytte, .kontroll, .svar, .lås, .rettelse,
  ]
  /// What the register and the locked controls are folded from.
  static let oppfølging: Set<Handling> = [
    .avvik, .tiltak, .møte, .vedtak, .signering, .annenlesning, .tekst, .lås, .forpliktelse,
    .sjekklisteforslag,
  ]
}
