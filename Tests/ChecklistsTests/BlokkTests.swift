import CaseRecords
import Checklists
import JSONText
import RuleEngine
import RuleLanguage
import Testing
import Values
import Vocabulary

/// A block of cases at a time gives what one case at a time gives.
@Suite struct `Asked of a block of cases` {
  /// Rules of the shapes that are asked of a whole block.
  static let regler = [
    "minst 1 besøk siste 90 dager", "antall besøk siste 12 måneder er minst 3", "ingen besøk i fjor",
    "antall vedtak i fjor er mer enn 1", "finnes besøk i fjor og finnes vedtak hittil i år",
    "finnes besøk siste 6 måneder eller ikke finnes vedtak", "minst 2 frekvens",
    "finnes besøk siste 12 måneder der (til_stede)",
    "siste vedtak har (finnes besøk mellom vedtak.dato - 30 dager og vedtak.dato + 10 dager)",
    "siste besøk siste 6 måneder har (minst 2 vedtak mellom besøk.dato - 90 dager og besøk.dato + 90 dager)",
    "siste plassering har (finnes vedtak mellom plassering.fra og plassering.fra + 42 dager)",
  ]

  private func saker(_ count: Int, frø: UInt64, hull: Bool) -> Saksbunke {
    var generator = Saksgenerator(modell: Prøvemodell.modell, terning: Terning(frø: frø))
    generator.flestHendelser = 5
    var holes = Hullmaskin(modell: Prøvemodell.modell, terning: Terning(frø: frø &+ 1), prosent: 3)
    let records = (0..<count).map { number in
      let sak = generator.sak("S-\(number)")
      return hull && number % 3 == 0 ? holes.hull(i: sak) : sak
    }
    return Saksbunke.gyldige(records, Prøvemodell.modell).bunke
  }

  @Test(arguments: [false, true])
  func `rules give the outcome they give of each case alone`(_ hull: Bool) throws {
    var prøve = try Regelprøve.tilfeldig(frø: grunnfrø &+ 7, regler: 6)
    let random = prøve.punkter.count
    for tekst in Self.regler {
      try prøve.legg(tekst)
      prøve.leggPunkt(nil, prøve.noder[prøve.noder.count - 1].gjelder, nil)
    }
    let first = prøve.noder.count - Self.regler.count
    prøve.leggPunkt(
      prøve.noder[first].gjelder, prøve.noder[first + 1].gjelder, prøve.noder[first + 2].gjelder)
    let points = prøve.punkter.map { Punktspørsmål(regel: $0, vedBrudd: .avvik) }
    // More than one block, and a stretch that begins and ends inside blocks.
    let bunke = saker(2300, frø: grunnfrø &+ 3, hull: hull)
    let part = 700..<bunke.saker.count - 10
    let day = try #require(Dato("2014-09-01"))
    var run = prøve.kjøring(bunke, på: day)
    let outcomes = run.utfall(points, saker: part)
    #expect(outcomes.count == part.count * points.count)
    var counts: [Utfall: Int] = [:]
    for sak in part {
      run.begin(sak: sak)
      for (number, regel) in prøve.punkter.enumerated() {
        let alone = run.utfall(regel)
        let inBlock = outcomes[(sak - part.lowerBound) * points.count + number]
        if number >= random { counts[alone, default: 0] += 1 }
        #expect(inBlock == alone, "\(bunke.saker[sak].sak) point \(number)")
      }
    }
    #expect(counts[.oppfylt, default: 0] > 1000 && counts[.avvik, default: 0] > 1000)
    #expect(hull == (counts[.ukjent, default: 0] > 100))
  }

  @Test func `the shipped points give the outcome they give of each case alone`() throws {
    let library = try Prøvebibliotek.shipped()
    let list = try #require(library.sjekkliste("fosterhjem", versjon: "2014-05-31"))
    let bunke = Saksbunke.gyldige(try Prøvebibliotek.samplesaker(), library.modell).bunke
    let day = try #require(Dato("2014-09-30"))
    var run = Punktkontroll(list, bunke, på: day)
    let outcomes = run.utfall(saker: bunke.saker.indices)
    for sak in bunke.saker.indices {
      run.begin(sak: sak)
      for (number, punkt) in list.punkter.enumerated() {
        #expect(outcomes[sak * list.punkter.count + number] == run.utfall(punkt))
      }
    }
    #expect(bunke.saker.count > 250)
  }

  @Test func `whatever is said of a case far into a large bunke is what is said of it alone`() throws {
    let library = try Prøvebibliotek.shipped()
    let list = try #require(library.sjekkliste("fosterhjem", versjon: "2014-05-31"))
    let samples = Saksbunke.gyldige(try Prøvebibliotek.samplesaker(), library.modell).bunke
    var large = Saksbunke(modell: library.modell)
    for _ in 0..<5 { large.append(samples) }
    let day = try #require(Dato("2014-09-30"))
    // Past the first block of cases, and asked of first there, so that nothing has been laid out before.
    for number in stride(from: 1100, to: large.saker.count, by: 37) {
      let sak = number % samples.saker.count
      var alone = Punktkontroll(list, samples.sak(at: sak), på: day)
      var inBunke = Punktkontroll(list, large, på: day)
      alone.begin(sak: 0)
      inBunke.begin(sak: number)
      for punkt in list.punkter {
        #expect(inBunke.vurdering(punkt) == alone.vurdering(punkt), "\(samples.saker[sak].sak) \(punkt.id)")
      }
    }
    #expect(large.saker.count > 1200)
  }
}

