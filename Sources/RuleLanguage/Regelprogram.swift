public import Values
public import Vocabulary

/// Typed rules, ready to run: a flat list of nodes that refer to each other by position.
///
/// A node is plain data without references, so that running a rule touches neither the heap nor a reference
/// count. Every rule of a checklist shares one program, and a definition is computed once per case.
public struct Regelprogram: Sendable {
  /// The vocabulary whose columns the nodes name by position.
  public let modell: Saksmodell
  /// The nodes. A node refers only to nodes before it.
  public internal(set) var noder: [Node] = []
  /// Each node's place in the text of the rule it came from.
  public internal(set) var kilder: [Nodekilde] = []
  /// Exact numbers that nodes refer to.
  public internal(set) var tall: [Brøk] = []
  /// Questions that nodes refer to.
  public internal(set) var spørringer: [Typetspørring] = []
  /// Each question as the author would write it, without what is asked: `vedtak siste 12 måneder der (…)`.
  public internal(set) var spørringstekster: [String] = []
  /// Dated parameters.
  public internal(set) var parametre: [Parameter] = []
  /// Named values, in order; each may refer only to those before it.
  public internal(set) var definisjoner: [Definisjon] = []

  init(modell: Saksmodell) { self.modell = modell }
}

/// The position of a node in a program.
public struct Nodeindeks: Hashable, Sendable {
  /// The position; −1 for «none».
  public var verdi: Int32

  /// A position.
  public init(verdi: Int32) { self.verdi = verdi }

  /// No node.
  public static let ingen = Nodeindeks(verdi: -1)

  /// Whether there is a node.
  public var finnes: Bool { verdi >= 0 }
}

/// Where a node came from.
public struct Nodekilde: Hashable, Sendable {
  /// The expression as the author would write it, in canonical form.
  public var tekst: String
  /// Its place in the rule's text.
  public var område: Range<Int>
}

/// The type of a value.
public enum Verditype: Hashable, Sendable {
  case sannhet
  case tall
  case dato
  case perioder
  /// One of the codes of a field, named for messages.
  case kode(Koderef)
  case tekstkode

  var navn: String {
    switch self {
    case .sannhet: "a truth value (ja/nei)"
    case .tall: "a number"
    case .dato: "a date"
    case .perioder: "a set of periods"
    case .kode: "a code"
    case .tekstkode: "a text code"
    }
  }

  /// How an author gets from a value of this type to one of the type that is needed.
  func hint(forÅBli needed: Verditype) -> String {
    switch (needed, self) {
    case (.sannhet, .tall): "Compare the number: «… er minst 1»."
    case (.sannhet, .dato): "Compare the date: «… er før kontrolldatoen»."
    case (.sannhet, .perioder): "Ask whether the periods hold a day: «… dekker kontrolldatoen»."
    case (.tall, _): "A number is «antall X», «dager med X», a parameter, or a literal such as 4."
    case (.dato, _): "A date is «kontrolldatoen», a date field, or a day such as 2014-05-31."
    case (.perioder, _):
      "Periods are «perioder med X der (…)», «siste 12 måneder», «fjoråret», or «fra … til …»."
    default: "Ask a question that is answered ja or nei, such as «finnes X»."
    }
  }
}

/// Names a coded field or fact by position; `samling` is −1 for a fact.
public struct Koderef: Hashable, Sendable {
  /// The collection, or −1 for a fact of the case.
  public var samling: Int32
  /// The field of the collection, or the fact.
  public var felt: Int32
}

/// A value read from a record: a fact, or a field of the event at a nesting level.
public struct Feltref: Hashable, Sendable {
  /// The collection, or −1 for a fact of the case.
  public var samling: Int32
  /// The field of the collection, or the fact.
  public var felt: Int32
  /// Which enclosing question the event belongs to; 0 is the outermost.
  public var nivå: Int8

  /// A reference to a field or fact.
  public init(samling: Int32, felt: Int32, nivå: Int8) {
    self.samling = samling
    self.felt = felt
    self.nivå = nivå
  }
}

/// One step of a rule. Payloads are plain data.
public enum Node: Sendable {
  // Truth values
  case sannhet(Sannhet)
  case tilVurdering
  case og(Nodeindeks, Nodeindeks)
  case eller(Nodeindeks, Nodeindeks)
  case ikke(Nodeindeks)
  /// Also for numbers, dates and periods.
  case hvis(Nodeindeks, Nodeindeks, Nodeindeks)
  /// A sannhet field or fact.
  case felt(Feltref)
  /// Whether a field has a value.
  case harVerdi(Feltref)
  /// Whether a coded field is one of the codes in the mask.
  case erBlant(Feltref, UInt64)
  case likTekst(Feltref, Feltref)
  case sammenlignTall(Sammenligning, Nodeindeks, Nodeindeks)
  case sammenlignDato(Sammenligning, Nodeindeks, Nodeindeks)
  case dekker(Nodeindeks, Nodeindeks)
  case dekkerDato(Nodeindeks, Nodeindeks)
  case overlapper(Nodeindeks, Nodeindeks)
  /// `minst n` events match; `finnes` is n = 1.
  case minst(Int32, spørring: Int32)
  case alle(spørring: Int32, har: Nodeindeks)
  case siste(spørring: Int32, har: Nodeindeks)
  case første(spørring: Int32, har: Nodeindeks)
  case mellomrom(over: Steg, spørring: Int32, i: Nodeindeks)

