import CaseRecords
import Checklists
import Foundation
import Testing

/// A key written with an escape is unusual enough for a record to be read the long way.
@Suite struct `The sample cases` {
  private func les(_ skriv: (String) -> String) throws -> Saksbunke {
    let modell = try Prøvebibliotek.shipped().modell
    let kilder = try Prøvebibliotek.samplefiler().map {
      Kilde.minne(
        navn: $0.lastPathComponent, bytes: Array(skriv(try String(contentsOf: $0, encoding: .utf8)).utf8))
    }
    let (bunke, feil) = Saksinnlesing(modell: modell, vakt: { _ in nil }).les(kilder)
    #expect(feil == [])
    return bunke
  }

  @Test func `are read the same the short way and the long way`() throws {
    let kort = try les { $0 }
    let lang = try les { $0.replacing("\"format\"", with: "\"f\\u006frmat\"") }
    #expect(kort.saker.count > 100)
    #expect(kort.saker == lang.saker)
    #expect(kort.tekstkoder == lang.tekstkoder)
    sammenlign(kort.opplysninger, lang.opplysninger)
    for (a, b) in zip(kort.samlinger, lang.samlinger) {
      #expect(a.start == b.start)
      #expect(a.åpenhet == b.åpenhet)
      #expect(a.indeks == b.indeks)
      #expect(a.fraLav == b.fraLav && a.fraHøy == b.fraHøy)
      #expect(a.tilLav == b.tilLav && a.tilHøy == b.tilHøy)
      #expect(a.registrertLav == b.registrertLav && a.registrertHøy == b.registrertHøy)
      sammenlign(a.felter, b.felter)
    }
  }

  private func sammenlign(_ kort: [Feltkolonne], _ lang: [Feltkolonne]) {
    #expect(kort.map(\.maske) == lang.map(\.maske))
    #expect(kort.map(\.lav) == lang.map(\.lav))
    #expect(kort.map(\.høy) == lang.map(\.høy))
  }
}
