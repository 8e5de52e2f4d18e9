public import AuditStore
import JSONText
public import Sampling
import Values

/// All that a report over a longer time is made from: the register, and the locked controls of the months it needs.
public struct Kontrollhistorie: Sendable {
  /// The register as it stands.
  public let register: Kvalitetsregister
  /// The locked controls of the months.
  public let rekke: Kontrollrekke
  /// Every case that could ever be drawn, also in months that the report does not read: texts may name it.
  public let saker: Set<String>

  /// Reads a store up to a month, from the month that the register is found to need.
  public init(_ lager: Revisjonslager, til: Måned, fra: (Kvalitetsregister) throws -> Måned) throws {
    saker = try lager.rammesaker()
    register = try Kvalitetsregister(lager)
    rekke = try Kontrollrekke(lager, fra: fra(register), til: til)
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
