public import JSONText

extension Kontrollhendelse {
  /// The act as a journal payload, which also says which control it belongs to.
  public func payload(_ nøkkel: Kontrollnøkkel) -> JSONValue {
    .object([
      "format": .string("kontroll/1"), "handling": .string(handling), "enhet": .string(nøkkel.enhet),
      "team": .string(nøkkel.team), "maned": .string(nøkkel.måned), "innhold": innhold,
    ])
  }

  /// The act and the control that a payload speaks of; nil for a payload that is no act of a control.
  public static func les(
    _ payload: JSONValue
  ) throws(Kodefeil) -> (nøkkel: Kontrollnøkkel, hendelse: Kontrollhendelse)? {
    guard payload["format"]?.string == "kontroll/1" else { return nil }
    let les = Leser(payload)
    guard
      let nøkkel = Kontrollnøkkel(
        enhet: try les.tekst("enhet"), team: try les.tekst("team"), måned: try les.tekst("maned"))
    else { throw .felt("maned", ventet: "a month") }
    let hendelse: Kontrollhendelse =
      switch try les.tekst("handling") {
      case "kontroll.saksliste": .saksliste(try les.objekt("innhold"))
      case "kontroll.trekningstall": .trekningstall(try les.objekt("innhold"))
      case "kontroll.trekning": .trekning(try les.objekt("innhold"))
      case "kontroll.bytte": .bytte(try les.objekt("innhold"))
      case "kontroll.vurdering": .vurdering(try les.objekt("innhold"))
      case "kontroll.svar": .svar(try les.objekt("innhold"))
      case "kontroll.lås": .lås(try les.objekt("innhold"))
      default: throw .ukjentHandling
      }
    return (nøkkel, hendelse)
  }

  private var innhold: JSONValue {
    switch self {
    case .saksliste(let value): value.json
    case .trekningstall(let value): value.json
    case .trekning(let value): value.json
    case .bytte(let value): value.json
    case .vurdering(let value): value.json
    case .svar(let value): value.json
    case .lås(let value): value.json
    }
  }
}
