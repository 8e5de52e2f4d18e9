import CaseRecords
import Checklists
package import RuleEngine
import Values
import Vocabulary

/// One lane of a point's timeline: the registered events of one kind, those that the verdict rests on apart from the
/// others of the same kind.
///
/// It is kept with the verdict, since the case record itself is deleted sooner.
public struct Tidsspor: Hashable, Sendable {
  /// What the events are: «oppfølgingsbesøk».
  public var navn: String
  /// The days of the events that the verdict rests on, as the record has them (`2014-03-12`, `2014-03`), in order.
  public var counted: [String]
  /// The days of the other registered events up to the control date, in order: cancelled visits, older plans.
  public var notCounted: [String]

  /// A lane.
  public init(navn: String, counted: [String], notCounted: [String]) {
    self.navn = navn
    self.counted = counted
    self.notCounted = notCounted
  }
}

extension Tidsspor {
  /// The lanes of a verdict: the kinds of events that the rule asks about, with what the record holds of them up to
  /// the control date; where it asks about none by itself, those that the evidence names.
  ///
  /// - Parameters:
  ///   - asked: the names of the collections that the rule asks about; each has a lane, if an empty one.
  ///   - judged: the days that were judged. Of the events that do not count, those of these days are shown; when the
  ///     rule has no window, those of this year and the last.
  static func lanes(
    _ vurdering: Vurdering, asked: [String], _ bunke: Saksbunke, sak: Int, _ judged: Bedømt?, på dag: Dato
  ) -> [Tidsspor] {
    let evidence = vurdering.bevis?.events ?? []
    let names = asked.isEmpty ? Set(evidence.map(\.samling)).sorted() : asked
    let first = min(judged?.fra ?? .nyttår(dag.år - 1), dag)
    return names.compactMap { name in
      guard let index = bunke.modell.samling(name) else { return nil }
      let counted = Set(evidence.filter { $0.samling == name })
      let others = bunke.events(samling: index, sak: sak).filter { event in
        guard !counted.contains(event), let days = event.dato.flatMap({ Datoomfang(iso: $0) }) else {
          return false
        }
        return days.siste >= first && days.første <= dag
      }
      return Tidsspor(
        navn: bunke.modell.samlinger[index].ord.flertall, counted: counted.compactMap(\.dato).sorted(),
        notCounted: others.compactMap(\.dato).sorted())
    }
  }
}

extension Bevis {
  /// The events of this node and all below it.
  package var events: [Hendelsesreferanse] { hendelser + deler.flatMap(\.events) }
}
