import JSONText
import Values
import Vocabulary

/// A world so small that everything a record may be can be gone through: a random vocabulary, a random record
/// with holes, and random well-typed rules over it.
///
/// A day is exact, or one of the first days of the month that the record ends in («2014-09» when it is complete
/// to 3 September). An open collection may hold up to one more event.
struct LitenVerden {
  let modell: Saksmodell
  private var terning: Terning
  static let uttrekk = Dato.nyttår(2014).adding(dager: 245)
  static let dager = ["2012-11-30", "2013-02-15", "2013-09-03", "2013-12-31", "2014-06-01", "2014-09-01"]

  init(frø: UInt64) {
    var die = Terning(frø: frø)
    func felter(_ count: Int) -> [Felt] {
      (0..<count).map { number in
        let codes = (0..<die.tall(2...3)).map { Kode("k\($0)") }
        return die.sant(50) ? Felt("f\(number)", .sannhet) : Felt("f\(number)", .kode(codes))
      }
    }
    let facts = felter(die.tall(1...2)).map { Felt("s" + $0.navn, $0.type) }
    let collections = (0..<die.tall(1...3)).map { number in
      Samling("c\(number)", die.sant(65) ? .dato : .periode, felter: felter(die.tall(1...2)))
    }
    modell = Saksmodell(opplysninger: facts, samlinger: collections)
    terning = die
  }

  // MARK: Records

  /// A record with up to `hull` facts left open.
  mutating func sak(hull: Int) -> JSONValue {
    var left = hull
    var open: [JSONValue] = []
    func hullNå() -> Bool {
      guard left > 0, terning.sant(35) else { return false }
      left -= 1
      return true
    }
    let facts = modell.opplysninger.map {
      JSONValue.Member($0.navn, hullNå() ? .null : terning.en(av: verdier($0.type)))
    }
    var collections: [JSONValue.Member] = []
    for samling in modell.samlinger {
      let events = (0..<terning.tall(0...2)).map { _ in
        let day = hullNå() ? "2014-09" : terning.en(av: Self.dager)
        var members = [JSONValue.Member(samling.tid == .dato ? "dato" : "fra", .string(day))]
        if samling.tid == .periode, terning.sant(40) { members.append(.init("til", .string("2014-10-20"))) }
        members += samling.felter.map {
          .init($0.navn, hullNå() ? .null : terning.en(av: verdier($0.type)))
        }
        return JSONValue.object(members)
      }
      if left > 0, terning.sant(12) {
        left -= 1
        open.append(.string(samling.navn))
      }
      collections.append(.init(samling.navn, .array(events)))
    }
    return post(facts, collections, open)
  }

