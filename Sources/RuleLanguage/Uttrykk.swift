public import Values

/// A rule as the author wrote it: the syntax tree, before names and types are known.
///
/// Two are equal when they say the same, wherever they stand.
public struct Uttrykk: Hashable, Sendable {
  /// What it says.
  public var innhold: Innhold
  /// Where it stands in the text, in Unicode scalars.
  public var område: Range<Int>

  /// What an expression says.
  public indirect enum Innhold: Hashable, Sendable {
    case tall(Brøk)
    case dato(Dato)
    /// A name: a definition, parameter, fact, field, collection or code.
    case navn(String)
    /// `vedtak.dato`, `hjemopphold.fra`, `fjoråret.fra`
    case medlem(String, String)
    /// `besøk_per_år på 2014-05-31`
    case verdiPå(String, Uttrykk)
    /// `til vurdering`
    case tilVurdering
    case ikke(Uttrykk)
    case og(Uttrykk, Uttrykk)
    /// On truth values «or», on periods the days in either.
    case eller(Uttrykk, Uttrykk)
    case hvis(Uttrykk, Uttrykk, Uttrykk)
    case sammenlign(Sammenligning, Uttrykk, Uttrykk)
    case erBlant(Uttrykk, [Uttrykk])
    case regn(Regneart, Uttrykk, Uttrykk)
    /// `dato + 24 måneder`
    case flytt(Uttrykk, Varighet)
    case rundet(ned: Bool, Uttrykk)
    case vindu(Vindu)
    case fraTil(Uttrykk?, Uttrykk?)
    /// `før fylte 18 år`, `etter fylte 15 år`
    case alder(før: Bool, år: Int)
    case samtidigMed(Uttrykk, Uttrykk)
    case uten(Uttrykk, Uttrykk)
    case dekker(Uttrykk, Uttrykk)
    case overlapper(Uttrykk, Uttrykk)
    case andel(av: Uttrykk, med: Uttrykk)
    case dagerAv(Uttrykk, i: Uttrykk)
    case spørring(Spørring)
    case mellomrom(over: Varighet, Spørring, i: Uttrykk)
  }

  /// The same content; the places do not count.
  public static func == (a: Uttrykk, b: Uttrykk) -> Bool { a.innhold == b.innhold }

  /// Agrees with `==`.
  public func hash(into hasher: inout Hasher) { hasher.combine(innhold) }
}

/// How two values are compared.
public enum Sammenligning: String, Hashable, Sendable, CaseIterable {
  case er
  case erIkke = "er ikke"
  case minst = "er minst"
  case høyst = "er høyst"
  case merEnn = "er mer enn"
  case mindreEnn = "er mindre enn"
  case før = "er før"
  case etter = "er etter"
}

/// Addition, subtraction, multiplication, division.
public enum Regneart: String, Hashable, Sendable, CaseIterable {
  case pluss = "+"
  case minus = "-"
  case ganger = "*"
  case delt = "/"
}

/// A number of days or months; not a value, only a distance. Negative when it looks back.
public struct Varighet: Hashable, Sendable {
  /// How many.
  public var antall: Int
  /// Of what.
  public var enhet: Enhet

  /// Days, or months (a year is twelve).
  public enum Enhet: String, Hashable, Sendable, CaseIterable {
    case dager
    case måneder
  }

  /// A distance in time.
  public init(_ antall: Int, _ enhet: Enhet) {
    self.antall = antall
    self.enhet = enhet
  }
}

/// The stretch of days that a query looks at.
public indirect enum Vindu: Hashable, Sendable {
  case siste(Varighet)
  case iFjor
  case hittilIÅr
  case siden(Uttrykk)
  case før(Uttrykk)
  case mellom(Uttrykk, Uttrykk)
}

/// A question to one collection.
public struct Spørring: Hashable, Sendable {
  /// What is asked for.
  public var form: Form
  /// The collection's name and place.
  public var samling: String
  /// Where the name stands.
  public var samlingsområde: Range<Int>
  /// `der (…)`
  public var filter: Uttrykk?
  /// `mens P`
  public var mens: Uttrykk?
  /// One window.
  public var vindu: Vindu?
  /// `før fylte 18 år`, only for `perioder med`.
  public var alder: Alder?
  /// `har (…)`, only for `alle`, `siste`, `første`.
  public var har: Uttrykk?

  /// What is asked of the events.
  public enum Form: Hashable, Sendable {
    case antall
    case dager
    case finnes
    case ingen
    case minst(Int)
    case alle
    case siste
    case første
    /// `datoen for siste X`, `datoen for første X`
    case dagenFor(siste: Bool)
    case perioder
    case mellomrom
  }

  /// Up to, or from, a birthday.
  public struct Alder: Hashable, Sendable {
    /// Before the birthday, or from it.
    public var før: Bool
    /// Which birthday.
    public var år: Int
  }

  /// The same question; the places do not count.
  public static func == (a: Spørring, b: Spørring) -> Bool {
    (a.form, a.samling, a.vindu, a.alder) == (b.form, b.samling, b.vindu, b.alder)
      && (a.filter, a.mens, a.har) == (b.filter, b.mens, b.har)
  }

  /// Agrees with `==`.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(form)
    hasher.combine(samling)
  }
}
