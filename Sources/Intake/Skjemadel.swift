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
    /// One of a few; the first, with an empty value, is «Vet ikke».
    case valg([Valg])
    /// A short code or a number.
    case tekst
  }

  /// A choice.
  public struct Valg: Hashable, Sendable {
    /// What is sent: `ja`, `stedlig`; empty for «Vet ikke».
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
  /// The parts of the form that decide most points: what the checklists ask of a child in a foster home.
  static let utvalg: KeyValuePairs<String, [String]> = [
    "plassering": ["type", "hjem", "grunnlag"],
    "besøksfrekvens": ["kode", "gode_forhold"],
    "oppfølgingsbesøk": [
      "form", "barnet_til_stede", "samtale_alene", "samtalegrunn", "vurdering", "referat",
    ],
    "tilsynsfrekvens": ["kode", "gode_forhold", "barnets_samtykke", "omsorgskommunens_samtykke"],
    "tilsynsbesøk": [
      "form", "barnet_til_stede", "samtale_alene", "samtalegrunn", "rapport_mottatt", "rapport_fulgt_opp",
    ],
    "samtale": ["alene", "referat", "faglig_vurdering"],
    "medvirkning": [
      "informasjon", "tema", "barnets_syn", "enighet_avklart", "vekt_beskrevet", "grunn_ikke_medvirket",
      "grunn_begrunnet",
    ],
    "vedtak": ["type", "truffet_av", "barnet_hørt"],
    "omsorgsplan": ["type"],
    "tiltaksplan": ["mål", "innhold", "varighet"],
    "evaluering": ["gjennomføring_beskrevet", "tiltak_vurdert", "mål_vurdert"],
    "avtale": [],
    "avtalegjennomgang": ["drøfting", "konklusjon"],
    "drøfting": ["tema", "konklusjon"],
  ]

  /// The parts of the form in a vocabulary.
  public static func deler(_ modell: Saksmodell) -> [Skjemadel] {
    let facts = ["sakstype", "født", "tilsynsansvar", "kan_danne_egne_synspunkter"]
    let first = Skjemadel(
      navn: opplysninger, tittel: "Om saken", entall: "",
      felter: modell.opplysninger.filter { facts.contains($0.navn) }.map { Skjemafelt($0, kanMangle: false) })
    return [first]
      + utvalg.compactMap { name, fields in
        guard let number = modell.samling(name) else { return nil }
        let collection = modell.samlinger[number]
        let times: [Skjemafelt] =
          switch collection.tid {
          case .dato: [Skjemafelt(navn: "dato", etikett: "Dato", slag: .dato)]
          case .periode:
            [
              Skjemafelt(navn: "fra", etikett: "Fra og med", slag: .dato),
              Skjemafelt(navn: "til", etikett: "Til og med", slag: .dato),
            ]
          }
        return Skjemadel(
          navn: name, tittel: Bokmål.stor(collection.ord.flertall), entall: collection.ord.entall,
          felter: times
            + collection.felter.filter { fields.contains($0.navn) }.map {
              Skjemafelt($0, kanMangle: true)
            })
      }
  }
}

extension Skjemafelt {
  /// The choice that says: looked for in the document, and not there.
  static let ingen = "ingen"

  /// `kanMangle`: a document may have been read and say nothing of it.
  init(_ felt: Felt, kanMangle: Bool) {
    navn = felt.navn
    etikett = Bokmål.stor(felt.etikett)
    let unknown = Valg(verdi: "", etikett: "Vet ikke")
    switch felt.type {
    case .sannhet:
      slag = .valg([unknown, Valg(verdi: "ja", etikett: "Ja"), Valg(verdi: "nei", etikett: "Nei")])
    case .kode(let koder):
      let choices = [unknown] + koder.map { Valg(verdi: $0.navn, etikett: Bokmål.stor($0.etikett)) }
      slag = .valg(choices + (kanMangle ? [Valg(verdi: Self.ingen, etikett: "Står ikke i dokumentet")] : []))
    case .dato: slag = .dato
    case .måned: slag = .måned
    case .tall, .tekstkode: slag = .tekst
    }
  }
}
