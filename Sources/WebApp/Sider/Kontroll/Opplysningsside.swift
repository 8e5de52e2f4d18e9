import Checklists
import JSONText
import Markup
import Quality
import Reports
import Values
import Vocabulary

/// What was answered about missing facts in a case, found or not, and how an answer is changed.
enum Opplysningsside {
  static func vis(_ context: Kontekst) throws -> Nettsvar {
    let control = try context.vurdertKontroll()
    let sak = try context.kontrollsak(control)
    let answers = control.opplysninger(sak.sak).compactMap { svar($0.sted, sak, control) }
    return .side(
      Side("Opplysninger du har lagt til", context) {
        Tag.p { "Sak \(sak.sak)." }
        Tabell(
          "Svar om opplysninger som manglet",
          ["Spørsmål", "Svar", "Svart av"] + (context.kanSvare(control) ? ["Endre"] : []),
          rader: (answers + control.ikkeFunnet(sak.sak)).map { rad($0, control, sak, context) }
        ).html
        Tag.p { Lenke.til(Lenke.kontroll(control.nøkkel), "Tilbake til oppgavelisten") }
      })
  }

  private static func rad(
    _ answer: Svar, _ control: Kontroll, _ sak: Kontrollsak, _ context: Kontekst
  ) -> [[HTML]] {
    guard case .opplysning(let place, let value) = answer.innhold else { return [] }
    let path = Lenke.kontroll(control.nøkkel, "sak", sak.sak, "opplysning")
    let question = [answer.spørsmål ?? place, sted(place, sak, control, context)].compactMap(\.self)
    let text = value == .null ? "Ikke funnet. \(answer.begrunnelse ?? "")" : Bokmål.stor(value.visning)
    let cells: [[HTML]] = [[.text(question.joined(separator: " "))], [.text(text)], [.text(answer.rolle)]]
    if !context.kanSvare(control) { return cells }
    let hidden = question.joined(separator: " ")
    return cells + [[Lenke.til("\(path)?sted=\(Prosentkode.skriv(place))", "Endre", skjult: hidden)]]
  }

  /// Which document a place is in: «(referatet fra oppfølgingsbesøket 12. mars 2014)».
  private static func sted(
    _ place: String, _ sak: Kontrollsak, _ control: Kontroll, _ context: Kontekst
  ) -> String? {
    let parts = place.split(separator: "/").map(String.init)
    let model = context.oppsett.bibliotek.modell
    guard parts.count == 3, let index = Int(parts[1]), let collection = model.samling(parts[0]),
      let events = try? control.post(sak.sak, utenFaktum: place)["hendelser"]?[parts[0]]?.array,
      events.indices.contains(index)
    else { return nil }
    let day = (events[index]["dato"] ?? events[index]["fra"])?.string.flatMap { Datoomfang(iso: $0)?.bokmål }
    return "(\(([model.samlinger[collection].dokument] + (day.map { [$0] } ?? [])).joined(separator: " ")))"
  }

  /// The latest answer about a place.
  private static func svar(_ place: String, _ sak: Kontrollsak, _ control: Kontroll) -> Svar? {
    control.svar.last { $0.sak == sak.sak && $0.sted == place }
  }

  // MARK: One answer

  private static func valgt(
    _ context: Kontekst, _ place: String
  ) throws -> (kontroll: Kontroll, sak: Kontrollsak, felt: Opplysningsfelt, svar: Svar) {
    let control = try context.vurdertKontroll()
    let sak = try context.kontrollsak(control)
    if control.lås != nil { throw IkkeTillatt.kontrollenErLåst }
    guard let answer = svar(place, sak, control),
      let field = Opplysningsfelt(
        navn: "f0", sted: place, spørsmål: answer.spørsmål ?? place, modell: context.oppsett.bibliotek.modell)
    else { throw Sidefeil.finnesIkke }
    return (control, sak, field, answer)
  }

  static func endre(_ context: Kontekst) throws -> Nettsvar {
    let chosen = try valgt(context, context.spørring["sted"])
    let form = Utfylling(forslag: [("grunn", chosen.svar.begrunnelse ?? "")])
    return .side(side(context, chosen.kontroll, chosen.sak, chosen.felt, form))
  }

  private static func side(
    _ context: Kontekst, _ control: Kontroll, _ sak: Kontrollsak, _ field: Opplysningsfelt, _ form: Utfylling
  ) -> Side {
    Side("Endre en opplysning", context, feil: form.feil) {
      Tag.p {
        ["Sak \(sak.sak)", sted(field.sted, sak, control, context)].compactMap(\.self).joined(separator: " ")
          + ". Det gamle svaret blir stående i journalen. Det nye gjelder."
      }
      Utfylling.skjema(context.forespørsel.sti, context) {
        Utfylling.skjult("sett", String(control.antallSvar(sak.sak)))
        Utfylling.skjult("sted", field.sted)
        field.html(form)
        form.område(
          "grunn", "Hvorfor finner du ikke svaret?",
          hjelp: "Skriv bare her hvis du ikke finner svaret, uten navn.",
          valgfritt: true, linjer: 3)
        Svarlagring.settOver(form)
        Utfylling.knapp("Lagre")
      }
    }
  }

  static func lagre(_ context: Kontekst) throws -> Nettsvar {
    let (control, sak, field, before) = try valgt(context, context.skjema["sted"])
    var faults: [Feltfeil] = []
    do {
      let reason = context.skjema.verdi("grunn")
      var answer = Svar(
        sak: sak.sak, innhold: .opplysning(sted: field.sted, verdi: .null), spørsmål: before.spørsmål,
        rolle: try context.rolle)
      switch try field.les(context.skjema) {
      case .tom: throw Feltfeil("f0", "Svaret må fylles ut.")
      case .finnerIkke:
        guard reason != nil else { throw Feltfeil("grunn", "Hvorfor du ikke finner svaret, må fylles ut.") }
        try Svarlagring.vokt(reason, "grunn", "Teksten", sett: context.skjema.har(Svarlagring.settOver))
        answer.begrunnelse = reason
      case .verdi(let value):
        answer.innhold = .opplysning(sted: field.sted, verdi: value)
        faults = try Svarlagring.prøv([(field.navn, field.sted, value)], sak: sak.sak, control, context)
      }
      if faults.isEmpty { return try Svarlagring.lagre([answer], sak: sak.sak, control, context) }
    } catch let fault as Feltfeil {
      faults = [fault]
    }
    return .side(side(context, control, sak, field, Utfylling(context.skjema, feil: faults)), status: 422)
  }
}
