import Testing

@testable import Reports

@Suite struct CSVTests {
  private func linje(_ cells: [CSV.Celle]) -> String {
    let text = CSV(overskrifter: ["A"], rader: [cells]).text
    return String(text.dropFirst("\u{FEFF}A\r\n".count).dropLast("\r\n".count))
  }

  @Test func `filen begynner med merke, skiller med semikolon og slutter hver linje med CRLF`() {
    let table = CSV(overskrifter: ["A", "B"], rader: [[.tall(1), .desimal(30.5)], [.tom, .tekst("æ")]])
    #expect(Array(table.text.utf8) == Array("\u{FEFF}A;B\r\n1;30,5\r\n;æ\r\n".utf8))
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+47", "'+47"), ("-1", "'-1"), ("@a", "'@a"), ("\ta", "'\ta"), ("\ra", "\"'\ra\""),
    ("a=1", "a=1"), ("a;b", "\"a;b\""), ("«a» \"b\"", "\"«a» \"\"b\"\"\""), ("a\nb", "\"a\nb\""),
    ("=a;\"b\"", "\"'=a;\"\"b\"\"\""), ("\"\u{301};", "\"\"\"\u{301};\""), ("", ""),
  ])
  func `en celle kan ikke bli en formel eller bryte linjen`(text: String, written: String) {
    #expect(Array(linje([.tekst(text)]).unicodeScalars) == Array(written.unicodeScalars))
  }

  @Test func `tall skrives med komma og uten overflødige nuller`() {
    for (number, text) in [
      (0.0, "0"), (1, "1"), (0.5, "0,5"), (0.1234, "0,1234"), (0.05, "0,05"), (2.99999, "3"),
    ] {
      #expect(linje([.desimal(number)]) == text)
    }
  }
}
