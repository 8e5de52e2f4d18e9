import Checklists
import Foundation
import RuleLanguage
import Testing
import Vocabulary

/// The names that the examples of the reference and of the codes may use, over the shipped vocabulary.
enum Referanseprøve {
  static func checker() throws -> Checker {
    var checker = Checker(modell: try shippedModell())
    checker.add(parameter: Språkreferanse.parameter)
    for (name, rule) in Språkreferanse.definisjoner {
      try checker.add(definisjon: name, omtale: nil, try Parser.parse(rule))
    }
    return checker
  }

  static let oppslag = Språkreferanse.deler.flatMap(\.oppslag)
}

@Suite struct `The reference page` {
  @Test func `in the repository is what the program prints`() throws {
    let file = Prøvebibliotek.rot.appending(path: "Checklists/regelspraket.md")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(Språkreferanse.side.utf8).write(to: file)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == Språkreferanse.side)
  }

  @Test func `has examples that are canonical, and of the type that is told`() throws {
    for entry in Referanseprøve.oppslag {
      var checker = try Referanseprøve.checker()
      let tree = try Parser.parse(entry.eksempel)
      #expect(tree.description == entry.eksempel)
      try checker.add(definisjon: "eksempel", omtale: nil, tree)
      let found = try #require(checker.program.definisjoner.last).type
      #expect(entry.type == nil || entry.type == found, "\(entry.eksempel)")
    }
  }

  @Test func `meets every construct of the syntax tree, so that none can be added without it`() throws {
    var met: Set<Konstruksjon> = []
    for entry in Referanseprøve.oppslag { met.formUnion(konstruksjoner(i: try Parser.parse(entry.eksempel))) }
    let missing = Set(Konstruksjon.allCases).subtracting(met)
    #expect(missing.isEmpty, "\(missing)")
  }

  @Test func `meets every reserved word`() throws {
    let text = Språkreferanse.side.components(separatedBy: CharacterSet.letters.inverted)
    #expect(Parser.reserved.subtracting(text) == [])
  }
}

/// What a rule can be made of. A new case of the syntax tree does not compile before it is named here.
private enum Konstruksjon: Hashable, CaseIterable {
  case tall, dato, navn, medlem, verdiPå, tilVurdering, ikke, og, eller, hvis, erBlant, flytt, rundetNed,
    rundetOpp
  case fraTil, førFylte, etterFylte, samtidigMed, uten, dekker, overlapper, andel, dagerAv, mellomrom
  case er, erIkke, minst, høyst, merEnn, mindreEnn, før, etter
  case pluss, minus, ganger, delt
  case dager, måneder
  case sisteVindu, iFjor, hittilIÅr, siden, førVindu, mellom, vinduSomPeriode
  case antall, dagerMed, finnes, ingen, minstAntall, alle, siste, første, dagenForSiste, dagenForFørste,
    perioder, der, mens, alder
}

private func konstruksjoner(i tree: Uttrykk) -> Set<Konstruksjon> {
  var found: Set<Konstruksjon> = []
  func add(_ own: Konstruksjon?, _ parts: Uttrykk?...) {
    if let own { found.insert(own) }
    for part in parts { part.map { found.formUnion(konstruksjoner(i: $0)) } }
  }
  switch tree.innhold {
  case .tall: add(.tall)
  case .dato: add(.dato)
  case .navn: add(.navn)
  case .medlem: add(.medlem)
  case .verdiPå(_, let date): add(.verdiPå, date)
  case .tilVurdering: add(.tilVurdering)
  case .ikke(let inner): add(.ikke, inner)
  case .og(let a, let b): add(.og, a, b)
  case .eller(let a, let b): add(.eller, a, b)
  case .hvis(let a, let b, let c): add(.hvis, a, b, c)
  case .sammenlign(let how, let a, let b): add(konstruksjon(how), a, b)
  case .erBlant(let a, let list): list.forEach { add(.erBlant, a, $0) }
  case .regn(let how, let a, let b): add(konstruksjon(how), a, b)
  case .flytt(let date, let step):
    add(.flytt, date)
    add(konstruksjon(step))
  case .rundet(let down, let inner): add(down ? .rundetNed : .rundetOpp, inner)
  case .vindu(let window):
    add(.vinduSomPeriode)
    found.formUnion(konstruksjoner(i: window))
  case .fraTil(let a, let b): add(.fraTil, a, b)
  case .alder(let before, _): add(before ? .førFylte : .etterFylte)
  case .samtidigMed(let a, let b): add(.samtidigMed, a, b)
  case .uten(let a, let b): add(.uten, a, b)
  case .dekker(let a, let b): add(.dekker, a, b)
  case .overlapper(let a, let b): add(.overlapper, a, b)
  case .andel(let a, let b): add(.andel, a, b)
  case .dagerAv(let a, let b): add(.dagerAv, a, b)
  case .spørring(let query): found.formUnion(konstruksjoner(i: query))
  case .mellomrom(let step, let query, let within):
    add(.mellomrom, within)
    add(konstruksjon(step))
    found.formUnion(konstruksjoner(i: query))
  }
  return found
}

private func konstruksjoner(i query: Spørring) -> Set<Konstruksjon> {
  var found = query.vindu.map(konstruksjoner) ?? []
  let form: Konstruksjon? =
    switch query.form {
    case .antall: .antall
    case .dager: .dagerMed
    case .finnes: .finnes
    case .ingen: .ingen
    case .minst: .minstAntall
    case .alle: .alle
    case .siste: .siste
    case .første: .første
    case .dagenFor(let last): last ? .dagenForSiste : .dagenForFørste
    case .perioder: .perioder
    case .mellomrom: nil
    }
  let parts: [(Konstruksjon, Bool)] = [
    (.der, query.filter != nil), (.mens, query.mens != nil), (.alder, query.alder != nil),
  ]
  found.formUnion(parts.filter(\.1).map(\.0) + (form.map { [$0] } ?? []))
  for part in [query.filter, query.mens, query.har] {
    part.map { found.formUnion(konstruksjoner(i: $0)) }
  }
  return found
}

private func konstruksjoner(i window: Vindu) -> Set<Konstruksjon> {
  switch window {
  case .siste(let step): [.sisteVindu, konstruksjon(step)]
  case .iFjor: [.iFjor]
  case .hittilIÅr: [.hittilIÅr]
  case .siden(let date): konstruksjoner(i: date).union([.siden])
  case .før(let date): konstruksjoner(i: date).union([.førVindu])
  case .mellom(let a, let b): konstruksjoner(i: a).union(konstruksjoner(i: b)).union([.mellom])
  }
}

private func konstruksjon(_ step: Varighet) -> Konstruksjon {
  switch step.enhet {
  case .dager: .dager
  case .måneder: .måneder
  }
}

private func konstruksjon(_ how: Sammenligning) -> Konstruksjon {
  switch how {
  case .er: .er
  case .erIkke: .erIkke
  case .minst: .minst
  case .høyst: .høyst
  case .merEnn: .merEnn
  case .mindreEnn: .mindreEnn
  case .før: .før
  case .etter: .etter
  }
}

private func konstruksjon(_ how: Regneart) -> Konstruksjon {
  switch how {
  case .pluss: .pluss
  case .minus: .minus
  case .ganger: .ganger
  case .delt: .delt
  }
}
