import Sampling
import Values

/// How much staff report: reporting activity, never quality. Few reports may mean few faults or little reporting.
public struct Meldeaktivitet: Hashable, Sendable {
  /// One row a procedure: the chosen ones first, then those that somebody has reported on.
  public var prosedyrer: [Prosedyretall]
  /// What staff had reported before the control found it, in the period.
  public var iPerioden: Forhåndsmeldt
  /// The same in the twelve months.
  public var tolvMåneder: Forhåndsmeldt

  /// How many reports a procedure got, by the day on which they were reported.
  public struct Prosedyretall: Hashable, Sendable {
    /// The procedure.
    public var prosedyre: Meldeprosedyre
    /// Whether it is one of the two that staff must report on.
    public var valgt: Bool
    /// How many in the months of the period.
    public var iPerioden: Int
    /// How many in the twelve months.
    public var tolvMåneder: Int
  }

  /// «Av n avvik som kontrollen fant på de to valgte prosedyrene, var k meldt av ansatte på forhånd.»
  public struct Forhåndsmeldt: Hashable, Sendable {
    /// n: the avvik that the controls of these months opened on a chosen procedure.
    public var funnet: Int
    /// k: those of them that staff had told of: a report on the same procedure and the same case, that happened and
    /// was reported on or before the control date, and was not turned down. It must name the point; one that names
    /// none counts only when it is the one avvik that the control found on the procedure in the case.
    public var meldt: Int
  }

  init(_ valg: Oppsummeringsvalg, _ rekke: Kontrollrekke, _ register: Kvalitetsregister) {
    let reports = register.avvik.compactMap { avvik -> (avvik: Avvik, melding: Ansattmelding)? in
      guard case .ansatt(let melding) = avvik.opphav else { return nil }
      return (avvik, melding)
    }
    var known = valg.valgteProsedyrer
    for (_, melding) in reports where !known.contains(where: { $0.id == melding.prosedyre }) {
      known.append(Meldeprosedyre(id: melding.prosedyre, navn: melding.navn))
    }
    let chosen = Set(valg.valgteProsedyrer.map(\.id))
    prosedyrer = known.map { procedure in
      let own = reports.filter { $0.melding.prosedyre == procedure.id }.map(\.avvik.måned)
      return Prosedyretall(
        prosedyre: procedure, valgt: chosen.contains(procedure.id),
        iPerioden: own.filter(valg.perioden.contains).count,
        tolvMåneder: own.filter(valg.tolvMåneder.contains).count)
    }.filter { $0.valgt || $0.tolvMåneder > 0 }
    func reportedBefore(_ months: ClosedRange<Måned>) -> Forhåndsmeldt {
      var result = Forhåndsmeldt(funnet: 0, meldt: 0)
      for avvik in register.avvik {
        guard case .kontroll(let funn) = avvik.opphav, months.contains(funn.måned),
          let procedure = funn.prosedyre, chosen.contains(procedure)
        else { continue }
        let day = rekke.kontrolldato(avvik.team, funn.måned)
        result.funnet += 1
        let known = reports.contains { report, told in
          told.prosedyre == procedure && told.sak == funn.sak && told.skjedde <= day && report.meldt <= day
            && !report.erAvvist
            && told.punkt.map { $0 == funn.punkt } ?? register.erEneste(avvik, funn)
        }
        result.meldt += known ? 1 : 0
      }
      return result
    }
    iPerioden = reportedBefore(valg.perioden)
    tolvMåneder = reportedBefore(valg.tolvMåneder)
  }
}

extension Avvik {
  /// Whether it was turned down.
  fileprivate var erAvvist: Bool { hendelser.contains { $0.hendelse.navn == "avvist" } }
}

extension Kvalitetsregister {
  /// Whether a finding is all that its control found on the procedure in the case, what it found again counted.
  fileprivate func erEneste(_ found: Avvik, _ funn: Kontrollfunn) -> Bool {
    avvik.count { other in
      other.team == found.team && other.sak == funn.sak && other.prosedyre == funn.prosedyre
        && other.hendelser.contains { $0.kontrollmåned == funn.måned }
    } == 1
  }
}

extension Kontrollrekke {
  /// The control date of a team's control in a month; the last day of the month when it is not known.
  func kontrolldato(_ team: String, _ måned: Måned) -> Dato {
    let control = kontroller.first { $0.nøkkel.team == team && $0.nøkkel.måned == måned }
    return control?.saksliste?.kontrolldato ?? måned.sisteDag
  }
}
