import Checklists
import Testing
import Values

/// What points rest on: law that was in force, procedures that exist, and what must be looked at again.
@Suite struct `The ground a point rests on` {
  /// A finding as it is asserted: code, file and place.
  struct Funn: Hashable, CustomStringConvertible {
    let kode: String
    let fil: String
    let linje: Int
    let kolonne: Int

    init(_ kode: String, _ fil: String, _ linje: Int, _ kolonne: Int) {
      self.kode = kode
      self.fil = "L/\(fil)"
      self.linje = linje
      self.kolonne = kolonne
    }

    init(_ feil: Definisjonsfeil) {
      kode = feil.kode
      fil = feil.fil
      linje = feil.linje
      kolonne = feil.kolonne
    }

    var description: String { "\(fil):\(linje):\(kolonne): \(kode)" }
  }

  // MARK: A small library

  static let register = """
    hjemler:
      - id: GAMMEL
        rettsakt: loven (1992)
        bestemmelse: § 1
        gjelder: {fra: 2004-01-01, til: 2014-12-31}
        krav: Det skal være slik.
        kilde: Lovdata
        sikkerhet: verifisert
        kontrolleresSenest: 2027-01-31
      - id: NY
        rettsakt: loven (2016)
        bestemmelse: § 1
        gjelder: {fra: 2016-01-01}
        krav: Det skal være slik.
        kilde: Lovdata
        sikkerhet: verifisert
        kontrolleresSenest: 2028-01-31
    """
  static let prosedyrer = """
    prosedyrer:
      - id: besøk
        navn: Besøk
        formål: Barnet skal få besøk.
        hjemmel: [GAMMEL, NY]
        ansvarlig: barnevernleder
        kilde: diktet
        valgt for melding: ja
        versjoner:
          - {versjon: 1, fra: 2023-03-01}
          - {versjon: 2, fra: 2025-03-01}
        avvik:
          - tekst: Barnet fikk ikke besøk.
            punkter: [P]
      - id: samtale
        navn: Samtale
        formål: Barnet skal bli hørt.
        hjemmel: [NY]
        ansvarlig: barnevernleder
        kilde: diktet
        valgt for melding: ja
        versjoner:
          - {versjon: 1, fra: 2026-03-01}
        avvik:
          - tekst: Barnet ble ikke hørt.
    """

  static func sjekkliste(
    gjelder: String = "{fra: 2016-01-01}", hjemmel: String = "[NY]", rest: String = "krav: finnes vedtak",
    parametre: String = "parametre: {}"
  ) -> String {
    """
    sjekkliste: liste
    versjon: 2014-01-01
    gjelder: \(gjelder)
    \(parametre)
    punkter:
      - id: P
        spørsmål: Er det godt?
        sviktområde: 3
        kravtype: lov
        hjemmel: \(hjemmel)
        alvorlighet: lav
        \(rest)
        eksempler: [{navn: ingen, på: 2016-09-30, sak: {}, utfall: avvik}]
    """
  }

  static func bibliotek(
    _ sjekkliste: String = sjekkliste(), register: String? = register, prosedyrer: String? = nil
  ) throws -> Sjekklistebibliotek {
    var files = try Prøvebibliotek.filer().filter { $0.sti == "saksmodell.yaml" }
    let written = [
      ("liste/2014-01-01.yaml", sjekkliste), ("hjemler.yaml", register), ("prosedyrer.yaml", prosedyrer),
    ]
    for case (let path, let text?) in written { files.append(.init(sti: path, bytes: Array(text.utf8))) }
    return try Sjekklistebibliotek(files, mappe: "L")
  }

  static func feil(
    _ sjekkliste: String = sjekkliste(), register: String? = register, prosedyrer: String? = nil
  ) throws -> [Funn] {
    do {
      let library = try bibliotek(sjekkliste, register: register, prosedyrer: prosedyrer)
      return library.advarsler(på: .nyttår(2015)).filter { $0.alvor == .error }.map(Funn.init)
    } catch let error as Definisjonsfeilene {
      #expect(error.feil.allSatisfy { $0.alvor == .error })
      return error.feil.map(Funn.init)
    }
  }

  static let liste = "liste/2014-01-01.yaml"

  // MARK: Citations

  /// The two acts leave 2015 bare.
  @Test(arguments: [
    ("{fra: 2016-01-01}", "[NY]", []),
    // Within the two years that a point looks back, and the day before they begin.
    ("{fra: 2016-12-31}", "[GAMMEL, NY]", []),
    ("{fra: 2017-01-01}", "[GAMMEL, NY]", [Funn("IK216", liste, 10, 15)]),
    // Until the last day of the version.
    ("{fra: 2014-01-01, til: 2015-12-31}", "[GAMMEL, NY]", [Funn("IK216", liste, 10, 23)]),
    ("{fra: 2014-01-01, til: 2014-12-31}", "[GAMMEL]", []),
    ("{fra: 2014-01-01, til: 2015-01-01}", "[GAMMEL]", [Funn("IK217", liste, 10, 14)]),
    ("{fra: 2014-01-01}", "[GAMMEL, NY]", [Funn("IK217", liste, 10, 14)]),
    ("{fra: 2015-12-31}", "[NY]", [Funn("IK217", liste, 10, 14)]),
    ("{fra: 2014-01-01, til: 2014-12-31}", "[NY]", [Funn("IK216", liste, 10, 15)]),
    // What is not in the register is told, and nothing that follows from it.
    ("{fra: 2014-01-01}", "[GAMMEL, NYE]", [Funn("IK209", liste, 10, 23)]),
  ])
  func `must have been in force`(gjelder: String, hjemmel: String, expected: [Funn]) throws {
    #expect(try Self.feil(Self.sjekkliste(gjelder: gjelder, hjemmel: hjemmel)) == expected)
  }

