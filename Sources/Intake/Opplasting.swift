import CaseRecords
import Foundation
import JSONText
import Values

/// What the reading of a format hands on: case records as text, and what is to be told.
struct Opplasting {
  /// What each file is called in messages.
  let navn: [String]
  var kilde = Uttrekk.Kilde.saksfil
  /// Sources for the reader of case records; a source is named by its place among the files.
  var kilder: [Kilde] = []
  var linjer: [Avstemmingslinje] = []
  var feil: [Innlesingsfeil] = []
  var uleselige: [String] = []
  /// Foster children in a register file.
  var fosterbarn: Int?
  /// Whether line and column of a record are those of the file.
  var harPlass = true

  /// A file is named as the user named it, unless the name cannot be repeated or may be that of a child.
  init(_ filnavn: [String]) {
    navn = filnavn.enumerated().map { index, name in
      let last = String(name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? "")
      let clean = (try? Inntekst.ren(last, høyst: 100)) ?? ""
      return clean.isEmpty || Self.kanPekePåNoen(clean) ? "fil \(index + 1)" : clean
    }
  }

  /// The guard reads words; in the name of a file they may be joined by marks: `Kari_Nordmann-2014.csv`.
  private static func kanPekePåNoen(_ name: String) -> Bool {
    let words = String(name.map { $0.isLetter || $0.isNumber ? $0 : " " })
    return !Identitetsvakt().advarsler(i: words).isEmpty
  }

  /// The name of a source as it was given to the reader.
  func navn(påKilde name: String?) -> String? {
    guard let name, let index = Int(name.prefix { $0.isNumber }), navn.indices.contains(index) else {
      return nil
    }
    return navn[index]
  }

  /// Adds records that were made from something else than a case file.
  mutating func leggTil(_ poster: [JSONValue], fil index: Int = 0) {
    harPlass = false
    let lines = poster.map(\.compactBytes).joined(separator: [0x0A])
    kilder.append(.minne(navn: "\(index).jsonl", bytes: Array(lines)))
  }
}

/// The records of the right team and unit, with both filled in where a file leaves them out.
struct Postutvalg {
  private let mål: Innleser.Mål
  private(set) var enhet: String?
  private(set) var dag: Dato?
  private(set) var poster: [[UInt8]] = []
  private(set) var saker: Set<String> = []
  private(set) var andreTeam = 0
  private(set) var feil: [Innlesingsfeil] = []
  private(set) var uleselige: [String] = []

  init(_ mål: Innleser.Mål, _ saker: [Sakshode]) {
    self.mål = mål
    enhet = mål.enhet ?? saker.first { !$0.enhet.isEmpty }?.enhet
    for sak in saker { ta(sak) }
  }

  private mutating func ta(_ sak: Sakshode) {
    guard sak.team.isEmpty || sak.team == mål.team else {
      andreTeam += 1
      return
    }
    guard sak.uttrekk <= mål.idag else {
      return avvis(sak, "uttrekk-i-framtida", "Uttrekket gjelder til en dag som ikke er kommet ennå.")
    }
    if sak.enhet.isEmpty {
      guard enhet != nil else {
        return avvis(sak, "enhet-mangler", "Filen sier ikke hvilken enhet saken hører til. Skriv enheten.")
      }
    } else if enhet != sak.enhet {
      return avvis(sak, "annen-enhet", "Saken hører til en annen enhet enn de andre.")
    }
    poster.append(fylt(sak))
    saker.insert(sak.sak)
    dag = max(dag ?? sak.uttrekk, sak.uttrekk)
  }

  private mutating func avvis(_ sak: Sakshode, _ code: String, _ message: String) {
    uleselige.append(sak.sak)
    feil.append(Innlesingsfeil(kode: code, sak: sak.sak, melding: message))
  }

  private func fylt(_ sak: Sakshode) -> [UInt8] {
    let canonical = sak.kanonisk
    guard sak.team.isEmpty || sak.enhet.isEmpty, let members = (try? JSONValue(parsing: canonical))?.members
    else { return canonical }
    let rest = members.filter { $0.name != "team" && $0.name != "enhet" }
    return JSONValue.object(
      rest + [.init("team", .string(mål.team)), .init("enhet", .string(enhet ?? ""))]
    ).canonicalBytes
  }
}

extension Filformat {
  /// The two forms of JSON are one kind; so are tables whatever separates their cells.
  var slag: Int {
    switch self {
    case .json, .jsonListe: 0
    case .xml: 1
    case .tekst: 2
    case .tom, .ikkeTekst: 3
    }
  }
}
