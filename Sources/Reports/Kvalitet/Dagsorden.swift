package import Quality
import Sampling
import Statistics
package import Values

/// The agenda of a meeting, as it follows from the summary. The numbers are those that minutes refer to.
package struct Dagsorden: Hashable, Sendable {
  /// An item.
  package struct Sak: Hashable, Sendable {
    package var nummer: Int
    package var tittel: String
    /// What is said when there are no rows.
    package var tom: String
    package var rader: [Rad]
  }

  /// Something to take up.
  package struct Rad: Hashable, Sendable {
    /// `AV-2014-007`, `V-2014-005`, `T-2014-003`, a point's id, a meeting's number.
    package var id: String?
    package var tekst: String
    package var ansvarlig: String?
    package var frist: Dato?
  }

  package let saker: [Sak]

  package init(_ oppsummering: Kvalitetsoppsummering) {
    let items = oppsummering.møtesaker
    let valg = oppsummering.valg
    let contents: [[Rad]] = [
      Self.forrige(items), items.forfalteVedtak.map(Rad.init), Self.nyeAvvik(items),
      Self.mønstre(oppsummering), Self.tiltak(oppsummering),
      items.sjekklistevedtak.map(Rad.init) + valg.revisjon.map { Rad(tekst: $0) },
      valg.årshjul.map { Rad(tekst: $0) }, [],
    ]
    saker = zip(Self.titler(valg.slag), contents).enumerated().map { index, item in
      Sak(nummer: index + 1, tittel: item.0.0, tom: item.0.1, rader: item.1)
    }
  }

  /// The items of a body's agenda, and what is said of one without rows.
  package static func titler(_ slag: Møteslag) -> [(String, String)] {
    [
      (
        "Forrige referat og saker fra \(slag.annen.bestemt)",
        "Det er ikke holdt noe tidligere møte, og ingen saker er sendt over."
      ),
      ("Vedtak som er forfalt", "Ingen vedtak er forfalt."),
      ("Nye avvik", "Ingen nye avvik i perioden."),
      ("Mønstre", "Ingen punkter peker seg ut."),
      ("Tiltak til evaluering", "Ingen tiltak skal evalueres nå."),
      ("Sjekklister og prosedyrer til revisjon", "Ingen skal revideres nå."),
      ("Årshjul", "Ingenting er forfalt."), ("Eventuelt", "Ingen saker er meldt inn."),
    ]
  }

  private static func forrige(_ items: Møtesaker) -> [Rad] {
    let last = items.forrige.map { meeting in
      let approval = meeting.godkjent.map { "Referatet ble godkjent \($0.dato.bokmål)." }
      return Rad(
        id: meeting.nummer,
        tekst: "Møte \(meeting.dato.bokmål). \(approval ?? "Referatet er ikke godkjent.")")
    }
    return [last].compactMap(\.self)
      + items.oversendt.map { matter in
        let about = matter.gjelder.map { "Gjelder \($0). " } ?? ""
        return Rad(id: matter.fra, tekst: "Oversendt sak. \(about)\(matter.tekst)")
      }
  }

  private static func nyeAvvik(_ items: Møtesaker) -> [Rad] {
    items.nyeAvvik.map { Rad($0, $0.opphavstekst) }
      + items.gjenåpnede.map { Rad($0, "Gjenåpnet. \($0.opphavstekst)") }
  }

  private static func mønstre(_ oppsummering: Kvalitetsoppsummering) -> [Rad] {
    var rows: [Rad] = []
    for punkt in oppsummering.punkter {
      if let text = punkt.samling.setning { rows.append(Rad(punkt, text)) }
      for rekke in punkt.rekker {
        guard let prompt = rekke.mønster.setning(rekke.grunnlag.teller) else { continue }
        let team = punkt.rekker.count > 1 ? "(\(rekke.team)) " : ""
        rows.append(Rad(punkt, team + prompt))
      }
    }
    if oppsummering.løp.test?.signal == true { rows.append(Rad(tekst: oppsummering.løp.setning)) }
    return rows
  }

  private static func tiltak(_ oppsummering: Kvalitetsoppsummering) -> [Rad] {
    let items = oppsummering.møtesaker
    let judged = items.tilEvaluering.map { measure in
      let effects = oppsummering.effekter.filter { $0.tiltak == measure.nummer }
      var row = Rad(measure, frist: measure.evalueres, "Skal evalueres.")
      for effect in effects {
        row.tekst += " \(effect.punkt): \(effect.setning())"
        if let all = effect.alleSakerSetning() { row.tekst += " \(all)" }
      }
      return row
    }
    let late = items.ikkeIverksatt.map { Rad($0, frist: $0.iverksettes, "Er ikke satt i verk.") }
    let closed = items.lukketUtenEffekt.map { avvik in
      Rad(avvik, "Lukket uten vist effekt. \(avvik.lukking?.lukking.utenEffekt ?? "")")
    }
    return judged + late + closed
  }
}

extension Dagsorden.Rad {
  fileprivate init(_ vedtak: Vedtak) {
    self.init(
      id: vedtak.nummer, tekst: vedtak.tekst, ansvarlig: vedtak.ansvarlig, frist: vedtak.frist)
  }

  /// Few know a point by its code.
  fileprivate init(_ punkt: Punktoppsummering, _ tekst: String) {
    self.init(id: punkt.id, tekst: "\(punkt.spørsmål) \(tekst)")
  }

  fileprivate init(_ avvik: Avvik, _ tekst: String) {
    self.init(
      id: avvik.nummer, tekst: "\(tekst) \(avvik.tilstand.visning).",
      ansvarlig: avvik.vurdering?.ansvarlig, frist: avvik.vurdering?.frist)
  }

  fileprivate init(_ tiltak: Tiltak, frist: Dato, _ hva: String) {
    let points = tiltak.innhold.punkter
    let judged = points.isEmpty ? "" : " Bedømmes på \(Bokmål.liste(points))."
    self.init(
      id: tiltak.nummer, tekst: "\(tiltak.innhold.tekst) \(hva)\(judged)",
      ansvarlig: tiltak.innhold.ansvarlig, frist: frist)
  }
}

extension Avvik {
  /// Where it comes from and what was found, in the words of the control or of the one who reported it.
  var opphavstekst: String {
    let texts = hendelser.first?.tekster ?? [:]
    switch opphav {
    case .kontroll(let funn):
      return "Kontrollen i \(funn.måned.bokmål), sak \(funn.sak), \(funn.punkt). "
        + (texts[.setning] ?? "\(funn.spørsmål) Nei.")
    case .ansatt(let melding):
      let about = melding.sak.map { ", sak \($0)" } ?? ""
      return "Meldt av ansatte på «\(melding.navn)»\(about). Skjedde \(melding.skjedde.bokmål)."
        + (texts[.beskrivelse].map { " «\($0)»" } ?? "")
    }
  }
}

extension Møteslag {
  /// «kvalitetsgruppa», «kvalitetsutvalget».
  package var bestemt: String { self == .kvalitetsgruppe ? "kvalitetsgruppa" : "kvalitetsutvalget" }
}
