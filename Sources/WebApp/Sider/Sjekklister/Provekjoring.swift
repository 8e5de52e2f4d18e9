import Checklists
import Markup
import Quality
import Reports
import RuleEngine
import Values

/// Both versions run on the cases that are stored: what only the new one finds, what is gone, and what cannot be told.
enum Prøvekjøring {
  /// So many drawn cases, the latest.
  static let antallSaker = 24

  /// Both versions run; and which control each case is from.
  struct Resultat: Sendable {
    var resultat: Gjenkjøring
    var rapport: Diffrapport
    /// How many cases could not be read.
    var uleste: Int
    var kontroller: [String: Kontrollnøkkel]
  }

  static func kjør(_ gammel: Sjekkliste, _ ny: Sjekkliste, _ context: Kontekst) throws -> Resultat {
    try context.husket("prøvekjøring \(gammel.innholdshash) \(ny.innholdshash)") {
      let library = context.oppsett.bibliotek
      let stored = try Lagredekontroller(context.lager, sisteSaker: antallSaker)
      var replay = Gjenkjøring(fra: gammel, til: ny)
      var unread = 0
      var controls: [String: Kontrollnøkkel] = [:]
      for control in stored.kontroller {
        unread += try control.gjenkjør(fra: gammel, til: ny, library.modell, &replay).count
        for sak in control.saker { controls[control.navn(sak)] = control.nøkkel }
      }
      let run = Diffrapport.Kjøring(replay, .lagret(stored), antallFeil: unread)
      return Resultat(
        resultat: replay, rapport: Diffrapport(Sjekklistediff(fra: gammel, til: ny), library, run),
        uleste: unread, kontroller: controls)
    }
  }

  static func side(_ context: Kontekst) throws -> Side {
    let proposal = try Forslagsside.forslag(context)
    let old = try Forslagsside.endret(proposal, context)
    let found = try kjør(old, try Forslagsside.nyVersjon(proposal, context), context)
    return Side("Prøvekjøring av \(proposal.nummer)", context) {
      for sentence in found.rapport.konklusjon { Tag.p { sentence } }
      if found.uleste > 0 { Tag.p { "\(found.uleste) saker kunne ikke leses." } }
      Tag.p { "Funn som er gjort før, endres ikke. Prøvekjøringen lagrer ingenting." }
      tabell(found)
      Tag.h2 { "Sakene" }
      for (title, category) in kategorier { saker(title, category, found, context) }
      Tag.p { Lenke.til(proposal.sideadresse, "Tilbake til forslaget") }
    }
  }

  private static let kategorier: [(String, Gjenkjøringskategori)] = [
    ("Nytt funn", .nytt), ("Bortfalt funn", .bortfalt), ("Endret mellom avvik og merknad", .endret),
    ("Uendret", .uendret), ("Kan ikke beregnes", .kanIkkeBeregnes),
  ]

  private static func tabell(_ found: Resultat) -> [HTML] {
    let rows = found.resultat.punkter.filter { !$0.overganger.isEmpty }.map { point in
      [[HTML.text("\(point.id): \(point.spørsmål.medÅretFør)")]]
        + kategorier.map { [.text(String(point.antall($0.1)))] }
    }
    return Tabell(
      "Hva de to versjonene finner, punkt for punkt", ["Punkt"] + kategorier.map(\.0),
      tall: Set(kategorier.map(\.0)), tom: "Ingen av versjonene har funn i disse sakene.", rader: rows
    ).html
  }

  /// The cases of a category, point by point, for those who may see cases, and of their own teams.
  @HTMLBuilder private static func saker(
    _ title: String, _ category: Gjenkjøringskategori, _ found: Resultat, _ context: Kontekst
  ) -> [HTML] {
    let points = found.resultat.punkter.filter { $0.antall(category) > 0 }
    if !points.isEmpty, category != .uendret {
      Tag.h3 { title }
      Tag.ul {
        for point in points {
          let cases = point.saker(category)
          let own = cases.filter { erSynlig($0, found, context) }
          Tag.li {
            "\(point.id): "
            for (index, name) in own.enumerated() {
              if index > 0 { ", " }
              lenke(name, found)
            }
            if own.count < cases.count {
              "\(own.isEmpty ? "" : ", og ")\(cases.count - own.count) som du ikke har tilgang til"
            }
          }
        }
      }
    }
  }

  private static func erSynlig(_ name: String, _ found: Resultat, _ context: Kontekst) -> Bool {
    guard context.har(.seKontroll), let key = found.kontroller[name] else { return false }
    return context.økt?.økt.bruker.ser(team: key.team) ?? false
  }

  private static func lenke(_ name: String, _ found: Resultat) -> HTML {
    guard let key = found.kontroller[name], let sak = name.split(separator: "/").first else {
      return .text(name)
    }
    return Lenke.til(Lenke.kontroll(key, "sak", String(sak)), name)
  }
}
