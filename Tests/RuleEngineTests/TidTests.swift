import RuleEngine
import Testing
import Values

@Suite struct `Windows and days` {
  @Test(arguments: [
    // rule, visit, control date, answer
    ("finnes besøk siste 6 måneder", "2014-03-30", "2014-09-30", Sannhet.ja),
    ("finnes besøk siste 6 måneder", "2014-03-29", "2014-09-30", .nei),
    ("finnes besøk siste 12 måneder", "2013-09-30", "2014-09-30", .ja),
    ("finnes besøk siste 12 måneder", "2013-09-29", "2014-09-30", .nei),
    // 31 August + 6 months is 28 February: inside on that day, outside the day after.
    ("finnes besøk siste 6 måneder", "2013-08-31", "2014-02-28", .ja),
    ("finnes besøk siste 6 måneder", "2013-08-31", "2014-03-01", .nei),
    ("finnes besøk siste 6 måneder", "2013-08-28", "2014-02-28", .ja),
    ("finnes besøk siste 6 måneder", "2013-08-27", "2014-02-28", .nei),
    // 29 February: a year later it is the 28th.
    ("finnes besøk siste 12 måneder", "2012-02-29", "2013-02-28", .ja),
    ("finnes besøk siste 12 måneder", "2012-02-29", "2013-03-01", .nei),
    ("finnes besøk siste 12 måneder", "2011-02-28", "2012-02-28", .ja),
    ("finnes besøk siste 12 måneder", "2011-02-28", "2012-02-29", .nei),
    ("finnes besøk siste 90 dager", "2014-07-02", "2014-09-30", .ja),
    ("finnes besøk siste 90 dager", "2014-07-01", "2014-09-30", .nei),
    ("finnes besøk i fjor", "2013-01-01", "2014-09-30", .ja),
    ("finnes besøk i fjor", "2013-12-31", "2014-09-30", .ja),
    ("finnes besøk i fjor", "2014-01-01", "2014-09-30", .nei),
    ("finnes besøk i fjor", "2012-12-31", "2014-09-30", .nei),
    ("finnes besøk hittil i år", "2014-01-01", "2014-09-30", .ja),
    ("finnes besøk hittil i år", "2013-12-31", "2014-09-30", .nei),
    ("finnes besøk hittil i år", "2014-10-01", "2014-09-30", .nei),
    ("finnes besøk siden 2014-03-12", "2014-03-12", "2014-09-30", .ja),
    ("finnes besøk siden 2014-03-12", "2014-03-11", "2014-09-30", .nei),
    ("finnes besøk før 2014-03-12", "2014-03-11", "2014-09-30", .ja),
    ("finnes besøk før 2014-03-12", "2014-03-12", "2014-09-30", .nei),
    ("finnes besøk mellom 2014-03-12 og 2014-03-14", "2014-03-14", "2014-09-30", .ja),
    ("finnes besøk mellom 2014-03-12 og 2014-03-14", "2014-03-15", "2014-09-30", .nei),
    // After the control date nothing exists; a coarse date may lie after it.
    ("finnes besøk", "2014-10-01", "2014-09-30", .nei),
    ("finnes besøk", "2014-09", "2014-09-15", .ukjent),
    ("finnes besøk", "2014-09", "2014-09-30", .ja),
    ("finnes besøk siste 6 måneder", "2014-03", "2014-09-30", .ukjent),
    ("finnes besøk siste 6 måneder", "2014-04", "2014-09-30", .ja),
  ])
  func `the same-numbered day is inside, the day after is not`(
    rule: String, visit: String, day: String, answer: Sannhet
  ) throws {
    let sak = try Tidstabell.sak(["besøk": Tidstabell.besøk(visit)])
    #expect(try Tidstabell.sant(rule, sak, på: day) == answer)
  }

