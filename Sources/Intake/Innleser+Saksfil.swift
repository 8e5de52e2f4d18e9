import CaseRecords
import JSONText

extension Innleser {
  /// Case records as JSON: one object, one a line, or a list of them.
  func lesSaksfiler(
    _ filer: [(navn: String, bytes: [UInt8])], _ format: Filformat, _ opplasting: inout Opplasting
  ) {
    opplasting.kilde = .saksfil
    for (index, fil) in filer.enumerated() {
      let content = Array(Filformat.utenMerke(fil.bytes))
      guard Filformat(fil.bytes) == .jsonListe else {
        opplasting.kilder.append(.minne(navn: "\(index).json", bytes: content))
        continue
      }
      do {
        opplasting.leggTil(try JSONValue(parsing: content).array ?? [], fil: index)
      } catch {
        opplasting.feil.append(
          Innlesingsfeil(
            kode: "invalid_json", fil: opplasting.navn[index], linje: error.line, kolonne: error.column,
            melding: Feiltekst.json))
      }
    }
  }
}
