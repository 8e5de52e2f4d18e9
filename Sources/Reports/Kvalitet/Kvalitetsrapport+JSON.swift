import Checklists
public import JSONText
import Quality
import RuleEngine
import Sampling
import Statistics
import Values

extension Kvalitetsrapport {
  /// For programs: every figure with stable ASCII names, months and days as ISO 8601.
  public func json(motor: String) -> JSONValue {
    .object([
      "schema": .string("internkontroll/summary/1"), "engine": .string(motor), "audience": .string("gruppe"),
      "period": .periode(valg.perioden), "on": .string(valg.dag.description),
      "kind": .string(valg.slag.rawValue), "team": .optional(valg.team),
      "agenda": .array(dagsorden.saker.map(\.json)),
      "points": .array(oppsummering.punkter.map { json($0) }),
      "all_cases": .array(oppsummering.alleSaker.map(\.json)),
      "coverage": .array(oppsummering.dekning.map(\.json)), "reported": oppsummering.meldt.json,
      "avvik": oppsummering.avvik.json, "run": oppsummering.løp.json,
    ])
  }

  private func json(_ punkt: Punktoppsummering) -> JSONValue {
    .object([
      "id": .string(punkt.id), "question": .string(punkt.spørsmål),
      "area": .antall(punkt.sviktområde.nummer), "rows": .array(punkt.rekker.map(\.json)),
      "measures": .array(
        punkt.tiltak.map {
          .object(["id": .string($0.nummer), "carried_out": .string($0.dato.description)])
        }),
      "gathered": .object([
        "avvik": .antall(punkt.samling.avvik), "cases": .antall(punkt.samling.saker),
        "decision": .optional(punkt.samling.systemsvikt?.nummer),
      ]),
    ])
  }
}

extension JSONValue {
  static func antall(_ number: Int) -> JSONValue { .integer(Int64(number)) }
  static func antall(_ number: Int?) -> JSONValue { number.map { .integer(Int64($0)) } ?? .null }
  static func desimal(_ number: Double?) -> JSONValue { number.map(JSONValue.number) ?? .null }
  static func måneder(_ months: [Måned]) -> JSONValue { .array(months.map { .string($0.description) }) }
  static func periode(_ range: ClosedRange<Måned>) -> JSONValue {
    .object([
      "from": .string(range.lowerBound.description), "to": .string(range.upperBound.description),
    ])
  }
}

extension Dagsorden.Sak {
  fileprivate var json: JSONValue {
    .object([
      "number": .antall(nummer), "title": .string(tittel),
      "rows": .array(
        rader.map {
          .object([
            "id": .optional($0.id), "text": .string($0.tekst), "responsible": .optional($0.ansvarlig),
            "due": .optional($0.frist?.description),
          ])
        }),
    ])
  }
}

extension Utvalgstelling {
  /// The figures without the months they come from.
  func json(om valgte: String = "kontrollerte") -> [JSONValue.Member] {
    [
      .init("N", .antall(saker)), .init("n", .antall(kontrollert)),
      .init("counted", .string(teller.rawValue)),
      .init("k", .antall(funn)), .init("unknown", .antall(utfall.ukjent)),
      .init("low", .antall(intervall?.nedre)), .init("high", .antall(intervall?.øvre)),
      .init("sentence", .string(setning(om: valgte))),
    ]
  }
}

extension Punkttelling {
  fileprivate var json: JSONValue {
    .object([
      "avvik": .antall(avvik), "oppfylt": .antall(oppfylt), "merknad": .antall(merknad),
      "ikke_aktuelt": .antall(ikkeAktuelt), "ukjent": .antall(ukjent),
    ])
  }
}

extension Punktrekke {
  fileprivate var json: JSONValue {
    .object(
      [.init("team", .string(team)), .init("since", .string(grunnlag.fra.description))] + grunnlag.json() + [
        .init("outcomes", grunnlag.utfall.json), .init("prompt", mønster.json),
        .init("new_version", .måneder(nyVersjon)),
        .init(
          "dots",
          .array(
            prikker.map {
              .object([
                "month": .string($0.måned.description), "case": .string($0.sak),
                "outcome": .string($0.utfall.rawValue), "rule": .optional($0.regel),
              ])
            })),
      ])
  }
}

