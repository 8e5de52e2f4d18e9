import AuditStore
import Quality
import Sampling

/// The history of a store that has at least one control, and the unit that it belongs to.
@dynamicMemberLookup
struct Enhetshistorie {
  let enhet: String
  private let historie: Kontrollhistorie

  subscript<T>(dynamicMember path: KeyPath<Kontrollhistorie, T>) -> T { historie[keyPath: path] }

  /// Reads a store up to a month, from the month that the register is found to need.
  init(_ valg: Lagervalg, til: Måned, fra: (Kvalitetsregister) throws -> Måned) throws {
    let store = try valg.åpne(.lesBare)
    guard let unit = try store.enhet() else {
      throw Kommandofeil(.notAllowed, "the store \(valg.store) holds no control yet; run `control` first")
    }
    enhet = unit
    historie = try Kontrollhistorie(store, til: til, fra: fra)
  }
}
