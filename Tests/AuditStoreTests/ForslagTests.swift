import GRDB
import Testing

@testable import AuditStore

/// What a proposal says that every rule is content with.
enum Forslag {
  static let hash = String(repeating: "0a", count: 32)

  static func tekst(
    yaml: String = #""sjekkliste: x""#, hash: String = Forslag.hash, fra: String = "2014-12-01",
    grunn: String = "for strengt"
  ) -> String {
    #","yaml":\#(yaml),"sha256":"\#(hash)","gjelder_fra":"\#(fra)","begrunnelse":"\#(grunn)""#
  }

  static let tekst = Forslag.tekst()
  static let godkjenning = #","sha256":"\#(hash)""#
}

/// The guards of proposed changes of a checklist, tried with raw SQL that the verbs have no part in.
struct ForslagTests {
  private let regler = OvergangTests()

  @Test(arguments: ["r", " R", "R "])
  func `nobody approves a change of a checklist that they wrote, however the role is written`(role: String)
    throws
  {
    try regler.database().write { db in
      try regler.skriv(db, .sjekklisteforslag, "F-1", "foreslatt", "foreslatt", rolle: "annen")
      try regler.skriv(db, .sjekklisteforslag, "F-1", "endret", "foreslatt", rolle: "r")
      for own in [role, "Annen"] {
        #expect(throws: DatabaseError.self) {
          try regler.skriv(db, .sjekklisteforslag, "F-1", "godkjent", "godkjent", rolle: own)
        }
      }
      try regler.skriv(db, .sjekklisteforslag, "F-1", "godkjent", "godkjent", rolle: "tredje")
    }
  }

  @Test(arguments: [
    (Forslag.tekst(hash: String(repeating: "0b", count: 32)), "another text than the one that was read"),
    (Forslag.tekst(fra: "2014-10-10"), "in force from the day of the approval"),
    (Forslag.tekst(fra: "2014-10-09"), "in force before the approval"),
  ])
  func `only the latest text is approved, and from a later day`(latest: String, why: String) throws {
    try regler.database().write { db in
      try regler.skriv(db, .sjekklisteforslag, "F-1", "foreslatt", "foreslatt")
      try regler.skriv(db, .sjekklisteforslag, "F-1", "endret", "foreslatt", mer: latest)
      #expect(throws: DatabaseError.self, "\(why)") {
        try regler.skriv(db, .sjekklisteforslag, "F-1", "godkjent", "godkjent")
      }
    }
  }

  @Test(arguments: [
    Forslag.tekst(yaml: #""""#), Forslag.tekst(yaml: "7"), Forslag.tekst(hash: "0a"),
    Forslag.tekst(hash: String(repeating: "0A", count: 32)), Forslag.tekst(fra: "i morgen"),
    Forslag.tekst(fra: "2014-02-30"), Forslag.tekst(grunn: " "), "",
    Forslag.tekst(yaml: #"""# + String(repeating: "æ", count: 256 * 1024) + #"x""#),
  ])
  func `a proposal has its whole text, its hash, its first day and a reason`(content: String) throws {
    try regler.database().write { db in
      for act in ["foreslatt", "endret"] {
        if act == "endret" { try regler.skriv(db, .sjekklisteforslag, "F-1", "foreslatt", "foreslatt") }
        #expect(throws: DatabaseError.self) {
          try regler.skriv(db, .sjekklisteforslag, "F-1", act, "foreslatt", mer: content)
        }
      }
    }
  }
}
