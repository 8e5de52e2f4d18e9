public import Quality
import Values

/// Takes the pseudonyms out of what persons wrote, in what leaves the quality group: each becomes «[sak]».
///
/// Only cases that are known can be found: those that an avvik or a second reading is about, and those that could be
/// drawn. An id is found as a word, whatever its case: beside it stands no letter and no digit.
public struct Sladding: Sendable {
  /// What stands where a pseudonym was.
  static let merke = "[sak]"

  private let saker: Set<String>
  /// How long they are, the longest first.
  private let lengder: [Int]

  /// Knows the cases of a register and of some controls.
  ///
  /// - Parameters:
  ///   - saker: More cases: of controls that the report itself does not read.
  public init(_ register: Kvalitetsregister, _ rekke: Kontrollrekke, saker: Set<String> = []) {
    let known =
      register.avvik.compactMap(\.sak) + register.annenlesninger.map(\.sak)
      + rekke.kontroller.flatMap { $0.trukne + ($0.saksliste?.ramme.ids ?? []) }
    self.saker = Set((known + saker).map { $0.lowercased() })
    lengder = Set(self.saker.map(\.count)).subtracting([0]).sorted(by: >)
  }

  /// The text without any of them.
  func tekst(_ text: String) -> String {
    let letters = Array(text)
    func isWord(_ index: Int) -> Bool {
      letters.indices.contains(index) && (letters[index].isLetter || letters[index].isNumber)
    }
    var out = ""
    var index = 0
    while index < letters.count {
      let found = lengder.first { length in
        index + length <= letters.count && !isWord(index - 1) && !isWord(index + length)
          && saker.contains(String(letters[index..<index + length]).lowercased())
      }
      out += found == nil ? String(letters[index]) : Sladding.merke
      index += found ?? 1
    }
    return out
  }

  /// The register with no pseudonym in its measures and decisions.
  func register(_ register: Kvalitetsregister) -> Kvalitetsregister { register.medTekster(tekst) }
}
