import CaseRecords
import Foundation
import Testing
import Values

/// A folder that is gone when the test is over.
private final class Mappe {
  let sti: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "saker-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    sti = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: sti) }

  func skriv(_ navn: String, _ tekst: String) throws {
    let url = URL(filePath: sti).appending(path: navn)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(tekst.utf8).write(to: url)
  }
}

private let innlesing = Saksinnlesing(modell: prøvemodell, vakt: prøvevakt)

private func linjer(_ numre: Range<Int>) -> String {
  numre.map { post("\"drøfting\":[{\"dato\":\"2014-01-0\($0 % 9 + 1)\"}]", sak: "S-\($0)") + "\n" }.joined()
}

@Suite struct `Where records come from` {
  @Test func `a folder is read in the order of the bytes of its paths`() throws {
    let mappe = try Mappe()
    for (navn, sak) in [
      ("b.json", "b"), ("a.json", "a"), ("Z.json", "Z"), ("æ.json", "x"), ("a/z.json", "az"),
      ("c.txt", "nei"),
      (".skjult.json", "nei"), ("d/e/f.jsonl", "def"), ("ab.ndjson", "ab"),
    ] { try mappe.skriv(navn, post(sak: sak)) }
    let (kilder, feil) = Kilde.finn([mappe.sti])
    #expect(feil == [])
    #expect(
      kilder.map { $0.navn.dropFirst(mappe.sti.count + 1) } == [
        "Z.json", "a.json", "a/z.json", "ab.ndjson", "b.json", "d/e/f.jsonl", "æ.json",
      ])
    #expect(innlesing.les(kilder).bunke.saker.map(\.sak) == ["Z", "a", "az", "ab", "b", "def", "x"])
  }

  @Test func `a path that is not there is a fault of its own`() throws {
    let mappe = try Mappe()
    try mappe.skriv("a.json", post())
    let (kilder, feil) = Kilde.finn([mappe.sti + "/ingen.json", mappe.sti + "/a.json"])
    #expect(kilder.count == 1)
    #expect(feil.map(\.kode) == [.unreadableFile])
    #expect(feil.map(\.fil) == [mappe.sti + "/ingen.json"])
    let borte = innlesing.les([.fil(sti: mappe.sti + "/borte.json"), .fil(sti: mappe.sti + "/a.json")])
    #expect(borte.feil.map(\.kode) == [.unreadableFile])
    #expect(borte.bunke.saker.count == 1)
  }

  @Test func `a link to a folder is not followed, so that nothing goes round in circles`() throws {
    let mappe = try Mappe()
    try mappe.skriv("a.json", post())
    try FileManager.default.createSymbolicLink(atPath: mappe.sti + "/rundt", withDestinationPath: mappe.sti)
    #expect(Kilde.finn([mappe.sti]).kilder.count == 1)
  }

  @Test(arguments: ["sak.json", "saker.jsonl", "-"])
  func `one record a line, blank lines and all`(_ navn: String) {
    let tekst = "\n" + post(sak: "A") + "\r\n  \r\n\n" + post(sak: "B")
    let (bunke, feil) = les(tekst, fil: navn)
    #expect(feil == [])
    #expect(bunke.saker.map(\.sak) == ["A", "B"])
  }

  @Test(arguments: ["sak.json", "-"])
  func `one record over many lines`(_ navn: String) {
    let (bunke, feil) = les("\n" + post(sak: "A").replacing(",", with: ",\n") + "\n\n", fil: navn)
    #expect(feil == [])
    #expect(bunke.saker.map(\.sak) == ["A"])
  }

  @Test func `a broken record over many lines is one fault`() {
    let tekst = "{\n  \"format\": \"sak/1\",\n  \"sak\": oops,\n  \"uttrekk\": 1\n}\n"
    let feil = les(tekst, fil: "sak.json").feil
    #expect(feil.map(\.kode) == [.invalidJSON])
    #expect(feil.map { [$0.linje, $0.kolonne] } == [[3, 10]])
  }

  @Test func `a broken line does not stop the others`() {
    let (bunke, feil) = les(
      "{,}\n" + post(sak: "A") + "\n{\"a\n" + post(sak: "B") + "\n\u{FEFF}{}", fil: "sak.json")
    #expect(bunke.saker.map(\.sak) == ["A", "B"])
    #expect(feil.map(\.linje) == [1, 3, 5])
  }

  @Test func `a file for one record must hold one`() {
    #expect(les("", fil: "sak.json").feil.map(\.kode) == [.invalidJSON])
    #expect(les("\n", fil: "sak.json").feil.map(\.kode) == [.invalidJSON])
    #expect(les("", fil: "saker.jsonl").feil == [])
  }

  @Test func `a record that is too large is passed over`() throws {
    let mappe = try Mappe()
    let stor = "{\"a\":\"" + String(repeating: "x", count: Sakleser.størstePost) + "\"}"
    try mappe.skriv("saker.jsonl", post(sak: "A") + "\n" + stor + "\n" + post(sak: "B") + "\n")
    try mappe.skriv("stor.json", stor.replacing("{", with: "{\n"))
    let (bunke, feil) = innlesing.les([
      .fil(sti: mappe.sti + "/saker.jsonl"), .fil(sti: mappe.sti + "/stor.json"),
      .minne(navn: "m.jsonl", bytes: Array(stor.utf8)),
    ])
    #expect(bunke.saker.map(\.sak) == ["A", "B"])
    #expect(feil.map(\.kode) == [.tooLarge, .tooLarge, .tooLarge])
    #expect(feil.map(\.linje) == [2, 1, 1])
  }
}

