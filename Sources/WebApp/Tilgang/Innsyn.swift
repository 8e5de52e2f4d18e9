/// A line of the access log: who did or saw what, when. It names roles and marks, never people, and no free text.
public struct Innsyn: Hashable, Sendable {
  /// What it is about.
  public enum Slag: String, Hashable, Sendable, CaseIterable {
    /// A page with case content was shown.
    case sett
    /// Something was changed.
    case gjort
    /// Somebody asked for what the role does not give.
    case nektet
    /// A session began or ended.
    case innlogging
    /// Somebody has gone through the log of a month.
    case gjennomgått
  }

  /// When, in UTC: `2014-10-03T12:00:00Z`.
  public var tid: String
  /// The person's mark.
  public var bruker: String
  /// The role.
  public var rolle: String
  /// What it is about.
  public var slag: Slag
  /// What was done, or the path that was seen, without its query.
  public var hva: String
  /// The thing: an avvik, a measure, a control; nil for a page.
  public var emne: String?

  /// A line.
  public init(tid: String, bruker: String, rolle: String, slag: Slag, hva: String, emne: String? = nil) {
    self.tid = tid
    self.bruker = bruker
    self.rolle = rolle
    self.slag = slag
    self.hva = hva
    self.emne = emne
  }
}

/// Where the access log is kept. A page with case content is not shown when its line cannot be written.
public protocol Innsynslogg: Sendable {
  /// Adds a line.
  func skriv(_ innsyn: Innsyn) throws
  /// The lines of a kind, of a person, about a thing, of a month (`2014-10`), the latest first; at most `maks`.
  func les(slag: Innsyn.Slag?, bruker: String?, emne: String?, måned: String?, maks: Int) throws -> [Innsyn]
}

extension Innsynslogg {
  /// The lines of a kind, of a person, about a thing, the latest first; at most `maks`.
  public func les(slag: Innsyn.Slag?, bruker: String?, emne: String?, maks: Int) throws -> [Innsyn] {
    try les(slag: slag, bruker: bruker, emne: emne, måned: nil, maks: maks)
  }
}
