public import JSONText
public import RuleEngine
public import RuleLanguage
public import Values

/// A checklist in one published version: dated, typed and ready to run.
public struct Sjekkliste: Sendable {
  /// `fosterhjem`.
  public var navn: String
  /// The version, which is the day it was made: `2014-05-31`.
  public var versjon: String
  /// The control dates it is in force for.
  public var gjelder: Periode
  /// SHA-256 of the file's bytes, in lower-case hex. Stored with every control.
  public var innholdshash: String
  /// What no point asks about, as a reader is told it; empty when the author has not said.
  public var ikkeKontrollert: [String]
  /// The points, in the author's order.
  public var punkter: [Sjekkpunkt]
  /// The rules of all points, checked and ready to run.
  public var program: Regelprogram
  /// What the placeholders of texts show, by what stands between the braces; `{fjoråret}` is not among them.
  var plassholdere: [String: Nodeindeks]
  /// What the program was made from.
  var kilde: Sjekklistekilde

  /// `fosterhjem@2014-05-31`.
  public var id: String { "\(navn)@\(versjon)" }
  /// The path below the folder of checklists: `fosterhjem/2014-05-31.yaml`.
  public var sti: String { "\(navn)/\(versjon).yaml" }
}

/// One point of a checklist: a question, its law, and the rule that answers it.
public struct Sjekkpunkt: Sendable {
  /// Stable across versions: `OB-ANTALL`.
  public var id: String
  /// The question in plain bokmål; «ja» always means oppfylt. May hold `{placeholders}`.
  public var spørsmål: String
  /// The failure area of the progress plan, 1–9.
  public var sviktområde: Int
  /// What kind of requirement it is.
  public var kravtype: Kravtype
  /// Ids of the legal basis: `FOR-2003-1659-7`.
  public var hjemmel: [String]
  /// The procedure it belongs to.
  public var prosedyre: String?
  /// How serious a breach is.
  public var alvorlighet: Alvorlighet
  /// What a breach of `krav` is: avvik, or merknad.
  public var vedBrudd: Brudd
  /// For a point that only a person can judge: the role that does it.
  public var vurderesAv: String?
  /// Guidance for the person who answers.
  public var veiledning: String?
  /// A made-up record that is good enough, for the person who answers.
  public var godtEksempel: String?
  /// A made-up record that is not good enough.
  public var svaktEksempel: String?
  /// The rule; nil for a point without any (always for a person).
  public var regel: Punktregel?
  /// What is written of a breach, with placeholders; nil when the engine's own sentence is enough.
  public var funn: String?
  /// The placeholders of the question and the finding.
  public var plassholdere: [String]
  /// What the author says of each outcome, instead of the engine's own sentence.
  public var setninger: [Utfall: [Setningsvalg]]
  /// Examples that run in the tests and in `validate`.
  public var eksempler: [Eksempel]

  /// Whether a machine alone can decide the point.
  public var avgjøresAvMaskin: Bool { vurderesAv == nil }

  /// Whether the author's words of a breach (`funn`) fit an outcome. They are about the requirement; where there is
  /// a norm beside it, a merknad may be about the norm, and what they say would then not be true.
  public func harOrd(om utfall: Utfall) -> Bool {
    switch utfall {
    case .avvik: true
    case .merknad: regel.map { $0.krav.finnes != $0.norm.finnes } ?? false
    case .oppfylt, .ukjent, .ikkeAktuelt, .ikkeKontrollert: false
    }
  }

  /// Whether the point has a norm and no requirement, so that a breach is a merknad.
  public var harBareNorm: Bool { regel.map { !$0.krav.finnes && $0.norm.finnes } ?? false }
}

/// A sentence that the author has written for an outcome.
public struct Setningsvalg: Sendable {
  /// The condition it is for; nil for the one that is used otherwise.
  public var når: Nodeindeks?
  /// The sentence, with placeholders.
  public var tekst: String
}

/// The kind of requirement behind a point. Only the first two can be a lovbrudd.
public enum Kravtype: String, Hashable, Sendable, CaseIterable {
  case lov
  case forskrift
  case egenProsedyre = "egen prosedyre"
  case fagligNorm = "faglig norm"
}

/// An example of a point: a made-up case, a control date, and the outcome it must have.
public struct Eksempel: Sendable {
  /// What the example shows.
  public var navn: String
  /// The made-up case record (`sak/1`).
  public var sak: JSONValue
  /// The control date.
  public var på: Dato
  /// The outcome it must have.
  public var utfall: Utfall
  /// The line that the example begins on, from 1.
  public var linje: Int
  /// The column that it begins in, in Unicode scalars, from 1.
  public var kolonne: Int
  /// How many scalars of the line show which example is meant.
  public var bredde: Int
}

/// How serious a breach of a point is.
public enum Alvorlighet: String, Hashable, Sendable, CaseIterable {
  case lav
  case middels
  case høy
  case kritisk
}

/// What a breach of the requirement is called.
public enum Brudd: String, Hashable, Sendable, CaseIterable {
  case avvik
  case merknad

  /// The outcome that it gives.
  public var utfall: Utfall {
    switch self {
    case .avvik: .avvik
    case .merknad: .merknad
    }
  }
}
