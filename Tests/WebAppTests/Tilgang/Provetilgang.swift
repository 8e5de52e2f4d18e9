import AuditStore
import Foundation
import Synchronization
import Values

@testable import WebApp

extension Prøveapp {
  static let vert: [Forespørsel.Hode] = [.init("host", "127.0.0.1:8080")]

  /// The same app with another way in, or another guard.
  func med(_ innlogging: Innlogging, _ vokter: Vokter? = nil) -> Nettapp {
    var setup = app.oppsett
    setup.innlogging = innlogging
    if let vokter { setup.vokter = vokter }
    return Nettapp(setup)
  }

  /// A form of our own page, with a cookie.
  static func skjema(_ sti: String, _ felt: [(String, String)] = [], kake: String? = nil) -> Forespørsel {
    let body = felt.map { "\(Prosentkode.skriv($0.0))=\(Prosentkode.skriv($0.1))" }.joined(separator: "&")
    return Forespørsel(
      .post, sti,
      hoder: vert + [
        .init("content-type", "application/x-www-form-urlencoded"), .init("sec-fetch-site", "same-origin"),
      ] + (kake.map { [.init("cookie", $0)] } ?? []), kropp: Array(body.utf8))
  }

  /// A path with something in its places.
  static func fylt(_ mønster: Mønster) -> String {
    let filled = [
      "maned": "2014-09", "team": "fosterhjem-1", "sak": "S-001", "nummer": "AV-2014-001", "ar": "2014",
    ]
    let parts = mønster.description.split(separator: "/").map { part in
      part.hasPrefix(":") ? filled[String(part.dropFirst())] ?? "x" : String(part)
    }
    return "/" + parts.joined(separator: "/")
  }
}
