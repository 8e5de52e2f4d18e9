internal import Values
internal import Vocabulary

/// The vocabulary laid out for the fast reader: flat arrays of plain numbers, so that nothing is counted or
/// copied while a record is read.
///
/// Every name and code of the vocabulary has a number (its place in `navn`); a `kart` says what each number
/// means in one context: as a key of a collection, as a code of a field.
struct Hurtigskjema: Sendable {
  let navn: Navnetabell
  let kalender = Kalender()
  /// What the names mean, one context after another; 0 for nothing.
  let kart: [Int8]
  /// The facts of a case: read as an event without times, one a case.
  let opplysninger: Bord
  /// One per collection of the vocabulary.
  let samlinger: [Bord]
  /// The fields of all tables, one table after another.
  let felter: [Felt]
  /// What each of them means when it is missing.
  let mangler: [Feltverdi]
  /// The outermost keys, and the names of collections.
  let topp: Nøkler
  let samlingsnavn: Nøkler
  /// How many places there are for what to expect after each key.
  let antallForventninger: Int
  /// Whether the vocabulary is small enough for this layout.
  let kanBrukes: Bool
  /// The first day that a record can hold.
  let tidligst: Int32

  /// A table of rows: where its keys, fields and words are.
  struct Bord: Sendable {
    /// Its keys: 1 + `Tid` for times, `førsteFelt` and up for its fields.
    var nøkler: Nøkler
    /// Its first field in `felter`.
    var felter: Int
    var antallFelter: Int
    /// The number of words in a row, and where its empty row begins among those of all tables.
    var bredde: Int
    var mal: Int
    var harTil: Bool
    /// Whether a record that does not name the collection has none of its events: derived, or declared so.
    var erLukketUtenListe: Bool
    /// Two entries on one day would leave open which is in force.
    var harVarighet = false
    /// Nothing of it can have been before the child was born.
    var erEtterFødselen = false
    /// The words of the fields that a derived collection joins by, when it is made from this one.
    var kobling: (hjem: Int, kobling: Int)?
  }

  /// The keys of a kind of object: where in `kart` their meanings are, and where it is kept which key to expect
  /// after each of them.
  struct Nøkler: Sendable {
    var kart: Int
    var forventninger: Int
  }

  struct Felt: Sendable {
    var slag: Feltslag
    /// The word of the row that its mask is in; the next one has its range.
    var plass: Int
    /// Where in `kart` its codes are: code + 1, negative when it is written as a number.
    var koder: Int
    var ukjent: Feltverdi
  }

  /// The words of a row before its fields, and what their keys mean in `kart` less 1.
  enum Tid {
    static let fra = 0
    static let til = 1
    static let registrert = 2
    static let indeks = 3
    static let antall = 4
  }

  /// What the first field of a table is in `kart`.
  static let førsteFelt = 5
}

extension Hurtigskjema {
  init(_ skjema: Leseskjema) {
    let modell = skjema.modell
    // A name that JSON writes with an escape is left to the careful reader.
    let navn = skjema.staver.keys.filter { $0.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C } }
    var bygger = Bygger(navn: Navnetabell(navn))
    topp = bygger.nøkler(Leseskjema.Toppnøkkel.allCases.map(\.rawValue))
    samlingsnavn = bygger.nøkler(modell.samlinger.map { $0.avledning == nil ? $0.navn : nil })
    opplysninger = bygger.bord(modell.opplysninger, skjema.opplysninger, faste: 0)
    samlinger = modell.samlinger.indices.map { bygger.samling($0, skjema) }
    self.navn = bygger.navn
    kart = bygger.kart
    felter = bygger.felter
    mangler = bygger.mangler
    antallForventninger = bygger.forventninger
    kanBrukes = bygger.kanBrukes && samlinger.count < 60
    tidligst = modell.tidligsteDag?.dag ?? .min
  }

  /// Lays out one table after another.
  private struct Bygger {
    let navn: Navnetabell
    var kart: [Int8] = []
    var felter: [Felt] = []
    var mangler: [Feltverdi] = []
    var mal = 0
    var forventninger = 0
    var kanBrukes = true

    /// A context in which no name means anything yet.
    private mutating func nyttKart() -> Int {
      defer { kart += [Int8](repeating: 0, count: navn.antall) }
      return kart.count
    }

    /// Keys that mean 1, 2, 3 …
    mutating func nøkler(_ her: [String?], høyeste: Int? = nil) -> Nøkler {
      let start = nyttKart()
      for (index, name) in her.enumerated() { sett(name, start, index + 1) }
      defer { forventninger += 1 + (høyeste ?? her.count) }
      return Nøkler(kart: start, forventninger: forventninger)
    }

    /// The first to have a name keeps it.
    private mutating func sett(_ name: String?, _ start: Int, _ meaning: Int) {
      guard let number = name.flatMap(navn.finn), kart[start + number] == 0 else { return }
      if let meaning = Int8(exactly: meaning) { kart[start + number] = meaning } else { kanBrukes = false }
    }

    mutating func bord(_ deres: [Vocabulary.Felt], _ skjema: Samlingsskjema, faste: Int) -> Bord {
      let nøkler = nøkler([], høyeste: Hurtigskjema.førsteFelt + deres.count)
      let første = felter.count
      var plass = faste
      for (index, felt) in deres.enumerated() {
        sett(felt.navn, nøkler.kart, index + Hurtigskjema.førsteFelt)
        felter.append(
          Felt(
            slag: skjema.slag[index], plass: plass, koder: koder(felt.type),
            ukjent: skjema.felter[index].ukjent))
        mangler.append(skjema.mangler[index])
        plass += skjema.slag[index].harOmfang ? 2 : 1
      }
      if deres.count > 56 { kanBrukes = false }
      defer { mal += plass }
      return Bord(
        nøkler: nøkler, felter: første, antallFelter: deres.count, bredde: plass, mal: mal,
        harTil: skjema.tider.contains(.til), erLukketUtenListe: false)
    }

    private mutating func koder(_ type: Felttype) -> Int {
      guard case .kode(let koder) = type else { return 0 }
      let start = nyttKart()
      for (index, kode) in koder.enumerated() { sett(kode.navn, start, kode.erTall ? -1 - index : index + 1) }
      return start
    }

    mutating func samling(_ nummer: Int, _ skjema: Leseskjema) -> Bord {
      let samling = skjema.modell.samlinger[nummer]
      var bord = bord(samling.felter, skjema.samlinger[nummer], faste: Tid.antall)
      for tid in skjema.samlinger[nummer].tider { sett(tid.rawValue, bord.nøkler.kart, tid.ord + 1) }
      bord.erLukketUtenListe = samling.avledning != nil || samling.manglerBetyr == .ingen
      bord.harVarighet = samling.varighet != nil
      bord.erEtterFødselen = samling.etterFødselen && skjema.fødselsfelt != nil
      let avledninger = skjema.modell.samlinger.compactMap(\.avledning).filter { $0.kilde == samling.navn }
      if avledninger.count > 1 { kanBrukes = false }
      if let avledning = avledninger.first, let hjem = samling.felt(avledning.sammeFelt),
        let kobling = samling.felt(avledning.koblingsfelt)
      {
        bord.kobling = (felter[bord.felter + hjem].plass, felter[bord.felter + kobling].plass)
      }
      return bord
    }
  }
}

extension Tidsnøkkel {
  /// The word of a row that holds this time.
  var ord: Int {
    switch self {
    case .dato, .fra: Hurtigskjema.Tid.fra
    case .til: Hurtigskjema.Tid.til
    case .registrert: Hurtigskjema.Tid.registrert
    }
  }
}
