import JSONText
import Testing
import Values

@testable import SyntheticCases

@Suite struct PopulasjonTests {
  @Test(arguments: 0..<12 as Range<UInt64>)
  func `every record obeys the format`(frø: UInt64) {
    for sak in Saksgenerator(frø: frø) {
      #expect(Formatregler.brudd(sak.post) == [], "seed \(frø) \(sak.id)")
    }
  }

  @Test func `the format's second opinion is able to object`() {
    let god = Saksgenerator(frø: 1, populasjon: Populasjon(antall: 1)).map(\.post)[0]
    let tilfeller: [(String, JSONValue)] = [
      ("opplysninger", .object(["født": .string("2005-03-02")])),
      ("opplysninger", .object(["navn": .string("x")])),
      ("hendelser", .object(["oppfølgingsbesøk": .array([.object(["dato": .string("2015-01-01")])])])),
      ("hendelser", .object(["oppfølgingsbesøk": .array([.object(["form": .string("telefon")])])])),
      ("hendelser", .object(["oppfølgingsbesøk": .array([.object(["dato": .bool(false)])])])),
      (
        "hendelser",
        .object([
          "plassering": .array([
            .object(["fra": .string("2013-01-01"), "til": .string("2012-12-31"), "hjem": .string("H1")])
          ])
        ])
      ),
      (
        "hendelser",
        .object([
          "plassering": .array([
            .object(["fra": .string("2012"), "til": .string("2013-05-01"), "hjem": .string("H1")]),
            .object(["fra": .string("2013-05-01"), "hjem": .string("H2")]),
          ])
        ])
      ),
      (
        "hendelser",
        .object([
          "besøksfrekvens": .array([
            .object(["dato": .string("2013-05-01")]), .object(["dato": .string("2013-05-01")]),
          ])
        ])
      ),
    ]
    for (navn, verdi) in tilfeller {
      let members = (god.members ?? []).map { $0.name == navn ? JSONValue.Member(navn, verdi) : $0 }
      #expect(Formatregler.brudd(.object(members)) != [])
    }
  }

  @Test(arguments: [2014, 1, 99] as [UInt64])
  func `every child is in a foster home at every month end of the last year`(frø: UInt64) {
    for sak in Saksgenerator(frø: frø) {
      for måned in 0...12 {
        let dag = Dato.nyttår(2014).adding(måneder: måned).adding(dager: -1)
        #expect(hjem(sak.post, dag) == 1, "\(sak.id) \(dag)")
      }
    }
  }

  @Test(arguments: [2014, 1, 99] as [UInt64])
  func `every child is between one and seventeen`(frø: UInt64) throws {
    for sak in Saksgenerator(frø: frø) {
      let født = try #require(Formatregler.omfang(sak.post["opplysninger"]?["født"]))
      #expect(født.første.adding(måneder: 18 * 12) > Dato.nyttår(2015).adding(dager: 29))
      #expect(født.første.adding(måneder: 12) < Dato.nyttår(2014))
    }
  }

  @Test func `about three children in ten lacked visits in 2013, and fewer after the summer of 2014`() {
    let populasjon = Populasjon(antall: 3000)
    let saker = Saksgenerator(frø: 42, populasjon: populasjon).map(\.post)
    let i2013 = mangel(saker, fra: .nyttår(2013), til: .årsslutt(2013), krav: 4)
    let før = mangel(saker, fra: .nyttår(2013).adding(måneder: 6), til: .årsslutt(2013), krav: 2)
    let etter = mangel(saker, fra: .nyttår(2014).adding(måneder: 6), til: .årsslutt(2014), krav: 2)
    #expect(i2013 > 0.25 && i2013 < 0.36, "\(i2013)")
    #expect(etter < før * 0.7, "\(før) → \(etter)")
  }

  @Test func `every kind of event, code and hole occurs`() {
    let saker = [
      Populasjon(antall: 2000), Populasjon(antall: 600, førsteÅr: 2024, sisteÅr: 2026),
    ].flatMap { Saksgenerator(frø: 2, populasjon: $0).map(\.linje) }
    let text = saker.joined()
    for koder in Formatregler.samlinger.values.flatMap(\.values) {
      for kode in koder where !kode.utf8.starts(with: "#".utf8) && Int(kode) == nil {
        if kode == "institusjon" { continue }
        let finnes = text.contains("\"\(kode)\"")
        #expect(finnes, "\(kode)")
      }
    }
    for hull in [
      "null", "[\"stedlig\",\"digital\"]", "\"ufullstendig\"", "\"registrert\"", "\"dato\":\"2013-0",
    ] {
      let finnes = text.contains(hull)
      #expect(finnes, "\(hull)")
    }
  }

  @Test func `holes touch about one case in eight`() {
    let uten = med(hull: 0)
    let alle = med(hull: 130)
    let rørt = zip(uten, alle).count { $0 != $1 }
    #expect(rørt > 170 && rørt < 300, "\(rørt) of 2000")
  }

  private func med(hull: Int) -> [String] {
    var populasjon = Populasjon(antall: 2000)
    populasjon.særtrekk.hull = hull
    return Saksgenerator(frø: 6, populasjon: populasjon).map(\.linje)
  }

  /// The number of running placements in a foster home on a day, where every end is known.
  private func hjem(_ post: JSONValue, _ dag: Dato) -> Int {
    (post["hendelser"]?["plassering"]?.array ?? []).count { plassering in
      guard let fra = Formatregler.omfang(plassering["fra"])?.siste, let type = plassering["type"]?.string
      else { return false }
      let til = Formatregler.omfang(plassering["til"])?.første ?? .tidenesEnde
      return fra <= dag && dag <= til && type.utf8.starts(with: "fosterhjem".utf8)
    }
  }

  /// The share of children with no reduced frequency, placed all the time, who got fewer visits than `krav`.
  private func mangel(_ saker: [JSONValue], fra: Dato, til: Dato, krav: Int) -> Double {
    var alle = 0
    var mangler = 0
    for sak in saker {
      guard let hendelser = sak["hendelser"], hendelser["besøksfrekvens"]?.array == [] || krav == 4,
        // A child who lived at home in between was not placed all the time.
        !(hendelser["vedtak"]?.array ?? []).contains(where: { $0["type"]?.string == "oppheving" }),
        let start = Formatregler.omfang(hendelser["plassering"]?.array?.first?["fra"]), start.siste <= fra
      else { continue }
      let kode = (hendelser["besøksfrekvens"]?.array ?? []).last {
        (Formatregler.omfang($0["dato"])?.første).map { $0 <= fra } ?? false
      }?["kode"]?.integer
      let days = (hendelser["oppfølgingsbesøk"]?.array ?? []).compactMap { besøk -> Dato? in
        guard besøk["form"]?.string == "stedlig", let dag = Formatregler.omfang(besøk["dato"])?.første,
          fra <= dag, dag <= til
        else { return nil }
        return dag
      }
      alle += 1
      if Set(days).count < (kode == 2 ? krav / 2 : krav) { mangler += 1 }
    }
    return Double(mangler) / Double(max(1, alle))
  }
}
