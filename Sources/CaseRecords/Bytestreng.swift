/// Some bytes of a record: the first and the last eight as numbers say all of a string of up to sixteen.
struct Bytestreng {
  var start: Int
  var antall: Int
  var først: UInt64
  /// 0 for at most eight bytes.
  var sist: UInt64

  /// The bits of at most eight bytes.
  @inline(__always) static func maske(_ antall: Int) -> UInt64 {
    antall >= 8 ? .max : (1 << UInt64(truncatingIfNeeded: antall * 8)) &- 1
  }

  /// Whether the other string has the same length and ends; up to sixteen bytes they are then the same.
  @inline(__always) func ligner(_ annen: Bytestreng) -> Bool {
    antall == annen.antall && først == annen.først && sist == annen.sist
  }

  /// A place in a table, its lowest bits well mixed.
  @inline(__always) var spredning: Int {
    let mixed = (først ^ (sist &* 31) ^ UInt64(truncatingIfNeeded: antall)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 40)
  }
}

extension Bytestreng {
  /// Any bytes.
  init(_ bytes: some RandomAccessCollection<UInt8>) {
    self.init(
      start: 0, antall: bytes.count, først: bytes.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) },
      sist: bytes.count > 8 ? bytes.suffix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) } : 0)
  }
}

extension Bytestreng {
  static let null = Bytestreng(start: 0, antall: 4, først: 0x6C6C_756E, sist: 0)
  static let ja = Bytestreng(start: 0, antall: 4, først: 0x6575_7274, sist: 0)
  static let nei = Bytestreng(start: 0, antall: 5, først: 0x65_736C_6166, sist: 0)
  static let uttrekk = Bytestreng(start: 0, antall: 7, først: 0x6B_6B65_7274_7475, sist: 0)
  static let sak = Bytestreng(start: 0, antall: 3, først: 0x6B_6173, sist: 0)
  /// `"sak/1"`, quotes and all.
  static let sak1 = Bytestreng(start: 0, antall: 7, først: 0x22_312F_6B61_7322, sist: 0)
}
