/// A civil day: no time of day, no time zone, no locale.
///
/// Stored as the number of days since 1970-01-01 in the proleptic Gregorian calendar, so that a column of
/// dates is a column of small integers. The conversions are Howard Hinnant's `days_from_civil` algorithms
/// (http://howardhinnant.github.io/date_algorithms.html).
public struct Dato: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before.
  public var dag: Int32

  /// The day with this number; 0 is 1970-01-01.
  public init(dag: Int32) { self.dag = dag }

  /// The day with this year, month and day, or nil when no such day exists (29 February 2013).
  public init?(år: Int, måned: Int, dag: Int) {
    guard (1...9999).contains(år), (1...12).contains(måned), dag >= 1,
      dag <= Dato.dager(iMåned: måned, år: år)
    else { return nil }
    self.init(uncheckedÅr: år, måned: måned, dag: dag)
  }

  private init(uncheckedÅr år: Int, måned: Int, dag: Int) {
    let y = måned <= 2 ? år - 1 : år
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (måned + (måned > 2 ? -3 : 9)) + 2) / 5 + dag - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.dag = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month (1–12) and day of the month (1–31).
  public var deler: (år: Int, måned: Int, dag: Int) {
    let z = Int(dag) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let mp = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * mp + 2) / 5 + 1
    let month = mp < 10 ? mp + 3 : mp - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The calendar year.
  public var år: Int { deler.år }

  /// 1 January of a year.
  public static func nyttår(_ år: Int) -> Dato { Dato(uncheckedÅr: år, måned: 1, dag: 1) }

  /// 31 December of a year.
  public static func årsslutt(_ år: Int) -> Dato { Dato(uncheckedÅr: år, måned: 12, dag: 31) }

  /// The number of days in a month of a year.
  public static func dager(iMåned måned: Int, år: Int) -> Int {
    switch måned {
    case 2: (år % 4 == 0 && år % 100 != 0) || år % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// This day moved by a number of days.
  public func adding(dager: Int) -> Dato { Dato(dag: Int32(clamping: Int(dag) + dager)) }

  /// This day moved by whole months: the same day of the month, else the last day of that month.
  public func adding(måneder: Int) -> Dato {
    let (år, måned, dag) = deler
    let months = år * 12 + (måned - 1) + måneder
    let newYear = months >= 0 ? months / 12 : (months - 11) / 12
    let newMonth = months - newYear * 12 + 1
    let lastDay = Dato.dager(iMåned: newMonth, år: newYear)
    return Dato(uncheckedÅr: newYear, måned: newMonth, dag: min(dag, lastDay))
  }

  /// Days from this day to another; negative when the other is earlier.
  public func dager(til annen: Dato) -> Int { Int(annen.dag) - Int(dag) }

  /// Whole months from this day to a later or equal day: the largest n such that this day + n months is not
  /// after it. For an earlier day the result is the negated count the other way.
  public func heleMåneder(til annen: Dato) -> Int {
    if annen < self { return -annen.heleMåneder(til: self) }
    let a = deler
    let b = annen.deler
    let months = (b.år - a.år) * 12 + b.måned - a.måned
    return adding(måneder: months) <= annen ? months : months - 1
  }

  /// Earlier than; the order of the calendar.
  public static func < (a: Dato, b: Dato) -> Bool { a.dag < b.dag }
}

extension Dato: CustomStringConvertible {
  /// ISO 8601: `2014-03-12`.
  public var description: String {
    let (år, måned, dag) = deler
    return "\(padded(år, 4))-\(padded(måned, 2))-\(padded(dag, 2))"
  }

  /// A full ISO 8601 day (`2014-03-12`), or nil. Nothing but ten ASCII characters is accepted.
  public init?(_ text: some StringProtocol) {
    // Days are read by the hundred thousand when stored controls are counted.
    if let quick = text.utf8.withContiguousStorageIfAvailable({ Dato(iso: $0) }) {
      guard let quick else { return nil }
      self = quick
      return
    }
    guard let omfang = Datoomfang(iso: text), omfang.erEksakt, text.utf8.count == 10 else { return nil }
    self = omfang.første
  }
}

extension Dato {
  /// Exactly `dddd-dd-dd` in ASCII digits, and a day that exists.
  private init?(iso bytes: UnsafeBufferPointer<UInt8>) {
    let dash = UInt8(ascii: "-")
    guard bytes.count == 10, bytes[4] == dash, bytes[7] == dash else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for index in range {
        guard (48...57).contains(bytes[index]) else { return nil }
        value = value * 10 + Int(bytes[index] - 48)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    self.init(år: year, måned: month, dag: day)
  }
}

func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
