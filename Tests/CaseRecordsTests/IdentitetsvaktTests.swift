import Testing

@testable import CaseRecords

/// A text and the kind that must be seen in it (nil: it must pass).
struct Vakttilfelle: CustomTestStringConvertible, Sendable {
  var tekst: String
  var slag: Identitetsslag?

  init(_ tekst: String, _ slag: Identitetsslag?) {
    self.tekst = tekst
    self.slag = slag
  }

  var testDescription: String { tekst }
}

struct IdentitetsvaktTests {
  let vakt = Identitetsvakt()

  @Test(arguments: Vakttilfeller.numre) func `a published vector is seen as its kind`(
    _ tilfelle: Vakttilfelle
  ) {
    #expect(vakt.treff(i: tilfelle.tekst) == tilfelle.slag)
  }

  @Test(arguments: Vakttilfeller.skrivemåter)
  func `a number is seen however it is written`(_ tilfelle: Vakttilfelle) {
    #expect(vakt.treff(i: tilfelle.tekst) == tilfelle.slag)
  }

  @Test(arguments: Vakttilfeller.telefoner) func `telephone numbers`(_ tilfelle: Vakttilfelle) {
    #expect(vakt.treff(i: tilfelle.tekst) == tilfelle.slag)
  }

  @Test(arguments: Vakttilfeller.epost) func `e-mail addresses`(_ tilfelle: Vakttilfelle) {
    #expect(vakt.treff(i: tilfelle.tekst) == tilfelle.slag)
  }

  @Test(arguments: Vakttilfeller.kontoer) func `bank accounts and DUF numbers`(_ tilfelle: Vakttilfelle) {
    #expect(vakt.treff(i: tilfelle.tekst) == tilfelle.slag)
  }

  @Test(arguments: Vakttilfeller.uskyldige) func `what is no identity passes`(_ tekst: String) {
    #expect(vakt.treff(i: tekst) == nil)
  }

  @Test(arguments: Vakttilfeller.vektorer, Vakttilfeller.rammer)
  func `a number is seen wherever it stands as a whole token`(_ vektor: String, _ ramme: [String]) {
    #expect(vakt.treff(i: ramme[0] + vektor + ramme[1]) != nil)
  }

  @Test(arguments: Vakttilfeller.vektorer)
  func `a number of a person is seen whatever letters or underscores stand around or between`(
    _ vektor: String
  ) {
    let (date, rest) = (vektor.prefix(6), vektor.dropFirst(6))
    for text in [
      "a\(vektor)", "\(vektor)b", "x\(vektor)y", "\(vektor)é", "ø\(vektor)", "fnr\(vektor)barn",
      "\(date)_\(rest)", "\(date)__\(rest)", "_\(date)_\(rest)_", "\(date)x\(rest)", "x\(date)og\(rest)y",
      "fnr\(date) \(rest)x", "\(date)-\(rest)y", "\(date) _ \(rest)",
    ] {
      #expect(vakt.treff(i: text) != nil, "\(text)")
    }
    #expect(vakt.treff(i: "9\(vektor)7777") == nil, "digits beside it make another number")
  }

  @Test func `the ids and hashes that the program itself writes are no identities`() {
    var random = Tallrekke(state: 64)
    for _ in 0..<5_000 {
      let hash = (0..<64).map { _ in String(Int.random(in: 0..<16, using: &random), radix: 16) }.joined()
      let groups = stride(from: 0, to: 32, by: 4).map { hash.dropFirst($0).prefix(4) }
      for text in [hash, String(hash.prefix(40)), String(hash.prefix(32)), "sha256-\(hash)"] {
        #expect(vakt.treff(i: text) == nil, "\(text)")
      }
      // Eight digits alone can be taken for a telephone number, with or without letters elsewhere.
      let code = "1207-" + groups.joined(separator: "-")
      #expect(vakt.treff(i: code).map { $0 == .telefonnummer || $0 == .dufNummer } ?? true, "\(code)")
    }
  }

