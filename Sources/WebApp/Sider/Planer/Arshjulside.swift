import Checklists
import Markup
import Quality
import Reports
import Values

/// The wheel of the year: what is overdue, and what is due month by month. It shows nothing of any case.
enum Årshjulside {
  static func status(_ context: Kontekst, på dag: Dato) throws -> Årshjulstatus? {
    try context.husket("årshjul \(dag)", hviler: .oppfølging) {
      let register = try context.register
      return context.oppsett.planverk.årshjul.map {
        Årshjulstatus(
          $0, prosedyrer: context.oppsett.bibliotek.prosedyrer, utkvitteringer: register.utkvitteringer,
          nyansettelser: register.nyansettelser, på: dag)
      }
    }
  }

  static func side(_ context: Kontekst) throws -> Side {
    let choice = Dagvalg(context)
    guard let status = try status(context, på: choice.dag) else {
      return Side("Årshjul", context) { Tag.p { "Det er ikke satt opp noe årshjul." } }
    }
    let groups = grupper(status)
    return Side("Årshjul", context, feil: choice.feil) {
      if context.spørring.har("lagret") { Varsel.gjort("Bekreftelsen er lagret.") }
      Tag.p(.klasse("ingress")) { innledning(status) }
      if context.har(.signereÅrshjul) {
        Tag.p { Lenke.til("/arshjul/nyansatt", "Si fra om at en nyansatt har begynt") }
      }
      Tag.p { Lenke.til("/arshjul/utkvitteringer.csv", "Last ned utkvitteringslisten (CSV)") }
      for group in groups {
        Tag.h2 { group.tittel }
        Tabell(
          group.tabelltittel,
          ["Hva", "Tjenestested", "Ansvarlig", "Sist gjort", group.frist, "Status", "Bekreft"],
          rader: group.linjer.map { $0.celler(status, context) }
        ).html
      }
      choice.skjema("/arshjul")
    }
  }

  private static func innledning(_ status: Årshjulstatus) -> String {
    let late = status.forfalte.count + status.forfalteRevisjoner.count
    let day = status.dato.bokmål
    return late == 0
      ? "Ingenting i årshjulet er forfalt \(day)."
      : "\(late) \(late == 1 ? "oppføring" : "oppføringer") i årshjulet er forfalt \(day)."
  }

  /// Something of the wheel and the day by which it is due.
  private enum Linje {
    case oppføring(Hjullinje, neste: Dato)
    case revisjon(Revisjonslinje)

    var frist: Dato {
      switch self {
      case .oppføring(_, let due): due
      case .revisjon(let line): line.neste
      }
    }

    var tilstand: Hjultilstand {
      switch self {
      case .oppføring(let line, _): line.tilstand
      case .revisjon(let line): line.tilstand
      }
    }

    func celler(_ status: Årshjulstatus, _ context: Kontekst) -> [[HTML]] {
      switch self {
      case .oppføring(let line, let due):
        let place = status.hjul.navn(påTjenestested: line.tjenestested)
        return [
          [.text(line.hva)], [.text(place)], [.text(Bokmål.stor(line.oppføring.ansvarlig))],
          [.text(line.sist?.dato.bokmål ?? "Aldri")], [.text(due.bokmål)], [line.tilstand.merkelapp],
          Årshjulsignering.kanSignere(line.tjenestested, context)
            ? [Lenke.til(line.adresse, line.oppføring.bekreft, skjult: "\(line.hva), \(place)")] : [],
        ]
      case .revisjon(let line):
        let path = "/gjeldende/prosedyrer#\(Prosentkode.skriv(line.prosedyre.id))"
        return [
          [.text("Revisjon: "), Lenke.til(path, line.prosedyre.navn)], [.text("Alle")],
          [.text(Bokmål.stor(line.prosedyre.ansvarlig))], [.text(line.versjon.fra.bokmål)],
          [.text(line.neste.bokmål)], [line.tilstand.merkelapp], [],
        ]
      }
    }
  }

  private struct Gruppe {
    var tittel: String
    var tabelltittel: String
    var frist: String
    var linjer: [Linje]
  }

  private static func grupper(_ status: Årshjulstatus) -> [Gruppe] {
    let lines =
      status.linjer.compactMap { line in line.neste.map { Linje.oppføring(line, neste: $0) } }
      + status.revisjoner.map { .revisjon($0) }
    let sorted = lines.enumerated().sorted { ($0.element.frist, $0.offset) < ($1.element.frist, $1.offset) }
      .map(\.element)
    let late = sorted.filter { $0.tilstand == .forfalt }
    return sorted.filter { $0.tilstand != .forfalt }.reduce(
      into: late.isEmpty
        ? []
        : [
          Gruppe(
            tittel: "Forfalt", tabelltittel: "Dette skulle vært gjort", frist: "Skulle vært gjort",
            linjer: late)
        ]
    ) { groups, line in
      let month = line.frist.månedOgÅr
      let title = Bokmål.stor(month)
      if groups.last?.tittel != title {
        groups.append(
          Gruppe(
            tittel: title, tabelltittel: "Dette skal gjøres i \(month)", frist: "Neste frist", linjer: []))
      }
      groups[groups.count - 1].linjer.append(line)
    }
  }

  // MARK: The list of sign-offs

  static func csv(_ context: Kontekst) throws -> Nettsvar {
    try context.krevUttak()
    let wheel = context.oppsett.planverk.årshjul
    let names = Dictionary(wheel?.oppføringer.map { ($0.id, $0.navn) } ?? []) { first, _ in first }
    let rows = try context.register.utkvitteringer.map { signed -> [CSV.Celle] in
      [
        .tekst(names[signed.oppføring] ?? signed.oppføring),
        .tekst(wheel?.navn(påTjenestested: signed.tjenestested) ?? signed.tjenestested),
        .tekst(signed.dato.description), .tekst(signed.rolle), signed.deltakere.map { .tall($0) } ?? .tom,
        signed.start.map { .tekst($0.description) } ?? .tom, signed.merknad.map { .tekst($0) } ?? .tom,
      ]
    }
    let file = CSV(
      overskrifter: [
        "Oppføring", "Tjenestested", "Dato", "Rolle", "Antall til stede", "Nyansatt begynte", "Merknad",
      ], rader: rows)
    return .fil(Array(file.text.utf8), navn: "utkvitteringsliste.csv", type: "text/csv; charset=utf-8")
  }
}

extension Hjullinje {
  /// What it is, for a reader: the procedure or course, and for somebody new, the day that person began.
  var hva: String {
    let began = start.map { " (begynte \($0.bokmål))" } ?? ""
    return "\(oppføring.slag == .gjennomgang ? "Gjennomgang: " : "")\(oppføring.navn)\(began)"
  }

  /// Where it is signed.
  fileprivate var adresse: String {
    Lenke.sti("arshjul", oppføring.id, tjenestested) + (start.map { "?start=\($0)" } ?? "")
  }
}

extension Hjuloppføring {
  /// What signing it is called.
  var bekreft: String { slag == .gjennomgang ? "Bekreft gjennomgang" : "Bekreft opplæring" }
}

extension Hjultilstand {
  var merkelapp: HTML {
    Merkelapp.html(
      Bokmål.stor(rawValue),
      self == .forfalt ? .haster : self == .iRute || self == .gjort ? .ferdig : .nøytral)
  }
}

extension Dato {
  /// `september 2014`.
  fileprivate var månedOgÅr: String { bokmål.split(separator: " ").dropFirst().joined(separator: " ") }
}
