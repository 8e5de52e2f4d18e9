import AuditStore
import Checklists
import Markup
import Quality
import Sampling
import Values

/// One avvik: what was found, where it stands, what happened, and what may be done now.
struct Avviksside {
  private let context: Kontekst
  private let avvik: Avvik
  private let register: Kvalitetsregister

  init(_ context: Kontekst) throws {
    self.context = context
    avvik = try context.valgtAvvik()
    register = try context.register
  }

  func side() throws -> Side {
    let actions = try handlinger()
    return Side("Avvik \(avvik.nummer)", context) {
      Tag.p {
        avvik.tilstandsmerke
        if avvik.erForfalt(context.nå.dato) {
          " "
          Merkelapp.html("Frist passert", .haster)
        }
      }
      funn
      stilling
      if !avvik.tiltak.isEmpty { tiltak }
      if !actions.isEmpty {
        Tag.h2 { "Dette kan gjøres nå" }
        actions
      }
      historikk
      Tag.p { Lenke.til("/avvik", "Alle avvik") }
    }
  }

  // MARK: What was found

  @HTMLBuilder private var funn: [HTML] {
    Tag.h2 { avvik.erKontrollfunn ? "Dette fant kontrollen" : "Dette ble meldt" }
    Tag.p { Tag.strong { avvik.hva } }
    if let sentence = avvik.tekst(.setning) ?? avvik.tekst(.beskrivelse) {
      Tag.p(.klasse("ingress")) { sentence }
    }
    switch avvik.opphav {
    case .kontroll(let found): kontrollfunn(found)
    case .ansatt(let report): melding(report)
    }
  }

  @HTMLBuilder private func kontrollfunn(_ found: Kontrollfunn) -> [HTML] {
    Tag.dl {
      ledd("Kontroll") {
        let key = Kontrollnøkkel(enhet: avvik.enhet, team: avvik.team, måned: found.måned)
        if context.har(.seKontroll) {
          Lenke.til(Lenke.kontroll(key), "MK-\(found.måned) \(avvik.team)")
        } else {
          "MK-\(found.måned) \(avvik.team)"
        }
      }
      ledd("Sak") { found.sak }
      ledd("Punkt") { punkt(found) }
      if let judged = found.bedømt { ledd("Gjelder tiden") { Bokmål.stor(judged.bokmål) } }
      ledd("Sviktområde") { context.oppsett.bibliotek.navn(påSviktområde: found.sviktområde) }
      if !found.hjemler.isEmpty {
        ledd("Lov og forskrift") { Lenke.til("/gjeldende/hjemler", found.hjemler.joined(separator: ", ")) }
      }
      if let procedure = found.prosedyre { prosedyre(procedure) }
    }
  }

  /// The point in the checklist that was in force when it was judged.
  private func punkt(_ found: Kontrollfunn) -> HTML {
    let library = context.oppsett.bibliotek
    guard let list = library.sjekkliste("fosterhjem", på: found.måned.sisteDag),
      list.punkter.contains(where: { $0.id == found.punkt })
    else { return .text(found.punkt) }
    let path = Lenke.sti("sjekklister", list.id)
    return Lenke.til("\(path)#\(Prosentkode.skriv(found.punkt))", found.punkt, skjult: "i sjekklisten")
  }

  @HTMLBuilder private func melding(_ report: Ansattmelding) -> [HTML] {
    Tag.dl {
      ledd("Skjedde") { report.skjedde.bokmål }
      ledd("Meldt") { "\(avvik.meldt.bokmål) av \(rolleord(avvik.melding.rolle).lowercased())" }
      ledd("Team") { avvik.team }
      if let sak = report.sak { ledd("Sak") { sak } }
      prosedyre(report.prosedyre)
      if let text = avvik.melding.tekster[.strakstiltak] { ledd("Gjort med en gang") { text } }
    }
  }

  @HTMLBuilder private func prosedyre(_ id: String) -> [HTML] {
    if let found = context.oppsett.bibliotek.prosedyrer.first(where: { $0.id == id }) {
      ledd("Prosedyre") { Lenke.til("/gjeldende/prosedyrer#\(Prosentkode.skriv(id))", found.navn) }
    }
  }

