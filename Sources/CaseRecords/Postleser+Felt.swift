internal import JSONText
internal import Values
internal import Vocabulary

extension Postleser {
  /// The position of a key's name in a table, however it is spelled (escapes, Unicode normalisation form).
  mutating func finn(_ node: Int, i tabell: Navnetabell) -> Int? {
    if tape.nodes[node].isPlain {
      let range = tape.content(of: node)
      if let funnet = tabell.finn(tape.bytes, range) { return funnet }
      if tape.bytes[range].allSatisfy({ $0 < 0x80 }) { return nil }
    }
    let tekst = tape.text(of: node)
    guard let funnet = tabell.finn(tekst) else { return nil }
    if let skrevet = skjema.staver[tekst] { nfc[tekst] = skrevet }
    return funnet
  }

  /// The date that a string node writes.
  func isodato(_ node: Int) -> Isodato? {
    tape.nodes[node].isPlain ? Isodato(tape.bytes, tape.content(of: node)) : Isodato(tape.text(of: node))
  }

  /// A day cannot be after the end of the extract.
  func avgrenset(_ verdi: Feltverdi, _ type: Felttype) -> Feltverdi {
    guard type.erDager, verdi.maske & Feltkolonne.verdi != 0 else { return verdi }
    return Feltverdi(maske: verdi.maske, lav: verdi.lav, høy: min(verdi.høy, uttrekk))
  }

  /// What a field's value says; a fault is reported and counts as unknown.
  mutating func verdi(_ node: Int, _ felt: Feltskjema, _ sted: Sted, _ bunke: inout Saksbunke) -> Feltverdi {
    switch tape.nodes[node].kind {
    case .null: return avgrenset(felt.ukjent, felt.felt.type)
    case .false:
      guard felt.felt.type != .måned else {
        meld(
          .falseNotAllowed, node, sted, "\(omtale(sted)) cannot be false; leave it out when it is unknown.")
        return felt.ukjent
      }
      return .ingen
    case .beginArray: return alternativer(node, felt, sted)
    default: break
    }
    switch felt.felt.type {
    case .sannhet, .kode: return Feltverdi(maske: svar(node, felt, sted) ?? felt.ukjent.maske)
    case .tall: return tall(node, felt, sted)
    case .dato, .måned: return dag(node, felt, sted)
    case .tekstkode: return tekstkode(node, felt, sted, &bunke)
    }
  }

  /// «One of these, not known which»: for a code, and without much use for a sannhet.
  private mutating func alternativer(_ node: Int, _ felt: Feltskjema, _ sted: Sted) -> Feltverdi {
    switch felt.felt.type {
    case .sannhet, .kode: break
    case .tall, .dato, .måned, .tekstkode:
      ikkeListe(node, sted)
      return felt.ukjent
    }
    var maske: UInt64 = 0
    var element = node + 1
    while element < Int(tape.nodes[node].next) {
      if tape.nodes[element].kind == .false {
        maske |= Feltkolonne.ingen
      } else {
        maske |= svar(element, felt, sted) ?? felt.ukjent.maske
      }
      element = Int(tape.nodes[element].next)
    }
    if maske == 0 { meld(.emptyList, node, sted, "\(omtale(sted)) has a list with nothing in it.") }
    return Feltverdi(maske: maske)
  }

  /// The bit of an answer: ja, or a code.
  private mutating func svar(_ node: Int, _ felt: Feltskjema, _ sted: Sted) -> UInt64? {
    let kind = tape.nodes[node].kind
    if felt.felt.type == .sannhet {
      if kind == .true { return Feltkolonne.verdi }
      feilType(node, sted, "true, false or null")
      return nil
    }
    var kode: Int?
    switch kind {
    case .string: kode = finn(node, i: felt.koder)
    case .number: kode = tape.number(of: node)?.integer.flatMap { felt.koder.finn(String($0)) }
    default:
      feilType(node, sted, "a code")
      return nil
    }
    if let kode, felt.tallkode[kode] == (kind == .number) { return 2 << UInt64(kode) }
    if !stanset(node, sted) {
      let numbers = felt.tallkode.contains(true) ? " (digits are written as a number)" : ""
      meld(.unknownCode, node, sted, "\(omtale(sted)) must be one of: \(felt.kodeliste)\(numbers).")
    }
    return nil
  }

  private mutating func tall(_ node: Int, _ felt: Feltskjema, _ sted: Sted) -> Feltverdi {
    guard tape.nodes[node].kind == .number else {
      feilType(node, sted, "a number")
      return felt.ukjent
    }
    guard !stanset(node, sted) else { return felt.ukjent }
    guard let tall = tape.number(of: node)?.integer.flatMap(Int32.init(exactly:)) else {
      meld(.invalidNumber, node, sted, "\(omtale(sted)) must be a whole number of at most nine digits.")
      return felt.ukjent
    }
    return .verdi(tall, tall)
  }

  private mutating func dag(_ node: Int, _ felt: Feltskjema, _ sted: Sted) -> Feltverdi {
    let erMåned = felt.felt.type == .måned
    guard tape.nodes[node].kind == .string else {
      feilType(node, sted, erMåned ? "a month, as in \"2005-03\"" : "a date, as in \"2014-03-12\"")
      return felt.ukjent
    }
    guard let dato = isodato(node), !(erMåned && dato.erFull) else {
      ugyldigDato(node, sted, erMåned: erMåned)
      return felt.ukjent
    }
    guard dato.lav <= uttrekk else {
      meld(.dateAfterExtract, node, sted, "\(omtale(sted)) is after the last day of the extract.")
      return felt.ukjent
    }
    return .verdi(dato.lav, min(dato.høy, uttrekk))
  }

  /// Reports a text that is not a date that can stand here.
  mutating func ugyldigDato(_ node: Int, _ sted: Sted, erMåned: Bool) {
    if stanset(node, sted) { return }
    let sted2 = omtale(sted)
    if erMåned, isodato(node) != nil {
      meld(.fullBirthDate, node, sted, "\(sted2) must be a month or a year; a full date is refused.")
    } else if erMåned {
      meld(.invalidDate, node, sted, "\(sted2) must be a month or a year that exists, as in 2005-03 or 2005.")
    } else {
      meld(
        .invalidDate, node, sted, "\(sted2) must be a date that exists, as in 2014-03-12, 2014-03 or 2014.")
    }
  }

  private mutating func tekstkode(
    _ node: Int, _ felt: Feltskjema, _ sted: Sted, _ bunke: inout Saksbunke
  ) -> Feltverdi {
    guard tape.nodes[node].kind == .string else {
      feilType(node, sted, "a short id in quotes")
      return felt.ukjent
    }
    let tekst = tape.text(of: node)
    if let nummer = tekstindeks[tekst] { return .verdi(nummer, nummer) }
    guard !stanset(node, sted) else { return felt.ukjent }
    guard Pseudonymsøk.erId(tekst) else {
      meld(.invalidId, node, sted, "\(omtale(sted)) must be 1 to 40 of the characters A–Z, a–z, 0–9 and «-».")
      return felt.ukjent
    }
    let nummer = Int32(bunke.tekstkoder.count)
    bunke.tekstkoder.append(tekst)
    tekstindeks[tekst] = nummer
    return .verdi(nummer, nummer)
  }
}
