import Checklists
public import JSONText
public import Quality
import RuleEngine
import Sampling
import Values
import Vocabulary

/// What the fagdag reads: what the period taught about the checklist and its rules.
public struct Fagdag: Sendable {
  let erfaring: Erfaring
  let enhet: String

  /// The report of a period.
  public init(_ erfaring: Erfaring, enhet: String) {
    self.erfaring = erfaring
    self.enhet = enhet
  }

  /// The page, for print on A4.
  public var html: String { rapport.html }

  /// The same for a terminal.
  public var tekst: String { rapport.tekst }

  var rapport: Rapport {
    let place = Bokmål.stor(enhet)
    return Rapport(
      merke: nil, tittel: "Erfaringer med sjekklister og regler",
      undertittel: "Til fagdagen · \(place) · \(erfaring.perioden.bokmål) · "
        + Årsgjennomgang.omfang(erfaring.sisteMåned, erfaring.dag), konklusjon: konklusjon,
      deler: [
        versjoner,
        punktdel(
          "aldri-brutt", "2 Punkter som aldri ble brutt",
          "Et punkt som aldri brytes, kan være godt innarbeidet. Det kan også spørre om noe som alltid er slik. "
            + "Bør det sjekkes sjeldnere eller strengere?", erfaring.punkter.filter(\.erAldriBrutt)),
        punktdel(
          "ukjent", "3 Punkter som reglene aldri kunne avgjøre",
          "Det som trengs, er ikke registrert i noen sak. Bør det registreres, eller bør et menneske vurdere punktet?",
          erfaring.punkter.filter(\.erAlltidUkjent)),
        punktdel(
          "aktuelt", "4 Punkter som aldri gjaldt",
          "Punktet gjaldt ingen sak. Er vilkåret riktig, eller finnes det ikke slike saker?",
          erfaring.punkter.filter(\.erAldriAktuelt)), uenighet, ubesvart, forslag, lesere,
      ],
      bunn: ["Erfaringer med sjekklister og regler", place, "Ingen opplysninger om enkeltsaker"])
  }

  private var konklusjon: [Rapport.Blokk] {
    func points(_ count: Int) -> String { Bokmål.mengde(count, Ord.punkt) }
    let waiting = erfaring.forslag.count { $0.vedtak.utført == nil }
    let lines: [String] = [
      "Det er \(points(erfaring.punkter.count(where: \.erAldriBrutt))) som aldri ble brutt.",
      "Det er \(points(erfaring.punkter.count(where: \.erAlltidUkjent))) som reglene aldri kunne avgjøre.",
      uenighetssetning, "\(Bokmål.stor(Bokmål.mengde(waiting, Ord.forslag))) om endring venter.",
    ]
    return [.liste(lines)]
  }

  private var uenighetssetning: String {
    let times = "\(Bokmål.stor(ganger(erfaring.uenigheter.count))) var et menneske uenig med regelen."
    if erfaring.uenigheter.isEmpty { return "Et menneske var aldri uenig med en regel." }
    let open = erfaring.uenigheter.count { $0.oppfølging == .ingen }
    return open == 0
      ? "\(times) Alt er fulgt opp." : "\(times) \(Bokmål.stor(ganger(open))) er det ikke fulgt opp."
  }

  private func ganger(_ number: Int) -> String {
    switch number {
    case 0: "ingen ganger"
    case 1: "én gang"
    default: "\(Bokmål.tall(number)) ganger"
    }
  }

  private var versjoner: Rapport.Del {
    let rows = erfaring.versjoner.map { [$0.sjekkliste, String($0.antall)] }
    return Rapport.Del(
      id: "versjoner", tittel: "1 Sjekklister i bruk",
      innhold: [
        rows.isEmpty
          ? .avsnitt("Ingen kontroller er låst i perioden.")
          : .tabell(
            .init(
              tittel: "Versjoner som har dømt i låste kontroller",
              kolonner: [.init("Sjekkliste"), .init("Kontroller", tall: true)], rader: rows))
      ])
  }

  private func punktdel(_ id: String, _ title: String, _ ask: String, _ points: [Punkterfaring])
    -> Rapport.Del
  {
    if points.isEmpty { return Rapport.Del(id: id, tittel: title, innhold: [.avsnitt("Ingen punkter.")]) }
    let table = Rapport.Tabell(
      tittel: String(title.dropFirst(2)),
      kolonner: [.init("Punkt"), .init("Spørsmål"), .init("Trukne saker", tall: true)],
      rader: points.map { [$0.id, $0.spørsmål, String($0.gjeldende.saker)] })
    return Rapport.Del(id: id, tittel: title, innhold: [.avsnitt(ask), .tabell(table)])
  }

