/// A piece of an HTML document.
///
/// Text is escaped when it is written, and there is no case for ready-made markup, so nothing that a person wrote
/// can become part of the page's structure.
indirect enum HTML: Hashable, Sendable {
  case text(String)
  case element(Tag, [Attribute], [HTML])
  /// A style sheet of our own; its text is not escaped, as HTML demands of `style`.
  case style(StaticStyle)
}

/// A style sheet that is part of the program.
struct StaticStyle: Hashable, Sendable {
  let css: String

  init(_ css: StaticString) { self.css = css.description }
}

/// An attribute of an element; its value is escaped when it is written.
struct Attribute: Hashable, Sendable {
  let name: String
  let value: String

  static func klasse(_ value: String) -> Attribute { Attribute(name: "class", value: value) }
  static func id(_ value: String) -> Attribute { Attribute(name: "id", value: value) }
  static func lang(_ value: String) -> Attribute { Attribute(name: "lang", value: value) }
  static func charset(_ value: String) -> Attribute { Attribute(name: "charset", value: value) }
  static func navn(_ value: String) -> Attribute { Attribute(name: "name", value: value) }
  static func innhold(_ value: String) -> Attribute { Attribute(name: "content", value: value) }
  static func kolonner(_ count: Int) -> Attribute { Attribute(name: "colspan", value: String(count)) }
  static func beskrevet(av id: String) -> Attribute { Attribute(name: "aria-labelledby", value: id) }
  /// Repeats what stands elsewhere; screen readers skip it.
  static let skjult = Attribute(name: "aria-hidden", value: "true")
  static let kolonne = Attribute(name: "scope", value: "col")
  static let rad = Attribute(name: "scope", value: "row")
  static let radgruppe = Attribute(name: "scope", value: "rowgroup")
}

/// The elements our documents use. Calling one makes it: `Tag.p { "Tekst" }`.
enum Tag: String, Hashable, Sendable {
  case html, head, meta, title, body, header, main, section, footer, div, p, span, strong, code
  case h1, h2, h3, ul, ol, li, dl, dt, dd, table, caption, thead, tbody, tr, th, td
  case svg, desc, circle, line, polygon, polyline, text

  func callAsFunction(_ attributes: Attribute..., @HTMLBuilder content: () -> [HTML] = { [] }) -> HTML {
    .element(self, attributes, content())
  }

  /// Without content and end tag.
  var erTom: Bool { self == .meta }

  /// Whether the element stands on lines of its own in the source, so that two versions compare line by line.
  var erBlokk: Bool {
    switch self {
    case .span, .strong, .code, .title, .desc, .text: false
    default: true
    }
  }
}

/// Gathers the children of an element: pieces, lists of pieces, and text.
@resultBuilder
enum HTMLBuilder {
  static func buildExpression(_ piece: HTML) -> [HTML] { [piece] }
  static func buildExpression(_ pieces: [HTML]) -> [HTML] { pieces }
  static func buildExpression(_ text: String) -> [HTML] { [.text(text)] }
  static func buildBlock(_ parts: [HTML]...) -> [HTML] { parts.flatMap { $0 } }
  static func buildOptional(_ part: [HTML]?) -> [HTML] { part ?? [] }
  static func buildEither(first part: [HTML]) -> [HTML] { part }
  static func buildEither(second part: [HTML]) -> [HTML] { part }
  static func buildArray(_ parts: [[HTML]]) -> [HTML] { parts.flatMap { $0 } }
}

extension HTML {
  /// The document as text, with the doctype, ending in a line feed.
  var dokument: String {
    var out = "<!DOCTYPE html>\n"
    skriv(til: &out)
    return out.hasSuffix("\n") ? out : out + "\n"
  }

  private func skriv(til out: inout String) {
    switch self {
    case .text(let text): out += escaped(text)
    case .style(let style): out += "<style>\n\(style.css)\n</style>\n"
    case .element(let tag, let attributes, let children):
      if tag.erBlokk, !out.hasSuffix("\n") { out += "\n" }
      out += "<" + tag.rawValue
      for attribute in attributes { out += " \(attribute.name)=\"\(escaped(attribute.value))\"" }
      out += ">"
      if !tag.erTom {
        for child in children { child.skriv(til: &out) }
        out += "</\(tag.rawValue)>"
      }
      if tag.erBlokk { out += "\n" }
    }
  }
}

/// Escapes the five characters that mean something in HTML text or in a quoted attribute.
func escaped(_ text: String) -> String {
  var out = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": out += "&amp;"
    case "<": out += "&lt;"
    case ">": out += "&gt;"
    case "\"": out += "&quot;"
    case "'": out += "&#39;"
    default: out.unicodeScalars.append(scalar)
    }
  }
  return out
}
