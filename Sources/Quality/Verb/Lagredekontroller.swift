public import AuditStore
public import CaseRecords
public import Checklists
import JSONText
import Sampling
public import Values
public import Vocabulary

/// The controls of a store as far as they can be run again under another version of the checklist.
///
/// A store keeps the records of the drawn cases, and those only until their time is over. What it does not keep
/// cannot be run again: the other cases of the team, whose outcomes are counts, and what a person judged.
public struct Lagredekontroller: Sendable {
  /// The controls whose cases were evaluated, in the order of the journal.
  public private(set) var kontroller: [Lagretkontroll] = []
  /// The controls whose acts are no longer all kept, or that cannot be read.
  public private(set) var uleselige: [Kontrollnøkkel] = []

  private init() {}

  /// Reads every control of a store. Throws `Lagerfeil` and `Kodefeil`.
  public init(_ lager: Revisjonslager) throws {
    var entries: [Kontrollnøkkel: [Oppføring]] = [:]
    var keys: [Kontrollnøkkel] = []
    for entry in try lager.oppføringer() {
      guard let payload = entry.innhold, let key = try Kontrollhendelse.les(payload)?.nøkkel else { continue }
      if entries[key] == nil { keys.append(key) }
      entries[key, default: []].append(entry)
    }
    for key in keys {
      do {
        let control = try Kontrolljournal(key, entries[key] ?? []).kontroll
        if let stored = Lagretkontroll(control) { kontroller.append(stored) }
      } catch is Kontrollverbfeil {
        uleselige.append(key)
      }
    }
  }
}

extension Lagredekontroller {
  /// The latest locked controls of a store, so many that they have this many drawn cases; the oldest first.
  ///
  /// Only their months are read. Throws `Lagerfeil` and `Kodefeil`.
  public init(_ lager: Revisjonslager, sisteSaker antall: Int) throws {
    self.init()
    var cases = 0
    for lock in try lager.oppføringer(.lås).reversed() where cases < antall {
      guard let payload = lock.innhold, let key = try Kontrollhendelse.les(payload)?.nøkkel else { continue }
      do {
        let control = try Kontrolljournal(key, try lager.oppføringer(måned: key.måned, team: key.team))
          .kontroll
        guard let stored = Lagretkontroll(control) else { continue }
        kontroller.append(stored)
        cases += stored.saker.count
      } catch is Kontrollverbfeil {
        uleselige.append(key)
      }
    }
    kontroller.reverse()
    uleselige.reverse()
  }
}

/// One stored control, ready to be run again.
public struct Lagretkontroll: Sendable {
  /// Which control.
  public let nøkkel: Kontrollnøkkel
  /// The day on which its cases were judged.
  public let kontrolldato: Dato
  /// The version it was made with: `fosterhjem@2014-05-31`.
  public let sjekkliste: String
  /// The drawn cases whose record is kept.
  public let saker: [String]
  /// The drawn cases whose record is no longer kept.
  public let utenPost: [String]
  /// How many cases were in the frame and not drawn, so that no record of them was stored.
  public let ikkeTrukket: Int
  private let kontroll: Kontroll

  /// Nil when nothing has been evaluated yet.
  init?(_ kontroll: Kontroll) {
    guard let liste = kontroll.saksliste, !kontroll.saker.isEmpty else { return nil }
    let kept = Set(kontroll.øyeblikksbilder.map(\.sak))
    nøkkel = kontroll.nøkkel
    kontrolldato = liste.kontrolldato
    sjekkliste = "\(liste.sjekkliste.id)@\(liste.sjekkliste.versjon)"
    saker = kontroll.trukne.filter(kept.contains)
    utenPost = kontroll.trukne.filter { !kept.contains($0) }
    ikkeTrukket = liste.ramme.ids.count - kontroll.trukne.count
    self.kontroll = kontroll
  }

  /// What a case of this control is called beside cases of other months: `S-0042/2014-09`.
  public func navn(_ sak: String) -> String { "\(sak)/\(nøkkel.måned)" }

  /// Puts both versions to the cases on the control's own date, with the facts that were supplied in it.
  ///
  /// Adds to `resultat`; the cases whose record no longer fits the vocabulary come back with what is wrong.
  public func gjenkjør(
    fra gammel: Sjekkliste, til ny: Sjekkliste, _ modell: Saksmodell, _ resultat: inout Gjenkjøring
  ) throws -> [Lesefeil] {
    var bunke = Saksbunke(modell: modell)
    var faults: [Lesefeil] = []
    for sak in saker {
      let record = try kontroll.post(sak).utfylt(kontroll.opplysninger(sak))
      do throws(Lesefeil) {
        bunke.append(sak: 0, fra: try Saksbunke(sak: record, modell: modell))
      } catch {
        faults.append(error)
      }
    }
    var before = Punktkontroll(gammel, bunke, på: kontrolldato)
    var after = Punktkontroll(ny, bunke, på: kontrolldato)
    resultat.kjør(&before, &after, bunke, saker: bunke.saker.indices) { navn($0.sak) }
    return faults
  }
}
