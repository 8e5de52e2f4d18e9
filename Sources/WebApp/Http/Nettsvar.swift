internal import Crypto
internal import Foundation
internal import Markup

/// An answer: status, header fields and body. The frame adds the security headers to every one.
public struct Nettsvar: Hashable, Sendable {
  /// The status code.
  public var status: Int
  /// The header fields in order.
  public var hoder: [Forespørsel.Hode]
  /// The body.
  public var kropp: [UInt8]
  /// What was done, for the access log: set by pages that changed something.
  var gjort: [Gjort] = []
  /// The hashes of style sheets that stand in the document itself.
  var stilhasher: [String] = []

  /// An act on a thing: what was done with which avvik, measure, control.
  struct Gjort: Hashable, Sendable {
    let hva: String
    let emne: String

    init(_ hva: String, _ emne: String) {
      self.hva = hva
      self.emne = emne
    }
  }

  init(_ status: Int, type: String, _ kropp: [UInt8], hoder: [Forespørsel.Hode] = []) {
    self.status = status
    self.hoder = [.init("content-type", type)] + hoder
    self.kropp = kropp
  }

  /// A page of ours.
  static func side(_ side: Side, status: Int = 200) -> Nettsvar {
    Nettsvar(status, type: "text/html; charset=utf-8", side.bytes)
  }

  /// A document for print that carries its own style sheets; the policy allows just those.
  static func dokument(_ html: String) -> Nettsvar {
    var answer = Nettsvar(200, type: "text/html; charset=utf-8", Array(html.utf8))
    answer.stilhasher = stilark(i: html).map { text in
      "'sha256-\(Base64.tekst(Array(SHA256.hash(data: Array(text.utf8)))))'"
    }
    return answer
  }

  /// A file to keep. The name is the program's own, never a user's.
  static func fil(_ bytes: [UInt8], navn: String, type: String) -> Nettsvar {
    Nettsvar(
      200, type: type, bytes,
      hoder: [.init("content-disposition", "attachment; filename=\"\(navn)\"")])
  }

  /// Goes on to a page after something was done (303), so that reloading does nothing twice.
  static func videre(til sti: String, gjort: Gjort? = nil) -> Nettsvar {
    var answer = Nettsvar(
      303, type: "text/plain; charset=utf-8", [], hoder: [.init("location", sti)])
    answer.gjort = gjort.map { [$0] } ?? []
    return answer
  }

  /// Where a 303 goes.
  var sted: String? { status == 303 ? hoder.first { $0.navn == "location" }?.verdi : nil }

  /// The body as text.
  public var tekst: String { String(decoding: kropp, as: UTF8.self) }

  /// The texts of the style elements. Only the program writes such elements: text of others is escaped.
  private static func stilark(i html: String) -> [Substring] {
    var sheets: [Substring] = []
    var rest = html[...]
    while let start = rest.firstRange(of: "<style>"), let end = rest.firstRange(of: "</style>") {
      sheets.append(rest[start.upperBound..<end.lowerBound])
      rest = rest[end.upperBound...]
    }
    return sheets
  }
}

/// RFC 4648 § 4 and § 5.
enum Base64 {
  static func tekst(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

  /// Without padding, and with the signs that may stand in an address.
  static func adressetekst(_ bytes: [UInt8]) -> String {
    tekst(bytes).replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}
