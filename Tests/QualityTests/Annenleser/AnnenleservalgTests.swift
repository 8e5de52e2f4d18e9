import Quality
import RuleEngine
import Sampling
import Testing
import Values

@Suite struct AnnenleservalgTests {
  /// Two cases a month with tickets of their own.
  private func rekke(_ måneder: Int, team: String = "fosterhjem-1", frø: Int = 0) throws -> [Kontroll] {
    let first = try #require(Måned("2014-01"))
    return try (0..<måneder).map { index in
      let month = first.adding(måneder: index)
      return try Prøvemåneder.kontroll(
        month.description, team: team,
        (0..<2).map { ("S-\(frø)-\(index)-\($0)", [.init(utfall: .oppfylt)]) })
    }
  }

  @Test func `én av tolv trukne saker leses av to, og loddet til den første bestemmer hvilken`() throws {
    for seed in 0..<40 {
      let controls = try rekke(18, frø: seed)
      let chosen = Annenleservalg.lesesTo(i: Kontrollrekke(controls), team: "fosterhjem-1")
      #expect(chosen.count == 3)
      let drawn = controls.flatMap { control in control.trukne.map { (control, $0) } }
      for (run, choice) in chosen.enumerated() {
        let (control, first) = drawn[run * 12]
        let ticket = Lodd(id: first, frø: control.nøkkel.måned.description).lodd
        let place = try #require(UInt64(ticket.prefix(8), radix: 16)) % 12
        let expected = drawn[run * 12 + Int(place)]
        #expect(choice.sak == expected.1)
        #expect(choice.måned == expected.0.nøkkel.måned)
      }
    }
  }

  @Test func `alle plasser i løpet kommer for, og det som er valgt, endres ikke av nye kontroller`() throws {
    var places: Set<String> = []
    for seed in 0..<200 {
      let controls = try rekke(6, frø: seed)
      var before: [Annenleservalg] = []
      for count in 0...6 {
        let now = Annenleservalg.lesesTo(
          i: Kontrollrekke(Array(controls.prefix(count))), team: "fosterhjem-1")
        #expect(now.starts(with: before))
        before = now
      }
      #expect(before.count == 1)
      places.insert(before[0].sak.split(separator: "-").suffix(2).joined(separator: "-"))
    }
    #expect(places.count == 12)
  }

  @Test func `hvert år begynner på nytt, så det som slettes, endrer ikke senere valg`() throws {
    for seed in 0..<20 {
      let controls = try rekke(24, frø: seed)
      let all = Annenleservalg.lesesTo(i: Kontrollrekke(controls), team: "fosterhjem-1")
      let late = Annenleservalg.lesesTo(i: Kontrollrekke(Array(controls.dropFirst(12))), team: "fosterhjem-1")
      #expect(late == all.filter { $0.måned.år == 2015 })
      #expect(late.count == 2)
    }
  }

  @Test func `hvert team har sin egen rekke`() throws {
    let one = try rekke(6, frø: 1)
    let two = try rekke(6, team: "fosterhjem-2", frø: 2)
    let both = Kontrollrekke(one + two)
    for (team, own) in [("fosterhjem-1", one), ("fosterhjem-2", two)] {
      #expect(
        Annenleservalg.lesesTo(i: both, team: team)
          == Annenleservalg.lesesTo(i: Kontrollrekke(own), team: team))
    }
    #expect(Annenleservalg.lesesTo(i: both, team: "fosterhjem-3") == [])
  }

}
