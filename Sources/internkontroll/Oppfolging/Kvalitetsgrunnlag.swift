import ArgumentParser
import AuditStore
import Checklists
import Foundation
import Quality
import Reports
import Sampling
import Values

/// What reports on plans and the wheel of the year rest on: the definitions, and what a store has, if there is one.
struct Kvalitetsgrunnlag {
  let lager: Revisjonslager?
  let register: Kvalitetsregister
  /// The wheel of the year on the day; nil when there is none.
  let hjul: Årshjulstatus?
  private let bibliotek: Sjekklistebibliotek
  private let dag: Dato

  /// A named store must be there; without a name, the usual one is used when it is.
  init(
    _ store: String?, _ bibliotek: Sjekklistebibliotek, _ planverk: Planverk, på dag: Dato
  ) throws {
    let usual = Lagervalg.vanlig
    let path = store ?? (FileManager.default.fileExists(atPath: usual) ? usual : nil)
    let opened = try medOppfølging { try path.map { try Lagervalg.åpne($0, .lesBare) } }
    let register = try medOppfølging { try opened.map { try Kvalitetsregister($0).per(dag) } }
    lager = opened
    self.register = register ?? Kvalitetsregister()
    self.bibliotek = bibliotek
    self.dag = dag
    hjul = planverk.årshjul.map {
      Årshjulstatus(
        $0, prosedyrer: bibliotek.prosedyrer, utkvitteringer: register?.utkvitteringer ?? [],
        nyansettelser: register?.nyansettelser ?? [], på: dag)
    }
  }

  /// What the controls of the twelve months up to the day show of each failure area.
  func målinger() throws -> [Int: [Målelinje]] {
    try medOppfølging {
      try Sviktmåling.linjer(
        bibliotek, register, hjul: hjul, på: dag,
        rekke: lager.map { store in
          { try Kontrollrekke(store, fra: $0.lowerBound, til: $0.upperBound) }
        })
    }
  }
}
