import Markup
import Quality
import Reports
import Sampling
import Values

extension Kontekst {
  /// The meeting that the path names, when its body is the person's business.
  func valgtMøte() throws -> Møte {
    guard let found = try register.møte(plass("nummer")), try egneSlag.contains(found.slag) else {
      throw Sidefeil.finnesIkke
    }
    return found
  }

  /// The meeting that the path names, when the person writes its minutes and they are open.
  func åpentMøte() throws -> Møte {
    let meeting = try valgtMøte()
    if try !fører(meeting.slag) { throw Sidefeil.ingenTilgang }
    try krevÅpent(meeting)
    return meeting
  }

  func krevÅpent(_ meeting: Møte) throws {
    if meeting.godkjent != nil {
      throw Sidefeil.ikkeNå("Referatet er godkjent og kan ikke endres. Ta det opp i neste møte.")
    }
  }
}

/// One meeting: its minutes as they are written, the decisions, and what may be done now.
struct Møteside {
  private let context: Kontekst
  private let møte: Møte

  init(_ context: Kontekst) throws {
    self.context = context
    møte = try context.valgtMøte()
  }

  func side() throws -> Side {
    let writes = try context.fører(møte.slag)
    let role = try context.rolle
    return Side("Møte \(møte.nummer)", context) {
      hode
      if writes, møte.godkjent == nil { handlinger }
      Tag.p { Lenke.til("\(møte.sti)/referat", "Referat til utskrift") }
      if møte.godkjent != nil || !writes {
        Tag.p { Lenke.til("\(møte.sti)/sak/1", "Møtevisning, én sak om gangen") }
      }
      notater
      vedtak(writes, role)
      sendt
      Tag.p { Lenke.til("/kvalitet?slag=\(møte.slag.rawValue)", "Alle møter i \(møte.slag.bestemt)") }
    }
  }

  @HTMLBuilder private var hode: [HTML] {
    if let approval = møte.godkjent {
      Varsel.gjort(
        "Referatet ble godkjent \(approval.dato.bokmål) av \(rolleord(approval.rolle).lowercased()). Det kan ikke "
          + "endres.")
      if let code = approval.journalkode {
        Tag.p {
          "Journalkode: "
          Tag.span(.klasse("kode")) { code }
        }
      }
    }
    Tag.dl {
      Tag.dt { "Møte i" }
      Tag.dd { møte.slag.bestemt }
      Tag.dt { "Dato" }
      Tag.dd { møte.dato.bokmål }
      Tag.dt { "Så på tiden" }
      Tag.dd { møte.periode.bokmål }
      Tag.dt { "Til stede" }
      Tag.dd { Bokmål.liste(møte.deltakere.map(rolleord)) }
    }
  }

  private var handlinger: HTML {
    Tag.p {
      Lenke.knapp("\(møte.sti)/sak/1", "Start møtevisning")
      for (place, text) in [
        ("vedtak", "Nytt vedtak"), ("notat", "Skriv notat"), ("send", "Send videre"),
        ("godkjenn", "Godkjenn referat"),
      ] {
        Tag.a(.klasse("knapp knapp-andre"), Attribute("href", "\(møte.sti)/\(place)")) { text }
      }
    }
  }

  @HTMLBuilder private var notater: [HTML] {
    Tag.h2 { "Referat" }
    for (index, title) in Dagsorden.titler(møte.slag).enumerated() {
      let notes = møte.notater.filter { $0.sak == index + 1 }
      Tag.h3 { "\(index + 1) \(title.0)" }
      if notes.isEmpty { Tag.p(.klasse("tom")) { "Ingen merknader." } }
      for note in notes { Tag.p { note.tekst } }
    }
  }

  @HTMLBuilder private func vedtak(_ writes: Bool, _ role: String) -> [HTML] {
    Tag.h2(.id("vedtak")) { "Vedtak" }
    Tabell(
      "Vedtak i møtet", ["Nummer", "Vedtak", "Gjelder", "Ansvarlig", "Frist", "Status"], tom: "Ingen ennå.",
      rader: møte.vedtak.map { decision in
        [
          [.text(decision.nummer)], [.text("\(decision.slag.visning): \(decision.tekst)")],
          [.text(decision.gjelder ?? "")], [.text(rolleord(decision.ansvarlig))],
          [.text(decision.frist.bokmål)], [status(decision)],
        ]
      }
    ).html
    for decision in møte.vedtak where decision.utført == nil && kanUtføre(decision, writes, role) {
      Utfylling.skjema("\(møte.sti)/vedtak/\(decision.nummer)/utfort", context) {
        Tag.p { "\(decision.nummer): \(decision.tekst)" }
        Utfylling.knapp("Meld \(decision.nummer) utført", .andre)
      }
    }
  }

  private func status(_ decision: Vedtak) -> HTML {
    if let done = decision.utført { return Merkelapp.html("Utført \(done.bokmål)", .ferdig) }
    if decision.erForfalt(context.nå.dato) { return Merkelapp.html("Frist passert", .haster) }
    return Merkelapp.html("Åpent")
  }

  /// Those who write the minutes, and the role that answers for it; an auditor changes nothing.
  private func kanUtføre(_ decision: Vedtak, _ writes: Bool, _ role: String) -> Bool {
    writes || (decision.ansvarlig == role && role != Rolle.revisor.rawValue)
  }

  @HTMLBuilder private var sendt: [HTML] {
    if !møte.sendt.isEmpty {
      Tag.h2 { "Sendt til \(møte.slag.annen.bestemt)" }
      Tag.ul {
        for matter in møte.sendt { Tag.li { "\(matter.gjelder.map { "\($0): " } ?? "")\(matter.tekst)" } }
      }
    }
  }

  func referat() throws -> Nettsvar { .dokument(Referat(møte).html) }

  func utfør() throws -> Nettsvar {
    let number = try context.plass("vedtak")
    guard let decision = møte.vedtak.first(where: { $0.nummer == number }) else { throw Sidefeil.finnesIkke }
    guard kanUtføre(decision, try context.fører(møte.slag), try context.rolle) else {
      throw Sidefeil.ingenTilgang
    }
    try context.oppfølging().utfør(number, rolle: context.rolle)
    return .videre(til: "\(møte.sti)#vedtak", gjort: .init("utført", number))
  }
}
