import Checklists
import Crypto
import Intake
import JSONText
import Markup
import Values

/// The form for one case: what a person reads in the case system, when no extract tells it.
struct Saksskjemaside {
  private let context: Kontekst
  private let team: String
  private let sak: String
  private let uttrekk: Uttrekk

  init(_ context: Kontekst) throws {
    self.context = context
    team = try context.plass("team")
    sak = try context.plass("sak")
    try context.krev(team: team)
    guard let extract = try context.oppsett.uttrekk.les(team: team) else { throw Sidefeil.finnesIkke }
    uttrekk = extract
    let isKnown =
      try extract.saker.contains(sak) || extract.uleselige.contains(sak)
      || context.trukne(team: team)[sak] != nil
    guard isKnown else { throw Sidefeil.finnesIkke }
  }

  private var sti: String { Lenke.sti("saker", "skjema", team, sak) }

  private func utfylt(_ verdier: [String: String]) -> Saksskjemautfylling {
    Saksskjemautfylling(sak: sak, i: uttrekk, modell: context.oppsett.bibliotek.modell, verdier: verdier)
  }

  // MARK: The page

  func side() -> Side {
    side(Saksskjemautfylling(sak: sak, i: uttrekk, modell: context.oppsett.bibliotek.modell), [])
  }

  private func side(_ skjema: Saksskjemautfylling, _ feil: [Feltfeil]) -> Side {
    let fields = Utfylling(Skjemadata(skjema.verdier.map { ($0.key, $0.value) }), feil: feil)
    return Side("Fyll ut sak \(sak)", context, feil: feil) {
      Tag.p(.klasse("ingress")) {
        "Skriv det som står i saken i fagsystemet. La det du ikke vet, stå tomt eller som «Vet ikke». Da spør vi senere, "
        "og det blir aldri regnet som avvik."
      }
      Utfylling.skjema(sti, context) {
        Utfylling.skjult("versjon", versjon)
        fields.tekst(
          Saksskjemautfylling.uttrekksdag, "Opplysningene gjelder til og med",
          hjelp: "For eksempel 30.09.2014",
          smal: true)
        for del in skjema.deler { Skjemadelvisning(del, skjema, fields, sti).html }
        Utfylling.knapp("Lagre saken", navn: "lagre")
      }
      Tag.p { Lenke.til("/kontroll", "Avslutt uten å lagre") }
    }
  }

  /// What the record was when the form was shown.
  private var versjon: String { Self.versjon(uttrekk.post(sak: sak)) }

  private static func versjon(_ post: [UInt8]?) -> String {
    post.map { Base64.adressetekst(Array(SHA256.hash(data: $0))) } ?? "ny"
  }

  // MARK: The answer

  func svar() throws -> Nettsvar {
    var fields: [String: String] = [:]
    for field in context.skjema.felt { fields[field.navn] = fields[field.navn] ?? context.skjema[field.navn] }
    var skjema = utfylt(fields)
    if let part = context.skjema.verdi("legg_til") {
      skjema.leggTilRad(i: part)
      return .side(side(skjema, []))
    }
    switch skjema.fullfør(idag: context.nå.dato) {
    case .feil(let faults):
      let told = faults.map {
        Feltfeil($0.felt.isEmpty ? Saksskjemautfylling.uttrekksdag : $0.felt, $0.melding)
      }
      return .side(side(skjema, told), status: 422)
    case .post(let record):
      let shown = context.skjema["versjon"]
      let saved = try context.oppsett.uttrekk.endre(team: team) { extract in
        guard Self.versjon(extract.post(sak: sak)) == shown else { throw Sidefeil.endretAvAndre(sti: sti) }
        return extract.medPost(record, sak: sak)
      }
      guard saved != nil else { throw Sidefeil.finnesIkke }
      let control = try context.trukne(team: team)[sak]
      return .videre(til: control.map { Lenke.kontroll($0) } ?? "/saker", gjort: .init("fylt ut", sak))
    }
  }
}
