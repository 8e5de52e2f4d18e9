import Markup
import Quality
import Values

/// A theme (a3): what the rules found in it, and then the few questions that only a person can answer.
enum Temaside {
  static func vis(_ context: Kontekst) throws -> Nettsvar {
    let (control, sak, area) = try sted(context)
    return .side(side(context, control, sak, area, Utfylling(forslag: forslag(control, sak, area))))
  }

  private static func sted(_ context: Kontekst) throws -> (Kontroll, Kontrollsak, Kontrollpunkt.Sviktområde) {
    let control = try context.vurdertKontroll()
    let sak = try context.kontrollsak(control)
    let number = Int(try context.plass("tema"))
    guard let area = control.temaer(sak).first(where: { $0.nummer == number }) else {
      throw Sidefeil.finnesIkke
    }
    return (control, sak, area)
  }

  private static func side(
    _ context: Kontekst, _ control: Kontroll, _ sak: Kontrollsak, _ area: Kontrollpunkt.Sviktområde,
    _ form: Utfylling
  ) -> Side {
    let standings = control.stillinger(sak).filter { $0.punkt.sviktområde.nummer == area.nummer }
    let asked = standings.filter(\.spørres)
    let found = standings.filter { !$0.spørres }
    return Side(area.navn, context, feil: form.feil) {
      Tag.p { "Sak \(sak.sak), \(control.nøkkel.månedIOrd)." }
      if !found.isEmpty {
        Tag.h2 { "Dette fant reglene" }
        for standing in found { Funnkort(kontekst: context, kontroll: control, stilling: standing).html }
      }
      if !asked.isEmpty, context.kanSvare(control) {
        Tag.h2 { "Din vurdering" }
        Utfylling.skjema(context.forespørsel.sti, context) {
          Utfylling.skjult("sett", String(control.antallSvar(sak.sak)))
          for standing in asked { Punktspørsmål(stilling: standing, skjema: form).html }
          Svarlagring.settOver(form)
          Utfylling.knapp("Lagre og fortsett")
        }
      } else {
        for standing in asked { Funnkort(kontekst: context, kontroll: control, stilling: standing).html }
      }
      Tag.p { Lenke.til(Lenke.kontroll(control.nøkkel), "Tilbake til oppgavelisten") }
    }
  }

  private static func forslag(
    _ control: Kontroll, _ sak: Kontrollsak, _ area: Kontrollpunkt.Sviktområde
  ) -> [(String, String)] {
    control.stillinger(sak).filter { $0.punkt.sviktområde.nummer == area.nummer && $0.spørres }
      .flatMap(Punktspørsmål.verdier)
  }

  static func svar(_ context: Kontekst) throws -> Nettsvar {
    let (control, sak, area) = try sted(context)
    let asked = control.stillinger(sak).filter { $0.punkt.sviktområde.nummer == area.nummer && $0.spørres }
    let role = try context.rolle
    var faults: [Feltfeil] = []
    var answers: [Svar] = []
    for standing in asked {
      do throws(Feltfeil) {
        if let answer = try Punktspørsmål.les(standing, context.skjema, rolle: role) {
          answers.append(answer)
        }
      } catch {
        faults.append(error)
      }
    }
    let isChosen = asked.contains { context.skjema.verdi(Punktspørsmål.felt($0)) != nil }
    if !isChosen, faults.isEmpty, let first = asked.first {
      faults.append(Feltfeil(Punktspørsmål.felt(first), Punktspørsmål.velg(first)))
    }
    if !faults.isEmpty {
      return .side(side(context, control, sak, area, Utfylling(context.skjema, feil: faults)), status: 422)
    }
    return try Svarlagring.lagre(answers, sak: sak.sak, control, context)
  }
}

/// One point to judge: four answers, a reason for the last three, and what helps to judge.
struct Punktspørsmål {
  let stilling: Punktstilling
  let skjema: Utfylling

  static func felt(_ standing: Punktstilling) -> String { "svar-\(standing.punkt.id)" }
  static func grunnfelt(_ standing: Punktstilling) -> String { "grunn-\(standing.punkt.id)" }

  static func velg(_ standing: Punktstilling) -> String {
    "Velg Oppfylt, Ikke oppfylt, Ikke aktuelt eller Kan ikke vurderes for punkt \(standing.punkt.id)."
  }

  static func verdier(_ standing: Punktstilling) -> [(String, String)] {
    [
      (felt(standing), standing.alternativ?.rawValue ?? ""),
      (grunnfelt(standing), standing.svar?.begrunnelse ?? ""),
    ]
  }

  @HTMLBuilder var html: [HTML] {
    let point = stilling.punkt
    skjema.valg(
      Self.felt(stilling), point.spørsmål, Svaralternativ.allCases.map { ($0.rawValue, $0.visning) },
      hjelp: [point.veiledning, "Punkt \(point.id)."].compactMap(\.self).joined(separator: " "))
    eksempler
    skjema.område(
      Self.grunnfelt(stilling), "Begrunnelse (uten navn) for \(point.id)",
      hjelp: "Må fylles ut når svaret ikke er Oppfylt.", linjer: 3)
  }

  @HTMLBuilder private var eksempler: [HTML] {
    let point = stilling.punkt
    if point.godtEksempel != nil || point.svaktEksempel != nil {
      Tag.details {
        Tag.summary { "Se eksempler for \(point.id)" }
        if let good = point.godtEksempel {
          Tag.p { Tag.strong { "Godt nok" } }
          Tag.p { good }
        }
        if let weak = point.svaktEksempel {
          Tag.p { Tag.strong { "Ikke godt nok" } }
          Tag.p { weak }
        }
      }
    }
  }

  /// The answer that was chosen; nil when nothing was, or when nothing is changed.
  static func les(_ standing: Punktstilling, _ form: Skjemadata, rolle: String) throws(Feltfeil) -> Svar? {
    let reason = form.verdi(grunnfelt(standing))
    guard let text = form.verdi(felt(standing)) else {
      if reason == nil { return nil }
      throw Feltfeil(felt(standing), velg(standing))
    }
    guard let choice = Svaralternativ(rawValue: text) else { throw Feltfeil(felt(standing), velg(standing)) }
    if choice == standing.alternativ, reason == standing.svar?.begrunnelse { return nil }
    if choice != .oppfylt, reason == nil {
      throw Feltfeil(
        grunnfelt(standing),
        "Begrunnelse for \(standing.punkt.id) må fylles ut når svaret er \(choice.visning). Skriv kort hvorfor."
      )
    }
    try Svarlagring.vokt(reason, grunnfelt(standing), "Begrunnelsen", sett: form.har(Svarlagring.settOver))
    return Svar(
      sak: standing.sak, innhold: .vurdering(punkt: standing.punkt.id, choice, mangel: standing.mangel),
      begrunnelse: reason, rolle: rolle)
  }
}
