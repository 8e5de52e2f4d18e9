import JSONText
import Vocabulary

/// Makes the pseudonym of what stands in the column `sak` or on a line of a list.
struct Saksnummerleser {
  var søk: Sakssøk?
  var slag: Tabellvalg.Saksnummer

  func sak(_ text: String) throws(Feltavvisning) -> String {
    switch slag {
    case .journalnummer:
      guard let søk else {
        throw Feltavvisning(
          "kan ikke gjøres om til en kode, fordi nøkkelen mangler. Si fra til den som drifter")
      }
      do { return try søk.pseudonym(journalnummer: text) } catch { throw Feltavvisning(uten(error.melding)) }
    case .pseudonym:
      guard let id = try Feltleser.kjent(text) else { throw Feltavvisning("mangler") }
      guard (1...40).contains(id.utf8.count), id.utf8.allSatisfy(Feltleser.erIdtegn) else {
        throw Feltavvisning("må være en kort kode med høyst 40 bokstaver, tall og bindestreker")
      }
      return id
    }
  }

  /// The sentence goes on from another subject here.
  private func uten(_ melding: String) -> String {
    let rest = melding.hasPrefix("Journalnummeret ") ? melding.dropFirst("Journalnummeret ".count) : "mangler"
    return rest.hasSuffix(".") ? String(rest.dropLast()) : String(rest)
  }
}
