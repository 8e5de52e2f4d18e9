import Checklists
public import JSONText
import Quality
import RuleEngine
import Sampling
import Statistics
import Values

extension Årsgjennomgang {
  /// For programs, with the same numbers hidden as on the page: a hidden one is null.
  public func json(motor: String) -> JSONValue {
    .object([
      "schema": .string("internkontroll/review/1"), "engine": .string(motor), "year": .integer(Int64(år)),
      "unit": .string(enhet), "on": .string(dag.description),
      "controls_to": .string(sisteMåned.description),
      "controls": .array(bilde.dekning.map(kontroller)),
      "drawn": .array(årspunkter.map(\.json)), "all_cases": .array(alleSakerRader.map(alle)), "avvik": avvik,
      "measures": .array(effekter.map { $0.tiltak.json($0.effekter, utad: true) }),
      "system_failures": .array(systemsvikt.map { $0.vedtak.json }), "second_reader": lesere.json,
      "overdue": .object([
        "avvik": skjermet(register.avvik.count { $0.erForfalt(dag) }),
        "measures": .array(forfalteTiltak.map { .string($0.tiltak.nummer) }),
        "decisions": .array(forfalteVedtak.map { .string($0.nummer) }),
      ]),
      "not_controlled": .array(utenforKontrollen.map(JSONValue.string)),
    ])
  }

  private func kontroller(_ row: Trekningsdekning) -> JSONValue {
    func months(_ list: [Måned]) -> JSONValue {
      .array(list.filter { $0.år == år }.map { .string($0.description) })
    }
    return .object([
      "team": .string(row.team), "planned": .tall(row.iPerioden.planlagt),
      "controlled": .tall(row.iPerioden.kontrollert), "without_control": months(row.utenKontroll),
      "late": months(row.forSene),
    ])
  }

  private func alle(_ row: (serie: AlleSakerserie, måned: Måned, telling: Skjermettelling)) -> JSONValue {
    .object([
      "id": .string(row.serie.punkt), "month": .string(row.måned.description),
      "applies": .tall(row.telling.gjelder), "breaches": .tall(row.telling.brudd),
      "unknown": .tall(row.telling.ukjent),
    ])
  }

  private var avvik: JSONValue {
    let table = Avvikstabell(kontrollavvik)
    return .object([
      "severities": .array(Alvorlighet.allCases.map { .string($0.rawValue) }),
      "areas": .array(table.områder.map(JSONValue.tall)),
      "counts": .array(table.celler.map { .array($0.map(JSONValue.tall)) }),
      "area_totals": table.summer.map { .array($0.rader.map(JSONValue.tall)) } ?? .null,
      "severity_totals": table.summer.map { .array($0.kolonner.map(JSONValue.tall)) } ?? .null,
      "reported_by_staff": skjermet(meldinger),
    ])
  }

  private func skjermet(_ count: Int) -> JSONValue {
    Småtall.skjul(antall: count, av: count) ? .null : .tall(count)
  }
}

extension Årspunkt {
  fileprivate var json: JSONValue {
    let basis = rekke.grunnlag
    return .object([
      "id": .string(punkt.id), "team": .string(rekke.team), "from": .string(basis.fra.description),
      "counts": .string(basis.teller.rawValue), "k": .tall(basis.funn), "n": .tall(basis.kontrollert),
      "cases": .tall(basis.saker), "lower": .tall(basis.intervall?.nedre),
      "upper": .tall(basis.intervall?.øvre),
    ])
  }
}

extension Tiltak {
  /// The measure and its effects.
  func json(_ effekter: [Effekt], utad: Bool) -> JSONValue {
    .object([
      "number": .string(nummer), "text": .string(innhold.tekst), "responsible": .string(innhold.ansvarlig),
      "state": .string(tilstand.rawValue), "carried_out": .optional(iverksatt?.dato.description),
      "planned": .string(iverksettes.description), "evaluate": .string(evalueres.description),
      "result": .optional(resultat?.rawValue), "effects": .array(effekter.map { $0.json(utad: utad) }),
    ])
  }
}

extension Effekt {
  func json(utad: Bool) -> JSONValue {
    .object([
      "point": .string(punkt), "from": .string(dag.description),
      "verdict": .optional(dom(utad: utad)?.rawValue),
      "sentence": .string(setning(utad: utad)), "all_cases": .optional(alleSakerSetning(utad: utad)),
      "first_month": .optional(førsteMåned?.description),
      "more_months": .tall(dom(utad: utad) == nil ? nil : flereMåneder),
    ])
  }
}

extension Vedtak {
  var json: JSONValue {
    .object([
      "number": .string(nummer), "meeting": .string(møte), "date": .string(dato.description),
      "text": .string(tekst), "about": .optional(gjelder), "responsible": .string(ansvarlig),
      "deadline": .string(frist.description), "done": .optional(utført?.description),
    ])
  }
}

extension Leserenighet {
  var json: JSONValue {
    .object([
      "to_read": .tall(valgte), "read": .tall(lest), "compared": .tall(sammenlignet),
      "left_out": .object([
        "settled_by_rule": .tall(utelatt.regelen), "not_in_control": .tall(utelatt.ukjentPunkt),
        "cases_not_chosen": .tall(ikkeValgt),
      ]), "pairs": .tall(par.count),
      "agreed": .tall(par.count(where: \.erLike)),
      "kappa": enighet?.kappa.map(JSONValue.number) ?? .null,
      "lower": enighet?.intervall.map { .number($0.lowerBound) } ?? .null,
      "upper": enighet?.intervall.map { .number($0.upperBound) } ?? .null, "sentence": .string(setning),
    ])
  }
}

extension JSONValue {
  /// A whole number.
  static func tall(_ number: Int) -> JSONValue { .integer(Int64(number)) }

  /// A whole number, or null where there is none or it is hidden.
  static func tall(_ number: Int?) -> JSONValue { number.map { .integer(Int64($0)) } ?? .null }
}
