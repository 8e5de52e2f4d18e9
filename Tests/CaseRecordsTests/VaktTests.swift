import CaseRecords
import Testing

private let nummer = "12345678901"

/// Records that hold what the guard stops: what the message must name.
private let treff: [Avslag] = [
  Avslag(post(sak: nummer), .identity, "sak"),
  Avslag(post(ekstra: ",\"enhet\":\"\(nummer)\""), .identity, "enhet"),
  Avslag(post(ekstra: ",\"team\":\"\(nummer)\""), .identity, "team"),
  Avslag(post(ekstra: ",\"\(nummer)\":1"), .identity, nil),
  Avslag(post(ekstra: ",\"merknad\":{\"a\":[\"hemmelig\"]}"), .identity, nil),
  Avslag(post(opplysninger: "\"behandler\":\"\(nummer)\""), .identity, "opplysninger.behandler"),
  Avslag(post(opplysninger: "\"født\":\"\(nummer)\""), .identity, "opplysninger.født"),
  Avslag(post(opplysninger: "\"sakstype\":\"\(nummer)\""), .identity, "opplysninger.sakstype"),
  Avslag(post(opplysninger: "\"hemmelig\":true"), .identity, "opplysninger"),
  Avslag(post("\"hemmelig\":[]"), .identity, "hendelser"),
  Avslag(post("\"drøfting\":\"\(nummer)\""), .identity, "hendelser.drøfting"),
  Avslag(post("\"drøfting\":[\"\(nummer)\"]"), .identity, "hendelser.drøfting[0]"),
  Avslag(post("\"drøfting\":[{\"hemmelig\":1}]"), .identity, "hendelser.drøfting[0]"),
  Avslag(post("\"drøfting\":[{\"dato\":\"\(nummer)\"}]"), .identity, "hendelser.drøfting[0].dato"),
  Avslag(post("\"drøfting\":[{\"dato\":[\"\(nummer)\"]}]"), .identity, "hendelser.drøfting[0].dato"),
  Avslag(post("\"drøfting\":[{\"konklusjon\":\(nummer)}]"), .identity, "hendelser.drøfting[0].konklusjon"),
  Avslag(post("\"plassering\":[{\"hjem\":\"\(nummer)\"}]"), .identity, "hendelser.plassering[0].hjem"),
  Avslag(
    post("\"varig_opphold\":[{\"avtalt_besøk\":\(nummer)}]"), .identity,
    "hendelser.varig_opphold[0].avtalt_besøk"),
  Avslag(
    post("\"varig_opphold\":[{\"avtalt_besøk\":1.2345678901e10}]"), .identity,
    "hendelser.varig_opphold[0].avtalt_besøk"),
  Avslag(post(ufullstendig: "[\"\(nummer)\"]"), .identity, "ufullstendig[0]"),
  Avslag(post(uttrekk: nummer), .identity, "uttrekk"),
  Avslag("{\"format\":\"\(nummer)\",\"sak\":\"S-1\"}", .identity, "format"),
]

@Suite struct `The guard sees every text that enters` {
  @Test(arguments: treff)
  func `a hit names field and kind, never the value`(_ avslag: Avslag) throws {
    let (bunke, feil) = les(avslag.tekst)
    #expect(bunke.saker.isEmpty)
    #expect(feil.map(\.kode) == [.identity])
    #expect(feil.map(\.sted) == [avslag.sted])
    let melding = try #require(feil.first)
    #expect(melding.melding.contains("fødselsnummer") || melding.melding.contains("hemmelighet"))
    #expect(!melding.melding.contains(nummer) && !melding.melding.contains("hemmelig "))
    #expect(melding.sak == (avslag.sted == "sak" ? nil : "S-1"))
  }

  @Test func `no message ever holds a value or an unknown key`() {
    let ord = "Kari"
    let tekster = [
      post(sak: "\(ord) æ"), post(uttrekk: ord), post(ekstra: ",\"\(ord)\":1"),
      post(ekstra: ",\"team\":\"\(ord) 7\""),
      post(opplysninger: "\"\(ord)\":1"), post(opplysninger: "\"født\":\"\(ord)\""),
      post(opplysninger: "\"behandler\":\"\(ord)!\""), post("\"\(ord)\":[]"),
      post("\"drøfting\":[{\"\(ord)\":1}]"),
      post("\"oppfølgingsbesøk\":[{\"form\":\"\(ord)\"}]"), post("\"drøfting\":[{\"dato\":\"\(ord)\"}]"),
      post("\"drøfting\":[{\"konklusjon\":\"\(ord)\"}]"), post(ufullstendig: "[\"\(ord)\"]"),
      post("\"varig_opphold\":[{\"avtalt_besøk\":\"\(ord)\"}]"), "{\"format\":\"\(ord)\"}", "\"\(ord)\"", ord,
      "{\"\(ord)\":1,\"\(ord)\":2}", "{\"sak\":\"\(ord) x\",",
    ]
    for tekst in tekster {
      let feil = les(tekst).feil
      #expect(!feil.isEmpty, "\(tekst)")
      #expect(feil.allSatisfy { !"\($0)".contains(ord) }, "\(feil)")
    }
  }

  @Test func `the name of a file is guarded too`() {
    let feil = les(post(sak: "æ"), fil: "\(nummer).jsonl").feil
    #expect(feil.map(\.kode) == [.identity, .invalidId])
    #expect(feil.allSatisfy { $0.fil == nil && !"\($0)".contains(nummer) })
  }

  @Test func `a pseudonym is not told of a broken record when the guard stops it`() {
    #expect(les("{\"sak\":\"\(nummer)\",").feil.map(\.sak) == [nil])
  }
}
