/// The check digits and date parts of Norwegian numbers.
enum Kontrollsiffer {
  private static let vekt1 = [3, 7, 6, 1, 8, 9, 4, 5, 2]
  private static let vekt2 = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]

  /// Which kind of personal number eleven digits are, if their date exists and their check digits hold.
  ///
  /// Both the old rule and the one for numbers allocated from 2032 are tried. The century cannot be derived
  /// under the new rule, so 29 February is accepted in any year divisible by four.
  static func personnummer(_ d: [UInt8]) -> Identitetsslag? {
    guard d.count == 11, let slag = datodel(d), harGyldigeKontrollsiffer(d) else { return nil }
    return slag
  }

  /// The kind that the first six digits show: days and months may have 40 (or 80) added.
  static func datodel(_ d: [UInt8]) -> Identitetsslag? {
    let day = Int(d[0]) * 10 + Int(d[1])
    let month = Int(d[2]) * 10 + Int(d[3])
    let year = Int(d[4]) * 10 + Int(d[5])
    let isD = day > 40
    let added = month > 80 ? 80 : (month > 40 ? 40 : 0)
    guard finnes(dag: isD ? day - 40 : day, måned: month - added, år: year) else { return nil }
    switch (isD, added) {
    case (false, 0): return .fødselsnummer
    case (true, 0): return .dNummer
    case (false, 40): return .hNummer
    default: return .syntetiskNummer
    }
  }

  /// A day of the calendar in some century; the year has two digits.
  static func finnes(dag: Int, måned: Int, år: Int) -> Bool {
    let lengths = [31, år % 4 == 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...12).contains(måned) else { return false }
    return (1...lengths[måned - 1]).contains(dag)
  }

  /// The first check digit may, from 2032, be any of (11, 12, 13, 14) − rest; 10 is never used.
  static func harGyldigeKontrollsiffer(_ d: [UInt8]) -> Bool {
    let rest = sum(d, vekt1) % 11
    let allowed = (11...14).map { $0 - rest }.map { $0 > 10 ? $0 - 11 : $0 }
    return allowed.contains(Int(d[9])) && harGyldigSisteSiffer(d)
  }

  /// The last digit of eleven by modulus 11: personal numbers and bank accounts alike.
  static func harGyldigSisteSiffer(_ d: [UInt8]) -> Bool {
    let digit = (11 - sum(d, vekt2) % 11) % 11
    return digit != 10 && digit == Int(d[10])
  }

  /// A date followed by 00100, 00200, 55555 or 99999: a child without a number in the national register.
  static func erRegisterplassholder(_ d: [UInt8]) -> Bool {
    guard d.count == 11, datodel(d) == .fødselsnummer else { return false }
    switch Array(d[6...]) {
    case [0, 0, 1, 0, 0], [0, 0, 2, 0, 0], [5, 5, 5, 5, 5], [9, 9, 9, 9, 9]: return true
    default: return false
    }
  }

  /// `20140312`: a day written without separators, 1900–2099.
  static func erKompaktDato(_ d: [UInt8]) -> Bool {
    guard d.count == 8 else { return false }
    let number = d.map(Int.init)
    let century = number[0] * 10 + number[1]
    let year = number[2] * 10 + number[3]
    guard century == 19 || century == 20, !(century == 19 && year == 0 && number[4...] == [0, 2, 2, 9]) else {
      return false
    }
    return finnes(dag: number[6] * 10 + number[7], måned: number[4] * 10 + number[5], år: year)
  }

  private static func sum(_ d: [UInt8], _ weights: [Int]) -> Int {
    zip(d, weights).reduce(0) { $0 + Int($1.0) * $1.1 }
  }
}
