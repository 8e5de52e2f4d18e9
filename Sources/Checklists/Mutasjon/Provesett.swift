internal import CaseRecords
internal import JSONText
internal import RuleEngine
internal import RuleLanguage
internal import Values
internal import Vocabulary

/// Made-up cases on control dates, read into columns: those of one date stand in one bunke.
struct Prøvesett {
  private struct Gruppe {
    let på: Dato
    let bunke: Saksbunke
    /// The place in the set of each case of the bunke.
    let plasser: [Int]
  }

  private let grupper: [Gruppe]
  /// How many cases were given, readable or not.
  let antall: Int
  /// Why a case could not be read, by its place.
  let feil: [Int: Lesefeil]

  /// - Parameters:
  ///   - saker: case records (`sak/1`), each with its control date.
  init(_ saker: [(sak: JSONValue, på: Dato)], modell: Saksmodell) {
    var leser = Sakleser(modell: modell, vakt: { _ in nil }, gjengangere: [])
    var feil: [Int: Lesefeil] = [:]
    var grupper: [Gruppe] = []
    let byDate = Dictionary(grouping: saker.indices) { saker[$0].på }
    for (date, places) in byDate.sorted(by: { $0.key < $1.key }) {
      var read: [Int] = []
      for place in places {
        let bytes = saker[place].sak.compactBytes
        let before = leser.feil.count
        leser.les(post: bytes, 0..<bytes.count, fil: nil, linje: 1)
        if leser.feil.count > before { feil[place] = leser.feil[before] } else { read.append(place) }
      }
      grupper.append(Gruppe(på: date, bunke: leser.taBolk().bunke, plasser: read))
    }
    self.grupper = grupper
    self.feil = feil
    antall = saker.count
  }

  /// What each case's own rule says of it; nil for a case that could not be read.
  func utfall(_ program: Regelprogram, _ spørsmål: (Int) -> Punktspørsmål) -> [Utfall?] {
    var result = [Utfall?](repeating: nil, count: antall)
    for gruppe in grupper {
      var run = Regelkjøring(program, gruppe.bunke, på: gruppe.på)
      for (sak, place) in gruppe.plasser.enumerated() {
        let own = spørsmål(place)
        run.begin(sak: sak)
        result[place] = own.regel.map { run.utfall($0, vedBrudd: own.vedBrudd) } ?? .ikkeKontrollert
      }
    }
    return result
  }

  /// What a rule says of each case; nil for a case that could not be read.
  func utfall(_ program: Regelprogram, _ spørsmål: Punktspørsmål) -> [Utfall?] {
    var result = [Utfall?](repeating: nil, count: antall)
    for gruppe in grupper {
      for (place, outcome) in zip(gruppe.plasser, utfall(gruppe, program, spørsmål)) {
        result[place] = outcome
      }
    }
    return result
  }

  /// The first case of which a rule says something else than this; nil when there is none.
  func førsteForskjell(_ program: Regelprogram, _ spørsmål: Punktspørsmål, fra fasit: [Utfall?]) -> Int? {
    var first: Int?
    for gruppe in grupper {
      guard gruppe.plasser.first.map({ $0 < first ?? .max }) ?? false else { continue }
      for (place, outcome) in zip(gruppe.plasser, utfall(gruppe, program, spørsmål))
      where outcome != fasit[place] && place < first ?? .max {
        first = place
      }
    }
    return first
  }

  private func utfall(_ gruppe: Gruppe, _ program: Regelprogram, _ spørsmål: Punktspørsmål) -> [Utfall] {
    var run = Regelkjøring(program, gruppe.bunke, på: gruppe.på)
    return run.utfall([spørsmål], saker: 0..<gruppe.bunke.saker.count)
  }
}
