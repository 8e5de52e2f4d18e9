import AuditStore
import JSONText
import Values

/// What every entry about an avvik, a measure, a meeting or a decision has in common: what it is about, what happened,
/// and the state after, beside what that particular act says.
struct Emnepost {
  var emne: String
  var enhet: String
  var dato: Dato
  var hendelse: String
  /// The state after; nil for acts on things without states.
  var tilstand: String?
  var innhold: JSONValue

  /// The journal's payload.
  var payload: JSONValue {
    let members: [JSONValue.Member] = [
      .init("format", .string("oppfolging/1")), .init("unit", .string(enhet)), .init("emne", .string(emne)),
      .init("dato", .string(dato.description)), .init("hendelse", .string(hendelse)),
    ]
    let state = tilstand.map { [JSONValue.Member("tilstand", .string($0))] } ?? []
    return .object(members + state + (innhold.members ?? []))
  }

  init(
    emne: String, enhet: String, dato: Dato, hendelse: String, tilstand: String?, innhold: JSONValue
  ) {
    self.emne = emne
    self.enhet = enhet
    self.dato = dato
    self.hendelse = hendelse
    self.tilstand = tilstand
    self.innhold = innhold
  }

  init(_ les: Leser) throws(Kodefeil) {
    self.init(
      emne: try les.tekst("emne"), enhet: try les.tekst("unit"), dato: try les.dato("dato"),
      hendelse: try les.tekst("hendelse"), tilstand: try les.valgfriTekst("tilstand"), innhold: les.json)
  }
}

/// The free texts of another entry.
struct Tekstpost {
  var emne: String
  var enhet: String
  /// The number of the entry that the texts belong to.
  var gjelder: Int
  var tekster: [Tekstfelt: String]

  var payload: JSONValue {
    let texts = tekster.sorted { $0.key.rawValue < $1.key.rawValue }.map {
      JSONValue.Member($0.key.rawValue, .string($0.value))
    }
    return .object([
      "format": .string("oppfolging/1"), "unit": .string(enhet), "emne": .string(emne),
      "hendelse": .string("tekst"), "gjelder": .tall(gjelder), "tekster": .object(texts),
    ])
  }

  init(emne: String, enhet: String, gjelder: Int, tekster: [Tekstfelt: String]) {
    self.emne = emne
    self.enhet = enhet
    self.gjelder = gjelder
    self.tekster = tekster
  }

  init(_ les: Leser) throws(Kodefeil) {
    var texts: [Tekstfelt: String] = [:]
    for member in try les.verdi("tekster").members ?? [] {
      guard let field = Tekstfelt(rawValue: member.name), let text = member.value.string else {
        throw .felt("tekster", ventet: "known texts")
      }
      texts[field] = text
    }
    self.init(
      emne: try les.tekst("emne"), enhet: try les.tekst("unit"), gjelder: try les.tall("gjelder"),
      tekster: texts)
  }
}
