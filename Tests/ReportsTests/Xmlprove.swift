import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads the body of a page as XML: every element closed in order, every attribute quoted, every text escaped.
func expectXML(_ html: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let start = try #require(html.range(of: "<body>"), sourceLocation: sourceLocation)
  let end = try #require(html.range(of: "</body>"), sourceLocation: sourceLocation)
  let parser = XMLParser(data: Data(html[start.lowerBound..<end.upperBound].utf8))
  let whole = parser.parse()
  #expect(whole, "line \(parser.lineNumber)", sourceLocation: sourceLocation)
}
