internal import Crypto
import Sampling

/// Name-based UUIDs (RFC 9562 version 5): the same content has the same id, in every run and on every machine.
enum Navneid {
  /// The namespace of our ids, drawn once.
  private static let rom: [UInt8] = [
    0xD2, 0xD3, 0x88, 0xDE, 0x15, 0xF1, 0x47, 0x96, 0xA6, 0x9A, 0xBE, 0x55, 0x6F, 0x53, 0x8E, 0xD5,
  ]

  /// The id of what these parts tell apart; the kind keeps one sort of object from another.
  static func av(_ kind: String, _ parts: String...) -> String {
    // Each part with its length, so that no two lists of parts read the same.
    let name = ([kind] + parts).flatMap { Array("\($0.utf8.count):\($0)".utf8) }
    var bytes = Array(Insecure.SHA1.hash(data: rom + name).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = Array(Heks.tekst(bytes))
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(separator: "-")
  }
}
