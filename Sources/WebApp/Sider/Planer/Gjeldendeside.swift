import Checklists
import Markup
import Quality
import Reports
import Values

/// What is in force on a day: procedures, checklists, plans and registers, with the hashes of the files.
enum Gjeldendeside {
  static func side(_ context: Kontekst) throws -> Side {
    let choice = Dagvalg(context)
    let setup = context.oppsett
    let now = Gjeldende(setup.bibliotek, setup.planverk.planer, filer: setup.filer, på: choice.dag)
    return Side("Dette gjelder \(choice.dag.bokmål)", context, feil: choice.feil) {
      Tag.p { "Det som ikke er tatt i bruk ennå, og det som ikke lenger gjelder, står ikke her." }
      Tag.p { Lenke.til("/huset", "Huset: hvem som har ansvar for hva") }
      choice.skjema("/gjeldende")
      prosedyrer(now)
      Tabell(
        "Sjekklister", ["Sjekkliste", "Gjelder", "Punkter", "Innhold (SHA-256)"], tall: ["Punkter"],
        rader: now.sjekklister.map {
          [
            [Lenke.til($0.sideadresse, $0.id)], [.text($0.gjelder.dagene)],
            [.text(String($0.punkter.count))], kode($0.innholdshash),
          ]
        }
      ).html
      Tabell(
        "Planer", ["Plan", "Gjelder", "Tiltak", "Innhold (SHA-256)"], tall: ["Tiltak"],
        rader: now.planer.map { plan in
          let file = setup.filer.first { $0.sti == "\(Planverk.planmappe)\(plan.id).yaml" }
          let name = Bokmål.stor(plan.navn)
          return [
            [context.har(.sePlan) ? Lenke.til("/planer?\(choice.spørring)", name) : .text(name)],
            [.text(plan.gjelder.dagene)], [.text(String(plan.tiltak.count))], kode(file?.hash ?? ""),
          ]
        }
      ).html
      Tabell(
        "Registre", ["Fil", "Innhold (SHA-256)"],
        rader: now.registre.map { [[.text($0.fil)], kode($0.hash)] }
      ).html
    }
  }

  private static func prosedyrer(_ now: Gjeldende) -> [HTML] {
    Tabell(
      "Prosedyrer",
      ["Prosedyre", "Versjon", "Gjelder fra", "Neste revisjon", "Ansvarlig", "Ansatte skal melde avvik"],
      rader: now.prosedyrer.map { procedure, version in
        [
          [Lenke.til("/gjeldende/prosedyrer#\(Prosentkode.skriv(procedure.id))", procedure.navn)],
          [.text(version.versjon)], [.text(version.fra.bokmål)],
          [.text(version.fra.adding(måneder: 24).bokmål)], [.text(Bokmål.stor(procedure.ansvarlig))],
          [.text(procedure.valgtForMelding ? "Ja" : "Nei")],
        ]
      }
    ).html
  }

  private static func kode(_ text: String) -> [HTML] { [Tag.span(.klasse("kode")) { text }] }
}

/// The legal basis register: what the law says, how sure we are, and which points rest on it.
enum Hjemmelside {
  static func side(_ context: Kontekst) -> Side {
    let library = context.oppsett.bibliotek
    let today = context.nå.dato
    let inForce = library.sjekklister.filter { $0.gjelder.inneholder(today) }
    return Side("Lover, forskrifter og egne regler", context) {
      Tag.p {
        "Her står det sjekklistene bygger på, når det gjaldt, og hvor sikre vi er på hvordan det skal leses."
      }
      for basis in library.hjemler {
        Tag.section(.klasse("kort"), .id(basis.id), .beskrevet(av: "\(basis.id)-navn")) {
          Tag.h2(.id("\(basis.id)-navn")) { Bokmål.stor(basis.navn) }
          Tag.p { basis.krav }
          Tag.dl {
            Tag.dt { "Gjelder" }
            Tag.dd { "\(basis.gjelder.dagene)\(basis.erIKraft(på: today) ? "" : " (ikke nå)")" }
            Tag.dt { "Slag" }
            Tag.dd { Bokmål.stor(basis.slag.rawValue) }
            Tag.dt { "Hvor sikkert" }
            for line in basis.hvorSikkert { Tag.dd { line } }
            Tag.dt { "Lest i" }
            Tag.dd { basis.kilde }
            Tag.dt { "Kontrolleres igjen senest" }
            Tag.dd { basis.kontrolleresSenest.bokmål }
          }
          punkter(inForce) { $0.hjemmel.contains(basis.id) }
        }
      }
    }
  }

