import Markup
import Quality
import Reports
import Values

/// One item of the agenda on a screen, for the wall: what there is to take up, and beside it what is decided. The arrow
/// keys turn the pages.
struct Møtevisning {
  private let context: Kontekst
  private let møte: Møte
  private let agenda: Agenda
  private let sak: Dagsorden.Sak

  init(_ context: Kontekst) throws {
    self.context = context
    møte = try context.valgtMøte()
    agenda = try Agenda(Kvalitetsvalg(møte, context), context)
    let number = try Int(context.plass("sak"))
    guard let found = agenda.saker.first(where: { $0.nummer == number }) else { throw Sidefeil.finnesIkke }
    sak = found
  }

  private var sti: String { "\(møte.sti)/sak/\(sak.nummer)" }
  private var skriving: Møteskriving { Møteskriving(context: context, møte: møte) }

  func side(_ form: Utfylling = Utfylling()) throws -> Side {
    let writes = try context.fører(møte.slag) && møte.godkjent == nil
    return Side("\(sak.nummer) \(sak.tittel)", context, feil: form.feil, møtevisning: true) {
      Tag.div(.klasse(writes ? "delt" : "")) {
        Tag.div {
          agenda.rader(sak)
          skrevet
        }
        if writes { skjemaer(form) }
      }
      blaing
    }
  }

  /// What the minutes say of this item already.
  @HTMLBuilder private var skrevet: [HTML] {
    let notes = møte.notater.filter { $0.sak == sak.nummer }
    if !notes.isEmpty {
      Tag.h2 { "I referatet" }
      for note in notes { Tag.p { note.tekst } }
    }
    if sak.nummer == agenda.saker.count, !møte.vedtak.isEmpty {
      Tag.h2 { "Vedtak i møtet" }
      Tag.ul {
        for decision in møte.vedtak {
          Tag.li {
            "\(decision.nummer): \(decision.tekst) Ansvarlig \(rolleord(decision.ansvarlig).lowercased()), frist "
            "\(decision.frist.bokmål)."
          }
        }
      }
    }
  }

  private func skjemaer(_ form: Utfylling) -> HTML {
    Tag.div {
      Tag.h2 { "Vedtak" }
      Utfylling.skjema("\(sti)/vedtak", context) {
        skriving.vedtaksfelt(form)
        if !gjelder.isEmpty {
          form.liste("gjelder", "Gjelder", gjelder.map { ($0, $0) }, valgfritt: true)
        }
        Utfylling.knapp("Lagre vedtaket")
      }
      Tag.h2 { "Notat" }
      Utfylling.skjema("\(sti)/notat", context) {
        skriving.notatfelt(form)
        Utfylling.knapp("Lagre notatet", .andre)
      }
    }
  }

  /// What a decision on this item may be about.
  private var gjelder: [String] {
    sak.rader.compactMap(\.id).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private var blaing: HTML {
    Tag.p {
      if sak.nummer > 1 {
        side(sak.nummer - 1, "prev", "Forrige sak")
        " "
      }
      "Sak \(sak.nummer) av \(agenda.saker.count) "
      if sak.nummer < agenda.saker.count {
        side(sak.nummer + 1, "next", "Neste sak")
        " "
      }
      Lenke.til(møte.sti, "Avslutt møtevisning")
    }
  }

  private func side(_ number: Int, _ rel: String, _ text: String) -> HTML {
    Tag.a(Attribute("rel", rel), Attribute("href", "\(møte.sti)/sak/\(number)")) { text }
  }

  // MARK: What is written

  func noter() throws -> Nettsvar {
    try skriv { les in try skriving.noter(&les, sak: sak.nummer) ? .init("notert", møte.nummer) : nil }
  }

  func vedta() throws -> Nettsvar {
    try skriv { les in try skriving.vedta(&les).map { .init("vedtatt", $0) } }
  }

  private func skriv(_ act: (inout Oppfølgingsleser) throws -> Nettsvar.Gjort?) throws -> Nettsvar {
    _ = try context.åpentMøte()
    var les = Oppfølgingsleser(context.skjema)
    if let done = try act(&les) { return .videre(til: sti, gjort: done) }
    return .side(try side(Utfylling(context.skjema, feil: les.feil)), status: 422)
  }
}
