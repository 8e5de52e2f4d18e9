import JSONText
import Values

/// The events of one case as they are translated, up to and including `uttrekk`.
struct Saksinnhold {
  let uttrekksdag: Dato
  private(set) var personalia: [(fra: Dato, født: Dato)] = []
  private(set) var planer: [Registerplan] = []
  private(set) var tiltak: [Registertiltak] = []
  private(set) var vedtak: [Registervedtak] = []
  private(set) var medvirkninger: [Registermedvirkning] = []
  private(set) var flyttinger: [Registerflytting] = []
  private(set) var begjæringer: [Dato] = []
  private let fødtPåSak: Dato?

  /// Filled by `oversettPlasseringer`.
  var plasseringer: [Plassering] = []
  var hendelser: [JSONValue.Member] = []
  var ufullstendig: Set<String> = []
  private(set) var bortfall: [Bortfallsgrunn: Int] = [:]
  /// Placements that the register lets lie over the next one.
  var overlapp = 0

  var uttrekk: Dato { uttrekksdag.adding(dager: -1) }

  /// Sorts the elements of a case by kind and date; leaves out and counts those that begin on the day of the
  /// extract, which is not complete.
  init(_ sak: Registersak, uttrekksdag: Dato) {
    self.uttrekksdag = uttrekksdag
    fødtPåSak = sak.født
    for element in sak.elementer {
      switch element.innhold {
      case .personalia(let fra, let født): personalia.append((fra, født))
      case .plan(let plan): if erMed(plan.fra) { planer.append(plan) }
      case .tiltak(let measure): if erMed(measure.fra) { tiltak.append(measure) }
      case .vedtak(let decision): if erMed(decision.dato) { vedtak.append(decision) }
      case .medvirkning(let part): if part.dato.map({ erMed($0) }) ?? true { medvirkninger.append(part) }
      // A later date is a planned move; it says nothing yet.
      case .flytting(let move): if move.dato <= uttrekksdag, erMed(move.dato) { flyttinger.append(move) }
      case .begjæring(let day): if erMed(day) { begjæringer.append(day) }
      case .annet: break
      }
    }
    tiltak = tiltak.enumerated().sorted { ($0.element.fra, $0.offset) < ($1.element.fra, $1.offset) }
      .map(\.element)
  }

  /// Whether an event is in time for the record; one on the day of the extract is counted as dropped.
  mutating func erMed(_ dag: Dato) -> Bool {
    if dag == uttrekksdag { faller(bort: .påUttrekksdagen) }
    return dag < uttrekksdag
  }

  mutating func faller(bort grunn: Bortfallsgrunn) { bortfall[grunn, default: 0] += 1 }

  /// Writes a collection. Events are sorted by date; those without come first.
  mutating func skriv(_ samling: String, _ events: [(Dato?, JSONValue)]) {
    let sorted = events.enumerated().sorted {
      let (a, b) = ($0.element.0 ?? .tidenesMorgenFørAlt, $1.element.0 ?? .tidenesMorgenFørAlt)
      return (a, $0.offset) < (b, $1.offset)
    }
    hendelser.append(JSONValue.Member(samling, .array(sorted.map(\.element.1))))
  }

  var fosterhjemstiltak: [Registertiltak] { tiltak.filter(\.erFosterhjem) }

  /// The month of birth, from the personal data in force at `uttrekk`; nil for an unborn child.
  var fødselsmåned: String? {
    let known = personalia.filter { $0.fra <= uttrekk }.max { $0.fra < $1.fra }
    let born = (known ?? personalia.min { $0.fra < $1.fra })?.født ?? fødtPåSak
    guard let born, born <= uttrekk else { return nil }
    return String("\(born)".prefix(7))
  }

  /// What kind of case it is, where the measures leave no doubt.
  var sakstype: String? {
    let running = tiltak.filter { $0.løper(uttrekk) }
    if running.contains(where: { $0.vurdering?.erOmsorgsovertakelse == true }) { return "omsorgssak" }
    let placements = running.filter(\.erPlassering)
    if !placements.isEmpty {
      return placements.allSatisfy { $0.vurdering?.plasseringsgrunnlag == "frivillig" }
        ? "frivillig_plassering" : nil
    }
    let last = tiltak.filter(\.erPlassering).max { ($0.til ?? uttrekk) < ($1.til ?? uttrekk) }
    if last?.vurdering?.erOmsorgsovertakelse == true { return last?.opphevet == false ? "omsorgssak" : nil }
    let careOrder = vedtak.contains { $0.vurdering?.erOmsorgsovertakelse == true }
    guard last == nil, !careOrder, !running.isEmpty else { return nil }
    return running.allSatisfy { $0.vurdering?.erHjelpetiltak == true } ? "hjelpetiltak" : nil
  }
}

extension Dato {
  fileprivate static let tidenesMorgenFørAlt = Dato(dag: .min)
}

extension Registertiltak {
  var vurdering: Hjemmelsvurdering? { hjemmel.map { Hjemmelsvurdering(hjemmel: $0, jamfør: jamfør) } }
  var erPlassering: Bool { erFosterhjem || erInstitusjon }
}

extension Registervedtak {
  var vurdering: Hjemmelsvurdering? { hjemmel.map { Hjemmelsvurdering(hjemmel: $0, jamfør: jamfør) } }
}
