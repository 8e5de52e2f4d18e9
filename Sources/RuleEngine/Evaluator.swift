import CaseRecords
import RuleLanguage
import Values
import Vocabulary

/// A value that may be missing altogether.
struct Kanskje<Verdi: Sendable>: Sendable {
  /// What is known of the value, given that there is one.
  var verdi: Verdi
  /// Whether there is one.
  var finnes: Sannhet

  init(_ verdi: Verdi, finnes: Sannhet = .ja) {
    self.verdi = verdi
    self.finnes = finnes
  }
}

/// Runs the rules of a program on one case, as the record stands on the control date.
///
/// Sound by construction: every function returns a set of values that holds the true one in every completion
/// of the record, and a truth value only when all completions agree. It knows nothing of explanations; those
/// are made afterwards, from the same functions.
struct Evaluator {
  /// Events registered after this day are not known; nil means that everything in the record is.
  let kjentPå: Dato?
  let plan: Kjøreplan
  private let blokk: Kolonneblokk
  var program: Regelprogram { plan.program }
  var bunke: Saksbunke { blokk.bunke }
  // What `plan` and `blokk` hold, at hand without a reference count. They live as long as this run.
  let noder: UnsafePointer<Node>
  let tabeller: UnsafePointer<Kolonneblokk.Tabell>
  let fakta: UnsafePointer<Kolonneblokk.Kolonne>

  /// The control date.
  private(set) var kontrolldato: Dato
  /// The calendar year of the control date.
  private(set) var år: Int
  /// The day the record is looked at: events after it do not exist. The control date itself, except in a
  /// forecast, which asks what a later control date says of the record as it is seen today.
  let innsynsdag: Dato
  /// The first later control date on which something that has been computed may be otherwise.
  private(set) var endres = Int32.max

  private(set) var sak: Int
  /// What a person's judgement says wherever a rule asks for one (`til vurdering`).
  var skjønn = Sannhet.ukjent
  /// The row of the event at each nesting level; `ulistet` stands for any event that is not listed.
  private var rader = SIMD4<Int32>(repeating: -1)
  /// What more is known of the day of the event at each level, from its being the first or the last.
  private var rammeFra = SIMD4(repeating: Dato.tidenesMorgen.dag)
  private var rammeTil = SIMD4(repeating: Dato.tidenesEnde.dag)

  private var generasjon: Int32 = 0
  private var sannheter: [Husket<Sannhet>]
  private var tallverdier: [Husket<Kanskje<Tallomfang>>]
  private var datoverdier: [Husket<Kanskje<Datoomfang>>]
  private var periodeverdier: [Husket<Periodeomfang>]
  /// Windows that depend on the control date alone, one a question.
  var fasteVinduer: [Vindusgrenser?]

  /// A row that stands for every event that an open collection may hold besides the listed ones.
  static let ulistet = -1

  init(_ program: Regelprogram, _ bunke: Saksbunke, på kontrolldato: Dato, kjentPå: Dato? = nil) {
    self.kontrolldato = kontrolldato
    self.kjentPå = kjentPå
    år = kontrolldato.år
    innsynsdag = kontrolldato
    plan = Kjøreplan(program)
    blokk = Kolonneblokk(bunke, Kolonnebruk(program, registrert: kjentPå != nil))
    noder = plan.noder
    tabeller = blokk.tabeller
    fakta = blokk.opplysninger
    sak = 0
    let count = program.definisjoner.count
    sannheter = Array(repeating: Husket(.ukjent), count: count)
    tallverdier = Array(repeating: Husket(Kanskje(.ukjent)), count: count)
    datoverdier = Array(repeating: Husket(Kanskje(.alle)), count: count)
    periodeverdier = Array(repeating: Husket(.tomt), count: count)
    fasteVinduer = Array(repeating: nil, count: program.spørringer.count)
  }

  /// Turns to another case, on the control date it is really about: what was computed is forgotten.
  mutating func begin(sak: Int) {
    self.sak = sak
    generasjon &+= 1
    if erFremskrevet { set(kontrolldato: innsynsdag) }
  }

  /// Whether the control date is later than the day the record is looked at: only then is it noted how long
  /// an answer holds.
  var erFremskrevet: Bool { kontrolldato != innsynsdag }

