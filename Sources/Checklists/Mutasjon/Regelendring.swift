internal import RuleLanguage
internal import Values
internal import Vocabulary

/// One small change of a checklist's rules, and the points whose verdicts it can touch.
struct Regelendring {
  /// All rules, with the change.
  var regelsett: Regelsett
  /// Places of the points that rest on what was changed.
  var punkter: [Int]
  /// What was changed: the id of the point and the part, or the name of a definition or parameter.
  var hvor: String
  /// The part that was changed, as the author would write it.
  var før: String
  /// What stands there instead.
  var etter: String
  /// Where the part stands in the file.
  var sted: YAMLPlace
}

extension Sjekklistekilde {
  /// Every change of a point's own rule.
  func endringer(avPunkt nummer: Int, id: String, _ modell: Saksmodell) -> [Regelendring] {
    let regelsett = Regelsett(self)
    var result: [Regelendring] = []
    for del in Regeldel.allCases {
      guard let own = regler[nummer].deler[del] else { continue }
      func legg(_ changed: Uttrykk?, _ før: String, _ etter: String, _ range: Range<Int>) {
        var other = regelsett
        other.regler[nummer][del] = changed
        result.append(
          Regelendring(
            regelsett: other, punkter: [nummer], hvor: "\(id), «\(del.rawValue)»", før: før, etter: etter,
            sted: text.place(of: range, in: own.scalar)))
      }
      for mutant in own.uttrykk.mutanter(modell) {
        legg(mutant.uttrykk, mutant.før, mutant.etter, mutant.område)
      }
      if regler[nummer].deler.count > 1, del != .krav || regler[nummer].deler[.norm] != nil {
        legg(nil, own.uttrykk.description, "nothing", own.uttrykk.område)
      }
    }
    return result
  }

  /// Every change of a definition.
  func endringer(avDefinisjon nummer: Int, _ modell: Saksmodell) -> [Regelendring] {
    let own = definisjoner[nummer]
    let touched = punkter(somBrukes: own.navn)
    let regelsett = Regelsett(self)
    return own.uttrykk.mutanter(modell).map { mutant in
      var other = regelsett
      other.definisjoner[nummer].uttrykk = mutant.uttrykk
      return Regelendring(
        regelsett: other, punkter: touched, hvor: own.navn, før: mutant.før, etter: mutant.etter,
        sted: text.place(of: mutant.område, in: own.scalar))
    }
  }

  /// Every change of a parameter: another number, another first day, one dated number fewer.
  func endringer(avParameter nummer: Int) -> [Regelendring] {
    let own = parametre[nummer]
    let touched = punkter(somBrukes: own.parameter.navn)
    let regelsett = Regelsett(self)
    var result: [Regelendring] = []
    for (index, value) in own.parameter.verdier.enumerated() {
      func legg(_ etter: String, _ change: (inout [Parameter.Datert]) -> Void) {
        var values = own.parameter.verdier
        change(&values)
        var other = regelsett
        other.parametre[nummer] = Parameter(navn: own.parameter.navn, verdier: values)
        result.append(
          Regelendring(
            regelsett: other, punkter: touched, hvor: own.parameter.navn,
            før: "\(value.verdi) from \(value.fra)", etter: etter,
            sted: YAMLPlace(line: own.node.line, column: own.node.column, width: own.node.width)))
      }
      for step in [-1, 1] {
        let number = value.verdi.pluss(Brøk(step)) ?? value.verdi
        legg("\(number) from \(value.fra)") { $0[index].verdi = number }
        let day = value.fra.adding(dager: step)
        legg("\(value.verdi) from \(day)") { $0[index].fra = day }
      }
      if own.parameter.verdier.count > 1 { legg("nothing") { $0.remove(at: index) } }
    }
    return result
  }

  private func punkter(somBrukes name: String) -> [Int] {
    regler.indices.filter { navn(iPunkt: $0).contains(name) }
  }
}
