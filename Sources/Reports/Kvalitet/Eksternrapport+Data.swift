import Checklists
public import JSONText
import Quality
import RuleEngine
import Sampling
import Values

extension Eksternrapport {
  /// For programs; null where a count is hidden.
  public func json(motor: String) -> JSONValue {
    .object([
      "schema": .string("internkontroll/summary/1"), "engine": .string(motor), "audience": .string("utenfor"),
      "period": .periode(tall.perioden), "on": .string(tall.dag.description),
      "kind": .string(tall.slag.rawValue), "team": .optional(tall.team),
      "points": .array(
        tall.punkter.map {
          .object(
            [.init("id", .string($0.punkt)), .init("team", .string($0.team))] + $0.telling.json(om: "trukne"))
        }),
      "too_few": .antall(tall.forFå), "all_cases": tall.alleSaker?.json ?? .null,
      "coverage": .array(
        tall.dekning.map {
          .object([
            "team": .string($0.team), "planned": .antall($0.planlagt), "controlled": .antall($0.kontrollert),
            "without_control": .måneder($0.utenKontroll),
          ])
        }),
      "avvik": avvikstall,
      "reported": .array(
        tall.meldinger.map {
          .object(["id": .string($0.prosedyre.id), "twelve_months": .antall($0.antall)])
        }),
      "systemic": .array(tall.systemsvikt.map(JSONValue.string)),
    ])
  }

  private var avvikstall: JSONValue {
    .object([
      "open": .antall(tall.åpne), "overdue": .antall(tall.overFrist),
      "median_days": .desimal(tall.medianLukketid),
      "states": tall.tilstander?.json(Avvikstilstand.allCases.map(\.rawValue)) ?? .null,
      "severity": tall.alvorlighet?.json(["lav", "middels", "hoy", "kritisk", "ikke_vurdert"]) ?? .null,
      "causes": .array(
        tall.årsaker.map { .object(["cause": .string($0.årsak.rawValue), "count": .antall($0.antall)]) }),
    ])
  }

  /// The same figures, one a line; a hidden count is an empty cell.
  public var csv: String {
    var rows = tall.punkter.flatMap { $0.telling.rader($0.punkt, $0.team) }
    if let table = tall.alleSaker {
      for (point, counts) in zip(table.punkter, table.celler) {
        rows += zip(Utfall.alleVist, counts).map {
          Tallrad("alle saker", point.id, nil, table.måned, $0.visning, .skjulbar($1))
        }
      }
    }
    rows += tall.dekning.flatMap {
      [
        Tallrad("trekningen", nil, $0.team, nil, "Planlagt", .tall($0.planlagt)),
        Tallrad("trekningen", nil, $0.team, nil, "Kontrollert", .tall($0.kontrollert)),
      ]
    }
    rows.append(Tallrad("avvik", nil, nil, nil, "Åpne", .skjulbar(tall.åpne)))
    rows.append(Tallrad("avvik", nil, nil, nil, "Over fristen", .skjulbar(tall.overFrist)))
    rows += tall.årsaker.map { Tallrad("årsaker", nil, nil, nil, $0.årsak.visning, .skjulbar($0.antall)) }
    rows += tall.meldinger.map { Tallrad("meldt", $0.prosedyre.id, nil, nil, "Meldt", .skjulbar($0.antall)) }
    return CSV(tall: rows).text
  }
}

extension CSV.Celle {
  fileprivate static func skjulbar(_ count: Int?) -> CSV.Celle { count.map(CSV.Celle.tall) ?? .tom }
}

extension Eksternoppsummering.AlleSakertabell {
  /// One cell an outcome; nil in a hidden row.
  fileprivate var celler: [[Int?]] {
    rader.map { row in Utfall.alleVist.indices.map { row?[$0] } }
  }

  fileprivate var json: JSONValue {
    .object([
      "month": .string(måned.description),
      "points": .array(
        zip(punkter, celler).map { point, counts in
          .object(
            [.init("id", .string(point.id))]
              + zip(Utfall.alleVist, counts).map { .init($0.rawValue, .antall($1)) })
        }),
    ])
  }
}

extension Eksternoppsummering.Krysstabell {
  fileprivate func json(_ columns: [String]) -> JSONValue {
    .array(
      zip(områder, rader).map { area, counts in
        .object([.init("area", .antall(area))] + zip(columns, counts).map { .init($0, .antall($1)) })
      })
  }
}
