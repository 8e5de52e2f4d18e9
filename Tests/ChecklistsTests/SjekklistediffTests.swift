import RuleLanguage
import Testing

@testable import Checklists

@Suite struct `A comparison of two versions` {
  /// What was edited, the edits, and every difference that they must give.
  private static let tabell: [(hva: String, [Diffprøve.Redigering], [String])] = [
    (
      "white space, symbols and parentheses of a rule",
      [.init("besøk er minst besøk_per_år", "( besøk   ≥ besøk_per_år )")], []
    ),
    (
      "line breaks of a text", [.init("Saken er ikke drøftet.", ">-\n      Saken er\n      ikke drøftet.")],
      []
    ),
    ("the question", [.init("mange nok besøk", "nok besøk")], ["A endret spørsmål"]),
    (
      "when it applies", [.init("i_hjem dekker kontrolldatoen", "i_hjem dekker siste 12 måneder")],
      ["A endret gjelder når"]
    ),
    (
      "that it applies always", [.init("    gjelder når: i_hjem dekker kontrolldatoen\n", "")],
      ["A endret gjelder når"]
    ),
    (
      "the requirement", [.init("besøk er minst besøk_per_år", "besøk er mer enn besøk_per_år")],
      ["A endret krav"]
    ),
    (
      "a requirement on all, whose built-in condition is no part of the author's words",
      [.init("alle oppfølgingsbesøk siste 12", "alle oppfølgingsbesøk siste 6")], ["C endret krav"]
    ),
    ("the norm", [.init("siste 6 måneder der (konklusjon)", "siste 6 måneder")], ["B endret norm"]),
    (
      "a norm that became a requirement", [.init("    norm: finnes", "    krav: finnes")],
      ["B endret krav norm"]
    ),
    (
      "what a breach is", [.init("    krav: besøk er", "    ved brudd: merknad\n    krav: besøk er")],
      ["A endret ved brudd"]
    ),
    (
      "the kind of requirement", [.init("kravtype: egen prosedyre", "kravtype: faglig norm")],
      ["B endret kravtype"]
    ),
    ("how serious it is", [.init("alvorlighet: kritisk", "alvorlighet: høy")], ["D endret alvorlighet"]),
    ("the legal basis", [.init("[FOR-1, FOR-2]", "[FOR-3, FOR-1]")], ["A endret +FOR-3 -FOR-2"]),
    ("the order of the legal basis", [.init("[FOR-1, FOR-2]", "[FOR-2, FOR-1]")], []),
    ("the procedure", [.init("    prosedyre: drøfting\n", "")], ["B endret prosedyre"]),
    ("the guidance", [.init("Les de to siste.", "Les de tre siste.")], ["D endret veiledning"]),
    (
      "an example for the person who judges",
      [.init("    veiledning: Les", "    godt eksempel: Vi så på tre ting.\n    veiledning: Les")],
      ["D endret godt eksempel"]
    ),
    (
      "who judges", [.init("vurderes av: kontrolløren", "vurderes av: teamlederen")],
      ["D endret vurderes av"]
    ),
    ("the finding", [.init("Saken er ikke drøftet.", "Saken er ikke drøftet nok.")], ["B endret funn"]),
    (
      "several parts at once",
      [.init("Er saken drøftet?", "Er den drøftet?"), .init("alvorlighet: middels", "alvorlighet: lav")],
      ["B endret spørsmål alvorlighet"]
    ),
    ("the failure area", [.init("sviktområde: 3", "sviktområde: 4")], ["A flyttet sviktområde"]),
    (
      "the failure area and the rule",
      [.init("sviktområde: 3", "sviktområde: 4"), .init("er minst besøk", "er mer enn besøk")],
      ["A endret sviktområde krav"]
    ),
    (
      "the order of the points",
      [
        .init(Diffprøve.punkt("A") + "\n", ""),
        .init(Diffprøve.punkt("D"), Diffprøve.punkt("D") + "\n" + Diffprøve.punkt("A")),
      ],
      ["A flyttet plass"]
    ),
    (
      "a point that came in between",
      [
        .init(
          "- id: B",
          "- id: NY\n    spørsmål: Er B ny?\n"
            + Diffprøve.punkt("B")
            .split(separator: "\n").dropFirst(2).joined(separator: "\n") + "\n  - id: B")
      ], ["NY ny"]
    ),
    ("a point that went", [.init(Diffprøve.punkt("B") + "\n", "")], ["B trukket_tilbake"]),
    ("the id", [.init("id: B", "id: BB")], ["BB ny", "B trukket_tilbake"]),
    (
      "a definition that a rule and a definition use", [.init("der (type er fosterhjem)", "")],
      ["A endret gjennom i_hjem", "definisjon i_hjem endret"]
    ),
    (
      "a definition used through another", [.init("dager i fjor med", "dager siste 12 måneder med")],
      ["A endret gjennom besøk", "definisjon besøk endret"]
    ),
    (
      "only how a definition is spoken of", [.init("omtale: besøkene", "omtale: alle besøk")],
      ["definisjon besøk endret"]
    ),
    (
      "a definition that nobody uses", [.init("definer:\n", "definer:\n  ledig: kontrolldatoen\n")],
      ["definisjon ledig ny"]
    ),
    (
      "a definition that only a placeholder shows",
      [
        .init("definer:\n", "definer:\n  ledig: antall drøfting\n"),
        .init("Saken er ikke drøftet.", "Saken er drøftet {ledig} ganger."),
      ],
      ["B endret funn", "definisjon ledig ny"]
    ),
    (
      "a parameter's value", [.init("verdi: 4", "verdi: 5")],
      ["A endret gjennom besøk_per_år", "parameter besøk_per_år endret"]
    ),
    (
      "a parameter's later value",
      [.init("hjemmel: FOR-1}", "hjemmel: FOR-1}\n    - {fra: 2014-01-01, verdi: 5}")],
      ["A endret gjennom besøk_per_år", "parameter besøk_per_år endret"]
    ),
    (
      "a parameter's legal basis", [.init("verdi: 4, hjemmel: FOR-1", "verdi: 4, hjemmel: FOR-2")],
      ["parameter besøk_per_år endret"]
    ),
    (
      "a name that was a parameter and is a definition",
      [
        .init("parametre:\n  besøk_per_år:\n    - {fra: 2004-01-01, verdi: 4, hjemmel: FOR-1}\n", ""),
        .init("definer:\n", "definer:\n  besøk_per_år: 4 + 1\n"),
      ],
      [
        "A endret gjennom besøk_per_år", "definisjon besøk_per_år ny",
        "parameter besøk_per_år trukket tilbake",
      ]
    ),
    (
      "an example", [.init("sak: {}, utfall: avvik", "sak: {født: 2004-05}, utfall: avvik")],
      ["A eksempler +0 -0 ~1"]
    ),
    (
      "the name of an example", [.init("navn: ingen drøfting", "navn: ikke drøftet")],
      ["B eksempler +1 -1 ~0"]
    ),
    ("the days it is in force", [.init("{fra: 2014-01-01}\nparametre", "{fra: 2015-01-01}\nparametre")], []),
  ]

