internal import Values

/// The plans, the wheel of the year and «Huset»: what stands beside the checklists, and hinders no control.
public struct Planverk: Sendable {
  /// The plans, by id.
  public private(set) var planer: [Plan] = []
  /// The wheel of the year; nil when there is none.
  public private(set) var årshjul: Årshjul?
  /// «Huset»; nil when there is none.
  public private(set) var hus: Hus?
  /// Everything that is wrong, file by file.
  let feil: [Definisjonsfeil]

  /// The folder of plans, below the folder of checklists.
  public static let planmappe = "planer/"
  /// The wheel of the year, below the folder of checklists.
  public static let årshjulsti = "arshjul.yaml"
  /// «Huset», below the folder of checklists.
  public static let hussti = "huset.yaml"

  /// Whether a file of the folder is one of these.
  static func leser(_ sti: String) -> Bool {
    let isPlan = sti.hasPrefix(planmappe) && sti.hasSuffix(".yaml") && sti.split(separator: "/").count == 2
    return isPlan || sti == årshjulsti || sti == hussti
  }

  /// Reads the files, and holds what they refer to against the library.
  ///
  /// - Parameter punkter: the points of all versions; nil when not all were read.
  init(_ filer: [Sjekklistebibliotek.Fil], _ bibliotek: Sjekklistebibliotek, punkter: [String]?) {
    let procedures = bibliotek.prosedyrer.isEmpty ? nil : bibliotek.prosedyrer
    var feil: [Definisjonsfeil] = []
    func ta(_ leser: some Definisjonsleser) {
      feil += leser.feil.sorted { ($0.linje, $0.kolonne) < ($1.linje, $1.kolonne) }
    }
    func navn(_ fil: Sjekklistebibliotek.Fil) -> String { "\(bibliotek.mappe)/\(fil.sti)" }
    var isWheelFaulty = false
    for fil in filer where fil.sti == Planverk.årshjulsti {
      let (text, faults) = YAMLText.read(fil.bytes)
      var leser = Årshjulleser(fil: navn(fil), faults: faults, prosedyrer: procedures)
      årshjul = text.flatMap { leser.årshjul($0.root) }
      isWheelFaulty = !leser.feil.isEmpty
      ta(leser)
    }
    for fil in filer where fil.sti == Planverk.hussti {
      let (text, faults) = YAMLText.read(fil.bytes)
      var leser = Husleser(fil: navn(fil), faults: faults)
      hus = text.flatMap { leser.hus($0.root) }
      ta(leser)
    }
    let known = Planreferanser(
      prosedyrer: procedures?.map(\.id), punkter: punkter,
      sviktområder: bibliotek.sviktområder.isEmpty ? nil : Array(bibliotek.sviktområder.keys),
      årshjul: isWheelFaulty ? nil : årshjul?.oppføringer.map(\.id) ?? [])
    for fil in filer.sorted(by: { $0.sti < $1.sti }) where fil.sti.hasPrefix(Planverk.planmappe) {
      let (text, faults) = YAMLText.read(fil.bytes)
      let name = String(fil.sti.dropFirst(Planverk.planmappe.count).dropLast(".yaml".count))
      var leser = Planleser(fil: navn(fil), filnavn: name, faults: faults, kjent: known)
      if let plan = text.flatMap({ leser.plan($0.root) }) { planer.append(plan) }
      ta(leser)
    }
    self.feil = feil
  }
}

extension Sjekklistebibliotek {
  /// The plans, the wheel of the year and «Huset».
  ///
  /// - Throws: every fault in them.
  public func planverk() throws(Definisjonsfeilene) -> Planverk {
    let all = lestPlanverk
    guard all.feil.isEmpty else { throw Definisjonsfeilene(feil: all.feil) }
    return all
  }

  /// The same, with what is wrong.
  var lestPlanverk: Planverk {
    // A point may be in any version: without all of them, or without any, no name is held against them.
    let points = erHelt && !sjekklister.isEmpty ? sjekklister.flatMap(\.punkter).map(\.id) : nil
    return Planverk(planfiler, self, punkter: points)
  }
}
