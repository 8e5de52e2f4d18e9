import Checklists
import Quality
import RuleLanguage
import Values

/// What differs between the two versions, in the author's words.
struct Sjekklistetekst {
  private let diff: Sjekklistediff
  private let rapport: Diffrapport

  init(_ rapport: Diffrapport) {
    self.rapport = rapport
    diff = rapport.diff
  }

  var deler: [[String]] {
    [
      konklusjon, nye, endrede, flyttede, tilbaketrukne, definisjoner, parametre, uendrede, eksempler,
    ]
  }

  private var konklusjon: [String] {
    var sentences = [
      diff.erTom ? "De to versjonene er like." : "Den nye sjekklisten har \(rapport.punktsum)."
    ]
    let names = Set(diff.punkter.flatMap(\.gjennom))
    if !names.isEmpty {
      let points = diff.punkter.filter { !$0.gjennom.isEmpty }.count
      sentences.append(
        "\(Bokmål.stor(Bokmål.mengde(points, Ord.punkt))) er endret gjennom "
          + "\(Bokmål.liste(names.sorted().map { "\(slag($0)) \($0)" })).")
    }
    return bred(sentences.joined(separator: " "), innrykk: 0)
  }

  // MARK: Points

  private var nye: [String] { etterOmråde("Nye punkter", .ny) }
  private var tilbaketrukne: [String] { etterOmråde("Punkter som er trukket tilbake", .trukketTilbake) }

  private func etterOmråde(_ title: String, _ status: Endringsstatus) -> [String] {
    let points = diff.punkter(status)
    if points.isEmpty { return [] }
    var lines = [title]
    for area in Set(points.compactMap(\.hode?.sviktområde)).sorted() {
      lines.append("  \(rapport.områdenavn(area))")
      for point in points where point.hode?.sviktområde == area {
        lines += overskrift(point, innrykk: 4)
        if let head = point.hode {
          let basis = head.hjemmel.map(rapport.hjemmelnavn).joined(separator: ", ")
          lines += bred(
            "\(head.kravtype.rawValue), \(head.alvorlighet.rawValue) alvorlighet; \(basis)",
            innrykk: 4 + idbredde)
        }
      }
    }
    return lines
  }

  private var idbredde: Int { (diff.punkter.map(\.id.count).max() ?? 0) + 2 }

  private func overskrift(_ point: Punktendring, innrykk: Int) -> [String] {
    hengende(point.id.padded(idbredde), point.hode?.spørsmål ?? "", innrykk: innrykk)
  }

  private func bred(_ text: String, innrykk: Int) -> [String] {
    brutt(text, innrykk: innrykk, bredde: Diffrapport.bredde)
  }

  private var endrede: [String] {
    let points = diff.punkter(.endret)
    return points.isEmpty ? [] : ["Endrede punkter"] + points.flatMap(endring)
  }

  private func endring(_ point: Punktendring) -> [String] {
    var lines = overskrift(point, innrykk: 2)
    for part in point.deler { lines += forskjell(part) }
    let legal = [("fjernet: ", point.fjernedeHjemler), ("ny: ", point.nyeHjemler)]
    if legal.contains(where: { !$0.1.isEmpty }) { lines.append("    hjemmel") }
    for (what, ids) in legal {
      for id in ids { lines += hengende(what, rapport.hjemmelnavn(id), innrykk: 6) }
    }
    if point.harNyPlass { lines.append("    Punktet har fått en annen plass i rekkefølgen.") }
    for name in point.gjennom { lines.append("    endret gjennom \(slag(name)) \(name)") }
    return lines
  }

  private func slag(_ name: String) -> String {
    diff.definisjoner.contains { $0.navn == name } ? "definisjonen" : "parameteren"
  }

  private func forskjell(_ part: Delendring) -> [String] {
    func name(_ text: String?) -> String? {
      part.del == .sviktområde ? text.flatMap { Int($0) }.map(rapport.områdenavn) : text
    }
    return ["    \(part.del.rawValue)"] + førOgNå(name(part.før), name(part.etter), innrykk: 6)
  }

  /// What it was and what it is; «ingen» where there is nothing.
  private func førOgNå(_ before: String?, _ after: String?, innrykk: Int) -> [String] {
    [("før", before), ("nå", after)].flatMap { when, text in
      hengende((when + ":").padded(5), text ?? "ingen", innrykk: innrykk)
    }
  }

