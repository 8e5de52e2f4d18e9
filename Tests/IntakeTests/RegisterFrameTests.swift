import CaseRecords
import Checklists
import Foundation
import JSONText
import RegisterImport
import RuleEngine
import Testing
import Values

/// Random register files of the three formats in use since 2021: whatever an import writes can be read, and every child
/// that it counts as living in a foster home can be controlled.
@Suite struct `What an import writes` {
  /// The formats differ in how a visit is written.
  enum Format: String, CaseIterable, Sendable {
    case v2_2_3 = "2.2.3"
    case v3_0_5 = "3.0.5"
    case v4_0_1 = "4.0.1"

    func followUp(_ id: Int, from: Dato, visits: [Dato]) -> String {
      switch self {
      case .v2_2_3:
        visits.enumerated().map {
          #"<Oppfolging Id="\#(uuid(id + $0.offset))" UtfortDato="\#($0.element)"/>"#
        }.joined()
      case .v3_0_5, .v4_0_1:
        "<Oppfolging>" + #"<Hyppighet Id="\#(uuid(id))" StartDato="\#(from)" Kode="4"/>"#
          + visits.enumerated().map {
            #"<Utfort Id="\#(uuid(id + 1 + $0.offset))" UtfortDato="\#($0.element)"/>"#
          }
          .joined() + "</Oppfolging>"
      }
    }

    /// Only the newest format tells how the child took part in an investigation.
    func investigation(_ id: Int, from: Dato) -> String {
      let part =
        "<BarnetsMedvirkning><StartDato>\(from)</StartDato><MedvirkningType>1.1</MedvirkningType></BarnetsMedvirkning>"
      return #"<Undersokelse Id="\#(uuid(id))" StartDato="\#(from)">"# + (self == .v4_0_1 ? part : "")
        + "</Undersokelse>"
    }
  }

  private static let extract = Dato(dag: 18_993)

