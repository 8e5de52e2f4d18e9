import JSONText
import Markup
import RuleEngine
import Sampling
import Statistics
import Testing
import Values

@testable import Quality
@testable import Reports

@Suite struct KvalitetsrapportTests {
  private func rapport() throws -> Kvalitetsrapport { Kvalitetsrapport(try Eksempelår.oppsummering()) }

  @Test func `oppsummeringen til kvalitetsgruppa er uendret`() throws {
    let rapport = try rapport()
    try expectFasit(rapport.html, "kvalitet.html")
    try expectFasit(rapport.tekst(fil: "oppsummering.html"), "kvalitet.txt")
    try expectFasit(rapport.csv, "kvalitet.csv")
    try expectFasit(rapport.json(motor: "1.0.0").prettyText, "kvalitet.json")
  }

  @Test func `et tomt register gir en hel side som sier at det ikke er noe`() throws {
    let valg = try #require(
      Oppsummeringsvalg(fra: Eksempelår.måned("2014-09"), til: Eksempelår.måned("2014-10")))
    let empty = Kvalitetsoppsummering(valg, Kvalitetsregister(), Kontrollrekke([]))
    try expectXML(Kvalitetsrapport(empty).html)
    try expectXML(Eksternrapport(Eksternoppsummering(empty)).html)
    let text = Kvalitetsrapport(empty).tekst()
    #expect(text.contains("Ingen låste kontroller de siste tolv månedene."))
    #expect(text.contains("8 Eventuelt: ingen"))
    let outside = Eksternrapport(Eksternoppsummering(empty))
    for text in [text, Kvalitetsrapport(empty).html, outside.html, outside.tekst()] {
      #expect(text.contains("Ingen kontroll er låst i perioden."))
      #expect(!text.contains("Kontrollen fant ingen avvik"))
    }
    #expect(text.split(separator: "\n")[1] == "Ingen kontroll er låst i perioden.")
  }

  @Test func `sidene kan leses som XML, og det noen har skrevet, blir aldri til merking`() throws {
    let summary = try Eksempelår.oppsummering()
    for html in [
      Kvalitetsrapport(summary).html, Eksternrapport(Eksternoppsummering(summary)).html,
      Referat(try Eksempelregister.møter()[0]).html,
    ] {
      try expectXML(html)
      #expect(!html.contains("<b>"))
      #expect(!html.contains("<her>"))
    }
  }

  @Test func `hver rad i hver tabell har like mange celler som det er kolonner`() throws {
    let summary = try Eksempelår.oppsummering()
    for html in [
      Kvalitetsrapport(summary).html, Eksternrapport(Eksternoppsummering(summary)).html,
      Referat(try Eksempelregister.møter()[0]).html,
    ] {
      for table in html.split(separator: "<table").dropFirst() {
        let rows = table.split(separator: "<tr>").dropFirst().map { row in
          row.split(separator: "<t").filter { $0.hasPrefix("h ") || $0.hasPrefix("d>") || $0.hasPrefix("d ") }
            .count
        }
        #expect(Set(rows).count == 1, "\(table.prefix(200))")
      }
    }
  }

  @Test func `hver figur sier hva den viser, og har samme tall i en tabell under seg`() throws {
    let html = try rapport().html
    let figures = html.split(separator: "<svg").dropFirst()
    #expect(figures.count == 5)
    for figure in figures {
      #expect(figure.contains("role=\"img\""))
      #expect(figure.contains("<title id="))
      #expect(figure.contains("<desc id="))
      #expect(figure.contains("</svg>"))
      let after = figure.split(separator: "</svg>").last ?? ""
      #expect(after.contains("<table"))
    }
    #expect(!html.contains("%\""), "no percentage")
  }

  @Test func `figurene viser hver trukket sak, ny versjon og tiltak`() throws {
    let summary = try Eksempelår.oppsummering()
    let point = try #require(summary.punkter.first { $0.id == "OB-ANTALL" })
    let figure = Prikkrad(point, point.rekker[0], summary.valg.tolvMåneder).html
    #expect(figure.antall { $0 == "circle" && $1.contains("f-fylt") } == 9)
    #expect(figure.antall { $0 == "circle" && $1.contains("f-apen") } == 11)
    #expect(figure.antall { $0 == "line" && $1.contains("f-stiplet") } == 1)
    #expect(figure.ord.contains("T-2014-001"))
    #expect(figure.ord.contains("ny versjon"))
    #expect(figure.ord.contains("?"))
  }

  @Test func `setningene sier det eksakte intervallet, og ingenting etter én måned`() throws {
    for N in [4, 8, 40, 120] {
      for k in 0...4 {
        for u in 0...(4 - k) {
          let marks = Array(repeating: Utfall.avvik, count: k) + Array(repeating: .ukjent, count: u)
          let rest = Array(repeating: Utfall.oppfylt, count: 4 - k - u)
          let count = Utvalgstelling(saker: N, måneder: 2, marks + rest)
          let interval = try #require(Endeligintervall(saker: N, kontrollert: 4, avvik: k, ukjent: u))
          #expect(count.intervall == interval)
          let numbers = count.setning.tall
          #expect(numbers.contains(N))
          if N > 4 { #expect(numbers.contains(interval.øvre) || interval.øvre == 1) }
          if N > 4, k > 0 { #expect(numbers.contains(interval.nedre)) }
          if u > 0 { #expect(count.setning.contains("\(u) kunne ikke avgjøres")) }
          #expect(!count.setning.contains("%"))
        }
      }
    }
    let one = Utvalgstelling(saker: 40, måneder: 1, [.avvik, .avvik])
    #expect(one.setning == "2 av 2 kontrollerte saker hadde avvik. Én måned sier ingenting om tjenesten.")
    let many = Utvalgstelling(
      saker: 120, måneder: 12, Array(repeating: .avvik, count: 7) + Array(repeating: .oppfylt, count: 17))
    #expect(
      many.setning == "7 av 24 kontrollerte saker hadde avvik. Da gjelder det trolig mellom 17 og 58 av 120.")
    let clean = Utvalgstelling(saker: 120, måneder: 12, Array(repeating: .oppfylt, count: 24))
    #expect(
      clean.setning
        == "Ingen avvik i 24 kontrollerte saker. Det kan likevel finnes opptil 15 slike saker blant de 120.")
  }

  @Test func `ingen, flertall og få saker sies som de er`() throws {
    #expect(
      Meldeaktivitet.Forhåndsmeldt(funnet: 5, meldt: 0).setning("i perioden")
        == "Av 5 avvik som kontrollen fant på de to valgte prosedyrene i perioden, var ingen meldt av ansatte på forhånd."
    )
    var clean = Utvalgstelling(saker: 120, måneder: 12, Array(repeating: .oppfylt, count: 24))
    clean.teller = .merknad
    #expect(clean.setning.hasPrefix("Ingen merknader i 24 kontrollerte saker."))
    let few = Mønster.seNærmere(av: 3, siste: 3).setning(.avvik)
    #expect(few?.contains("3 av de siste 3 sakene (færre enn seks er vurdert) hadde avvik") == true)
    #expect(Mønster.seNærmere(av: 3, siste: 6).setning(.avvik)?.contains("færre") == false)
  }

  @Test func `et mønster sier hva punktet spør om, og har ikke kolon på kolon`() throws {
    let summary = try Eksempelår.oppsummering()
    let rows = Dagsorden(summary).saker[3].rader.filter { $0.id != nil }
    #expect(!rows.isEmpty)
    for row in rows {
      let point = try #require(summary.punkter.first { $0.id == row.id })
      #expect(row.tekst.hasPrefix(point.spørsmål))
      #expect(row.tekst.count { $0 == ":" } <= 1, "\(row.tekst)")
    }
  }

  @Test func `bare et godkjent vedtak gir setningen om at bydelen ikke sikrer`() throws {
    let sentence = "Bydelen sikrer ikke at barna får de besøkene de har krav på."
    #expect(try rapport().html.contains(sentence))
    var register = try Eksempelregister.register()
    register.møter[0].godkjent = nil
    let without = Kvalitetsrapport(try Eksempelår.oppsummering(register)).html
    #expect(!without.contains(sentence))
    #expect(without.contains("Mulig svikt i systemet. Kvalitetsgruppa avgjør."))
  }

  @Test func `utvalget får sin egen dagsorden med sakene fra gruppa`() throws {
    var register = try Eksempelregister.register()
    // A matter that was sent before the committee last met has had its turn.
    let had = Kvalitetsrapport(try Eksempelår.oppsummering(register, slag: .kvalitetsutvalg)).html
    #expect(!had.contains("Trenger en stilling."))
    register.møter.removeLast()
    let text = Kvalitetsrapport(try Eksempelår.oppsummering(register, slag: .kvalitetsutvalg)).html
    #expect(text.contains("Oppsummering til kvalitetsutvalget"))
    #expect(text.contains("Trenger en stilling."))
  }

  @Test func `referatet er et utkast til det er godkjent med journalkode`() throws {
    var meeting = try Eksempelregister.møter()[0]
    try expectFasit(Referat(meeting).html, "referat.html")
    meeting.godkjent?.journalkode = nil
    #expect(Referat(meeting).html.contains("UTKAST"))
    #expect(!Referat(meeting).erGodkjent)
  }
}

