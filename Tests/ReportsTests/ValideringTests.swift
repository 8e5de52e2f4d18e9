import Checklists
import JSONText
import Reports
import Testing

/// The forms of a validation for what no shipped definition has: warnings, and characters that must be escaped.
@Suite struct `The answer of a validation` {
  private static func feil(_ alvor: Definisjonsfeil.Alvor, _ melding: String, linje: Int = 3)
    -> Definisjonsfeil
  {
    Definisjonsfeil(
      kode: "IK104", alvor: alvor, fil: "./a,b:100%/x.yaml", linje: linje, kolonne: 5, bredde: 2,
      melding: melding, hint: "Mend it.", kildelinje: "krav: x")
  }

  private static func svar(_ faults: Definisjonsfeil...) -> Validering {
    let files = [Sjekklistebibliotek.Fil(sti: "x.yaml", bytes: [])]
    return Validering(files, mappe: "./a,b:100%", feil: faults)
  }

  @Test func `a warning alone is not a fault, but nothing checked stays nothing`() {
    let answer = Self.svar(Self.feil(.warning, "Look."))
    #expect(answer.svar == .nothing)
    #expect(answer.antallFeil == 0 && answer.antallAdvarsler == 1)
    #expect(answer.sammendrag.hasPrefix("0 faults, 1 warning; the examples were not run (1 file, "))
    #expect(answer.github.hasPrefix("::warning file="))
    #expect(answer.junit.contains("failures=\"0\" errors=\"1\""))
    #expect(answer.junit.contains("<system-out>./a,b:100%/x.yaml:3:5: warning[IK104]: Look."))
    let run = answer.sarif(versjon: "1", avslutning: 4, hjelpeside: nil)["runs"]?.array?.first
    #expect(run?["results"]?.array?.first?["level"]?.string == "warning")
  }

  @Test func `a workflow command cannot be ended by what it tells`() {
    let text = Self.svar(Self.feil(.error, "50 %\r\n::error::x, y: z")).github
    let first = text.split(separator: "\n").first
    #expect(
      first == """
        ::error file=a%2Cb%3A100%25/x.yaml,line=3,col=5,endColumn=7,title=IK104::50 %25%0D%0A::error::x, y: z%0A\
        Mend it.
        """)
    #expect(text.split(separator: "\n").count == 2)
  }

  @Test func `XML holds no character that it may not`() {
    let text = Self.svar(Self.feil(.error, "a\u{0}\u{1B}\u{FFFE} <b> & \"c\"\n\td\r]]>")).junit
    #expect(
      text.contains(
        "message=\"IK104 at 3:5: a\u{FFFD}\u{FFFD}\u{FFFD} &lt;b&gt; &amp; &quot;c&quot;&#10;&#9;d&#13;]]&gt;\""
      ))
    #expect(!text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" && $0 != "\t" })
  }

  @Test func `faults on equal lines are told apart by their number`() throws {
    let run = Self.svar(Self.feil(.error, "One."), Self.feil(.error, "Two.", linje: 9))
      .sarif(versjon: "1", avslutning: 1, hjelpeside: nil)["runs"]?.array?.first
    let prints = (run?["results"]?.array ?? []).compactMap {
      $0["partialFingerprints"]?["internkontroll/v1"]?.string
    }
    #expect(prints.count == 2)
    #expect(prints[0].dropLast(2) == prints[1].dropLast(2))
    #expect(prints.map { $0.suffix(2) } == [":1", ":2"])
  }
}
