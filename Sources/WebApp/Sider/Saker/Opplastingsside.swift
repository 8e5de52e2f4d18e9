import Checklists
import Intake
import Markup
import Quality
import Values

/// Where a team leader uploads what is known of the team's cases, or pastes a list of them.
struct Opplastingsside {
  /// The two ways in.
  enum Form: Sendable {
    case filer
    case liste

    var sti: String { self == .filer ? "/saker" : "/saker/liste" }
    /// A list is as large as a form may be; files may be a total file of the register.
    var maks: Int { self == .filer ? Innleser.størsteRegisterfil + 1024 * 1024 : 64 * 1024 }
    /// The field that the files or the list stand in.
    var felt: String { self == .filer ? "fil" : "saker" }
    var tittel: String { self == .filer ? "Last opp saker" : "Skriv inn en liste over saker" }
  }

  private let context: Kontekst
  private let form: Form
  private let team: [String]
  private let enhet: String?

  init(_ context: Kontekst, _ form: Form) throws {
    self.context = context
    self.form = form
    team = try context.saksteam
    enhet = try context.enhet
  }

  // MARK: The page

  func side(_ utfylling: Utfylling? = nil) throws -> Side {
    let shown = utfylling ?? Utfylling(forslag: forslag)
    return Side(form.tittel, context, feil: shown.feil) {
      if form == .filer { innledning } else { listeinnledning }
      Utfylling.skjema(form.sti, context, filer: form == .filer) {
        if form == .filer {
          shown.fil(
            "fil", "Filer", hjelp: "Registerfil (XML), saksfil (JSON) eller tabell (CSV). Velg gjerne flere.",
            flere: true)
        } else {
          shown.område(
            "saker", "Saker", hjelp: "Ett nummer på hver linje. Ikke skriv navn eller fødselsnummer.",
            linjer: 10)
        }
        teamfelt(shown)
        shown.tekst(
          "forventet", "Antall barn du venter å finne",
          hjelp: "Tell i en annen kilde enn uttrekket, så ser du om noen mangler.", valgfritt: true,
          smal: true,
          inndata: "numeric")
        tabellfelt(shown)
        Utfylling.knapp(form == .filer ? "Last opp" : "Lagre lista")
      }
      if form == .filer { andreVeier }
    }
  }

  @HTMLBuilder private var innledning: [HTML] {
    Tag.p(.klasse("ingress")) { "Et nytt uttrekk erstatter det forrige for teamet." }
    Tag.p {
      "Navn, fødselsnummer og annet som peker på barnet, blir ikke lagret. Finner vi et fødselsnummer der det ikke "
      "skal stå, blir saken ikke lest."
    }
    let known = context.oppsett.uttrekk.hoder().filter { team.contains($0.team) }
    Tabell(
      "Uttrekk vi har", ["Team", "Fullstendig til", "Kilde"],
      tom: "Ingen uttrekk er lastet opp ennå.",
      rader: known.map { extract in
        [
          [.text(extract.team)], [.text(extract.dag.bokmål)], [.text(Bokmål.stor(extract.kilde.visning))],
        ]
      }
    ).html
  }

  private var listeinnledning: HTML {
    Tag.p(.klasse("ingress")) {
      "Har du ikke noe uttrekk, kan vi trekke to saker fra en liste. Etterpå fyller du ut skjemaet for bare de to."
    }
  }

  private var andreVeier: HTML {
    Tag.section {
      Tag.h2 { "Har du ikke noe uttrekk?" }
      Tag.ul {
        Tag.li {
          Lenke.til("/saker/mal.csv", "Last ned mal for tabell")
          " med én rad for hvert besøk."
        }
        Tag.li {
          Lenke.til("/saker/liste", "Skriv inn en liste over saker")
          ", og fyll ut skjema for de to som blir trukket."
        }
        Tag.li { Lenke.til("/saker/finn", "Finn sak") }
      }
      Tag.details {
        Tag.summary { "Hva kolonnene i tabellen betyr" }
        Tag.dl {
          for column in Besøkstabell.Kolonne.allCases {
            Tag.dt { column.rawValue }
            Tag.dd { column.forklaring }
          }
        }
      }
    }
  }

  @HTMLBuilder private func teamfelt(_ shown: Utfylling) -> [HTML] {
    if (try? context.bruker.team) != nil {
      shown.liste("team", "Team", team.map { ($0, $0) })
    } else {
      shown.tekst("team", "Team", hjelp: "For eksempel fosterhjem-1", smal: true)
    }
    if enhet == nil {
      shown.tekst(
        "enhet", "Enhet", hjelp: "Kort navn på kommunen eller bydelen, for eksempel solvik", smal: true)
    }
  }

