import AuditStore
import JSONText
import Quality
import Sampling
import Values

/// All that a report over a longer time is made from: the register, and the locked controls of the months it needs.
struct Kontrollhistorie {
  let enhet: String
  let register: Kvalitetsregister
  let rekke: Kontrollrekke
  /// Every case that could ever be drawn, also in months that the report does not read: texts may name it.
  let saker: Set<String>

  /// Reads a store up to a month, from the month that the register is found to need.
  init(_ valg: Lagervalg, til: Måned, fra: (Kvalitetsregister) throws -> Måned) throws {
    let store = try valg.åpne(.lesBare)
    guard let unit = try store.enhet() else {
      throw Kommandofeil(.notAllowed, "the store \(valg.store) holds no control yet; run `control` first")
    }
    enhet = unit
    saker = try store.rammesaker()
    register = try Kvalitetsregister(store)
    rekke = try Kontrollrekke(store, fra: fra(register), til: til)
  }
}

extension Revisjonslager {
  /// The cases of every list that was locked, those that were left out of the draw included.
  fileprivate func rammesaker() throws -> Set<String> {
    var ids: Set<String> = []
    for entry in try oppføringer(.forpliktelse) {
      let frame = entry.innhold?["frame"]
      ids.formUnion(frame?["ids"]?.array?.compactMap(\.string) ?? [])
      ids.formUnion(frame?["excluded"]?.array?.compactMap { $0["id"]?.string } ?? [])
    }
    return ids
  }
}
