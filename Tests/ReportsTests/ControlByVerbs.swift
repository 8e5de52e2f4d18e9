import AuditStore
import CaseRecords
import Checklists
import Foundation
import JSONText
import Quality
import Sampling
import Testing
import Values

/// A control of twelve sample cases, made by the verbs of the product with the published checklist: drawn, evaluated,
/// answered and locked in a store of its own.
enum ControlByVerbs {
  /// Salts that are the same each time, so that journal codes can stand in golden files.
  private final class Salts: @unchecked Sendable {
    private var count: UInt8 = 0
    func next() -> [UInt8] {
      count &+= 1
      return Array(repeating: count, count: 32)
    }
  }

  private static func records(_ library: Sjekklistebibliotek) throws -> Saksbunke {
    var bunke = Saksbunke(modell: library.modell)
    for number in 34...45 {
      let file = OppfølgingsarkTests.rot.appending(path: "SampleCases/fosterhjem-1/S-00\(number).json")
      let record = try JSONValue(parsing: Array(try Data(contentsOf: file)))
      bunke.append(sak: 0, fra: try Saksbunke(sak: record, modell: library.modell))
    }
    return bunke
  }

  /// The control; with `answered`, every question is answered and it is locked.
  static func control(answered: Bool) throws -> Kontroll {
    let folder = FileManager.default.temporaryDirectory.appending(path: "protokoll-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let library = try OppfølgingsarkTests.bibliotek.get()
    let day = try #require(Dato("2014-09-30"))
    let checklist = try #require(library.sjekkliste("fosterhjem", på: day))
    let waiver = Unntak(
      sak: "S-0040", punkt: "OB-LOPENDE", grunn: "Barnet har bedt om ro denne våren.",
      myndighet: "barnevernleder", gjelder: try #require(Periode(day, .årsslutt(2014))), hjemmel: nil)
    let judging = Sjekklistevurdering(library, checklist, på: day, unntak: [waiver])
    let salts = Salts()
    let verbs = Kontrollverb(
      try Revisjonslager.open(sti: folder.appending(path: "k.sqlite").path),
      Kontrollnøkkel(enhet: "solvik", team: "fosterhjem-1", måned: try #require(Måned("2014-09"))),
      tid: "2014-10-03T12:00:00Z", salt: { salts.next() })
    let summary = Sakssammendrag(library.modell, til: day)
    _ = try verbs.kjør(
      judging.kontrollgrunnlag(try records(library), lesefeil: [], motor: "1.0.0"),
      frø: .oppgitt("40318652917"),
      rolle: "teamleder", vurdering: judging.punkter, fakta: { summary.fakta(try JSONValue(parsing: $0)) })
    if !answered { return try verbs.kontroll() }
    try answerEverything(verbs, judging)
    return try verbs.lås(dato: try #require(Dato("2014-10-03")), rolle: "teamleder")
  }

  /// The first case gives concern; facts are looked for and not found; of the judgements every other says that the
  /// point is not fulfilled.
  private static func answerEverything(_ verbs: Kontrollverb, _ judging: Sjekklistevurdering) throws {
    var judged = 0
    while let question = try verbs.kontroll().åpneSpørsmål.first {
      let content: Svar.Innhold
      var reason: String? = "Står ikke i mappa."
      switch question.slag {
      case .opplysning(let sted, _): content = .opplysning(sted: sted, verdi: .null)
      case .vurdering(let punkt):
        judged += 1
        content = .vurdering(
          punkt: punkt, judged.isMultiple(of: 2) ? .oppfylt : .ikkeOppfylt, mangel: .ikkeDokumentert)
        reason = "Lest i journalen."
      case .bekymring:
        let isFirst = try question.sak == verbs.kontroll().trukne.first
        content = .bekymring(isFirst ? .ja : .nei)
        reason = isFirst ? "Barnet har sagt at det er redd." : nil
      }
      try verbs.svar(
        Svar(sak: question.sak, innhold: content, begrunnelse: reason, rolle: "teamleder"),
        vurdering: judging.punkter)
    }
  }
}
