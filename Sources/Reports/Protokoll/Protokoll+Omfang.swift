import Checklists
import Markup
import Quality
import Sampling
import Values

extension Protokoll {
  /// 1 Tema og omfang: what was drawn, from what, and whether anybody can check it.
  func omfang(_ liste: Saksliste) -> HTML {
    del("omfang", "1 Tema og omfang") {
      Tag.p { "Oppfølging av barn i fosterhjem: får barna det loven og våre egne prosedyrer lover dem?" }
      Tag.dl {
        rad("Måned", "\(kontroll.nøkkel.månedIOrd), kontrolldato \(liste.kontrolldato.bokmål)")
        rad("Saker i trekningen", rammesetning(liste.ramme))
        rad("Holdt utenfor", utelattsetning(liste.ramme))
        rad("Slik ble sakene trukket", metodesetning(liste))
        if let tall = kontroll.trekningstall {
          Tag.dt { "Trekningstall" }
          Tag.dd {
            Tag.code { tall.frø }
            ". \(tall.kilde.visning)"
          }
          rad("Kan trekningen etterprøves?", bevissetning(tall))
        }
        if let trekning = kontroll.trekning {
          rad("Trukket", trukketsetning(trekning))
          rad("Byttet", byttesetning)
          rad("Reserve", reservesetning)
        }
        Tag.dt { "Saksliste, SHA-256" }
        Tag.dd { Tag.code { liste.ramme.hash } }
      }
    }
  }

  @HTMLBuilder private func rad(_ title: String, _ text: String) -> [HTML] {
    Tag.dt { title }
    Tag.dd { text }
  }

  func rammesetning(_ ramme: Rammesammendrag) -> String {
    let parts = [
      Bokmål.mengde(ramme.omsorgssaker, Ord.omsorgssak), Bokmål.mengde(ramme.frivillige, Ord.frivillig),
    ]
    return "\(parts.joined(separator: " og ")), til sammen \(ramme.ids.count)"
  }

  func utelattsetning(_ ramme: Rammesammendrag) -> String {
    let groups = Utelatelsesgrunn.allCases.compactMap { reason -> String? in
      let count = ramme.utelatt.filter { $0.grunn == reason }.count
      return count == 0 ? nil : "\(Bokmål.tall(count)) \(reason.visning)"
    }
    return groups.isEmpty ? "ingen" : Bokmål.liste(groups)
  }

  private func metodesetning(_ liste: Saksliste) -> String {
    let few = liste.ramme.ids.count < liste.antall
    let lowest =
      few
      ? "Det var færre saker enn det skulle trekkes, så alle ble trukket."
      : "Sakene med de \(Bokmål.tall(liste.antall)) laveste loddene ble trukket."
    return "Sakslisten ble låst i journalen først. Hver sak fikk så et lodd, regnet ut av trekningstallet og "
      + "sakens id (metode \(liste.algoritme)). \(lowest)"
  }

  private func bevissetning(_ tall: Trekningstall) -> String {
    tall.bevisbar
      ? "Ja. Alle kan regne ut loddene på nytt, og journalen viser at sakslisten var låst før trekningstallet "
        + "fantes."
      : "Delvis. Alle kan regne ut loddene på nytt, men trekningstallet ble oppgitt samtidig med at sakslisten ble "
        + "låst. Det kan derfor ikke bevises at trekningen er urørt."
  }

  private func trukketsetning(_ trekning: Trekningsutfall) -> String {
    let drawn = trekning.lodd.prefix(trekning.antall).map { "\($0.id) (lodd \($0.lodd.prefix(8))…)" }
    return Bokmål.liste(drawn)
  }

  var byttesetning: String {
    if kontroll.bytter.isEmpty { return "ingen" }
    return kontroll.bytter.map { swap in
      let more = swap.begrunnelse.map { ": \($0)" } ?? ""
      return "\(swap.ut) er byttet med \(swap.inn) av \(swap.rolle), fordi: \(swap.grunn.visning)\(more)"
    }.joined(separator: "; ")
  }

