internal import JSONText
internal import RuleEngine
internal import RuleLanguage
internal import Values
public import Vocabulary

/// Whether the examples of a checklist show what its rules mean.
///
/// Every rule, definition and parameter is changed in every small way; some example must then come out
/// differently. A change that no example notices is looked at closer: cases next to the examples are tried, and
/// the first that the change judges otherwise is the example that is missing. When none is found, the change is
/// taken to be equivalent: it says the same in other words, as far as the search saw.
public struct Mutasjonsprøve {
  private let sjekkliste: Sjekkliste
  private let modell: Saksmodell
  private let eksempler: [Eksempelrekke]
  private var nabolag: [Int: Nabolag] = [:]

  /// The examples of a point, and what they come to.
  private struct Eksempelrekke {
    let sett: Prøvesett
    let fasit: [Utfall?]
  }

  /// A trial of a checklist whose examples all agree.
  public init(_ sjekkliste: Sjekkliste, modell: Saksmodell) {
    self.sjekkliste = sjekkliste
    self.modell = modell
    eksempler = sjekkliste.punkter.map { punkt in
      Eksempelrekke(
        sett: Prøvesett(punkt.eksempler.map { ($0.sak, $0.på) }, modell: modell),
        fasit: punkt.eksempler.map(\.utfall))
    }
  }

  /// Makes every change and looks for an example that notices it.
  public mutating func kjør() -> Mutasjonsresultat {
    var result = Mutasjonsresultat()
    let kilde = sjekkliste.kilde
    guard let checker = try? Regelsett(kilde).checker(modell) else { return result }
    for nummer in sjekkliste.punkter.indices where sjekkliste.punkter[nummer].regel != nil {
      for endring in kilde.endringer(avPunkt: nummer, id: sjekkliste.punkter[nummer].id, modell) {
        prøv(endring, checker, &result)
      }
    }
    let shared =
      kilde.definisjoner.indices.flatMap { kilde.endringer(avDefinisjon: $0, modell) }
      + kilde.parametre.indices.flatMap { kilde.endringer(avParameter: $0) }
    for endring in shared where !endring.punkter.isEmpty {
      guard let checker = try? endring.regelsett.checker(modell) else { continue }
      prøv(endring, checker, &result)
    }
    return result
  }

  /// - Parameters:
  ///   - checker: knows the parameters and definitions with the change.
  private mutating func prøv(
    _ endring: Regelendring, _ checker: Checker, _ result: inout Mutasjonsresultat
  ) {
    var programs: [(punkt: Int, program: Regelprogram, spørsmål: Punktspørsmål)] = []
    for punkt in endring.punkter {
      var checker = checker
      guard let regel = try? endring.regelsett.regel(punkt, &checker) else { return }
      let spørsmål = Punktspørsmål(regel: regel, vedBrudd: sjekkliste.punkter[punkt].vedBrudd.utfall)
      let examples = eksempler[punkt]
      if examples.sett.førsteForskjell(checker.program, spørsmål, fra: examples.fasit) != nil {
        result.drept += 1
        return
      }
      programs.append((punkt, checker.program, spørsmål))
    }
    for (punkt, program, spørsmål) in programs {
      let near = naboer(punkt)
      if let place = near.sett.førsteForskjell(program, spørsmål, fra: near.fasit) {
        result.overlevende.append(
          Overlevende(
            endring, sjekkliste.kilde, punkt: sjekkliste.punkter[punkt].id,
            eksempel: Eksempelskriver(sjekkliste.kilde, modell).tekst(near.saker[place], near.fasit[place])))
        return
      }
    }
    result.likeverdige.append(Likeverdig(hvor: endring.hvor, før: endring.før, etter: endring.etter))
  }

  private mutating func naboer(_ punkt: Int) -> Nabolag {
    if let known = nabolag[punkt] { return known }
    let made = Nabolag(sjekkliste, punkt: punkt, modell: modell)
    nabolag[punkt] = made
    return made
  }
}

/// What came of changing the rules of a checklist.
public struct Mutasjonsresultat: Sendable {
  /// Changes that some example notices.
  public var drept = 0
  /// Changes that no case was found to notice: they say the same, as far as the search saw.
  public var likeverdige: [Likeverdig] = []
  /// Changes that a case notices, but no example.
  public var overlevende: [Overlevende] = []

  /// How many changes were made, apart from those that were not well typed.
  public var antall: Int { drept + likeverdige.count + overlevende.count }
}

/// A change that no case was found to notice.
public struct Likeverdig: Hashable, Sendable {
  /// The point and the part of its rule, or the name of a definition or parameter.
  public var hvor: String
  /// The part that was changed, as the author would write it.
  public var før: String
  /// What stands there instead.
  public var etter: String
}

/// A change that no example notices, with an example that would.
public struct Overlevende: Sendable {
  /// What is wrong, where, and the example as YAML.
  public var feil: Definisjonsfeil
  /// The point that the example belongs to.
  public var punkt: String
  /// The example, as YAML in the form of a point's `eksempler`.
  public var eksempel: String

  init(_ endring: Regelendring, _ kilde: Sjekklistekilde, punkt: String, eksempel: String) {
    self.punkt = punkt
    self.eksempel = eksempel
    feil = Definisjonsfeil(
      kode: Sjekklistekode.mutantSurvives.rawValue, fil: kilde.fil, linje: endring.sted.line,
      kolonne: endring.sted.column, bredde: endring.sted.width,
      melding: "\(endring.hvor): no example shows that it is «\(endring.før)» and not «\(endring.etter)».",
      hint: "This example of \(punkt) would, if its outcome is right:\n\(eksempel)",
      kildelinje: kilde.text.linje(endring.sted.line))
  }
}
