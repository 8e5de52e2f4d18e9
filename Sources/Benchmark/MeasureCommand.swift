import ArgumentParser
import CaseRecords
import JSONText
import RuleEngine

/// Times the engine and its limits on the cases of a file, and writes what the peers need.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Time the engine; export columns and verdicts for the peers.")

  @Argument var job: Job
  @Argument var file: String
  @Option(help: "A folder for the columns and the verdicts.") var export: String
  @Option(help: "How often each thing is done; the quickest counts.") var repetitions = 5

  func run() throws {
    let engine = try Engine(job)
    let bunke = try engine.load(file)
    let verdicts = engine.verdicts(bunke)
    try ColumnExport(bunke: bunke, folder: export)
      .write(job, engine, verdicts: verdicts)
    let avvik = verdicts.count { $0 == 1 }
    let outcomes = engine.outcomes(bunke)
    // The verdicts are compared when the clock has stopped, as those of the peers are.
    var latest: [Utfall] = []
    try measure("verdicts", bunke) {
      latest = engine.outcomes(bunke)
      return latest.count == outcomes.count
    }
    guard latest == outcomes else { throw Failure("verdicts: not the same verdicts") }
    try measure("verdicts and evidence", bunke, avvik: avvik) { engine.verdictsWithEvidence(bunke) == avvik }
    try measure("verdicts and sentences", bunke, avvik: avvik) {
      engine.verdictsWithSentences(bunke) == avvik
    }
    try measure("end to end, verdicts", bunke) { engine.endToEnd(file, evidence: false).avvik == avvik }
    try measure("end to end, evidence", bunke) { engine.endToEnd(file, evidence: true).avvik == avvik }
    let subset = engine.points.indices.filter { job.pointsInSQL.contains(engine.points[$0]) }
    if !subset.isEmpty {
      let expected = engine.verdicts(bunke, points: subset)
      try measure("verdicts of \(subset.count) points", bunke) {
        engine.verdicts(bunke, points: subset) == expected
      }
    }
    guard job == .simple else { return }
    try measure("hand-written loop", bunke) { Limits.byHand(bunke, on: engine.date) == verdicts }
    let sum = Limits.memoryRead(bunke)
    try measure("memory read", bunke) { Limits.memoryRead(bunke) == sum }
  }

  /// Reports the quickest of the repetitions; `body` says whether it gave what it must.
  private func measure(_ what: String, _ bunke: Saksbunke, avvik: Int? = nil, _ body: () -> Bool) throws {
    var best = Double.infinity
    for _ in 0..<repetitions {
      let (seconds, isRight) = time(body)
      guard isRight else { throw Failure("\(what): not the same verdicts") }
      best = min(best, seconds)
    }
    let cases = bunke.saker.count
    var members: [(String, JSONValue)] = [
      ("contestant", .string(what)), ("job", .string(job.rawValue)), ("cases", .count(cases)),
      ("ns", .number(best * 1e9 / Double(cases))),
    ]
    if let avvik { members.append(("avvik", .count(avvik))) }
    report(members)
  }
}
