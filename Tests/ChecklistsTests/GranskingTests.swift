import Checklists
import Foundation
import RuleEngine
import RuleLanguage
import Testing
import Values

@Suite struct `The shipped folder` {
  private static let dag = Dato("2026-11-22")

  @Test func `may be used: nothing is found in them, and every example agrees`() throws {
    let library = try Prøvebibliotek.shipped()
    let gransking = Gransking(library, på: try #require(Self.dag))
    #expect(gransking.feil.map(\.tekst) == [])
    #expect(gransking.eksempler.filter { !$0.stemmer }.map(\.eksempel.navn) == [])
    #expect(gransking.eksempler.count > 2000)
    #expect(
      library.sjekklister.map(\.versjon) == [
        "2013-01-01", "2014-05-31", "2023-01-01", "2024-01-01", "2026-01-05",
      ])
  }

  @Test func `show every outcome that the form of a point allows`() throws {
    for liste in try Prøvebibliotek.shipped().sjekklister {
      for punkt in liste.punkter {
        let shown = Set(punkt.eksempler.map(\.utfall))
        var wanted: Set<Utfall> = punkt.avgjøresAvMaskin ? [.oppfylt, .ukjent] : [.ikkeKontrollert]
        if let regel = punkt.regel {
          if regel.krav.finnes { wanted.insert(punkt.vedBrudd.utfall) }
          if regel.norm.finnes { wanted.insert(.merknad) }
          if regel.gjelder.finnes { wanted.insert(.ikkeAktuelt) }
        }
        #expect(shown.isSuperset(of: wanted), "\(liste.id) \(punkt.id) lacks \(wanted.subtracting(shown))")
      }
    }
  }

  @Test func `lie with their examples within the days they are in force`() throws {
    for liste in try Prøvebibliotek.shipped().sjekklister {
      let outside = liste.punkter.flatMap(\.eksempler).filter { !liste.gjelder.inneholder($0.på) }
      #expect(outside.map(\.navn) == [], "\(liste.id)")
    }
  }

  @Test func `are warned of when the law must be looked at again`() throws {
    let found = Gransking(try Prøvebibliotek.shipped(), på: .nyttår(2040)).feil
    #expect(!found.isEmpty && found.allSatisfy { $0.alvor == .warning })
    #expect(Set(found.map(\.kode)) == ["IK218", "IK222"])
  }
}

@Suite struct `A question` {
  @Test(arguments: [
    ("Fikk barnet fire besøk?", true),
    ("Er barnets syn dokumentert, eller hvorfor barnet ikke medvirket?", true),
    ("Gikk det aldri mer enn seks måneder mellom besøkene?", true),
    ("Har noen sett barnet for mindre enn et halvt år siden?", true),
    ("Fikk barnet fire besøk", false), ("Hvor mange besøk fikk barnet?", false), ("Mangler planen?", false),
    ("Når ble barnet besøkt?", false), ("Ble barnet ikke hørt?", false), ("Kom planen for sent?", false),
    ("Gikk det for lang tid mellom besøkene?", false), ("", false),
  ])
  func `is asked so that ja means oppfylt`(_ spørsmål: String, _ isFine: Bool) throws {
    let text = """
      sjekkliste: prøve
      versjon: 2014-05-31
      gjelder: {fra: 2014-05-31}
      punkter:
        - id: PUNKT
          spørsmål: "\(spørsmål.isEmpty ? " " : spørsmål)"
          sviktområde: 3
          kravtype: egen prosedyre
          hjemmel: [FAGLIG-NORM]
          alvorlighet: lav
          krav: finnes vedtak
          eksempler:
            - {navn: ett, på: 2014-09-30, sak: {vedtak: [{dato: 2013-12-01}]}, utfall: oppfylt}
            - {navn: ingen, på: 2014-09-30, sak: {}, utfall: avvik}
            - {navn: åpen, på: 2014-09-30, sak: {}, åpen: [vedtak], utfall: ukjent}
      """
    let files = try Prøvebibliotek.filer().filter { ["saksmodell.yaml", "hjemler.yaml"].contains($0.sti) }
    let library = try Sjekklistebibliotek(
      files + [.init(sti: "prøve/2014-05-31.yaml", bytes: Array(text.utf8))], mappe: "L")
    #expect(Gransking(library, på: .nyttår(2015)).feil.map(\.kode) == (isFine ? [] : ["IK226"]))
  }
}
