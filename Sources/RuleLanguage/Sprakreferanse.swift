import Values

/// The reference of the rule language for authors, in bokmål: every construct with what it means and an example.
///
/// `Checklists/regelspraket.md` is printed from here, and the tests check each example against the vocabulary.
public enum Språkreferanse {
  /// A part of the page.
  public struct Del: Sendable {
    /// The heading.
    public var tittel: String
    /// What all of its constructs share, in Markdown.
    public var innledning: String
    /// The constructs.
    public var oppslag: [Oppslag]

    init(_ tittel: String, _ innledning: String = "", _ oppslag: [Oppslag] = []) {
      self.tittel = tittel
      self.innledning = innledning
      self.oppslag = oppslag
    }
  }

  /// A construct.
  public struct Oppslag: Sendable {
    /// How it is written.
    public var skrivemåte: String
    /// The type of its value, which is the type of the example; nil for a part that has no value of its own.
    public var type: Verditype?
    /// What it means, in one or two sentences.
    public var betydning: String
    /// A whole expression that uses it.
    public var eksempel: String

    init(_ skrivemåte: String, _ type: Verditype?, _ betydning: String, _ eksempel: String) {
      self.skrivemåte = skrivemåte
      self.type = type
      self.betydning = betydning
      self.eksempel = eksempel
    }
  }

  /// The parameter that the examples use.
  public static let parameter = Parameter(
    navn: "besøk_per_år",
    verdier: [.init(fra: .nyttår(2004), verdi: Brøk(4), hjemmel: "FOR-2003-1659-7")])

  /// The definitions that the examples use, in order.
  public static let definisjoner: [(navn: String, uttrykk: String)] = [
    ("i_fosterhjem", "perioder med plassering der (type er fosterhjem) før fylte 18 år"),
    ("besøkskrav", "rundet ned (besøk_per_år * andel av fjoråret med i_fosterhjem + 0,05)"),
    ("besøksdager", "dager i fjor med oppfølgingsbesøk mens i_fosterhjem der (form er stedlig)"),
  ]

  /// The page, in Markdown.
  public static var side: String {
    let parts = deler.map { del in
      let entries = del.oppslag.map { entry in
        """
        **`\(entry.skrivemåte)`**\(entry.type.map { " (\($0.bokmål))" } ?? ""). \(entry.betydning)

            \(entry.eksempel)
        """
      }
      let intro = del.innledning.isEmpty ? [] : [del.innledning]
      return (["## \(del.tittel)"] + intro + entries).joined(separator: "\n\n")
    }
    return ([hode] + parts).joined(separator: "\n\n") + "\n"
  }

  private static let hode = """
    # Regelspråket

    <!-- Skrevet av `internkontroll explain regelspråket`. Endre teksten i programmet, ikke her. -->

    En regel sier noe om én sak på én kontrolldato. Den skal kunne leses høyt. Her står alt som kan skrives i en
    regel, med ett eksempel på hver ting.
    """
}

extension Verditype {
  /// The name of the type, for authors.
  var bokmål: String {
    switch self {
    case .sannhet: "ja/nei"
    case .tall: "tall"
    case .dato: "dato"
    case .perioder: "perioder"
    case .kode: "kode"
    case .tekstkode: "tekstkode"
    }
  }
}
