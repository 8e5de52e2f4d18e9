import Markup
import Quality
import Values

/// The day that a page shows things on: today, or one that was asked for.
struct Dagvalg {
  let dag: Dato
  let feil: [Feltfeil]
  private let utfylling: Utfylling

  init(_ context: Kontekst) {
    do throws(Feltfeil) {
      let asked = try Datofelt.les(context.spørring, "dag", "Dagen")
      dag = asked ?? context.nå.dato
      feil = []
      utfylling = Utfylling(forslag: Datofelt.verdier("dag", dag))
    } catch {
      dag = context.nå.dato
      feil = [error]
      utfylling = Utfylling(context.spørring, feil: [error])
    }
  }

  /// The form that asks for another day.
  func skjema(_ sti: String) -> HTML {
    Utfylling.søk(sti) {
      utfylling.dato("dag", "Vis en annen dag")
      Utfylling.knapp("Vis dagen", .andre)
    }
  }

  /// The same day as a query.
  var spørring: String {
    Datofelt.verdier("dag", dag).map { "\($0.0)=\($0.1)" }.joined(separator: "&")
  }
}

/// The day on which something was done, typed in a form.
enum Signeringsdag {
  /// The day, which is today or earlier.
  static func les(_ context: Kontekst) throws(Feltfeil) -> Dato {
    let day = try Datofelt.krev(context.skjema, "dato", "Dato")
    if day > context.nå.dato { throw Feltfeil("dato", "Dato kan ikke være etter i dag.") }
    return day
  }

  /// The day, which is also within the last year and not before a first day, and what that day is.
  static func les(_ context: Kontekst, tidligst: Dato, _ hva: String) throws(Feltfeil) -> Dato {
    let day = try les(context)
    if day < tidligst { throw Feltfeil("dato", "Dato kan ikke være før \(tidligst.bokmål), \(hva).") }
    try krevSisteÅr(day, context, "Dato")
    return day
  }

  /// Refuses a day more than twelve months back: what is older was never signed, and is not made up now.
  static func krevSisteÅr(_ dag: Dato, _ context: Kontekst, _ etikett: String) throws(Feltfeil) {
    if dag < context.nå.dato.adding(måneder: -12) {
      throw Feltfeil("dato", "\(etikett) kan ikke være mer enn tolv måneder tilbake.")
    }
  }

  /// The remark, which names nobody and no case; nil when there is none.
  static func merknad(_ context: Kontekst, _ felt: String, _ etikett: String) throws(Feltfeil) -> String? {
    guard let text = context.skjema.verdi(felt) else { return nil }
    if let objection = Tekstinnvending(utenSak: text) {
      throw Feltfeil(felt, "\(etikett): \(objection.bokmål)")
    }
    return text
  }

  /// The verbs on the day on which it was done.
  static func verb(_ context: Kontekst, den dag: Dato) throws -> Oppfølgingsverb {
    let today = try context.oppfølging()
    let random = context.oppsett.tilfeldig
    return Oppfølgingsverb(
      today.lager, enhet: today.enhet, tid: context.nå.tid, dato: dag, salt: { random(32) })
  }
}
