import CaseRecords
import Checklists
import Foundation
import JSONText
import RuleEngine
import RuleLanguage
import Testing
import Values
import Vocabulary

/// Sentences as a colleague would say them: worded from the shipped vocabulary, what decided first, and nothing that
/// did not.
@Suite struct `The wording of a sentence` {
  /// A requirement, the events of a case, and the sentence.
  struct Rad: CustomTestStringConvertible, Sendable {
    let krav: String
    let hendelser: String
    let setning: String

    init(_ krav: String, _ hendelser: String, _ setning: String) {
      self.krav = krav
      self.hendelser = hendelser
      self.setning = setning
    }

    var testDescription: String { krav }
  }

  private static let hjem = #""plassering":[{"fra":"2012-10-04","type":"fosterhjem","hjem":"H1"}]"#

  static let rader = [
    Rad(
      "finnes oppfølgingsbesøk siste 6 måneder der (form er stedlig og barnet_til_stede)",
      #""oppfølgingsbesøk":[{"dato":"2014-05-13","form":"stedlig","barnet_til_stede":true}]"#,
      "Det er registrert ett oppfølgingsbesøk i fosterhjemmet siden 30. mars 2014 der barnet var til stede: 13. mai 2014."
    ),
    Rad(
      "finnes drøfting siste 6 måneder der (konklusjon)", "",
      "Det er ikke registrert noen drøfting med konklusjon siden 30. mars 2014."),
    Rad(
      "finnes vedtak siste 12 måneder der (truffet_av er barneverntjeneste og type ikke er akutt)", "",
      "Det er ikke registrert noe vedtak som tjenesten selv traff, utenom akuttvedtak, siden 30. september 2013."
    ),
    // A window that is counted from a named day says so; of two bounds the narrower is told.
    Rad(
      "finnes avtale siden hjemopphold.fra - 60 dager", hjem,
      "Det er ikke registrert noen fosterhjemsavtale siden 5. august 2012 (60 dager før innflyttingen 4. oktober 2012)."
    ),
    Rad(
      "finnes avtalegjennomgang siden hjemopphold.fra der (dato er minst fjoråret.fra)", hjem,
      "Det er ikke registrert noen gjennomgang av fosterhjemsavtalen siden 1. januar 2013."),
    Rad(
      "finnes oppfølgingsbesøk mellom hjemopphold.fra og hjemopphold.fra + 42 dager", hjem,
      "Det er ikke registrert noe oppfølgingsbesøk fra innflyttingen 4. oktober 2012 til 15. november 2012 (42 dager etter innflyttingen)."
    ),
    // Of alternatives only the one that holds, also inside «der».
    Rad(
      """
      finnes medvirkning siste 12 måneder der (barnets_syn eller grunn_ikke_medvirket er ville_ikke
      eller (grunn_ikke_medvirket er ikke_gitt_anledning og grunn_begrunnet))
      """, #""medvirkning":[{"dato":"2014-01-21","barnets_syn":false,"grunn_ikke_medvirket":"ville_ikke"}]"#,
      "Det er registrert ett journalnotat om medvirkning siden 30. september 2013 der barnet ikke ville: 21. januar 2014."
    ),
    // Of a conjunction that fails, only what fails; one event is «den», not «alle».
    Rad(
      "alle evaluering har (gjennomføring_beskrevet og tiltak_vurdert)",
      #""evaluering":[{"dato":"2014-08-05","gjennomføring_beskrevet":true,"tiltak_vurdert":false}]"#,
      "Evalueringen 5. august 2014 oppfyller ikke kravet. Det er ikke vurdert om tiltakene skal endres."),
    Rad(
      "alle samtale siste 12 måneder har (faglig_vurdering)",
      #""samtale":[{"dato":"2014-01-21","faglig_vurdering":true}]"#,
      "Det er registrert én samtale siden 30. september 2013, 21. januar 2014, og den oppfyller kravet. Referatet inneholder en faglig vurdering av det barnet sa."
    ),
    Rad(
      "alle oppfølgingsbesøk i fjor der (form ikke er avlyst) har (vurdering)",
      #""oppfølgingsbesøk":[{"dato":"2013-02-12","form":"stedlig","vurdering":true},{"dato":"2013-05-14","form":"digital","vurdering":true},{"dato":"2013-06-01","form":"avlyst"}]"#,
      "Det er registrert to oppfølgingsbesøk som ble gjennomført i 2013: 12. februar og 14. mai 2013. Alle oppfyller kravet om at referatet inneholder en vurdering."
    ),
    Rad(
      "siste avtalegjennomgang har (drøfting og konklusjon)",
      #""avtalegjennomgang":[{"dato":"2014-08-14","drøfting":true,"konklusjon":true}]"#,
      "Siste gjennomgang av fosterhjemsavtalen er fra 14. august 2014. Referatet inneholder en drøfting og en konklusjon."
    ),
    Rad(
      "siste avtalegjennomgang har (drøfting og konklusjon)",
      #""avtalegjennomgang":[{"dato":"2013-03-13","drøfting":false,"konklusjon":false}]"#,
      "Siste gjennomgang av fosterhjemsavtalen er fra 13. mars 2013. Referatet inneholder ikke en drøfting eller en konklusjon."
    ),
    // The window of the event that failed, not of another.
    Rad(
      "alle vedtak siste 12 måneder har (finnes medvirkning mellom vedtak.dato - 90 dager og vedtak.dato)",
      #""vedtak":[{"dato":"2014-03-01"},{"dato":"2014-06-10"}],"medvirkning":[{"dato":"2014-06-01"}]"#,
      "Vedtaket 1. mars 2014 oppfyller ikke kravet. Det er ikke registrert noe journalnotat om medvirkning fra 1. desember 2013 (90 dager før vedtaket) til vedtaket 1. mars 2014. Det er registrert to vedtak siden 30. september 2013."
    ),
    Rad(
      "alle vedtak siste 12 måneder har (finnes medvirkning mellom vedtak.dato - 90 dager og vedtak.dato)",
      #""vedtak":[{"dato":"2014-03-01"},{"dato":"2014-06-10"}]"#,
      "Det er registrert to vedtak siden 30. september 2013: 1. mars og 10. juni 2014. Ingen av dem oppfyller kravet om at det er registrert journalnotat om medvirkning fra 90 dager før vedtaket til vedtaket."
    ),
    // Distances from named days.
    Rad(
      "kontrolldatoen er etter hjemopphold.fra + 24 måneder", hjem,
      "Det er ikke gått mer enn 24 måneder siden innflyttingen 4. oktober 2012."),
    Rad(
      "kontrolldatoen er høyst hjemopphold.fra + 12 måneder", hjem,
      "Det er gått mer enn tolv måneder siden innflyttingen 4. oktober 2012."),
    Rad(
      "datoen for første omsorgsplan er høyst (datoen for siste vedtak) + 42 dager",
      #""vedtak":[{"dato":"2012-08-26"}],"omsorgsplan":[{"dato":"2012-11-20","type":"endelig"}]"#,
      "Første omsorgsplan er fra 20. november 2012. Det er 44 dager etter 7. oktober 2012 (42 dager etter siste vedtak 26. august 2012)."
    ),
    Rad(
      "kontrolldatoen er minst 2018-07-01", "", "Kontrolldatoen, 30. september 2014, er før 1. juli 2018."),
    Rad("tilsynsansvar er annen", "", "Vår kommune har ansvar for tilsynet."),
    // Only what decided: when both branches say the same, the condition did not.
    Rad(
      "hvis tilsynsansvar er egen så finnes samtale siste 6 måneder ellers finnes samtale siste 8 måneder",
      #""samtale":[{"dato":"2014-09-01"}]"#,
      "Det er registrert én samtale siden 30. mars 2014: 1. september 2014."),
    Rad(
      "hvis tilsynsansvar er egen så finnes samtale siste 6 måneder ellers finnes samtale siste 8 måneder",
      #""samtale":[{"dato":"2014-02-15"}]"#,
      "Det er ikke registrert noen samtale siden 30. mars 2014. Vår kommune har ansvar for tilsynet."),
  ]

