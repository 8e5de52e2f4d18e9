import CaseRecords
import Reports
import Vocabulary

/// Reading case records for a command.
enum Saksinngang {
  /// The guard that every text of a record must pass.
  static let vakt: Vakt = { text in Identitetsvakt().treff(i: text)?.beskrivelse }

  /// A reader of records in a vocabulary.
  static func leser(_ modell: Saksmodell) -> Saksinnlesing { Saksinnlesing(modell: modell, vakt: vakt) }
}

extension Sjekkfeil {
  init(_ feil: Lesefeil) {
    let place = feil.sted.map { feil.melding.contains($0) ? "" : " (\($0))" } ?? ""
    self.init(
      kode: feil.kode.rawValue, fil: feil.fil ?? "", linje: feil.linje ?? 0, kolonne: feil.kolonne ?? 0,
      sak: feil.sak, melding: feil.melding + place)
  }

  /// `saker/S-1.json:4:12: unknown_code: … [S-0042]`
  var linjetekst: String {
    let place = linje > 0 ? ":\(linje):\(kolonne)" : ""
    let file = fil.isEmpty ? "" : "\(fil)\(place): "
    return "\(file)\(kode): \(melding)\(sak.map { " [\($0)]" } ?? "")"
  }
}
