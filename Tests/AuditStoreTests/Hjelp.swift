import AuditStore
import Foundation
import GRDB
import JSONText
import Sampling
import Synchronization
import Testing

/// A vector file next to the tests.
func vector<T: Decodable>(_ name: String, as type: T.Type, from file: String = #filePath) throws -> T {
  let folder = URL(filePath: file).deletingLastPathComponent()
  return try JSONDecoder().decode(
    type, from: Data(contentsOf: folder.appending(path: "Vectors/\(name).json")))
}

/// The leaf hash of a small number, for trees whose leaves do not matter.
func sjekksum(_ number: Int) -> Sjekksum { Sjekksum(avTekst: "blad \(number)") }

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Salts that are the same in every run.
final class Saltkilde: Sendable {
  private let random = Mutex(SplitMix64(state: 7))

  func salt() -> [UInt8] {
    random.withLock { random in (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) } }
  }
}

let tid = "2014-09-30T12:00:00Z"

/// A folder of its own for one test, gone afterwards.
final class Prøvemappe {
  let mappe: String
  let salt = Saltkilde()

  init() throws {
    mappe = FileManager.default.temporaryDirectory.path + "/lager-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: mappe, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: mappe) }

  func sti(_ name: String = "internkontroll.sqlite") -> String { mappe + "/" + name }

  func åpne(_ modus: Revisjonslager.Modus = .lesOgSkriv, ventetid: Double = 5) throws -> Revisjonslager {
    try Revisjonslager.open(sti: sti(), modus: modus, ventetid: ventetid)
  }

  func bytes(_ name: String = "internkontroll.sqlite") throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: sti(name))))
  }

  func skriv(_ bytes: [UInt8], _ name: String = "internkontroll.sqlite") throws {
    try Data(bytes).write(to: URL(filePath: sti(name)))
  }

  /// Runs SQL on the file as anybody with a database tool can.
  func utenom(_ sql: String) throws {
    let queue = try DatabaseQueue(path: sti())
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  /// A store with `antall` entries that follow no rule of the month.
  func fyll(_ antall: Int) throws -> Revisjonslager {
    let store = try åpne()
    try store.act(tid: tid, salt: salt.salt) { room in
      for number in 1...antall {
        try room.append(
          .innlesing, rolle: "teamleder", innhold: ["fil": .integer(Int64(number)), "tekst": "Ærlig øving"],
          klasse: .øyeblikksbilde)
      }
    }
    return store
  }

  /// A store with one whole control in it: import, draw, swap, verdicts, answer, lock, and a deletion.
  func heltMånedsløp() throws -> Revisjonslager {
    let store = try åpne()
    try store.act(tid: tid, salt: salt.salt) { room in
      for step in try månedsløp() {
        try room.append(step.handling, rolle: "teamleder", innhold: step.innhold, klasse: step.klasse)
      }
    }
    try store.act(tid: tid, salt: salt.salt) { room in
      try room.slett([1], grunn: "24 måneder er gått", rolle: "arkivansvarlig")
    }
    return store
  }
}

extension JSONValue: ExpressibleByStringLiteral {
  init(stringLiteral value: String) { self = .string(value) }
}

extension JSONValue: ExpressibleByArrayLiteral {
  init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}

typealias Steg = (handling: Handling, innhold: JSONValue, klasse: Bevaringsklasse)

/// The payload of a step of the control of one team in September 2014, with these members added.
func steg(_ handling: Handling, _ extra: [JSONValue.Member] = [], klasse: Bevaringsklasse = .protokoll)
  -> Steg
{
  let own: [JSONValue.Member] = [.init("month", "2014-09"), .init("team", "Solvik")]
  return (handling, .object(own + extra), klasse)
}

/// The steps of a whole control.
func månedsløp() throws -> [Steg] {
  let frame = try Ramme(
    måned: #require(Måned("2014-09")), team: "Solvik", ids: (1...12).map { "S-\($0)" })
  let commit = try Forpliktelse(ramme: frame, sjekklister: ["fosterhjem@2014-05-31"])
  var draw = try Trekning(ramme: frame, forpliktelse: commit, frø: Frø(oppgitt: "452361"))
  let drawn = draw.trukket
  let swap = try draw.bytt(ut: drawn[1], grunn: .avsluttet)
  let points: JSONValue = [
    ["id": "OB-ANTALL", "utfall": "avvik"], ["id": "TP-FINNES", "utfall": "ukjent"],
  ]
  return [
    steg(
      .innlesing, [.init("cases", [["sak": "S-1", "fosterhjem": "øyeblikksbildet selv"]])],
      klasse: .øyeblikksbilde),
    steg(.forpliktelse, [.init("commitment", commit.json), .init("frame", frame.json)]),
    steg(.frø, [.init("seed", .string(draw.frø.tekst)), .init("seed_source", draw.frø.kilde.json)]),
    steg(.trekning, [.init("drawn", .array(drawn.map(JSONValue.string)))]),
    steg(
      .bytte, [.init("out", .string(swap.ut)), .init("in", .string(swap.inn)), .init("reason", "avsluttet")]),
    steg(
      .kontroll,
      [.init("cases", .array(draw.trukket.map { ["sak": .string($0), "points": points] }))], klasse: .funn),
    steg(
      .svar,
      [
        .init("case", .string(drawn[0])), .init("point", "TP-FINNES"), .init("answer", "oppfylt"),
        .init("reason", "Planen ligger i mappen"),
      ]),
    steg(.lås),
  ]
}
