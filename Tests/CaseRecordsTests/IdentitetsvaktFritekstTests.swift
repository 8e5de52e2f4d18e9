import Testing

@testable import CaseRecords

struct Fritekst: CustomTestStringConvertible, Sendable {
  var tekst: String
  var funn: [(Identitetsadvarsel, ord: Int)]

  init(_ tekst: String, _ funn: (Identitetsadvarsel, ord: Int)...) {
    self.tekst = tekst
    self.funn = funn
  }

  var testDescription: String { tekst }
}

struct IdentitetsvaktFritekstTests {
  static let tilfeller: [Fritekst] = [
    Fritekst("Barnet ville ikke snakke alene."),
    Fritekst("Besøket 12.03.2014 ble avlyst. Barnet var sykt."),
    Fritekst("Statsforvalteren er varslet. Barneverntjenesten Solvik følger opp."),
    Fritekst("Jf. Barnevernloven § 4-22. Helsetilsynet krever det."),
    Fritekst("Samtale med Kari ble holdt."),
    Fritekst("BVR og NAV er varslet."),
    Fritekst("besøk hos Ola Nordmann ble utsatt", (.muligNavn, ord: 3)),
    Fritekst("Ola Nordmann ville ikke.", (.muligNavn, ord: 1)),
    Fritekst("Hos Ola Nordmann er det ro.", (.muligNavn, ord: 2)),
    Fritekst("Det var Anne-Lise Ås.", (.muligNavn, ord: 3)),
    Fritekst("snakket med O. Nordmann", (.muligNavn, ord: 3)),
    Fritekst("fostermor Ola Kari Nordmann sa nei", (.muligNavn, ord: 2)),
    Fritekst("Besøk holdt. Ola Nordmann var til stede.", (.muligNavn, ord: 3)),
    Fritekst("bor i Solvikveien 12", (.muligAdresse, ord: 3)),
    Fritekst("bor i Storgata 5 B.", (.muligAdresse, ord: 3)),
    Fritekst("bor i lille vei 7", (.muligAdresse, ord: 4)),
    Fritekst("flyttet til 0123 Solvik", (.muligAdresse, ord: 3)),
    Fritekst("i 2014 Solvik kommune"),
    Fritekst("veien videre er klar"),
    Fritekst("ring 22 33 44 55", (.treff(.telefonnummer), ord: 2)),
    Fritekst("fnr 31129956715", (.treff(.fødselsnummer), ord: 2)),
    Fritekst("fnr 311299 56715 og ola@solvik.no", (.treff(.fødselsnummer), ord: 2), (.treff(.epost), ord: 5)),
    Fritekst("fnr 31129956716", (.liknerFødselsnummer, ord: 2)),
    Fritekst("fnr 311299 56716", (.liknerFødselsnummer, ord: 2)),
    Fritekst("seed 99999999999"),
    Fritekst(
      "Ola Nordmann i Solvikveien 3 har 91234567", (.muligNavn, ord: 1), (.muligAdresse, ord: 4),
      (.treff(.telefonnummer), ord: 7)),
    Fritekst(""),
    Fritekst("   \n "),
  ]

  @Test(arguments: tilfeller) func `free text is warned about`(_ tilfelle: Fritekst) {
    let found = Identitetsvakt().advarsler(i: tilfelle.tekst)
    #expect(found.map(\.advarsel) == tilfelle.funn.map(\.0))
    #expect(found.map(\.ord) == tilfelle.funn.map(\.ord))
  }

  @Test func `only certain hits are refused`() {
    #expect(Identitetsadvarsel.treff(.epost).måAvvises)
    for warning in [Identitetsadvarsel.muligNavn, .muligAdresse, .liknerFødselsnummer] {
      #expect(!warning.måAvvises)
    }
  }

  @Test func `a warning never holds the text`() {
    let found = Identitetsvakt().advarsler(i: "Ola Nordmann 31129956715 ola@solvik.no Solvikveien 3")
    let told = found.map { "\($0) \($0.advarsel.beskrivelse) \($0.advarsel.bokmål)" }.joined()
    #expect(found.count == 4)
    for secret in ["Ola", "Nordmann", "31129956715", "solvik", "Solvikveien"] {
      #expect(!told.contains(secret))
    }
  }
}
