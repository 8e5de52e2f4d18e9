import CaseRecords
import Checklists
import Foundation
import JSONText
import Reports
import Testing
import Values

@Suite struct `The report of a comparison` {
  private static let gammel = """
    sjekkliste: fosterhjem
    versjon: 2013-01-01
    gjelder: {fra: 2013-01-01, til: 2014-05-30}
    parametre:
      besøk_per_år:
        - {fra: 2004-01-01, verdi: 4, hjemmel: FOR-2003-1659-7}
      drøftinger:
        - {fra: 2004-01-01, verdi: 1}
    definer:
      i_hjem:
        uttrykk: perioder med plassering der (type er fosterhjem)
        omtale: barnet bodde i fosterhjem
      besøk: dager i fjor med oppfølgingsbesøk mens i_hjem
    punkter:
      - id: OB-ANTALL
        spørsmål: Fikk barnet minst så mange oppfølgingsbesøk i {fjoråret} som forskriften krever?
        sviktområde: 3
        kravtype: forskrift
        hjemmel: [FOR-2003-1659-7]
        alvorlighet: høy
        gjelder når: i_hjem dekker kontrolldatoen
        krav: besøk er minst besøk_per_år
        eksempler: [{navn: ingen besøk, på: 2014-09-30, sak: {}, utfall: avvik}]
      - id: OB-VURDERT
        spørsmål: Er alle besøk vurdert?
        sviktområde: 5
        kravtype: forskrift
        hjemmel: [FOR-2003-1659-7]
        alvorlighet: lav
        krav: alle oppfølgingsbesøk siste 12 måneder har (vurdering)
        eksempler: [{navn: ingen besøk, på: 2014-09-30, sak: {}, utfall: ikke_aktuelt}]
      - id: VD-DROFTING
        spørsmål: Er saken drøftet med konklusjon de siste seks månedene?
        sviktområde: 5
        kravtype: egen prosedyre
        hjemmel: [EGEN]
        alvorlighet: middels
        krav: antall drøfting siste 6 måneder der (konklusjon) er minst drøftinger
        eksempler: [{navn: ingen, på: 2014-09-30, sak: {}, utfall: avvik}]
      - id: VD-GAMMEL
        spørsmål: Er det noe som ikke spørres om lenger?
        sviktområde: 5
        kravtype: egen prosedyre
        hjemmel: [EGEN]
        alvorlighet: lav
        krav: finnes drøfting
        eksempler: [{navn: ingen, på: 2014-09-30, sak: {}, utfall: avvik}]
    """

  private static func ny() -> String {
    gammel.replacing("versjon: 2013-01-01", with: "versjon: 2014-05-31")
      .replacing("{fra: 2013-01-01, til: 2014-05-30}", with: "{fra: 2014-05-31}")
      .replacing(
        "der (type er fosterhjem)",
        with: "der (type er blant (fosterhjem, fosterhjem_særlige_forutsetninger))"
      )
      .replacing("verdi: 1}", with: "verdi: 1}\n    - {fra: 2014-01-01, verdi: 2, hjemmel: EGEN}")
      .replacing(
        "hjemmel: [EGEN]\n    alvorlighet: middels",
        with: "hjemmel: [NORM]\n    alvorlighet: høy\n    ved brudd: merknad"
      )
      .replacing("har (vurdering)", with: "har (vurdering eller referat)")
      .replacing("de siste seks månedene", with: "det siste halvåret")
      .replacing("sviktområde: 5\n    kravtype: forskrift", with: "sviktområde: 3\n    kravtype: forskrift")
      .replacing(
        " - id: VD-GAMMEL\n    spørsmål: Er det noe som ikke spørres om lenger?",
        with: " - id: SA-SETT\n    spørsmål: Er barnet sett?"
      )
      .replacing(
        "krav: finnes drøfting\n",
        with: "krav: finnes oppfølgingsbesøk siste 6 måneder der (barnet_til_stede)\n")
  }

  /// Seven cases: what is known of the visit of 20 August 2014 and of deliberations differs.
  private static let saker: [String] = [
    #""oppfølgingsbesøk":[],"drøfting":[]"#,
    #""oppfølgingsbesøk":[{"dato":"2014-08-20","barnet_til_stede":true}],"drøfting":[{"dato":"2014-08-01","konklusjon":true}]"#,
    #""oppfølgingsbesøk":[{"dato":"2014-08-20"}],"drøfting":[]"#,
    #""drøfting":[{"dato":"2014-08-01"},{"dato":"2014-09-01","konklusjon":true}]"#,
    #""oppfølgingsbesøk":[{"dato":"2013-08-20","form":"stedlig"}]"#,
    #""oppfølgingsbesøk":[{"dato":"2014-02-20","barnet_til_stede":true,"vurdering":false}],"drøfting":[]"#,
    #""oppfølgingsbesøk":[],"drøfting":[{"dato":"2014-08-01"}]"#,
  ]

