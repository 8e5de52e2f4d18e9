import CaseRecords
import Testing
import Values
import Vocabulary

/// A period as written, and the days its ends can be.
struct Periodeprøve: CustomTestStringConvertible {
  var skrevet: String
  var fra: [String]
  var til: [String]
  var testDescription: String { skrevet }
}

private let perioder: [Periodeprøve] = [
  Periodeprøve(skrevet: #""fra":"2014-02-03","til":"2014-05-06""#, fra: ["2014-02-03"], til: ["2014-05-06"]),
  Periodeprøve(
    skrevet: #""fra":"2014-02","til":"2014-05""#, fra: ["2014-02-01", "2014-02-28"],
    til: ["2014-05-01", "2014-05-31"]),
  // Running, whether that is said or not.
  Periodeprøve(skrevet: #""fra":"2014-02-03""#, fra: ["2014-02-03"], til: ["∞"]),
  Periodeprøve(skrevet: #""fra":"2014-02-03","til":null"#, fra: ["2014-02-03"], til: ["∞"]),
  Periodeprøve(skrevet: #""fra":"2014-02-03","til":false"#, fra: ["2014-02-03"], til: ["∞"]),
  // An end may be planned; a beginning cannot be after the extract.
  Periodeprøve(
    skrevet: #""fra":"2014","til":"2015-06""#, fra: ["2014-01-01", "2014-09-30"],
    til: ["2015-06-01", "2015-06-30"]),
  Periodeprøve(
    skrevet: #""fra":"2014-09","til":"2014-09""#, fra: ["2014-09-01", "2014-09-30"],
    til: ["2014-09-01", "2014-09-30"]),
  // Narrowed so that fra is not after til.
  Periodeprøve(
    skrevet: #""fra":"2014-03","til":"2014-03-15""#, fra: ["2014-03-01", "2014-03-15"], til: ["2014-03-15"]),
  Periodeprøve(
    skrevet: #""fra":"2014-03-15","til":"2014-03""#, fra: ["2014-03-15"], til: ["2014-03-15", "2014-03-31"]),
  Periodeprøve(skrevet: #""fra":"2014-03-15","til":"2014-03-15""#, fra: ["2014-03-15"], til: ["2014-03-15"]),
  // An unknown beginning is any day up to the extract, or up to the end if that is earlier.
  Periodeprøve(skrevet: #""til":"2013""#, fra: ["-∞", "2013-12-31"], til: ["2013-01-01", "2013-12-31"]),
  Periodeprøve(skrevet: #""fra":null"#, fra: ["-∞", "2014-09-30"], til: ["∞"]),
]

private func dager(_ tekster: [String]) throws -> ClosedRange<Int32> {
  let days = try tekster.map { $0 == "∞" ? ende : $0 == "-∞" ? morgen : try dag($0) }
  return try #require(days.first)...(try #require(days.last))
}

@Suite struct `When something was` {
  @Test(arguments: perioder)
  func `a period has a beginning and an end that are as certain as they are written`(_ prøve: Periodeprøve)
    throws
  {
    let tabell = try lesGod(post("\"plassering\":[{\(prøve.skrevet)}]")).tabell("plassering")
    #expect(try tabell.fraLav[0]...tabell.fraHøy[0] == dager(prøve.fra))
    #expect(try tabell.tilLav[0]...tabell.tilHøy[0] == dager(prøve.til))
  }

  @Test(arguments: [
    (#""dato":"2014-03-12""#, ["2014-03-12"]), (#""dato":"2014-03""#, ["2014-03-01", "2014-03-31"]),
    (#""dato":"2013""#, ["2013-01-01", "2013-12-31"]), (#""dato":"2014""#, ["2014-01-01", "2014-09-30"]),
    (#""dato":"2014-09-30""#, ["2014-09-30"]), (#""dato":null"#, ["-∞", "2014-09-30"]),
    ("", ["-∞", "2014-09-30"]),
    (#""d\u0061to":"2014-\u00303""#, ["2014-03-01", "2014-03-31"]),
  ])
  func `a date is a range of days up to the extract`(_ skrevet: String, _ ventet: [String]) throws {
    let tabell = try lesGod(post("\"drøfting\":[{\(skrevet)}]")).tabell("drøfting")
    #expect(try tabell.fraLav[0]...tabell.fraHøy[0] == dager(ventet))
    #expect(tabell.tilLav.isEmpty && tabell.tilHøy.isEmpty)
    #expect(tabell.registrertLav == [morgen] && tabell.registrertHøy == [ende])
  }

  @Test func `registrert may be later than the extract, for it says when something was written`() throws {
    let tabell = try lesGod(post(#""drøfting":[{"dato":"2014-09-30","registrert":"2014-10"}]"#)).tabell(
      "drøfting")
    #expect(try tabell.registrertLav[0] == dag("2014-10-01"))
    #expect(try tabell.registrertHøy[0] == dag("2014-10-31"))
  }

  @Test func `a coarse date in a field is cut at the extract`() throws {
    let bunke = try lesGod(
      post(#""oppfølgingsbesøk":[{"rapport_mottatt":"2014-09"}]"#, uttrekk: "2014-09-15"))
    let mottatt = try bunke.celler("oppfølgingsbesøk", "rapport_mottatt")
    #expect(try mottatt == [Celle(2, dag("2014-09-01"), dag("2014-09-15"))])
  }

  @Test func `rows are sorted by date and know their place in the file`() throws {
    let bunke = try lesGod(
      post(
        #""oppfølgingsbesøk":[{"dato":"2014-05-06","form":"avlyst"},{"dato":"2014","form":"digital"},"#
          + #"{"dato":"2014-01-01","rapport_mottatt":"2014-02-02"},{"form":"stedlig"},{"dato":"2014-05-06"}]"#
      ))
    let tabell = try bunke.tabell("oppfølgingsbesøk")
    #expect(tabell.indeks == [3, 2, 1, 0, 4])
    #expect(try bunke.celler("oppfølgingsbesøk", "form") == [2, 15, 4, 8, 15].map { Celle($0) })
    let mottatt = try dag("2014-02-02")
    #expect(try bunke.celler("oppfølgingsbesøk", "rapport_mottatt")[1] == Celle(2, mottatt))
    #expect(tabell.fraLav == tabell.fraLav.sorted())
  }
}

@Suite struct `A date in a case file` {
  @Test func `bytes and texts are read alike`() {
    let tekster = [
      "2014-03-12", "2014-03", "2014", "2012-02-29", "2013-02-29", "0001", "0000", "9999-12-31", "2014-00-01",
      "2014-13", "2014-02-30", "2014-3-12", "14-03-12", "2014-03-12T00", "2014/03/12", "2014-0३", "", "-",
      "2014-",
      "20140312", "２０１４",
    ]
    for tekst in tekster {
      let ventet = Datoomfang(iso: tekst)
      let lest = les(post("\"drøfting\":[{\"dato\":\"\(tekst)\"}]", uttrekk: "9999-12-31"))
      if let ventet, ventet.første < .nyttår(1980) {
        #expect(lest.feil.map(\.kode) == [.dateTooEarly], "\(tekst)")
      } else if let ventet {
        let tabell = lest.bunke.samlinger[4]
        #expect(tabell.fraLav == [ventet.første.dag], "\(tekst)")
        #expect(tabell.fraHøy == [ventet.siste.dag], "\(tekst)")
      } else {
        #expect(lest.feil.map(\.kode) == [.invalidDate], "\(tekst)")
      }
    }
  }
}

/// The first days that can stand in a record, whichever reader reads it.
@Suite struct `The bounds of dates` {
  @Test(arguments: [
    (#""dato":"2005-03-01""#, #""født":"2005-03""#), (#""dato":"2005-03""#, #""født":"2005-03""#),
    (#""dato":"2005""#, #""født":"2005-03""#), (#""dato":"2005-01-01""#, #""født":"2005""#),
    (#""dato":"2004-12-31""#, #""sakstype":"omsorgssak""#), (#""dato":"1980-01-01""#, #""født":"1980""#),
  ])
  func `take in all that can be`(_ day: String, _ born: String) throws {
    let visit = "\"oppfølgingsbesøk\":[{\(day)}]"
    _ = try lesGod(post(visit, opplysninger: born))
    // A placement may have been planned before the birth, for all that the vocabulary says of it.
    _ = try lesGod(post(#""plassering":[{"fra":"2005-02-01"}]"#, opplysninger: born))
    // Keys in the order of RFC 8785: the events come before the month of birth.
    let canonical = #"{"format":"sak/1","hendelser":{"# + visit + #"},"opplysninger":{"# + born
    _ = try lesGod(canonical + #"},"sak":"S-1","uttrekk":"2014-09-30"}"#)
  }

  @Test func `are the same when the events come before the month of birth`() {
    let early =
      #"{"format":"sak/1","hendelser":{"oppfølgingsbesøk":[{"dato":"2005-02-28"}]},"opplysninger":{"#
    #expect(
      les(early + #""født":"2005-03"},"sak":"S-1","uttrekk":"2014-09-30"}"#).feil.map(\.kode) == [
        .beforeBirth
      ])
  }
}
