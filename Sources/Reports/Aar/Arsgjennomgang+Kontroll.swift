import Checklists
import Quality
import RuleEngine
import Sampling
import Statistics
import Values

/// One row of drawn cases that may be shown: rolling twelve months and at least ten cases.
struct Årspunkt: Hashable, Sendable {
  let punkt: Punktoppsummering
  let rekke: Punktrekke

  /// Fewer drawn cases than this are not shown.
  static let færrest = 10

  /// «4 avvik i 16, trolig 7–34 av 69. Ny regel fra mai 2014.»
  var celle: String {
    let basis = rekke.grunnlag
    let kind = basis.teller == .merknad ? (basis.funn == 1 ? "merknad" : "merknader") : "avvik"
    let likely = basis.intervall.map { ", trolig \($0.nedre)–\($0.øvre) av \(basis.saker)" } ?? ""
    let since = rekke.nyVersjon.isEmpty ? "" : ". Ny regel fra \(basis.fra.bokmål)."
    let open = basis.utfall.ukjent == 0 ? "" : " (\(basis.utfall.ukjent) kunne ikke avgjøres)"
    return "\(basis.funn) \(kind) i \(basis.kontrollert)\(open)\(likely)\(since)"
  }
}

extension Årsgjennomgang {
  /// The draw against the plan.
  var kontrollerHoldt: Rapport.Del {
    let rows = bilde.dekning.map { row in
      let held = Set(rekke.kontroller.filter { $0.nøkkel.team == row.team && $0.nøkkel.måned.år == år })
      return [
        row.team, String(held.count), "\(row.iPerioden.kontrollert) av \(row.iPerioden.planlagt)",
        månedsliste(row.utenKontroll.filter { $0.år == år }), månedsliste(row.forSene.filter { $0.år == år }),
      ]
    }
    var blocks: [Rapport.Blokk] = [
      .avsnitt(
        "Planen er to trukne saker i måneden for hvert team. Sakene trekkes med lodd, og en trukket sak trekkes ikke "
          + "igjen de neste elleve månedene."),
      .tabell(
        .init(
          tittel: "Låste kontroller i \(år)",
          kolonner: [
            .init("Team"), .init("Kontroller", tall: true), .init("Saker av planlagte", tall: true),
            .init("Måneder uten låst kontroll"), .init("Låst for sent"),
          ], rader: rows)),
    ]
    if rows.isEmpty { blocks = [.avsnitt("Ingen kontroller er låst i \(år).")] }
    let swaps = bilde.dekning.flatMap(\.bytter).filter { $0.måned.år == år }.count
    if swaps > 0 {
      blocks.append(
        .avsnitt("\(Bokmål.stor(Bokmål.mengde(swaps, Ord.sak))) ble byttet med den neste på reservelisten."))
    }
    return Rapport.Del(id: "kontroller", tittel: "1 Kontroller holdt mot plan", innhold: blocks)
  }

  private func månedsliste(_ months: [Måned]) -> String {
    let names = months.compactMap { $0.bokmål.split(separator: " ").first.map(String.init) }
    return names.isEmpty ? "ingen" : Bokmål.liste(names)
  }

  /// The rows that may be shown, in the order of the checklist.
  var årspunkter: [Årspunkt] {
    bilde.punkter.flatMap { point in point.rekker.map { Årspunkt(punkt: point, rekke: $0) } }
      .filter { $0.rekke.grunnlag.kontrollert >= Årspunkt.færrest }
  }

  /// What the drawn cases showed: a row a point, a column a team.
  var trukneSaker: Rapport.Del {
    let shown = årspunkter
    let points = bilde.punkter.filter { point in shown.contains { $0.punkt.id == point.id } }
    let few = bilde.punkter.filter { point in !points.contains { $0.id == point.id } }.map(\.id)
    var blocks: [Rapport.Blokk] = []
    if !points.isEmpty {
      let rows = points.map { point in
        [point.id, point.spørsmål]
          + rekke.team.map { team in
            shown.first { $0.punkt.id == point.id && $0.rekke.team == team }?.celle ?? "for få saker"
          }
      }
      blocks = [
        .avsnitt(
          "Tallene gjelder de siste tolv månedene, så lenge regelen for punktet har vært den samme. «Trolig» er et "
            + "intervall som treffer i minst 95 av 100 slike trekninger."),
        .tabell(
          .init(
            tittel: "Trukne saker, siste tolv måneder",
            kolonner: [.init("Punkt"), .init("Spørsmål")] + rekke.team.map { .init($0) }, rader: rows)),
      ]
    }
    if !few.isEmpty {
      blocks.append(.avsnitt("Færre enn ti trukne saker, derfor ingen tall her: \(Bokmål.liste(few))."))
    }
    return Rapport.Del(id: "trukne", tittel: "2 Dette viste de trukne sakene", innhold: blocks)
  }

  /// The latest month's counts of every point that a machine decides, as they may be shown.
  var alleSakerRader: [(serie: AlleSakerserie, måned: Måned, telling: Skjermettelling)] {
    bilde.alleSaker.compactMap { series in
      guard let month = series.måneder.last, month.måned.år == år else { return nil }
      let breach = rekke.punkt(series.punkt)?.vedBrudd ?? .avvik
      let count = breach == .merknad ? month.telling.merknad : month.telling.avvik
      return (series, month.måned, Skjermettelling(month.telling, brudd: count))
    }
  }

  /// What a machine found in all cases in the latest month.
  var alleSaker: Rapport.Del {
    let rows = alleSakerRader
    guard let month = rows.map(\.måned).max() else {
      return Rapport.Del(
        id: "alle", tittel: "3 Alle sakene",
        innhold: [.avsnitt("Ingen telling av alle sakene er gjort i \(år).")])
    }
    let table = Rapport.Tabell(
      tittel: "Alle sakene i teamene, \(month.bokmål)",
      kolonner: [
        .init("Punkt"), .init("Spørsmål"), .init("Gjelder", tall: true), .init("Funn", tall: true),
        .init("Kan ikke avgjøres", tall: true),
      ],
      rader: rows.filter { $0.måned == month }.map { row in
        [row.serie.punkt, row.serie.spørsmål]
          + [row.telling.gjelder, row.telling.brudd, row.telling.ukjent].map(Småtallsvisning.tekst)
      })
    return Rapport.Del(
      id: "alle", tittel: "3 Alle sakene",
      innhold: [
        .avsnitt(
          "Punktene som en maskin kan avgjøre, er kjørt i alle sakene. Her er det ingen usikkerhet fra utvalget. "
            + "Reglene leser det som er registrert; at noe ikke er registrert, betyr ikke alltid at det ikke er gjort."
        ),
        .tabell(table), .avsnitt(Småtallsvisning.forklaring),
      ])
  }
}
