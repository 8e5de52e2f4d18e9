import Testing

@testable import Markup

@Suite("HTML as values")
struct HTMLTests {
  @Test(
    "What a person wrote can never become markup, in text or in an attribute",
    arguments: ["<script>alert(1)</script>", "\" onclick=\"x", "' onclick='x", "&lt;b>", "</textarea><b>"])
  func escapes(_ text: String) {
    let page = Tag.p(Attribute("title", text)) { Tag.textarea { text } }.dokument
    let inside = page.dropFirst(page.prefix { $0 != "<" }.count)
    let start = "<!DOCTYPE html>\n<p title=\"\(escaped(text))\">"
    #expect(page == "\(start)<textarea>\(escaped(text))</textarea></p>\n")
    #expect(!inside.contains(text))
    #expect(escaped(text).allSatisfy { !"<>\"'".contains($0) })
  }

  @Test("An element without content has no end tag")
  func void() {
    #expect(Tag.input(Attribute("name", "a")).dokument == "<!DOCTYPE html>\n<input name=\"a\">\n")
  }

  @Test(
    "What need not be escaped is written as it is",
    arguments: ["", "Å være tilgjengelig – også for «andre» 🇳🇴", "e\u{301}\n\t\u{0}", "a&b<c>d\"e'f&&"])
  func untouched(_ text: String) {
    let expected = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&#39;"
      default: String(scalar)
      }
    }.joined()
    #expect(escaped(text).utf8.elementsEqual(expected.utf8))
    #expect(Tag.span { text }.bytes == Array("<!DOCTYPE html>\n<span>\(expected)</span>\n".utf8))
  }
}
