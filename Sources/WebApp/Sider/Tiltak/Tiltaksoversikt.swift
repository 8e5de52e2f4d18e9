import Markup
import Quality
import Values

/// The measures: what is to be done, what is to be evaluated, and what is over.
struct Tiltaksoversikt {
  private let context: Kontekst
  private let tiltak: [Tiltak]
  private static let antallEvaluerte = 30

  init(_ context: Kontekst) throws {
    self.context = context
    tiltak = try context.egneTiltak
  }

  /// Whether all that are over are asked for, and not only the last ones.
  static func alle(_ context: Kontekst) -> Bool { context.spørring["evaluerte"] == "alle" }

  func side() -> Side {
    let waiting = tiltak.filter { $0.tilstand != .evaluert }.sorted {
      ($0.neste, $0.nummer) < ($1.neste, $1.nummer)
    }
    let day = context.nå.dato
    let late = waiting.filter { $0.erForfalt(day) }
    let rest = waiting.filter { !$0.erForfalt(day) }
    let done = Array(tiltak.filter { $0.tilstand == .evaluert }.reversed())
    let all = Self.alle(context)
    return Side("Tiltak", context) {
      if context.har(.behandleAvvik) { Tag.p { Lenke.knapp("/tiltak/ny", "Lag tiltak") } }
      Tag.h2 { "Frist passert" }
      tabell("Tiltak med frist passert", late).html
      Tag.h2 { "Skal settes i verk" }
      tabell("Tiltak som skal settes i verk", rest.filter { $0.tilstand == .planlagt }).html
      Tag.h2 { "Skal evalueres" }
      tabell("Tiltak som skal evalueres", rest.filter { $0.tilstand == .iverksatt }).html
      Tag.h2 { "Evaluert" }
      tabell("Evaluerte tiltak", all ? done : Array(done.prefix(Self.antallEvaluerte))).html
      if !all, done.count > Self.antallEvaluerte {
        Tag.p { Lenke.til("/tiltak?evaluerte=alle", "Vis alle \(done.count) evaluerte tiltak") }
      }
    }
  }

  private func tabell(_ title: String, _ rows: [Tiltak]) -> Tabell {
    Tabell(
      title, ["Nummer", "Tiltak", "Settes i verk", "Evalueres", "Ansvarlig", "Status"],
      rader: rows.map { measure in
        [
          [Lenke.til(measure.sti, measure.nummer)], [.text(measure.innhold.tekst)],
          [.text((measure.iverksatt?.dato ?? measure.iverksettes).bokmål)],
          [.text(measure.evalueres.bokmål)], [.text(rolleord(measure.innhold.ansvarlig))],
          [measure.merke(context.nå.dato)],
        ]
      })
  }
}
