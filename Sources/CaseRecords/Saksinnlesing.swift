internal import JSONText
public import Vocabulary

/// Reads case records from files, folders and memory, a batch at a time, so that memory does not grow with
/// their number.
///
/// The sources are gone through twice: first only for the pseudonyms, since one that occurs twice in a run is
/// an error on both records and the first may long have been passed on when the second comes. Of the first
/// pass nothing is kept but eight bytes for each record.
public struct Saksinnlesing: Sendable {
  private let modell: Saksmodell
  private let vakt: Vakt

  /// Reads records of this vocabulary; every text must pass the guard.
  public init(modell: Saksmodell, vakt: @escaping Vakt) {
    self.modell = modell
    self.vakt = vakt
  }

  /// Everything at once.
  public func les(_ kilder: [Kilde]) -> (bunke: Saksbunke, feil: [Lesefeil]) {
    var resultat = (bunke: Saksbunke(modell: modell), feil: [Lesefeil]())
    les(kilder, bolk: .max) { resultat = ($0, $1) }
    return resultat
  }

  /// Calls `behandle` with each batch of at most `bolk` records, in input order, and the faults met on the way.
  ///
  /// It is called at least once. Rethrows what `behandle` throws.
  public func les(
    _ kilder: [Kilde], bolk: Int, _ behandle: (Saksbunke, [Lesefeil]) throws -> Void
  ) rethrows {
    var leser = Sakleser(modell: modell, vakt: vakt, gjengangere: gjengangere(kilder))
    for kilde in kilder {
      let navn = filnavn(kilde, &leser)
      let feil = try forHverPost(kilde) { bytes, linje in
        if linje.erForLang {
          leser.meld(
            Lesefeil(
              .tooLarge, fil: navn, linje: linje.nummer, kolonne: 1, "The record is larger than 4 MiB."))
        } else {
          leser.les(post: bytes, linje.range, fil: navn, linje: linje.nummer)
        }
        guard leser.antall >= bolk || leser.feil.count >= bolk else { return }
        let (bunke, feil) = leser.taBolk()
        try behandle(bunke, feil)
      }
      if let feil { leser.meld(Lesefeil(feil, fil: navn, "The file or folder cannot be read.")) }
    }
    let (bunke, feil) = leser.taBolk()
    try behandle(bunke, feil)
  }

  /// The name for messages; a file name that is itself an identity number is told of and held back.
  private func filnavn(_ kilde: Kilde, _ leser: inout Sakleser) -> String? {
    guard let slag = vakt(kilde.navn) else { return kilde.navn }
    leser.meld(Lesefeil(.identity, "The name of a file looks like \(slag); rename it."))
    return nil
  }

  // MARK: The first pass

  /// The pseudonyms that occur more than once.
  private func gjengangere(_ kilder: [Kilde]) -> Set<String> {
    var hasher = hasher(kilder)
    hasher.sorterPåPlass()
    var flere: Set<UInt64> = []
    for (a, b) in zip(hasher, hasher.dropFirst()) where a == b { flere.insert(a) }
    guard !flere.isEmpty else { return [] }
    var sett: Set<String> = []
    var gjengangere: Set<String> = []
    for kilde in kilder {
      _ = forHverPost(kilde, overskriver: true) { bytes, linje in
        guard let sak = Pseudonymsøk.finn(bytes, linje.range), flere.contains(Pseudonymsøk.hash(sak.utf8))
        else { return }
        if !sett.insert(sak).inserted { gjengangere.insert(sak) }
      }
    }
    return gjengangere
  }

  /// The hash of every pseudonym.
  ///
  /// An array that grows as it is filled holds everything twice while it moves, so room is made once, after the
  /// first thousand records of a file have shown how many it will have.
  private func hasher(_ kilder: [Kilde]) -> [UInt64] {
    var hasher: [UInt64] = []
    for kilde in kilder {
      let start = hasher.count
      var lest = 0
      _ = forHverPost(kilde, overskriver: true) { bytes, linje in
        lest += linje.range.count + 1
        guard let hash = Pseudonymsøk.hash(bytes, linje.range) else { return }
        hasher.append(hash)
        guard hasher.count == start + 1000 else { return }
        let flere = Int(1100 * Double(linje.igjen) / Double(lest))
        // Never for less than as many again, or many files would mean as many moves.
        if flere > hasher.count { hasher.reserveCapacity(hasher.count + flere) }
      }
    }
    return hasher
  }

  // MARK: Records of a source

  /// Calls `body` with each record; the result tells that the source could not be read (to its end).
  ///
  /// `overskriver`: the bytes are not kept, so that the next ones may take their place.
  private func forHverPost(
    _ kilde: Kilde, overskriver: Bool = false, _ body: ([UInt8], Linjeleser.Linje) throws -> Void
  ) rethrows -> Lesefeil.Kode? {
    var linjer: Linjeleser
    switch kilde {
    case .fil(let sti): linjer = Linjeleser(sti: sti, overskriver: overskriver)
    case .minne(_, let bytes): linjer = Linjeleser(bytes)
    }
    let erLinjer = [".jsonl", ".ndjson"].contains(where: kilde.navn.hasSuffix)
    var erFørste = true
    while let linje = linjer.nesteLinje() {
      if !linje.erForLang, erTom(linjer.buffer, linje.range) { continue }
      if erFørste, !erLinjer, !linje.erForLang, !erEgenPost(linjer.buffer, linje.range) {
        let rest = linjer.resten(fra: linje.range.lowerBound, grense: Sakleser.størstePost)
        let dokument = Linjeleser.Linje(range: rest ?? 0..<0, nummer: linje.nummer, erForLang: rest == nil)
        try body(linjer.buffer, dokument)
        return linjer.erLest ? nil : .unreadableFile
      }
      erFørste = false
      try body(linjer.buffer, linje)
    }
    guard linjer.erLest else { return .unreadableFile }
    // A file that should hold one record and holds nothing is a fault; an empty list of records is none.
    if erFørste, kilde.navn.hasSuffix(".json") {
      try body(linjer.buffer, Linjeleser.Linje(range: 0..<0, nummer: 1))
    }
    return nil
  }

  private func erTom(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    range.allSatisfy { bytes[$0] == 0x20 || bytes[$0] == 0x09 || bytes[$0] == 0x0D }
  }

  /// Whether a line is a record of its own, right or wrong: it begins and ends as an object does, and does not
  /// break off. Otherwise the whole file is one record.
  private func erEgenPost(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let linje = bytes[range]
    guard linje.first(where: { $0 > 0x20 }) == UInt8(ascii: "{"),
      linje.last(where: { $0 > 0x20 }) == UInt8(ascii: "}")
    else { return false }
    var tape = JSONTape()
    do {
      try tape.parse(bytes, range: range, line: 1)
      return true
    } catch {
      return error.code != .unexpectedEnd
    }
  }
}
