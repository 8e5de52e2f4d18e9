import Testing
import Values

/// Laws that must hold for all values, tried exhaustively where the world is small.
struct VerdilovTests {
  @Test func `strong Kleene tables are commutative, associative, idempotent and obey De Morgan`() {
    for a in Sannhet.allCases {
      #expect((a && a) == a)
      #expect((a || a) == a)
      #expect(!(!a) == a)
      for b in Sannhet.allCases {
        #expect((a && b) == (b && a))
        #expect((a || b) == (b || a))
        #expect(!(a && b) == (!a || !b))
        for c in Sannhet.allCases {
          #expect(((a && b) && c) == (a && (b && c)))
          #expect(((a || b) || c) == (a || (b || c)))
        }
      }
    }
  }

  @Test func `knowing more never changes an answer that was given`() {
    for a in Sannhet.allCases {
      for b in Sannhet.allCases {
        for known in [Sannhet.ja, .nei] {
          if (.ukjent && b) != .ukjent { #expect((known && b) == (.ukjent && b)) }
          if (a || .ukjent) != .ukjent { #expect((a || known) == (a || .ukjent)) }
        }
      }
    }
  }

  @Test func `a day and its parts are the same thing, for four hundred years`() {
    var expected = (år: 1900, måned: 1, dag: 1)
    var day = Dato.nyttår(1900)
    while day.år < 2300 {
      let parts = day.deler
      #expect(parts == expected)
      #expect(Dato(år: parts.år, måned: parts.måned, dag: parts.dag) == day)
      expected.dag += 1
      if expected.dag > Dato.dager(iMåned: expected.måned, år: expected.år) {
        expected = expected.måned == 12 ? (expected.år + 1, 1, 1) : (expected.år, expected.måned + 1, 1)
      }
      day = day.adding(dager: 1)
    }
  }

  @Test(arguments: [
    "2013-02-29", "2014-13", "2014-00-10", "2014-1-1", "14-01-01", "2014-01-01 ", "", "2014-", "0000",
  ])
  func `dates that do not exist are refused`(text: String) { #expect(Datoomfang(iso: text) == nil) }

  @Test func `adding months never reverses the order of two days`() {
    let start = Dato.nyttår(2011)
    for offset in 0..<800 {
      let day = start.adding(dager: offset)
      for months in [-25, -12, -1, 1, 6, 12, 24, 216] {
        #expect(day.adding(måneder: months) <= day.adding(dager: 1).adding(måneder: months))
      }
    }
  }

  /// Every set of days among ten, against plain sets of numbers.
  @Test func `sets of periods behave as sets of days`() {
    let start = Dato.nyttår(2014)
    func periods(_ bits: Int) -> Periodesett {
      Periodesett(
        (0..<7).filter { bits & (1 << $0) != 0 }.compactMap {
          let day = start.adding(dager: $0)
          return Periode(day, day)
        })
    }
    func bits(_ periods: Periodesett) -> Int {
      (0..<7).reduce(0) { $0 | (periods.inneholder(start.adding(dager: $1)) ? 1 << $1 : 0) }
    }
    for a in 0..<128 {
      for b in 0..<128 {
        let x = periods(a)
        let y = periods(b)
        #expect(bits(x.union(y)) == a | b)
        #expect(bits(x.snitt(y)) == a & b)
        #expect(bits(x.uten(y)) == a & ~b)
        #expect(x.dekker(y) == (b & ~a == 0))
        #expect(x.dager == a.nonzeroBitCount)
      }
    }
  }

  @Test func `fractions are exact, and an overflow is not known rather than wrong`() throws {
    let third = try #require(Brøk(1, 3))
    #expect(third.pluss(third)?.pluss(third) == Brøk(1))
    #expect(Brøk(-7, 2)?.gulv == Brøk(-4))
    #expect(Brøk(-7, 2)?.tak == Brøk(-3))
    #expect(Brøk(.max, 1)?.pluss(Brøk(1)) == nil)
    #expect(Brøk.minusUendelig < Brøk(-1_000_000) && Brøk(1) < .uendelig)
    #expect(Brøk(1, 20)?.description == "0,05")
    #expect(Brøk(-.max, 1000)?.description == "-9223372036854775,807")
    #expect((Tallomfang(2) / Tallomfang(Brøk(-1), Brøk(1))) == .ukjent)
  }

  @Test func `ranges hold the result of every pair of numbers in them`() {
    let numbers = (-3...3).map { Brøk($0) }
    for a in numbers {
      for b in numbers where a <= b {
        for c in numbers {
          for d in numbers where c <= d {
            let x = Tallomfang(a, b)
            let y = Tallomfang(c, d)
            for p in numbers where a <= p && p <= b {
              for q in numbers where c <= q && q <= d {
                if let sum = p.pluss(q) { #expect((x + y).minst <= sum && sum <= (x + y).høyst) }
                if let product = p.ganger(q) { #expect((x * y).minst <= product && product <= (x * y).høyst) }
                if x.erMindreEnn(y) == .ja { #expect(p < q) }
                if x.erMindreEnn(y) == .nei { #expect(!(p < q)) }
              }
            }
          }
        }
      }
    }
  }

  @Test(arguments: [
    ("2014-03-12", "12. mars 2014"), ("2014-03", "mars 2014"), ("2014", "2014"),
  ])
  func `dates read in bokmål as precisely as they are known`(iso: String, text: String) throws {
    #expect(try #require(Datoomfang(iso: iso)).bokmål == text)
    #expect(Datoomfang(iso: iso)?.description == iso)
  }
}