  /// Asks about a later control date, on the record as it is seen on `innsynsdag`. What cannot have changed
  /// since the last one is not computed again.
  mutating func fremskriv(til dag: Dato) {
    if !erFremskrevet { generasjon &+= 1 }
    set(kontrolldato: dag)
    endres = .max
  }

  private mutating func set(kontrolldato dag: Dato) {
    kontrolldato = dag
    år = dag.år
    for index in fasteVinduer.indices { fasteVinduer[index] = nil }
  }

  /// Notes that what is being computed holds until the day before this one, and perhaps no longer.
  @inline(__always) mutating func holder(før dag: Int32) {
    if dag < endres { endres = dag }
  }

  /// Computes something and takes back what it noted of how long it holds; the caller notes it better.
  mutating func utenVarighet<Verdi>(_ body: (inout Evaluator) -> Verdi) -> Verdi {
    let before = endres
    defer { endres = before }
    return body(&self)
  }

  @inline(__always) func node(_ index: Nodeindeks) -> Node { noder[Int(index.verdi)] }

  @inline(__always) func rad(_ nivå: Int8) -> Int { Int(rader[Int(nivå)]) }

  @inline(__always) mutating func setRad(_ rad: Int, nivå: Int8, innenfor ramme: Datoomfang = .alle) {
    rader[Int(nivå)] = Int32(truncatingIfNeeded: rad)
    rammeFra[Int(nivå)] = ramme.første.dag
    rammeTil[Int(nivå)] = ramme.siste.dag
  }

  /// The days on which the event at a level can have happened or begun.
  func dag(_ samling: Int, nivå: Int8) -> Datoomfang {
    let day = start(samling, rad(nivå))
    let first = max(day.første.dag, rammeFra[Int(nivå)])
    return Datoomfang(Dato(dag: first), Dato(dag: max(first, min(day.siste.dag, rammeTil[Int(nivå)]))))
  }

  // MARK: Definitions, computed once a case

  /// A value that has been computed, the case it is for, and the first control date it may not hold on.
  private struct Husket<Verdi: Sendable>: Sendable {
    var verdi: Verdi
    var generasjon: Int32 = -1
    var holderFør = Int32.max

    init(_ verdi: Verdi) { self.verdi = verdi }
  }

  @inline(__always) private mutating func gjelder<Verdi>(_ kept: Husket<Verdi>) -> Bool {
    guard kept.generasjon == generasjon, kontrolldato.dag < kept.holderFør else { return false }
    holder(før: kept.holderFør)
    return true
  }

  /// Evaluates something that stands on its own, such as a definition, whose questions begin at the outermost
  /// level again: the rows of the question it is used in are put back afterwards.
  mutating func iEgenSammenheng<Verdi>(_ body: (inout Evaluator) -> Verdi) -> Verdi {
    let outer = (rader, rammeFra, rammeTil)
    defer { (rader, rammeFra, rammeTil) = outer }
    return body(&self)
  }

  private mutating func husk<Verdi>(_ body: (inout Evaluator) -> Verdi) -> Husket<Verdi> {
    let outer = endres
    endres = .max
    var kept = Husket(iEgenSammenheng(body))
    kept.generasjon = generasjon
    kept.holderFør = endres
    endres = min(outer, endres)
    return kept
  }

  mutating func definertSannhet(_ index: Int32) -> Sannhet {
    let i = Int(index)
    if !gjelder(sannheter[i]) {
      sannheter[i] = husk { $0.sannhet($0.plan.definisjoner[i]) }
    }
    return sannheter[i].verdi
  }

  mutating func definertTall(_ index: Int32) -> Kanskje<Tallomfang> {
    let i = Int(index)
    if !gjelder(tallverdier[i]) {
      tallverdier[i] = husk { $0.tall($0.plan.definisjoner[i]) }
    }
    return tallverdier[i].verdi
  }

  mutating func definertDato(_ index: Int32) -> Kanskje<Datoomfang> {
    let i = Int(index)
    if !gjelder(datoverdier[i]) {
      datoverdier[i] = husk { $0.dato($0.plan.definisjoner[i]) }
    }
    return datoverdier[i].verdi
  }

  mutating func definertePerioder(_ index: Int32) -> Periodeomfang {
    let i = Int(index)
    if !gjelder(periodeverdier[i]) {
      periodeverdier[i] = husk { $0.perioder($0.plan.definisjoner[i]) }
    }
    return periodeverdier[i].verdi
  }
}
