import CaseRecords
import Checklists
import Foundation
import JSONText
import RuleEngine
import Testing
import Values

/// Sentences that the author of a checklist has written for outcomes.
@Suite struct `A sentence of the author's own` {
  private static let mappe = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Brutt/grunn")

  /// The verdict of the point ANTALL (at least two vedtak last year) with these lines under it.
  private func vurdering(_ lines: String, _ vedtak: String, facts: String = "") throws -> Vurdering {
    var files = try ["saksmodell.yaml", "hjemler.yaml", "prosedyrer.yaml", "sviktomrader.yaml"].map {
      Sjekklistebibliotek.Fil(
        sti: $0, bytes: Array(try Data(contentsOf: Self.mappe.appending(path: $0))))
    }
    let path = "liste/2014-05-31.yaml"
    let whole = try String(contentsOf: Self.mappe.appending(path: path), encoding: .utf8)
    let mark = "    funn: \"Det er registrert {i_fjor} vedtak.\""
    let indented = lines.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
    try #require(whole.contains(mark))
    files.append(.init(sti: path, bytes: Array(whole.replacing(mark, with: indented).utf8)))
    let library = try Sjekklistebibliotek(files, mappe: "L")
    let list = try #require(library.sjekklister.first)
    let collection = vedtak.isEmpty ? "" : "\"vedtak\":[\(vedtak)]"
    let sak = try JSONValue(
      parsing: """
        {"format":"sak/1","sak":"S-1","enhet":"solvik","team":"t","uttrekk":"2014-09-30",
        "opplysninger":{"tilsynsansvar":\(facts.isEmpty ? "\"egen\"" : facts)},"hendelser":{\(collection)}}
        """)
    var run = Punktkontroll(
      list, try Saksbunke(sak: sak, modell: library.modell), på: try #require(Dato("2014-09-30")))
    run.begin(sak: 0)
    return run.vurdering(try #require(list.punkter.first))
  }

  private static let two = #"{"dato":"2013-03-01"},{"dato":"2013-04-01"}"#
  private static let one = #"{"dato":"2013-03-01"}"#
  private static let coarse = #"{"dato":"2013-03-01"},{"dato":"2013-05"}"#

  private static let all = """
    funn: Det er for få vedtak.
    setninger:
      oppfylt: "{i_fjor} vedtak er truffet i {fjoråret}. Det første er fra {datoen for første vedtak i fjor}."
      avvik:
        - {når: i_fjor er 0, tekst: "Ingen vedtak er registrert i {fjoråret}. Minst {minst_i_året} skal være det."}
        - "Bare {i_fjor} vedtak er registrert i {fjoråret}, fra {datoen for siste vedtak i fjor}."
      ukjent: "Siste vedtak er fra {datoen for siste vedtak}."
      ikke_aktuelt: En annen kommune har ansvaret.
    """

  @Test func `is shown for its outcome with its values in words and dates`() throws {
    let fulfilled = try vurdering(Self.all, Self.two)
    #expect(fulfilled.utfall == .oppfylt)
    #expect(fulfilled.setning == "To vedtak er truffet i 2013. Det første er fra 1. mars 2013.")
    let breach = try vurdering(Self.all, Self.one)
    #expect(breach.utfall == .avvik)
    #expect(breach.setning == "Bare ett vedtak er registrert i 2013, fra 1. mars 2013.")
  }

  @Test func `with a condition is shown when the condition holds`() throws {
    let none = try vurdering(Self.all, #"{"dato":"2012-03-01"}"#)
    #expect(none.setning == "Ingen vedtak er registrert i 2013. Minst 2 skal være det.")
  }

  @Test func `says after the engine that the point is not relevant or not decided`() throws {
    let other = try vurdering(Self.all, Self.two, facts: "\"annen\"")
    #expect(other.setning == "Punktet er ikke aktuelt. En annen kommune har ansvaret.")
  }

  @Test func `gives way to the engine's own when a value is not certain`() throws {
    // The collection is open: there may be a later vedtak.
    let open = try vurdering(Self.all, "")
    #expect(open.utfall == .ukjent)
    #expect(open.setning.hasPrefix("Kan ikke avgjøres ut fra det som er registrert. "))
    #expect(!open.setning.contains("Siste vedtak er fra"))
    // A day that is only known to be in May cannot be shown as a day.
    let lines = "setninger: {oppfylt: \"Det siste er fra {datoen for siste vedtak}.\"}"
    let coarse = try vurdering(lines, Self.coarse)
    #expect(coarse.utfall == .oppfylt)
    #expect(!coarse.setning.contains("Det siste er fra"))
    #expect(try vurdering(lines, Self.two).setning == "Det siste er fra 1. april 2013.")
  }

  @Test func `without a condition is not shown when a condition before it may hold`() throws {
    let lines = """
      setninger:
        oppfylt:
          - {når: siste vedtak har (dato er etter 2013-05-10), tekst: Det siste kom sent i året.}
          - {når: antall vedtak i fjor er minst 3, tekst: Det er mange.}
          - Det siste kom tidlig i året.
      """
    #expect(try vurdering(lines, Self.two).setning == "Det siste kom tidlig i året.")
    let coarse = try vurdering(lines, Self.coarse).setning
    #expect(!coarse.contains("i året"))
    let many = try vurdering(lines, Self.coarse + #",{"dato":"2013-05"}"#).setning
    #expect(many == "Det er mange.")
  }

  @Test func `does not change the outcome, its evidence or the finding`() throws {
    let (with, without) = (try vurdering(Self.all, Self.one), try vurdering("funn: F.", Self.one))
    #expect(with.utfall == without.utfall && with.bevis == without.bevis)
    #expect(with.setning != without.setning)
  }
}