  /// The verdict of a requirement on a case in which what is not named was looked for and not found.
  private func vurdering(_ krav: String, _ hendelser: String) throws -> Vurdering {
    let modell = try Prøvebibliotek.shipped().modell
    var checker = Checker(modell: modell)
    let node = try checker.sannhet(try Parser.parse(krav))
    let regel = checker.regel(gjelder: nil, krav: node, norm: nil)
    let given = try JSONValue(parsing: "{\(hendelser)}").members ?? []
    let empty = modell.samlinger.filter { kind in
      kind.avledning == nil && !given.contains { $0.name == kind.navn }
    }
    let sak = JSONValue.object([
      "format": .string("sak/1"), "sak": .string("S-1"), "enhet": .string("solvik"), "team": .string("t"),
      "uttrekk": .string("2014-09-30"),
      "opplysninger": .object(["født": .string("2004-05"), "tilsynsansvar": .string("egen")]),
      "hendelser": .object(given + empty.map { JSONValue.Member($0.navn, .array([])) }),
    ])
    var run = Regelkjøring(
      checker.program, try Saksbunke(sak: sak, modell: modell), på: try #require(Dato("2014-09-30")))
    run.begin(sak: 0)
    return run.vurdering(regel)
  }

  @Test(arguments: rader)
  func `is from the vocabulary, and tells what decided`(_ rad: Rad) throws {
    #expect(try vurdering(rad.krav, rad.hendelser).setning == rad.setning)
  }

  @Test(arguments: [
    (
      #""oppfølgingsbesøk":[{"dato":"2013-12-19","form":"stedlig"}]"#,
      "alle oppfølgingsbesøk siste 12 måneder har (vurdering)",
      "Inneholder referatet fra 19. desember 2013 en vurdering?"
    ),
    (
      #""oppfølgingsbesøk":[{"dato":"2013-12-19","form":["stedlig","digital"]}]"#,
      "finnes oppfølgingsbesøk der (form er stedlig)",
      "Hvordan ble oppfølgingsbesøket 19. desember 2013 gjennomført? Registrert er «i fosterhjemmet» eller «digitalt»."
    ),
    (
      #""drøfting":[{"dato":"2014-03","tema":"søsken"}]"#, "finnes drøfting siste 200 dager",
      "Hvilken dag var drøftingen? Registrert er mars 2014."
    ),
    ("", "kan_danne_egne_synspunkter", "Kan barnet danne seg egne synspunkter?"),
  ])
  func `of a question names the event and what is registered of it`(
    _ hendelser: String, _ krav: String, _ question: String
  ) throws {
    let verdict = try vurdering(krav, hendelser)
    #expect(verdict.utfall == .ukjent)
    #expect(verdict.mangler.map(\.tekst) == [question])
  }

  @Test func `of a judgement names the event that turns on it`() throws {
    let verdict = try vurdering(
      "finnes oppfølgingsbesøk i fjor der (form er stedlig eller (form er digital og til vurdering))",
      #""oppfølgingsbesøk":[{"dato":"2013-04-10","form":"digital"},{"dato":"2013-05-10","form":"avlyst"}]"#)
    #expect(verdict.utfall == .ukjent && verdict.tilVurdering)
    #expect(verdict.setning.hasSuffix("Avgjør om oppfølgingsbesøket 10. april 2013 teller."))
  }
}
