// The entries of the fuzzers. `.ci/fuzz` links each under the name that libFuzzer calls.

/// Bytes as the text of a rule.
@_cdecl("fuzz_rules")
public func fuzzRules(_ data: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
  stop(Regelfuzz.brudd(Array(UnsafeBufferPointer(start: data, count: count))))
}

/// Bytes as a file of case records.
@_cdecl("fuzz_cases")
public func fuzzCases(_ data: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
  stop(Saksfuzz.brudd(Array(UnsafeBufferPointer(start: data, count: count))))
}

/// Crashes, which is how a fuzzer is told that a law is broken.
private func stop(_ brudd: String?) -> Int32 {
  if let brudd { fatalError(brudd) }
  return 0
}
