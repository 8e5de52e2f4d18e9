import Quality
import Sampling
import Values

/// One drawn case in twelve is read by another as well.
extension Spill {
  /// The cases that the rule points out are read some days after the control is locked.
  mutating func planleggAnnenlesning(etter kontroll: Kontroll, _ dag: Dato) {
    oppfølging.kontroller.removeAll { $0.nøkkel.måned.år < kontroll.nøkkel.måned.år }
    oppfølging.kontroller.append(kontroll)
    let rekke = Kontrollrekke(oppfølging.kontroller)
    for valg in Annenleservalg.lesesTo(i: rekke, team: kontroll.nøkkel.team)
    where valg.måned == kontroll.nøkkel.måned {
      kalender.legg(senere(dag, 3...8)) { try $0.les(valg.sak, i: kontroll, $1) }
    }
  }

  /// Another role answers what a person answered in the control, and mostly the same.
  private mutating func les(_ sak: String, i kontroll: Kontroll, _ dag: Dato) throws {
    let svar = kontroll.stillinger.filter { $0.sak == sak }.compactMap { stilling in
      stilling.alternativ.map { Annenlesning.Lesersvar(stilling.punkt.id, andre($0)) }
    }
    guard !svar.isEmpty else { return }
    let lesning = Annenlesning(
      team: kontroll.nøkkel.team, måned: kontroll.nøkkel.måned.description, sak: sak,
      rolle: Rolle.kvalitetskontakt, svar: svar)
    try verb(dag).les(lesning, rolle: Rolle.kvalitetskontakt)
  }

  private mutating func andre(_ første: Svaralternativ) -> Svaralternativ {
    guard terning.sant(120) else { return første }
    return første == .oppfylt ? .ikkeOppfylt : .oppfylt
  }
}
