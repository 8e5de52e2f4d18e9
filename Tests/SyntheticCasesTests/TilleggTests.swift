import JSONText
import Testing
import Values

@testable import SyntheticCases

/// What the second edition of the vocabulary added to the made-up cases.
@Suite struct TilleggTests {
  private static let gammel = saker(Populasjon(antall: 1500))
  private static let ny = saker(Populasjon(antall: 1500, førsteÅr: 2024, sisteÅr: 2026))

  private static func saker(_ populasjon: Populasjon, hull: Int = 0) -> [JSONValue] {
    var populasjon = populasjon
    populasjon.særtrekk.hull = hull
    return Saksgenerator(frø: 17, populasjon: populasjon).map(\.post)
  }

  /// What each point of the second edition asks about, and how one sees that a case has it.
  private static let stoff: [(navn: String, har: @Sendable (JSONValue) -> Bool)] = [
    ("a young child that can form views", { fakta($0, "kan_danne_egne_synspunkter") == .bool(true) }),
    ("a young child that cannot", { fakta($0, "kan_danne_egne_synspunkter") == .bool(false) }),
    (
      "a young child of whom it is not known",
      { sak in
        fakta(sak, "kan_danne_egne_synspunkter") == nil
          && Formatregler.omfang(fakta(sak, "født")).map { $0.første.år > 2008 } == true
      }
    ),
    ("siblings elsewhere", { fakta($0, "søsken_bor_andre_steder") == .bool(true) }),
    ("no siblings elsewhere", { fakta($0, "søsken_bor_andre_steder") == .bool(false) }),
    ("siblings not recorded", { fakta($0, "søsken_bor_andre_steder") == nil }),
    ("a deliberation about siblings", { har($0, "drøfting", "tema", "søsken") }),
    ("a deliberation about contact", { har($0, "drøfting", "tema", "samvær") }),
    ("a deliberation about a care order", { har($0, "drøfting", "tema", "omsorgsovertakelse") }),
    ("a talk face to face", { har($0, "samtale", "form", "møte") }),
    ("a talk by telephone", { har($0, "samtale", "form", "telefon") }),
    ("a talk of unknown form", { poster($0, "samtale").contains { $0["form"] == nil } }),
    (
      "an assessed talk at a visit",
      { poster($0, "oppfølgingsbesøk").contains { ja($0, "faglig_vurdering") } }
    ),
    (
      "a talk at a visit that is not assessed",
      { poster($0, "oppfølgingsbesøk").contains { $0["faglig_vurdering"] == .bool(false) } }
    ),
    ("supervision that moved", { poster($0, "tilsynskommune").count == 2 }),
    ("an order that ended", { har($0, "vedtak", "type", "oppheving") }),
    (
      "a voluntary placement after an order that ended",
      { har($0, "vedtak", "type", "oppheving") && fakta($0, "sakstype")?.string == "frivillig_plassering" }
    ),
    ("an order tried by a court", { har($0, "vedtak", "type", "rettslig_prøving") }),
    ("contact decided by the board", { poster($0, "vedtak").contains { samværNemnd($0) } }),
    ("a plan for contact", { har($0, "omsorgsplan", "type", "samværsplan") }),
    ("an evaluation of the care plan", { !poster($0, "planevaluering").isEmpty }),
    ("a petition", { !poster($0, "begjæring").isEmpty }),
    ("an emergency placement in a foster home", { plassert($0, "fosterhjem", "akutt") }),
    ("an emergency home under a care order", { plassert($0, "beredskapshjem", "omsorgsovertakelse") }),
    ("a voluntary emergency home", { plassert($0, "beredskapshjem", "frivillig") }),
    ("parents who were met", { !poster($0, "foreldrekontakt").isEmpty }),
    ("no contact with the parents", { $0["hendelser"]?["foreldrekontakt"]?.array == [] }),
    ("a home approved in time", { godkjent($0) { $0 <= $1 } }),
    ("a home approved late", { godkjent($0) { $0 > $1 } }),
    ("no approval", { $0["hendelser"]?["godkjenning"]?.array == [] }),
  ]

