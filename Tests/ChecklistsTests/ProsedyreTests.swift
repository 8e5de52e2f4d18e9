import Checklists
import Testing
import Values

/// The procedures that points belong to, and the records that persons compare with.
@Suite struct `The procedures` {
  typealias Grunn = `The ground a point rests on`
  typealias Funn = Grunn.Funn

  private static func punkt(_ prosedyre: String) -> String {
    Grunn.sjekkliste(rest: "prosedyre: \(prosedyre)\n    krav: finnes vedtak")
  }

  @Test func `are read with their versions`() throws {
    let library = try Grunn.bibliotek(Self.punkt("besøk"), prosedyrer: Grunn.prosedyrer)
    let visits = try #require(library.prosedyrer.first)
    #expect(library.prosedyrer.map(\.id) == ["besøk", "samtale"])
    #expect(visits.valgtForMelding && visits.hjemmel == ["GAMMEL", "NY"])
    #expect(visits.avvik.map(\.tekst) == ["Barnet fikk ikke besøk."])
    #expect(library.prosedyrer.map { $0.avvik.flatMap(\.punkter) } == [["P"], []])
    for (day, version) in [
      ("2023-02-28", nil), ("2023-03-01", "1"), ("2025-02-28", "1"), ("2025-03-01", "2"),
    ] {
      #expect(visits.versjon(på: try #require(Dato(day)))?.versjon == version)
    }
    #expect(visits.revideresSenest == Dato("2027-03-01"))
  }

  @Test func `of points must exist`() throws {
    let error = try #require(throws: Definisjonsfeilene.self) {
      try Grunn.bibliotek(Self.punkt("besøkk"), prosedyrer: Grunn.prosedyrer)
    }
    #expect(error.feil.map(Funn.init) == [Funn("IK219", Grunn.liste, 12, 16)])
    #expect(error.feil.first?.forslag == "besøk")
    #expect(try Grunn.feil(Self.punkt("besøkk")) == [])
  }

  @Test(
    arguments: [
      ("  - id: samtale", "  - id: besøk", "IK215", 15, 9),
      ("        valgt for melding: ja\n".dropFirst(4), "", "IK220", 2, 3),
      ("valgt for melding: ja", "valgt for melding: nei", "IK220", 2, 3),
      ("valgt for melding: ja", "valgt for melding: jo", "IK023", 8, 24),
      ("fra: 2025-03-01", "fra: 2023-03-01", "IK221", 11, 27),
      ("punkter: [P]", "punkter: [P, PP]", "IK027", 14, 22),
      ("hjemmel: [GAMMEL, NY]", "hjemmel: [GAMMEL, NYE]", "IK209", 5, 23),
      ("    formål: Barnet skal få besøk.\n", "", "IK022", 2, 5),
      ("        punkter: [P]\n", "        punkt: [P]\n", "IK021", 14, 9),
    ] as [(Substring, String, String, Int, Int)])
  func `are written whole`(old: Substring, new: String, code: String, line: Int, column: Int) throws {
    let text = Grunn.prosedyrer.replacing(old, with: new, maxReplacements: 1)
    #expect(text != Grunn.prosedyrer)
    #expect(try Grunn.feil(prosedyrer: text) == [Funn(code, "prosedyrer.yaml", line, column)])
  }

  @Test func `are due for revision two years after the latest version`() throws {
    let library = try Grunn.bibliotek(
      register: Grunn.register.replacing("kontrolleresSenest: 202", with: "kontrolleresSenest: 204"),
      prosedyrer: Grunn.prosedyrer)
    #expect(library.advarsler(på: try #require(Dato("2027-03-01"))) == [])
    let found = library.advarsler(på: try #require(Dato("2027-03-02")))
    #expect(found.map(Funn.init) == [Funn("IK222", "prosedyrer.yaml", 11, 27)])
    #expect(found.allSatisfy { $0.alvor == .warning && $0.melding.contains("«besøk»") })
  }

  @Test(arguments: [
    ([], ["«godt eksempel» and «svakt eksempel»"]), (["godt"], ["«svakt eksempel»"]),
    (["svakt"], ["«godt eksempel»"]), (["godt", "svakt"], []),
  ])
  func `a point for a person without records to compare with is a warning`(
    given: [String], missing: [String]
  ) throws {
    let lines = ["vurderes av: kontrolløren", "veiledning: Les."] + given.map { "\($0) eksempel: Noe." }
    let library = try Grunn.bibliotek(Grunn.sjekkliste(rest: lines.joined(separator: "\n    ")))
    let found = library.advarsler(på: .nyttår(2014))
    #expect(found.map(Funn.init) == missing.map { _ in Funn("IK223", Grunn.liste, 6, 5) })
    #expect(found.map(\.melding) == missing.map { "P is for a person and has no \($0)." })
    let point = try #require(library.sjekklister.first?.punkter.first)
    #expect((point.godtEksempel != nil) == given.contains("godt"))
    #expect((point.svaktEksempel != nil) == given.contains("svakt"))
  }

  // MARK: What is shipped

  @Test func `and the law that are shipped need no look in 2026, and all of it in 2035`() throws {
    let library = try Prøvebibliotek.shipped()
    #expect(library.advarsler(på: try #require(Dato("2026-11-22"))) == [])
    let found = library.advarsler(på: .nyttår(2035))
    #expect(found.count == library.hjemler.count + library.prosedyrer.count)
    for id in library.hjemler.map(\.id) + library.prosedyrer.map({ "«\($0.id)»" }) {
      #expect(found.contains { $0.melding.contains(id) && $0.alvor == .warning }, "\(id)")
    }
    let first = try #require(library.hjemler.min { $0.kontrolleresSenest < $1.kontrolleresSenest })
    #expect(first.kontrolleresSenest >= .nyttår(2027) && first.sikkerhet.map(\.er) == [.fraHukommelsen])
  }

  @Test func `that are shipped are those of the plan, which existed before it, and were revised in 2014`()
    throws
  {
    let library = try Prøvebibliotek.shipped()
    let chosen = library.prosedyrer.filter(\.valgtForMelding).map(\.id)
    #expect(chosen == ["gjennomføring-av-oppfølgingsbesøk", "barns-medvirkning-i-barnevernsaker"])
    for procedure in library.prosedyrer {
      for (day, version) in [("2011-12-31", nil), ("2014-05-26", "1"), ("2014-09-30", "2")] {
        #expect(procedure.versjon(på: try #require(Dato(day)))?.versjon == version, "\(procedure.id) \(day)")
      }
    }
    let reporting = ["handling-ved-bekymring-om-vold", "melding-til-barnevernet"]
    for procedure in library.prosedyrer where reporting.contains(procedure.id) {
      #expect(
        procedure.hjemmel.contains("LOV-1992-100-6-4") && procedure.hjemmel.contains("LOV-2021-97-13-2"))
    }
    // Every point that belongs to a procedure measures an avvik on it.
    for point in library.sjekklister.flatMap(\.punkter) {
      let owner = library.prosedyrer.first { $0.id == point.prosedyre }
      #expect(owner?.avvik.contains { $0.punkter.contains(point.id) } == true, "\(point.id)")
    }
  }
}
