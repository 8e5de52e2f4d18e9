import ArgumentParser
import CaseRecords
import JSONText
import Values

/// Measures the engine and its limits. `.ci/benchmark` runs it beside the peers and makes the table.
@main struct Benchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark", abstract: "Measure the engine on generated cases.",
    discussion: "Run .ci/benchmark instead: it installs the peers, runs everything and prints the table.",
    subcommands: [GenerateCommand.self, MeasureCommand.self, ScaleCommand.self])
}

/// What is measured: which cases, and which checklist on which day.
enum Job: String, ExpressibleByArgument, CaseIterable {
  /// Three points that every contestant can express, on cases of twenty dated events.
  case simple
  /// The shipped checklist of 2014 on the cases that `internkontroll generate` makes.
  case full

  var definitions: String { self == .simple ? "Sources/Benchmark/Definitions" : "Checklists" }
  var checklist: String { self == .simple ? "enkel" : "fosterhjem" }
  /// 30 September 2014. There are events after it, which a rule must leave out.
  var controlDate: Dato { Dato.nyttår(2014).adding(dager: 272) }
  /// The points that the SQL peer answers, which are timed by themselves too.
  var pointsInSQL: [String] {
    guard self == .full else { return [] }
    return [
      "OB-BEHOV", "TI-RAPPORT", "OP-FORELOPIG", "OP-ENDELIG", "VD-BESOK", "VD-DROFTING", "FA-KONKLUSJON",
      "TP-FINNES", "TP-MAL", "MV-DOKUMENTERT", "MV-VEDTAK", "SA-TILRETTELAGT", "SA-AAR", "SA-VURDERING",
    ]
  }
}

/// Writes the cases of a job as JSON Lines.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Write cases as JSON Lines.")

  @Argument var job: Job
  @Option var cases: Int
  @Option var seed: UInt64 = 2014
  @Option var out: String

  func run() throws {
    let file = try OutputFile(out)
    switch job {
    case .simple:
      var cases = SimpleCases(seed: seed)
      for number in 0..<self.cases { try file.write(cases.line(number)) }
    case .full: try completeCases(cases, seed: seed) { try file.write($0) }
    }
    try file.close()
  }
}

/// Reads a file of cases from the first byte to the last verdict in constant memory.
struct ScaleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scale", abstract: "Time one run from a file, and its peak memory.")

  @Argument var job: Job
  @Argument var file: String

  func run() throws {
    let engine = try Engine(job)
    var (seconds, result) = time { engine.endToEnd(file, evidence: true) }
    // A small file is over before the machine has settled.
    for _ in 0..<max(2, 200_000 / max(1, result.cases)) {
      seconds = min(seconds, time { engine.endToEnd(file, evidence: true) }.seconds)
    }
    report(
      [
        ("contestant", .string("scale")), ("job", .string(job.rawValue)), ("cases", .count(result.cases)),
        ("ns", .number(seconds * 1e9 / Double(result.cases))), ("peak_kib", .count(peakMemory())),
      ])
  }
}
