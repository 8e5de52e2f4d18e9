public import Values

/// The vocabulary of case records: which facts and collections exist, their fields, types and codes.
///
/// It is data (`Checklists/saksmodell.yaml`), not Swift code: a new event type, code or field is added there
/// and needs no rebuild. The order of declaration fixes the order of the columns.
public struct Saksmodell: Hashable, Sendable {
  /// Facts about the case as a whole (opplysninger).
  public var opplysninger: [Felt]
  /// Collections of dated events or periods (samlinger), derived ones last.
  public var samlinger: [Samling]
  /// No date of a record is before this day: it would be a mistyped year, or what a system writes for «none». Nil: any
  /// date goes.
  public var tidligsteDag: Dato?

  /// A vocabulary with these facts and collections.
  public init(opplysninger: [Felt], samlinger: [Samling], tidligsteDag: Dato? = nil) {
    self.opplysninger = opplysninger
    self.samlinger = samlinger
    self.tidligsteDag = tidligsteDag
  }

  /// The position of the fact with this name.
  public func opplysning(_ navn: String) -> Int? { opplysninger.firstIndex { $0.navn == navn } }

  /// The position of the collection with this name.
  public func samling(_ navn: String) -> Int? { samlinger.firstIndex { $0.navn == navn } }
}

/// A fact of the case, or a field of an event.
public struct Felt: Hashable, Sendable {
  /// The name in case files and rules.
  public var navn: String
  /// What values it can have.
  public var type: Felttype
  /// What it documents, in plain words, as it reads after «om» or in a list: «barnet var til stede».
  public var etikett: String
  /// What a *missing* field means, where that is not «unknown».
  public var manglerBetyr: Mangelbetydning
  /// How it is worded when its value is a condition.
  public var ordlegging: Ordlegging
  /// The question that asks for it, with `{dato}` for the day of the event: «Var barnet til stede {dato}?»
  public var spørsmål: String?

  /// A field with its type and label.
  public init(
    _ navn: String, _ type: Felttype, etikett: String? = nil, manglerBetyr: Mangelbetydning = .ukjent,
    ordlegging: Ordlegging = Ordlegging(), spørsmål: String? = nil
  ) {
    self.ordlegging = ordlegging
    self.spørsmål = spørsmål
    self.navn = navn
    self.type = type
    self.etikett = etikett ?? navn.split(separator: "_").joined(separator: " ")
    self.manglerBetyr = manglerBetyr
  }
}

/// What values a field can have.
public enum Felttype: Hashable, Sendable {
  /// ja or nei.
  case sannhet
  /// One of a fixed list of codes; a code of digits only is written as a number in JSON. At most 62.
  case kode([Kode])
  /// A number.
  case tall
  /// A day, possibly coarse.
  case dato
  /// A month or a year, never a full date: what is known of a birthday.
  case måned
  /// A short id such as `H1`, compared only for equality.
  case tekstkode
}

/// A code and its plain-language label.
public struct Kode: Hashable, Sendable {
  /// As written in case files and rules.
  public var navn: String
  /// As shown to a reader.
  public var etikett: String
  /// How it is worded when it is a condition.
  public var ordlegging: Ordlegging

  /// A code; the label is the code with spaces for underscores unless another is given.
  public init(_ navn: String, etikett: String? = nil, ordlegging: Ordlegging = Ordlegging()) {
    self.ordlegging = ordlegging
    self.navn = navn
    self.etikett = etikett ?? navn.split(separator: "_").joined(separator: " ")
  }

  /// Whether the code is written as a JSON number.
  public var erTall: Bool { navn.utf8.allSatisfy { (48...57).contains($0) } }
}

/// How a sentence words a truth or a code, where a general pattern would be stiff. Each part may be left out.
public struct Ordlegging: Hashable, Sendable {
  /// Right after the noun, of events that have it: «i fosterhjemmet», «om søsken», «der barnet var til stede».
  public var ledd: String?
  /// Right after the noun, of events that do not: «som ble gjennomført» (of avlyst).
  public var nektetLedd: String?
  /// As a clause: «barnet ville ikke».
  public var setning: String?
  /// As a clause, of the opposite: «besøket ble gjennomført» (of avlyst).
  public var nektetSetning: String?

  /// A wording; what is nil follows the general pattern.
  public init(
    ledd: String? = nil, nektetLedd: String? = nil, setning: String? = nil, nektetSetning: String? = nil
  ) {
    self.ledd = ledd
    self.nektetLedd = nektetLedd
    self.setning = setning
    self.nektetSetning = nektetSetning
  }
}

/// What it means that a field, or a collection, is not there at all. `null` always means unknown.
public enum Mangelbetydning: Hashable, Sendable {
  /// Not known.
  case ukjent
  /// Looked for, none there (for a sannhet: nei).
  case ingen
}

