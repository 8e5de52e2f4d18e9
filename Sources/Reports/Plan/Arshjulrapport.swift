internal import Checklists
public import JSONText
import Markup
public import Quality
internal import Values

/// The wheel of the year as a table by month, with what is overdue first.
public struct Årshjulrapport: Sendable {
  private let status: Årshjulstatus

  /// The wheel on a day.
  public init(_ status: Årshjulstatus) { self.status = status }

  private static let kolonner = ["Frist", "Hva", "Tjenestested", "Ansvarlig", "Sist gjort", "Status"]

  /// A row of the table: an entry at a place, or a procedure's revision.
  private struct Rad {
    var frist: Dato
    var hva: String
    var sted: String
    var ansvarlig: String
    var sist: String
    var tilstand: Hjultilstand

    var celler: [String] {
      [frist.kort, hva, sted, Bokmål.stor(ansvarlig), sist, Bokmål.stor(tilstand.rawValue)]
    }
  }

  private var rader: [Rad] {
    let entries = status.linjer.compactMap { line -> Rad? in
      guard let due = line.neste else { return nil }
      let began = line.start.map { " (begynte \($0.kort))" } ?? ""
      let present = line.sist?.deltakere.map { ", \($0) deltakere" } ?? ""
      return Rad(
        frist: due, hva: line.oppføring.innledning + line.oppføring.navn + began,
        sted: status.hjul.navn(påTjenestested: line.tjenestested), ansvarlig: line.oppføring.ansvarlig,
        sist: line.sist.map { $0.dato.kort + present } ?? "Aldri", tilstand: line.tilstand)
    }
    let revisions = status.revisjoner.map {
      Rad(
        frist: $0.neste, hva: "Revisjon: \($0.prosedyre.navn)", sted: "", ansvarlig: $0.prosedyre.ansvarlig,
        sist: $0.versjon.fra.kort, tilstand: $0.tilstand)
    }
    return (entries + revisions).enumerated().sorted {
      ($0.element.frist, $0.offset) < ($1.element.frist, $1.offset)
    }.map(\.element)
  }

  private var forfalt: [Rad] { rader.filter { $0.tilstand == .forfalt } }

  /// What is not overdue, by month.
  private var måneder: [(navn: String, rader: [Rad])] {
    rader.filter { $0.tilstand != .forfalt }.reduce(into: []) { months, row in
      let name = Bokmål.stor(row.frist.månedOgÅr)
      if let last = months.indices.last, months[last].navn == name {
        months[last].rader.append(row)
      } else {
        months.append((name, [row]))
      }
    }
  }

  private var overskrift: String { "Årshjulet \(status.dato.bokmål)" }

  private var antall: String {
    let all = rader
    let parts = Hjultilstand.allCases.compactMap { state in
      let count = all.count { $0.tilstand == state }
      return count == 0 ? nil : "\(count) \(state.rawValue)"
    }
    return parts.isEmpty ? "Ingenting står i årshjulet." : "\(Bokmål.liste(parts))."
  }

  private var løseSignaturer: [String] {
    status.utenOppføring.map {
      "Årshjulet har ikke \($0.oppføring) ved \($0.tjenestested), som er kvittert ut \($0.dato.bokmål)."
    }
  }

  // MARK: For people

  /// For people, in bokmål, at most 120 characters wide.
  public var tekst: String {
    var table = Teksttabell(Array(zip(Årshjulrapport.kolonner, [10, 41, 19, 14, 11, 15])))
    func add(_ title: String, _ rows: [Rad]) {
      if rows.isEmpty { return }
      table.skille()
      table.append(tvers: title, innrykk: 0)
      for row in rows { table.append(row.celler) }
    }
    add("Forfalt", forfalt)
    for month in måneder { add(month.navn, month.rader) }
    return ([overskrift, antall, ""] + table.linjer + løseSignaturer).joined(separator: "\n")
  }

  /// A page that prints on A4.
  public var html: String {
    Side(tittel: "Årshjul", undertittel: "\(status.dato.bokmål): \(antall)").dokument {
      tabell("Gjennomgang, opplæring og revisjon, måned for måned", Årshjulrapport.kolonner) {
        body("Forfalt", forfalt)
        for month in måneder { body(month.navn, month.rader) }
      }
      for line in løseSignaturer { Tag.p { line } }
    }
  }

  @HTMLBuilder private func body(_ title: String, _ rows: [Rad]) -> [HTML] {
    if !rows.isEmpty {
      Tag.tbody {
        Tag.tr {
          Tag.th(.radgruppe, .kolonner(Årshjulrapport.kolonner.count)) { Tag.strong { title } }
        }
        for row in rows {
          Tag.tr {
            Tag.td { row.frist.kort }
            Tag.th(.rad) { row.hva }
            for cell in row.celler.dropFirst(2) { Tag.td { cell } }
          }
        }
      }
    }
  }

  // MARK: For programs

  /// For programs.
  public func json(motor: String) -> JSONValue {
    func day(_ date: Dato?) -> JSONValue { date.map { .string($0.description) } ?? .null }
    let entries = status.linjer.map { line in
      JSONValue.object([
        "id": .string(line.oppføring.id), "kind": .string(line.oppføring.slag.rawValue),
        "place": .string(line.tjenestested), "name": .string(line.oppføring.navn),
        "responsible": .string(line.oppføring.ansvarlig), "began": day(line.start),
        "last": day(line.sist?.dato),
        "participants": line.sist?.deltakere.map { .integer(Int64($0)) } ?? .null,
        "next": day(line.neste), "state": .string(line.tilstand.rawValue),
      ])
    }
    let revisions = status.revisjoner.map { line in
      JSONValue.object([
        "procedure": .string(line.prosedyre.id), "version": .string(line.versjon.versjon),
        "from": day(line.versjon.fra), "next": day(line.neste), "state": .string(line.tilstand.rawValue),
      ])
    }
    return .object([
      "schema": .string("internkontroll/wheel/1"), "engine": .string(motor), "on": day(status.dato),
      "entries": .array(entries), "revisions": .array(revisions),
      "unknown_entries": .array(status.utenOppføring.map { .string($0.oppføring) }),
    ])
  }
}

extension Hjuloppføring {
  /// What is done, before the name of a procedure.
  fileprivate var innledning: String { slag == .gjennomgang ? "Gjennomgang: " : "" }
}

extension Dato {
  /// `september 2014`.
  var månedOgÅr: String { bokmål.split(separator: " ").dropFirst().joined(separator: " ") }
}
