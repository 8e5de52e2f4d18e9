import Checklists
import JSONText
import Quality
import RuleEngine
import Testing
import Values

@Suite struct KodingTests {
  private func allActs() throws -> [Kontrollhendelse] {
    let evidence = Bevis(
      uttrykk: "besøksdager er minst besøkskrav", verdi: "nei",
      hendelser: [Hendelsesreferanse(samling: "oppfølgingsbesøk", indeks: 0, dato: "2014-03")],
      deler: [
        Bevis(uttrykk: "besøksdager", verdi: "3–5", hendelser: [.init(samling: "x", indeks: 1, dato: nil)])
      ])
    var full = Prøvekontroll.punkt("FULL", .ukjent, mangler: [Prøvekontroll.tilStede])
    full.vurdering.bevis = evidence
    full.vurdering.verdier = ["øst": "1", "alfa": "2"]
    full.vurdering.tilVurdering = true
    full.vurdering.mangler.append(
      Manglendeopplysning(samling: "drøfting", indeks: nil, felt: nil, tekst: "Flere?", dokument: "saken"))
    full.vurdering.prognose = Prognose(
      dag: try #require(Dato("2014-12-31")), utfall: .avvik, setning: "Uten et nytt besøk blir dette avvik.")
    full.tidsspor = [Tidsspor(navn: "besøk", counted: ["2014-03"], notCounted: ["2014-04-01"])]
    full.unntak = "Unntak til 1. desember 2014."
    full.veiledning = "Se etter «barnets syn»."
    full.godtEksempel = "Vi vurderte færre besøk, fordi …"
    full.svaktEksempel = "Barnet har det bra."
    full.dokument = "siste drøfting"
    full.prosedyre = "barns-medvirkning"
    full.hjemler.append(
      .init(id: "BVL-1992-4-1", tekst: "bvl. § 4-1", slag: .lov, forbehold: "fra hukommelsen"))
    return try Prøvekontroll.tilVurdert() + Prøvekontroll.alleSvar + [
      Prøvekontroll.lås(),
      .correction(
        Correction(
          number: 1, corrects: 21, sak: "S-3", punkt: "FULL", what: "Det var fire.", reason: "Feil mappe.",
          rolle: "teamleder", dato: try #require(Dato("2014-10-09")))),
      .vurdering(Vurderingsrunde(saker: [Prøvekontroll.sak("S-3", [full])])),
      .øyeblikksbilde(Saksbilde(sak: "S-3", kanonisk: Array(#"{"sak":"S-3"}"#.utf8))),
      .trekningstall(Trekningstall(frø: "35", kilde: .terninger(roller: ["teamleder", "kontrollør"]))),
      .trekningstall(Trekningstall(frø: "36", kilde: .oppgitt(rolle: "teamleder"))),
      .bytte(Saksbytte(ut: "S-3", inn: "S-4", grunn: .annet, begrunnelse: "Flyttet.", rolle: "teamleder")),
      .bytte(Saksbytte(ut: "S-3", inn: "S-4", grunn: .sperret, rolle: "teamleder")),
      Prøvekontroll.dom("S-3", "P", .ikkeOppfylt, mangel: .ikkeGjort),
      Prøvekontroll.faktum("S-3", "samtale", .array([.object(["dato": .string("2014-03")])])),
      Prøvekontroll.faktum("S-3", "a/0/b", .integer(4)),
      Prøvekontroll.bekymring("S-3", .kanIkkeVurderes, "Mangler referat."),
    ]
  }

  @Test func `hver handling kan leses igjen akkurat slik den ble skrevet`() throws {
    let nøkkel = try Prøvekontroll.nøkkel()
    for act in try allActs() {
      let read = try #require(try Kontrollhendelse.les(act.payload(nøkkel)))
      #expect(read.hendelse == act)
      #expect(read.nøkkel == nøkkel)
    }
  }

  @Test func `en payload fra noe annet enn en kontroll er ikke vår`() throws {
    #expect(try Kontrollhendelse.les(.object(["format": .string("avvik/1")])) == nil)
    #expect(try Kontrollhendelse.les(.null) == nil)
  }

  @Test func `hvert felt som er borte oppdages med navn`() throws {
    let nøkkel = try Prøvekontroll.nøkkel()
    let optional: Set = [
      "prosedyre", "veiledning", "godt_eksempel", "svakt_eksempel", "dokument", "prognose", "unntak",
      "forbehold", "slag", "not_controlled", "bevis", "dato", "felt",
      "mangel", "text", "reason", "alle_saker", "forrige", "na", "format", "sporsmal", "funn",
      "bedomt", "regel", "tidsspor", "case", "point",
    ]
    for act in try allActs() {
      try forEachRemoval(of: act.payload(nøkkel)) { name, damaged in
        if optional.contains(name) { return }
        #expect(throws: Kodefeil.self, "\(act.handling) uten \(name)") {
          _ = try Kontrollhendelse.les(damaged)
        }
      }
    }
  }

  @Test func `et felt med feil type sier hva som ventes, ikke hva som står der`() throws {
    let act = Prøvekontroll.dom("S-3", "P", .oppfylt)
    guard case .object(var members) = act.payload(try Prøvekontroll.nøkkel()) else { return }
    let index = try #require(members.firstIndex { $0.name == "answer" })
    members[index].value = .string("delvis")
    #expect(throws: Kodefeil.felt("answer", ventet: "a known code")) {
      try Kontrollhendelse.les(.object(members))
    }
    #expect(
      Kodefeil.felt("answer", ventet: "a known code").description
        == "payload: member answer should be a known code")
  }

  /// Calls the body once for every member anywhere in the value, with that member gone.
  private func forEachRemoval(
    of value: JSONValue, _ body: (String, JSONValue) throws -> Void
  ) throws {
    switch value {
    case .object(let members):
      for (index, member) in members.enumerated() {
        var fewer = members
        fewer.remove(at: index)
        try body(member.name, .object(fewer))
        if member.name == "verdi" || member.name == "verdier" { continue }
        try forEachRemoval(of: member.value) { name, inner in
          var changed = members
          changed[index].value = inner
          try body(name, .object(changed))
        }
      }
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        try forEachRemoval(of: element) { name, inner in
          var changed = elements
          changed[index] = inner
          try body(name, .array(changed))
        }
      }
    default: break
    }
  }
}
