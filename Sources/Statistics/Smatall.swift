/// Protection of small counts in what leaves the group: a count of 1 to 4 may point to someone.
public enum Småtall {
  /// Whether a count is hidden: it is 1–4, or all but 1–4 of the N there are. None of many is shown.
  public static func skjul(antall: Int, av N: Int) -> Bool {
    small ~= antall || small ~= N - antall
  }

  /// Whether a row of counts that together make a known N may be shown whole; else it is hidden whole.
  ///
  /// Every count must be 0 or at least five. Then so is every sum of them, and with it what N leaves over for any
  /// of them: nothing in a shown row can be subtracted to 1–4. Single cells are not hidden, since N tells them.
  public static func kanVises(rad: [Int]) -> Bool {
    rad.allSatisfy { $0 == 0 || $0 > small.upperBound }
  }

  static let small = 1...4
}
