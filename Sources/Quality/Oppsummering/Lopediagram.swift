import RuleEngine
public import Sampling
public import Statistics

/// All checks of the drawn cases, month by month: the one chart in which chance can be told from change.
public struct Løpediagram: Hashable, Sendable {
  /// The months that have a locked control, of the last twenty-four, the oldest first.
  public var måneder: [Månedssjekker]
  /// Anhøj's rules on the months since the checklist was last changed; nil while there is too little to say anything.
  public var test: Løpstest?

  /// The checks of one month, all points, cases and teams together.
  public struct Månedssjekker: Hashable, Sendable {
    /// The month.
    public var måned: Måned
    /// How many checks were decided: oppfylt, avvik or merknad.
    public var avgjort: Int
    /// How many of them are avvik.
    public var avvik: Int
    /// The versions of the checklists that were used.
    public var sjekklister: Set<String>
    /// Whether others were used in the month before.
    public var erNyVersjon = false

    /// The share of decided checks that are avvik; nil when none was decided.
    public var andel: Double? { avgjort == 0 ? nil : Double(avvik) / Double(avgjort) }
  }

  /// How many months are charted.
  public static let antallMåneder = 24

  /// The months since the checklist was last changed.
  public var grunnlinje: ArraySlice<Månedssjekker> {
    måneder[(måneder.lastIndex { $0.erNyVersjon } ?? 0)...]
  }

  init(_ rekke: Kontrollrekke) {
    måneder = []
    for control in rekke.kontroller {
      if måneder.last?.måned != control.nøkkel.måned {
        måneder.append(Månedssjekker(måned: control.nøkkel.måned, avgjort: 0, avvik: 0, sjekklister: []))
      }
      måneder[måneder.count - 1].ta(control)
    }
    for index in måneder.indices.dropFirst() {
      måneder[index].erNyVersjon = måneder[index].sjekklister != måneder[index - 1].sjekklister
    }
    test = Løpstest(grunnlinje.compactMap(\.andel))
  }
}

extension Løpediagram.Månedssjekker {
  fileprivate mutating func ta(_ control: Kontroll) {
    for standing in control.stillinger {
      switch standing.utfall {
      case .oppfylt, .merknad: avgjort += 1
      case .avvik:
        avgjort += 1
        avvik += 1
      case .ukjent, .ikkeAktuelt, .ikkeKontrollert: break
      }
    }
    if let list = control.saksliste?.sjekkliste { sjekklister.insert("\(list.id)@\(list.versjon)") }
  }
}