  @Test func `the committed population has a case of everything that the second edition asks about`() {
    let saker = Saksgenerator(frø: 2014).map(\.post)
    for (navn, har) in Self.stoff {
      let antall = saker.count(where: har)
      #expect(antall > 0 && antall < saker.count, "\(navn): \(antall)")
    }
  }

  @Test func `from 2023 there are plans after emergency decisions, and every item in decisions from 2024`() {
    let vedtak = Self.ny.flatMap { Self.poster($0, "vedtak") }
    for felt in ["informasjon", "tema", "barnets_syn", "enighet_avklart", "vekt_beskrevet"] {
      #expect(Set(vedtak.map { $0[felt] }) == [nil, .bool(true), .bool(false)], "\(felt)")
    }
    let dager = { (saker: [JSONValue]) in
      saker.flatMap { Self.poster($0, "omsorgsplan") }.filter { $0["type"]?.string == "akuttplan" }
        .compactMap { Formatregler.omfang($0["dato"])?.første }
    }
    #expect(dager(Self.gammel).isEmpty)
    #expect(!dager(Self.ny).isEmpty && dager(Self.ny).allSatisfy { $0 >= .nyttår(2023) })
    let avtalt = Self.ny.flatMap { Self.poster($0, "varig_opphold") }.map { $0["avtalt_besøk"] }
    #expect(avtalt.contains(nil) && avtalt.contains(.bool(false)) && avtalt.contains { $0?.integer != nil })
  }

  @Test func `nothing is decided, asked for or planned before the child is born`() {
    for sak in Self.gammel + Self.ny {
      guard let født = Formatregler.omfang(Self.fakta(sak, "født"))?.første else { continue }
      for samling in ["vedtak", "omsorgsplan", "begjæring", "foreldrekontakt", "plassering", "avtale"] {
        for post in Self.poster(sak, samling) where samling != "avtale" || post["dato"] != nil {
          let dag = Formatregler.omfang(post["dato"] ?? post["fra"])?.første ?? .tidenesMorgen
          #expect(dag >= født, "\(samling) \(dag) of a child born \(født)")
        }
      }
    }
  }

  @Test func `the parts fit one another`() {
    for sak in Self.gammel + Self.ny {
      let vedtak = Self.poster(sak, "vedtak")
      // Everything lies in the order of time, and the present municipality is the last one.
      for samling in ["vedtak", "omsorgsplan", "begjæring", "foreldrekontakt", "godkjenning", "plassering"] {
        let dager = Self.poster(sak, samling).map { ($0["dato"] ?? $0["fra"])?.string ?? "" }
        #expect(dager == dager.sorted(), "\(samling)")
      }
      if let ansvar = Self.poster(sak, "tilsynskommune").last?["ansvar"] {
        #expect([nil, ansvar].contains(Self.fakta(sak, "tilsynsansvar")))
      }
      // An order that ended is followed by a time at home, and by a placement of another order or none.
      for slutt in vedtak.filter({ $0["type"]?.string == "oppheving" }).compactMap({ $0["dato"]?.string }) {
        let plasseringer = Self.poster(sak, "plassering")
        #expect(plasseringer.count >= 2)
        #expect((plasseringer.first?["til"]?.string ?? "") >= slutt)
        #expect((plasseringer.first?["til"]?.string ?? "9") < (plasseringer[1]["fra"]?.string ?? ""))
      }
      // A talk alone at a visit has an answer to whether it was assessed; no other visit has.
      for post in Self.poster(sak, "oppfølgingsbesøk") {
        #expect((post["faglig_vurdering"] != nil) == (post["samtale_alene"]?.string == "gjennomført"))
      }
    }
  }

  /// The share of those that have it, in hundredths of those that could.
  private static let andeler: [(navn: String, andel: ClosedRange<Int>, av: Del, har: Del)] = [
    ("reports later than 30 days", 1...6, { mottatt($0) != nil }, { (mottatt($0) ?? 0) > 30 }),
    ("talks at visits assessed", 80...95, { $0["faglig_vurdering"] != nil }, { ja($0, "faglig_vurdering") }),
    ("talks face to face", 75...90, { $0["alene"] != nil }, { $0["form"]?.string == "møte" }),
    ("training of foster parents", 80...95, { $0["opplæring"] != nil }, { ja($0, "opplæring") }),
  ]
  private typealias Del = @Sendable (JSONValue) -> Bool

