import Checklists
import Markup
import Quality
import RuleEngine
import Values

/// The dates that a verdict rests on, on a line, with the days that were judged. The same dates stand beside it in
/// words.
struct Tidslinje {
  let punkt: Kontrollpunkt
  let kontrolldato: Dato
  /// What a collection's event is called: «oppfølgingsbesøk».
  let navn: (String) -> String
  /// Unique in the page.
  let id: String

  private static let bredde = 640
  private static let marg = 14

  /// An event with its days: one when the day is known, several when only the month or the year is.
  struct Merke: Hashable {
    let samling: String
    let indeks: Int
    let omfang: Datoomfang
  }

  /// The events of the evidence, each once, in order of time.
  var merker: [Merke] {
    func all(_ node: Bevis) -> [Hendelsesreferanse] { node.hendelser + node.deler.flatMap(all) }
    let marks = (punkt.vurdering.bevis.map(all) ?? []).compactMap { event in
      event.dato.flatMap { Datoomfang(iso: $0) }.map {
        Merke(samling: event.samling, indeks: event.indeks, omfang: $0)
      }
    }
    return Set(marks).sorted {
      ($0.omfang.første, $0.samling, $0.indeks) < ($1.omfang.første, $1.samling, $1.indeks)
    }
  }

  /// Nil when there is nothing to draw.
  var html: HTML? {
    let marks = merker
    let window = punkt.bedømt.flatMap { judged in judged.fra.map { ($0, judged.til) } }
    var days = marks.map(\.omfang.første) + [kontrolldato]
    if let window { days += [window.0, window.1] }
    if let forecast = punkt.vurdering.prognose?.dag { days.append(forecast) }
    guard let first = days.min(), let last = days.max(), first < last, !marks.isEmpty || window != nil else {
      return nil
    }
    let scale = Skala(fra: first, til: last, bredde: Self.bredde, marg: Self.marg)
    return Figur(
      id: id, bredde: Self.bredde, høyde: 74, tittel: "Tidslinje for \(punkt.id)",
      konklusjon: "\(punkt.vurdering.setning) \(iOrd(marks))",
      deler: vindu(window, scale) + akse(scale) + marks.map { merke($0, scale) } + strek(scale)
    ).html
  }

  /// «Bygger på: oppfølgingsbesøk 11. februar 2014, 6. mai 2014.»
  func iOrd(_ marks: [Merke]) -> String {
    if marks.isEmpty { return "Ingen registrerte hendelser." }
    let kinds = marks.reduce(into: [String]()) { if !$0.contains($1.samling) { $0.append($1.samling) } }
    let parts = kinds.map { kind in
      "\(navn(kind)) \(Bokmål.liste(marks.filter { $0.samling == kind }.map(\.omfang.bokmål)))"
    }
    return "Bygger på \(parts.joined(separator: "; "))."
  }

  // MARK: Parts of the figure

  private struct Skala {
    let fra: Dato
    let til: Dato
    let bredde: Int
    let marg: Int

    func x(_ day: Dato) -> Int {
      marg + (bredde - 2 * marg) * Int(day.dag - fra.dag) / max(1, Int(til.dag - fra.dag))
    }
  }

  private func vindu(_ window: (Dato, Dato)?, _ scale: Skala) -> [HTML] {
    guard let window else { return [] }
    let x = scale.x(window.0)
    return [
      Tag.rect(
        .klasse("f-vindu"), .tall("x", x), .tall("y", 8), .tall("width", max(2, scale.x(window.1) - x)),
        .tall("height", 34))
    ]
  }

  /// The line, and the turns of the years, or of the months where it is short.
  private func akse(_ scale: Skala) -> [HTML] {
    var parts = [HTML.strek(fra: (scale.marg, 25), til: (scale.bredde - scale.marg, 25), "f-tynn")]
    let long = scale.til.dag - scale.fra.dag > 500
    var ticks: [(Dato, String)] = []
    for year in scale.fra.år...scale.til.år {
      if long {
        ticks.append((.nyttår(year), String(year)))
      } else {
        for month in stride(from: 1, to: 13, by: 3) {
          if let day = Dato(år: year, måned: month, dag: 1) {
            ticks.append((day, month == 1 ? day.bokmål : day.dagOgMåned))
          }
        }
      }
    }
    for (day, text) in ticks where day >= scale.fra && day <= scale.til {
      parts.append(.strek(fra: (scale.x(day), 42), til: (scale.x(day), 48), "f-tynn"))
      let anchor = scale.x(day) < 60 ? "f-tekst" : scale.x(day) > scale.bredde - 60 ? "f-slutt" : "f-midt"
      parts.append(.ord(text, (scale.x(day), 64), anchor))
    }
    return parts
  }

  /// A known day is filled; a day that is only known by its month or year is open.
  private func merke(_ mark: Merke, _ scale: Skala) -> HTML {
    let known = mark.omfang.første == mark.omfang.siste
    return .sirkel((scale.x(mark.omfang.første), 25), radius: 6, known ? "f-fylt" : "f-apen")
  }

  private func strek(_ scale: Skala) -> [HTML] {
    let control = HTML.strek(fra: (scale.x(kontrolldato), 4), til: (scale.x(kontrolldato), 46), "f-strek")
    guard let forecast = punkt.vurdering.prognose?.dag else { return [control] }
    return [control, .strek(fra: (scale.x(forecast), 4), til: (scale.x(forecast), 46), "f-stiplet")]
  }
}
