import Checklists
import Quality
import Sampling
import Statistics
import Values

/// Avvik by failure area and seriousness, as they may be shown.
struct Avvikstabell: Hashable, Sendable {
  /// The failure areas.
  let områder: [Int]
  /// The counts by area and seriousness; nil where hidden.
  let celler: [[Int?]]
  /// The totals of the areas and of the levels; nil when they would give a hidden number away.
  let summer: Summer?

  init(_ avvik: [Avvik]) {
    let areas = Set(avvik.compactMap(\.sviktområde)).sorted()
    let counts = areas.map { area in
      Alvorlighet.allCases.map { level in
        avvik.count { $0.sviktområde == area && $0.alvorlighet == level }
      }
    }
    let shown = Småtall.skjul(rader: counts)
    områder = areas
    celler = shown
    let hidden = shown.joined().count { $0 == nil }
    let rest = avvik.count - shown.joined().reduce(0) { $0 + ($1 ?? 0) }
    let small = Småtall.skjul(antall: avvik.count, av: avvik.count)
    let told = hidden == 0 || (hidden > 1 && hidden < rest && rest < 4 * hidden)
    antall = told && !small ? avvik.count : nil
    summer =
      Småtall.summerRøper(rader: counts)
      ? nil
      : Summer(
        rader: counts.map { $0.reduce(0, +) },
        kolonner: Alvorlighet.allCases.indices.map { column in counts.reduce(0) { $0 + $1[column] } }
      )
  }

  /// The number of all avvik, or nil when it would give a hidden one away, as it may when no totals are shown.
  ///
  /// Two or more cells are then hidden, each with at least one; that all are ones, or all are fours, must be ruled out.
  let antall: Int?

  /// The totals of a table.
  struct Summer: Hashable, Sendable {
    let rader: [Int]
    let kolonner: [Int]
  }
}

extension Årsgjennomgang {
  /// The avvik that the controls opened.
  var avviksdel: Rapport.Del {
    let own = kontrollavvik
    var blocks: [Rapport.Blokk] = []
    if own.isEmpty {
      blocks.append(.avsnitt("Kontrollene fant ingen avvik i de trukne sakene."))
    } else {
      let table = Avvikstabell(own)
      blocks += [
        .tabell(tabell(table)), .avsnitt(Småtallsvisning.forklaring),
        .avsnitt(
          "\(dag.bokmål): \(åpne(own)) Et avvik gjelder en trukket sak. Først når kvalitetsgruppa eller "
            + "kvalitetsutvalget vedtar det, er det en svikt i systemet (del 6)."),
      ]
    }
    let reports = Småtallsvisning.mengde(meldinger, Ord.avvik)
    blocks.append(
      .avsnitt(
        "Ansatte meldte \(reports) i \(år). Tallet viser hvor mye det meldes, og er ikke et mål på kvalitet.")
    )
    return Rapport.Del(id: "avvik", tittel: "4 Avvik etter sviktområde og alvorlighet", innhold: blocks)
  }

  private func åpne(_ avvik: [Avvik]) -> String {
    let open = avvik.count(where: \.erÅpent)
    if Småtall.skjul(antall: open, av: avvik.count) { return "Noen av avvikene fra året er åpne." }
    return open == avvik.count
      ? "Alle avvikene fra året er åpne."
      : "\(Bokmål.stor(Bokmål.mengde(open, Ord.avvik))) fra året er åpne."
  }

  private func tabell(_ table: Avvikstabell) -> Rapport.Tabell {
    let sums = table.summer
    let levels = Alvorlighet.allCases.map { Rapport.Kolonne(Bokmål.stor($0.rawValue), tall: true) }
    var rows = table.områder.enumerated().map { index, area in
      ["\(area) \(sviktområder[area] ?? "")"] + table.celler[index].map(Småtallsvisning.tekst)
        + (sums.map { [String($0.rader[index])] } ?? [])
    }
    if let sums {
      rows.append(["Sum"] + (sums.kolonner + [sums.kolonner.reduce(0, +)]).map(String.init))
    }
    return Rapport.Tabell(
      tittel: "Avvik som kontrollene fant i \(år)",
      kolonner: [.init("Sviktområde")] + levels + (sums == nil ? [] : [.init("Sum", tall: true)]), rader: rows
    )
  }

