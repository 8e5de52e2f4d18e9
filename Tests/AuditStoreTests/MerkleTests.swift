import AuditStore
import Foundation
import Sampling
import Testing

struct MerkleTests {
  struct Vectors: Decodable {
    let leaves_hex: [String]
    let roots: [String]
    let inclusion: [Inclusion]
    let consistency: [Consistency]
    let leaf_L123456: String
    let node_N123_N456: String
  }

  struct Inclusion: Decodable {
    let index: Int
    let size: Int
    let leaf_hash: String
    let path: [String]
  }

  struct Consistency: Decodable {
    let m: Int
    let n: Int
    let path: [String]
  }

  private func tre(_ vectors: Vectors) throws -> Merkletre {
    Merkletre(bladhasher: try vectors.leaves_hex.map { Merkle.bladhash(try #require(Heks.bytes($0))) })
  }

  @Test func `leaf and node hashes are those of the vectors`() throws {
    let vectors = try vector("merkle", as: Vectors.self)
    #expect(Merkle.bladhash(Array("L123456".utf8)).hex == vectors.leaf_L123456)
    let node = Sjekksum(av: [1] + Array("N123".utf8) + Array("N456".utf8))
    #expect(node.hex == vectors.node_N123_N456)
  }

  @Test func `the root of every beginning is that of the vectors`() throws {
    let vectors = try vector("merkle", as: Vectors.self)
    let tree = try tre(vectors)
    #expect(vectors.roots.count == 9)
    for (size, root) in vectors.roots.enumerated() { #expect(tree.rot(ved: size)?.hex == root) }
    #expect(tree.rot.hex == vectors.roots[8])
    #expect(tree.rot(ved: 9) == nil && tree.rot(ved: -1) == nil)
  }

  @Test func `every path is that of the vectors`() throws {
    let vectors = try vector("merkle", as: Vectors.self)
    let tree = try tre(vectors)
    for proof in vectors.inclusion {
      #expect(tree.bladhash(proof.index)?.hex == proof.leaf_hash)
      #expect(tree.inclusionPath(index: proof.index, size: proof.size)?.map(\.hex) == proof.path)
    }
    for proof in vectors.consistency {
      #expect(tree.consistencyPath(first: proof.m, second: proof.n)?.map(\.hex) == proof.path)
    }
    #expect(vectors.inclusion.count == 36 && vectors.consistency.count == 36)
  }

  struct Probes: Decodable {
    let inclusion: [InclusionProbe]
    let consistency: [ConsistencyProbe]
  }

  struct InclusionProbe: Decodable {
    let leafIdx: UInt64
    let treeSize: UInt64
    let root: String?
    let leafHash: String?
    let proof: [String]?
    let wantErr: Bool
    let probe: String
  }

  struct ConsistencyProbe: Decodable {
    let size1: UInt64
    let size2: UInt64
    let root1: String?
    let root2: String?
    let proof: [String]?
    let wantErr: Bool
    let probe: String
  }

  private func bytes(_ base64: String?) -> [UInt8] {
    base64.flatMap { Data(base64Encoded: $0) }.map(Array.init) ?? []
  }

  @Test func `the published inclusion probes are told apart`() throws {
    let probes = try vector("merkle-probes", as: Probes.self).inclusion
    #expect(probes.count == 98)
    for probe in probes {
      let holds = Merkle.verifyInclusion(
        index: probe.leafIdx, size: probe.treeSize, leafHash: bytes(probe.leafHash),
        path: (probe.proof ?? []).map(bytes), root: bytes(probe.root))
      #expect(holds == !probe.wantErr, "\(probe.probe)")
    }
  }

  @Test func `the published consistency probes are told apart`() throws {
    let probes = try vector("merkle-probes", as: Probes.self).consistency
    #expect(probes.count == 98)
    for probe in probes {
      let holds = Merkle.verifyConsistency(
        first: probe.size1, second: probe.size2, firstRoot: bytes(probe.root1),
        secondRoot: bytes(probe.root2), path: (probe.proof ?? []).map(bytes))
      #expect(holds == !probe.wantErr, "\(probe.probe)")
    }
  }

  /// The definition of RFC 9162 § 2.1.1 taken literally.
  private func naivRot(_ hashes: ArraySlice<Sjekksum>) -> Sjekksum {
    guard hashes.count > 1 else { return hashes.first ?? Merkle.tomRot }
    var half = 1
    while half * 2 < hashes.count { half *= 2 }
    return Merkle.nodehash(naivRot(hashes.prefix(half)), naivRot(hashes.dropFirst(half)))
  }

  @Test func `all small trees agree with the definition and prove themselves`() {
    let hashes = (0..<70).map(sjekksum)
    let tree = Merkletre(bladhasher: hashes)
    for size in 1...70 {
      let root = naivRot(hashes.prefix(size))
      #expect(tree.rot(ved: size) == root)
      for index in 0..<size {
        let path = tree.inclusionPath(index: index, size: size)?.map(\.bytes) ?? []
        #expect(
          Merkle.verifyInclusion(
            index: UInt64(index), size: UInt64(size), leafHash: hashes[index].bytes, path: path,
            root: root.bytes))
        #expect(
          !Merkle.verifyInclusion(
            index: UInt64(index), size: UInt64(size), leafHash: sjekksum(-1).bytes, path: path,
            root: root.bytes))
      }
      for first in 1...size {
        let path = tree.consistencyPath(first: first, second: size)?.map(\.bytes) ?? [[]]
        #expect(
          Merkle.verifyConsistency(
            first: UInt64(first), second: UInt64(size), firstRoot: naivRot(hashes.prefix(first)).bytes,
            secondRoot: root.bytes, path: path))
      }
    }
  }

  @Test func `no path is made out of range`() {
    let tree = Merkletre(bladhasher: (0..<5).map(sjekksum))
    for (index, size) in [(5, 5), (-1, 5), (0, 6), (0, 0), (3, 2)] {
      #expect(tree.inclusionPath(index: index, size: size) == nil)
    }
    for (first, second) in [(0, 5), (6, 5), (1, 6), (6, 6), (3, 2), (-1, -1)] {
      #expect(tree.consistencyPath(first: first, second: second) == nil)
    }
    #expect(Merkletre().consistencyPath(first: 1, second: 1) == nil)
    #expect(Merkletre().rot == Merkle.tomRot)
  }
}
