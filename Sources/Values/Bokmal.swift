/// How values read in Norwegian bokmål.
///
/// Months and digits come from tables, not from the machine's locale, so that the same input gives the same
/// bytes everywhere.
private let måneder = [
  "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
  "desember",
]

private let småtall = [
  "null", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv",
]

extension Dato {
  /// `12. mars 2014`.
  public var bokmål: String {
    let (år, _, _) = deler
    return "\(dagOgMåned) \(år)"
  }

  /// `12. mars`.
  public var dagOgMåned: String {
    let (_, måned, dag) = deler
    return "\(dag). \(måneder[måned - 1])"
  }
}

extension Datoomfang {
  /// As precise as it is: `12. mars 2014`, `mars 2014`, `2014`, or `en dag fra 12. mars til 2. april 2014`.
  public var bokmål: String {
    if første <= .tidenesMorgen { return siste >= .tidenesEnde ? "ukjent dato" : "senest \(siste.bokmål)" }
    let iso = description
    switch iso.utf8.count {
    case 4: return iso
    case 7: return "\(måneder[første.deler.måned - 1]) \(første.år)"
    case 10: return første.bokmål
    default: return "en dag fra \(første.bokmål) til \(siste.bokmål)"
    }
  }
}

extension Periode {
  /// `2013` for a whole year, else `fra 1. mars 2013 til 31. mai 2014`.
  public var bokmål: String {
    if self == .år(fra.år) { return String(fra.år) }
    switch (fra <= .tidenesMorgen, til >= .tidenesEnde) {
    case (false, false): return "fra \(fra.bokmål) til \(til.bokmål)"
    case (false, true): return "fra \(fra.bokmål)"
    case (true, false): return "til og med \(til.bokmål)"
    case (true, true): return "hele tiden"
    }
  }
}

/// Numbers and lists as words.
public enum Bokmål {
  /// `tre` up to twelve, digits above. One is «én»; use `antall(_:kjønn:)` before a noun.
  public static func tall(_ number: Int) -> String {
    (0..<småtall.count).contains(number) ? småtall[number] : String(number)
  }

  /// `a, b og c`.
  public static func liste(_ elements: [String], _ ord: String = "og") -> String {
    guard let last = elements.last, elements.count > 1 else { return elements.first ?? "" }
    return elements.dropLast().joined(separator: ", ") + " \(ord) " + last
  }

  /// Clauses as one, what they begin with said once: «referatet inneholder en drøfting og en konklusjon».
  ///
  /// Words are left out only from the later ones, at most up to the first article and past «ikke», so that what is
  /// denied stays denied.
  public static func samlet(_ clauses: [String], _ ord: String = "og") -> String {
    let words = clauses.map { $0.split(separator: " ") }
    guard let first = words.first, clauses.count > 1 else { return clauses.first ?? "" }
    let articles: Set<Substring> = ["en", "et", "ei", "én", "ett"]
    var common = 0
    while words.allSatisfy({ $0.count > common + 1 && $0[common] == first[common] }),
      !articles.contains(first[common])
    {
      common += 1
    }
    let isCompound = clauses.contains { $0.contains(" og ") || $0.contains(" eller ") }
    if isCompound || common == 1 && first[0] == "det" { return liste(clauses, ord) }
    // Where one of them is denied and another is not, each keeps its verb.
    if first[..<common].last == "ikke" || words.allSatisfy({ !$0[common...].contains("ikke") }) {
      let rest = words.dropFirst().map { $0[common...].joined(separator: " ") }
      return liste([clauses[0]] + rest, first[..<common].contains("ikke") && ord == "og" ? "eller" : ord)
    }
    return liste(clauses, ord)
  }

  /// The text with its first letter in upper case.
  public static func stor(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
