public import AuditStore
public import Checklists
public import RuleEngine
public import Sampling
import Values

/// The locked controls of some months, oldest first: what every report counts.
public struct Kontrollrekke: Hashable, Sendable {
  /// The locked controls, by month and then by team.
  public let kontroller: [Kontroll]
  /// The locked controls whose findings were deleted when their time was over: they were held, and cannot be counted.
  public let utenFunn: [Kontrollnøkkel]

  /// These controls; those that are not locked are left out.
  public init(_ kontroller: [Kontroll], utenFunn: [Kontrollnøkkel] = []) {
    self.utenFunn = utenFunn
    self.kontroller = kontroller.filter { $0.lås != nil }.sorted {
      ($0.nøkkel.måned, $0.nøkkel.team) < ($1.nøkkel.måned, $1.nøkkel.team)
    }
  }

  /// The locked controls of a store from a month to a month, both included.
  ///
  /// A control whose findings were deleted when their time was over is left out. Throws `Lagerfeil`, `Kodefeil`.
  public init(_ lager: Revisjonslager, fra: Måned, til: Måned) throws {
    var controls: [Kontroll] = []
    var emptied: [Kontrollnøkkel] = []
    for month in fra.til(til) {
      var entries: [Kontrollnøkkel: [Oppføring]] = [:]
      // The records of the cases are most of what is stored, and nothing counts them.
      for entry in try lager.oppføringer(måned: month, unntatt: .innlesing) {
        guard let payload = entry.innhold, let key = try Kontrollhendelse.les(payload)?.nøkkel else {
          continue
        }
        entries[key, default: []].append(entry)
      }
      for (key, found) in entries {
        if let control = try? Kontrolljournal(key, found).kontroll {
          controls.append(control)
        } else if found.contains(where: { $0.blad.handling == .lås }) {
          emptied.append(key)
        }
      }
    }
    self.init(controls, utenFunn: emptied.sorted { ($0.måned, $0.team) < ($1.måned, $1.team) })
  }

  /// The controls from a month to a month, both included.
  public func utvalg(_ fra: Måned, _ til: Måned) -> Kontrollrekke {
    Kontrollrekke(
      kontroller.filter { fra <= $0.nøkkel.måned && $0.nøkkel.måned <= til },
      utenFunn: utenFunn.filter { fra <= $0.måned && $0.måned <= til })
  }

  /// The ids of all points, in the order of the latest control's checklist, those it no longer has last.
  public var punkter: [String] {
    var ids: [String] = []
    for control in kontroller.reversed() {
      for sak in control.saker {
        for punkt in sak.punkter where !ids.contains(punkt.id) { ids.append(punkt.id) }
      }
    }
    return ids
  }

  /// A point as it stood in the latest control that had it.
  public func punkt(_ id: String) -> Kontrollpunkt? {
    for control in kontroller.reversed() {
      for sak in control.saker { if let found = sak.punkt(id) { return found } }
    }
    return nil
  }

  /// How a point came out in every drawn case, oldest first; a person's answer counts where the rule has no verdict.
  public func utfall(_ punkt: String) -> [Trukketutfall] {
    kontroller.flatMap { control in
      control.saker.compactMap { sak in
        sak.punkt(punkt).map { found in
          let answer = control.vurdering(sak.sak, punkt)
          return Trukketutfall(control, Punktstilling(sak: sak.sak, punkt: found, svar: answer))
        }
      }
    }
  }

  /// Every case that could be drawn in some month: the N of the intervals.
  public var saker: Set<String> { Set(kontroller.flatMap { $0.saksliste?.ramme.ids ?? [] }) }
}

/// The outcome of one point in one drawn case.
public struct Trukketutfall: Hashable, Sendable {
  /// The month of the control.
  public var måned: Måned
  /// The team.
  public var team: String
  /// The pseudonym.
  public var sak: String
  /// The outcome that counts.
  public var utfall: Utfall
  /// The days that were judged; nil in controls from before it was kept.
  public var bedømt: Bedømt?
  /// Which rule judged; nil in controls from before it was kept.
  public var regel: String?

  init(_ kontroll: Kontroll, _ stilling: Punktstilling) {
    måned = kontroll.nøkkel.måned
    team = kontroll.nøkkel.team
    sak = stilling.sak
    utfall = stilling.utfall
    bedømt = stilling.punkt.bedømt
    regel = stilling.punkt.regel
  }
}

extension Måned {
  /// The months from this one to another, both included; none when that is before.
  public func til(_ siste: Måned) -> [Måned] {
    guard self <= siste else { return [] }
    return Array(sequence(first: self) { $0 < siste ? $0.adding(måneder: 1) : nil })
  }
}
