import AuditStore
import JSONText
import Quality
import Sampling
import Values

/// All that a report over a longer time is made from: the register, and the locked controls from the first on.
struct Kontrollhistorie {
  let enhet: String
  let register: Kvalitetsregister
  let rekke: Kontrollrekke

  /// Reads a store up to a month.
  init(_ valg: Lagervalg, til: Måned) throws {
    let store = try valg.åpne(.lesBare)
    let commitments = try store.oppføringer(.forpliktelse).compactMap(\.innhold)
    guard let unit = commitments.lazy.compactMap({ $0["unit"]?.string }).first else {
      throw Kommandofeil(.notAllowed, "the store \(valg.store) holds no control yet; run `control` first")
    }
    enhet = unit
    register = try Kvalitetsregister(store)
    let months = commitments.compactMap { $0["month"]?.string.flatMap { Måned($0) } }
    rekke = try Kontrollrekke(store, fra: months.min() ?? til, til: til)
  }
}