  @Test(arguments: [
    // first day of the home, whether it covers the last six months on 30 September: (30 March, 30 September]
    ("2014-03-31", Sannhet.ja), ("2014-04-01", .nei), ("2014-03", .ja), ("2014-04", .nei), ("2014", .ukjent),
  ])
  func `for periods the last six months begin the day after the same-numbered day`(
    from: String, answer: Sannhet
  ) throws {
    let sak = try Tidstabell.sak(["plassering": Tidstabell.hjem(from)])
    #expect(
      try Tidstabell.sant("perioder med plassering dekker siste 6 måneder", sak, på: "2014-09-30") == answer)
  }

  @Test(arguments: [
    (["2014-03-12", "2014-03"], "1–2"), (["2014-03-12", "2014-03-12"], "1"),
    (["2014-03-12", "2014-03-13"], "2"),
    (["2014-03", "2014-03"], "1–2"), (["2014-03", "2014-04"], "2"),
    (["2014", "2014-03", "2014-03-12"], "1–3"),
    (["2013-12", "2014-01"], "1"), (["2013"], "0"), ([], "0"), (["2014-09"], "1"), (["2014-10"], "0"),
  ])
  func `distinct days with coarse dates: the fewest and the most`(visits: [String], days: String) throws {
    let list = visits.map { Tidstabell.besøk($0) }.joined(separator: ", ")
    let sak = try Tidstabell.sak(["besøk": list])
    #expect(try Tidstabell.verdi("dager hittil i år med besøk", sak, på: "2014-09-30") == days)
  }

  @Test func `three yes and two unknown are 3–5`() throws {
    let sak = try Tidstabell.sak([
      "besøk": Tidstabell.besøk("2013-02-01", "2013-03-01", "2013-04-01")
        + ", {\"dato\": \"2013-05-01\"}, {\"dato\": \"2013-06-01\"}"
    ])
    let count = "antall besøk i fjor der (sett)"
    #expect(try Tidstabell.verdi(count, sak, på: "2014-09-30") == "3–5")
    #expect(try Tidstabell.sant("\(count) er minst 4", sak, på: "2014-09-30") == .ukjent)
    #expect(try Tidstabell.sant("\(count) er minst 3", sak, på: "2014-09-30") == .ja)
    #expect(try Tidstabell.sant("\(count) er minst 6", sak, på: "2014-09-30") == .nei)
  }

  @Test(arguments: [
    ("siste", "[2014-03-12 true] [2014-03-12 true]", Sannhet.ja),
    ("siste", "[2014-03-12 true] [2014-03-12 false]", .nei),
    ("siste", "[2014-03-11 false] [2014-03-12 true]", .ja),
    ("siste", "[2014-03 false] [2014-03-12 true]", .ukjent),
    ("siste", "[2014-02 false] [2014-03-12 true]", .ja),
    ("siste", "[2014-03 true] [2014-03-12 true]", .ja),
    ("siste", "", .nei),
    ("første", "[2014-03-12 true] [2014-03-12 false]", .nei),
    ("første", "[2014-03-11 false] [2014-03-12 true]", .nei),
    ("første", "[2014-03-11 true] [2014-03-12 false]", .ja),
    ("første", "[2014-03 false] [2014-03-12 true]", .ukjent),
    ("første", "", .nei),
  ])
  func `the last and the first: all on that day must hold, and nei when there is none`(
    which: String, timeline: String, answer: Sannhet
  ) throws {
    let events = timeline.split(separator: "] [").map { part -> String in
      let words = part.split(whereSeparator: { " []".contains($0) })
      return "{\"dato\": \"\(words[0])\", \"sett\": \(words[1])}"
    }
    let sak = try Tidstabell.sak(["besøk": events.joined(separator: ", ")])
    #expect(try Tidstabell.sant("\(which) besøk har (sett)", sak, på: "2014-09-30") == answer)
  }

  @Test(arguments: [
    // home from, visits, control date: more than six months somewhere in the last twelve?
    ("2010-03-01", ["2013-09-30", "2014-03-30"], "2014-09-30", Sannhet.nei),
    ("2010-03-01", ["2013-09-30", "2014-03-30"], "2014-10-01", .ja),
    ("2010-03-01", ["2013-09-30", "2014-03-31"], "2014-09-30", .ja),
    // The start of the placement counts as a visit would: no gap before half a year has gone.
    ("2014-03-30", [], "2014-09-30", .nei),
    ("2014-03-29", [], "2014-09-30", .ja),
    ("2014-03-29", ["2014-06-01"], "2014-09-30", .nei),
    // A gap that ended before the last twelve months is not asked for.
    ("2010-03-01", ["2013-09-29", "2014-03-01", "2014-08-01"], "2014-09-30", .nei),
    ("2010-03-01", ["2013-10-01", "2014-04-01"], "2014-09-30", .nei),
    ("2010-03-01", ["2013-10-01", "2014-04-02"], "2014-09-30", .ja),
    // A coarse day: at the best just in time, at the worst too late.
    ("2010-03-01", ["2013-09-30", "2014-03", "2014-06-01"], "2014-09-30", .ukjent),
    ("2010-03-01", ["2013-09-30", "2014-02", "2014-06-01"], "2014-09-30", .nei),
    ("2010-03-01", ["2013-09-30", "2014-05", "2014-06-01"], "2014-09-30", .ja),
  ])
  func `a gap is counted from the start of the placement to the control date`(
    home: String, visits: [String], day: String, answer: Sannhet
  ) throws {
    var list = visits
    // Visits every fourth month long ago, so that old gaps do not matter.
    if home == "2010-03-01" { list += ["2010-06-01", "2013-04-15"] }
    let sak = try Tidstabell.sak([
      "plassering": Tidstabell.hjem(home), "besøk": list.map { Tidstabell.besøk($0) }.joined(separator: ", "),
    ])
    let rule = "mellomrom over 6 måneder mellom besøk mens (perioder med plassering) i siste 12 måneder"
    #expect(try Tidstabell.sant(rule, sak, på: day) == answer)
  }

  @Test func `a gap is decided by the day it ends`() throws {
    let sak = try Tidstabell.sak([
      "plassering": Tidstabell.hjem("2012-07-01"), "besøk": Tidstabell.besøk("2013-08-01", "2014-03-01"),
    ])
    func gap(_ within: String) throws -> Sannhet {
      try Tidstabell.sant(
        "mellomrom over 6 måneder mellom besøk mens (perioder med plassering) i \(within)", sak,
        på: "2014-09-30")
    }
    #expect(try gap("fjoråret") == .ja)
    #expect(try gap("(mellom 2013-01-15 og 2013-07-31)") == .nei)
    #expect(try gap("(mellom 2013-08-01 og 2013-08-01)") == .ja)
    #expect(try gap("(mellom 2014-02-02 og 2014-02-28)") == .nei)
  }
}
