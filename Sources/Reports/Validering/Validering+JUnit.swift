import Checklists

extension Validering {
  /// The answer as JUnit XML: a suite a checklist, one for the other files, and no times.
  ///
  /// A file's definition is one test, and each example is one. A warning is told in the test's output and does
  /// not fail it.
  public var junit: String {
    var suites = filer.filter(\.erSjekkliste).map { file in
      let list = sjekklister.first { $0.fil == file.navn }
      let examples = list.map { list in list.eksempler.map { test($0, list.fil) } } ?? [ikkeKjørt(file.navn)]
      return Testsett(navn: file.navn, tester: [definisjon(file.navn)] + examples)
    }
    let others = filer.filter { !$0.erSjekkliste }.map(\.navn)
    let known = Set(filer.map(\.navn))
    let elsewhere = definisjonsfeil.map(\.fil).reduce(into: [String]()) { names, name in
      if !known.contains(name), !names.contains(name) { names.append(name) }
    }
    var tests = (others + elsewhere).map(definisjon)
    if svar == .nothing {
      let problem = Testproblem(slag: "error", kode: "nothing", melding: Validering.ingenting, tekst: "")
      tests.append(Test(klasse: "internkontroll", navn: "something was checked", problem: problem))
    }
    if !tests.isEmpty { suites.append(Testsett(navn: "other files", tester: tests)) }
    return Testsett.xml(suites)
  }

  private func definisjon(_ file: String) -> Test {
    let own = definisjonsfeil.filter { $0.fil == file }
    var test = Test(klasse: file, navn: "definition", fil: file)
    let errors = own.filter { $0.alvor == .error }
    let output = own.filter { $0.alvor == .warning }.map(\.tekst)
    if !output.isEmpty { test.utskrift = output.joined(separator: "\n") }
    if !errors.isEmpty {
      test.problem = Testproblem(errors)
    } else if file != vokabular, vokabularfeil {
      test.problem = Testproblem(
        slag: "skipped", kode: nil, melding: "The file was not read, since saksmodell.yaml is wrong.",
        tekst: "")
    }
    return test
  }

  private func test(_ example: Validerteksempel, _ file: String) -> Test {
    Test(
      klasse: file, navn: "\(example.punkt): \(example.navn)", fil: file, linje: example.linje,
      problem: example.feil.map { Testproblem([$0]) })
  }

  private func ikkeKjørt(_ file: String) -> Test {
    let message = "The examples were not run, since a definition is wrong."
    return Test(
      klasse: file, navn: "examples", fil: file,
      problem: Testproblem(slag: "skipped", kode: nil, melding: message, tekst: ""))
  }

  /// Without the vocabulary no other file can be read.
  private var vokabular: String? { filer.first { $0.navn.hasSuffix("/saksmodell.yaml") }?.navn }
  private var vokabularfeil: Bool { definisjonsfeil.contains { $0.fil == vokabular && $0.alvor == .error } }
}

/// A test of a suite, and what came of it.
private struct Test {
  var klasse: String
  var navn: String
  var fil: String?
  var linje: Int?
  var problem: Testproblem?
  var utskrift: String?

  var xml: String {
    let place: [(String, String?)] = [("file", fil?.ryddetSti), ("line", linje.map { "\($0)" })]
    let output = utskrift.map { XML.element("system-out", tekst: $0) }
    let parts = [problem?.xml, output].compactMap(\.self)
    return XML.element("testcase", [("classname", klasse), ("name", navn)] + place, parts)
  }
}

/// Why a test did not pass.
private struct Testproblem {
  /// `failure`, `error` (it could not be judged) or `skipped`.
  var slag: String
  var kode: String?
  var melding: String
  var tekst: String

  var xml: String { XML.element(slag, [("type", kode), ("message", melding)], tekst: tekst) }
}

extension Testproblem {
  /// One problem of all faults of a test, since most readers show only the first.
  init(_ faults: [Definisjonsfeil]) {
    let unreadable = faults.contains { $0.kode == Sjekklistekode.unreadable.rawValue }
    let first = faults.first.map { "\($0.kode) at \($0.linje):\($0.kolonne): \($0.melding)" } ?? ""
    let more = faults.count > 1 ? " (and \(faults.count - 1) more)" : ""
    self.init(
      slag: unreadable ? "error" : "failure", kode: faults.first?.kode, melding: first + more,
      tekst: faults.map(\.tekst).joined(separator: "\n"))
  }
}

/// A suite of tests.
private struct Testsett {
  var navn: String
  var tester: [Test]

  static func xml(_ suites: [Testsett]) -> String {
    let body = suites.map { suite in
      XML.element("testsuite", [("name", suite.navn)] + counts(suite.tester), suite.tester.map(\.xml))
    }
    let head: [(String, String?)] = [("name", "internkontroll validate")]
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + XML.element("testsuites", head + counts(suites.flatMap(\.tester)), body) + "\n"
  }

  private static func counts(_ tests: [Test]) -> [(String, String?)] {
    func count(_ kind: String) -> String { "\(tests.count { $0.problem?.slag == kind })" }
    return [
      ("tests", "\(tests.count)"), ("failures", count("failure")), ("errors", count("error")),
      ("skipped", count("skipped")),
    ]
  }
}
