import Foundation
import Sampling
import Testing

/// A vector file next to the tests.
func vector<T: Decodable>(_ name: String, as type: T.Type, from file: String = #filePath) throws -> T {
  let folder = URL(filePath: file).deletingLastPathComponent()
  return try JSONDecoder().decode(
    type, from: Data(contentsOf: folder.appending(path: "Vectors/\(name).json")))
}

/// The leaf hash of a small number, for trees whose leaves do not matter.
func sjekksum(_ number: Int) -> Sjekksum { Sjekksum(avTekst: "blad \(number)") }
