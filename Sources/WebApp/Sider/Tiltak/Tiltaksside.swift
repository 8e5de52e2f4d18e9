import Markup
import Quality
import Values

/// One measure: its three dates and roles, what the controls show of it, and what may be done now.
struct Tiltaksside {
  private let context: Kontekst
  private let tiltak: Tiltak

  init(_ context: Kontekst) throws {
    self.context = context
    tiltak = try context.valgtTiltak()
  }

  func side() throws -> Side {
    let effect = try Tiltakseffekt(tiltak, context)
    let actions = try handlinger()
    let targets = try context.egneAvvik.filter { tiltak.innhold.avvik.contains($0.nummer) }
    return Side("Tiltak \(tiltak.nummer)", context) {
      Tag.p { tiltak.merke(context.nå.dato) }
      Tag.p(.klasse("ingress")) { tiltak.innhold.tekst }
      datoer
      if !targets.isEmpty {
        Tag.h2 { "Avvik som tiltaket gjelder" }
        Tag.ul {
          for avvik in targets {
            Tag.li {
              Lenke.til(avvik.sti, "\(avvik.nummer) \(avvik.hva) (\(avvik.tilstand.visning.lowercased()))")
            }
          }
        }
      }
      Tag.h2 { "Dette viser kontrollene" }
      effect.html
      if !actions.isEmpty {
        Tag.h2 { "Dette kan gjøres nå" }
        actions
      }
      historikk
      Tag.p { Lenke.til("/tiltak", "Alle tiltak") }
    }
  }

  private var datoer: HTML {
    Tag.dl {
      if let done = tiltak.iverksatt {
        Tag.dt { "Satt i verk" }
        Tag.dd { "\(done.dato.bokmål) av \(rolleord(done.rolle).lowercased())" }
      } else {
        Tag.dt { "Settes i verk" }
        Tag.dd { tiltak.iverksettes.bokmål }
      }
      Tag.dt { "Evalueres" }
      Tag.dd { tiltak.evalueres.bokmål }
      Tag.dt { "Ansvarlig" }
      Tag.dd { rolleord(tiltak.innhold.ansvarlig) }
      if !tiltak.innhold.punkter.isEmpty {
        Tag.dt { "Måles på" }
        Tag.dd { Bokmål.liste(tiltak.innhold.punkter) }
      }
    }
  }

  @HTMLBuilder private func handlinger() throws -> [HTML] {
    let role = try context.rolle
    let possible = Tiltakshandling.allCases.filter { context.har($0.rettighet) && $0.erMulig(tiltak) }
    let own = tiltak.bleIverksatt(av: role)
    if own, possible.contains(.evaluer) {
      Tag.p { "Du kan ikke bekrefte et tiltak du selv har utført. En annen rolle må evaluere det." }
    }
    let open = possible.filter { $0 != .evaluer || !own }
    if !open.isEmpty {
      Tag.p {
        for (index, action) in open.enumerated() {
          Tag.a(
            .klasse(index == 0 ? "knapp" : "knapp knapp-andre"), Attribute("href", action.sti(tiltak))
          ) { action.knapp }
        }
      }
    }
  }

  private var historikk: [HTML] {
    Tabell(
      "Historikk", ["Dato", "Rolle", "Hva"],
      rader: tiltak.hendelser.map { note in
        [[.text(note.dato.bokmål)], [.text(rolleord(note.rolle))], [.text(note.hendelse.bokmål)]]
      }
    ).html
  }
}

extension Tiltakshendelse {
  /// What happened, for the one who reads the history.
  fileprivate var bokmål: String {
    switch self {
    case .opprettet: "Tiltaket ble laget."
    case .flyttet(let starts, let evaluated, let reason):
      "Flyttet: settes i verk \(starts.bokmål), evalueres \(evaluated.bokmål). Grunn: «\(reason)»"
    case .iverksatt(let day, let reference): "Satt i verk \(day.bokmål). Referanse: «\(reference)»"
    case .evaluert(let result, let reason): "\(result.visning). Begrunnelse: «\(reason)»"
    case .forTidlig(let next, let reason):
      "For tidlig å si. Evalueres igjen \(next.bokmål). Begrunnelse: «\(reason)»"
    }
  }
}
