/// Well-formed XML 1.0 as text.
enum XML {
  /// An element with children, a line each.
  static func element(_ name: String, _ attributes: [(String, String?)], _ children: [String]) -> String {
    let start = name + list(attributes)
    return children.isEmpty ? "<\(start)/>" : "<\(start)>\n\(children.joined(separator: "\n"))\n</\(name)>"
  }

  /// An element with a text.
  static func element(_ name: String, _ attributes: [(String, String?)] = [], tekst: String) -> String {
    let start = name + list(attributes)
    return tekst.isEmpty ? "<\(start)/>" : "<\(start)>\(escaped(tekst))</\(name)>"
  }

  private static func list(_ attributes: [(String, String?)]) -> String {
    attributes.map { name, value in value.map { " \(name)=\"\(escaped($0, attribute: true))\"" } ?? "" }
      .joined()
  }

  /// What has a meaning is escaped; a character that XML 1.0 forbids in any form becomes U+FFFD.
  private static func escaped(_ text: String, attribute: Bool = false) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\r": out += "&#13;"
      case "\n", "\t": out += attribute ? "&#\(scalar.value);" : String(scalar)
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": out += "\u{FFFD}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