  /// What a table or a list does not say itself.
  private func tabellfelt(_ shown: Utfylling) -> HTML {
    let names = ["uttrekksdag", "saksnummer", "helhet", "komplett", "fra"]
    let isOpen =
      form == .liste || !shown.verdier["helhet"].isEmpty || shown.feil.contains { names.contains($0.felt) }
    return .element(
      .details, isOpen ? [Attribute("open", "")] : [],
      [Tag.summary { form == .liste ? "Om lista" : "Er filen en tabell eller en liste? Svar på dette også" }]
        + shown.dato(
          "uttrekksdag", "Fullstendig til og med", hjelp: "Den siste dagen opplysningene gjelder for")
        + shown.valg(
          "saksnummer", "Hva slags nummer har sakene?",
          [
            (
              Tabellvalg.Saksnummer.journalnummer.rawValue,
              "Journalnummer fra fagsystemet. Det blir ikke lagret."
            ),
            (Tabellvalg.Saksnummer.pseudonym.rawValue, "En kode som ikke sier noe om barnet"),
          ]) + (form == .liste ? [] : helhetsfelt(shown)))
  }

  @HTMLBuilder private func helhetsfelt(_ shown: Utfylling) -> [HTML] {
    shown.valg(
      "helhet", "Er alle oppfølgingsbesøk med i tabellen?",
      [("ja", "Ja, fra den dagen jeg skriver under"), ("nei", "Nei, det kan ha vært flere")],
      hjelp: "Svarer du ja, regner vi et besøk som ikke står der, som et besøk som ikke ble holdt.")
    shown.kryss(
      "komplett", "Hva annet har tabellen alt av?",
      Besøksslag.allCases.filter { $0 != .oppfølgingsbesøk }.map {
        ($0.rawValue, "Alle \($0.flertall) er med")
      },
      hjelp: "Det du ikke krysser av for, regner vi ikke som fullstendig.", valgfritt: true)
    shown.dato(
      "fra", "Alt er med fra og med",
      hjelp: "Må fylles ut når tabellen har alt av noe. For eksempel 1 1 2011",
      valgfritt: true)
  }

  private var forslag: [(String, String)] {
    let today = context.nå.dato
    let start = Dato(år: today.deler.år, måned: today.deler.måned, dag: 1) ?? today
    return Datofelt.verdier("uttrekksdag", start.adding(dager: -1)) + [
      ("team", team.count == 1 ? team[0] : ""),
      ("enhet", context.oppsett.uttrekk.hoder().first?.enhet ?? ""),
      (
        "saksnummer",
        (context.oppsett.nøkkel == nil ? Tabellvalg.Saksnummer.pseudonym : .journalnummer).rawValue
      ),
    ]
  }

  // MARK: The answer

  func svar() throws -> Nettsvar {
    let input = Opplastingsskjema(context.skjema, form, enhet: enhet)
    guard let upload = input.lest else { return try avvist(input.feil) }
    guard try context.bruker.ser(team: upload.team) else {
      return try avvist([Feltfeil("team", "Team må være et av dine egne team.")])
    }
    let library = context.oppsett.bibliotek
    let reader = Innleser(modell: library.modell, nøkkel: context.oppsett.nøkkel) {
      library.sjekkliste("fosterhjem", på: $0)
    }
    let result = reader.les(
      upload.filer, team: upload.team, enhet: upload.enhet, forventet: upload.forventet,
      idag: context.nå.dato,
      tabell: upload.tabell)
    guard let extract = result.uttrekk else {
      return try avvist(result.feil.prefix(10).map { Feltfeil(Self.felt($0, form), Self.tekst($0)) })
    }
    try context.oppsett.uttrekk.lagre(extract)
    var answer = Nettsvar.side(Avstemmingsside(context, result, extract).side())
    answer.gjort = [.init("lastet opp", extract.team)]
    return answer
  }

  private func avvist(_ feil: [Feltfeil]) throws -> Nettsvar {
    .side(try side(Utfylling(context.skjema, feil: feil)), status: 422)
  }

  /// The field that a fault is mended in.
  private static func felt(_ feil: Innlesingsfeil, _ form: Form) -> String {
    switch feil.kode {
    case "uttrekksdag-mangler", "uttrekk-i-framtida": feil.sak == nil ? "uttrekksdag" : form.felt
    case "helhet-mangler": "helhet"
    case "enhet-mangler": "enhet"
    case "navn": "team"
    default: form.felt
    }
  }

  /// Where it is, and what to do.
  static func tekst(_ feil: Innlesingsfeil) -> String {
    let place = [feil.sted, feil.sak.map { "sak \($0)" } ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    if place.isEmpty { return feil.melding }
    // The name of a file is not changed; «fil 1» and «lista» are words.
    let isName = feil.fil?.contains(".") == true
    return "\(isName ? place : Bokmål.stor(place)): \(feil.melding)"
  }
}

extension Kontekst {
  /// The teams that a person may bring cases in for, as far as they are known.
  var saksteam: [String] {
    get throws {
      if let own = try bruker.team { return own }
      return Set(try kontroller.map(\.nøkkel.team) + oppsett.uttrekk.hoder().map(\.team)).sorted()
    }
  }
}
