import CaseRecords
import JSONText
import Values
import Vocabulary

/// Writes the columns of a bunke for the peers: one file of 32-bit little-endian numbers a column, and
/// `manifest.json` that says what there is.
///
/// - `<collection>.sak`: the number of the case; rows are sorted by it, and then by date.
/// - `<collection>.<field>`: a day number, 1 or 0 for ja and nei, or the code's place in the vocabulary from 1
///   (0 is none). What is not known is the least number. A day that is certainly none is the largest number.
struct ColumnExport {
  static let unknown = Int32.min
  let bunke: Saksbunke
  let folder: String

  /// Writes everything; the manifest names the control date, the points and the verdicts' file.
  func write(_ job: Job, _ engine: Engine, verdicts: [UInt8]) throws {
    for (index, felt) in bunke.modell.opplysninger.enumerated() {
      try write("opplysninger.\(felt.navn)", values(bunke.opplysninger[index], felt.type))
    }
    for (samling, tabell) in zip(bunke.modell.samlinger, bunke.samlinger) where samling.avledning == nil {
      try write("\(samling.navn).sak", caseNumbers(tabell))
      try write(samling.tid == .dato ? "\(samling.navn).dato" : "\(samling.navn).fra", tabell.fraLav)
      if samling.tid == .periode { try write("\(samling.navn).til", tabell.tilLav) }
      for (felt, column) in zip(samling.felter, tabell.felter) {
        try write("\(samling.navn).\(felt.navn)", values(column, felt.type))
      }
    }
    let file = try OutputFile("\(folder)/verdicts.u8")
    try file.write(bytes: verdicts)
    try file.close()
    try writeManifest(job, engine)
  }

  private func writeManifest(_ job: Job, _ engine: Engine) throws {
    let manifest = JSONValue.object([
      "cases": .count(bunke.saker.count), "control_day": .count(Int(engine.date.dag)),
      "control_date": .string(engine.date.description), "points": .array(engine.points.map(JSONValue.string)),
      "points_in_sql": .array(job.pointsInSQL.map(JSONValue.string)),
      "codes": .object(
        codes(bunke.modell.opplysninger, "opplysninger")
          + bunke.modell.samlinger.flatMap { codes($0.felter, $0.navn) }),
    ])
    let file = try OutputFile("\(folder)/manifest.json")
    try file.write(manifest.compactText + "\n")
    try file.close()
  }

  /// The names of the codes of fields, in the order that the columns number them.
  private func codes(_ felter: [Felt], _ place: String) -> [JSONValue.Member] {
    felter.compactMap { felt in
      guard case .kode(let koder) = felt.type else { return nil }
      return JSONValue.Member("\(place).\(felt.navn)", .array(koder.map { .string($0.navn) }))
    }
  }

  private func write(_ name: String, _ column: [Int32]) throws {
    let file = try OutputFile("\(folder)/\(name).i32")
    try file.write(
      bytes: column.flatMap { value in (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } })
    try file.close()
  }

  private func caseNumbers(_ tabell: Samlingstabell) -> [Int32] {
    bunke.saker.indices.flatMap { sak in [Int32](repeating: Int32(sak), count: tabell.rader(sak).count) }
  }

  private func values(_ column: Feltkolonne, _ type: Felttype) -> [Int32] {
    column.maske.indices.map { row in
      let mask = column.maske[row]
      switch type {
      case .sannhet, .kode:
        return mask.nonzeroBitCount == 1 ? Int32(mask.trailingZeroBitCount) : ColumnExport.unknown
      case .tall, .dato, .måned, .tekstkode:
        if mask == Feltkolonne.ingen { return .max }
        let known = mask == Feltkolonne.verdi && (type == .måned || column.lav[row] == column.høy[row])
        return known ? column.lav[row] : ColumnExport.unknown
      }
    }
  }
}
