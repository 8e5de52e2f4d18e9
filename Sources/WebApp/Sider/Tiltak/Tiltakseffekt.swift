import AuditStore
import Markup
import Quality
import Reports
import Sampling
import Values

/// What the controls show of a measure: for each point the honest sentence, and the dots of the last twelve months.
struct Tiltakseffekt {
  private let context: Kontekst
  private let tiltak: Tiltak
  private let effekter: [Effekt]
  private let punkter: [Punktoppsummering]
  private let måneder: ClosedRange<Måned>

  init(_ tiltak: Tiltak, _ context: Kontekst) throws {
    self.context = context
    self.tiltak = tiltak
    let day = context.nå.dato
    // A control counts from its month; the month that is not over has none yet.
    let last = day == Måned(day).sisteDag ? Måned(day) : Måned(day).adding(måneder: -1)
    måneder = last.adding(måneder: -11)...last
    if tiltak.innhold.punkter.isEmpty {
      (effekter, punkter) = ([], [])
      return
    }
    let long = last.adding(måneder: 1 - Løpediagram.antallMåneder)
    let first = min(long, [tiltak].førsteGrunnlagsmåned ?? long)
    let rekke = try context.kontrollrekke(first...last)
    let library = context.oppsett.bibliotek
    effekter = try context.husket("effekt \(tiltak.nummer) \(last)", hviler: [.tiltak, .lås]) {
      tiltak.effekter(i: rekke) { library.bedømt($0, på: $1) }
    }
    let names = Set(tiltak.innhold.punkter)
    punkter = try context.oppsummering(Kvalitetsvalg(fra: last, til: last)).punkter.filter {
      names.contains($0.id)
    }
  }

  @HTMLBuilder var html: [HTML] {
    if effekter.isEmpty {
      Tag.p { "Tiltaket er ikke knyttet til noe punkt, så kontrollene viser ikke om det virker." }
    }
    for effect in effekter {
      let point = punkter.first { $0.id == effect.punkt }
      Tag.h3 { [effect.punkt, point?.spørsmål].compactMap(\.self).joined(separator: " ") }
      Tag.p(.klasse("ingress")) { effect.setning() }
      for line in [effect.alleSakerSetning()].compactMap(\.self) + effect.forbehold { Tag.p { line } }
      if let point { Punktfigurer(point, måneder, context).html }
    }
  }
}
