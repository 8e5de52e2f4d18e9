import CaseRecords
import Checklists
import JSONText
import RuleEngine
import RuleLanguage
import Testing
import Values
import Vocabulary

/// A sentence says what the outcome is: it cannot be read as another one.
@Suite struct `The sentence` {
  /// How each outcome begins when it is not a plain statement.
  private func stemmer(_ setning: String, _ utfall: Utfall) -> Bool {
    let notRelevant = setning.hasPrefix("Punktet er ikke aktuelt. ")
    let undecided = setning.hasPrefix("Kan ikke avgjøres ut fra det som er registrert. ")
    return notRelevant == (utfall == .ikkeAktuelt) && undecided == (utfall == .ukjent)
  }

  private func erVelformet(_ setning: String) -> Bool {
    let bad = ["  ", " .", " ,", "..", "{", "}", "Optional", "nil"]
    return setning.hasSuffix(".") && !bad.contains(where: setning.contains)
      && setning.first?.isUppercase == true
  }

  @Test func `of a shipped point is never the same for two outcomes`() throws {
    let library = try Prøvebibliotek.shipped()
    var seen: [String: Utfall] = [:]
    var outcomes: Set<Utfall> = []
    for list in library.sjekklister {
      for round in 0..<(60 * skala) {
        let seed = grunnfrø &* 71 &+ UInt64(round)
        var generator = Saksgenerator(modell: library.modell, terning: Terning(frø: seed))
        generator.fødselsår = 1996...2010
        generator.uttrekk = min(Dato.nyttår(2014).adding(dager: 272), list.gjelder.til)
        var holes = Hullmaskin(modell: library.modell, terning: Terning(frø: seed &+ 2), prosent: 6)
        let whole = generator.sak("S-1")
        let (bunke, _) = Saksbunke.gyldige([round % 2 == 0 ? whole : holes.hull(i: whole)], library.modell)
        guard let head = bunke.saker.first else { continue }
        var run = Punktkontroll(list, bunke, på: head.uttrekk)
        run.begin(sak: 0)
        for punkt in list.punkter {
          let verdict = run.vurdering(punkt)
          let key = "\(list.id) \(punkt.id): \(verdict.setning)"
          outcomes.insert(verdict.utfall)
          #expect(stemmer(verdict.setning, verdict.utfall), "\(key) \(verdict.utfall)")
          #expect(erVelformet(verdict.setning), "\(key)")
          let before = seen.updateValue(verdict.utfall, forKey: key) ?? verdict.utfall
          #expect(before == verdict.utfall, "\(before) and \(verdict.utfall): \(key)")
        }
      }
    }
    #expect(outcomes.count == 6 && seen.count > 300)
  }

