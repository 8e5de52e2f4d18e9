public import Values

/// A calendar month, written `2014-09`.
public struct Måned: Hashable, Comparable, Sendable {
  /// Months since year 0, so that arithmetic on months is arithmetic on whole numbers.
  private let indeks: Int

  private init(indeks: Int) { self.indeks = indeks }

  /// The month of a year (1–9999), numbered 1–12; nil for any other number.
  public init?(år: Int, nummer: Int) {
    guard (1...9999).contains(år), (1...12).contains(nummer) else { return nil }
    indeks = år * 12 + nummer - 1
  }

  /// The month that a day lies in.
  public init(_ dato: Dato) {
    let (år, måned, _) = dato.deler
    indeks = år * 12 + måned - 1
  }

  /// Exactly seven ASCII characters, `2014-09`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 7, let first = Dato(String(text) + "-01") else { return nil }
    self.init(first)
  }

  /// The calendar year.
  public var år: Int { indeks / 12 }

  /// The number of the month in its year, 1–12.
  public var nummer: Int { indeks % 12 + 1 }

  /// The first day of the month.
  public var førsteDag: Dato {
    Dato.nyttår(år).adding(måneder: nummer - 1)
  }

  /// The last day of the month.
  public var sisteDag: Dato { førsteDag.adding(dager: Dato.dager(iMåned: nummer, år: år) - 1) }

  /// This month moved by a number of months; it stops at 0001-01 and 9999-12.
  public func adding(måneder: Int) -> Måned {
    Måned(indeks: min(max(indeks + måneder, 12), 9999 * 12 + 11))
  }

  /// The months just before this one, the nearest first; empty for a count below 1.
  public func foregående(_ antall: Int) -> [Måned] {
    antall < 1 ? [] : (1...antall).map { adding(måneder: -$0) }
  }

  /// Earlier than; the order of the calendar.
  public static func < (a: Måned, b: Måned) -> Bool { a.indeks < b.indeks }
}

extension Måned: CustomStringConvertible {
  /// `2014-09`.
  public var description: String { String(førsteDag.description.prefix(7)) }
}
