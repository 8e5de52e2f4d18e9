import Checklists
public import JSONText
import RuleLanguage
import Sampling

extension Validering {
  /// The answer as SARIF 2.1.0.
  ///
  /// It holds no time and no absolute path of ours, so that the same definitions give the same bytes.
  ///
  /// - Parameters:
  ///   - versjon: the program's version.
  ///   - avslutning: the code that the program ends with.
  ///   - hjelpeside: where the page of codes is published, an absolute URI. SARIF allows no relative one.
  public func sarif(versjon: String, avslutning: Int32, hjelpeside: String?) -> JSONValue {
    let driver = JSONValue.object([
      "name": .string("internkontroll"), "semanticVersion": .string(versjon),
      "rules": .array(Kodeoversikt.alle.map { SARIF.regel($0, $1, hjelpeside: hjelpeside) }),
    ])
    let run = JSONValue.object([
      "tool": .object(["driver": driver]), "invocations": .array([kjøring(avslutning)]),
      "originalUriBaseIds": .object([
        SARIF.rot: .object(["description": .object(["text": .string("The root of the project.")])])
      ]),
      "columnKind": .string("unicodeCodePoints"), "results": .array(resultater),
    ])
    return .object([
      "$schema": .string(SARIF.skjema), "version": .string("2.1.0"), "runs": .array([run]),
    ])
  }

  private func kjøring(_ code: Int32) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("executionSuccessful", .bool(svar == .valid || svar == .invalid)),
      .init("exitCode", .integer(Int64(code))),
    ]
    if svar == .nothing {
      let notice = JSONValue.object([
        "level": .string("error"), "message": .object(["text": .string(Validering.ingenting)]),
      ])
      members.append(.init("toolExecutionNotifications", .array([notice])))
    }
    return .object(members)
  }

  private var resultater: [JSONValue] {
    var seen: [String: Int] = [:]
    return feil.map { fault in
      let print = SARIF.fingeravtrykk(fault)
      seen[print, default: 0] += 1
      return SARIF.resultat(fault, fingeravtrykk: "\(print):\(seen[print, default: 1])")
    }
  }
}

/// The parts of a SARIF file.
private enum SARIF {
  static let skjema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
  static let rot = "%SRCROOT%"

  static func regel(_ code: String, _ text: Kodeforklaring, hjelpeside: String?) -> JSONValue {
    let link = "\(Kodeoversikt.sidesti)#\(code.lowercased())"
    let plain = "\(text.råd) More: internkontroll explain \(code), or \(link)."
    var members: [JSONValue.Member] = [
      .init("id", .string(code)), .init("name", .string(navn(text.tittel))),
      .init("shortDescription", .object(["text": .string(text.tittel + ".")])),
      .init("fullDescription", .object(["text": .string(text.tekst)])),
      .init(
        "help",
        .object(["text": .string(plain), "markdown": .string("\(text.markdown)\n[\(code)](\(link))")])),
    ]
    if let hjelpeside { members.append(.init("helpUri", .string("\(hjelpeside)#\(code.lowercased())"))) }
    return .object(members)
  }

  /// «An unknown name» as `UnknownName`.
  private static func navn(_ title: String) -> String {
    let words = title.split { !$0.isLetter && !$0.isNumber }.drop { ["A", "An", "Two"].contains($0) }
    return words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  static func resultat(_ fault: Definisjonsfeil, fingeravtrykk: String) -> JSONValue {
    let region = JSONValue.object([
      "startLine": .integer(Int64(fault.linje)), "startColumn": .integer(Int64(fault.kolonne)),
      "endColumn": .integer(Int64(fault.kolonne + fault.bredde)),
    ])
    let place = JSONValue.object(["artifactLocation": sted(fault.fil.ryddetSti), "region": region])
    let index = Kodeoversikt.alle.firstIndex { $0.kode == fault.kode }
    return .object(
      [JSONValue.Member("ruleId", .string(fault.kode))]
        + (index.map { [JSONValue.Member("ruleIndex", .integer(Int64($0)))] } ?? [])
        + [
          .init("level", .string(fault.alvor.rawValue)),
          .init("message", .object(["text": .string(fault.råd)])),
          .init("locations", .array([.object(["physicalLocation": place])])),
          .init("partialFingerprints", .object(["internkontroll/v1": .string(fingeravtrykk)])),
        ])
  }

  /// A file below the root; one that is named from the root of the disk has a URI of its own.
  private static func sted(_ path: String) -> JSONValue {
    if path.hasPrefix("/") { return .object(["uri": .string("file://" + kodet(path))]) }
    return .object(["uri": .string(kodet(path)), "uriBaseId": .string(rot)])
  }

  /// RFC 3986: what is not unreserved, and not the «/» between names, is percent-encoded.
  private static func kodet(_ path: String) -> String {
    var out = ""
    for byte in path.utf8 {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
        out.unicodeScalars.append(Unicode.Scalar(byte))
      default: out += "%" + Heks.tekst([byte]).uppercased()
      }
    }
    return out
  }

  /// What a fault is known by when lines above it come and go: its code, its file, and what stands on its line.
  static func fingeravtrykk(_ fault: Definisjonsfeil) -> String {
    let line = (fault.kildelinje ?? fault.melding).split(separator: " ").joined(separator: " ")
    let sum = Sjekksum(avTekst: [fault.kode, fault.fil.ryddetSti, line].joined(separator: "\n"))
    return String(sum.hex.prefix(32))
  }
}
