public import Checklists
public import Values

/// The whole answer of a validation: what was looked at, and what is wrong. Each format is a rendering of it.
public struct Validering: Sendable {
  /// The files that were looked at, in the order of their names.
  public private(set) var filer: [Validertfil]
  /// The checklists whose examples were run; none when a definition could not be read.
  public private(set) var sjekklister: [Validertsjekkliste] = []
  /// Everything that is wrong.
  public private(set) var feil: [Definisjonsfeil]
  /// What came of changing the rules, for each checklist by its id; empty when it was not asked for.
  public private(set) var mutasjon: [(sjekkliste: String, resultat: Mutasjonsresultat)] = []

  /// The answer when nothing was found but these faults.
  public init(_ filer: [Sjekklistebibliotek.Fil] = [], mappe: String, feil: [Definisjonsfeil]) {
    self.filer = filer.map { Validertfil($0, mappe: mappe) }
    self.feil = feil
  }

  /// Validates the files of a folder.
  ///
  /// - Parameters:
  ///   - mappe: how the folder is named in messages.
  ///   - dag: the day to ask what is overdue.
  ///   - mutasjon: whether to change the rules and see that the examples notice.
  public init(_ filer: [Sjekklistebibliotek.Fil], mappe: String, på dag: Dato, mutasjon: Bool) {
    self.init(filer, mappe: mappe, feil: [])
    do throws(Definisjonsfeilene) {
      let bibliotek = try Sjekklistebibliotek(filer, mappe: mappe)
      let gransking = Gransking(bibliotek, på: dag, mutasjon: mutasjon)
      feil = gransking.feil
      self.mutasjon = gransking.mutasjon
      var rest = gransking.eksempler[...]
      for liste in bibliotek.sjekklister {
        let count = liste.punkter.reduce(0) { $0 + $1.eksempler.count }
        let own = rest.prefix(count)
        rest = rest.dropFirst(count)
        sjekklister.append(Validertsjekkliste(liste, fil: "\(mappe)/\(liste.sti)", own, feil))
      }
    } catch {
      feil = error.feil
    }
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

  /// What is wrong with the definitions themselves, and not with an example that was run.
  public var definisjonsfeil: [Definisjonsfeil] {
    let examples = Set(eksempler.compactMap(\.feil))
    return feil.filter { !examples.contains($0) }
  }
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
    return "\(count(antallFeil, "fault"))\(warnings); \(examples) (\(scope)).\(mutasjonssammendrag)"
  }
}

extension Validering {
  /// «The examples notice 90 of 92 changes of the rules; 2 more say the same in other words.»
  private var mutasjonssammendrag: String {
    if mutasjon.isEmpty { return "" }
    let killed = mutasjon.reduce(0) { $0 + $1.resultat.drept }
    let equal = mutasjon.reduce(0) { $0 + $1.resultat.likeverdige.count }
    let all = mutasjon.reduce(0) { $0 + $1.resultat.antall } - equal
    return " The examples notice \(killed) of \(all) changes of the rules; \(equal) more say the same."
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
    erSjekkliste = fil.erSjekkliste
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

  /// A checklist with the results of its examples, and the faults among which theirs are.
  init(
    _ liste: Sjekkliste, fil: String, _ resultater: ArraySlice<Eksempelresultat>, _ feil: [Definisjonsfeil]
  ) {
    self.fil = fil
    antallPunkter = liste.punkter.count
    let codes = [Sjekklistekode.exampleInvalid, .exampleDisagrees].map(\.rawValue)
    let own = feil.filter { $0.fil == fil && codes.contains($0.kode) }
    eksempler = resultater.map { result in
      let example = result.eksempel
      return Validerteksempel(
        punkt: result.punkt, navn: example.navn, linje: example.linje,
        feil: result.stemmer
          ? nil : own.first { ($0.linje, $0.kolonne) == (example.linje, example.kolonne) })
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
}
