public import CaseRecords
public import RuleLanguage
public import Values

/// A run of compiled rules over a bunke of cases on one control date.
///
/// Pure: the same program, records and dates give the same verdicts, evidence and sentences.
public struct Regelkjøring {
  var evaluator: Evaluator
  /// Asks the same of later control dates, so that what is known of this one is not forgotten; made when the
  /// first forecast is asked for.
  var fremtid: Evaluator?
  /// While a sentence speaks of an event: the nesting levels whose event it is.
  var kjente: Set<Int8> = []

  /// A run on a control date.
  ///
  /// - Parameters:
  ///   - kjentPå: events registered after this day are not known; nil means that everything in the record is.
  ///   - innsynsdag: events after this day do not exist; nil means the control date. A forecast asks what a
  ///     later control date says of the record as it is seen today.
  public init(
    _ program: Regelprogram, _ bunke: Saksbunke, på kontrolldato: Dato, kjentPå: Dato? = nil,
    innsynsdag: Dato? = nil
  ) {
    evaluator = Evaluator(program, bunke, på: kontrolldato, kjentPå: kjentPå, innsynsdag: innsynsdag)
  }

  /// Turns to the case at this position of the bunke.
  public mutating func begin(sak: Int) {
    evaluator.begin(sak: sak)
    fremtid?.begin(sak: sak)
  }

  /// The outcome of a point for the current case, without evidence.
  ///
  /// - Parameters:
  ///   - vedBrudd: what a breach of `krav` is: avvik, or merknad.
  public mutating func utfall(_ regel: Punktregel, vedBrudd: Utfall = .avvik) -> Utfall {
    evaluator.utfall(regel, vedBrudd: vedBrudd)
  }

  /// The day the record is looked at: events after it do not exist.
  public var innsynsdag: Dato { evaluator.innsynsdag }

  /// The outcome of a point for the current case with its evidence, sentence, missing facts and forecast.
  ///
  /// - Parameters:
  ///   - vedBrudd: what a breach of `krav` is: avvik, or merknad.
  ///   - ord: the author's words for this outcome, instead of the engine's own. What a person must judge is told after
  ///     either.
  public mutating func vurdering(
    _ regel: Punktregel, vedBrudd: Utfall = .avvik, ord: String? = nil
  ) -> Vurdering {
    let utfall = utfall(regel, vedBrudd: vedBrudd)
    var trace = Bevisspor()
    spor(regel, utfall, i: &trace)
    let (missing, judgement) = utfall == .ukjent ? mangler(regel, vedBrudd) : ([], false)
    let deciding = avgjørende(regel, utfall)
    return Vurdering(
      utfall: utfall,
      setning: (ord.map { utfall.innledning + $0 } ?? setning(utfall, deciding, gjelder: regel.gjelder))
        + (judgement ? " \(skjønnssetning(deciding))" : ""),
      bevis: bevis(av: trace, utfall),
      mangler: missing,
      tilVurdering: judgement, prognose: prognose(regel, utfall: utfall, vedBrudd: vedBrudd))
  }

  /// The facts that would decide the point, in the order of the record, and whether a person's judgement is
  /// asked for besides.
  private mutating func mangler(
    _ regel: Punktregel, _ vedBrudd: Utfall
  ) -> ([Manglendeopplysning], tilVurdering: Bool) {
    let answer = Mangelreduksjon.svar(
      evaluator, regel, vedBrudd: vedBrudd,
      funnet: Mangelsøk.fakta(evaluator, regel))
    return (
      answer.fakta.map { $0.manglende(evaluator.bunke, sak: evaluator.saksnummer) }, answer.tilVurdering
    )
  }

  /// The value of a definition on the current case, as text: `3`, `3–5`, `2014-03-12`.
  public mutating func verdi(avDefinisjon navn: String) -> String? {
    guard let definition = evaluator.program.definisjoner.first(where: { $0.navn == navn }) else {
      return nil
    }
    return verdi(definition.node).description
  }

  /// The answer of a condition on the current case.
  public mutating func sannhet(_ node: Nodeindeks) -> Sannhet { evaluator.sannhet(node) }

  /// Whether a day lies in the periods that a definition names; nil when there is no such definition.
  public mutating func inneholder(definisjon navn: String, _ dato: Dato) -> Sannhet? {
    guard let definition = evaluator.program.definisjoner.first(where: { $0.navn == navn }),
      definition.type == .perioder
    else { return nil }
    return evaluator.perioder(definition.node).inneholder(Datoomfang(dato))
  }

  /// The parts that decided the outcome: what applies for ikke aktuelt, the requirement for a breach, and so on.
  mutating func avgjørende(_ regel: Punktregel, _ utfall: Utfall) -> [Nodeindeks] {
    switch utfall {
    case .ikkeAktuelt: return [regel.gjelder]
    case .ikkeKontrollert: return []
    case .ukjent: return evaluator.uavklarte(regel)
    case .oppfylt: return [regel.krav, regel.norm].filter(\.finnes)
    case .avvik: return [regel.krav]
    case .merknad:
      let broken = regel.krav.finnes && evaluator.sannhet(regel.krav) == .nei
      return [broken ? regel.krav : regel.norm]
    }
  }
}
