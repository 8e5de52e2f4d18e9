import Foundation
import SyntheticCases
import Testing

@Suite struct SampleCasesTests {
  static let mappe = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("SampleCases")

  @Test func `the committed population is what seed 2014 gives, byte for byte`() throws {
    let mappe = SampleCasesTests.mappe.appendingPathComponent("fosterhjem-1")
    let filer = Saksgenerator(frø: 2014).map(\.fil)
    for fil in filer {
      let lest = try Data(contentsOf: mappe.appendingPathComponent(fil.navn))
      #expect(lest == Data(fil.tekst.utf8), "\(fil.navn)")
    }
    let finnes = try FileManager.default.contentsOfDirectory(atPath: mappe.path).sorted()
    #expect(finnes == filer.map(\.navn))
  }
}
