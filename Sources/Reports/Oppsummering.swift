import Checklists
public import Quality
import RuleEngine
import Sampling
import Values

/// What the terminal says of a control: what was drawn, what was found, what must be answered and how.
///
/// Plain text in bokmål, lines of at most 96 characters except for commands, which are meant to be copied.
public struct Oppsummering: Sendable {
  let kontroll: Kontroll
  /// Where the protocol was written; nil when it was not.
  let protokoll: String?
  /// The options that every suggested command needs besides month and team: `--store FILE`.
  let valg: [String]

  /// The summary of a control.
  public init(_ kontroll: Kontroll, protokoll: String? = nil, valg: [String] = []) {
    self.kontroll = kontroll
    self.protokoll = protokoll
    self.valg = valg
  }

  /// The text, ending in a line feed.
  public var tekst: String {
    let parts = [hode, trukket, funn, spørsmål, alleSaker, slutt].filter { !$0.isEmpty }
    return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var hode: [String] {
    var lines = ["Månedskontroll \(kontroll.nøkkel.nummer)"]
    if let liste = kontroll.saksliste {
      lines.append(
        "Kontrolldato \(liste.kontrolldato.bokmål). "
          + "Sjekkliste \(liste.sjekkliste.id), versjon \(ordDato(liste.sjekkliste.versjon)).")
    }
    return lines
  }

  private var trukket: [String] {
    guard let ramme = kontroll.saksliste?.ramme else { return [] }
    if kontroll.trekning == nil {
      return ["\(ramme.ids.count) saker kan trekkes. Ingen er trukket ennå."]
    }
    let cases = kontroll.trukne.map { id in
      "  \(id)" + (kontroll.sak(id).map { "  \($0.grunnlag.visning)" } ?? "  ikke vurdert ennå")
    }
    let swaps = kontroll.bytter.map {
      "  \($0.ut) er byttet med \($0.inn), fordi: \($0.grunn.visning)"
    }
    return ["Trukket blant \(ramme.ids.count) saker"] + cases + swaps
  }

  private var funn: [String] {
    if kontroll.saker.isEmpty { return [] }
    let findings = kontroll.tilOppfølging + kontroll.merknader.filter { $0.punkt.alvorlighet != .kritisk }
    let avvik = Bokmål.mengde(kontroll.avvik.count, Ord.avvik)
    let merknader = Bokmål.mengde(kontroll.merknader.count, Ord.merknad)
    let concern = kontroll.saker.map(\.sak).filter {
      kontroll.bekymring($0)?.innhold == .bekymring(.ja)
    }.map { "  Sak \($0) gir grunn til bekymring for barnet nå. Følg den opp i dag." }
    return ["Funn: \(avvik) og \(merknader)"] + concern + findings.flatMap(funnlinjer)
  }

  private func funnlinjer(_ funn: Punktstilling) -> [String] {
    let title =
      "  \(funn.utfall.visning)  \(funn.sak)  \(funn.punkt.id) (\(funn.punkt.alvorlighet.visning))"
    var lines = [title] + brutt(funn.funntekst, innrykk: 4)
    if let dates = funn.punkt.vurdering.datogrunnlag { lines += brutt(dates, innrykk: 4) }
    if !funn.punkt.grunnlagstekst.isEmpty {
      lines += brutt("Grunnlag: \(funn.punkt.grunnlagstekst).", innrykk: 4)
    }
    if funn.uenig {
      lines += brutt(
        "\(Bokmål.stor(funn.svar?.rolle ?? "")) er uenig med regelen. Funnet blir stående.", innrykk: 4)
    }
    return lines
  }

  private var spørsmål: [String] {
    let groups = kontroll.spørsmålsgrupper
    if groups.isEmpty || kontroll.lås != nil { return [] }
    let open = groups.reduce(0) { $0 + $1.spørsmål.count }
    var lines = ["Dette må avklares: \(Bokmål.mengde(open, Ord.spørsmål))"]
    var shown: String?
    for group in groups {
      if shown != group.sak { lines.append("  Sak \(group.sak)") }
      shown = group.sak
      lines += brutt(group.overskrift, innrykk: 4)
      for question in group.spørsmål {
        lines += brutt(punktnavn(question) + question.tekst, innrykk: 8, merke: "- ")
        for help in hjelp(question) { lines += brutt(help, innrykk: 8) }
        lines.append("        " + kommando(question))
      }
    }
    return lines + [""] + svarhjelp(groups.flatMap(\.spørsmål))
  }

  /// The guidance, and the made-up records to compare with.
  private func hjelp(_ question: Spørsmål) -> [String] {
    let good = question.godtEksempel.map { "Godt eksempel (diktet): «\($0)»" }
    let weak = question.svaktEksempel.map { "Svakt eksempel (diktet): «\($0)»" }
    return [question.veiledning, good, weak].compactMap { $0 }
  }

  private func punktnavn(_ question: Spørsmål) -> String {
    if case .vurdering(let punkt) = question.slag { return "\(punkt): " }
    return ""
  }

  /// The command that answers a question; SVAR is for the reader to replace.
  func kommando(_ question: Spørsmål) -> String {
    let answer: [String]
    switch question.slag {
    case .opplysning(let sted, _):
      answer = ["--fact", "\(sted)=SVAR", "--reason", "GRUNN", "--role", "ROLLE"]
    case .vurdering, .bekymring:
      answer = [
        "--point", question.slag.kort, "--answer", "SVAR", "--reason", "GRUNN", "--role", "ROLLE",
      ]
    }
    return kommando("answer", ["--case", question.sak] + answer)
  }

  private func kommando(_ verb: String, _ more: [String]) -> String {
    let key = ["--month", kontroll.nøkkel.måned.description, "--team", kontroll.nøkkel.team]
    return (["internkontroll", verb] + key + more + valg).map(shellOrd).joined(separator: " ")
  }

  private func svarhjelp(_ questions: [Spørsmål]) -> [String] {
    var lines = ["  Bytt ut ordene med store bokstaver. Skriv aldri navn i en grunn."]
    if questions.contains(where: { if case .opplysning = $0.slag { true } else { false } }) {
      lines.append("  SVAR på en opplysning: ja, nei, en dato (2014-03-12) eller koden fra saksmodellen.")
    }
    if questions.contains(where: {
      if case .opplysning(let sted, _) = $0.slag { !sted.contains("/") } else { false }
    }) {
      lines.append("  SVAR på om det finnes flere: ingen, eller datoene som mangler (2014-03-12,2014-05-06).")
    }
    if questions.contains(where: { if case .vurdering = $0.slag { true } else { false } }) {
      let choices = Svaralternativ.allCases.map(\.rawValue)
      lines.append("  SVAR på et punkt: \(Bokmål.liste(choices, "eller")).")
    }
    if questions.contains(where: { $0.slag == .bekymring }) {
      let choices = Bekymringssvar.allCases.map(\.rawValue)
      lines.append("  SVAR på \(Svar.bekymringspunkt): \(Bokmål.liste(choices, "eller")).")
    }
    return lines
  }

  private var alleSaker: [String] {
    guard let alle = kontroll.alleSaker else { return [] }
    let width = (alle.punkter.map(\.punkt.count).max() ?? 0) + 2
    let columns = ["Oppfylt", "Avvik", "Merknad", "Kan ikke avgjøres", "Ikke aktuelt"]
    let header = "  " + fylt("Punkt", width) + columns.map { "  \($0)" }.joined()
    let rows = alle.punkter.map { row in
      let counts = [row.oppfylt, row.avvik, row.merknad, row.ukjent, row.ikkeAktuelt]
      let cells = zip(columns, counts).map { title, count in
        let digits = String(count)
        return String(repeating: " ", count: title.count + 2 - digits.count) + digits
      }
      return "  " + fylt(row.punkt, width) + cells.joined()
    }
    return ["Alle saker i teamet"] + alle.forklaring.flatMap { brutt($0, innrykk: 2) } + [header] + rows
  }

  private var slutt: [String] {
    var lines: [String] = []
    if let protokoll {
      lines.append("\(kontroll.lås == nil ? "Utkast til protokoll" : "Protokoll"): \(protokoll)")
    }
    if let code = kontroll.journalkode { lines.append("Journalkode: \(code)") }
    let (step, command) = nesteSteg
    return lines + brutt("Neste steg: \(step)", innrykk: 0) + (command.map { ["  " + $0] } ?? [])
  }

  /// What to do next, and the command that does it.
  private var nesteSteg: (String, String?) {
    let lock = kommando("lock", ["--role", "ROLLE"])
    switch kontroll.status {
    case .ikkeStartet:
      return ("lås sakslisten med internkontroll control eller internkontroll draw commit.", nil)
    case .låstSaksliste: return ("sett trekningstallet med internkontroll draw seed.", nil)
    case .harTrekningstall, .trukket:
      return ("kjør internkontroll control en gang til. Den fortsetter der den slapp.", nil)
    case .vurdert:
      let open = kontroll.åpneSpørsmål.count
      return open == 0
        ? ("alle spørsmål er besvart. Lås kontrollen:", lock)
        : ("svar på \(Bokmål.mengde(open, Ord.spørsmål)). Lås så kontrollen:", lock)
    case .låst: return ("skriv ut protokollen, fyll ut tiltakene i del 5 og signer den.", nil)
    }
  }

  private func fylt(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

/// A word as a POSIX shell reads it back unchanged; quoted only when it must be.
func shellOrd(_ word: String) -> String {
  let plain = word.unicodeScalars.allSatisfy { scalar in
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      || "-_./=:,@+".unicodeScalars.contains(scalar)
  }
  if plain, !word.isEmpty { return word }
  return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
}

/// Text broken at spaces into lines of at most 96 characters, each indented; a mark hangs before the first.
func brutt(_ text: String, innrykk: Int, merke: String = "", bredde: Int = 96) -> [String] {
  let indent = String(repeating: " ", count: innrykk)
  var lines: [String] = []
  var line = String(indent.dropLast(merke.count)) + merke
  for word in text.split(separator: " ") {
    if line.count > innrykk, line.count + 1 + word.count > bredde {
      lines.append(line)
      line = indent
    }
    line += (line.count > innrykk ? " " : "") + word
  }
  return lines + [line]
}
