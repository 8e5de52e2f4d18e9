/// A piece of an HTML document.
///
/// Text is escaped when it is written, and there is no case for ready-made markup, so nothing that a person wrote
/// can become part of the page's structure.
package indirect enum HTML: Hashable, Sendable {
  case text(String)
  case element(Tag, [Attribute], [HTML])
  /// A style sheet of our own; its text is not escaped, as HTML demands of `style`.
  case style(StaticStyle)
}

/// A style sheet that is part of the program.
package struct StaticStyle: Hashable, Sendable {
  package let css: String

  package init(_ css: StaticString) { self.css = css.description }
}

/// An attribute of an element; its value is escaped when it is written.
package struct Attribute: Hashable, Sendable {
  package let name: String
  package let value: String

  /// An attribute by its name, which is part of the program.
  package init(_ name: StaticString, _ value: String) {
    self.name = name.description
    self.value = value
  }

  package static func klasse(_ value: String) -> Attribute { Attribute("class", value) }
  package static func id(_ value: String) -> Attribute { Attribute("id", value) }
  package static func lang(_ value: String) -> Attribute { Attribute("lang", value) }
  package static func charset(_ value: String) -> Attribute { Attribute("charset", value) }
  package static func navn(_ value: String) -> Attribute { Attribute("name", value) }
  package static func innhold(_ value: String) -> Attribute { Attribute("content", value) }
  package static func kolonner(_ count: Int) -> Attribute { Attribute("colspan", String(count)) }
  package static func beskrevet(av id: String) -> Attribute { Attribute("aria-labelledby", id) }
  /// Repeats what stands elsewhere; screen readers skip it.
  package static let skjult = Attribute("aria-hidden", "true")
  package static let kolonne = Attribute("scope", "col")
  package static let rad = Attribute("scope", "row")
  package static let radgruppe = Attribute("scope", "rowgroup")
}

/// The elements our documents use. Calling one makes it: `Tag.p { "Tekst" }`.
package enum Tag: String, Hashable, Sendable {
  case html, head, meta, title, body, header, main, section, footer, div, p, span, strong, code
  case h1, h2, h3, ul, ol, li, dl, dt, dd, table, caption, thead, tbody, tr, th, td
  case svg, g, desc, circle, line, polygon, polyline, rect, text
  case a, nav, link, script, form, fieldset, legend, label, input, select, option, textarea, button
  case details, summary, time, abbr, em, small, br, hr, pre, aside, h4

  package func callAsFunction(_ attributes: Attribute..., @HTMLBuilder content: () -> [HTML] = { [] }) -> HTML
  {
    .element(self, attributes, content())
  }

  /// Without content and end tag.
  var erTom: Bool {
    switch self {
    case .meta, .link, .input, .br, .hr: true
    default: false
    }
  }

  /// Whether the element stands on lines of its own in the source, so that two versions compare line by line.
  var erBlokk: Bool {
    switch self {
    case .span, .strong, .code, .title, .desc, .text, .a, .label, .input, .option, .textarea, .button, .time,
      .abbr, .em, .small, .br, .pre:
      false
    default: true
    }
  }
}

/// Gathers the children of an element: pieces, lists of pieces, and text.
@resultBuilder
package enum HTMLBuilder {
  package static func buildExpression(_ piece: HTML) -> [HTML] { [piece] }
  package static func buildExpression(_ pieces: [HTML]) -> [HTML] { pieces }
  package static func buildExpression(_ text: String) -> [HTML] { [.text(text)] }
  package static func buildBlock(_ parts: [HTML]...) -> [HTML] { parts.flatMap { $0 } }
  package static func buildOptional(_ part: [HTML]?) -> [HTML] { part ?? [] }
  package static func buildEither(first part: [HTML]) -> [HTML] { part }
  package static func buildEither(second part: [HTML]) -> [HTML] { part }
  package static func buildArray(_ parts: [[HTML]]) -> [HTML] { parts.flatMap { $0 } }
}

extension HTML {
  /// The document as text, with the doctype, ending in a line feed.
  package var dokument: String {
    var out = "<!DOCTYPE html>\n"
    skriv(til: &out)
    return out.hasSuffix("\n") ? out : out + "\n"
  }

  /// Adds the piece to a text.
  package func skriv(til out: inout String) {
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
package func escaped(_ text: String) -> String {
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
