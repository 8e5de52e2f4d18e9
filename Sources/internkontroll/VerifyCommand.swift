import ArgumentParser
import AuditStore
import Foundation
import JSONText
import Quality
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
    let proofFault = try proof.flatMap { try fault(ofProof: $0) }
    var result: Verifikasjon?
    if proof == nil || store != nil || code != nil { result = try verified(path) }
    let strays = try result?.holder == true ? strays(path) : []
    if json {
      try Utskrift.linje(answer(result, proofFault, strays).compactText)
    } else {
      if let proof, proofFault == nil {
        try Utskrift.linje("\(proof): the draw can be redone from the proof and gives the same cases")
      }
      if let result, result.holder, strays.isEmpty {
        try Utskrift.linje("\(path): whole; \(result.antall) entries, journal code \(kode(result) ?? "none")")
      }
    }
    var broken: [String] = []
    if let proof, let proofFault { broken.append("\(proof): \(proofFault)") }
    if let result, !result.holder { broken.append(faults(result).joined(separator: "\n  ")) }
    if !strays.isEmpty { broken.append((["\(path): INTEGRITY BROKEN"] + strays).joined(separator: "\n  ")) }
    guard broken.isEmpty else { throw Kommandofeil(.broken, broken.joined(separator: "\n")) }
  }

  private var path: String { store ?? "./internkontroll.sqlite" }

  private func verified(_ path: String) throws -> Verifikasjon {
    try medLager { try Revisjonslager.verifiser(sti: path, kode: code.flatMap { Journalkode($0) }) }
  }

  /// What does not follow from the controls in a store that is whole.
  private func strays(_ path: String) throws -> [String] {
    try medLager {
      try Registerkontroll(Revisjonslager.open(sti: path, modus: .lesBare)).brudd.map { "\($0)" }
    }
  }

  private func kode(_ result: Verifikasjon) -> String? { result.journalkode.map { "\($0)" } }

  private func faults(_ result: Verifikasjon) -> [String] {
    ["\(path): INTEGRITY BROKEN"] + result.brudd.map { "\($0)" }
  }

  /// What is wrong with a proof, or nil.
  private func fault(ofProof path: String) throws -> String? {
    do {
      try Trekningsbevis(json: try JSONValue(parsing: try Filer.les(path))).kontroller()
      return nil
    } catch let error as Bevisfeil {
      return "\(error)"
    } catch let error as JSONError {
      throw Kommandofeil(.failed, "\(path):\(error.line):\(error.column): \(error.message)")
    }
  }

  private func answer(_ result: Verifikasjon?, _ proofFault: String?, _ strays: [String]) -> JSONValue {
    let proofAnswer = proof.map { file in
      JSONValue.object([
        "file": .string(file), "ok": .bool(proofFault == nil), "fault": .optional(proofFault),
      ])
    }
    return .object([
      "schema": .string("internkontroll/verify/1"),
      "ok": .bool(proofFault == nil && strays.isEmpty && result?.holder ?? true),
      "entries": .optional(result?.antall), "deleted": .optional(result?.slettede),
      "code": .optional(result.flatMap(kode)), "first_bad": .optional(result?.førsteDårlige),
      "faults": .array(((result?.brudd ?? []).map { "\($0)" } + strays).map(JSONValue.string)),
      "proof": proofAnswer ?? .null,
    ])
  }
}

extension JSONValue {
  /// A whole number, or null.
  static func optional(_ number: Int?) -> JSONValue { number.map { .integer(Int64($0)) } ?? .null }
}
