import Foundation
import GRDB
import JSONText
import Sampling
import Testing

@testable import AuditStore

/// The guards of avvik, measures, meetings and decisions, tried with raw SQL that the verbs have no part in.
struct OvergangTests {
  private static let handlinger: [Handling] = [.avvik, .tiltak, .møte, .vedtak, .sjekklisteforslag]

  /// The shortest way from nothing to a state of a thing, as acts.
  private static func vei(_ handling: Handling, til state: String?) -> [Overgang]? {
    guard let state else { return [] }
    var ways: [(state: String?, acts: [Overgang])] = [(nil, [])]
    var seen: Set<String> = []
    while !ways.isEmpty {
      let (here, acts) = ways.removeFirst()
      for change in Overgang.alle
      where change.handling == handling && change.fra == here && seen.insert(change.til).inserted {
        if change.til == state { return acts + [change] }
        ways.append((change.til, acts + [change]))
      }
    }
    return nil
  }

  /// What an act says, so that every other rule is content with it.
  private static func innhold(_ act: String, _ handling: Handling) -> String {
    switch (handling, act) {
    case (.avvik, "meldt"):
      #","opphav":"ansatt","prosedyre":"P","team":"t","bedomt":{"fra":null,"til":"2014-12-31"}"#
    case (.avvik, "tiltak"): #","tiltak":"T-1""#
    case (.avvik, "lukket"): #","bevis":{"referanse":"D-1","slag":"dokument"}"#
    case (.avvik, "avvist"): #","bevis":{"referanse":"D-1","slag":"dokument"}"#
    case (.avvik, "gjenapnet"): #","kontroll":"2015-01","bedomt":{"fra":"2015-01-01","til":"2015-12-31"}"#
    case (.tiltak, "opprettet"):
      #","avvik":["A-1"],"evalueres":"2014-12-31","iverksettes":"2014-05-31""#
    case (.tiltak, "flyttet"): #","evalueres":"2014-12-31","iverksettes":"2014-05-31""#
    case (.tiltak, "evaluert"): #","resultat":"virket""#
    case (.vedtak, "vedtatt"): #","mote":"KG-1""#
    case (.sjekklisteforslag, "foreslatt"), (.sjekklisteforslag, "endret"): Forslag.tekst
    case (.sjekklisteforslag, "godkjent"): Forslag.godkjenning
    default: ""
    }
  }

  private static func emne(_ handling: Handling) -> String {
    switch handling {
    case .avvik: "A-1"
    case .tiltak: "T-1"
    case .møte: "KG-1"
    case .sjekklisteforslag: "F-1"
    default: "V-1"
    }
  }

  func skriv(
    _ db: Database, _ handling: Handling, _ emne: String, _ act: String, _ state: String,
    rolle: String? = nil, mer: String? = nil
  ) throws {
    let isOther = act == "iverksatt" || act == "godkjent" && handling == .sjekklisteforslag
    let rolle = rolle ?? (isOther ? "utfører" : "r")
    let extra = mer ?? Self.innhold(act, handling)
    let payload =
      #"{"innhold":{"format":"oppfolging/1","dato":"2014-10-10","emne":"\#(emne)","hendelse":"\#(act)","tilstand":"\#(state)"\#(extra)},"klasse":"protokoll"}"#
    try rå(db, handling, rolle: rolle, payload)
  }