  private func post(
    _ facts: [JSONValue.Member], _ collections: [JSONValue.Member], _ open: [JSONValue]
  ) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("format", .string("sak/1")), .init("sak", .string("S-1")), .init("enhet", .string("solvik")),
      .init("team", .string("t")), .init("uttrekk", .string(Self.uttrekk.description)),
      .init("opplysninger", .object(facts)), .init("hendelser", .object(collections)),
    ]
    if !open.isEmpty { members.append(.init("ufullstendig", .array(open))) }
    return .object(members)
  }

  private func verdier(_ type: Felttype) -> [JSONValue] {
    switch type {
    case .kode(let codes): codes.map { .string($0.navn) } + [.bool(false)]
    default: [.bool(true), .bool(false)]
    }
  }

  // MARK: Completions

  /// Every record that this one may be.
  func utfyllinger(av sak: JSONValue) -> [JSONValue] {
    let facts = kombinasjoner(
      modell.opplysninger.map { felt in
        alternativer(sak["opplysninger"]?[felt.navn] ?? .null, verdier(felt.type)).map {
          JSONValue.Member(felt.navn, $0)
        }
      })
    let open = Set((sak["ufullstendig"]?.array ?? []).compactMap(\.string))
    let collections = kombinasjoner(
      modell.samlinger.map { samling in
        let listed = kombinasjoner(
          (sak["hendelser"]?[samling.navn]?.array ?? []).map { hendelser(samling, $0) })
        let lists = open.contains(samling.navn) ? listed + medEnTil(samling, listed) : listed
        return lists.map { JSONValue.Member(samling.navn, .array($0)) }
      })
    return facts.flatMap { facts in collections.map { post(facts, $0, []) } }
  }

  private func alternativer(_ value: JSONValue, _ all: [JSONValue]) -> [JSONValue] {
    value == .null ? all : [value]
  }

  /// What one listed event may be.
  private func hendelser(_ samling: Samling, _ event: JSONValue) -> [JSONValue] {
    let time = samling.tid == .dato ? "dato" : "fra"
    let days = event[time] == .string("2014-09") ? (1...3).map { "2014-09-0\($0)" } : []
    let stated = event[time].map { [$0] } ?? []
    var members: [[JSONValue.Member]] = [
      (days.isEmpty ? stated : days.map { .string($0) }).map { .init(time, $0) }
    ]
    if let end = event["til"] { members.append([.init("til", end)]) }
    members += samling.felter.map { felt in
      alternativer(event[felt.navn] ?? .null, verdier(felt.type)).map { .init(felt.navn, $0) }
    }
    return kombinasjoner(members).map { .object($0) }
  }

  private func medEnTil(_ samling: Samling, _ listed: [[JSONValue]]) -> [[JSONValue]] {
    let unknown = (Self.dager + ["2014-09"]).map { day in
      JSONValue.object(
        [.init(samling.tid == .dato ? "dato" : "fra", .string(day))]
          + samling.felter.map { .init($0.navn, .null) })
    }
    let extra = unknown.flatMap { hendelser(samling, $0) }
    return listed.flatMap { list in extra.map { list + [$0] } }
  }

  private func kombinasjoner<Element>(_ choices: [[Element]]) -> [[Element]] {
    choices.reduce([[]]) { partial, next in partial.flatMap { head in next.map { head + [$0] } } }
  }

  // MARK: Rules

  mutating func regel(_ depth: Int = 3, i samling: Samling? = nil) -> String {
    if depth == 0 { return felt(samling) }
    let dated = modell.samlinger.filter { $0.tid == .dato }
    switch terning.tall(0...9) {
    case 0: return "(\(regel(depth - 1, i: samling)) og \(regel(depth - 1, i: samling)))"
    case 1: return "(\(regel(depth - 1, i: samling)) eller \(regel(depth - 1, i: samling)))"
    case 2: return "(ikke (\(regel(depth - 1, i: samling))))"
    case 3:
      let parts = (0..<3).map { _ in regel(depth - 1, i: samling) }
      return "(hvis \(parts[0]) så \(parts[1]) ellers \(parts[2]))"
    case 4:
      let ord = terning.en(av: ["er minst", "er høyst", "er", "er ikke"])
      return "(antall \(spørring(depth)) \(ord) \(terning.tall(0...2)))"
    case 5 where !dated.isEmpty:
      return "(dager med \(spørring(depth, blant: dated)) er minst \(terning.tall(1...2)))"
    case 6: return "(\(terning.en(av: ["alle", "siste", "første"])) \(spørring(depth, har: true)))"
    case 7:
      let periods = modell.samlinger.filter { $0.tid == .periode }
      guard let kind = periods.first else { return "(\(dato(samling)) er etter \(dato(samling)))" }
      return "(perioder med \(kind.navn) \(terning.en(av: ["dekker", "overlapper med"])) siste 2 måneder)"
    case 8: return "(\(dato(samling)) \(terning.en(av: ["er før", "er høyst", "er"])) \(dato(samling)))"
    default: return "(\(terning.en(av: ["finnes", "ingen", "minst 2"])) \(spørring(depth)))"
    }
  }

  private mutating func spørring(_ depth: Int, har: Bool = false, blant: [Samling]? = nil) -> String {
    let kind = terning.en(av: blant ?? modell.samlinger)
    var text = kind.navn
    if kind.tid == .dato, terning.sant(60) {
      text +=
        " "
        + terning.en(av: ["siste 12 måneder", "i fjor", "hittil i år", "siste 2 dager", "før 2014-09-02"])
    }
    if terning.sant(60) { text += " der (\(regel(depth > 1 ? 1 : 0, i: kind)))" }
    return har ? text + " har (\(regel(depth > 1 ? 1 : 0, i: kind)))" : text
  }

  private mutating func felt(_ samling: Samling?) -> String {
    let own = samling.map(\.felter) ?? []
    let felt = terning.en(av: own.isEmpty || terning.sant(30) ? modell.opplysninger : own)
    guard case .kode(let codes) = felt.type else { return felt.navn }
    let code = terning.en(av: codes).navn
    return terning.en(av: [
      "\(felt.navn) er \(code)", "\(felt.navn) er ikke \(code)", "(finnes \(felt.navn))",
    ])
  }

  private mutating func dato(_ samling: Samling?) -> String {
    let own = samling.map { $0.tid == .dato ? ["dato", "dato + 2 dager"] : ["fra", "til"] } ?? []
    return terning.en(av: own + ["kontrolldatoen", "2014-09-02", "kontrolldatoen - 1 måned"])
  }
}
