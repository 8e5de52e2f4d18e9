import Values

/// Puts a `Registersak` together from the tags of one `Sak`. What it is not told to keep is gone.
///
/// The values have been checked against `Registerskjema` before they come here.
struct Saksbygger {
  private var sak: Registersak?
  private var nøkkel: Elementnøkkel?
  private var slettet = false
  private var siste: Dato?
  private var innhold = Elementinnhold.annet
  private var plan: Registerplan?
  private var tiltak: Registertiltak?
  private var vedtak: Registervedtak?
  private var medvirkning: Registermedvirkning?
  private var flytting: Registerflytting?
  private var rekke: Besøksrekke?
  private var hjemmel = Lovhjemmel()
  /// Counts every tag of the case, nested ones too.
  private(set) var antallElementer = 0

  /// The case, when its end tag has been read.
  mutating func ferdigSak() -> Registersak? {
    defer { self = Saksbygger() }
    return sak
  }

  mutating func åpne(_ slag: Registerskjema.Slag, _ a: [String: String]) {
    antallElementer += 1
    if slag == .sak { return åpneSak(a) }
    if let begrep = slag.begrep { åpneElement(begrep, a) }
    merkHendelse(a)
    switch slag {
    case .slettet:
      if let begrep = a["Type"].flatMap(Begrep.init), let id = a["Id"] {
        sak?.slettinger.insert(Elementnøkkel(begrep: begrep, id: id.lowercased()))
      }
    case .personalia:
      if let fra = dato(a["StartDato"]), let født = dato(a["Fodseldato"]) {
        innhold = .personalia(fra: fra, født: født)
      }
    case .evaluering: if let day = dato(a["UtfortDato"]) { plan?.evalueringer.append(day) }
    case .slutt:
      plan?.til = dato(a["SluttDato"])
      tiltak?.til = dato(a["SluttDato"])
    case .barnetsMedvirkning: medvirkning = Registermedvirkning()
    case .kategori: tiltak?.kategori = a["Kode"] ?? ""
    case .opphevelse: tiltak?.opphevet = true
    case .lovhjemmel, .jamførLovhjemmel: hjemmel = Lovhjemmel()
    case .status:
      if let day = dato(a["EndretDato"]), let code = a["Kode"].flatMap({ Int($0) }) {
        vedtak?.statuser.append(Registervedtak.Status(dato: day, kode: code))
      }
    case .årsakFra: flytting?.årsak = a["Kode"] ?? ""
    case .flyttingTil: flytting?.til = a["Kode"] ?? ""
    case .oppfølging, .tilsyn: rekke = Besøksrekke()
    case .enkeltoppfølging:
      if let day = dato(a["UtfortDato"]) {
        let visits = tiltak?.oppfølging ?? Besøksrekke()
        tiltak?.oppfølging = visits.med(day)
      }
    case .hyppighet, .utført, .ansvarlig: åpneBesøk(slag, a)
    default: break
    }
  }

  private mutating func åpneSak(_ a: [String: String]) {
    guard let id = a["Id"], let journal = a["Journalnummer"], let start = dato(a["StartDato"]) else { return }
    sak = Registersak(
      id: id.lowercased(), journalnummer: journal, start: start, slutt: dato(a["SluttDato"]),
      avsluttet: sann(a["Avsluttet"]), slettet: sann(a["ErSlettet"]), født: dato(a["Fodseldato"]))
  }

  private mutating func åpneElement(_ begrep: Begrep, _ a: [String: String]) {
    nøkkel = Elementnøkkel(begrep: begrep, id: (a["Id"] ?? "").lowercased())
    slettet = sann(a["ErSlettet"])
    siste = nil
    innhold = .annet
    let start = dato(a["StartDato"])
    switch begrep {
    case .plan: plan = start.map { Registerplan(type: a["Plantype"].flatMap { Int($0) } ?? 0, fra: $0) }
    case .tiltak: tiltak = start.map { Registertiltak(fra: $0) }
    case .vedtak: vedtak = start.map { Registervedtak(dato: $0) }
    case .flytting: flytting = dato(a["SluttDato"]).map { Registerflytting(dato: $0) }
    case .oversendelse: if let start { innhold = .begjæring(start) }
    default: break
    }
  }