  /// Placements one after the other: on the same day, the day after, with a gap, or one lying over the next.
  private func record(_ random: inout SplitMix64, _ number: Int, _ format: Format) -> String {
    var day = Self.extract.adding(dager: -Int(random.next() % 2_000) - 400)
    let born = day.adding(dager: -Int(random.next() % 4_000) - 30)
    var measures = ""
    let count = Int(random.next() % 4) + 1
    for place in 0..<count {
      let last = place == count - 1
      let end = min(day.adding(dager: Int(random.next() % 300) + 1), Self.extract.adding(dager: -2))
      let visits = (0..<Int(random.next() % 5)).map { _ in
        day.adding(dager: Int(random.next() % UInt64(max(1, end.dag - day.dag))))
      }
      let id = number * 10_000 + place * 100
      measures +=
        #"<Tiltak Id="\#(uuid(id))" StartDato="\#(day)"><Lovhjemmel><Lov>BVL</Lov><Kapittel>4</Kapittel>"#
        + #"<Paragraf>12</Paragraf></Lovhjemmel><Kategori Kode="2.\#(random.next() % 2 + 1)"/>"#
        + #"<Tilsyn><Ansvarlig Id="\#(uuid(id + 80))" StartDato="\#(day)" Kommunenummer="9901"/>"#
        + #"<Hyppighet Id="\#(uuid(id + 81))" StartDato="\#(day)" Kode="4"/></Tilsyn>"#
        + format.followUp(id + 1, from: day, visits: visits)
        + (last ? "" : #"<Konklusjon SluttDato="\#(end)"/>"#) + "</Tiltak>"
      day =
        switch random.next() % 4 {
        case 0: end
        case 1: end.adding(dager: 1)
        case 2: min(end.adding(dager: Int(random.next() % 60) + 2), Self.extract.adding(dager: -2))
        default: max(day, end.adding(dager: -Int(random.next() % 90)))
        }
    }
    return #"<Sak Id="\#(uuid(number))" StartDato="\#(born.adding(dager: 20))" Journalnummer="P-\#(number)">"#
      + #"<Personalia Id="\#(uuid(number * 10_000 + 9_000))" StartDato="\#(born.adding(dager: 20))" "#
      + #"Fodselsnummer="00000000000" Fodseldato="\#(born)" Kjonn="1"/>"#
      + format.investigation(number * 10_000 + 9_001, from: born.adding(dager: 25)) + measures + "</Sak>"
  }

  private func file(_ random: inout SplitMix64, _ format: Format) -> (xml: String, count: Int) {
    let count = Int(random.next() % 3) + 1
    let cases = (1...count).map { record(&random, $0, format) }.joined(separator: "\n")
    let head = """
      <?xml version="1.0" encoding="UTF-8"?>
      <Barnevern Id="\(uuid(1))" DatoUttrekk="\(Self.extract)T02:00:00+01:00">
      <Fagsystem Leverandor="P" Navn="P" Versjon="1"/>
      <Avgiver Organisasjonsnummer="999999999" Kommunenummer="9901" Kommunenavn="Solvik"/>
      """
    return (head + "\n" + cases + "\n</Barnevern>", count)
  }

  @Test(arguments: Format.allCases)
  func `can be read, and every foster child it counts can be controlled`(format: Format) throws {
    let library = try Prøve.bibliotek()
    let day = Self.extract.adding(dager: -1)
    let checklist = try #require(library.sjekkliste("fosterhjem", på: day))
    var random = SplitMix64(frø: 20_240_415)
    let model = library.modell
    let register = try Registerimport(
      nøkkel: Array("0123456789abcdef".utf8), enhet: "solvik", team: "fosterhjem-1"
    ) {
      record in
      do throws(Lesefeil) {
        _ = try Saksbunke(sak: record, modell: model)
        return nil
      } catch { return error.melding }
    }
    var seen = 0
    for number in 1...400 {
      let (xml, count) = file(&random, format)
      let result = try register.importer([(navn: "a.xml", bytes: Array(xml.utf8))])
      #expect(result.avstemming.importert == count, "file \(number): \(result.avstemming.advarsler)")
      var foster = 0
      for record in result.poster {
        let bunke = try Saksbunke(sak: record, modell: model)
        #expect(bunke.saker[0].uttrekk == day)
        var control = Punktkontroll(checklist, bunke, på: day)
        control.begin(sak: 0)
        if control.erIFosterhjem() != .nei { foster += 1 }
      }
      #expect(foster >= result.avstemming.fosterbarn, "file \(number)")
      seen += foster
    }
    #expect(seen > 400)
  }

  @Test func `of format 2.2.3 has its visits, and a frequency that is not known`() throws {
    let visits = [Dato(dag: 18_500), Dato(dag: 18_600)]
    let xml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <Barnevern Id="\(uuid(1))" DatoUttrekk="\(Self.extract)T02:00:00+01:00">
      <Fagsystem Leverandor="P" Navn="P" Versjon="1"/>
      <Avgiver Organisasjonsnummer="999999999" Kommunenummer="9901" Kommunenavn="Solvik"/>
      <Sak Id="\(uuid(2))" StartDato="2019-01-01" Journalnummer="P-1">
      <Personalia Id="\(uuid(3))" StartDato="2019-01-01" Fodselsnummer="00000000000" Fodseldato="2012-05-05" Kjonn="1"/>
      <Tiltak Id="\(uuid(4))" StartDato="2019-03-10"><Lovhjemmel><Lov>BVL</Lov><Kapittel>4</Kapittel>
      <Paragraf>12</Paragraf></Lovhjemmel><Kategori Kode="2.1"/>
      \(Format.v2_2_3.followUp(10, from: Self.extract, visits: visits))</Tiltak></Sak></Barnevern>
      """
    let register = try Registerimport(
      nøkkel: Array("0123456789abcdef".utf8), enhet: "solvik", team: "fosterhjem-1")
    let record = try #require(try register.importer([(navn: "a.xml", bytes: Array(xml.utf8))]).poster.first)
    let days = record["hendelser"]?["oppfølgingsbesøk"]?.array?.compactMap { $0["dato"]?.string }
    #expect(days == visits.map(\.description))
    let open = record["ufullstendig"]?.array?.compactMap(\.string) ?? []
    #expect(open.contains("besøksfrekvens") && !open.contains("oppfølgingsbesøk"))
    let mixed = xml.replacing(
      "</Tiltak>", with: Format.v4_0_1.followUp(50, from: Self.extract, visits: []) + "</Tiltak>")
    #expect(throws: Importfeil.self) { try register.importer([(navn: "a.xml", bytes: Array(mixed.utf8))]) }
  }

  @Test func `is refused in no time when an element has thousands of attributes`() throws {
    let many = (0..<100_000).map { "a\($0)=\"1\"" }.joined(separator: " ")
    let xml = "<?xml version=\"1.0\"?>\n<!-- <x a='>'> -->\n<Barnevern \(many)/>"
    let register = try Registerimport(nøkkel: Array("0123456789abcdef".utf8))
    let fault = #expect(throws: Importfeil.self) {
      try register.importer([(navn: "a.xml", bytes: Array(xml.utf8))])
    }
    #expect(fault?.description.contains("more attributes") == true && fault?.linje == 3)
  }
}

/// A version 4 UUID with this number in it.
private func uuid(_ number: Int) -> String {
  let hex = String(number, radix: 16)
  return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - hex.count) + hex
}
