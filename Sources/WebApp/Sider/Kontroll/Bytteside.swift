import Markup
import Quality
import RuleEngine
import Values

/// Replaces a drawn case by the next on the reserve list. Who is inhabil is replaced, never the case.
enum Bytteside {
  /// A link for each drawn case, where the task list is not shown yet.
  @HTMLBuilder static func lenker(_ control: Kontroll) -> [HTML] {
    Tag.ul {
      for id in control.trukne {
        Tag.li {
          Lenke.til(Lenke.kontroll(control.nøkkel, "bytt", id), "Bytt sak \(id), eller meld deg inhabil")
        }
      }
    }
  }

  private static func sted(_ context: Kontekst) throws -> (Kontroll, sak: String) {
    let control = try context.kontroll(context.kontrollnøkkel())
    if control.lås != nil { throw IkkeTillatt.kontrollenErLåst }
    let id = try context.plass("sak")
    guard control.trukne.contains(id) else { throw Sidefeil.finnesIkke }
    return (control, id)
  }

  static func vis(_ context: Kontekst) throws -> Nettsvar {
    let (control, id) = try sted(context)
    return .side(side(context, control, id, Utfylling()))
  }

  private static func side(_ context: Kontekst, _ control: Kontroll, _ id: String, _ form: Utfylling) -> Side
  {
    Side("Bytt sak \(id)", context, feil: form.feil) {
      Varsel.viktig("Er du inhabil?") {
        Tag.p {
          "Da skal en annen svare, og saken blir stående. Be barnevernlederen eller en annen teamleder logge inn og svare i "
          "denne saken. Protokollen viser hvem som svarte."
        }
      }
      Tag.p {
        "En sak kan bare byttes når den er avsluttet eller sperret, eller av en annen tungtveiende grunn. "
        "Inhabilitet er ingen grunn til å bytte sak."
      }
      if let loss = tap(control, id) { Varsel.viktig("Dette faller bort") { Tag.p { loss } } }
      if let next = control.ledigReserve.first {
        Tag.p {
          "Neste sak på reservelisten er \(next). Byttet blir stående i protokollen og telles i rapportene."
        }
        Utfylling.skjema(context.forespørsel.sti, context) {
          form.valg(
            "grunn", "Grunn til bytte",
            Saksbytte.Grunn.allCases.map { ($0.rawValue, Bokmål.stor($0.visning)) })
          form.område(
            "hvorfor", "Begrunnelse (uten navn)", hjelp: "Må fylles ut når du velger Annen grunn.", linjer: 3)
          Svarlagring.settOver(form)
          if tap(control, id) != nil {
            form.bekreftelse(forstår, "Jeg forstår at svarene i saken ikke blir med videre")
          }
          Utfylling.knapp("Bytt sak")
        }
      } else {
        Tag.p { "Reservelisten er tom. Saken kan ikke byttes." }
      }
      Tag.p { Lenke.til(Lenke.kontroll(control.nøkkel), "Tilbake uten å bytte") }
    }
  }

  private static let forstår = "forstar"

  /// What is lost with a case that the rules have judged or somebody has answered; nil when nothing is.
  private static func tap(_ control: Kontroll, _ id: String) -> String? {
    let points = control.sak(id).map(control.stillinger) ?? []
    let answers =
      control.opplysninger(id).count + points.count { $0.svar != nil }
      + (control.bekymring(id) == nil ? 0 : 1)
    guard answers > 0 || control.sak(id) != nil else { return nil }
    let findings = points.count { $0.utfall == .avvik || $0.utfall == .merknad }
    return
      "Saken har \(answers) svar og \(findings) funn i denne kontrollen. De blir ikke med videre når saken byttes."
  }

  static func bytt(_ context: Kontekst) throws -> Nettsvar {
    let (control, id) = try sted(context)
    let reason = context.skjema.verdi("hvorfor")
    let ground = Saksbytte.Grunn(rawValue: context.skjema["grunn"])
    var faults: [Feltfeil] = []
    if ground == nil { faults.append(Feltfeil("grunn", "Grunn til bytte må velges.")) }
    if ground == .annet, reason == nil {
      faults.append(Feltfeil("hvorfor", "Begrunnelse må fylles ut når du velger Annen grunn."))
    }
    do throws(Feltfeil) {
      try Svarlagring.vokt(
        reason, "hvorfor", "Begrunnelsen", sett: context.skjema.har(Svarlagring.settOver))
    } catch {
      faults.append(error)
    }
    if tap(control, id) != nil, !context.skjema.har(forstår) {
      faults.append(
        Feltfeil(forstår, "Svarene i saken faller bort. Kryss av for at du forstår det, før du bytter."))
    }
    guard faults.isEmpty, let ground else {
      return .side(side(context, control, id, Utfylling(context.skjema, feil: faults)), status: 422)
    }
    try context.kontrollverb(control.nøkkel).bytt(
      ut: id, grunn: ground, begrunnelse: reason, rolle: context.rolle)
    return .videre(til: Lenke.kontroll(control.nøkkel), gjort: .init("byttet", control.nøkkel.nummer))
  }
}
