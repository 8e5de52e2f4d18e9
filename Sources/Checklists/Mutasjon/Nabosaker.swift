internal import JSONText
internal import RuleLanguage
internal import Values
internal import Vocabulary

/// The cases that lie next to a case: one day more or less, another code, an event away or an event more.
///
/// Only what the rule reads is changed, so that every neighbour is worth asking about.
struct Nabosaker {
  let modell: Saksmodell
  /// The collections that the rule reads, also through periods that are derived from others.
  let samlinger: [Samling]
  /// The facts that the rule reads.
  let opplysninger: [Felt]
  /// The control dates the checklist is in force for.
  let gjelder: Periode
  /// Events to put into a case: each with how many days its first date lies from its case's control date.
  private(set) var maler: [(samling: String, hendelse: Prøvesak.Hendelse, fra: Dato)] = []
  /// The days, distances and ages that the rule speaks of, in order: about those a date is worth moving.
  private let datoer: [Dato]
  private let varigheter: [Varighet]
  private let aldre: [Int]

  /// - Parameters:
  ///   - navn: the names that the rule reads.
  ///   - saker: cases whose events may be put into others.
  init(
    navn: Set<String>, modell: Saksmodell, gjelder: Periode, konstanter: Regelkonstanter, saker: [Prøvesak]
  ) {
    var names = navn
    for samling in modell.samlinger where names.contains(samling.navn) {
      if let kilde = samling.avledning?.kilde { names.insert(kilde) }
      if let innenfor = samling.varighet?.innenfor.flatMap({ modell.samling($0) }),
        let kilde = modell.samlinger[innenfor].avledning?.kilde
      {
        names.insert(kilde)
      }
    }
    self.modell = modell
    self.gjelder = gjelder
    datoer = (konstanter.datoer.sorted() + [gjelder.fra, gjelder.til]).filter { gjelder.inneholder($0) }
    varigheter = konstanter.varigheter.sorted {
      ($0.enhet.rawValue, $0.antall) < ($1.enhet.rawValue, $1.antall)
    }
    aldre = konstanter.aldre.sorted()
    samlinger = modell.samlinger.filter { $0.avledning == nil && names.contains($0.navn) }
    opplysninger = modell.opplysninger.filter { names.contains($0.navn) || $0.type == .måned }
    for samling in samlinger {
      for truth in [true, false] {
        maler.append((samling.navn, Nabosaker.mal(samling, truth, gjelder.fra), gjelder.fra))
      }
    }
    var seen: Set<[String: JSONValue]> = []
    for sak in saker {
      for samling in samlinger {
        for event in sak.hendelser[samling.navn] ?? [] where seen.insert(event).inserted {
          maler.append((samling.navn, event, sak.på))
        }
      }
    }
  }

  /// An event a month before a day, with every field filled in: as ja or the first code, or as nei or the last.
  private static func mal(_ samling: Samling, _ truth: Bool, _ dato: Dato) -> Prøvesak.Hendelse {
    let key = samling.tid == .dato ? "dato" : "fra"
    var event: Prøvesak.Hendelse = [key: .string(dato.adding(måneder: -1).description)]
    for felt in samling.felter {
      switch felt.type {
      case .sannhet: event[felt.navn] = .bool(truth)
      case .kode(let codes):
        event[felt.navn] = (truth ? codes.first : codes.last)?.json
      case .tekstkode: event[felt.navn] = .string("H9")
      case .tall, .dato, .måned: break
      }
    }
    return event
  }

  /// One change of a case; nothing happens when the case has not what is to be changed.
  typealias Endring = (inout Prøvesak) -> Void

  /// Every change that leads from this case to a neighbour.
  func endringer(av sak: Prøvesak) -> [Endring] {
    hendelsesendringer(av: sak) + faktaendringer(av: sak) + tillegg(til: sak)
  }

  /// The case with these changes; nil when nothing is changed, or the checklist is not in force on its date.
  func nabo(av sak: Prøvesak, _ endringer: Endring...) -> Prøvesak? {
    var other = sak
    for endring in endringer { endring(&other) }
    return other != sak && gjelder.inneholder(other.på) ? other : nil
  }

