public import Sampling

/// A point that a machine decides, counted in every case of the teams month by month: no sampling error.
public struct AlleSakerserie: Hashable, Sendable {
  /// The point's id.
  public var punkt: String
  /// The question as it read in the latest month.
  public var spørsmål: String
  /// The months that have a locked control, the oldest first.
  public var måneder: [Månedstelling]

  /// What the rules gave in all cases of the teams that held a control in a month, before any question was answered.
  public struct Månedstelling: Hashable, Sendable {
    /// The month.
    public var måned: Måned
    /// The teams that are counted.
    public var team: [String]
    /// The sum of the teams' counts.
    public var telling: Punkttelling
    /// Which rules judged: what is compared across a change of it is not the same thing.
    public var regler: Set<String>
    /// Whether another rule judged than in the month before.
    public var erNyVersjon = false
  }

  /// The series of every point that a machine decides, in the order of the latest month's checklist.
  static func alle(_ rekke: Kontrollrekke) -> [AlleSakerserie] {
    var series: [AlleSakerserie] = []
    for control in rekke.kontroller.reversed() {
      for count in control.alleSaker?.punkter ?? [] {
        let index = series.firstIndex { $0.punkt == count.punkt } ?? series.count
        if index == series.count {
          series.append(AlleSakerserie(punkt: count.punkt, spørsmål: count.spørsmål, måneder: []))
        }
        series[index].ta(count, control)
      }
    }
    return series.map(\.iRekkefølge)
  }

  /// Takes in a control; the latest comes first.
  private mutating func ta(_ count: Punkttelling, _ control: Kontroll) {
    let key = control.nøkkel
    let rules = Set(control.saker.compactMap { $0.punkt(punkt)?.regel })
    if måneder.last?.måned == key.måned {
      måneder[måneder.count - 1].team.append(key.team)
      måneder[måneder.count - 1].telling.legg(count)
      måneder[måneder.count - 1].regler.formUnion(rules)
    } else {
      måneder.append(Månedstelling(måned: key.måned, team: [key.team], telling: count, regler: rules))
    }
  }

  private var iRekkefølge: AlleSakerserie {
    var copy = self
    copy.måneder.reverse()
    for index in copy.måneder.indices {
      copy.måneder[index].team.sort()
      if index > 0 {
        copy.måneder[index].erNyVersjon = copy.måneder[index].regler != copy.måneder[index - 1].regler
      }
    }
    return copy
  }
}

extension Punkttelling {
  fileprivate mutating func legg(_ annen: Punkttelling) {
    oppfylt += annen.oppfylt
    avvik += annen.avvik
    merknad += annen.merknad
    ukjent += annen.ukjent
    ikkeAktuelt += annen.ikkeAktuelt
  }
}
