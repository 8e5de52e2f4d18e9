import Checklists
import RuleEngine
import Sampling
public import Values

/// One point over the twelve months: a row for each team, the measures that are judged on it, and what the period's
/// findings on it amount to.
public struct Punktoppsummering: Hashable, Sendable {
  /// The point's id.
  public var id: String
  /// The question as it read in the latest control.
  public var spørsmål: String
  /// The failure area.
  public var sviktområde: Kontrollpunkt.Sviktområde
  /// A row for each team that has controlled it.
  public var rekker: [Punktrekke]
  /// The measures that name the point and are carried out, by day.
  public var tiltak: [Tiltaksmerke]
  /// The findings of the period together.
  public var samling: Funnsamling

  /// A measure on the time line of a point.
  public struct Tiltaksmerke: Hashable, Sendable {
    /// Its number.
    public var nummer: String
    /// The day on which it was carried out.
    public var dato: Dato
  }

  init?(_ id: String, _ valg: Oppsummeringsvalg, _ rekke: Kontrollrekke, _ register: Kvalitetsregister) {
    guard let punkt = rekke.punkt(id) else { return nil }
    self.id = id
    spørsmål = punkt.spørsmål
    sviktområde = punkt.sviktområde
    let teller: Utfall = punkt.vedBrudd == .merknad ? .merknad : .avvik
    rekker = rekke.team.compactMap { Punktrekke(id, teller: teller, team: $0, rekke) }
    let window = valg.tolvMåneder
    tiltak = register.tiltak.compactMap { measure in
      guard measure.innhold.punkter.contains(id), let day = measure.iverksatt?.dato,
        window.contains(Måned(day))
      else { return nil }
      return Tiltaksmerke(nummer: measure.nummer, dato: day)
    }.sorted { $0.dato < $1.dato }
    samling = Funnsamling(
      id, rekke.utvalg(valg.perioden.lowerBound, valg.perioden.upperBound).utfall(id), register)
  }
}

/// The period's avvik on one requirement, gathered: one case is a finding, several may be a failure of the system.
public struct Funnsamling: Hashable, Sendable {
  /// How many drawn cases of the period had an avvik on the point, over all teams.
  public var avvik: Int
  /// How many drawn cases of the period were judged on it.
  public var saker: Int
  /// The decision that it is a failure of the system: the latest one that is not carried out, of kind `systemsvikt`,
  /// about this point or an avvik on it, in minutes that are approved.
  public var systemsvikt: Vedtak?

  /// Whether there are several findings to look at together.
  public var erFlere: Bool { avvik > 1 }

  init(_ punkt: String, _ utfall: [Trukketutfall], _ register: Kvalitetsregister) {
    avvik = Set(utfall.filter { $0.utfall == .avvik }.map(\.sak)).count
    saker = Set(utfall.map(\.sak)).count
    let about = Set([punkt] + register.avvik.filter { $0.punkt == punkt }.map(\.nummer))
    systemsvikt = register.møter.filter { $0.godkjent != nil }.flatMap(\.vedtak).last {
      $0.slag == .systemsvikt && $0.utført == nil && $0.gjelder.map(about.contains) ?? false
    }
  }
}

extension Kontrollrekke {
  /// The teams, in alphabetical order.
  public var team: [String] { Set(kontroller.map(\.nøkkel.team) + utenFunn.map(\.team)).sorted() }
}
