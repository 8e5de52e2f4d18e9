public import CaseRecords
public import RuleEngine
internal import RuleLanguage
public import Values

/// A checklist put to cases on one control date.
public struct Punktkontroll {
  /// The checklist.
  public let sjekkliste: Sjekkliste
  private var run: Regelkjøring
  private let kontrolldato: Dato
  private let spørsmål: [Punktspørsmål]

  /// A checklist over a bunke of cases.
  public init(_ sjekkliste: Sjekkliste, _ bunke: Saksbunke, på kontrolldato: Dato, kjentPå: Dato? = nil) {
    self.sjekkliste = sjekkliste
    self.kontrolldato = kontrolldato
    spørsmål = sjekkliste.punkter.map {
      Punktspørsmål(regel: $0.regel, vedBrudd: $0.vedBrudd.utfall)
    }
    run = Regelkjøring(sjekkliste.program, bunke, på: kontrolldato, kjentPå: kjentPå)
  }

  /// Turns to the case at this position of the bunke.
  public mutating func begin(sak: Int) { run.begin(sak: sak) }

  /// The outcome of a point, without evidence.
  public mutating func utfall(_ punkt: Sjekkpunkt) -> Utfall {
    guard let regel = punkt.regel else { return .ikkeKontrollert }
    return run.utfall(regel, vedBrudd: punkt.vedBrudd.utfall)
  }

  /// The outcome of every point for some cases of the bunke, case by case, without evidence.
  public mutating func utfall(saker: Range<Int>) -> [Utfall] { run.utfall(spørsmål, saker: saker) }

  /// Gathers the evidence of an outcome of a point for the current case, without making text of it.
  ///
  /// - Parameters:
  ///   - nummer: The place of the point in the checklist.
  public mutating func spor(punkt nummer: Int, _ utfall: Utfall, i spor: inout Bevisspor) {
    if let regel = spørsmål[nummer].regel { run.spor(regel, utfall, i: &spor) }
  }

  /// When a point will come out worse if nothing more is registered; nil when it will not within a year.
  public mutating func prognose(_ punkt: Sjekkpunkt) -> Prognose? {
    guard punkt.avgjøresAvMaskin, let regel = punkt.regel else { return nil }
    let broken = punkt.vedBrudd.utfall
    return run.prognose(regel, utfall: run.utfall(regel, vedBrudd: broken), vedBrudd: broken)
  }

  /// The outcome of a point with evidence, sentence, missing facts and forecast.
  public mutating func vurdering(_ punkt: Sjekkpunkt) -> Vurdering {
    guard let regel = punkt.regel else {
      return Vurdering(utfall: .ikkeKontrollert, setning: "Punktet må vurderes av en fagperson.")
    }
    let broken = punkt.vedBrudd.utfall
    let own = setning(punkt, run.utfall(regel, vedBrudd: broken))
    var result = run.vurdering(regel, vedBrudd: broken, ord: own)
    for name in punkt.plassholdere { result.verdier[name] = verdi(name) }
    return result
  }

  /// The author's words about what was found in the current case; nil when there are none that fit the outcome.
  public mutating func funn(_ punkt: Sjekkpunkt, _ utfall: Utfall) -> String? {
    punkt.harOrd(om: utfall) ? punkt.funn.map { fyll($0) } : nil
  }

  /// What the author says of an outcome: the first sentence whose condition certainly holds. Nil, so that the
  /// engine's own sentence stands, when there is none, and when one of its values is not certain.
  private mutating func setning(_ punkt: Sjekkpunkt, _ utfall: Utfall) -> String? {
    var isUndecided = false
    for choice in punkt.setninger[utfall] ?? [] {
      let holds = choice.når.map { run.sannhet($0) } ?? (isUndecided ? .nei : .ja)
      if holds == .ja { return utfylt(choice.tekst) }
      if holds == .ukjent { isUndecided = true }
    }
    return nil
  }

  /// A sentence with its placeholders filled in; nil when a value is not certain.
  private mutating func utfylt(_ text: String) -> String? {
    var values: [String: String] = [:]
    for name in Plassholder.navn(i: text) {
      guard let value = verdi(name, bareSikker: true) else { return nil }
      values[name] = value
    }
    return Bokmål.stor(Plassholder.fyll(text) { values[$0] })
  }

  /// Whether the current child lives in a foster home on the control date, as the checklist itself defines
  /// `i_fosterhjem`; ukjent when it does not define it.
  public mutating func erIFosterhjem() -> Sannhet {
    run.inneholder(definisjon: "i_fosterhjem", kontrolldato) ?? .ukjent
  }

  /// A text of a point with its placeholders filled in for the current case.
  public mutating func fyll(_ tekst: String) -> String {
    var values: [String: String] = [:]
    for name in Plassholder.navn(i: tekst) { values[name] = verdi(name) }
    return Plassholder.fyll(tekst) { values[$0] }
  }

  /// What a placeholder shows.
  private mutating func verdi(_ name: String, bareSikker: Bool = false) -> String? {
    if name == "fjoråret" { return String(kontrolldato.år - 1) }
    return sjekkliste.plassholdere[name].flatMap { run.tekst(av: $0, bareSikker: bareSikker) }
  }
}
