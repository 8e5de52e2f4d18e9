/// Text reduced to what the guard needs to see of each character.
struct Tegnrekke {
  enum Tegn: Equatable {
    case siffer(UInt8)
    case bokstav
    case mellomrom
    case strek
    case punktum
    case skråstrek
    case komma
    case kolon
    case understrek
    case pluss
    case krøllalfa
    case annet

    /// Joins two groups of digits into one number: «010190-12345».
    var kanStåINummer: Bool {
      switch self {
      case .mellomrom, .strek, .punktum, .skråstrek, .understrek: true
      default: false
      }
    }

    /// Standing between two digits without a space, it makes them one token: a version, a time, a decimal.
    var binderTett: Bool {
      switch self {
      case .strek, .punktum, .skråstrek, .komma, .kolon, .understrek: true
      default: false
      }
    }

    var erSiffer: Bool { if case .siffer = self { true } else { false } }
  }

  private(set) var tegn: [Tegn] = []
  /// The word (from 1) each character stands in or after.
  private(set) var ord: [Int] = []

  /// Invisible characters are left out: they could only serve to hide a number.
  init(_ tekst: some StringProtocol) {
    var hex: [Bool] = []
    var word = 0
    var inWord = false
    for scalar in tekst.unicodeScalars where !Self.erUsynlig(scalar) {
      let found = Self.tegn(for: scalar)
      if found == .mellomrom {
        inWord = false
      } else if !inWord {
        inWord = true
        word += 1
      }
      tegn.append(found)
      ord.append(max(word, 1))
      hex.append(scalar.isASCII && scalar.properties.isASCIIHexDigit)
    }
    skjulUUIDer(hex: hex)
    skjulHasher(hex: hex)
  }

  /// The shortest hash of a program has 128 bits.
  private static let kortesteHash = 32

  /// Hexadecimal digits in a long row are a hash; its digits are made letters.
  private mutating func skjulHasher(hex: [Bool]) {
    var start = 0
    for end in 0...tegn.count where end == tegn.count || !hex[end] {
      if end - start >= Self.kortesteHash {
        for index in start..<end { tegn[index] = .bokstav }
      }
      start = end + 1
    }
  }

  private static func erUsynlig(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return false }
    switch scalar.properties.generalCategory {
    case .format, .enclosingMark, .nonspacingMark: return true
    default: return scalar.properties.isVariationSelector
    }
  }

  private static func tegn(for scalar: Unicode.Scalar) -> Tegn {
    switch scalar {
    case "0"..."9": return .siffer(UInt8(truncatingIfNeeded: scalar.value - 0x30))
    case "a"..."z", "A"..."Z": return .bokstav
    case "@", "＠", "﹫": return .krøllalfa
    case "+", "＋": return .pluss
    case ".", "·", "．", "‧", "•", "∙": return .punktum
    case "/", "\\", "⁄", "∕", "／": return .skråstrek
    case ",", "٫", "٬", "，": return .komma
    case ":", "：": return .kolon
    case "_", "＿": return .understrek
    case "−": return .strek
    default: return tegn(for: scalar.properties)
    }
  }

  private static func tegn(for properties: Unicode.Scalar.Properties) -> Tegn {
    switch properties.numericType {
    case .decimal, .digit:
      if let value = properties.numericValue, (0...9).contains(value) { return .siffer(UInt8(value)) }
      return .annet
    default: break
    }
    if properties.isWhitespace { return .mellomrom }
    if properties.generalCategory == .dashPunctuation { return .strek }
    return properties.isAlphabetic ? .bokstav : .annet
  }

  /// A UUID is 8-4-4-4-12 hexadecimal digits standing alone; its digits are made letters.
  private mutating func skjulUUIDer(hex: [Bool]) {
    let groups = [8, 4, 4, 4, 12]
    var start = 0
    while start + 36 <= tegn.count {
      if erUUID(ved: start, hex: hex, groups: groups) {
        for index in start..<start + 36 where tegn[index].erSiffer { tegn[index] = .bokstav }
        start += 36
      } else {
        start += 1
      }
    }
  }

  private func erUUID(ved start: Int, hex: [Bool], groups: [Int]) -> Bool {
    func hindrer(_ index: Int) -> Bool {
      guard tegn.indices.contains(index) else { return false }
      return tegn[index] == .bokstav || tegn[index].erSiffer
    }
    var at = start
    for (number, length) in groups.enumerated() {
      if number > 0 {
        guard tegn[at] == .strek else { return false }
        at += 1
      }
      guard hex[at..<at + length].allSatisfy({ $0 }) else { return false }
      at += length
    }
    return !hindrer(start - 1) && !hindrer(start + 36)
  }
}

/// A run of digits, and how it hangs together with what stands beside it.
struct Siffergruppe {
  /// Position in the row of characters.
  var fra: Int
  var til: Int
  /// A letter stands right before or after: not a whole token.
  var limtFør = false
  var limtEtter = false
  /// Tied to a digit or letter before or after by a mark without space: part of a longer token.
  var bundetFør = false
  var bundetEtter = false
  /// What joins it to the group before; nil when nothing does.
  var skille: Tegnrekke.Tegn?

  var lengde: Int { til - fra }
}

extension Tegnrekke {
  /// All runs of digits, in order.
  var siffergrupper: [Siffergruppe] {
    var found: [Siffergruppe] = []
    var at = 0
    while at < tegn.count {
      guard tegn[at].erSiffer else {
        at += 1
        continue
      }
      var end = at
      while end < tegn.count, tegn[end].erSiffer { end += 1 }
      var group = Siffergruppe(fra: at, til: end)
      group.limtFør = at > 0 && tegn[at - 1] == .bokstav
      group.limtEtter = end < tegn.count && tegn[end] == .bokstav
      group.bundetFør = at > 1 && binder(tegn[at - 1], mot: tegn[at - 2])
      group.bundetEtter = end + 1 < tegn.count && binder(tegn[end], mot: tegn[end + 1])
      if let last = found.last { group.skille = skille(fra: last.til, til: at) }
      found.append(group)
      at = end
    }
    return found
  }

  private func binder(_ mark: Tegn, mot neighbour: Tegn) -> Bool {
    if neighbour.erSiffer { return mark.binderTett }
    return neighbour == .bokstav && (mark == .strek || mark == .understrek)
  }

  /// One to three characters, all spaces but at most one: « », «-», « – ». Letters and underscores without a space
  /// may be as many as they like.
  private func skille(fra: Int, til: Int) -> Tegn? {
    let between = tegn[fra..<til]
    if between.allSatisfy({ $0 == .bokstav || $0 == .understrek }) {
      return between.contains(.bokstav) ? .bokstav : .understrek
    }
    guard til - fra <= 3 else { return nil }
    var kind = Tegn.mellomrom
    var marks = 0
    for mark in tegn[fra..<til] {
      guard mark.kanStåINummer else { return nil }
      if mark != .mellomrom {
        kind = mark
        marks += 1
      }
    }
    return marks <= 1 ? kind : nil
  }

  /// The digits of consecutive groups.
  func siffer(i groups: ArraySlice<Siffergruppe>) -> [UInt8] {
    groups.flatMap { group in
      tegn[group.fra..<group.til].compactMap { if case .siffer(let value) = $0 { value } else { nil } }
    }
  }
}
