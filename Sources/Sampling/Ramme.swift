public import JSONText

/// The frame of a month's draw: the cases that can be drawn, and those that were left out and why.
public struct Ramme: Hashable, Sendable {
  /// The month of the control.
  public let måned: Måned
  /// The team whose cases these are.
  public let team: String
  /// The ids of the cases that can be drawn, ascending by their UTF-8 bytes; each once.
  public let ids: [String]
  /// The cases that were left out, ascending by the UTF-8 bytes of their ids.
  public let utelatte: [Utelatt]

  /// A frame of cases in any order; throws when an id is malformed or stands twice.
  public init(måned: Måned, team: String, ids: [String], utelatte: [Utelatt] = []) throws(Trekningsfeil) {
    guard !team.isEmpty else { throw .teamMangler }
    try Ramme.check(ids + utelatte.map(\.id))
    self.måned = måned
    self.team = team
    self.ids = ids.sorted(by: utf8Precedes)
    self.utelatte = utelatte.sorted { utf8Precedes($0.id, $1.id) }
  }

  /// Ids that only differ in Unicode normalisation look the same to a reader, and count as the same case.
  private static func check(_ ids: [String]) throws(Trekningsfeil) {
    var seen: Set<String> = []
    for (index, id) in ids.enumerated() {
      guard !id.isEmpty, id.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
      else { throw .ugyldigSak(nummer: index + 1) }
      guard seen.insert(id).inserted else { throw .sakToGanger(nummer: index + 1) }
    }
  }

  /// The frame as `ramme/1`.
  public var json: JSONValue {
    .object([
      "format": .string("ramme/1"), "month": .string(måned.description), "team": .string(team),
      "ids": .array(ids.map(JSONValue.string)),
      "excluded": .array(
        utelatte.map { .object(["id": .string($0.id), "reason": .string($0.grunn.rawValue)]) }),
    ])
  }

  /// SHA-256 of the frame's canonical bytes (RFC 8785): what is committed to before any seed exists.
  public var sjekksum: Sjekksum { Sjekksum(av: json.canonicalBytes) }

  /// A case that cannot be drawn this month.
  public struct Utelatt: Hashable, Sendable {
    /// The id of the case.
    public let id: String
    /// Why it was left out.
    public let grunn: Utelatelsesgrunn

    /// A case and why it was left out.
    public init(id: String, grunn: Utelatelsesgrunn) {
      self.id = id
      self.grunn = grunn
    }
  }
}

/// Why a case is not in the frame.
public enum Utelatelsesgrunn: String, Hashable, Sendable, CaseIterable {
  /// The child is not in foster care on the control date.
  case sakstype
  /// The extract from the case system is older than the control allows.
  case uttrekkForGammelt = "uttrekk_for_gammelt"
  /// The case was drawn in one of the preceding months.
  case karens
  /// The case file could not be read.
  case lesefeil
  /// The case is blocked, for example by a hidden address.
  case sperret
}

/// Order by UTF-8 bytes, the same in every program and locale.
func utf8Precedes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }

/// Equality by UTF-8 bytes; `==` on String would let another normalisation pass as the same.
func sammeBytes(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }
