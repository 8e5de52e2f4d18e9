import RuleEngine
import Testing
import Values

@Suite struct `Stays, frequencies and shares of a year` {
  @Test(
    arguments: [
      // placements, first day of the stay on 30 September 2014
      ([("2010-03-01", "2014-05-31", "H1", false), ("2014-06-01", nil, "H1", false)], "2010-03-01"),
      ([("2010-03-01", "2014-05-31", "H1", false), ("2014-06-01", nil, "H2", false)], "2014-06-01"),
      ([("2010-03-01", "2014-05-31", "H1", false), ("2014-06-01", nil, "H2", true)], "2010-03-01"),
      // A day between is a new stay, even in the same home or with the same foster parents.
      ([("2010-03-01", "2014-05-31", "H1", false), ("2014-06-02", nil, "H1", false)], "2014-06-02"),
      ([("2010-03-01", "2014-05-31", "H1", false), ("2014-06-02", nil, "H2", true)], "2014-06-02"),
      // Chains are joined through what lies between.
      (
        [
          ("2010-03-01", "2012-05-31", "H1", false), ("2012-06-01", "2014-01-31", "H1", false),
          ("2014-02-01", nil, "H2", true),
        ], "2010-03-01"
      ),
      // The field stands on the later one: on the earlier it joins nothing.
      ([("2010-03-01", "2014-05-31", "H1", true), ("2014-06-01", nil, "H2", false)], "2014-06-01"),
      // Both from the same day: either may be the one that moved.
      ([("2010-03-01", nil, "H1", false), ("2010-03-01", "2014-05-31", "H2", true)], "2010-03-01"),
    ] as [([(String, String?, String, Bool)], String)])
  func `placements are joined to one stay in a home`(
    placements: [(String, String?, String, Bool)], start: String
  ) throws {
    let list = placements.map { Tidstabell.hjem($0.0, $0.1, $0.2, flyttet: $0.3) }.joined(separator: ", ")
    let sak = try Tidstabell.sak(["plassering": list])
    #expect(try Tidstabell.verdi("hjemopphold.fra", sak, på: "2014-09-30") == start)
  }

  @Test func `two homes from one day, moved together, are one stay from either side`() throws {
    for (first, second) in [(true, false), (false, true)] {
      let sak = try Tidstabell.sak([
        "plassering": Tidstabell.hjem("2013-01-01", nil, "H1", flyttet: first) + ", "
          + Tidstabell.hjem("2013-01-01", "2013-06-30", "H2", flyttet: second) + ", "
          + Tidstabell.hjem("2012-01-01", "2012-12-31", "H2")
      ])
      #expect(try Tidstabell.verdi("hjemopphold.fra", sak, på: "2014-09-30") == "2012-01-01")
    }
  }

  @Test(arguments: [
    ("2013-06-30", Sannhet.nei), ("2013-07-01", .ja), ("2014-02-28", .ja), ("2014-03-01", .nei),
  ])
  func `a frequency lasts until the next entry of any kind`(day: String, answer: Sannhet) throws {
    let sak = try Tidstabell.sak([
      "plassering": Tidstabell.hjem("2010-03-01"),
      "frekvens": "{\"dato\": \"2013-07-01\", \"kode\": 2}, {\"dato\": \"2014-03-01\", \"kode\": 4}",
    ])
    #expect(
      try Tidstabell.sant("perioder med frekvens der (kode er 2) dekker \(day)", sak, på: "2014-09-30")
        == answer)
  }

  @Test(arguments: [("2014-05-31", Sannhet.ja), ("2014-06-01", .nei)])
  func `a frequency ends with the stay it falls in`(day: String, answer: Sannhet) throws {
    let sak = try Tidstabell.sak([
      "plassering": Tidstabell.hjem("2010-03-01", "2014-05-31") + ", "
        + Tidstabell.hjem("2014-06-01", nil, "H2"),
      "frekvens": "{\"dato\": \"2013-07-01\", \"kode\": 2}",
    ])
    #expect(try Tidstabell.sant("perioder med frekvens dekker \(day)", sak, på: "2014-09-30") == answer)
  }

  @Test func `an entry outside every stay has no effect, and a later one is not known yet`() throws {
    let outside = try Tidstabell.sak([
      "plassering": Tidstabell.hjem("2014-01-01"), "frekvens": "{\"dato\": \"2013-07-01\", \"kode\": 2}",
    ])
    #expect(try Tidstabell.sant("perioder med frekvens dekker 2014-02-01", outside, på: "2014-09-30") == .nei)
    let later = try Tidstabell.sak([
      "plassering": Tidstabell.hjem("2010-03-01"),
      "frekvens": "{\"dato\": \"2013-07-01\", \"kode\": 2}, {\"dato\": \"2014-03-01\", \"kode\": 4}",
    ])
    let rule = "perioder med frekvens der (kode er 2) dekker kontrolldatoen"
    #expect(try Tidstabell.sant(rule, later, på: "2014-02-28") == .ja)
    #expect(try Tidstabell.sant(rule, later, på: "2014-03-01") == .nei)
  }

  /// «rundet ned (sum + 0,05)», the requirement on visits of the year before.
  static let krav = """
    besøk_per_år * andel av fjoråret med (perioder med plassering) \
    - (besøk_per_år - redusert_besøk_per_år) * andel av fjoråret med \
    ((perioder med plassering) samtidig med (perioder med frekvens der (kode er 2)))
    """

  @Test(
    arguments: [
      // placements, frequency, control date, requirement, raw value between (thousandths)
      ("2010-03-01", nil, nil, "2014-01-31", "4", 3_999, 4_001),
      ("2013-03-01", nil, nil, "2014-01-31", "3", 3_352, 3_354),
      ("2013-10-01", nil, nil, "2014-01-31", "1", 1_008, 1_009),
      ("2013-12-01", nil, nil, "2014-01-31", "0", 339, 340),
      ("2010-03-01", nil, "2014-07-01", "2015-01-31", "3", 2_991, 2_993),
      ("2010-03-01", "2025-05-31", "2023-01-01", "2026-01-31", "3", 3_172, 3_174),
    ] as [(String, String?, String?, String, String, Int, Int)])
  func `the requirement follows the days in the home`(
    from: String, moved: String?, reduced: String?, day: String, requirement: String, low: Int, high: Int
  ) throws {
    var homes = Tidstabell.hjem(from, moved)
    if moved != nil { homes += ", " + Tidstabell.hjem("2025-06-01", nil, "H2") }
    let sak = try Tidstabell.sak(
      ["plassering": homes, "frekvens": reduced.map { "{\"dato\": \"\($0)\", \"kode\": 2}" } ?? ""],
      født: "2015-05")
    #expect(try Tidstabell.verdi("rundet ned (\(Self.krav) + 0,05)", sak, på: day) == requirement)
    #expect(try Tidstabell.sant("\(Self.krav) er minst \(low) / 1000", sak, på: day) == .ja)
    #expect(try Tidstabell.sant("\(Self.krav) er høyst \(high) / 1000", sak, på: day) == .ja)
  }

  @Test func `supervision ends on the eighteenth birthday, and with a lasting stay`() throws {
    // 18 on 15 September 2025: the record knows only the month, so the day is written into the rule.
    let grown = try Tidstabell.sak(["plassering": Tidstabell.hjem("2015-01-01")], født: "2007-09")
    let share = "tilsyn_per_år * andel av fjoråret med (perioder med plassering samtidig med før 2025-09-15)"
    #expect(try Tidstabell.verdi("rundet ned (\(share) + 0,05)", grown, på: "2026-01-31") == "2")
    #expect(try Tidstabell.sant("\(share) er minst 2815 / 1000", grown, på: "2026-01-31") == .ja)
    #expect(try Tidstabell.sant("\(share) er høyst 2817 / 1000", grown, på: "2026-01-31") == .ja)
    let month = "tilsyn_per_år * andel av fjoråret med (perioder med plassering før fylte 18 år)"
    #expect(try Tidstabell.verdi("rundet ned (\(month) + 0,05)", grown, på: "2026-01-31") == "2–3")

    let lasting = try Tidstabell.sak(
      ["plassering": Tidstabell.hjem("2015-01-01"), "varig": "{\"fra\": \"2026-03-01\"}"], født: "2012-09")
    let mixed = """
      4 * andel av fjoråret med (perioder med plassering uten perioder med varig) \
      + 2 * andel av fjoråret med (perioder med plassering samtidig med perioder med varig)
      """
    #expect(try Tidstabell.verdi("rundet ned (\(mixed) + 0,05)", lasting, på: "2027-01-31") == "2")
    #expect(try Tidstabell.sant("\(mixed) er minst 2322 / 1000", lasting, på: "2027-01-31") == .ja)
    #expect(try Tidstabell.sant("\(mixed) er høyst 2324 / 1000", lasting, på: "2027-01-31") == .ja)
  }

  @Test func `a parameter has the value of its day`() throws {
    let sak = try Tidstabell.sak([:])
    #expect(try Tidstabell.verdi("tilsyn_per_år", sak, på: "2027-12-31") == "4")
    #expect(try Tidstabell.verdi("tilsyn_per_år", sak, på: "2028-01-01") == "6")
    #expect(try Tidstabell.verdi("tilsyn_per_år på fjoråret.til", sak, på: "2028-01-01") == "4")
    // Before its first value it is not known, whatever is asked of it: neither a requirement nor its opposite fails.
    let before = "tilsyn_per_år på (2004-01-01 - 1 dag)"
    for rule in ["\(before) er minst 0", "100 er minst \(before)", "ikke 100 er minst \(before)"] {
      #expect(try Tidstabell.sant(rule, sak, på: "2028-01-01") == .ukjent, "\(rule)")
      #expect(try Tidstabell.utfall(krav: rule, sak, på: "2028-01-01") == .ukjent, "\(rule)")
    }
  }

  @Test(arguments: [("2014-06-09", Sannhet.nei), ("2014-06-10", .ja), (nil, .ja)] as [(String?, Sannhet)])
  func `a visit is known from the day it was registered`(known: String?, answer: Sannhet) throws {
    let sak = try Tidstabell.sak(["besøk": "{\"dato\": \"2014-03-01\", \"registrert\": \"2014-06-10\"}"])
    #expect(try Tidstabell.sant("finnes besøk", sak, på: "2014-05-31", kjent: known) == answer)
  }

  @Test func `without a day of registration a visit is possible, and a period is known`() throws {
    let sak = try Tidstabell.sak([
      "besøk": Tidstabell.besøk("2014-03-01"), "plassering": Tidstabell.hjem("2013-01-01"),
    ])
    #expect(try Tidstabell.sant("finnes besøk", sak, på: "2014-05-31", kjent: "2014-06-10") == .ukjent)
    #expect(try Tidstabell.sant("finnes plassering", sak, på: "2014-05-31", kjent: "2014-06-10") == .ja)
  }
}