  private var reservesetning: String {
    let free = kontroll.ledigReserve
    guard let next = free.first else { return "reservelisten er tom" }
    let count = "\(Bokmål.mengde(free.count, Ord.sak)) står på reservelisten"
    // Once the control is locked nothing more is swapped, and no child that was not drawn is named.
    return erEndelig ? count : "\(count); den neste er \(next)"
  }

  /// 2 Grunnlag: the checklist, and what law and procedures it rests on.
  func grunnlag(_ liste: Saksliste) -> HTML {
    del("grunnlag", "2 Grunnlag") {
      Tag.dl {
        rad("Sjekkliste", "\(liste.sjekkliste.id), versjon \(ordDato(liste.sjekkliste.versjon))")
        Tag.dt { "Sjekkliste, SHA-256" }
        Tag.dd { Tag.code { liste.sjekkliste.hash } }
        rad("Regelmotor", liste.sjekkliste.motor)
        if !prosedyrer.isEmpty {
          rad("Prosedyrer", Bokmål.liste(prosedyrer.map { "«\(prosedyrenavn($0))»" }))
        }
      }
      if !hjemmelrader.isEmpty {
        tabell(
          "Lov, forskrift og andre krav", [("Grunnlag", ""), ("Slag", "b-id"), ("Punkter", "b-punkt")]
        ) {
          for row in hjemmelrader {
            Tag.tr {
              Tag.th(.rad) {
                Bokmål.stor(row.tekst)
                for caveat in row.forbehold { Tag.p(.klasse("liten")) { caveat } }
              }
              Tag.td { row.slag }
              Tag.td { row.punkter.joined(separator: ", ") }
            }
          }
        }
      }
      Tag.p {
        "En jurist må bekrefte sjekklisten før et avvik fra lov eller forskrift kan kalles lovbrudd. "
        "Sjekklisten er ikke juridisk rådgivning."
      }
    }
  }

  private var allePunkter: [Kontrollpunkt] {
    var seen: Set<String> = []
    return kontroll.saker.flatMap(\.punkter).filter { seen.insert($0.id).inserted }
  }

  private var prosedyrer: [String] {
    var seen: Set<String> = []
    return allePunkter.compactMap(\.prosedyre).filter { seen.insert($0).inserted }
  }

  /// A basis, once, with every point that rests on it.
  private struct Hjemmelrad {
    var tekst: String
    var slag: String
    var punkter: [String] = []
    /// The caveats, each with the points whose days it is about.
    var forbeholdene: [(tekst: String, punkter: [String])] = []

    /// A caveat that is not about all the points names those that it is about.
    var forbehold: [String] {
      forbeholdene.map { caveat in
        let which = caveat.punkter == punkter ? "" : " (\(Bokmål.liste(caveat.punkter)))"
        return "Forbehold\(which): \(caveat.tekst)"
      }
    }

    mutating func ta(_ punkt: String, _ forbehold: String?) {
      punkter.append(punkt)
      guard let forbehold else { return }
      if let index = forbeholdene.firstIndex(where: { $0.tekst == forbehold }) {
        forbeholdene[index].punkter.append(punkt)
      } else {
        forbeholdene.append((forbehold, [punkt]))
      }
    }
  }

  private var hjemmelrader: [Hjemmelrad] {
    var rows: [Hjemmelrad] = []
    func add(_ text: String, _ kind: String, _ point: Kontrollpunkt, _ caveat: String?) {
      let index = rows.firstIndex { $0.tekst == text } ?? rows.endIndex
      if index == rows.endIndex { rows.append(Hjemmelrad(tekst: text, slag: kind)) }
      rows[index].ta(point.id, caveat)
    }
    for punkt in allePunkter {
      for basis in punkt.hjemler { add(basis.tekst, basis.slag?.visning ?? "–", punkt, basis.forbehold) }
      if punkt.hjemler.isEmpty, !punkt.grunnlagstekst.isEmpty {
        add(punkt.grunnlagstekst, punkt.kravtype.visning, punkt, nil)
      }
    }
    return rows
  }
}
