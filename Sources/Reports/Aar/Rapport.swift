/// A report in parts, made once and written as a page for print and as text.
///
/// Both say the same in the same order, so that what is read aloud from one can be found in the other.
struct Rapport: Hashable, Sendable {
  /// Who may read it: «Taushetsbelagt», or nil.
  var merke: String?
  var tittel: String
  var undertittel: String
  /// What the reader must know first; stands in a frame.
  var konklusjon: [Blokk]
  var deler: [Del]
  /// Repeated at the foot of every printed page.
  var bunn: [String]

  /// A numbered part with its heading.
  struct Del: Hashable, Sendable {
    var id: String
    var tittel: String
    var innhold: [Blokk]
    /// Whether it begins on a page of its own.
    var egenSide = false
  }

  /// What a part is made of.
  enum Blokk: Hashable, Sendable {
    case avsnitt(String)
    case uthevet(String)
    case overskrift(String)
    case liste([String])
    case tabell(Tabell)
    /// Lines to sign on.
    case signatur([String])
  }

  struct Tabell: Hashable, Sendable {
    var tittel: String
    var kolonner: [Kolonne]
    var rader: [[String]]
  }

  /// A column; figures stand to the right.
  struct Kolonne: Hashable, Sendable {
    var navn: String
    var erTall = false

    init(_ navn: String, tall: Bool = false) {
      self.navn = navn
      erTall = tall
    }
  }
}
