import CaseRecords
import JSONText
import Values
import Vocabulary

/// Why a fact that was answered cannot be right: which two things collide.
struct Svarkollisjon {
  let modell: Saksmodell
  /// The case as it is known without the fact.
  let post: JSONValue

  private static let født = "født"

  /// What collides, or nil. Only what is certain: a day that is known to the month may be any day of it.
  func melding(sted: String, verdi: JSONValue) -> String? {
    let parts = sted.split(separator: "/").map(String.init)
    if parts == ["opplysninger", Self.født] { return fødselsmåned(verdi) }
    guard let first = parts.first, let number = modell.samling(first) else { return nil }
    let collection = modell.samlinger[number]
    if parts.count == 1 {
      return (verdi.array ?? []).lazy.compactMap { event in
        ["dato", "fra", "til"].lazy.compactMap { name in
          dag(event[name]).flatMap { self.grense($0, "Datoen \($0.bokmål)", kanVentes: name == "til") }
        }.first
      }.first
    }
    guard parts.count == 3, let index = Int(parts[1]), let day = dag(verdi),
      let events = post["hendelser"]?[first]?.array, events.indices.contains(index)
    else { return nil }
    let isDate = collection.felt(parts[2]).map { collection.felter[$0].type == .dato }
    guard isDate ?? ["dato", "fra", "til"].contains(parts[2]) else { return nil }
    return grense(day, "Datoen", kanVentes: parts[2] == "til")
      ?? innen(day, parts[2], events[index], collection) ?? registrert(day, events[index][parts[2]])
  }

  /// What the reader of case records refused.
  static func melding(_ kode: Lesefeil.Kode) -> String {
    switch kode {
    case .placementConflict: "Barnet blir da plassert i to hjem på samme tid. Sjekk datoene."
    case .sameDayFrequency: "To beslutninger om frekvens får da samme dato. Sjekk datoen."
    case .tilBeforeFra: "Perioden slutter da før den begynner. Sjekk datoene."
    case .dateAfterExtract: "Datoen er etter den siste dagen opplysningene gjelder for. Sjekk datoen."
    case .identity: "Svaret ser ut til å peke på en person. Fjern det før du lagrer."
    default: "Svaret stemmer ikke med det som er registrert i saken. Sjekk dokumentet en gang til."
    }
  }

  // MARK: The limits of the case

  private func grense(_ day: Datoomfang, _ subject: String, kanVentes: Bool) -> String? {
    if let born = dag(post["opplysninger"]?[Self.født]), day.siste < born.første {
      return "\(subject) er før barnets fødselsmåned, \(born.bokmål). Sjekk datoen."
    }
    if !kanVentes, let last = dag(post["uttrekk"]), day.første > last.siste {
      return "\(subject) er etter \(last.bokmål), den siste dagen opplysningene gjelder for. Sjekk datoen."
    }
    return nil
  }

  /// The month of birth is before everything that happened.
  private func fødselsmåned(_ value: JSONValue) -> String? {
    guard let born = dag(value) else { return nil }
    if let last = dag(post["uttrekk"]), born.første > last.siste {
      return "Måneden er etter \(last.bokmål), den siste dagen opplysningene gjelder for. Sjekk måneden."
    }
    for collection in modell.samlinger where collection.avledning == nil {
      for event in post["hendelser"]?[collection.navn]?.array ?? [] {
        guard let day = start(event), day.siste < born.første else { continue }
        return "Måneden er etter \(collection.bestemt) \(day.bokmål). Sjekk måneden."
      }
    }
    return nil
  }

  // MARK: Within one event

  private func innen(
    _ day: Datoomfang, _ name: String, _ event: JSONValue, _ collection: Samling
  ) -> String? {
    guard name == "dato" || name == "fra" else {
      guard let own = start(event), day.siste < own.første else { return nil }
      return "Datoen er før \(collection.bestemt) \(own.bokmål). Sjekk datoen."
    }
    if let end = dag(event["til"]), end.siste < day.første {
      return "Datoen er etter den siste dagen, \(end.bokmål). Sjekk datoen."
    }
    for felt in collection.felter where felt.type == .dato {
      guard let later = dag(event[felt.navn]), later.siste < day.første else { continue }
      let what = felt.etikett.hasPrefix("når ") ? "da" + felt.etikett.dropFirst(3) : felt.etikett
      return "Datoen er etter \(later.bokmål), \(what). Sjekk datoen."
    }
    return nil
  }

  /// A day outside the month or the year that the record already gives.
  private func registrert(_ day: Datoomfang, _ known: JSONValue?) -> String? {
    guard let known = dag(known), day.siste < known.første || day.første > known.siste else { return nil }
    return "Datoen stemmer ikke med det som er registrert: \(known.bokmål). Sjekk datoen."
  }

  private func start(_ event: JSONValue) -> Datoomfang? { dag(event["dato"]) ?? dag(event["fra"]) }

  private func dag(_ value: JSONValue?) -> Datoomfang? { value?.string.flatMap { Datoomfang(iso: $0) } }
}

extension Samling {
  /// «tilsynsbesøket»: the first word is the noun, unless the name itself has two.
  fileprivate var bestemt: String {
    guard !navn.contains("_") else { return ord.entall }
    let noun = ord.entall.prefix { $0 != " " }
    let ending = ord.kjønn == .intetkjønn ? "et" : "en"
    return "\(noun)\(noun.last == "e" ? ending.dropFirst() : ending[...])\(ord.entall.dropFirst(noun.count))"
  }
}
