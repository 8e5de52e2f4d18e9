import JSONText
import Values

/// An event under construction: its fields in the order they are written.
struct Hendelse: Sendable {
  private(set) var felter: [JSONValue.Member] = []

  /// An event on a day.
  init(dato: Dato) { felter = [.init("dato", .string(dato.description))] }

  /// An event over a period that may still be running.
  init(fra: Dato, til: Dato?) {
    felter = [.init("fra", .string(fra.description))]
    if let til { felter.append(.init("til", .string(til.description))) }
  }

  /// A field; nil removes it.
  subscript(navn: String) -> JSONValue? {
    get { felter.first { $0.name == navn }?.value }
    set {
      guard let index = felter.firstIndex(where: { $0.name == navn }) else {
        if let newValue { felter.append(.init(navn, newValue)) }
        return
      }
      if let newValue { felter[index].value = newValue } else { felter.remove(at: index) }
    }
  }

  /// This event with one more field.
  func med(_ navn: String, _ verdi: JSONValue?) -> Hendelse {
    var copy = self
    copy[navn] = verdi
    return copy
  }

  /// This event with a documented yes or no.
  func med(_ navn: String, _ verdi: Bool) -> Hendelse { med(navn, .bool(verdi)) }

  /// This event with a code.
  func med(_ navn: String, _ verdi: String) -> Hendelse { med(navn, .string(verdi)) }

  /// The day the event lies on or starts, for sorting before anything is blurred.
  var tid: String { felter.first?.value.string ?? "" }

  var post: JSONValue { .object(felter) }
}
