import Markup
import Sampling
import Values

/// Who has seen what, and the monthly look through it.
enum Innsynsside {
  /// A page shows at most this many lines; a month can be read whole by kind.
  private static let maks = 500

  static func side(_ context: Kontekst, feil: [Feltfeil] = []) throws -> Side {
    let month = try valgtMåned(context.spørring.verdi("maned") ?? context.skjema.verdi("maned"), context)
    let kind = context.spørring.verdi("slag").flatMap(Innsyn.Slag.init(rawValue:))
    let log = context.oppsett.logg
    let lines = try log.les(slag: kind, bruker: nil, emne: nil, måned: "\(month)", maks: maks + 1)
    let reviewed = try log.les(slag: .gjennomgått, bruker: nil, emne: "\(month)", maks: 1).first
    return Side("Hvem som har sett hva", context, feil: feil) {
      søk(month, kind)
      Tag.h2 { Bokmål.stor(måned(month)) }
      if let reviewed {
        let day = Dato(String(reviewed.tid.prefix(10)))?.bokmål ?? reviewed.tid
        Tag.p { "Gjennomgått \(day) av \(rolle(reviewed.rolle))." }
      } else {
        gjennomgang(month, context, feil)
      }
      if lines.count > maks {
        Tag.p { "Her er de siste \(maks) linjene. Velg én type hendelser for å se færre." }
      }
      tabell(Array(lines.prefix(maks)))
    }
  }

  private static func søk(_ month: Måned, _ kind: Innsyn.Slag?) -> HTML {
    let form = Utfylling(forslag: [("maned", "\(month)"), ("slag", kind?.rawValue ?? "")])
    return Utfylling.søk("/drift/innsyn") {
      form.tekst("maned", "Måned", hjelp: "År og måned, for eksempel 2014-10", smal: true)
      form.liste(
        "slag", "Type hendelser", Innsyn.Slag.allCases.map { ($0.rawValue, $0.visning) }, valgfritt: true,
        ingen: "Alle")
      Tag.div(.klasse("felt")) { Utfylling.knapp("Vis loggen", .andre) }
    }
  }

  /// Looking through it is somebody's task each month; that it was done is a line in the log itself.
  @HTMLBuilder private static func gjennomgang(_ month: Måned, _ context: Kontekst, _ feil: [Feltfeil])
    -> [HTML]
  {
    Tag.p { "Ingen har gått gjennom denne måneden ennå." }
    Utfylling.skjema("/drift/innsyn/gjennomgatt", context) {
      Utfylling.skjult("maned", "\(month)")
      Utfylling(context.skjema, feil: feil).bekreftelse(
        "sett", "Jeg har sett gjennom loggen for \(måned(month))")
      Utfylling.knapp("Lagre gjennomgang")
    }
  }

  private static func tabell(_ lines: [Innsyn]) -> [HTML] {
    Tabell(
      "Hendelser, de siste først", ["Tid (UTC)", "Person", "Rolle", "Type", "Hva", "Gjelder"],
      tom: "Ingen hendelser.",
      rader: lines.map { line in
        [
          [.text(line.tid.replacing("T", with: " ").replacing("Z", with: ""))],
          [Tag.span(.klasse("kode")) { line.bruker }], [.text(rolle(line.rolle))],
          [.text(line.slag.visning)], [Tag.span(.klasse("kode")) { line.hva }], [.text(line.emne ?? "")],
        ]
      }
    ).html
  }

  @Sendable static func gjennomgått(_ context: Kontekst) throws -> Nettsvar {
    let month = try valgtMåned(context.skjema.verdi("maned"), context)
    guard context.skjema.har("sett") else {
      let fault = Feltfeil("sett", "Du må krysse av for at du har sett gjennom loggen.")
      return .side(try side(context, feil: [fault]), status: 422)
    }
    let person = try context.bruker
    try context.oppsett.logg.skriv(
      Innsyn(
        tid: context.nå.tid, bruker: person.id, rolle: person.rolle.rawValue, slag: .gjennomgått,
        hva: "gikk gjennom loggen", emne: "\(month)"))
    return .videre(til: "/drift/innsyn?maned=\(month)")
  }

  private static func valgtMåned(_ text: String?, _ context: Kontekst) throws -> Måned {
    // The log is written on the day that it is, also when acts count on another.
    guard let text else {
      guard let now = Måned(String(context.nå.tid.prefix(7))) else { throw Sidefeil.uforståelig }
      return now
    }
    guard let month = Måned(text) else {
      throw Sidefeil.ikkeNå("Måneden finnes ikke. Skriv år og måned, for eksempel 2014-10.")
    }
    return month
  }

  /// «oktober 2014».
  private static func måned(_ month: Måned) -> String {
    String(month.førsteDag.bokmål.dropFirst("1. ".count))
  }

  private static func rolle(_ code: String) -> String {
    Rolle(rawValue: code)?.visning ?? (code == "-" ? "Ikke logget inn" : code)
  }
}

extension Innsyn.Slag {
  fileprivate var visning: String {
    switch self {
    case .sett: "Sett"
    case .gjort: "Gjort"
    case .nektet: "Nektet"
    case .innlogging: "Innlogging"
    case .gjennomgått: "Gjennomgang"
    }
  }
}
