internal import JSONText
internal import RuleEngine
internal import RuleLanguage
internal import Values

extension Sjekklistediff {
  /// Compares two versions.
  public init(fra gammel: Sjekkliste, til ny: Sjekkliste) {
    let (a, b) = (Versjonsinnhold(gammel), Versjonsinnhold(ny))
    let changedNames = Set(
      a.betydning.keys.filter { b.betydning[$0] != nil && a.betydning[$0] != b.betydning[$0] })
    let kept = Sjekklistediff.uflyttede(gammel.punkter.map(\.id), ny.punkter.map(\.id))
    func endring(_ id: String) -> Punktendring {
      var endring = Punktendring(id: id, a.punkter[id], b.punkter[id])
      if endring.før != nil, endring.etter != nil {
        endring.harNyPlass = !kept.contains(id)
        endring.gjennom = a.navn(under: id).union(b.navn(under: id)).intersection(changedNames).sorted()
      }
      return endring
    }
    fra = Sjekklisteside(gammel)
    til = Sjekklisteside(ny)
    punkter = forente(ny.punkter.map(\.id), gammel.punkter.map(\.id)).map(endring)
    definisjoner = forente(b.definisjonsnavn, a.definisjonsnavn).compactMap { name in
      let change = Definisjonsendring(navn: name, før: a.definisjoner[name], etter: b.definisjoner[name])
      return change.før == change.etter ? nil : change
    }
    parametre = forente(b.parameternavn, a.parameternavn).compactMap { name in
      let change = Parameterendring(navn: name, før: a.parametre[name], etter: b.parametre[name])
      return change.før == change.etter ? nil : change
    }
  }

  /// The points of both versions that have kept their place: the longest row of points that comes in the same
  /// order in both; of several, the first in the order of ids, so that it is the same from either side.
  static func uflyttede(_ gammel: [String], _ ny: [String]) -> Set<String> {
    let place = Dictionary(ny.enumerated().map { ($1, $0) }) { first, _ in first }
    let common = gammel.filter { place[$0] != nil }
    var best: [[String]] = []
    var longest: [String] = []
    for id in common.reversed() {
      var row: [String] = []
      for tail in best {
        guard let first = tail.first, let next = place[first], let own = place[id], own < next else {
          continue
        }
        if tail.foretrekkes(fremfor: row) { row = tail }
      }
      best.append([id] + row)
      if ([id] + row).foretrekkes(fremfor: longest) { longest = [id] + row }
    }
    return Set(longest)
  }
}

extension [String] {
  fileprivate func foretrekkes(fremfor other: [String]) -> Bool {
    count == other.count ? lexicographicallyPrecedes(other) : count > other.count
  }
}

/// The elements of both, each once: the first ones in their order, then the others in theirs.
private func forente(_ first: [String], _ others: [String]) -> [String] {
  var seen = Set<String>()
  return (first + others).filter { seen.insert($0).inserted }
}

extension Punktendring {
  fileprivate init(id: String, _ gammel: Versjonsinnhold.Punkt?, _ ny: Versjonsinnhold.Punkt?) {
    self.id = id
    før = gammel.map { Punkthode($0.punkt) }
    etter = ny.map { Punkthode($0.punkt) }
    guard let gammel, let ny else { return }
    let (gammelt, nytt) = (gammel.punkt, ny.punkt)
    deler = Punktdel.allCases.compactMap { del in
      let (a, b) = (del.tekst(gammel), del.tekst(ny))
      return a == b ? nil : Delendring(del: del, før: a, etter: b)
    }
    nyeHjemler = nytt.hjemmel.filter { !gammelt.hjemmel.contains($0) }
    fjernedeHjemler = gammelt.hjemmel.filter { !nytt.hjemmel.contains($0) }
    eksempler = Eksempelendring(gammelt.eksempler, nytt.eksempler)
  }
}

extension Punktdel {
  /// The part as text, white space evened out; nil when the point has none.
  fileprivate func tekst(_ innhold: Versjonsinnhold.Punkt) -> String? {
    let punkt = innhold.punkt
    return switch self {
    case .spørsmål: jevnet(punkt.spørsmål)
    case .sviktområde: String(punkt.sviktområde)
    case .kravtype: punkt.kravtype.rawValue
    case .prosedyre: punkt.prosedyre
    case .alvorlighet: punkt.alvorlighet.rawValue
    case .vedBrudd: punkt.vedBrudd.rawValue
    case .vurderesAv: punkt.vurderesAv
    case .veiledning: punkt.veiledning.map(jevnet)
    case .godtEksempel: punkt.godtEksempel.map(jevnet)
    case .svaktEksempel: punkt.svaktEksempel.map(jevnet)
    case .gjelderNår: innhold.regel.deler[.gjelder]?.uttrykk.description
    case .krav: innhold.regel.deler[.krav]?.uttrykk.description
    case .norm: innhold.regel.deler[.norm]?.uttrykk.description
    case .funn: punkt.funn.map(jevnet)
    case .setninger: innhold.regel.node["setninger"].map { jevnet($0.lest) }
    }
  }

