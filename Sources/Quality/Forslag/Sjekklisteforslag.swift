public import AuditStore
import Checklists
import JSONText
import Sampling
public import Values

/// A proposed change of a checklist: the whole text of the new version, who wrote it and why, and what was decided.
///
/// It stands in the journal, to the byte. The program never writes it among the checklists in use: that is done by
/// hand and by `publish`, which runs every example first.
public struct Sjekklisteforslag: Hashable, Sendable {
  /// `F-2014-001`.
  public let nummer: String
  /// The version that it changes: `fosterhjem@2014-05-31`.
  public let fra: String
  /// What it says now, and each time before, the latest last; at least one.
  public internal(set) var tekster: [Tekst]
  /// What was decided; nil while it can be changed.
  public internal(set) var avgjort: Avgjørelse?

  /// The largest text that a proposal may have, in bytes: what the reader of checklists takes.
  public static let maksTekst = YAMLText.maximumSize

  /// The text of a proposal, as somebody wrote it.
  public struct Tekst: Hashable, Sendable {
    /// The number of the journal entry.
    public let n: Int
    /// The day.
    public let dato: Dato
    /// The role that wrote it.
    public let rolle: String
    /// The version it makes: `fosterhjem@2014-12-01`.
    public let til: String
    /// The first day it is to be in force.
    public let gjelderFra: Dato
    /// The file, to the byte.
    public let yaml: String
    /// SHA-256 of the file, in lower-case hex.
    public let hash: String
    /// Why.
    public let begrunnelse: String
  }

  /// What was decided about a proposal.
  public struct Avgjørelse: Hashable, Sendable {
    /// The number of the journal entry.
    public let n: Int
    /// The day.
    public let dato: Dato
    /// The role that decided.
    public let rolle: String
    /// Whether it was approved; else it was turned down.
    public let erGodkjent: Bool
    /// Why it was turned down.
    public let begrunnelse: String?
    /// The journal code that proves it; set when it is read from a store.
    public internal(set) var journalkode: String?
  }

  /// What it says now.
  public var tekst: Tekst { tekster[tekster.count - 1] }

  /// How many acts there are, so that a page can tell whether it shows the latest.
  public var antallHendelser: Int { tekster.count + (avgjort == nil ? 0 : 1) }

  /// The state, as the journal names it.
  var tilstand: String { avgjort.map { $0.erGodkjent ? "godkjent" : "forkastet" } ?? "foreslatt" }

  /// As a reader sees it.
  public var visning: String { avgjort.map { $0.erGodkjent ? "Godkjent" : "Forkastet" } ?? "Foreslått" }
}

extension Sjekklisteforslag {
  /// Every proposal of a store, in the order in which they were made, with the journal codes of what was decided.
  ///
  /// Throws `Lagerfeil`, `Kodefeil`, and `Kontrollverbfeil.ufullstendig` for an entry that does not follow from those
  /// before it, or whose text does not have its hash.
  public static func alle(_ lager: Revisjonslager) throws -> [Sjekklisteforslag] {
    var proposals = try les(try lager.oppføringer(.sjekklisteforslag))
    if proposals.allSatisfy({ $0.avgjort == nil }) { return proposals }
    let tree = try lager.merkletre()
    for index in proposals.indices {
      guard let n = proposals[index].avgjort?.n else { continue }
      proposals[index].avgjort?.journalkode = Journalkode(tree, ved: n)?.description
    }
    return proposals
  }

  /// What these entries of a journal, in order, amount to.
  static func les(_ oppføringer: [Oppføring]) throws -> [Sjekklisteforslag] {
    var all: [Sjekklisteforslag] = []
    var places: [String: Int] = [:]
    for entry in oppføringer where entry.blad.handling == .sjekklisteforslag {
      guard let payload = entry.innhold else { throw Kontrollverbfeil.ufullstendig(oppføring: entry.n) }
      let les = Leser(payload)
      let post = try Emnepost(les)
      let index = places[post.emne]
      guard
        Overgang.tilstand(
          .sjekklisteforslag, fra: index.map { all[$0].tilstand }, etter: post.hendelse) == post.tilstand
      else { throw Kontrollverbfeil.ufullstendig(oppføring: entry.n) }
      if post.hendelse == "godkjent" || post.hendelse == "forkastet" {
        if let index { all[index].avgjort = try Avgjørelse(entry.blad, post, les) }
        continue
      }
      let text = try Tekst(entry.blad, post, les)
      guard text.hash == Sjekklistebibliotek.Fil(sti: "", bytes: Array(text.yaml.utf8)).hash else {
        throw Kontrollverbfeil.ufullstendig(oppføring: entry.n)
      }
      if let index {
        all[index].tekster.append(text)
      } else {
        places[post.emne] = all.count
        all.append(Sjekklisteforslag(nummer: post.emne, fra: try les.tekst("fra"), tekster: [text]))
      }
    }
    return all
  }
}

extension Sjekklisteforslag.Tekst {
  fileprivate init(_ blad: Blad, _ post: Emnepost, _ les: Leser) throws(Kodefeil) {
    self.init(
      n: blad.n, dato: post.dato, rolle: blad.rolle, til: try les.tekst("til"),
      gjelderFra: try les.dato("gjelder_fra"), yaml: try les.tekst("yaml"), hash: try les.tekst("sha256"),
      begrunnelse: try les.tekst("begrunnelse"))
  }
}

extension Sjekklisteforslag.Avgjørelse {
  fileprivate init(_ blad: Blad, _ post: Emnepost, _ les: Leser) throws(Kodefeil) {
    self.init(
      n: blad.n, dato: post.dato, rolle: blad.rolle, erGodkjent: post.hendelse == "godkjent",
      begrunnelse: try les.valgfriTekst("begrunnelse"))
  }
}