  private func hendelsesendringer(av sak: Prøvesak) -> [Endring] {
    samlinger.flatMap { samling in
      let name = samling.navn
      let events = sak.hendelser[name] ?? []
      return events.indices.flatMap { index in
        let changed: [Endring] = naboer(av: events[index], samling, sak.på).map { event in
          { if $0.hendelser[name]?.indices.contains(index) ?? false { $0.hendelser[name]?[index] = event } }
        }
        let removed: Endring = {
          if $0.hendelser[name]?.indices.contains(index) ?? false { $0.hendelser[name]?.remove(at: index) }
        }
        return changed + [removed]
      }
    }
  }

  private func faktaendringer(av sak: Prøvesak) -> [Endring] {
    let dates: [Endring] = [-1, 1].map { days in
      {
        $0.på = $0.på.adding(dager: days)
        $0.uttrekk = max($0.uttrekk, $0.på)
      }
    }
    let moves: [Endring] = datoer.flatMap { [$0.adding(dager: -1), $0] }.map { day in
      { $0.flytt(til: day) }
    }
    let facts: [Endring] = opplysninger.flatMap { felt in
      verdier(felt, sak.på).map { value in { $0.opplysninger[felt.navn] = value } }
    }
    let collections: [Endring] = samlinger.flatMap { samling in
      [{ $0.hendelser[samling.navn] = [] }, { $0.hendelser[samling.navn] = nil }]
    }
    return dates + moves + facts + collections
  }

  /// An event of another example more, as long before the control date as it was there.
  private func tillegg(til sak: Prøvesak) -> [Endring] {
    maler.map { mal in
      let moved = mal.hendelse.flyttet(dager: mal.fra.dager(til: sak.på))
      return { $0.hendelser[mal.samling, default: []].append(moved) }
    }
  }

  // MARK: Events

  private func naboer(
    av event: Prøvesak.Hendelse, _ samling: Samling, _ på: Dato
  ) -> [Prøvesak.Hendelse] {
    var result: [Prøvesak.Hendelse] = []
    func legg(_ felt: String, _ value: JSONValue?) {
      var other = event
      other[felt] = value
      if other != event { result.append(other) }
    }
    for key in samling.tid == .dato ? ["dato"] : ["fra", "til"] {
      for day in dager(event[key], på) { legg(key, .string(day.description)) }
    }
    if samling.tid == .periode { legg("til", nil) }
    for felt in samling.felter {
      if felt.type == .dato {
        for day in dager(event[felt.navn], på) { legg(felt.navn, .string(day.description)) }
      }
      for value in verdier(felt, på) { legg(felt.navn, value) }
    }
    return result
  }

  /// Days near a day of the record, and near the control date.
  private func dager(_ value: JSONValue?, _ på: Dato) -> [Dato] {
    let near = [på, på.adding(dager: -1)]
    guard let day = value?.string.flatMap({ Dato($0) }) else { return near }
    let steps = [Varighet(1, .måneder), Varighet(12, .måneder)] + varigheter
    let far = [day, på].flatMap { day in
      steps.flatMap { step in [day.flyttet(step), day.flyttet(Varighet(-step.antall, step.enhet))] }
    }
    return ([day] + far + datoer).flatMap { [$0.adding(dager: -1), $0, $0.adding(dager: 1)] } + near
  }

  private func verdier(_ felt: Felt, _ på: Dato) -> [JSONValue] {
    switch felt.type {
    case .sannhet: [.bool(true), .bool(false), .null]
    case .kode(let codes): codes.map(\.json) + [.bool(false), .null]
    case .måned: aldre.flatMap { fødselsmåneder(alder: $0, på) } + [.null]
    case .tall: [.integer(0), .integer(1), .integer(2), .integer(4), .null]
    case .dato: [.bool(false), .null]
    case .tekstkode: [.string("H1"), .string("H2"), .null]
    }
  }

  /// The months of birth of a child that turns so old about the control date, and a year before it.
  private func fødselsmåneder(alder: Int, _ på: Dato) -> [JSONValue] {
    [-1, 0, 1, 6, 12].map { months in
      let born = på.adding(måneder: -12 * alder + months).deler
      return .string(String("\(born.år)-") + (born.måned < 10 ? "0" : "") + String(born.måned))
    }
  }
}

extension Dato {
  fileprivate func flyttet(_ step: Varighet) -> Dato {
    switch step.enhet {
    case .dager: adding(dager: step.antall)
    case .måneder: adding(måneder: step.antall)
    }
  }
}

extension Kode {
  /// The code as a case file writes it.
  fileprivate var json: JSONValue {
    erTall ? Int64(navn).map(JSONValue.integer) ?? .null : .string(navn)
  }
}
