public import JSONText
public import Quality
public import Values

/// The meetings of a unit and their decisions, in bokmål or as JSON.
public struct Møteliste: Sendable {
  private let møter: [Møte]
  private let dag: Dato

  /// Meetings, and their decisions as they stand on a day.
  public init(_ møter: [Møte], på dag: Dato) {
    self.møter = møter
    self.dag = dag
  }

  /// Every meeting with its decisions.
  public var tekst: String {
    møter.map { meeting in
      let approved =
        meeting.godkjent.map { "godkjent \($0.dato.bokmål), journalkode \($0.journalkode ?? "–")" }
        ?? "referatet er ikke godkjent"
      let head = "\(meeting.nummer)  \(meeting.slag.visning) \(meeting.dato.bokmål) (\(approved))\n"
      return head + meeting.vedtak.map { "  \($0.nummer)  \(status($0).padding(30))  \($0.tekst)\n" }.joined()
    }.joined()
  }

  private func status(_ decision: Vedtak) -> String {
    if let done = decision.utført { return "utført \(done.bokmål)" }
    return "frist \(decision.frist.bokmål)\(decision.erForfalt(dag) ? " (forfalt)" : "")"
  }

  /// One object with every meeting.
  public var json: JSONValue {
    .object([
      "schema": .string("internkontroll/moter/1"), "on": .string(dag.description),
      "moter": .array(møter.map(json)),
    ])
  }

  private func json(_ meeting: Møte) -> JSONValue {
    .object([
      "nummer": .string(meeting.nummer), "slag": .string(meeting.slag.rawValue),
      "dato": .string(meeting.dato.description), "fra": .string(meeting.periode.fra.description),
      "til": .string(meeting.periode.til.description),
      "deltakere": .array(meeting.deltakere.map(JSONValue.string)),
      "notater": .array(
        meeting.notater.map { .object(["sak": .integer(Int64($0.sak)), "tekst": .string($0.tekst)]) }),
      "sendt": .array(
        meeting.sendt.map {
          .object([
            "til": .string($0.til.rawValue), "gjelder": .optional($0.gjelder), "tekst": .string($0.tekst),
          ])
        }),
      "vedtak": .array(meeting.vedtak.map(json)),
      "godkjent": meeting.godkjent.map {
        .object([
          "dato": .string($0.dato.description), "rolle": .string($0.rolle),
          "journalkode": .optional($0.journalkode),
        ])
      } ?? .null,
    ])
  }

  private func json(_ decision: Vedtak) -> JSONValue {
    .object([
      "nummer": .string(decision.nummer), "slag": .string(decision.slag.rawValue),
      "tekst": .string(decision.tekst), "gjelder": .optional(decision.gjelder),
      "ansvarlig": .string(decision.ansvarlig), "frist": .string(decision.frist.description),
      "utfort": .optional(decision.utført?.description), "forfalt": .bool(decision.erForfalt(dag)),
    ])
  }
}
