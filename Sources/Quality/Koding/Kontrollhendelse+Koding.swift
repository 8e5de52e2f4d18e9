public import JSONText
import Sampling

extension Kontrollhendelse {
  /// The act as a journal payload, which also says which control it belongs to.
  public func payload(_ nøkkel: Kontrollnøkkel) -> JSONValue {
    let key: [JSONValue.Member] = [
      .init("format", .string("kontroll/1")), .init("act", .string(handling)),
      .init("unit", .string(nøkkel.enhet)), .init("team", .string(nøkkel.team)),
      .init("month", .string(nøkkel.måned.description)),
    ]
    return .object(key + (innhold.members ?? []))
  }

  /// The act and the control that a payload speaks of; nil for a payload that is no act of a control.
  public static func les(
    _ payload: JSONValue
  ) throws(Kodefeil) -> (nøkkel: Kontrollnøkkel, hendelse: Kontrollhendelse)? {
    guard payload["format"]?.string == "kontroll/1" else { return nil }
    let les = Leser(payload)
    guard let month = Måned(try les.tekst("month")) else { throw .felt("month", ventet: "a month") }
    let nøkkel = Kontrollnøkkel(
      enhet: try les.tekst("unit"), team: try les.tekst("team"), måned: month)
    let hendelse: Kontrollhendelse =
      switch try les.tekst("act") {
      case "forpliktelse": .saksliste(try Saksliste(les))
      case "fro": .trekningstall(try Trekningstall(les))
      case "trekning": .trekning(try Trekningsutfall(les))
      case "bytte": .bytte(try Saksbytte(les))
      case "import": .øyeblikksbilde(try Saksbilde(les))
      case "kontroll": .vurdering(try Vurderingsrunde(les))
      case "svar": .svar(try Svar(les))
      case "las": .lås(try Lås(les))
      case "rettelse": .correction(try Correction(les))
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
    case .øyeblikksbilde(let value): value.json
    case .vurdering(let value): value.json
    case .svar(let value): value.json
    case .lås(let value): value.json
    case .correction(let value): value.json
    }
  }
}
