internal import Values

/// The first day of every month of two centuries, so that a date is read with one look-up.
struct Kalender: Sendable {
  private static let førsteÅr = 1900
  private static let antallÅr = 200
  /// One more than there are months: each month ends the day before the next one.
  private let måneder: [Int32]

  init() {
    måneder = (0...Kalender.antallÅr * 12).map { Dato.nyttår(Kalender.førsteÅr).adding(måneder: $0).dag }
  }

  /// The date that comes next with its closing quote (`2014-03-12"`, `2014-03"` or `2014"`), which is stepped
  /// over; nil for anything else, and for other centuries.
  @inline(__always) func dato(_ peker: inout Bytepeker) -> Isodato? {
    let word = peker.ord(ved: peker.ved)
    if let digits = Mønster.dagenVenter.sifre(word) {
      let rest = peker.ord(ved: peker.ved + 8) & 0xFF_FFFF
      guard let month = måned(digits), let days = Mønster.dag.sifre(rest) else { return nil }
      let day = måneder[month] + Int32(Kalender.tosifret(days)) - 1
      guard day >= måneder[month], day < måneder[month + 1] else { return nil }
      peker.gåForbi(11)
      return Isodato(lav: day, høy: day, erFull: true)
    }
    if let digits = Mønster.måned.sifre(word) {
      guard let month = måned(digits) else { return nil }
      peker.gåForbi(8)
      return Isodato(lav: måneder[month], høy: måneder[month + 1] - 1, erFull: false)
    }
    guard let digits = Mønster.år.sifre(word & 0xFF_FFFF_FFFF), let year = år(digits) else { return nil }
    peker.gåForbi(5)
    return Isodato(lav: måneder[year], høy: måneder[year + 12] - 1, erFull: false)
  }

  /// The place of January of a year of four digits.
  @inline(__always) private func år(_ digits: UInt64) -> Int? {
    let year = Kalender.tosifret(digits) * 100 + Kalender.tosifret(digits >> 16) - Kalender.førsteÅr
    return year >= 0 && year < Kalender.antallÅr ? year * 12 : nil
  }

  @inline(__always) private func måned(_ digits: UInt64) -> Int? {
    let month = Kalender.tosifret(digits >> 40) - 1
    guard month >= 0, month < 12, let year = år(digits) else { return nil }
    return year + month
  }

  /// The number that the lowest two bytes write, each a digit from 0 to 9.
  @inline(__always) private static func tosifret(_ digits: UInt64) -> Int {
    Int(truncatingIfNeeded: (digits & 0xF) * 10 + (digits >> 8 & 0xF))
  }
}

/// Up to eight bytes of which some are digits and the others fixed.
private struct Mønster {
  /// The text with 0 for each digit, its first byte lowest.
  var tekst: UInt64
  /// For each byte what may be added to its distance from the text before the top bit is set.
  var rom: UInt64

  /// `0000-00-`: a day comes after it.
  static let dagenVenter = Mønster(tekst: 0x2D30_302D_3030_3030, rom: 0x7F76_767F_7676_7676)
  /// `0000-00"`
  static let måned = Mønster(tekst: 0x2230_302D_3030_3030, rom: 0x7F76_767F_7676_7676)
  /// `0000"`
  static let år = Mønster(tekst: 0x22_3030_3030, rom: 0x7F_7676_7676)
  /// `00"`
  static let dag = Mønster(tekst: 0x22_3030, rom: 0x7F_7676)

  /// Each digit's value in its byte, 0 in the others; nil when the word is written otherwise.
  @inline(__always) func sifre(_ word: UInt64) -> UInt64? {
    let distance = word ^ tekst
    return ((distance &+ rom) | distance) & 0x8080_8080_8080_8080 == 0 ? distance : nil
  }
}
