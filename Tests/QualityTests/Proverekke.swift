import Checklists
import JSONText
import RuleEngine
import Sampling
import Testing
import Values

@testable import Quality

/// Locked controls and registers of a made-up year, as small as a test needs them.
enum Prøverekke {
  static func måned(_ text: String) throws -> Måned { try #require(Måned(text)) }
  static func dato(_ text: String) throws -> Dato { try #require(Dato(text)) }

  /// `S-007`.
  static func sak(_ n: Int) -> String { "S-" + "000".dropLast(String(n).count) + String(n) }

  /// How one drawn case came out: `["OB": .avvik]`.
  typealias Utfallene = [String: Utfall]

  /// A locked control: the frame is S-001 to S-N, and each drawn case has its outcomes.
  static func kontroll(
    _ month: String, team: String = "a", N: Int = 40, _ cases: KeyValuePairs<String, Utfallene>,
    regel: String? = "r1", versjon: String = "2014-05-31", alle: AlleSaker? = nil,
    låst: String? = nil, bytter: [Saksbytte] = [], prosedyre: String? = nil
  ) throws -> Kontroll {
    let ids = (1...N).map(sak)
    var list = try Prøvekontroll.saksliste(ids)
    list.kontrolldato = try måned(month).sisteDag
    list.antall = cases.count
    list.sjekkliste.versjon = versjon
    let drawn = cases.map(\.key)
    let before = drawn.map { id in bytter.first { $0.inn == id }?.ut ?? id }
    let order = before + (bytter.map(\.inn) + ids).filter { !before.contains($0) }.unike
    let saker = cases.map { id, outcomes in
      Prøvekontroll.sak(
        id,
        outcomes.sorted { $0.key < $1.key }.map { point, outcome in
          var punkt = Prøvekontroll.punkt(
            point, outcome, vedBrudd: point.hasPrefix("M-") ? .merknad : .avvik)
          punkt.regel = regel
          punkt.prosedyre = prosedyre
          return punkt
        })
    }
    var acts: [Kontrollhendelse] = [
      .saksliste(list), .trekningstall(Trekningstall(frø: "35", kilde: .maskin)),
      .trekning(Prøvekontroll.trekning(order, antall: cases.count)),
    ]
    acts += bytter.map(Kontrollhendelse.bytte)
    acts.append(.vurdering(Vurderingsrunde(saker: saker, alleSaker: alle)))
    for (id, outcomes) in cases {
      for (point, outcome) in outcomes where outcome == .ukjent {
        acts.append(Prøvekontroll.dom(id, point, .kanIkkeVurderes))
      }
      acts.append(Prøvekontroll.bekymring(id, .nei))
    }
    let day = try låst.map(dato) ?? måned(month).adding(måneder: 1).førsteDag
    acts.append(.lås(Lås(rolle: "teamleder", dato: day)))
    let key = Kontrollnøkkel(enhet: "solvik", team: team, måned: try måned(month))
    return try Kontroll(key, hendelser: acts)
  }

  /// A year of two cases a month on one point, ending in October 2014: «o.» is oppfylt and ikke aktuelt.
  static func år(
    _ months: [String], punkt: String = "OB", team: String = "a", N: Int = 40,
    regler: [String?]? = nil
  ) throws -> [Kontroll] {
    try months.enumerated().map { index, outcomes in
      let month = try måned("2014-10").adding(måneder: index + 1 - months.count)
      let utfall = try outcomes.map { mark in try #require(tegn[mark]) }
      return try kontroll(
        month.description, team: team, N: N,
        [sak(2 * index + 1): [punkt: utfall[0]], sak(2 * index + 2): [punkt: utfall[1]]],
        regel: regler?[index] ?? "r1")
    }
  }

  private static let tegn: [Character: Utfall] = [
    "o": .oppfylt, "A": .avvik, "m": .merknad, ".": .ikkeAktuelt, "?": .ukjent,
  ]

  static func valg(
    fra: String = "2014-09", til: String = "2014-10", dag: String? = nil,
    slag: Møteslag = .kvalitetsgruppe, team: String? = nil
  ) throws -> Oppsummeringsvalg {
    try #require(
      Oppsummeringsvalg(
        fra: måned(fra), til: måned(til), dag: try dag.map(dato), slag: slag, team: team,
        valgteProsedyrer: [Meldeprosedyre(id: "besøk", navn: "Besøk"), .init(id: "plan", navn: "Planer")]))
  }

  static func oppsummering(
    _ controls: [Kontroll], _ register: Kvalitetsregister = Kvalitetsregister(),
    _ valg: Oppsummeringsvalg? = nil
  ) throws -> Kvalitetsoppsummering {
    Kvalitetsoppsummering(try valg ?? Prøverekke.valg(), register, Kontrollrekke(controls))
  }
}

extension [String] {
  fileprivate var unike: [String] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
