import AuditStore
import Intake
import JSONText
import Quality
import Sampling
import Values

/// The controls that a store knows of, whatever they have come to.
struct Kontrollregister: Sendable {
  struct Linje: Sendable {
    let nøkkel: Kontrollnøkkel
    let kontrolldato: Dato?
    let erLåst: Bool
  }

  /// The latest month first, then by team.
  let linjer: [Linje]

  init(_ lager: Revisjonslager) throws {
    func key(_ entry: Oppføring) -> Kontrollnøkkel? {
      guard let payload = entry.innhold, let unit = payload["unit"]?.string,
        let team = payload["team"]?.string,
        let month = payload["month"]?.string.flatMap({ Måned($0) })
      else { return nil }
      return Kontrollnøkkel(enhet: unit, team: team, måned: month)
    }
    let locked = Set(try lager.oppføringer(.lås).compactMap(key))
    linjer = try lager.oppføringer(.forpliktelse).compactMap { entry in
      key(entry).map {
        Linje(
          nøkkel: $0, kontrolldato: entry.innhold?["control_date"]?.string.flatMap { Dato($0) },
          erLåst: locked.contains($0))
      }
    }.sorted { ($1.nøkkel.måned, $0.nøkkel.team) < ($0.nøkkel.måned, $1.nøkkel.team) }
  }
}

extension Kontekst {
  /// The controls of the teams that are the person's business.
  var kontroller: [Kontrollregister.Linje] {
    get throws {
      let person = try bruker
      return try husket("kontroller", hviler: [.forpliktelse, .lås]) { try Kontrollregister(lager) }.linjer
        .filter { person.ser(team: $0.nøkkel.team) }
    }
  }

  /// Which control the path is about.
  func kontrollnøkkel() throws -> Kontrollnøkkel {
    let team = try plass("team")
    try krev(team: team)
    guard let month = Måned(try plass("maned")) else { throw Sidefeil.finnesIkke }
    guard let unit = try enhet ?? oppsett.uttrekk.les(team: team)?.enhet else { throw Sidefeil.finnesIkke }
    return Kontrollnøkkel(enhet: unit, team: team, måned: month)
  }

  /// A control as it stands.
  func kontroll(_ nøkkel: Kontrollnøkkel) throws -> Kontroll {
    try husket("kontroll \(nøkkel.måned) \(nøkkel.team)", hviler: .kontroll) {
      try kontrollverb(nøkkel).kontroll()
    }
  }

  /// The control of the path, which must be evaluated.
  func vurdertKontroll() throws -> Kontroll {
    let control = try kontroll(kontrollnøkkel())
    guard control.status == .vurdert || control.status == .låst else { throw Sidefeil.finnesIkke }
    return control
  }

  /// The drawn case that the path is about.
  func kontrollsak(_ control: Kontroll) throws -> Kontrollsak {
    guard let found = control.sak(try plass("sak")) else { throw Sidefeil.finnesIkke }
    return found
  }

  /// The checklist that judges a control: byte for byte the one that it was begun with.
  func sjekklistevurdering(_ control: Kontroll) throws -> Sjekklistevurdering {
    guard let list = control.saksliste else { throw IkkeTillatt.sakslistenErIkkeLåst }
    guard let found = Sjekklistevurdering(oppsett.bibliotek, for: list, unntak: oppsett.waivers) else {
      throw Sidefeil.ikkeNå(
        "Sjekklisten som kontrollen ble startet med, er endret eller borte. Be den som har ansvar for programmet, om "
          + "å legge tilbake \(list.sjekkliste.id)@\(list.sjekkliste.versjon).")
    }
    return found
  }

  /// Whether the person may answer in this control: it is open, and the role leads controls.
  func kanSvare(_ control: Kontroll) -> Bool { control.lås == nil && har(.føreKontroll) }
}

extension Uttrekkshode {
  /// The month whose control an extract is for: its own month from the fifteenth on, and before that the month that
  /// ended just before it.
  var kontrollmåned: Måned {
    let month = Måned(dag)
    return dag.deler.dag >= 15 ? month : month.adding(måneder: -1)
  }
}
