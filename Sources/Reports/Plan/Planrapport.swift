internal import Checklists
public import JSONText
public import Quality
internal import Values

/// Plans on a day, each in the columns of its source, for people and for programs.
public struct Planrapport: Sendable {
  /// The plans, in the order they are shown; at least one.
  public let planer: [Planstatus]

  /// The plans on a day.
  public init(_ planer: [Planstatus]) { self.planer = planer }

  /// For people, in bokmål, at most 120 characters wide.
  public var tekst: String { planer.map(\.tekst).joined(separator: "\n\n") }

  /// For programs.
  public func json(motor: String) -> JSONValue {
    .object([
      "schema": .string("internkontroll/plan-status/1"), "engine": .string(motor),
      "on": .string(planer.first?.dato.description ?? ""), "plans": .array(planer.map(\.json)),
    ])
  }
}

extension Planstatus {
  fileprivate var tekst: String {
    let title = Bokmål.stor(plan.navn)
    let head =
      [title, "Status \(dato.bokmål)", ""]
      + innledning.flatMap { Teksttabell.brutt($0, bredde: 120) } + [""]
    let lines = plan.slag == .fremdriftsplan ? fremdriftstabell : handlingstabell
    return (head + lines + løseSignaturer).joined(separator: "\n")
  }

  private var fremdriftstabell: [String] {
    var table = Teksttabell([
      ("Nr.", 3), ("Sviktområde", 22), ("Konkrete tiltak", 44), ("Tidspunkt for iverksetting", 12),
      ("Tidspunkt for evaluering", 15), ("Ansvarlig", 14),
    ])
    for row in rader {
      func cell(_ times: [Tidspunkt]) -> String { times.map(\.celle).joined(separator: "\n") }
      table.append([
        row.rad.nr ?? "", row.rad.tekst, row.rad.tiltak.flatMap(\.avsnitt).joined(separator: "\n"),
        cell(row.rad.iverksettes), cell(row.rad.evalueres), Bokmål.stor(Bokmål.liste(row.rad.ansvarlig)),
      ])
      append(row, til: &table)
    }
    return table.linjer
  }

  private var handlingstabell: [String] {
    var table = Teksttabell([
      ("Mål", 24), ("Tiltak", 32), ("Frist", 12), ("Status", 12), ("Merknader", 30),
    ])
    var aim: String?
    for row in rader {
      if row.rad.hovedmål != aim, let new = plan.hovedmål.first(where: { $0.id == row.rad.hovedmål }) {
        table.append(tvers: "Mål \(new.id): \(new.tekst)", innrykk: 0)
        table.skille()
      }
      aim = row.rad.hovedmål
      for (index, status) in row.tiltak.enumerated() {
        let goal = [row.rad.nr, row.rad.tekst].compactMap { $0 }.joined(separator: " ")
        table.append([
          index == 0 ? goal : "", status.tiltak.avsnitt.joined(separator: "\n"),
          status.tiltak.iverksettes.map(\.celle).joined(separator: "\n"), statuscelle(status),
          merknader(status).joined(separator: "\n"),
        ])
      }
      append(row, til: &table)
    }
    return table.linjer
  }

  /// What is ours below a row of the source: the state of each measure, what the controls show, and notes.
  private func append(_ row: Radstatus, til table: inout Teksttabell) {
    table.append(tvers: "Status \(dato.bokmål)", innrykk: 5)
    for (ids, sentence) in setninger(row) {
      table.append(tvers: "\(Bokmål.liste(ids)): \(sentence)", innrykk: 7, heng: 2)
    }
    if let lines = row.måling, !lines.isEmpty {
      table.append(tvers: "Det kontrollene viser", innrykk: 5)
      for line in lines { table.append(tvers: line.setning, innrykk: 7) }
    }
    for note in merknaderOmKilden(row.rad) {
      table.append(tvers: "Om kilden: \(note)", innrykk: 5, heng: 2)
    }
    table.skille()
  }

  /// The sentences of a row; measures that follow each other and have the same are told together.
  private func setninger(_ row: Radstatus) -> [(tiltak: [String], setning: String)] {
    row.tiltak.reduce(into: []) { all, status in
      if let last = all.indices.last, all[last].setning == status.setning {
        all[last].tiltak.append(status.tiltak.id)
      } else {
        all.append(([status.tiltak.id], status.setning))
      }
    }
  }
}

// MARK: JSON

extension Planstatus {
  fileprivate var json: JSONValue {
    .object([
      "id": .string(plan.id), "name": .string(plan.navn), "kind": .string(plan.slag.rawValue),
      "date": .string(plan.dato.description), "recipient": .optional(plan.mottaker),
      "rows": .array(rader.map(json)),
      "unknown_measures": .array(utenTiltak.map { .string($0.tiltak) }),
    ])
  }

  private func json(_ row: Radstatus) -> JSONValue {
    func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
    return .object([
      "id": .string(row.rad.id), "nr": row.rad.nr.map { .string($0) } ?? .null,
      "aim": row.rad.hovedmål.map { .string($0) } ?? .null,
      "failure_area": row.rad.sviktområde.map { .integer(Int64($0)) } ?? .null,
      "text": .string(row.rad.tekst), "responsible": strings(row.rad.ansvarlig),
      "points": strings(row.rad.punkter), "procedures": strings(row.rad.prosedyrer),
      "wheel": strings(row.rad.årshjul), "controls": strings(row.måling?.map(\.setning) ?? []),
      "notes": strings(merknaderOmKilden(row.rad)), "measures": .array(row.tiltak.map(json)),
    ])
  }

  private func json(_ status: Tiltaksstatus) -> JSONValue {
    func times(_ all: [Tidspunkt]) -> JSONValue {
      .array(all.map { .string($0.iso ?? $0.celle) })
    }
    return .object([
      "id": .string(status.tiltak.id), "text": .string(status.tiltak.tekst),
      "see": .array(status.tiltak.se.map { .string($0) }),
      "implement": times(status.tiltak.iverksettes), "evaluate": times(status.tiltak.evalueres),
      "plan_status": .string(statuscelle(status)),
      "remarks": .array(merknader(status).map { .string($0) }),
      "state": .string(status.tilstand.navn), "sentence": .string(status.setning),
      "implemented": status.iverksatt.map { .string($0.dato.description) } ?? .null,
      "evaluated": status.evaluert.map { .string($0.dato.description) } ?? .null,
    ])
  }
}
