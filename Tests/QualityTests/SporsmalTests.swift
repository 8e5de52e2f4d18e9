import JSONText
import Quality
import RuleEngine
import Testing
import Values

@Suite struct SpørsmålTests {
  @Test func `hver opplysning spørres om én gang, gruppert etter dokument`() throws {
    let groups = try Prøvekontroll.vurdert().spørsmålsgrupper
    #expect(
      groups.map(\.overskrift) == [
        "Åpne referatet fra oppfølgingsbesøket 12. mars 2014. Svar på to spørsmål.",
        "Vurder saken som helhet. Svar på tre spørsmål.",
        "Vurder saken som helhet. Svar på ett spørsmål.",
      ])
    #expect(groups.map(\.sak) == ["S-3", "S-3", "S-1"])
    #expect(
      groups.flatMap(\.spørsmål).map(\.slag) == [
        .opplysning(
          sted: "oppfølgingsbesøk/0/barnet_til_stede", punkter: ["BARN-SETT", "SA-TILRETTELAGT"]),
        .opplysning(sted: "oppfølgingsbesøk/0/vurdering", punkter: ["SA-TILRETTELAGT"]),
        .vurdering(punkt: "OB-REDUKSJON"), .vurdering(punkt: "VD-KVALITET"), .bekymring, .bekymring,
      ])
  }

  @Test func `en opplysning står åpen til alle punkter som trenger den er avgjort`() throws {
    var kontroll = try Prøvekontroll.vurdert()
    try kontroll.utfør(Prøvekontroll.dom("S-3", "BARN-SETT", .kanIkkeVurderes))
    #expect(kontroll.åpneSpørsmål.contains { $0.slag.kort == "oppfølgingsbesøk/0/barnet_til_stede" })
    try kontroll.utfør(Prøvekontroll.dom("S-3", "SA-TILRETTELAGT", .kanIkkeVurderes))
    #expect(!kontroll.åpneSpørsmål.contains { $0.slag.kort.contains("oppfølgingsbesøk") })
  }

  @Test func `svarene tar bort spørsmålene til ingen er igjen`() throws {
    var kontroll = try Prøvekontroll.vurdert()
    for act in Prøvekontroll.alleSvar { try kontroll.utfør(act) }
    #expect(kontroll.åpneSpørsmål.isEmpty)
    try kontroll.utfør(Prøvekontroll.lås())
    #expect(kontroll.status == .låst)
  }

  @Test func `siste opplysning på et sted gjelder`() throws {
    var kontroll = try Prøvekontroll.vurdert()
    let place = "oppfølgingsbesøk/0/vurdering"
    try kontroll.utfør(Prøvekontroll.faktum("S-3", place, .bool(true)))
    try kontroll.utfør(Prøvekontroll.faktum("S-3", place, .bool(false)))
    #expect(kontroll.opplysninger("S-3") == [Tilleggsopplysning(sted: place, verdi: .bool(false))])
    #expect(kontroll.opplysninger("S-1").isEmpty)
  }
}

@Suite struct TilleggsopplysningTests {
  private let record: JSONValue = .object([
    "sak": .string("S-3"), "opplysninger": .object(["sakstype": .string("omsorgssak")]),
    "hendelser": .object([
      "oppfølgingsbesøk": .array([.object(["dato": .string("2014-03-12"), "form": .null])]),
      "samtale": .array([.object(["dato": .string("2014-01")])]),
    ]),
    "ufullstendig": .array([.string("samtale"), .string("drøfting")]),
  ])

  @Test func `en opplysning fylles inn på sin plass`() throws {
    let filled = try record.utfylt([
      .init(sted: "oppfølgingsbesøk/0/form", verdi: .string("stedlig")),
      .init(sted: "oppfølgingsbesøk/0/barnet_til_stede", verdi: .bool(true)),
      .init(sted: "opplysninger/tilsynsansvar", verdi: .string("egen")),
      .init(sted: "samtale", verdi: .array([.object(["dato": .string("2014-05-02")])])),
      .init(sted: "drøfting", verdi: .array([])),
    ])
    #expect(
      filled.compactText
        == #"{"sak":"S-3","opplysninger":{"sakstype":"omsorgssak","tilsynsansvar":"egen"},"#
        + #""hendelser":{"oppfølgingsbesøk":[{"dato":"2014-03-12","form":"stedlig","barnet_til_stede":true}],"#
        + #""samtale":[{"dato":"2014-01"},{"dato":"2014-05-02"}],"drøfting":[]},"ufullstendig":[]}"#)
  }

  @Test(arguments: ["oppfølgingsbesøk/1/form", "vedtak/0/type", "oppfølgingsbesøk/x/form", "a/b", "a/b/c/d"])
  func `en opplysning uten plass i saken er en feil`(_ sted: String) {
    #expect(throws: Utfyllingsfeil.finnesIkke(sted: sted)) {
      try record.utfylt([.init(sted: sted, verdi: .bool(true))])
    }
  }

  @Test func `en åpen samling krever en liste`() {
    #expect(throws: Utfyllingsfeil.måVæreListe(sted: "samtale")) {
      try record.utfylt([.init(sted: "samtale", verdi: .bool(true))])
    }
  }

  @Test func `verdier leses slik et menneske skriver dem`() {
    let table: [(String, String, JSONValue)] = [
      ("ja", "a/0/b", .bool(true)), ("nei", "a/0/b", .bool(false)), ("ingen", "a/0/b", .bool(false)),
      ("4", "a/0/b", .integer(4)), ("2014", "a/0/b", .string("2014")),
      ("2014-03-12", "a/0/b", .string("2014-03-12")), ("stedlig", "a/0/b", .string("stedlig")),
      ("ingen", "samtale", .array([])),
      (
        "2014-03-12, 2014-04", "samtale",
        .array([.object(["dato": .string("2014-03-12")]), .object(["dato": .string("2014-04")])])
      ),
    ]
    for (text, sted, value) in table {
      #expect(Tilleggsopplysning.verdi(text, sted: sted) == value, "\(text)")
    }
  }
}

@Suite struct MengdeTests {
  @Test func `mengder skrives med riktig kjønn og tall`() {
    let table: [(Int, String)] = [
      (0, "ingen merknader"), (1, "én merknad"), (2, "to merknader"), (12, "tolv merknader"),
      (13, "13 merknader"),
    ]
    for (count, text) in table { #expect(Bokmål.mengde(count, Ord.merknad) == text) }
    #expect(Bokmål.mengde(1, Ord.avvik) == "ett avvik")
    #expect(Bokmål.mengde(2, Ord.sak, adjektiv: "trukne") == "to trukne saker")
  }
}
