import Checklists
import Markup
import Quality
import Values

/// Signing an entry of the wheel at a place of service.
enum Årshjulsignering {
  /// Whoever has a place of service signs for that one only. Without one, a leader of another service signs for those
  /// outside the child welfare service, and its own leaders for its own.
  static func kanSignere(_ sted: String, _ context: Kontekst) -> Bool {
    guard context.har(.signereÅrshjul), let person = context.økt?.økt.bruker,
      let place = context.oppsett.planverk.årshjul?.tjenestesteder.first(where: { $0.id == sted })
    else { return false }
    if let own = person.tjenestested { return own == sted }
    return place.erBarnevern == (person.rolle != .tjenesteleder)
  }

  /// The entry and place of the path; what is not the person's to sign does not exist for the person.
  private static func oppføring(_ context: Kontekst) throws -> (Hjuloppføring, sted: String) {
    let (id, place) = (try context.plass("id"), try context.plass("sted"))
    guard let entry = context.oppsett.planverk.årshjul?.oppføringer.first(where: { $0.id == id }),
      entry.tjenestesteder.contains(place), kanSignere(place, context)
    else { throw Sidefeil.finnesIkke }
    return (entry, place)
  }

  static func side(_ context: Kontekst) throws -> Side {
    try context.krevFersk(tilbake: context.forespørsel.sti)
    return try side(context, Utfylling(forslag: Datofelt.verdier("dato", context.nå.dato)))
  }

  private static func side(_ context: Kontekst, _ filled: Utfylling) throws -> Side {
    let (entry, place) = try oppføring(context)
    let name = context.oppsett.planverk.årshjul?.navn(påTjenestested: place) ?? place
    let start = context.spørring.verdi("start") ?? filled.verdier.verdi("start")
    return Side("\(entry.bekreft): \(entry.navn)", context, feil: filled.feil) {
      Tag.p { "Tjenestested: \(name)." }
      if let day = start.flatMap({ Dato($0) }) { Tag.p { "Gjelder en nyansatt som begynte \(day.bokmål)." } }
      Utfylling.skjema(Lenke.sti("arshjul", entry.id, place), context) {
        if let start { Utfylling.skjult("start", start) }
        filled.dato("dato", "Dato", hjelp: "Dagen det ble gjort.")
        filled.tekst(
          "antall", "Antall til stede", valgfritt: entry.slag != .opplæring, smal: true, inndata: "numeric")
        filled.område(
          "endret", "Hva ble endret?", hjelp: "Skriv uten navn og uten å nevne saker.", valgfritt: true)
        filled.bekreftelse("bekreft", erklæring(entry))
        Utfylling.knapp(entry.bekreft)
      }
      Tag.p { Lenke.til("/arshjul", "Avslutt uten å lagre") }
    }
  }

  private static func erklæring(_ entry: Hjuloppføring) -> String {
    switch entry.slag {
    case .gjennomgang: "Jeg bekrefter at prosedyren er gjennomgått på tjenestestedet denne dagen."
    case .opplæring: "Jeg bekrefter at opplæringen er holdt denne dagen."
    case .nyansatt: "Jeg bekrefter at den nyansatte har fått opplæringen."
    }
  }

  static func lagre(_ context: Kontekst) throws -> Nettsvar {
    let (entry, place) = try oppføring(context)
    try context.krevFersk(tilbake: context.forespørsel.sti)
    var faults: [Feltfeil] = []
    func take<T>(_ read: () throws(Feltfeil) -> T) -> T? {
      do throws(Feltfeil) { return try read() } catch {
        faults.append(error)
        return nil
      }
    }
    let day = take { () throws(Feltfeil) in
      try Signeringsdag.les(context, tidligst: entry.fra, "som er den første dagen dette skal bekreftes for")
    }
    let count = take { () throws(Feltfeil) in try antall(context.skjema, krevd: entry.slag == .opplæring) }
    let remark = take { () throws(Feltfeil) in
      try Signeringsdag.merknad(context, "endret", "Hva ble endret")
    }
    if !context.skjema.har("bekreft") {
      faults.append(Feltfeil("bekreft", "Bekreft at det er gjort, før du lagrer."))
    }
    guard faults.isEmpty, let day, let count, let remark else {
      return .side(try side(context, Utfylling(context.skjema, feil: faults)), status: 422)
    }
    let start = context.skjema.verdi("start").flatMap { Dato($0) }
    let what: Signering.Gjelder
    do throws(Signeringsfeil) {
      what = try context.oppsett.planverk.signerbar(
        årshjul: entry.id, tjenestested: place, antall: count, start: start)
    } catch {
      throw Sidefeil.finnesIkke
    }
    try Signeringsdag.verb(context, den: day).signer(what, merknad: remark, rolle: context.rolle)
    return .videre(til: "/arshjul?lagret=1", gjort: .init("signert", "\(entry.id)/\(place)"))
  }

  private static func antall(_ form: Skjemadata, krevd: Bool) throws(Feltfeil) -> Int? {
    guard let text = form.verdi("antall") else {
      if krevd { throw Feltfeil("antall", "Antall til stede må fylles ut. Skriv et tall.") }
      return nil
    }
    guard text.utf8.count <= 6, let number = Int(text), (1...100_000).contains(number) else {
      throw Feltfeil("antall", "Antall til stede må være et tall fra 1 og oppover, for eksempel 12.")
    }
    return number
  }
}

/// That somebody began at a place of service; who it is, is never written.
enum Nyansattside {
  static func side(_ context: Kontekst) throws -> Side {
    side(context, Utfylling(forslag: Datofelt.verdier("dato", context.nå.dato)))
  }

  private static func steder(_ context: Kontekst) -> [Tjenestested] {
    (context.oppsett.planverk.årshjul?.tjenestesteder ?? []).filter {
      Årshjulsignering.kanSignere($0.id, context)
    }
  }

  private static func side(_ context: Kontekst, _ filled: Utfylling) -> Side {
    Side("En nyansatt har begynt", context, feil: filled.feil) {
      Tag.p {
        "Opplæringen av nyansatte kommer da inn i årshjulet med en frist. Skriv ikke hvem det er."
      }
      Utfylling.skjema("/arshjul/nyansatt", context) {
        filled.valg("sted", "Tjenestested", steder(context).map { ($0.id, $0.navn) })
        filled.dato("dato", "Første arbeidsdag")
        Utfylling.knapp("Lagre startdagen")
      }
      Tag.p { Lenke.til("/arshjul", "Avslutt uten å lagre") }
    }
  }

  static func lagre(_ context: Kontekst) throws -> Nettsvar {
    var faults: [Feltfeil] = []
    let place = context.skjema["sted"]
    if !steder(context).contains(where: { $0.id == place }) {
      faults.append(Feltfeil("sted", "Tjenestested må velges."))
    }
    var day: Dato?
    do throws(Feltfeil) {
      let first = try Datofelt.krev(context.skjema, "dato", "Første arbeidsdag")
      try Signeringsdag.krevSisteÅr(first, context, "Første arbeidsdag")
      day = first
    } catch {
      faults.append(error)
    }
    guard faults.isEmpty, let day else {
      return .side(side(context, Utfylling(context.skjema, feil: faults)), status: 422)
    }
    let what = try context.oppsett.planverk.signerbar(nyansatt: day, tjenestested: place)
    try context.oppfølging().signer(what, rolle: context.rolle)
    return .videre(til: "/arshjul?lagret=1", gjort: .init("signert", "nyansatt/\(place)"))
  }
}
