import Foundation

/// Looks for start tags that are longer than any the format has, before the XML parser sees them.
///
/// The parser compares each attribute of an element with all the others, so that a tag of a few megabytes would keep it
/// busy for minutes. The longest tag of the format has eight attributes of at most 300 signs.
struct TagScanner {
  /// The longest start tag that is let through, in bytes.
  static let longestTag = 16_384

  private enum State {
    case text, opened, tag
    case quoted(UInt8)
    /// A comment, a CDATA section or a processing instruction, until its last three (or two) bytes.
    case other(end: [UInt8])
    /// `<!` has been read, and it is not known yet what follows.
    case declaration([UInt8])
  }

  private var state = State.text
  private var length = 0
  private var recent: [UInt8] = []
  private(set) var line = 1

  /// Throws at the first tag that is too long.
  static func check(_ kilde: Registerkilde) throws(Importfeil) {
    let stream = try kilde.strøm()
    stream.open()
    defer { stream.close() }
    var scanner = TagScanner()
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = stream.read(&buffer, maxLength: buffer.count)
      if count < 0 { throw Prolog.uleselig }
      if count == 0 { return }
      for byte in buffer[..<count] {
        scanner.read(byte)
        if scanner.length > longestTag {
          var fault = Importfeil(
            .ugyldig, "import-skjema", "an element has more attributes than the format allows")
          fault.linje = scanner.line
          throw fault
        }
      }
    }
  }

  private mutating func read(_ byte: UInt8) {
    if byte == UInt8(ascii: "\n") { line += 1 }
    switch state {
    case .text: if byte == UInt8(ascii: "<") { state = .opened }
    case .opened:
      switch byte {
      case UInt8(ascii: "!"): state = .declaration([])
      case UInt8(ascii: "?"): begin(until: "?>")
      default: (state, length) = (.tag, 0)
      }
    case .tag:
      length += 1
      switch byte {
      case UInt8(ascii: ">"): (state, length) = (.text, 0)
      case UInt8(ascii: "\""), UInt8(ascii: "'"): state = .quoted(byte)
      default: break
      }
    case .quoted(let quote):
      length += 1
      if byte == quote { state = .tag }
    case .declaration(let seen):
      let now = seen + [byte]
      if now == Array("--".utf8) {
        begin(until: "-->")
      } else if now == Array("[CDATA[".utf8) {
        begin(until: "]]>")
      } else if !"--".utf8.starts(with: now), !"[CDATA[".utf8.starts(with: now) {
        state = .text
      } else {
        state = .declaration(now)
      }
    case .other(let end):
      recent = Array((recent + [byte]).suffix(end.count))
      if recent == end { (state, recent) = (.text, []) }
    }
  }

  private mutating func begin(until end: String) { (state, recent) = (.other(end: Array(end.utf8)), []) }
}