  @Test(arguments: tabell.indices)
  func `tells exactly what was edited`(_ row: Int) throws {
    let (hva, edits, expected) = Self.tabell[row]
    let diff = Sjekklistediff(fra: try Diffprøve.sjekkliste(), til: try Diffprøve.sjekkliste(edits))
    #expect(diff.linjer == expected, "\(hva)")
  }

  @Test func `shows each part as it was and as it is`() throws {
    let diff = Sjekklistediff(
      fra: try Diffprøve.sjekkliste(),
      til: try Diffprøve.sjekkliste([
        .init("    norm: finnes drøfting siste 6", "    krav: finnes drøfting siste 9")
      ]))
    let point = try #require(diff.punkter(.endret).first)
    #expect(
      point.deler == [
        Delendring(del: .krav, før: nil, etter: "finnes drøfting siste 9 måneder der (konklusjon)"),
        Delendring(del: .norm, før: "finnes drøfting siste 6 måneder der (konklusjon)", etter: nil),
      ])
  }

  /// Edits that can be made together in any order.
  private static let løse: [Diffprøve.Redigering] = [
    .init("mange nok besøk", "nok besøk"), .init("siste 6 måneder der (konklusjon)", "siste 9 måneder"),
    .init("verdi: 4", "verdi: 5"), .init("der (type er fosterhjem)", ""), .init("id: C", "id: CC"),
    .init("sviktområde: 3", "sviktområde: 4"), .init("[FOR-1, FOR-2]", "[FOR-3]"),
    .init("omtale: besøkene", "omtale: alle besøk"), .init("navn: ingen drøfting", "navn: annet"),
    .init("definer:\n", "definer:\n  ledig: kontrolldatoen\n"),
  ]

  @Test(arguments: 0..<40)
  func `is empty of a version and itself, and mirrors when the versions change sides`(_ seed: UInt64) throws {
    var terning = Terning(frø: seed)
    func version() throws -> Sjekkliste {
      try blandet(Diffprøve.sjekkliste(Self.løse.filter { _ in terning.tall(0...1) == 1 }), &terning)
    }
    let (a, b) = (try version(), try version())
    #expect(Sjekklistediff(fra: a, til: a).linjer == [])
    #expect(Sjekklistediff(fra: a, til: a).erTom)
    #expect(Sjekklistediff(fra: a, til: b).speilet.sortert == Sjekklistediff(fra: b, til: a).sortert)
  }

  private func blandet(_ liste: Sjekkliste, _ terning: inout Terning) -> Sjekkliste {
    var copy = liste
    for index in copy.punkter.indices.dropLast() {
      let other = terning.tall(index...(copy.punkter.count - 1))
      copy.punkter.swapAt(index, other)
      copy.kilde.regler.swapAt(index, other)
    }
    return copy
  }

  @Test
  func
    `the revision of the progress plan keeps the four points, one with a definition changed, three with a sentence, and adds 27`()
    throws
  {
    let library = try Prøvebibliotek.shipped()
    let diff = Sjekklistediff(
      fra: try #require(library.sjekkliste("fosterhjem", versjon: "2013-01-01")),
      til: try #require(library.sjekkliste("fosterhjem", versjon: "2014-05-31")))
    #expect(diff.punkter(.ny).count == 27)
    #expect(diff.punkter(.trukketTilbake).isEmpty)
    #expect(
      diff.punkter(.endret).map(\.id) == ["OB-ANTALL", "OP-FORELOPIG", "FA-GJENNOMGATT", "TP-FINNES"])
    #expect(diff.punkter(gjennom: "redusert") == ["OB-ANTALL"])
    #expect(diff.punkter(.uendret).isEmpty)
  }

  @Test func `a draft may have any file name and any days, and its faults are told with their places`() throws
  {
    let library = try Prøvebibliotek.shipped()
    let broken = Diffprøve.tekst.replacing("er minst besøk_per_år", with: "er minst besøk_per_aar")
    let error = #expect(throws: Definisjonsfeilene.self) {
      try library.utkast("et/utkast.yaml", Array(broken.utf8))
    }
    #expect(error?.feil.map(\.fil).first == "et/utkast.yaml")
    #expect(error?.feil.contains { $0.linje == 20 } == true)
  }
}
