/// A table as Norwegian Excel opens it: semicolons, a byte order mark, CRLF, decimal comma.
///
/// No cell can be a formula: what would start one gets an apostrophe before it, so that a text a person wrote is
/// never run.
package struct CSV {
  /// What stands in a cell.
  package enum Celle {
    case tekst(String)
    case tall(Int)
    case desimal(Double)
    case tom
  }

  package var overskrifter: [String]
  package var rader: [[Celle]]

  package init(overskrifter: [String], rader: [[Celle]]) {
    self.overskrifter = overskrifter
    self.rader = rader
  }

  /// The file, ending in a line break.
  package var text: String {
    let lines = [overskrifter.map(Celle.tekst)] + rader
    return "\u{FEFF}" + lines.map { $0.map(\.skrevet).joined(separator: ";") + "\r\n" }.joined()
  }
}

extension CSV.Celle {
  fileprivate var skrevet: String {
    switch self {
    case .tom: ""
    case .tall(let number): String(number)
    case .desimal(let number): norskTall(number, desimaler: 4)
    case .tekst(let text): Self.sitert(Self.formeltrygg(text))
    }
  }

  /// What a spreadsheet may take for the beginning of a formula, the wide forms of East Asian keyboards too.
  private static let formeltegn = "=+-@\t\r\0\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}"

  private static func formeltrygg(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, formeltegn.unicodeScalars.contains(first) else {
      return text
    }
    return "'" + text
  }

  private static func sitert(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { ";\"\r\n".unicodeScalars.contains($0) }) else { return text }
    // By scalars: a quotation mark with an accent on it is one character, but still ends the cell.
    var out = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in text.unicodeScalars {
      out.append(scalar)
      if scalar == "\"" { out.append(scalar) }
    }
    return String(out) + "\""
  }
}
