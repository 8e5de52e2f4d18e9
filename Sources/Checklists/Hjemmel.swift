public import Values

/// A legal basis that points, parameters and procedures cite.
public struct Hjemmel: Hashable, Sendable {
  /// `FOR-2003-1659-7`.
  public var id: String
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
  /// How sure we are of the reading.
  public var sikkerhet: Sikkerhet
  /// The day by which somebody must look at the entry again.
  public var kontrolleresSenest: Dato

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

  /// How sure a reading of the law is.
  public enum Sikkerhet: String, Hashable, Sendable, CaseIterable {
    /// Read in the source.
    case verifisert
    /// Inferred from a verified text.
    case utledet
    /// From memory: to be checked before use.
    case fraHukommelsen = "fra hukommelsen"
    /// Our own rule or a professional norm, not law.
    case egenPolicy = "egen policy"
  }
}

/// Reads `Checklists/hjemler.yaml`.
struct Hjemmelleser: Definisjonsleser {
  let fil: String
  let faults: YAMLErrors
  var feil: [Definisjonsfeil]
  var varsler: [Varsel] = []

  init(fil: String, faults: YAMLErrors) {
    self.fil = fil
    self.faults = faults
    feil = Definisjonsfeilene(faults, fil: fil).feil
  }

  mutating func hjemler(_ root: YAMLNode) -> [Hjemmel] {
    guard let leser = mapping(root, "The register", ["hjemler"]),
      let list = required(leser, "hjemler", "The register")
    else { return [] }
    let nodes = elements(list)
    refuseDuplicates(nodes, "legal basis")
    return nodes.compactMap { hjemmel($0) }
  }

  private mutating func hjemmel(_ node: YAMLNode) -> Hjemmel? {
    let what = "A legal basis"
    let keys = [
      "id", "rettsakt", "bestemmelse", "gjelder", "krav", "kilde", "sikkerhet", "kontrolleresSenest",
    ]
    guard let leser = mapping(node, what, keys) else { return nil }
    let id = required(leser, "id", what).flatMap { tekst($0) }
    let act = required(leser, "rettsakt", what).flatMap { tekst($0) }
    let gjelder = required(leser, "gjelder", what).flatMap { periode($0) }
    let krav = required(leser, "krav", what).flatMap { tekst($0) }
    let kilde = required(leser, "kilde", what).flatMap { tekst($0) }
    let sikkerhet = required(leser, "sikkerhet", what).flatMap { valg($0, Hjemmel.Sikkerhet.self) }
    let due = required(leser, "kontrolleresSenest", what)
    let frist = due.flatMap { dato($0) }
    let isLaw = sikkerhet.map { $0 != .egenPolicy } ?? false
    let provision = isLaw ? required(leser, "bestemmelse", what) : node["bestemmelse"]
    let bestemmelse = provision.flatMap { tekst($0) }
    guard let id, let act, let gjelder, let krav, let kilde, let sikkerhet, let due, let frist else {
      return nil
    }
    warn(.legalBasisOverdue, due, etter: frist, "\(id) was to be looked at again by \(frist).")
    return Hjemmel(
      id: id, rettsakt: act, bestemmelse: bestemmelse, gjelder: gjelder, krav: krav, kilde: kilde,
      sikkerhet: sikkerhet, kontrolleresSenest: frist)
  }
}
