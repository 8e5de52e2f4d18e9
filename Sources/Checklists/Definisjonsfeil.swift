internal import RuleLanguage

/// Something wrong in a file under `Checklists/`: what, where, and what to do.
public struct Definisjonsfeil: Error, Hashable, Sendable {
  /// The stable code: `IK021`, `IK104` …
  public var kode: String
  /// Whether the definition may be used all the same.
  public var alvor: Alvor
  /// The file, as it was named to us.
  public var fil: String
  /// The line, from 1.
  public var linje: Int
  /// The column in Unicode scalars, from 1.
  public var kolonne: Int
  /// How many scalars the fault covers on its line; at least 1.
  public var bredde: Int
  /// One English sentence.
  public var melding: String
  /// The nearest name that exists.
  public var forslag: String?
  /// How to mend it; when nothing better is known, what the code's explanation advises.
  public var hint: String?
  /// The line of the file, for the caret frame.
  public var kildelinje: String?

  /// How much a fault weighs.
  public enum Alvor: String, Hashable, Sendable, CaseIterable {
    /// The definition must not be used.
    case error
    /// The definition may be used; somebody should look at it.
    case warning
  }

  /// A fault at a place.
  public init(
    kode: String, alvor: Alvor = .error, fil: String, linje: Int, kolonne: Int, bredde: Int, melding: String,
    forslag: String? = nil, hint: String? = nil, kildelinje: String? = nil
  ) {
    self.kode = kode
    self.alvor = alvor
    self.fil = fil
    self.linje = linje
    self.kolonne = kolonne
    self.bredde = bredde
    self.melding = melding
    self.forslag = forslag
    self.hint = hint ?? (forslag == nil ? Kodeoversikt.forklaring(kode)?.råd : nil)
    self.kildelinje = kildelinje
  }

  /// `Checklists/fosterhjem/2014-05-31.yaml:12:7: IK104: …` with the line, a caret, «did you mean» and a hint.
  public var tekst: String {
    var lines = ["\(fil):\(linje):\(kolonne): \(alvor.rawValue)[\(kode)]: \(melding)"]
    if let kildelinje {
      let frame = Kildeutsnitt(kildelinje, kolonne: kolonne, bredde: bredde)
      let gap = String(repeating: " ", count: String(linje).count)
      lines += ["  \(linje) | \(frame.linje)", "  \(gap) | \(frame.pekere)"]
    }
    if let forslag { lines.append("  did you mean «\(forslag)»?") }
    if let hint { lines.append("  help: \(hint)") }
    return lines.joined(separator: "\n")
  }
}

/// Everything that is wrong with the definitions that were read.
public struct Definisjonsfeilene: Error, Sendable {
  /// The faults, by file and place; at least one.
  public var feil: [Definisjonsfeil]

  /// One or more faults.
  public init(feil: [Definisjonsfeil]) { self.feil = feil }
}
