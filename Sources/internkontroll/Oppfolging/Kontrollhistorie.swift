import AuditStore
import Quality
import Sampling
import Values

/// All that a report over a longer time is made from: the register, and the locked controls of the months it needs.
struct Kontrollhistorie {
  let enhet: String
  let register: Kvalitetsregister
  let rekke: Kontrollrekke

  /// Reads a store up to a month, from the month that the register is found to need.
  init(_ valg: Lagervalg, til: Måned, fra: (Kvalitetsregister) throws -> Måned) throws {
    let store = try valg.åpne(.lesBare)
    guard let unit = try store.enhet() else {
      throw Kommandofeil(.notAllowed, "the store \(valg.store) holds no control yet; run `control` first")
    }
    enhet = unit
    register = try Kvalitetsregister(store)
    rekke = try Kontrollrekke(store, fra: fra(register), til: til)
  }
}
