import JSONText
import Values
import Vocabulary

/// A small vocabulary with one of everything the rule language can speak of.
enum Prøvemodell {
  static let modell = Saksmodell(
    opplysninger: [
      Felt("sakstype", .kode([Kode("omsorg"), Kode("frivillig")])), Felt("født", .måned),
      Felt("egne_synspunkter", .sannhet),
    ],
    samlinger: [
      Samling(
        "plassering", .periode,
        felter: [
          Felt("type", .kode([Kode("fosterhjem"), Kode("beredskap"), Kode("institusjon")])),
          Felt("hjem", .tekstkode), Felt("flyttet", .sannhet, manglerBetyr: .ingen),
        ]),
      Samling("plan", .periode, felter: [Felt("mål", .sannhet)]),
      Samling(
        "frekvens", .dato, felter: [Felt("kode", .kode([Kode("2"), Kode("4")])), Felt("god", .sannhet)],
        varighet: Varighetsregel(innenfor: "hjemopphold")),
      Samling(
        "besøk", .dato,
        felter: [
          Felt("form", .kode([Kode("stedlig"), Kode("digital"), Kode("avlyst")])),
          Felt("til_stede", .sannhet),
          Felt("varighet", .tall), Felt("rapport", .dato),
        ]),
      Samling(
        "vedtak", .dato,
        felter: [Felt("type", .kode([Kode("akutt"), Kode("flytting")])), Felt("hørt", .sannhet)]),
      Samling(
        "hjemopphold", .periode, felter: [],
        avledning: Avledning(kilde: "plassering", sammeFelt: "hjem", koblingsfelt: "flyttet")),
    ])
}

/// Makes small complete case records over any vocabulary: every field known, every day exact, nothing open.
struct Saksgenerator {
  let modell: Saksmodell
  var terning: Terning
  /// Events lie between this day and `uttrekk`.
  var tidligst = Dato.nyttår(2012)
  var uttrekk = Dato.nyttår(2014).adding(dager: 272)
  var flestHendelser = 3
  /// The years a child may be born in.
  var fødselsår = 2006...2010
  /// Whether events say when they were registered.
  var medRegistrering = false

  mutating func sak(_ id: String) -> JSONValue {
    var events: [JSONValue.Member] = []
    for samling in modell.samlinger where samling.avledning == nil {
      events.append(.init(samling.navn, .array(hendelser(samling))))
    }
    let facts = modell.opplysninger.map { JSONValue.Member($0.navn, verdi($0, uttrekk)) }
    return .object([
      "format": .string("sak/1"), "sak": .string(id), "enhet": .string("solvik"),
      "uttrekk": .string(uttrekk.description), "opplysninger": .object(facts), "hendelser": .object(events),
    ])
  }

  private mutating func hendelser(_ samling: Samling) -> [JSONValue] {
    if modell.samlinger.contains(where: { $0.avledning?.kilde == samling.navn }) { return kjede(samling) }
    var days: Set<Dato> = []
    var result: [JSONValue] = []
    var last: Dato?
    for _ in 0..<terning.tall(0...flestHendelser) {
      // Events often come close together, so that coarse days can change their order.
      var day = terning.dag(tidligst, uttrekk)
      if let last, terning.sant(40) { day = min(uttrekk, last.adding(dager: terning.tall(0...40))) }
      last = day
      if samling.varighet != nil, !days.insert(day).inserted { continue }
      result.append(hendelse(samling, fra: day, til: periodeslutt(samling, day)))
    }
    return result
  }

  private mutating func periodeslutt(_ samling: Samling, _ day: Dato) -> Dato? {
    samling.tid == .periode && terning.sant(70) ? day.adding(dager: terning.tall(0...500)) : nil
  }

  /// One to four placements after each other, some adjoining, some with a gap between, the last often running.
  private mutating func kjede(_ samling: Samling) -> [JSONValue] {
    var result: [JSONValue] = []
    var day =
      terning.sant(60) ? tidligst.adding(dager: -terning.tall(0...700)) : terning.dag(tidligst, uttrekk)
    for _ in 0..<terning.tall(0...4) where day <= uttrekk {
      let last = terning.sant(45) ? nil : day.adding(dager: terning.tall(0...400))
      result.append(hendelse(samling, fra: day, til: last))
      guard let last else { break }
      day = last.adding(dager: terning.sant(60) ? 1 : terning.tall(0...60))
    }
    return result
  }

  mutating func hendelse(_ samling: Samling, fra day: Dato, til last: Dato?) -> JSONValue {
    var members = [JSONValue.Member(samling.tid == .dato ? "dato" : "fra", .string(day.description))]
    if let last { members.append(.init("til", .string(last.description))) }
    if medRegistrering {
      members.append(.init("registrert", .string(day.adding(dager: terning.tall(0...90)).description)))
    }
    for felt in samling.felter { members.append(.init(felt.navn, verdi(felt, uttrekk))) }
    return .object(members)
  }

  /// A value of the field's type, or `false`; the first code is the likeliest, so that rules get to apply.
  mutating func verdi(_ felt: Felt, _ uttrekk: Dato) -> JSONValue {
    switch felt.type {
    case .sannhet: return .bool(terning.sant(60))
    case .måned:
      let month = terning.tall(1...12)
      return .string("\(terning.tall(fødselsår))-\(month < 10 ? "0" : "")\(month)")
    // A placement always is in some home.
    case .tekstkode: return .string(terning.en(av: ["H1", "H1", "H2", "H3"]))
    case _ where terning.sant(12): return .bool(false)
    case .kode(let koder):
      let kode = terning.sant(50) ? koder[0] : terning.en(av: koder)
      return kode.erTall ? .integer(Int64(kode.navn) ?? 0) : .string(kode.navn)
    case .tall: return .integer(Int64(terning.tall(0...6)))
    case .dato: return .string(terning.dag(tidligst, uttrekk).description)
    }
  }
}
