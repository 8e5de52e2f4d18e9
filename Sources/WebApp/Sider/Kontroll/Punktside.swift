import Markup
import Quality
import RuleEngine
import Values

/// A person's word on a point that the rule decided: what the finding stands for, or that the rule is wrong.
///
/// A finding of the rule stands whatever a person answers; the disagreement is kept and goes to the quality group.
enum Uenighetsside {
  private static func sted(_ context: Kontekst) throws -> (Kontroll, Punktstilling) {
    let control = try context.vurdertKontroll()
    let sak = try context.kontrollsak(control)
    if control.lås != nil { throw IkkeTillatt.kontrollenErLåst }
    let id = try context.plass("punkt")
    guard let standing = control.stillinger(sak).first(where: { $0.punkt.id == id }) else {
      throw Sidefeil.finnesIkke
    }
    return (control, standing)
  }

  static func vis(_ context: Kontekst) throws -> Nettsvar {
    let (control, standing) = try sted(context)
    return .side(
      side(
        context, control, standing,
        Utfylling(forslag: [
          ("svar", standing.uenig ? "uenig" : standing.svar == nil ? "" : "enig"),
          ("mangel", standing.mangel?.rawValue ?? ""), ("grunn", standing.svar?.begrunnelse ?? ""),
        ])))
  }

  private static func side(
    _ context: Kontekst, _ control: Kontroll, _ standing: Punktstilling, _ form: Utfylling
  ) -> Side {
    let point = standing.punkt
    return Side("Punkt \(point.id)", context, feil: form.feil) {
      Tag.p(.klasse("ingress")) { point.spørsmål }
      Tag.p { "Regelen sier «\(point.vurdering.utfall.visning)» i sak \(standing.sak). \(point.kort)" }
      Utfylling.skjema(context.forespørsel.sti, context) {
        Utfylling.skjult("sett", String(control.antallSvar(standing.sak)))
        form.valg(
          "svar", "Hva mener du?",
          [("enig", "Regelen har rett"), ("uenig", "Jeg er uenig med regelen")],
          hjelp: standing.regelfunn
            ? "Funnet blir stående også når du er uenig. Uenigheten går til kvalitetsgruppa sammen med begrunnelsen."
            : "Uenigheten går til kvalitetsgruppa sammen med begrunnelsen.")
        if standing.regelfunn {
          form.valg(
            "mangel", "Hva gjelder funnet?",
            Mangelslag.allCases.map { ($0.rawValue, Bokmål.stor($0.visning)) },
            hjelp: "Regelen ser bare det som er registrert. Du kan vite mer.", valgfritt: true)
        }
        form.område("grunn", "Begrunnelse (uten navn)", linjer: 3)
        Svarlagring.settOver(form)
        Utfylling.knapp("Lagre")
      }
      Tag.p { Lenke.til(Lenke.kontroll(control.nøkkel, "sak", standing.sak), "Tilbake til saken") }
    }
  }

  static func svar(_ context: Kontekst) throws -> Nettsvar {
    let (control, standing) = try sted(context)
    let form = context.skjema
    var faults: [Feltfeil] = []
    let agrees = form["svar"] == "enig"
    if !agrees, form["svar"] != "uenig" {
      faults.append(Feltfeil("svar", "Svar må velges: har regelen rett?"))
    }
    let reason = form.verdi("grunn")
    if reason == nil {
      faults.append(Feltfeil("grunn", "Begrunnelse må fylles ut. Skriv kort hvorfor, uten navn."))
    }
    do throws(Feltfeil) {
      try Svarlagring.vokt(reason, "grunn", "Begrunnelsen", sett: context.skjema.har(Svarlagring.settOver))
    } catch {
      faults.append(error)
    }
    if !faults.isEmpty {
      return .side(side(context, control, standing, Utfylling(form, feil: faults)), status: 422)
    }
    let answer = Svar(
      sak: standing.sak,
      innhold: .vurdering(
        punkt: standing.punkt.id, alternativ(standing, agrees), mangel: Mangelslag(rawValue: form["mangel"])),
      begrunnelse: reason, rolle: try context.rolle)
    return try Svarlagring.lagre(
      [answer], sak: standing.sak, control, context,
      til: Lenke.kontroll(control.nøkkel, "sak", standing.sak) + "#\(standing.punkt.id)")
  }

