import Foundation
import JSONText
import Sampling
import Testing

/// A vector file next to the tests.
func vector<T: Decodable>(_ name: String, as type: T.Type, from file: String = #filePath) throws -> T {
  let folder = URL(filePath: file).deletingLastPathComponent()
  return try JSONDecoder().decode(
    type, from: Data(contentsOf: folder.appending(path: "Vectors/\(name).json")))
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

let september = Måned("2014-09")

/// A frame of cases S-001, S-002 … of one team in September 2014.
func ramme(antall: Int, utelatte: [Ramme.Utelatt] = []) throws -> Ramme {
  let ids = (0..<antall).map { "S-\(String($0 + 1001).dropFirst())" }
  return try Ramme(måned: #require(september), team: "Solvik", ids: ids, utelatte: utelatte)
}

func trekning(antall: Int, n: Int = 2, frø: String = "3546311556112163624615351222") throws -> Trekning {
  let ramme = try ramme(antall: antall)
  let commit = try Forpliktelse(
    ramme: ramme, antallTrukne: n, sjekklister: ["fosterhjem@2014-05-31"])
  return try Trekning(
    ramme: ramme, forpliktelse: commit,
    frø: Frø(siffer: frø, kastetAv: ["teamleder", "verifikator"]))
}

extension JSONValue {
  /// The same value with one member replaced, or taken away when the new value is nil.
  func med(_ path: [String], _ value: JSONValue?) -> JSONValue {
    guard let name = path.first else { return value ?? .null }
    if let index = Int(name), case .array(var elements) = self {
      if path.count == 1, value == nil {
        elements.remove(at: index)
      } else {
        elements[index] = elements[index].med(Array(path.dropFirst()), value)
      }
      return .array(elements)
    }
    guard case .object(var members) = self else { return self }
    guard let index = members.firstIndex(where: { $0.name == name }) else {
      return .object(members + [Member(name, value ?? .null)])
    }
    if path.count == 1, value == nil {
      members.remove(at: index)
    } else {
      members[index].value = members[index].value.med(Array(path.dropFirst()), value)
    }
    return .object(members)
  }
}
