public import CaseRecords
import JSONText
public import Values
public import Vocabulary

/// What a team's cases are known to be: the latest extract of the team.
public struct Uttrekk: Hashable, Sendable {
  /// What kind of file the extract was made from.
  public enum Kilde: String, CaseIterable, Hashable, Sendable {
    /// Case records as JSON or JSON Lines.
    case saksfil
    /// The national register format (BVR XML).
    case register
    /// The table with one row a visit (CSV).
    case besøkstabell = "besokstabell"
    /// A list of case numbers and nothing more.
    case saksliste

    /// What it is called: «registerfil».
    public var visning: String {
      switch self {
      case .saksfil: "saksfil"
      case .register: "registerfil"
      case .besøkstabell: "besøkstabell"
      case .saksliste: "saksliste"
      }
    }
  }

  /// The unit: «solvik».
  public var enhet: String
  /// The team: «fosterhjem-1».
  public var team: String
  /// The newest day that a record of it is complete to.
  public var dag: Dato
  /// What it was made from.
  public var kilde: Kilde
  /// The records in RFC 8785 form, sorted by case.
  public var poster: [[UInt8]]
  /// The pseudonyms of records that could not be read, sorted.
  public var uleselige: [String]

  /// An extract; the records are put in order.
  public init(
    enhet: String, team: String, dag: Dato, kilde: Kilde, poster: [[UInt8]], uleselige: [String] = []
  ) {
    self.enhet = enhet
    self.team = team
    self.dag = dag
    self.kilde = kilde
    self.poster = poster.map { (Self.sak(i: $0) ?? "", $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    self.uleselige = Set(uleselige).sorted()
  }

  /// The pseudonyms of the records, in their order.
  public var saker: [String] { poster.compactMap(Self.sak) }

  /// The record of a case, or nil.
  public func post(sak: String) -> [UInt8]? { poster.first { Self.sak(i: $0) == sak } }

  /// Whether anything is known of a case but its number.
  public func harOpplysninger(om sak: String) -> Bool {
    post(sak: sak).flatMap { try? JSONValue(parsing: $0) }?.harOpplysninger ?? false
  }

  /// The records as columns, ready to be judged. Throws the first fault, which an extract that was made by
  /// `Innleser` under this vocabulary does not have.
  public func bunke(_ modell: Saksmodell) throws -> Saksbunke {
    let lines = Array(poster.joined(separator: [0x0A]))
    let (bunke, feil) = Saksinnlesing(modell: modell, vakt: Inntekst.vakt)
      .les([.minne(navn: "uttrekk.jsonl", bytes: lines)])
    if let first = feil.first { throw first }
    return bunke
  }

  /// The extract with another record of one case, in place of the one it had.
  public func medPost(_ post: [UInt8], sak: String) -> Uttrekk {
    let others = poster.filter { Self.sak(i: $0) != sak }
    let day = Self.felt("uttrekk", i: post).flatMap { Dato($0) }
    return Uttrekk(
      enhet: enhet, team: team, dag: max(dag, day ?? dag), kilde: kilde, poster: others + [post],
      uleselige: uleselige.filter { $0 != sak })
  }

  static func sak(i post: [UInt8]) -> String? { felt("sak", i: post) }

  private static func felt(_ name: String, i post: [UInt8]) -> String? {
    (try? JSONValue(parsing: post))?[name]?.string
  }
}

extension JSONValue {
  /// Whether a case record says anything of the case: a fact, or an event.
  var harOpplysninger: Bool {
    let events = self["hendelser"]?.members?.contains { !($0.value.array ?? []).isEmpty } ?? false
    return events || !(self["opplysninger"]?.members ?? []).isEmpty
  }
}
