public import Values

/// Something that was done about a measure of a plan, as it was signed.
public struct Planhendelse: Hashable, Sendable {
  /// The plan's id.
  public var plan: String
  /// The measure's id.
  public var tiltak: String
  /// What was done.
  public var slag: Slag
  /// The day it was done.
  public var dato: Dato
  /// The role that says so.
  public var rolle: String
  /// What it says more.
  public var merknad: String?

  /// What can be done about a measure.
  public enum Slag: String, Hashable, Sendable, CaseIterable {
    /// It was put into effect.
    case iverksatt
    /// It was evaluated.
    case evaluert
  }

  /// Something that was done.
  public init(plan: String, tiltak: String, slag: Slag, dato: Dato, rolle: String, merknad: String? = nil) {
    self.plan = plan
    self.tiltak = tiltak
    self.slag = slag
    self.dato = dato
    self.rolle = rolle
    self.merknad = merknad
  }
}

/// A sentence on what the controls show, for the row of its failure area.
public struct Målelinje: Hashable, Sendable {
  /// The sentence, in bokmål.
  public var setning: String
  /// The point it is about; nil when it is about the area as a whole.
  public var punkt: String?

  /// A sentence.
  public init(_ setning: String, punkt: String? = nil) {
    self.setning = setning
    self.punkt = punkt
  }

  /// What is said when there is no store.
  public static let ingenKontroller = Målelinje("Ingen kontroller i lageret.")
}
