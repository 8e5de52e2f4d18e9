import Markup
public import Quality
import Sampling
import Values

/// The summary for the quality group or the quality committee: one page that prints on A4, a short text for the
/// terminal, and the figures as CSV and JSON.
///
/// It names cases and repeats free text, so it stays in the group. What leaves the group is `Eksternrapport`.
public struct Kvalitetsrapport: Sendable, Dokument {
  let oppsummering: Kvalitetsoppsummering
  let dagsorden: Dagsorden

  /// The report of a summary.
  public init(_ oppsummering: Kvalitetsoppsummering) {
    self.oppsummering = oppsummering
    dagsorden = Dagsorden(oppsummering)
  }

  var valg: Oppsummeringsvalg { oppsummering.valg }

  /// The page.
  public var html: String {
    side("\(tittel) \(valg.perioden.bokmål)", stil: [.figurer], bunntekst) {
      hode
      oversikt
      for sak in dagsorden.saker { dagsordensdel(sak) }
      punktdel
      alleSakerdel
      dekningsdel
      meldedel
      avviksdel
      løpedel
    }
  }

  var tittel: String { "Oppsummering til \(valg.slag.bestemt)" }

  private var hode: HTML {
    Tag.header {
      Tag.p(.klasse("merket")) { "Taushetsbelagt" }
      Tag.h1 { tittel }
      Tag.p(.klasse("undertittel")) {
        "\(Bokmål.stor(valg.perioden.bokmål)) · \(valg.team ?? "alle team")"
      }
      if !oppsummering.harKontroll {
        Tag.p { Tag.strong { Kvalitetsoppsummering.ingenKontroll } }
      }
      Tag.p { stand(valg.perioden, valg.dag) }
    }
  }

  @HTMLBuilder private var bunntekst: [HTML] {
    Tag.span { "\(tittel) \(valg.perioden.bokmål)" }
    Tag.span { Tag.strong { "Taushetsbelagt" } }
  }

  private var oversikt: HTML {
    Tag.section(.klasse("ramme"), .beskrevet(av: "dagsorden")) {
      Tag.h2(.id("dagsorden")) { "Dagsorden" }
      Tag.ol {
        for sak in dagsorden.saker { Tag.li { "\(sak.tittel): \(sak.antall)" } }
      }
    }
  }

  private func dagsordensdel(_ sak: Dagsorden.Sak) -> HTML {
    del("sak-\(sak.nummer)", "\(sak.nummer) \(sak.tittel)") {
      if sak.rader.isEmpty {
        Tag.p { sak.tom }
      } else {
        tabell(
          sak.tittel, [("Nr.", "b-svar"), ("Hva", ""), ("Ansvarlig", "b-svar"), ("Frist", "b-svar")]
        ) {
          for rad in sak.rader {
            Tag.tr {
              Tag.th(.rad) { rad.id ?? "–" }
              Tag.td { rad.tekst }
              Tag.td { rad.ansvarlig ?? "" }
              Tag.td { rad.frist?.bokmål ?? "" }
            }
          }
        }
      }
    }
  }
}

extension Dagsorden.Sak {
  /// «ingen», or how many there are to take up.
  var antall: String { rader.isEmpty ? "ingen" : String(rader.count) }
}

extension Kvalitetsrapport {
  /// The short text for the terminal: the agenda with counts, the prompts, and the coverage.
  ///
  /// - Parameters:
  ///   - fil: where the page was written; nil when it was not.
  public func tekst(fil: String? = nil) -> String {
    let head =
      ["\(tittel), \(valg.perioden.bokmål), \(valg.team ?? "alle team")"]
      + (oppsummering.harKontroll ? [] : [Kvalitetsoppsummering.ingenKontroll])
      + [stand(valg.perioden, valg.dag)]
    let agenda = dagsorden.saker.map { "  \($0.nummer) \($0.tittel): \($0.antall)" }
    let look = dagsorden.saker[3].rader.flatMap { rad in
      brutt([rad.id, rad.tekst].compactMap(\.self).joined(separator: " "), innrykk: 2)
    }
    let coverage = oppsummering.dekning.flatMap {
      brutt("\($0.team): \($0.setninger.joined(separator: " "))", innrykk: 2)
    }
    let open = oppsummering.avvik
    let last = [
      "Åpne avvik: \(open.antallÅpne). Over fristen: \(open.antallOverFrist). "
        + (oppsummering.harKontroll ? oppsummering.meldt.iPerioden.setning("i perioden") : "")
    ].flatMap { brutt($0, innrykk: 2) }
    let parts = [
      head, ["Dagsorden"] + agenda, look.isEmpty ? [] : ["Mønstre"] + look,
      ["Trekningen"] + (coverage.isEmpty ? ["  Ingen låste kontroller de siste tolv månedene."] : coverage),
      ["Avvik"] + last, fil.map { ["Skrevet til \($0)"] } ?? [],
    ].filter { !$0.isEmpty }
    return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }
}
