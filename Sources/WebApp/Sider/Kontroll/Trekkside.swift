import CaseRecords
import Checklists
import Intake
import JSONText
import Markup
import Quality
import Sampling
import Values

/// A control from the beginning: by how far it has come, the draw, the forms, or the task list.
enum Kontrollforside {
  static func vis(_ context: Kontekst) throws -> Nettsvar {
    let control = try context.kontroll(context.kontrollnøkkel())
    switch control.status {
    case .ikkeStartet, .låstSaksliste, .harTrekningstall: return try Trekkside.vis(context, control)
    case .trukket: return try Trekkside.utfylling(context, control)
    case .vurdert, .låst: return try Oppgaveside.vis(context, control)
    }
  }
}

/// The draw (a1), and what comes between it and the questions.
enum Trekkside {
  static func vis(_ context: Kontekst, _ control: Kontroll) throws -> Nettsvar {
    let key = control.nøkkel
    guard context.har(.føreKontroll) else { throw Sidefeil.finnesIkke }
    let ground = try? grunnlag(context, control)
    return .side(
      Side("Trekk to saker", context) {
        Tag.p(.klasse("ingress")) { "\(Bokmål.stor(key.månedIOrd)), \(key.team)." }
        if let ground {
          Tag.p { omfang(ground.grunnlag, ground.uttrekk) }
          if !ground.grunnlag.utelatt.isEmpty {
            Tag.details {
              Tag.summary {
                "\(Bokmål.stor(Bokmål.mengde(ground.grunnlag.utelatt.count, Ord.sak))) kan ikke trekkes"
              }
              Tag.ul { for line in utelatt(ground.grunnlag.utelatt) { Tag.li { line } } }
            }
          }
          Utfylling.skjema(Lenke.kontroll(key, "trekk"), context) { Utfylling.knapp("Trekk saker") }
          slik
        } else {
          Varsel.viktig("Opplysningene om sakene mangler") {
            Tag.p { "Last opp et uttrekk for \(key.team) før du trekker." }
            Tag.p { Lenke.knapp("/saker", "Last opp saker") }
          }
        }
      })
  }

  private static func omfang(_ ground: Kontrollgrunnlag, _ extract: Uttrekk) -> String {
    let cases = Bokmål.stor(Bokmål.mengde(ground.saker.count, Ord.sak))
    return
      "\(cases) i uttrekket fra \(extract.dag.bokmål) kan trekkes, før de som er kontrollert de siste 12 månedene, tas "
      + "ut. Sakene vurderes slik de var \(ground.kontrolldato.bokmål), etter sjekklisten "
      + "\(ground.sjekkliste.id)@\(ground.sjekkliste.versjon)."
  }

  private static func utelatt(_ left: [Rammesammendrag.Utelatt]) -> [String] {
    Utelatelsesgrunn.allCases.compactMap { reason in
      let count = left.count { $0.grunn == reason }
      return count == 0 ? nil : "\(count) \(reason.visning)"
    }
  }

  private static var slik: HTML {
    Tag.details {
      Tag.summary { "Slik trekkes sakene" }
      Tag.ol {
        Tag.li { "Listen over saker låses i journalen før noen kan vite trekningstallet." }
        Tag.li {
          "Maskinen lager et trekningstall på 128 tilfeldige bit. Det kan bare lages én gang i måneden."
        }
        Tag.li {
          "Hver sak får et lodd regnet ut av trekningstallet og saksnummeret. De to laveste er trukket."
        }
        Tag.li { "Alle kan regne etter med beviset som ligger ved protokollen." }
      }
    }
  }

  // MARK: Acts

  static func trekk(_ context: Kontekst) throws -> Nettsvar {
    let key = try context.kontrollnøkkel()
    let verbs = context.kontrollverb(key)
    let before = try verbs.kontroll()
    if before.trekning != nil { throw IkkeTillatt.alleredeTrukket }
    let ground = try grunnlag(context, before)
    let random = context.oppsett.tilfeldig
    if ground.uttrekk.kilde == .saksliste {
      try verbs.trekk(ground.grunnlag, frø: .maskin { random(16) }, rolle: context.rolle)
    } else {
      try verbs.kjør(
        ground.grunnlag, frø: .maskin { random(16) }, rolle: context.rolle,
        vurdering: ground.vurdering.punkter, fakta: ground.vurdering.fakta)
    }
    return .videre(til: Lenke.kontroll(key), gjort: .init("trukket", key.nummer))
  }

