import Checklists
import Markup
import Quality
import Reports
import Values

/// The plans on a day, row by row as the source has them, with what was signed and what the controls show.
enum Planside {
  static func rapport(_ context: Kontekst, _ choice: Dagvalg) throws -> Planrapport {
    let day = choice.dag
    return try context.husket("planer \(day)", hviler: .oppfølging) {
      let register = try context.register.per(day)
      let isEmpty = try context.enhet == nil
      let figures = try Sviktmåling.linjer(
        context.oppsett.bibliotek, register, hjul: try Årshjulside.status(context, på: day), på: day,
        rekke: isEmpty ? nil : { try context.kontrollrekke($0) })
      return Planrapport(
        context.oppsett.planverk.planer.map {
          Planstatus(plan: $0, hendelser: register.planhendelser, på: day, målinger: figures)
        })
    }
  }

  /// The same as a document for print.
  static func utskrift(_ context: Kontekst) throws -> String { try rapport(context, Dagvalg(context)).html }

  static func side(_ context: Kontekst) throws -> Side {
    let choice = Dagvalg(context)
    let report = try rapport(context, choice)
    return Side("Planer", context, feil: choice.feil) {
      if context.spørring.har("lagret") { Varsel.gjort("Det du førte, er lagret.") }
      if report.planer.isEmpty {
        Tag.p { "Det er ikke lagt inn noen planer." }
      } else {
        Tag.p { Lenke.til("/planer/utskrift?\(choice.spørring)", "Åpne planene som dokument for utskrift") }
      }
      for status in report.planer { plan(status, context) }
      choice.skjema("/planer")
    }
  }

  @HTMLBuilder private static func plan(_ status: Planstatus, _ context: Kontekst) -> [HTML] {
    Tag.h2 { Bokmål.stor(status.plan.navn) }
    for line in status.innledning { Tag.p { line } }
    for row in status.rader {
      Tag.h3 { tittel(row, status) }
      Tabell(
        "Tiltak i \(status.plan.navn), rad \(row.rad.id)", kolonner(status, context),
        rader: row.tiltak.map { celler($0, row, status, context) }
      ).html
      if let lines = row.måling, !lines.isEmpty {
        Tag.p { "Det kontrollene viser:" }
        Tag.ul { for line in lines { Tag.li { line.setning } } }
      }
      for note in status.merknaderOmKilden(row.rad) { Tag.p(.klasse("dempet")) { "Om kilden: \(note)" } }
    }
  }

  private static func tittel(_ row: Planstatus.Radstatus, _ status: Planstatus) -> String {
    let aim =
      status.plan.hovedmål.first { $0.id == row.rad.hovedmål }.map { "Mål \($0.id): \($0.tekst). " } ?? ""
    return aim + [row.rad.nr, row.rad.tekst].compactMap(\.self).joined(separator: ": ")
  }

  private static func kolonner(_ status: Planstatus, _ context: Kontekst) -> [String] {
    let own: [String] =
      switch status.plan.slag {
      case .fremdriftsplan:
        ["Konkrete tiltak", "Tidspunkt for iverksetting", "Tidspunkt for evaluering", "Ansvarlig"]
      case .handlingsplan: ["Tiltak", "Frist", "Status i planen", "Merknader"]
      }
    return own + ["Status \(status.dato.bokmål)"] + (context.har(.førePlan) ? ["Før status"] : [])
  }

  private static func celler(
    _ measure: Tiltaksstatus, _ row: Planstatus.Radstatus, _ status: Planstatus, _ context: Kontekst
  ) -> [[HTML]] {
    func times(_ all: [Tidspunkt]) -> [HTML] { all.map { time in Tag.p { time.celle } } }
    let own: [[HTML]] =
      switch status.plan.slag {
      case .fremdriftsplan:
        [
          times(row.rad.iverksettes), times(row.rad.evalueres),
          [.text(Bokmål.stor(Bokmål.liste(row.rad.ansvarlig)))],
        ]
      case .handlingsplan:
        [
          times(measure.tiltak.iverksettes), [.text(status.statuscelle(measure))],
          status.merknader(measure).map { note in Tag.p { note } },
        ]
      }
    let path = Lenke.sti("planer", status.plan.id, measure.tiltak.id)
    return [measure.tiltak.avsnitt.map { line in Tag.p { line } }] + own + [[.text(measure.setning)]]
      + (context.har(.førePlan)
        ? [[Lenke.til(path, "Før status", skjult: "for tiltak \(measure.tiltak.id)")]] : [])
  }
}

