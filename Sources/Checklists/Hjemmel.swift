public import Values

/// A legal basis that points, parameters and procedures cite.
public struct Hjemmel: Hashable, Sendable {
  /// `FOR-2003-1659-7`.
  public var id: String
  /// What kind of basis it is.
  public var slag: Slag
  /// How the act or regulation is called for a reader: «fosterhjemsforskriften (2003)».
  public var rettsakt: String
  /// The provision: «§ 7»; nil for a rule of our own.
  public var bestemmelse: String?
  /// The days it was or is in force.
  public var gjelder: Periode
  /// What it demands, in one sentence of ours.
  public var krav: String
  /// Where it was read.
  public var kilde: String
  /// How sure we are of the reading, by date: each from its day until the next one's. Empty for our own rules,
  /// of which nobody is in doubt.
  public var sikkerhet: [Lesning]
  /// The day by which somebody must look at the entry again.
  public var kontrolleresSenest: Dato

  /// How sure we are from a day on.
  public struct Lesning: Hashable, Sendable {
    /// The first day.
    public var fra: Dato
    /// How sure we are.
    public var er: Sikkerhet
  }

  /// As it is written for a reader: «fosterhjemsforskriften (2003) § 7».
  public var navn: String { bestemmelse.map { "\(rettsakt) \($0)" } ?? rettsakt }

  /// Whether it was in force on a day.
  public func erIKraft(på dag: Dato) -> Bool { gjelder.inneholder(dag) }

  /// As it is written for a reader who looks from a day, which is told when it is not in force then:
  /// «fosterhjemsforskriften (2003) § 7 (gjaldt til 31. desember 2023)».
  public func navn(på dag: Dato) -> String {
    if dag < gjelder.fra { return "\(navn) (gjelder fra \(gjelder.fra.bokmål))" }
    return erIKraft(på: dag) ? navn : "\(navn) (gjaldt til \(gjelder.til.bokmål))"
  }

  /// How sure we are on the days of a period on which it was in force, in order; of all its days when it was not
  /// in force on any of them.
  public func sikkerhet(i periode: Periode) -> [(dager: Periode, er: Sikkerhet)] {
    let judged = gjelder.overlapper(periode) ? periode : gjelder
    return sikkerhet.indices.compactMap { index in
      let next = index + 1 < sikkerhet.count ? sikkerhet[index + 1].fra.adding(dager: -1) : gjelder.til
      let days = Periode(max(sikkerhet[index].fra, judged.fra), min(next, judged.til))
      return days.map { ($0, sikkerhet[index].er) }
    }
  }

  /// What kind of basis an entry of the register is.
  public enum Slag: String, Hashable, Sendable, CaseIterable {
    case lov
    case forskrift
    case egenProsedyre = "egen prosedyre"
    case fagligNorm = "faglig norm"
    /// A number of days or months that we have set to a duty whose law has none.
    case vårFrist = "vår frist"

    /// Whether it is law, and not a rule of our own.
    public var erRett: Bool { self == .lov || self == .forskrift }
  }

  /// How sure a reading of the law is.
  public enum Sikkerhet: String, Hashable, Sendable, CaseIterable {
    /// Read in the source.
    case verifisert
    /// Inferred from a verified text.
    case utledet
    /// From memory: to be checked before use.
    case fraHukommelsen = "fra hukommelsen"
  }
}
