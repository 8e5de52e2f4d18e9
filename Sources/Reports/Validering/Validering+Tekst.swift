import Checklists
public import JSONText

extension Validering {
  /// The answer for a person at a terminal, line by line.
  public var tekst: String {
    var lines = feil.map(\.tekst)
    if let first = feil.first { lines.append("What a code means: internkontroll explain \(first.kode)") }
    if svar == .nothing { lines.append(Validering.ingenting) }
    return (lines + [sammendrag]).map { $0 + "\n" }.joined()
  }

  /// The answer as one JSON object, `internkontroll/validate/1`.
  public var json: JSONValue {
    .object([
      "schema": .string("internkontroll/validate/1"), "result": .string(svar.rawValue),
      "files": .integer(Int64(filer.count)), "checklists": .integer(Int64(sjekklister.count)),
      "points": .integer(Int64(antallPunkter)), "examples": .integer(Int64(eksempler.count)),
      "agreeing": .integer(Int64(antallEnige)), "errors": .integer(Int64(antallFeil)),
      "warnings": .integer(Int64(antallAdvarsler)), "faults": .array(feil.map(\.json)),
      "mutation": .array(mutasjon.map(tall)),
    ])
  }
}

/// How many changes of the rules of a checklist were made, and what came of them.
private func tall(_ list: String, _ result: Mutasjonsresultat) -> JSONValue {
  .object([
    "checklist": .string(list), "changes": .integer(Int64(result.antall)),
    "noticed": .integer(Int64(result.drept)),
    "equivalent": .array(
      result.likeverdige.map {
        .object(["where": .string($0.hvor), "from": .string($0.før), "to": .string($0.etter)])
      }),
    "surviving": .integer(Int64(result.overlevende.count)),
  ])
}

extension Definisjonsfeil {
  fileprivate var json: JSONValue {
    .object([
      "code": .string(kode), "severity": .string(alvor.rawValue), "file": .string(fil),
      "line": .integer(Int64(linje)), "column": .integer(Int64(kolonne)), "message": .string(melding),
      "suggestion": .optional(forslag), "hint": .optional(hint),
    ])
  }

  /// The message with what was meant and how to mend it, a line each.
  var råd: String {
    ([melding] + (forslag.map { ["Did you mean «\($0)»?"] } ?? []) + (hint.map { [$0] } ?? []))
      .joined(separator: "\n")
  }
}

extension String {
  /// A path without a leading `./`, which nobody can match with the files of a change.
  var ryddetSti: String { hasPrefix("./") ? String(dropFirst(2)) : self }
}
