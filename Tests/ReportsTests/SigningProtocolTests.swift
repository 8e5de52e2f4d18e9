import Foundation
import Markup
import Quality
import Reports
import RuleEngine
import Testing
import Values

@Suite struct `The protocol that a leader signs` {
  private static let locked = Result { try ControlByVerbs.control(answered: true) }
  private static let draft = Result { try ControlByVerbs.control(answered: false) }

  @Test func `is unchanged, in every edition`() throws {
    let (locked, draft) = (try Self.locked.get(), try Self.draft.get())
    try expectFasit(Protokoll(locked).html, "protokoll.html")
    try expectFasit(Protokoll(draft).html, "protokoll-utkast.html")
    try expectFasit(Protokoll(locked, .full).html, "protokoll-full.html")
    try expectFasit(Worklist(locked).html, "arbeidsliste.html")
    try expectFasit(Worklist(locked).csv, "arbeidsliste.csv")
  }

  @Test func `shows forecast, waiver and where to look, as the verbs store them`() throws {
    let control = try Self.locked.get()
    let points = control.saker.flatMap(\.punkter)
    let forecasts = points.filter { $0.vurdering.prognose != nil }
    #expect(!forecasts.isEmpty)
    for edition in [Protokoll.Edition.signing, .full] {
      let html = Protokoll(control, edition).html
      for standing in control.findings {
        if let forecast = standing.punkt.vurdering.prognose { #expect(html.contains(forecast.setning)) }
        if let document = standing.punkt.dokument { #expect(html.contains("Se \(document).")) }
      }
      #expect(
        html.contains("Unntak til og med 31. desember 2014, gitt av barnevernleder: Barnet har bedt om ro"))
    }
    for point in forecasts {
      #expect(Protokoll(control, .full).html.contains(try #require(point.vurdering.prognose).setning))
    }
  }

  @Test func `begins with the conclusion and the code, and has every finding with its sentence`() throws {
    let control = try Self.locked.get()
    let html = Protokoll(control).html
    let code = try #require(control.journalkode)
    let conclusion = try #require(html.firstRange(of: "Konklusjon</h2>")).lowerBound
    let cases = try #require(html.firstRange(of: "2 Sakene</h2>")).lowerBound
    #expect(conclusion < (try #require(html.firstRange(of: code)).lowerBound))
    #expect(try #require(html.firstRange(of: code)).lowerBound < cases)
    for standing in control.findings { #expect(html.contains(standing.funntekst), "\(standing.punkt.id)") }
    #expect(html.contains("gir grunn til bekymring for barnet nå. Følg den opp i dag."))
  }

  @Test func `names no other child than the two that were drawn`() throws {
    let control = try Self.locked.get()
    let others = Set(try #require(control.saksliste).ramme.ids).subtracting(control.trukne)
    #expect(others.count == 10)
    for edition in [Protokoll.Edition.signing, .full] {
      let html = Protokoll(control, edition).html
      for id in others { #expect(!html.contains(id), "\(id)") }
      #expect(html.contains("Arbeidsliste for teamet"))
    }
  }

  @Test func `every finding in another case stands in the worklist, page and table`() throws {
    let control = try Self.locked.get()
    let findings = try #require(control.alleSaker).avvik(utenom: control.trukne)
    #expect(findings.count > 5)
    let list = Worklist(control)
    for finding in findings {
      #expect(list.html.contains(finding.sak))
      #expect(list.html.contains(finding.setning))
      #expect(list.csv.contains("\(finding.sak);\(finding.punkt);"))
    }
    #expect(list.csv.split(separator: "\r\n").count == findings.count + 1)
    for drawn in control.trukne { #expect(!list.html.contains(drawn) && !list.csv.contains(drawn)) }
  }

  @Test func `draws what counts apart from what does not, in the rule's own days`() throws {
    let control = try Self.draft.get()
    let day = try #require(control.saksliste).kontrolldato
    let points = control.saker.flatMap(\.punkter)
    let visits = try #require(points.first { $0.id == "OB-LOPENDE" && $0.vurdering.utfall == .merknad })
    let line = Timeline(visits, på: day, id: "t")
    #expect(line.window == Periode(try #require(Dato("2013-09-30")), day))
    let lane = try #require(visits.tidsspor.first { $0.navn == "oppfølgingsbesøk" })
    #expect(!lane.counted.isEmpty && !lane.notCounted.isEmpty)
    #expect(Set(lane.counted).isDisjoint(with: lane.notCounted))
    let figure = try #require(line.html).dokument
    #expect(figure.components(separatedBy: "f-fylt").count - 1 == lane.counted.count)
    #expect(figure.components(separatedBy: "f-apen").count - 1 == lane.notCounted.count)
    #expect(line.inWords.contains("Teller ikke: oppfølgingsbesøk"))
  }
}
