import Foundation
import JSONText
import Testing

@Suite("The security checks: what the program is built from")
struct SbomTests {
  @Test("S21 Everything is pinned to a version and has a licence that is known")
  func list() throws {
    let folder = try Prøvemappe()
    let out = folder.sti("sbom.json")
    try folder.skall("cd '\(Program.rot.path)' && .ci/sbom '\(out)'").endte(0)
    let bom = try JSONValue(parsing: Array(try folder.les("sbom.json")))
    #expect(bom["bomFormat"]?.string == "CycloneDX")
    let components = try #require(bom["components"]?.array)
    #expect(components.count >= 6)
    for component in components {
      #expect(component["version"]?.string?.wholeMatch(of: /\d+\.\d+\.\d+/) != nil)
      let licence = component["licenses"]?.array?.first?["license"]?["id"]?.string
      #expect(["Apache-2.0", "MIT", "BSD-3-Clause"].contains(licence))
    }
  }

  @Test(
    "S21 A dependency that floats, or whose licence nobody knows, is refused",
    arguments: [
      ("from: \"1.0.0\"", "\"version\": \"1.0.0\", ", "Apache License Version 2.0", "exact version"),
      ("exact: \"1.0.0\"", "\"branch\": \"main\", ", "Apache License Version 2.0", "version and a revision"),
      ("exact: \"1.0.0\"", "\"version\": \"1.0.0\", ", "All rights reserved", "no licence"),
    ])
  func refused(_ asked: String, _ resolved: String, _ licence: String, _ message: String) throws {
    let folder = try Prøvemappe()
    try folder.skriv("Package.swift", ".package(url: \"https://example.com/a\", \(asked)),")
    try folder.skriv(
      "Package.resolved",
      """
      {"pins": [{"identity": "a", "location": "https://example.com/a", "state": {\(resolved)"revision": "abc"}}]}
      """)
    try folder.skriv(".build/checkouts/a/LICENSE", licence)
    let run = try folder.skall("'\(Program.rot.path)/.ci/sbom'")
    run.endte(1)
    #expect(run.feil.contains(message))
  }
}
