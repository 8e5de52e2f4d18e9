import CaseRecords
import Checklists
import Foundation
import JSONText
import Testing
import Vocabulary

/// The shipped vocabulary as design names it: collection or fact, and its fields with their types and codes.
private let facts = """
  sakstype: omsorgssak frivillig_plassering hjelpetiltak
  født: måned
  tilsynsansvar: egen annen
  kan_danne_egne_synspunkter: sannhet
  søsken_bor_andre_steder: sannhet
  behandler: tekstkode
  """

private let collections = """
  plassering periode \
  | type: fosterhjem beredskapshjem fosterhjem_særlige_forutsetninger institusjon annet | hjem: tekstkode \
  | grunnlag: omsorgsovertakelse frivillig akutt | flyttet_med_fosterforeldre: sannhet ingen
  varig_opphold periode | avtalt_besøk: tall
  besøksfrekvens dato | kode: 4 2 | gode_forhold | barnet_fikk_uttale_seg \
  | fosterforeldre_fikk_uttale_seg | unntak: ukraina ingen
  tilsynsfrekvens dato | kode: 4 2 | gode_forhold | barnets_samtykke | omsorgskommunens_samtykke \
  | unntak: ukraina ingen
  oppfølgingsbesøk dato | form: stedlig digital annet_sted avlyst | varslet | barnet_til_stede \
  | samtale_alene: gjennomført tilbudt_avslått for_ung ikke_mulig ikke_tilrettelagt \
  | samtalegrunn: ville_ikke alder tolk_manglet annet | vurdering | faglig_vurdering | referat
  tilsynsbesøk dato | form: stedlig digital annet_sted avlyst | barnet_til_stede \
  | samtale_alene: gjennomført tilbudt_avslått for_ung ikke_mulig ikke_tilrettelagt \
  | samtalegrunn: ville_ikke alder tolk_manglet annet | rapport_mottatt: dato | rapport_fulgt_opp
  tilsynskommune dato | ansvar: egen annen
  etterlysning dato
  samtale dato | form: møte telefon skjerm | alene | referat | faglig_vurdering
  medvirkning dato | informasjon | tema | barnets_syn | enighet_avklart | vekt_beskrevet \
  | grunn_ikke_medvirket: ville_ikke alder ikke_gitt_anledning annet | grunn_begrunnet
  vedtak dato | type: omsorgsovertakelse hjelpetiltak akutt samvær flytting oppheving rettslig_prøving annet \
  | truffet_av: barneverntjeneste nemnd domstol | barnet_hørt | informasjon | tema | barnets_syn \
  | enighet_avklart | vekt_beskrevet
  omsorgsplan dato | type: foreløpig endelig plan samværsplan akuttplan ettervernsplan undersøkelsesplan
  planevaluering dato
  tiltaksplan periode | mål | innhold | varighet
  evaluering dato | gjennomføring_beskrevet | tiltak_vurdert | mål_vurdert
  begjæring dato
  foreldrekontakt dato | tilbud_om_veiledning
  godkjenning dato | hjem: tekstkode | politiattest | opplæring | nettverk_vurdert
  avtale dato
  avtalegjennomgang dato | drøfting | konklusjon
  drøfting dato | tema: besøksbehov søsken samvær omsorgsovertakelse annet | konklusjon
  hjemopphold periode
  """

func summary(_ felt: Felt) -> String {
  let type =
    switch felt.type {
    case .sannhet: "sannhet"
    case .kode(let koder): koder.map(\.navn).joined(separator: " ")
    case .tall: "tall"
    case .dato: "dato"
    case .måned: "måned"
    case .tekstkode: "tekstkode"
    }
  return "\(felt.navn): \(type)\(felt.manglerBetyr == .ingen ? " ingen" : "")"
}

func shippedModell() throws -> Saksmodell {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let data = try Data(contentsOf: folder.appending(path: "Checklists/saksmodell.yaml"))
  return try Saksmodell(yaml: Array(data))
}

@Suite struct `The vocabulary file` {
  @Test func `the shipped file has these names and codes, exactly`() throws {
    let modell = try shippedModell()
    #expect(modell.opplysninger.map(summary).joined(separator: "\n") == facts)
    let lines = modell.samlinger.map { samling in
      let time = samling.tid == .dato ? "dato" : "periode"
      let fields = samling.felter.map {
        " | " + summary($0).replacing(": sannhet", with: "", maxReplacements: 1)
      }
      return "\(samling.navn) \(time)\(fields.joined())"
    }
    let expected = collections.replacing(": sannhet ingen", with: " ingen")
    #expect(lines == expected.split(separator: "\n").map(String.init))
  }

  @Test func `homes and frequencies are declared, not coded`() throws {
    let modell = try shippedModell()
    let derived = Avledning(
      kilde: "plassering", sammeFelt: "hjem", koblingsfelt: "flyttet_med_fosterforeldre")
    #expect(modell.samlinger.last?.avledning == derived)
    let lasting = modell.samlinger.filter { $0.varighet != nil }
    #expect(lasting.map(\.navn) == ["besøksfrekvens", "tilsynsfrekvens", "tilsynskommune"])
    #expect(lasting.map { $0.varighet?.innenfor } == ["hjemopphold", "hjemopphold", nil])
  }

  @Test func `only the dated list that old records do not know may be missing without being open`() throws {
    let closed = try shippedModell().samlinger.filter { $0.manglerBetyr == .ingen }
    #expect(closed.map(\.navn) == ["tilsynskommune"])
  }

  @Test func `a case file of the design is read with it`() throws {
    let sak = """
      {
        "format": "sak/1", "sak": "S-0042", "enhet": "solvik", "team": "fosterhjem-1", "uttrekk": "2014-09-30",
        "opplysninger": { "sakstype": "omsorgssak", "født": "2005-03" },
        "hendelser": {
          "plassering": [ { "fra": "2011-02-14", "type": "fosterhjem", "hjem": "H1",
            "grunnlag": "omsorgsovertakelse" } ],
          "oppfølgingsbesøk": [
            { "dato": "2014-03-12", "registrert": "2014-03-20", "form": "stedlig", "barnet_til_stede": true,
              "samtale_alene": "gjennomført", "vurdering": true, "referat": true }
          ]
        },
        "ufullstendig": ["drøfting"]
      }
      """
    let bunke = try Saksbunke(sak: JSONValue(parsing: sak), modell: shippedModell())
    #expect(bunke.saker.map(\.sak) == ["S-0042"])
    #expect(bunke.samlinger.map(\.indeks.count).reduce(0, +) == 2)
    #expect(bunke.tekstkoder == ["H1"])
  }

  @Test func `a reader is told which document to open, in words of its own`() throws {
    let modell = try shippedModell()
    let visits = try #require(modell.samling("oppfølgingsbesøk").map { modell.samlinger[$0] })
    #expect(visits.dokument == "referatet fra oppfølgingsbesøket")
    #expect(
      visits.ord == Substantiv(entall: "oppfølgingsbesøk", flertall: "oppfølgingsbesøk", kjønn: .intetkjønn))
    let labels = modell.opplysninger + modell.samlinger.flatMap(\.felter)
    for felt in labels {
      #expect(!felt.etikett.isEmpty && !felt.etikett.contains("_"), "\(felt.navn)")
      #expect(!felt.etikett.hasSuffix("."))
    }
  }
}

private let head = "saksmodell: 1\nopplysninger: {}\nsamlinger:\n"
private let times = "    tid: dato\n    entall: e\n    flertall: f\n    kjønn: hankjønn\n    dokument: d\n"
private let periods = times.replacing("tid: dato", with: "tid: periode")

