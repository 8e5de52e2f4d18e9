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
/// Beside the two counts stand those that are neither: they are not shown, so that none of the shown ones can be
/// computed from the others, and both are hidden when the rest would be the small number.
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
    func shown(_ count: Int) -> Int? {
      Småtall.skjul(antall: count, av: applies) || Småtall.skjul(antall: rest, av: applies) ? nil : count
    }
    gjelder = Småtall.skjul(antall: applies, av: telling.saker) ? nil : applies
    brudd = shown(breaches)
    ukjent = shown(telling.ukjent)
  }
}
