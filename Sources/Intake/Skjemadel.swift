import Values
public import Vocabulary

/// A part of the form for one case: the facts of the case, or the events of one collection.
public struct Skjemadel: Hashable, Sendable {
  /// The collection's name, or `opplysninger`.
  public var navn: String
  /// The heading: «Oppfølgingsbesøk».
  public var tittel: String
  /// How one of its rows is spoken of: «oppfølgingsbesøk»; empty for the facts of the case.
  public var entall: String
  /// What is asked for, of the case or of each row.
  public var felter: [Skjemafelt]

  /// Whether it has rows, and asks whether all of them are there.
  public var harRader: Bool { navn != Self.opplysninger }

  /// The name of the part with the facts of the case.
  public static let opplysninger = "opplysninger"
}

/// One field of the form.
public struct Skjemafelt: Hashable, Sendable {
  /// The name in the vocabulary, or `dato`, `fra`, `til`.
  public var navn: String
  /// The label: «Barnet var til stede».
  public var etikett: String
  /// How it is filled in.
  public var slag: Slag

  /// How a field is filled in. Everything but a day may be left open.
  public enum Slag: Hashable, Sendable {
    /// A day, a month or a year, as text: 12.03.2014.
    case dato
    /// A month or a year: 03.2005.
    case måned
    /// One of a few; the first, with an empty value, is what a missing field means: mostly «Vet ikke».
    case valg([Valg])
    /// A short code or a number.
    case tekst
  }

  /// A choice.
  public struct Valg: Hashable, Sendable {
    /// What is sent: `ja`, `stedlig`; empty for what a missing field means.
    public var verdi: String
    /// What is read.
    public var etikett: String
  }

  /// What is to be written, for fields that are typed.
  public var hjelp: String? {
    switch slag {
    case .dato where navn == "til": "La feltet stå tomt hvis det fortsatt gjelder."
    case .dato: "For eksempel 12.03.2014"
    case .måned: "Måned og år, for eksempel 03.2005"
    case .tekst where navn == "hjem": "H1 for det første hjemmet, H2 for det neste"
    case .tekst, .valg: nil
    }
  }
}

extension Skjemadel {
  /// Who works with the case: not asked for, since no point hangs on it.
  private static let notAsked: Set = ["behandler"]

  /// The parts of the form in a vocabulary: the facts of the case, and every collection that a record can hold.
  public static func deler(_ modell: Saksmodell) -> [Skjemadel] {
    let facts = modell.opplysninger.filter { !notAsked.contains($0.navn) }
    let first = Skjemadel(
      navn: opplysninger, tittel: "Om saken", entall: "",
      felter: facts.map { Skjemafelt($0, kanMangle: false) })
    return [first] + modell.samlinger.filter { $0.avledning == nil }.map(Skjemadel.init)
  }

  private init(_ samling: Samling) {
    let times: [Skjemafelt] =
      switch samling.tid {
      case .dato: [Skjemafelt(navn: "dato", etikett: "Dato", slag: .dato)]
      case .periode:
        [
          Skjemafelt(navn: "fra", etikett: "Fra og med", slag: .dato),
          Skjemafelt(navn: "til", etikett: "Til og med", slag: .dato),
        ]
      }
    self.init(
      navn: samling.navn, tittel: Bokmål.stor(samling.ord.flertall), entall: samling.ord.entall,
      felter: times + samling.felter.map { Skjemafelt($0, kanMangle: true) })
  }
}

extension Skjemafelt {
  /// The choice that says: looked for in the document, and not there.
  static let ingen = "ingen"
  /// The choice that says «not known», of a field where nothing means «none».
  static let ukjent = "ukjent"

  /// `kanMangle`: a document may have been read and say nothing of it.
  init(_ felt: Felt, kanMangle: Bool) {
    navn = felt.navn
    etikett = Bokmål.stor(felt.etikett)
    let (ja, nei) = (Valg(verdi: "ja", etikett: "Ja"), Valg(verdi: "nei", etikett: "Nei"))
    let unknown = { Valg(verdi: $0, etikett: "Vet ikke") }
    // Where a missing field means «none», the empty choice is «none», and «not known» must be said.
    let isNoneWhenMissing = felt.manglerBetyr == .ingen
    switch felt.type {
    case .sannhet where isNoneWhenMissing:
      slag = .valg([Valg(verdi: "", etikett: "Nei"), ja, unknown(Self.ukjent)])
    case .sannhet: slag = .valg([unknown(""), ja, nei])
    case .kode(let koder):
      let codes = koder.map { Valg(verdi: $0.navn, etikett: Bokmål.stor($0.etikett)) }
      let missing = kanMangle ? [Valg(verdi: Self.ingen, etikett: "Står ikke i dokumentet")] : []
      slag = .valg(
        isNoneWhenMissing
          ? [Valg(verdi: "", etikett: "Ingen")] + codes + [unknown(Self.ukjent)]
          : [unknown("")] + codes + missing)
    case .dato: slag = .dato
    case .måned: slag = .måned
    case .tall, .tekstkode: slag = .tekst
    }
  }
}
