import Foundation

/// Files with secrets.
enum Hemmelighet {
  /// The least that a secret of the operator's has, in bytes.
  private static let minst = 16

  /// A secret that the operator has put in a file, without the line feed at its end.
  static func les(_ path: String) throws -> String {
    let bytes = try Filer.les(path)
    let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    guard text.utf8.count >= minst else {
      throw Kommandofeil(.failed, "\(path) holds no secret: it must have at least \(minst) characters")
    }
    return text
  }

  /// A secret of our own, made the first time: 32 random bytes that only the owner can read.
  static func egen(_ path: String) throws -> [UInt8] {
    let size = 32
    let made = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    if made >= 0 {
      defer { close(made) }
      guard Utskrift.skrivAlt(Omgivelser.tilfeldig(size), til: made), fsync(made) == 0 else {
        unlink(path)
        throw Kommandofeil(.failed, "cannot write \(path)")
      }
    }
    let bytes = try Filer.les(path)
    guard bytes.count == size else { throw Kommandofeil(.broken, "\(path) is not a key of this program") }
    return bytes
  }
}
