import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a run of the program left behind.
struct Kjøring {
  /// The exit code; 128 + the signal when a signal ended it, as a shell counts.
  var kode: Int32
  var utBytes: Data
  var feilBytes: Data

  var ut: String { String(decoding: utBytes, as: UTF8.self) }
  var feil: String { String(decoding: feilBytes, as: UTF8.self) }
  var alt: String { ut + feil }
  var linjer: [String] { ut.split(separator: "\n").map(String.init) }
}

/// The program as it was built beside the tests, and other programs, run as processes.
enum Program {
  /// The top folder of the package.
  static let rot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let sjekklister = rot.appending(path: "Checklists").path
  static let eksempelsaker = rot.appending(path: "SampleCases/fosterhjem-1").path

  /// Where the built program is: beside the running test bundle, else where a build puts it.
  static let sti: String = {
    let own =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
    let beside = URL(filePath: own).deletingLastPathComponent().appending(path: "internkontroll").path
    let built = rot.appending(path: ".build/debug/internkontroll").path
    return FileManager.default.isExecutableFile(atPath: beside) ? beside : built
  }()

  /// A process that has been started, with its output going to files.
  struct Startet {
    let prosess: Process
    let mappe: URL

    /// Waits for the end; what hangs is killed after a minute, and the test then fails on the code.
    func ventet() throws -> Kjøring {
      let pid = prosess.processIdentifier
      let limit = DispatchWorkItem { kill(pid, SIGKILL) }
      DispatchQueue.global().asyncAfter(deadline: .now() + 60, execute: limit)
      prosess.waitUntilExit()
      limit.cancel()
      defer { try? FileManager.default.removeItem(at: mappe) }
      let signalled = prosess.terminationReason == .uncaughtSignal
      return Kjøring(
        kode: prosess.terminationStatus + (signalled ? 128 : 0),
        utBytes: try Data(contentsOf: mappe.appending(path: "ut")),
        feilBytes: try Data(contentsOf: mappe.appending(path: "feil")))
    }

    func signal(_ number: Int32) { kill(prosess.processIdentifier, number) }
  }

  /// Starts a program; output goes to files, so that no pipe can fill up and none is shared between processes.
  static func start(
    _ program: String, _ args: [String], miljø: [String: String] = [:], inn: Data = Data(), i mappe: String
  ) throws -> Startet {
    let files = FileManager.default.temporaryDirectory.appending(path: "kjøring-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
    for name in ["ut", "feil"] { try Data().write(to: files.appending(path: name)) }
    try inn.write(to: files.appending(path: "inn"))
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = args
    process.currentDirectoryURL = URL(filePath: mappe)
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": mappe].merging(miljø) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: files.appending(path: "inn"))
    process.standardOutput = try FileHandle(forWritingTo: files.appending(path: "ut"))
    process.standardError = try FileHandle(forWritingTo: files.appending(path: "feil"))
    try utenSperredeSignaler { try process.run() }
    return Startet(prosess: process, mappe: files)
  }

  /// A child inherits which signals are blocked, and the threads that tests run on block nearly all.
  private static func utenSperredeSignaler(_ body: () throws -> Void) rethrows {
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
  }
}

/// A folder of its own for one test, with the program run in it; removed when the test is over.
final class Prøvemappe: Sendable {
  let sti: String

  init() throws {
    sti = FileManager.default.temporaryDirectory.appending(path: "internkontroll-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: sti, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: sti) }

  func sti(_ name: String) -> String { "\(sti)/\(name)" }

  @discardableResult func skriv(_ name: String, _ text: String) throws -> String {
    try skriv(name, Data(text.utf8))
  }

  @discardableResult func skriv(_ name: String, _ data: Data) throws -> String {
    let url = URL(filePath: sti(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
    return sti(name)
  }

  func les(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: sti(name))) }
  func tekst(_ name: String) throws -> String { String(decoding: try les(name), as: UTF8.self) }
  func finnes(_ name: String) -> Bool { FileManager.default.fileExists(atPath: sti(name)) }
  func filer(_ name: String = ".") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: sti(name)).sorted()
  }

  /// Runs the program. `--checklists` is added for the commands that read definitions, unless it is there.
  func kjør(_ args: [String], miljø: [String: String] = [:], inn: String = "") throws -> Kjøring {
    try start(args, miljø: miljø, inn: inn).ventet()
  }

  func kjør(_ args: String...) throws -> Kjøring { try kjør(args) }

  func start(_ args: [String], miljø: [String: String] = [:], inn: String = "") throws -> Program.Startet {
    try Program.start(Program.sti, utfylt(args), miljø: miljø, inn: Data(inn.utf8), i: sti)
  }

  private func utfylt(_ args: [String]) -> [String] {
    let first = args.first ?? ""
    let reads =
      [
        "control", "answer", "check", "due", "diff", "validate", "schema", "wheel", "house", "in-force",
        "summary", "sign", "simulate", "review", "experience", "follow-up",
      ].contains(first) || args.starts(with: ["avvik", "report"])
      || args.starts(with: ["avvik", "assess"]) || args.starts(with: ["measure", "add"])
      || args.starts(with: ["meeting", "decide"]) || args.starts(with: ["draw", "commit"])
      || args.starts(with: ["plan", "status"])
    if args.contains("--help") || args.contains("--tull") { return args }
    var args = args
    if reads, !args.contains("--checklists") { args += ["--checklists", Program.sjekklister] }
    // What is overdue must not depend on the day the tests are run.
    if first == "validate", !args.contains("--on") { args += ["--on", "2026-11-22"] }
    return args
  }

  /// Runs a line in a shell; `$ik` is the program and `$sjekklister` the shipped checklists.
  func skall(_ line: String, miljø: [String: String] = [:]) throws -> Kjøring {
    let names = ["ik": Program.sti, "sjekklister": Program.sjekklister]
    return try Program.start("/bin/bash", ["-c", line], miljø: names.merging(miljø) { $1 }, i: sti).ventet()
  }
}

/// Whether this process may do what only the superuser may.
let erSuperbruker = geteuid() == 0
