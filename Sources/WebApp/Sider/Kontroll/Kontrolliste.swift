import Intake
import Markup
import Quality
import Sampling
import Values

/// All controls of the person's teams, and how a new one begins.
enum Kontrolliste {
  static func vis(_ context: Kontekst) throws -> Nettsvar {
    let controls = try context.kontroller
    return .side(
      Side("Månedskontroll", context) {
        Tag.p(.klasse("ingress")) {
          "Hver måned kontrollerer teamet to saker. Loddet avgjør hvilke. Reglene finner det en maskin kan avgjøre, og du "
          "svarer på resten."
        }
        if context.har(.føreKontroll) { Tag.p { Lenke.knapp("/kontroll/start", "Start kontroll") } }
        Tag.p { Lenke.til("/frister", "Frister de neste 60 dagene for alle barn") }
        Tabell(
          "Åpne kontroller", ["Måned", "Team", "Status"], tom: "Ingen kontroller er påbegynt.",
          rader: controls.filter { !$0.erLåst }.map { rad($0, "Ikke låst ennå", .haster) }
        ).html
        Tabell(
          "Låste kontroller", ["Måned", "Team", "Status"], tom: "Ingen ennå.",
          rader: controls.filter(\.erLåst).prefix(24).map { rad($0, "Låst", .ferdig) }
        ).html
        if controls.count(where: \.erLåst) > 24 {
          Tag.p { Lenke.til("/protokoller", "Alle låste kontroller står under Protokoller") }
        }
      })
  }

  private static func rad(_ line: Kontrollregister.Linje, _ state: String, _ slag: Merkelapp.Slag) -> [[HTML]]
  {
    [
      [
        Lenke.til(
          Lenke.kontroll(line.nøkkel), Bokmål.stor(line.nøkkel.månedIOrd), skjult: "for \(line.nøkkel.team)")
      ],
      [.text(line.nøkkel.team)], [Merkelapp.html(state, slag)],
    ]
  }

  /// Which team and month: one choice where there is one, and a form where there are several.
  static func start(_ context: Kontekst) throws -> Nettsvar {
    let person = try context.bruker
    let extracts = context.oppsett.uttrekk.hoder().filter { person.ser(team: $0.team) }
    if extracts.isEmpty { return .videre(til: "/saker") }
    var form = Utfylling(context.spørring)
    let months = måneder(extracts.map(\.dag).max() ?? context.nå.dato)
    if let team = context.spørring.verdi("team"), let month = context.spørring.verdi("maned") {
      if Måned(month) == nil { form.feil.append(Feltfeil("maned", "Måned må velges.")) }
      if !extracts.contains(where: { $0.team == team }) {
        form.feil.append(Feltfeil("team", "Team må velges."))
      }
      if form.feil.isEmpty { return .videre(til: Lenke.sti("kontroll", month, team)) }
    } else {
      form = Utfylling(
        forslag: [("team", extracts[0].team), ("maned", extracts[0].kontrollmåned.description)])
    }
    return .side(
      Side("Start månedskontroll", context, feil: form.feil) {
        Utfylling.søk("/kontroll/start") {
          form.valg(
            "team", "Team", extracts.map { ($0.team, "\($0.team) (opplysninger fra \($0.dag.bokmål))") })
          form.liste(
            "maned", "Måned", months.map { ($0.description, Bokmål.stor($0.iOrd)) },
            hjelp:
              "Sakene vurderes slik de var på den siste dagen i måneden, eller den dagen uttrekket er fra.")
          Utfylling.knapp("Gå videre")
        }
        Tag.p { Lenke.til("/saker", "Last opp nye opplysninger om sakene") }
      })
  }

  /// The months that an extract can tell of, the latest first.
  private static func måneder(_ day: Dato) -> [Måned] {
    let latest = Måned(day)
    return (0..<12).map { latest.adding(måneder: -$0) }
  }
}

extension Måned {
  /// «september 2014»
  var iOrd: String { Datoomfang(førsteDag, sisteDag).bokmål }
}
