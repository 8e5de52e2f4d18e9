public import RuleLanguage
public import Values
import Vocabulary

/// When a point will certainly come out worse, if nothing more is registered.
public struct Prognose: Hashable, Sendable {
  /// The first control date with the worse outcome.
  public var dag: Dato
  /// Merknad or avvik.
  public var utfall: Utfall
  /// What is missing and when it is too late, in bokmål.
  public var setning: String

  /// A forecast.
  public init(dag: Dato, utfall: Utfall, setning: String) {
    self.dag = dag
    self.utfall = utfall
    self.setning = setning
  }
}

extension Regelkjøring {
  /// The first day within twelve months after the control date on which the record, as it is seen on the
  /// control date and with running periods still running, certainly gives a worse outcome; nil when there is
  /// none.
  ///
  /// - Parameters:
  ///   - utfall: the outcome on the control date.
  public mutating func prognose(
    _ regel: Punktregel, utfall: Utfall, vedBrudd: Utfall = .avvik
  ) -> Prognose? {
    let possible = regel.mulige(vedBrudd: vedBrudd)
    guard !utfall.verre.isDisjoint(with: possible) else { return nil }
    var future = takeFremtid()
    defer { fremtid = future }
    let today = future.innsynsdag
    let last = today.adding(måneder: 12)
    var day = today.adding(dager: 1)
    while day <= last {
      future.fremskriv(til: day)
      let outcome = future.utfall(regel, vedBrudd: vedBrudd)
      if utfall.verre.contains(outcome) { return prognose(regel, outcome, day, future) }
      // On the days until `endres` every answer is the same, so the outcome is as well.
      day = max(day.adding(dager: 1), Dato(dag: future.endres))
    }
    return nil
  }

  /// The evaluator of later control dates, at the current case; what it has computed for the case is kept from
  /// one point to the next.
  private mutating func takeFremtid() -> Evaluator {
    if let future = fremtid {
      fremtid = nil
      return future
    }
    var future = evaluator
    future.begin(sak: evaluator.saksnummer)
    return future
  }

  private func prognose(
    _ regel: Punktregel, _ utfall: Utfall, _ day: Dato, _ future: Evaluator
  ) -> Prognose {
    var later = self
    later.evaluator = future
    let missing = later.avgjørende(regel, utfall).first.flatMap { later.gjenstår($0) }
    let what = utfall == .merknad ? "en merknad" : "avvik"
    let without = missing.map { Bokmål.liste($0.uten, "eller") } ?? "nye opplysninger"
    let sentence = "Uten \(without) blir dette \(what) \(day.bokmål)."
    return Prognose(
      dag: day, utfall: utfall,
      setning: [missing?.antall, sentence].compactMap(\.self).joined(separator: " "))
  }

  /// What would mend a requirement that fails.
  private struct Gjenstående {
    /// «Det gjenstår to besøk i 2014.»
    var antall: String?
    /// What the requirement has to go without: one of these would do.
    var uten: [String]
  }

  /// What a requirement that fails is short of; nil when it is not events of some kind.
  private mutating func gjenstår(_ index: Nodeindeks) -> Gjenstående? {
    switch evaluator.skrevet(index) {
    case .og, .hvis:
      for part in avgjørendeDeler(index) {
        if let missing = gjenstår(part) { return missing }
      }
      return nil
    case .eller(let a, let b):
      guard let first = gjenstår(a), let second = gjenstår(b) else { return nil }
      let other = second.uten.filter { !first.uten.contains($0) }
      return Gjenstående(antall: other.isEmpty ? first.antall : nil, uten: first.uten + other)
    case .definisjon(let position):
      return gjenstår(evaluator.program.definisjoner[Int(position)].node)
    case .sammenlignTall(let how, let counted, let limit) where how == .minst || how == .merEnn:
      guard let query = opptalt(counted) else { return nil }
      let (has, needs) = (evaluator.tall(counted).verdi.høyst, evaluator.tall(limit).verdi.minst)
      guard has.erEndelig, needs.erEndelig else { return nil }
      let least = how == .minst ? needs.tak.teller : needs.gulv.teller + 1
      let isExact = evaluator.tall(counted).verdi.erEksakt && evaluator.tall(limit).verdi.erEksakt
      return gjenstår(Int(least - has.gulv.teller), query, minst: !isExact)
    case .dekkerDato(let periods, _), .dekker(let periods, _):
      return spørring(i: periods).flatMap { gjenstår(1, $0) }
    case .ikke(let inner):
      guard case .mellomrom(_, let query, _) = evaluator.skrevet(inner) else { return nil }
      return gjenstår(1, query)
    case .minst(let count, let query):
      return gjenstår(Int(count) - evaluator.treff(query).mulige, query)
    default: return nil
    }
  }

  private mutating func gjenstår(_ count: Int, _ query: Int32, minst: Bool = false) -> Gjenstående? {
    guard count > 0 else { return nil }
    let kind = samling(query)
    let noun = kind.ord.kjønn == .intetkjønn ? "et nytt \(kind.ord.entall)" : "en ny \(kind.ord.entall)"
    guard case .iFjor = evaluator.spørring(query).pointee.vindu else {
      return Gjenstående(uten: [noun + tellende(query)])
    }
    let remaining = "Det gjenstår \(minst ? "minst " : "")\(antall(count, kind.ord)) i \(evaluator.år - 1)."
    return Gjenstående(antall: remaining, uten: [count == 1 && !minst ? noun : "flere \(kind.ord.flertall)"])
  }

  /// The question behind a number that counts events.
  func opptalt(_ index: Nodeindeks) -> Int32? {
    switch evaluator.skrevet(index) {
    case .antall(let query), .dagerMed(let query): query
    case .definisjon(let position): opptalt(evaluator.program.definisjoner[Int(position)].node)
    default: nil
    }
  }
}

extension Utfall {
  /// The outcomes that are worse; none for what does not become worse by itself.
  fileprivate var verre: Set<Utfall> {
    switch self {
    case .oppfylt, .ikkeAktuelt, .ukjent: [.merknad, .avvik]
    case .merknad: [.avvik]
    case .avvik, .ikkeKontrollert: []
    }
  }
}

extension Punktregel {
  /// The outcomes that a breach can have.
  fileprivate func mulige(vedBrudd: Utfall) -> Set<Utfall> {
    var result: Set<Utfall> = []
    if krav.finnes { result.insert(vedBrudd) }
    if norm.finnes { result.insert(.merknad) }
    return result
  }
}
