import Quality
import Testing

struct TekstinnvendingTests {
  @Test(arguments: [
    "Født 12.03.2010.", "gutt f. 12.3.10", "f.12.03.2010", "jente født den 12. mars 2010",
    "fødselsdato: 2010-03-12",
    "fødselsdag 120310", "født:12/3-2010",
  ])
  func `a day of birth is refused, also when the writer has looked`(_ text: String) throws {
    let objection = try #require(Tekstinnvending(melding: text, sett: true))
    guard case .fødselsdato = objection else {
      Issue.record("\(objection)")
      return
    }
    #expect(Tekstinnvending(tekst: text) != nil)
    #expect(!objection.bokmål.contains("2010"))
  }

  @Test(arguments: [
    "Besøket 12.03.2014 ble avlyst.", "Barnet er født i 2010.", "Født i mars 2010.",
    "Møtet var 12. mars 2014.",
    "Snakket med mor og lærer.", "Avtalt med Bufetat.", "Samarbeid med NAV og politiet.",
    "Mor Ikke hjemme?".lowercased(),
    "Drøftet med Statsforvalteren 12.03.2014.", "Se § 4-16. Far er orientert.", "Kontakt med BUP.",
  ])
  func `what tells nobody who somebody is, may be stored`(_ text: String) {
    #expect(Tekstinnvending(melding: text, sett: false) == nil)
  }

  @Test(arguments: [
    "Jeg har snakket med Ola.", "fostermor Kari ringte", "samtale med Ola Nordmann", "hun heter Åse",
  ])
  func `what may be a name may stay when the writer has looked`(_ text: String) throws {
    let objection = try #require(Tekstinnvending(melding: text, sett: false))
    guard case .kanVære = objection else {
      Issue.record("\(objection)")
      return
    }
    #expect(Tekstinnvending(melding: text, sett: true) == nil)
  }
}
