import Foundation
import Testing

/// `simulate`: a played store from the command line.
struct SimuleringskommandoTests {
  private func args(_ file: String, _ more: String...) -> [String] {
    ["simulate", "--year", "2014", "--store", file, "--checklists", Program.sjekklister] + more
  }

  @Test func `the same seed gives the same store in every process, and the store is whole`() throws {
    let mappe = try Prøvemappe()
    let short = ["--months", "1", "--cases-per-team", "40"]
    let runs = try ["a.sqlite", "b.sqlite"].map { try mappe.start(args($0) + short) }.map { try $0.ventet() }
    for run in runs { run.endte(0) }
    #expect(try mappe.les("a.sqlite") == mappe.les("b.sqlite"))
    #expect(runs[0].ut.hasPrefix("2 controls played into a.sqlite\nJournalkode nå: "))
    try mappe.kjør("verify", "--store", "a.sqlite").endte(0)
  }

  @Test func `a file that is there is not touched`() throws {
    let mappe = try Prøvemappe()
    try mappe.skriv("a.sqlite", "mine")
    try mappe.kjør(args("a.sqlite")).feilet(5, "a.sqlite is there already")
    #expect(try mappe.tekst("a.sqlite") == "mine")
  }

  @Test func `a year without a checklist in force leaves no store behind`() throws {
    let mappe = try Prøvemappe()
    let old = ["simulate", "--year", "2010", "--store", "a.sqlite", "--checklists", Program.sjekklister]
    try mappe.kjør(old).feilet(4, "no version of the checklist fosterhjem is in force on 2010-01-31")
    #expect(!mappe.finnes("a.sqlite"))
  }

  @Test(arguments: [["--years", "0"], ["--months", "0"], ["--cases-per-team", "39"], ["--year", "14"]])
  func `numbers that make no year are refused`(wrong: [String]) throws {
    let mappe = try Prøvemappe()
    try mappe.kjør(args("a.sqlite") + wrong).feilet(64)
    #expect(!mappe.finnes("a.sqlite"))
  }
}
