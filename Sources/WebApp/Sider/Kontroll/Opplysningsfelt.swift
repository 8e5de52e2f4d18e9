import JSONText
import Markup
import Quality
import Values
import Vocabulary

/// A question about a missing fact, as a field of a form: what may be answered follows from the vocabulary.
struct Opplysningsfelt {
  /// The field's name in the form.
  let navn: String
  let sted: String
  let spørsmål: String
  let slag: Slag

  enum Slag: Hashable, Sendable {
    case sannhet
    case kode([Kode])
    case tall
    case dato
    case måned
    case tekstkode
    /// An open collection: is there more than what is registered?
    case samling(Samling)
  }

  /// Nil when the vocabulary has no such place.
  init?(navn: String, sted: String, spørsmål: String, modell: Saksmodell) {
    self.navn = navn
    self.sted = sted
    self.spørsmål = spørsmål
    let parts = sted.split(separator: "/").map(String.init)
    if parts.count == 1, let index = modell.samling(parts[0]) {
      slag = .samling(modell.samlinger[index])
    } else if parts.count == 2, parts[0] == "opplysninger", let index = modell.opplysning(parts[1]) {
      slag = Slag(modell.opplysninger[index].type)
    } else if parts.count == 3, let index = modell.samling(parts[0]) {
      let collection = modell.samlinger[index]
      slag = collection.felt(parts[2]).map { Slag(collection.felter[$0].type) } ?? .dato
    } else {
      return nil
    }
  }

  /// What is chosen when the reader cannot find the answer.
  static let finnerIkke = "finner_ikke"

  // MARK: As it is shown

  @HTMLBuilder func html(_ form: Utfylling, kanMangle: Bool = true) -> [HTML] {
    let missing = kanMangle ? [(Self.finnerIkke, "Jeg finner ikke svaret")] : []
    switch slag {
    case .sannhet: form.valg(navn, spørsmål, [("ja", "Ja"), ("nei", "Nei")] + missing)
    case .kode(let codes):
      form.valg(navn, spørsmål, codes.map { ($0.navn, Bokmål.stor($0.etikett)) } + missing)
    case .tall: form.tekst(navn, spørsmål, hjelp: "Skriv et tall.", smal: true, inndata: "numeric")
    case .tekstkode:
      form.tekst(navn, spørsmål, hjelp: "Skriv en kort kode, for eksempel H1. Ikke navn.", smal: true)
    case .dato:
      form.dato(navn, spørsmål, hjelp: "For eksempel 12 3 2014. La dagen stå tom hvis du bare vet måneden.")
    case .måned: form.tekst(navn, spørsmål, hjelp: "Måned og år, for eksempel 3 2006.", smal: true)
    case .samling(let collection):
      form.valg(
        navn, spørsmål,
        [("ingen", "Nei, det finnes ikke flere"), ("flere", "Ja, og jeg skriver når under")] + missing,
        hjelp: "Svarer du nei, regner reglene med at det ikke finnes flere. Da kan det bli et avvik.")
      form.område(
        "\(navn).datoer", "Når? En linje for hver",
        hjelp: collection.tid == .periode
          ? "Skriv fra og til: 12.03.2014-30.04.2014. La til stå tom hvis det varer ennå."
          : "Skriv datoer: 12.03.2014.", valgfritt: true, linjer: 3)
    }
    switch slag {
    case .tall, .tekstkode, .dato,
      .måned where kanMangle:
      form.kryss("\(navn).mangler", "Finner du ikke svaret?", missing, valgfritt: true)
    default: []
    }
  }

  // MARK: As it is answered

  enum Lest: Hashable {
    case verdi(JSONValue)
    case finnerIkke
    case tom
  }

