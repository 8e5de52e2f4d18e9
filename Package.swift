// swift-tools-version: 6.2
import PackageDescription

/// One list of settings for every target, so that no room has house rules of its own.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// For the rooms below every control: also optimised in a debug build, since the tests and README's commands read all
/// checklists and judge all sample cases again and again. The checks of overflow and of bounds stay.
let optimised = settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let jwt = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// A room of the house: a target with tests of its own. Dependencies only look down.
///
/// `data` names the folders and files beside the tests that they read by themselves.
func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], tests: [Target.Dependency] = [],
  data: [String] = [], swift: [SwiftSetting] = settings
) -> [Target] {
  [
    .target(name: name, dependencies: dependencies, swiftSettings: swift),
    .testTarget(
      name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies + tests,
      exclude: data, swiftSettings: settings),
  ]
}

let package = Package(
  name: "internkontroll",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "internkontroll", targets: ["internkontroll"]),
    // Static, so that .ci/fuzz can link libFuzzer's own `main` to it.
    .library(name: "Fuzz", type: .static, targets: ["Fuzz"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/vapor/jwt-kit", exact: "5.7.1"),
  ],
  targets: [
    room("Values", data: ["Vectors"], swift: optimised),
    room("JSONText", swift: optimised),
    // HTML and its figures as values: what stands in a page is escaped, whoever wrote it.
    room("Markup"),
    room("Vocabulary", ["Values"], swift: optimised),
    room("CaseRecords", ["Values", "JSONText", "Vocabulary"], swift: optimised),
    room("RegisterImport", ["Values", "JSONText", "Vocabulary", "CaseRecords", crypto]),
    room("RuleLanguage", ["Values", "Vocabulary"], swift: optimised),
    room("RuleEngine", ["Values", "Vocabulary", "CaseRecords", "RuleLanguage"], swift: optimised),
    room(
      "Checklists",
      ["Values", "JSONText", "Vocabulary", "CaseRecords", "RuleLanguage", "RuleEngine", yams, crypto],
      data: ["Brutt", "Lovgjennomgang.jsonl", "Setninger.txt"], swift: optimised),
    // Uploaded files and forms to case records; the web app's way in.
    room(
      "Intake",
      [
        "Values", "JSONText", "Vocabulary", "CaseRecords", "RegisterImport", "RuleEngine", "Checklists",
        "Sampling", crypto,
      ]),
    room("Sampling", ["Values", "JSONText", crypto], data: ["Vectors"]),
    room("Statistics", data: ["Vectors"]),
    room("AuditStore", ["Values", "JSONText", "Sampling", grdb, crypto], data: ["Vectors"]),
    room("SyntheticCases", ["Values", "JSONText", "Vocabulary", "CaseRecords"]),
    // The laws that .ci/fuzz puts any bytes to; light rooms only, so that the instrumented build is quick.
    room(
      "Fuzz", ["Values", "JSONText", "Vocabulary", "CaseRecords", "RuleLanguage", "RuleEngine"],
      data: ["Corpus"]),
    room(
      "Quality",
      [
        "Values", "JSONText", "Vocabulary", "CaseRecords", "RuleLanguage", "RuleEngine",
        "Checklists", "Sampling", "AuditStore", "Statistics",
      ]),
    // Plays made-up years into a store, by the verbs that the command line uses.
    room(
      "Simulation",
      [
        "Values", "JSONText", "Vocabulary", "CaseRecords", "RuleEngine", "Checklists", "Sampling",
        "AuditStore", "SyntheticCases", "Quality",
      ], tests: ["Reports", "Statistics", grdb]),
    room(
      "Reports",
      [
        "Values", "JSONText", "Vocabulary", "CaseRecords", "RuleLanguage", "RuleEngine", "Checklists",
        "Sampling", "Statistics", "Quality", "Markup", crypto,
      ], tests: ["AuditStore"], data: ["Fasit"]),
    // Pages and forms over the verbs. It knows no web server: a request in, an answer out.
    room(
      "WebApp",
      [
        "Values", "JSONText", "Vocabulary", "CaseRecords", "RegisterImport", "RuleLanguage", "RuleEngine",
        "Checklists", "Sampling", "Statistics", "AuditStore", "Quality", "Markup", "Reports", "Intake",
        crypto,
      ], tests: ["SyntheticCases", "Simulation"]),
    // The web stack, and nothing else: one thin room, so that the pages build and test without it.
    room(
      "WebServer", ["WebApp", "Values", "JSONText", "AuditStore", crypto, hummingbird, hummingbirdTLS, jwt]),
    [
      .executableTarget(
        name: "internkontroll",
        dependencies: [
          "Values", "JSONText", "Vocabulary", "CaseRecords", "RegisterImport", "RuleLanguage",
          "RuleEngine", "Checklists", "Sampling", "AuditStore", "SyntheticCases", "Quality",
          "Reports", "Simulation", "Intake", "WebApp", "WebServer", arguments,
        ], swiftSettings: settings),
      .executableTarget(
        name: "benchmark",
        dependencies: [
          "Values", "JSONText", "Vocabulary", "CaseRecords", "RuleLanguage", "RuleEngine", "Checklists",
          "SyntheticCases", arguments,
        ], path: "Sources/Benchmark", exclude: ["Definitions", "Peers"], swiftSettings: settings),
      .testTarget(
        name: "internkontrollTests", dependencies: ["internkontroll", "JSONText"], exclude: ["Readers"],
        swiftSettings: settings),
    ],
  ].flatMap { $0 },
  swiftLanguageModes: [.v6]
)
