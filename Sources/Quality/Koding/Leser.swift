import JSONText
import Values

/// Why a stored payload cannot be read. Values are never repeated.
public enum Kodefeil: Error, Hashable, Sendable, CustomStringConvertible {
  /// A member is missing or has another type than expected.
  case felt(String, ventet: String)
  /// The payload is of a kind this version does not know.
  case ukjentHandling

  /// For the operator.
  public var description: String {
    switch self {
    case .felt(let navn, let ventet): "payload: member \(navn) should be \(ventet)"
    case .ukjentHandling: "payload: unknown kind of act"
    }
  }
}

/// A value with one JSON form: reading what was written gives the value back.
protocol Kodbar {
  var json: JSONValue { get }
  init(_ les: Leser) throws(Kodefeil)
}

/// Reads the members of a JSON object with their types.
struct Leser {
  let json: JSONValue

  init(_ json: JSONValue) { self.json = json }

  func verdi(_ navn: String) throws(Kodefeil) -> JSONValue {
    guard let value = json[navn] else { throw .felt(navn, ventet: "present") }
    return value
  }

  func tekst(_ navn: String) throws(Kodefeil) -> String {
    guard let text = json[navn]?.string else { throw .felt(navn, ventet: "a string") }
    return text
  }

  func valgfriTekst(_ navn: String) throws(Kodefeil) -> String? {
    switch json[navn] {
    case nil, .null: return nil
    default: return try tekst(navn)
    }
  }

  func tall(_ navn: String) throws(Kodefeil) -> Int {
    guard let number = json[navn]?.integer else { throw .felt(navn, ventet: "a whole number") }
    return Int(number)
  }

  func sann(_ navn: String) throws(Kodefeil) -> Bool {
    guard let value = json[navn]?.bool else { throw .felt(navn, ventet: "true or false") }
    return value
  }

  func dato(_ navn: String) throws(Kodefeil) -> Dato {
    guard let dato = Dato(try tekst(navn)) else { throw .felt(navn, ventet: "a date") }
    return dato
  }

  func valgfriDato(_ navn: String) throws(Kodefeil) -> Dato? {
    if try valgfriTekst(navn) == nil { return nil }
    return try dato(navn)
  }

  func kode<K: RawRepresentable>(_ navn: String) throws(Kodefeil) -> K where K.RawValue == String {
    guard let kode = K(rawValue: try tekst(navn)) else { throw .felt(navn, ventet: "a known code") }
    return kode
  }

  func valgfriKode<K: RawRepresentable>(_ navn: String) throws(Kodefeil) -> K? where K.RawValue == String {
    if try valgfriTekst(navn) == nil { return nil }
    return try kode(navn)
  }

  func objekt<T: Kodbar>(_ navn: String) throws(Kodefeil) -> T { try T(Leser(try verdi(navn))) }

  func valgfritt<T: Kodbar>(_ navn: String) throws(Kodefeil) -> T? {
    switch json[navn] {
    case nil, .null: return nil
    case let value?: return try T(Leser(value))
    }
  }

  func liste<T: Kodbar>(_ navn: String) throws(Kodefeil) -> [T] {
    guard let elements = json[navn]?.array else { throw .felt(navn, ventet: "a list") }
    var result: [T] = []
    for element in elements { result.append(try T(Leser(element))) }
    return result
  }

  func tekster(_ navn: String) throws(Kodefeil) -> [String] {
    guard let elements = json[navn]?.array else { throw .felt(navn, ventet: "a list") }
    var result: [String] = []
    for element in elements {
      guard let text = element.string else { throw .felt(navn, ventet: "a list of strings") }
      result.append(text)
    }
    return result
  }
}

extension JSONValue {
  static func tall(_ number: Int) -> JSONValue { .integer(Int64(number)) }
  static func tekster(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
  static func liste(_ elements: [some Kodbar]) -> JSONValue { .array(elements.map(\.json)) }
}
