import AuditStore
import Checklists
import Sampling
import Testing
import Values

@testable import Quality

/// Avvik, measures and meetings filled in by hand.
enum Prøveregister {
  /// A finding of a control, and what became of it.
  static func funn(
    _ nummer: String, _ måned: String, sak: String = "S-001", punkt: String = "OB", team: String = "a",
    prosedyre: String? = "besøk", meldt: String? = nil, _ acts: [(String, Avvikshendelse)] = []
  ) throws -> Avvik {
    let month = try Prøverekke.måned(måned)
    let origin = Avviksopphav.kontroll(
      Kontrollfunn(
        måned: month, sak: sak, punkt: punkt, spørsmål: "Er \(punkt) i orden?", bedømt: nil,
        sviktområde: 3, kravtype: .forskrift, hjemler: [], prosedyre: prosedyre, alvorlighet: .høy,
        mangel: nil))
    let day = meldt ?? month.adding(måneder: 1).førsteDag.description
    return try avvik(nummer, team, origin, day, acts)
  }

  /// A report by staff, and what became of it.
  static func melding(
    _ nummer: String, _ meldt: String, skjedde: String? = nil, prosedyre: String = "besøk",
    sak: String? = nil, punkt: String? = nil, _ acts: [(String, Avvikshendelse)] = []
  ) throws -> Avvik {
    let origin = Avviksopphav.ansatt(
      Ansattmelding(
        prosedyre: prosedyre, navn: "Prosedyre \(prosedyre)", valgt: true,
        skjedde: try Prøverekke.dato(skjedde ?? meldt), sak: sak, punkt: punkt))
    return try avvik(nummer, "a", origin, meldt, acts)
  }

  private static func avvik(
    _ nummer: String, _ team: String, _ opphav: Avviksopphav, _ meldt: String,
    _ acts: [(String, Avvikshendelse)]
  ) throws -> Avvik {
    let first = Avviksnotat(
      n: 1, dato: try Prøverekke.dato(meldt), rolle: "teamleder", hendelse: .meldt(opphav))
    var avvik = Avvik(nummer: nummer, enhet: "solvik", team: team, opphav: opphav, notat: first)
    for (index, (day, act)) in acts.enumerated() {
      let next = try #require(
        Overgang.tilstand(.avvik, fra: avvik.tilstand.rawValue, etter: act.navn),
        "\(act.navn) is not allowed after \(avvik.tilstand)")
      avvik.ta(
        Avviksnotat(
          n: index + 2, dato: try Prøverekke.dato(day), rolle: "teamleder", hendelse: act),
        tilstand: try #require(Avvikstilstand(rawValue: next)))
    }
    return avvik
  }

  static func vurdert(frist: String, _ årsak: Årsak = .kapasitet) throws -> Avvikshendelse {
    .vurdert(
      Avviksvurdering(
        alvorlighet: .høy, årsak: årsak, mangel: nil, ansvarlig: "teamleder",
        frist: try Prøverekke.dato(frist)))
  }

  /// Assessed, with a measure, carried out and closed, each on its day.
  static func lukket(_ dag: String, utenEffekt: String? = nil) throws -> [(String, Avvikshendelse)] {
    [
      (dag, try vurdert(frist: dag)), (dag, .tiltak("T-2014-001")), (dag, .gjennomført),
      (dag, .lukket(Lukking(bevis: Lukkebevis(.dokument, referanse: "14/1"), utenEffekt: utenEffekt))),
    ]
  }

  static func tiltak(
    _ nummer: String, punkter: [String] = ["OB"], iverksettes: String, evalueres: String,
    iverksatt: String? = nil, avvik: [String] = []
  ) throws -> Tiltak {
    let content = Tiltaksinnhold(
      tekst: "Fast besøksplan for hvert barn.", avvik: avvik, punkter: punkter,
      iverksettes: try Prøverekke.dato(iverksettes), evalueres: try Prøverekke.dato(evalueres),
      ansvarlig: "teamleder")
    let first = Tiltaksnotat(
      n: 1, dato: try Prøverekke.dato("2014-01-02"), rolle: "teamleder", hendelse: .opprettet(content))
    var tiltak = Tiltak(nummer: nummer, enhet: "solvik", innhold: content, notat: first)
    if let iverksatt {
      let day = try Prøverekke.dato(iverksatt)
      tiltak.ta(
        Tiltaksnotat(n: 2, dato: day, rolle: "teamleder", hendelse: .iverksatt(day, referanse: "14/2")),
        tilstand: .iverksatt)
    }
    return tiltak
  }

  static func møte(
    _ nummer: String, _ slag: Møteslag = .kvalitetsgruppe, _ dag: String, fra: String, til: String,
    godkjent: String? = nil
  ) throws -> Møte {
    let period = try #require(
      Periode(Prøverekke.måned(fra).førsteDag, Prøverekke.måned(til).sisteDag))
    var meeting = Møte(
      nummer: nummer, enhet: "solvik", slag: slag, dato: try Prøverekke.dato(dag), periode: period,
      deltakere: ["barnevernleder", "teamleder"])
    meeting.godkjent = try godkjent.map {
      Godkjenning(n: 9, dato: try Prøverekke.dato($0), rolle: "barnevernleder")
    }
    return meeting
  }

  static func vedtak(
    _ nummer: String, _ møte: Møte, _ slag: Vedtak.Slag = .oppgave, gjelder: String? = nil,
    frist: String, utført: String? = nil
  ) throws -> Vedtak {
    Vedtak(
      nummer: nummer, møte: møte.nummer, dato: møte.dato, slag: slag, tekst: "Bestemt i møtet.",
      gjelder: gjelder, ansvarlig: "teamleder", frist: try Prøverekke.dato(frist),
      utført: try utført.map(Prøverekke.dato))
  }
}