  /// Runs the rules on the drawn cases that are not evaluated yet, and the first time on all cases.
  static func kjør(_ context: Kontekst) throws -> Nettsvar {
    let key = try context.kontrollnøkkel()
    let verbs = context.kontrollverb(key)
    let ground = try grunnlag(context, verbs.kontroll())
    try verbs.vurder(
      ground.grunnlag.saker, rolle: context.rolle, vurdering: ground.vurdering.punkter,
      fakta: ground.vurdering.fakta)
    return .videre(til: Lenke.kontroll(key), gjort: .init("vurdert", key.nummer))
  }

  // MARK: Drawn, and not evaluated

  /// Only the numbers of the cases were known: now somebody looks the drawn ones up.
  static func utfylling(_ context: Kontekst, _ control: Kontroll) throws -> Nettsvar {
    let key = control.nøkkel
    let extract = try context.oppsett.uttrekk.les(team: key.team)
    let waiting = control.uvurderte
    let empty = waiting.filter { id in extract.map { !$0.harOpplysninger(om: id) } ?? true }
    return .side(
      Side("Sakene er trukket", context) {
        Tag.p(.klasse("ingress")) { "Loddet falt på \(Bokmål.liste(control.trukne))." }
        if extract?.kilde == .saksliste {
          Tag.p { "Vi kjenner bare saksnumrene. Finn de to sakene i fagsystemet, og fyll ut det du ser der." }
          Tag.ul(.klasse("oppgaver")) {
            for id in waiting {
              Tag.li {
                Lenke.til(Lenke.sti("saker", "skjema", key.team, id), "Fyll ut sak \(id)")
                Merkelapp.html(
                  empty.contains(id) ? "Ikke startet" : "Fylt ut", empty.contains(id) ? .haster : .ferdig)
              }
            }
          }
        }
        if context.har(.føreKontroll) {
          if extract == nil {
            Tag.p { Lenke.knapp("/saker", "Last opp saker") }
          } else if empty.isEmpty || extract?.kilde != .saksliste {
            Utfylling.skjema(Lenke.kontroll(key, "kjor"), context) { Utfylling.knapp("Kjør reglene") }
          }
          Tag.p {
            "Du finner barnet med journalnummeret under "
            Lenke.til("/saker/finn", "Finn sak")
            "."
          }
          Bytteside.lenker(control)
        }
      })
  }

  // MARK: The ground

  struct Grunnlag {
    let uttrekk: Uttrekk
    let grunnlag: Kontrollgrunnlag
    let vurdering: Sjekklistevurdering
  }

  /// The team's latest extract under the checklist in force; a control that was begun goes on with its own.
  static func grunnlag(_ context: Kontekst, _ control: Kontroll) throws -> Grunnlag {
    let key = control.nøkkel
    guard let extract = try context.oppsett.uttrekk.les(team: key.team) else {
      throw Sidefeil.ikkeNå("Opplysningene om sakene i \(key.team) mangler. Last opp et uttrekk først.")
    }
    let library = context.oppsett.bibliotek
    let judging: Sjekklistevurdering
    if control.saksliste != nil {
      judging = try context.sjekklistevurdering(control)
    } else {
      let last = key.måned.sisteDag
      // An extract from before the month leaves no case to draw; the frame then says that it is too old.
      let day = extract.dag < key.måned.førsteDag ? last : min(extract.dag, last)
      guard let list = library.sjekkliste("fosterhjem", på: day) else {
        throw Sidefeil.ikkeNå("Ingen sjekkliste gjelder \(day.bokmål).")
      }
      judging = Sjekklistevurdering(library, list, på: day, unntak: context.oppsett.waivers)
    }
    let ground = judging.kontrollgrunnlag(
      try extract.bunke(library.modell), lesefeil: extract.uleselige, motor: context.oppsett.motor)
    return Grunnlag(uttrekk: extract, grunnlag: ground, vurdering: judging)
  }
}

extension Sjekklistevurdering {
  /// The lines that sum a record up for the protocol.
  func fakta(_ record: [UInt8]) throws -> [Faktum] {
    try Sakssammendrag(bibliotek.modell, til: kontrolldato).fakta(JSONValue(parsing: record))
  }
}
