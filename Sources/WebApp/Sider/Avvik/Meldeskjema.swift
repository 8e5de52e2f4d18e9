import AuditStore
import Checklists
import Markup
import Quality
import Values

/// A case worker reports an avvik: one page, three questions, on a phone.
struct Meldeskjema: Oppfølgingsskjema {
  let context: Kontekst
  private let team: [String]
  /// The two chosen ones first.
  private let prosedyrer: [Prosedyre]
  let emnesti = "/avvik/mine"

  init(_ context: Kontekst) throws {
    self.context = context
    team = try context.avviksteam
    let all = context.oppsett.bibliotek.prosedyrer
    prosedyrer = all.filter(\.valgtForMelding) + all.filter { !$0.valgtForMelding }
  }

  func krevNå() throws {
    _ = try context.oppfølging()
    if team.isEmpty {
      throw Sidefeil.ikkeNå(
        "Teamet ditt har ingen kontroll ennå, og da kan du ikke melde her. Si fra til teamlederen din.")
    }
  }

  var forslag: [(String, String)] { Datofelt.verdier("nar", context.nå.dato) }

  func side(_ utfylling: Utfylling) -> Side {
    Side("Meld avvik", context, feil: utfylling.feil) {
      Varsel.viktig("Er et barn i fare nå?") {
        Tag.p { "Ring barnevernvakten eller politiet på 112 først. Meld avvik etterpå." }
      }
      felt("/avvik/meld") {
        utfylling.valg(
          "prosedyre", "Hvilken prosedyre gjelder det?", prosedyrer.map { ($0.id, $0.navn) },
          hjelp: "De to øverste skal du alltid melde på.")
        utfylling.område(
          "hva", "Hva skjedde?", hjelp: "Skriv kort. Ikke skriv navn, adresse eller fødselsnummer.")
        if utfylling.verdier.har("sett_over") || utfylling.feil.contains(where: \.gjelderNavn) {
          utfylling.bekreftelse(
            "sett_over", "Jeg har sett over teksten. Det står ingen navn eller steder i den.")
        }
        utfylling.dato("nar", "Når skjedde det?")
        if team.count > 1 {
          utfylling.liste("team", "Hvilket team gjelder det?", team.map { ($0, Bokmål.stor($0)) })
        }
        utfylling.område("strakstiltak", "Hva er gjort med en gang?", valgfritt: true, linjer: 2)
        utfylling.tekst(
          "sak", "Saksnummer", hjelp: "Nummeret saken har i dette programmet, ikke journalnummeret.",
          valgfritt: true, smal: true)
        if context.har(.seKontroll) {
          Tag.p { Lenke.til("/saker/finn", "Finn sak fra journalnummeret") }
        }
        Utfylling.knapp("Send melding")
      }
      Tag.p { "Å melde får ingen følger for deg eller andre. Teamleder svarer innen 5 virkedager." }
      Tag.p { Lenke.til("/avvik/mine", "Mine meldinger") }
    }
  }

  func lagre(_ les: inout Oppfølgingsleser) throws -> Nettsvar? {
    let looked = les.skjema.har("sett_over")
    let chosen = les.valg("prosedyre", "Prosedyre", blant: prosedyrer.map(\.id))
    let what = les.tekst("hva", "Hva skjedde", .melding(sett: looked), hjelp: "Skriv kort, uten navn.")
    let when = les.dato("nar", "Når skjedde det", senest: context.nå.dato)
    let own = team.count == 1 ? team[0] : les.valg("team", "Team", blant: team)
    let immediate = les.valgfri("strakstiltak", "Hva er gjort", .melding(sett: looked))
    let sak = try sak(&les, own)
    guard les.erRiktig, let own, let when, let procedure = prosedyrer.first(where: { $0.id == chosen })
    else { return nil }
    let number = try context.oppfølging().meld(
      Ansattmelding(
        prosedyre: procedure.id, navn: procedure.navn, valgt: procedure.valgtForMelding, skjedde: when,
        sak: sak), team: own, hva: what, strakstiltak: immediate, rolle: context.rolle)
    return .videre(til: Lenke.sti("avvik", number, "kvittering"), gjort: .init("meldt", number))
  }

  /// A case of the team. An id of another team is as unknown here as one that nobody has.
  private func sak(_ les: inout Oppfølgingsleser, _ own: String?) throws -> String? {
    guard let id = les.valgfri("sak", "Saksnummer"), let own else { return nil }
    if try context.harSak(id, team: own) { return id }
    les.feil(
      "sak",
      "Saksnummer må være et nummer som en sak i teamet har i dette programmet. "
        + (context.har(.seKontroll)
          ? "Finn nummeret under Finn sak, eller la feltet stå tomt."
          : "Spør teamlederen om nummeret, eller la feltet stå tomt."))
    return nil
  }
}

extension Feltfeil {
  /// Whether the reporter can tick that it is no name.
  var gjelderNavn: Bool { melding.contains("sett over teksten") }
}
