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

  /// What a missing field says. A day cannot be after the end of the extract.
  mutating func begynnRad(_ skjema: Samlingsskjema) {
    rad.removeAll(keepingCapacity: true)
    rad.append(contentsOf: skjema.mangler)
    for felt in skjema.dagfelter { rad[felt].høy = min(rad[felt].høy, uttrekk) }
  }

  /// Reads a field's value into the row; a fault is reported and counts as unknown.
  mutating func lesFelt(
    _ node: Int, _ skjema: Samlingsskjema, _ felt: Int, _ sted: Sted, _ koder: inout Tekstkoder
  ) {
    let slag = skjema.slag[felt]
    let lest: Feltverdi?
    switch tape.nodes[node].kind {
    case .null: lest = nil
    case .false where slag == .måned:
      meld(.falseNotAllowed, node, sted, "\(omtale(sted)) cannot be false; leave it out when it is unknown.")
      lest = nil
    case .false: lest = .ingen
    case .beginArray: lest = alternativer(node, skjema, felt, sted)
    default:
      switch slag {
      case .sannhet, .kode: lest = svar(node, skjema, felt, sted).map { Feltverdi(maske: $0) }
      case .tall: lest = tall(node, sted)
      case .dato, .måned: lest = dag(node, erMåned: slag == .måned, sted)
      case .tekstkode: lest = tekstkode(node, sted, &koder)
      }
    }
    if let lest {
      rad[felt] = lest
    } else {
      rad[felt] = skjema.felter[felt].ukjent
      if slag.erDager { rad[felt].høy = uttrekk }
    }
  }

  /// «One of these, not known which»: for a code, and without much use for a sannhet.
  private mutating func alternativer(
    _ node: Int, _ skjema: Samlingsskjema, _ felt: Int, _ sted: Sted
  ) -> Feltverdi? {
    guard !skjema.slag[felt].harOmfang else {
      ikkeListe(node, sted)
      return nil
    }
    var maske: UInt64 = 0
    var element = node + 1
    while element < Int(tape.nodes[node].next) {
      if tape.nodes[element].kind == .false {
        maske |= Feltkolonne.ingen
      } else {
        maske |= svar(element, skjema, felt, sted) ?? Feltkolonne.ingen
      }
      element = Int(tape.nodes[element].next)
    }
    if maske == 0 { meld(.emptyList, node, sted, "\(omtale(sted)) has a list with nothing in it.") }
    return Feltverdi(maske: maske)
  }

  /// The bit of an answer: ja, or a code.
  private mutating func svar(
    _ node: Int, _ skjema: Samlingsskjema, _ felt: Int, _ sted: Sted
  ) -> UInt64? {
    let kind = tape.nodes[node].kind
    if skjema.slag[felt] == .sannhet {
      if kind == .true { return Feltkolonne.verdi }
      feilType(node, sted, "true, false or null")
      return nil
    }
    var kode: Int?
    switch kind {
    case .string: kode = finn(node, i: skjema.felter[felt].koder)
    case .number: kode = tape.number(of: node)?.integer.flatMap { skjema.felter[felt].koder.finn(String($0)) }
    default:
      feilType(node, sted, "a code")
      return nil
    }
    if let kode, skjema.felter[felt].tallkode[kode] == (kind == .number) { return 2 << UInt64(kode) }
    if !stanset(node, sted) {
      let numbers = skjema.felter[felt].tallkode.contains(true) ? " (digits are written as a number)" : ""
      meld(
        .unknownCode, node, sted,
        "\(omtale(sted)) must be one of: \(skjema.felter[felt].kodeliste)\(numbers).")
    }
    return nil
  }

  private mutating func tall(_ node: Int, _ sted: Sted) -> Feltverdi? {
    guard tape.nodes[node].kind == .number else {
      feilType(node, sted, "a number")
      return nil
    }
    guard !stanset(node, sted) else { return nil }
    guard let tall = tape.number(of: node)?.integer.flatMap(Int32.init(exactly:)) else {
      meld(.invalidNumber, node, sted, "\(omtale(sted)) must be a whole number of at most nine digits.")
      return nil
    }
    return .verdi(tall, tall)
  }

  private mutating func dag(_ node: Int, erMåned: Bool, _ sted: Sted) -> Feltverdi? {
    guard tape.nodes[node].kind == .string else {
      feilType(node, sted, erMåned ? "a month, as in \"2005-03\"" : "a date, as in \"2014-03-12\"")
      return nil
    }
    guard let dato = isodato(node), !(erMåned && dato.erFull) else {
      ugyldigDato(node, sted, erMåned: erMåned)
      return nil
    }
    guard dato.lav <= uttrekk else {
      meld(.dateAfterExtract, node, sted, "\(omtale(sted)) is after the last day of the extract.")
      return nil
    }
    guard !erForTidlig(dato, node, sted) else { return nil }
    return .verdi(dato.lav, min(dato.høy, uttrekk))
  }

  /// Whether some day of a date cannot stand in a record, which is then reported.
  mutating func erForTidlig(_ dato: Isodato, _ node: Int, _ sted: Sted) -> Bool {
    guard let first = skjema.modell.tidligsteDag, dato.lav < first.dag else { return false }
    meld(.dateTooEarly, node, sted, "\(omtale(sted)) is before \(first); the year may be mistyped.")
    return true
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

  private mutating func tekstkode(_ node: Int, _ sted: Sted, _ koder: inout Tekstkoder) -> Feltverdi? {
    guard tape.nodes[node].kind == .string else {
      feilType(node, sted, "a short id in quotes")
      return nil
    }
    let tekst = tape.text(of: node)
    if let nummer = koder.finn(tekst) { return .verdi(nummer, nummer) }
    guard !stanset(node, sted) else { return nil }
    guard Pseudonymsøk.erId(tekst) else {
      meld(.invalidId, node, sted, "\(omtale(sted)) must be 1 to 40 of the characters A–Z, a–z, 0–9 and «-».")
      return nil
    }
    let nummer = koder.ny(tekst)
    return .verdi(nummer, nummer)
  }
}
