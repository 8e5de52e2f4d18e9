internal import RuleLanguage
public import Values

/// The head of a checklist file: which version it is, and when it is in force.
public struct Sjekklistehode: Hashable, Sendable {
  /// `fosterhjem`.
  public var navn: String
  /// `2014-05-31`.
  public var versjon: String
  /// The control dates it is in force for.
  public var gjelder: Periode

  init(_ liste: Sjekkliste) {
    (navn, versjon, gjelder) = (liste.navn, liste.versjon, liste.gjelder)
  }

  /// What stands before the points; nil when that does not say it as plainly as it must.
  init?(_ fil: Sjekklistebibliotek.Fil) {
    let points = Array("\npunkter:".utf8)
    guard let end = fil.bytes.firstRange(of: points)?.lowerBound,
      let text = try? YAMLText(Array(fil.bytes[..<end])),
      let navn = text.root["sjekkliste"]?.text, let versjon = text.root["versjon"]?.text,
      fil.sti == "\(navn)/\(versjon).yaml",
      let fra = text.root["gjelder"]?["fra"]?.text.flatMap({ Dato($0) })
    else { return nil }
    let til = text.root["gjelder"]?["til"].map { $0.text.flatMap { Dato($0) } } ?? .some(.tidenesEnde)
    guard let til, let gjelder = Periode(fra, til) else { return nil }
    self.navn = navn
    self.versjon = versjon
    self.gjelder = gjelder
  }
}

/// Which versions of checklists are read whole. Of the others the head is enough, so that neither the number of
/// versions nor a fault in a draft stands in the way of a control.
public enum Versjonsutvalg: Hashable, Sendable {
  case alle
  case ingen
  /// Those in force on some of these days.
  case iKraft(Periode)
  /// One version: `fosterhjem`, `2014-05-31`.
  case versjon(navn: String, versjon: String)

  func omfatter(_ hode: Sjekklistehode) -> Bool {
    switch self {
    case .alle: true
    case .ingen: false
    case .iKraft(let days): hode.gjelder.overlapper(days)
    case .versjon(let navn, let versjon): hode.navn == navn && hode.versjon == versjon
    }
  }
}
