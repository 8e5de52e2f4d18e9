import Checklists
import Quality
import Reports
import RuleEngine
import Testing
import Values

@Suite struct ProtokollformTests {
  private func låst() throws -> String { try Protokoll(Eksempelkontroll.låst(), .full).html }
  private func utkast() throws -> String { try Protokoll(Eksempelkontroll.utkast(), .full).html }

  /// The start tags in order, with their attributes.
  private func tags(_ html: String) -> [Substring] {
    html.split(separator: "<").dropFirst().compactMap { piece in
      piece.hasPrefix("/") || piece.hasPrefix("!") ? nil : piece.prefix { $0 != ">" }
    }
  }

  @Test func `hvert element som åpnes, lukkes i riktig rekkefølge`() throws {
    for html in [try låst(), try utkast()] {
      var open: [Substring] = []
      for piece in html.split(separator: "<").dropFirst() where !piece.hasPrefix("!") {
        let name = piece.prefix { $0 != ">" && $0 != " " }
        if name.hasPrefix("/") {
          #expect(open.popLast() == name.dropFirst())
        } else if name != "meta" {
          open.append(name)
        }
      }
      #expect(open.isEmpty)
    }
  }

  @Test func `overskriftene følger på hverandre uten hull, og den første er på nivå 1`() throws {
    let levels = try tags(låst()).compactMap { tag -> Int? in
      guard tag.hasPrefix("h"), let level = tag.dropFirst().first?.wholeNumberValue else { return nil }
      return level
    }
    #expect(levels.first == 1)
    #expect(levels.filter { $0 == 1 }.count == 1)
    for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
  }

  @Test func `delene kommer i fast rekkefølge med konklusjonen først`() throws {
    let parts = [
      "Konklusjon", "1 Tema og omfang", "2 Grunnlag", "3 Faktagrunnlag", "4 Vurderinger", "5 Avvik",
      "6 Alle saker i teamet", "7 Dette er ikke kontrollert", "8 Oppfølging fra forrige måned", "Signatur",
      "Slik kontrollerer du journalkoden",
    ]
    let html = try låst()
    let found = html.split(separator: "<h2").dropFirst().compactMap { piece in
      piece.split(separator: ">").dropFirst().first?.split(separator: "<").first.map(String.init)
    }
    #expect(found == parts)
  }

  @Test func `hver tabell har tittel, kolonneoverskrifter og radoverskrifter`() throws {
    for table in try låst().split(separator: "<table").dropFirst() {
      let body = table.split(separator: "</table>").first ?? ""
      #expect(body.contains("<caption>"))
      #expect(body.contains("<th scope=\"col\""))
      #expect(body.contains("<th scope=\"row\""))
    }
  }

  @Test func `hver del peker på sin egen overskrift, og ingen id står to ganger`() throws {
    let all = try tags(låst())
    func values(_ name: String) -> [String] {
      all.compactMap { tag in
        tag.split(separator: " \(name)=\"").dropFirst().first?.split(separator: "\"").first.map(String.init)
      }
    }
    let ids = values("id")
    #expect(Set(ids).count == ids.count)
    #expect(Set(values("aria-labelledby")).isSubset(of: Set(ids)))
    #expect(all.first == "html lang=\"nb\"")
  }

  @Test func `koden og taushetsmerket står i bunnteksten bare når kontrollen er låst`() throws {
    let final = try låst()
    #expect(final.contains("<span>Journalkode \(Eksempelkontroll.kode)</span>"))
    #expect(final.contains("<strong>Taushetsbelagt</strong>"))
    #expect(final.contains("internkontroll verify --code \(Eksempelkontroll.kode)"))
    #expect(!final.contains("UTKAST"))
    let draft = try utkast()
    #expect(draft.contains("<div class=\"vannmerke\" aria-hidden=\"true\">UTKAST</div>"))
    #expect(draft.contains("<span>UTKAST. Kontrollen er ikke låst.</span>"))
    #expect(!draft.contains(Eksempelkontroll.kode))
    #expect(!draft.contains("Underskrift"))
  }

  @Test func `en lås uten journalkode er fortsatt et utkast`() throws {
    var control = try Eksempelkontroll.låst()
    control.journalkode = nil
    #expect(!Protokoll(control).erEndelig)
    #expect(Protokoll(control).html.contains("UTKAST"))
  }

  @Test func `det sies om trekningen kan bevises eller bare regnes ut på nytt`() throws {
    let sources: [(Trekningskilde, String)] = [
      (.terninger(roller: ["teamleder", "kontrollør"]), "Kastet med terninger av teamleder og kontrollør"),
      (.maskin, "Laget av maskinens tilfeldighetsgenerator"),
      (.oppgitt(rolle: "teamleder"), "Det kan derfor ikke bevises at trekningen er urørt."),
    ]
    for (kilde, text) in sources {
      let control = try Kontroll(
        Eksempelkontroll.nøkkel(), hendelser: Eksempelkontroll.hendelser(kilde: kilde))
      #expect(Protokoll(control, .full).html.contains(text))
    }
    #expect(try !låst().contains("ikke bevises"))
  }

  @Test func `uenighet vises ved siden av regelens funn, som står`() throws {
    let html = try låst()
    #expect(html.contains("Teamleder er uenig med regelen og svarer «Oppfylt»."))
    #expect(html.contains("Funnet står."))
    #expect(html.contains("Uenig med regelen"))
  }

