/// What a code means, for authors: shown by `explain`, and tried in the tests.
public struct Kodeforklaring: Hashable, Sendable {
  /// A few words.
  public var tittel: String
  /// Why it is an error, in two to six sentences.
  public var tekst: String
  /// What the author can do, in one sentence. Shown also with a finding that has no better hint of its own.
  public var råd: String
  /// How to read the two examples.
  public var slag: Slag
  /// An example that gives the code.
  public var feil: String
  /// The example mended.
  public var rettet: String

  /// What an example is an example of.
  public enum Slag: Hashable, Sendable {
    /// A rule.
    case regel
    /// The text of a YAML file.
    case fil
    /// A collection in the vocabulary.
    case samling
    /// Keys of a point.
    case punkt
    /// Keys of a checklist.
    case sjekkliste
    /// Entries of the legal basis register, each with the keys it is about.
    case hjemmel
    /// Entries of the file of procedures, each with the keys it is about.
    case prosedyre
    /// Keys of a plan.
    case plan
    /// Keys of the wheel of the year.
    case årshjul
    /// Keys of «Huset».
    case hus
    /// Told in words, since it cannot be shown in a few lines.
    case fortalt
  }

  /// An explanation with an example.
  public init(
    _ tittel: String, _ tekst: String, råd: String, _ slag: Slag = .regel, feil: String, rettet: String
  ) {
    self.tittel = tittel
    self.tekst = tekst
    self.råd = råd
    self.slag = slag
    self.feil = feil
    self.rettet = rettet
  }
}
