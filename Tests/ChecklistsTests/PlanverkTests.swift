import Checklists
import Testing
import Values

/// The plans, the wheel of the year and «Huset» that are shipped.
@Suite struct `The shipped plans` {
  private static func planverk() throws -> Planverk { try Prøvebibliotek.shipped().planverk() }

  private static func plan(_ id: String) throws -> Plan {
    try #require(try planverk().planer.first { $0.id == id })
  }

  /// Counted by hand in the two sources: rows, bullets, and what stands in the cells.
  @Test func `carry every row and every bullet of the progress plan`() throws {
    let plan = try Self.plan("fremdriftsplan-2014")
    #expect(plan.slag == .fremdriftsplan)
    #expect(plan.rader.map(\.nr) == ["1", nil, "2", "3", "4", "5", "6", "7", "8", "9"])
    #expect(plan.rader.map(\.tiltak.count) == [6, 2, 3, 1, 1, 2, 1, 1, 1, 1])
    #expect(plan.tiltak.count == 19)
    #expect(plan.rader.compactMap(\.sviktområde) == Array(1...9))
    #expect(plan.dato == Dato("2014-05-26") && plan.innsendes == Dato("2014-05-30"))
    #expect(plan.mottaker == "Fylkesmannen i Oslo og Akershus, Barne- og familieseksjonen")
    let start = try #require(Dato("2014-05-31"))
    let autumn = try #require(Dato("2014-09-30"))
    let newYear = try #require(Dato("2014-12-31"))
    let summer = try #require(Dato("2015-06-30"))
    #expect(plan.rader[0].iverksettes == [.dag(start), .dag(autumn)])
    #expect(plan.rader[1].iverksettes == [.pågår, .dag(autumn)])
    #expect(plan.rader[1].evalueres == [.dag(newYear), .dag(summer)])
    #expect(plan.rader[2].evalueres.count == 1)
    guard case .jevnlig(måneder: 2, _) = plan.rader[2].evalueres.first else {
      Issue.record("failure area 2 is evaluated every second month")
      return
    }
    for row in plan.rader[3...] {
      #expect(row.iverksettes == [.dag(row.nr == "5" ? autumn : start)])
      #expect(row.evalueres == [.dag(newYear)])
    }
    #expect(
      plan.rader.map { $0.ansvarlig.joined(separator: " ") }.filter { $0 == "avdelingssjef" }.count == 1)
    let references = plan.tiltak.filter { !$0.se.isEmpty }
    #expect(references.map(\.id) == ["3.1", "4.1", "6.1", "7.1", "8.1", "9.1"])
    #expect(references.allSatisfy { $0.se == ["1.1", "1.2"] })
  }

  /// Words of the source that decide what is asked for; where a choice is ours, a note says so.
  @Test(arguments: [
    ("1", "Eksisterende rutiner og prosedyrer"), ("1.2", "aktuelle prosedyrer"),
    ("5.1", "eksisterende prosedyrer"),
    ("7", "som planlagt"), ("7", "delmål skal endres eller opprettholdes"),
    ("9", "ved besøk i fosterhjemmet"),
    ("9", "samtaler med fosterbarnet"),
  ])
  func `keep the words of the progress plan`(id: String, words: String) throws {
    let plan = try Self.plan("fremdriftsplan-2014")
    let row = plan.rader.first { $0.id == id }?.tekst
    let text = try #require(row ?? plan.tiltak.first { $0.id == id }?.tekst)
    #expect(text.contains(words))
  }

  @Test func `tell where a reading is ours`() throws {
    let measures = try Self.planverk().planer.flatMap(\.tiltak)
    func note(_ id: String) -> String { measures.first { $0.id == id }?.merknadOmKilden ?? "" }
    #expect(note("1.6").contains("desember 2014"))
    #expect(note("2.2").contains("vårt valg"))
    #expect(note("2.1.1").contains("2.1.2"))
    let fagdag = try #require(measures.first { $0.id == "1.6" })
    let december = try #require(Datoomfang(iso: "2014-12"))
    #expect(fagdag.iverksettes == [.måned(december)])
  }

  @Test func `carry every aim, bullet, deadline and status of the action plan`() throws {
    let plan = try Self.plan("handlingsplan-2012-2015")
    #expect(plan.slag == .handlingsplan)
    #expect(plan.hovedmål.map(\.id) == ["1", "2", "3", "4"])
    #expect(
      plan.rader.map(\.nr) == ["1.1", "1.2", "1.3", "1.4", "1.5", "2.1", "2.2", "3.1", "3.2", "4.1"])
    #expect(plan.rader.map(\.tiltak.count) == [2, 2, 2, 1, 2, 2, 3, 2, 2, 5])
    #expect(plan.tiltak.count == 23)
    #expect(plan.tiltak.reduce(0) { $0 + $1.underpunkter.count } == 2)
    let words = plan.tiltak.compactMap(\.status)
    #expect(words.count { $0 == .ferdig } == 12)
    #expect(words.count { $0 == .pågår } == 10)
    #expect(words.count { $0 == .mangler } == 1)
    let days = plan.tiltak.map { $0.iverksettes.first?.dag?.description ?? "" }
    let expected = [
      "2012-12-30", "2012-12-30", "2013-06-30", "2012-06-30", "2013-06-30", "2012-12-31", "2012-06-30",
      "2012-12-31", "", "2013-06-30", "2012-12-31", "2012-12-31", "2012-12-31", "2012-12-31", "2012-12-31",
      "2013-06-30", "2012-12-31", "2012-12-31", "2012-12-31", "2012-12-31", "2012-12-31", "2013-06-30",
      "2013-06-30",
    ]
    #expect(days == expected)
    #expect(plan.tiltak.reduce(0) { $0 + $1.merknader.count } == 20)
    let slip = try #require(plan.tiltak.first { $0.id == "3.2.1" })
    #expect(slip.merknader.contains { $0.contains("november 2011") } && slip.merknadOmKilden != nil)
  }

  /// A fault here would be told by `validate`; this says that there is something to link to.
  @Test func `link to points, procedures and sign-offs`() throws {
    let verk = try Self.planverk()
    let rows = verk.planer.flatMap(\.rader)
    #expect(rows.count { !$0.punkter.isEmpty } == 7)
    #expect(rows.count { !$0.prosedyrer.isEmpty } == 11)
    #expect(rows.count { !$0.årshjul.isEmpty } == 12)
  }

  @Test func `stand beside a wheel of the year with all three kinds, also outside the child welfare service`()
    throws
  {
    let wheel = try #require(try Self.planverk().årshjul)
    #expect(Set(wheel.oppføringer.map(\.slag)) == Set(Hjulslag.allCases))
    let others = Set(wheel.tjenestesteder.filter { !$0.erBarnevern }.map(\.id))
    #expect(wheel.oppføringer.contains { !others.isDisjoint(with: $0.tjenestesteder) })
    #expect(
      wheel.oppføringer.first { $0.id == "gjennomgang-vold" }?.navn
        == "Ansattes plikt til handling ved bekymring om vold i nære relasjoner")
  }

  @Test func `stand beside a house that says that it is made up`() throws {
    let house = try #require(try Self.planverk().hus)
    #expect(house.merknad.contains("diktet") && house.merknad.contains("Solvik"))
    #expect(house.trinn.map(\.trinn) == Array(1...4))
    for step in house.trinn { #expect(house.tjenester.contains { $0.trinn.contains(step.trinn) }) }
  }

  /// Plans hinder no control: the library is read although they are faulty, and their faults are told.
  @Test func `can be faulty without standing in the way of a control`() throws {
    var files = try Prøvebibliotek.filer()
    files.append(.init(sti: "planer/ny.yaml", bytes: Array("plan: ny\n".utf8)))
    let library = try Sjekklistebibliotek(files, mappe: "Checklists")
    let faults = Gransking(library, på: .årsslutt(2026)).feil
    #expect(!faults.isEmpty && faults.allSatisfy { $0.fil == "Checklists/planer/ny.yaml" })
    #expect(throws: Definisjonsfeilene.self) { try library.planverk() }
  }

  @Test func `have no other file beside them that nothing reads`() throws {
    var files = try Prøvebibliotek.filer()
    files.append(.init(sti: "planer/ny.yml", bytes: []))
    files.append(.init(sti: "planer/gamle/ny.yaml", bytes: []))
    let library = try Sjekklistebibliotek(files, mappe: "Checklists")
    let faults = Gransking(library, på: .årsslutt(2014)).feil
    #expect(faults.map(\.kode) == ["IK239", "IK239"])
  }
}
