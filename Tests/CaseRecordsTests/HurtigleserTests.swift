import JSONText
import Testing
import Values
import Vocabulary

@testable import CaseRecords

/// A record with something of everything.
private let god = post(
  #""oppfølgingsbesøk":[{"dato":"2014-03-12","form":["stedlig","digital"],"samtale_alene":"gjennomført"}],"#
    + #""besøksfrekvens":[{"dato":"2014","kode":4},{"dato":"2014-05-06","kode":2}],"#
    + #""plassering":[{"fra":"2012-02-01","hjem":"H2"},{"fra":"2011","til":"2011-12","hjem":"H1"}]"#,
  opplysninger: #""født":"2005-03","behandler":"sb-1","sakstype":"omsorgssak""#,
  ufullstendig: #"["drøfting"]"#, ekstra: #","enhet":"solvik","team":"Åsen-1""#)

@Suite struct `The fast reader and the careful one` {
  @Test func `agree on random records, one by one`() {
    var poster = Tilfeldigpost(terning: Terning(state: 7))
    var forhold = Leseforhold()
    var gode = 0
    for nummer in 0..<3_000 { gode += forhold.sammenlign([.init(Array(poster.tekst(nummer).utf8))]) }
    #expect(gode > 500 && gode < 2_900)
  }

  @Test func `agree on many records in a row, some for the one and some for the other`() {
    var poster = Tilfeldigpost(terning: Terning(state: 8))
    let mange = (0..<1_000).map { Leseforhold.Post(Array(poster.tekst($0).utf8), linje: $0 + 1) }
    var forhold = Leseforhold()
    #expect(forhold.sammenlign(mange) > 200)
  }

  @Test func `agree on whatever happens to a record`() {
    let tegn = Array("{}[]\",:\\0129-+.eEtfn \n\u{1}æå".utf8)
    var terning = Terning(state: 30_000)
    var forhold = Leseforhold()
    var gode = 0
    for _ in 0..<6_000 {
      var bytes = Array(god.utf8)
      for _ in 0..<Int.random(in: 1...3, using: &terning) {
        let sted = Int.random(in: 0..<bytes.count, using: &terning)
        switch Int.random(in: 0...3, using: &terning) {
        case 0: bytes[sted] = UInt8.random(in: 0...255, using: &terning)
        case 1: bytes[sted] = tegn.randomElement(using: &terning) ?? 0
        case 2: bytes.remove(at: sted)
        default: bytes.insert(tegn.randomElement(using: &terning) ?? 0, at: sted)
        }
      }
      gode += forhold.sammenlign([.init(bytes)])
    }
    #expect(gode > 50 && gode < 5_000)
  }

  @Test func `agree on every beginning of a record, whatever comes after it`() {
    let bytes = Array(god.utf8)
    var forhold = Leseforhold()
    for slutt in 0...bytes.count {
      forhold.sammenlign([.init(bytes, range: 0..<slutt)])
      forhold.sammenlign([.init(bytes[..<slutt] + [0x0A] + bytes + bytes, range: 0..<slutt)])
    }
  }

  @Test(arguments: [
    #"{"x":"\","sak":"A","sak":"B"}"#, #"{"x":"\",\"sak\":\"A","sak":"B"}"#, #"{"s\u0061k":"A","sak":"B"}"#,
    #"{"sak":"A\u0042"}"#, #"{"sak":"æ","sak":"B"}"#, #"{"sak":null,"sak":"B"}"#, #"{"team":"æ","sak":"B"}"#,
    "{\"team\":\"\u{1}\",\"sak\":\"B\"}", #"{ "format" : "x" , "sak" : "B" , "#, #"{"sak":"B"#, "{", "", "[]",
  ])
  func `agree on the pseudonym, also of what is no record`(_ tekst: String) {
    var forhold = Leseforhold()
    #expect(forhold.sammenlign([.init(Array(tekst.utf8))]) == 0)
  }

  @Test func `agree when the keys are sorted and the extract comes last`() throws {
    let sortert = String(decoding: try JSONValue(parsing: god).canonicalBytes, as: UTF8.self)
    #expect(Leseforhold.erVanlig(sortert))
    var forhold = Leseforhold()
    #expect(forhold.sammenlign([.init(Array(sortert.utf8))]) == 1)
    for slutt in [
      "2014-01-01", "2014-01-01\" ", "2014-09", "2014-09-30\",\"team\":\"x", "2014-09-31", "1850-01-01",
    ] {
      forhold.sammenlign([.init(Array(sortert.replacing("2014-09-30", with: slutt).utf8))])
    }
  }
}

@Suite struct `The fast reader` {
  @Test(arguments: [
    god, post(), post(ekstra: " "), god.replacing(",", with: " ,\n ").replacing(":", with: " : "),
    post("\"drøfting\":null,\"plassering\":[]", opplysninger: "", ufullstendig: "null"),
    post("\"varig_opphold\":[{\"fra\":\"2014-01-01\",\"til\":false,\"avtalt_besøk\":12}]"),
    post("\"drøfting\":[{\"dato\":null,\"konklusjon\":null,\"språk\":\"bokmål\"},{},{\"konklusjon\":false}]"),
  ])
  func `takes what is ordinary`(_ tekst: String) {
    #expect(Leseforhold.erVanlig(tekst))
    var forhold = Leseforhold()
    #expect(forhold.sammenlign([.init(Array(tekst.utf8))]) == 1)
  }

  @Test func `leaves a vocabulary alone that is too large for it`() {
    let felter = (0..<70).map { Felt("felt\($0)", .sannhet) }
    let modell = Saksmodell(opplysninger: [], samlinger: [Samling("mange", .dato, felter: felter)])
    #expect(!Leseforhold.erVanlig(post("\"mange\":[{\"felt69\":true}]"), modell: modell))
    #expect(Leseforhold.erVanlig(post("\"drøfting\":[]")))
  }

  @Test func `shows the guard every text that no vocabulary knows, once or more`() {
    final class Sett: @unchecked Sendable { var tekster: Set<String> = [] }
    let sett = Sett()
    var leser = Hurtigleser(Leseskjema(prøvemodell)) { tekst in
      sett.tekster.insert(tekst)
      return nil
    }
    var koder = Tekstkoder()
    let bytes = Array(god.utf8)
    var saker: [Sakshode] = []
    let erLest = leser.les(
      bytes, 0..<bytes.count, fil: nil, linje: 1, gjengangere: [], inn: &saker, &koder)
    #expect(erLest && saker.map(\.sak) == ["S-1"])
    #expect(sett.tekster == ["S-1", "solvik", "Åsen-1", "sb-1", "H1", "H2"])
  }

  @Test func `knows every day of two centuries and no other`() {
    let kalender = Kalender()
    var tekster = ["2014-1-01", "2014-01-1", "2014-01-01 ", "201a-01-01", "2014/01/01", "", "\u{8A}014"]
    for år in ["0000", "0004", "1899", "2100", "9999"] + (1900..<2100).map(String.init) {
      tekster.append(år)
      for måned in 0...13 {
        tekster.append("\(år)-\(to(måned))")
        tekster += [0, 1, 28, 29, 30, 31, 32].map { "\(år)-\(to(måned))-\(to($0))" }
      }
    }
    for tekst in tekster {
      let lest = Bytepeker.med(Array("\(tekst)\"".utf8), 0..<tekst.utf8.count + 1) { kalender.dato(&$0) }
      let erKjent = ("1900"..<"2100").contains(tekst)
      #expect(lest == .some(erKjent ? Isodato(tekst) : nil), "\(tekst)")
    }
  }

  private func to(_ tall: Int) -> String { tall < 10 ? "0\(tall)" : "\(tall)" }
}
