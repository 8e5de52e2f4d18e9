public import JSONText
public import Sampling

/// A short proof that one entry is in the journal with a given root (RFC 9162 § 2.1.3).
public struct Innholdsbevis: Hashable, Sendable {
  /// The number of the entry, from 1.
  public let n: Int
  /// The size of the journal whose root this is.
  public let størrelse: Int
  /// The leaf hash of the entry.
  public let bladhash: Sjekksum
  /// The hashes from the leaf to the root.
  public let sti: [Sjekksum]
  /// The root.
  public let rot: Sjekksum

  /// The proof of an entry in a tree; nil when there is no such entry or size.
  public init?(_ tre: Merkletre, n: Int, størrelse: Int? = nil) {
    let size = størrelse ?? tre.størrelse
    guard let path = tre.inclusionPath(index: n - 1, size: size), let hash = tre.bladhash(n - 1),
      let root = tre.rot(ved: size)
    else { return nil }
    self.n = n
    self.størrelse = size
    bladhash = hash
    sti = path
    rot = root
  }

  /// Whether the path leads from the leaf to the root.
  public var holder: Bool {
    guard n >= 1, størrelse >= 1 else { return false }
    return Merkle.verifyInclusion(
      index: UInt64(n - 1), size: UInt64(størrelse), leafHash: bladhash.bytes, path: sti.map(\.bytes),
      root: rot.bytes)
  }

  /// The proof for others to check.
  public var json: JSONValue {
    .object([
      "format": .string("journal-inclusion/1"), "n": .integer(Int64(n)),
      "size": .integer(Int64(størrelse)), "leaf_hash": .string(bladhash.hex),
      "path": .array(sti.map { .string($0.hex) }), "root": .string(rot.hex),
    ])
  }
}

/// A short proof that a journal was only added to since it had an earlier root (RFC 9162 § 2.1.4).
public struct Utvidelsesbevis: Hashable, Sendable {
  /// The earlier size.
  public let fra: Int
  /// The later size.
  public let til: Int
  /// The root at the earlier size.
  public let rotFra: Sjekksum
  /// The root at the later size.
  public let rotTil: Sjekksum
  /// The hashes that lead to both roots.
  public let sti: [Sjekksum]

  /// The proof from an earlier size to the tree as it is; nil when it never had that size, or it is 0.
  public init?(_ tre: Merkletre, fra størrelse: Int) {
    guard let path = tre.consistencyPath(first: størrelse, second: tre.størrelse),
      let root = tre.rot(ved: størrelse)
    else { return nil }
    fra = størrelse
    til = tre.størrelse
    rotFra = root
    rotTil = tre.rot
    sti = path
  }

  /// Whether the path leads to both roots.
  public var holder: Bool {
    guard fra >= 1, til >= fra else { return false }
    return Merkle.verifyConsistency(
      first: UInt64(fra), second: UInt64(til), firstRoot: rotFra.bytes, secondRoot: rotTil.bytes,
      path: sti.map(\.bytes))
  }

  /// The proof for others to check.
  public var json: JSONValue {
    .object([
      "format": .string("journal-consistency/1"), "from": .integer(Int64(fra)),
      "to": .integer(Int64(til)), "from_root": .string(rotFra.hex), "to_root": .string(rotTil.hex),
      "path": .array(sti.map { .string($0.hex) }),
    ])
  }
}
