import Foundation
import JSONText

/// A reason to stop.
struct Failure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// What a piece of work gives, and how much processor time it took: as the peers do, so that a busy neighbour
/// counts for nothing.
func time<Result>(_ body: () throws -> Result) rethrows -> (seconds: Double, result: Result) {
  let start = clock()
  let result = try body()
  return (Double(clock() - start) / Double(CLOCKS_PER_SEC), result)
}

/// The most memory this process has held, in KiB.
func peakMemory() -> Int {
  var usage = rusage()
  #if os(Linux)
    getrusage(RUSAGE_SELF.rawValue, &usage)
    return usage.ru_maxrss
  #else
    getrusage(RUSAGE_SELF, &usage)
    return usage.ru_maxrss / 1024
  #endif
}

/// Prints a result as a line of JSON.
func report(_ members: [(String, JSONValue)]) {
  print(JSONValue.object(members.map { JSONValue.Member($0.0, $0.1) }).compactText)
}

extension JSONValue {
  static func count(_ number: Int) -> JSONValue { .integer(Int64(number)) }
}

/// A file written through a buffer.
final class OutputFile {
  private let handle: UnsafeMutablePointer<FILE>
  private let path: String

  init(_ path: String) throws {
    guard let handle = fopen(path, "wb") else { throw Failure("cannot write \(path)") }
    self.handle = handle
    self.path = path
  }

  func write(_ text: String) throws { try write(bytes: Array(text.utf8)) }

  func write(bytes: [UInt8]) throws {
    guard fwrite(bytes, 1, bytes.count, handle) == bytes.count else { throw Failure("cannot write \(path)") }
  }

  func close() throws {
    guard fclose(handle) == 0 else { throw Failure("cannot write \(path)") }
  }
}
