import Checklists
import Foundation
import Intake
import Testing
import Values

@testable import WebApp

extension Prøveapp {
  /// The first cases of the sample team as its extract.
  func lastOppEksempler(_ antall: Int = 14, bare: [String] = []) throws {
    let folder = Prøveapp.rot.appending(path: "SampleCases/fosterhjem-1")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { file in
      file.hasSuffix(".json") && (bare.isEmpty || bare.contains { file.contains($0) })
    }
    .sorted().prefix(antall)
    let files = try names.map { (navn: $0, bytes: Array(try Data(contentsOf: folder.appending(path: $0)))) }
    let read = Innleser(modell: app.oppsett.bibliotek.modell).les(
      files, team: "fosterhjem-1", enhet: "solvik", idag: klokke.nå.dato)
    try app.oppsett.uttrekk.lagre(try #require(read.uttrekk))
  }

  /// Goes on as the pages say until the review: answers everything, in the kindest way that fits.
  func svarPåAlt(_ sti: String) async throws -> [String] {
    var path = sti
    var seen: [String] = []
    for _ in 0..<80 {
      let page = Lesbarside(await get(path).tekst)
      seen.append(page.tittel)
      if path.hasSuffix("/se-over") { return seen }
      if let next = page.lenke("Fortsett") ?? (page.handling == nil ? page.lenke("Se over svarene") : nil) {
        path = next
        continue
      }
      let action = try #require(page.handling, "no form on «\(page.tittel)»: \(page.tekst)")
      var answer = await post(action, Prøveapp.fyll(page, funnet: true))
      if answer.status == 422 { answer = await post(action, Prøveapp.fyll(page, funnet: false)) }
      #expect(answer.status == 303, "\(page.tittel): \(Lesbarside(answer.tekst).feil)")
      path = try #require(answer.sted)
    }
    Issue.record("the pages go round: \(seen.suffix(6))")
    return seen
  }

  /// The form filled in.
  static func fyll(_ page: Lesbarside, funnet: Bool) -> [(String, String)] {
    var fields = page.skjulte
    for group in page.valg {
      let wanted = funnet ? ["oppfylt", "nei", "ingen", "ja"] : ["finner_ikke", "oppfylt", "nei"]
      fields.append((group.navn, wanted.first { group.verdier.contains($0) } ?? group.verdier.first ?? ""))
    }
    for name in page.bokser where !funnet { fields.append((name, "finner_ikke")) }
    for name in page.tekstfelt {
      switch name {
      case _ where name.hasPrefix("grunn"): if !funnet { fields.append((name, "Står ikke i saken.")) }
      case _ where name.hasSuffix(".dag"): fields.append((name, "12"))
      case _ where name.hasSuffix(".maned"): fields.append((name, "3"))
      case _ where name.hasSuffix(".ar"): fields.append((name, "2014"))
      case _ where name.hasSuffix(".datoer"): break
      default: if funnet { fields.append((name, "2")) }
      }
    }
    return fields
  }
}
