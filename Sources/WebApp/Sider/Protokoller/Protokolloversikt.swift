import AuditStore
import JSONText
import Markup
import Quality
import Sampling
import Values

/// A control that was locked, as the list of protocols needs it.
struct LåstKontroll: Sendable {
  let nøkkel: Kontrollnøkkel
  /// The number of cases that were drawn, and that could be.
  let trukket: Int
  let saker: Int
  /// The journal code that its protocol prints.
  let journalkode: String
  /// How many supplements its protocol has.
  let supplements: Int

  /// Every locked control of the store, the latest month first.
  static func alle(_ context: Kontekst) throws -> [LåstKontroll] {
    try context.husket("låste kontroller", hviler: [.forpliktelse, .lås, .rettelse]) {
      guard let unit = try context.enhet else { return [] }
      let tree = try context.lager.merkletre()
      let corrections = try context.lager.oppføringer(.rettelse).compactMap(\.innhold)
      return try context.lager.rader(.kontrollstatus).compactMap { row -> LåstKontroll? in
        guard let month = row["maned"]?.string.flatMap({ Måned($0) }), let team = row["team"]?.string,
          let lock = row["las_n"]?.integer, let code = Journalkode(tree, ved: Int(lock))
        else { return nil }
        return LåstKontroll(
          nøkkel: Kontrollnøkkel(enhet: unit, team: team, måned: month),
          trukket: Int(row["antall_trukne"]?.integer ?? 0), saker: Int(row["antall_saker"]?.integer ?? 0),
          journalkode: code.description,
          supplements: corrections.count {
            $0["month"]?.string == month.description && $0["team"]?.string == team
          })
      }.sorted { ($1.nøkkel.måned, $0.nøkkel.team) < ($0.nøkkel.måned, $1.nøkkel.team) }
    }
  }
}

/// The locked controls of a year, and what else is kept for ever.
enum Protokolloversikt {
  static func side(_ context: Kontekst) throws -> Side {
    let person = try context.bruker
    let own = try LåstKontroll.alle(context).filter { person.ser(team: $0.nøkkel.team) }
    let years = Array(Set(own.map(\.nøkkel.måned.år))).sorted(by: >)
    let year = Int(context.spørring["ar"]).flatMap { years.contains($0) ? $0 : nil } ?? years.first
    let meetings = context.har(.seKvalitet) ? try context.register.møter : []
    return Side("Protokoller", context) {
      Tag.p { "En protokoll er låst og endres ikke. Journalkoden på den viser at den er hel." }
      Tag.p { Lenke.til("/protokoller/journal", "Kontroller journalen") }
      årsvalg(years, valgt: year)
      Tabell(
        year.map { "Låste kontroller i \($0)" } ?? "Låste kontroller",
        ["Måned", "Team", "Trukne saker", "Journalkode", "Protokoll", "Bevis for trekningen"],
        tall: ["Trukne saker"], tom: "Ingen kontroll er låst ennå.",
        rader: own.filter { $0.nøkkel.måned.år == year }.map(rad)
      ).html
      if context.har(.seKvalitet) {
        referater(meetings, year)
        if let year { årsdokumenter(year) }
      }
    }
  }

  @HTMLBuilder private static func årsvalg(_ years: [Int], valgt: Int?) -> [HTML] {
    if years.count > 1 {
      Tag.p { "Andre år:" }
      Tag.ul {
        for year in years where year != valgt {
          Tag.li { Lenke.til("/protokoller?ar=\(year)", "Protokoller fra \(year)") }
        }
      }
    }
  }

  private static func rad(_ control: LåstKontroll) -> [[HTML]] {
    let key = control.nøkkel
    let path = Lenke.sti("protokoller", key.måned.description, key.team)
    return [
      [.text(Bokmål.stor(key.månedIOrd))], [.text(key.team)],
      [.text("\(control.trukket) av \(control.saker)")],
      [Tag.span(.klasse("kode")) { control.journalkode }],
      [
        Lenke.til(path, "Åpne protokollen", skjult: key.nummer), .text(" "),
        Lenke.til(path + "/full", "Full utgave", skjult: key.nummer), .text(" "),
        Lenke.til(path + "/arbeidsliste", "Arbeidsliste", skjult: key.nummer),
      ]
        + (1..<(control.supplements + 1)).flatMap { number in
          [
            .text(" "),
            Lenke.til(
              Lenke.kontroll(key, "tillegg", String(number)), "Tillegg \(number)", skjult: key.nummer),
          ]
        },
      [Lenke.til(path + "/bevis", "Last ned beviset", skjult: key.nummer)],
    ]
  }

  @HTMLBuilder private static func referater(_ meetings: [Møte], _ year: Int?) -> [HTML] {
    Tag.h2 { "Godkjente referater" }
    Tabell(
      "Referater", ["Møte", "Dato", "Journalkode", "Referat"], tom: "Ingen referater er godkjent.",
      rader: meetings.filter { $0.godkjent != nil && (year == nil || $0.dato.år == year) }.reversed().map {
        meeting in
        [
          [.text("\(meeting.slag.visning) \(meeting.nummer)")], [.text(meeting.dato.bokmål)],
          [Tag.span(.klasse("kode")) { meeting.godkjent?.journalkode ?? "" }],
          [
            Lenke.til(
              Lenke.sti("protokoller", "referat", meeting.nummer), "Åpne referatet", skjult: meeting.nummer)
          ],
        ]
      }
    ).html
  }

  @HTMLBuilder private static func årsdokumenter(_ year: Int) -> [HTML] {
    Tag.h2 { "Gjennomgang av \(year)" }
    Tag.ul {
      Tag.li { Lenke.til("/protokoller/arsgjennomgang/\(year)", "Årsgjennomgang \(year)") }
      Tag.li {
        Lenke.til("/protokoller/fagdag/\(year)", "Erfaringer med sjekklisten i \(year), til fagdagen")
      }
    }
  }
}