  /// `Hyppighet` and `Utfort` are the same under follow-up and supervision.
  private mutating func åpneBesøk(_ slag: Registerskjema.Slag, _ a: [String: String]) {
    let start = dato(a["StartDato"])
    switch slag {
    case .hyppighet:
      if let start, let code = a["Kode"].flatMap({ Int($0) }) {
        rekke?.hyppighet.append(Besøksrekke.Hyppighet(fra: start, kode: code))
      }
    case .utført: if let day = dato(a["UtfortDato"]) { rekke?.utført.append(day) }
    default:
      if let start, let kommune = a["Kommunenummer"] {
        rekke?.ansvarlig.append(Besøksrekke.Ansvarlig(fra: start, kommunenummer: kommune))
      }
    }
  }

  /// Ends (`SluttDato`) may be planned; what has another date has happened.
  private mutating func merkHendelse(_ a: [String: String]) {
    for name in ["StartDato", "UtfortDato", "EndretDato", "TilbudSendtDato"] {
      if let day = dato(a[name]) { siste = max(siste ?? day, day) }
    }
  }

  mutating func tekst(_ tekst: String, i slag: Registerskjema.Slag, under forelder: Registerskjema.Slag?) {
    switch slag {
    case .lov: if let lov = Lovhjemmel.Lov(rawValue: tekst) { hjemmel.lov = lov }
    case .kapittel: hjemmel.kapittel = tekst
    case .paragraf: hjemmel.paragraf = tekst
    case .ledd: if let number = Int(tekst) { hjemmel.ledd.insert(number) }
    case .medvirkningstype: medvirkning?.type = tekst
    case .medvirkningsdato:
      medvirkning?.dato = dato(tekst)
      if let day = dato(tekst) { siste = max(siste ?? day, day) }
    default: break
    }
  }

  mutating func lukk(_ slag: Registerskjema.Slag) {
    switch slag {
    case .lovhjemmel:
      tiltak?.hjemmel = hjemmel
      vedtak?.hjemmel = hjemmel
    case .jamførLovhjemmel:
      tiltak?.jamfør.append(hjemmel)
      vedtak?.jamfør.append(hjemmel)
    case .oppfølging: tiltak?.oppfølging = rekke
    case .tilsyn: tiltak?.tilsyn = rekke
    default: if slag.begrep != nil { lukkElement() }
    }
  }

  private mutating func lukkElement() {
    guard let key = nøkkel else { return }
    if let plan { innhold = .plan(plan) }
    if let tiltak { innhold = .tiltak(tiltak) }
    if let vedtak { innhold = .vedtak(vedtak) }
    if let medvirkning { innhold = .medvirkning(medvirkning) }
    if let flytting { innhold = .flytting(flytting) }
    sak?.elementer.append(
      Registerelement(nøkkel: key, slettet: slettet, siste: siste, innhold: innhold))
    (plan, tiltak, vedtak, medvirkning, flytting, nøkkel) = (nil, nil, nil, nil, nil, nil)
  }
}

private func dato(_ text: String?) -> Dato? { text.flatMap { Registertid.dato($0) } }

private func sann(_ text: String?) -> Bool { text.flatMap(Registerskjema.boolsk) ?? false }

extension Registerskjema.Slag {
  /// The kind of case element this is, if it is one.
  var begrep: Begrep? {
    switch self {
    case .personalia: .personalia
    case .melding: .melding
    case .undersøkelse: .undersøkelse
    case .plan: .plan
    case .tiltak: .tiltak
    case .vedtak: .vedtak
    case .ettervern: .ettervern
    case .oversendelse: .oversendelse
    case .flytting: .flytting
    case .relasjon: .relasjon
    default: nil
    }
  }
}
