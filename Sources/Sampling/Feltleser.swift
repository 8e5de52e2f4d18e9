internal import JSONText

/// Reads the members of one JSON object strictly: none may be missing, none may be unknown.
struct Feltleser {
  let sted: String
  private let felter: [JSONValue.Member]

  init(_ value: JSONValue, sted: String, felter navn: Set<String>) throws(Bevisfeil) {
    guard let members = value.members else { throw .form(sted: sted, problem: "an object was expected") }
    self.sted = sted
    felter = members
    for name in navn.sorted() where members.count(where: { $0.name == name }) != 1 {
      throw .form(sted: self.sted(name), problem: "must be there once")
    }
    // An unknown name is not repeated: it may hold anything.
    guard members.count == navn.count else { throw .form(sted: sted, problem: "has an unknown member") }
  }

  private func sted(_ name: String) -> String { sted.isEmpty ? name : "\(sted).\(name)" }

  func value(_ name: String) throws(Bevisfeil) -> JSONValue {
    guard let value = felter.first(where: { $0.name == name })?.value else {
      throw .form(sted: sted(name), problem: "is missing")
    }
    return value
  }

  func tekst(_ name: String) throws(Bevisfeil) -> String {
    guard let text = try value(name).string else {
      throw .form(sted: sted(name), problem: "a text was expected")
    }
    return text
  }

  /// A text, or nil for null.
  func valgfriTekst(_ name: String) throws(Bevisfeil) -> String? {
    try value(name) == .null ? nil : try tekst(name)
  }

  func heltall(_ name: String) throws(Bevisfeil) -> Int {
    guard let number = try value(name).integer else {
      throw .form(sted: sted(name), problem: "a whole number was expected")
    }
    return Int(number)
  }

  /// A list, each element with the place it stands at.
  func liste(_ name: String) throws(Bevisfeil) -> [(sted: String, verdi: JSONValue)] {
    guard let elements = try value(name).array else {
      throw .form(sted: sted(name), problem: "a list was expected")
    }
    return elements.enumerated().map { ("\(sted(name))[\($0.offset)]", $0.element) }
  }

  func tekster(_ name: String) throws(Bevisfeil) -> [String] {
    var texts: [String] = []
    for (place, value) in try liste(name) {
      guard let text = value.string else { throw .form(sted: place, problem: "a text was expected") }
      texts.append(text)
    }
    return texts
  }

  func undernivå(_ name: String, felter: Set<String>) throws(Bevisfeil) -> Feltleser {
    try Feltleser(value(name), sted: sted(name), felter: felter)
  }
}
