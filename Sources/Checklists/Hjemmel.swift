/// A legal basis that points cite.
public struct Hjemmel: Hashable, Sendable {
  /// `FOR-2003-1659-7`.
  public var id: String
  /// As it is written for a reader: «fosterhjemsforskriften (2003) § 7».
  public var navn: String
  /// What it demands, in one sentence of ours.
  public var krav: String
  /// How sure we are of the reading.
  public var sikkerhet: Sikkerhet

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
struct Hjemmelleser {
  static func les(_ fil: String, _ bytes: [UInt8]) throws(Definisjonsfeilene) -> [Hjemmel] {
    do throws(YAMLErrors) {
      return try YAMLText.read(bytes, as: hjemler)
    } catch {
      throw Definisjonsfeilene(error, fil: fil)
    }
  }

  private static func hjemler(_ node: YAMLNode, _ faults: inout [YAMLError]) -> [Hjemmel] {
    guard let root = YAMLMappingReader(node, "The register", known: ["hjemler"], feil: &faults),
      let list = root.required("hjemler", "The register", feil: &faults)
    else { return [] }
    guard let elements = list.elements else {
      faults.append(YAMLError(.wrongShape, list, "«hjemler» must be a list."))
      return []
    }
    return elements.compactMap { hjemmel($0, &faults) }
  }

  private static func hjemmel(_ node: YAMLNode, _ faults: inout [YAMLError]) -> Hjemmel? {
    let what = "A legal basis"
    let keys = ["id", "navn", "krav", "sikkerhet"]
    guard let leser = YAMLMappingReader(node, what, known: keys, feil: &faults),
      let id = leser.required("id", what, feil: &faults)?.text,
      let navn = leser.required("navn", what, feil: &faults)?.text,
      let krav = leser.required("krav", what, feil: &faults)?.text,
      let certainty = leser.required("sikkerhet", what, feil: &faults)
    else { return nil }
    guard let sikkerhet = certainty.text.flatMap(Hjemmel.Sikkerhet.init(rawValue:)) else {
      let names = Hjemmel.Sikkerhet.allCases.map(\.rawValue).joined(separator: ", ")
      faults.append(YAMLError(.invalidValue, certainty, "This must be one of: \(names)."))
      return nil
    }
    return Hjemmel(id: id, navn: navn, krav: krav, sikkerhet: sikkerhet)
  }
}
