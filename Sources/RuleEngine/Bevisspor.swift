public import RuleLanguage
public import Values

/// Evidence as it is gathered: the sub-results that decided an outcome, each with its value and the events it
/// rests on, as numbers.
///
/// Text is made from it only when somebody reads it (see `Regelkjøring.bevis(av:)`), so that evidence for every
/// avvik of a large unit costs little more than the verdicts.
public struct Bevisspor: Sendable {
  /// The sub-results; a part comes after what it is a part of.
  public internal(set) var ledd: [Ledd] = []
  /// The events that sub-results rest on, as rows of their collection's columns in the bunke.
  public internal(set) var rader: [Int32] = []

  /// No evidence yet.
  public init() {}

  /// One sub-result.
  public struct Ledd: Sendable {
    /// The sub-expression.
    public var node: Nodeindeks
    /// Its value.
    public var verdi: Verdi
    /// The collection of its events; −1 when it rests on none by itself.
    public var samling: Int32
    /// Its events, as positions in `rader`.
    public var hendelser: Range<Int32>
    /// The position after its last part: its parts, and theirs, are the ones before it.
    public var slutt: Int32
  }

  /// A value of any type.
  public enum Verdi: Hashable, Sendable {
    case sannhet(Sannhet)
    /// A number; `finnes` is nei when there is none.
    case tall(Tallomfang, finnes: Sannhet)
    case dato(Datoomfang, finnes: Sannhet)
    case perioder(Periodeomfang)
  }

  /// Forgets everything but keeps the memory.
  public mutating func tøm() {
    ledd.removeAll(keepingCapacity: true)
    rader.removeAll(keepingCapacity: true)
  }
}

extension Regelkjøring {
  /// Gathers the evidence of an outcome of the current case.
  public mutating func spor(_ regel: Punktregel, _ utfall: Utfall, i spor: inout Bevisspor) {
    // A breach rests also on why the point applies: that is part of its evidence, if not of its sentence.
    if utfall == .avvik || utfall == .merknad, regel.gjelder.finnes { self.spor(regel.gjelder, &spor) }
    if utfall == .avvik { return self.spor(regel.krav, &spor) }
    for node in avgjørende(regel, utfall) { self.spor(node, &spor) }
  }

  /// Adds a sub-result, the events it rests on, and its parts.
  private mutating func spor(_ index: Nodeindeks, _ spor: inout Bevisspor) {
    let value = verdi(index)
    let first = Int32(spor.rader.count)
    let query = evaluator.skrevet(index).spørring
    if let query { leggRader(query, index, value, &spor) }
    let samling = query.map { evaluator.spørring($0).pointee.samling } ?? -1
    legg(index, value, samling, fra: first, &spor) { run, spor in run.leggDeler(index, value, &spor) }
  }

  /// Adds what a condition says of one event.
  private mutating func spor(
    _ index: Nodeindeks, om hendelse: (samling: Int, rad: Int), _ spor: inout Bevisspor
  ) {
    let value = verdi(index)
    let first = Int32(spor.rader.count)
    spor.rader.append(Int32(evaluator.radnummer(hendelse.samling, hendelse.rad)))
    legg(index, value, hendelse.samling, fra: first, &spor) { run, spor in
      // A condition that is itself a question rests on events of its own.
      if run.evaluator.skrevet(index).spørring != nil {
        run.spor(index, &spor)
      } else {
        run.leggDeler(index, value, &spor)
      }
    }
  }

  private mutating func legg(
    _ index: Nodeindeks, _ value: Bevisspor.Verdi, _ samling: Int, fra first: Int32, _ spor: inout Bevisspor,
    deler: (inout Regelkjøring, inout Bevisspor) -> Void
  ) {
    let own = spor.ledd.count
    spor.ledd.append(
      Bevisspor.Ledd(
        node: index, verdi: value, samling: Int32(samling), hendelser: first..<Int32(spor.rader.count),
        slutt: 0))
    deler(&self, &spor)
    spor.ledd[own].slutt = Int32(spor.ledd.count)
  }

  private mutating func leggDeler(_ index: Nodeindeks, _ value: Bevisspor.Verdi, _ spor: inout Bevisspor) {
    switch evaluator.skrevet(index) {
    case .definisjon(let position):
      // Its questions have rows of their own.
      let outer = evaluator.hendelser
      self.spor(evaluator.program.definisjoner[Int(position)].node, &spor)
      evaluator.hendelser = outer
    case .alle(let query, let har) where value != .sannhet(.ja),
      .siste(let query, let har), .første(let query, let har):
      leggVilkår(query, har, &spor)
    default:
      for part in avgjørendeDeler(index) { self.spor(part, &spor) }
    }
  }

  /// What `har (…)` says of each of the events that the last sub-result rests on.
  private mutating func leggVilkår(_ query: Int32, _ har: Nodeindeks, _ spor: inout Bevisspor) {
    guard let rows = spor.ledd.last?.hendelser else { return }
    let (samling, nivå) = (evaluator.spørring(query).pointee.samling, evaluator.spørring(query).pointee.nivå)
    for position in rows {
      let row = Int(spor.rader[Int(position)]) - evaluator.radnummer(samling, 0)
      evaluator.setRad(row, nivå: nivå)
      self.spor(har, om: (samling, row), &spor)
    }
  }

  /// The events that a question rests on.
  private mutating func leggRader(
    _ query: Int32, _ index: Nodeindeks, _ value: Bevisspor.Verdi, _ spor: inout Bevisspor
  ) {
    let first = Int32(evaluator.radnummer(evaluator.spørring(query).pointee.samling, 0))
    switch evaluator.skrevet(index) {
    case .alle(_, let har):
      for (row, holds) in treffrader(query, har: har)
      where value == .sannhet(.ja) || value == .sannhet(holds) { spor.rader.append(first + Int32(row)) }
    case .siste, .første, .dagenFor(_, siste: _):
      let isLast =
        switch evaluator.skrevet(index) {
        case .siste, .dagenFor(_, siste: true): true
        default: false
        }
      for row in evaluator.muligeYtterste(query, siste: isLast) { spor.rader.append(first + Int32(row)) }
    default:
      evaluator.forHver(query) { _, row, _ in
        if row != Evaluator.ulistet { spor.rader.append(first + Int32(row)) }
      }
    }
  }

  /// The value of a sub-expression for the current case.
  mutating func verdi(_ index: Nodeindeks) -> Bevisspor.Verdi {
    switch type(av: index) {
    case .tall:
      let value = evaluator.tall(index)
      return .tall(value.verdi, finnes: value.finnes)
    case .dato:
      let value = evaluator.dato(index)
      return .dato(value.verdi, finnes: value.finnes)
    case .perioder: return .perioder(evaluator.perioder(index))
    case .sannhet, .kode, .tekstkode: return .sannhet(evaluator.sannhet(index))
    }
  }
}
