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
          hjelp: "Skriv bare her hvis du har svart at du ikke finner et svar. Ikke skriv navn. "
            + "Punkter som trenger svaret, blir stående som «Kan ikke avgjøres».", valgfritt: true, linjer: 3
        )
        Svarlagring.settOver(form)
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
    do throws(Feltfeil) {
      try Svarlagring.vokt(reason, grunn, "Teksten", sett: context.skjema.har(Svarlagring.settOver))
    } catch { faults.append(error) }
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
      Svar(sak: sak.sak, innhold: .opplysning(sted: $0, verdi: .null), begrunnelse: reason, rolle: role)
    }
    return try Svarlagring.lagre(facts + open, sak: sak.sak, control, context)
  }

  private struct Lest {
    var fakta: [(felt: String, sted: String, verdi: JSONValue)] = []
    /// The places of facts that were not found.
    var finnerIkke: [String] = []
    var feil: [Feltfeil] = []
  }

  private static func lest(_ group: Spørsmålsgruppe, _ context: Kontekst) -> Lest {
    var result = Lest()
    for (field, _) in felter(group, context) {
      do throws(Feltfeil) {
        switch try field.les(context.skjema) {
        case .tom: break
        case .verdi(let value): result.fakta.append((field.navn, field.sted, value))
        case .finnerIkke: result.finnerIkke.append(field.sted)
        }
      } catch {
        result.feil.append(error)
      }
    }
    return result
  }
}
