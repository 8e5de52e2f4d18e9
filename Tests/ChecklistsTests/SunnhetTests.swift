import CaseRecords
import Checklists
import Foundation
import JSONText
import RuleEngine
import RuleLanguage
import Testing
import Values
import Vocabulary

/// The law of the engine: what it says of a record with holes, it says of every completion of that record.
@Suite struct `Soundness` {
  @Test func `random rules never change their answer when a record is completed`() throws {
    let modell = Prøvemodell.modell
    var decided = 0
    var completions = 0
    var failures = 0
    for round in 0..<(40 * skala) where failures < 4 {
      let seed = grunnfrø &* 31 &+ UInt64(round)
      let prøve = try Regelprøve.tilfeldig(frø: seed, regler: 25)
      var generator = Saksgenerator(modell: modell, terning: Terning(frø: seed &+ 1))
      generator.medRegistrering = round % 3 == 0
      var holes = Hullmaskin(
        modell: modell, terning: Terning(frø: seed &+ 2), prosent: [4, 10, 20][round % 3])
      var filler = Utfylling(modell: modell, terning: Terning(frø: seed &+ 3))
      filler.medRegistrering = generator.medRegistrering
      for number in 0..<8 {
        let original = holes.hull(i: generator.sak("S-\(number)"))
        let filled = (0..<10).map { filler.utfylling(av: original, "S-\(number)-\($0)") }
        let (bunke, _) = Saksbunke.gyldige([original] + filled, modell)
        guard bunke.saker.first?.sak == "S-\(number)" else { continue }
        let day = generator.terning.dag(generator.uttrekk.adding(dager: -200), generator.uttrekk)
        let known = generator.medRegistrering ? day.adding(dager: generator.terning.tall(0...60)) : nil
        let answers = prøve.svar(bunke, på: day, kjentPå: known)
        completions += answers.count - 1
        for index in prøve.tekster.indices where answers[0][index] != .ukjent {
          decided += 1
          guard let broken = answers.indices.first(where: { answers[$0][index] != answers[0][index] }) else {
            continue
          }
          failures += 1
          let completion = filled.first { $0["sak"]?.string == bunke.saker[broken].sak }
          Issue.record(
            """
            seed \(seed), on \(day), known \(String(describing: known)): \(answers[0][index]) became \(answers[broken][index])
            rule: \(prøve.forklaring(index))
            record: \(original.compactText)
            completion: \(completion?.compactText ?? "")
            """)
          if failures >= 4 { return }
        }
      }
    }
    #expect(decided > 2_000 && completions > 1_500)
    print("soundness of random rules: \(decided) decided answers, \(completions) completions")
  }

  @Test func `the shipped points never change their outcome when a record is completed`() throws {
    let library = try Prøvebibliotek.shipped()
    var counted: [String: Int] = [:]
    var completions = 0
    var failures = 0
    for (number, list) in library.sjekklister.enumerated() {
      let samples = try Prøvebibliotek.samplesaker()
      for round in 0..<(150 * skala) where failures < 4 {
        let seed = grunnfrø &* 97 &+ UInt64(round + number * 100_000)
        var generator = Saksgenerator(modell: library.modell, terning: Terning(frø: seed))
        generator.flestHendelser = 4
        generator.medRegistrering = round % 3 == 0
        generator.fødselsår = round % 4 == 0 ? 1994...2012 : 1998...2006
        generator.uttrekk = min(Dato.nyttår(2014).adding(dager: 272), list.gjelder.til)
        let base = round % 2 == 0 ? generator.sak("S-1") : generator.terning.en(av: samples)
        var holes = Hullmaskin(
          modell: library.modell, terning: Terning(frø: seed &+ 2), prosent: [4, 8, 16][round % 3])
        let original = holes.hull(i: base)
        let id = original["sak"]?.string ?? ""
        var filler = Utfylling(modell: library.modell, terning: Terning(frø: seed &+ 3))
        filler.medRegistrering = generator.medRegistrering
        let filled = (0..<12).map { filler.utfylling(av: original, "\(id)-\($0)") }
        let (bunke, _) = Saksbunke.gyldige([original] + filled, library.modell)
        guard let head = bunke.saker.first, head.sak == id else { continue }
        completions += bunke.saker.count - 1
        let day = generator.terning.dag(
          max(list.gjelder.fra, head.uttrekk.adding(dager: -150)), min(head.uttrekk, list.gjelder.til))
        guard day <= head.uttrekk else { continue }
        let known = generator.medRegistrering ? day.adding(dager: generator.terning.tall(0...60)) : nil
        var run = Punktkontroll(list, bunke, på: day, kjentPå: known)
        for punkt in list.punkter where punkt.avgjøresAvMaskin {
          run.begin(sak: 0)
          let outcome = run.utfall(punkt)
          counted["\(punkt.id) \(outcome.rawValue)", default: 0] += 1
          guard outcome != .ukjent, outcome != .ikkeKontrollert else { continue }
          for sak in bunke.saker.indices.dropFirst() where failures < 4 {
            run.begin(sak: sak)
            let other = run.utfall(punkt)
            if other == outcome { continue }
            failures += 1
            let completion = filled.first { $0["sak"]?.string == bunke.saker[sak].sak }
            Issue.record(
              """
              seed \(seed), on \(day), known \(String(describing: known)), \(list.id) \(punkt.id): \(outcome.rawValue) became \(other.rawValue)
              record: \(original.compactText)
              completion: \(completion?.compactText ?? "")
              """)
          }
        }
      }
    }
    let decided = counted.filter { !$0.key.hasSuffix("ukjent") }.values.reduce(0, +)
    #expect(decided > 1_000 && completions > 2_000)
    let breached = counted.filter { $0.key.hasSuffix("avvik") || $0.key.hasSuffix("oppfylt") }.values.reduce(
      0, +)
    #expect(breached > 300)
    print(
      "soundness of shipped points: \(decided) decided, \(breached) oppfylt or avvik, \(completions) completions"
    )
  }
}