  // Numbers
  case tall(Int32)
  case tallfelt(Feltref)
  case regn(Regneart, Nodeindeks, Nodeindeks)
  case rundet(ned: Bool, Nodeindeks)
  case antall(spørring: Int32)
  case dagerMed(spørring: Int32)
  case andel(av: Nodeindeks, med: Nodeindeks)
  case dagerAv(Nodeindeks, i: Nodeindeks)
  case parameter(Int32, på: Nodeindeks)

  // Dates
  case dato(Dato)
  case kontrolldato
  case datofelt(Feltref)
  /// `dato` or `fra` of an event.
  case start(samling: Int32, nivå: Int8)
  /// `til` of an event; none while it is running.
  case slutt(samling: Int32, nivå: Int8)
  /// First or last day of the derived period that holds a date.
  case opphold(samling: Int32, start: Bool, på: Nodeindeks)
  /// First day of the period, in a set of periods, that holds the control date; none when none does.
  case periodestart(Nodeindeks)
  /// The day of the last (or first) event that matches; none when there is none.
  case dagenFor(spørring: Int32, siste: Bool)
  case flytt(Nodeindeks, Steg)
  case årsskifte(i: Årsgrense)

  // Periods
  case sisteTid(Steg)
  case iFjor
  case hittilIÅr
  case fraTil(Nodeindeks, Nodeindeks)
  case førDato(Nodeindeks)
  case alder(før: Bool, år: Int32)
  case perioderMed(spørring: Int32)
  case union(Nodeindeks, Nodeindeks)
  case samtidig(Nodeindeks, Nodeindeks)
  case uten(Nodeindeks, Nodeindeks)

  /// A named value of any type.
  case definisjon(Int32)
}

/// A number of days or months.
public struct Steg: Hashable, Sendable {
  /// Negative looks back.
  public var antall: Int32
  /// Months, or days.
  public var iMåneder: Bool

  /// A step in time.
  public init(antall: Int32, iMåneder: Bool) {
    self.antall = antall
    self.iMåneder = iMåneder
  }
}

/// The first or the last day of the year before the control date.
public enum Årsgrense: Hashable, Sendable {
  case fjoråretsFørste
  case fjoråretsSiste
}

/// A question, typed.
public struct Typetspørring: Hashable, Sendable {
  /// The collection's position.
  public var samling: Int32
  /// The nesting level of its events.
  public var nivå: Int8
  /// `der (…)`
  public var filter: Nodeindeks
  /// `mens P`
  public var mens: Nodeindeks
  /// The window.
  public var vindu: Typetvindu

  /// The same question without its `der (…)`.
  public var utenFilter: Typetspørring {
    Typetspørring(samling: samling, nivå: nivå, filter: .ingen, mens: mens, vindu: vindu)
  }
}

/// A window, typed. The bounds are dates.
public enum Typetvindu: Hashable, Sendable {
  case alt
  case siste(Steg)
  case iFjor
  case hittilIÅr
  case siden(Nodeindeks)
  case før(Nodeindeks)
  case mellom(Nodeindeks, Nodeindeks)
}

/// A number that the law or the unit sets, by date.
public struct Parameter: Hashable, Sendable {
  /// The name in rules.
  public var navn: String
  /// The values, in order of `fra`.
  public var verdier: [Datert]

  /// A value and the day it holds from.
  public struct Datert: Hashable, Sendable {
    /// The first day.
    public var fra: Dato
    /// The number.
    public var verdi: Brøk
    /// The legal basis id.
    public var hjemmel: String?

    /// A value from a day on.
    public init(fra: Dato, verdi: Brøk, hjemmel: String?) {
      self.fra = fra
      self.verdi = verdi
      self.hjemmel = hjemmel
    }
  }

  /// A dated number.
  public init(navn: String, verdier: [Datert]) {
    self.navn = navn
    self.verdier = verdier.sorted { $0.fra < $1.fra }
  }
}

/// A named value of a checklist.
public struct Definisjon: Hashable, Sendable {
  /// The name in rules.
  public var navn: String
  /// How a sentence speaks of it: «barnet bodde i fosterhjem», «kravet».
  public var omtale: String?
  /// What it is.
  public var type: Verditype
  /// Its node.
  public var node: Nodeindeks
}

/// The rule of one point: when it applies, what it requires, and the softer norm.
public struct Punktregel: Hashable, Sendable {
  /// `gjelder når`, with the built-in condition that there is something to judge.
  public var gjelder: Nodeindeks
  /// `krav`
  public var krav: Nodeindeks
  /// `norm`
  public var norm: Nodeindeks
}
