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
    let model = try Data(contentsOf: Prøvebibliotek.rot.appending(path: "Checklists/saksmodell.yaml"))
    do throws(Definisjonsfeilene) {
      _ = try Sjekklistebibliotek(
        [
          .init(sti: "saksmodell.yaml", bytes: Array(model)),
          .init(sti: "prøve/2014-01-01.yaml", bytes: Array(text.utf8)),
        ],
        mappe: "mappe")
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
}