  @Test func `the days without law are told`() throws {
    let error = try #require(throws: Definisjonsfeilene.self) {
      try Self.bibliotek(Self.sjekkliste(gjelder: "{fra: 2014-01-01}", hjemmel: "[GAMMEL, NY]"))
    }
    #expect(
      error.feil.map(\.melding) == [
        "No legal basis of this point is in force from 2015-01-01 to 2015-12-31."
      ])
    let open = try #require(throws: Definisjonsfeilene.self) {
      try Self.bibliotek(Self.sjekkliste(gjelder: "{fra: 2014-01-01}", hjemmel: "[GAMMEL]"))
    }
    #expect(
      open.feil.map(\.melding) == ["No legal basis of this point is in force from 2015-01-01 on."])
  }

  @Test(arguments: [
    ("2014-12-31", "GAMMEL", []), ("2015-01-01", "GAMMEL", [Funn("IK216", liste, 6, 44)]),
    ("2015-12-31", "NY", [Funn("IK216", liste, 6, 44)]), ("2016-01-01", "NY", []),
    ("2016-01-01", "GAMEL", [Funn("IK209", liste, 6, 44)]),
  ])
  func `a dated value cites what is in force when it begins`(fra: String, id: String, expected: [Funn]) throws
  {
    let parameter = "parametre:\n  tall:\n    - {fra: \(fra), verdi: 4, hjemmel: \(id)}"
    #expect(try Self.feil(Self.sjekkliste(parametre: parameter)) == expected)
  }

  @Test func `without a register nothing is held against it`() throws {
    let text = Self.sjekkliste(
      gjelder: "{fra: 2000-01-01}", hjemmel: "[HVA]", rest: "prosedyre: p\n    krav: finnes vedtak")
    #expect(try Self.feil(text, register: nil) == [])
    #expect(try Self.bibliotek(text, register: nil).advarsler(på: .tidenesEnde) == [])
  }

  // MARK: The register

  @Test(arguments: [
    ("  - id: NY", "  - id: GAMMEL", "IK215", 10, 9),
    ("kilde: Lovdata\n", "kilder: Lovdata\n", "IK021", 7, 5),
    ("    bestemmelse: § 1\n", "", "IK022", 2, 5),
    ("    kontrolleresSenest: 2027-01-31\n", "", "IK022", 2, 5),
    ("sikkerhet: verifisert", "sikkerhet: verifiset", "IK023", 8, 16),
    ("til: 2014-12-31", "til: 2003-12-31", "IK202", 5, 14),
    ("2027-01-31", "31.01.2027", "IK202", 9, 25),
  ])
  func `is written whole`(old: String, new: String, code: String, line: Int, column: Int) throws {
    let text = Self.register.replacing(old, with: new, maxReplacements: 1)
    #expect(text != Self.register)
    #expect(try Self.feil(register: text).contains(Funn(code, "hjemler.yaml", line, column)))
  }

  @Test func `our own rules have no provision`() throws {
    let own = Self.register.replacing("    bestemmelse: § 1\n", with: "")
      .replacing("verifisert", with: "egen policy")
    #expect(try Self.bibliotek(register: own).navn(påHjemmel: "NY", på: .nyttår(2017)) == "loven (2016)")
  }

  @Test func `an entry that nobody has looked at in time is a warning, with its name`() throws {
    let library = try Self.bibliotek()
    #expect(library.advarsler(på: try #require(Dato("2027-01-31"))) == [])
    let found = library.advarsler(på: try #require(Dato("2027-02-01")))
    #expect(found.map(Funn.init) == [Funn("IK218", "hjemler.yaml", 9, 25)])
    #expect(found.allSatisfy { $0.alvor == .warning && $0.melding.contains("GAMMEL") })
    #expect(found.first?.tekst.contains("9 |     kontrolleresSenest: 2027-01-31") == true)
    #expect(library.advarsler(på: try #require(Dato("2028-02-01"))).count == 2)
  }

  @Test(arguments: [
    ("GAMMEL", "2014-12-31", "loven (1992) § 1"),
    ("GAMMEL", "2015-01-01", "loven (1992) § 1 (gjaldt til 31. desember 2014)"),
    ("NY", "2015-12-31", "loven (2016) § 1 (gjelder fra 1. januar 2016)"),
    ("NY", "2016-01-01", "loven (2016) § 1"), ("HVA", "2016-01-01", "HVA"),
  ])
  func `a reader is told when the law is not in force`(id: String, day: String, expected: String) throws {
    #expect(try Self.bibliotek().navn(påHjemmel: id, på: try #require(Dato(day))) == expected)
  }
}
