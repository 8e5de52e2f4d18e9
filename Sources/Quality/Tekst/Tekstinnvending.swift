public import CaseRecords

/// What stands in the way of storing a text: it may tell who a person is, or which case it is about. It names what was
/// seen and at which word, and never repeats the text.
public enum Tekstinnvending: Hashable, Sendable {
  /// It holds what may identify somebody, and must be written without.
  case identitet(Identitetsfunn)
  /// It holds what looks like a name or a place. The writer may look at it, and say that it is none.
  case kanVære(Identitetsfunn)
  /// It tells on which day somebody was born.
  case fødselsdato(ord: Int)
  /// It holds what looks like a case number, where no case may be named.
  case saksnummer(ord: Int)
}

extension Tekstinnvending {
  /// A reason, a reference or a role: no number of identity, and nothing that reads like a name or an address.
  public init?(tekst: String) {
    if let found = Identitetsvakt().advarsler(i: tekst).first {
      self = .identitet(found)
    } else if let word = Personord.fødselsdato(i: tekst) {
      self = .fødselsdato(ord: word)
    } else {
      return nil
    }
  }

  /// Free text that staff write. A number of identity, or what nearly is one, must go; what may be a name or a place
  /// may stay when the writer has looked (`sett`).
  public init?(melding: String, sett: Bool) {
    let warnings = Identitetsvakt().advarsler(i: melding)
    if let number = warnings.first(where: { !$0.advarsel.kanSesBort }) {
      self = .identitet(number)
    } else if let word = Personord.fødselsdato(i: melding) {
      self = .fødselsdato(ord: word)
    } else if !sett, let found = warnings.first {
      self = .kanVære(found)
    } else if !sett, let word = Personord.fornavn(i: melding) {
      self = .kanVære(Identitetsfunn(advarsel: .muligNavn, ord: word))
    } else {
      return nil
    }
  }

  /// A text of a measure or of minutes: like any text, and about no single case. Minutes are read by many.
  public init?(utenSak tekst: String) {
    if let found = Tekstinnvending(tekst: tekst) {
      self = found
    } else if let word = Self.saksnummer(i: tekst) {
      self = .saksnummer(ord: word)
    } else {
      return nil
    }
  }

  /// What numbers of our own begin with: avvik, measures, decisions, the two bodies, controls, documents and proposals.
  private static let egneNummer: Set<String> = ["AV", "T", "V", "KG", "KU", "MK", "D", "F"]

  /// The first word that looks like the pseudonym of a case: one to three letters, a hyphen and two digits or more.
  private static func saksnummer(i tekst: String) -> Int? {
    tekst.split(whereSeparator: \.isWhitespace).firstIndex { word in
      word.split { !($0.isLetter || $0.isNumber || $0.erStrek) }.contains { token in
        let parts = token.split(whereSeparator: \.erStrek)
        return zip(parts, parts.dropFirst()).contains { letters, digits in
          (1...3).contains(letters.count) && letters.allSatisfy(\.isLetter)
            && !egneNummer.contains(letters.uppercased()) && digits.prefix(while: \.isNumber).count >= 2
        }
      }
    }.map { $0 + 1 }
  }
}

extension Tekstinnvending {
  /// What is wrong and what to do, in bokmål, as the end of a message that begins with the field's name.
  public var bokmål: String {
    switch self {
    case .identitet(let found):
      "Teksten ser ut til å inneholde \(found.advarsel.bokmål) (ord \(found.ord)). Fjern det før du lagrer."
    case .kanVære(let found):
      "Teksten inneholder \(found.advarsel.bokmål) (ord \(found.ord)). Skriv det om, eller kryss av for at du har "
        + "sett over teksten."
    case .fødselsdato(let word):
      "Teksten inneholder en fødselsdato (ord \(word)). Skriv alderen eller året i stedet."
    case .saksnummer(let word):
      "Teksten inneholder noe som ligner et saksnummer (ord \(word)). Skriv uten å nevne enkeltsaker."
    }
  }
}

extension Identitetsadvarsel {
  /// Whether a reader can tell that it is none: a number cannot be told from its look.
  fileprivate var kanSesBort: Bool {
    switch self {
    case .muligNavn, .muligAdresse: true
    case .treff, .liknerFødselsnummer: false
    }
  }
}

extension Character {
  /// A hyphen or a dash of any kind.
  fileprivate var erStrek: Bool {
    unicodeScalars.first?.properties.generalCategory == .dashPunctuation
  }
}
