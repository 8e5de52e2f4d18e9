import Quality
import Reports
import RuleEngine
import Testing

@Suite struct ProtokollTests {
  @Test func `oppsummeringen er uendret`() throws {
    let draft = Oppsummering(
      try Eksempelkontroll.utkast(), protokoll: "protokoll-2014-09.html",
      valg: ["--store", "min kontroll.sqlite"])
    try expectFasit(draft.tekst, "oppsummering-utkast.txt")
    let locked = Oppsummering(try Eksempelkontroll.låst(), protokoll: "protokoll-2014-09.html")
    try expectFasit(locked.tekst, "oppsummering.txt")
  }
}
