/// Whether a question can be answered with «ja», and «ja» means oppfylt.
///
/// It looks for the plain signs only: what a question asks for, and a word that turns the answer round.
enum Spørsmålsform {
  /// What is wrong with a question; nil when no sign of it was found.
  static func feil(_ spørsmål: String) -> String? {
    let words = spørsmål.lowercased().split { $0 == " " || $0 == "," || $0 == "?" }.map(String.init)
    guard spørsmål.hasSuffix("?"), let first = words.first else { return "It does not end with «?»." }
    if hvord.contains(first) { return "A question that begins with «\(first)» cannot be answered with «ja»." }
    if mangelord.contains(first) { return "«Ja» to «\(first) …» would be a breach." }
    let clause = words.prefix { !bindeord.contains($0) }
    if clause.contains("ikke") { return "«Ja» to a question with «ikke» is not clear." }
    if clause.contains("færre") { return "«Ja» to «færre» would be a breach." }
    if let place = clause.firstIndex(of: "for"), place + 1 < clause.count, grader.contains(clause[place + 1])
    {
      return "«Ja» to «for \(clause[place + 1])» would be a breach."
    }
    return nil
  }

  private static let hvord: Set = [
    "hva", "hvem", "hvor", "hvordan", "hvorfor", "hvilke", "hvilken", "hvilket", "når",
  ]
  private static let mangelord: Set = ["mangler", "manglet", "uteble", "glemte", "brøt", "brytes", "savnes"]
  /// Words that begin a clause of its own, or another alternative, in which «ikke» turns nothing round.
  private static let bindeord: Set = ["at", "der", "eller", "fordi", "hvis", "hvorfor", "når", "om", "som"]
  private static let grader: Set = [
    "få", "lang", "langt", "lenge", "lav", "lite", "mange", "mye", "sen", "sene", "sent", "sjelden",
    "sjeldent", "tidlig",
  ]
}
