import Checklists
import JSONText
import Quality
import Reports
import RuleEngine
import Values

/// Prints what a check finds, in the form that was asked for, and keeps the count that decides the exit code.
struct Sjekkutskrift {
  enum Form: Sendable {
    case tekst
    case json
    case jsonl
    case oscal
  }

  let form: Form
  private var saker: [[UInt8]] = []
  private var feil: [JSONValue] = []
  private var antall: [Utfall: Int] = [:]
  private var antallSaker = 0
  private var antallFeil = 0
  private var åpneAvvik = 0
  private var oscal: Oscalsvar

  init(form: Form, oscal: Oscalsvar) {
    self.form = form
    self.oscal = oscal
  }

  var kode: Avslutning {
    if antallFeil > 0 { return .failed }
    if antallSaker == 0 { return .nothing }
    return åpneAvvik > 0 ? .findings : .ok
  }

  mutating func ta(saker nye: [Sjekketsak], feil nyeFeil: [Sjekkfeil]) throws {
    antallSaker += nye.count
    antallFeil += nyeFeil.count
    åpneAvvik += nye.reduce(0) { $0 + $1.åpneAvvik }
    for sak in nye { antall.merge(sak.antall, uniquingKeysWith: +) }
    for fault in nyeFeil { Utskrift.feil("internkontroll: \(fault.linjetekst)") }
    switch form {
    case .json:
      saker += nye.map(\.bytes)
      feil += nyeFeil.map(\.json)
    case .jsonl, .tekst:
      for sak in nye { try Utskrift.data(sak.bytes + [UInt8(ascii: "\n")]) }
      if form == .jsonl { for value in nyeFeil.map(\.json) { try Utskrift.linje(value.compactText) } }
    case .oscal:
      for case let own? in nye.map(\.oscal) { oscal.ta(own) }
      for fault in nyeFeil { oscal.ta(fault) }
    }
  }

  mutating func avslutt() throws {
    switch form {
    case .json:
      try Utskrift.data(Sjekksvar.json(motor: Versjon.motor, saker: saker, feil: feil) + [UInt8(ascii: "\n")])
    case .oscal: try Utskrift.data(oscal.bytes + [UInt8(ascii: "\n")])
    case .jsonl:
      let counts = Utfall.allCases.map {
        JSONValue.Member($0.rawValue, .integer(Int64(antall[$0, default: 0])))
      }
      let totals = JSONValue.object([
        "schema": .string("internkontroll/check/1"), "engine": .string(Versjon.motor),
        "cases": .integer(Int64(antallSaker)), "errors": .integer(Int64(antallFeil)),
        "points": .object(counts),
      ])
      try Utskrift.linje(totals.compactText)
    case .tekst:
      let counts = Utfall.allCases.map { "\($0.visning.lowercased()) \(antall[$0, default: 0])" }
      try Utskrift.linje(
        "\(antallSaker) \(antallSaker == 1 ? "sak" : "saker"): \(counts.joined(separator: ", "))")
      if antallFeil > 0 {
        let what = antallFeil == 1 ? "sak eller fil" : "saker eller filer"
        try Utskrift.linje("\(antallFeil) \(what) kunne ikke leses eller vurderes.")
      }
    }
  }
}

/// One case as it will be printed, and what it counts for.
struct Sjekketsak: Sendable {
  let bytes: [UInt8]
  let oscal: Oscalsak?
  let antall: [Utfall: Int]
  let åpneAvvik: Int

  init(_ sak: Sjekkresultat, _ form: Sjekkutskrift.Form) {
    switch form {
    case .tekst: bytes = Array(Sjekketsak.tekst(sak).utf8)
    case .json, .jsonl: bytes = Array(sak.json.compactText.utf8)
    case .oscal: bytes = []
    }
    oscal = form == .oscal ? Oscalsak(sak) : nil
    antall = Dictionary(sak.punkter.map { ($0.vurdering.utfall, 1) }, uniquingKeysWith: +)
    åpneAvvik = sak.punkter.count(where: \.erÅpentAvvik)
  }

  /// The questions of a verdict, by the document to open.
  private static func mangler(_ vurdering: Vurdering) -> [(String, [String])] {
    var result: [(dokument: String, spørsmål: [String])] = []
    for fact in vurdering.mangler {
      if let place = result.firstIndex(where: { $0.dokument == fact.dokument }) {
        result[place].spørsmål.append(fact.tekst)
      } else {
        result.append((fact.dokument, [fact.tekst]))
      }
    }
    return result
  }

  /// One case for a reader: its findings and what is not settled; the rest as counts.
  private static func tekst(_ sak: Sjekkresultat) -> String {
    let known = sak.kjentPå.map { ", med det som var registrert \($0.bokmål)" } ?? ""
    var lines = ["\(sak.sak)  kontrolldato \(sak.kontrolldato.bokmål)\(known)  \(sak.sjekkliste)"]
    for punkt in sak.punkter where [.avvik, .merknad, .ukjent].contains(punkt.vurdering.utfall) {
      lines.append("  \(punkt.vurdering.utfall.visning): \(punkt.punkt.id). \(punkt.vurdering.setning)")
      for (document, facts) in mangler(punkt.vurdering) {
        lines.append("    Må avklares i \(document): \(facts.joined(separator: " "))")
      }
      if let unntak = punkt.unntak {
        lines.append("    Unntak \(unntak.text)")
      }
    }
    for punkt in sak.punkter where punkt.senRegistrering {
      lines.append(
        "  Sent registrert: \(punkt.punkt.id). Med alt som står i uttrekket, er utfallet et annet.")
    }
    let quiet = sak.punkter.filter { ![.avvik, .merknad, .ukjent].contains($0.vurdering.utfall) }
    if !quiet.isEmpty {
      lines.append(
        "  Ellers: "
          + quiet.map { "\($0.punkt.id) \($0.vurdering.utfall.visning.lowercased())" }.joined(separator: ", ")
      )
    }
    return lines.joined(separator: "\n")
  }
}
