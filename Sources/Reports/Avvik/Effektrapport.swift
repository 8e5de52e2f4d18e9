public import JSONText
public import Quality
public import Values

/// What the controls show of one measure, point by point.
public struct Effektrapport: Sendable {
  private let tiltak: Tiltak
  private let effekter: [Effekt]
  private let dag: Dato

  /// The effects of a measure on the points it is judged on, as they stood on a day.
  public init(_ tiltak: Tiltak, _ effekter: [Effekt], på dag: Dato) {
    self.tiltak = tiltak
    self.effekter = effekter
    self.dag = dag
  }

  /// The measure, and what may be said of each point.
  public var tekst: String {
    let done =
      tiltak.iverksatt.map { "Satt i verk \($0.dato.bokmål)" } ?? "Settes i verk \(tiltak.iverksettes.bokmål)"
    var lines = [
      "\(tiltak.nummer): \(tiltak.innhold.tekst)", "\(done), evalueres \(tiltak.evalueres.bokmål).", "",
    ]
    if effekter.isEmpty {
      lines.append("Tiltaket er ikke knyttet til noe punkt, så kontrollene viser ikke om det virker.")
    }
    for effect in effekter {
      lines.append("\(effect.punkt)")
      let sentences = [effect.setning()] + [effect.alleSakerSetning()].compactMap { $0 } + effect.forbehold
      lines += sentences.map { "  \($0)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One object with the verdict, the counts and the sentences of each point.
  public var json: JSONValue {
    .object([
      "schema": .string("internkontroll/effekt/1"), "on": .string(dag.description),
      "tiltak": .string(tiltak.nummer), "effects": .array(effekter.map { $0.json(utad: false) }),
    ])
  }
}
