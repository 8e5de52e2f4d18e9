import Foundation
import Testing

/// `explain` and `format`, as authors and CI run them.
struct FormatTests {
  private let mappe: Prøvemappe

  init() throws { mappe = try Prøvemappe() }

  // MARK: explain

  @Test func `a code is explained with an example that is wrong and one that is right`() throws {
    for code in ["IK104", "ik104"] {
      let run = try mappe.kjør("explain", code)
      run.endte(0)
      #expect(run.feil == "")
      #expect(run.linjer.first == "IK104: An unknown name")
      #expect(run.ut.contains("\nWrong:\n    besøksdager er minst besøkkrav\n\nRight:\n    "))
    }
  }

  @Test func `every code that is listed is explained`() throws {
    let list = try mappe.kjør("explain")
    list.endte(0)
    let codes = list.linjer.filter { $0.hasPrefix("IK") }.map { String($0.prefix(5)) }
    #expect(codes.count > 50 && codes == codes.sorted())
    let all = try mappe.skall(
      "for c in \(codes.joined(separator: " ")); do \"$ik\" explain $c || exit 1; done")
    all.endte(0)
    #expect(all.linjer.filter { $0.hasPrefix("IK") }.count == codes.count)
    #expect(list.linjer.last?.hasPrefix("regelspråket ") == true)
  }

  @Test func `an unknown code is wrong usage, with the one that was meant`() throws {
    try mappe.kjør("explain", "IK1O4").feilet(64, "did you mean «IK104»?", "internkontroll explain")
    try mappe.kjør("explain", "regelsproket").feilet(64, "did you mean «regelspr")
    let run = try mappe.kjør("explain", "13527248013")
    run.feilet(64, "there is no such code")
    #expect(!run.alt.contains("13527248013"))
    try mappe.kjør("explain", "IK104", "IK105").endte(64)
  }

  @Test func `the reference of the rule language is the page in the repository`() throws {
    let page = try Data(contentsOf: URL(filePath: "\(Program.sjekklister)/regelspraket.md"))
    for topic in ["regelspråket", "regelspraket", "Regelspråket"] {
      let run = try mappe.kjør("explain", topic)
      run.endte(0)
      #expect(run.utBytes == page)
    }
  }

  @Test func `what validate finds can be explained`() throws {
    try kopi()
    try endre("norm: finnes", "norm: fines")
    let run = try mappe.kjør("validate", "L")
    run.endte(1)
    #expect(run.ut.contains("internkontroll explain IK102"))
    #expect(run.ut.contains("did you mean «finnes»?"))
  }

  // MARK: format

  private let fil = "L/fosterhjem/2014-05-31.yaml"

  /// The shipped checklists in the folder `L`.
  private func kopi() throws {
    try mappe.skall("cp -r \"$sjekklister\" L && chmod -R u+w L").endte(0)
  }

  private func endre(_ old: String, _ new: String) throws {
    let text = try mappe.tekst(fil)
    #expect(text.contains(old))
    try mappe.skriv(fil, text.replacing(old, with: new, maxReplacements: 1))
  }

  /// The line of the file, from 1, that holds a text.
  private func linje(_ text: String) throws -> Int {
    try #require(try mappe.tekst(fil).components(separatedBy: "\n").firstIndex { $0.contains(text) }) + 1
  }

  @Test func `the shipped checklists are in canonical form, and format leaves them alone`() throws {
    let check = try mappe.kjør("format", "--check", Program.sjekklister)
    check.endte(0)
    #expect(check.alt == "")
    try mappe.kjør("format", "--check", "--checklists", Program.sjekklister).endte(0)
    try kopi()
    try mappe.kjør("format", "L").endte(0)
    try mappe.skall("diff -r \"$sjekklister\" L").endte(0)
  }

  @Test func `check names the rules that are not canonical, and format mends them`() throws {
    try kopi()
    let whole = try mappe.tekst(fil)
    try endre("krav: besøksdager er minst besøkskrav", "krav: (besøksdager  ≥ besøkskrav)")
    let spoilt = try mappe.tekst(fil)
    let check = try mappe.kjør("format", "L", "--check")
    check.endte(1)
    let line = try linje("krav: (besøksdager  ≥ besøkskrav)")
    #expect(check.ut == "\(fil):\(line):11: «krav» should be: besøksdager er minst besøkskrav\n")
    #expect(try mappe.tekst(fil) == spoilt)

    let format = try mappe.kjør("format", fil)
    format.endte(0)
    #expect(format.ut == "\(fil): 1 rule written in canonical form\n")
    #expect(try mappe.tekst(fil) == whole)
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(Program.sjekklister)/fosterhjem")
      .sorted()
    #expect(try mappe.filer("L/fosterhjem") == names)
  }

  @Test func `a file keeps who may read it, and a link stays a link`() throws {
    try kopi()
    try endre("krav: besøksdager er minst besøkskrav", "krav: besøksdager ≥ besøkskrav")
    try mappe.skall("chmod 664 \(fil) && mkdir lenker && ln -s ../\(fil) lenker/liste.yaml").endte(0)
    try mappe.skall("umask 077; \"$ik\" format lenker/liste.yaml").endte(0)
    #expect(try mappe.skall("stat -c %a \(fil); stat -c %F lenker/liste.yaml").ut == "664\nsymbolic link\n")
    #expect(try mappe.tekst(fil).contains("krav: besøksdager er minst besøkskrav"))
  }

  @Test func `a file with faults is left alone, and the others are formatted`() throws {
    try kopi()
    try endre("krav: besøksdager er minst besøkskrav", "krav: besøksdager ≥ ≥ besøkskrav")
    let faulty = try mappe.tekst(fil)
    let other = "L/fosterhjem/2013-01-01.yaml"
    let text = try mappe.tekst(other)
    try mappe.skriv(other, text.replacing("er minst besøkskrav", with: "≥ besøkskrav"))
    for flags in [["--check"], []] {
      let run = try mappe.kjør(["format", "L"] + flags)
      run.feilet(2, "\(fil):\(try linje("≥ ≥")):", "error[IK102]", "^")
      #expect(run.ut.contains("2013-01-01.yaml"))
    }
    #expect(try mappe.tekst(fil) == faulty)
    #expect(try mappe.tekst(other) == text)
  }

  @Test func `without a checklist there is nothing to format, and a missing file is told`() throws {
    try mappe.skriv("tom/x.yaml", "a: 1\n")
    try mappe.kjør("format", "tom").feilet(4, "no checklist")
    try mappe.kjør("format", "finnes_ikke").feilet(2, "no file or folder")
    try mappe.skall("\"$ik\" format").feilet(2, "./Checklists")
  }
}
