import CaseRecords
import Foundation
import JSONText
import Testing
import Values

/// A record as JSONDecoder reads it, with no more than is compared.
private struct Orakelsak: Decodable {
  struct Besøk: Decodable {
    var dato: String?
    var form: String?
    var barnet_til_stede: Bool?
  }

  struct Hendelser: Decodable {
    var oppfølgingsbesøk: [Besøk]?
  }

  var sak: String
  var uttrekk: String
  var hendelser: Hendelser
}

/// A small deterministic generator (SplitMix64), so that a failure can be repeated.
struct Terning: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

private func tilfeldig(_ nummer: Int, _ terning: inout Terning) -> String {
  let besøk = (0..<Int.random(in: 0...6, using: &terning)).map { _ in
    let dato = [
      "2014", "2014-0\(Int.random(in: 1...9, using: &terning))",
      "2013-1\(Int.random(in: 0...2, using: &terning))-17",
    ]
    let deler = [
      "\"dato\": \"\(dato.randomElement(using: &terning) ?? "")\"",
      ["\"form\":\"stedlig\"", "\"form\": null", "\"form\":\"av\\u006cyst\""].randomElement(using: &terning)
        ?? "",
      ["\"barnet_til_stede\":true", "\"barnet_til_stede\":false"].randomElement(using: &terning) ?? "",
    ]
    return "{"
      + deler.shuffled(using: &terning).prefix(Int.random(in: 0...3, using: &terning)).joined(
        separator: " , ") + "}"
  }
  return post("\"oppfølgingsbesøk\":[\(besøk.joined(separator: ","))]", sak: "S-\(nummer)")
}

@Suite struct `Other ways of reading` {
  @Test func `JSONDecoder finds the same in the same records`() throws {
    var terning = Terning(state: 42)
    let poster = (0..<300).map { tilfeldig($0, &terning) }
    let (bunke, feil) = les(poster.joined(separator: "\n"))
    #expect(feil == [])
    let tabell = try bunke.tabell("oppfølgingsbesøk")
    let form = try bunke.celler("oppfølgingsbesøk", "form")
    let til_stede = try bunke.celler("oppfølgingsbesøk", "barnet_til_stede")
    for (nummer, tekst) in poster.enumerated() {
      let orakel = try JSONDecoder().decode(Orakelsak.self, from: Data(tekst.utf8))
      #expect(bunke.saker[nummer].sak == orakel.sak)
      #expect(bunke.saker[nummer].uttrekk.description == orakel.uttrekk)
      let besøk = orakel.hendelser.oppfølgingsbesøk ?? []
      #expect(tabell.rader(nummer).count == besøk.count)
      for rad in tabell.rader(nummer) {
        let ett = besøk[Int(tabell.indeks[rad])]
        let omfang = ett.dato.flatMap { Datoomfang(iso: $0) }
        #expect(tabell.fraLav[rad] == omfang?.første.dag ?? morgen)
        #expect(try tabell.fraHøy[rad] == min(omfang?.siste.dag ?? ende, dag("2014-09-30")))
        #expect(form[rad] == Celle(ett.form.map { $0 == "stedlig" ? 2 : 8 } ?? 15))
        #expect(til_stede[rad] == Celle(ett.barnet_til_stede.map { $0 ? 2 : 1 } ?? 3))
      }
    }
  }

  @Test func `whatever happens to a record, it is read or refused`() throws {
    let god = post(
      #""oppfølgingsbesøk":[{"dato":"2014-03-12","form":["stedlig","digital"],"samtale_alene":"gjennomført"}],"#
        + #""besøksfrekvens":[{"dato":"2014","kode":4}],"plassering":[{"fra":"2011","til":null,"hjem":"H1"}]"#,
      opplysninger: #""født":"2005-03","behandler":"sb-1""#, ufullstendig: #"["drøfting"]"#)
    let tegn = Array("{}[]\",:\\0129-+.eEtfn \n\u{1}æå".utf8)
    var terning = Terning(state: 20_000)
    var leser = Sakleser(modell: prøvemodell, vakt: prøvevakt, gjengangere: [])
    var lest = 0
    for _ in 0..<20_000 {
      var bytes = Array(god.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &terning) where !bytes.isEmpty {
        let sted = Int.random(in: 0..<bytes.count, using: &terning)
        switch Int.random(in: 0...4, using: &terning) {
        case 0: bytes[sted] = UInt8.random(in: 0...255, using: &terning)
        case 1: bytes[sted] = tegn.randomElement(using: &terning) ?? 0
        case 2: bytes.remove(at: sted)
        case 3: bytes.insert(tegn.randomElement(using: &terning) ?? 0, at: sted)
        default: bytes.removeSubrange(sted..<min(bytes.count, sted + Int.random(in: 1...20, using: &terning)))
        }
      }
      leser.les(post: bytes, 0..<bytes.count, fil: nil, linje: 1)
      let (bunke, feil) = leser.taBolk()
      #expect(bunke.saker.count == (feil.isEmpty ? 1 : 0))
      lest += bunke.saker.count
      if let hode = bunke.saker.first {
        #expect(try JSONValue(parsing: hode.kanonisk).canonicalBytes == hode.kanonisk)
      }
    }
    #expect(lest > 100 && lest < 19_000)
  }
}
