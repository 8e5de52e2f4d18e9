/// The outcome of one point for one case on one control date. Never merged, all counted.
public enum Utfall: String, Hashable, Sendable, CaseIterable {
  case oppfylt
  case avvik
  case merknad
  case ukjent
  case ikkeAktuelt = "ikke_aktuelt"
  case ikkeKontrollert = "ikke_kontrollert"

  /// As a reader sees it.
  public var visning: String {
    switch self {
    case .oppfylt: "Oppfylt"
    case .avvik: "Avvik"
    case .merknad: "Merknad"
    case .ukjent: "Kan ikke avgjøres"
    case .ikkeAktuelt: "Ikke aktuelt"
    case .ikkeKontrollert: "Ikke vurdert ennå"
    }
  }
}

/// What the engine says of one point for one case on one control date.
public struct Vurdering: Hashable, Sendable {
  /// The outcome.
  public var utfall: Utfall
  /// The verdict in bokmål, generated from the evaluated expression.
  public var setning: String
  /// The sub-results that decided it; nil for a point that only a person can judge.
  public var bevis: Bevis?
  /// For ukjent: the facts that would decide it (dette må avklares).
  public var mangler: [Manglendeopplysning]
  /// For ukjent: whether the rule itself asks for a person's judgement (`til vurdering`).
  public var tilVurdering: Bool
  /// When the point will come out worse if nothing more is registered; nil when it will not within a year.
  public var prognose: Prognose?
  /// The values of the checklist's definitions that the point uses, by name, as text for placeholders.
  public var verdier: [String: String]

  /// A verdict.
  public init(
    utfall: Utfall, setning: String, bevis: Bevis? = nil, mangler: [Manglendeopplysning] = [],
    tilVurdering: Bool = false, prognose: Prognose? = nil, verdier: [String: String] = [:]
  ) {
    self.utfall = utfall
    self.setning = setning
    self.bevis = bevis
    self.mangler = mangler
    self.tilVurdering = tilVurdering
    self.prognose = prognose
    self.verdier = verdier
  }
}

/// A node of the evidence tree (faktagrunnlag): a sub-expression, its value, and the events it rests on.
public struct Bevis: Hashable, Sendable {
  /// The sub-expression as the author would write it.
  public var uttrykk: String
  /// Its value as text: `ja`, `3–5`, `2014-03-12`.
  public var verdi: String
  /// The events that it rests on.
  public var hendelser: [Hendelsesreferanse]
  /// The sub-results it is made of.
  public var deler: [Bevis]

  /// A node of evidence.
  public init(uttrykk: String, verdi: String, hendelser: [Hendelsesreferanse] = [], deler: [Bevis] = []) {
    self.uttrykk = uttrykk
    self.verdi = verdi
    self.hendelser = hendelser
    self.deler = deler
  }
}

/// Points to one event of a case record.
public struct Hendelsesreferanse: Hashable, Sendable {
  /// The collection.
  public var samling: String
  /// The position in the case file's own list.
  public var indeks: Int
  /// Its `dato` or `fra` as the record has it: `2014-03-12`, `2014-03`, or nil when unknown.
  public var dato: String?

  /// A reference to an event.
  public init(samling: String, indeks: Int, dato: String?) {
    self.samling = samling
    self.indeks = indeks
    self.dato = dato
  }
}

/// A fact that is missing, and the question that asks for it.
public struct Manglendeopplysning: Hashable, Sendable {
  /// The collection, or `opplysninger` for a fact of the case.
  public var samling: String
  /// The event's position in the case file's list; nil for a fact, and for an open collection as a whole.
  public var indeks: Int?
  /// The field; nil for an open collection as a whole.
  public var felt: String?
  /// The question in bokmål: «Var barnet til stede på oppfølgingsbesøket 12. mars 2014?»
  public var tekst: String
  /// The document to open, for grouping: «referatet fra oppfølgingsbesøket 12. mars 2014».
  public var dokument: String

  /// A missing fact.
  public init(samling: String, indeks: Int?, felt: String?, tekst: String, dokument: String) {
    self.samling = samling
    self.indeks = indeks
    self.felt = felt
    self.tekst = tekst
    self.dokument = dokument
  }

  /// The place of the fact as the command line writes it: `oppfølgingsbesøk/0/barnet_til_stede`.
  public var sted: String {
    ([samling] + (indeks.map { [String($0)] } ?? []) + (felt.map { [$0] } ?? [])).joined(separator: "/")
  }
}