extension Mønster {
  fileprivate var json: JSONValue {
    switch self {
    case .ingen: .null
    case .seNærmere(let count, let latest):
      .object(["kind": .string("se_naermere"), "count": .antall(count), "of_last": .antall(latest)])
    case .tydelig(let count, let latest):
      .object(["kind": .string("tydelig"), "count": .antall(count), "of_last": .antall(latest)])
    }
  }
}

extension AlleSakerserie {
  fileprivate var json: JSONValue {
    .object([
      "id": .string(punkt), "question": .string(spørsmål),
      "months": .array(
        måneder.map {
          .object([
            "month": .string($0.måned.description), "teams": .array($0.team.map(JSONValue.string)),
            "N": .antall($0.telling.saker), "outcomes": $0.telling.json, "new_version": .bool($0.erNyVersjon),
          ])
        }),
    ])
  }
}

extension Trekningsdekning {
  fileprivate var json: JSONValue {
    .object([
      "team": .string(team), "months": .periode(måneder), "planned": .antall(planlagt),
      "controlled": .antall(kontrollert), "planned_in_period": .antall(iPerioden.planlagt),
      "controlled_in_period": .antall(iPerioden.kontrollert), "without_control": .måneder(utenKontroll),
      "late": .måneder(forSene),
      "swaps": .array(
        bytter.map {
          .object(["month": .string($0.måned.description), "reason": .string($0.grunn.rawValue)])
        }),
    ])
  }
}

extension Meldeaktivitet {
  fileprivate var json: JSONValue {
    func before(_ figure: Forhåndsmeldt) -> JSONValue {
      .object(["found": .antall(figure.funnet), "reported_before": .antall(figure.meldt)])
    }
    return .object([
      "procedures": .array(
        prosedyrer.map {
          .object([
            "id": .string($0.prosedyre.id), "chosen": .bool($0.valgt), "in_period": .antall($0.iPerioden),
            "twelve_months": .antall($0.tolvMåneder),
          ])
        }),
      "in_period": before(iPerioden), "twelve_months": before(tolvMåneder),
    ])
  }
}

extension Avviksbilde {
  fileprivate var json: JSONValue {
    .object([
      "open": .array(
        åpne.map {
          .object([
            "state": .string($0.tilstand.rawValue), "count": .antall($0.antall),
            "overdue": .antall($0.overFrist),
          ])
        }),
      "days_to_close": .array(lukketid.map { .antall($0) }), "median_days": .desimal(medianLukketid),
      "causes": .array(
        årsaker.map { .object(["cause": .string($0.årsak.rawValue), "count": .antall($0.antall)]) }),
      "without_cause": .antall(utenÅrsak), "found_again": .antall(funnetIgjen),
      "reopened": .antall(gjenåpnet),
      "by_area": .array(
        kryss.map { row in
          .object([
            "area": .antall(row.sviktområde),
            "states": .object(
              zip(Avvikstilstand.allCases, row.tilstander).map { .init($0.rawValue, .antall($1)) }),
            "severity": .array(row.alvorlighet.map { .antall($0) }),
          ])
        }),
    ])
  }
}

extension Løpediagram {
  fileprivate var json: JSONValue {
    .object([
      "months": .array(
        måneder.map {
          .object([
            "month": .string($0.måned.description), "decided": .antall($0.avgjort),
            "avvik": .antall($0.avvik),
            "new_version": .bool($0.erNyVersjon),
          ])
        }),
      "since": .optional(grunnlinje.first?.måned.description), "median": .desimal(test?.median),
      "useful": .antall(test?.nyttigePunkter), "longest_run": .antall(test?.lengsteLøp),
      "crossings": .antall(test?.krysninger), "signal": test.map { .bool($0.signal) } ?? .null,
      "sentence": .string(setning),
    ])
  }
}
