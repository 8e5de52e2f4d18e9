import AuditStore
import Sampling
import Testing

struct JournalkodeTests {
  private let tre = Merkletre(bladhasher: (0..<20).map(sjekksum))

  @Test func `a code is the size and the first half of the root`() {
    #expect(Journalkode(Merkletre()).description == "0-e3b0-c442-98fc-1c14-9afb-f4c8-996f-b924")
    let hex = tre.rot.hex
    let code = Journalkode(tre).description
    #expect(code.hasPrefix("20-\(hex.prefix(4))-"))
    #expect(code.split(separator: "-").dropFirst().joined() == hex.prefix(32))
  }

  @Test func `a printed code reads back at every size`() throws {
    for size in 0...20 {
      let code = try #require(Journalkode(tre, ved: size))
      #expect(Journalkode(code.description) == code)
      #expect(code.sammenlign(med: tre) == .samme(nyere: 20 - size))
    }
    #expect(Journalkode(tre, ved: 21) == nil)
  }

  @Test(arguments: [
    "", "20", "20-", "20-e3b0-c442-98fc-1c14-9afb-f4c8-996f", "020-e3b0-c442-98fc-1c14-9afb-f4c8-996f-b924",
    "20-E3B0-c442-98fc-1c14-9afb-f4c8-996f-b924", "-e3b0-c442-98fc-1c14-9afb-f4c8-996f-b924",
    "20-e3b0-c442-98fc-1c14-9afb-f4c8-996f-b924-", "20-e3b0c442-98fc-1c14-9afb-f4c8-996f-b924",
    " 20-e3b0-c442-98fc-1c14-9afb-f4c8-996f-b924", "+2-e3b0-c442-98fc-1c14-9afb-f4c8-996f-b924",
    "99999999999999999999-e3b0-c442-98fc-1c14-9afb-f4c8-996f-b924",
    "2-e3bg-c442-98fc-1c14-9afb-f4c8-996f-b924",
  ])
  func `anything else is no code`(text: String) {
    #expect(Journalkode(text) == nil)
  }

  @Test func `lost entries at the end are told from a changed history`() throws {
    let shorter = Merkletre(bladhasher: (0..<15).map(sjekksum))
    let code = Journalkode(tre)
    #expect(code.sammenlign(med: shorter) == .avkortet(funnet: 15))
    let changed = Merkletre(bladhasher: (0..<20).map { sjekksum($0 == 7 ? 70 : $0) })
    #expect(code.sammenlign(med: changed) == .annenHistorie)
    let early = try #require(Journalkode(tre, ved: 7))
    #expect(early.sammenlign(med: changed) == .samme(nyere: 13))
  }
}