  /// The measures: what the controls show of some, and when they can say something of the others.
  var tiltaksdel: Rapport.Del {
    let shown = effekter.filter { $0.effekter.contains { !$0.venter } }
    let waiting = effekter.filter { $0.effekter.allSatisfy(\.venter) }
    var blocks = shown.flatMap { measure, effects -> [Rapport.Blokk] in
      [
        .overskrift("\(measure.nummer) \(uten(measure.innhold.tekst))"), .avsnitt(status(measure)),
        .liste(effects.map(linje)),
      ]
    }
    if !waiting.isEmpty {
      blocks.append(
        .tabell(
          .init(
            tittel: "Tiltak som kontrollene ikke kan si noe om ennå",
            kolonner: [
              .init("Nr."), .init("Tiltak"), .init("Status"), .init("Kan bedømmes fra kontrollen for"),
            ],
            rader: waiting.map { measure, effects in
              [
                measure.nummer, uten(measure.innhold.tekst), status(measure),
                effects.isEmpty ? "ingen punkter" : effects.map(venter).joined(separator: ", "),
              ]
            })))
    }
    if blocks.isEmpty { blocks = [.avsnitt("Ingen tiltak er registrert.")] }
    return Rapport.Del(id: "tiltak", tittel: "5 Tiltak og virkning", innhold: blocks)
  }

  private func venter(_ effect: Effekt) -> String {
    "\(effect.punkt): \(effect.førsteMåned?.bokmål ?? "ikke de neste ti årene")"
  }

  private func linje(_ effect: Effekt) -> String {
    var parts = [effect.setning(utad: true)]
    if let all = effect.alleSakerSetning(utad: true) { parts.append(all) }
    // What was left out matters where there are counts to read.
    if effect.trukne.etter.kontrollert > 0, effect.dom(utad: true) != nil { parts += effect.forbehold }
    return "\(effect.punkt): \(parts.joined(separator: " "))"
  }

  private func status(_ measure: Tiltak) -> String {
    var parts = ["Ansvarlig: \(measure.innhold.ansvarlig)."]
    if let done = measure.iverksatt {
      parts.append("Satt i verk \(done.dato.bokmål).")
    } else {
      parts.append("Skal settes i verk \(measure.iverksettes.bokmål).")
    }
    if let result = measure.resultat, let day = measure.evaluering?.dato {
      parts.append("Evaluert \(day.bokmål): \(result.visning.lowercased()).")
    }
    if measure.tilstand != .evaluert { parts.append("Skal evalueres \(measure.evalueres.bokmål).") }
    return parts.joined(separator: " ")
  }

  /// What the bodies have decided is a failure of the system.
  var systemsviktdel: Rapport.Del {
    let found = systemsvikt
    let lines = found.map { decision, meeting in
      let done = decision.utført.map {
        "Vedtaket er utført \($0.bokmål). Om det hjalp, viser kontrollene først senere."
      }
      let state = done ?? "Frist \(decision.frist.bokmål)."
      return "\(uten(decision.tekst)) (\(decision.nummer), \(meeting.slag.visning.lowercased()) "
        + "\(meeting.dato.bokmål)). Ansvarlig: \(decision.ansvarlig). \(state)"
    }
    return Rapport.Del(
      id: "system", tittel: "6 Svikt i systemet",
      innhold: lines.isEmpty
        ? [.avsnitt("Ingen godkjente referater har vedtak om svikt i systemet.")] : [.liste(lines)])
  }

  /// A text that somebody wrote, without its last full stop, so that ours can go on.
  private func uten(_ text: String) -> String { text.hasSuffix(".") ? String(text.dropLast()) : text }

  /// What should have been done by the day.
  var overFrist: Rapport.Del {
    let late = register.avvik.count { $0.erForfalt(dag) }
    var lines = ["\(Bokmål.stor(Småtallsvisning.mengde(late, Ord.avvik))) er åpne etter fristen."]
    lines += forfalteTiltak.map { "\($0.tiltak.nummer) \(uten($0.tiltak.innhold.tekst)): \($0.hva)" }
    lines += forfalteVedtak.map {
      "\($0.nummer) \(uten($0.tekst)). Fristen var \($0.frist.bokmål). Ansvarlig: \($0.ansvarlig)."
    }
    return Rapport.Del(id: "frist", tittel: "8 Over frist \(dag.bokmål)", innhold: [.liste(lines)])
  }

  var forfalteTiltak: [(tiltak: Tiltak, hva: String)] {
    register.tiltak.compactMap { measure in
      switch measure.tilstand {
      case .planlagt where measure.iverksettes < dag:
        (measure, "skulle vært satt i verk \(measure.iverksettes.bokmål).")
      case .iverksatt where measure.evalueres < dag:
        (measure, "skulle vært evaluert \(measure.evalueres.bokmål).")
      default: nil
      }
    }
  }

  var forfalteVedtak: [Vedtak] { register.vedtak.filter { $0.utført == nil && $0.frist < dag } }
}

extension Effekt {
  /// Whether no control can have seen the time after the measure yet.
  fileprivate var venter: Bool { dom == .forTidlig && trukne.etter.kontrollert == 0 }
}
