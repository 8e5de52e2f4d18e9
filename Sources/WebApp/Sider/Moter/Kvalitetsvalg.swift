import AuditStore
import Checklists
import Markup
import Quality
import Reports
import Sampling
import Values

/// What a summary is asked for, as the query says it: which body, which months, which team.
struct Kvalitetsvalg: Hashable, Sendable {
  var slag: Møteslag = .kvalitetsgruppe
  var fra: Måned
  var til: Måned
  var team: String?
  /// The day whose state counts, when it is not the day of the request.
  var dag: Dato?

  init(fra: Måned, til: Måned) { (self.fra, self.til) = (fra, til) }

  /// The last two whole months, unless the query asks for others. A leader of one team sees that team.
  init(_ context: Kontekst) throws {
    let last = Måned(context.nå.dato).adding(måneder: -1)
    let query = context.spørring
    til = min(Måned(query["til"]) ?? last, Måned(context.nå.dato))
    fra = Måned(query["fra"]) ?? til.adding(måneder: -1)
    if fra > til || fra.til(til).count > Løpediagram.antallMåneder { fra = til.adding(måneder: -1) }
    slag = try context.egneSlag.first { $0.rawValue == query["slag"] } ?? context.egneSlag.first ?? slag
    let user = try context.bruker
    let teams = try context.avviksteam
    if user.rolle.erBundetTilTeam, user.team != nil {
      guard let own = teams.first(where: { $0 == query["team"] }) ?? teams.first else {
        throw Sidefeil.ikkeNå("Teamet ditt har ingen kontroll ennå, så det er ingenting å vise.")
      }
      team = own
    } else {
      team = teams.first { $0 == query["team"] }
    }
  }

  /// What a meeting looks back on, as it stood on the day of the meeting.
  init(_ møte: Møte, _ context: Kontekst) throws {
    self.init(fra: Måned(møte.periode.fra), til: Måned(møte.periode.til))
    slag = møte.slag
    dag = møte.dato
    let user = try context.bruker
    if user.rolle.erBundetTilTeam, user.team != nil { team = try context.avviksteam.first ?? "" }
  }

  /// The choice as a query.
  var spørring: String {
    [("slag", slag.rawValue), ("fra", fra.description), ("til", til.description), ("team", team ?? "")]
      .filter { !$0.1.isEmpty }.map { "\($0.0)=\(Prosentkode.skriv($0.1))" }.joined(separator: "&")
  }

  var måneder: ClosedRange<Måned> { fra...max(fra, til) }

  /// The form that chooses.
  func søk(_ sti: String, _ context: Kontekst) throws -> HTML {
    let last = Måned(context.nå.dato)
    let months = Set((0..<24).map { last.adding(måneder: -$0) } + [fra, til]).sorted(by: >).map {
      (verdi: $0.description, tekst: Bokmål.stor($0.bokmål))
    }
    let form = Utfylling(
      forslag: [
        ("slag", slag.rawValue), ("fra", fra.description), ("til", til.description), ("team", team ?? ""),
      ])
    let bodies = try context.egneSlag
    let teams = try context.avviksteam
    let bound = try context.bruker.rolle.erBundetTilTeam && context.bruker.team != nil
    return Utfylling.søk(sti) {
      if bodies.count > 1 { form.filter("slag", "Møte", bodies.map { ($0.rawValue, $0.visning) }) }
      form.filter("fra", "Fra", months)
      form.filter("til", "Til og med", months)
      if teams.count > 1 {
        form.filter("team", "Team", alle: bound ? nil : "Alle", teams.map { ($0, Bokmål.stor($0)) })
      }
      Tag.div(.klasse("felt")) { Utfylling.knapp("Vis perioden", .andre) }
    }
  }
}

extension Kontekst {
  /// The bodies whose meetings are the person's business: the committee sees its own.
  var egneSlag: [Møteslag] {
    get throws { try bruker.rolle == .kvalitetsutvalg ? [.kvalitetsutvalg] : Møteslag.allCases }
  }

  /// Whether the person belongs to a body, and writes its minutes.
  func fører(_ slag: Møteslag) throws -> Bool {
    try har(.føreMøte) && bruker.rolle.rawValue == slag.rawValue
  }

  /// Single cases are for those who follow avvik up; the others see counts.
  var serEnkeltsaker: Bool { har(.seAvvik) }

  /// The summary of a choice, made once for each state of the store.
  func oppsummering(_ valg: Kvalitetsvalg) throws -> Kvalitetsoppsummering {
    let day = valg.dag ?? nå.dato
    return try husket("oppsummering \(valg.spørring) \(day)", hviler: .oppfølging) {
      let register = try register
      let library = oppsett.bibliotek
      guard
        let asked = Oppsummeringsvalg(
          fra: valg.fra, til: valg.til, dag: day, slag: valg.slag, team: valg.team, library,
          årshjul: oppsett.planverk.årshjul, register, forslag: try Forslagsside.alle(self))
      else { throw Sidefeil.uforståelig }
      return Kvalitetsoppsummering(
        asked, register, try kontrollrekke(asked.tilbake(Løpediagram.antallMåneder)),
        bedømt: { library.bedømt($0, på: $1) })
    }
  }
}
