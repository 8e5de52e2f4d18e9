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
}