@Suite struct `The same pseudonym twice in a run` {
  @Test func `is an error on both, wherever they stand`() throws {
    let mappe = try Mappe()
    try mappe.skriv("a.json", post(sak: "S-1"))
    try mappe.skriv("b.jsonl", post(sak: "S-2") + "\n" + post(sak: "S-3"))
    try mappe.skriv(
      "c.json", post(sak: "S-4", ekstra: ",\n\"team\":null").replacing("S-4", with: "S-\\u0031"))
    let (bunke, feil) = innlesing.les(Kilde.finn([mappe.sti]).kilder)
    #expect(bunke.saker.map(\.sak) == ["S-2", "S-3"])
    #expect(feil.map(\.kode) == [.duplicateCase, .duplicateCase])
    #expect(feil.map { $0.fil?.suffix(6) } == ["a.json", "c.json"])
    #expect(feil.map(\.sak) == ["S-1", "S-1"])
    #expect(feil.map(\.sted) == ["sak", "sak"])
  }

  @Test func `counts also when one of them is broken`() {
    let (bunke, feil) = les(post(sak: "S-1") + "\n" + "{\"sak\":\"S-1\",")
    #expect(bunke.saker.isEmpty)
    #expect(feil.map(\.kode) == [.duplicateCase, .invalidJSON])
  }

  @Test func `is found across batches`() {
    let tekst = linjer(0..<100) + post(sak: "S-3")
    var saker: [String] = []
    var feil: [Lesefeil] = []
    innlesing.les([.minne(navn: "x.jsonl", bytes: Array(tekst.utf8))], bolk: 7) {
      saker += $0.saker.map(\.sak)
      feil += $1
    }
    #expect(saker == (0..<100).filter { $0 != 3 }.map { "S-\($0)" })
    #expect(feil.map(\.linje) == [4, 101])
  }
}

