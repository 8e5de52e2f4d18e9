import CaseRecords
import RuleLanguage
import Values
import Vocabulary

/// Finds the facts that an unknown rests on, by walking into the parts of the rule that are not decided.
///
/// Usually once every fact it names is known, each part is decided, and so is the whole; `Mangelreduksjon`
/// makes sure, and leaves out what is not needed.
struct Mangelsøk {
  private var evaluator: Evaluator
  /// The facts, each once, in the order they are met.
  private(set) var fakta: [Faktum] = []

  /// The facts that a point rests on which is not decided.
  static func fakta(_ evaluator: Evaluator, _ regel: Punktregel) -> [Faktum] {
    var search = Mangelsøk(evaluator: evaluator)
    for node in search.evaluator.uavklarte(regel) { search.søk(node) }
    return search.fakta
  }

  private init(evaluator: Evaluator) { self.evaluator = evaluator }

  private var modell: Saksmodell { evaluator.program.modell }

  private func definert(_ position: Int32) -> Nodeindeks {
    evaluator.program.definisjoner[Int(position)].node
  }

  /// Searches a definition, whose questions have rows of their own.
  private mutating func iEgenSammenheng(_ body: (inout Mangelsøk) -> Void) {
    let outer = evaluator
    body(&self)
    evaluator = outer
  }

  // MARK: Truth values

  mutating func søk(_ index: Nodeindeks) {
    guard evaluator.sannhet(index) == .ukjent else { return }
    switch evaluator.skrevet(index) {
    case .og(let a, let b), .eller(let a, let b):
      søk(a)
      søk(b)
    case .ikke(let a): søk(a)
    case .hvis(let c, let a, let b):
      søk(c)
      søk(a)
      søk(b)
    case .felt(let ref), .harVerdi(let ref), .erBlant(let ref, _): meld(ref)
    case .likTekst(let a, let b):
      meld(a)
      meld(b)
    case .sammenlignTall(_, let a, let b):
      søkTall(a)
      søkTall(b)
    case .sammenlignDato(_, let a, let b):
      søkDato(a)
      søkDato(b)
    case .dekker(let a, let b), .overlapper(let a, let b):
      let within = evaluator.perioder(b).mulig.omslag
      søkPerioder(a, within)
      søkPerioder(b, evaluator.perioder(a).mulig.omslag)
    case .dekkerDato(let a, let b):
      let day = evaluator.dato(b).verdi
      søkPerioder(a, Periode(day.første, day.siste))
      søkDato(b)
    case .minst(_, let query): søkSpørring(query, har: nil)
    case .alle(let query, let har): søkSpørring(query, har: har, bareUavklarte: true)
    case .siste(let query, let har), .første(let query, let har):
      søkSpørring(query, har: har, alleDatoer: evaluator.treff(query).mulige > 1)
    case .mellomrom(let step, let query, let whole): søkMellomrom(step, query, whole)
    case .definisjon(let position): iEgenSammenheng { $0.søk($0.definert(position)) }
    default: break
    }
  }

  /// An event further back than one step before the period in question can neither make nor fill a gap in it.
  private mutating func søkMellomrom(_ step: Steg, _ query: Int32, _ whole: Nodeindeks) {
    let span = evaluator.perioder(whole).mulig.omslag
    let back = Steg(antall: -step.antall, iMåneder: step.iMåneder)
    søkSpørring(query, har: nil, tidligst: span?.fra.adding(back))
    søkPerioder(evaluator.program.spørringer[Int(query)].mens, span)
  }

  // MARK: Numbers and dates

  private mutating func søkTall(_ index: Nodeindeks) {
    let value = evaluator.tall(index)
    guard !value.verdi.erEksakt || value.finnes == .ukjent else { return }
    switch evaluator.skrevet(index) {
    case .tallfelt(let ref): meld(ref)
    case .regn(_, let a, let b):
      søkTall(a)
      søkTall(b)
    case .rundet(_, let a): søkTall(a)
    case .antall(let query), .dagerMed(let query): søkSpørring(query, har: nil, alleDatoer: true)
    case .andel(let whole, let part), .dagerAv(let part, let whole):
      søkPerioder(part, evaluator.perioder(whole).mulig.omslag)
      søkPerioder(whole, nil)
    case .parameter(_, let date): søkDato(date)
    case .hvis(let c, let a, let b):
      søk(c)
      søkTall(a)
      søkTall(b)
    case .definisjon(let position): iEgenSammenheng { $0.søkTall($0.definert(position)) }
    default: break
    }
  }

