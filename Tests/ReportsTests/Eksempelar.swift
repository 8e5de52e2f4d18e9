import AuditStore
import Checklists
import JSONText
import RuleEngine
import Sampling
import Testing
import Values

@testable import Quality

/// A made-up year of two teams of Solvik: controls, avvik, measures and meetings, filled in by hand.
enum Eksempelår {
  static func måned(_ text: String) throws -> Måned { try #require(Måned(text)) }
  static func dato(_ text: String) throws -> Dato { try #require(Dato(text)) }

  /// Fosterhjem-1 has a control every month but July; fosterhjem-2 begins in September.
  /// In a whole year it has one in July too, and nothing was revised.
  static func kontroller(helår: Bool = false) throws -> [Kontroll] {
    let first = ["oA", "AA", "oo", "A.", "oA", "oo", "?o", "oo", nil, "oA", "AA", "Ao"]
    var controls: [Kontroll] = []
    for (index, outcomes) in first.enumerated() {
      let month = try måned("2013-11").adding(måneder: index)
      guard let outcomes = outcomes ?? (helår ? "oo" : nil) else { continue }
      controls.append(
        try kontroll(month, "fosterhjem-1", outcomes, første: 2 * index + 1, N: 62, revidert: helår))
    }
    controls.append(try kontroll(måned("2014-09"), "fosterhjem-2", "Ao", første: 401, N: 40))
    controls.append(try kontroll(måned("2014-10"), "fosterhjem-2", "oo", første: 403, N: 40))
    return controls
  }

  private static let utfall: [Character: Utfall] = [
    "o": .oppfylt, "A": .avvik, ".": .ikkeAktuelt, "?": .ukjent,
  ]

  static func sak(_ n: Int) -> String { "S-" + "0000".dropLast(String(n).count) + String(n) }

  private static func kontroll(
    _ month: Måned, _ team: String, _ outcomes: String, første: Int, N: Int, revidert: Bool = false
  ) throws -> Kontroll {
    let revised = try revidert || month >= måned("2014-05")
    let start = team == "fosterhjem-1" ? 1 : 401
    let ids = (start..<start + N).map(sak)
    var list = try Eksempelkontroll.saksliste()
    list.kontrolldato = month.sisteDag
    list.sjekkliste.versjon = revised ? "2014-05-31" : "2013-01-01"
    list.ramme.ids = ids
    list.antall = outcomes.count
    let drawn = outcomes.indices.indices.map {
      sak(første + outcomes.distance(from: outcomes.startIndex, to: $0))
    }
    let marks = try outcomes.map { try #require(utfall[$0]) }
    let saker = zip(drawn, marks).map { id, mark in
      Kontrollsak(
        sak: id, grunnlag: .omsorgssak, sakshash: "77aa",
        punkter: punkter(mark, første: id == drawn[0], revised))
    }
    let order = drawn + ids.filter { !drawn.contains($0) }
    var acts: [Kontrollhendelse] = [
      .saksliste(list), .trekningstall(Trekningstall(frø: "3546", kilde: .maskin)),
      .trekning(
        Trekningsutfall(lodd: order.map { .init(id: $0, lodd: "0a") }, antall: drawn.count)),
      .vurdering(Vurderingsrunde(saker: saker, alleSaker: revised ? alle(month.nummer, N) : nil)),
    ]
    for (id, mark) in zip(drawn, marks) {
      if mark == .ukjent {
        acts.append(svar(id, .vurdering(punkt: "OB-ANTALL", .kanIkkeVurderes, mangel: nil)))
      }
      acts.append(svar(id, .bekymring(.nei)))
    }
    let late = month == (try måned("2014-03"))
    acts.append(.lås(Lås(rolle: "teamleder", dato: month.sisteDag.adding(dager: late ? 40 : 3))))
    return try Kontroll(
      Kontrollnøkkel(enhet: "solvik", team: team, måned: month), hendelser: acts)
  }

  private static func svar(_ sak: String, _ innhold: Svar.Innhold) -> Kontrollhendelse {
    .svar(Svar(sak: sak, innhold: innhold, begrunnelse: "Mangler referat.", rolle: "teamleder"))
  }

  /// The visits, and a point where a breach is a merknad; the latter since May.
  private static func punkter(_ mark: Utfall, første: Bool, _ revised: Bool) -> [Kontrollpunkt] {
    var visits = punkt("OB-ANTALL", "Fikk barnet minst så mange besøk i 2013 som kravet er?", mark)
    visits.prosedyre = "gjennomføring-av-oppfølgingsbesøk"
    visits.regel = "00000000000000a1"
    if !revised { return [visits] }
    var seen = punkt(
      "BARN-SETT", "Har noen fra tjenesten sett barnet de siste seks månedene?", første ? .merknad : .oppfylt)
    seen.vedBrudd = .merknad
    seen.regel = "00000000000000b1"
    visits.regel = "00000000000000a2"
    return [visits, seen]
  }

  private static func punkt(_ id: String, _ spørsmål: String, _ utfall: Utfall) -> Kontrollpunkt {
    Kontrollpunkt(
      id: id, spørsmål: spørsmål, sviktområde: .init(3, "Lovpålagte oppfølgingsbesøk"), kravtype: .forskrift,
      alvorlighet: .høy, vurdering: Vurdering(utfall: utfall, setning: "Setning."))
  }

  private static func alle(_ month: Int, _ N: Int) -> AlleSaker {
    var count = Punkttelling(
      punkt: "OB-ANTALL", spørsmål: "Fikk barnet minst så mange besøk i 2013 som kravet er?")
    count.avvik = month + 2
    count.ukjent = 3
    count.oppfylt = N - count.avvik - count.ukjent
    var seen = Punkttelling(punkt: "BARN-SETT", spørsmål: "Har noen fra tjenesten sett barnet?")
    seen.merknad = 6
    seen.oppfylt = N - 6
    return AlleSaker(
      omsorgssaker: N, frivillige: 0, lesefeil: 0, punkter: [count, seen], avvik: [])
  }

  static func oppsummering(
    _ register: Kvalitetsregister? = nil, slag: Møteslag = .kvalitetsgruppe, team: String? = nil,
    helår: Bool = false
  ) throws -> Kvalitetsoppsummering {
    let valg = try #require(
      Oppsummeringsvalg(
        fra: måned("2014-09"), til: måned("2014-10"), slag: slag, team: team,
        valgteProsedyrer: [
          Meldeprosedyre(id: "gjennomføring-av-oppfølgingsbesøk", navn: "Gjennomføring av oppfølgingsbesøk"),
          Meldeprosedyre(id: "barns-medvirkning", navn: "Barns medvirkning"),
        ],
        revisjon: ["Opplæring av nyansatte: revideres innen 31. desember 2014."],
        årshjul: ["Gjennomgang av avviksbehandling, fosterhjem-1: fristen var 1. oktober 2014."]))
    return Kvalitetsoppsummering(
      valg, try register ?? Eksempelregister.register(), Kontrollrekke(try kontroller(helår: helår)))
  }
}
