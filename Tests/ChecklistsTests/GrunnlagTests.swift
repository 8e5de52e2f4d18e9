import Checklists
import Foundation
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
        slag: lov
        rettsakt: loven (1992)
        bestemmelse: § 1
        gjelder: {fra: 2004-01-01, til: 2014-12-31}
        krav: Det skal være slik.
        kilde: Lovdata
        sikkerhet: verifisert
        kontrolleresSenest: 2027-01-31
      - id: NY
        slag: lov
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
    parametre: String = "parametre: {}", kravtype: String = "lov"
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
        kravtype: \(kravtype)
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

  /// The register with the second entry as a rule of our own.
  static let egetRegister: String = {
    let parts = register.components(separatedBy: "  - id: NY")
    let own = [
      "slag: lov": "slag: egen prosedyre", "    bestemmelse: § 1\n": "", "    sikkerhet: verifisert\n": "",
    ]
    return parts[0] + "  - id: NY" + own.reduce(parts[1]) { $0.replacing($1.key, with: $1.value) }
  }()

  static let medFrist =
    register + """

        - id: VAR-FRIST
          slag: vår frist
          rettsakt: våre egne frister
          gjelder: {fra: 1993-01-01}
          krav: Tallet er vårt.
          kilde: vårt valg
          kontrolleresSenest: 2028-01-31
      """

  /// A deadline of ours can be cited beside any law, and never stands in for one.
  @Test(arguments: [
    ("{fra: 2016-01-01}", "[NY, VAR-FRIST]", []),
    ("{fra: 2004-01-01, til: 2014-12-31}", "[VAR-FRIST, GAMMEL]", []),
    ("{fra: 2014-01-01}", "[GAMMEL, NY, VAR-FRIST]", [Funn("IK217", liste, 10, 14)]),
    ("{fra: 2016-01-01}", "[VAR-FRIST]", [Funn("IK217", liste, 10, 14)]),
  ])
  func `a deadline of our own is no basis`(gjelder: String, hjemmel: String, expected: [Funn]) throws {
    let text = Self.sjekkliste(gjelder: gjelder, hjemmel: hjemmel)
    #expect(try Self.feil(text, register: Self.medFrist) == expected)
  }

  // MARK: How sure

  /// The readings of a period, as «first day–last day: word».
  @Test(arguments: [
    ("verifisert", "2013-01-01", "2013-12-31", ["2013-01-01–2013-12-31: verifisert"]),
    (dateres, "2013-01-01", "2013-12-31", ["2013-01-01–2013-12-31: fra hukommelsen"]),
    (dateres, "2014-02-01", "2014-12-31", ["2014-02-01–2014-12-31: verifisert"]),
    (
      dateres, "2014-01-31", "2015-06-30",
      ["2014-01-31–2014-01-31: fra hukommelsen", "2014-02-01–2014-12-31: verifisert"]
    ),
    // On none of the days: all it ever was.
    (
      dateres, "2015-01-01", "2015-12-31",
      ["2004-01-01–2014-01-31: fra hukommelsen", "2014-02-01–2014-12-31: verifisert"]
    ),
  ])
  func `is told for the days that are judged`(word: String, fra: String, til: String, expected: [String])
    throws
  {
    let text = Self.register.replacing("verifisert", with: word, maxReplacements: 1)
    let basis = try #require(try Self.bibliotek(register: text).hjemmel("GAMMEL"))
    let (first, last) = (try #require(Dato(fra)), try #require(Dato(til)))
    let period = try #require(Periode(first, last))
    let told = basis.sikkerhet(i: period).map { "\($0.dager.fra)–\($0.dager.til): \($0.er.rawValue)" }
    #expect(told == expected)
  }

  static let dateres = "[{fra: 2004-01-01, er: fra hukommelsen}, {fra: 2014-02-01, er: verifisert}]"

  // MARK: The register

  /// Registers from before 2026 do not say of what kind a basis is.
  @Test(arguments: [
    ("loven (1992)", "verifisert", Hjemmel.Slag.lov), ("fosterhjemsforskriften", "utledet", .forskrift),
    ("Forskrift om medvirkning", "fra hukommelsen", .forskrift),
    ("prøveloven", "egen policy", .egenProsedyre),
  ])
  func `may leave the kind of a basis to its name`(act: String, word: String, kind: Hjemmel.Slag) throws {
    var text = Self.register.replacing("    slag: lov\n", with: "", maxReplacements: 1)
    text = text.replacing("loven (1992)", with: act).replacing("verifisert", with: word, maxReplacements: 1)
    let basis = try #require(try Self.bibliotek(register: text).hjemmel("GAMMEL"))
    #expect(basis.slag == kind)
    #expect(basis.navn == "\(act) § 1")
    #expect(basis.sikkerhet.isEmpty == !kind.erRett)
  }

  @Test(arguments: [
    ("  - id: NY", "  - id: GAMMEL", "IK215", 11, 9),
    ("kilde: Lovdata\n", "kilder: Lovdata\n", "IK021", 8, 5),
    ("    bestemmelse: § 1\n", "", "IK022", 2, 5),
    ("    kontrolleresSenest: 2027-01-31\n", "", "IK022", 2, 5),
    ("slag: lov", "slag: lovverk", "IK023", 3, 11),
    ("sikkerhet: verifisert", "sikkerhet: verifiset", "IK023", 9, 16),
    ("til: 2014-12-31", "til: 2003-12-31", "IK202", 6, 14),
    ("2027-01-31", "31.01.2027", "IK202", 10, 25),
    // What is our own has no provision, and nobody is in doubt of it.
    ("slag: lov", "slag: faglig norm", "IK021", 5, 5),
    ("slag: lov", "slag: vår frist", "IK021", 9, 5),
    // Certainty by date: from the first day, in order, and while it is in force.
    ("verifisert", "[]", "IK020", 9, 16),
    ("verifisert", "[{fra: 2004-01-01}]", "IK022", 9, 17),
    ("verifisert", "[{fra: 2004-01-02, er: utledet}]", "IK243", 9, 23),
    ("verifisert", "[{fra: 2004-01-01, er: utledet}, {fra: 2004-01-01, er: verifisert}]", "IK243", 9, 55),
    ("verifisert", "[{fra: 2004-01-01, er: utledet}, {fra: 2015-01-01, er: verifisert}]", "IK243", 9, 55),
    ("verifisert", "[{fra: 2004-01-01, er: utlede}]", "IK023", 9, 39),
  ])
  func `is written whole`(old: String, new: String, code: String, line: Int, column: Int) throws {
    let text = Self.register.replacing(old, with: new, maxReplacements: 1)
    #expect(text != Self.register)
    #expect(try Self.feil(register: text).contains(Funn(code, "hjemler.yaml", line, column)))
  }

  @Test func `our own rules have no provision`() throws {
    #expect(
      try Self.bibliotek(Self.sjekkliste(kravtype: "egen prosedyre"), register: Self.egetRegister)
        .navn(påHjemmel: "NY", på: .nyttår(2017)) == "loven (2016)")
  }

  @Test func `an entry that nobody has looked at in time is a warning, with its name`() throws {
    let library = try Self.bibliotek()
    #expect(library.advarsler(på: try #require(Dato("2027-01-31"))) == [])
    let found = library.advarsler(på: try #require(Dato("2027-02-01")))
    #expect(found.map(Funn.init) == [Funn("IK218", "hjemler.yaml", 10, 25)])
    #expect(found.allSatisfy { $0.alvor == .warning && $0.melding.contains("GAMMEL") })
    #expect(found.first?.tekst.contains("10 |     kontrolleresSenest: 2027-01-31") == true)
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
