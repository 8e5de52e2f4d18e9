import Checklists
import RuleEngine
import Testing

@Suite struct `The shipped checklists` {
  @Test func `every example gives the outcome it says`() throws {
    let library = try Prøvebibliotek.shipped()
    var count = 0
    for list in library.sjekklister {
      for result in list.kjørEksempler(modell: library.modell) {
        count += 1
        #expect(
          result.stemmer,
          """
          \(list.id) \(result.punkt) «\(result.eksempel.navn)» (line \(result.eksempel.linje)): \
          \(result.utfall?.rawValue ?? "not read"), not \(result.eksempel.utfall.rawValue). \(result.forklaring)
          """)
      }
    }
    #expect(count > 100)
  }

  @Test func `the version of 2014-05-31 has all the points of its day, each with examples`() throws {
    let library = try Prøvebibliotek.shipped()
    let list = try #require(library.sjekkliste("fosterhjem", versjon: "2014-05-31"))
    #expect(
      list.punkter.map(\.id) == [
        "OB-ANTALL", "OB-REDUKSJON", "OB-LOPENDE", "OB-OPPHOLD", "OB-FORSTE", "OB-BEHOV", "TI-ANTALL",
        "TI-RAPPORT", "TI-ETTERLYST", "OP-FORELOPIG", "OP-ENDELIG", "VD-BESOK", "VD-DROFTING",
        "VD-KVALITET", "FO-FORELDRE", "SO-SAMVAR", "FA-FINNES", "GK-HJEM", "FA-GJENNOMGATT", "FA-KONKLUSJON",
        "TP-FINNES", "TP-EVALUERT", "TP-MAL", "TP-INNHOLD", "FR-LANG", "MV-DOKUMENTERT", "MV-VEDTAK",
        "SA-TILRETTELAGT", "SA-AAR", "SA-VURDERING", "BARN-SETT",
      ])
    for punkt in list.punkter {
      #expect(!punkt.hjemmel.isEmpty && Set(punkt.eksempler.map(\.utfall)).count >= 2, "\(punkt.id)")
    }
    #expect(list.punkter.filter { !$0.avgjøresAvMaskin }.map(\.id) == ["VD-KVALITET"])
  }

  @Test func `every point that a machine decides shows a fulfilled, a broken and an unknown example`() throws
  {
    let library = try Prøvebibliotek.shipped()
    let list = try #require(library.sjekkliste("fosterhjem", versjon: "2014-05-31"))
    for punkt in list.punkter where punkt.avgjøresAvMaskin {
      let outcomes = Set(punkt.eksempler.map(\.utfall))
      #expect(outcomes.contains(.oppfylt), "\(punkt.id)")
      #expect(outcomes.contains(.avvik) || outcomes.contains(.merknad), "\(punkt.id)")
    }
  }
}
