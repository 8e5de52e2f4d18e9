import Foundation
import JSONText
import Testing

/// A tree that JSONDecoder can make, to compare with.
private enum Oracle: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([Oracle])
  case object([String: Oracle])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([Oracle].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: Oracle].self))
    }
  }

  init(_ value: JSONValue) {
    switch value {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .integer(let value): self = .number(Double(value))
    case .number(let value): self = .number(value)
    case .string(let value): self = .string(value)
    case .array(let elements): self = .array(elements.map(Oracle.init))
    case .object(let members):
      self = .object(Dictionary(members.map { ($0.name, Oracle($0.value)) }) { first, _ in first })
    }
  }
}

/// A small deterministic generator (SplitMix64), so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

private let pieces = [
  "a", "Z", "0", "æ", "å", "é", "\u{301}", "\u{0}", "\n", "\"", "\\", "/", "😀", "\u{FFFF}", "\u{7F}", "€",
  " ",
]

private func randomText(_ generator: inout SplitMix) -> String {
  (0..<Int.random(in: 0...6, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
    .joined()
}

private func randomValue(_ depth: Int, _ generator: inout SplitMix) -> JSONValue {
  switch Int.random(in: 0...(depth > 3 ? 5 : 7), using: &generator) {
  case 0: return .null
  case 1: return .bool(Bool.random(using: &generator))
  case 2: return .integer(Int64.random(in: -9_007_199_254_740_991...9_007_199_254_740_991, using: &generator))
  case 3: return .integer(Int64.random(in: -20...20, using: &generator))
  case 4:
    let value = Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &generator))
    guard value.isFinite, value.magnitude > 9_007_199_254_740_991 || value != value.rounded() else {
      return .null
    }
    return .number(value)
  case 5: return .string(randomText(&generator))
  case 6:
    return .array(
      (0..<Int.random(in: 0...4, using: &generator)).map { _ in randomValue(depth + 1, &generator) })
  default:
    let names = (0..<Int.random(in: 0...4, using: &generator)).map { "\($0)" + randomText(&generator) }
    return .object(names.map { JSONValue.Member($0, randomValue(depth + 1, &generator)) })
  }
}

@Suite struct `Another reader agrees` {
  @Test func `JSONDecoder reads what we write, and we read it back`() throws {
    var generator = SplitMix(state: 20_140_930)
    for _ in 0..<2_000 {
      let value = randomValue(0, &generator)
      for text in [
        value.compactText, value.prettyText, String(decoding: value.canonicalBytes, as: UTF8.self),
      ] {
        let read = try JSONValue(parsing: text)
        #expect(read.canonicalBytes == value.canonicalBytes)
        let other = try JSONDecoder().decode(Oracle.self, from: Data(text.utf8))
        #expect(Oracle(read) == other)
      }
      #expect(try JSONValue(parsing: value.compactText) == value)
    }
  }

  @Test func `whatever we accept of broken texts, JSONDecoder accepts too`() {
    var generator = SplitMix(state: 7)
    var accepted = 0
    for _ in 0..<20_000 {
      var bytes = Array(randomValue(1, &generator).compactText.utf8)
      for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0...2, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        default: bytes.insert("{}[],:\"\\0e-.tn ".utf8.randomElement(using: &generator) ?? 0, at: place)
        }
      }
      guard let value = try? JSONValue(parsing: bytes) else { continue }
      accepted += 1
      let other = try? JSONDecoder().decode(Oracle.self, from: Data(bytes))
      #expect(other == Oracle(value), "\(String(decoding: bytes, as: UTF8.self))")
    }
    #expect(accepted > 1_000)
  }
}
