import AuditStore
import Checklists
import Foundation
import Intake
import Values
import WebApp

/// What the web app runs on, opened before anybody is let in.
struct Nettoppsett: Sendable {
  private let lager: Revisjonslager
  private let logg: Tilgangslogg
  private let bibliotek: Sjekklistebibliotek
  private let planverk: Planverk
  private let dato: Dato?
  private let innlogging: Innlogging
  private let filer: [Sjekklistebibliotek.Fil]
  private let uttrekk: Uttrekkslager
  private let nøkkel: [UInt8]?
  private let waivers: [Unntak]

  init(
    _ store: String, _ definisjoner: Definisjonsvalg, _ waivers: WaiverOptions, key: String?, dato: Dato?,
    _ innlogging: Innlogging
  ) throws {
    filer = try definisjoner.filer().filter(\.erSjekkliste)
    uttrekk = Uttrekkslager(mappe: "\(store).uttrekk")
    nøkkel = try Pseudonymnøkkel.les(key)
    bibliotek = try definisjoner.bibliotek()
    self.waivers = try waivers.read(bibliotek)
    planverk = try definisjoner.planverk(bibliotek)
    lager = try Revisjonslager.open(sti: store, modus: .lesOgSkriv)
    do {
      logg = try Tilgangslogg(ved: store)
      try logg.rydd()
    } catch Lagerfeil.opptatt {
      throw Kommandofeil(.failed, "another program serves the store \(store)")
    } catch let error as Lagerfeil {
      throw Kommandofeil(.failed, "the access log beside the store cannot be used: \(error)")
    }
    self.dato = dato
    self.innlogging = innlogging
  }

  /// The web app behind a guard.
  func app(_ vokter: Vokter) -> Nettapp {
    let day = dato
    var setup = Oppsett(
      lager: lager, bibliotek: bibliotek, planverk: planverk, uttrekk: uttrekk, nøkkel: nøkkel,
      klokke: {
        Øyeblikk(tid: Omgivelser.tid, dato: day ?? Omgivelser.idag, sekunder: time(nil))
      }, tilfeldig: Omgivelser.tilfeldig, logg: logg, vokter: vokter, motor: Versjon.motor,
      feil: { code, error in
        // An error from below may hold what somebody typed; the store's own never do.
        let cause = error is Lagerfeil || error is Innloggingsfeil ? "\(error)" : "\(type(of: error))"
        Utskrift.feil("internkontroll: error \(code): \(cause)")
      })
    setup.innlogging = innlogging
    setup.filer = filer
    setup.waivers = waivers
    return Nettapp(setup)
  }
}
