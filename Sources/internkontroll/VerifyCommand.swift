import ArgumentParser
import AuditStore
import Foundation
import JSONText
import Sampling

/// Checks a store, a printed journal code, or the proof of a draw.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check that a store, a printed journal code or a proof is whole.",
    discussion: """
      Example: internkontroll verify --code 7-ab12-…

      Exit code 3 when anything has been changed.
      """)

  @Option(help: ArgumentHelp("The store.", valueName: "file"))
  var store: String?
  @Option(help: "A journal code from a signed protocol.")
  var code: String?
  @Option(help: ArgumentHelp("The proof of a draw.", valueName: "file"))
  var proof: String?
  @Flag(help: "One JSON object.")
  var json = false

  func validate() throws {
    if let code, Journalkode(code) == nil { throw ValidationError("--code is not a journal code.") }
  }

  func run() throws {
    if let proof { try verify(proof: proof) }
    if proof == nil || store != nil || code != nil { try verifyStore(store ?? "./internkontroll.sqlite") }
  }

  private func verifyStore(_ path: String) throws {
    let result = try medLager { try Revisjonslager.verifiser(sti: path, kode: code.flatMap { Journalkode($0) }) }
    let faults = result.brudd.map { "\($0)" }
    if json {
      let answer = JSONValue.object([
        "schema": .string("internkontroll/verify/1"), "ok": .bool(result.holder),
        "entries": .integer(Int64(result.antall)), "deleted": .integer(Int64(result.slettede)),
        "code": .optional(result.journalkode.map { "\($0)" }), "first_bad": result.førsteDårlige.map { .integer(Int64($0)) } ?? .null,
        "faults": .array(faults.map(JSONValue.string)),
      ])
      try Utskrift.linje(answer.compactText)
    } else if result.holder {
      try Utskrift.linje("\(path): whole; \(result.antall) entries, journal code \(result.journalkode.map { "\($0)" } ?? "none")")
    }
    guard result.holder else {
      throw Kommandofeil(.broken, "\(path): INTEGRITY BROKEN\n  " + faults.joined(separator: "\n  "))
    }
  }

  private func verify(proof path: String) throws {
    do {
      let proof = try Trekningsbevis(json: try JSONValue(parsing: try Filer.les(path)))
      try proof.kontroller()
      if !json { try Utskrift.linje("\(path): the draw can be redone from the proof and gives the same cases") }
    } catch let error as Bevisfeil {
      throw Kommandofeil(.broken, "\(path): \(error)")
    } catch let error as JSONError {
      throw Kommandofeil(.failed, "\(path):\(error.line):\(error.column): \(error.message)")
    }
  }
}
