public import JSONText

/// A case file to write: its name and its whole text.
public struct Saksfil: Hashable, Sendable {
  /// The name without a folder: `S-0001.json`.
  public let navn: String
  /// The whole text; ends with a line feed.
  public let tekst: String

  /// A file with this name and text.
  public init(navn: String, tekst: String) {
    self.navn = navn
    self.tekst = tekst
  }

  /// A case record laid out for a reader: one fact or event a line, so that a changed event is one changed line.
  public static func tekst(_ post: JSONValue) -> String {
    var out = ""
    write(post, level: 0, to: &out)
    return out + "\n"
  }

  private static func write(_ value: JSONValue, level: Int, to out: inout String) {
    switch value {
    case .object(let members) where level < 2 && !members.isEmpty:
      out += "{\n"
      for (index, member) in members.enumerated() {
        out += indent(level + 1) + JSONValue.string(member.name).compactText + ": "
        write(member.value, level: level + 1, to: &out)
        out += index + 1 < members.count ? ",\n" : "\n"
      }
      out += indent(level) + "}"
    case .array(let elements) where level == 2 && !elements.isEmpty:
      out += "[\n"
      for (index, element) in elements.enumerated() {
        out += indent(3) + line(element) + (index + 1 < elements.count ? ",\n" : "\n")
      }
      out += indent(2) + "]"
    default: out += line(value)
    }
  }

  private static func indent(_ level: Int) -> String { String(repeating: "  ", count: level) }

  private static func line(_ value: JSONValue) -> String {
    switch value {
    case .object(let members) where !members.isEmpty:
      let parts = members.map { JSONValue.string($0.name).compactText + ": " + line($0.value) }
      return "{ " + parts.joined(separator: ", ") + " }"
    case .array(let elements):
      return "[" + elements.map(line).joined(separator: ", ") + "]"
    default: return value.compactText
    }
  }
}
