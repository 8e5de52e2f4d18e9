public import Sampling
public import Statistics
import Values

/// How well two readers of the same cases agree on the points that a person judged.
public struct Leserenighet: Hashable, Sendable {
  /// What both readers said of a point in a case. Never who they were.
  public struct Svarpar: Hashable, Sendable {
    /// The team.
    public let team: String
    /// The month of the control.
    public let måned: Måned
    /// The pseudonym.
    public let sak: String
    /// The point.
    public let punkt: String
    /// What the first reader said.
    public let første: Svaralternativ
    /// What the second one said.
    public let andre: Svaralternativ

    /// Whether they said the same.
    public var erLike: Bool { første == andre }
  }

  /// Answers of the second reader that have none to be compared with.
  public struct Utelatt: Hashable, Sendable {
    /// On points that the rule settled, so that no first reader answered.
    public fileprivate(set) var regelen = 0
    /// On points that are not in the control, or in cases that were never evaluated.
    public fileprivate(set) var ukjentPunkt = 0
  }

  /// How many cases were to be read by two.
  public let valgte: Int
  /// How many of them were.
  public let lest: Int
  /// How many cases were read by two although the draw had not picked them; they are left out.
  public let ikkeValgt: Int
  /// In how many of those that were read, some answer can be compared.
  public let sammenlignet: Int
  /// The second reader's answers in the chosen cases that are left out, and why.
  public let utelatt: Utelatt
  /// Every point that both answered, by month, team and case, in the second reader's order.
  public let par: [Svarpar]

  /// Compares the second readings of a register with the controls they are of.
  ///
  /// - Parameters:
  ///   - rekke: The controls from January of the first year at the latest.
  ///   - fra: The first month whose cases count.
  ///   - til: The last.
  public init(_ lesninger: [Annenlesning], i rekke: Kontrollrekke, fra: Måned, til: Måned) {
    var chosen: Set<Sted> = []
    for team in Set(rekke.kontroller.map(\.nøkkel.team)) {
      for pick in Annenleservalg.lesesTo(i: rekke, team: team) where fra <= pick.måned && pick.måned <= til {
        chosen.insert(Sted(team: team, måned: pick.måned, sak: pick.sak))
      }
    }
    // A later reading of the same case replaces an earlier one.
    var readings: [Sted: Annenlesning] = [:]
    for reading in lesninger {
      guard let month = Måned(reading.måned), fra <= month, month <= til else { continue }
      readings[Sted(team: reading.team, måned: month, sak: reading.sak)] = reading
    }
    valgte = chosen.count
    lest = chosen.count { readings[$0] != nil }
    ikkeValgt = readings.count - lest
    var pairs: [Svarpar] = []
    var omitted = Utelatt()
    for control in rekke.kontroller {
      for id in control.trukne {
        let place = Sted(team: control.nøkkel.team, måned: control.nøkkel.måned, sak: id)
        guard chosen.contains(place), let reading = readings[place] else { continue }
        for answer in reading.svar {
          if let pair = Svarpar(control, id, answer) {
            pairs.append(pair)
          } else if control.sak(id)?.punkt(answer.punkt) == nil {
            omitted.ukjentPunkt += 1
          } else {
            omitted.regelen += 1
          }
        }
      }
    }
    par = pairs
    utelatt = omitted
    sammenlignet = Set(pairs.map { Sted(team: $0.team, måned: $0.måned, sak: $0.sak) }).count
  }

  /// Agreement and kappa; nil when no point was answered by both.
  public var enighet: Enighet? { Enighet(par.map { ($0.første.rawValue, $0.andre.rawValue) }) }

  /// Where they differ.
  public var ulike: [Svarpar] { par.filter { !$0.erLike } }
}

private struct Sted: Hashable {
  let team: String
  let måned: Måned
  let sak: String
}

