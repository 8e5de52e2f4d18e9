import JSONText
import Markup
import Quality
import Reports
import Sampling
import Values

/// Where the quality group begins: the period, the agenda it makes, and the meetings.
struct Kvalitetsside {
  let context: Kontekst

  func side() throws -> Side {
    let valg = try Kvalitetsvalg(context)
    let agenda = try Agenda(valg, context)
    let summary = try context.oppsummering(valg)
    let choice = try valg.søk("/kvalitet", context)
    let meetings = try møter(valg.slag)
    let holds = try context.fører(valg.slag)
    return Side(valg.slag.visning, context) {
      choice
      Tag.p(.klasse("ingress")) {
        "Møtet ser på avvik \(valg.måneder.bokmål). Agendaen lages av det som er registrert."
      }
      if !summary.harKontroll { Tag.p { Tag.strong { "Ingen kontroll er låst i perioden." } } }
      for sak in agenda.saker {
        Tag.h2(.id("sak-\(sak.nummer)")) { "\(sak.nummer) \(sak.tittel): \(Agenda.antall(sak))" }
        agenda.rader(sak)
      }
      dokumenter(valg)
      Tag.h2(.id("moter")) { "Møter" }
      if holds {
        Tag.p { Lenke.knapp("/kvalitet/mote/nytt?\(valg.spørring)", "Hold møte") }
      }
      meetings.html
    }
  }

  @HTMLBuilder private func dokumenter(_ valg: Kvalitetsvalg) -> [HTML] {
    let ask = valg.spørring
    Tag.h2 { "Tall og dokumenter" }
    Tag.ul {
      Tag.li { Lenke.til("/kvalitet/punkter?\(ask)", "Mønstre og tall, punkt for punkt") }
      if context.serEnkeltsaker {
        Tag.li { Lenke.til("/kvalitet/oppsummering?\(ask)", "Oppsummering til utskrift (taushetsbelagt)") }
        Tag.li { Lenke.til("/kvalitet/oppsummering.csv?\(ask)", "Tallene som regneark (CSV)") }
        Tag.li { Lenke.til("/kvalitet/oppsummering.json?\(ask)", "Oppsummeringen for programmer (JSON)") }
      }
      if valg.team == nil {
        Tag.li {
          Lenke.til(
            "/kvalitet/oppsummering?\(ask)&utgave=utenfor", "Oppsummering som kan deles utenfor gruppa")
        }
      }
    }
  }

  private func møter(_ slag: Møteslag) throws -> Tabell {
    let own = try context.register.møter.filter { $0.slag == slag }
    return Tabell(
      "Møter i \(slag.bestemt)", ["Møte", "Dato", "Så på", "Vedtak", "Referat"], tall: ["Vedtak"],
      tom: "Ingen er holdt ennå.",
      rader: own.reversed().prefix(24).map { meeting in
        [
          [Lenke.til(meeting.sti, meeting.nummer)], [.text(meeting.dato.bokmål)],
          [.text((Måned(meeting.periode.fra)...Måned(meeting.periode.til)).bokmål)],
          [.text(String(meeting.vedtak.count))],
          [
            Merkelapp.html(
              meeting.godkjent == nil ? "Åpent" : "Godkjent", meeting.godkjent == nil ? .nøytral : .ferdig)
          ],
        ]
      })
  }

  // MARK: The summary as documents

  /// The report that the person may have; without the right to single cases only the one that may leave the group.
  private func rapport() throws -> any Oppsummeringsrapport {
    var valg = try Kvalitetsvalg(context)
    guard context.spørring["utgave"] == "utenfor" || !context.serEnkeltsaker else {
      return Kvalitetsrapport(try context.oppsummering(valg))
    }
    // The difference between the unit and one team would tell small numbers.
    if try context.bruker.rolle.erBundetTilTeam, try context.bruker.team != nil {
      throw Sidefeil.ingenTilgang
    }
    valg.team = nil
    return Eksternrapport(Eksternoppsummering(try context.oppsummering(valg)))
  }

  private func navn(_ type: String) throws -> String {
    let valg = try Kvalitetsvalg(context)
    let outside = context.spørring["utgave"] == "utenfor" || !context.serEnkeltsaker
    return "oppsummering-\(valg.fra)-\(valg.til)\(outside ? "-utenfor" : "").\(type)"
  }

  func dokument() throws -> Nettsvar { .dokument(try rapport().html) }

  func csv() throws -> Nettsvar {
    try context.krevUttak()
    return .fil(Array(try rapport().csv.utf8), navn: try navn("csv"), type: "text/csv; charset=utf-8")
  }

  func json() throws -> Nettsvar {
    try context.krevUttak()
    let text = try rapport().json(motor: context.oppsett.motor).compactText
    return .fil(Array(text.utf8), navn: try navn("json"), type: "application/json")
  }
}

extension Møte {
  var sti: String { Lenke.sti("kvalitet", "mote", nummer) }

  /// How many acts have made it what it is.
  var antallHandlinger: Int {
    1 + notater.count + sendt.count + vedtak.count + vedtak.filter { $0.utført != nil }.count
      + (godkjent == nil ? 0 : 1)
  }
}
