import Foundation
public import Values

/// The table that a team without an extract can fill in: one row a visit.
///
/// Its columns are those that decide the points about visits. What the table does not hold stays open, so
/// that no point is judged by what it cannot tell.
public enum Besøkstabell {
  /// A column; the raw value is its heading.
  public enum Kolonne: String, CaseIterable, Hashable, Sendable {
    case sak, sakstype, fødselsmåned
    case plassertFra = "plassert_fra"
    case plasseringstype
    case førstePlassering = "første_plassering"
    case toBesøkFra = "to_besøk_fra"
    case tilsynsansvar
    case tilsynsansvarFra = "tilsynsansvar_fra"
    case egneSynspunkter = "kan_danne_egne_synspunkter"
    case besøkstype, besøksdato, form
    case barnetTilStede = "barnet_til_stede"
    case snakketAlene = "snakket_alene"
    case vurdering
    case fagligVurdering = "faglig_vurdering"
    case referat
    case rapportMottatt = "rapport_mottatt"

    /// Whether it is about the case, and so must say the same in every row of the case.
    public var gjelderSaken: Bool {
      switch self {
      case .sak, .sakstype, .fødselsmåned, .plassertFra, .plasseringstype, .førstePlassering, .toBesøkFra,
        .tilsynsansvar, .tilsynsansvarFra, .egneSynspunkter:
        true
      case .besøkstype, .besøksdato, .form, .barnetTilStede, .snakketAlene, .vurdering, .fagligVurdering,
        .referat, .rapportMottatt:
        false
      }
    }

    /// What to write in it.
    public var forklaring: String {
      switch self {
      case .sak: "Nummeret saken har i fagsystemet, eller en kort kode. Aldri navn eller fødselsnummer."
      case .sakstype: "Omsorgssak, frivillig plassering eller hjelpetiltak."
      case .fødselsmåned: "Måned og år, for eksempel 03.2005. Aldri dagen."
      case .plassertFra: "Dagen barnet flyttet inn i hjemmet det bor i nå."
      case .plasseringstype:
        "Fosterhjem, beredskapshjem, fosterhjem med særlige forutsetninger eller institusjon."
      case .førstePlassering: "Ja hvis barnet ikke har bodd i fosterhjem eller institusjon før dette."
      case .toBesøkFra: "Dagen det ble bestemt at to besøk i året er nok. Nei hvis det aldri er bestemt."
      case .tilsynsansvar: "Egen kommune eller en annen kommune."
      case .tilsynsansvarFra:
        "Dagen kommunen som har ansvaret for tilsynet nå, fikk det. Nei hvis det har vært den samme hele tiden."
      case .egneSynspunkter:
        "Ja hvis barnet kan danne seg egne synspunkter, ellers nei. Trengs bare for barn under sju år."
      case .besøkstype: "Oppfølgingsbesøk, tilsyn eller samtale."
      case .besøksdato: "Dagen for besøket. Tom hvis saken ikke har noe besøk."
      case .form:
        "Besøk og tilsyn: i fosterhjemmet, digitalt, et annet sted eller avlyst. Samtaler: i et møte, på "
          + "telefon eller på skjerm."
      case .barnetTilStede: "Ja eller nei."
      case .snakketAlene:
        "Ja, eller hvorfor ikke: tilbudt, men barnet ville ikke – barnet var for ungt – ikke mulig – ikke lagt "
          + "til rette for. Nei hvis du ikke vet hvorfor."
      case .vurdering: "Ja hvis referatet har en vurdering, ellers nei."
      case .fagligVurdering:
        "Bare for oppfølgingsbesøk: ja hvis referatet har en faglig vurdering av det barnet sa i samtalen, "
          + "ellers nei."
      case .referat: "Ja hvis det er skrevet referat, ellers nei."
      case .rapportMottatt: "Bare for tilsyn: dagen rapporten kom. Nei hvis den ikke er kommet."
      }
    }

    /// The heading in the template: the name and, in parentheses, what kind of answer it takes.
    var overskrift: String {
      switch self {
      case .sak: "sak"
      case .sakstype, .plasseringstype, .tilsynsansvar, .besøkstype, .form: "\(rawValue) (ord)"
      case .fødselsmåned: "\(rawValue) (mm.åååå)"
      case .plassertFra, .besøksdato: "\(rawValue) (dd.mm.åååå)"
      case .toBesøkFra, .tilsynsansvarFra, .rapportMottatt: "\(rawValue) (dd.mm.åååå eller nei)"
      case .førstePlassering, .egneSynspunkter, .barnetTilStede, .vurdering, .fagligVurdering, .referat:
        "\(rawValue) (ja/nei)"
      case .snakketAlene: "\(rawValue) (ja eller grunn)"
      }
    }
  }

  /// The template for Norwegian Excel: UTF-8 with a byte order mark, semicolons, one row of headings.
  public static let mal = "\u{FEFF}" + Kolonne.allCases.map(\.overskrift).joined(separator: ";") + "\r\n"

  /// The column that a heading names, also with other case, spaces, and something in parentheses.
  static func kolonne(_ heading: String) -> Kolonne? {
    let name = Feltleser.nøkkel(
      String(heading.precomposedStringWithCanonicalMapping.prefix { $0 != "(" }))
    return Kolonne.allCases.first { Feltleser.nøkkel($0.rawValue) == name }
  }
}

/// The kinds of visit that the table can hold.
public enum Besøksslag: String, CaseIterable, Hashable, Sendable {
  case oppfølgingsbesøk
  case tilsynsbesøk
  case samtale

  /// What they are called in the plural: «oppfølgingsbesøk».
  public var flertall: String {
    switch self {
    case .oppfølgingsbesøk: "oppfølgingsbesøk"
    case .tilsynsbesøk: "tilsynsbesøk"
    case .samtale: "samtaler"
    }
  }

  init?(ord: String) {
    switch Feltleser.nøkkel(ord) {
    case "oppfølgingsbesøk", "oppfølging", "besøk": self = .oppfølgingsbesøk
    case "tilsynsbesøk", "tilsyn": self = .tilsynsbesøk
    case "samtale": self = .samtale
    default: return nil
    }
  }
}

/// What a table or a list does not say itself.
public struct Tabellvalg: Hashable, Sendable {
  /// What stands in the column `sak`.
  public enum Saksnummer: String, CaseIterable, Hashable, Sendable {
    /// The number of the case system; it becomes a pseudonym in memory.
    case journalnummer
    /// A pseudonym that says nothing by itself; it is kept as it is.
    case pseudonym
  }

  /// The last day that the table is complete to.
  public var uttrekksdag: Dato
  /// What stands in the column `sak`.
  public var saksnummer: Saksnummer
  /// The kinds of visit of which the table has every one: what is not there, did not happen. Nil: not said,
  /// and then only a list can be read.
  public var komplett: Set<Besøksslag>?
  /// Complete from this day on; nil: from the day each child moved in. A child that moved in earlier than this
  /// may have visits that the table does not have.
  public var fra: Dato?

  /// Choices for a table; nothing is complete unless it is said.
  public init(
    uttrekksdag: Dato, saksnummer: Saksnummer = .journalnummer,
    komplett: Set<Besøksslag>? = nil, fra: Dato? = nil
  ) {
    self.uttrekksdag = uttrekksdag
    self.saksnummer = saksnummer
    self.komplett = komplett
    self.fra = fra
  }
}