extension Utvalgstelling {
  /// Drawn cases with these outcomes, over so many months, of N cases.
  fileprivate init(saker: Int, måneder: Int, _ utfall: [Utfall]) {
    self.init("OB", teller: .avvik, [], Kontrollrekke([]))
    self.saker = saker
    self.måneder = måneder
    for outcome in utfall { self.utfall.tell(outcome) }
    intervall =
      måneder == 1
      ? nil
      : Endeligintervall(saker: saker, kontrollert: kontrollert, avvik: funn, ukjent: self.utfall.ukjent)
  }
}

extension HTML {
  /// How many elements below this one pass.
  fileprivate func antall(_ passer: (String, String) -> Bool) -> Int {
    guard case .element(let tag, let attributes, let children) = self else { return 0 }
    let own = passer(tag.rawValue, attributes.map(\.value).joined(separator: " ")) ? 1 : 0
    return own + children.reduce(0) { $0 + $1.antall(passer) }
  }

  /// All texts below this element.
  fileprivate var ord: [String] {
    switch self {
    case .text(let text): [text]
    case .element(_, _, let children): children.flatMap(\.ord)
    case .style: []
    }
  }
}

extension String {
  /// The whole numbers in a text.
  var tall: [Int] { split { !$0.isNumber }.compactMap { Int($0) } }
}
