import Checklists
import Markup
import Quality
import RuleEngine
import Sampling
import Values

/// The avvik that are the person's business: the open ones unless others are asked for.
struct Avviksoversikt {
  private let context: Kontekst
  private let utvalg: Avviksutvalg
  private let alle: [Avvik]

  private static let perSide = 50

  init(_ context: Kontekst) throws {
    self.context = context
    utvalg = Avviksutvalg(context.spørring)
    alle = try context.egneAvvik
  }

  func side() throws -> Side {
    let day = context.nå.dato
    let found = alle.filter { utvalg.passer($0, day) }.sorted {
      ($0.frist ?? .tidenesMorgen, $0.nummer) < ($1.frist ?? .tidenesMorgen, $1.nummer)
    }
    let last = max(1, (found.count + Self.perSide - 1) / Self.perSide)
    let page = min(utvalg.side, last)
    let shown = found.dropFirst((page - 1) * Self.perSide).prefix(Self.perSide)
    let teams = Set(alle.map(\.team)).sorted()
    let canReport = try context.kanMeldeAvvik
    return Side("Avvik", context) {
      if context.har(.meldeAvvik) {
        Tag.p {
          if canReport { Lenke.knapp("/avvik/meld", "Meld avvik") }
          Lenke.til("/avvik/mine", "Mine meldinger")
        }
      }
      søk(teams)
      Tag.p { telling(found, day) }
      tabell(Array(shown), teams.count > 1, day).html
      if last > 1 { blaing(page, last) }
    }
  }

  private func telling(_ found: [Avvik], _ day: Dato) -> String {
    let late = found.filter { $0.erForfalt(day) }.count
    let head = Bokmål.stor(Bokmål.mengde(found.count, Ord.avvik))
    return head + (late == 0 ? "." : ", \(Bokmål.tall(late)) over fristen.")
  }

  private func søk(_ teams: [String]) -> HTML {
    let form = Utfylling(utvalg.verdier)
    return Utfylling.søk("/avvik") {
      form.filter("tilstand", "Tilstand", Avviksutvalg.tilstander)
      if teams.count > 1 {
        form.filter("team", "Team", alle: "Alle", teams.map { ($0, Bokmål.stor($0)) })
      }
      form.filter(
        "omrade", "Sviktområde", alle: "Alle",
        context.oppsett.bibliotek.sviktområder.sorted { $0.key < $1.key }.map { (String($0.key), $0.value) })
      form.filter(
        "alvorlighet", "Alvorlighet", alle: "Alle", Alvorlighet.allCases.map { ($0.rawValue, $0.visning) })
      form.filter("frist", "Frist", alle: "Alle", [("passert", "Frist passert")])
      Tag.div(.klasse("felt")) { Utfylling.knapp("Vis avvik", .andre) }
    }
  }

  private func tabell(_ shown: [Avvik], _ flereTeam: Bool, _ day: Dato) -> Tabell {
    Tabell(
      "Avvik",
      ["Nummer", "Hva", "Sak"] + (flereTeam ? ["Team"] : []) + ["Tilstand", "Alvorlighet", "Frist"],
      tom: "Ingen passer med valget.",
      rader: shown.map { avvik in
        [
          [Lenke.til(avvik.sti, avvik.nummer)], [.text(avvik.hva)], [.text(avvik.sak ?? "")],
        ] + (flereTeam ? [[.text(Bokmål.stor(avvik.team))]] : []) + [
          [avvik.tilstandsmerke], [.text(avvik.alvorlighet.visning)], avvik.fristcelle(day),
        ]
      })
  }

  @HTMLBuilder private func blaing(_ page: Int, _ last: Int) -> [HTML] {
    Tag.p {
      "Side \(page) av \(last). "
      if page > 1 { Lenke.til("/avvik?\(utvalg.spørring(page - 1))", "Forrige side") }
      " "
      if page < last { Lenke.til("/avvik?\(utvalg.spørring(page + 1))", "Neste side") }
    }
  }
}

/// Which avvik are asked for; anything that is not understood asks for the open ones.
struct Avviksutvalg {
  private let tilstand: String
  private let team: String?
  private let område: Int?
  private let alvorlighet: Alvorlighet?
  private let bareForfalte: Bool
  let side: Int

  static let tilstander: [(verdi: String, tekst: String)] =
    [("apne", "Åpne"), ("alle", "Alle")] + Avvikstilstand.allCases.map { ($0.rawValue, $0.visning) }

  init(_ query: Skjemadata) {
    let asked = query["tilstand"]
    tilstand = Self.tilstander.contains { $0.verdi == asked } ? asked : "apne"
    team = query.verdi("team")
    område = Int(query["omrade"])
    alvorlighet = Alvorlighet(rawValue: query["alvorlighet"])
    bareForfalte = query["frist"] == "passert"
    side = max(1, min(Int(query["side"]) ?? 1, 10_000))
  }

  func passer(_ avvik: Avvik, _ dag: Dato) -> Bool {
    let state =
      switch tilstand {
      case "apne": avvik.erÅpent
      case "alle": true
      default: avvik.tilstand.rawValue == tilstand
      }
    return state && (team == nil || avvik.team == team)
      && (område == nil || avvik.sviktområde == område)
      && (alvorlighet == nil || avvik.alvorlighet == alvorlighet) && (!bareForfalte || avvik.erForfalt(dag))
  }

  /// The fields as they stand.
  var verdier: Skjemadata {
    Skjemadata(
      [
        ("tilstand", tilstand), ("team", team ?? ""), ("omrade", område.map(String.init) ?? ""),
        ("alvorlighet", alvorlighet?.rawValue ?? ""), ("frist", bareForfalte ? "passert" : ""),
      ].filter { !$0.1.isEmpty })
  }

  func spørring(_ side: Int) -> String {
    (verdier.felt.map { ($0.navn, $0.verdi) } + [("side", String(side))])
      .map { "\($0.0)=\(Prosentkode.skriv($0.1))" }.joined(separator: "&")
  }
}

extension Utfylling {
  /// A choice that narrows a list. There is no «Velg»: one of the choices always holds, `alle` when nothing is asked.
  func filter(
    _ navn: String, _ etikett: String, alle: String? = nil, _ alternativer: [(verdi: String, tekst: String)]
  ) -> HTML {
    let choices = (alle.map { [(verdi: "", tekst: $0)] } ?? []) + alternativer
    return felt(navn, etikett, nil, false) { described in
      [
        .element(
          .select, [.id(navn), .navn(navn)] + described,
          choices.map { choice in
            .element(
              .option,
              [Attribute("value", choice.verdi)]
                + (verdier[navn] == choice.verdi ? [Attribute("selected", "")] : []),
              [.text(choice.tekst)])
          })
      ]
    }
  }
}