  private var flyttede: [String] {
    let points = diff.punkter(.flyttet)
    if points.isEmpty { return [] }
    return ["Flyttede punkter"]
      + points.flatMap { point -> [String] in
        let area = point.deler.flatMap(forskjell)
        return overskrift(point, innrykk: 2)
          + (point.harNyPlass ? ["    Punktet har fått en annen plass i rekkefølgen."] : []) + area
      }
  }

  private var uendrede: [String] {
    let ids = diff.punkter(.uendret).map(\.id)
    return ids.isEmpty
      ? [] : ["Uendrede punkter"] + bred(ids.joined(separator: ", "), innrykk: 2)
  }

  private var eksempler: [String] {
    let all = diff.punkter.map(\.eksempler)
    let counts = [
      (all.reduce(0) { $0 + $1.nye }, "nytt", "nye"),
      (all.reduce(0) { $0 + $1.endrede }, "endret", "endrede"),
      (all.reduce(0) { $0 + $1.fjernede }, "fjernet", "fjernede"),
    ].filter { $0.0 > 0 }
    if counts.isEmpty { return [] }
    let text = Bokmål.liste(counts.map { "\(intetkjønn($0.0)) \($0.0 == 1 ? $0.1 : $0.2)" })
    return ["Eksempler i punkter som finnes i begge: \(text)."]
  }

  // MARK: Definitions and parameters

  private var definisjoner: [String] {
    if diff.definisjoner.isEmpty { return [] }
    return ["Definisjoner"]
      + diff.definisjoner.flatMap { change -> [String] in
        var lines = ["  \(change.navn)\(merke(change.før == nil, change.etter == nil))"]
        lines += tekster(change.før?.uttrykk, change.etter?.uttrykk, change.før == nil, change.etter == nil)
        if let before = change.før, let after = change.etter, before.omtale != after.omtale {
          lines += ["    omtale"] + førOgNå(before.omtale, after.omtale, innrykk: 6)
        }
        return lines + berørte(change.navn)
      }
  }

  /// « (ny)» behind the name of what one version only has.
  private func merke(_ isNew: Bool, _ isGone: Bool) -> String {
    isNew ? " (ny)" : isGone ? " (trukket tilbake)" : ""
  }

  private func tekster(_ before: String?, _ after: String?, _ isNew: Bool, _ isGone: Bool) -> [String] {
    if isNew || isGone { return bred(after ?? before ?? "", innrykk: 4) }
    return before == after ? [] : førOgNå(before, after, innrykk: 4)
  }

  /// The points that a changed name changes.
  private func berørte(_ name: String) -> [String] {
    let ids = diff.punkter(gjennom: name)
    return ids.isEmpty ? [] : bred("endrer \(Bokmål.liste(ids))", innrykk: 4)
  }

  private var parametre: [String] {
    if diff.parametre.isEmpty { return [] }
    return ["Parametre"]
      + diff.parametre.flatMap { change -> [String] in
        ["  \(change.navn)\(merke(change.før == nil, change.etter == nil))"]
          + change.rader.flatMap { row -> [String] in
            let (before, after) = (row.før.map(verdi), row.etter.map(verdi))
            let day = "fra \(row.fra.bokmål)"
            if change.før == nil || change.etter == nil {
              return bred("\(day): \(after ?? before ?? "")", innrykk: 4)
            }
            return ["    \(day)"] + førOgNå(before, after, innrykk: 6)
          } + berørte(change.navn)
      }
  }

  private func verdi(_ value: Parameter.Datert) -> String {
    "\(value.verdi)" + (value.hjemmel.map { " (\(rapport.hjemmelnavn($0)))" } ?? "")
  }
}

extension Parameterendring {
  /// The days on which the values in force differ, in order.
  var rader: [(fra: Dato, før: Parameter.Datert?, etter: Parameter.Datert?)] {
    let days = Set(((før ?? []) + (etter ?? [])).map(\.fra)).sorted()
    return days.compactMap { day in
      let before = før?.last { $0.fra <= day }
      let after = etter?.last { $0.fra <= day }
      return before == after ? nil : (day, before, after)
    }
  }
}
