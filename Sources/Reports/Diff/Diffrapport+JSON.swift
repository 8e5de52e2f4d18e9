import Checklists
public import JSONText
import Quality
import RuleEngine
import RuleLanguage
import Values

extension Diffrapport {
  /// For programs: `internkontroll/diff/1`, with every point and every case.
  ///
  /// - Parameters:
  ///   - feil: What could not be read.
  public func json(motor: String, feil: [JSONValue]) -> JSONValue {
    .object([
      "schema": .string("internkontroll/diff/1"), "engine": .string(motor),
      "from": diff.fra.json(fil: filer.fra), "to": diff.til.json(fil: filer.til),
      "points": .array(diff.punkter.map(json)),
      "definitions": .array(diff.definisjoner.map(json)),
      "parameters": .array(diff.parametre.map(json)),
      "replay": kjøring?.json ?? .null, "errors": .array(feil),
    ])
  }

  private func json(_ point: Punktendring) -> JSONValue {
    .object([
      "id": .string(point.id), "status": .string(point.status.rawValue),
      "question": .optional(point.hode?.spørsmål), "sviktomrade": .optional(point.hode?.sviktområde),
      "changes": .array(
        point.deler.map {
          .object([
            "part": .string($0.del.nøkkel), "from": .optional($0.før), "to": .optional($0.etter),
          ])
        }),
      "legal_basis": .object([
        "added": .array(point.nyeHjemler.map(hjemmel)), "removed": .array(point.fjernedeHjemler.map(hjemmel)),
      ]),
      "reordered": .bool(point.harNyPlass), "through": .array(point.gjennom.map(JSONValue.string)),
      "examples": .object([
        "added": .integer(Int64(point.eksempler.nye)), "removed": .integer(Int64(point.eksempler.fjernede)),
        "changed": .integer(Int64(point.eksempler.endrede)),
      ]),
    ])
  }

  private func hjemmel(_ id: String) -> JSONValue {
    .object(["id": .string(id), "name": .string(hjemmelnavn(id))])
  }

  private func json(_ change: Definisjonsendring) -> JSONValue {
    .object([
      "name": .string(change.navn), "from": change.før?.json ?? .null, "to": change.etter?.json ?? .null,
      "points": .array(diff.punkter(gjennom: change.navn).map(JSONValue.string)),
    ])
  }

  private func json(_ change: Parameterendring) -> JSONValue {
    .object([
      "name": .string(change.navn), "from": json(change.før), "to": json(change.etter),
      "points": .array(diff.punkter(gjennom: change.navn).map(JSONValue.string)),
    ])
  }

  private func json(_ values: [Parameter.Datert]?) -> JSONValue {
    guard let values else { return .null }
    return .array(
      values.map {
        .object([
          "fra": .string($0.fra.description), "value": .string($0.verdi.description),
          "legal_basis": $0.hjemmel.map(hjemmel) ?? .null,
        ])
      })
  }
}

extension JSONValue {
  fileprivate static func optional(_ number: Int?) -> JSONValue {
    number.map { .integer(Int64($0)) } ?? .null
  }
}

extension Punktdel {
  /// The part in ASCII: `ved_brudd`.
  fileprivate var nøkkel: String {
    switch self {
    case .spørsmål: "sporsmal"
    case .sviktområde: "sviktomrade"
    case .vedBrudd: "ved_brudd"
    case .vurderesAv: "vurderes_av"
    case .godtEksempel: "godt_eksempel"
    case .svaktEksempel: "svakt_eksempel"
    case .gjelderNår: "gjelder_nar"
    case .kravtype, .prosedyre, .alvorlighet, .veiledning, .krav, .norm, .funn, .setninger: rawValue
    }
  }
}

extension Sjekklisteside {
  fileprivate func json(fil: String?) -> JSONValue {
    .object([
      "checklist": .string(id), "file": .optional(fil), "checklist_hash": .string(innholdshash),
      "valid_from": .string(gjelder.fra.description),
      "valid_to": gjelder.til >= .tidenesEnde ? .null : .string(gjelder.til.description),
      "points": .integer(Int64(antallPunkter)),
    ])
  }
}

extension Definisjonstekst {
  fileprivate var json: JSONValue {
    .object(["uttrykk": .string(uttrykk), "omtale": .optional(omtale)])
  }
}

extension Diffrapport.Kjøring {
  fileprivate var json: JSONValue {
    let counts = Gjenkjøringskategori.allCases.map { category in
      JSONValue.Member(category.rawValue, .integer(Int64(resultat.antall(category))))
    }
    let (on, controls, unreadable): (JSONValue, JSONValue, JSONValue) =
      switch grunnlag {
      case .saker(let day): (.string(day.description), .null, .null)
      case .lagret(let stored):
        (
          .null, .array(stored.kontroller.map(\.json)), .array(stored.uleselige.map { .string($0.nummer) })
        )
      }
    return .object([
      "on": on, "cases": .integer(Int64(resultat.antallSaker)),
      "cases_with_new": .integer(Int64(resultat.sakerMedNytt)), "counts": .object(counts),
      "points": .array(resultat.punkter.map(\.json)), "controls": controls, "unreadable_controls": unreadable,
    ])
  }
}

extension Punktgjenkjøring {
  fileprivate var json: JSONValue {
    .object([
      "id": .string(id), "sviktomrade": .integer(Int64(sviktområde)),
      "transitions": .array(
        overganger.map { transition in
          .object([
            "category": .optional(transition.kategori?.rawValue),
            "from": .optional(transition.før?.rawValue), "to": .optional(transition.etter?.rawValue),
            "count": .integer(Int64(antall(transition))),
            "cases": .array(saker(transition).map(JSONValue.string)),
          ])
        }),
    ])
  }
}

extension Lagretkontroll {
  fileprivate var json: JSONValue {
    .object([
      "control": .string(nøkkel.nummer), "on": .string(kontrolldato.description),
      "checklist": .string(sjekkliste), "cases": .array(saker.map(JSONValue.string)),
      "cases_deleted": .array(utenPost.map(JSONValue.string)),
      "cases_not_drawn": .integer(Int64(ikkeTrukket)),
    ])
  }
}
