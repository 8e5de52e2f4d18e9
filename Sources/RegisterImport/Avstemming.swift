public import Values

/// Why a case of the register file is not among the imported ones.
public enum Hoppårsak: String, CaseIterable, Hashable, Sendable {
  /// The case is closed at `uttrekk`.
  case avsluttet
  /// The case is marked as deleted.
  case slettet
  /// The case was opened on the day of the extract, which is not complete.
  case åpnetPåUttrekksdagen = "åpnet_på_uttrekksdagen"
  /// An event lies after the day of the extract: the dates of this case cannot be trusted.
  case hendelseEtterUttrekk = "hendelse_etter_uttrekk"
  /// A period ends before it begins.
  case ugyldigPeriode = "ugyldig_periode"
  /// The journal number cannot stand in a list (control characters).
  case ugyldigJournalnummer = "ugyldig_journalnummer"
  /// Two open cases have the same journal number: neither is imported.
  case sammeJournalnummer = "samme_journalnummer"
  /// The record that the case gives cannot be read: a date before the child was born, for instance.
  case ikkeLesbar = "ikke_lesbar"
}

/// Why an event of the register file is not in the case record.
public enum Bortfallsgrunn: String, CaseIterable, Hashable, Sendable {
  /// It lies on the day of the extract, which is not complete.
  case påUttrekksdagen = "på_uttrekksdagen"
  /// An evaluation of an ettervernsplan (type 5). The record holds evaluations of tiltaksplaner and of care
  /// plans, not of the other plans.
  case evalueringAvEttervernsplan = "evaluering_av_ettervernsplan"
  /// An evaluation of a samværsplan (type 6).
  case evalueringAvSamværsplan = "evaluering_av_samværsplan"
  /// An evaluation of an undersøkelsesplan (type 7).
  case evalueringAvUndersøkelsesplan = "evaluering_av_undersøkelsesplan"
  /// An evaluation of a plan after an akuttvedtak (type 8).
  case evalueringAvAkuttplan = "evaluering_av_akuttplan"
  /// A decision that the register does not say was made; `vedtak` is then marked as incomplete.
  case vedtakUtenAvgjørelse = "vedtak_uten_avgjørelse"
  /// A frequency dated after the end of the placement it belongs to.
  case hyppighetEtterTiltaket = "hyppighet_etter_tiltaket"
  /// A municipality that answers for supervision only after the end of the placement it belongs to.
  case tilsynsansvarEtterTiltaket = "tilsynsansvar_etter_tiltaket"
}

/// The reconciliation of an import: every case and every dropped event is accounted for.
public struct Avstemming: Hashable, Sendable {
  /// Cases in the files, a case in several files of a chain counted once.
  public internal(set) var sakerIFil = 0
  /// Cases written.
  public internal(set) var importert = 0
  /// Cases not written, by reason.
  public internal(set) var hoppetOver: [Hoppårsak: Int] = [:]
  /// Events left out of imported cases, by reason.
  public internal(set) var bortfall: [Bortfallsgrunn: Int] = [:]
  /// Placements that lay over the next one in another home: each now ends the day before the next begins, or says no
  /// home.
  public internal(set) var overlapp = 0
  /// Imported children with a foster placement (category 2) running at `uttrekk`.
  public internal(set) var fosterbarn = 0
  /// The independent count to compare with, if one was given.
  public internal(set) var forventet: Int?
  /// The last day the extract is complete for; the latest, if the files differ.
  public internal(set) var uttrekk: Dato?
  /// What the operator should know, in English, without values.
  public internal(set) var advarsler: [String] = []

  /// Whether the number of foster children differs from the expected one.
  public var avvikerFraForventet: Bool { forventet.map { $0 != fosterbarn } ?? false }

  /// The reconciliation on one line, in English.
  public var linje: String {
    let skipped = hoppetOver.values.reduce(0, +)
    let dropped = bortfall.values.reduce(0, +)
    var parts = [
      "cases in file: \(sakerIFil)", "imported: \(importert)",
      "skipped: \(skipped)" + reasons(Hoppårsak.allCases.map { ($0.rawValue, hoppetOver[$0] ?? 0) }),
      "dropped events: \(dropped)"
        + reasons(Bortfallsgrunn.allCases.map { ($0.rawValue, bortfall[$0] ?? 0) }),
      "foster children: \(fosterbarn)",
    ]
    if overlapp > 0 { parts.append("overlapping placements adjusted: \(overlapp)") }
    if let forventet {
      parts.append("expected: \(forventet)" + (avvikerFraForventet ? " (does not agree)" : " (agrees)"))
    }
    return parts.joined(separator: "; ")
  }

  private func reasons(_ counts: [(String, Int)]) -> String {
    let told = counts.filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }
    return told.isEmpty ? "" : " (\(told.joined(separator: ", ")))"
  }
}
