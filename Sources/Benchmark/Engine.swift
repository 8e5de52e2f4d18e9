import CaseRecords
import Checklists
import Foundation
import RuleEngine
import RuleLanguage
import Values
import Vocabulary

/// The engine as the benchmark drives it. No other file of the benchmark knows how verdicts are made.
struct Engine {
  let modell: Saksmodell
  let sjekkliste: Sjekkliste
  let date: Dato

  /// Reads the definitions of a job as the product does.
  init(_ job: Job) throws {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: job.definitions)
    let files = try paths.filter { $0.hasSuffix(".yaml") }.map { path in
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(job.definitions)/\(path)"))
      return Sjekklistebibliotek.Fil(sti: path, bytes: Array(data))
    }
    let bibliotek = try Sjekklistebibliotek(files, mappe: job.definitions)
    guard let sjekkliste = bibliotek.sjekkliste(job.checklist, på: job.controlDate) else {
      throw Failure("no version of \(job.checklist) is in force on \(job.controlDate)")
    }
    modell = bibliotek.modell
    self.sjekkliste = sjekkliste
    date = job.controlDate
  }

  /// The ids of the points, in order.
  var points: [String] { sjekkliste.punkter.map(\.id) }

  /// The cases of a file, held in columns.
  func load(_ file: String) throws -> Saksbunke {
    let (bunke, feil) = reader.les([.fil(sti: file)])
    guard feil.isEmpty else { throw Failure("\(file): \(feil.count) faults") }
    return bunke
  }

  /// The outcome of every point of every case, in the order of the cases: only the verdict.
  func verdicts(_ bunke: Saksbunke, points: [Int]? = nil) -> [UInt8] {
    guard let points else { return outcomes(bunke).map(\.code) }
    let chosen = points.map { sjekkliste.punkter[$0] }
    var kontroll = Punktkontroll(sjekkliste, bunke, på: date)
    var result: [UInt8] = []
    result.reserveCapacity(bunke.saker.count * chosen.count)
    for sak in bunke.saker.indices {
      kontroll.begin(sak: sak)
      for punkt in chosen { result.append(kontroll.utfall(punkt).code) }
    }
    return result
  }

  /// The outcome of every point of every case, in the order of the cases.
  func outcomes(_ bunke: Saksbunke) -> [Utfall] {
    var kontroll = Punktkontroll(sjekkliste, bunke, på: date)
    return kontroll.utfall(saker: bunke.saker.indices)
  }

  /// The outcome of every point of every case, and the evidence of each avvik as sub-results and events. The
  /// result counts the avvik, so that nothing can be left out.
  func verdictsWithEvidence(_ bunke: Saksbunke) -> Int {
    var found = 0
    var evidence = Bevisspor()
    forEachAvvik(bunke) { kontroll, number in
      evidence.tøm()
      kontroll.spor(punkt: number, .avvik, i: &evidence)
      if !evidence.ledd.isEmpty { found += 1 }
    }
    return found
  }

  /// The same with the evidence as text, the sentence in bokmål and the forecast: what a reader gets.
  func verdictsWithSentences(_ bunke: Saksbunke) -> Int {
    var found = 0
    forEachAvvik(bunke) { kontroll, number in
      if !kontroll.vurdering(sjekkliste.punkter[number]).setning.isEmpty { found += 1 }
    }
    return found
  }

  private func forEachAvvik(_ bunke: Saksbunke, _ body: (inout Punktkontroll, Int) -> Void) {
    var kontroll = Punktkontroll(sjekkliste, bunke, på: date)
    let points = sjekkliste.punkter.count
    for first in stride(from: 0, to: bunke.saker.count, by: 1024) {
      let part = first..<min(first + 1024, bunke.saker.count)
      let outcomes = kontroll.utfall(saker: part)
      for sak in part {
        let own = (sak - first) * points
        var isReady = false
        for number in 0..<points where outcomes[own + number] == .avvik {
          if !isReady { kontroll.begin(sak: sak) }
          isReady = true
          body(&kontroll, number)
        }
      }
    }
  }

  /// From the bytes of a file to the verdicts, in batches, as the command line reads; with or without evidence.
  func endToEnd(_ file: String, evidence: Bool) -> (cases: Int, avvik: Int) {
    var result = (cases: 0, avvik: 0)
    reader.les([.fil(sti: file)], bolk: 512) { bunke, _ in
      result.cases += bunke.saker.count
      if evidence {
        result.avvik += verdictsWithEvidence(bunke)
      } else {
        result.avvik += verdicts(bunke).count { $0 == Utfall.avvik.code }
      }
    }
    return result
  }

  private var reader: Saksinnlesing {
    Saksinnlesing(modell: modell) { Identitetsvakt().treff(i: $0)?.beskrivelse }
  }
}

extension Utfall {
  /// The byte that verdict files hold.
  var code: UInt8 {
    switch self {
    case .oppfylt: 0
    case .avvik: 1
    case .merknad: 2
    case .ukjent: 3
    case .ikkeAktuelt: 4
    case .ikkeKontrollert: 5
    }
  }
}
