import Quality
import Testing

@testable import WebApp

/// What axe-core and a screen reader need of every page, as far as text can tell.
@Suite("The form of the pages of avvik, measures and meetings")
struct OppfølgingsformTests {
  private func stier(_ web: Prøveapp) throws -> [String] {
    let register = try web.register
    let measures = register.tiltak.map(\.sti)
    return ["/avvik", "/avvik?tilstand=alle", "/avvik/meld", "/avvik/mine", "/tiltak", "/tiltak/ny"]
      + ["/kvalitet", "/kvalitet/punkter", "/kvalitet/mote/nytt"] + register.avvik.map(\.sti)
      + register.avvik.filter { Avvikshandling.vurder.erMulig($0) }.map { $0.sti + "/vurder" }
      + register.avvik.map { $0.sti + "/svar" } + measures + measures.map { $0 + "/flytt" }
      + register.møter.map(\.sti)
      + register.møter.flatMap { meeting in (1...8).map { "\(meeting.sti)/sak/\($0)" } }
  }

  @Test(arguments: [Rolle.teamleder, .kvalitetsgruppe, .kvalitetsutvalg])
  func `one heading of the first level, none skipped, ids once, labels that lead to a field`(_ rolle: Rolle)
    async throws
  {
    let web = try Oppfølgingslager.app(rolle)
    var seen = 0
    for path in try stier(web) {
      let answer = await web.get(path)
      guard answer.status == 200 else { continue }
      seen += 1
      let html = answer.tekst
      let levels = html.matches(of: /<h([1-6])/).compactMap { Int($0.1) }
      #expect(levels.filter { $0 == 1 }.count == 1, "\(path)")
      for (before, after) in zip(levels.drop { $0 != 1 }, levels.drop { $0 != 1 }.dropFirst()) {
        #expect(after <= before + 1, "\(path): h\(before) before h\(after)")
      }
      let ids = html.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
      #expect(Set(ids).count == ids.count, "\(path)")
      for label in html.matches(of: /<label for="([^"]*)"/) {
        #expect(ids.contains(String(label.1)), "\(path): a label for \(label.1)")
      }
      for reference in html.matches(of: /aria-(?:describedby|labelledby)="([^"]*)"/) {
        for id in reference.1.split(separator: " ") { #expect(ids.contains(String(id)), "\(path): \(id)") }
      }
      #expect(!html.contains(" style=\"") && !html.contains("<script>"), "\(path)")
    }
    #expect(seen > 10)
  }
}
