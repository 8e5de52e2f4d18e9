import CaseRecords
import JSONText
import Testing
import Values

private let sak = post(
  #""oppfølgingsbesøk":[{"dato":"2014-03","form":["stedlig","digital"],"samtale_alene":"for_ung"},{}],"#
    + #""besøksfrekvens":[{"dato":"2014-01-01"}],"varig_opphold":[],"plassering":[{"fra":"2014"}]"#,
  ufullstendig: #"["oppfølgingsbesøk"]"#)

private func med(_ sted: String, _ verdi: String, i tekst: String = sak) throws(Lesefeil) -> JSONValue {
  guard let record = try? JSONValue(parsing: tekst) else { throw Lesefeil(.invalidJSON, "test") }
  return try medOpplysning(sted: sted, verdi: verdi, i: record, modell: prøvemodell, vakt: prøvevakt)
}

@Suite struct `A supplementary fact` {
  @Test(arguments: [
    ("oppfølgingsbesøk/0/barnet_til_stede", "true", #""barnet_til_stede":true"#),
    ("oppfølgingsbesøk/0/barnet_til_stede", "false", #""barnet_til_stede":false"#),
    ("oppfølgingsbesøk/0/form", "digital", #""form":"digital""#),
    ("oppfølgingsbesøk/0/form", "\"digital\"", #""form":"digital""#),
    ("oppfølgingsbesøk/1/form", "[\"stedlig\",\"avlyst\"]", #""form":["stedlig","avlyst"]"#),
    ("oppfølgingsbesøk/0/dato", "2014-03-12", #""dato":"2014-03-12""#),
    ("oppfølgingsbesøk/1/dato", "2014", #""dato":"2014""#),
    ("oppfølgingsbesøk/1/rapport_mottatt", "false", #""rapport_mottatt":false"#),
    ("oppfølgingsbesøk/1/registrert", "2014-05", #""registrert":"2014-05""#),
    ("besøksfrekvens/0/kode", "4", #""kode":4"#),
    ("plassering/0/fra", "2014-02", #""fra":"2014-02""#),
    ("plassering/0/hjem", "12", #""hjem":"12""#),
    ("plassering/0/hjem", "H1", #""hjem":"H1""#),
    ("opplysninger/født", "2005", #""født":"2005""#),
    ("opplysninger/sakstype", "omsorgssak", #""sakstype":"omsorgssak""#),
    ("drøfting", "[]", #""drøfting":[]"#),
    ("drøfting", #"[{"dato":"2014-01-01"}]"#, #""drøfting":[{"dato":"2014-01-01"}]"#),
  ])
  func `is set where it belongs`(_ sted: String, _ verdi: String, _ ventet: String) throws {
    let ny = try med(sted, verdi)
    #expect(ny.compactText.contains(ventet))
    #expect(try Saksbunke(sak: ny, modell: prøvemodell).saker.count == 1)
  }

  @Test func `closes an open collection, and adds what was found`() throws {
    let ny = try med("oppfølgingsbesøk", #"[{"dato":"2014-08-01","form":"stedlig"}]"#)
    #expect(ny["hendelser"]?["oppfølgingsbesøk"]?.array?.count == 3)
    #expect(ny["ufullstendig"] == .array([]))
    let bunke = try Saksbunke(sak: ny, modell: prøvemodell)
    #expect(try bunke.tabell("oppfølgingsbesøk").åpenhet == [.lukket])
    let igjen = try medOpplysning(
      sted: "drøfting", verdi: "[]", i: ny, modell: prøvemodell, vakt: prøvevakt)
    #expect(try Saksbunke(sak: igjen, modell: prøvemodell).tabell("drøfting").åpenhet == [.lukket])
  }

  @Test(arguments: [
    ("oppfølgingsbesøk/0/form", "avlyst"), ("oppfølgingsbesøk/0/form", "null"),
    ("oppfølgingsbesøk/0/samtale_alene", "gjennomført"), ("oppfølgingsbesøk/0/dato", "2014-04-01"),
    ("oppfølgingsbesøk/0/dato", "2014"), ("plassering/0/flyttet_med_fosterforeldre", "true"),
    ("plassering/0/til", "2014-05-01"), ("besøksfrekvens/0/unntak", "ukraina"), ("varig_opphold", "[]"),
    ("varig_opphold", "[{}]"),
  ])
  func `can narrow down what the record says, not contradict it`(_ sted: String, _ verdi: String) {
    #expect { try med(sted, verdi) } throws: { ($0 as? Lesefeil)?.kode == .contradictsRecord }
  }

  @Test(
    arguments: [
      ("møte/0/form", "x", .invalidFact), ("oppfølgingsbesøk/9/form", "stedlig", .invalidFact),
      ("oppfølgingsbesøk/-1/form", "stedlig", .invalidFact),
      ("oppfølgingsbesøk/00/form", "stedlig", .invalidFact),
      ("oppfølgingsbesøk/0/farge", "x", .invalidFact), ("oppfølgingsbesøk/0", "x", .invalidFact),
      ("oppfølgingsbesøk/0/fra", "2014", .invalidFact), ("opplysninger/navn", "x", .invalidFact),
      ("hjemopphold", "[]", .invalidFact), ("", "", .invalidFact), ("drøfting", "ingen", .invalidFact),
      ("drøfting", "[7]", .wrongType), ("oppfølgingsbesøk/1/form", "hjemme", .unknownCode),
      ("oppfølgingsbesøk/1/barnet_til_stede", "ja", .wrongType), ("besøksfrekvens/0/kode", "3", .unknownCode),
      ("opplysninger/født", "2005-03-12", .fullBirthDate),
      ("oppfølgingsbesøk/1/dato", "2014-13", .invalidDate),
      ("plassering/0/hjem", "12345678901", .identity), ("12345678901", "1", .identity),
      ("opplysninger/behandler", "hemmelig", .identity),
    ] as [(String, String, Lesefeil.Kode)])
  func `is checked as the record is`(_ sted: String, _ verdi: String, _ kode: Lesefeil.Kode) {
    #expect { try med(sted, verdi) } throws: {
      let feil = $0 as? Lesefeil
      #expect(feil.map { !$0.melding.contains("12345678901") && !$0.melding.contains("hemmelig;") } ?? false)
      return feil?.kode == kode
    }
  }

  @Test func `of a record that is wrong itself is refused`() {
    #expect { try med("drøfting", "[]", i: post(uttrekk: "2014")) } throws: {
      ($0 as? Lesefeil)?.kode == .invalidDate
    }
  }
}