private let faults: [YAMLRefusal] = [
  YAMLRefusal("- 1", .wrongShape, 1, 1),
  YAMLRefusal("opplysninger: {}\nsamlinger: {}", .missingKey, 1, 1),
  YAMLRefusal("saksmodell: 2\nopplysninger: {}\nsamlinger: {}", .invalidValue, 1, 13),
  YAMLRefusal(head + "  a:\n" + times + "    farge: blå\n", .unknownKey, 10, 5),
  YAMLRefusal(head + "  a:\n" + times.replacing("    dokument: d\n", with: ""), .missingKey, 5, 5),
  YAMLRefusal(head + "  a:\n" + times.replacing("hankjønn", with: "mann"), .invalidValue, 8, 12),
  YAMLRefusal(head + "  A:\n" + times, .invalidName, 4, 3),
  YAMLRefusal(head + "  fra:\n" + times, .invalidName, 4, 3),
  YAMLRefusal(head + "  a:\n" + times + "  a:\n" + times, .duplicateKey, 10, 3),
  YAMLRefusal(
    head + "  a:\n" + times + "    felter:\n      x: {type: farge, etikett: y}\n", .invalidValue, 11, 17),
  YAMLRefusal(
    head + "  a:\n" + times + "    felter:\n      x: {type: kode, etikett: y}\n", .missingKey, 11, 17),
  YAMLRefusal(
    head + "  a:\n" + times + "    felter:\n      x: {type: tall, etikett: y, koder: {a: b}}\n", .unknownKey,
    11, 42),
  YAMLRefusal(
    head + "  a:\n" + times + "    felter:\n      x: {type: kode, etikett: y, koder: {04: b}}\n",
    .invalidName, 11, 43),
  YAMLRefusal(head + "  a:\n" + times + "    varer: {til: neste, innenfor: b}\n", .unknownReference, 10, 35),
  YAMLRefusal(
    head + "  b:\n" + periods + "  a:\n" + periods + "    varer: {til: neste, innenfor: b}\n",
    .unknownReference, 16, 12),
  YAMLRefusal(
    head + "  a:\n" + periods + "    avledet av: {samling: b, samme: x, eller: y}\n", .unknownReference, 10,
    27),
  YAMLRefusal(
    head + "  b:\n" + periods + "    felter: {y: {type: sannhet, etikett: z}}\n  a:\n" + periods
      + "    avledet av: {samling: b, samme: x, eller: y}\n", .unknownReference, 17, 37),
  YAMLRefusal(
    "saksmodell: 1\nopplysninger: {a: {type: tall, etikett: x}}\nsamlinger:\n  a:\n" + times, .duplicateName,
    5, 5),
  YAMLRefusal(
    "saksmodell: 1\nopplysninger: {a: {type: måned, etikett: x, mangler betyr: ingen}}\nsamlinger: {}",
    .invalidValue,
    2, 60),
]

@Suite struct `A vocabulary file with faults` {
  @Test(arguments: faults)
  func `each fault is reported where it stands`(_ fault: YAMLRefusal) {
    do {
      _ = try Saksmodell(yaml: Array(fault.text.utf8))
      Issue.record("was read")
    } catch {
      #expect(error.errors.map(\.code) == [fault.code])
      #expect(error.errors.map { [$0.line, $0.column] } == [[fault.line, fault.column]])
    }
  }

  @Test func `sixty-two codes fit in a column, sixty-three do not`() throws {
    for (count, isAllowed) in [(62, true), (63, false)] {
      let codes = (0..<count).map { "k\($0): kode" }.joined(separator: ", ")
      let text =
        "saksmodell: 1\nopplysninger: {a: {type: kode, etikett: x, koder: {\(codes)}}}\nsamlinger: {}"
      let modell = try? Saksmodell(yaml: Array(text.utf8))
      #expect((modell != nil) == isAllowed)
    }
  }

  @Test func `all faults are told at once`() {
    let text = head + "  a:\n" + times + "    x: 1\n    y: 2\n  B:\n" + times
    #expect { try Saksmodell(yaml: Array(text.utf8)) } throws: { error in
      (error as? YAMLErrors)?.errors.map(\.code) == [.unknownKey, .unknownKey, .invalidName]
    }
  }
}
