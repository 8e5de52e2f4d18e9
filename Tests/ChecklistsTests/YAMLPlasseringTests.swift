import Checklists
import Foundation
import Testing

@Suite struct `A fault in a rule is placed in the file` {
  /// A checklist with one point whose `krav` is written in this way, from column 5 of line 11.
  private func feil(_ krav: String) throws -> [Definisjonsfeil] {
    let text = """
      sjekkliste: prøve
      versjon: 2014-01-01
      gjelder: {fra: 2014-01-01}
      punkter:
        - id: P
          spørsmål: Er det godt?
          sviktområde: 3
          kravtype: egen prosedyre
          hjemmel: [H]
          alvorlighet: lav
          krav: \(krav)
          eksempler: []
      """
    return try Self.feil(i: text)
  }

  /// The faults of a whole checklist.
  private static func feil(i text: String) throws -> [Definisjonsfeil] {
    let model = try Prøvebibliotek.filer().filter { $0.sti == "saksmodell.yaml" }
    do throws(Definisjonsfeilene) {
      _ = try Sjekklistebibliotek(
        model + [.init(sti: "prøve/2014-01-01.yaml", bytes: Array(text.utf8))], mappe: "mappe")
      return []
    } catch {
      return error.feil
    }
  }

  @Test(arguments: [
    ("finnes vedtak og finnes samtal", 11, 35),
    ("\"finnes vedtak og finnes samtal\"", 11, 36),
    ("'finnes vedtak og finnes samtal'", 11, 36),
    ("|-\n        finnes vedtak\n        og finnes samtal", 13, 19),
    (">-\n        finnes vedtak\n        og finnes samtal", 13, 19),
    ("finnes vedtak\n        og finnes samtal", 12, 19),
    ("finnes oppfølgingsbesøk og finnes samtal", 11, 45),
    ("\"finnes oppf\\u00f8lgingsbes\\xf8k og finnes samtal\"", 11, 54),
  ])
  func `whatever way the rule is written`(krav: String, line: Int, column: Int) throws {
    let found = try feil(krav).filter { $0.kode.hasPrefix("IK1") }
    let fault = try #require(found.first)
    #expect(found.count == 1 && fault.kode == "IK105" && fault.forslag == "samtale")
    #expect(fault.fil == "mappe/prøve/2014-01-01.yaml")
    #expect((fault.linje, fault.kolonne, fault.bredde) == (line, column, 6))
    let source = Array((fault.kildelinje ?? "").unicodeScalars)
    #expect(String(String.UnicodeScalarView(source[(column - 1)..<(column + 5)])) == "samtal")
    #expect(fault.tekst.contains("mappe/prøve/2014-01-01.yaml:\(line):\(column): error[IK105]"))
    #expect(fault.tekst.contains("did you mean «samtale»?"))
  }

  /// A requirement, and what of it stands above the carets.
  static let spans: [(krav: String, code: String, under: String)] = [
    ("finnes vedtak og og 2", "IK102", "og"),
    ("|-\n        antall vedtak\n        mens siste 2 måneder\n        der (true)", "IK104", "true"),
    (
      "|-\n        antall vedtak\n        siste 2 måneder   \n        der (barnet_hørt)", "IK109",
      "antall vedtak"
    ),
    (">-\n        finnes vedtak og antall vedtak  \n        i fjor", "IK109", "antall vedtak"),
    ("finnes vedtak og antall vedtak\n        i fjor # merknad", "IK109", "antall vedtak"),
    ("'finnes vedtak og antall vedtak\n        i fjor'", "IK109", "antall vedtak"),
    ("\"finnes vedtak og a\\x6Et\\u0061ll vedtak i fjor\"", "IK109", "a\\x6Et\\u0061ll vedtak i fjor"),
    ("\"finnes vedtak\\n\\tog finnes vedtak_🧸\"", "IK101", "🧸"),
    ("\"finnes vedtak og \\U0001F9F8\"", "IK101", "\\U0001F9F8"),
    ("\"finnes vedtak og\"", "IK102", "\""),
    ("\"\"", "IK102", "\""),
    ("''", "IK102", "'"),
  ]

  @Test(arguments: spans)
  func `and the carets cover its part of the first line`(krav: String, code: String, under: String) throws {
    let fault = try #require(try feil(krav).first { $0.kode == code })
    let line = Array((fault.kildelinje ?? "").unicodeScalars)
    let from = fault.kolonne - 1
    #expect(String(String.UnicodeScalarView(line[from..<from + fault.bredde])) == under)
  }

  @Test func `every rule of every point is told about, and nothing twice`() throws {
    let text = """
      sjekkliste: prøve
      versjon: 2014-01-01
      gjelder: {fra: 2014-01-01}
      parametre:
        mens: [{fra: 2004-01-01, verdi: 4}]
        tom: 4
      definer:
        a: antall vedtakk
        b: a er minst bb
        c: a er minst 2 og b
        d: [1]
        e: {omtale: uten uttrykk}
        to ord: finnes vedtak
        g: h
        h: finnes vedtak
      punkter:
        - id: P
          spørsmål: "Er {a} godt, {d}? {f}"
          sviktområde: 33
          kravtype: egen prosedyre
          hjemmel: [H]
          alvorlighet: lavv
          gjelder når: d og e og finnes vedtak der (og) og (2
          krav: c og og b og finnes samtal
          norm: a.fra er før 2014-01-01 og tom er 4
          eksempler: [{navn: x, på: 2014-01-01, utfall: avvik, sak: {vedtakk: [], samtale: 2, avtale: [{dat: 2014}]}}]
        - id: P
          spørsmål: Er det godt?
          sviktområde: 3
          sviktområde: 4
          kravtype: egen prosedyre
          hjemmel: [H]
          alvorlighet: lav
          krav: b og c eller finnes samtal
          eksempler: [{navn: x, på: 2014-01-01, utfall: avvik}, {navn: y}]
      grunnsak: {tull: 1}
      """
    let found = try Self.feil(i: text)
    let places = found.map { "\($0.linje) \($0.kode)" }
    #expect(
      places == [
        "5 IK025", "6 IK020", "8 IK105", "9 IK104", "11 IK020", "12 IK022", "13 IK024", "14 IK104",
        "18 IK208", "19 IK023", "22 IK023", "23 IK102", "23 IK102", "24 IK102", "26 IK206", "26 IK206",
        "26 IK206",
        "27 IK203", "30 IK013", "34 IK105", "35 IK022", "35 IK022", "36 IK206",
      ])
    for fault in found {
      #expect(fault.forslag != nil || fault.hint != nil)
      #expect(fault.kildelinje == String(text.split(separator: "\n")[fault.linje - 1]))
    }
    #expect(found.first { $0.linje == 14 }?.hint?.contains("further down") == true)
  }
}