  private mutating func søkDato(_ index: Nodeindeks) {
    let value = evaluator.dato(index)
    guard !value.verdi.erEksakt || value.finnes == .ukjent else { return }
    switch evaluator.skrevet(index) {
    case .datofelt(let ref): meld(ref)
    case .start(let samling, let nivå): meldDag(Int(samling), evaluator.rad(nivå), .start)
    case .slutt(let samling, let nivå): meldDag(Int(samling), evaluator.rad(nivå), .slutt)
    case .dagenFor(let query, _): søkSpørring(query, har: nil, alleDatoer: true)
    case .flytt(let date, _): søkDato(date)
    case .periodestart(let periods): søkPerioder(periods, Periode(.tidenesMorgen, evaluator.kontrolldato))
    case .opphold(let samling, _, let date):
      søkDato(date)
      søkOpphold(Int(samling), rundt: evaluator.dato(date).verdi)
    case .hvis(let c, let a, let b):
      søk(c)
      søkDato(a)
      søkDato(b)
    case .definisjon(let position): iEgenSammenheng { $0.søkDato($0.definert(position)) }
    default: break
    }
  }

  // MARK: Periods

  /// Facts that make days of `within` uncertain; nil means any day.
  private mutating func søkPerioder(_ index: Nodeindeks, _ within: Periode?) {
    guard index.finnes else { return }
    let days = evaluator.perioder(index)
    let open = days.mulig.uten(days.sikker)
    guard !open.erTomt, within.map(open.overlapper) ?? true else { return }
    switch evaluator.skrevet(index) {
    case .union(let a, let b), .samtidig(let a, let b), .uten(let a, let b):
      søkPerioder(a, within)
      søkPerioder(b, within)
    case .fraTil(let a, let b):
      for date in [a, b] where date.finnes { søkDato(date) }
    case .førDato(let date): søkDato(date)
    case .alder: meldFødsel()
    case .perioderMed(let query): søkVarighet(query, within)
    case .hvis(let c, let a, let b):
      søk(c)
      søkPerioder(a, within)
      søkPerioder(b, within)
    case .definisjon(let position): iEgenSammenheng { $0.søkPerioder($0.definert(position), within) }
    default: break
    }
  }

  private mutating func meldFødsel() {
    guard let fact = evaluator.fødselsmåned, !evaluator.erKjentFødsel(fact) else { return }
    legg(.opplysning(felt: fact))
  }

  private mutating func søkVarighet(_ index: Int32, _ within: Periode?) {
    let query = evaluator.spørring(index)
    let samling = query.pointee.samling
    let limits = evaluator.grenser(index)
    for row in evaluator.rader(samling) {
      let match = evaluator.passer(query, limits, row)
      let days = evaluator.varighet(samling, row)
      let touched = match == .ukjent ? days.mulig : days.mulig.uten(days.sikker)
      guard match != .nei, !touched.erTomt, within.map(touched.overlapper) ?? true else { continue }
      if match == .ukjent { søkRad(index, limits, row) }
      meldDag(samling, row, .start)
      if modell.samlinger[samling].tid == .periode { meldDag(samling, row, .slutt) }
      if let rule = modell.samlinger[samling].varighet {
        for other in evaluator.rader(samling)
        where evaluator.finnes(samling, other) == .ukjent || touches(samling, other, touched) {
          meldDag(samling, other, .start)
        }
        if let stays = rule.innenfor.flatMap({ modell.samling($0) }) {
          søkOpphold(stays, rundt: evaluator.start(samling, row))
        }
      }
    }
    if evaluator.kanHaFlere(samling), evaluator.passer(query, limits, Evaluator.ulistet) != .nei {
      legg(.samling(samling))
    }
  }

  /// Whether an entry whose day is not exactly known may cut these days short.
  private func touches(_ samling: Int, _ row: Int, _ days: Periodesett) -> Bool {
    let day = evaluator.start(samling, row)
    return Periode(day.første, day.siste).map(days.overlapper) ?? false
  }