  /// The points of these versions that something is about.
  @HTMLBuilder static func punkter(_ lists: [Sjekkliste], _ when: (Sjekkpunkt) -> Bool) -> [HTML] {
    let found = lists.flatMap { list in list.punkter.filter(when).map { (list, $0) } }
    if !found.isEmpty {
      Tag.p { "Punkter i sjekklisten som gjelder nå:" }
      Tag.ul {
        for (list, point) in found {
          Tag.li {
            Lenke.til(
              "\(list.sideadresse)#\(point.id)", "\(point.id): \(point.spørsmål.medÅretFør)")
          }
        }
      }
    }
  }
}

/// The procedures: what they are for, who answers for them, and what counts as an avvik on them.
enum Prosedyreside {
  static func side(_ context: Kontekst) -> Side {
    let library = context.oppsett.bibliotek
    let today = context.nå.dato
    let inForce = library.sjekklister.filter { $0.gjelder.inneholder(today) }
    return Side("Prosedyrer", context) {
      for procedure in library.prosedyrer {
        Tag.section(.klasse("kort"), .id(procedure.id), .beskrevet(av: "\(procedure.id)-navn")) {
          Tag.h2(.id("\(procedure.id)-navn")) { procedure.navn }
          if procedure.valgtForMelding {
            Tag.p { Tag.strong { "Ansatte skal melde avvik på denne prosedyren." } }
          }
          Tag.p { procedure.formål }
          Tag.dl {
            Tag.dt { "Ansvarlig" }
            Tag.dd { Bokmål.stor(procedure.ansvarlig) }
            Tag.dt { "Versjoner" }
            Tag.dd {
              procedure.versjoner.map { "\($0.versjon) fra \($0.fra.bokmål)" }.joined(separator: "; ")
            }
            if let due = procedure.revideresSenest {
              Tag.dt { "Neste revisjon" }
              Tag.dd { due.bokmål }
            }
            if !procedure.hjemmel.isEmpty {
              Tag.dt { "Bygger på" }
              Tag.dd { for id in procedure.hjemmel { hjemmel(id, library, today) } }
            }
          }
          if !procedure.avvik.isEmpty {
            Tag.p { "Dette er et avvik på prosedyren:" }
            Tag.ul { for deviation in procedure.avvik { Tag.li { avvik(deviation) } } }
          }
          Hjemmelside.punkter(inForce) { $0.prosedyre == procedure.id }
        }
      }
    }
  }

  private static func hjemmel(_ id: String, _ library: Sjekklistebibliotek, _ today: Dato) -> HTML {
    Tag.p { Lenke.til("/gjeldende/hjemler#\(id)", Bokmål.stor(library.navn(påHjemmel: id, på: today))) }
  }

  private static func avvik(_ deviation: Prosedyreavvik) -> String {
    deviation.punkter.isEmpty
      ? deviation.tekst : "\(deviation.tekst) (Måles av \(Bokmål.liste(deviation.punkter)).)"
  }
}

/// «Huset»: which service answers for what, on each step of help, the highest on top as in a house.
enum Husside {
  static func side(_ context: Kontekst) throws -> Side {
    guard let house = context.oppsett.planverk.hus else { throw Sidefeil.finnesIkke }
    return Side("Huset", context) {
      Tag.p { house.merknad }
      for step in house.trinn.reversed() {
        Tag.h2 { "Trinn \(step.trinn): \(step.navn)" }
        Tag.p { step.forklaring }
        Tabell(
          "Tjenester på trinn \(step.trinn)", ["Tjeneste", "Ansvar", "Kontaktpunkt", "Sist gjennomgått"],
          rader: house.tjenester.filter { $0.trinn.contains(step.trinn) }.map {
            [
              [.text($0.tjeneste)], [.text($0.ansvar)], [.text($0.kontaktpunkt)],
              [.text($0.sistGjennomgått.bokmål)],
            ]
          }
        ).html
      }
    }
  }
}
