public import Sampling

/// A growing Merkle tree (RFC 9162 § 2.1): appends and roots in O(log n), for every size it ever had.
public struct Merkletre: Hashable, Sendable {
  /// `nivåer[k]` holds the hashes of all complete subtrees of 2^k leaves, from the left.
  private var nivåer: [[Sjekksum]] = [[]]

  /// A tree without leaves.
  public init() {}

  /// The tree of some leaf hashes.
  public init(bladhasher: some Sequence<Sjekksum>) {
    for hash in bladhasher { append(hash) }
  }

  /// How many leaves there are.
  public var størrelse: Int { nivåer[0].count }

  /// The hash of the leaf at an index from 0, or nil.
  public func bladhash(_ indeks: Int) -> Sjekksum? {
    nivåer[0].indices.contains(indeks) ? nivåer[0][indeks] : nil
  }

  /// Adds a leaf.
  public mutating func append(_ bladhash: Sjekksum) {
    var hash = bladhash
    var level = 0
    while true {
      if level == nivåer.count { nivåer.append([]) }
      nivåer[level].append(hash)
      guard nivåer[level].count.isMultiple(of: 2) else { return }
      hash = Merkle.nodehash(nivåer[level][nivåer[level].count - 2], hash)
      level += 1
    }
  }

  /// The root over all leaves.
  public var rot: Sjekksum { subtree(0, størrelse) }

  /// The root when there were this many leaves; nil when there never were.
  public func rot(ved størrelse: Int) -> Sjekksum? {
    (0...self.størrelse).contains(størrelse) ? subtree(0, størrelse) : nil
  }

  /// The path that proves the leaf at an index (from 0) in the tree of a size (§ 2.1.3.1); nil out of range.
  public func inclusionPath(index: Int, size: Int) -> [Sjekksum]? {
    guard (0...størrelse).contains(size), (0..<size).contains(index) else { return nil }
    var path: [Sjekksum] = []
    var (start, end) = (0, size)
    while end - start > 1 {
      let middle = start + split(end - start)
      if index < middle {
        path.append(subtree(middle, end))
        end = middle
      } else {
        path.append(subtree(start, middle))
        start = middle
      }
    }
    return path.reversed()
  }

  /// The path that proves that the tree of a size begins with that of a smaller one (§ 2.1.4.1); nil out
  /// of range. The first size is at least 1.
  public func consistencyPath(first: Int, second: Int) -> [Sjekksum]? {
    guard (1...max(1, størrelse)).contains(second), (1...second).contains(first) else { return nil }
    guard second <= størrelse else { return nil }
    var path: [Sjekksum] = []
    var (start, end) = (0, second)
    while end != first {
      let middle = start + split(end - start)
      if first <= middle {
        path.append(subtree(middle, end))
        end = middle
      } else {
        path.append(subtree(start, middle))
        start = middle
      }
    }
    // A first tree that is itself a complete left part is known to whoever checks: its root is given.
    if start > 0 { path.append(subtree(start, end)) }
    return path.reversed()
  }

  /// The hash over the leaves from `start` up to `end`, where `start` is a multiple of the size's power of 2.
  private func subtree(_ start: Int, _ end: Int) -> Sjekksum {
    let count = end - start
    if count == 0 { return Merkle.tomRot }
    if count.nonzeroBitCount == 1 {
      let level = count.trailingZeroBitCount
      return nivåer[level][start >> level]
    }
    let middle = start + split(count)
    return Merkle.nodehash(subtree(start, middle), subtree(middle, end))
  }

  /// The largest power of two smaller than a count of at least 2.
  private func split(_ count: Int) -> Int {
    1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }
}
