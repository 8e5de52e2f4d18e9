import Markup
import Quality
import RuleEngine
import Values

extension Protokoll {
  /// 4 Vurderinger: what people answered and why, and whether they disagree with the rules.
  var vurderinger: HTML {
    del("vurderinger", "4 Vurderinger") {
      if kontroll.saker.isEmpty { Tag.p { "Ingen saker er vurdert ennå." } }
      for sak in kontroll.saker {
        let rows = svarrader(sak)
        if rows.isEmpty {
          Tag.p { "Sak \(sak.sak): reglene avgjorde alle punktene." }
        } else {
          tabell(
            "Svar på spørsmål i sak \(sak.sak)",
            [("Spørsmål", ""), ("Svar", "b-svar"), ("Begrunnelse", "b-punkt")]
          ) { rows }
        }
      }
      if !kontroll.saker.isEmpty { bekymringer }
    }
  }

  private func svarrader(_ sak: Kontrollsak) -> [HTML] {
    let judged = kontroll.stillinger(sak).filter { $0.svar != nil }.map(domsrad)
    return faktarader(sak) + ikkeFunnet(sak) + judged + åpneRader(sak)
  }

  /// The facts that were supplied, the latest answer for each place.
  private func faktarader(_ sak: Kontrollsak) -> [HTML] {
    kontroll.opplysninger(sak.sak).compactMap { fact in
      let answer = kontroll.svar.last {
        guard $0.sak == sak.sak, case .opplysning(fact.sted, _) = $0.innhold else { return false }
        return true
      }
      return answer.map {
        svarrad($0.spørsmål ?? fact.sted, Bokmål.stor(fact.verdi.visning), $0.begrunnelse, $0.rolle)
      }
    }
  }

  /// The facts that somebody looked for and did not find, with why.
  private func ikkeFunnet(_ sak: Kontrollsak) -> [HTML] {
    kontroll.ikkeFunnet(sak.sak).map {
      svarrad($0.spørsmål ?? $0.sted ?? "", "Ikke funnet i saken", $0.begrunnelse, $0.rolle)
    }
  }

  private func domsrad(_ standing: Punktstilling) -> HTML {
    Tag.tr {
      Tag.th(.rad) {
        Tag.strong { standing.punkt.id }
        " \(standing.punkt.spørsmål)"
      }
      Tag.td {
        Tag.strong { standing.alternativ?.visning ?? "" }
        if let kind = standing.mangel { Tag.p(.klasse("liten")) { Bokmål.stor(kind.visning) } }
        if standing.uenig {
          Tag.p(.klasse("liten")) {
            Tag.strong { "Uenig med regelen" }
            ", som sier «\(standing.punkt.vurdering.utfall.visning)»."
            if standing.regelfunn { " Funnet står." }
          }
        }
      }
      Tag.td { grunn(standing.svar?.begrunnelse, standing.svar?.rolle) }
    }
  }

  private func åpneRader(_ sak: Kontrollsak) -> [HTML] {
    kontroll.åpneSpørsmål.filter { $0.sak == sak.sak && $0.slag != .bekymring }.map { question in
      Tag.tr {
        Tag.th(.rad) {
          if case .vurdering(let punkt) = question.slag { Tag.strong { "\(punkt) " } }
          question.tekst
        }
        Tag.td { merke(.ikkeKontrollert) }
        Tag.td()
      }
    }
  }

  private func svarrad(_ spørsmål: String, _ svar: String, _ begrunnelse: String?, _ rolle: String) -> HTML {
    Tag.tr {
      Tag.th(.rad) { spørsmål }
      Tag.td { Tag.strong { svar } }
      Tag.td { grunn(begrunnelse, rolle) }
    }
  }

  @HTMLBuilder private func grunn(_ begrunnelse: String?, _ rolle: String?) -> [HTML] {
    if let begrunnelse { begrunnelse }
    if let rolle { Tag.p(.klasse("liten")) { "Svart av \(rolle)" } }
  }

  private var bekymringer: HTML {
    tabell(
      Svar.bekymringsspørsmål, [("Sak", "b-sak"), ("Svar", "b-svar"), ("Begrunnelse", "")]
    ) {
      for sak in kontroll.saker {
        Tag.tr {
          Tag.th(.rad) { sak.sak }
          if let svar = kontroll.bekymring(sak.sak), case .bekymring(let answer) = svar.innhold {
            Tag.td { Tag.strong { answer.visning } }
            Tag.td { grunn(svar.begrunnelse, svar.rolle) }
          } else {
            Tag.td { merke(.ikkeKontrollert) }
            Tag.td()
          }
        }
      }
    }
  }

  /// 5 Avvik, in the columns of the progress plan.
  func avvikstabell(_ number: String) -> HTML {
    del("avvik", "\(number) Avvik") {
      if kontroll.tilOppfølging.isEmpty {
        Tag.p { "Kontrollen har ikke funnet avvik i de trukne sakene." }
      } else {
        Tag.p { "Kryss av for hva funnet gjelder, og fyll ut tiltak, datoer og ansvarlig før dere signerer." }
        tabell(
          "Avvik og kritiske merknader i de trukne sakene, de mest alvorlige først",
          [
            ("Nr.", "b-nr"), ("Sviktområde", "b-omrade"), ("Hva ble funnet", "b-funn"), ("Tiltak", ""),
            ("Iverksettes", "b-dato"), ("Evalueres", "b-dato"), ("Ansvarlig", "b-dato"),
          ], klasse: "fast fylles"
        ) {
          for (index, funn) in kontroll.tilOppfølging.enumerated() { avviksrad(index + 1, funn) }
        }
      }
    }
  }

  private func avviksrad(_ number: Int, _ funn: Punktstilling) -> HTML {
    Tag.tr {
      Tag.th(.rad) { String(number) }
      Tag.td { "\(funn.punkt.sviktområde.nummer) \(funn.punkt.sviktområde.navn)" }
      Tag.td {
        Tag.strong { "\(funn.sak), \(funn.punkt.id)\(funn.utfall == .merknad ? " (merknad)" : ""). " }
        edition == .full ? funn.korttekst : funn.punkt.spørsmål
        if edition == .full, funn.uenig { " \(uenighetssetning(funn))" }
        for kind in Mangelslag.allCases {
          Tag.p(.klasse("liten kryss")) { "\(funn.mangel == kind ? "☒" : "☐") \(kind.visning)" }
        }
      }
      for _ in 0..<4 { Tag.td() }
    }
  }
}
