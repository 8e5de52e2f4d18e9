public import CaseRecords
import JSONText

/// A monthly control: everything that was locked, drawn, found and answered, folded from its acts.
public struct Kontroll: Hashable, Sendable {
  /// Which control.
  public let nøkkel: Kontrollnøkkel
  /// The locked list of cases.
  public private(set) var saksliste: Saksliste?
  /// The seed.
  public private(set) var trekningstall: Trekningstall?
  /// The draw.
  public private(set) var trekning: Trekningsutfall?
  /// The swaps, in order.
  public private(set) var bytter: [Saksbytte] = []
  /// The drawn cases after swaps, in the order of the draw.
  public private(set) var trukne: [String] = []
  /// The records of the drawn cases as they were read, supplied facts not included.
  public private(set) var øyeblikksbilder: [Saksbilde] = []
  /// The evaluated ones among the drawn cases, in the same order.
  public private(set) var saker: [Kontrollsak] = []
  /// What the rules found in all cases of the team.
  public private(set) var alleSaker: AlleSaker?
  /// What became of last month's avvik.
  public private(set) var forrige: ForrigeKontroll?
  /// Every answer, in order; a later one to the same question replaces an earlier one.
  public private(set) var svar: [Svar] = []
  /// Set when the control is finished.
  public private(set) var lås: Lås?
  /// What was corrected after the lock, in order.
  public private(set) var corrections: [Correction] = []
  /// The journal code of each correction, in the same order; they come from the journal and are no part of any act.
  public var correctionCodes: [String] = []
  /// The journal code of the lock; it comes from the journal and is no part of any act.
  public var journalkode: String?

  /// A control that has not begun.
  public init(_ nøkkel: Kontrollnøkkel) { self.nøkkel = nøkkel }

  /// Folds the acts of a control, in order; throws when one of them was not allowed where it stands.
  public init(_ nøkkel: Kontrollnøkkel, hendelser: some Sequence<Kontrollhendelse>) throws(IkkeTillatt) {
    self.init(nøkkel)
    for hendelse in hendelser { try utfør(hendelse) }
  }

  /// Does one act, or throws why it is not allowed and leaves the control as it was.
  ///
  /// `identitet` names the kind of identifier that a text holds, or nil; `Identitetsvakt().treff(i:)`.
  public mutating func utfør(
    _ hendelse: Kontrollhendelse, identitet: (String) -> Identitetsslag? = { _ in nil }
  ) throws(IkkeTillatt) {
    try prøv(hendelse, identitet: identitet)
    switch hendelse {
    case .saksliste(let liste): saksliste = liste
    case .trekningstall(let tall): trekningstall = tall
    case .trekning(let utfall):
      trekning = utfall
      trukne = utfall.trukne
    case .bytte(let bytte):
      bytter.append(bytte)
      trukne = trukne.map { $0 == bytte.ut ? bytte.inn : $0 }
      saker.removeAll { $0.sak == bytte.ut }
      øyeblikksbilder.removeAll { $0.sak == bytte.ut }
    case .øyeblikksbilde(let bilde):
      øyeblikksbilder.removeAll { $0.sak == bilde.sak }
      øyeblikksbilder.append(bilde)
    case .vurdering(let runde): ta(runde)
    case .svar(let nytt): svar.append(nytt)
    case .lås(let ny): lås = ny
    case .correction(let correction): corrections.append(correction)
    }
  }

  private mutating func ta(_ runde: Vurderingsrunde) {
    var known: [String: Kontrollsak] = [:]
    for sak in saker + runde.saker { known[sak.sak] = sak }
    saker = trukne.compactMap { known[$0] }
    if let alle = runde.alleSaker { alleSaker = alle }
    if let f = runde.forrige { forrige = f }
  }
}

extension Kontroll {
  /// How far a control has come.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    case ikkeStartet = "ikke_startet"
    case låstSaksliste = "last_saksliste"
    case harTrekningstall = "har_trekningstall"
    case trukket
    case vurdert
    case låst = "last"

    /// As a reader sees it.
    public var visning: String {
      switch self {
      case .ikkeStartet: "Ikke startet"
      case .låstSaksliste: "Sakslisten er låst"
      case .harTrekningstall: "Trekningstallet er satt"
      case .trukket: "Sakene er trukket"
      case .vurdert: "Påbegynt"
      case .låst: "Kontrollen er låst"
      }
    }
  }

  /// How far this control has come.
  public var status: Status {
    if lås != nil { return .låst }
    if trekning != nil { return saker.count == trukne.count ? .vurdert : .trukket }
    if trekningstall != nil { return .harTrekningstall }
    return saksliste == nil ? .ikkeStartet : .låstSaksliste
  }

  /// The cases that are drawn and still wait for their first evaluation.
  public var uvurderte: [String] {
    trukne.filter { id in !saker.contains { $0.sak == id } }
  }

  /// The reserve list without the cases already used for a swap.
  public var ledigReserve: [String] {
    let used = Set(bytter.map(\.inn))
    return (trekning?.reserve ?? []).filter { !used.contains($0) }
  }

  /// The evaluated case with this pseudonym.
  public func sak(_ id: String) -> Kontrollsak? { saker.first { $0.sak == id } }

  /// The facts that were answered for a case, the latest answer for each place, in order of place first asked.
  public func opplysninger(_ sak: String) -> [Tilleggsopplysning] {
    var facts: [Tilleggsopplysning] = []
    for answer in svar where answer.sak == sak {
      guard case .opplysning(let sted, let verdi) = answer.innhold else { continue }
      facts.removeAll { $0.sted == sted }
      if verdi != .null { facts.append(Tilleggsopplysning(sted: sted, verdi: verdi)) }
    }
    return facts
  }

  /// The latest answers that say that a fact was looked for and not found, in order of place first asked.
  public func ikkeFunnet(_ sak: String) -> [Svar] {
    var found: [(sted: String, svar: Svar)] = []
    for answer in svar where answer.sak == sak {
      guard case .opplysning(let sted, let verdi) = answer.innhold else { continue }
      found.removeAll { $0.sted == sted }
      if verdi == .null { found.append((sted, answer)) }
    }
    return found.map(\.svar)
  }

  /// The latest judgement of a point in a case.
  public func vurdering(_ sak: String, _ punkt: String) -> Svar? {
    svar.last {
      guard $0.sak == sak, case .vurdering(punkt, _, _) = $0.innhold else { return false }
      return true
    }
  }

  /// The latest answer to the concern question of a case.
  public func bekymring(_ sak: String) -> Svar? {
    svar.last {
      guard $0.sak == sak, case .bekymring = $0.innhold else { return false }
      return true
    }
  }
}
