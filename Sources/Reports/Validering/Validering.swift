public import Checklists
import RuleEngine
public import Vocabulary

/// The whole answer of a validation: what was looked at, and what is wrong. Each format is a rendering of it.
public struct Validering: Sendable {
  /// The files that were looked at, in the order of their names.
  public var filer: [Validertfil]
  /// The checklists whose examples were run; none when a definition could not be read.
  public var sjekklister: [Validertsjekkliste]
  /// What is wrong with the definitions. Examples that disagree are with their checklists.
  public var definisjonsfeil: [Definisjonsfeil]

  /// The answer of a validation.
  public init(filer: [Validertfil], sjekklister: [Validertsjekkliste], definisjonsfeil: [Definisjonsfeil]) {
    self.filer = filer
    self.sjekklister = sjekklister
    self.definisjonsfeil = definisjonsfeil
  }

  /// What a validation comes to.
  public enum Svar: String, Sendable, CaseIterable {
    /// Everything may be used.
    case valid
    /// A definition is wrong, or an example disagrees.
    case invalid
    /// A file or the folder could not be read.
    case unreadable
    /// No example was run, so that nothing is known.
    case nothing
  }

  /// What it comes to; a file that cannot be read comes before a definition that is wrong.
  public var svar: Svar {
    if feil.contains(where: { $0.kode == Sjekklistekode.unreadable.rawValue }) { return .unreadable }
    if antallFeil > 0 { return .invalid }
    return eksempler.isEmpty ? .nothing : .valid
  }

  /// Everything that is wrong: the definitions, then the examples.
  public var feil: [Definisjonsfeil] { definisjonsfeil + eksempler.compactMap(\.feil) }
  /// All examples that were run.
  public var eksempler: [Validerteksempel] { sjekklister.flatMap(\.eksempler) }
  /// How many points the checklists have.
  public var antallPunkter: Int { sjekklister.reduce(0) { $0 + $1.antallPunkter } }
  /// How many faults forbid the use of a definition.
  public var antallFeil: Int { feil.count { $0.alvor == .error } }
  /// How many faults only need a look.
  public var antallAdvarsler: Int { feil.count { $0.alvor == .warning } }
  /// How many examples gave the outcome that they say.
  public var antallEnige: Int { eksempler.count { $0.feil == nil } }

  /// What is told when nothing was checked, so that it is never taken for success.
  static let ingenting = "Nothing was checked: there is no checklist with an example."

  /// The totals in one line: «0 faults; 5 of 5 examples agree (4 files, 1 checklist, 2 points).»
  public var sammendrag: String {
    func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
    let warnings = antallAdvarsler > 0 ? ", \(count(antallAdvarsler, "warning"))" : ""
    let examples =
      eksempler.isEmpty
      ? "the examples were not run" : "\(antallEnige) of \(count(eksempler.count, "example")) agree"
    let scope = [
      count(filer.count, "file"), count(sjekklister.count, "checklist"), count(antallPunkter, "point"),
    ].joined(separator: ", ")
    return "\(count(antallFeil, "fault"))\(warnings); \(examples) (\(scope))."
  }
}

/// A file that a validation looked at.
public struct Validertfil: Hashable, Sendable {
  /// As it is named in faults: the folder, and the path below it.
  public var navn: String
  /// Whether it is a version of a checklist, and not one of the registers beside them.
  public var erSjekkliste: Bool

  /// A file of the folder.
  public init(_ fil: Sjekklistebibliotek.Fil, mappe: String) {
    navn = "\(mappe)/\(fil.sti)"
    erSjekkliste = fil.sti.contains("/")
  }
}

/// A checklist that was read whole, with what came of its examples.
public struct Validertsjekkliste: Sendable {
  /// Its file, as it is named in faults.
  public var fil: String
  /// How many points it has.
  public var antallPunkter: Int
  /// What came of the examples, in their order.
  public var eksempler: [Validerteksempel]

  /// Runs the examples of a checklist.
  ///
  /// - Parameters:
  ///   - bytes: its file, for the lines that are shown.
  public init(_ liste: Sjekkliste, fil: String, bytes: [UInt8], modell: Saksmodell) {
    self.fil = fil
    antallPunkter = liste.punkter.count
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    eksempler = liste.kjørEksempler(modell: modell).map { result in
      let index = result.eksempel.linje - 1
      let line = lines.indices.contains(index) ? String(decoding: lines[index], as: UTF8.self) : nil
      return Validerteksempel(result, fil: fil, kildelinje: line)
    }
  }
}

/// An example that was run.
public struct Validerteksempel: Sendable {
  /// The point.
  public var punkt: String
  /// What the example shows.
  public var navn: String
  /// Where it stands in its file.
  public var linje: Int
  /// What is wrong with it; nil when it gave the outcome that it says.
  public var feil: Definisjonsfeil?

  /// An example with what came of it.
  init(_ result: Eksempelresultat, fil: String, kildelinje: String?) {
    punkt = result.punkt
    navn = result.eksempel.navn
    linje = result.eksempel.linje
    guard !result.stemmer else { return }
    let scalars = kildelinje?.unicodeScalars ?? .init()
    let start = scalars.prefix { $0 == " " || $0 == "-" }.count
    let got = result.utfall.map { "gave \($0.rawValue)" } ?? "could not be read"
    feil = Definisjonsfeil(
      kode: (result.utfall == nil ? Sjekklistekode.exampleInvalid : .exampleDisagrees).rawValue, fil: fil,
      linje: linje, kolonne: start + 1, bredde: max(1, scalars.count - start),
      melding: "\(punkt): the example «\(navn)» \(got), not \(result.eksempel.utfall.rawValue).",
      hint: result.forklaring, kildelinje: kildelinje)
  }
}
