public import Sampling

/// The hashes of a Merkle tree (RFC 9162 § 2.1.1), and the checks of proofs that somebody else made.
///
/// The checks take plain bytes, because a proof from outside may hold anything; they never throw and
/// never trap, whatever they are given.
public enum Merkle {
  /// The root of the tree without leaves: SHA-256 of nothing.
  public static let tomRot = Sjekksum(av: [])

  /// The hash of a leaf: SHA-256(00 ‖ data).
  public static func bladhash(_ data: [UInt8]) -> Sjekksum { Sjekksum(av: [0] + data) }

  /// The hash of an inner node: SHA-256(01 ‖ left ‖ right).
  public static func nodehash(_ venstre: Sjekksum, _ høyre: Sjekksum) -> Sjekksum {
    Sjekksum(av: node(venstre.bytes, høyre.bytes))
  }

  private static func node(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = [1]
    bytes.reserveCapacity(1 + left.count + right.count)
    bytes += left
    bytes += right
    return bytes
  }

  private static func join(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    Sjekksum(av: node(left, right)).bytes
  }

  /// Whether a path proves that the leaf at an index (from 0) is in the tree of a size (RFC 9162 § 2.1.3.2).
  public static func verifyInclusion(
    index: UInt64, size: UInt64, leafHash: [UInt8], path: [[UInt8]], root: [UInt8]
  ) -> Bool {
    guard index < size, (path + [leafHash, root]).allSatisfy({ $0.count == 32 }) else { return false }
    var fn = index
    var sn = size - 1
    var hash = leafHash
    for step in path {
      guard sn > 0 else { return false }
      if fn & 1 == 1 || fn == sn {
        hash = join(step, hash)
        while fn & 1 == 0, fn != 0 {
          fn >>= 1
          sn >>= 1
        }
      } else {
        hash = join(hash, step)
      }
      fn >>= 1
      sn >>= 1
    }
    return sn == 0 && hash == root
  }

  /// Whether a path proves that one tree is the beginning of another (RFC 9162 § 2.1.4.2).
  ///
  /// An empty first tree is refused: every tree begins with nothing, so that would prove nothing.
  public static func verifyConsistency(
    first: UInt64, second: UInt64, firstRoot: [UInt8], secondRoot: [UInt8], path: [[UInt8]]
  ) -> Bool {
    guard first >= 1, first <= second else { return false }
    if first == second { return path.isEmpty && firstRoot == secondRoot }
    guard !path.isEmpty, (path + [firstRoot, secondRoot]).allSatisfy({ $0.count == 32 }) else {
      return false
    }
    let steps = first.nonzeroBitCount == 1 ? [firstRoot] + path : path
    var fn = first - 1
    var sn = second - 1
    while fn & 1 == 1 {
      fn >>= 1
      sn >>= 1
    }
    var old = steps[0]
    var new = steps[0]
    for step in steps.dropFirst() {
      guard sn > 0 else { return false }
      if fn & 1 == 1 || fn == sn {
        old = join(step, old)
        new = join(step, new)
        while fn & 1 == 0, fn != 0 {
          fn >>= 1
          sn >>= 1
        }
      } else {
        new = join(new, step)
      }
      fn >>= 1
      sn >>= 1
    }
    return sn == 0 && old == firstRoot && new == secondRoot
  }
}
