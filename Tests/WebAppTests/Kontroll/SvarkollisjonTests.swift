import Checklists
import JSONText
import Testing

@testable import WebApp

@Suite("Answers that cannot be right")
struct SvarkollisjonTests {
  private static let sak = """
    {"uttrekk":"2014-12-31","opplysninger":{"født":"2005-03"},"hendelser":{
    "tilsynsbesøk":[{"dato":"2014-01-22"},{"dato":"2014-05","rapport_mottatt":"2014-06-03"}],
    "plassering":[{"fra":"2010-03-01"},{"fra":"2012-03-01","til":"2013-03-01"}]}}
    """

  private static let svar: [(sted: String, verdi: String, melding: String?)] = [
    (
      "tilsynsbesøk/0/rapport_mottatt", "2014-01-21",
      "Datoen er før tilsynsbesøket 22. januar 2014. Sjekk datoen."
    ),
    ("tilsynsbesøk/0/rapport_mottatt", "2014-01-22", nil),
    ("tilsynsbesøk/0/rapport_mottatt", "2014-01", nil),
    (
      "tilsynsbesøk/0/rapport_mottatt", "2015-01-01",
      "Datoen er etter 31. desember 2014, den siste dagen opplysningene gjelder for. Sjekk datoen."
    ),
    ("tilsynsbesøk/1/dato", "2014-05-12", nil),
    (
      "tilsynsbesøk/1/dato", "2014-06-04",
      "Datoen er etter 3. juni 2014, da tilsynsrapporten ble mottatt. Sjekk datoen."
    ),
    (
      "tilsynsbesøk/1/dato", "2014-04-30",
      "Datoen stemmer ikke med det som er registrert: mai 2014. Sjekk datoen."
    ),
    ("tilsynsbesøk/1/dato", "2005-02", "Datoen er før barnets fødselsmåned, mars 2005. Sjekk datoen."),
    ("plassering/0/til", "2010-02-28", "Datoen er før plasseringen 1. mars 2010. Sjekk datoen."),
    ("plassering/0/til", "2016-01-01", nil),
    ("plassering/1/fra", "2013-03-02", "Datoen er etter den siste dagen, 1. mars 2013. Sjekk datoen."),
    ("opplysninger/født", "2010-04", "Måneden er etter plasseringen 1. mars 2010. Sjekk måneden."),
    ("opplysninger/født", "2010-03", nil),
    ("samtale", "[]", nil), ("samtale", #"[{"dato":"2014-12-31"}]"#, nil),
    (
      "samtale", #"[{"dato":"2014-03-12"},{"dato":"2004-03-12"}]"#,
      "Datoen 12. mars 2004 er før barnets fødselsmåned, mars 2005. Sjekk datoen."
    ),
    ("tilsynsbesøk/0/barnet_til_stede", "true", nil), ("opplysninger/sakstype", "omsorgssak", nil),
  ]

  @Test("The message says which two things collide", arguments: svar.indices)
  func collision(_ index: Int) throws {
    let (place, value, message) = Self.svar[index]
    let text = "[{".contains(value.prefix(1)) || value == "true" ? value : "\"\(value)\""
    let collisions = Svarkollisjon(
      modell: try Prøveapp.bibliotek.get().modell, post: try JSONValue(parsing: Self.sak))
    #expect(collisions.melding(sted: place, verdi: try JSONValue(parsing: text)) == message)
  }

  @Test("The message stands at the field that collides, and nothing is kept")
  func place() async throws {
    let web = try Prøveapp()
    // Every case has an open collection, so it does not matter which are drawn.
    let rows = (1...5).map { "S-\($0);omsorgssak;03.2005;01.03.2010;fosterhjem;12.03.2014" }
    let table = (["sak;sakstype;fødselsmåned;plassert_fra;plasseringstype;besøksdato"] + rows).joined(
      separator: "\n")
    let uploaded = await web.last(
      "/saker",
      [
        ("team", "fosterhjem-1"), ("enhet", "solvik"), ("saksnummer", "pseudonym"), ("helhet", "nei"),
        ("uttrekksdag.dag", "31"), ("uttrekksdag.maned", "12"), ("uttrekksdag.ar", "2014"),
      ], filer: [("fil", "besok.csv", Array(table.utf8))])
    #expect(uploaded.status == 200)
    let start = "/kontroll/2014-09/fosterhjem-1"
    _ = await web.post(start + "/trekk", [])
    var tried = 0
    for path in Set(Lesbarside(await web.get(start).tekst).lenker).sorted()
    where path.contains("/dokument/") {
      let page = Lesbarside(await web.get(path).tekst)
      guard let days = page.tekstfelt.last(where: { $0.hasSuffix(".datoer") }) else { continue }
      let name = String(days.dropLast(".datoer".count))
      let sent = await web.post(path, page.skjulte + [(name, "flere"), (days, "01.01.1990")])
      guard sent.tekst.contains("fødselsmåned") else { continue }
      tried += 1
      #expect(sent.status == 422)
      #expect(sent.tekst.contains("id=\"\(days)-feil\""))
      #expect(Lesbarside(sent.tekst).feil.first?.hasPrefix("Datoen 1. januar 1990 er før barnets") == true)
    }
    #expect(tried > 0)
  }
}
