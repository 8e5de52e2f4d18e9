import Intake
import Markup
import Quality
import Values

/// «Finn sak»: journal numbers become pseudonyms in memory, to find the drawn cases in the case system.
///
/// What is typed is never kept, shown again or logged; an answer names it by its line.
struct Finnside {
  private static let flest = 500

  private let context: Kontekst
  private let team: [String]

  init(_ context: Kontekst) throws {
    self.context = context
    team = try context.saksteam
  }

  func side(_ utfylling: Utfylling? = nil, _ svar: [HTML] = []) throws -> Side {
    let shown = utfylling ?? Utfylling(forslag: [("team", team.count == 1 ? team[0] : "")])
    return Side("Finn sak", context, feil: shown.feil) {
      svar
      Tag.p {
        "Skriv ett eller flere journalnumre fra fagsystemet, så ser du hvilke saker de er her. Numrene blir ikke "
        "lagret."
      }
      Utfylling.skjema("/saker/finn", context) {
        if team.count > 0 {
          shown.liste("team", "Team", team.map { ($0, $0) })
        } else {
          shown.tekst("team", "Team", smal: true)
        }
        shown.område("journalnummer", "Journalnummer", hjelp: "Ett nummer på hver linje", linjer: 5)
        Utfylling.knapp("Finn sak")
      }
    }
  }

  func svar() throws -> Nettsvar {
    let name = context.skjema["team"]
    let kept = [("team", name)]
    func refused(_ felt: String, _ melding: String) throws -> Nettsvar {
      .side(try side(Utfylling(Skjemadata(kept), feil: [Feltfeil(felt, melding)])), status: 422)
    }
    guard !name.isEmpty else { return try refused("team", "Team må fylles ut.") }
    try context.krev(team: name)
    guard let extract = try context.oppsett.uttrekk.les(team: name) else {
      return try refused("team", "Team må ha et uttrekk. Last opp saker først.")
    }
    guard let search = context.oppsett.nøkkel.flatMap({ Sakssøk(nøkkel: $0, enhet: extract.enhet) }) else {
      throw Sidefeil.ikkeNå(
        "Saker kan ikke finnes, fordi nøkkelen mangler. Si fra til den som drifter løsningen.")
    }
    let lines = context.skjema["journalnummer"].split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count <= Self.flest else {
      return try refused("journalnummer", "Journalnummer kan ha høyst \(Self.flest) linjer.")
    }
    var found: [(linje: Int, sak: String)] = []
    for (index, line) in lines.enumerated() where lines.count == 1 || !line.allSatisfy(\.isWhitespace) {
      do { found.append((index + 1, try search.pseudonym(journalnummer: String(line)))) } catch {
        let place = lines.count == 1 ? "" : " Det gjelder linje \(index + 1)."
        return try refused("journalnummer", error.melding + place)
      }
    }
    var answer = Nettsvar.side(try side(Utfylling(Skjemadata(kept)), resultat(found, extract)))
    let own = Set(extract.saker).union(extract.uleselige)
    answer.gjort = found.filter { own.contains($0.sak) }.map { .init("funnet", $0.sak) }
    return answer
  }

  private func resultat(_ found: [(linje: Int, sak: String)], _ extract: Uttrekk) throws -> [HTML] {
    let drawn = try context.trukne(team: extract.team)
    let own = Set(extract.saker).union(extract.uleselige)
    let known = found.filter { own.contains($0.sak) || drawn[$0.sak] != nil }
    let missing = found.count - known.count
    let table = Tabell(
      "Saker som ble funnet", ["Linje", "Sak", "Trukket i"], tall: ["Linje"],
      tom: "Ingen av numrene er i uttrekket for \(extract.team).",
      rader: known.map { line, sak in
        [
          [.text(String(line))], [.text(sak)],
          drawn[sak].map { [Lenke.til(Lenke.kontroll($0, "sak", sak), $0.månedIOrd, skjult: "sak \(sak)")] }
            ?? [.text("Ikke trukket")],
        ]
      })
    guard missing > 0, !known.isEmpty else { return table.html }
    return table.html + [
      Tag.p { "\(missing == 1 ? "Ett" : Bokmål.stor(Bokmål.tall(missing))) av numrene er ikke i uttrekket." }
    ]
  }
}

extension Kontekst {
  /// The drawn cases of a team, and the latest control that each was drawn in.
  func trukne(team: String) throws -> [String: Kontrollnøkkel] {
    var found: [String: Kontrollnøkkel] = [:]
    for line in try kontroller.reversed() where line.nøkkel.team == team {
      for sak in try kontroll(line.nøkkel).trukne { found[sak] = line.nøkkel }
    }
    return found
  }
}
