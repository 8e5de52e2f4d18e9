import CaseRecords
import JSONText
import Testing
import Values

@Suite struct `The canonical record` {
  @Test func `is RFC 8785 of the record as read`() throws {
    let tekst = """
      { "uttrekk": "2014-09-30", "sak": "S-1", "format": "sak/1", "team": "øst",
        "hendelser": { "oppfølgingsbesøk": [ { "form": ["stedlig", "digital"], "dato": "2014-03" } ],
          "drøfting": [ ], "besøksfrekvens": [ {"kode": 4, "dato": null} ] } }
      """
    let (bunke, feil) = Saksinnlesing(modell: prøvemodell, vakt: prøvevakt).les([
      .minne(navn: "sak.json", bytes: Array(tekst.utf8))
    ])
    #expect(feil == [])
    let kanonisk = try #require(bunke.saker.first?.kanonisk)
    #expect(kanonisk == (try JSONValue(parsing: tekst)).canonicalBytes)
    #expect(
      String(decoding: kanonisk, as: UTF8.self)
        == #"{"format":"sak/1","hendelser":{"besøksfrekvens":[{"dato":null,"kode":4}],"drøfting":[],"#
        + #""oppfølgingsbesøk":[{"dato":"2014-03","form":["stedlig","digital"]}]},"sak":"S-1","team":"øst","#
        + #""uttrekk":"2014-09-30"}"#)
  }

  @Test func `is the same however the record is written`() throws {
    let slik = post(
      #""drøfting":[{"dato":"2014-01-01","språk":"bokmål"}],"besøksfrekvens":[{"dato":"2014-01-01","kode":4}]"#,
      ekstra: #","team":"Åsen""#)
    let ellers = slik.replacing("bokmål", with: "bokm\u{61}\u{30A}l").replacing(
      "språk", with: "spr\\u0061\u{30A}k"
    )
    .replacing("4}", with: "4.0}").replacing("Åsen", with: "A\u{30A}sen").replacing(":[{", with: " : [ { ")
    .replacing("S-1", with: "\\u0053-1")
    #expect(!ellers.unicodeScalars.elementsEqual(slik.unicodeScalars))
    let (a, b) = (try lesGod(slik), try lesGod(ellers))
    #expect(a.saker == b.saker)
    #expect(b.saker[0].team.unicodeScalars.count == 4)
    #expect(try b.celler("drøfting", "språk") == [Celle(4)])
    #expect(try b.celler("besøksfrekvens", "kode") == [Celle(2)])
  }

  @Test func `has every key once, also when it comes in two normalisation forms`() {
    let feil = les(post("\"drøfting\":[{\"språk\":null,\"spr\u{61}\u{30A}k\":\"bokmål\"}]")).feil
    #expect(feil.map(\.kode) == [.duplicateKey])
  }
}
