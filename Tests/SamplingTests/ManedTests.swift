import Sampling
import Testing
import Values

struct MånedTests {
  @Test(arguments: [
    ("2014-09", "2014-09-01", "2014-09-30"), ("2014-12", "2014-12-01", "2014-12-31"),
    ("2014-02", "2014-02-01", "2014-02-28"), ("2016-02", "2016-02-01", "2016-02-29"),
    ("1900-02", "1900-02-01", "1900-02-28"), ("0001-01", "0001-01-01", "0001-01-31"),
    ("9999-12", "9999-12-01", "9999-12-31"),
  ])
  func `a month knows its first and last day`(text: String, first: String, last: String) throws {
    let month = try #require(Måned(text))
    #expect(month.description == text)
    #expect(month.førsteDag.description == first)
    #expect(month.sisteDag.description == last)
    #expect(Måned(month.førsteDag) == month && Måned(month.sisteDag) == month)
    #expect(Måned(år: month.år, nummer: month.nummer) == month)
  }

  @Test(arguments: ["", "2014", "2014-9", "2014-13", "2014-00", "0000-01", "2014-09-01", "2014/09", "２014-9"])
  func `anything else is no month`(text: String) {
    #expect(Måned(text) == nil)
  }

  @Test func `the preceding months run backwards over the year`() throws {
    let month = try #require(Måned("2014-02"))
    #expect(month.foregående(3).map(\.description) == ["2014-01", "2013-12", "2013-11"])
    #expect(month.foregående(0).isEmpty)
    #expect(month.foregående(-1).isEmpty)
  }

  @Test func `moving a month there and back is no move and keeps the order`() throws {
    let month = try #require(Måned("2014-09"))
    for step in -30...30 {
      #expect(month.adding(måneder: step).adding(måneder: -step) == month)
      #expect((month.adding(måneder: step) < month) == (step < 0))
    }
    #expect(month.adding(måneder: -999_999).description == "0001-01")
    #expect(month.adding(måneder: 999_999).description == "9999-12")
  }
}