  private static func bibliotek() throws -> Sjekklistebibliotek {
    let model = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Checklists/saksmodell.yaml")
    let areas = "sviktområder:\n  3: Lovpålagte oppfølgingsbesøk\n  5: Vurderinger og drøftinger\n"
    return try Sjekklistebibliotek(
      [
        .init(sti: "saksmodell.yaml", bytes: Array(try Data(contentsOf: model))),
        .init(sti: "sviktomrader.yaml", bytes: Array(areas.utf8)),
      ], mappe: "prøve")
  }

  private static func rapport(snudd: Bool = false, gjenkjør: Bool = true, saker antall: Int = 7) throws
    -> Diffrapport
  {
    let library = try bibliotek()
    var lists = [
      try library.utkast("gammel.yaml", Array(gammel.utf8)), try library.utkast("ny.yaml", Array(ny().utf8)),
    ]
    if snudd { lists.reverse() }
    let records = saker.prefix(antall).enumerated().map { index, events in
      """
      {"format":"sak/1","sak":"S-000\(index + 1)","enhet":"solvik","team":"fosterhjem-1","uttrekk":"2014-12-31",\
      "opplysninger":{"sakstype":"omsorgssak","født":"2005-03"},"hendelser":{"plassering":\
      [{"fra":"2011-02-14","type":"fosterhjem","hjem":"H1"}],\(events)}}
      """
    }
    let (bunke, feil) = Saksinnlesing(modell: library.modell, vakt: { _ in nil }).les([
      .minne(navn: "saker.jsonl", bytes: Array(records.joined(separator: "\n").utf8))
    ])
    #expect(feil.isEmpty && bunke.saker.count == antall)
    let day = try #require(Dato("2014-09-30"))
    var run = Gjenkjøring(fra: lists[0], til: lists[1])
    var (before, after) = (Punktkontroll(lists[0], bunke, på: day), Punktkontroll(lists[1], bunke, på: day))
    run.kjør(&before, &after, bunke, saker: bunke.saker.indices)
    return Diffrapport(
      Sjekklistediff(fra: lists[0], til: lists[1]), library,
      gjenkjør ? .init(run, .saker(på: day), antallFeil: 0) : nil, filer: .init(til: snudd ? nil : "ny.yaml"))
  }

  @Test func `of the checklists alone is unchanged`() throws {
    try expectFasit(try Self.rapport(gjenkjør: false).tekst(), "diff.txt")
  }

  @Test func `with what both find is unchanged, short, with all cases, with details and from the other side`()
    throws
  {
    let report = try Self.rapport()
    try expectFasit(report.tekst(), "diff-saker.txt")
    try expectFasit(report.tekst(.init(alleSaker: true)), "diff-alle-saker.txt")
    #expect(report.tekst(.init(detaljer: true)).contains(try Self.rapport(gjenkjør: false).tekst()))
    try expectFasit(try Self.rapport(snudd: true).tekst(), "diff-snudd.txt")
  }

  @Test func `as JSON is unchanged, and its keys are ASCII`() throws {
    let json = try Self.rapport().json(motor: "internkontroll 1", feil: [])
    try expectFasit(json.compactText.replacing("},{", with: "},\n{") + "\n", "diff.json")
    func keys(_ value: JSONValue) -> [String] {
      (value.members ?? []).flatMap { [$0.name] + keys($0.value) } + (value.array ?? []).flatMap(keys)
    }
    #expect(keys(json).allSatisfy { $0.utf8.allSatisfy { $0 < 128 } })
  }

  @Test func `has no line over 100 columns`() throws {
    for snudd in [false, true] {
      let report = try Self.rapport(snudd: snudd)
      for details in [false, true] {
        for all in [false, true] {
          let lines = report.tekst(.init(detaljer: details, alleSaker: all)).split(separator: "\n")
          #expect(lines.filter { $0.count > 100 } == [])
        }
      }
    }
  }

  @Test func `without any case says so`() throws {
    #expect(try Self.rapport(saker: 0).tekst().hasPrefix("Det var ingen saker å kjøre de to versjonene på."))
  }
}