  private var uenighet: Rapport.Del {
    let rows = erfaring.uenigheter.map {
      [$0.punkt, $0.regelen.visning, $0.svar.visning, $0.begrunnelse ?? "", $0.oppfølging.visning]
    }
    let table = Rapport.Tabell(
      tittel: "Uenighet med reglene",
      kolonner: [
        .init("Punkt"), .init("Regelen fant"), .init("Mennesket svarte"), .init("Begrunnelse"),
        .init("Fulgt opp"),
      ], rader: rows)
    return Rapport.Del(
      id: "uenighet", tittel: "5 Der et menneske var uenig med regelen",
      innhold: rows.isEmpty ? [.avsnitt("Ingen var uenige med reglene.")] : [.tabell(table)])
  }

  private var ubesvart: Rapport.Del {
    let lines = erfaring.ubesvart.map { "\($0.punkt): \(ganger($0.antall))" }
    return Rapport.Del(
      id: "ubesvart", tittel: "6 Uenighet som ikke er fulgt opp",
      innhold: lines.isEmpty
        ? [.avsnitt("Ingen.")]
        : [
          .avsnitt(
            "Regelen er den samme, og det er ikke vedtatt å endre punktet. Har mennesket eller regelen rett?"),
          .liste(lines),
        ])
  }

  private var forslag: Rapport.Del {
    let rows = erfaring.forslag.map {
      [$0.vedtak.nummer, $0.vedtak.gjelder ?? "", $0.vedtak.tekst, stilling($0)]
    }
    let table = Rapport.Tabell(
      tittel: "Vedtak om endring av sjekklister",
      kolonner: [.init("Vedtak"), .init("Gjelder"), .init("Endring"), .init("Status")], rader: rows)
    return Rapport.Del(
      id: "forslag", tittel: "7 Foreslåtte endringer",
      innhold: rows.isEmpty ? [.avsnitt("Ingen endringer er foreslått.")] : [.tabell(table)])
  }

  private func stilling(_ proposal: Erfaring.Forslag) -> String {
    if let done = proposal.vedtak.utført { return "Utført \(done.bokmål)" }
    if !proposal.erGodkjent { return "Referatet er ikke godkjent" }
    let late = proposal.vedtak.frist < erfaring.dag
    return "\(late ? "Over fristen" : "Frist") \(proposal.vedtak.frist.bokmål)"
  }

  private var lesere: Rapport.Del {
    let ids = erfaring.lesere.ulike.map(\.punkt)
    let rows = erfaring.punkter.map(\.id).filter(ids.contains).map { id in
      "\(id): \(ganger(ids.count { $0 == id }))"
    }
    return Rapport.Del(
      id: "lesere", tittel: "8 To lesere",
      innhold: [.avsnitt(erfaring.lesere.setning)]
        + (rows.isEmpty
          ? [] : [.avsnitt("De svarte ulikt på disse punktene. Er spørsmålet tydelig nok?"), .liste(rows)]))
  }
}

extension Fagdag {
  /// For programs.
  public func json(motor: String) -> JSONValue {
    .object([
      "schema": .string("internkontroll/experience/1"), "engine": .string(motor), "unit": .string(enhet),
      "from": .string(erfaring.perioden.lowerBound.description),
      "to": .string(erfaring.perioden.upperBound.description), "on": .string(erfaring.dag.description),
      "controls_to": .string(erfaring.sisteMåned.description),
      "versions": .array(
        erfaring.versjoner.map {
          .object(["checklist": .string($0.sjekkliste), "controls": .tall($0.antall)])
        }),
      "never_breached": ids(\.erAldriBrutt), "always_unknown": ids(\.erAlltidUkjent),
      "never_applicable": ids(\.erAldriAktuelt),
      "disagreements": .array(
        erfaring.uenigheter.map {
          .object([
            "point": .string($0.punkt), "rule": .string($0.regelen.rawValue),
            "person": .string($0.svar.rawValue),
            "reason": .optional($0.begrunnelse), "followed_by": .string($0.oppfølging.rawValue),
          ])
        }),
      "unanswered": .array(
        erfaring.ubesvart.map { .object(["point": .string($0.punkt), "count": .tall($0.antall)]) }),
      "proposals": .array(
        erfaring.forslag.map {
          .object(["decision": $0.vedtak.json, "approved": .bool($0.erGodkjent)])
        }), "second_reader": erfaring.lesere.json,
      "second_reader_differs": .array(erfaring.lesere.ulike.map { .string($0.punkt) }),
    ])
  }

  private func ids(_ matches: (Punkterfaring) -> Bool) -> JSONValue {
    .array(erfaring.punkter.filter(matches).map { .string($0.id) })
  }
}

extension Ord {
  /// «forslag».
  static let forslag = Substantiv(entall: "forslag", flertall: "forslag", kjønn: .intetkjønn)
}