@Suite struct `Outcomes` {
  @Test(
    arguments: [
      (nil, "true", nil, Utfall.oppfylt), (nil, "false", nil, .avvik), (nil, nil, nil, .ikkeKontrollert),
      ("false", "true", nil, .ikkeAktuelt), ("false", "null", "null", .ikkeAktuelt),
      ("null", "true", nil, .ukjent),
      ("null", "false", nil, .ukjent), ("true", "null", "true", .ukjent), ("true", "true", "false", .merknad),
      ("true", "true", "null", .ukjent), ("true", "false", "null", .avvik),
      ("true", "true", "true", .oppfylt),
      ("true", nil, "false", .merknad), ("true", "null", "false", .ukjent),
    ] as [(String?, String?, String?, Utfall)])
  func `follow from when it applies, what is required, and the norm`(
    applies: String?, required: String?, norm: String?, outcome: Utfall
  ) throws {
    let days = ["2014-01-01", "2014-02-01", "2014-03-01"]
    let events = zip(days, [applies, required, norm]).map {
      "{\"dato\": \"\($0)\", \"sett\": \($1 ?? "true")}"
    }
    let sak = try Tidstabell.sak(["besøk": events.joined(separator: ", ")])
    func rule(_ index: Int) -> String { "finnes besøk mellom \(days[index]) og \(days[index]) der (sett)" }
    let found = try Tidstabell.utfall(
      gjelder: applies.map { _ in rule(0) }, krav: required.map { _ in rule(1) },
      norm: norm.map { _ in rule(2) },
      sak, på: "2014-09-30")
    #expect(found == outcome)
  }

