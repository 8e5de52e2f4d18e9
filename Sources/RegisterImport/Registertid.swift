import Values

/// Days and points in time as XML Schema writes them.
enum Registertid {
  /// `xs:date`: ten characters, perhaps a time zone after them, which does not move the day.
  static func dato(_ text: some StringProtocol) -> Dato? {
    let bytes = trimmed(text)
    guard bytes.count >= 10, let day = day(bytes.prefix(10)), isZone(bytes.dropFirst(10)) else { return nil }
    return day
  }

  /// The Norwegian civil day of an `xs:dateTime` that states its offset: `2022-06-23T09:30:10Z`.
  static func lokalDag(_ text: some StringProtocol) -> Dato? {
    let bytes = Array(trimmed(text))
    guard bytes.count >= 20, let day = day(bytes.prefix(10)), bytes[10] == UInt8(ascii: "T"),
      let time = minutes(bytes[11..<16]), bytes[16] == colon, let seconds = number(bytes[17..<19]),
      seconds < 60
    else { return nil }
    var rest = bytes[19...]
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix { number([$0]) != nil }
      guard (1...9).contains(digits.count) else { return nil }
      rest = rest.dropFirst(1 + digits.count)
    }
    guard !rest.isEmpty, let offset = offset(rest), time < 1440 || (time == 1440 && seconds == 0) else {
      return nil
    }
    return norskDag(minutter: Int(day.dag) * 1440 + time - offset)
  }

  /// The civil day in Norway at a minute since 1970-01-01 00:00 UTC.
  ///
  /// Summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October
  /// (directive 2000/84/EC); the rule is written out, so that the result is the same on every machine.
  static func norskDag(minutter: Int) -> Dato {
    let year = Dato(dag: Int32(clamping: floorDivide(minutter, 1440))).år
    let summer = lastSunday(år: year, måned: 3) * 1440 + 60..<lastSunday(år: year, måned: 10) * 1440 + 60
    let local = minutter + (summer.contains(minutter) ? 120 : 60)
    return Dato(dag: Int32(clamping: floorDivide(local, 1440)))
  }

  private static func lastSunday(år: Int, måned: Int) -> Int {
    guard let last = Dato(år: år, måned: måned, dag: 31) else { return 0 }
    let weekday = (Int(last.dag) % 7 + 7 + 4) % 7
    return Int(last.dag) - weekday
  }

  private static func floorDivide(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((-a + b - 1) / b) }

  private static let colon = UInt8(ascii: ":")

  private static func trimmed(_ text: some StringProtocol) -> ArraySlice<UInt8> {
    let isSpace: (UInt8) -> Bool = { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    var bytes = ArraySlice(Array(text.utf8)).drop(while: isSpace)
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    return bytes
  }

  private static func number(_ bytes: some Collection<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte) - 48
    }
    return value
  }

  private static func day(_ bytes: ArraySlice<UInt8>) -> Dato? {
    let b = Array(bytes)
    guard b[4] == UInt8(ascii: "-"), b[7] == UInt8(ascii: "-"), let year = number(b[0..<4]),
      let month = number(b[5..<7]), let day = number(b[8..<10])
    else { return nil }
    return Dato(år: year, måned: month, dag: day)
  }

  /// `hh:mm` as minutes; 24:00 is allowed.
  private static func minutes(_ bytes: ArraySlice<UInt8>) -> Int? {
    let b = Array(bytes)
    guard b.count == 5, b[2] == colon, let hour = number(b[0..<2]), let minute = number(b[3..<5]),
      minute < 60, hour <= 24
    else { return nil }
    return hour * 60 + minute
  }

  private static func isZone(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.isEmpty || offset(bytes) != nil }

  /// `Z` or `±hh:mm` in minutes, at most fourteen hours.
  private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
    if Array(bytes) == [UInt8(ascii: "Z")] { return 0 }
    guard let sign = bytes.first, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(sign),
      let amount = minutes(bytes.dropFirst()), amount <= 840
    else { return nil }
    return sign == UInt8(ascii: "-") ? -amount : amount
  }
}
