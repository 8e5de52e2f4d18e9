import CaseRecords
import Checklists
import Intake
import Markup
import Quality
import Reports
import RuleEngine
import Values

/// Both versions run on cases that are here: what only the new one finds, what is gone, and what cannot be told.
enum Prøvekjøring {
  /// So many drawn cases, the latest.
  static let antallSaker = 24

  /// Both versions run on some cases; and which control each case is from, if any.
  struct Resultat: Sendable {
    var resultat: Gjenkjøring
    var rapport: Diffrapport
    /// How many cases could not be read.
    var uleste = 0
    var kontroller: [String: Kontrollnøkkel] = [:]
  }

  /// Runs both versions on the drawn cases that are stored, each on its own control date.
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

  /// Runs both versions on every case of an extract, on the last day that all its records are complete to.
  static func kjør(_ gammel: Sjekkliste, _ ny: Sjekkliste, _ uttrekk: Uttrekk, _ library: Sjekklistebibliotek)
    throws -> Resultat?
  {
    let cases = try uttrekk.bunke(library.modell)
    guard let day = cases.saker.map(\.uttrekk).min() else { return nil }
    var replay = Gjenkjøring(fra: gammel, til: ny)
    var (before, after) = (Punktkontroll(gammel, cases, på: day), Punktkontroll(ny, cases, på: day))
    replay.kjør(&before, &after, cases, saker: cases.saker.indices)
    let run = Diffrapport.Kjøring(replay, .saker(på: day), antallFeil: uttrekk.uleselige.count)
    return Resultat(
      resultat: replay, rapport: Diffrapport(Sjekklistediff(fra: gammel, til: ny), library, run),
      uleste: uttrekk.uleselige.count)
  }

  /// The latest extract of each team whose cases the person may see, run.
  private static func uttrekkene(_ gammel: Sjekkliste, _ ny: Sjekkliste, _ context: Kontekst) throws -> [(
    team: String, funnet: Resultat
  )] {
    guard context.har(.seKontroll) else { return [] }
    let person = try context.bruker
    let store = context.oppsett.uttrekk
    return try store.hoder().filter { person.ser(team: $0.team) }.compactMap { head in
      try store.les(team: head.team)
        .flatMap { try kjør(gammel, ny, $0, context.oppsett.bibliotek) }.map { (head.team, $0) }
    }
  }

  static func side(_ context: Kontekst) throws -> Side {
    let proposal = try Forslagsside.forslag(context)
    let (old, new) = (
      try Forslagsside.endret(proposal, context), try Forslagsside.nyVersjon(proposal, context)
    )
    let drawn = try kjør(old, new, context)
    let extracts = try uttrekkene(old, new, context)
    return Side("Prøvekjøring av \(proposal.nummer)", context) {
      Tag.p { "Funn som er gjort før, endres ikke. Prøvekjøringen lagrer ingenting." }
      del("De siste trukne sakene", drawn, context)
      for (team, found) in extracts { del("Alle sakene i siste uttrekk for \(team)", found, context) }
      Tag.p { Lenke.til(proposal.sideadresse, "Tilbake til forslaget") }
    }
  }

  /// The conclusion first, then the numbers, then the cases.
  @HTMLBuilder private static func del(_ title: String, _ found: Resultat, _ context: Kontekst) -> [HTML] {
    Tag.h2 { title }
    for sentence in found.rapport.konklusjon { Tag.p { sentence } }
    if found.uleste > 0 {
      Tag.p { "\(found.uleste) \(found.uleste == 1 ? "sak" : "saker") kunne ikke leses." }
    }
    tabell(title, found)
    for (heading, category) in kategorier where category != .uendret {
      saker(heading, category, found, context)
    }
  }

  private static let kategorier: [(String, Gjenkjøringskategori)] = [
    ("Nytt funn", .nytt), ("Bortfalt funn", .bortfalt), ("Endret mellom avvik og merknad", .endret),
    ("Uendret", .uendret), ("Kan ikke beregnes", .kanIkkeBeregnes),
  ]

  private static func tabell(_ title: String, _ found: Resultat) -> [HTML] {
    let rows = found.resultat.punkter.filter { !$0.overganger.isEmpty }.map { point in
      [[HTML.text("\(point.id): \(point.spørsmål.medÅretFør)")]]
        + kategorier.map { [.text(String(point.antall($0.1)))] }
    }
    return Tabell(
      "\(title), punkt for punkt", ["Punkt"] + kategorier.map(\.0),
      tall: Set(kategorier.map(\.0)), tom: "Ingen av versjonene har funn i disse sakene.", rader: rows
    ).html
  }

  /// The cases of a category, point by point, for those who may see cases, and of their own teams.
  @HTMLBuilder private static func saker(
    _ title: String, _ category: Gjenkjøringskategori, _ found: Resultat, _ context: Kontekst
  ) -> [HTML] {
    let points = found.resultat.punkter.filter { $0.antall(category) > 0 }
    if !points.isEmpty {
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

  /// The cases of an extract are shown to none but those who see the team.
  private static func erSynlig(_ name: String, _ found: Resultat, _ context: Kontekst) -> Bool {
    if found.kontroller.isEmpty { return true }
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