  private func jevnet(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Eksempelendring {
  private struct Innhold: Hashable {
    var sak: JSONValue
    var på: Dato
    var utfall: Utfall
  }

  init(_ gamle: [Eksempel], _ nye: [Eksempel]) {
    func grouped(_ examples: [Eksempel]) -> [String: [Innhold: Int]] {
      examples.reduce(into: [:]) { groups, example in
        let content = Innhold(sak: example.sak, på: example.på, utfall: example.utfall)
        groups[example.navn, default: [:]][content, default: 0] += 1
      }
    }
    let (a, b) = (grouped(gamle), grouped(nye))
    for name in Set(a.keys).union(b.keys) {
      func extra(_ own: [Innhold: Int]?, _ other: [Innhold: Int]?) -> Int {
        (own ?? [:]).reduce(0) { $0 + max(0, $1.value - (other?[$1.key] ?? 0)) }
      }
      let (gone, come) = (extra(a[name], b[name]), extra(b[name], a[name]))
      endrede += min(gone, come)
      fjernede += max(0, gone - come)
      self.nye += max(0, come - gone)
    }
  }
}

/// A version's content by name.
private struct Versjonsinnhold {
  /// What a name stands for in a rule.
  enum Betydning: Hashable {
    case definisjon(String)
    case parameter([Parameter.Datert])
  }

  let definisjonsnavn: [String]
  let parameternavn: [String]
  let definisjoner: [String: Definisjonstekst]
  let parametre: [String: [Parameter.Datert]]
  let betydning: [String: Betydning]
  let punkter: [String: Punkt]
  private let program: Regelprogram

  /// A point and its rule as it was written.
  struct Punkt {
    var punkt: Sjekkpunkt
    var regel: Sjekklistekilde.Regelkilde
  }

  init(_ liste: Sjekkliste) {
    let kilde = liste.kilde
    program = liste.program
    punkter = Dictionary(
      zip(liste.punkter, kilde.regler).map { ($0.id, Punkt(punkt: $0, regel: $1)) }
    ) { first, _ in first }
    definisjonsnavn = kilde.definisjoner.map(\.navn)
    parameternavn = program.parametre.map(\.navn)
    definisjoner = Dictionary(
      kilde.definisjoner.map {
        ($0.navn, Definisjonstekst(uttrykk: $0.uttrykk.description, omtale: $0.omtale))
      }
    ) { _, last in last }
    parametre = Dictionary(program.parametre.map { ($0.navn, $0.verdier) }) { _, last in last }
    betydning = definisjoner.mapValues { .definisjon($0.uttrykk) }
      .merging(parametre.mapValues { .parameter(Versjonsinnhold.trinn($0)) }) { first, _ in first }
  }

  /// The values without their legal basis, and without those that change nothing.
  private static func trinn(_ values: [Parameter.Datert]) -> [Parameter.Datert] {
    values.reduce(into: []) { steps, value in
      guard steps.last?.verdi != value.verdi else { return }
      steps.append(Parameter.Datert(fra: value.fra, verdi: value.verdi, hjemmel: nil))
    }
  }

  /// The definitions and parameters that a point rests on: its rule, and what its texts show of a case.
  func navn(under id: String) -> Set<String> {
    guard let innhold = punkter[id] else { return [] }
    let (punkt, visning) = (innhold.punkt, innhold.regel.visning)
    let shown = program.definisjoner.filter { visning.contains($0.navn) }
    let rule = punkt.regel.map { [$0.gjelder, $0.krav, $0.norm] } ?? []
    var names = Set(shown.map(\.navn) + program.parametre.map(\.navn).filter(visning.contains))
    for index in program.noder(under: rule + shown.map(\.node)) {
      switch program.noder[Int(index.verdi)] {
      case .definisjon(let position): names.insert(program.definisjoner[Int(position)].navn)
      case .parameter(let position, _): names.insert(program.parametre[Int(position)].navn)
      default: break
      }
    }
    return names
  }
}

extension YAMLNode {
  /// The content on one line: the keys of a mapping, and the elements of a list, each with what it holds.
  fileprivate var lest: String {
    switch kind {
    case .scalar(let scalar): scalar.text
    case .sequence(let elements): elements.map(\.lest).joined(separator: " / ")
    case .mapping(let entries): entries.map { "\($0.key.lest): \($0.value.lest)" }.joined(separator: " · ")
    }
  }
}