  @HTMLBuilder private func ledd(_ name: String, @HTMLBuilder _ value: () -> [HTML]) -> [HTML] {
    Tag.dt { name }
    Tag.dd { value() }
  }

  // MARK: Where it stands

  @HTMLBuilder private var stilling: [HTML] {
    Tag.h2 { "Vurdering" }
    if let assessed = avvik.vurdering {
      Tag.dl {
        ledd("Alvorlighet") { assessed.alvorlighet.visning }
        ledd("Årsak") { assessed.årsak.visning }
        if let gap = avvik.mangel { ledd("Mangelen er") { Bokmål.stor(gap.visning) } }
        ledd("Ansvarlig") { rolleord(assessed.ansvarlig) }
        ledd("Frist") { assessed.frist.bokmål }
        if let text = avvik.tekst(.årsak) { ledd("Mer om årsaken") { text } }
      }
    } else {
      Tag.p { "Avviket er ikke vurdert ennå." }
    }
  }

  private var tiltak: [HTML] {
    let day = context.nå.dato
    return Tabell(
      "Tiltak mot avviket", ["Nummer", "Tiltak", "Settes i verk", "Evalueres", "Ansvarlig", "Status"],
      rader: avvik.tiltak.compactMap { register.tiltak($0) }.map { measure in
        [
          [Lenke.til(measure.sti, measure.nummer)], [.text(measure.innhold.tekst)],
          [.text((measure.iverksatt?.dato ?? measure.iverksettes).bokmål)],
          [.text(measure.evalueres.bokmål)], [.text(rolleord(measure.innhold.ansvarlig))],
          [measure.merke(day)],
        ]
      }
    ).html
  }

  private var historikk: [HTML] {
    let fields: [(Tekstfelt, String)] = [
      (.svar, "Svar"), (.begrunnelse, "Begrunnelse"), (.strakstiltak, "Gjort med en gang"),
      (.årsak, "Om årsaken"),
    ]
    return Tabell(
      "Historikk", ["Dato", "Rolle", "Hva"],
      rader: avvik.hendelser.map { note in
        let texts = fields.compactMap { field, name in note.tekster[field].map { " \(name): «\($0)»" } }
        return [
          [.text(note.dato.bokmål)], [.text(rolleord(note.rolle))],
          // The role beside it says who answered.
          [.text((note.hendelse == .svar ? "" : Bokmål.stor(note.hendelse.bokmål) + ".") + texts.joined())],
        ]
      }
    ).html
  }

  // MARK: What may be done

  @HTMLBuilder private func handlinger() throws -> [HTML] {
    let possible = Avvikshandling.allCases.filter { context.har($0.rettighet) && $0.erMulig(avvik) }
    if possible.contains(.lukk) { try hinder() }
    let open = try possible.filter { try $0 != .lukk || hinder().isEmpty }
    if !open.isEmpty {
      Tag.p {
        for (index, action) in open.enumerated() {
          Tag.a(
            .klasse(index == 0 ? "knapp" : "knapp knapp-andre"), Attribute("href", action.sti(avvik))
          ) { action.knapp(avvik) }
        }
      }
    }
  }

  /// Why it cannot be closed yet, and what to do.
  @HTMLBuilder private func hinder() throws -> [HTML] {
    let unfinished = register.uferdige(avvik)
    let role = try context.rolle
    if !unfinished.isEmpty {
      Tag.p { "Tiltakene må evalueres før avviket kan lukkes:" }
      Tag.ul {
        for measure in unfinished {
          Tag.li { Lenke.til(measure.sti, "\(measure.nummer): \(measure.innhold.tekst)") }
        }
      }
    } else if avvik.tiltak.contains(where: { register.tiltak($0)?.bleIverksatt(av: role) == true }) {
      Tag.p { "Du kan ikke bekrefte et tiltak du selv har utført. En annen rolle må lukke avviket." }
    }
  }
}
