import JSONText
import Vocabulary

/// Makes the pseudonym of what stands in the column `sak` or on a line of a list.
struct Saksnummerleser {
  var søk: Sakssøk?
  var slag: Tabellvalg.Saksnummer

  func sak(_ text: String) throws(Feltavvisning) -> String {
    switch slag {
    case .journalnummer:
      guard text.isEmpty || text.unicodeScalars.allSatisfy(Self.kanStå) && Self.kanVære(text) else {
        throw Feltavvisning("er ikke skrevet som et saksnummer. Skriv det på nytt")
      }
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

  /// Whether a line of a text can be a case number, as `2014/123`, `45 67 89 01` and `S-0001` are, and a line of a
  /// letter is not.
  static func kanVære(_ text: String) -> Bool {
    text.count <= 40 && text.contains(where: \.isNumber) && text.filter(\.isLetter).count <= 8
  }

  /// A number without case and separators: two that differ only in those are taken for one, written in two ways.
  static func nøkkel(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// Letters, digits and the separators of case numbers. A long dash is none: a word processor puts it in place of a
  /// hyphen, and it would make another case of the row.
  private static func kanStå(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
      || " /-._:\u{A0}\t".unicodeScalars.contains(scalar)
  }

  /// The sentence goes on from another subject here.
  private func uten(_ melding: String) -> String {
    let rest = melding.hasPrefix("Journalnummeret ") ? melding.dropFirst("Journalnummeret ".count) : "mangler"
    return rest.hasSuffix(".") ? String(rest.dropLast()) : String(rest)
  }
}