@Suite struct `Batches` {
  @Test(arguments: [1, 2, 7, 50, 1000])
  func `hold the same records as the whole`(_ størrelse: Int) throws {
    let mappe = try Mappe()
    let tekst = linjer(0..<20) + "{}\n" + linjer(20..<50)
    try mappe.skriv("saker.jsonl", tekst)
    let hele = innlesing.les([.fil(sti: mappe.sti + "/saker.jsonl")])
    var sammen = Saksbunke(modell: prøvemodell)
    var feil: [Lesefeil] = []
    innlesing.les([.fil(sti: mappe.sti + "/saker.jsonl")], bolk: størrelse) { bunke, funnet in
      #expect(bunke.saker.count <= størrelse)
      sammen.append(bunke)
      feil += funnet
    }
    #expect(sammen.saker == hele.bunke.saker)
    #expect(sammen.samlinger.map(\.start) == hele.bunke.samlinger.map(\.start))
    #expect(sammen.samlinger.map(\.fraLav) == hele.bunke.samlinger.map(\.fraLav))
    #expect(feil == hele.feil)
    #expect(feil.map(\.linje) == [21, 21])
  }

  @Test func `lines longer than a piece of the file are whole`() throws {
    let mappe = try Mappe()
    let lang = (0..<9_000).map { "{\"dato\":\"2014-01-01\",\"konklusjon\":\($0 % 2 == 0)}" }.joined(
      separator: ", ")
    let tekst = (0..<5).map { post("\"drøfting\":[\(lang)]", sak: "L\($0)") + "\n" }.joined()
    try mappe.skriv("saker.jsonl", tekst)
    let (bunke, feil) = innlesing.les([.fil(sti: mappe.sti + "/saker.jsonl")])
    #expect(feil == [])
    #expect(try bunke.tabell("drøfting").start == [0, 9_000, 18_000, 27_000, 36_000, 45_000])
  }

  @Test func `what the caller throws comes back`() {
    struct Nok: Error {}
    #expect(throws: Nok.self) {
      try innlesing.les([.minne(navn: "x.jsonl", bytes: Array(linjer(0..<9).utf8))], bolk: 2) { _, _ in
        throw Nok()
      }
    }
  }

  @Test func `too many events of one kind are a mistake in the extract`() {
    let mange = repeatElement("{}", count: 10_001).joined(separator: ",")
    #expect(les(post("\"drøfting\":[\(mange)]")).feil.map(\.kode) == [.tooManyEvents])
  }
}

@Suite struct `One case out of many` {
  @Test func `is a bunke of its own, equal to reading it alone`() throws {
    let tekster = [
      post(#""plassering":[{"fra":"2012","hjem":"H2"},{"fra":"2011","til":"2011","hjem":"H1"}]"#, sak: "A"),
      post(opplysninger: #""behandler":"sb-1""#, ufullstendig: #"["drøfting"]"#, sak: "B"),
      post(#""plassering":[{"hjem":"H1"}],"drøfting":[{},{"språk":"bokmål"}]"#, sak: "C"),
    ]
    let (bunke, feil) = les(tekster.joined(separator: "\n"))
    #expect(feil == [])
    for (nummer, tekst) in tekster.enumerated() {
      let alene = try lesGod(tekst)
      let tatt = bunke.sak(at: nummer)
      #expect(tatt.saker.map(\.kanonisk) == alene.saker.map(\.kanonisk))
      #expect(tatt.saker.map(\.linje) == [nummer + 1])
      #expect(tatt.opplysninger.map(\.maske) == alene.opplysninger.map(\.maske))
      #expect(tatt.samlinger.map(\.indeks) == alene.samlinger.map(\.indeks))
      #expect(tatt.samlinger.map(\.åpenhet) == alene.samlinger.map(\.åpenhet))
      #expect(tatt.samlinger.map(\.tilHøy) == alene.samlinger.map(\.tilHøy))
      for samling in tatt.samlinger.indices {
        let (a, b) = (tatt.samlinger[samling].felter, alene.samlinger[samling].felter)
        #expect(a.map(\.maske) == b.map(\.maske))
      }
      #expect(try hjem(tatt) == hjem(alene))
    }
    #expect(try hjem(bunke) == ["H1", "H2", "H1"])
  }

  private func hjem(_ bunke: Saksbunke) throws -> [String] {
    try bunke.celler("plassering", "hjem").map { bunke.tekstkoder[Int(try #require($0.lav))] }
  }
}
