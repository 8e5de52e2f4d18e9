import CaseRecords
import Testing

/// A record that must be refused, the code, and where in the record.
struct Avslag: CustomTestStringConvertible {
  var tekst: String
  var kode: Lesefeil.Kode
  var sted: String?

  init(_ tekst: String, _ kode: Lesefeil.Kode, _ sted: String?) {
    self.tekst = tekst
    self.kode = kode
    self.sted = sted
  }

  var testDescription: String { "\(kode.rawValue): \(tekst.prefix(120))" }
}

private func besøk(_ felt: String) -> String { post("\"oppfølgingsbesøk\":[{},{\(felt)}]") }

private func frekvens(_ felt: String) -> String { post("\"besøksfrekvens\":[{\(felt)}]") }

private let hode: [Avslag] = [
  Avslag("[1]", .notAnObject, nil),
  Avslag("\"x\"", .notAnObject, nil),
  Avslag(#"{"sak":"S-1","uttrekk":"2014-09-30"}"#, .missingFormat, "format"),
  Avslag(#"{"format":null,"sak":"S-1","uttrekk":"2014-09-30"}"#, .missingFormat, "format"),
  Avslag(#"{"format":"sak/2","sak":"S-1","uttrekk":"2014-09-30"}"#, .wrongFormat, "format"),
  Avslag(#"{"format":1,"sak":"S-1","uttrekk":"2014-09-30"}"#, .wrongFormat, "format"),
  Avslag(#"{"format":"sak/1","uttrekk":"2014-09-30"}"#, .missingCaseId, "sak"),
  Avslag(#"{"format":"sak/1","sak":null,"uttrekk":"2014-09-30"}"#, .missingCaseId, "sak"),
  Avslag(#"{"format":"sak/1","sak":7,"uttrekk":"2014-09-30"}"#, .wrongType, "sak"),
  Avslag(post(sak: ""), .invalidId, "sak"),
  Avslag(post(sak: "S 1"), .invalidId, "sak"),
  Avslag(post(sak: "Sæ"), .invalidId, "sak"),
  Avslag(post(sak: String(repeating: "a", count: 41)), .invalidId, "sak"),
  Avslag(#"{"format":"sak/1","sak":"S-1"}"#, .missingExtractDate, "uttrekk"),
  Avslag(post(uttrekk: "2014-09"), .invalidDate, "uttrekk"),
  Avslag(post(uttrekk: "2014-09-31"), .invalidDate, "uttrekk"),
  Avslag(#"{"format":"sak/1","sak":"S-1","uttrekk":20140930}"#, .invalidDate, "uttrekk"),
  Avslag(post(ekstra: #","enhet":"to ord""#), .invalidId, "enhet"),
  Avslag(post(ekstra: #","team":7"#), .wrongType, "team"),
  Avslag(post(ekstra: #","merknad":"x""#), .unknownKey, nil),
  Avslag(post(ekstra: #","":1"#), .unknownKey, nil),
  Avslag(
    #"{"format":"sak/1","sak":"S-1","uttrekk":"2014-09-30","opplysninger":[]}"#, .wrongType, "opplysninger"),
  Avslag(#"{"format":"sak/1","sak":"S-1","uttrekk":"2014-09-30","hendelser":[]}"#, .wrongType, "hendelser"),
  Avslag(post(opplysninger: #""navn":"x""#), .unknownKey, "opplysninger"),
  Avslag(post(#""møte":[]"#), .unknownKey, "hendelser"),
  Avslag(post(#""hjemopphold":[]"#), .unknownKey, "hendelser"),
  Avslag(post(#""drøfting":{}"#), .wrongType, "hendelser.drøfting"),
  Avslag(post(#""drøfting":[7]"#), .wrongType, "hendelser.drøfting[0]"),
  Avslag(post(ufullstendig: #"["møte"]"#), .unknownCollection, "ufullstendig[0]"),
  Avslag(post(ufullstendig: #"["drøfting","hjemopphold"]"#), .unknownCollection, "ufullstendig[1]"),
  Avslag(post(ufullstendig: #"[1]"#), .unknownCollection, "ufullstendig[0]"),
  Avslag(post(ufullstendig: #""drøfting""#), .wrongType, "ufullstendig"),
]

private let felter: [Avslag] = [
  Avslag(besøk(#""form":"hjemme""#), .unknownCode, "hendelser.oppfølgingsbesøk[1].form"),
  Avslag(besøk(#""form":"""#), .unknownCode, "hendelser.oppfølgingsbesøk[1].form"),
  Avslag(besøk(#""form":["stedlig","hjemme"]"#), .unknownCode, "hendelser.oppfølgingsbesøk[1].form"),
  Avslag(besøk(#""form":[]"#), .emptyList, "hendelser.oppfølgingsbesøk[1].form"),
  Avslag(besøk(#""form":["stedlig",null]"#), .wrongType, "hendelser.oppfølgingsbesøk[1].form"),
  Avslag(besøk(#""form":true"#), .wrongType, "hendelser.oppfølgingsbesøk[1].form"),
  Avslag(besøk(#""form":1"#), .unknownCode, "hendelser.oppfølgingsbesøk[1].form"),
  Avslag(besøk(#""form":{}"#), .wrongType, "hendelser.oppfølgingsbesøk[1].form"),
  Avslag(besøk(#""barnet_til_stede":"ja""#), .wrongType, "hendelser.oppfølgingsbesøk[1].barnet_til_stede"),
  Avslag(besøk(#""barnet_til_stede":1"#), .wrongType, "hendelser.oppfølgingsbesøk[1].barnet_til_stede"),
  Avslag(besøk(#""barnet_til_stede":["ja"]"#), .wrongType, "hendelser.oppfølgingsbesøk[1].barnet_til_stede"),
  Avslag(besøk(#""merknad":null"#), .unknownKey, "hendelser.oppfølgingsbesøk[1]"),
  Avslag(besøk(#""fra":"2014""#), .unknownKey, "hendelser.oppfølgingsbesøk[1]"),
  Avslag(besøk(#""til":"2014""#), .unknownKey, "hendelser.oppfølgingsbesøk[1]"),
  Avslag(
    besøk(#""rapport_mottatt":["2014"]"#), .listNotAllowed, "hendelser.oppfølgingsbesøk[1].rapport_mottatt"),
  Avslag(besøk(#""rapport_mottatt":true"#), .wrongType, "hendelser.oppfølgingsbesøk[1].rapport_mottatt"),
  Avslag(
    besøk(#""rapport_mottatt":"2014-10-01""#), .dateAfterExtract,
    "hendelser.oppfølgingsbesøk[1].rapport_mottatt"),
  Avslag(frekvens(#""kode":"4""#), .unknownCode, "hendelser.besøksfrekvens[0].kode"),
  Avslag(frekvens(#""kode":3"#), .unknownCode, "hendelser.besøksfrekvens[0].kode"),
  Avslag(frekvens(#""kode":4.5"#), .unknownCode, "hendelser.besøksfrekvens[0].kode"),
  Avslag(
    post(#""varig_opphold":[{"avtalt_besøk":"4"}]"#), .wrongType, "hendelser.varig_opphold[0].avtalt_besøk"),
  Avslag(
    post(#""varig_opphold":[{"avtalt_besøk":1.5}]"#), .invalidNumber,
    "hendelser.varig_opphold[0].avtalt_besøk"),
  Avslag(
    post(#""varig_opphold":[{"avtalt_besøk":3e9}]"#), .invalidNumber,
    "hendelser.varig_opphold[0].avtalt_besøk"),
  Avslag(
    post(#""varig_opphold":[{"avtalt_besøk":[1,2]}]"#), .listNotAllowed,
    "hendelser.varig_opphold[0].avtalt_besøk"),
  Avslag(post(#""plassering":[{"hjem":"H 1"}]"#), .invalidId, "hendelser.plassering[0].hjem"),
  Avslag(post(#""plassering":[{"hjem":1}]"#), .wrongType, "hendelser.plassering[0].hjem"),
  Avslag(post(#""plassering":[{"hjem":["H1"]}]"#), .listNotAllowed, "hendelser.plassering[0].hjem"),
  Avslag(post(opplysninger: #""født":"2005-03-12""#), .fullBirthDate, "opplysninger.født"),
  Avslag(post(opplysninger: #""født":"2005-13""#), .invalidDate, "opplysninger.født"),
  Avslag(post(opplysninger: #""født":"2005-02-30""#), .invalidDate, "opplysninger.født"),
  Avslag(post(opplysninger: #""født":false"#), .falseNotAllowed, "opplysninger.født"),
  Avslag(post(opplysninger: #""født":2005"#), .wrongType, "opplysninger.født"),
  Avslag(post(opplysninger: #""født":["2005"]"#), .listNotAllowed, "opplysninger.født"),
  Avslag(post(opplysninger: #""født":"2015""#), .dateAfterExtract, "opplysninger.født"),
]

private let tider: [Avslag] = [
  Avslag(besøk(#""dato":"2014-02-30""#), .invalidDate, "hendelser.oppfølgingsbesøk[1].dato"),
  Avslag(besøk(#""dato":"12.03.2014""#), .invalidDate, "hendelser.oppfølgingsbesøk[1].dato"),
  Avslag(besøk(#""dato":"""#), .invalidDate, "hendelser.oppfølgingsbesøk[1].dato"),
  Avslag(besøk(#""dato":2014"#), .wrongType, "hendelser.oppfølgingsbesøk[1].dato"),
  Avslag(besøk(#""dato":true"#), .wrongType, "hendelser.oppfølgingsbesøk[1].dato"),
  Avslag(besøk(#""dato":false"#), .falseNotAllowed, "hendelser.oppfølgingsbesøk[1].dato"),
  Avslag(besøk(#""dato":["2014"]"#), .listNotAllowed, "hendelser.oppfølgingsbesøk[1].dato"),
  Avslag(besøk(#""dato":"2014-10-01""#), .dateAfterExtract, "hendelser.oppfølgingsbesøk[1].dato"),
  Avslag(besøk(#""dato":"2014-10""#), .dateAfterExtract, "hendelser.oppfølgingsbesøk[1].dato"),
  Avslag(besøk(#""dato":"0213-11-04""#), .dateTooEarly, "hendelser.oppfølgingsbesøk[1].dato"),
  Avslag(besøk(#""dato":"1979-12-31""#), .dateTooEarly, "hendelser.oppfølgingsbesøk[1].dato"),
  Avslag(
    besøk(#""rapport_mottatt":"1900-01-01""#), .dateTooEarly, "hendelser.oppfølgingsbesøk[1].rapport_mottatt"),
  Avslag(besøk(#""registrert":"1899-12-30""#), .dateTooEarly, "hendelser.oppfølgingsbesøk[1].registrert"),
  Avslag(post(#""plassering":[{"fra":"1900-01-01"}]"#), .dateTooEarly, "hendelser.plassering[0].fra"),
  Avslag(post(opplysninger: #""født":"1900""#), .dateTooEarly, "opplysninger.født"),
  Avslag(post(uttrekk: "0001-01-01"), .dateTooEarly, "uttrekk"),
  Avslag(
    post(#""oppfølgingsbesøk":[{"dato":"2005-02-28"}]"#, opplysninger: #""født":"2005-03""#), .beforeBirth,
    "hendelser.oppfølgingsbesøk[0]"),
  Avslag(
    post(#""oppfølgingsbesøk":[{"dato":"2005-02"}]"#, opplysninger: #""født":"2005-03""#), .beforeBirth,
    "hendelser.oppfølgingsbesøk[0]"),
  Avslag(besøk(#""registrert":false"#), .falseNotAllowed, "hendelser.oppfølgingsbesøk[1].registrert"),
  Avslag(besøk(#""registrert":"i går""#), .invalidDate, "hendelser.oppfølgingsbesøk[1].registrert"),
  Avslag(post(#""plassering":[{"fra":false}]"#), .falseNotAllowed, "hendelser.plassering[0].fra"),
  Avslag(post(#""plassering":[{"fra":"2015"}]"#), .dateAfterExtract, "hendelser.plassering[0].fra"),
  Avslag(post(#""plassering":[{"dato":"2014"}]"#), .unknownKey, "hendelser.plassering[0]"),
  Avslag(post(#""plassering":[{"til":true}]"#), .wrongType, "hendelser.plassering[0].til"),
  Avslag(
    post(#""plassering":[{"fra":"2014-03-02","til":"2014-03-01"}]"#), .tilBeforeFra, "hendelser.plassering[0]"
  ),
  Avslag(post(#""plassering":[{"til":"2013","fra":"2014"}]"#), .tilBeforeFra, "hendelser.plassering[0]"),
  Avslag(
    post(#""plassering":[{"til":"2014-02","fra":"2014-03-01"}]"#), .tilBeforeFra, "hendelser.plassering[0]"),
]

private let sammenheng: [Avslag] = [
  Avslag(
    post(#""besøksfrekvens":[{"dato":"2014-01-01"},{"dato":"2013"},{"dato":"2014-01-01"}]"#),
    .sameDayFrequency,
    "hendelser.besøksfrekvens[2]"),
  Avslag(
    post(#""plassering":[{"fra":"2011-01-01","hjem":"H1"},{"fra":"2012-01-01","hjem":"H2"}]"#),
    .placementConflict,
    "hendelser.plassering[1]"),
  Avslag(
    post(
      #""plassering":[{"fra":"2012-01-01","hjem":"H2"},{"fra":"2011-01-01","til":"2012-01-01","hjem":"H1"}]"#),
    .placementConflict, "hendelser.plassering[0]"),
  Avslag(
    post(
      #""plassering":[{"fra":"2011","til":"2013","hjem":"H1"},{"fra":"2012","til":"2012","hjem":"H2"},"#
        + #"{"fra":"2012-05","til":"2013-02","hjem":"H3"}]"#), .placementConflict, "hendelser.plassering[2]"),
  Avslag(
    post(
      #""plassering":[{"fra":"2011-01-01","hjem":"H1","flyttet_med_fosterforeldre":true},"#
        + #"{"fra":"2012-01-01","hjem":"H2","flyttet_med_fosterforeldre":false}]"#), .placementConflict,
    "hendelser.plassering[1]"),
]

@Suite struct `A faulty record is refused` {
  @Test(arguments: hode + felter + tider + sammenheng)
  func `with a code and a place in the vocabulary's own names`(_ avslag: Avslag) throws {
    let (bunke, feil) = les(avslag.tekst)
    #expect(feil.map(\.kode) == [avslag.kode])
    #expect(feil.map(\.sted) == [avslag.sted])
    #expect(bunke.saker.isEmpty)
    #expect(
      bunke.samlinger.allSatisfy {
        $0.start == [0] && $0.indeks.isEmpty && $0.felter.allSatisfy(\.maske.isEmpty)
      })
    let feilet = try #require(feil.first)
    #expect(feilet.sak == (avslag.sted == "sak" || avslag.kode == .notAnObject ? nil : "S-1"))
    #expect(feilet.melding.hasSuffix("."))
  }

  @Test(arguments: [
    // Home H1 may have ended before H2 began, or the home is not known, or the child moved with the parents.
    #"{"fra":"2011","til":"2012","hjem":"H1"},{"fra":"2012","hjem":"H2"}"#,
    #"{"fra":"2011","til":"2012-01-01","hjem":"H1"},{"fra":"2012-01-02","hjem":"H2"}"#,
    #"{"fra":"2011","hjem":"H1"},{"fra":"2012"}"#,
    #"{"fra":"2011","hjem":"H1"},{"fra":"2012","hjem":"H1"}"#,
    #"{"fra":"2011","hjem":"H1"},{"fra":"2012","hjem":"H2","flyttet_med_fosterforeldre":true}"#,
    #"{"fra":"2011","hjem":"H1"},{"fra":"2012","hjem":"H2","flyttet_med_fosterforeldre":null}"#,
    #"{"fra":"2012","hjem":"H1","flyttet_med_fosterforeldre":true},{"fra":"2012-05","hjem":"H2"}"#,
  ])
  func `only what is certainly a contradiction is one`(_ plasseringer: String) throws {
    _ = try lesGod(post("\"plassering\":[\(plasseringer)]"))
  }

  @Test func `coarse dates of frequencies may coincide`() throws {
    _ = try lesGod(
      post(#""besøksfrekvens":[{"dato":"2014-01"},{"dato":"2014-01"},{"dato":"2014-01-05"},{}]"#))
  }

  @Test func `all faults of a record are told, with line and column`() {
    let tekst = """
      {
        "format": "sak/1", "sak": "S-9", "uttrekk": "2014-09-30",
        "hendelser": {
          "oppfølgingsbesøk": [
            { "dato": "2014-02-30", "form": "x" },
            { "ål": 1 }
          ]
        }
      }
      """
    let feil = les(tekst, fil: "sak.json").feil
    #expect(feil.map(\.kode) == [.invalidDate, .unknownCode, .unknownKey])
    #expect(feil.map(\.linje) == [5, 5, 6])
    #expect(feil.map(\.kolonne) == [17, 39, 9])
    #expect(feil.allSatisfy { $0.fil == "sak.json" && $0.sak == "S-9" })
  }

  @Test func `not more than twenty faults of a record are told`() {
    let feil = les(post("\"drøfting\":[" + repeatElement("7", count: 99).joined(separator: ",") + "]")).feil
    #expect(feil.count == 20)
  }

  @Test func `faults of JSON have their place, and the pseudonym when it came before`() {
    let feil = les(post() + "\n" + #"{"format":"sak/1","sak":"S-2","uttrekk":"#).feil
    #expect(feil.map(\.kode) == [.invalidJSON])
    #expect(feil.map(\.linje) == [2])
    #expect(feil.map(\.sak) == ["S-2"])
    let dobbelt = les(post(ekstra: #","format":"sak/1""#)).feil
    #expect(dobbelt.map(\.kode) == [.duplicateKey])
    #expect(dobbelt.map(\.kolonne) == [69])
  }
}