/// Saying that a measure of a plan is in effect, or evaluated.
enum Plansignering {
  private static func tiltak(_ context: Kontekst) throws -> (Plan, Plantiltak) {
    let (id, measure) = (try context.plass("plan"), try context.plass("tiltak"))
    guard let plan = context.oppsett.planverk.planer.first(where: { $0.id == id }),
      let found = plan.tiltak.first(where: { $0.id == measure })
    else { throw Sidefeil.finnesIkke }
    return (plan, found)
  }

  static func side(_ context: Kontekst) throws -> Side {
    try context.krevFersk(tilbake: context.forespørsel.sti)
    return try side(context, Utfylling(forslag: Datofelt.verdier("dato", context.nå.dato)))
  }

  private static func side(_ context: Kontekst, _ filled: Utfylling) throws -> Side {
    let (plan, measure) = try tiltak(context)
    let done = try context.register.planhendelser.filter { $0.plan == plan.id && $0.tiltak == measure.id }
    return Side("Tiltak \(measure.id) i \(plan.navn)", context, feil: filled.feil) {
      for line in measure.avsnitt { Tag.p { line } }
      Tabell(
        "Ført før", ["Dato", "Hva", "Rolle", "Merknad"], tom: "Ingenting er ført.",
        rader: done.map {
          [
            [.text($0.dato.bokmål)], [.text($0.slag.visning)], [.text($0.rolle)], [.text($0.merknad ?? "")],
          ]
        }
      ).html
      Utfylling.skjema(Lenke.sti("planer", plan.id, measure.id), context) {
        filled.valg(
          "skritt", "Hva er gjort?", Planhendelse.Slag.allCases.map { ($0.rawValue, $0.visning) })
        filled.dato("dato", "Dato", hjelp: "Dagen det ble gjort.")
        filled.område(
          "merknad", "Merknad", hjelp: "Skriv uten navn og uten å nevne saker.", valgfritt: true)
        Utfylling.knapp("Lagre status")
      }
      Tag.p { Lenke.til("/planer", "Avslutt uten å lagre") }
    }
  }

  static func lagre(_ context: Kontekst) throws -> Nettsvar {
    let (plan, measure) = try tiltak(context)
    try context.krevFersk(tilbake: context.forespørsel.sti)
    do {
      guard let step = Planhendelse.Slag(rawValue: context.skjema["skritt"]) else {
        throw Feltfeil("skritt", "Hva som er gjort, må velges.")
      }
      let day = try Signeringsdag.les(context)
      let remark = try Signeringsdag.merknad(context, "merknad", "Merknad")
      let what = try context.oppsett.planverk.signerbar(
        plan: plan.id, tiltak: measure.id, step, den: day, hendelser: context.register.planhendelser)
      try Signeringsdag.verb(context, den: day).signer(what, merknad: remark, rolle: context.rolle)
      return .videre(til: "/planer?lagret=1", gjort: .init("signert", "\(plan.id)/\(measure.id)"))
    } catch let error as Feltfeil {
      return try avvist(context, error)
    } catch Signeringsfeil.førPlanen(let made, _) {
      return try avvist(
        context, Feltfeil("dato", "Dato kan ikke være før planen ble laget, \(made.bokmål)."))
    } catch Signeringsfeil.ikkeIverksatt {
      return try avvist(
        context,
        Feltfeil(
          "skritt", "Hva som er gjort, kan ikke være evaluert ennå. Før først at tiltaket er satt i verk."))
    }
  }

  private static func avvist(_ context: Kontekst, _ fault: Feltfeil) throws -> Nettsvar {
    .side(try side(context, Utfylling(context.skjema, feil: [fault])), status: 422)
  }
}

extension Planhendelse.Slag {
  /// As a reader sees it.
  fileprivate var visning: String {
    switch self {
    case .iverksatt: "Satt i verk"
    case .evaluert: "Evaluert"
    }
  }
}
