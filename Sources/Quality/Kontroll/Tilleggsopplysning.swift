public import JSONText
import Values

/// A fact that a person supplied because the record lacked it.
public struct Tilleggsopplysning: Hashable, Sendable {
  /// Where it belongs: `oppfølgingsbesøk/0/barnet_til_stede`, `opplysninger/tilsynsansvar`, or `drøfting` for an
  /// open collection as a whole.
  public var sted: String
  /// Its value, as a case file writes it. For an open collection: the events that are missing, or an empty list.
  public var verdi: JSONValue

  /// A supplied fact.
  public init(sted: String, verdi: JSONValue) {
    self.sted = sted
    self.verdi = verdi
  }

  /// The value that a person means by `ja`, `nei`, `ingen`, `4`, `2014-03-12` or a code at this place.
  ///
  /// For an open collection `ingen` means that nothing is missing, and dates separated by commas are its missing
  /// events.
  public static func verdi(_ text: String, sted: String) -> JSONValue {
    if !sted.contains("/") {
      if text == "ingen" || text == "nei" { return .array([]) }
      let dates = text.split(separator: ",").map { String($0.drop { $0 == " " }) }
      return .array(dates.map { .object(["dato": .string($0)]) })
    }
    switch text {
    case "ja", "true": return .bool(true)
    case "nei", "ingen", "false": return .bool(false)
    default:
      if text.utf8.count < 4, let number = Int64(text) { return .integer(number) }
      return .string(text)
    }
  }
}

/// Why a supplied fact has no place in a case record.
public enum Utfyllingsfeil: Error, Hashable, Sendable, CustomStringConvertible {
  /// The record has no such event or object.
  case finnesIkke(sted: String)
  /// The value for an open collection is not a list of events.
  case måVæreListe(sted: String)

  /// For the operator; the value is never repeated.
  public var description: String {
    switch self {
    case .finnesIkke(let sted): "the case record has no \(sted)"
    case .måVæreListe(let sted): "\(sted) needs a list of events, or `ingen`"
    }
  }
}

extension JSONValue {
  /// This case record with the supplied facts filled in.
  public func utfylt(_ facts: [Tilleggsopplysning]) throws(Utfyllingsfeil) -> JSONValue {
    var record = self
    for fact in facts {
      let parts = fact.sted.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      switch parts.count {
      case 1: try record.lukk(parts[0], fact)
      case 2 where parts[0] == "opplysninger":
        var facts = record["opplysninger"] ?? .object([JSONValue.Member]())
        facts.sett(parts[1], fact.verdi)
        record.sett("opplysninger", facts)
      case 3: try record.fyll(parts[0], parts[1], parts[2], fact)
      default: throw .finnesIkke(sted: fact.sted)
      }
    }
    return record
  }

  /// Adds the missing events of an open collection and closes it.
  private mutating func lukk(_ samling: String, _ fact: Tilleggsopplysning) throws(Utfyllingsfeil) {
    guard let missing = fact.verdi.array, missing.allSatisfy({ $0.members != nil }) else {
      throw .måVæreListe(sted: fact.sted)
    }
    var events = self["hendelser"] ?? .object([JSONValue.Member]())
    events.sett(samling, .array((events[samling]?.array ?? []) + missing))
    sett("hendelser", events)
    guard let open = self["ufullstendig"]?.array else { return }
    sett("ufullstendig", .array(open.filter { $0.string != samling }))
  }

  private mutating func fyll(
    _ samling: String, _ indeks: String, _ felt: String, _ fact: Tilleggsopplysning
  ) throws(Utfyllingsfeil) {
    guard var all = self["hendelser"], var events = all[samling]?.array, let index = Int(indeks),
      events.indices.contains(index), events[index].members != nil
    else { throw .finnesIkke(sted: fact.sted) }
    events[index].sett(felt, fact.verdi)
    all.sett(samling, .array(events))
    sett("hendelser", all)
  }

  /// Sets a member of an object; the others keep their order.
  private mutating func sett(_ name: String, _ value: JSONValue) {
    guard case .object(var members) = self else { return }
    if let index = members.firstIndex(where: { $0.name == name }) {
      members[index].value = value
    } else {
      members.append(Member(name, value))
    }
    self = .object(members)
  }

  /// Every text in the value, for the identity guard.
  var tekster: [String] {
    switch self {
    case .string(let text): [text]
    case .integer(let number): [String(number)]
    case .array(let elements): elements.flatMap(\.tekster)
    case .object(let members): members.flatMap { [$0.name] + $0.value.tekster }
    case .null, .bool, .number: []
    }
  }
}
