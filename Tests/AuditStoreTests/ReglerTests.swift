import GRDB
import JSONText
import Testing

@testable import AuditStore

struct ReglerTests {
  @Test(arguments: [
    "UPDATE blad SET data = data", "UPDATE blad SET hash = zeroblob(32) WHERE n = 2", "DELETE FROM blad",
    "DELETE FROM blad WHERE n = 9", "UPDATE nyttelast SET salt = zeroblob(32)", "DELETE FROM nyttelast",
    "DELETE FROM nyttelast WHERE n = 9", "UPDATE sletting SET n = 10", "DELETE FROM sletting",
    "INSERT INTO sletting VALUES (2, 9)", "INSERT INTO sletting VALUES (7, 9)",
    "INSERT INTO nyttelast SELECT 1, salt, data FROM nyttelast WHERE n = 2",
    "REPLACE INTO nyttelast SELECT 9, salt, data FROM nyttelast WHERE n = 2",
    "REPLACE INTO blad SELECT n, data, zeroblob(32) FROM blad WHERE n = 9",
    "INSERT INTO blad SELECT 11, json_set(CAST(data AS TEXT), '$.n', 11), hash FROM blad WHERE n = 9",
    "INSERT INTO blad SELECT 10, data, hash FROM blad WHERE n = 9",
    "INSERT INTO blad VALUES (10, CAST('{\"n\":10}' AS BLOB), zeroblob(31))",
    "INSERT INTO blad VALUES (NULL, CAST('{\"n\":10}' AS BLOB), zeroblob(32))",
    "INSERT INTO blad VALUES (10, '{\"n\":10}', zeroblob(32))",
    "UPDATE OR REPLACE blad SET n = 1 WHERE n = 2",
  ])
  func `the database itself refuses to rewrite history`(sql: String) throws {
    let test = try Prøvemappe()
    try test.heltMånedsløp().close()
    #expect(throws: DatabaseError.self) { try test.utenom(sql) }
    #expect(try Revisjonslager.verifiser(sti: test.sti()).holder)
  }

  @Test(arguments: 0..<8)
  func `no step of the draw can be taken twice`(step: Int) throws {
    let test = try Prøvemappe()
    let store = try test.åpne()
    let steps = Array(try månedsløp().prefix(7)) + [steg(.lås)]
    try store.act(tid: tid, salt: test.salt.salt) { room in
      for step in steps.prefix(7) {
        try room.append(step.handling, rolle: "r", innhold: step.innhold, klasse: step.klasse)
      }
    }
    let again = steps[step]
    let once = [Handling.forpliktelse, .frø, .trekning].contains(again.handling)
    if once {
      #expect(throws: Lagerfeil.regel("this step has been taken for this month and team already")) {
        try store.append(
          again.handling, rolle: "r", innhold: again.innhold, klasse: .protokoll, tid: tid,
          salt: test.salt.salt)
      }
    } else {
      try store.append(
        again.handling, rolle: "r", innhold: again.innhold, klasse: .protokoll, tid: tid, salt: test.salt.salt
      )
    }
    #expect(try store.journalkode().størrelse == (once ? 7 : 8))
    #expect(try store.verifiser().holder)
  }

  @Test(arguments: [Handling.frø, .trekning, .bytte, .lås])
  func `a step needs the one before it`(handling: Handling) throws {
    let test = try Prøvemappe()
    let store = try test.åpne()
    let error = #expect(throws: Lagerfeil.self) {
      try store.append(
        handling, rolle: "r", innhold: steg(handling).innhold, klasse: .protokoll, tid: tid,
        salt: test.salt.salt)
    }
    #expect(error?.slag == .tilstand)
    #expect(error?.description == "the step before this one has not been taken for this month and team")
  }

  @Test func `another month and another team are draws of their own`() throws {
    let test = try Prøvemappe()
    let store = try test.heltMånedsløp()
    for (month, team) in [("2014-10", "Solvik"), ("2014-09", "Solvik nord")] {
      try store.append(
        .forpliktelse, rolle: "r", innhold: ["month": .string(month), "team": .string(team)],
        klasse: .protokoll, tid: tid, salt: test.salt.salt)
    }
    #expect(try store.rader(.kontrollstatus).count == 3)
  }

  @Test(arguments: [(Handling.svar, true), (.kontroll, true), (.bytte, false)])
  func `a locked control takes only corrections that point at what they correct`(
    handling: Handling, mayCorrect: Bool
  ) throws {
    let test = try Prøvemappe()
    let store = try test.heltMånedsløp()
    let locked = Lagerfeil.regel("the control of this month and team is locked")
    for extra in [[], [JSONValue.Member("corrects", .null)]] {
      #expect(throws: locked) {
        try store.append(
          handling, rolle: "r", innhold: steg(handling, extra).innhold, klasse: .protokoll, tid: tid,
          salt: test.salt.salt)
      }
    }
    let correction = steg(handling, [.init("corrects", .integer(7))]).innhold
    let add = {
      try store.append(
        handling, rolle: "r", innhold: correction, klasse: .protokoll, tid: tid, salt: test.salt.salt)
    }
    if mayCorrect { _ = try add() } else { #expect(throws: locked) { try add() } }
  }

  @Test func `the views tell the state of a control`() throws {
    let test = try Prøvemappe()
    let store = try test.heltMånedsløp()
    #expect(
      try store.rader(.kontrollstatus).map(\.compactText) == [
        """
        {"maned":"2014-09","team":"Solvik","forpliktelse_n":2,"fro_n":3,"trekning_n":4,"kontroll_n":6,\
        "las_n":8,"antall_saker":12,"antall_trukne":2}
        """
      ])
    let draw = try #require(try store.oppføring(4).innhold?["drawn"]?.array?.compactMap(\.string))
    let swap = try #require(try store.oppføring(5).innhold?["in"]?.string)
    #expect(
      try store.rader(.trukketSak).map(\.compactText) == [
        #"{"maned":"2014-09","team":"Solvik","plass":1,"sak":"\#(draw[0])","byttet":0}"#,
        #"{"maned":"2014-09","team":"Solvik","plass":2,"sak":"\#(swap)","byttet":1}"#,
      ])
    let verdicts = try store.rader(.utfall, team: "Solvik")
    #expect(verdicts.compactMap { $0["sak"]?.string } == [draw[0], draw[0], swap, swap])
    #expect(verdicts.compactMap { $0["utfall"]?.string } == ["avvik", "ukjent", "avvik", "ukjent"])
    #expect(verdicts.compactMap { $0["punkt"]?.string }.prefix(2) == ["OB-ANTALL", "TP-FINNES"])
    #expect(try store.rader(.svar).first?["svar"] == "oppfylt")
    #expect(try store.rader(.hendelse).count == 9)
    #expect(try store.rader(.svar, team: "Nordvik").isEmpty)
  }
}
