import Checklists
import Quality
import Testing

struct AnsvarTests {
  @Test(
    arguments: [
      (nil, nil, "teamleder"), (nil, .kritisk, "barnevernleder"), ("barnevernleder", .høy, "barnevernleder"),
      ("barnevernleder", .kritisk, "avdelingssjef"), ("avdelingssjef", .kritisk, "avdelingssjef"),
      ("leder Ofot", .kritisk, "leder Ofot"),
    ] as [(String?, Alvorlighet?, String)])
  func `the owner of the procedure answers, and the one above when it is critical`(
    eier: String?, alvorlighet: Alvorlighet?, rolle: String
  ) {
    #expect(Ansvar.rolle(eier: eier, alvorlighet: alvorlighet) == rolle)
  }
}
