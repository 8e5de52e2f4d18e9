import AuditStore
import Checklists
import JSONText
import Quality
import Reports
import Sampling
import Values

/// The documents themselves, made by the same reports as on the command line.
enum Protokolldokument {
  /// The locked control that the path names, of a team that is the person's business.
  private static func kontroll(_ context: Kontekst) throws -> Kontrollnøkkel {
    let team = try context.plass("team")
    try context.krev(team: team)
    let month = try context.plass("maned")
    guard
      let found = try LåstKontroll.alle(context).first(where: {
        $0.nøkkel.team == team && $0.nøkkel.måned.description == month
      })
    else { throw Sidefeil.finnesIkke }
    return found.nøkkel
  }

  static func protokoll(_ context: Kontekst, _ edition: Protokoll.Edition) throws -> Nettsvar {
    let key = try kontroll(context)
    // A locked control never changes.
    return try context.husket("protokoll \(key.måned) \(key.team) \(edition)", hviler: [.lås]) {
      .dokument(Protokoll(try context.kontrollverb(key).kontroll(), edition).html)
    }
  }

  static func worklist(_ context: Kontekst) throws -> Nettsvar {
    .dokument(Worklist(try context.kontrollverb(try kontroll(context)).kontroll()).html)
  }

  static func bevis(_ context: Kontekst) throws -> Nettsvar {
    let key = try kontroll(context)
    try context.krevUttak()
    let proof = try context.kontrollverb(key).trekningsbevis()
    return .fil(
      Array((proof.json.prettyText + "\n").utf8), navn: "trekningsbevis-\(key.måned).json",
      type: "application/json")
  }

  static func referat(_ context: Kontekst) throws -> Nettsvar {
    guard let meeting = try context.register.møte(try context.plass("nummer")), meeting.godkjent != nil else {
      throw Sidefeil.finnesIkke
    }
    return .dokument(Referat(meeting).html)
  }

  private static func år(_ context: Kontekst) throws -> Int {
    guard let year = Int(try context.plass("ar")), (1990...2100).contains(year) else {
      throw Sidefeil.finnesIkke
    }
    return year
  }

  private static let ingen = Sidefeil.ikkeNå("Ingen kontroll er låst dette året. Da er det ikke noe å vise.")

  static func årsgjennomgang(_ context: Kontekst) throws -> Nettsvar {
    let year = try år(context)
    guard let unit = try context.enhet else { throw ingen }
    let library = context.oppsett.bibliotek
    let html = try context.husket("årsgjennomgang \(year)") { () -> String? in
      let history = try Kontrollhistorie(context.lager, til: Måned(.årsslutt(year))) {
        Årsgjennomgang.førsteMåned(year, $0)
      }
      let options = Årsgjennomgang.Valg(
        år: year, dag: .årsslutt(year), enhet: unit, sviktområder: library.sviktområder, saker: history.saker,
        bedømt: { library.bedømt($0, på: $1) })
      let review = Årsgjennomgang(options, history.register, history.rekke)
      return review.flatMap { $0.harKontroller ? $0.html : nil }
    }
    guard let html else { throw ingen }
    return .dokument(html)
  }

  static func fagdag(_ context: Kontekst) throws -> Nettsvar {
    let year = try år(context)
    guard let unit = try context.enhet else { throw ingen }
    let html = try context.husket("fagdag \(year)") { () -> String? in
      let months = Måned(.nyttår(year))...Måned(.årsslutt(year))
      let rows = try context.kontrollrekke(months)
      if rows.kontroller.isEmpty { return nil }
      let day = Dato.årsslutt(year)
      let learned = Erfaring(months, på: day, try context.register, rows) {
        context.oppsett.bibliotek.regel($0, på: day)
      }
      return Fagdag(learned, enhet: unit).html
    }
    guard let html else { throw ingen }
    return .dokument(html)
  }
}