  @Test func `the fast way out and the long way agree`() {
    for tilfelle in Vakttilfeller.numre + Vakttilfeller.skrivemåter + Vakttilfeller.telefoner {
      #expect(vakt.treff(i: tilfelle.tekst + " æ") == tilfelle.slag)
    }
    for tekst in Vakttilfeller.uskyldige { #expect(vakt.treff(i: "æ " + tekst) == nil) }
  }

  @Test func `a substring is checked like a string`() {
    let text = "x: 31129956715."
    #expect(vakt.treff(i: text.dropFirst(3)) == .fødselsnummer)
    #expect(vakt.treff(i: text.dropLast(2)) == nil)
  }

  @Test func `every kind has words of its own in both languages`() {
    #expect(Set(Identitetsslag.allCases.map(\.beskrivelse)).count == Identitetsslag.allCases.count)
    #expect(Set(Identitetsslag.allCases.map(\.bokmål)).count == Identitetsslag.allCases.count)
    #expect(Set(Identitetsslag.allCases.map(\.rawValue)).count == 9)
  }
}

enum Vakttilfeller {
  /// Published test numbers: the tax administration's own examples of the rule from 2032, and those of NAV.
  static let numre: [Vakttilfelle] = [
    Vakttilfelle("31129956715", .fødselsnummer), Vakttilfelle("02013299997", .fødselsnummer),
    Vakttilfelle("30108299920", .fødselsnummer), Vakttilfelle("02013299806", .fødselsnummer),
    Vakttilfelle("30108299939", .fødselsnummer), Vakttilfelle("02013299903", .fødselsnummer),
    Vakttilfelle("10915596784", .syntetiskNummer), Vakttilfelle("13527248013", .hNummer),
    Vakttilfelle("68467038838", .syntetiskNummer), Vakttilfelle("02011000100", .registerplassholder),
    Vakttilfelle("02011000200", .registerplassholder), Vakttilfelle("29022455555", .registerplassholder),
    Vakttilfelle("31122699999", .registerplassholder), Vakttilfelle("31129956716", nil),
    Vakttilfelle("02013299998", nil), Vakttilfelle("10915596785", nil), Vakttilfelle("13527248014", nil),
    Vakttilfelle("68467038839", nil), Vakttilfelle("32011000100", nil), Vakttilfelle("02131000200", nil),
    Vakttilfelle("30022499999", nil), Vakttilfelle("02011000300", nil),
  ]

  static let vektorer = numre.filter { $0.slag != nil }.map(\.tekst)

  static let rammer = [
    ["", "."], ["fnr: ", ""], ["(", ")"], ["«", "»"], ["S-", ""], ["", ", 2014"], ["født 2014 ", " i vår"],
    ["\"", "\""], ["x_", "_y"], ["a=", ";b"], ["\n", "\n"], ["2014-09-30 ", " 2014-09-30"],
  ]

  static let skrivemåter: [Vakttilfelle] =
    [
      "311299 56715", "311299-56715", "311299–56715", "311299 – 56715", "31 12 99 56715", "31.12.99 56715",
      "31.12.99-56715", "31/12/99 56715", "3112 99 56715", "3112.99.56715", "311299 567 15", "311299.56715",
      "311299\u{00A0}56715", "311299\u{202F}56715", "311299\u{2009}56715", "311299\t56715", "311299\n56715",
      "311299\u{2011}56715", "311299\u{2212}56715", "311299  56715", "311 299 567 15", "31129\u{00AD}956715",
      "311299\u{200B}56715", "\u{202A}31129956715\u{202C}", "3112995 6715", "311299/56715",
      "３１１２９９５６７１５", "３１１２９９ ５６７１５", "٣١١٢٩٩٥٦٧١٥", "۳۱۱۲۹۹۵۶۷۱۵", "३११२९९५६७१५", "𝟑𝟏𝟏𝟐𝟗𝟗𝟓𝟔𝟕𝟏𝟓",
      "³¹¹²⁹⁹⁵⁶⁷¹⁵", "3１1２9９5６7１5", "3\u{FE0F}\u{20E3}1129956715", "S-31129956715",
      "sak 31129956715 og flere",
      "nr.31129956715", "fnr=31129956715", "«311299 56715»", "2014 311299 56715 2015",
      "12 barn, 311299 56715",
    ].map { Vakttilfelle($0, .fødselsnummer) }
    + [
      Vakttilfelle("020110-00100", .registerplassholder), Vakttilfelle("020110 00200", .registerplassholder),
      Vakttilfelle("109155 96784", .syntetiskNummer), Vakttilfelle("135272 48013", .hNummer),
      Vakttilfelle("684670-38838", .syntetiskNummer), Vakttilfelle("311299, 56715", nil),
      Vakttilfelle("311299     56715", nil), Vakttilfelle("311299 a 56715", nil),
      Vakttilfelle("311299 x56715", nil),
      Vakttilfelle("O31129956715", .fødselsnummer), Vakttilfelle("150305_10094", .fødselsnummer),
      Vakttilfelle("x15030510094y", .fødselsnummer), Vakttilfelle("15_03_05_10094", .fødselsnummer),
      Vakttilfelle("15.03.05x10094", .fødselsnummer),
      Vakttilfelle("1503051009", nil), Vakttilfelle("x15030510095y", nil),
    ]

