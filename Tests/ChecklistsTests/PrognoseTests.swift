import CaseRecords
import Checklists
import JSONText
import RuleEngine
import RuleLanguage
import Testing
import Values
import Vocabulary

/// The forecast against brute force: the outcome on every one of the days it speaks of, each from scratch.
@Suite struct `The forecast` {
  private func verre(_ utfall: Utfall) -> Set<Utfall> {
    switch utfall {
    case .oppfylt, .ikkeAktuelt, .ukjent: [.merknad, .avvik]
    case .merknad: [.avvik]
    case .avvik, .ikkeKontrollert: []
    }
  }

  /// The first day with a worse outcome, by asking a new run for each day.
  private func fasit(
    _ dato: Dato, _ utfall: Utfall, _ utfallPå: (Dato) -> Utfall
  ) -> (Dato, Utfall)? {
    var day = dato.adding(dager: 1)
    while day <= dato.adding(måneder: 12) {
      let outcome = utfallPå(day)
      if verre(utfall).contains(outcome) { return (day, outcome) }
      day = day.adding(dager: 1)
    }
    return nil
  }

  @Test
  func `is what brute force over a year of control dates finds, for random rules and records with holes`()
    throws
  {
    var compared = 0
    var found = 0
    for round in 0..<(10 * skala) {
      let seed = grunnfrø &* 53 &+ UInt64(round)
      let prøve = try Regelprøve.tilfeldig(frø: seed, regler: 12)
      var generator = Saksgenerator(modell: Prøvemodell.modell, terning: Terning(frø: seed &+ 11))
      generator.medRegistrering = round % 4 == 0
      var holes = Hullmaskin(modell: Prøvemodell.modell, terning: Terning(frø: seed &+ 12), prosent: 5)
      let records = (0..<3).map { number in
        let sak = generator.sak("S-\(number)")
        return round % 2 == 0 ? sak : holes.hull(i: sak)
      }
      let bunke = Saksbunke.gyldige(records, Prøvemodell.modell).bunke
      let day = generator.terning.dag(generator.uttrekk.adding(dager: -200), generator.uttrekk)
      let known = generator.medRegistrering ? day.adding(dager: generator.terning.tall(0...40)) : nil
      var run = prøve.kjøring(bunke, på: day, kjentPå: known)
      var later: [Dato: Regelkjøring] = [:]
      for sak in bunke.saker.indices {
        run.begin(sak: sak)
        for (number, regel) in prøve.punkter.enumerated() {
          let now = run.utfall(regel)
          let forecast = run.prognose(regel, utfall: now)
          let expected = fasit(day, now) { day in
            var fresh =
              later[day] ?? prøve.kjøring(bunke, på: day, kjentPå: known, innsynsdag: run.innsynsdag)
            fresh.begin(sak: sak)
            later[day] = fresh
            return fresh.utfall(regel)
          }
          compared += 1
          found += expected == nil ? 0 : 1
          #expect(
            forecast?.dag == expected?.0 && forecast?.utfall == expected?.1,
            "seed \(seed), point \(number), on \(day), now \(now), \(bunke.saker[sak].sak): \(records[sak].compactText) \(prøve.tekster)"
          )
        }
      }
    }
    #expect(compared >= 300 * skala && found >= 5 * skala)
    print("forecast of random rules: \(compared) compared, \(found) with a deadline")
  }

  @Test func `of the shipped points is what a plain check on the later day says, when nothing is open`()
    throws
  {
    let library = try Prøvebibliotek.shipped()
    let list = try #require(library.sjekkliste("fosterhjem", versjon: "2014-05-31"))
    let samples = try Prøvebibliotek.samplesaker()
    var found: [String: Int] = [:]
    for round in 0..<(12 * skala) {
      let seed = grunnfrø &* 59 &+ UInt64(round)
      var generator = Saksgenerator(modell: library.modell, terning: Terning(frø: seed))
      generator.fødselsår = 1998...2006
      generator.uttrekk = Dato.nyttår(2014).adding(dager: 180 + round)
      // The record ends on the control date, so that a plain check later sees the same.
      let record = round % 2 == 0 ? generator.sak("S-1") : generator.terning.en(av: samples)
      let bunke = Saksbunke.gyldige([record], library.modell).bunke
      #expect(round % 2 == 0 || !bunke.saker.isEmpty, "a sample case was not read")
      guard !bunke.saker.isEmpty else { continue }
      let day = bunke.saker[0].uttrekk
      var run = Punktkontroll(list, bunke, på: day)
      run.begin(sak: 0)
      var later: [Dato: Punktkontroll] = [:]
      for punkt in list.punkter where punkt.avgjøresAvMaskin {
        let verdict = run.vurdering(punkt)
        let expected = fasit(day, verdict.utfall) { day in
          var fresh = later[day] ?? Punktkontroll(list, bunke, på: day)
          fresh.begin(sak: 0)
          later[day] = fresh
          return fresh.utfall(punkt)
        }
        if let expected { found["\(punkt.id) \(expected.1.rawValue)", default: 0] += 1 }
        #expect(
          verdict.prognose?.dag == expected?.0 && verdict.prognose?.utfall == expected?.1,
          "\(punkt.id) on \(day): \(record.compactText)")
      }
    }
    #expect(found.count >= 8, "\(found)")
  }

  @Test(arguments: [
    (
      "2014-09-30", 2, "2015-01-01",
      "Det gjenstår to oppfølgingsbesøk i 2014. Uten flere oppfølgingsbesøk blir dette avvik 1. januar 2015."
    ),
    (
      "2014-09-30", 3, "2015-01-01",
      "Det gjenstår ett oppfølgingsbesøk i 2014. Uten et nytt oppfølgingsbesøk blir dette avvik 1. januar 2015."
    ),
    ("2014-09-30", 4, nil, nil),
  ])
  func `says how many visits are left and when it is too late`(
    _ dato: String, _ besøk: Int, _ dag: String?, _ setning: String?
  ) throws {
    let library = try Prøvebibliotek.shipped()
    let list = try #require(library.sjekkliste("fosterhjem", versjon: "2014-05-31"))
    let visits =
      ["2013-02-01", "2013-05-01", "2013-08-01", "2013-11-01"]
      + ["2014-01-15", "2014-03-15", "2014-05-15", "2014-07-15"].prefix(besøk)
    let events = visits.map { "{\"dato\":\"\($0)\",\"form\":\"stedlig\"}" }.joined(separator: ",")
    let text = """
      {"format":"sak/1","sak":"S-1","enhet":"solvik","team":"t","uttrekk":"2014-09-30",
      "opplysninger":{"født":"2004-05"},"hendelser":{"plassering":[{"fra":"2010-03-01","type":"fosterhjem","hjem":"H1",
      "grunnlag":"frivillig"}],
      "besøksfrekvens":[],"oppfølgingsbesøk":[\(events)]}}
      """
    let bunke = try Saksbunke(sak: try JSONValue(parsing: text), modell: library.modell)
    var run = Punktkontroll(list, bunke, på: try #require(Dato(dato)))
    run.begin(sak: 0)
    let punkt = try #require(list.punkter.first { $0.id == "OB-ANTALL" })
    let verdict = run.vurdering(punkt)
    #expect(verdict.utfall == .oppfylt)
    #expect(verdict.prognose?.dag.description == dag)
    #expect(verdict.prognose?.setning == setning)
  }
}
