import Checklists
import RuleEngine
import Values

/// How a point behaved over a period: as the rule judged it, and with the answers of persons counted.
public struct Punkterfaring: Hashable, Sendable {
  /// The point's id.
  public let id: String
  /// The question as it read last.
  public let spørsmål: String
  /// Whether only a person can answer.
  public let forPerson: Bool
  /// What the rules alone found in the drawn cases.
  public private(set) var reglene: Punkttelling
  /// What counted in the drawn cases, with the answers of persons.
  public private(set) var gjeldende: Punkttelling
  /// What the rules found in all cases, added up over the months; one case counts once a month.
  public private(set) var alle: Punkttelling

  init(_ punkt: Kontrollpunkt) {
    id = punkt.id
    spørsmål = punkt.spørsmål
    forPerson = punkt.forPerson
    let none = Punkttelling(punkt: punkt.id, spørsmål: punkt.spørsmål)
    (reglene, gjeldende, alle) = (none, none, none)
  }

  /// Every point of some controls, in the order of the latest checklist.
  static func alle(_ rekke: Kontrollrekke) -> [Punkterfaring] {
    var found: [Punkterfaring] = []
    var place: [String: Int] = [:]
    for control in rekke.kontroller.reversed() {
      for standing in control.stillinger {
        let index = place[standing.punkt.id] ?? found.count
        if index == found.count {
          place[standing.punkt.id] = index
          found.append(Punkterfaring(standing.punkt))
        }
        found[index].reglene.tell(standing.punkt.vurdering.utfall)
        found[index].gjeldende.tell(standing.utfall)
      }
      for count in control.alleSaker?.punkter ?? [] {
        if let index = place[count.punkt] { found[index].alle.tell(count) }
      }
    }
    return found
  }

  /// Judged at least once, and never breached: neither in a drawn case nor in any other.
  public var erAldriBrutt: Bool {
    gjeldende.oppfylt > 0 && gjeldende.brudd + reglene.brudd + alle.brudd == 0
  }

  /// Applied to some case, and the rule could never decide it, neither in a drawn case nor in any other.
  public var erAlltidUkjent: Bool {
    !forPerson && reglene.ukjent > 0 && reglene.avgjort + alle.avgjort == 0
  }

  /// Applied to no case at all.
  public var erAldriAktuelt: Bool {
    reglene.saker > 0 && reglene.saker == reglene.ikkeAktuelt && alle.saker == alle.ikkeAktuelt
      && gjeldende.saker == gjeldende.ikkeAktuelt
  }
}

extension Punkttelling {
  fileprivate var brudd: Int { avvik + merknad }
  fileprivate var avgjort: Int { oppfylt + brudd }

  fileprivate mutating func tell(_ other: Punkttelling) {
    oppfylt += other.oppfylt
    avvik += other.avvik
    merknad += other.merknad
    ukjent += other.ukjent
    ikkeAktuelt += other.ikkeAktuelt
  }
}
