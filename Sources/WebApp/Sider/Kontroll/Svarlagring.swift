import CaseRecords
import Checklists
import JSONText
import Markup
import Quality
import Values

/// Keeps the answers of one form, all or none, and goes on to the next thing to do.
enum Svarlagring {
  static let vakt: Vakt = { text in Identitetsvakt().treff(i: text)?.beskrivelse }

  static func lagre(
    _ answers: [Svar], sak: String, _ control: Kontroll, _ context: Kontekst, til: String? = nil
  ) throws -> Nettsvar {
    let verbs = context.kontrollverb(control.nøkkel)
    guard !answers.isEmpty else { return .videre(til: til ?? Oppgaveside.neste(etter: control, sak: sak)) }
    do {
      let after = try verbs.svar(
        answers, sak: sak, sett: Int(context.skjema["sett"]), rolle: context.rolle,
        vurdering: context.sjekklistevurdering(control).punkter)
      return .videre(
        til: til ?? Oppgaveside.neste(etter: after, sak: sak), gjort: .init("svart", control.nøkkel.nummer))
    } catch IkkeTillatt.endretImens {
      throw Sidefeil.endretAvAndre(sti: context.forespørsel.sti)
    }
  }

  /// The box that says that the writer has looked for names.
  static let settOver = "sett-over"

  /// The box, on a form whose text may hold a name; it is asked for only then.
  @HTMLBuilder static func settOver(_ form: Utfylling) -> [HTML] {
    if form.verdier.har(settOver) || form.feil.contains(where: \.gjelderNavn) {
      form.bekreftelse(settOver, "Jeg har sett over teksten. Det står ingen navn eller steder i den.")
    }
  }

  /// Refuses a text that tells who somebody is. The text itself is never repeated in the message.
  ///
  /// - Parameter sett: whether the box of `settOver` is ticked; nil on a form without it.
  static func vokt(
    _ text: String?, _ field: String, _ label: String, sett: Bool? = nil
  ) throws(Feltfeil) {
    guard let text, let objection = Tekstinnvending(melding: text, sett: sett ?? false) else { return }
    let said =
      switch objection {
      case .identitet(let found):
        "\(label) ser ut til å inneholde \(found.advarsel.bokmål). Fjern det før du lagrer."
      case .kanVære(let found):
        "\(label) inneholder \(found.advarsel.bokmål) (ord \(found.ord)). Skriv rollen i stedet, for eksempel mor "
          + "eller lærer\(sett == nil ? "" : ", eller kryss av for at du har sett over teksten")."
      case .fødselsdato, .saksnummer: "\(label): \(objection.bokmål)"
      }
    throw Feltfeil(field, said)
  }

  /// Facts that must fit the record and each other, or the fields that do not. A field that does not fit is
  /// told of at that field, and the others are judged without it.
  static func prøv(
    _ facts: [(felt: String, sted: String, verdi: JSONValue)], sak: String, _ control: Kontroll,
    _ context: Kontekst
  ) throws -> [Feltfeil] {
    let model = context.oppsett.bibliotek.modell
    var faults: [Feltfeil] = []
    var filled: JSONValue?
    for fact in facts {
      do {
        let record = try filled ?? control.post(sak, utenFaktum: fact.sted)
        if let text = Svarkollisjon(modell: model, post: record).melding(sted: fact.sted, verdi: fact.verdi) {
          faults.append(Feltfeil(felt(fact.felt, fact.verdi), text))
          continue
        }
        filled = try medOpplysning(
          sted: fact.sted, verdi: fact.verdi.compactText, i: record, modell: model, vakt: vakt)
      } catch let fault as Lesefeil {
        faults.append(Feltfeil(felt(fact.felt, fact.verdi), Svarkollisjon.melding(fault.kode)))
      } catch is Utfyllingsfeil {
        faults.append(Feltfeil(fact.felt, "Svaret passer ikke inn i saken. Sjekk dokumentet en gang til."))
      }
    }
    return faults
  }

  /// The days of an open collection are written in a field of their own.
  private static func felt(_ name: String, _ value: JSONValue) -> String {
    value.array?.isEmpty == false ? "\(name).datoer" : name
  }
}
