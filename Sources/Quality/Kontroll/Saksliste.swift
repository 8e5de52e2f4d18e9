public import Sampling
public import Values

/// The locked list of cases: what a control binds itself to before any seed exists (forpliktelsen).
public struct Saksliste: Hashable, Sendable {
  /// The day on which every case is judged.
  public var kontrolldato: Dato
  /// The checklist and the engine that will judge.
  public var sjekkliste: Sjekklistereferanse
  /// The cases that can be drawn, and those that cannot.
  public var ramme: Rammesammendrag
  /// How many cases are to be drawn: 2.
  public var antall: Int
  /// In how many preceding months a drawn case keeps out of the frame: 11.
  public var karens: Int
  /// The draw's algorithm: `utvalg/1`.
  public var algoritme: String
  /// Who locked the list.
  public var rolle: String

  /// A locked list of cases.
  public init(
    kontrolldato: Dato, sjekkliste: Sjekklistereferanse, ramme: Rammesammendrag, antall: Int = 2,
    karens: Int = Karens.måneder, algoritme: String = Lodd.algoritme, rolle: String
  ) {
    self.kontrolldato = kontrolldato
    self.sjekkliste = sjekkliste
    self.ramme = ramme
    self.antall = antall
    self.karens = karens
    self.algoritme = algoritme
    self.rolle = rolle
  }
}

/// Which version of which checklist judged, and with which engine.
public struct Sjekklistereferanse: Hashable, Sendable {
  /// The checklist: «fosterhjem».
  public var id: String
  /// The version: «2014-05-31».
  public var versjon: String
  /// SHA-256 of the checklist's content, lower-case hex.
  public var hash: String
  /// The engine's own version.
  public var motor: String

  /// What no point of it asks about; empty when it does not say, and in controls from before it was kept.
  public var ikkeKontrollert: [String]

  /// What a reader must not believe was looked at, as a sentence.
  public var grensesetning: String {
    ikkeKontrollert.isEmpty
      ? "Sjekklisten sier ikke hva den ikke spør om."
      : "Sjekklisten spør ikke om \(Bokmål.liste(ikkeKontrollert))."
  }

  /// A reference to a published version.
  public init(id: String, versjon: String, hash: String, motor: String, ikkeKontrollert: [String] = []) {
    self.id = id
    self.versjon = versjon
    self.hash = hash
    self.motor = motor
    self.ikkeKontrollert = ikkeKontrollert
  }
}

/// The frame (ramme) in short: who could be drawn, and who could not and why.
public struct Rammesammendrag: Hashable, Sendable {
  /// SHA-256 of the frame in RFC 8785 form, lower-case hex.
  public var hash: String
  /// The cases that can be drawn, sorted by UTF-8 bytes.
  public var ids: [String]
  /// How many of them are care orders.
  public var omsorgssaker: Int
  /// How many of them are voluntary placements.
  public var frivillige: Int
  /// The cases that cannot be drawn.
  public var utelatt: [Utelatt]

  /// A frame in short.
  public init(hash: String, ids: [String], omsorgssaker: Int, frivillige: Int, utelatt: [Utelatt] = []) {
    self.hash = hash
    self.ids = ids
    self.omsorgssaker = omsorgssaker
    self.frivillige = frivillige
    self.utelatt = utelatt
  }

  /// A case that cannot be drawn this month.
  public struct Utelatt: Hashable, Sendable {
    /// The pseudonym.
    public var id: String
    /// Why not.
    public var grunn: Utelatelsesgrunn

    /// A case left out.
    public init(_ id: String, _ grunn: Utelatelsesgrunn) {
      self.id = id
      self.grunn = grunn
    }
  }
}

extension Utelatelsesgrunn {
  /// As a reader sees it, after a number: «22 er kontrollert de siste 12 månedene».
  public var visning: String {
    switch self {
    case .sakstype: "gjelder ikke barn i fosterhjem på kontrolldatoen"
    case .uttrekkForGammelt: "har et uttrekk som er eldre enn kontrolldatoen"
    case .karens: "er kontrollert de siste 12 månedene"
    case .lesefeil: "kunne ikke leses"
    case .sperret: "er sperret"
    }
  }
}
