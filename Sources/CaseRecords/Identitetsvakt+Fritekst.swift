/// What free text may tell about a person.
public enum Identitetsadvarsel: Hashable, Sendable {
  /// A certain hit: the text must be refused.
  case treff(Identitetsslag)
  /// Eleven digits that begin with a date but whose check digits do not hold: perhaps a number with a slip.
  case liknerFødselsnummer
  /// Two capitalised words in a row.
  case muligNavn
  /// A street with a number, or a postcode with a place.
  case muligAdresse

  /// Whether the text must be refused.
  public var måAvvises: Bool { if case .treff = self { true } else { false } }

  /// What was seen, in English.
  public var beskrivelse: String {
    switch self {
    case .treff(let slag): slag.beskrivelse
    case .liknerFødselsnummer: "eleven digits that look like a national identity number"
    case .muligNavn: "what may be a name"
    case .muligAdresse: "what may be an address"
    }
  }

  /// What was seen, in bokmål.
  public var bokmål: String {
    switch self {
    case .treff(let slag): slag.bokmål
    case .liknerFødselsnummer: "elleve sifre som ligner et fødselsnummer"
    case .muligNavn: "noe som kan være et navn"
    case .muligAdresse: "noe som kan være en adresse"
    }
  }
}

/// A warning and where it is; never the text itself.
public struct Identitetsfunn: Hashable, Sendable {
  /// What was seen.
  public var advarsel: Identitetsadvarsel
  /// The word it begins with, counted from 1.
  public var ord: Int

  /// A warning at a word.
  public init(advarsel: Identitetsadvarsel, ord: Int) {
    self.advarsel = advarsel
    self.ord = ord
  }
}

extension Identitetsvakt {
  /// What a person should look at before free text (a reason) is stored: certain hits, and likely names and
  /// addresses, in the order of the text.
  public func advarsler(i tekst: some StringProtocol) -> [Identitetsfunn] {
    let tegn = Tegnrekke(tekst)
    let hits = (epostadresser(i: tegn) + nummer(i: tegn)).map {
      Identitetsfunn(advarsel: .treff($0.slag), ord: tegn.ord[$0.ved])
    }
    let seen = Set(hits.map(\.ord))
    let lookalikes = nestenFødselsnummer(i: tegn).filter { !seen.contains($0.ord) }
    let words = String(tekst).split(whereSeparator: \.isWhitespace).map { Fritekstord($0) }
    return (hits + lookalikes + navn(i: words) + adresser(i: words))
      .enumerated().sorted { ($0.element.ord, $0.offset) < ($1.element.ord, $1.offset) }.map(\.element)
  }

  private func nestenFødselsnummer(i tegn: Tegnrekke) -> [Identitetsfunn] {
    let groups = tegn.siffergrupper
    return groups.indices.compactMap { start in
      let joined = start + 1 < groups.count && groups[start].lengde == 6 && groups[start + 1].skille != nil
      let window = groups[start..<min(start + (joined ? 2 : 1), groups.count)]
      let digits = tegn.siffer(i: window)
      guard digits.count == 11, !groups[start].limtFør, window.last?.limtEtter == false,
        Kontrollsiffer.datodel(digits) != nil
      else { return nil }
      return Identitetsfunn(advarsel: .liknerFødselsnummer, ord: tegn.ord[groups[start].fra])
    }
  }

  /// Norwegian writes common nouns with a small letter: two capitals in a row are nearly always a name. At
  /// the start of a sentence a capital means nothing when the word is one that opens sentences.
  private func navn(i words: [Fritekstord]) -> [Identitetsfunn] {
    var found: [Identitetsfunn] = []
    var at = 0
    while at < words.count {
      let opensSentence = at == 0 || words[at - 1].avslutterSetning
      guard words[at].kanVæreNavn, !(opensSentence && Fritekstord.åpningsord.contains(words[at].liten)) else {
        at += 1
        continue
      }
      var end = at + 1
      while end < words.count, words[end].kanVæreNavn, !words[end - 1].avslutterSetning { end += 1 }
      if end - at >= 2 { found.append(Identitetsfunn(advarsel: .muligNavn, ord: at + 1)) }
      at = end
    }
    return found
  }

  private func adresser(i words: [Fritekstord]) -> [Identitetsfunn] {
    words.indices.dropLast().compactMap { at in
      let street = words[at].erGate && words[at + 1].begynnerMedSiffer
      let postcode = words[at].erPostnummer && words[at + 1].kanVæreNavn
      return street || postcode ? Identitetsfunn(advarsel: .muligAdresse, ord: at + 1) : nil
    }
  }
}

/// A word of free text without the marks around it.
struct Fritekstord {
  let tekst: String
  let liten: String
  let avslutterSetning: Bool

  init(_ raw: some StringProtocol) {
    let isMark: (Character) -> Bool = { !$0.isLetter && !$0.isNumber }
    let kjerne = raw.drop(while: isMark)
    var ending = kjerne.endIndex
    while ending > kjerne.startIndex, isMark(kjerne[kjerne.index(before: ending)]) {
      ending = kjerne.index(before: ending)
    }
    tekst = String(kjerne[..<ending])
    liten = tekst.lowercased()
    let isInitial = tekst.count == 1
    avslutterSetning = !isInitial && kjerne[ending...].contains { ".!?:".contains($0) }
  }

  /// Words that often open a sentence and may stand before a capital; and the services' own names.
  static let åpningsord: Set<String> = [
    "at", "av", "barnet", "barnevernet", "barneverntjenesten", "barnevernstjenesten", "bydel", "bydelen",
    "da", "de", "den", "der", "derfor", "det", "dette", "en", "er", "et", "etter", "for", "fordi", "fra",
    "fylkesmannen", "fylkesnemnda", "før", "ha", "han", "har", "her", "hos", "hun", "hva", "hvis", "i",
    "ifølge", "ikke", "ingen", "iht", "jeg", "kommunen", "kun", "med", "men", "mens", "mor", "far", "mot",
    "nemnda", "nå", "når", "og", "om", "også", "på", "saken", "se", "selv", "siden", "som", "så",
    "statsforvalteren", "til", "under", "unntak", "ved", "vi", "viser",
  ]

  private static let kjenteNavn: Set<String> = [
    "barneloven", "barnevernloven", "barnevernsloven", "bufdir", "bufetat", "datatilsynet", "helsetilsynet",
    "norge", "statsforvalteren",
  ]

  /// A capital followed by a small letter, or a single capital (an initial); a hyphen may join two.
  var kanVæreNavn: Bool {
    guard let first = tekst.first, first.isUppercase, !Self.kjenteNavn.contains(liten) else { return false }
    let rest = tekst.dropFirst()
    guard rest.allSatisfy({ $0.isLetter || "-'’".contains($0) }) else { return false }
    return rest.isEmpty || rest.contains(where: \.isLowercase)
  }

  var begynnerMedSiffer: Bool { tekst.first?.isNumber == true }

  /// Ends like a street: «Storgata», «Solvikveien», «vei».
  var erGate: Bool {
    let endings = [
      "veien", "vegen", "vei", "veg", "gata", "gaten", "gate", "stien", "plassen", "plass", "allé", "alléen",
      "bakken", "svingen", "gnr",
    ]
    return tekst.last?.isLetter == true && endings.contains { liten.hasSuffix($0) }
  }

  /// Four digits that are not a year.
  var erPostnummer: Bool {
    guard tekst.count == 4, let number = Int(tekst) else { return false }
    return !(1900...2099).contains(number)
  }
}
