import Markup
import Quality
import Values

/// What a person has reported, and what became of it. The access log knows whose report it is; the journal does not.
struct MineMeldinger {
  let context: Kontekst

  /// The person's own reports, the latest first.
  private func egne() throws -> [Avvik] {
    let acts = try context.oppsett.logg.les(slag: .gjort, bruker: context.bruker.id, emne: nil, maks: 1_000)
    let numbers = Set(acts.filter { $0.hva == "meldt" }.compactMap(\.emne))
    return try context.register.avvik.reversed().filter { numbers.contains($0.nummer) }
  }

  func kvittering() throws -> Side {
    let number = try context.plass("nummer")
    guard let avvik = try egne().first(where: { $0.nummer == number }) else { throw Sidefeil.finnesIkke }
    return Side("Meldingen er sendt", context) {
      Tag.p(.klasse("ingress")) {
        "Nummeret er "
        Tag.strong { avvik.nummer }
        "."
      }
      Tag.p { "Teamleder svarer innen 5 virkedager. Da står svaret i Mine meldinger." }
      Tag.p { "Å melde får ingen følger for deg eller andre." }
      Tag.p { Lenke.knapp("/avvik/mine", "Mine meldinger") }
      Tag.p { Lenke.til("/avvik/meld", "Meld et avvik til") }
    }
  }

  func side() throws -> Side {
    let own = try egne()
    let canReport = try context.kanMeldeAvvik
    return Side("Mine meldinger", context) {
      if canReport { Tag.p { Lenke.knapp("/avvik/meld", "Meld avvik") } }
      if own.isEmpty { Tag.p { "Du har ikke meldt noe ennå." } }
      for avvik in own { melding(avvik) }
    }
  }

  private func melding(_ avvik: Avvik) -> HTML {
    Tag.section(.klasse("kort"), .beskrevet(av: avvik.nummer)) {
      Tag.h2(.id(avvik.nummer)) { "\(avvik.nummer) \(avvik.hva)" }
      Tag.p { Merkelapp.html(avvik.tilstand.visning, avvik.erÅpent ? .nøytral : .ferdig) }
      if let text = avvik.tekst(.beskrivelse) { Tag.p { "Du skrev: «\(text)»" } }
      Tag.ol {
        for note in avvik.hendelser {
          if let line = linje(note) { Tag.li { line } }
        }
      }
    }
  }

  /// What the one who reported is told: how it goes on, and what was answered. Nothing of the case.
  private func linje(_ note: Avviksnotat) -> String? {
    let text: String
    switch note.hendelse {
    case .meldt: text = "Meldt."
    case .funnetIgjen: return nil
    case .vurdert: text = "Vurdert av \(rolleord(note.rolle).lowercased())."
    case .tiltak: text = "Det er laget et tiltak."
    case .gjennomført: text = "Alle tiltak er satt i verk."
    case .lukket: text = "Lukket."
    case .avvist:
      text =
        "Lukket. Det var ikke et avvik." + (note.tekster[.begrunnelse].map { " Begrunnelse: «\($0)»" } ?? "")
    case .gjenåpnet: text = "Gjenåpnet."
    case .svar:
      text = "Svar fra \(rolleord(note.rolle).lowercased()): «\(note.tekster[.svar] ?? "Svaret er slettet.")»"
    }
    return "\(note.dato.bokmål): \(text)"
  }
}