  /// Adds an entry as somebody with the file and SQLite would.
  private func rå(_ db: Database, _ handling: Handling, rolle: String, _ payload: String) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO blad SELECT coalesce(max(n), 0) + 1, CAST(json_object(
          'n', coalesce(max(n), 0) + 1, 'handling', ?, 'rolle', ?) AS BLOB), zeroblob(32) FROM blad
        """
    ).execute(arguments: [handling.rawValue, rolle])
    try db.cachedStatement(
      sql: "INSERT INTO nyttelast SELECT max(n), zeroblob(32), CAST(? AS BLOB) FROM blad"
    ).execute(arguments: [payload])
  }

  /// The control of January 2015, locked.
  private func låstKontroll(_ db: Database) throws {
    for act in ["forpliktelse", "fro", "trekning", "las"] {
      let handling = try #require(Handling(rawValue: act))
      try rå(
        db, handling, rolle: "r",
        #"{"innhold":{"month":"2015-01","team":"t","drawn":[]},"klasse":"protokoll"}"#)
    }
  }

  func database() throws -> DatabaseQueue {
    let queue = try DatabaseQueue()
    try queue.write { db in for step in Skjema.skritt { try db.execute(sql: step) } }
    return queue
  }

  /// Puts the things of the world in the state before: a measure that is carried out and evaluated, a meeting.
  private func bakgrunn(_ db: Database, for handling: Handling) throws {
    if handling != .møte { try skriv(db, .møte, "KG-1", "holdt", "apent") }
    if handling != .avvik {
      return
    }
    try låstKontroll(db)
    try skriv(db, .tiltak, "T-1", "opprettet", "planlagt")
    try skriv(db, .tiltak, "T-1", "iverksatt", "iverksatt", rolle: "utfører")
    try skriv(db, .tiltak, "T-1", "evaluert", "evaluert", rolle: "annen")
  }

  @Test(arguments: handlinger)
  func `a change of state goes through exactly when it is on the list`(handling: Handling) throws {
    let states = Set(Overgang.alle.filter { $0.handling == handling }.map(\.til)).sorted()
    let acts = Set(Overgang.alle.map(\.hendelse)).sorted() + ["", "slett"]
    let queue = try database()
    var allowed = 0
    for before in [String?.none] + states.map(Optional.some) {
      let way = try #require(Self.vei(handling, til: before), "\(before ?? "") cannot be reached")
      try queue.inTransaction { db in
        try bakgrunn(db, for: handling)
        for step in way { try skriv(db, handling, Self.emne(handling), step.hendelse, step.til) }
        for act in acts {
          for after in states + ["", "slettet", "LUKKET"] {
            let went = try går(db, handling, act, after)
            let expected = Overgang.tilstand(handling, fra: before, etter: act) == after
            #expect(went == expected, "\(handling) \(before ?? "-") \(act) \(after)")
            if went { allowed += 1 }
          }
        }
        return .rollback
      }
    }
    #expect(allowed == Overgang.alle.filter { $0.handling == handling }.count)
  }

  /// Whether the store takes an act; it is undone again.
  private func går(_ db: Database, _ handling: Handling, _ act: String, _ after: String) throws -> Bool {
    var went = false
    try db.inSavepoint {
      do {
        try skriv(db, handling, Self.emne(handling), act, after)
        went = true
      } catch is DatabaseError {}
      return .rollback
    }
    return went
  }

  @Test(arguments: [
    #"{"innhold":{"hendelse":"meldt","tilstand":"meldt","opphav":"ansatt","prosedyre":"P"},"klasse":"protokoll"}"#,
    #"{"innhold":{"emne":7,"hendelse":"meldt","tilstand":"meldt","opphav":"ansatt","prosedyre":"P"},"klasse":"protokoll"}"#,
    #"{"innhold":{"emne":"A-9","hendelse":"meldt","tilstand":"meldt","opphav":"ansatt"},"klasse":"protokoll"}"#,
    #"{"innhold":{"emne":"A-9","hendelse":"meldt","tilstand":"meldt"},"klasse":"protokoll"}"#,
    #"{"innhold":{"emne":"A-9","hendelse":"meldt","tilstand":"meldt","opphav":"kontroll","kontroll":"2014-09","team":"t","sak":"S-1","punkt":"P"},"klasse":"protokoll"}"#,
    #"{"innhold":{"emne":"A-9"},"klasse":"protokoll"}"#, #"{"innhold":{},"klasse":"protokoll"}"#,
  ])
  func `an avvik without what it must have does not get in`(payload: String) throws {
    try database().write { db in
      _ = #expect(throws: DatabaseError.self) { try rå(db, .avvik, rolle: "r", payload) }
    }
  }

  @Test func `a finding is opened once for a point in a case, by a locked control`() throws {
    try database().write { db in
      for act in ["forpliktelse", "fro", "trekning", "las"] {
        let handling = try #require(Handling(rawValue: act))
        try rå(
          db, handling, rolle: "r",
          #"{"innhold":{"month":"2014-09","team":"t","drawn":[]},"klasse":"protokoll"}"#)
      }
      let found = #","opphav":"kontroll","kontroll":"2014-09","team":"t","sak":"S-1","punkt":"OB-ANTALL""#
      try skriv(db, .avvik, "A-1", "meldt", "meldt", mer: found)
      #expect(throws: DatabaseError.self) { try skriv(db, .avvik, "A-2", "meldt", "meldt", mer: found) }
    }
  }

  @Test func `nobody evaluates a measure they carried out, however the role is written`() throws {
    for role in ["utfører", " Utfører", "UTFøRER "] {
      try database().write { db in
        try skriv(db, .tiltak, "T-1", "opprettet", "planlagt")
        try skriv(db, .tiltak, "T-1", "iverksatt", "iverksatt", rolle: "utfører")
        #expect(throws: DatabaseError.self) {
          try skriv(db, .tiltak, "T-1", "evaluert", "evaluert", rolle: role)
        }
        #expect(throws: DatabaseError.self) {
          try skriv(db, .tiltak, "T-1", "for_tidlig", "iverksatt", rolle: role)
        }
      }
    }
  }

  @Test(arguments: [
    ("", "r", "no evidence"), (#","bevis":{"slag":"dokument","referanse":" "}"#, "r", "an empty reference"),
    (#","bevis":{"slag":"rykte","referanse":"D-1"}"#, "r", "evidence of no known kind"),
    (#","bevis":{"slag":"dokument","referanse":"D-1"}"#, "utfører", "the role that did the work"),
  ])
  func `an avvik is not closed without evidence, or by who did the work`(
    mer: String, rolle: String, why: String
  ) throws {
    try database().write { db in
      try bakgrunn(db, for: .avvik)
      for step in try #require(Self.vei(.avvik, til: "til_evaluering")) {
        try skriv(db, .avvik, "A-1", step.hendelse, step.til)
      }
      #expect(throws: DatabaseError.self, "\(why)") {
        try skriv(db, .avvik, "A-1", "lukket", "lukket", rolle: rolle, mer: mer)
      }
      try skriv(db, .avvik, "A-1", "lukket", "lukket")
    }
  }

  @Test func `an avvik waits for its measures, and needs a reason when none has worked`() throws {
    try database().write { db in
      try skriv(db, .avvik, "A-1", "meldt", "meldt")
      try skriv(db, .avvik, "A-1", "vurdert", "under_behandling")
      #expect(throws: DatabaseError.self, "no such measure") {
        try skriv(db, .avvik, "A-1", "tiltak", "tiltak_pagar")
      }
      try skriv(db, .tiltak, "T-1", "opprettet", "planlagt")
      try skriv(db, .avvik, "A-1", "tiltak", "tiltak_pagar")
      #expect(throws: DatabaseError.self, "not carried out") {
        try skriv(db, .avvik, "A-1", "gjennomfort", "til_evaluering")
      }
      try skriv(db, .tiltak, "T-1", "iverksatt", "iverksatt", rolle: "utfører")
      try skriv(db, .avvik, "A-1", "gjennomfort", "til_evaluering")
      #expect(throws: DatabaseError.self, "not evaluated") {
        try skriv(db, .avvik, "A-1", "lukket", "lukket")
      }
      try skriv(db, .tiltak, "T-1", "evaluert", "evaluert", mer: #","resultat":"virket_ikke""#)
      #expect(throws: DatabaseError.self, "no effect, no reason") {
        try skriv(db, .avvik, "A-1", "lukket", "lukket")
      }
      try skriv(
        db, .avvik, "A-1", "lukket", "lukket",
        mer: #","bevis":{"slag":"observasjon","referanse":"teammøtet"},"uten_effekt":"barnet har flyttet""#)
    }
  }

  @Test(arguments: [
    ("2014-12-31", false), ("2013-12-31", false), ("2015-01-01", true),
  ])
  func `only a later period reopens`(til: String, went: Bool) throws {
    try database().write { db in
      try bakgrunn(db, for: .avvik)
      let judged = #","bedomt":{"fra":"2014-01-01","til":"2014-12-31"}"#
      try skriv(
        db, .avvik, "A-1", "meldt", "meldt",
        mer: #","opphav":"kontroll","kontroll":"2015-01","team":"t","sak":"S","punkt":"P""# + judged)
      for step in try #require(Self.vei(.avvik, til: "til_evaluering")).dropFirst() {
        try skriv(db, .avvik, "A-1", step.hendelse, step.til)
      }
      try skriv(db, .avvik, "A-1", "lukket", "lukket")
      let reopen = {
        try skriv(
          db, .avvik, "A-1", "gjenapnet", "gjenapnet",
          mer: #","kontroll":"2015-01","bedomt":{"fra":null,"til":"\#(til)"}"#)
      }
      if went { try reopen() } else { #expect(throws: DatabaseError.self) { try reopen() } }
    }
  }

  @Test func `approved minutes take no more decisions`() throws {
    try database().write { db in
      try skriv(db, .møte, "KG-1", "holdt", "apent")
      try skriv(db, .vedtak, "V-1", "vedtatt", "vedtatt")
      try skriv(db, .møte, "KG-1", "godkjent", "godkjent")
      #expect(throws: DatabaseError.self) { try skriv(db, .vedtak, "V-2", "vedtatt", "vedtatt") }
      try skriv(db, .vedtak, "V-1", "utfort", "utfort")
    }
  }

  @Test(arguments: [
    "ten\u{200b}", "te\u{00ad}n", "t\u{0435}n", "t\u{00a0}n", "t\tn", "t  n", "", " ", "o\u{0308}",
    "\u{2003}ten",
  ])
  func `a role is written so that it cannot be taken for another`(rolle: String) throws {
    try database().write { db in
      _ = #expect(throws: DatabaseError.self) { try skriv(db, .møte, "KG-1", "holdt", "apent", rolle: rolle) }
    }
  }

  @Test func `æ, ø and å are one letter each, large or small`() throws {
    try database().write { db in
      try skriv(db, .tiltak, "T-1", "opprettet", "planlagt")
      try skriv(db, .tiltak, "T-1", "iverksatt", "iverksatt", rolle: "kontrollør")
      _ = #expect(throws: DatabaseError.self) {
        try skriv(db, .tiltak, "T-1", "evaluert", "evaluert", rolle: "KONTROLLØR")
      }
    }
  }

  @Test(arguments: [
    #""dato":"i går","format":"oppfolging/1""#, #""format":"oppfolging/1""#,
    #""dato":"2014-02-30","format":"oppfolging/1""#,
    #""dato":"2014-10-10","format":"oppfolging/9""#, #""dato":20141010,"format":"oppfolging/1""#,
  ])
  func `an act has a day and our format`(member: String) throws {
    try database().write { db in
      let payload =
        #"{"innhold":{\#(member),"emne":"KG-1","hendelse":"holdt","tilstand":"apent"},"klasse":"protokoll"}"#
      _ = #expect(throws: DatabaseError.self) { try rå(db, .møte, rolle: "r", payload) }
    }
  }

  @Test func `an act does not come before the one it follows`() throws {
    try database().write { db in
      try skriv(db, .møte, "KG-1", "holdt", "apent")
      let early =
        #"{"innhold":{"dato":"2014-10-09","format":"oppfolging/1","emne":"KG-1","hendelse":"godkjent","tilstand":"godkjent"},"klasse":"protokoll"}"#
      _ = #expect(throws: DatabaseError.self) { try rå(db, .møte, rolle: "r", early) }
    }
  }

  @Test func `a text belongs to the entry just before it, and cannot be put beside an older one`() throws {
    try database().write { db in
      try skriv(db, .avvik, "A-1", "meldt", "meldt")
      func text(_ about: Int) -> String {
        #"{"innhold":{"format":"oppfolging/1","emne":"A-1","hendelse":"tekst","gjelder":\#(about),"tekster":{"svar":"x"}},"klasse":"funn"}"#
      }
      try rå(db, .tekst, rolle: "r", text(1))
      try skriv(db, .avvik, "A-1", "svar", "meldt")
      _ = #expect(throws: DatabaseError.self) { try rå(db, .tekst, rolle: "r", text(1)) }
    }
  }

  @Test func `what a dropped trigger let in is found when the rules are played again`() throws {
    let test = try Prøvemappe()
    let store = try test.åpne()
    let salt = test.salt.salt
    func act(_ act: String, _ state: String, _ more: [JSONValue.Member] = []) -> JSONValue {
      .object(
        [
          .init("format", "oppfolging/1"), .init("dato", "2014-10-10"), .init("emne", "AV-2014-001"),
          .init("hendelse", .string(act)), .init("tilstand", .string(state)),
        ] + more)
    }
    try store.append(
      .avvik, rolle: "r",
      innhold: act("meldt", "meldt", [.init("opphav", "ansatt"), .init("prosedyre", "p")]),
      klasse: .protokoll, tid: tid, salt: salt)
    let trigger = try #require(try Skjema.forventet(Skjema.versjon).first { $0[1] == "regel_overgang" }?[3])
    try test.utenom("DROP TRIGGER regel_overgang")
    // The program itself refuses such a store, so the forger uses the program's own parts on a raw connection.
    let queue = try DatabaseQueue(path: test.sti())
    try queue.write { db in
      let leaf = Blad(
        n: 2, tid: tid, handling: .avvik, rolle: "r",
        forpliktelse: Nyttelast.forpliktelse(
          salt: Array(repeating: 1, count: 32),
          data: Nyttelast(klasse: .protokoll, innhold: act("avvist", "lukket")).json.canonicalBytes))
      try db.execute(
        sql: "INSERT INTO blad VALUES (2, ?, ?)",
        arguments: [Data(leaf.json.canonicalBytes), Data(leaf.hash.bytes)])
      try db.execute(
        sql: "DROP TRIGGER regel_avvik_lukket; INSERT INTO nyttelast VALUES (2, ?, ?)",
        arguments: [
          Data(repeating: 1, count: 32),
          Data(Nyttelast(klasse: .protokoll, innhold: act("avvist", "lukket")).json.canonicalBytes),
        ])
      try db.execute(sql: trigger)
      try db.execute(
        sql: try #require(try Skjema.forventet(Skjema.versjon).first { $0[1] == "regel_avvik_lukket" }?[3]))
    }
    try queue.close()
    let result = try Revisjonslager.verifiser(sti: test.sti())
    #expect(result.førsteDårlige == 2)
    #expect(result.brudd.contains { if case .oppføring(2, .regel) = $0 { true } else { false } })
  }
}
