import Checklists
import JSONText
import Markup
import Quality
import Reports
import Values

/// The questions that one document answers: open it once, answer them all.
enum Dokumentside {
  private static let grunn = "grunn"

  static func vis(_ context: Kontekst) throws -> Nettsvar {
    let (control, sak, group) = try sted(context)
    return .side(side(context, control, sak, group, Utfylling()))
  }

  /// A group that is gone was answered, maybe by somebody else: then the task list shows what is left.
  private static func sted(_ context: Kontekst) throws -> (Kontroll, Kontrollsak, Spørsmålsgruppe) {
    let control = try context.vurdertKontroll()
    let sak = try context.kontrollsak(control)
    let key = try context.plass("dokument")
    if control.lås != nil { throw IkkeTillatt.kontrollenErLåst }
    guard let group = control.åpneOpplysninger(sak.sak).first(where: { $0.nøkkel == key }) else {
      throw Sidefeil.endretAvAndre(sti: Lenke.kontroll(control.nøkkel))
    }
    return (control, sak, group)
  }

  private static func felter(_ group: Spørsmålsgruppe, _ context: Kontekst) -> [(
    Opplysningsfelt, punkter: [String]
  )] {
    group.spørsmål.enumerated().compactMap { index, question in
      guard case .opplysning(let place, let points) = question.slag else { return nil }
      return Opplysningsfelt(
        navn: "f\(index)", sted: place, spørsmål: question.tekst, modell: context.oppsett.bibliotek.modell
      ).map { ($0, points) }
    }
  }

  private static func side(
    _ context: Kontekst, _ control: Kontroll, _ sak: Kontrollsak, _ group: Spørsmålsgruppe, _ form: Utfylling
  ) -> Side {
    Side(Bokmål.stor(group.dokument ?? "Saken som helhet"), context, feil: form.feil) {
      Tag.p(.klasse("ingress")) { "Sak \(sak.sak). \(group.overskrift)" }
      Tag.p {
        "Svaret blir lagt til som en opplysning i saken, og reglene regner på nytt. Du blir ikke spurt igjen."
      }
      Utfylling.skjema(context.forespørsel.sti, context) {
        Utfylling.skjult("sett", String(control.antallSvar(sak.sak)))
        for (field, points) in felter(group, context) {
          field.html(form)
          Tag.p(.klasse("dempet")) { "Avgjør \(Bokmål.liste(points))." }
        }
        form.område(
          grunn, "Hvorfor finner du ikke svaret?",
          hjelp: "Må fylles ut hvis du har krysset av for at du ikke finner et svar. Ikke skriv navn. "
            + "Punktene som trenger svaret, blir stående som «Kan ikke vurderes».", valgfritt: true, linjer: 3
        )
        Utfylling.knapp("Lagre og fortsett")
      }
      Tag.p { Lenke.til(Lenke.kontroll(control.nøkkel), "Tilbake til oppgavelisten") }
    }
  }

  static func svar(_ context: Kontekst) throws -> Nettsvar {
    let (control, sak, group) = try sted(context)
    let read = lest(group, context)
    var faults = read.feil
    let reason = context.skjema.verdi(grunn)
    do throws(Feltfeil) { try Svarlagring.vokt(reason, grunn, "Teksten") } catch { faults.append(error) }
    if !read.finnerIkke.isEmpty, reason == nil {
      faults.append(Feltfeil(grunn, "Hvorfor du ikke finner svaret, må fylles ut. Skriv kort, uten navn."))
    }
    if read.fakta.isEmpty, read.finnerIkke.isEmpty, faults.isEmpty {
      faults.append(Feltfeil("f0", "Svar på minst ett av spørsmålene før du lagrer."))
    }
    if faults.isEmpty { faults = try Svarlagring.prøv(read.fakta, sak: sak.sak, control, context) }
    if !faults.isEmpty {
      return .side(side(context, control, sak, group, Utfylling(context.skjema, feil: faults)), status: 422)
    }
    let role = try context.rolle
    let facts = read.fakta.map {
      Svar(sak: sak.sak, innhold: .opplysning(sted: $0.sted, verdi: $0.verdi), rolle: role)
    }
    let open = read.finnerIkke.map {
      Svar(
        sak: sak.sak, innhold: .vurdering(punkt: $0, .kanIkkeVurderes, mangel: nil), begrunnelse: reason,
        rolle: role)
    }
    return try Svarlagring.lagre(facts + open, sak: sak.sak, control, context)
  }

  private struct Lest {
    var fakta: [(felt: String, sted: String, verdi: JSONValue)] = []
    /// The points that cannot be judged because an answer was not found, each once.
    var finnerIkke: [String] = []
    var feil: [Feltfeil] = []
  }

