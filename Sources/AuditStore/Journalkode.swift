internal import Sampling

/// The journal code that a protocol prints: `<size>-xxxx-…`, the first 128 bits of the root at that size in
/// eight groups of four lower-case hexadecimal digits. The paper is the witness that no owner can edit.
public struct Journalkode: Hashable, Sendable {
  /// How many entries the journal had.
  public let størrelse: Int
  /// The first 16 bytes of the root.
  public let prefiks: [UInt8]

  /// The code of a tree as it is.
  public init(_ tre: Merkletre) {
    størrelse = tre.størrelse
    prefiks = Array(tre.rot.bytes.prefix(16))
  }

  /// The code of a tree as it was at a size; nil when it never had that size.
  public init?(_ tre: Merkletre, ved størrelse: Int) {
    guard let root = tre.rot(ved: størrelse) else { return nil }
    self.størrelse = størrelse
    prefiks = Array(root.bytes.prefix(16))
  }

  /// A printed code; nil when it does not have exactly that form.
  public init?(_ tekst: String) {
    let groups = tekst.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard groups.count == 9, (1...18).contains(groups[0].count),
      groups[0].allSatisfy({ (48...57).contains($0) }), groups[0].first != 48 || groups[0].count == 1,
      let size = Int(String(decoding: groups[0], as: UTF8.self)),
      groups.dropFirst().allSatisfy({ $0.count == 4 }),
      let bytes = Heks.bytes(String(decoding: groups.dropFirst().joined(), as: UTF8.self))
    else { return nil }
    størrelse = size
    prefiks = bytes
  }

  /// How a tree stands to this code.
  public func sammenlign(med tre: Merkletre) -> Samsvar {
    guard let now = Journalkode(tre, ved: størrelse) else {
      return .avkortet(funnet: tre.størrelse)
    }
    guard now == self else { return .annenHistorie }
    return .samme(nyere: tre.størrelse - størrelse)
  }

  /// What a printed code says about a journal.
  public enum Samsvar: Hashable, Sendable {
    /// The journal still begins with what was printed; so many entries came after.
    case samme(nyere: Int)
    /// The journal has fewer entries than were printed: entries at the end are gone.
    case avkortet(funnet: Int)
    /// Something at or before the printed entry has been changed.
    case annenHistorie
  }
}

extension Journalkode: CustomStringConvertible {
  /// `3-1808-8e5a-bb54-bb7e-b0b4-3486-73b8-d5c0`.
  public var description: String {
    let digits = Array(Heks.tekst(prefiks))
    let groups = stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<$0 + 4]) }
    return ([String(størrelse)] + groups).joined(separator: "-")
  }
}