extension Leserenighet.Svarpar {
  /// Nil for a point that no person answered in the control: what a machine settled is no reading.
  fileprivate init?(_ kontroll: Kontroll, _ sak: String, _ svar: Annenlesning.Lesersvar) {
    guard let punkt = kontroll.sak(sak)?.punkt(svar.punkt) else { return nil }
    let standing = Punktstilling(sak: sak, punkt: punkt, svar: kontroll.vurdering(sak, punkt.id))
    // The person's own answer, also where the rule's finding stands against it: readers are compared, not rules.
    guard let first = standing.alternativ else { return nil }
    team = kontroll.nøkkel.team
    måned = kontroll.nøkkel.måned
    self.sak = sak
    self.punkt = punkt.id
    første = first
    andre = svar.svar
  }
}

extension Leserenighet {
  /// How many cases two have read, what was left out, how often they agreed, and how sure that is, in words.
  public var setning: String {
    if valgte == 0 { return "Ingen saker skulle leses av to." }
    return ([lestsetning] + utelattsetninger + [enighetssetning].compactMap(\.self)).joined(separator: " ")
  }

  private var lestsetning: String {
    if valgte == 1 {
      let state =
        lest == 0
        ? "ikke lest av den andre ennå"
        : sammenlignet == 0 ? "lest, men har ingen svar å sammenligne" : "lest"
      return "Saken som skulle leses av to, er \(state)."
    }
    let many = lest == 0 ? "ingen" : Bokmål.tall(lest)
    let compared = sammenlignet == 0 ? "ingen" : Bokmål.tall(sammenlignet)
    let read = "Av de \(Bokmål.tall(valgte)) sakene som skulle leses av to, er \(many) lest."
    return sammenlignet == lest ? read : "\(read) I \(compared) av dem er det svar å sammenligne."
  }

  /// «62 svar gjelder punkter som regelen avgjorde, og er ikke regnet med.»
  private var utelattsetninger: [String] {
    func line(_ count: Int, _ what: String) -> String? {
      if count == 0 { return nil }
      let answers = count == 1 ? "Ett svar" : "\(Bokmål.stor(Bokmål.tall(count))) svar"
      return "\(answers) \(what), og er ikke regnet med."
    }
    let cases =
      ikkeValgt == 0
      ? nil
      : "\(Bokmål.stor(Bokmål.mengde(ikkeValgt, Ord.sak))) er lest av to uten å være valgt, og er ikke regnet med."
    return [
      line(utelatt.regelen, "gjelder punkter som regelen avgjorde"),
      line(utelatt.ukjentPunkt, "gjelder punkter som ikke er i kontrollen"), cases,
    ].compactMap(\.self)
  }

  private var enighetssetning: String? {
    guard let enighet else { return nil }
    let agreed = "De to leserne svarte likt på \(enighet.enige) av \(enighet.antall) spørsmål."
    guard let kappa = enighet.kappa else {
      return "\(agreed) Alle svarene var de samme, så kappa kan ikke regnes ut."
    }
    guard let range = enighet.intervall else {
      return
        "\(agreed) Kappa er \(desimaltall(kappa)), men med så få svar kan vi ikke si hvor sikkert det er."
    }
    let (low, high) = (desimaltall(range.lowerBound), desimaltall(range.upperBound))
    let figures = "\(agreed) Kappa er \(desimaltall(kappa)), trolig mellom \(low) og \(high)"
    // A word is used only when the whole interval lies on its side of the middle.
    guard range.lowerBound >= Leserenighet.middels || range.upperBound < Leserenighet.middels else {
      return "\(figures). Så få svar kan ikke vise hvor enige leserne er."
    }
    return "\(figures): \(Leserenighet.ord(kappa)) enighet utover det tilfeldighetene gir."
  }

  /// From here on agreement is called middling or better.
  private static let middels = 0.4

  /// Altman's words for kappa.
  private static func ord(_ kappa: Double) -> String {
    switch kappa {
    case ..<0.2: "dårlig"
    case ..<middels: "svak"
    case ..<0.6: "middels"
    case ..<0.8: "god"
    default: "svært god"
    }
  }
}

/// A figure with two decimals and a comma: `−0,25`.
private func desimaltall(_ number: Double) -> String {
  let hundredths = Int((number.magnitude * 100).rounded())
  let sign = number < 0 && hundredths > 0 ? "−" : ""
  return "\(sign)\(hundredths / 100),\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
}
