import Testing

@testable import Checklists

/// A small checklist and edits of it, to compare versions of.
enum Diffprøve {
  static let tekst = """
    sjekkliste: fosterhjem
    versjon: 2014-01-01
    gjelder: {fra: 2014-01-01}
    parametre:
      besøk_per_år:
        - {fra: 2004-01-01, verdi: 4, hjemmel: FOR-1}
    definer:
      i_hjem: perioder med plassering der (type er fosterhjem)
      besøk:
        uttrykk: dager i fjor med oppfølgingsbesøk mens i_hjem
        omtale: besøkene
    punkter:
      - id: A
        spørsmål: Fikk barnet mange nok besøk?
        sviktområde: 3
        kravtype: forskrift
        hjemmel: [FOR-1, FOR-2]
        alvorlighet: høy
        gjelder når: i_hjem dekker kontrolldatoen
        krav: besøk er minst besøk_per_år
        eksempler:
          - {navn: ingen besøk, på: 2014-09-30, sak: {}, utfall: avvik}
      - id: B
        spørsmål: Er saken drøftet?
        sviktområde: 5
        kravtype: egen prosedyre
        hjemmel: [FOR-1]
        prosedyre: drøfting
        alvorlighet: middels
        norm: finnes drøfting siste 6 måneder der (konklusjon)
        funn: Saken er ikke drøftet.
        eksempler:
          - {navn: ingen drøfting, på: 2014-09-30, sak: {}, utfall: merknad}
      - id: C
        spørsmål: Er alle besøk vurdert?
        sviktområde: 5
        kravtype: faglig norm
        hjemmel: [FOR-1]
        alvorlighet: lav
        krav: alle oppfølgingsbesøk siste 12 måneder har (vurdering)
        eksempler:
          - {navn: ingen besøk, på: 2014-09-30, sak: {}, utfall: ikke_aktuelt}
      - id: D
        spørsmål: Er vurderingen god?
        sviktområde: 5
        kravtype: lov
        hjemmel: [FOR-1]
        alvorlighet: kritisk
        vurderes av: kontrolløren
        veiledning: Les de to siste.
        eksempler:
          - {navn: en sak, på: 2014-09-30, sak: {}, utfall: ikke_kontrollert}
    """

  /// A text in the checklist and what it is replaced with.
  struct Redigering: Sendable {
    var fra: String
    var til: String

    init(_ fra: String, _ til: String) {
      self.fra = fra
      self.til = til
    }
  }

  /// One point of the text, from its `- id:` to the next.
  static func punkt(_ id: String) -> String {
    let lines = tekst.split(separator: "\n", omittingEmptySubsequences: false)
    let from = lines.firstIndex { $0.hasSuffix("- id: \(id)") } ?? 0
    let to = lines[(from + 1)...].firstIndex { $0.contains("- id: ") } ?? lines.endIndex
    return lines[from..<to].joined(separator: "\n")
  }

  static func sjekkliste(_ edits: [Redigering] = []) throws -> Sjekkliste {
    var text = tekst
    for edit in edits {
      #expect(text.contains(edit.fra), "nothing to edit: \(edit.fra)")
      text = text.replacing(edit.fra, with: edit.til)
    }
    let model = try Prøvebibliotek.filer().filter { $0.sti == "saksmodell.yaml" }
    let library = try Sjekklistebibliotek(model, mappe: "prøve")
    do throws(Definisjonsfeilene) {
      return try library.utkast("utkast.yaml", Array(text.utf8))
    } catch {
      Issue.record("\(error.feil.map(\.tekst).joined(separator: "\n"))")
      throw error
    }
  }
}

extension Sjekklistediff {
  /// Every difference on a line of its own.
  var linjer: [String] {
    let names =
      definisjoner.map { "definisjon \($0.navn) \(status($0.før, $0.etter))" }
      + parametre.map { "parameter \($0.navn) \(status($0.før, $0.etter))" }
    return punkter.flatMap(\.linjer) + names
  }

  private func status<Verdi>(_ before: Verdi?, _ after: Verdi?) -> String {
    before == nil ? "ny" : after == nil ? "trukket tilbake" : "endret"
  }

  /// The same seen from the other side.
  var speilet: Sjekklistediff {
    var copy = self
    (copy.fra, copy.til) = (til, fra)
    copy.punkter = punkter.map(\.speilet)
    copy.definisjoner = definisjoner.map { Definisjonsendring(navn: $0.navn, før: $0.etter, etter: $0.før) }
    copy.parametre = parametre.map { Parameterendring(navn: $0.navn, før: $0.etter, etter: $0.før) }
    return copy
  }

  /// The same in the order of names, since each side has its own order.
  var sortert: Sjekklistediff {
    var copy = self
    copy.punkter.sort { $0.id < $1.id }
    copy.definisjoner.sort { $0.navn < $1.navn }
    copy.parametre.sort { $0.navn < $1.navn }
    return copy
  }
}

extension Punktendring {
  fileprivate var linjer: [String] {
    let parts = deler.map(\.del.rawValue) + nyeHjemler.map { "+\($0)" } + fjernedeHjemler.map { "-\($0)" }
    let words = parts + (harNyPlass ? ["plass"] : []) + gjennom.map { "gjennom \($0)" }
    var lines = status == .uendret ? [] : [([id, status.rawValue] + words).joined(separator: " ")]
    if !eksempler.erTom {
      lines.append("\(id) eksempler +\(eksempler.nye) -\(eksempler.fjernede) ~\(eksempler.endrede)")
    }
    return lines
  }

  fileprivate var speilet: Punktendring {
    var copy = self
    (copy.før, copy.etter) = (etter, før)
    copy.deler = deler.map { Delendring(del: $0.del, før: $0.etter, etter: $0.før) }
    (copy.nyeHjemler, copy.fjernedeHjemler) = (fjernedeHjemler, nyeHjemler)
    (copy.eksempler.nye, copy.eksempler.fjernede) = (eksempler.fjernede, eksempler.nye)
    return copy
  }
}
