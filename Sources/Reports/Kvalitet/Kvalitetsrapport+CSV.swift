import Checklists
import Quality
import RuleEngine
import Sampling
import Statistics

extension Kvalitetsrapport {
  /// Every figure, one a line, so that a spreadsheet can sort and pivot them.
  public var csv: String { CSV(tall: tall).text }

  private var tall: [Tallrad] {
    punkttall + alleSakertall + dekningstall + meldetall + avvikstall + løpetall
  }

  private var punkttall: [Tallrad] {
    oppsummering.punkter.flatMap { punkt in
      punkt.rekker.flatMap { rekke -> [Tallrad] in
        let counted = rekke.grunnlag
        var rows = counted.rader(punkt.id, rekke.team)
        rows.append(
          Tallrad("trukket", punkt.id, rekke.team, nil, "Telles fra", .tekst(counted.fra.description)))
        for month in valg.tolvMåneder.måneder {
          for outcome in Utfall.alleVist {
            let count = rekke.antall(outcome, month)
            if count > 0 {
              rows.append(Tallrad("prikker", punkt.id, rekke.team, month, outcome.visning, .tall(count)))
            }
          }
        }
        return rows
      }
    }
  }

  private var alleSakertall: [Tallrad] {
    oppsummering.alleSaker.flatMap { serie in
      serie.måneder.flatMap { month in
        month.telling.utfall.map { outcome, count in
          Tallrad(
            "alle saker", serie.punkt, month.team.joined(separator: ", "), month.måned, outcome.visning,
            .tall(count))
        }
      }
    }
  }

  private var dekningstall: [Tallrad] {
    oppsummering.dekning.flatMap { row in
      [
        Tallrad("trekningen", nil, row.team, nil, "Planlagt", .tall(row.planlagt)),
        Tallrad("trekningen", nil, row.team, nil, "Kontrollert", .tall(row.kontrollert)),
        Tallrad("trekningen", nil, row.team, nil, "Byttet", .tall(row.bytter.count)),
      ] + row.utenKontroll.map { Tallrad("trekningen", nil, row.team, $0, "Uten låst kontroll", .tall(1)) }
    }
  }

  private var meldetall: [Tallrad] {
    let activity = oppsummering.meldt
    return activity.prosedyrer.flatMap { row in
      [
        Tallrad("meldt", row.prosedyre.id, nil, nil, "Meldt i perioden", .tall(row.iPerioden)),
        Tallrad("meldt", row.prosedyre.id, nil, nil, "Meldt siste tolv måneder", .tall(row.tolvMåneder)),
      ]
    } + [
      Tallrad("meldt", nil, nil, nil, "Funnet i perioden", .tall(activity.iPerioden.funnet)),
      Tallrad("meldt", nil, nil, nil, "Av dem meldt på forhånd", .tall(activity.iPerioden.meldt)),
      Tallrad("meldt", nil, nil, nil, "Funnet siste tolv måneder", .tall(activity.tolvMåneder.funnet)),
      Tallrad(
        "meldt", nil, nil, nil, "Av dem meldt på forhånd, tolv måneder", .tall(activity.tolvMåneder.meldt)),
    ]
  }

  private var avvikstall: [Tallrad] {
    let picture = oppsummering.avvik
    var rows = picture.åpne.flatMap { row in
      [
        Tallrad("avvik", nil, nil, nil, row.tilstand.visning, .tall(row.antall)),
        Tallrad("avvik", nil, nil, nil, "\(row.tilstand.visning), over fristen", .tall(row.overFrist)),
      ]
    }
    rows += picture.årsaker.map { Tallrad("årsaker", nil, nil, nil, $0.årsak.visning, .tall($0.antall)) }
    rows.append(Tallrad("årsaker", nil, nil, nil, "Ikke vurdert ennå", .tall(picture.utenÅrsak)))
    rows.append(Tallrad("avvik", nil, nil, nil, "Funnet igjen", .tall(picture.funnetIgjen)))
    rows.append(Tallrad("avvik", nil, nil, nil, "Gjenåpnet av kontroll", .tall(picture.gjenåpnet)))
    rows.append(Tallrad("avvik", nil, nil, nil, "Lukket siste tolv måneder", .tall(picture.lukketid.count)))
    if let median = picture.medianLukketid {
      rows.append(Tallrad("avvik", nil, nil, nil, "Median dager til lukking", .desimal(median)))
    }
    return rows
  }

  private var løpetall: [Tallrad] {
    oppsummering.løp.måneder.flatMap { month in
      [
        Tallrad("alle sjekker", nil, nil, month.måned, "Avgjort", .tall(month.avgjort)),
        Tallrad("alle sjekker", nil, nil, month.måned, "Avvik", .tall(month.avvik)),
      ] + (month.andel.map { [Tallrad("alle sjekker", nil, nil, month.måned, "Andel", .desimal($0))] } ?? [])
    }
  }
}

/// One figure of a spreadsheet: where it belongs, what it is, and its value.
struct Tallrad {
  var celler: [CSV.Celle]

  init(
    _ del: String, _ id: String?, _ team: String?, _ måned: Måned?, _ størrelse: String, _ verdi: CSV.Celle
  ) {
    func optional(_ text: String?) -> CSV.Celle { text.map(CSV.Celle.tekst) ?? .tom }
    celler = [
      .tekst(del), optional(id), optional(team), optional(måned?.description), .tekst(størrelse), verdi,
    ]
  }
}

extension CSV {
  init(tall: [Tallrad]) {
    self.init(
      overskrifter: ["Del", "Punkt eller prosedyre", "Team", "Måned", "Størrelse", "Verdi"],
      rader: tall.map(\.celler))
  }
}

extension Utvalgstelling {
  /// The figures that may also leave the group when n is ten or more.
  func rader(_ punkt: String, _ team: String) -> [Tallrad] {
    func row(_ name: String, _ count: Int) -> Tallrad {
      Tallrad("trukket", punkt, team, nil, name, .tall(count))
    }
    let counts = [
      row("Saker som kunne trekkes", saker), row("Kontrollert", kontrollert),
      row(teller == .merknad ? "Med merknad" : "Med avvik", funn), row("Uavklart", utfall.ukjent),
    ]
    guard let intervall else { return counts }
    return counts + [row("Trolig minst", intervall.nedre), row("Trolig høyst", intervall.øvre)]
  }
}

extension Utfall {
  /// The outcomes that are shown, in the order of the tables.
  static let alleVist: [Utfall] = [.avvik, .oppfylt, .merknad, .ikkeAktuelt, .ukjent]
}
