import CaseRecords
import Checklists
import Foundation
import RuleEngine
import Testing
import Values

@Suite struct `Two versions run on the same cases` {
  private static let utfall: [Utfall?] = [nil] + Utfall.allCases

  /// The category of every pair of outcomes, as a table that a person can check: the old outcome down, the new one
  /// across, both in the order: no point, oppfylt, avvik, merknad, ukjent, ikke aktuelt, ikke kontrollert.
  /// N = new, B = gone, E = changed, U = unchanged, ? = cannot be computed, · = nothing to tell.
  private static let tabell = [
    "··NN?·?",
    "··NN?·?",
    "BBUE?B?",
    "BBEU?B?",
    "???????",
    "··NN?·?",
    "???????",
  ]

  @Test func `each pair of outcomes has its category`() {
    let letters: [Character: Gjenkjøringskategori] = [
      "N": .nytt, "B": .bortfalt, "E": .endret, "U": .uendret, "?": .kanIkkeBeregnes,
    ]
    for (row, line) in zip(Self.utfall, Self.tabell) {
      for (column, letter) in zip(Self.utfall, line) {
        #expect(Overgang(før: row, etter: column).kategori == letters[letter])
      }
    }
  }

  @Test func `a finding that becomes unknown is never gone, and what was unknown is never new`() {
    for outcome in [Utfall.ukjent, .ikkeKontrollert] {
      for other in Self.utfall {
        #expect(Overgang(før: other, etter: outcome).kategori == .kanIkkeBeregnes)
        #expect(Overgang(før: outcome, etter: other).kategori == .kanIkkeBeregnes)
      }
    }
  }

  // MARK: On the sample cases

  private struct Versjoner {
    var gammel: Sjekkliste
    var ny: Sjekkliste
    var bunke: Saksbunke
  }

  /// The versions that are compared: the old one, the revised one, and a draft in which four rules differ.
  private static func versjoner() throws -> (lister: [Sjekkliste], bunke: Saksbunke) {
    let library = try Prøvebibliotek.shipped()
    let revised = try #require(library.sjekkliste("fosterhjem", versjon: "2014-05-31"))
    let old = try #require(library.sjekkliste("fosterhjem", versjon: "2013-01-01"))
    let file = try #require(try Prøvebibliotek.filer().first { $0.sti == "fosterhjem/2014-05-31.yaml" })
    let edited = String(decoding: file.bytes, as: UTF8.self)
      .replacing(
        "drøfting siste 6 måneder der (konklusjon)", with: "drøfting siste 9 måneder der (konklusjon)"
      )
      .replacing(
        "alvorlighet: høy\n    gjelder når: tils",
        with: "alvorlighet: høy\n    ved brudd: merknad\n    gjelder når: tils"
      )
      .replacing("avvik: \"For lite tilsyn", with: "merknad: \"For lite tilsyn")
      .replacing("kode er 2 og gode_forhold", with: "kode er 2")
      .replacing("- id: SA-AAR", with: "- id: SA-ANNET")
    let draft = try library.utkast("utkast.yaml", Array(edited.utf8))
    let (bunke, feil) = Saksinnlesing(modell: library.modell, vakt: { _ in nil }).les(
      try Prøvebibliotek.samplefiler().map { .fil(sti: $0.path) })
    #expect(feil.isEmpty)
    return ([old, revised, draft], bunke)
  }

  private static func kjør(
    _ a: Sjekkliste, _ b: Sjekkliste, _ bunke: Saksbunke, på dag: Dato, deler: Int = 1, maks: Int = .max
  ) -> Gjenkjøring {
    var before = Punktkontroll(a, bunke, på: dag)
    var after = Punktkontroll(b, bunke, på: dag)
    var whole = Gjenkjøring(fra: a, til: b, maksSaker: maks)
    let size = (bunke.saker.count + deler - 1) / deler
    for start in stride(from: 0, to: bunke.saker.count, by: size) {
      var part = Gjenkjøring(fra: a, til: b, maksSaker: maks)
      part.kjør(&before, &after, bunke, saker: start..<min(start + size, bunke.saker.count))
      whole.append(part)
    }
    return whole
  }

