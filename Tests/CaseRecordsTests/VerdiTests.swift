import CaseRecords
import Testing
import Values
import Vocabulary

@Suite struct `What a value means` {
  @Test func `a field that is missing or null is unknown, false is none`() throws {
    let tekst = post(
      #""oppfølgingsbesøk":[{"dato":"2014-01-01"},"#
        + #"{"dato":"2014-01-02","form":null,"barnet_til_stede":null,"rapport_mottatt":null},"#
        + #"{"dato":"2014-01-03","form":false,"barnet_til_stede":false,"rapport_mottatt":false},"#
        + #"{"dato":"2014-01-04","form":"digital","barnet_til_stede":true,"rapport_mottatt":"2014-02-03"}]"#)
    let bunke = try lesGod(tekst)
    let uttrekk = try dag("2014-09-30")
    let mottatt = try dag("2014-02-03")
    #expect(try bunke.celler("oppfølgingsbesøk", "form") == [Celle(15), Celle(15), Celle(1), Celle(4)])
    #expect(
      try bunke.celler("oppfølgingsbesøk", "barnet_til_stede") == [Celle(3), Celle(3), Celle(1), Celle(2)])
    #expect(
      try bunke.celler("oppfølgingsbesøk", "rapport_mottatt") == [
        Celle(3, morgen, uttrekk), Celle(3, morgen, uttrekk), Celle(1, 0), Celle(2, mottatt),
      ])
  }

  @Test func `the vocabulary may say what a missing field means, and null is unknown all the same`() throws {
    let bunke = try lesGod(
      post(
        #""besøksfrekvens":[{"dato":"2014-01-01"},{"dato":"2014-01-02","unntak":null},"#
          + #"{"dato":"2014-01-03","unntak":"ukraina"}],"#
          + #""plassering":[{"fra":"2011"},{"fra":"2012","flyttet_med_fosterforeldre":null}]"#))
    #expect(try bunke.celler("besøksfrekvens", "unntak") == [Celle(1), Celle(3), Celle(2)])
    #expect(try bunke.celler("plassering", "flyttet_med_fosterforeldre") == [Celle(1), Celle(3)])
  }

  @Test(arguments: [
    (#"["stedlig","digital"]"#, 6), (#"["stedlig",false]"#, 3), (#"["avlyst"]"#, 8), (#""avlyst""#, 8),
    (#"["stedlig","digital","avlyst",false]"#, 15),
  ])
  func `a code may be a list, one of these`(_ verdi: String, _ maske: UInt64) throws {
    let bunke = try lesGod(post("\"oppfølgingsbesøk\":[{\"form\":\(verdi)}]"))
    #expect(try bunke.celler("oppfølgingsbesøk", "form") == [Celle(maske)])
  }

  @Test(arguments: [("[true,false]", 3), ("[false]", 1), ("[true]", 2)])
  func `a list of both answers is unknown`(_ verdi: String, _ maske: UInt64) throws {
    let bunke = try lesGod(post("\"oppfølgingsbesøk\":[{\"barnet_til_stede\":\(verdi)}]"))
    #expect(try bunke.celler("oppfølgingsbesøk", "barnet_til_stede") == [Celle(maske)])
  }

  @Test(arguments: [("4", 2), ("2", 4), ("4.0", 2), ("[4,2]", 6)])
  func `a code of digits is a number`(_ verdi: String, _ maske: UInt64) throws {
    let bunke = try lesGod(post("\"besøksfrekvens\":[{\"dato\":\"2014-01-01\",\"kode\":\(verdi)}]"))
    #expect(try bunke.celler("besøksfrekvens", "kode") == [Celle(maske)])
  }

  @Test(arguments: [
    ("3", Celle(2, 3)), ("0", Celle(2, 0)), ("-2", Celle(2, -2)), ("4.0", Celle(2, 4)),
    ("false", Celle(1, 0)),
    ("null", Celle(3, .min, .max)),
  ])
  func `a number is a whole number`(_ verdi: String, _ celle: Celle) throws {
    let bunke = try lesGod(post("\"varig_opphold\":[{\"avtalt_besøk\":\(verdi)}]"))
    #expect(try bunke.celler("varig_opphold", "avtalt_besøk") == [celle])
  }

  @Test func `text codes are numbered within the bunke`() throws {
    let bunke = try lesGod(
      post(
        #""plassering":[{"fra":"2011","til":"2012","hjem":"H1"},{"fra":"2013","hjem":"H2","til":"2013"},"#
          + #"{"fra":"2014","hjem":"H1"},{"fra":"2014-02","hjem":null},{"fra":"2014-03","hjem":false}]"#,
        opplysninger: #""behandler":"sb-7""#))
    #expect(bunke.tekstkoder == ["sb-7", "H1", "H2"])
    #expect(
      try bunke.celler("plassering", "hjem") == [
        Celle(2, 1), Celle(2, 2), Celle(2, 1), Celle(3, 0, .max), Celle(1, 0),
      ])
    #expect(try bunke.celle("behandler") == Celle(2, 0))
  }

  @Test func `a birthday is a month or a year`() throws {
    for (verdi, fra, til) in [("2005-03", "2005-03-01", "2005-03-31"), ("2005", "2005-01-01", "2005-12-31")] {
      let bunke = try lesGod(post(opplysninger: "\"født\":\"\(verdi)\""))
      #expect(try bunke.celle("født") == Celle(2, try dag(fra), try dag(til)))
    }
    #expect(try lesGod(post()).celle("født") == Celle(3, morgen, try dag("2014-09-30")))
  }

  @Test func `facts and events may be left out altogether`() throws {
    for tekst in [
      #"{"format":"sak/1","sak":"S-1","uttrekk":"2014-09-30"}"#,
      #"{"format":"sak/1","sak":"S-1","uttrekk":"2014-09-30","opplysninger":null,"hendelser":null,"ufullstendig":null}"#,
    ] {
      let bunke = try lesGod(tekst)
      #expect(try bunke.celle("sakstype") == Celle(15))
      // The dated list of whose duty the supervision is may be missing; the derived stays are never in a file.
      let closed = zip(prøvemodell.samlinger, bunke.samlinger).filter { $1.åpenhet == [.lukket] }
      #expect(closed.map(\.0.navn) == ["tilsynskommune", "hjemopphold"])
      #expect(bunke.samlinger.count { $0.åpenhet == [.ikkeUttrukket] } == 5)
      #expect(bunke.saker[0].enhet == "" && bunke.saker[0].team == "")
    }
  }

  @Test func `a collection is closed, incomplete or not extracted`() throws {
    let bunke = try lesGod(
      post(
        #""drøfting":[],"oppfølgingsbesøk":[{"dato":"2014-01-01"}],"varig_opphold":null"#,
        ufullstendig: #"["oppfølgingsbesøk","besøksfrekvens"]"#))
    #expect(try bunke.tabell("drøfting").åpenhet == [.lukket])
    #expect(try bunke.tabell("oppfølgingsbesøk").åpenhet == [.ufullstendig])
    #expect(try bunke.tabell("varig_opphold").åpenhet == [.ikkeUttrukket])
    #expect(try bunke.tabell("besøksfrekvens").åpenhet == [.ikkeUttrukket])
    #expect(try bunke.tabell("hjemopphold").start == [0, 0])
  }

  @Test(arguments: [
    ("", nil, Åpenhet.lukket), (#""tilsynskommune":null"#, nil, .ikkeUttrukket),
    (#""tilsynskommune":[]"#, nil, .lukket), (#""tilsynskommune":[{"dato":"2014-01-01"}]"#, nil, .lukket),
    ("", #"["tilsynskommune"]"#, .ufullstendig),
  ])
  func `a list that may be missing is none, but null is still unknown`(
    events: String, incomplete: String?, openness: Åpenhet
  ) throws {
    let bunke = try lesGod(post(events, ufullstendig: incomplete))
    #expect(try bunke.tabell("tilsynskommune").åpenhet == [openness])
  }

  @Test func `the head of a case`() throws {
    let bunke = try lesGod(post(ekstra: #","enhet":"solvik","team":"fosterhjem-øst""#))
    let hode = bunke.saker[0]
    #expect((hode.sak, hode.enhet, hode.team) == ("S-1", "solvik", "fosterhjem-øst"))
    #expect(hode.uttrekk == Dato("2014-09-30"))
  }
}
