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

  /// How many cases were to be read by two.
  public let valgte: Int
  /// How many of them were.
  public let lest: Int
  /// How many cases were read by two although the draw had not picked them; they are left out.
  public let ikkeValgt: Int
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
    par = rekke.kontroller.flatMap { control in
      control.saker.flatMap { sak -> [Svarpar] in
        let place = Sted(team: control.nøkkel.team, måned: control.nøkkel.måned, sak: sak.sak)
        guard chosen.contains(place), let reading = readings[place] else { return [] }
        return reading.svar.compactMap { Svarpar(control, sak, $0) }
      }
    }
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
  fileprivate init?(_ kontroll: Kontroll, _ sak: Kontrollsak, _ svar: Annenlesning.Lesersvar) {
    guard let punkt = sak.punkt(svar.punkt) else { return nil }
    let standing = Punktstilling(sak: sak.sak, punkt: punkt, svar: kontroll.vurdering(sak.sak, punkt.id))
    // The person's own answer, also where the rule's finding stands against it: readers are compared, not rules.
    guard let first = standing.alternativ else { return nil }
    team = kontroll.nøkkel.team
    måned = kontroll.nøkkel.måned
    self.sak = sak.sak
    self.punkt = punkt.id
    første = first
    andre = svar.svar
  }
}

extension Leserenighet {
  /// How many cases two have read, how often they agreed, and how sure that is, in words.
  public var setning: String {
    if valgte == 0 { return "Ingen saker skulle leses av to." }
    let many = lest == 0 ? "ingen" : Bokmål.tall(lest)
    let read =
      valgte == 1
      ? "Saken som skulle leses av to, er \(lest == 0 ? "ikke lest av den andre ennå" : "lest")."
      : "Av de \(Bokmål.tall(valgte)) sakene som skulle leses av to, er \(many) lest."
    guard let enighet else { return read }
    let agreed = "De to leserne svarte likt på \(enighet.enige) av \(enighet.antall) spørsmål."
    guard let kappa = enighet.kappa else {
      return "\(read) \(agreed) Alle svarene var de samme, så kappa kan ikke regnes ut."
    }
    guard let range = enighet.intervall else {
      return
        "\(read) \(agreed) Kappa er \(desimaltall(kappa)), men med så få svar kan vi ikke si hvor sikkert det er."
    }
    let (low, high) = (desimaltall(range.lowerBound), desimaltall(range.upperBound))
    let unsure = range.upperBound - range.lowerBound > 0.5 ? " Med så få svar er tallet usikkert." : ""
    return "\(read) \(agreed) Kappa er \(desimaltall(kappa)), trolig mellom \(low) og \(high): "
      + "\(Leserenighet.ord(kappa)) enighet utover det tilfeldighetene gir.\(unsure)"
  }

  /// Altman's words for kappa.
  private static func ord(_ kappa: Double) -> String {
    switch kappa {
    case ..<0.2: "dårlig"
    case ..<0.4: "svak"
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
