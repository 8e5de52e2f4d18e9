import Markup
import Quality
import RuleEngine
import Values

/// The task list (a2): what is left to do, case by case, in any order.
enum Oppgaveside {
  static func vis(_ context: Kontekst, _ control: Kontroll) throws -> Nettsvar {
    let key = control.nøkkel
    return .side(
      Side("Månedskontroll \(key.månedIOrd)", context) {
        if context.spørring.har("lagret") { Varsel.gjort("Svarene er lagret.") }
        innledning(control)
        for sak in control.saker { saksliste(context, control, sak) }
        if control.lås == nil {
          Tag.h2 { "Gjør kontrollen ferdig" }
          videre(context, control)
          Tag.h2 { "Andre valg" }
          Tag.ul {
            Tag.li { Lenke.til(Lenke.kontroll(key, "protokoll"), "Se utkast til protokoll") }
            Tag.li { Lenke.til(Lenke.kontroll(key, "protokoll", "full"), "Se utkastet med alle bevis") }
            Tag.li {
              Lenke.til(Lenke.kontroll(key, "arbeidsliste"), "Arbeidsliste for de andre sakene i teamet")
              " ("
              Lenke.til(Lenke.kontroll(key, "arbeidsliste", "csv"), "last ned som regneark")
              ")"
            }
            if context.har(.føreKontroll) {
              for id in control.trukne {
                Tag.li {
                  Lenke.til(Lenke.kontroll(key, "bytt", id), "Bytt sak \(id), eller meld deg inhabil")
                }
              }
            }
          }
        }
      })
  }

  @HTMLBuilder private static func innledning(_ control: Kontroll) -> [HTML] {
    let (done, all) = control.fremdrift
    Tag.p(.klasse("ingress")) {
      "\(Bokmål.stor(control.nøkkel.team)). \(done) av \(all) deler er ferdige."
    }
    if let locked = control.lås {
      Varsel.gjort("Kontrollen ble låst \(locked.dato.bokmål). Ingenting kan endres.")
      Tag.p { Lenke.til(Lenke.kontroll(control.nøkkel, "kvittering"), "Se kvitteringen med journalkoden") }
    }
  }

  private static func saksliste(_ context: Kontekst, _ control: Kontroll, _ sak: Kontrollsak) -> HTML {
    let key = control.nøkkel
    return Tag.section(.beskrevet(av: "sak-\(sak.sak)")) {
      Tag.h2(.id("sak-\(sak.sak)")) { "Sak \(sak.sak)" }
      Tag.p {
        funntall(control, sak) + " "
        Lenke.til(Lenke.kontroll(key, "sak", sak.sak), "Se alt reglene fant i sak \(sak.sak)")
      }
      Tag.ul(.klasse("oppgaver")) {
        for part in control.deler(sak) {
          Tag.li {
            // What only can be answered is no page for those who only read.
            if case .dokument = part.slag, !context.kanSvare(control) {
              Tag.span { part.tittel }
            } else {
              Tag.a(Attribute("href", lenke(key, part))) {
                part.tittel
                Tag.span(.klasse("skjult")) { " i sak \(sak.sak)" }
              }
            }
            merke(part.status)
          }
        }
      }
    }
  }

  /// Only what somebody must do something about has a colour.
  static func merke(_ status: Kontrolldel.Status) -> HTML {
    switch status {
    case .ikkeStartet: Merkelapp.html(status.visning, .haster)
    case .påbegynt(let all, let answered): Merkelapp.html("\(answered) av \(all) besvart", .haster)
    case .ferdig, .ingenSpørsmål: Merkelapp.html(status.visning, .ferdig)
    }
  }

  static func lenke(_ key: Kontrollnøkkel, _ part: Kontrolldel) -> String {
    part.ledd.reduce(Lenke.kontroll(key)) { "\($0)/\(Prosentkode.skriv($1))" }
  }

  private static func funntall(_ control: Kontroll, _ sak: Kontrollsak) -> String {
    let standings = control.stillinger(sak)
    let found = standings.count { $0.utfall == .avvik }
    let remarks = standings.count { $0.utfall == .merknad }
    if found == 0, remarks == 0 { return "Ingen avvik eller merknader så langt." }
    return
      "\(Bokmål.stor(Bokmål.mengde(found, Ord.avvik))) og \(Bokmål.mengde(remarks, Ord.merknad)) så langt."
  }

  @HTMLBuilder private static func videre(_ context: Kontekst, _ control: Kontroll) -> [HTML] {
    if let next = control.deler.first(where: \.erÅpen) {
      if context.kanSvare(control) {
        Tag.p { Lenke.knapp(lenke(control.nøkkel, next), "Fortsett") }
      }
      Tag.p { "Når alle delene er ferdige, ser du over svarene og låser kontrollen." }
    } else {
      Tag.p { Lenke.knapp(Lenke.kontroll(control.nøkkel, "se-over"), "Se over svarene") }
    }
  }

  /// Where to go after something was saved: the next thing to do in the same case, then in the other, then the review.
  static func neste(etter control: Kontroll, sak: String) -> String {
    let open = control.deler.filter(\.erÅpen)
    guard let next = open.first(where: { $0.sak == sak }) ?? open.first else {
      return Lenke.kontroll(control.nøkkel, "se-over")
    }
    return lenke(control.nøkkel, next)
  }
}
