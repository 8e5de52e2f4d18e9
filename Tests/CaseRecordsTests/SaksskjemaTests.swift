import CaseRecords
import Foundation
import JSONText
import Testing
import Vocabulary

/// Records that the schema must accept, and that the reader accepts.
private let gode = [
  #"{"format":"sak/1","sak":"S-1","uttrekk":"2014-09-30"}"#,
  post(
    #""oppfølgingsbesøk":[{"dato":"2014-03-12","registrert":"2014-03","form":"stedlig","barnet_til_stede":true,"#
      + #""samtale_alene":["gjennomført",false],"rapport_mottatt":false},{"dato":null,"form":null}],"drøfting":[]"#,
    opplysninger: #""sakstype":"omsorgssak","født":"2005-03","behandler":"sb-1""#,
    ufullstendig: #"["drøfting"]"#, ekstra: #","enhet":"solvik","team":"øst""#),
  post(
    #""plassering":[{"fra":"2011","til":false,"hjem":"H1"}],"besøksfrekvens":[{"dato":"2014","kode":4}],"#
      + #""varig_opphold":[{"til":"2015-01-01","avtalt_besøk":2}]"#),
]

/// Records that the schema must refuse, as the reader does.
private let dårlige = [
  "[]", "{}", post(sak: "S 1"), post(uttrekk: "2014-09"), post(ekstra: #","navn":"x""#), post(#""møte":[]"#),
  post(#""hjemopphold":[]"#), post(#""drøfting":{}"#), post(#""drøfting":[1]"#),
  post(#""drøfting":[{"x":1}]"#),
  post(#""drøfting":[{"dato":false}]"#), post(#""drøfting":[{"dato":"2014-13"}]"#),
  post(#""drøfting":[{"fra":"2014"}]"#), post(#""plassering":[{"dato":"2014"}]"#),
  post(#""plassering":[{"fra":false}]"#), post(#""oppfølgingsbesøk":[{"form":"x"}]"#),
  post(#""oppfølgingsbesøk":[{"form":[]}]"#), post(#""oppfølgingsbesøk":[{"form":true}]"#),
  post(#""oppfølgingsbesøk":[{"form":[null]}]"#), post(#""besøksfrekvens":[{"kode":"4"}]"#),
  post(#""besøksfrekvens":[{"kode":3}]"#), post(#""varig_opphold":[{"avtalt_besøk":1.5}]"#),
  post(#""plassering":[{"hjem":1}]"#), post(opplysninger: #""født":"2005-03-12""#),
  post(opplysninger: #""født":false"#), post(ufullstendig: #"["møte"]"#),
  post(ufullstendig: #"["hjemopphold"]"#),
]

private let program = """
  import json, sys
  from jsonschema import Draft202012Validator
  schema, *records = [json.loads(line) for line in sys.stdin]
  Draft202012Validator.check_schema(schema)
  validator = Draft202012Validator(schema)
  print("".join("1" if validator.is_valid(record) else "0" for record in records))
  """

@Suite struct `The JSON Schema of case files` {
  @Test func `is made from the vocabulary`() throws {
    let skjema = Saksskjema.skjema(prøvemodell)
    let hendelser = try #require(skjema["properties"]?["hendelser"]?["properties"]?.members)
    #expect(hendelser.map(\.name) == prøvemodell.samlinger.map(\.navn).filter { $0 != "hjemopphold" })
    #expect(skjema == (try JSONValue(parsing: skjema.prettyText)))
  }

  @Test func `the reader draws the line in the same place`() {
    for tekst in gode { #expect(les(tekst).feil == [], "\(tekst)") }
    for tekst in dårlige { #expect(!les(tekst).feil.isEmpty, "\(tekst)") }
  }

  @Test(.enabled(if: runPython("import jsonschema", "") != nil, "needs python3 with jsonschema"))
  func `an independent validator accepts the good and refuses the bad`() throws {
    let input = ([Saksskjema.skjema(prøvemodell).compactText] + gode + dårlige).joined(separator: "\n")
    let answer = try #require(runPython(program, input))
    #expect(
      answer == String(repeating: "1", count: gode.count) + String(repeating: "0", count: dårlige.count)
        + "\n")
  }
}

/// What a Python program prints; nil when it fails or there is no Python.
private func runPython(_ program: String, _ input: String) -> String? {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = ["python3", "-c", program]
  process.environment = ProcessInfo.processInfo.environment.merging(["PYTHONIOENCODING": "utf-8"]) { $1 }
  let (stdin, stdout) = (Pipe(), Pipe())
  process.standardInput = stdin
  process.standardOutput = stdout
  process.standardError = FileHandle.nullDevice
  do {
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: output, as: UTF8.self) : nil
  } catch {
    return nil
  }
}