  /// Facts about the placements that a stay is made of.
  private mutating func søkOpphold(_ samling: Int, rundt day: Datoomfang) {
    let stay = evaluator.opphold(samling, rundt: day)
    guard !stay.start.erEksakt || !stay.slutt.erEksakt || stay.finnes == .ukjent,
      let rule = modell.samlinger[samling].avledning, let source = modell.samling(rule.kilde)
    else { return }
    for row in evaluator.muligeRader(samling, rundt: day) {
      meldDag(source, row, .start)
      meldDag(source, row, .slutt)
      for name in [rule.sammeFelt, rule.koblingsfelt] {
        guard let field = modell.samlinger[source].felt(name), erUkjent(source, field, row) else { continue }
        legg(.felt(samling: source, rad: evaluator.radnummer(source, row), felt: field))
      }
    }
    if evaluator.kanHaFlere(source) { legg(.samling(source)) }
  }

  private func erUkjent(_ samling: Int, _ field: Int, _ row: Int) -> Bool {
    evaluator.tabeller[samling].felter.map { evaluator.erÅpen($0[field], row) } ?? false
  }

  // MARK: Questions

  /// - Parameters:
  ///   - bareUavklarte: an event that fulfils `har` cannot matter (`alle`), so nothing is asked about it.
  ///   - alleDatoer: the day of a certain event matters too (distinct days).
  ///   - tidligst: events before this day cannot matter.
  private mutating func søkSpørring(
    _ index: Int32, har: Nodeindeks?, bareUavklarte: Bool = false, alleDatoer: Bool = false,
    tidligst: Dato? = nil
  ) {
    let query = evaluator.spørring(index)
    let limits = evaluator.grenser(index)
    for row in evaluator.rader(query.pointee.samling) {
      let match = evaluator.passer(query, limits, row)
      guard match != .nei else { continue }
      if let tidligst, evaluator.start(query.pointee.samling, row).siste < tidligst { continue }
      if let har {
        evaluator.setRad(row, nivå: query.pointee.nivå)
        if bareUavklarte, evaluator.sannhet(har) == .ja { continue }
        søk(har)
      }
      if match == .ukjent { søkRad(index, limits, row) }
      if alleDatoer, match == .ja { meldDag(query.pointee.samling, row, .start) }
    }
    søkGrenser(query)
    let open = evaluator.kanHaFlere(query.pointee.samling)
    if open, evaluator.passer(query, limits, Evaluator.ulistet) != .nei {
      legg(.samling(query.pointee.samling))
    }
  }

  /// Why it is not known whether one event matches: its day, when it was registered, or its fields.
  private mutating func søkRad(_ index: Int32, _ limits: Vindusgrenser, _ row: Int) {
    let query = evaluator.spørring(index)
    let samling = query.pointee.samling
    if evaluator.passer(query, limits, row, utenFilter: true) == .ukjent {
      meldDag(samling, row, .start)
      if evaluator.kjentPå != nil { meldDag(samling, row, .registrert) }
      if query.pointee.mens.finnes {
        let day = evaluator.start(samling, row)
        søkPerioder(query.pointee.mens, Periode(day.første, day.siste))
      }
    }
    let filter = evaluator.program.spørringer[Int(index)].filter
    guard filter.finnes else { return }
    evaluator.setRad(row, nivå: query.pointee.nivå)
    søk(filter)
  }

  private mutating func søkGrenser(_ query: UnsafePointer<Spørringsplan>) {
    switch query.pointee.vindu {
    case .siden(let date), .før(let date): søkDato(date)
    case .mellom(let first, let last):
      søkDato(first)
      søkDato(last)
    default: break
    }
  }

  // MARK: Reporting

  private mutating func meld(_ ref: Feltref) {
    if ref.samling < 0 { return legg(.opplysning(felt: Int(ref.felt))) }
    let row = evaluator.rad(ref.nivå)
    guard row != Evaluator.ulistet else { return legg(.samling(Int(ref.samling))) }
    let samling = Int(ref.samling)
    legg(.felt(samling: samling, rad: evaluator.radnummer(samling, row), felt: Int(ref.felt)))
  }

  /// A day that is not exactly known.
  private mutating func meldDag(_ samling: Int, _ row: Int, _ tid: Faktum.Tidspunkt) {
    guard row != Evaluator.ulistet else { return legg(.samling(samling)) }
    let table = evaluator.tabeller[samling]
    let (low, high) =
      switch tid {
      case .start: (table.fraLav, table.fraHøy)
      case .slutt: (table.tilLav, table.tilHøy)
      case .registrert: (table.registrertLav, table.registrertHøy)
      }
    guard let low, let high, low[row] != high[row] else { return }
    legg(.dag(samling: samling, rad: evaluator.radnummer(samling, row), tid))
  }

  private mutating func legg(_ fact: Faktum) {
    if !fakta.contains(fact) { fakta.append(fact) }
  }
}