  /// The answer that agrees or disagrees with what the rule decided.
  private static func alternativ(_ standing: Punktstilling, _ agrees: Bool) -> Svaralternativ {
    switch standing.punkt.vurdering.utfall {
    case .avvik, .merknad: agrees ? .ikkeOppfylt : .oppfylt
    case .oppfylt: agrees ? .oppfylt : .ikkeOppfylt
    case .ikkeAktuelt: agrees ? .ikkeAktuelt : .ikkeOppfylt
    case .ukjent, .ikkeKontrollert: .kanIkkeVurderes
    }
  }
}

/// The concern question, asked once for each drawn case.
enum Bekymringsside {
  static func vis(_ context: Kontekst) throws -> Nettsvar {
    let control = try context.vurdertKontroll()
    let sak = try context.kontrollsak(control)
    var values: [(String, String)] = []
    if let answer = control.bekymring(sak.sak), case .bekymring(let choice) = answer.innhold {
      values = [("svar", choice.rawValue), ("grunn", answer.begrunnelse ?? "")]
    }
    return .side(side(context, control, sak, Utfylling(forslag: values)))
  }

  private static func side(
    _ context: Kontekst, _ control: Kontroll, _ sak: Kontrollsak, _ form: Utfylling
  ) -> Side {
    Side(Svar.bekymringsspørsmål, context, feil: form.feil) {
      Tag.p {
        "Sak \(sak.sak). Svarer du ja, må du også følge opp saken med en gang. Kontrollen gjør det ikke for deg."
      }
      if context.kanSvare(control) {
        Utfylling.skjema(context.forespørsel.sti, context) {
          Utfylling.skjult("sett", String(control.antallSvar(sak.sak)))
          form.valg("svar", "Ditt svar", Bekymringssvar.allCases.map { ($0.rawValue, $0.visning) })
          form.område(
            "grunn", "Begrunnelse (uten navn)", hjelp: "Må fylles ut når svaret ikke er Nei.", linjer: 3)
          Svarlagring.settOver(form)
          Utfylling.knapp("Lagre og fortsett")
        }
      } else if let answer = control.bekymring(sak.sak), case .bekymring(let choice) = answer.innhold {
        Tag.p { Tag.strong { choice.visning } }
        if let reason = answer.begrunnelse { Tag.p { "Begrunnelse: «\(reason)»" } }
      }
      Tag.p { Lenke.til(Lenke.kontroll(control.nøkkel), "Tilbake til oppgavelisten") }
    }
  }

  static func svar(_ context: Kontekst) throws -> Nettsvar {
    let control = try context.vurdertKontroll()
    let sak = try context.kontrollsak(control)
    let reason = context.skjema.verdi("grunn")
    var faults: [Feltfeil] = []
    let choice = Bekymringssvar(rawValue: context.skjema["svar"])
    if choice == nil { faults.append(Feltfeil("svar", "Svar må velges: Ja, Nei eller Kan ikke vurderes.")) }
    if let choice, choice != .nei, reason == nil {
      faults.append(
        Feltfeil("grunn", "Begrunnelse må fylles ut når svaret er \(choice.visning). Skriv kort hvorfor."))
    }
    do throws(Feltfeil) {
      try Svarlagring.vokt(reason, "grunn", "Begrunnelsen", sett: context.skjema.har(Svarlagring.settOver))
    } catch {
      faults.append(error)
    }
    guard faults.isEmpty, let choice else {
      return .side(side(context, control, sak, Utfylling(context.skjema, feil: faults)), status: 422)
    }
    let answer = Svar(
      sak: sak.sak, innhold: .bekymring(choice), begrunnelse: reason, rolle: try context.rolle)
    return try Svarlagring.lagre([answer], sak: sak.sak, control, context)
  }
}
