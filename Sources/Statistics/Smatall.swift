/// Protection of small counts in what leaves the group: a count of 1 to 4 may point to someone.
public enum Småtall {
  /// Whether a count is hidden: it is 1–4, or all but 1–4 of the N there are. None of many is shown.
  public static func skjul(antall: Int, av N: Int) -> Bool {
    small ~= antall || small ~= N - antall
  }

  static let small = 1...4
}
