public import Checklists
public import Quality
import RuleEngine
public import Values
import Vocabulary

/// What a revision of a checklist changes: in the checklist, and, when both versions were run, in what is found.
///
/// Plain text in bokmål for authors and the quality group, lines of at most 100 columns, conclusion first.
public struct Diffrapport: Sendable {
  let diff: Sjekklistediff
  let bibliotek: Sjekklistebibliotek
  let kjøring: Kjøring?
  let filer: Filer

  /// The files that the versions were read from, when they are drafts.
  public struct Filer: Hashable, Sendable {
    /// The file of the version compared from.
    public var fra: String?
    /// The file of the version compared to.
    public var til: String?

    /// The files of drafts.
    public init(fra: String? = nil, til: String? = nil) {
      self.fra = fra
      self.til = til
    }
  }

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
  public init(
    _ diff: Sjekklistediff, _ bibliotek: Sjekklistebibliotek, _ kjøring: Kjøring? = nil,
    filer: Filer = Filer()
  ) {
    self.diff = diff
    self.bibliotek = bibliotek
    self.kjøring = kjøring
    self.filer = filer
  }

  /// The text, ending in a line feed.
  public func tekst(_ omfang: Omfang = Omfang()) -> String {
    var parts: [[String]] = []
    if let kjøring { parts = Gjenkjøringstekst(kjøring, self, omfang).deler }
    if kjøring == nil || omfang.detaljer {
      parts += [sidene] + Sjekklistetekst(self).deler
    } else {
      parts.append(henvisning(omfang))
    }
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  /// What came of running both versions, the conclusion first, sentence by sentence; none when they were not run.
  public var konklusjon: [String] {
    guard let kjøring else { return [] }
    let text = Gjenkjøringstekst(kjøring, self, Omfang())
    return text.konklusjonen + [text.kjøringen, text.utelatt].compactMap(\.self)
  }

  /// The two versions and the days they are in force.
  private var sidene: [String] {
    [("Gammel: ", diff.fra, filer.fra), ("Ny:     ", diff.til, filer.til)].flatMap { title, side, file in
      hengende(
        title,
        "\(navn(side, file)), \(Bokmål.mengde(side.antallPunkter, Ord.punkt)), "
          + "gjelder \(side.gjelder.bokmål)", innrykk: 0)
    }
  }

  /// The two versions in one sentence each.
  var kortOmSidene: String {
    [("Gammel", diff.fra, filer.fra), ("Ny", diff.til, filer.til)].map { title, side, file in
      "\(title): \(navn(side, file)) (\(Bokmål.mengde(side.antallPunkter, Ord.punkt)))."
    }.joined(separator: " ")
  }

  private func navn(_ side: Sjekklisteside, _ file: String?) -> String {
    file.map { "\(side.id) i \($0)" } ?? side.id
  }

  /// «21 nye punkter, ett endret og fire uendrede».
  public var punktsum: String {
    let counts = [Endringsstatus.ny, .endret, .flyttet, .trukketTilbake, .uendret]
      .map { ($0, diff.punkter($0).count) }.filter { $0.1 > 0 }
    let parts = counts.enumerated().map { index, part in
      let (status, count) = part
      let noun = count == 1 ? Ord.punkt.entall : Ord.punkt.flertall
      return "\(intetkjønn(count)) \(status.adjektiv(count))" + (index == 0 ? " \(noun)" : "")
    }
    return Bokmål.liste(parts)
  }

  private func henvisning(_ omfang: Omfang) -> [String] {
    let all = omfang.alleSaker ? "" : " Alle sakene: --cases all."
    return ["\(Bokmål.stor(punktsum)).", "Hva som er endret: --details.\(all)"]
  }

  /// A failure area with its number: «3 Lovpålagte oppfølgingsbesøk».
  func områdenavn(_ number: Int) -> String { "\(number) \(bibliotek.navn(påSviktområde: number))" }

  /// How a legal basis is written, by whatever days it is in force; its id when the register does not know it.
  func hjemmelnavn(_ id: String) -> String { bibliotek.hjemler.first { $0.id == id }?.navn ?? id }

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

/// A number before a noun such as «punkt» or «funn»: «ett», «to», «13».
func intetkjønn(_ number: Int) -> String { number == 1 ? "ett" : Bokmål.tall(number) }

/// Text broken into lines that begin below its own first word, behind a mark.
func hengende(_ merke: String, _ text: String, innrykk: Int, bredde: Int = Diffrapport.bredde) -> [String] {
  var lines = brutt(text, innrykk: innrykk + merke.count, bredde: bredde)
  lines[0] = String(repeating: " ", count: innrykk) + merke + lines[0].dropFirst(innrykk + merke.count)
  return lines
}

extension String {
  /// Filled with spaces on the right to a width.
  func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }

  /// Filled with spaces on the left to a width.
  func right(_ width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
