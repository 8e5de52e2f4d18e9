import Checklists
import Testing
import Values

/// Which days the shipped points judge on 30 September 2014.
struct VinduTests {
  private static let lest = Result { try Prøvebibliotek.shipped() }

  @Test(
    arguments: [
      ("OB-ANTALL", "2013-01-01", "2013-12-31"), ("OB-LOPENDE", "2013-09-30", "2014-09-30"),
      ("FA-GJENNOMGATT", "2013-01-01", "2014-09-30"), ("VD-DROFTING", "2014-03-30", "2014-09-30"),
      ("FA-KONKLUSJON", "2012-09-30", "2014-09-30"), ("TI-ETTERLYST", "2013-06-30", "2014-09-30"),
      ("TP-FINNES", "2014-09-30", "2014-09-30"), ("OB-REDUKSJON", "2014-09-30", "2014-09-30"),
      ("OP-ENDELIG", nil, "2014-09-30"), ("FA-FINNES", nil, "2014-09-30"), ("VD-KVALITET", nil, "2014-09-30"),
    ] as [(String, String?, String)])
  func `a point judges the days its requirement looks at`(id: String, fra: String?, til: String) throws {
    let day = try #require(Dato("2014-09-30"))
    let list = try #require(Self.lest.get().sjekkliste("fosterhjem", på: day))
    let point = try #require(list.punkter.first { $0.id == id })
    let expected = Bedømt(fra: fra.flatMap { Dato($0) }, til: try #require(Dato(til)))
    #expect(list.bedømt(point, på: day) == expected)
  }

  @Test(arguments: [
    // 30 June + 6 months is 30 December, so a discussion of 30 June is too old on the 31st.
    ("2014-12-31", "2014-07-01"), ("2014-12-30", "2014-06-30"), ("2014-08-31", "2014-03-01"),
    ("2016-08-31", "2016-03-01"), ("2016-08-30", "2016-03-01"), ("2016-08-29", "2016-02-29"),
  ])
  func `the days begin with the first day that counts, at month ends too`(day: String, first: String) throws {
    let on = try #require(Dato(day))
    let checklist = try #require(Self.lest.get().sjekkliste("fosterhjem", på: on))
    let point = try #require(checklist.punkter.first { $0.id == "VD-DROFTING" })
    #expect(checklist.bedømt(point, på: on).fra == Dato(first))
  }

  @Test func `a measure of 31 May 2014 can first be judged on last year's visits in 2016`() throws {
    let day = try #require(Dato("2014-05-31"))
    let library = try Self.lest.get()
    let first = (0..<60).map { day.adding(måneder: $0) }.first { month in
      guard let list = library.sjekkliste("fosterhjem", på: month),
        let point = list.punkter.first(where: { $0.id == "OB-ANTALL" })
      else { return false }
      return list.bedømt(point, på: month).begynnerTidligst(day)
    }
    #expect(first?.år == 2016)
  }

  @Test func `the text of a rule changes with the rule, and not with the words beside it`() throws {
    let library = try Self.lest.get()
    let old = try #require(library.sjekkliste("fosterhjem", versjon: "2024-01-01"))
    let new = try #require(library.sjekkliste("fosterhjem", versjon: "2026-01-05"))
    let same = old.punkter.filter { point in
      new.punkter.first { $0.id == point.id }.map { new.regeltekst($0) == old.regeltekst(point) } ?? false
    }
    #expect(same.count > 10 && same.count < old.punkter.count)
  }
}
