import CaseRecords
import RuleLanguage
import Values
import Vocabulary

/// Finds the facts that decide a point, of which none can be left out (dette må avklares).
///
/// A set is enough when, however its facts are filled in and whatever the other facts are, the point is
/// decided. Filling in is tried out on a copy of the case: a fact's possible answers are halved until the
/// point is decided, or until nothing is left to fill in and it is not. Facts are left out from the last in
/// the record to the first, so that of two that could replace each other the first in the record is kept.
struct Mangelreduksjon {
  private var evaluator: Evaluator
  private let regel: Punktregel
  private let vedBrudd: Utfall
  private let sak: Utfyllingssak
  /// Cells that are always filled in, as they are no facts of the record: the day of birth in a known month.
  private var faste: [Faktum] = []
  private var igjen = 0
  /// What the rule pointed at where everything was filled in and the point was open still.
  private var pekere: [Faktum] = []
  private let harÅpne: Bool

  /// How many times a point may be evaluated to see whether one fact is needed. A fact whose need is not
  /// settled by then is kept: asking once too often is better than not being able to decide.
  private static let grense = 1500

  /// What decides a point that is not decided.
  struct Svar {
    /// In the order of the record.
    var fakta: [Faktum]
    /// Whether a person's judgement is needed besides, of what a rule leaves to it or of the day of birth.
    var tilVurdering: Bool
  }

  /// The facts that are needed.
  ///
  /// - Parameters:
  ///   - funnet: what the rule itself points at. Where filling that in leaves the point open, the rule is asked
  ///     again what it then points at; where it points at nothing more, every open fact that it reads is added.
  static func svar(_ evaluator: Evaluator, _ regel: Punktregel, vedBrudd: Utfall, funnet: [Faktum]) -> Svar {
    let bunke = evaluator.bunke
    func ordered(_ facts: [Faktum]) -> [Faktum] {
      facts.sorted { $0.plass(bunke).lexicographicallyPrecedes($1.plass(bunke)) }
    }
    var found = ordered(funnet)
    while true {
      var search = Mangelreduksjon(evaluator, regel, vedBrudd, found)
      if search.ikkeMotbevist(found) { return search.svar(search.nødvendige(found)) }
      let read = Kolonnebruk(evaluator.program, regel, registrert: evaluator.bruk.registrert)
      let missing = Set(evaluator.åpneFakta(read)).subtracting(found)
      if missing.isEmpty { return search.svar(found) }
      let more = search.pekere.filter(missing.contains)
      found = ordered(found + (more.isEmpty ? Array(missing) : more))
    }
  }

  /// Whether no way of filling in these facts has been found that leaves the point open.
  private mutating func ikkeMotbevist(_ fakta: [Faktum]) -> Bool {
    if erNok(fakta) != .nei { return true }
    faste = evaluator.fødselsmåned.map { [.opplysning(felt: $0)] } ?? []
    if !faste.isEmpty, erNok(fakta) != .nei { return true }
    faste = []
    return false
  }

  private mutating func nødvendige(_ fakta: [Faktum]) -> [Faktum] {
    fakta.reversed().reduce(fakta) { kept, fact in
      let rest = kept.filter { $0 != fact }
      return erNok(rest) == .ja ? rest : kept
    }
  }

  private mutating func svar(_ needed: [Faktum]) -> Svar {
    let mayAsk = evaluator.program.overlater(regel) || !faste.isEmpty
    faste = []
    return Svar(fakta: needed, tilVurdering: mayAsk && erNok(needed, skjønn: [.ukjent]) != .ja)
  }

  private init(
    _ evaluator: Evaluator, _ regel: Punktregel, _ vedBrudd: Utfall, _ fakta: [Faktum]
  ) {
    let open = fakta.compactMap(\.åpenSamling)
    harÅpne = !open.isEmpty
    sak = Utfyllingssak(evaluator, åpne: open)
    self.evaluator = evaluator.over(sak.blokk)
    self.regel = regel
    self.vedBrudd = vedBrudd
  }

  /// Whether the point is decided however these facts are filled in, whatever a person's judgement is; ukjent
  /// when there are too many ways to go through.
  private mutating func erNok(_ fakta: [Faktum], skjønn: [Sannhet] = [.ja, .nei]) -> Sannhet {
    igjen = Self.grense
    for judgement in skjønn {
      evaluator.skjønn = judgement
      evaluator.brukteSkjønn = false
      let open = fakta.compactMap(\.åpenSamling)
      guard avgjøres(faste + fakta.compactMap(sak.celle), open[...]) else {
        return igjen > 0 ? .nei : .ukjent
      }
      // What was decided without a judgement is decided whatever the judgement is.
      if !evaluator.brukteSkjønn { return .ja }
    }
    return .ja
  }

  /// Fills in what open collections hold besides their listed events: nothing, one event, two …
  private mutating func avgjøres(_ cells: [Faktum], _ open: ArraySlice<Int>) -> Bool {
    guard let samling = open.first else { return avgjøres(cells) }
    for count in 0...Utfyllingssak.flestEkstra {
      let unlisted = sak.lukk(samling, med: count)
      defer { sak.åpne(samling, med: count) }
      guard avgjøres(cells + unlisted, open.dropFirst()) else { return false }
    }
    return true
  }

  /// Whether the point is decided now, or else however the first cell that is open is filled in.
  private mutating func avgjøres(_ cells: [Faktum]) -> Bool {
    if harÅpne, let cell = cells.first(where: sak.måDeles) { return avgjøres(cells, cell, sak.deler(cell)) }
    igjen -= 1
    guard igjen > 0 else { return false }
    evaluator.gå(til: 0)
    if evaluator.utfall(regel, vedBrudd: vedBrudd) != .ukjent { return true }
    for cell in cells {
      let parts = sak.deler(cell)
      if !parts.isEmpty { return avgjøres(cells, cell, parts) }
    }
    pekere = Mangelsøk.fakta(evaluator, regel)
    return false
  }

  private mutating func avgjøres(
    _ cells: [Faktum], _ cell: Faktum, _ parts: [Utfyllingssak.Innhold]
  ) -> Bool {
    let before = sak.innhold(cell)
    defer { sak.sett(cell, before) }
    for part in parts {
      sak.sett(cell, part)
      guard avgjøres(cells) else { return false }
    }
    return true
  }
}

extension Regelprogram {
  /// Whether a rule leaves something to a person's judgement.
  fileprivate func overlater(_ regel: Punktregel) -> Bool {
    noder(under: [regel.gjelder, regel.krav, regel.norm]).contains { index in
      if case .tilVurdering = noder[Int(index.verdi)] { true } else { false }
    }
  }
}

extension Faktum {
  /// The collection, when the fact is what it holds besides the listed events.
  fileprivate var åpenSamling: Int? {
    if case .samling(let samling) = self { samling } else { nil }
  }
}
