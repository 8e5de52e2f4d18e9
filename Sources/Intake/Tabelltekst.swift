/// The rows of a text table (RFC 4180), whatever character separates the cells.
struct Tabelltekst {
  struct Rad: Hashable {
    /// The line it begins on, from 1.
    var linje: Int
    var celler: [String]

    var erTom: Bool { celler.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
  }

  /// What is wrong with the table as such.
  enum Feil: Error, Hashable {
    case åpentAnførselstegn(linje: Int)
    case forMange(linje: Int)
  }

  static let flestRader = 20_000
  static let flestCeller = 60
  /// The most cells of a row with the empty ones behind the last that is filled: what a spreadsheet has (Excel).
  static let flestTomme = 16_384

  private(set) var rader: [Rad] = []
  private var rad = Rad(linje: 1, celler: [])
  private var celle = String.UnicodeScalarView()

  /// Reads a text; rows with nothing in them are left out, and so is «sep=;» above the headings.
  init(_ text: String, skille: Unicode.Scalar?) throws(Feil) {
    var line = 1
    var quotedFrom: Int?
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      if scalar == "\n" || scalar == "\r" && next != "\n" { line += 1 }
      if quotedFrom != nil {
        if scalar != "\"" {
          celle.append(scalar)
        } else if next == "\"" {
          celle.append(scalar)
          next = scalars.next()
        } else {
          quotedFrom = nil
        }
      } else if scalar == "\"", celle.isEmpty, skille != nil {
        quotedFrom = line
      } else if scalar == skille {
        try avsluttCelle()
      } else if scalar == "\n" || scalar == "\r" {
        if scalar == "\r", next == "\n" { continue }
        try avsluttRad(neste: line)
      } else {
        celle.append(scalar)
      }
    }
    if let quotedFrom { throw .åpentAnførselstegn(linje: quotedFrom) }
    try avsluttRad(neste: line)
  }

  private mutating func avsluttCelle() throws(Feil) {
    rad.celler.append(String(celle))
    celle.removeAll(keepingCapacity: true)
    guard rad.celler.count <= Self.flestTomme else { throw .forMange(linje: rad.linje) }
  }

  private mutating func avsluttRad(neste: Int) throws(Feil) {
    try avsluttCelle()
    while rad.celler.last?.allSatisfy(\.isWhitespace) == true { rad.celler.removeLast() }
    guard rad.celler.count <= Self.flestCeller else { throw .forMange(linje: rad.linje) }
    let isSeparator = rader.isEmpty && rad.celler.first?.lowercased() == "sep=" && rad.celler.count == 1
    if !rad.erTom, !isSeparator { rader.append(rad) }
    guard rader.count <= Self.flestRader else { throw .forMange(linje: rad.linje) }
    rad = Rad(linje: neste, celler: [])
  }
}
