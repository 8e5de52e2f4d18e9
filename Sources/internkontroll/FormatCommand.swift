import ArgumentParser
import Checklists
import Foundation

/// Writes the rules of checklists in one canonical form.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format", abstract: "Write the rules of checklists in canonical form.",
    discussion: """
      Example: internkontroll format --check

      Only the rules change («gjelder når», «krav», «norm» and definitions): words for symbols, one space, and
      the parentheses that are needed. A rule in canonical form keeps its line breaks. The meaning never
      changes, but a published version is frozen: its content hash changes with every byte.
      Exit code: 1 when --check finds a rule that is not canonical, 2 when a file cannot be read or has faults
      (it is left alone), 4 when there is no checklist, 0 otherwise.
      """)

  @Argument(help: "Checklist files, or folders with checklists, in place of --checklists.")
  var paths: [String] = []
  @Flag(help: "Change nothing; name each rule that is not in canonical form.")
  var check = false
  @OptionGroup var definisjoner: Definisjonsvalg

  func run() throws {
    var outcome = Avslutning.nothing
    for file in try filer() {
      outcome = verst(outcome, try format(file))
    }
    if outcome == .nothing { throw Kommandofeil(.nothing, "there is no checklist to format") }
    try avslutt(outcome)
  }

  /// The files to look at: those that are named, and the YAML files under the folders.
  private func filer() throws -> [String] {
    try (paths.isEmpty ? [definisjoner.mappe] : paths).flatMap { path in
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw Kommandofeil(.failed, "there is no file or folder \(path)")
      }
      if !isFolder.boolValue { return [path] }
      return try Filer.under(path).filter { $0.hasSuffix(".yaml") }.map { "\(path)/\($0)" }
    }
  }

  private func format(_ file: String) throws -> Avslutning {
    do {
      let bytes = try Filer.les(file)
      let result = try Regelformatering(fil: file, bytes: bytes)
      guard result.erSjekkliste else { return .nothing }
      if result.avvik.isEmpty { return .ok }
      if check {
        for rule in result.avvik {
          try Utskrift.linje(
            "\(file):\(rule.linje):\(rule.kolonne): «\(rule.navn)» should be: \(rule.kanonisk)")
        }
        return .findings
      }
      try Filer.erstatt(result.bytes, i: file)
      let count = result.avvik.count
      try Utskrift.linje("\(file): \(count) \(count == 1 ? "rule" : "rules") written in canonical form")
      return .ok
    } catch let faults as Definisjonsfeilene {
      for fault in faults.feil { Utskrift.feil(fault.tekst) }
      return .failed
    }
  }

  /// The exit code that takes precedence: a file with faults before a rule to format, and that before success.
  private func verst(_ a: Avslutning, _ b: Avslutning) -> Avslutning {
    [.failed, .findings, .ok].first { $0 == a || $0 == b } ?? .nothing
  }
}