  static let telefoner: [Vakttilfelle] =
    [
      "22334455", "+4722334455", "+47 22334455", "+47 22 33 44 55", "0047 22334455", "0047 22 33 44 55",
      "004722334455", "(+47) 22 33 44 55", "4722334455", "22 33 44 55", "22.33.44.55", "22-33-44-55",
      "912 34 567",
      "912\u{00A0}34\u{00A0}567", "91234567", "tlf 91234567", "tlf. 912 34 567.", "tlf:91234567",
      "ring 22 33 44 55 i dag", "９１２３４５６７", "+46 70 123 45 67", "+4670123456", "+358401234567",
      "22 33 44 55 / 99 88 77 66", "47 22334455", "20140332", "20141301", "21140312", "(912 34 567)",
      "912 34 567, 2014",
    ].map { Vakttilfelle($0, .telefonnummer) }
    + [
      "20140312", "2014-03-12", "20990101", "20000229", "12345678", "01234567", "2233445", "2233 4455",
      "223 344 55",
      "22,33,44,55", "22 33 44 55 66 77", "2.22334455", "22334455.2", "v1-22334455", "S-22334455",
      "22334455-b",
      "2014 2015", "12 34 56 78", "912 34 5678", "+47 2233", "2014-03-12T22:33:44", "a22334455", "22334455b",
    ].map { Vakttilfelle($0, nil) }

  static let epost: [Vakttilfelle] =
    [
      "ola@solvik.no", "ola.n@solvik.kommune.no", "OLA@SOLVIK.NO", "<ola@solvik.no>", "mailto:ola@solvik.no",
      "skriv til ola@solvik.no.", "ola+x@solvik.no", "ola_n@solvik.no", "øystein@sølvik.no", "ola＠solvik．no",
      "ola@1881.no", "o-n@a-b.org", "x,ola@solvik.no", "ola\u{200B}@solvik.no",
    ].map { Vakttilfelle($0, .epost) }
    + [
      "fosterhjem@2014-05-31", "fosterhjem@2014.05.31", "@solvik.no", "ola@", "ola@solvik", "ola @ solvik.no",
      "a@.no",
      "ola@solvik.n", "pris @ 12.50",
    ].map { Vakttilfelle($0, nil) }

  static let kontoer: [Vakttilfelle] = [
    Vakttilfelle("12345678911", .kontonummer), Vakttilfelle("1234.56.78911", .kontonummer),
    Vakttilfelle("1234 56 78911", .kontonummer), Vakttilfelle("1234-56-78911", .kontonummer),
    Vakttilfelle("konto 1234.56.78911.", .kontonummer), Vakttilfelle("1234.56.78912", nil),
    Vakttilfelle("1234.56 78911", nil), Vakttilfelle("0.12345678911", nil),
    Vakttilfelle("123.4567.8911", nil),
    Vakttilfelle("201017238203", .dufNummer), Vakttilfelle("2010 172382 03", .dufNummer),
    Vakttilfelle("2010 17238203", .dufNummer), Vakttilfelle("201017-238203", .dufNummer),
    Vakttilfelle("S-201017238203", .dufNummer), Vakttilfelle("123456789012", .dufNummer),
    Vakttilfelle("x 123456789012.", .dufNummer), Vakttilfelle("S-123456789012", nil),
    Vakttilfelle("922334455-2233-4455-8899-201017238203", .dufNummer),
    Vakttilfelle("2014 2015 2016", nil), Vakttilfelle("2010172382034", nil), Vakttilfelle("20101723820", nil),
  ]

  /// What a case file, a seed, a log or a reason is full of.
  static let uskyldige = [
    "", "S-0042", "solvik", "fosterhjem-1", "H1", "2014-09-30", "2014-09", "2014", "30.09.2014", "30/9-14",
    "2014-09-30T02:00:00+01:00", "2014-09-30 10:30:00.123", "20140930", "20140930T103000Z",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "0123456789012345678901234567890123456789012345678901234567890123",
    "31129956715a298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b785",
    "8ed88ce5-07cc-40ff-8e3d-b8d9a2421de6", "12345678-1234-4123-8123-123456789012",
    "22334455-2233-4455-8899-201017238203", "{7317a453-2d65-465a-9589-519311d66579}",
    "urn:uuid:22334455-2233-4455-8899-201017238203", "1.2.3", "v4.0.1", "10.0.19045.3324", "192.168.100.200",
    "3401", "944117784", "944 117 784", "§ 4-12", "BVL2021 § 5-1, 3. ledd", "12 34 5 6 7 8 9", "1000000",
    "12345678901234567890", "8675309", "98765432109876543210987654321098765432", "12345 67890 12345 67890",
    "31415 92653 58979 32384", "3.14159265358979", "0.000000000001", "1 000 000 000 000", "6,02214076e23",
    "4 besøk i 2014, 2 i 2015", "kl. 10.30–11.45 den 12.03.2014", "2014-03-12 2014-06-11 2014-09-03",
    "2014-03-12, 2014-06-11", "2014/1234", "sak 14/00123-7", "FOR-2003-12-18-1659", "LOV-2021-06-18-97",
    "fosterhjem@2014-05-31", "1,5 mnd", "1-1-1", "-", "+", "@", "🙂🙂🙂", "Barnet ville ikke snakke alene.",
    "1234567890", "9876543210", "0000000000000000", "11 22 33", "uke 12-2014 til uke 38-2014",
    "1 2 3 4 5 6 7 8 9 10 11 12", "2013 2014 2015 2016", "10:00-11:00 12:00-13:00", "3/4 av 12 er 9",
  ]
}
