package import Checklists
package import Quality
package import Values

/// How plans read in bokmål.

extension Dato {
  /// `31.05.2014`, for narrow cells.
  package var kort: String {
    let (year, month, day) = deler
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(day)).\(two(month)).\(year)"
  }
}

extension Tidspunkt {
  /// As it stands in a cell.
  package var celle: String {
    switch self {
    case .dag(let day): day.kort
    case .måned(let month): Bokmål.stor(month.bokmål)
    case .pågår: "Pågår"
    case .jevnlig(let months, let text): "\(Tidspunkt.hver(months)): \(text)"
    case .mangler: "Ikke oppgitt"
    }
  }

  /// `2014-12-31` or `2014-12`; nil for words.
  var iso: String? {
    if case .måned(let month) = self { return String(month.første.description.dropLast(3)) }
    return dag?.description
  }

  private static func hver(_ months: Int) -> String {
    switch months {
    case 1: "Hver måned"
    case 2: "Hver annen måned"
    default: "Hver \(months). måned"
    }
  }
}

extension Tiltaksord {
  package var celle: String {
    switch self {
    case .ferdig: "Ferdig"
    case .pågår: "Pågår"
    case .mangler: "Ikke oppgitt"
    }
  }
}

extension Plantiltak {
  /// The bullet, with the bullets below it and what it refers to.
  package var avsnitt: [String] {
    let references = se.isEmpty ? "" : " Se tiltak \(Bokmål.liste(se))."
    return ["\(id) \(tekst)\(references)"] + underpunkter.map { "– \($0)" }
  }
}

extension Plantilstand {
  /// A short name for the state, for counts and for programs.
  var navn: String {
    switch self {
    case .ikkeStartet: "ikke startet"
    case .utenFrist: "uten frist"
    case .skulleVærtIVerk: "skulle vært i verk"
    case .iVerk: "i verk"
    case .skalEvalueres: "skal evalueres"
    case .evalueringForfalt: "evaluering forfalt"
    case .evaluert: "evaluert"
    case .ferdig: "ferdig"
    }
  }

  /// All names, in the order they are counted.
  static let navnene = [
    "skulle vært i verk", "evaluering forfalt", "ikke startet", "uten frist", "i verk", "skal evalueres",
    "evaluert", "ferdig",
  ]
}

extension Tiltaksstatus {
  /// What the measure is on the day, in one to three sentences.
  package var setning: String {
    switch tilstand {
    case .ikkeStartet(let first, let last) where first < last:
      return "Ikke startet. Fristen er \(first.bokmål) eller \(last.bokmål); planen sier ikke hvilken."
    case .ikkeStartet(_, let last): return "Ikke startet. Skal være i verk innen \(last.bokmål)."
    case .utenFrist: return "Planen sier ikke når."
    case .skulleVærtIVerk(let last):
      let late = forfaltEvaluering.map { " Skulle vært evaluert innen \($0.bokmål)." } ?? ""
      return "Skulle vært i verk innen \(last.bokmål). Det er ikke bekreftet.\(late)"
    case .iVerk(let late):
      return begynt + (late.map { " Fristen gikk ut \($0.bokmål)." } ?? "")
    case .skalEvalueres(let by): return "\(begynt) Skal evalueres\(igjen) innen \(by.bokmål)."
    case .evalueringForfalt(let since): return "\(begynt) Skulle vært evaluert\(igjen) innen \(since.bokmål)."
    case .evaluert: return "Evaluert\(evaluert.map { " \($0.dato.bokmål)" } ?? "")."
    case .ferdig: return "Ferdig."
    }
  }

  private var begynt: String { "I verk\(iverksatt.map { " fra \($0.dato.bokmål)" } ?? "")." }
  private var igjen: String { evaluert == nil ? "" : " igjen" }
}

extension Planstatus {
  /// What must be known before the table is read.
  package var innledning: [String] {
    let handIn = plan.innsendes.map { " Frist for innsending var \($0.bokmål)." } ?? ""
    let made: String
    switch plan.slag {
    case .fremdriftsplan: made = "Planen er fra \(plan.dato.bokmål).\(handIn)"
    case .handlingsplan: made = "Status og merknader i planen er fra \(plan.dato.bokmål)."
    }
    let early =
      statusErKjent ? [] : ["Det var etter \(dato.bokmål), så ingen av dem er brukt her."]
    let first = ([made] + (plan.slag == .handlingsplan ? early : [])).joined(separator: " ")
    let to = plan.mottaker.map { ["Mottaker er \($0)."] } ?? []
    return [first] + to + [antall]
  }

  /// «19 tiltak: 3 ikke startet, 16 skulle vært i verk.»
  private var antall: String {
    let counts = Dictionary(grouping: tiltak, by: \.tilstand.navn).mapValues(\.count)
    let parts = Plantilstand.navnene.compactMap { name in counts[name].map { "\($0) \(name)" } }
    return "\(tiltak.count) tiltak: \(parts.joined(separator: ", "))."
  }

  /// What an action plan says of a measure, if it was known on the day.
  package func statuscelle(_ status: Tiltaksstatus) -> String {
    statusErKjent ? status.tiltak.status?.celle ?? "" : "Ikke kjent"
  }

  /// The remarks of an action plan, if they were known on the day.
  package func merknader(_ status: Tiltaksstatus) -> [String] { statusErKjent ? status.tiltak.merknader : [] }

  /// What we note about the source, of the row and of its measures.
  package func merknaderOmKilden(_ rad: Planrad) -> [String] {
    let own = rad.tiltak.compactMap { tiltak in tiltak.merknadOmKilden.map { "\(tiltak.id): \($0)" } }
    return [rad.merknadOmKilden].compactMap { $0 } + own
  }

  /// Signatures that belong to no measure, told so that none is lost.
  var løseSignaturer: [String] {
    utenTiltak.map {
      "Planen har ikke tiltaket \($0.tiltak), som er signert \($0.slag.rawValue) \($0.dato.bokmål)."
    }
  }
}