  @Test func `ordet lovbrudd står bare i forbeholdet om juristen`() throws {
    for html in [try låst(), try utkast()] {
      #expect(html.lowercased().split(separator: "lovbrudd", omittingEmptySubsequences: false).count == 2)
      #expect(html.contains("En jurist må bekrefte sjekklisten"))
    }
  }

  @Test func `det som ikke er kontrollert, står i hver protokoll`() throws {
    for html in [try låst(), try utkast()] {
      #expect(html.contains("Sjekklisten spør ikke om helse, skole og ettervern."))
    }
    var silent = try Eksempelkontroll.saksliste().sjekkliste
    silent.ikkeKontrollert = []
    #expect(silent.grensesetning == "Sjekklisten sier ikke hva den ikke spør om.")
    #expect(try låst().contains("Kan ikke vurderes. To referater ligger i et arkiv vi venter på."))
  }

  @Test func `tekst fra mennesker og saker blir aldri til oppmerking`() throws {
    let attack = "<script>alert('x')</script> & \"sitat\""
    var sak = Eksempelsaker.andre()
    sak.punkter[1].vurdering.setning = attack
    sak.fakta.append(Faktum(attack, attack))
    let acts =
      try Eksempelkontroll.hendelser() + [
        .vurdering(Vurderingsrunde(saker: [sak])),
        .svar(Svar(sak: "S-0107", innhold: .bekymring(.ja), begrunnelse: attack, rolle: "<b>")),
      ]
    let html = Protokoll(try Kontroll(Eksempelkontroll.nøkkel(), hendelser: acts), .full).html
    #expect(!html.contains("<script"))
    #expect(!html.contains("<b>"))
    #expect(html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;sitat&quot;"))
  }

  @Test func `siden henter ingenting utenfra og har ikke skript`() throws {
    let html = try låst()
    for forbidden in ["http:", "https:", "url(", "@import", "<script", "<link", "<img", "src="] {
      #expect(!html.contains(forbidden), "\(forbidden)")
    }
  }

  @Test func `bare svart og hvitt, og alle utfall står med ord`() throws {
    let html = try låst()
    let style = html.split(separator: "<style>").dropFirst().first?.split(separator: "</style>").first ?? ""
    let colours = style.split(separator: "#").dropFirst().map { $0.prefix { $0.isHexDigit } }
    #expect(Set(colours).isSubset(of: ["000", "fff"]))
    for utfall in [Utfall.avvik, .merknad, .oppfylt, .ikkeAktuelt, .ukjent] {
      #expect(html.contains(">\(utfall.visning)</span>"), "\(utfall)")
    }
  }

  @Test func `et halvferdig løp gir også en protokoll`() throws {
    let acts = try Eksempelkontroll.hendelser()
    for count in 0..<acts.count {
      let control = try Kontroll(Eksempelkontroll.nøkkel(), hendelser: acts.prefix(count))
      #expect(Protokoll(control).html.contains("UTKAST"))
      #expect(Oppsummering(control).tekst.contains("Neste steg:"))
    }
  }

  @Test func `avvikstabellen har fremdriftsplanens kolonner og tomme felt til utfylling`() throws {
    let html = try låst()
    let table = html.split(separator: "id=\"avvik\"").last?.split(separator: "</table>").first ?? ""
    var position = table.startIndex
    for column in ["Nr.", "Sviktområde", "Hva ble funnet", "Tiltak", "Iverksettes", "Evalueres", "Ansvarlig"]
    {
      let rest = table[position...]
      let range = try #require(rest.firstRange(of: ">\(column)</th>"))
      position = range.upperBound
    }
    #expect(table.split(separator: "<td></td>").count - 1 == 4 * 4)
    #expect(table.contains("☒ ikke dokumentert"))
  }
}

@Suite struct OppsummeringTests {
  @Test func `hvert åpne spørsmål har sin egen kommando`() throws {
    let control = try Eksempelkontroll.utkast()
    let text = Oppsummering(control).tekst
    let commands = text.split(separator: "\n").filter { $0.contains("internkontroll answer") }
    #expect(commands.count == control.åpneSpørsmål.count)
    #expect(Set(commands).count == commands.count)
    for (question, command) in zip(control.åpneSpørsmål, commands) {
      #expect(command.contains("--case \(question.sak) "))
      #expect(command.contains(question.slag.kort))
    }
  }

  @Test func `ord med mellomrom eller apostrof settes i anførselstegn for skallet`() throws {
    var control = try Eksempelkontroll.utkast()
    let key = Kontrollnøkkel(enhet: "solvik", team: "team d'or $HOME", måned: control.nøkkel.måned)
    control = try Kontroll(key, hendelser: Eksempelkontroll.hendelser())
    #expect(Oppsummering(control).tekst.contains(#"--team 'team d'\''or $HOME' --case"#))
  }

  @Test func `linjene er høyst 96 tegn, bortsett fra kommandoer`() throws {
    for control in [try Eksempelkontroll.utkast(), try Eksempelkontroll.låst()] {
      for line in Oppsummering(control).tekst.split(separator: "\n") where !line.contains("internkontroll ") {
        #expect(line.count <= 96, "\(line)")
      }
    }
  }
}
