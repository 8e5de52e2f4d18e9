import Foundation
import JSONText
import Testing

/// One control in a folder: the commands that go on with it, without repeating month, team and store.
struct Prøvekontroll {
  let mappe: Prøvemappe
  var måned = "2014-09"
  var lager = "k.sqlite"

  init(_ mappe: Prøvemappe, måned: String = "2014-09") {
    self.mappe = mappe
    self.måned = måned
  }

  private var nøkkel: [String] { ["--month", måned, "--team", "fosterhjem-1", "--store", lager] }

  func kjør(_ verb: String..., med args: [String]) throws -> Kjøring { try mappe.kjør(verb + nøkkel + args) }

  func control(_ args: String...) throws -> Kjøring {
    try kjør("control", med: ["--cases", "saker.jsonl"] + args)
  }

  func answer(_ sak: String, _ punkt: String, _ svar: String, _ args: String...) throws -> Kjøring {
    try kjør(
      "answer", med: ["--case", sak, "--point", punkt, "--answer", svar, "--role", "teamleder"] + args)
  }

  func fakta(_ sak: String, _ fact: String, _ args: String...) throws -> Kjøring {
    let reason = args.contains("--reason") ? [] : ["--reason", "Slått opp i saksmappa."]
    return try kjør("answer", med: ["--case", sak, "--fact", fact, "--role", "teamleder"] + reason + args)
  }

  func lock(_ args: String...) throws -> Kjøring {
    try kjør("lock", med: ["--role", "teamleder", "--date", "2014-10-03"] + args)
  }

  func draw(_ verb: String, _ args: String...) throws -> Kjøring { try kjør("draw", verb, med: args) }

  func protokoll() throws -> Kjøring { try kjør("protocol", med: ["--out", "-"]) }

  func verify(_ args: String...) throws -> Kjøring { try mappe.kjør(["verify", "--store", lager] + args) }

  /// Answers everything that is open about these cases when the rules have settled all they can.
  func svarAlt(_ saker: [String]) throws {
    for sak in saker {
      try answer(sak, "VD-KVALITET", "oppfylt", "--reason", "Lest.").endte(0)
      try answer(sak, "BEKYMRING", "nei", "--reason", "Lest.").endte(0)
    }
  }

  /// The cases that a proof says were drawn.
  func trukne() throws -> [String] {
    let run = try draw("proof")
    run.endte(0)
    return try #require(try run.json()["drawn"]?.array).compactMap(\.string)
  }
}

extension Kjøring {
  /// The cases named under «Trukket blant …» in a summary.
  var trukne: [String] {
    let lines = ut.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.hasPrefix("Trukket blant") }) else { return [] }
    return lines[(start + 1)...].prefix { $0.hasPrefix("  ") }.filter { !$0.contains(" er byttet med ") }
      .compactMap {
        $0.split(separator: " ").first.map(String.init)
      }
  }

  /// The journal code that ends the output.
  var journalkode: String? { linjer.last?.split(separator: " ").last.map(String.init) }
}
