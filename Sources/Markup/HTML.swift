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
  package static func buildBlock(_ parts: [HTML]...) -> [HTML] {
    parts.count == 1 ? parts[0] : parts.flatMap { $0 }
  }
  package static func buildOptional(_ part: [HTML]?) -> [HTML] { part ?? [] }
  package static func buildEither(first part: [HTML]) -> [HTML] { part }
  package static func buildEither(second part: [HTML]) -> [HTML] { part }
  package static func buildArray(_ parts: [[HTML]]) -> [HTML] { parts.flatMap { $0 } }
}

extension HTML {
  /// The document as text, with the doctype, ending in a line feed.
  package var dokument: String { String(decoding: bytes, as: UTF8.self) }

  /// The document as UTF-8, with the doctype, ending in a line feed.
  package var bytes: [UInt8] {
    var out = Bytes()
    out.skriv("<!DOCTYPE html>\n")
    skriv(til: &out)
    out.begynnLinje()
    return out.bytes
  }

  private func skriv(til out: inout Bytes) {
    switch self {
    case .text(let text): out.skrivTekst(text)
    case .style(let style):
      out.skriv("<style>\n")
      out.skriv(style.css)
      out.skriv("\n</style>\n")
    case .element(let tag, let attributes, let children):
      let name = tag.rawValue
      if tag.erBlokk { out.begynnLinje() }
      out.skriv("<")
      out.skriv(name)
      for attribute in attributes {
        out.skriv(" ")
        out.skriv(attribute.name)
        out.skriv("=\"")
        out.skrivTekst(attribute.value)
        out.skriv("\"")
      }
      out.skriv(">")
      if !tag.erTom {
        for child in children { child.skriv(til: &out) }
        out.skriv("</")
        out.skriv(name)
        out.skriv(">")
      }
      if tag.erBlokk { out.skriv("\n") }
    }
  }
}

/// Escapes the five characters that mean something in HTML text or in a quoted attribute.
package func escaped(_ text: String) -> String {
  var out = Bytes()
  out.skrivTekst(text)
  return String(decoding: out.bytes, as: UTF8.self)
}

/// A document while it is written. Bytes, because most of a request's time would otherwise go to joining texts.
private struct Bytes {
  private(set) var bytes: [UInt8] = []

  mutating func begynnLinje() {
    if bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
  }

  /// Adds what is part of the program.
  mutating func skriv(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Adds what somebody may have written. The five are ASCII, and no byte of another character looks like one.
  mutating func skrivTekst(_ text: String) {
    var text = text
    text.withUTF8 { all in
      var start = 0
      for index in all.indices {
        let name: String
        switch all[index] {
        case UInt8(ascii: "&"): name = "&amp;"
        case UInt8(ascii: "<"): name = "&lt;"
        case UInt8(ascii: ">"): name = "&gt;"
        case UInt8(ascii: "\""): name = "&quot;"
        case UInt8(ascii: "'"): name = "&#39;"
        default: continue
        }
        bytes.append(contentsOf: all[start..<index])
        skriv(name)
        start = index + 1
      }
      bytes.append(contentsOf: all[start...])
    }
  }
}
