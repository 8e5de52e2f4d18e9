import Foundation

/// Data goes to standard output, all else to standard error.
enum Utskrift {
  /// Writes a line of data.
  static func linje(_ text: String) throws { try tekst(text + "\n") }

  /// Writes a text that ends its own lines.
  static func tekst(_ text: String) throws { try data(Array(text.utf8)) }

  /// Writes data, all of it or an error: a full disk must not look like success.
  static func data(_ bytes: [UInt8]) throws {
    guard skrivAlt(bytes, til: STDOUT_FILENO) else {
      throw Kommandofeil(.failed, "cannot write to standard output: \(Systemfeil.siste)")
    }
  }

  /// Writes a line for the operator.
  static func feil(_ text: String) { _ = skrivAlt(Array((text + "\n").utf8), til: STDERR_FILENO) }

  /// Writes all bytes; false when the system will not take them.
  static func skrivAlt(_ bytes: [UInt8], til descriptor: Int32) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      offset += count
    }
    return true
  }
}

/// What the operating system says went wrong last.
enum Systemfeil {
  static var siste: String { String(cString: strerror(errno)) }
}
