import CaseRecords
import JSONText
import Values
import Vocabulary

/// Why what stands in a field cannot be used: a sentence that goes on from the field's name, never its value.
struct Feltavvisning: Error, Hashable {
  var tekst: String

  init(_ tekst: String) { self.tekst = tekst }
}

/// Reads what a person wrote in a field, in the words people use, as a value of the vocabulary.
enum Feltleser {
  /// The value; nil when the field is left open (empty or «vet ikke»).
  static func verdi(_ text: String, _ felt: Felt, senest dag: Dato) throws(Feltavvisning) -> JSONValue? {
    guard let text = try kjent(text) else { return nil }
    // Looked for, none there: the report has not come.
    if felt.type == .dato || felt.type == .tall, ["ingen", "nei"].contains(nøkkel(text)) {
      return .bool(false)
    }
    switch felt.type {
    case .sannhet: return .bool(try sannhet(text))
    case .kode(let koder): return try kode(text, koder)
    case .tall:
      guard let number = Int64(text), (0...9999).contains(number) else {
        throw Feltavvisning("må være et helt tall")
      }
      return .integer(number)
    case .dato: return .string(try dato(text, senest: dag).iso)
    case .måned:
      guard let found = Feltdato(måned: text, senest: dag) else {
        throw Feltavvisning("må være en måned, for eksempel 2005-03")
      }
      guard !found.erFull else {
        throw Feltavvisning("skal bare ha måned og år, for eksempel 2005-03. Ikke skriv fødselsdagen")
      }
      guard found.omfang.første <= dag else { throw etterUttrekk }
      return .string(found.iso)
    case .tekstkode:
      guard (1...40).contains(text.utf8.count), text.utf8.allSatisfy(erIdtegn) else {
        throw Feltavvisning("må være en kort kode med bokstaver og tall, for eksempel H1")
      }
      return .string(text)
    }
  }

  /// A day, a month or a year that is not after the last day of the extract.
  static func dato(_ text: String, senest dag: Dato?) throws(Feltavvisning) -> Feltdato {
    guard let found = Feltdato(text) else {
      throw Feltavvisning("må være en dato som finnes, for eksempel 12.03.2014")
    }
    if let dag, found.omfang.første > dag { throw etterUttrekk }
    return found
  }

  static func sannhet(_ text: String) throws(Feltavvisning) -> Bool {
    switch nøkkel(text) {
    case "ja", "j": return true
    case "nei", "n": return false
    default: throw Feltavvisning("må være ja eller nei, eller stå tomt")
    }
  }

  /// The text without what means «not known»; throws when no text of that kind may come in.
  static func kjent(_ text: String) throws(Feltavvisning) -> String? {
    let clean: String
    do { clean = try Inntekst.ren(text) } catch { throw Feltavvisning(error) }
    return ["", "vet ikke", "ukjent", "?"].contains(nøkkel(clean)) ? nil : clean
  }

  /// How two spellings of a word are compared: without case, and with one space for any white space (a hard blank,
  /// too) and for an underscore.
  static func nøkkel(_ text: String) -> String {
    text.lowercased().split(whereSeparator: { $0.isWhitespace || $0 == "_" }).joined(separator: " ")
  }

  static func erIdtegn(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static let etterUttrekk = Feltavvisning("er etter den siste dagen opplysningene gjelder for")

  private static func kode(_ text: String, _ koder: [Kode]) throws(Feltavvisning) -> JSONValue {
    let wanted = nøkkel(text)
    guard let found = koder.first(where: { [nøkkel($0.navn), nøkkel($0.etikett)].contains(wanted) }) else {
      throw Feltavvisning("må være \(Bokmål.liste(koder.map { "«\($0.etikett)»" }, "eller"))")
    }
    return found.erTall ? Int64(found.navn).map(JSONValue.integer) ?? .null : .string(found.navn)
  }
}

extension Feltavvisning {
  init(_ feil: Inntekst.Feil) {
    switch feil {
    case .usynligeTegn: self.init("har usynlige tegn. Skriv det på nytt")
    case .forLang(let most): self.init("er for langt. Det kan ha høyst \(most) tegn")
    case .formel: self.init("begynner som en formel i et regneark. Skriv verdien uten tegnet foran")
    case .identitet(let slag): self.init("ser ut til å være \(slag.bokmål). Fjern det")
    }
  }
}
