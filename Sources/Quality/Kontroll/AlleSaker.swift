public import Checklists
public import RuleEngine

/// What the points that a machine can decide gave in every case of the team: no sampling error.
///
/// Counted when the control was evaluated, before any question was answered.
public struct AlleSaker: Hashable, Sendable {
  /// How many care orders were evaluated.
  public var omsorgssaker: Int
  /// How many voluntary placements were evaluated.
  public var frivillige: Int
  /// How many cases could not be read or evaluated.
  public var lesefeil: Int
  /// One count per point, in the order of the checklist.
  public var punkter: [Punkttelling]
  /// Every avvik that the rules found, drawn cases included.
  public var avvik: [ÅpentAvvik]

  /// Counts over all cases.
  public init(
    omsorgssaker: Int, frivillige: Int, lesefeil: Int, punkter: [Punkttelling], avvik: [ÅpentAvvik]
  ) {
    self.omsorgssaker = omsorgssaker
    self.frivillige = frivillige
    self.lesefeil = lesefeil
    self.punkter = punkter
    self.avvik = avvik
  }

  /// Counts what the rules found; points for a person are left out.
  public init(saker: some Sequence<VurdertSak>, lesefeil: Int) {
    self.init(omsorgssaker: 0, frivillige: 0, lesefeil: lesefeil, punkter: [], avvik: [])
    var position: [String: Int] = [:]
    for sak in saker {
      switch sak.grunnlag {
      case .omsorgssak: omsorgssaker += 1
      case .frivillig: frivillige += 1
      }
      for punkt in sak.punkter where !punkt.forPerson {
        let index: Int
        if let known = position[punkt.id] {
          index = known
        } else {
          index = punkter.count
          position[punkt.id] = index
          punkter.append(Punkttelling(punkt: punkt.id, spørsmål: punkt.spørsmål))
        }
        punkter[index].tell(punkt.vurdering.utfall)
        if punkt.vurdering.utfall == .avvik { avvik.append(ÅpentAvvik(sak: sak.sak, punkt: punkt)) }
      }
    }
  }

  /// The avvik of the cases that are not in this list.
  public func avvik(utenom saker: [String]) -> [ÅpentAvvik] { avvik.filter { !saker.contains($0.sak) } }
}

/// A case and what the rules found in it.
public struct VurdertSak: Hashable, Sendable {
  /// The pseudonym.
  public var sak: String
  /// On what ground the child is placed.
  public var grunnlag: Grunnlag
  /// The points.
  public var punkter: [Kontrollpunkt]

  /// An evaluated case.
  public init(sak: String, grunnlag: Grunnlag, punkter: [Kontrollpunkt]) {
    self.sak = sak
    self.grunnlag = grunnlag
    self.punkter = punkter
  }
}

/// How many cases had each outcome on one point.
public struct Punkttelling: Hashable, Sendable {
  /// The point's id.
  public var punkt: String
  /// The question, as it reads in the first case that was counted.
  public var spørsmål: String
  /// Fulfilled.
  public var oppfylt = 0
  /// Breached.
  public var avvik = 0
  /// Below the norm.
  public var merknad = 0
  /// Not decidable from what is registered.
  public var ukjent = 0
  /// Not applicable.
  public var ikkeAktuelt = 0

  /// A count that starts at nought.
  public init(punkt: String, spørsmål: String) {
    self.punkt = punkt
    self.spørsmål = spørsmål
  }

  /// Counts one more case; an outcome that only a person can change counts as not decidable.
  public mutating func tell(_ utfall: Utfall) {
    switch utfall {
    case .oppfylt: oppfylt += 1
    case .avvik: avvik += 1
    case .merknad: merknad += 1
    case .ukjent, .ikkeKontrollert: ukjent += 1
    case .ikkeAktuelt: ikkeAktuelt += 1
    }
  }
}

/// An avvik that the rules found in a case.
public struct ÅpentAvvik: Hashable, Sendable {
  /// The pseudonym.
  public var sak: String
  /// The point's id.
  public var punkt: String
  /// How serious it is.
  public var alvorlighet: Alvorlighet
  /// What was found.
  public var setning: String

  /// An avvik.
  public init(sak: String, punkt: String, alvorlighet: Alvorlighet, setning: String) {
    self.sak = sak
    self.punkt = punkt
    self.alvorlighet = alvorlighet
    self.setning = setning
  }

  /// The avvik of a point.
  public init(sak: String, punkt: Kontrollpunkt) {
    self.init(
      sak: sak, punkt: punkt.id, alvorlighet: punkt.alvorlighet, setning: punkt.kort)
  }
}

/// What the control before this one found, and what the rules find there now.
public struct ForrigeKontroll: Hashable, Sendable {
  /// Which control.
  public var måned: String
  /// The avvik it found.
  public var avvik: [ForrigeAvvik]

  /// The control of an earlier month, as `2014-08`.
  public init(måned: String, avvik: [ForrigeAvvik]) {
    self.måned = måned
    self.avvik = avvik
  }

  /// An avvik of the control before, and how the point stands now.
  public struct ForrigeAvvik: Hashable, Sendable {
    /// What was found then.
    public var avvik: ÅpentAvvik
    /// What the rule finds now; nil when the case was not evaluated this month.
    public var nå: Utfall?

    /// An avvik and what became of it.
    public init(avvik: ÅpentAvvik, nå: Utfall?) {
      self.avvik = avvik
      self.nå = nå
    }
  }
}
