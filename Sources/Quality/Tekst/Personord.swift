import Values

/// What a text tells about a person in words, where no number and no row of capitals gives it away.
enum Personord {
  private static let fødselsord: Set<String> = [
    "født", "fødd", "f", "fdato", "f.dato", "fødselsdato", "fødselsdatoen", "fødselsdag", "bursdag",
    "føddato",
  ]

  private static let måneder = [
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
    "desember",
  ]

  /// A name alone stands after one of these: «snakket med Ola», «bror Per».
  private static let førNavn: Set<String> = [
    "med", "mor", "far", "fostermor", "fosterfar", "søster", "bror", "tante", "onkel", "bestemor", "bestefar",
    "barnet", "gutten", "jenta", "lærer", "læreren", "heter", "kalt",
  ]

  /// Those whom one speaks with and who are no person.
  private static let tjenester = [
    "barnevern", "bufetat", "bufdir", "politi", "statsforvalter", "fylkes", "kommune", "bydel", "skole",
    "helse", "nav", "bup", "ppt", "barnehus", "statens", "nemnd", "tingrett",
  ]

  /// The word, from 1, of a day that somebody was born: a full date at most three words after «født».
  static func fødselsdato(i tekst: String) -> Int? {
    let words = ord(tekst)
    return words.indices.first { at in
      let before = words[max(0, at - 3)..<at].contains { fødselsord.contains($0.lowercased()) }
      if before { return erDato(words[at]) || erDato(words[at...].prefix(3)) }
      // «f.12.03.2010» and «født:12.03.2010» are one word.
      return fødselsord.contains { prefix in
        let word = words[at].lowercased()
        return word.hasPrefix(prefix) && erDato(word.dropFirst(prefix.count).drop { ".:-".contains($0) })
      }
    }.map { $0 + 1 }
  }

  /// The word, from 1, of what may be a first name alone.
  static func fornavn(i tekst: String) -> Int? {
    let words = ord(tekst)
    return words.indices.dropFirst().first { at in
      let word = words[at]
      guard førNavn.contains(words[at - 1].lowercased()), word.count > 1, word.first?.isUppercase == true,
        word.contains(where: \.isLowercase)
      else { return false }
      let small = word.lowercased()
      return !tjenester.contains(where: small.hasPrefix)
    }.map { $0 + 1 }
  }

  private static func ord(_ tekst: String) -> [String] {
    tekst.split(whereSeparator: \.isWhitespace).map { word in
      let isMark: (Character) -> Bool = { !$0.isLetter && !$0.isNumber }
      return String(String(word.drop(while: isMark).reversed()).drop(while: isMark).reversed())
    }
  }

  /// «12.03.2010», «12/3-10», «2010-03-12», «120310».
  private static func erDato(_ word: some StringProtocol) -> Bool {
    let parts = word.split { ".-/–".contains($0) }.map { Int($0) }
    if parts.count == 1, word.utf8.count == 6 || word.utf8.count == 8 { return parts[0] != nil }
    guard parts.count == 3, let a = parts[0], let b = parts[1], let c = parts[2] else { return false }
    return (1...12).contains(b) && ((1...31).contains(a) || (1...31).contains(c))
  }

  /// «12. mars 2010»; the year may be left out of what is a day all the same.
  private static func erDato(_ words: ArraySlice<String>) -> Bool {
    guard words.count >= 2, let day = words.first.flatMap({ Int($0) }), (1...31).contains(day) else {
      return false
    }
    return måneder.contains(words[words.startIndex + 1].lowercased())
  }
}
