public import JSONText

/// The proof of a draw (`utvalg/1`): all that anybody needs to redo it, with this program or without.
public struct Trekningsbevis: Hashable, Sendable {
  /// The frame.
  public let ramme: Ramme
  /// The frame's SHA-256 as it was committed to, in hexadecimal digits.
  public let rammesjekksum: String
  /// What else was committed to.
  public let forpliktet: Forpliktet
  /// The text of the seed.
  public let frø: String
  /// Where the seed came from.
  public let frøkilde: Frø.Kilde
  /// The tickets in the order in which they stand.
  public let lodd: [Lodd]
  /// The cases that were controlled, swaps carried out.
  public let trukket: [String]
  /// The swaps; the text of the reason `annet` stays in the journal.
  public let bytter: [Bytte]
  /// The journal codes after the commit and after the seed.
  public let journal: Journalkoder

  /// The part of the commitment that a proof repeats.
  public struct Forpliktet: Hashable, Sendable {
    /// n: how many cases were to be drawn.
    public let antallTrukne: Int
    /// N: how many cases the frame held.
    public let antallSaker: Int
    /// In how many preceding months a drawn case kept out of the frame.
    public let karens: Int
    /// The algorithm.
    public let algoritme: String
    /// The checklists.
    public let sjekklister: [String]
  }

  /// A swap as a proof tells it.
  public struct Bytte: Hashable, Sendable {
    /// The case that went out.
    public let ut: String
    /// The case that came in.
    public let inn: String
    /// The code of the reason.
    public let kode: String
  }

  /// Journal codes, as they were printed when the two steps were taken.
  public struct Journalkoder: Hashable, Sendable {
    /// The code just after the commit.
    public let forpliktelse: String?
    /// The code just after the seed.
    public let frø: String?

    /// The codes after the commit and after the seed.
    public init(forpliktelse: String?, frø: String?) {
      self.forpliktelse = forpliktelse
      self.frø = frø
    }
  }

  /// The proof of a draw that was made.
  public init(_ trekning: Trekning, journal: Journalkoder) {
    ramme = trekning.ramme
    rammesjekksum = trekning.forpliktelse.rammesjekksum.hex
    forpliktet = Forpliktet(
      antallTrukne: trekning.forpliktelse.antallTrukne, antallSaker: trekning.forpliktelse.antallSaker,
      karens: trekning.forpliktelse.karens, algoritme: trekning.forpliktelse.algoritme,
      sjekklister: trekning.forpliktelse.sjekklister)
    frø = trekning.frø.tekst
    frøkilde = trekning.frø.kilde
    lodd = trekning.lodd
    trukket = trekning.trukket
    bytter = trekning.bytter.map { Bytte(ut: $0.ut, inn: $0.inn, kode: $0.grunn.kode) }
    self.journal = journal
  }

  /// The proof file.
  public var json: JSONValue {
    .object([
      "format": .string(Lodd.algoritme), "frame": ramme.json, "frame_sha256": .string(rammesjekksum),
      "commit": .object([
        "n": .integer(Int64(forpliktet.antallTrukne)), "N": .integer(Int64(forpliktet.antallSaker)),
        "karens": .integer(Int64(forpliktet.karens)), "algorithm": .string(forpliktet.algoritme),
        "checklists": .array(forpliktet.sjekklister.map(JSONValue.string)),
      ]),
      "seed": .string(frø), "seed_source": frøkilde.json,
      "tickets": .array(lodd.map { .object(["id": .string($0.id), "ticket": .string($0.lodd)]) }),
      "drawn": .array(trukket.map(JSONValue.string)),
      "swaps": .array(
        bytter.map {
          .object(["out": .string($0.ut), "in": .string($0.inn), "reason": .string($0.kode)])
        }),
      "journal": .object([
        "commit": .optional(journal.forpliktelse), "seed": .optional(journal.frø),
      ]),
    ])
  }
}

extension Frø.Kilde {
  /// The source of a seed as journal and proof write it.
  public var json: JSONValue {
    switch self {
    case .kastet(let roles):
      .object(["type": .string("kastet"), "roles": .array(roles.map(JSONValue.string))])
    case .system: .object(["type": .string("system"), "roles": .array([])])
    case .oppgitt: .object(["type": .string("oppgitt"), "roles": .array([])])
    }
  }
}
