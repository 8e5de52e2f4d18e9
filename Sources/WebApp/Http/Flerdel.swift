/// Reads `multipart/form-data` (RFC 7578) whole: the parts are few and the body is capped.
enum Flerdel {
  /// The most parts a form may have.
  static let maksDeler = 200

  /// The boundary that a content type names.
  static func grense(_ contentType: String) -> String? {
    let parts = contentType.split(separator: ";").map { $0.trimmet }
    guard parts.first?.lowercased() == "multipart/form-data" else { return nil }
    guard let part = parts.first(where: { $0.lowercased().hasPrefix("boundary=") }) else { return nil }
    var value = part.dropFirst("boundary=".count)
    if value.count >= 2, value.first == "\"", value.last == "\"" { value = value.dropFirst().dropLast() }
    return (1...70).contains(value.utf8.count) ? String(value) : nil
  }

  /// The fields and files of a body; nil when it is not well formed.
  static func les(_ kropp: [UInt8], grense: String) -> Skjemadata? {
    let marker = Array("--\(grense)".utf8)
    guard kropp.starts(with: marker) else { return nil }
    var form = Skjemadata()
    var rest = kropp[...].dropFirst(marker.count)
    for _ in 0..<maksDeler {
      if rest.starts(with: Array("--".utf8)) { return form }
      guard rest.starts(with: Array("\r\n".utf8)) else { return nil }
      rest = rest.dropFirst(2)
      guard let headEnd = rest.sted(Array("\r\n\r\n".utf8)) else { return nil }
      let head = String(decoding: rest[..<headEnd], as: UTF8.self)
      rest = rest[(headEnd + 4)...]
      guard let end = rest.sted(Array("\r\n".utf8) + marker) else { return nil }
      guard let part = Del(head), form.ta(part, rest[..<end]) else { return nil }
      rest = rest[(end + 2 + marker.count)...]
    }
    return nil
  }

  /// What the head of a part says.
  fileprivate struct Del {
    var navn: String
    var filnavn: String?

    init?(_ head: String) {
      let lines = head.split(separator: "\r\n")
      guard let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
        let name = Del.verdi("name", i: line)
      else { return nil }
      navn = name
      filnavn = Del.verdi("filename", i: line)
    }

    /// The quoted value of a parameter. Browsers write a quote inside one as `%22`.
    private static func verdi(_ name: String, i line: Substring) -> String? {
      guard let start = line.firstRange(of: "; \(name)=\"")?.upperBound,
        let end = line[start...].firstIndex(of: "\"")
      else { return nil }
      return String(line[start..<end])
    }
  }
}

extension Skjemadata {
  fileprivate mutating func ta(_ del: Flerdel.Del, _ bytes: ArraySlice<UInt8>) -> Bool {
    guard let filnavn = del.filnavn else {
      guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else { return false }
      legg(del.navn, text)
      return true
    }
    // A file field that nobody chose a file for comes with no name and no content.
    if !filnavn.isEmpty || !bytes.isEmpty {
      filer.append(Fil(felt: del.navn, navn: filnavn, bytes: Array(bytes)))
    }
    return true
  }
}

extension ArraySlice<UInt8> {
  /// Where a run of bytes first stands.
  fileprivate func sted(_ needle: [UInt8]) -> Int? {
    guard let first = needle.first else { return nil }
    var from = startIndex
    while let place = self[from...].firstIndex(of: first) {
      if self[place...].starts(with: needle) { return place }
      from = place + 1
    }
    return nil
  }
}

extension StringProtocol {
  /// Without blanks at both ends.
  var trimmet: String {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
