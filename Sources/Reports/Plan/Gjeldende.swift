public import Checklists
public import JSONText
import Markup
public import Values

/// What is in force on a day, on one page: procedures, checklists, plans and registers.
///
/// What is not in force yet, and what has ended, is not listed.
public struct Gjeldende: Sendable {
  /// The day.
  public let dato: Dato
  /// Procedures, each with its version in force.
  public let prosedyrer: [(prosedyre: Prosedyre, versjon: Prosedyre.Versjon)]
  /// The version in force of each checklist.
  public let sjekklister: [Sjekkliste]
  /// The plans in force.
  public let planer: [Plan]
  /// The files that are neither checklists nor plans: the name below the folder, and SHA-256.
  public let registre: [(fil: String, hash: String)]
  /// SHA-256 of each plan's file, by the plan's id.
  private let planhash: [String: String]

  /// What is in force on a day.
  ///
  /// - Parameter filer: all files of the folder that the library was read from.
  public init(
    _ bibliotek: Sjekklistebibliotek, _ planer: [Plan], filer: [Sjekklistebibliotek.Fil], på dag: Dato
  ) {
    dato = dag
    prosedyrer = bibliotek.prosedyrer.compactMap { procedure in
      procedure.versjon(på: dag).map { (procedure, $0) }
    }
    sjekklister = bibliotek.sjekklister.filter { $0.gjelder.inneholder(dag) }
    self.planer = planer.filter { $0.gjelder.inneholder(dag) }
    registre = filer.filter { !$0.sti.contains("/") }.sorted { $0.sti < $1.sti }.map { ($0.sti, $0.hash) }
    var hashes: [String: String] = [:]
    for plan in planer {
      let path = "\(Planverk.planmappe)\(plan.id).yaml"
      hashes[plan.id] = filer.first { $0.sti == path }?.hash
    }
    planhash = hashes
  }

  // MARK: Tables

  private struct Tabell {
    var tittel: String
    var kolonner: [(String, Int)]
    var rader: [[String]]
  }

  private var tabeller: [Tabell] {
    [
      Tabell(
        tittel: "Prosedyrer",
        kolonner: [
          ("Prosedyre", 46), ("Versjon", 7), ("Gjelder fra", 11), ("Revideres innen", 11), ("Ansvarlig", 14),
          ("Ansatte skal melde avvik", 12),
        ],
        rader: prosedyrer.map { procedure, version in
          [
            procedure.navn, version.versjon, version.fra.kort, version.fra.adding(måneder: 24).kort,
            Bokmål.stor(procedure.ansvarlig), procedure.valgtForMelding ? "Ja" : "",
          ]
        }),
      Tabell(
        tittel: "Sjekklister", kolonner: Gjeldende.medHash("Sjekkliste", "Punkter"),
        rader: sjekklister.map { liste in
          [
            liste.id, String(liste.punkter.count), Gjeldende.dager(liste.gjelder),
            liste.innholdshash,
          ]
        }),
      Tabell(
        tittel: "Planer", kolonner: Gjeldende.medHash("Plan", "Tiltak"),
        rader: planer.map { plan in
          [
            Bokmål.stor(plan.navn), String(plan.tiltak.count), Gjeldende.dager(plan.gjelder),
            planhash[plan.id] ?? "",
          ]
        }),
      Tabell(
        tittel: "Registre", kolonner: [("Fil", 34), ("SHA-256", 64)],
        rader: registre.map { [$0.fil, $0.hash] }),
    ]
  }

  private static func medHash(_ name: String, _ count: String) -> [(String, Int)] {
    [(name, 26), (count, 7), ("Gjelder", 15), ("SHA-256", 64)]
  }

  private static func dager(_ period: Periode) -> String {
    period.til >= .tidenesEnde ? "Fra \(period.fra.kort)" : "\(period.fra.kort)\ntil \(period.til.kort)"
  }

  private static let forklaring =
    "Det som ikke er tatt i bruk ennå, og det som ikke lenger gjelder, står ikke her."

  // MARK: For people

  /// For people, in bokmål, at most 120 characters wide.
  public var tekst: String {
    var lines = ["Dette gjelder \(dato.bokmål)", Gjeldende.forklaring]
    for table in tabeller {
      lines += ["", table.tittel]
      if table.rader.isEmpty {
        lines.append("Ingen.")
        continue
      }
      var text = Teksttabell(table.kolonner.map { ($0.0, $0.1) })
      for row in table.rader { text.append(row) }
      lines += text.linjer
    }
    return lines.joined(separator: "\n")
  }

  /// A page that prints on A4.
  public var html: String {
    Side(tittel: "Dette gjelder \(dato.bokmål)", undertittel: Gjeldende.forklaring).dokument {
      for table in tabeller where !table.rader.isEmpty {
        tabell(table.tittel, table.kolonner.map(\.0)) {
          Tag.tbody { for row in table.rader { rad(row) } }
        }
      }
    }
  }

  private func rad(_ row: [String]) -> HTML {
    Tag.tr {
      Tag.th(.rad) { row.first ?? "" }
      for cell in row.dropFirst() {
        Tag.td { cell.utf8.count == 64 ? Tag.code { cell } : HTML.text(cell.replacing("\n", with: " ")) }
      }
    }
  }

  // MARK: For programs

  /// For programs.
  public func json(motor: String) -> JSONValue {
    func last(_ days: Periode) -> JSONValue {
      days.til >= .tidenesEnde ? .null : .string(days.til.description)
    }
    return .object([
      "schema": .string("internkontroll/in-force/1"), "engine": .string(motor),
      "on": .string(dato.description),
      "procedures": .array(
        prosedyrer.map { procedure, version in
          .object([
            "id": .string(procedure.id), "version": .string(version.versjon),
            "from": .string(version.fra.description),
            "revise_by": .string(version.fra.adding(måneder: 24).description),
            "responsible": .string(procedure.ansvarlig),
            "chosen_for_reporting": .bool(procedure.valgtForMelding),
          ])
        }),
      "checklists": .array(
        sjekklister.map {
          .object([
            "id": .string($0.id), "points": .integer(Int64($0.punkter.count)),
            "from": .string($0.gjelder.fra.description), "to": last($0.gjelder),
            "sha256": .string($0.innholdshash),
          ])
        }),
      "plans": .array(
        planer.map {
          .object([
            "id": .string($0.id), "measures": .integer(Int64($0.tiltak.count)),
            "from": .string($0.gjelder.fra.description), "to": last($0.gjelder),
            "sha256": planhash[$0.id].map { .string($0) } ?? .null,
          ])
        }),
      "registers": .array(
        registre.map { .object(["file": .string($0.fil), "sha256": .string($0.hash)]) }),
    ])
  }
}