/// A collection of events of one kind.
public struct Samling: Hashable, Sendable {
  /// The name in case files and rules.
  public var navn: String
  /// Whether its events have a `dato`, or `fra` and `til`.
  public var tid: Tidsform
  /// The fields, apart from `dato`, `fra`, `til` and `registrert`.
  public var felter: [Felt]
  /// How the events are spoken of.
  public var ord: Substantiv
  /// The document a reader opens to look up a missing fact: «referatet fra oppfølgingsbesøket».
  public var dokument: String
  /// How long an event on a day lasts, when it does: a frequency runs to the next entry or to the end of its stay.
  public var varighet: Varighetsregel?
  /// What it means that a record does not have the collection at all: that it was not extracted (`ukjent`), or that
  /// there are no such events (`ingen`), for a collection that older records do not know and another fact stands for.
  public var manglerBetyr: Mangelbetydning
  /// Whether nothing of it can have been before the child was born (a visit to the child), as some things can (the
  /// approval of its foster home).
  public var etterFødselen: Bool
  /// How a derived collection is made; nil for one that is read from the case file.
  public var avledning: Avledning?

  /// A collection of events.
  public init(
    _ navn: String, _ tid: Tidsform, felter: [Felt], ord: Substantiv? = nil, dokument: String? = nil,
    varighet: Varighetsregel? = nil, manglerBetyr: Mangelbetydning = .ukjent, etterFødselen: Bool = false,
    avledning: Avledning? = nil
  ) {
    self.navn = navn
    self.tid = tid
    self.felter = felter
    self.ord = ord ?? Substantiv(entall: navn, flertall: navn, kjønn: .intetkjønn)
    self.dokument = dokument ?? navn
    self.varighet = varighet
    self.manglerBetyr = manglerBetyr
    self.etterFødselen = etterFødselen
    self.avledning = avledning
  }

  /// The position of the field with this name.
  public func felt(_ navn: String) -> Int? { felter.firstIndex { $0.navn == navn } }
}

/// How the events of a collection lie in time.
public enum Tidsform: Hashable, Sendable {
  /// One day: `dato`.
  case dato
  /// From a day to a day, both included: `fra`, `til`.
  case periode
}

/// An entry lasts until the next one, at most to the end of the period of `innenfor` that it falls in.
public struct Varighetsregel: Hashable, Sendable {
  /// The (derived) period collection that an entry cannot outlast; nil when only the next entry ends it.
  public var innenfor: String?

  /// Lasts to the next entry, within the periods of this collection.
  public init(innenfor: String?) { self.innenfor = innenfor }
}

/// A collection of periods made by joining adjoining periods of another.
public struct Avledning: Hashable, Sendable {
  /// The period collection it is made from.
  public var kilde: String
  /// Adjoining periods with the same value of this tekstkode field are joined …
  public var sammeFelt: String
  /// … and those where this sannhet field of the later one is ja.
  public var koblingsfelt: String

  /// Joins the periods of `kilde`.
  public init(kilde: String, sammeFelt: String, koblingsfelt: String) {
    self.kilde = kilde
    self.sammeFelt = sammeFelt
    self.koblingsfelt = koblingsfelt
  }
}

/// A noun with what a sentence needs to know of it.
public struct Substantiv: Hashable, Sendable {
  /// Indefinite singular: «oppfølgingsbesøk».
  public var entall: String
  /// Indefinite plural: «oppfølgingsbesøk», «evalueringer».
  public var flertall: String
  /// Grammatical gender, which decides «én», «ei» or «ett».
  public var kjønn: Kjønn
  /// Definite singular: «oppfølgingsbesøket», «evalueringen av omsorgsplanen».
  public var bestemt: String
  /// The first day of a period, as it is spoken of: «innflyttingen».
  public var begynnelse: String
  /// The last day of a period: «utflyttingen».
  public var slutt: String

  /// A noun. What is not given follows the general pattern.
  public init(
    entall: String, flertall: String, kjønn: Kjønn, bestemt: String? = nil, begynnelse: String? = nil,
    slutt: String? = nil
  ) {
    self.entall = entall
    self.flertall = flertall
    self.kjønn = kjønn
    let definite = bestemt ?? Substantiv.bestemt(entall, kjønn)
    self.bestemt = definite
    self.begynnelse = begynnelse ?? "begynnelsen på \(definite)"
    self.slutt = slutt ?? "slutten på \(definite)"
  }

  /// The noun, which is the first word, with its article at the end.
  private static func bestemt(_ entall: String, _ kjønn: Kjønn) -> String {
    let noun = entall.prefix { $0 != " " }
    let ending = kjønn == .intetkjønn ? "et" : kjønn == .hunkjønn ? "a" : "en"
    let stem = noun.hasSuffix("e") ? noun.dropLast() : noun
    return stem + ending + entall.dropFirst(noun.count)
  }

  /// Grammatical gender in bokmål.
  public enum Kjønn: String, Hashable, Sendable {
    case hankjønn
    case hunkjønn
    case intetkjønn
  }
}