  /// Every (case, point) with its two outcomes, from two runs of the checklists one case and one point at a time.
  private static func naiv(
    _ a: Sjekkliste, _ b: Sjekkliste, _ bunke: Saksbunke, på dag: Dato
  ) -> [String: [Overgang: [String]]] {
    func outcomes(_ list: Sjekkliste) -> [[String: Utfall]] {
      var run = Punktkontroll(list, bunke, på: dag)
      return bunke.saker.indices.map { index in
        run.begin(sak: index)
        return Dictionary(uniqueKeysWithValues: list.punkter.map { ($0.id, run.utfall($0)) })
      }
    }
    let (before, after) = (outcomes(a), outcomes(b))
    var result: [String: [Overgang: [String]]] = [:]
    for (index, sak) in bunke.saker.enumerated() {
      for id in Set(before[index].keys).union(after[index].keys) {
        let transition = Overgang(før: before[index][id], etter: after[index][id])
        if transition.kategori != nil { result[id, default: [:]][transition, default: []].append(sak.sak) }
      }
    }
    return result
  }

  private static let dager = ["2013-12-31", "2014-05-30", "2014-09-30"].compactMap { Dato($0) }

  @Test func `agree with a naive comparison case by case, and the sums add up`() throws {
    let (lists, bunke) = try Self.versjoner()
    var categories: Set<Gjenkjøringskategori> = []
    for (a, b) in lists.flatMap({ a in lists.map { (a, $0) } }) {
      for day in Self.dager {
        let run = Self.kjør(a, b, bunke, på: day, deler: 3)
        let expected = Self.naiv(a, b, bunke, på: day)
        var found: [String: [Overgang: [String]]] = [:]
        for point in run.punkter {
          for transition in point.overganger {
            found[point.id, default: [:]][transition] = point.saker(transition)
            #expect(point.antall(transition) == point.saker(transition).count)
            if let category = transition.kategori { categories.insert(category) }
          }
        }
        #expect(found == expected)
        let pairs = expected.values.flatMap(\.values).reduce(0) { $0 + $1.count }
        #expect(Gjenkjøringskategori.allCases.reduce(0) { $0 + run.antall($1) } == pairs)
        let new = expected.values.flatMap { $0.filter { $0.key.kategori == .nytt }.flatMap(\.value) }
        #expect(run.sakerMedNytt == Set(new).count)
        #expect(run.antallSaker == bunke.saker.count)
      }
    }
    #expect(categories == Set(Gjenkjøringskategori.allCases))
  }

  @Test func `find nothing new and nothing gone when the versions are the same`() throws {
    let (lists, bunke) = try Self.versjoner()
    for list in lists {
      let run = Self.kjør(list, list, bunke, på: try #require(Dato("2014-09-30")))
      #expect(run.antall(.nytt) + run.antall(.bortfalt) + run.antall(.endret) == 0)
      #expect(run.antall(.uendret) > 0)
      #expect(run.antall(.kanIkkeBeregnes) == run.antall(.kanIkkeBeregnes) { $0.før == $0.etter })
    }
  }

  @Test func `keep as many cases by name as were asked for, in input order, and count all`() throws {
    let (lists, bunke) = try Self.versjoner()
    let day = try #require(Dato("2014-09-30"))
    let all = Self.kjør(lists[0], lists[1], bunke, på: day)
    let few = Self.kjør(lists[0], lists[1], bunke, på: day, deler: 5, maks: 2)
    for (a, b) in zip(all.punkter, few.punkter) {
      #expect(a.antall(.nytt) == b.antall(.nytt))
      #expect(a.saker(.nytt).prefix(2) == b.saker(.nytt).prefix(2))
      for transition in b.overganger { #expect(b.saker(transition).count <= 2) }
    }
  }
}
