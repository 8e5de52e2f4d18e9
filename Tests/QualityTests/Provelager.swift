import AuditStore
import Checklists
import Foundation
import JSONText
import Quality
import RuleEngine
import Sampling
import Testing
import Values

/// A store in a folder of its own, gone afterwards, and a team of made-up cases.
final class Prøvelager {
  let mappe: URL

  init() throws {
    mappe = FileManager.default.temporaryDirectory.appending(path: "kontroll-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: mappe, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(at: mappe) }

  /// Opens the file anew, as the next process would.
  func åpne() throws -> Revisjonslager {
    try Revisjonslager.open(sti: mappe.appending(path: "internkontroll.sqlite").path)
  }

  func verb(_ måned: String = "2014-09", lager: Revisjonslager? = nil) throws -> Kontrollverb {
    Kontrollverb(
      try lager ?? åpne(),
      Kontrollnøkkel(enhet: "solvik", team: "fosterhjem-1", måned: try #require(Måned(måned))),
      tid: "2014-10-03T12:00:00Z", salt: { (0..<32).map { _ in UInt8.random(in: 0...255) } })
  }
}

enum Prøveteam {
  /// Ten cases; every third is voluntary. One visit each, and nobody knows whether the child was there.
  static let saker: [Saksgrunnlag] = (1...10).map { number in
    let record: JSONValue = .object([
      "sak": .string("S-\(number)"),
      "hendelser": .object([
        "oppfølgingsbesøk": .array([.object(["dato": .string("2014-03-12"), "barnet_til_stede": .null])])
      ]),
    ])
    return Saksgrunnlag(
      sak: "S-\(number)", grunnlag: number % 3 == 0 ? .frivillig : .omsorgssak,
      kanonisk: record.canonicalBytes)
  }

  static func grunnlag(_ saker: [Saksgrunnlag] = saker) throws -> Kontrollgrunnlag {
    Kontrollgrunnlag(
      kontrolldato: try #require(Dato("2014-09-30")),
      sjekkliste: Sjekklistereferanse(id: "fosterhjem", versjon: "2014-05-31", hash: "ab", motor: "1"),
      saker: saker, utelatt: [.init("L-1", .lesefeil)])
  }

  static let sted = "oppfølgingsbesøk/0/barnet_til_stede"

  /// A stand-in for the engine: one avvik, and one point that hangs on the missing fact.
  static func vurder(_ record: [UInt8]) throws -> [Kontrollpunkt] {
    let visit = try JSONValue(parsing: record)["hendelser"]?["oppfølgingsbesøk"]?.array?.first
    let seen: Utfall =
      switch visit?["barnet_til_stede"] {
      case .bool(true): .oppfylt
      case .bool(false): .avvik
      case .null, nil: .ukjent
      default: throw Feil.ugyldigVerdi
      }
    return [
      Prøvekontroll.punkt("OB-ANTALL", .avvik, alvorlighet: .høy),
      Prøvekontroll.punkt(
        "BARN-SETT", seen, mangler: seen == .ukjent ? [Prøvekontroll.tilStede] : [], alvorlighet: .kritisk),
    ]
  }

  enum Feil: Error, Hashable { case ugyldigVerdi, strømbrudd }

  static let frø = "3546311556112163624615351222"

  /// Answers every open question: the child was there, and there is no concern.
  static func svarPåAlt(_ verb: Kontrollverb) throws {
    for question in try verb.kontroll().åpneSpørsmål {
      switch question.slag {
      case .opplysning(let sted, _):
        try verb.svar(
          Svar(sak: question.sak, innhold: .opplysning(sted: sted, verdi: .bool(true)), rolle: "kontrollør"),
          vurdering: vurder)
      case .bekymring:
        try verb.svar(
          Svar(sak: question.sak, innhold: .bekymring(.nei), rolle: "teamleder"), vurdering: vurder)
      case .vurdering(let punkt):
        try verb.svar(
          Svar(
            sak: question.sak, innhold: .vurdering(punkt: punkt, .oppfylt, mangel: nil), rolle: "teamleder"),
          vurdering: vurder)
      }
    }
  }
}