  @Test(arguments: andeler.indices)
  func `the shares are those of a service that mostly does its work`(nummer: Int) {
    let (navn, andel, av, har) = Self.andeler[nummer]
    let alle = Self.gammel.flatMap { $0["hendelser"]?.members ?? [] }.flatMap { $0.value.array ?? [] }
      .filter(av)
    #expect(!alle.isEmpty)
    #expect(andel.contains(100 * alle.count(where: har) / max(1, alle.count)), "\(navn)")
  }

  private static let satser: [@Sendable (inout Særtrekk, Int) -> Void] = [
    { $0.tidligereOmsorg = $1 }, { $0.tidligereOmsorgFrivillig = $1 }, { $0.rettsligPrøving = $1 },
    { $0.tilsynSkiftet = $1 }, { $0.frivilligBleAkutt = $1 },
  ]

  @Test(arguments: satser.indices)
  func `a rate of the second edition moves nothing of the first`(nummer: Int) {
    var alle = Populasjon(antall: 80)
    alle.særtrekk.hull = 0
    Self.satser[nummer](&alle.særtrekk, 1000)
    var ingen = alle
    Self.satser[nummer](&ingen.særtrekk, 0)
    let (a, b) = (Saksgenerator(frø: 3, populasjon: alle), Saksgenerator(frø: 3, populasjon: ingen))
    #expect(zip(a, b).contains { $0 != $1 })
    for (a, b) in zip(a, b) {
      for samling in [
        "oppfølgingsbesøk", "tilsynsbesøk", "samtale", "medvirkning", "besøksfrekvens", "tiltaksplan",
        "evaluering", "avtalegjennomgang", "drøfting", "foreldrekontakt", "planevaluering",
      ] {
        #expect(a.post["hendelser"]?[samling] == b.post["hendelser"]?[samling], "\(a.id) \(samling)")
      }
    }
  }

  private static func fakta(_ sak: JSONValue, _ navn: String) -> JSONValue? { sak["opplysninger"]?[navn] }

  private static func poster(_ sak: JSONValue, _ samling: String) -> [JSONValue] {
    sak["hendelser"]?[samling]?.array ?? []
  }

  private static func har(_ sak: JSONValue, _ samling: String, _ felt: String, _ kode: String) -> Bool {
    poster(sak, samling).contains { $0[felt]?.string == kode }
  }

  private static func ja(_ post: JSONValue, _ felt: String) -> Bool { post[felt] == .bool(true) }

  private static func samværNemnd(_ post: JSONValue) -> Bool {
    post["type"]?.string == "samvær" && post["truffet_av"]?.string == "nemnd"
  }

  private static func plassert(_ sak: JSONValue, _ type: String, _ grunnlag: String) -> Bool {
    poster(sak, "plassering").contains {
      $0["type"]?.string == type && $0["grunnlag"]?.string == grunnlag
    }
  }

  /// Whether the approval of some home stands so to the day on which the child moved in.
  private static func godkjent(_ sak: JSONValue, _ står: (String, String) -> Bool) -> Bool {
    poster(sak, "plassering").contains { plassering in
      poster(sak, "godkjenning").contains { godkjenning in
        guard let hjem = godkjenning["hjem"], hjem == plassering["hjem"],
          let dag = godkjenning["dato"]?.string, let fra = plassering["fra"]?.string
        else { return false }
        return står(dag, fra)
      }
    }
  }

  /// Days from a supervision to its report.
  private static func mottatt(_ post: JSONValue) -> Int? {
    guard let dag = Formatregler.omfang(post["dato"])?.første,
      let kom = Formatregler.omfang(post["rapport_mottatt"])?.første
    else { return nil }
    return Int(dag.dager(til: kom))
  }
}