  func les(_ form: Skjemadata) throws(Feltfeil) -> Lest {
    if form[navn] == Self.finnerIkke || form["\(navn).mangler"] == Self.finnerIkke { return .finnerIkke }
    switch slag {
    case .dato: return try lesDato(form)
    case .samling(let collection): return try lesSamling(form, collection)
    default: break
    }
    guard let text = form.verdi(navn) else { return .tom }
    switch slag {
    case .sannhet:
      guard text == "ja" || text == "nei" else { throw feil("Velg et av svarene.") }
      return .verdi(.bool(text == "ja"))
    case .kode(let codes):
      guard let code = codes.first(where: { $0.navn == text }) else { throw feil("Velg et av svarene.") }
      return .verdi(code.erTall ? Int64(text).map(JSONValue.integer) ?? .string(text) : .string(text))
    case .tall:
      guard text.utf8.count < 4, let number = Int64(text), number >= 0 else {
        throw feil("Svaret må være et tall. Skriv det med siffer.")
      }
      return .verdi(.integer(number))
    case .tekstkode:
      guard (1...20).contains(text.count), text.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) else {
        throw feil("Koden må være kort, med bokstaver og siffer. Ikke skriv navn.")
      }
      return .verdi(.string(text))
    case .måned: return .verdi(.string(try måned(text)))
    case .dato, .samling: return .tom
    }
  }

  private func lesDato(_ form: Skjemadata) throws(Feltfeil) -> Lest {
    let parts = Datofelt.deler.map { form["\(navn).\($0.navn)"] }
    if parts.allSatisfy(\.isEmpty) { return .tom }
    if parts[0].isEmpty { return .verdi(.string(try måned("\(parts[1]) \(parts[2])"))) }
    guard let day = try Datofelt.les(form, navn, "Datoen") else { return .tom }
    return .verdi(.string(day.description))
  }

  private func lesSamling(_ form: Skjemadata, _ collection: Samling) throws(Feltfeil) -> Lest {
    let lines = form["\(navn).datoer"].split(separator: "\n").map(\.trimmet).filter { !$0.isEmpty }
    switch form[navn] {
    case "ingen":
      if !lines.isEmpty {
        throw feil("Du har skrevet datoer, men svart nei. Velg ja, eller ta bort datoene.")
      }
      return .verdi(.array([]))
    case "flere":
      if lines.isEmpty {
        throw Feltfeil("\(navn).datoer", "Når må fylles ut når svaret er ja. Skriv en dato på hver linje.")
      }
      var events: [JSONValue] = []
      for (index, line) in lines.enumerated() { events.append(try hendelse(line, index + 1, collection)) }
      return .verdi(.array(events))
    case "":
      if !lines.isEmpty {
        throw feil("Svar må velges. Du har skrevet datoer under, så svaret er kanskje ja.")
      }
      return .tom
    default: throw feil("Velg et av svarene.")
    }
  }

  private func hendelse(_ line: String, _ number: Int, _ collection: Samling) throws(Feltfeil) -> JSONValue {
    let field = "\(navn).datoer"
    if collection.tid == .dato { return .object(["dato": .string(try dag(line, field, number).description)]) }
    let ends = line.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map(\.trimmet)
    let from = try dag(ends[0], field, number)
    var members = [JSONValue.Member("fra", .string(from.description))]
    if ends.count > 1, !ends[1].isEmpty {
      let to = try dag(ends[1], field, number)
      if to < from { throw Feltfeil(field, "Til kan ikke være før fra. Rett linje \(number).") }
      members.append(JSONValue.Member("til", .string(to.description)))
    }
    return .object(members)
  }

  /// A day as Norwegians write it, `12.03.2014`, or as computers do.
  private func dag(_ text: String, _ field: String, _ line: Int) throws(Feltfeil) -> Dato {
    if let day = Dato(text) { return day }
    let numbers = text.split { $0 == "." || $0 == " " }.compactMap { $0.count <= 4 ? Int($0) : nil }
    guard numbers.count == 3, numbers[2] >= 1900,
      let day = Dato(år: numbers[2], måned: numbers[1], dag: numbers[0])
    else {
      throw Feltfeil(
        field, "Når må skrives som datoer, for eksempel 12.03.2014. Rett linje \(line).")
    }
    return day
  }

  private func måned(_ text: String) throws(Feltfeil) -> String {
    let numbers = text.split { $0 == "." || $0 == " " || $0 == "/" }.compactMap {
      $0.count <= 4 ? Int($0) : nil
    }
    guard numbers.count == 2, (1...12).contains(numbers[0]), (1900..<2200).contains(numbers[1]) else {
      throw feil("Måneden må skrives med tall: måned og år, for eksempel 3 2006.")
    }
    return "\(numbers[1])-\(numbers[0] < 10 ? "0" : "")\(numbers[0])"
  }

  private func feil(_ text: String) -> Feltfeil { Feltfeil(navn, text) }
}

extension Opplysningsfelt.Slag {
  init(_ type: Felttype) {
    switch type {
    case .sannhet: self = .sannhet
    case .kode(let codes): self = .kode(codes)
    case .tall: self = .tall
    case .dato: self = .dato
    case .måned: self = .måned
    case .tekstkode: self = .tekstkode
    }
  }
}
