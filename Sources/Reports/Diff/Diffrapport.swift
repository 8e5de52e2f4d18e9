public import Checklists
public import Quality
import RuleEngine
public import Values

/// What a revision of a checklist changes: in the checklist, and, when both versions were run, in what is found.
///
/// Plain text in bokmål for authors and the quality group, lines of at most 100 columns, conclusion first.
public struct Diffrapport: Sendable {
  let diff: Sjekklistediff
  let bibliotek: Sjekklistebibliotek
  let kjøring: Kjøring?

  /// Both versions run on the same cases.
  public struct Kjøring: Sendable {
    /// What they found.
    public var resultat: Gjenkjøring
    /// Which cases it was.
    public var grunnlag: Grunnlag
    /// How many inputs could not be read or evaluated.
    public var antallFeil: Int

    /// Both versions run.
    public init(_ resultat: Gjenkjøring, _ grunnlag: Grunnlag, antallFeil: Int) {
      self.resultat = resultat
      self.grunnlag = grunnlag
      self.antallFeil = antallFeil
    }
  }

  /// The cases that both versions were run on.
  public enum Grunnlag: Sendable {
    /// Case records, all on one control date.
    case saker(på: Dato)
    /// The stored controls, each on its own control date.
    case lagret(Lagredekontroller)
  }

  /// How much the text says.
  public struct Omfang: Hashable, Sendable {
    /// What has changed in each rule, also when both versions were run.
    public var detaljer: Bool
    /// Every case by its pseudonym, in place of the first ones.
    public var alleSaker: Bool

    /// How much to say.
    public init(detaljer: Bool = false, alleSaker: Bool = false) {
      self.detaljer = detaljer
      self.alleSaker = alleSaker
    }
  }

  /// The report of a comparison.
  public init(_ diff: Sjekklistediff, _ bibliotek: Sjekklistebibliotek, _ kjøring: Kjøring? = nil) {
    self.diff = diff
    self.bibliotek = bibliotek
    self.kjøring = kjøring
  }

  /// The text, ending in a line feed.
  public func tekst(_ omfang: Omfang = Omfang()) -> String {
    var parts: [[String]] = []
    if let kjøring {
      parts += Gjenkjøringstekst(kjøring, self, omfang).deler
      parts += omfang.detaljer ? Sjekklistetekst(self).deler : [kortOmSjekklisten(omfang)]
    } else {
      parts = [sidene] + Sjekklistetekst(self).deler
    }
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  /// The two versions and the days they are in force.
  var sidene: [String] {
    [("Gammel", diff.fra), ("Ny", diff.til)].map { title, side in
      let name = (title + ":").padded(8) + side.id
      return "\(name), \(Bokmål.mengde(side.antallPunkter, Ord.punkt)), gjelder \(side.gjelder.bokmål)"
    }
  }

  /// «21 nye punkter og fire uendrede.»
  var punktsum: String {
    let parts = Endringsstatus.allCases.reversed().compactMap { status -> String? in
      let count = diff.punkter(status).count
      return count == 0 ? nil : Bokmål.mengde(count, Ord.punkt, adjektiv: status.adjektiv(count))
    }
    return Bokmål.liste(parts)
  }

  private func kortOmSjekklisten(_ omfang: Omfang) -> [String] {
    var options = ["reglene som er endret, med --details"]
    if !omfang.alleSaker { options.append("alle sakene med --cases all") }
    return brutt(
      "Sjekklisten har \(punktsum). Se \(Bokmål.liste(options)).", innrykk: 0, bredde: Diffrapport.bredde)
  }

  /// A failure area with its number: «3 Lovpålagte oppfølgingsbesøk».
  func områdenavn(_ number: Int) -> String { "\(number) \(bibliotek.navn(påSviktområde: number))" }

  static let bredde = 100
}

extension Endringsstatus {
  /// Before «punkt» or «punkter».
  func adjektiv(_ antall: Int) -> String {
    switch self {
    case .uendret: antall == 1 ? "uendret" : "uendrede"
    case .endret: antall == 1 ? "endret" : "endrede"
    case .flyttet: antall == 1 ? "flyttet" : "flyttede"
    case .ny: antall == 1 ? "nytt" : "nye"
    case .trukketTilbake: antall == 1 ? "tilbaketrukket" : "tilbaketrukne"
    }
  }
}

extension String {
  /// Filled with spaces on the right to a width.
  func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }

  /// Filled with spaces on the left to a width.
  func right(_ width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
