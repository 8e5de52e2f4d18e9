/// The first thing that is wrong with a proof of a draw. Cases are named by their place, never by id.
public enum Bevisfeil: Error, Hashable, Sendable {
  /// The file does not have the form of a proof; where, and what was expected.
  case form(sted: String, problem: String)
  /// The frame is not the one whose SHA-256 was committed to.
  case rammesjekksum
  /// The number of cases that was committed to is not the number in the frame.
  case antallSaker(oppgitt: Int, funnet: Int)
  /// The number of cases to draw is below 1.
  case antallTrukne(Int)
  /// The algorithm is not `utvalg/1`.
  case algoritme
  /// The seed is not of the form that its source gives.
  case frø(Trekningsfeil)
  /// The number of tickets is not the number of cases in the frame.
  case antallLodd(oppgitt: Int, funnet: Int)
  /// A ticket's case is not in the frame; the place of the ticket, from 1.
  case loddUtenSak(nummer: Int)
  /// A ticket is not what the seed gives its case; the place of the ticket, from 1.
  case galtLodd(nummer: Int)
  /// The tickets are not in ascending order; the first place that is wrong, from 1.
  case rekkefølge(nummer: Int)
  /// A swap is not allowed; its place from 1, and why.
  case bytte(nummer: Int, Trekningsfeil)
  /// A swap did not bring in the next case of the reserve list; its place from 1.
  case ikkeNesteReserve(nummer: Int)
  /// The drawn cases are not those that the tickets and the swaps give; the first place that is wrong.
  case trukket(nummer: Int)
}

extension Bevisfeil: CustomStringConvertible {
  /// One plain English sentence for the operator.
  public var description: String {
    switch self {
    case .form(let sted, let problem): "not a proof: \(sted.isEmpty ? "the file" : sted): \(problem)"
    case .rammesjekksum: "the frame is not the one committed to: its SHA-256 differs from frame_sha256"
    case .antallSaker(let oppgitt, let funnet):
      "the commit says N = \(oppgitt), but the frame has \(funnet) cases"
    case .antallTrukne(let antall): "the commit says n = \(antall); at least 1 must be drawn"
    case .algoritme: "the commit names another algorithm than \(Lodd.algoritme)"
    case .frø(let feil): "the seed is not valid: \(feil)"
    case .antallLodd(let oppgitt, let funnet):
      "there are \(oppgitt) tickets for the \(funnet) cases of the frame"
    case .loddUtenSak(let nummer): "ticket \(nummer) belongs to a case that is not in the frame"
    case .galtLodd(let nummer): "ticket \(nummer) is not what the seed gives its case"
    case .rekkefølge(let nummer): "ticket \(nummer) is out of order, or stands twice"
    case .bytte(let nummer, let feil): "swap \(nummer) is not allowed: \(feil)"
    case .ikkeNesteReserve(let nummer):
      "swap \(nummer) did not bring in the next case of the reserve list"
    case .trukket(let nummer):
      "drawn case \(nummer) is not the one that the tickets and the swaps give"
    }
  }
}
