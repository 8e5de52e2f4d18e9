import Markup
import Quality

/// A page of the web app: header, navigation, one heading, content.
struct Side: Sendable {
  let tittel: String
  let kontekst: Kontekst?
  /// What the reader must mend in a form; the title and a summary at the top say so.
  var feil: [Feltfeil] = []
  /// Whether the page uses the whole width and has no navigation: the meeting's view.
  var møtevisning = false
  let innhold: [HTML]

  init(
    _ tittel: String, _ kontekst: Kontekst?, feil: [Feltfeil] = [], møtevisning: Bool = false,
    @HTMLBuilder innhold: () -> [HTML]
  ) {
    self.tittel = tittel
    self.kontekst = kontekst
    self.feil = feil
    self.møtevisning = møtevisning
    self.innhold = innhold()
  }

  /// The page as UTF-8.
  var bytes: [UInt8] {
    Tag.html(.lang("nb")) {
      Tag.head {
        Tag.meta(.charset("utf-8"))
        Tag.meta(.navn("viewport"), .innhold("width=device-width, initial-scale=1"))
        Tag.meta(.navn("color-scheme"), .innhold("light dark"))
        Tag.title { "\(feil.isEmpty ? "" : "Feil: ")\(tittel) – Internkontroll" }
        Tag.link(Attribute("rel", "stylesheet"), Attribute("href", "/stil.css"))
        Tag.link(Attribute("rel", "icon"), Attribute("href", "data:,"))
        Tag.script(Attribute("src", "/skript.js"), Attribute("defer", ""))
      }
      Tag.body(.klasse(møtevisning ? "moete" : "")) {
        Tag.a(.klasse("hopp"), Attribute("href", "#innhold")) { "Hopp til hovedinnhold" }
        topp
        Tag.main(.id("innhold"), Attribute("tabindex", "-1")) {
          if !feil.isEmpty { feilsammendrag }
          Tag.h1 { tittel }
          innhold
        }
        bunn
      }
    }.bytes
  }

  @HTMLBuilder private var topp: [HTML] {
    Tag.header(.klasse("topp")) {
      Tag.p(.klasse("navn")) { Lenke.til("/", "Internkontroll") }
      if let session = kontekst?.økt {
        Tag.p(.klasse("hvem")) {
          Tag.span { "Rolle: \(session.økt.bruker.rolle.visning)" }
          if session.økt.bruker.roller.count > 1 { Lenke.til("/rolle", "Bytt rolle") }
        }
        Tag.form(Attribute("method", "post"), Attribute("action", "/ut")) {
          Tag.button(.klasse("lenkeknapp"), Attribute("type", "submit")) { "Logg ut" }
        }
      }
    }
    if let context = kontekst, context.økt != nil { Navigasjon.html(context) }
  }

  private var bunn: HTML {
    Tag.footer(.klasse("bunn")) {
      Tag.p {
        "Er et barn i fare nå? Ring barnevernvakten eller politiet på 112. Dette er ikke et sted å melde det."
      }
      Tag.p { Lenke.til("/tilgjengelighet", "Tilgjengelighetserklæring") }
    }
  }

  /// First on the page, and the place where the reader begins: the script moves the focus here.
  private var feilsammendrag: HTML {
    Tag.section(
      .klasse("feilsammendrag"), .id("feil"), Attribute("tabindex", "-1"), .beskrevet(av: "feiltittel")
    ) {
      Tag.h2(.id("feiltittel")) { "For å gå videre må du rette opp følgende feil" }
      Tag.ul { for fault in feil { Tag.li { Lenke.til("#\(fault.felt)", fault.melding) } } }
    }
  }
}

/// The links to the parts of the program that the role has something to do in.
enum Navigasjon {
  private static let deler: [(sti: String, navn: String, adgang: [Rettighet])] = [
    ("/", "Gjør nå", Rettighet.allCases),
    ("/kontroll", "Månedskontroll", [.seKontroll]),
    ("/avvik", "Avvik", [.meldeAvvik, .seAvvik]),
    ("/tiltak", "Tiltak", [.seAvvik]),
    ("/kvalitet", "Kvalitetsgruppe", [.seKvalitet]),
    ("/sjekklister", "Sjekklister", [.seSjekkliste]),
    ("/arshjul", "Årshjul", [.seÅrshjul]),
    ("/planer", "Planer", [.sePlan]),
    ("/protokoller", "Protokoller", [.seKontroll]),
    ("/gjeldende", "Gjeldende nå", [.seSjekkliste]),
    ("/drift", "Drift", [.administrere, .seTilgangslogg]),
  ]

  static func html(_ context: Kontekst) -> HTML {
    let here = "/" + (context.forespørsel.sti.split(separator: "/").first.map(String.init) ?? "")
    return Tag.nav(Attribute("aria-label", "Hovedmeny")) {
      Tag.ul {
        for part in deler where part.adgang.contains(where: context.har) {
          Tag.li {
            if part.sti == here {
              Tag.a(Attribute("href", part.sti), Attribute("aria-current", "page")) { part.navn }
            } else {
              Lenke.til(part.sti, part.navn)
            }
          }
        }
      }
    }
  }
}
