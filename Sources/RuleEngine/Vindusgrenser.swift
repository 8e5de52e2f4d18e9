import RuleLanguage
import Values

/// A window with its bounds worked out, each known only as a range of day numbers.
struct Vindusgrenser {
  var fraLav = Int32.min
  var fraHøy = Int32.min
  /// Included.
  var tilLav = Int32.max
  /// Included.
  var tilHøy = Int32.max
  /// Whether the window is there at all: its bounds may be dates that do not exist.
  var finnes = Sannhet.ja

  /// No window: every day.
  static let alt = Vindusgrenser()

  init() {}

  /// A window that is fully known.
  init(_ period: Periode) {
    (fraLav, fraHøy) = (period.fra.dag, period.fra.dag)
    (tilLav, tilHøy) = (period.til.dag, period.til.dag)
  }

  /// From a day (included) to a day (included, or not); either may be open.
  init(fra: Kanskje<Datoomfang>?, til: Kanskje<Datoomfang>?, tilOgMed: Bool) {
    if let fra {
      (fraLav, fraHøy) = (fra.verdi.første.dag, fra.verdi.siste.dag)
      finnes = finnes && fra.finnes
    }
    if let til {
      let back: Int32 = tilOgMed ? 0 : 1
      (tilLav, tilHøy) = (til.verdi.første.dag - back, til.verdi.siste.dag - back)
      finnes = finnes && til.finnes
    }
  }

  /// Whether a day that lies in a range is inside.
  @inline(__always) func rommer(_ low: Int32, _ high: Int32) -> Sannhet {
    if high < fraLav || low > tilHøy { return .nei }
    return fraHøy <= low && high <= tilLav ? finnes : .ukjent && finnes
  }
}

extension Evaluator {
  /// The window's bounds, worked out once a question, or once a control date when they depend on nothing else.
  mutating func grenser(_ index: Int32) -> Vindusgrenser {
    switch spørring(index).pointee.vindu {
    case .alt: return .alt
    case .siste, .iFjor, .hittilIÅr: return fastVindu(index)
    case .siden(let from): return Vindusgrenser(fra: dato(from), til: nil, tilOgMed: true)
    case .før(let limit): return Vindusgrenser(fra: nil, til: dato(limit), tilOgMed: false)
    case .mellom(let from, let to):
      return Vindusgrenser(fra: dato(from), til: dato(to), tilOgMed: true)
    }
  }

  /// A window that the control date alone decides.
  private mutating func fastVindu(_ index: Int32) -> Vindusgrenser {
    let window: Vindusgrenser
    if let kept = fasteVinduer[Int(index)] {
      window = kept
    } else {
      window = Vindusgrenser(fastPeriode(spørring(index).pointee.vindu) ?? Periode(kontrolldato))
      fasteVinduer[Int(index)] = window
    }
    if erFremskrevet { noterVarighet(index, window) }
    return window
  }

  /// The days of a window that the control date alone decides; nil for any other.
  func fastPeriode(_ window: Typetvindu) -> Periode? {
    switch window {
    case .siste(let step): Periode(kontrolldato.firstDay(reaching: step), kontrolldato)
    case .iFjor: .år(år - 1)
    case .hittilIÅr: Periode(.nyttår(år), kontrolldato)
    case .alt, .siden, .før, .mellom: nil
    }
  }

  /// How long the window lets in the same events: to the new year, or until the next one drops out of it.
  /// None can come in, since no event is later than the day the record is looked at.
  private mutating func noterVarighet(_ index: Int32, _ window: Vindusgrenser) {
    guard case .siste(let step) = spørring(index).pointee.vindu else {
      return holder(før: Dato.nyttår(år + 1).dag)
    }
    let table = tabeller[spørring(index).pointee.samling]
    guard let low = table.fraLav, let high = table.fraHøy else { return }
    if kanHaFlere(spørring(index).pointee.samling) { holder(før: innsynsdag.adding(step).dag + 1) }
    for row in rader(spørring(index).pointee.samling) where low[row] <= innsynsdag.dag {
      let last = min(high[row], innsynsdag.dag)
      let next = low[row] >= window.fraLav ? low[row] : last
      if next >= window.fraLav { holder(før: Dato(dag: next).adding(step).dag + 1) }
    }
  }
}

extension Periode {
  /// One day.
  init(_ day: Dato) { self = Periode(day, day) ?? .år(day.år) }
}
