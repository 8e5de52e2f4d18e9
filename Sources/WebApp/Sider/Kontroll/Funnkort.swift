import Checklists
import Markup
import Quality
import Reports
import RuleEngine
import Values
import Vocabulary

/// What the rule found on a point, explained: the sentence, its dates, the law and the procedure, what would settle it.
struct Funnkort {
  let kontekst: Kontekst
  let kontroll: Kontroll
  let stilling: Punktstilling

  private var punkt: Kontrollpunkt { stilling.punkt }

  var html: HTML {
    Tag.section(.klasse("kort"), .id(punkt.id), .beskrevet(av: "\(punkt.id)-tittel")) {
      Tag.h3(.id("\(punkt.id)-tittel")) {
        "\(punkt.spørsmål) "
        merke
      }
      Tag.p { setning }
      if punkt.funn != nil, stilling.regelfunn { Tag.p(.klasse("dempet")) { punkt.vurdering.setning } }
      tidslinje
      avklares
      if let forecast = punkt.vurdering.prognose { Tag.p { forecast.setning } }
      if let waiver = punkt.unntak { Tag.p { "Unntak \(waiver)" } }
      if stilling.svar != nil, !stilling.spørres { svar }
      grunnlag
    }
  }

  /// What is said of a finding; of everything else the rule's own sentence.
  private var setning: String {
    stilling.utfall == .avvik || stilling.utfall == .merknad ? stilling.korttekst : punkt.vurdering.setning
  }

  private var merke: HTML {
    switch stilling.utfall {
    case .avvik: Merkelapp.html("Avvik", .haster)
    case .merknad: Merkelapp.html("Merknad", .haster)
    case .ukjent: Merkelapp.html("Kan ikke avgjøres")
    case .oppfylt: Merkelapp.html("Oppfylt", .ferdig)
    case .ikkeAktuelt: Merkelapp.html("Ikke aktuelt", .ferdig)
    case .ikkeKontrollert: Merkelapp.html("Du vurderer")
    }
  }

  @HTMLBuilder private var tidslinje: [HTML] {
    if let day = kontroll.saksliste?.kontrolldato {
      let line = Timeline(punkt, på: day, id: "tid-\(punkt.id)")
      if let figure = line.html {
        figure
        Tag.details {
          Tag.summary { "Vis datoene" }
          Tag.p { line.inWords }
          if let judged = line.window {
            Tag.p { "Feltet viser dagene som er vurdert: \(judged.fra.bokmål) til \(judged.til.bokmål)." }
          }
          Tag.p {
            "Fylte punkter teller, åpne teller ikke. Den hele streken er kontrolldatoen, \(day.bokmål)."
            if let forecast = punkt.vurdering.prognose {
              " Den stiplede streken er \(forecast.dag.bokmål)."
            }
          }
        }
      }
    }
  }

  @HTMLBuilder private var avklares: [HTML] {
    if !punkt.vurdering.mangler.isEmpty {
      Tag.p { Tag.strong { "Dette må avklares" } }
      Tag.ul { for fact in punkt.vurdering.mangler { Tag.li { "\(fact.tekst) (\(fact.dokument))" } } }
      for answer in stilling.ikkeFunnet {
        Tag.p {
          "Ikke funnet i saken: \(answer.spørsmål ?? "") Svart av \(answer.rolle)."
          if let reason = answer.begrunnelse { " Begrunnelse: «\(reason)»" }
        }
      }
    }
  }

  @HTMLBuilder private var svar: [HTML] {
    Tag.p {
      Tag.strong { "\(stilling.alternativ?.visning ?? "Svar")" }
      " etter vurdering av \(stilling.svar?.rolle ?? "kontrolløren")."
      if stilling.uenig { " Uenig med regelen. \(stilling.regelfunn ? "Funnet står." : "")" }
      if let kind = stilling.mangel { " \(Bokmål.stor(kind.visning))." }
      if let reason = stilling.svar?.begrunnelse { " Begrunnelse: «\(reason)»" }
    }
  }

  private var grunnlag: HTML {
    Tag.p(.klasse("dempet")) {
      "\(punkt.id). Grunnlag: "
      for (index, law) in punkt.hjemler.enumerated() {
        if index > 0 { ", " }
        Lenke.til("/gjeldende/hjemler#\(law.id)", law.tekst)
        if let doubt = law.forbehold { " (\(doubt))" }
      }
      if punkt.hjemler.isEmpty { "egne rutiner" }
      ". "
      if let procedure = punkt.prosedyre {
        Lenke.til("/gjeldende/prosedyrer#\(procedure)", "Prosedyre")
        ". "
      }
      if let list = kontroll.saksliste?.sjekkliste {
        Lenke.til(
          "\(Lenke.sti("sjekklister", "\(list.id)@\(list.versjon)"))#\(punkt.id)", "Regelen",
          skjult: "for \(punkt.id)")
        ". "
      }
      if kontekst.kanSvare(kontroll), !stilling.spørres {
        Lenke.til(
          Lenke.kontroll(kontroll.nøkkel, "sak", stilling.sak, "punkt", punkt.id),
          stilling.regelfunn ? "Si hva funnet gjelder, eller at du er uenig" : "Jeg er uenig med regelen",
          skjult: "om \(punkt.id)")
      }
    }
  }
}

/// Everything the rules found in a case, by failure area.
enum Saksside {
  static func vis(_ context: Kontekst) throws -> Nettsvar {
    let control = try context.vurdertKontroll()
    let sak = try context.kontrollsak(control)
    return .side(
      Side("Sak \(sak.sak)", context) {
        Tag.p { Lenke.til(Lenke.kontroll(control.nøkkel), "Tilbake til oppgavelisten") }
        Tag.h2 { "Dette er registrert" }
        Tag.dl {
          for fact in sak.fakta {
            Tag.dt { fact.tittel }
            Tag.dd { fact.tekst }
          }
        }
        for area in control.temaer(sak) {
          Tag.h2 { area.navn }
          for standing in control.stillinger(sak) where standing.punkt.sviktområde.nummer == area.nummer {
            Funnkort(kontekst: context, kontroll: control, stilling: standing).html
          }
        }
      })
  }
}
