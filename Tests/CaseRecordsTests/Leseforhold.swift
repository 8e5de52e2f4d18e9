import Testing
import Vocabulary

@testable import CaseRecords

/// Reads records of `prøvemodell` in two ways that must come to the same.
struct Leseforhold {
  /// As everybody reads: the fast reader, and the careful one where it gives up.
  private var vanlig = Sakleser(modell: prøvemodell, vakt: prøvevakt, gjengangere: ["S-2"])
  /// The careful reader alone.
  private var omhyggelig = Postleser(prøvemodell, vakt: prøvevakt)

  /// Expects that these records give the same in both ways; the result is how many are good.
  @discardableResult
  mutating func sammenlign(_ poster: [Post], _ place: SourceLocation = #_sourceLocation) -> Int {
    var fasit = (bunke: Saksbunke(modell: prøvemodell), feil: [Lesefeil]())
    var koder = Tekstkoder()
    for post in poster {
      #expect(
        Pseudonymsøk.finn(post.bytes, post.range) == Pseudonymsøk.finnOveralt(post.bytes, post.range),
        sourceLocation: place)
      vanlig.les(post: post.bytes, post.range, fil: "a.jsonl", linje: post.linje)
      fasit.feil += omhyggelig.les(
        post.bytes, post.range, linje: post.linje, fil: "a.jsonl", gjengangere: ["S-2"], inn: &fasit.bunke,
        &koder)
    }
    fasit.bunke.tekstkoder = koder.tekster
    omhyggelig.nyBunke()
    let (bunke, feil) = vanlig.taBolk()
    let tekst = { poster.map { String(decoding: $0.bytes[$0.range], as: UTF8.self) }.joined(separator: "\n") }
    #expect(feil == fasit.feil, "\(tekst())", sourceLocation: place)
    #expect(bunke.innhold == fasit.bunke.innhold, "\(tekst())", sourceLocation: place)
    return bunke.saker.count
  }

  /// Whether the fast reader takes this record.
  static func erVanlig(_ tekst: String, modell: Saksmodell = prøvemodell) -> Bool {
    var leser = Hurtigleser(Leseskjema(modell), vakt: prøvevakt)
    var koder = Tekstkoder()
    let bytes = Array(tekst.utf8)
    var saker: [Sakshode] = []
    return leser.les(bytes, 0..<bytes.count, fil: nil, linje: 1, gjengangere: [], inn: &saker, &koder)
  }

  struct Post {
    var bytes: [UInt8]
    var range: Range<Int>
    var linje = 1

    init(_ bytes: [UInt8], range: Range<Int>? = nil, linje: Int = 1) {
      self.bytes = bytes
      self.range = range ?? 0..<bytes.count
      self.linje = linje
    }
  }
}

extension Saksbunke {
  /// Everything that has been read, text codes as texts: their numbers may differ.
  fileprivate var innhold: [String] {
    var linjer = saker.map {
      "\($0.sak) \($0.enhet) \($0.team) \($0.uttrekk) \(String(decoding: $0.kanonisk, as: UTF8.self))"
    }
    linjer += zip(modell.opplysninger, opplysninger).map { "\($0.navn) \(celler($1, $0.type))" }
    for (samling, tabell) in zip(modell.samlinger, samlinger) {
      linjer.append("\(samling.navn) \(tabell.start) \(tabell.åpenhet) \(tabell.indeks)")
      linjer.append("\(tabell.fraLav) \(tabell.fraHøy) \(tabell.tilLav) \(tabell.tilHøy)")
      linjer.append("\(tabell.registrertLav) \(tabell.registrertHøy)")
      linjer += zip(samling.felter, tabell.felter).map { "\($0.navn) \(celler($1, $0.type))" }
    }
    return linjer
  }

  private func celler(_ kolonne: Feltkolonne, _ type: Felttype) -> [String] {
    kolonne.maske.indices.map { rad in
      let omfang = kolonne.lav.isEmpty ? "" : "\(kolonne.lav[rad])...\(kolonne.høy[rad])"
      let erKjent = type == .tekstkode && kolonne.maske[rad] == Feltkolonne.verdi
      let tekst = erKjent && kolonne.lav[rad] == kolonne.høy[rad]
      return "\(kolonne.maske[rad]) \(tekst ? tekstkoder[Int(kolonne.lav[rad])] : omfang)"
    }
  }
}
