internal import Values
internal import Vocabulary

/// The vocabulary laid out for reading: every name found by its bytes, every default at hand.
struct Leseskjema: Sendable {
  let modell: Saksmodell
  let topp: Navnetabell
  let opplysninger: Samlingsskjema
  /// Position of a collection that case files can hold, by name; derived ones cannot be named.
  let samlingsnavn: Navnetabell
  /// The position in `modell.samlinger` of each name in `samlingsnavn`.
  let samlingsnummer: [Int]
  /// One per collection of the vocabulary.
  let samlinger: [Samlingsskjema]
  /// The fact that says when the child was born, if the vocabulary has it.
  let fødselsfelt: Int?
  /// Every name and code of the vocabulary, as the vocabulary spells it.
  let staver: [String: String]

  /// The keys of a case file's outermost object, in this order in `topp`.
  enum Toppnøkkel: String, CaseIterable {
    case format, sak, enhet, team, uttrekk, opplysninger, hendelser, ufullstendig
  }

  init(_ modell: Saksmodell) {
    self.modell = modell
    topp = Navnetabell(Toppnøkkel.allCases.map(\.rawValue))
    opplysninger = Samlingsskjema(felter: modell.opplysninger, tider: [])
    samlingsnummer = modell.samlinger.indices.filter { modell.samlinger[$0].avledning == nil }
    samlingsnavn = Navnetabell(samlingsnummer.map { modell.samlinger[$0].navn })
    samlinger = modell.samlinger.map {
      Samlingsskjema(
        felter: $0.felter, tider: $0.tid == .dato ? [.dato, .registrert] : [.fra, .til, .registrert])
    }
    fødselsfelt = modell.opplysninger.firstIndex { $0.type == .måned }
    let felter = modell.opplysninger + modell.samlinger.flatMap(\.felter)
    var navn = Toppnøkkel.allCases.map(\.rawValue) + Tidsnøkkel.allCases.map(\.rawValue)
    navn += felter.map(\.navn) + modell.samlinger.map(\.navn)
    for case .kode(let koder) in felter.map(\.type) { navn += koder.map(\.navn) }
    staver = Dictionary(navn.map { ($0, $0) }) { first, _ in first }
  }
}

/// The times of an event.
enum Tidsnøkkel: String, CaseIterable, Sendable {
  case dato, fra, til, registrert
}

/// The fields of a collection, or the facts of a case.
struct Samlingsskjema: Sendable {
  let felter: [Feltskjema]
  let slag: [Feltslag]
  /// What each field means when it is missing.
  let mangler: [Feltverdi]
  /// The fields whose values are days.
  let dagfelter: [Int]
  /// The times that an event can have.
  let tider: [Tidsnøkkel]
  /// Fields by name, and after them the times.
  let nøkler: Navnetabell

  init(felter: [Felt], tider: [Tidsnøkkel]) {
    self.felter = felter.map(Feltskjema.init)
    slag = felter.map { Feltslag($0.type) }
    mangler = zip(felter, self.felter).map { $0.manglerBetyr == .ingen ? .ingen : $1.ukjent }
    dagfelter = slag.indices.filter { [slag] in slag[$0].erDager }
    self.tider = tider
    nøkler = Navnetabell(felter.map(\.navn) + tider.map(\.rawValue))
  }
}

/// A field: how its values are found.
struct Feltskjema: Sendable {
  let koder: Navnetabell
  /// Whether code i is written as a number.
  let tallkode: [Bool]
  /// The codes, for a message.
  let kodeliste: String
  /// Anything is possible.
  let ukjent: Feltverdi

  init(_ felt: Felt) {
    var maske = Feltkolonne.ingen | Feltkolonne.verdi
    var omfang: (lav: Int32, høy: Int32) = (0, 0)
    var koder: [Kode] = []
    switch felt.type {
    case .sannhet: break
    case .kode(let all):
      koder = all
      maske = (2 << UInt64(all.count)) &- 1
    case .tall: omfang = (.min, .max)
    case .dato, .måned: omfang = (Dato.tidenesMorgen.dag, Dato.tidenesEnde.dag)
    case .tekstkode: omfang = (0, .max)
    }
    self.koder = Navnetabell(koder.map(\.navn))
    tallkode = koder.map(\.erTall)
    kodeliste = koder.map(\.navn).joined(separator: ", ")
    ukjent = Feltverdi(maske: maske, lav: omfang.lav, høy: omfang.høy)
  }
}

/// The type of a field, without its codes.
enum Feltslag: UInt8, Sendable {
  case sannhet, kode, tall, dato, måned, tekstkode

  init(_ type: Felttype) {
    switch type {
    case .sannhet: self = .sannhet
    case .kode: self = .kode
    case .tall: self = .tall
    case .dato: self = .dato
    case .måned: self = .måned
    case .tekstkode: self = .tekstkode
    }
  }

  /// Whether columns of this type have `lav` and `høy`.
  var harOmfang: Bool {
    switch self {
    case .sannhet, .kode: false
    case .tall, .dato, .måned, .tekstkode: true
    }
  }

  /// Whether values of this type are days.
  var erDager: Bool {
    switch self {
    case .dato, .måned: true
    case .sannhet, .kode, .tall, .tekstkode: false
    }
  }
}

/// One cell of a column.
struct Feltverdi: Hashable, Sendable {
  var maske: UInt64
  var lav: Int32 = 0
  var høy: Int32 = 0

  static let ingen = Feltverdi(maske: Feltkolonne.ingen)

  /// Exactly this value, or one of this range.
  static func verdi(_ lav: Int32, _ høy: Int32) -> Feltverdi {
    Feltverdi(maske: Feltkolonne.verdi, lav: lav, høy: høy)
  }
}
