import Quality
import Statistics
import Values
import Vocabulary

/// How numbers read in what leaves the quality group.
enum Småtallsvisning {
  /// Stands where a number is hidden.
  static let skjult = "*"
  /// What the star means.
  static let forklaring =
    "* Tallet er skjult. Det er så lite, eller så nær alle, at det kunne peke ut noen, eller det ville røpe et slikt "
    + "tall."

  /// «færre enn fem avvik», or the number.
  static func mengde(_ count: Int, _ word: Substantiv) -> String {
    Småtall.skjul(antall: count, av: count)
      ? "færre enn fem \(word.flertall)" : Bokmål.mengde(count, word)
  }

  /// The number, or the star.
  static func tekst(_ count: Int?) -> String { count.map(String.init) ?? skjult }
}

/// A point in all cases, as it may be shown outside the group.
///
/// The number of all cases is known, so a row is shown whole or hidden whole: the cases in which the point is
/// fulfilled and those it does not apply to are weighed with the shown counts.
struct Skjermettelling: Hashable, Sendable {
  /// To how many cases the point applies.
  let gjelder: Int?
  /// In how many of them it is breached.
  let brudd: Int?
  /// In how many it could not be decided.
  let ukjent: Int?

  init(_ telling: Punkttelling, brudd breaches: Int) {
    let applies = telling.saker - telling.ikkeAktuelt
    let rest = applies - breaches - telling.ukjent
    let shown = Småtall.kanVises(rad: [breaches, rest, telling.ukjent, telling.ikkeAktuelt])
    gjelder = shown ? applies : nil
    brudd = shown ? breaches : nil
    ukjent = shown ? telling.ukjent : nil
  }
}
