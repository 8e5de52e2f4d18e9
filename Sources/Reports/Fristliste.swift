public import Checklists
public import JSONText
public import RuleEngine
public import Values

/// A point that will come out worse on a day, if nothing more is registered before it.
public struct Frist: Sendable {
  /// The pseudonym.
  public var sak: String
  /// The point.
  public var punkt: String
  /// What will happen, and when.
  public var prognose: Prognose

  /// A deadline.
  public init(sak: String, punkt: String, prognose: Prognose) {
    self.sak = sak
    self.punkt = punkt
    self.prognose = prognose
  }
}

/// The deadlines of all cases for some time ahead, for the team's meeting.
public struct Fristliste: Sendable {
  /// The day the records are looked at.
  public var dato: Dato
  /// How many days ahead.
  public var dager: Int
  /// `fosterhjem@2014-05-31`
  public var sjekkliste: String
  /// How many cases were read.
  public private(set) var antallSaker = 0
  /// The deadlines, the nearest first; those of a day in the order they were added.
  public private(set) var frister: [Frist] = []

  /// An empty list.
  public init(dato: Dato, dager: Int, sjekkliste: String) {
    self.dato = dato
    self.dager = dager
    self.sjekkliste = sjekkliste
  }

  /// The last day of the list.
  public var sisteDag: Dato { dato.adding(dager: dager) }

  /// The deadlines of a case within a number of days.
  ///
  /// - Parameters:
  ///   - kontroll: A checklist at this case.
  public static func frister(
    _ sak: String, _ sjekkliste: Sjekkliste, _ kontroll: inout Punktkontroll, til sisteDag: Dato
  ) -> [Frist] {
    sjekkliste.punkter.compactMap { punkt in
      guard let prognose = kontroll.prognose(punkt), prognose.dag <= sisteDag else { return nil }
      return Frist(sak: sak, punkt: punkt.id, prognose: prognose)
    }
  }

  /// Adds what was found in some more cases.
  public mutating func append(_ nye: [Frist], saker: Int) {
    antallSaker += saker
    frister += nye
  }

  /// The list with the nearest deadlines first.
  public var sortert: Fristliste {
    var copy = self
    let order = frister.enumerated().sorted {
      ($0.element.prognose.dag, $0.offset) < ($1.element.prognose.dag, $1.offset)
    }
    copy.frister = order.map(\.element)
    return copy
  }

  /// For people, in bokmål.
  public var tekst: String {
    var lines = [
      "Frister fra \(dato.adding(dager: 1).bokmål) til \(sisteDag.bokmål), ut fra det som er registrert "
        + "\(dato.bokmål) (\(sjekkliste))."
    ]
    var day: Dato?
    for frist in frister {
      if frist.prognose.dag != day { lines += ["", frist.prognose.dag.bokmål] }
      day = frist.prognose.dag
      lines.append("  \(frist.sak)  \(frist.punkt)  \(frist.prognose.setning)")
    }
    return (lines + ["", sum]).joined(separator: "\n")
  }

  private var sum: String {
    let cases = Set(frister.map(\.sak)).count
    let all = "\(antallSaker) \(antallSaker == 1 ? "sak" : "saker")"
    if frister.isEmpty { return "Ingen frister i \(all)." }
    return "\(frister.count) \(frister.count == 1 ? "frist" : "frister") i \(cases) av \(all)."
  }

  /// For programs.
  ///
  /// - Parameters:
  ///   - feil: What could not be read.
  public func json(motor: String, feil: [JSONValue]) -> JSONValue {
    .object([
      "schema": .string("internkontroll/due/1"), "engine": .string(motor),
      "on": .string(dato.description), "within": .integer(Int64(dager)), "checklist": .string(sjekkliste),
      "cases": .integer(Int64(antallSaker)),
      "due": .array(
        frister.map {
          .object([
            "date": .string($0.prognose.dag.description), "sak": .string($0.sak), "id": .string($0.punkt),
            "utfall": .string($0.prognose.utfall.rawValue), "setning": .string($0.prognose.setning),
          ])
        }), "errors": .array(feil),
    ])
  }
}
