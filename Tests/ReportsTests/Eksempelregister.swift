import AuditStore
import Checklists
import Sampling
import Testing
import Values

@testable import Quality

/// What followed from the controls of `Eksempelår`. Some texts hold what would break a page or a spreadsheet.
enum Eksempelregister {
  static let farligTekst = "=HYPERLINK(\"http://x\";\"<b>trykk</b>\") & «mer»"
  static let beskrivelse = "Besøket ble ikke holdt; bilen sto & ventet <her>."
  static let kode = "52-1406-f019-5d4a-529a-c385-9d6f-7e65-21a8"

  static func register() throws -> Kvalitetsregister {
    var register = Kvalitetsregister()
    register.avvik = try avvik()
    register.tiltak = try tiltak()
    register.møter = try møter()
    return register
  }

  private static func avvik() throws -> [Avvik] {
    let assessed = Avvikshendelse.vurdert(
      Avviksvurdering(
        alvorlighet: .kritisk, årsak: .kapasitet, mangel: .ikkeGjort, ansvarlig: "teamleder",
        frist: try Eksempelår.dato("2014-10-15")))
    let close: [(String, Avvikshendelse)] = [
      ("2014-02-03", assessed), ("2014-02-04", .tiltak("T-2014-001")), ("2014-03-04", .gjennomført),
      (
        "2014-06-02",
        .lukket(Lukking(bevis: Lukkebevis(.dokument, referanse: "14/17"), utenEffekt: "Sett i ny prøve."))
      ),
    ]
    let again = Avvikshendelse.gjenåpnet(Gjenfunn(måned: try Eksempelår.måned("2014-09"), bedømt: nil))
    return [
      try funn("AV-2013-001", "2013-11", 2, close),
      try funn("AV-2013-002", "2013-12", 3, close + [("2014-10-03", again)]),
      try funn("AV-2014-001", "2014-02", 7, close), try funn("AV-2014-002", "2014-03", 10),
      try funn("AV-2014-003", "2014-08", 20, [("2014-09-05", assessed)]),
      try funn("AV-2014-004", "2014-09", 21, [("2014-10-05", assessed)]),
      try funn("AV-2014-005", "2014-09", 22),
      try melding("AV-2014-006", "2014-09-12", sak: 21), try melding("AV-2014-007", "2014-10-20", sak: nil),
      try funn("AV-2014-008", "2014-09", 401, team: "fosterhjem-2"), try funn("AV-2014-009", "2014-10", 23),
    ]
  }

  /// An avvik somewhere on its way, in one of five failure areas.
  static func tilfeldig(_ n: Int, _ generator: inout SplitMix64) throws -> Avvik {
    let month = try Eksempelår.måned("2014-06")
    let origin = Avviksopphav.kontroll(
      Kontrollfunn(
        måned: month, sak: Eksempelår.sak(n), punkt: "OB-ANTALL", spørsmål: "?", bedømt: nil,
        sviktområde: generator.tall(1...5), kravtype: .forskrift, hjemler: [],
        prosedyre: nil, alvorlighet: Alvorlighet.allCases[generator.tall(0...3)],
        mangel: nil))
    let steps: [Avvikshendelse] = [
      .vurdert(
        Avviksvurdering(
          alvorlighet: .høy, årsak: Årsak.allCases[generator.tall(0...3)], mangel: nil,
          ansvarlig: "teamleder",
          frist: month.sisteDag.adding(dager: generator.tall(1...300)))),
      .tiltak("T-2014-001"), .gjennomført,
      .lukket(Lukking(bevis: Lukkebevis(.dokument, referanse: "14/1"))),
    ]
    let taken = steps.prefix(generator.tall(0...4))
    return try fold(
      "AV-2014-\(n)", "fosterhjem-1", origin, "2014-07-02", [:], taken.map { ("2014-08-01", $0) })
  }

  private static func funn(
    _ nummer: String, _ måned: String, _ sak: Int, team: String = "fosterhjem-1",
    _ acts: [(String, Avvikshendelse)] = []
  ) throws -> Avvik {
    let month = try Eksempelår.måned(måned)
    let origin = Avviksopphav.kontroll(
      Kontrollfunn(
        måned: month, sak: Eksempelår.sak(sak), punkt: "OB-ANTALL", spørsmål: "Fikk barnet besøk?",
        bedømt: nil,
        sviktområde: 3, kravtype: .forskrift, hjemler: [], prosedyre: "gjennomføring-av-oppfølgingsbesøk",
        alvorlighet: .høy, mangel: nil))
    return try fold(
      nummer, team, origin, month.sisteDag.adding(dager: 3).description,
      [.setning: "Det er registrert 3 oppfølgingsbesøk. Kravet var minst 4."], acts)
  }

  private static func melding(_ nummer: String, _ dag: String, sak: Int?) throws -> Avvik {
    let origin = Avviksopphav.ansatt(
      Ansattmelding(
        prosedyre: "gjennomføring-av-oppfølgingsbesøk", navn: "Gjennomføring av oppfølgingsbesøk",
        valgt: true,
        skjedde: try Eksempelår.dato(dag), sak: sak.map(Eksempelår.sak)))
    return try fold(nummer, "fosterhjem-1", origin, dag, [.beskrivelse: beskrivelse], [])
  }

  private static func fold(
    _ nummer: String, _ team: String, _ opphav: Avviksopphav, _ meldt: String, _ tekster: [Tekstfelt: String],
    _ acts: [(String, Avvikshendelse)]
  ) throws -> Avvik {
    var avvik = Avvik(
      nummer: nummer, enhet: "solvik", team: team, opphav: opphav,
      notat: Avviksnotat(
        n: 1, dato: try Eksempelår.dato(meldt), rolle: "teamleder", hendelse: .meldt(opphav), tekster: tekster
      ))
    for (day, act) in acts {
      let next = try #require(Overgang.tilstand(.avvik, fra: avvik.tilstand.rawValue, etter: act.navn))
      avvik.ta(
        Avviksnotat(n: 2, dato: try Eksempelår.dato(day), rolle: "teamleder", hendelse: act),
        tilstand: try #require(Avvikstilstand(rawValue: next)))
    }
    return avvik
  }

  private static func tiltak() throws -> [Tiltak] {
    func measure(_ nummer: String, _ tekst: String, fra: String, til: String, satt: Bool) throws -> Tiltak {
      let start = try Eksempelår.dato(fra)
      let content = Tiltaksinnhold(
        tekst: tekst, avvik: ["AV-2013-001"], punkter: ["OB-ANTALL"], iverksettes: start,
        evalueres: try Eksempelår.dato(til), ansvarlig: "teamleder")
      var measure = Tiltak(
        nummer: nummer, enhet: "solvik", innhold: content,
        notat: Tiltaksnotat(n: 1, dato: start, rolle: "teamleder", hendelse: .opprettet(content)))
      if satt {
        measure.ta(
          Tiltaksnotat(n: 2, dato: start, rolle: "teamleder", hendelse: .iverksatt(start, referanse: "14/2")),
          tilstand: .iverksatt)
      }
      return measure
    }
    return [
      try measure(
        "T-2014-001", "Fast besøksplan for hvert barn.", fra: "2014-03-04", til: "2014-10-01", satt: true),
      try measure("T-2014-002", farligTekst, fra: "2014-10-01", til: "2015-01-31", satt: false),
    ]
  }

  static func møter() throws -> [Møte] {
    let group = try møte("KG-2014-09", .kvalitetsgruppe, "2014-09-03")
    var approved = group
    approved.notater = [Møtenotat(sak: 4, tekst: "Mønsteret gjelder <begge> team.")]
    approved.vedtak = [
      vedtak(
        "V-2014-001", group, .oppgave, "Lag oversikt over besøk.", nil,
        frist: try Eksempelår.dato("2014-10-15")),
      vedtak(
        "V-2014-002", group, .systemsvikt, "Bydelen sikrer ikke at barna får de besøkene de har krav på.",
        "OB-ANTALL", frist: try Eksempelår.dato("2015-01-31")),
      vedtak(
        "V-2014-003", group, .sjekkliste, "Del opp punktet om besøk.", "OB-ANTALL",
        frist: try Eksempelår.dato("2014-12-01")),
    ]
    approved.sendt = [
      Oversendelse(
        fra: group.nummer, til: .kvalitetsutvalg, gjelder: "OB-ANTALL", tekst: "Trenger en stilling.")
    ]
    approved.godkjent = Godkjenning(
      n: 52, dato: try Eksempelår.dato("2014-09-10"), rolle: "barnevernleder", journalkode: kode)
    var board = try møte("KU-2014-09", .kvalitetsutvalg, "2014-09-17")
    board.sendt = [
      Oversendelse(
        fra: board.nummer, til: .kvalitetsgruppe, gjelder: nil, tekst: "Se på bemanningen om høsten.")
    ]
    return [approved, board]
  }

  private static func møte(_ nummer: String, _ slag: Møteslag, _ dag: String) throws -> Møte {
    let period = try #require(
      Periode(try Eksempelår.dato("2014-07-01"), try Eksempelår.dato("2014-08-31")))
    return Møte(
      nummer: nummer, enhet: "solvik", slag: slag, dato: try Eksempelår.dato(dag), periode: period,
      deltakere: ["barnevernleder", "teamleder", "kvalitetskontakt"])
  }

  private static func vedtak(
    _ nummer: String, _ møte: Møte, _ slag: Vedtak.Slag, _ tekst: String, _ gjelder: String?, frist: Dato
  ) -> Vedtak {
    Vedtak(
      nummer: nummer, møte: møte.nummer, dato: møte.dato, slag: slag, tekst: tekst, gjelder: gjelder,
      ansvarlig: "barnevernleder", frist: frist)
  }
}
