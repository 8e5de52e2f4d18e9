import AuditStore
import Markup
import Quality

/// The journal: its code now, whether a printed code still holds, and the check of the whole store.
enum Journalside {
  /// The check of the whole store reads and plays every entry, so it is made once in so many seconds at most, and the
  /// same answer is given to all who ask meanwhile.
  private static let varighet = 10 * 60

  static func side(_ context: Kontekst) throws -> Side {
    guard let text = context.spørring.verdi("kode") else { return try side(context, Utfylling()) { [] } }
    guard let code = Journalkode(text) else {
      let fault = Feltfeil(
        "kode", "Journalkoden må skrives som den står på protokollen, med tall, bokstaver og bindestreker.")
      return try side(context, Utfylling(context.spørring, feil: [fault])) { [] }
    }
    let match = code.sammenlign(med: try context.lager.merkletre())
    return try side(context, Utfylling(context.spørring)) { svar(match, code) }
  }

  /// Reads the whole store and says whether it is whole.
  static func kontroller(_ context: Kontekst) throws -> Side {
    let (result, strays) = try context.husket("kontrollert \(context.nå.sekunder / varighet)") {
      let result = try context.lager.verifiser()
      return (result, result.holder ? try Registerkontroll(context.lager).brudd : [])
    }
    return try side(context, Utfylling()) {
      if result.holder, strays.isEmpty {
        Varsel.gjort("Lageret er helt. Alle de \(result.antall) oppføringene er slik de ble skrevet.")
      } else {
        Varsel.viktig("Lageret er endret utenom programmet") {
          Tag.p { "Stopp, og gi dette til den som har ansvar for programmet. Bruk en sikkerhetskopi." }
          Tag.ul {
            for fault in result.brudd.map({ "\($0)" }) + strays.map({ "\($0)" }) {
              Tag.li(.lang("en")) { fault }
            }
          }
        }
      }
    }
  }

  private static func side(
    _ context: Kontekst, _ filled: Utfylling, @HTMLBuilder svar: () throws -> [HTML]
  ) throws -> Side {
    let answer = try svar()
    let code = try context.lager.journalkode().description
    return Side("Kontroller journalen", context, feil: filled.feil) {
      answer
      Tag.p {
        "Alt som gjøres, skrives i en journal som bare kan legges til. Koden under dekker alt som står der nå."
      }
      Tag.dl {
        Tag.dt { "Journalkode nå" }
        Tag.dd(.klasse("kode")) { code }
      }
      Tag.h2 { "Kontroller en kode på papir" }
      Utfylling.søk("/protokoller/journal") {
        filled.tekst("kode", "Journalkode", hjelp: "Koden nederst på en protokoll eller et referat.")
        Utfylling.knapp("Kontroller koden")
      }
      Tag.h2 { "Kontroller hele lageret" }
      Tag.p {
        "Alle oppføringer leses og kontrolleres mot reglene. Det kan ta et halvt minutt. Svaret "
        "brukes i ti minutter, så leses alt på nytt."
      }
      Utfylling.skjema("/protokoller/journal", context) { Utfylling.knapp("Kontroller alt") }
    }
  }

  @HTMLBuilder private static func svar(_ match: Journalkode.Samsvar, _ code: Journalkode) -> [HTML] {
    switch match {
    case .samme(let newer):
      Varsel.gjort(
        "Koden stemmer. De første \(code.størrelse) oppføringene er slik de var da koden ble skrevet ut, og "
          + "\(newer) er kommet til siden.")
    case .avkortet(let found):
      Varsel.viktig("Koden stemmer ikke") {
        Tag.p {
          "Koden gjelder \(code.størrelse) oppføringer, men journalen har bare \(found). Oppføringer er borte, eller "
            + "koden er fra et annet lager."
        }
      }
    case .annenHistorie:
      Varsel.viktig("Koden stemmer ikke") {
        Tag.p {
          "Journalen begynner ikke med det koden ble laget av. Se etter skrivefeil. Er koden riktig skrevet, er noe endret, "
            + "eller koden er fra et annet lager."
        }
      }
    }
  }
}
