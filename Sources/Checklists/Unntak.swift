public import Values

/// A waiver: somebody with the authority has accepted, for a time, that one case breaks one point.
///
/// It never hides anything: the verdict stays, and the waiver is shown beside it.
public struct Unntak: Hashable, Sendable {
  /// The case.
  public var sak: String
  /// The point.
  public var punkt: String
  /// Why.
  public var grunn: String
  /// The role that decided it.
  public var myndighet: String
  /// The days it is valid on. It always ends.
  public var gjelder: Periode
  /// The law's own exception that it rests on; required for a statutory point.
  public var hjemmel: String?

  /// A waiver.
  public init(
    sak: String, punkt: String, grunn: String, myndighet: String, gjelder: Periode, hjemmel: String? = nil
  ) {
    self.sak = sak
    self.punkt = punkt
    self.grunn = grunn
    self.myndighet = myndighet
    self.gjelder = gjelder
    self.hjemmel = hjemmel
  }
}

/// Reads a file of waivers: a YAML list of `{sak, punkt, grunn, myndighet, fra, til, hjemmel}`.
public struct Unntaksleser {
  private let fil: String
  private let text: YAMLText
  private let bibliotek: Sjekklistebibliotek
  private let vakt: (String) -> String?
  private var feil: [Definisjonsfeil] = []

  /// The waivers of a file.
  ///
  /// - Parameters:
  ///   - vakt: names the kind of personal identifier in a text, if any; such a text is refused unseen.
  /// - Throws: every fault: an unknown point, no end, a statutory duty without an exception in the law itself …
  public static func les(
    _ fil: String, _ bytes: [UInt8], _ bibliotek: Sjekklistebibliotek, vakt: (String) -> String?
  ) throws(Definisjonsfeilene) -> [Unntak] {
    do {
      let text = try YAMLText(bytes)
      return try withoutActuallyEscaping(vakt) { vakt in
        var leser = Unntaksleser(fil: fil, text: text, bibliotek: bibliotek, vakt: vakt)
        let waivers = (text.root.elements ?? []).compactMap { leser.unntak($0) }
        if text.root.elements == nil { leser.report(.wrongShape, text.root, "A file of waivers is a list.") }
        guard leser.feil.isEmpty else { throw Definisjonsfeilene(feil: leser.feil) }
        return waivers
      }
    } catch let error as YAMLErrors {
      throw Definisjonsfeilene(feil: error.errors.map { Definisjonsfeil($0, fil: fil, kildelinje: nil) })
    } catch let error as Definisjonsfeilene {
      throw error
    } catch {
      throw Definisjonsfeilene(feil: [.mangler(fil, i: ".")])
    }
  }

  private mutating func unntak(_ node: YAMLNode) -> Unntak? {
    let what = "A waiver"
    var faults: [YAMLError] = []
    let keys = ["sak", "punkt", "grunn", "myndighet", "fra", "til", "hjemmel"]
    guard let leser = YAMLMappingReader(node, what, known: keys, feil: &faults) else {
      add(faults)
      return nil
    }
    var texts: [String: String] = [:]
    for key in keys.dropLast() { texts[key] = leser.required(key, what, feil: &faults)?.text }
    add(faults)
    for key in keys.dropLast() where texts[key]?.allSatisfy(\.isWhitespace) == true {
      report(.invalidValue, node[key] ?? node, "«\(key)» is empty.", hint: "Say it in words.")
    }
    for key in keys {
      if let value = node[key], let kind = value.text.flatMap(vakt) {
        report(.invalidValue, value, "«\(key)» looks like \(kind); it is refused.")
      }
    }
    let period = periode(node, texts["fra"], texts["til"])
    if let id = texts["punkt"] { krevPunkt(id, node) }
    guard feil.isEmpty, let sak = texts["sak"], let punkt = texts["punkt"], let grunn = texts["grunn"],
      let myndighet = texts["myndighet"], let period
    else { return nil }
    return Unntak(
      sak: sak, punkt: punkt, grunn: grunn, myndighet: myndighet, gjelder: period,
      hjemmel: node["hjemmel"]?.text)
  }

  private mutating func periode(_ node: YAMLNode, _ from: String?, _ to: String?) -> Periode? {
    guard let from, let to else { return nil }
    if let first = Dato(from), let last = Dato(to), let period = Periode(first, last) { return period }
    report(.invalidValue, node["fra"] ?? node, "«fra» and «til» must be days, and «til» not before «fra».")
    return nil
  }

  /// The point must exist, and a duty in law or regulation can be waived only by the law's own exception.
  private mutating func krevPunkt(_ id: String, _ node: YAMLNode) {
    let points = bibliotek.sjekklister.flatMap(\.punkter).filter { $0.id == id }
    guard let point = points.last else {
      return report(.unknownReference, node["punkt"] ?? node, "No checklist has this point.")
    }
    let statutory = point.kravtype == .lov || point.kravtype == .forskrift
    guard statutory else { return }
    guard let basis = node["hjemmel"]?.text else {
      return report(
        .invalidValue, node["punkt"] ?? node,
        "\(id) is a statutory duty (\(point.kravtype.rawValue)) and cannot be waived.",
        hint: "Only an exception in the law itself can be given, with «hjemmel».")
    }
    if !bibliotek.hjemler.contains(where: { $0.id == basis }) {
      report(.unknownReference, node["hjemmel"] ?? node, "This legal basis is not in hjemler.yaml.")
    }
  }

  private mutating func add(_ faults: [YAMLError]) {
    feil += faults.map { Definisjonsfeil($0, fil: fil, kildelinje: nil) }
  }

  /// Lines of the file are not repeated: a waiver may hold what it must not.
  private mutating func report(
    _ code: YAMLError.Code, _ node: YAMLNode, _ message: String, hint: String? = nil
  ) {
    add([YAMLError(code, node, message, hint: hint)])
  }
}
