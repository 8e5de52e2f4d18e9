import Markup
import Quality
import Reports
import Values

/// What is written in a meeting: notes and decisions. The meeting's view and its page have the same fields.
struct Møteskriving {
  let context: Kontekst
  let møte: Møte

  static let saksvalg = 1...8

  @HTMLBuilder func notatfelt(_ form: Utfylling) -> [HTML] {
    form.område("notat", "Notat (uten navn og saksnummer)", linjer: 3)
  }

  func noter(_ les: inout Oppfølgingsleser, sak: Int) throws -> Bool {
    let text = les.tekst("notat", "Notat", .utenSak, hjelp: "Skriv det som skal stå i referatet.")
    guard les.erRiktig else { return false }
    try context.oppfølging().noter(møte.nummer, Møtenotat(sak: sak, tekst: text), rolle: context.rolle)
    return true
  }

  /// The three fields of a decision that the group writes as it goes.
  @HTMLBuilder func vedtaksfelt(_ form: Utfylling) -> [HTML] {
    form.område("vedtak", "Vedtak (uten navn og saksnummer)", linjer: 3)
    form.liste("ansvarlig", "Ansvarlig", context.ansvarsvalg())
    form.dato("frist", "Frist")
  }

  /// Makes a decision; nil when there was something to mend.
  func vedta(_ les: inout Oppfølgingsleser) throws -> String? {
    let kind = les.skjema.har("slag") ? les.kode("slag", "Slag vedtak", Vedtak.Slag.self) : .oppgave
    let text = les.tekst("vedtak", "Vedtak", .utenSak, hjelp: "Skriv hva som er bestemt.")
    let about = les.valgfri("gjelder", "Gjelder", .utenSak)
    let chosen = les.valg("ansvarlig", "Ansvarlig", blant: context.ansvarsvalg().map(\.verdi))
    let due = les.dato("frist", "Frist", tidligst: context.nå.dato)
    if kind == .systemsvikt {
      let known = try about.map { try context.register.kanFinneIgjen($0, context.oppsett.bibliotek) } ?? false
      if !known {
        les.feil(
          "gjelder", "Gjelder må være et punkt, et avvik eller et tiltak når vedtaket er svikt i systemet.")
      }
    }
    guard les.erRiktig, let kind, let chosen, let due else { return nil }
    return try context.oppfølging().vedta(
      møte.nummer, kind, tekst: text, gjelder: about, ansvarlig: chosen, frist: due, rolle: context.rolle)
  }
}

/// A note, from the meeting's page.
struct Notatskjema: Oppfølgingsskjema {
  let context: Kontekst
  private let møte: Møte

  init(_ context: Kontekst) throws {
    self.context = context
    møte = try context.valgtMøte()
    if try !context.fører(møte.slag) { throw Sidefeil.ingenTilgang }
  }

  var emnesti: String { møte.sti }
  func krevNå() throws { try context.krevÅpent(møte) }

  private var saker: [(verdi: String, tekst: String)] {
    Dagsorden.titler(møte.slag).enumerated().map { (String($0 + 1), "\($0 + 1) \($1.0)") }
  }

  func side(_ utfylling: Utfylling) -> Side {
    Side("Skriv notat", context, feil: utfylling.feil) {
      felt("\(møte.sti)/notat") {
        utfylling.liste("sak", "Sak på agendaen", saker)
        Møteskriving(context: context, møte: møte).notatfelt(utfylling)
        Utfylling.knapp("Lagre notatet")
      }
      Tag.p { Lenke.til(møte.sti, "Tilbake til møtet") }
    }
  }

  func lagre(_ les: inout Oppfølgingsleser) throws -> Nettsvar? {
    let item = les.valg("sak", "Sak på agendaen", blant: saker.map(\.verdi)).flatMap { Int($0) }
    guard try Møteskriving(context: context, møte: møte).noter(&les, sak: item ?? 8) else { return nil }
    return .videre(til: møte.sti, gjort: .init("notert", møte.nummer))
  }
}

/// A decision of any kind, from the meeting's page.
struct Vedtaksskjema: Oppfølgingsskjema {
  let context: Kontekst
  private let møte: Møte

  init(_ context: Kontekst) throws {
    self.context = context
    møte = try context.valgtMøte()
    if try !context.fører(møte.slag) { throw Sidefeil.ingenTilgang }
  }

  var emnesti: String { møte.sti }
  func krevNå() throws { try context.krevÅpent(møte) }
  var forslag: [(String, String)] { [("slag", Vedtak.Slag.oppgave.rawValue)] }

  func side(_ utfylling: Utfylling) -> Side {
    Side("Nytt vedtak", context, feil: utfylling.feil) {
      felt("\(møte.sti)/vedtak") {
        utfylling.valg(
          "slag", "Slag vedtak", Vedtak.Slag.allCases.map { ($0.rawValue, $0.visning) },
          hjelp: "Bare et vedtak i et godkjent referat gjør funn til svikt i systemet.")
        utfylling.tekst(
          "gjelder", "Gjelder", hjelp: "For eksempel AV-2014-007, T-2014-003 eller OB-ANTALL.",
          valgfritt: true, smal: true)
        Møteskriving(context: context, møte: møte).vedtaksfelt(utfylling)
        Utfylling.knapp("Lagre vedtaket")
      }
      Tag.p { Lenke.til(møte.sti, "Tilbake til møtet") }
    }
  }

  func lagre(_ les: inout Oppfølgingsleser) throws -> Nettsvar? {
    guard let number = try Møteskriving(context: context, møte: møte).vedta(&les) else { return nil }
    return .videre(til: "\(møte.sti)#vedtak", gjort: .init("vedtatt", number))
  }
}
