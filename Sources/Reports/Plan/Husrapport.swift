public import Checklists
public import JSONText
import Markup
internal import Values

/// «Huset» as a page: step by step, which service answers for what, and where to turn.
public struct Husrapport: Sendable {
  private let hus: Hus

  /// The page of a house.
  public init(_ hus: Hus) { self.hus = hus }

  private static let kolonner = ["Tjeneste", "Ansvar", "Kontaktpunkt", "Sist gjennomgått"]

  private func tjenester(_ step: Hustrinn) -> [Hustjeneste] {
    hus.tjenester.filter { $0.trinn.contains(step.trinn) }
  }

  private func tittel(_ step: Hustrinn) -> String { "Trinn \(step.trinn): \(step.navn)" }

  /// For people, in bokmål, at most 120 characters wide. The highest step stands on top, as in a house.
  public var tekst: String {
    var table = Teksttabell(Array(zip(Husrapport.kolonner, [30, 44, 26, 11])))
    for step in hus.trinn.reversed() {
      table.skille()
      table.append(tvers: "\(tittel(step)). \(step.forklaring)", innrykk: 0)
      for service in tjenester(step) {
        table.append([
          service.tjeneste, service.ansvar, service.kontaktpunkt, service.sistGjennomgått.kort,
        ])
      }
    }
    return (["Huset", hus.merknad, ""] + table.linjer).joined(separator: "\n")
  }

  /// A page that prints on A4.
  public var html: String {
    Side(tittel: "Huset", undertittel: hus.merknad).dokument {
      tabell("Hvem som har ansvar for hva, trinn for trinn", Husrapport.kolonner) {
        for step in hus.trinn.reversed() {
          Tag.tbody {
            Tag.tr {
              Tag.th(.radgruppe, .kolonner(Husrapport.kolonner.count)) {
                Tag.strong { tittel(step) }
                ". \(step.forklaring)"
              }
            }
            for service in tjenester(step) {
              Tag.tr {
                Tag.th(.rad) { service.tjeneste }
                Tag.td { service.ansvar }
                Tag.td { service.kontaktpunkt }
                Tag.td { service.sistGjennomgått.kort }
              }
            }
          }
        }
      }
    }
  }

  /// For programs.
  public func json(motor: String) -> JSONValue {
    .object([
      "schema": .string("internkontroll/house/1"), "engine": .string(motor), "note": .string(hus.merknad),
      "steps": .array(
        hus.trinn.map {
          .object([
            "step": .integer(Int64($0.trinn)), "name": .string($0.navn), "does": .string($0.forklaring),
          ])
        }),
      "services": .array(
        hus.tjenester.map {
          .object([
            "service": .string($0.tjeneste), "steps": .array($0.trinn.map { .integer(Int64($0)) }),
            "answers_for": .string($0.ansvar), "contact": .string($0.kontaktpunkt),
            "reviewed": .string($0.sistGjennomgått.description),
          ])
        }),
    ])
  }
}
