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
  private let plan: Kjøreplan
  /// The columns of some cases, among them the current one.
  private var blokk: Kolonneblokk
  var program: Regelprogram { plan.program }
  var bunke: Saksbunke { blokk.bunke }
  /// Which columns the rules read.
  var bruk: Kolonnebruk { blokk.bruk }
  // What `plan` and `blokk` hold, at hand without a reference count. They live as long as this run.
  private let skrevne: UnsafePointer<Node>
  private let noder: UnsafePointer<Node>
  private let spørringer: UnsafePointer<Spørringsplan>
  private let definisjoner: UnsafePointer<Nodeindeks>
  let tester: UnsafePointer<Radtest>
  let tall: UnsafePointer<Brøk>
  let samlinger: UnsafePointer<Samlingsplan>
  private(set) var tabeller: UnsafePointer<Kolonneblokk.Tabell>
  private(set) var fakta: UnsafePointer<Kolonneblokk.Kolonne>

  /// The control date.
  private(set) var kontrolldato: Dato
  /// The calendar year of the control date.
  private(set) var år: Int
  /// The day the record is looked at: events after it do not exist. The control date itself, except in a
  /// forecast, which asks what a later control date says of the record as it is seen today.
  let innsynsdag: Dato
  /// The first later control date on which something that has been computed may be otherwise.
  private(set) var endres = Int32.max

  /// The current case, by its place in the block.
  private(set) var sak: Int
  /// What a person's judgement says wherever a rule asks for one (`til vurdering`).
  var skjønn = Sannhet.ukjent
  /// Whether a judgement has been asked for since this was last set to false.
  var brukteSkjønn = false
  /// The event at each nesting level.
  var hendelser: Hendelser = .init(repeating: Hendelse(rad: Evaluator.ulistet, ramme: .alle))

  private var generasjon: Int32 = 0
  private var sannheter: [Husket<Sannhet>]
  private var tallverdier: [Husket<Kanskje<Tallomfang>>]
  private var datoverdier: [Husket<Kanskje<Datoomfang>>]
  private var periodeverdier: [Husket<Periodeomfang>]
  /// Windows that depend on the control date alone, one a question.
  var fasteVinduer: [Vindusgrenser?]

  /// As many levels as the checker lets questions be nested.
  typealias Hendelser = InlineArray<4, Hendelse>

  struct Hendelse {
    /// `ulistet` stands for any event that is not listed.
    var rad: Int
    /// What more is known of its day, from its being the first or the last.
    var ramme: Datoomfang
  }

  /// A row that stands for every event that an open collection may hold besides the listed ones.
  static let ulistet = -1

  init(
    _ program: Regelprogram, _ bunke: Saksbunke, på kontrolldato: Dato, kjentPå: Dato? = nil,
    innsynsdag: Dato? = nil
  ) {
    self.init(
      Kjøreplan(program),
      Kolonneblokk(bunke, Kolonnebruk(program, registrert: kjentPå != nil), saker: 0..<0),
      på: kontrolldato, kjentPå: kjentPå, innsynsdag: innsynsdag ?? kontrolldato)
  }

  /// The same rules over another block, on the same days.
  func over(_ blokk: Kolonneblokk) -> Evaluator {
    Evaluator(plan, blokk, på: kontrolldato, kjentPå: kjentPå, innsynsdag: innsynsdag)
  }

  private init(
    _ plan: Kjøreplan, _ blokk: Kolonneblokk, på kontrolldato: Dato, kjentPå: Dato?, innsynsdag: Dato
  ) {
    self.kontrolldato = kontrolldato
    self.kjentPå = kjentPå
    år = kontrolldato.år
    self.innsynsdag = innsynsdag
    self.plan = plan
    self.blokk = blokk
    let program = plan.program
    skrevne = plan.skrevne
    noder = plan.noder
    spørringer = plan.spørringer
    definisjoner = plan.definisjoner
    tester = plan.tester
    tall = plan.tall
    samlinger = plan.samlinger
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

  /// Turns to another case: what was computed for the last one is forgotten.
  mutating func begin(sak: Int) {
    if !blokk.saker.contains(sak) { leggUt(rundt: sak) }
    gå(til: sak - blokk.saker.lowerBound)
  }

  /// Turns to a case by its place in the block.
  @inline(__always) mutating func gå(til sak: Int) {
    self.sak = sak
    generasjon &+= 1
  }

  /// As many cases as are laid out at a time: few enough for the processor's cache.
  private static let blokkstørrelse = 1024

  /// Lays out the block of cases that this one belongs to.
  private mutating func leggUt(rundt sak: Int) {
    let first = sak / Self.blokkstørrelse * Self.blokkstørrelse
    let saker = first..<min(first + Self.blokkstørrelse, bunke.saker.count)
    blokk = Kolonneblokk(bunke, bruk, saker: saker)
    tabeller = blokk.tabeller
    fakta = blokk.opplysninger
  }

  /// The number in the bunke of the current case.
  var saksnummer: Int { blokk.saker.lowerBound + sak }

  /// The number in the bunke of a row of the block.
  func radnummer(_ samling: Int, _ row: Int) -> Int { tabeller[samling].førsteRad + row }

  /// Whether the control date is later than the day the record is looked at: only then is it noted how long
  /// an answer holds.
  var erFremskrevet: Bool { kontrolldato != innsynsdag }

  /// Asks about a later control date, on the record as it is seen on `innsynsdag`. What cannot have changed
  /// since the last one is not computed again.
  mutating func fremskriv(til dag: Dato) {
    if !erFremskrevet { generasjon &+= 1 }
    endres = .max
    guard dag != kontrolldato else { return }
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

  /// The node as the author wrote it, for whoever explains; `node` may say the same in another way.
  func skrevet(_ index: Nodeindeks) -> Node { skrevne[Int(index.verdi)] }

  /// A question where it lies: copying it costs more than asking it.
  @inline(__always) func spørring(_ index: Int32) -> UnsafePointer<Spørringsplan> {
    spørringer + Int(index)
  }

  /// The fact that holds the month of birth.
  var fødselsmåned: Int? { plan.fødselsmåned }

  /// Whether a subtraction is of one part from the same whole (see `Kjøreplan.delfradrag`).
  func erDelfradrag(_ index: Nodeindeks) -> Bool { plan.delfradrag.contains(index) }

  @inline(__always) func rad(_ nivå: Int8) -> Int { hendelser[Int(nivå)].rad }

  @inline(__always) mutating func setRad(_ rad: Int, nivå: Int8, innenfor ramme: Datoomfang = .alle) {
    hendelser[Int(nivå)] = Hendelse(rad: rad, ramme: ramme)
  }

  /// The days on which the event at a level can have happened or begun.
  @inline(__always) func dag(_ samling: Int, nivå: Int8) -> Datoomfang {
    let event = hendelser[Int(nivå)]
    let day = start(samling, event.rad)
    let first = max(day.første, event.ramme.første)
    return Datoomfang(first, max(first, min(day.siste, event.ramme.siste)))
  }

  // MARK: Definitions, computed once a case

  /// A value that has been computed, the case it is for, and the control dates it holds on.
  private struct Husket<Verdi: Sendable>: Sendable {
    var verdi: Verdi
    var generasjon: Int32 = -1
    var holderFra = Int32.min
    var holderFør = Int32.max

    init(_ verdi: Verdi) { self.verdi = verdi }
  }

  @inline(__always) private mutating func gjelder<Verdi>(_ kept: Husket<Verdi>) -> Bool {
    guard kept.generasjon == generasjon, kept.holderFra <= kontrolldato.dag,
      kontrolldato.dag < kept.holderFør
    else { return false }
    holder(før: kept.holderFør)
    return true
  }

  /// Evaluates something that stands on its own, such as a definition, whose questions begin at the outermost
  /// level again: the rows of the question it is used in are put back afterwards.
  mutating func iEgenSammenheng<Verdi>(_ body: (inout Evaluator) -> Verdi) -> Verdi {
    let outer = hendelser
    defer { hendelser = outer }
    return body(&self)
  }

  private mutating func husk<Verdi>(_ body: (inout Evaluator) -> Verdi) -> Husket<Verdi> {
    let outer = endres
    endres = .max
    var kept = Husket(iEgenSammenheng(body))
    kept.generasjon = generasjon
    kept.holderFra = kontrolldato.dag
    kept.holderFør = endres
    endres = min(outer, endres)
    return kept
  }

  mutating func definertSannhet(_ index: Int32) -> Sannhet {
    let i = Int(index)
    if !gjelder(sannheter[i]) {
      sannheter[i] = husk { $0.sannhet($0.definisjoner[i]) }
    }
    return sannheter[i].verdi
  }

  mutating func definertTall(_ index: Int32) -> Kanskje<Tallomfang> {
    let i = Int(index)
    if !gjelder(tallverdier[i]) {
      tallverdier[i] = husk { $0.tall($0.definisjoner[i]) }
    }
    return tallverdier[i].verdi
  }

  mutating func definertDato(_ index: Int32) -> Kanskje<Datoomfang> {
    let i = Int(index)
    if !gjelder(datoverdier[i]) {
      datoverdier[i] = husk { $0.dato($0.definisjoner[i]) }
    }
    return datoverdier[i].verdi
  }

  mutating func definertePerioder(_ index: Int32) -> Periodeomfang {
    let i = Int(index)
    if !gjelder(periodeverdier[i]) {
      periodeverdier[i] = husk { $0.perioder($0.definisjoner[i]) }
    }
    return periodeverdier[i].verdi
  }
}
