public import AuditStore
public import Checklists
public import Intake
public import Values

/// What the web app runs on. Store, definitions, clock and randomness come in from outside.
public struct Oppsett: Sendable {
  /// The store of the unit.
  public var lager: Revisjonslager
  /// The definitions, all versions.
  public var bibliotek: Sjekklistebibliotek
  /// Plans, the wheel of the year and «Huset».
  public var planverk: Planverk
  /// The latest extract of each team, beside the store.
  public var uttrekk: Uttrekkslager
  /// The secret that pseudonyms are made with; nil where register files and journal numbers cannot be read.
  public var nøkkel: [UInt8]?
  /// Now.
  public var klokke: @Sendable () -> Øyeblikk
  /// Bytes of a cryptographic generator.
  public var tilfeldig: @Sendable (Int) -> [UInt8]
  /// The access log.
  public var logg: any Innsynslogg
  /// What every request must pass first.
  public var vokter: Vokter
  /// Tells the operator of an error that nobody expected: the code that the page showed, and the error.
  public var feil: @Sendable (String, any Error) -> Void
  /// The engine's own version, as protocols name it.
  public var motor: String
  /// The files that the definitions were read from, for their hashes and for drafts that begin with one of them.
  public var filer: [Sjekklistebibliotek.Fil] = []
  /// The waivers that stand beside verdicts.
  public var waivers: [Unntak] = []
  /// How people sign in.
  public var innlogging = Innlogging.stengt

  /// What a web app runs on.
  public init(
    lager: Revisjonslager, bibliotek: Sjekklistebibliotek, planverk: Planverk, uttrekk: Uttrekkslager,
    nøkkel: [UInt8]? = nil,
    klokke: @escaping @Sendable () -> Øyeblikk, tilfeldig: @escaping @Sendable (Int) -> [UInt8],
    logg: any Innsynslogg, vokter: Vokter, motor: String,
    feil: @escaping @Sendable (String, any Error) -> Void = { _, _ in }
  ) {
    self.lager = lager
    self.bibliotek = bibliotek
    self.planverk = planverk
    self.uttrekk = uttrekk
    self.nøkkel = nøkkel
    self.klokke = klokke
    self.tilfeldig = tilfeldig
    self.logg = logg
    self.vokter = vokter
    self.motor = motor
    self.feil = feil
  }
}

/// A moment as the program needs it.
public struct Øyeblikk: Hashable, Sendable {
  /// In UTC and whole seconds: `2014-10-03T12:00:00Z`.
  public var tid: String
  /// The day on which acts count as done.
  public var dato: Dato
  /// Seconds since 1970, for sessions and limits.
  public var sekunder: Int

  /// A moment.
  public init(tid: String, dato: Dato, sekunder: Int) {
    self.tid = tid
    self.dato = dato
    self.sekunder = sekunder
  }
}
