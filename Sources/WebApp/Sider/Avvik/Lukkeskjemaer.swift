import Markup
import Quality
import Sampling
import Values

extension Utfylling {
  /// What shows that a fault is gone.
  @HTMLBuilder fileprivate var bevisfelt: [HTML] {
    valg("bevis", "Hva viser det?", Lukkebevis.Slag.allCases.map { ($0.rawValue, $0.visning) })
    tekst(
      "referanse", "Referanse",
      hjelp: "For eksempel nummeret på dokumentet, eller månedene i den nye stikkprøven.")
  }
}

extension Oppfølgingsleser {
  fileprivate mutating func bevis() -> Lukkebevis? {
    let kind = kode("bevis", "Hva viser det", Lukkebevis.Slag.self)
    let reference = tekst("referanse", "Referanse", hjelp: "Skriv hvor det står.")
    return kind.map { Lukkebevis($0, referanse: reference) }
  }
}

/// Closes an avvik with evidence, by somebody who carried out none of its measures.
struct Lukkeskjema: Oppfølgingsskjema {
  let context: Kontekst
  private let avvik: Avvik
  /// The measures that have not been shown to work.
  private let utenEffekt: [Tiltak]

  init(_ context: Kontekst) throws {
    self.context = context
    let register = try context.register
    avvik = try context.valgtAvvik()
    utenEffekt = avvik.tiltak.compactMap { register.tiltak($0) }.filter { $0.resultat != .virket }
  }

  var emnesti: String { avvik.sti }
  var antallHandlinger: Int? { avvik.hendelser.count }

  func krevNå() throws {
    try Avvikshandling.lukk.krev(avvik)
    let register = try context.register
    let unfinished = register.uferdige(avvik)
    if !unfinished.isEmpty { throw Oppfølgingsfeil.uferdigeTiltak(unfinished.map(\.nummer)) }
    let role = try context.rolle
    for number in avvik.tiltak {
      if register.tiltak(number)?.bleIverksatt(av: role) == true { throw Oppfølgingsfeil.egetTiltak(number) }
      try context.krevAnnen(
        ennSom: "iverksatt", emne: number,
        "Du kan ikke bekrefte et tiltak du selv har utført. En annen må lukke avviket.")
    }
  }

  func side(_ utfylling: Utfylling) -> Side {
    Side("Lukk avvik \(avvik.nummer)", context, feil: utfylling.feil) {
      if !utenEffekt.isEmpty {
        Tag.p {
          "Det er ikke vist at \(Bokmål.liste(utenEffekt.map(\.nummer))) virket. Du kan lukke avviket likevel, med "
          "en begrunnelse. Da kommer det på agendaen i neste møte."
        }
      }
      felt(Avvikshandling.lukk.sti(avvik)) {
        utfylling.bevisfelt
        if !utenEffekt.isEmpty {
          utfylling.område("uten_effekt", "Hvorfor lukkes det uten vist effekt?", linjer: 3)
        }
        Utfylling.knapp("Lukk avviket")
      }
      Tag.p { Lenke.til(avvik.sti, "Tilbake uten å lukke") }
    }
  }

  func lagre(_ les: inout Oppfølgingsleser) throws -> Nettsvar? {
    let evidence = les.bevis()
    let why =
      utenEffekt.isEmpty
      ? nil
      : les.tekst(
        "uten_effekt", "Hvorfor det lukkes uten vist effekt",
        hjelp: "Skriv kort hvorfor avviket lukkes likevel.")
    guard les.erRiktig, let evidence else { return nil }
    try context.oppfølging().lukk(
      avvik.nummer, Lukking(bevis: evidence, utenEffekt: why), rolle: context.rolle)
    return .videre(til: avvik.sti, gjort: .init("lukket", avvik.nummer))
  }
}

/// What staff reported was no avvik.
struct Avvisningsskjema: Oppfølgingsskjema {
  let context: Kontekst
  private let avvik: Avvik

