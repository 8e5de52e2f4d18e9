import Foundation
import JSONText
import SyntheticCases
import Testing
import Values

/// The hand-written cases and their expected outcomes: whether they are well formed. What the engine says of them
/// is tested where the engine is.
@Suite struct EksempelTests {
  struct Rad: Hashable {
    var sak: String
    var on: String
    var kjent: String?
    var punkt: String
    var utfall: String
    var hvorfor: String
  }

  @Test func `every example obeys the format and is laid out like the generated ones`() throws {
    for (navn, tekst, post) in try EksempelTests.eksempler() {
      #expect(Formatregler.brudd(post) == [], "\(navn)")
      #expect(navn.utf8.allSatisfy { $0 < 128 && $0 != 0x20 }, "\(navn)")
      #expect(post["team"]?.string == "eksempler", "\(navn)")
      let uten = Saksfil.tekst(post).unicodeScalars.sorted()
      #expect(tekst.unicodeScalars.sorted() == uten, "\(navn): other layout")
    }
  }

  @Test func `pseudonyms are unique`() throws {
    let ids = try EksempelTests.eksempler().compactMap { $0.post["sak"]?.string }
    #expect(ids.count >= 40)
    #expect(Set(ids).count == ids.count)
    #expect(Set(ids).isDisjoint(with: Set(Saksgenerator(frø: 2014).map(\.id))))
  }

  @Test(arguments: ["forventet.tsv", "forventet-kjent.tsv"])
  func `every expectation names a case, a date within its extract, a point and an outcome`(fil: String) throws
  {
    let uttrekk = Dictionary(
      try EksempelTests.eksempler().compactMap { _, _, post -> (String, Dato)? in
        guard let sak = post["sak"]?.string, let dag = post["uttrekk"]?.string.flatMap({ Dato($0) }) else {
          return nil
        }
        return (sak, dag)
      }, uniquingKeysWith: { a, _ in a })
    var sett: Set<[String]> = []
    for rad in try EksempelTests.rader(fil) {
      let siste = try #require(uttrekk[rad.sak], "\(rad)")
      let on = try #require(Dato(rad.on), "\(rad)")
      #expect(on <= siste, "\(rad)")
      #expect(["oppfylt", "avvik", "merknad", "ukjent", "ikke_aktuelt"].contains(rad.utfall), "\(rad)")
      #expect(rad.hvorfor.utf8.count > 10, "\(rad)")
      #expect(sett.insert([rad.sak, rad.on, rad.kjent ?? "", rad.punkt]).inserted, "twice: \(rad)")
      if let kjent = rad.kjent { #expect(try on <= #require(Dato(kjent)), "\(rad)") }
      if rad.on < "2014-05-31" {
        let tynn = ["OB-ANTALL", "OP-FORELOPIG", "TP-FINNES", "FA-GJENNOMGATT"]
        #expect(tynn.contains(rad.punkt), "not in force: \(rad)")
      }
    }
  }

  @Test func `every example has an expectation`() throws {
    let saker = Set(try EksempelTests.rader("forventet.tsv").map(\.sak))
    for (navn, _, post) in try EksempelTests.eksempler() {
      #expect(saker.contains(post["sak"]?.string ?? ""), "\(navn)")
    }
  }

  @Test(arguments: [
    "OB-ANTALL", "OB-REDUKSJON", "OB-OPPHOLD", "OP-FORELOPIG", "VD-BESOK", "FA-GJENNOMGATT", "FA-KONKLUSJON",
    "TP-FINNES", "MV-DOKUMENTERT", "SA-TILRETTELAGT", "BARN-SETT",
  ])
  func `the examples show a point fulfilled, broken, unknown and not applicable`(punkt: String) throws {
    let utfall = Set(try EksempelTests.rader("forventet.tsv").filter { $0.punkt == punkt }.map(\.utfall))
    #expect(utfall.isSuperset(of: ["oppfylt", "ukjent", "ikke_aktuelt"]))
    #expect(!utfall.isDisjoint(with: ["avvik", "merknad"]))
  }

  static func eksempler() throws -> [(navn: String, tekst: String, post: JSONValue)] {
    let mappe = SampleCasesTests.mappe.appendingPathComponent("eksempler")
    return try FileManager.default.contentsOfDirectory(atPath: mappe.path).sorted().map { navn in
      let data = try Data(contentsOf: mappe.appendingPathComponent(navn))
      return (
        navn, String(decoding: data, as: UTF8.self), try JSONDecoder().decode(Lest.self, from: data).verdi
      )
    }
  }

  static func rader(_ fil: String) throws -> [Rad] {
    let url = SampleCasesTests.mappe.appendingPathComponent(fil)
    let linjer = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst()
    return try linjer.map { linje in
      let f = linje.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let medKjent = fil.hasSuffix("kjent.tsv")
      try #require(f.count == (medKjent ? 6 : 5), "\(linje)")
      let resten = f.suffix(3).map { $0 }
      return Rad(
        sak: f[0], on: f[1], kjent: medKjent ? f[2] : nil, punkt: resten[0], utfall: resten[1],
        hvorfor: resten[2])
    }
  }
}

/// JSON read by somebody else's reader, as the tree that the format's second opinion walks.
private struct Lest: Decodable {
  let verdi: JSONValue

  private struct Navn: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    if let object = try? decoder.container(keyedBy: Navn.self) {
      verdi = .object(
        try object.allKeys.map {
          JSONValue.Member($0.stringValue, try object.decode(Lest.self, forKey: $0).verdi)
        })
      return
    }
    if var array = try? decoder.unkeyedContainer() {
      var elements: [JSONValue] = []
      while !array.isAtEnd { elements.append(try array.decode(Lest.self).verdi) }
      verdi = .array(elements)
      return
    }
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      verdi = .null
    } else if let bool = try? value.decode(Bool.self) {
      verdi = .bool(bool)
    } else if let number = try? value.decode(Int64.self) {
      verdi = .integer(number)
    } else {
      verdi = .string(try value.decode(String.self))
    }
  }
}
