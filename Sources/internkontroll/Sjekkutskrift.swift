import Checklists
import JSONText
import Reports
import RuleEngine
import Values

/// Prints what a check finds, in the form that was asked for, and keeps the count that decides the exit code.
struct Sjekkutskrift {
  enum Form {
    case tekst
    case json
    case jsonl
  }

  let form: Form
  private var saker: [JSONValue] = []
  private var feil: [JSONValue] = []
  private var antall: [Utfall: Int] = [:]
  private var antallSaker = 0
  private var antallFeil = 0
  private var åpneAvvik = 0

  init(form: Form) { self.form = form }

  var kode: Avslutning {
    if antallFeil > 0 { return .failed }
    if antallSaker == 0 { return .nothing }
    return åpneAvvik > 0 ? .findings : .ok
  }

  mutating func ta(saker nye: [Sjekkresultat], feil nyeFeil: [Sjekkfeil]) throws {
    antallSaker += nye.count
    antallFeil += nyeFeil.count
    åpneAvvik += nye.reduce(0) { $0 + $1.punkter.count(where: \.erÅpentAvvik) }
    for sak in nye { for punkt in sak.punkter { antall[punkt.vurdering.utfall, default: 0] += 1 } }
    for fault in nyeFeil { Utskrift.feil("internkontroll: \(fault.linjetekst)") }
    switch form {
    case .json:
      saker += nye.map(\.json)
      feil += nyeFeil.map(\.json)
    case .jsonl:
      for value in nye.map(\.json) { try Utskrift.linje(value.compactText) }
      for value in nyeFeil.map(\.json) { try Utskrift.linje(value.compactText) }
    case .tekst:
      for sak in nye { try Utskrift.linje(tekst(sak)) }
    }
  }

  mutating func avslutt() throws {
    switch form {
    case .json:
      try Utskrift.linje(Sjekksvar.json(motor: Versjon.motor, saker: saker, feil: feil).compactText)
    case .jsonl:
      let counts = Utfall.allCases.map { JSONValue.Member($0.rawValue, .integer(Int64(antall[$0, default: 0]))) }
      let totals = JSONValue.object([
        "schema": .string("internkontroll/check/1"), "engine": .string(Versjon.motor),
        "cases": .integer(Int64(antallSaker)), "errors": .integer(Int64(antallFeil)), "points": .object(counts),
      ])
      try Utskrift.linje(totals.compactText)
    case .tekst:
      let counts = Utfall.allCases.map { "\($0.visning.lowercased()) \(antall[$0, default: 0])" }
      try Utskrift.linje("\(antallSaker) \(antallSaker == 1 ? "sak" : "saker"): \(counts.joined(separator: ", "))")
      if antallFeil > 0 { try Utskrift.linje("\(antallFeil) saker eller filer kunne ikke leses eller vurderes.") }
    }
  }

  /// One case for a reader: its findings and what is not settled; the rest as counts.
  private func tekst(_ sak: Sjekkresultat) -> String {
    var lines = ["\(sak.sak)  kontrolldato \(sak.kontrolldato.bokmål)  \(sak.sjekkliste)"]
    for punkt in sak.punkter where [.avvik, .merknad, .ukjent].contains(punkt.vurdering.utfall) {
      lines.append("  \(punkt.vurdering.utfall.visning): \(punkt.punkt.id). \(punkt.vurdering.setning)")
      if let unntak = punkt.unntak {
        lines.append("    Unntak til og med \(unntak.gjelder.til.bokmål), gitt av \(unntak.myndighet): \(unntak.grunn)")
      }
    }
    let quiet = sak.punkter.filter { ![.avvik, .merknad, .ukjent].contains($0.vurdering.utfall) }
    if !quiet.isEmpty {
      lines.append("  Ellers: " + quiet.map { "\($0.punkt.id) \($0.vurdering.utfall.visning.lowercased())" }.joined(separator: ", "))
    }
    return lines.joined(separator: "\n")
  }
}