  init(_ context: Kontekst) throws {
    self.context = context
    avvik = try context.valgtAvvik()
  }

  var emnesti: String { avvik.sti }
  var antallHandlinger: Int? { avvik.hendelser.count }

  func krevNå() throws {
    if avvik.erKontrollfunn { throw Oppfølgingsfeil.kontrollfunn(avvik.nummer) }
    try Avvikshandling.avvis.krev(avvik)
  }

  func side(_ utfylling: Utfylling) -> Side {
    Side("Avvis meldingen \(avvik.nummer)", context, feil: utfylling.feil) {
      Tag.p { "Avvis bare det som ikke er et avvik. Den som meldte, ser begrunnelsen." }
      felt(Avvikshandling.avvis.sti(avvik)) {
        utfylling.bevisfelt
        utfylling.område("begrunnelse", "Begrunnelse (uten navn)")
        Utfylling.knapp("Avvis meldingen")
      }
      Tag.p { Lenke.til(avvik.sti, "Tilbake uten å avvise") }
    }
  }

  func lagre(_ les: inout Oppfølgingsleser) throws -> Nettsvar? {
    let evidence = les.bevis()
    let why = les.tekst("begrunnelse", "Begrunnelse", hjelp: "Skriv kort hvorfor, uten navn.")
    guard les.erRiktig, let evidence else { return nil }
    try context.oppfølging().avvis(avvik.nummer, evidence, begrunnelse: why, rolle: context.rolle)
    return .videre(til: avvik.sti, gjort: .init("avvist", avvik.nummer))
  }
}

/// A person has looked at what a later control found again, and says that it is a new fault.
struct Gjenåpningsskjema: Oppfølgingsskjema {
  let context: Kontekst
  private let avvik: Avvik

  init(_ context: Kontekst) throws {
    self.context = context
    avvik = try context.valgtAvvik()
  }

  var emnesti: String { avvik.sti }
  var antallHandlinger: Int? { avvik.hendelser.count }

  func krevNå() throws {
    if avvik.erÅpent { return try Avvikshandling.gjenåpne.krev(avvik) }
    if avvik.gjenfunnsmåneder.isEmpty { throw Oppfølgingsfeil.ingenSenerePeriode(avvik.nummer) }
  }

  var forslag: [(String, String)] { avvik.gjenfunnsmåneder.last.map { [("maned", $0.description)] } ?? [] }

  func side(_ utfylling: Utfylling) -> Side {
    Side("Gjenåpne avvik \(avvik.nummer)", context, feil: utfylling.feil) {
      Tag.p { "En senere kontroll fant det samme for dager som ikke var vurdert før." }
      felt(Avvikshandling.gjenåpne.sti(avvik)) {
        utfylling.valg(
          "maned", "Kontrollen som fant det igjen",
          avvik.gjenfunnsmåneder.map { ($0.description, Bokmål.stor($0.bokmål)) })
        utfylling.område("begrunnelse", "Hvorfor er det en ny feil? (uten navn)")
        Utfylling.knapp("Gjenåpne avviket")
      }
      Tag.p { Lenke.til(avvik.sti, "Tilbake uten å gjenåpne") }
    }
  }

  func lagre(_ les: inout Oppfølgingsleser) throws -> Nettsvar? {
    let month = les.valg("maned", "Kontrollen", blant: avvik.gjenfunnsmåneder.map(\.description))
    let why = les.tekst("begrunnelse", "Begrunnelse", hjelp: "Skriv kort hvorfor, uten navn.")
    guard les.erRiktig, let month = month.flatMap({ Måned($0) }) else { return nil }
    try context.oppfølging().gjenåpne(avvik.nummer, etter: month, begrunnelse: why, rolle: context.rolle)
    return .videre(til: avvik.sti, gjort: .init("gjenåpnet", avvik.nummer))
  }
}