  @Test func `a requirement on all of nothing is never fulfilled by silence`() throws {
    let empty = try Tidstabell.sak([:])
    let open = try Tidstabell.sak([:], åpen: "besøk")
    let krav = "alle besøk siste 12 måneder har (sett)"
    #expect(try Tidstabell.utfall(krav: krav, empty, på: "2014-09-30") == .ikkeAktuelt)
    #expect(try Tidstabell.utfall(krav: krav, open, på: "2014-09-30") == .ukjent)
    #expect(try Tidstabell.utfall(krav: "\(krav) og \(krav)", empty, på: "2014-09-30") == .ikkeAktuelt)
    let named = try Tidstabell.utfall(
      krav: "alle_sett", empty, på: "2014-09-30", definisjoner: [("alle_sett", krav)])
    #expect(named == .ikkeAktuelt)
  }

  @Test func `a breach is a merknad where the point says so, and til vurdering never decides`() throws {
    let sak = try Tidstabell.sak(["besøk": Tidstabell.besøk("2014-01-01")])
    #expect(try Tidstabell.utfall(krav: "ingen besøk", sak, på: "2014-09-30", vedBrudd: .merknad) == .merknad)
    #expect(try Tidstabell.utfall(krav: "til vurdering", sak, på: "2014-09-30") == .ukjent)
    #expect(try Tidstabell.utfall(krav: "ingen besøk og til vurdering", sak, på: "2014-09-30") == .avvik)
    #expect(
      try Tidstabell.utfall(krav: "finnes besøk eller til vurdering", sak, på: "2014-09-30") == .oppfylt)
  }
}

/// What is asked of one field is asked at once, so that a value that is one of some is known to be one of them.
@Suite struct `A field that may have some of its codes` {
  @Test(
    arguments: [
      ("type er fosterhjem eller type er institusjon", .ja),
      ("ikke (type er fosterhjem og type er institusjon)", .ja),
      ("type er fosterhjem eller ikke type er fosterhjem", .ja),
      ("type er fosterhjem eller flyttet", .ukjent), ("type er fosterhjem", .ukjent),
    ] as [(String, Sannhet)])
  func `is judged by all of them together`(rule: String, answer: Sannhet) throws {
    let either =
      #"{"fra": "2014-03-01", "hjem": "H1", "type": ["fosterhjem", "institusjon"], "flyttet": null}"#
    let sak = try Tidstabell.sak(["plassering": either])
    #expect(try Tidstabell.sant("finnes plassering der (\(rule))", sak, på: "2014-09-30") == answer)
    let unknown = #"{"fra": "2014-03-01", "hjem": "H1"}"#
    let open = try Tidstabell.sak(["plassering": unknown])
    let expected: Sannhet = rule.contains("type er fosterhjem eller type er institusjon") ? .ukjent : answer
    if !rule.contains("flyttet") {
      #expect(try Tidstabell.sant("finnes plassering der (\(rule))", open, på: "2014-09-30") == expected)
    }
  }
}
