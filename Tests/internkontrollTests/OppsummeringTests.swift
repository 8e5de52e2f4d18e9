import Foundation
import JSONText
import Testing

/// `summary`: what a quality meeting looks back on, from a store.
struct OppsummeringTests {
  /// A locked control of September 2014 with two drawn cases; in one of them a person found an avvik.
  private func lager() throws -> Prøvemappe {
    let folder = try Prøvemappe()
    try folder.saker([.uklanderlig("M-01"), .uklanderlig("M-02")])
    let kontroll = Prøvekontroll(folder)
    try kontroll.control("--seed", "20140930").endte(0)
    try kontroll.svarAlt(["M-01"])
    try kontroll.answer("M-02", "VD-KVALITET", "ikke_oppfylt", "--reason", "Vurderingen mangler.").endte(0)
    try kontroll.answer("M-02", "BEKYMRING", "nei", "--reason", "Lest.").endte(0)
    try kontroll.lock().endte(0)
    return folder
  }

  private func summary(_ folder: Prøvemappe, _ args: String...) throws -> Kjøring {
    try folder.kjør(
      ["summary", "--period", "2014-09..2014-10", "--store", "k.sqlite", "--checklists", Program.sjekklister]
        + args)
  }

  @Test func `the agenda is printed, the page lies beside the store, and the store is as it was`() throws {
    let folder = try lager()
    let before = try folder.les("k.sqlite")
    let run = try summary(folder, "--csv", "tall.csv")
    run.endte(0)
    #expect(run.feil == "")
    #expect(
      run.ut.hasPrefix("Oppsummering til kvalitetsgruppa, fra september 2014 til oktober 2014, alle team\n"))
    #expect(run.ut.contains("Kontrollene til og med oktober 2014. Ellers slik det sto 31. oktober 2014.\n"))
    #expect(run.ut.contains("\n  3 Nye avvik: 1\n"))
    #expect(run.ut.contains("2 av 4 planlagte saker er kontrollert"))
    #expect(run.ut.contains("Skrevet til ./oppsummering-2014-09-2014-10.html"))
    let html = try folder.tekst("oppsummering-2014-09-2014-10.html")
    #expect(html.contains("sak M-02, VD-KVALITET"))
    #expect(html.contains("Én måned sier ingenting om tjenesten."))
    #expect(try folder.les("k.sqlite") == before)

    let table = try Lesere.les("csv", ["tall.csv"], i: folder)
    #expect(
      table["header"]?.array?.compactMap(\.string) == [
        "Del", "Punkt eller prosedyre", "Team", "Måned", "Størrelse", "Verdi",
      ])
    let rows = (table["rows"]?.array ?? []).map { $0.array?.compactMap(\.string) ?? [] }
    #expect(rows.contains(["trukket", "VD-KVALITET", "fosterhjem-1", "", "Med avvik", "1"]))
  }

  @Test func `--json prints one object and writes no page`() throws {
    let folder = try lager()
    let run = try summary(folder, "--json", "--kind", "kvalitetsutvalg", "--on", "2014-11-05")
    run.endte(0)
    let object = try run.json()
    #expect(object["schema"]?.string == "internkontroll/summary/1")
    #expect(object["kind"]?.string == "kvalitetsutvalg")
    #expect(object["on"]?.string == "2014-11-05")
    #expect(object["agenda"]?.array?.count == 8)
    #expect(try !folder.filer().contains { $0.hasPrefix("oppsummering-2014-09") })
  }

  @Test func `what may leave has no case in it`() throws {
    let folder = try lager()
    let text = try summary(folder, "--audience", "utenfor", "--csv", "tall.csv")
    text.endte(0)
    let object = try summary(folder, "--audience", "utenfor", "--json")
    object.endte(0)
    let html = try folder.tekst("oppsummering-2014-09-2014-10-utenfor.html")
    for output in [text.ut, object.ut, html, try folder.tekst("tall.csv")] {
      #expect(!output.contains("M-0"))
      #expect(!output.contains("Vurderingen mangler"))
    }
    #expect(try object.json()["points"]?.array == [])
  }

  @Test func `a team alone never leaves, and a team that is none is named for what it is`() throws {
    let folder = try lager()
    try summary(folder, "--team", "fosterhjem-1", "--audience", "utenfor").feilet(64, "small numbers")
    try summary(folder, "--team", "fosterhjem-9").feilet(64, "fosterhjem-1")
    try summary(folder, "--team", "fosterhjem-1", "--json").endte(0)
  }

  @Test func `a period without a locked control says so first, and not that nothing was found`() throws {
    let folder = try lager()
    let run = try folder.kjør(
      "summary", "--period", "2014-11..2014-12", "--store", "k.sqlite", "--checklists", Program.sjekklister)
    run.endte(0)
    #expect(run.ut.split(separator: "\n")[1] == "Ingen kontroll er låst i perioden.")
    #expect(!run.ut.contains("Kontrollen fant ingen avvik"))
  }

  @Test func `a period of more than two years is wrong usage`() throws {
    let folder = try lager()
    for (period, code) in [("2012-11..2014-10", 0), ("2012-10..2014-10", 64)] as [(String, Int32)] {
      let run = try folder.kjør(
        "summary", "--period", period, "--store", "k.sqlite", "--checklists", Program.sjekklister)
      run.endte(code)
    }
  }

  @Test(arguments: ["2014-13..2014-14", "2014-10..2014-09", "2014", "2014-09..", "x..y"])
  func `a period that is none is wrong usage`(period: String) throws {
    try Prøvemappe().kjør("summary", "--period", period).feilet(64)
  }

  @Test func `a store that is not there is an error, and none is made`() throws {
    let folder = try Prøvemappe()
    try summary(folder).feilet(2, "there is no store k.sqlite")
    #expect(try folder.filer() == [])
  }
}