  private static func lest(_ group: Spørsmålsgruppe, _ context: Kontekst) -> Lest {
    var result = Lest()
    for (field, points) in felter(group, context) {
      do throws(Feltfeil) {
        switch try field.les(context.skjema) {
        case .tom: break
        case .verdi(let value): result.fakta.append((field.navn, field.sted, value))
        case .finnerIkke: result.finnerIkke += points.filter { !result.finnerIkke.contains($0) }
        }
      } catch {
        result.feil.append(error)
      }
    }
    return result
  }
}

/// The facts that were answered in a case, and how one is corrected.
enum Opplysningsside {
  static func vis(_ context: Kontekst) throws -> Nettsvar {
    let control = try context.vurdertKontroll()
    let sak = try context.kontrollsak(control)
    return .side(
      Side("Opplysninger du har lagt til", context) {
        Tag.p { "Sak \(sak.sak)." }
        Tabell(
          "Svar om opplysninger som manglet",
          ["Spørsmål", "Svar", "Svart av"] + (context.kanSvare(control) ? ["Endre"] : []),
          rader: control.opplysninger(sak.sak).map { rad($0, control, sak, context) }
        ).html
        Tag.p { Lenke.til(Lenke.kontroll(control.nøkkel), "Tilbake til oppgavelisten") }
      })
  }

  private static func rad(
    _ fact: Tilleggsopplysning, _ control: Kontroll, _ sak: Kontrollsak, _ context: Kontekst
  ) -> [[HTML]] {
    let answer = svar(fact.sted, sak, control)
    let path = Lenke.kontroll(control.nøkkel, "sak", sak.sak, "opplysning")
    let cells: [[HTML]] = [
      [.text(answer?.spørsmål ?? fact.sted)], [.text(Bokmål.stor(fact.verdi.visning))],
      [.text(answer?.rolle ?? "")],
    ]
    return cells
      + (context.kanSvare(control)
        ? [[Lenke.til("\(path)?sted=\(Prosentkode.skriv(fact.sted))", "Endre", skjult: answer?.spørsmål)]]
        : [])
  }

  private static func svar(_ place: String, _ sak: Kontrollsak, _ control: Kontroll) -> Svar? {
    control.svar.last {
      guard $0.sak == sak.sak, case .opplysning(place, _) = $0.innhold else { return false }
      return true
    }
  }

  private static func sted(_ context: Kontekst, _ place: String) throws -> (
    Kontroll, Kontrollsak, Opplysningsfelt
  ) {
    let control = try context.vurdertKontroll()
    let sak = try context.kontrollsak(control)
    if control.lås != nil { throw IkkeTillatt.kontrollenErLåst }
    guard let answer = svar(place, sak, control),
      let field = Opplysningsfelt(
        navn: "f0", sted: place, spørsmål: answer.spørsmål ?? place, modell: context.oppsett.bibliotek.modell)
    else { throw Sidefeil.finnesIkke }
    return (control, sak, field)
  }

  static func endre(_ context: Kontekst) throws -> Nettsvar {
    let (control, sak, field) = try sted(context, context.spørring["sted"])
    return .side(side(context, control, sak, field, Utfylling()))
  }

  private static func side(
    _ context: Kontekst, _ control: Kontroll, _ sak: Kontrollsak, _ field: Opplysningsfelt, _ form: Utfylling
  ) -> Side {
    Side("Endre en opplysning", context, feil: form.feil) {
      Tag.p { "Sak \(sak.sak). Det gamle svaret blir stående i journalen. Det nye gjelder." }
      Utfylling.skjema(context.forespørsel.sti, context) {
        Utfylling.skjult("sett", String(control.antallSvar(sak.sak)))
        Utfylling.skjult("sted", field.sted)
        field.html(form, kanMangle: false)
        Utfylling.knapp("Lagre")
      }
    }
  }

  static func lagre(_ context: Kontekst) throws -> Nettsvar {
    let (control, sak, field) = try sted(context, context.skjema["sted"])
    var faults: [Feltfeil] = []
    do {
      guard case .verdi(let value) = try field.les(context.skjema) else {
        throw Feltfeil("f0", "Svaret må fylles ut.")
      }
      faults = try Svarlagring.prøv([(field.navn, field.sted, value)], sak: sak.sak, control, context)
      if faults.isEmpty {
        let answer = Svar(
          sak: sak.sak, innhold: .opplysning(sted: field.sted, verdi: value), spørsmål: field.spørsmål,
          rolle: try context.rolle)
        return try Svarlagring.lagre([answer], sak: sak.sak, control, context)
      }
    } catch let fault as Feltfeil {
      faults = [fault]
    }
    return .side(side(context, control, sak, field, Utfylling(context.skjema, feil: faults)), status: 422)
  }
}