  @Test func `of a random rule is never the same when it holds and when it does not`() throws {
    var compared = 0
    for round in 0..<(25 * skala) {
      let seed = grunnfrø &* 73 &+ UInt64(round)
      let prøve = try Regelprøve.tilfeldig(frø: seed, regler: 12)
      var generator = Saksgenerator(modell: Prøvemodell.modell, terning: Terning(frø: seed &+ 5))
      var holes = Hullmaskin(modell: Prøvemodell.modell, terning: Terning(frø: seed &+ 6), prosent: 6)
      let records = (0..<12).map { number in
        let sak = generator.sak("S-\(number)")
        return number % 2 == 0 ? sak : holes.hull(i: sak)
      }
      let bunke = Saksbunke.gyldige(records, Prøvemodell.modell).bunke
      var run = prøve.kjøring(bunke, på: generator.uttrekk)
      var seen: [String: Utfall] = [:]
      for sak in bunke.saker.indices {
        run.begin(sak: sak)
        for (number, regel) in prøve.punkter.prefix(24).enumerated() where number % 2 == 0 {
          let verdict = run.vurdering(regel)
          let key = "\(number): \(verdict.setning)"
          #expect(stemmer(verdict.setning, verdict.utfall), "\(verdict.utfall) \(key)")
          let before = seen.updateValue(verdict.utfall, forKey: key) ?? verdict.utfall
          compared += 1
          #expect(
            before == verdict.utfall,
            "\(before) and \(verdict.utfall) of \(prøve.tekster[number / 2]): \(verdict.setning)")
        }
      }
    }
    #expect(compared > 2000)
  }

  @Test(arguments: ["er minst", "er høyst", "er mer enn", "er mindre enn", "er", "er ikke"])
  func `of a count states the number and the limit that the outcome follows from`(_ ord: String) throws {
    for (visits, limit) in (0...4).flatMap({ visits in (0...4).map { (visits, $0) } }) {
      let verdict = try opptelling("antall besøk i fjor \(ord) \(limit)", visits)
      let holds: Bool
      switch ord {
      case "er minst": holds = visits >= limit
      case "er høyst": holds = visits <= limit
      case "er mer enn": holds = visits > limit
      case "er mindre enn": holds = visits < limit
      case "er": holds = visits == limit
      default: holds = visits != limit
      }
      let number = ["ikke registrert noe", "ett", "to", "tre", "fire"][visits]
      #expect(verdict.utfall == (holds ? .oppfylt : .avvik))
      #expect(verdict.setning.contains(number), "\(verdict.setning)")
      #expect(verdict.setning.contains("Kravet er"), "\(verdict.setning)")
      #expect(verdict.setning.contains(" \(limit)."), "\(verdict.setning)")
    }
  }

  @Test func `of a count has the right number and gender, and its days in words`() throws {
    let one = try opptelling("antall besøk i fjor er minst 2", 1)
    #expect(one.setning == "Det er registrert ett besøk i 2013: 15. januar 2013. Kravet er minst 2.")
    let three = try opptelling("antall besøk i fjor er minst 2", 3)
    #expect(
      three.setning
        == "Det er registrert tre besøk i 2013: 15. januar, 15. februar og 15. mars 2013. Kravet er minst 2.")
    let none = try opptelling("antall besøk i fjor er minst 2", 0)
    #expect(none.setning == "Det er ikke registrert noe besøk i 2013. Kravet er minst 2.")
  }

  @Test(arguments: [
    (
      "finnes besøk der (ikke (til_stede og form er stedlig))",
      "der det ikke stemmer at til stede eller der form ikke er «stedlig»"
    ),
    ("siste besøk har (ikke minst 2 vedtak)", "Det er registrert færre enn to vedtak."),
    ("siste besøk har (ikke finnes vedtak)", "Det er ikke registrert noe vedtak."),
    ("finnes besøk der (form ikke er avlyst)", "der form ikke er «avlyst»"),
    (
      "antall besøk i fjor der (til_stede) er minst 3",
      "Det er registrert ett besøk i 2013 der til stede: 15. januar 2013."
    ),
  ])
  func `of a denied or counted condition denies and counts the whole of it`(_ krav: String, _ part: String)
    throws
  {
    let verdict = try opptelling(krav, 1)
    #expect(verdict.setning.contains(part), "\(verdict.setning)")
  }

  @Test func `of a gap names its two ends`() throws {
    let verdict = try opptelling(
      "ikke mellomrom over 6 måneder mellom besøk mens (fra 2013-01-10) i siste 12 måneder", 1)
    #expect(verdict.utfall == .avvik)
    #expect(
      verdict.setning
        == "Det gikk mer enn seks måneder uten besøk fra 15. januar 2013 til 30. september 2014."
    )
  }

  /// The verdict of a requirement on a case with this many visits in 2013.
  private func opptelling(_ krav: String, _ visits: Int) throws -> Vurdering {
    var prøve = Regelprøve()
    try prøve.legg(krav)
    prøve.leggPunkt(nil, prøve.noder[0].gjelder, nil)
    let events = try (0..<visits).map {
      try JSONValue(
        parsing:
          #"{"dato":"2013-0\#($0 + 1)-15","form":"stedlig","til_stede":true,"varighet":1,"rapport":false}"#)
    }
    var record = Saksgenerator(modell: Prøvemodell.modell, terning: Terning(frø: 1)).tom("S-1")
    record = record.medSamling("besøk", events)
    let bunke = Saksbunke.gyldige([record], Prøvemodell.modell).bunke
    var run = prøve.kjøring(bunke, på: try #require(Dato("2014-09-30")))
    run.begin(sak: 0)
    return run.vurdering(prøve.punkter[0])
  }
}

extension Saksgenerator {
  /// A record with no events at all: looked for, none.
  fileprivate func tom(_ id: String) -> JSONValue {
    let collections = modell.samlinger.filter { $0.avledning == nil }
    return .object([
      "format": .string("sak/1"), "sak": .string(id), "enhet": .string("solvik"), "team": .string("t"),
      "uttrekk": .string("2014-09-30"),
      "opplysninger": .object([]),
      "hendelser": .object(collections.map { JSONValue.Member($0.navn, .array([])) }),
    ])
  }
}

extension JSONValue {
  fileprivate func medSamling(_ name: String, _ events: [JSONValue]) -> JSONValue {
    let all = (self["hendelser"]?.members ?? []).map {
      $0.name == name ? JSONValue.Member(name, .array(events)) : $0
    }
    return .object((members ?? []).map { $0.name == "hendelser" ? .init("hendelser", .object(all)) : $0 })
  }
}
