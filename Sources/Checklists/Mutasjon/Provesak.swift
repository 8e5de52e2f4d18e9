internal import JSONText
internal import Values
internal import Vocabulary

/// A made-up case that can be changed: what an example is made of, and what its neighbours are.
struct Prøvesak: Hashable {
  /// The control date.
  var på: Dato
  /// The last day that the extract holds.
  var uttrekk: Dato
  /// The facts, by name.
  var opplysninger: [String: JSONValue]
  /// The events of each collection that was extracted, as `sak/1` writes them.
  var hendelser: [String: [Hendelse]]
  /// Collections that may hold more than is listed.
  var ufullstendig: [String]

  typealias Hendelse = [String: JSONValue]

  /// The case of an example.
  init?(_ eksempel: Eksempel) {
    guard let uttrekk = eksempel.sak["uttrekk"]?.string.flatMap({ Dato($0) }) else { return nil }
    på = eksempel.på
    self.uttrekk = uttrekk
    opplysninger = eksempel.sak["opplysninger"]?.navngitte ?? [:]
    hendelser = (eksempel.sak["hendelser"]?.navngitte ?? [:]).mapValues { events in
      (events.array ?? []).map(\.navngitte)
    }
    ufullstendig = (eksempel.sak["ufullstendig"]?.array ?? []).compactMap(\.string)
  }

  /// The case as a case file has it; names in order, so that the same case is the same text.
  var sak: JSONValue {
    func object(_ named: [String: JSONValue]) -> JSONValue {
      .object(named.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, $0.value) })
    }
    var members: [JSONValue.Member] = [
      .init("format", .string("sak/1")), .init("sak", .string("EKSEMPEL")), .init("enhet", .string("solvik")),
      .init("team", .string("eksempler")), .init("uttrekk", .string(uttrekk.description)),
      .init("opplysninger", object(opplysninger)),
      .init("hendelser", object(hendelser.mapValues { .array($0.map(object)) })),
    ]
    if !ufullstendig.isEmpty {
      members.append(.init("ufullstendig", .array(ufullstendig.map(JSONValue.string))))
    }
    return .object(members)
  }

  /// Moves the whole case in time, so that its control date is this day. The child's month of birth stays.
  mutating func flytt(til dato: Dato) {
    let days = på.dager(til: dato)
    på = dato
    uttrekk = uttrekk.adding(dager: days)
    hendelser = hendelser.mapValues { $0.map { $0.flyttet(dager: days) } }
  }
}

extension [String: JSONValue] {
  /// The event with each of its dates moved; what is coarser than a day stays.
  func flyttet(dager: Int) -> Self {
    mapValues { value in
      guard let day = value.string.flatMap({ Dato($0) }) else { return value }
      return .string(day.adding(dager: dager).description)
    }
  }
}

extension JSONValue {
  /// The members by name; none when this is not an object.
  var navngitte: [String: JSONValue] {
    Dictionary((members ?? []).map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}