@Suite struct `The evidence` {
  /// Whether a sub-result and all its parts name events that the record has, on the days it has them.
  private func sjekk(_ bevis: Bevis, _ sak: JSONValue) -> Int {
    for event in bevis.hendelser {
      let stated = sak["hendelser"]?[event.samling]?.array?[event.indeks]
      #expect(stated != nil, "\(event)")
      let day = stated?["dato"]?.string ?? stated?["fra"]?.string
      #expect(event.dato == day || event.dato == nil, "\(event) \(day ?? "")")
    }
    return bevis.deler.reduce(bevis.hendelser.count) { $0 + sjekk($1, sak) }
  }

  @Test func `of every verdict names real events, and its values are those the verdict follows from`() throws
  {
    let library = try Prøvebibliotek.shipped()
    let list = try #require(library.sjekkliste("fosterhjem", versjon: "2014-05-31"))
    let records = try Prøvebibliotek.samplesaker()
    let bunke = Saksbunke.gyldige(records, library.modell).bunke
    var run = Punktkontroll(list, bunke, på: try #require(Dato("2014-09-30")))
    var events = 0
    for (sak, record) in zip(bunke.saker.indices, records) {
      run.begin(sak: sak)
      for punkt in list.punkter where punkt.regel != nil {
        let verdict = run.vurdering(punkt)
        guard let evidence = verdict.bevis else {
          #expect(verdict.utfall == .ikkeKontrollert, "\(punkt.id)")
          continue
        }
        events += sjekk(evidence, record)
        let parts = evidence.verdi == verdict.utfall.rawValue ? evidence.deler : [evidence]
        switch verdict.utfall {
        case .oppfylt: #expect(parts.allSatisfy { $0.verdi == "ja" }, "\(punkt.id)")
        case .avvik, .merknad: #expect(parts.last?.verdi == "nei", "\(punkt.id)")
        case .ukjent: #expect(evidence.verdi == "ukjent", "\(punkt.id)")
        case .ikkeAktuelt: #expect(parts.map(\.verdi) == ["nei"], "\(punkt.id)")
        case .ikkeKontrollert: break
        }
      }
    }
    #expect(events > 5000)
  }

  @Test func `of a requirement on each event shows the one that fails, and what it asked of others`() throws {
    let library = try Prøvebibliotek.shipped()
    let list = try #require(library.sjekkliste("fosterhjem", versjon: "2014-05-31"))
    let sak = try JSONValue(
      parsing: """
        {"format":"sak/1","sak":"S-1","enhet":"solvik","team":"t","uttrekk":"2014-09-30",
        "opplysninger":{"født":"2004-05"},"hendelser":{"medvirkning":[],"vedtak":[
        {"dato":"2014-06-01","type":"samvær","truffet_av":"barneverntjeneste","barnet_hørt":true},
        {"dato":"2014-07-01","type":"samvær","truffet_av":"barneverntjeneste","barnet_hørt":false}]}}
        """)
    var run = Punktkontroll(
      list, try Saksbunke(sak: sak, modell: library.modell), på: try #require(Dato("2014-09-30")))
    run.begin(sak: 0)
    let verdict = run.vurdering(try #require(list.punkter.first { $0.id == "MV-VEDTAK" }))
    #expect(verdict.utfall == .avvik)
    let requirement = try #require(verdict.bevis?.deler.last)
    #expect(requirement.hendelser.map(\.dato) == ["2014-07-01"])
    let condition = try #require(requirement.deler.first)
    #expect(condition.verdi == "nei" && condition.hendelser.map(\.indeks) == [1])
    #expect(condition.deler.map(\.verdi) == ["nei", "nei"])
    #expect(condition.deler.last?.uttrykk.hasPrefix("finnes medvirkning mellom") == true)
  }

  @Test func `of the last event shows every event that can be the last`() throws {
    let library = try Prøvebibliotek.shipped()
    let list = try #require(library.sjekkliste("fosterhjem", versjon: "2014-05-31"))
    let sak = try JSONValue(
      parsing: """
        {"format":"sak/1","sak":"S-1","enhet":"solvik","team":"t","uttrekk":"2014-09-30",
        "opplysninger":{"født":"2004-05"},"hendelser":{
        "plassering":[{"fra":"2010-03-01","type":"fosterhjem","hjem":"H1","grunnlag":"frivillig"}],
        "avtalegjennomgang":[
        {"dato":"2014-05-01","drøfting":true,"konklusjon":false},
        {"dato":"2014-05-01","drøfting":true,"konklusjon":true}]}}
        """)
    var run = Punktkontroll(
      list, try Saksbunke(sak: sak, modell: library.modell), på: try #require(Dato("2014-09-30")))
    run.begin(sak: 0)
    let verdict = run.vurdering(try #require(list.punkter.first { $0.id == "FA-KONKLUSJON" }))
    let requirement = try #require(verdict.bevis?.deler.last)
    #expect(verdict.utfall == .avvik)
    #expect(requirement.hendelser.map(\.indeks) == [0, 1])
    #expect(requirement.deler.map(\.verdi) == ["nei", "ja"])
  }
}
