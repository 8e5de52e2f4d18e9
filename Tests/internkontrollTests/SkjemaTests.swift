import Foundation
import JSONText
import Testing

/// `schema checklist`: what an editor says while a checklist is written agrees with what `validate` says after.
struct SkjemaTests {
  private let mappe: Prøvemappe

  init() throws {
    mappe = try Prøvemappe()
    try mappe.skriv("skjema.json", try mappe.kjør("schema", "checklist").ut)
    for name in ["saksmodell.yaml", "hjemler.yaml"] {
      try mappe.skriv("L/\(name)", try Data(contentsOf: URL(filePath: "\(Program.sjekklister)/\(name)")))
    }
  }

  private static let fil = "L/fosterhjem/2014-05-31.yaml"
  private static let liste = """
    sjekkliste: fosterhjem
    versjon: 2014-05-31
    gjelder: {fra: 2014-05-31, til: 2022-12-31}
    parametre:
      antall_krevd:
        - {fra: 2004-01-01, verdi: 4, hjemmel: FOR-2003-1659-7}
    definer:
      besøk_i_fjor:
        uttrykk: antall oppfølgingsbesøk i fjor
        omtale: besøkene
      fire: 4
    grunnsak:
      sakstype: omsorgssak
      født: 2004
    punkter:
      - id: OB-ANTALL
        spørsmål: Finnes det et vedtak?
        sviktområde: 3
        kravtype: forskrift
        hjemmel: [FOR-2003-1659-7]
        alvorlighet: høy
        ved brudd: avvik
        krav: finnes vedtak siste 12 måneder
        funn: Det er ikke registrert noe vedtak.
        eksempler:
          - navn: ett vedtak
            på: 2014-09-30
            sak:
              vedtak: [{dato: 2014-03}]
              oppfølgingsbesøk: [{dato: 2014-03-01, form: [stedlig, digital], barnet_til_stede: ja}]
            åpen: [tiltaksplan]
            utfall: oppfylt
      - id: VD-KVALITET
        spørsmål: Er vurderingen god?
        sviktområde: 5
        kravtype: faglig norm
        hjemmel: [FOR-2003-1659-7]
        alvorlighet: lav
        vurderes av: kontrolløren
        veiledning: Les referatene.
        eksempler:
          - {navn: skal vurderes, på: 2014-09-30, sak: {}, utfall: ikke_kontrollert}

    """

  /// The codes that `validate` gives.
  private func koder(_ text: String) throws -> Set<String> {
    try mappe.skriv(Self.fil, text)
    let answer = try mappe.kjør("validate", "L", "--format", "json").json()
    return Set(answer["faults"]?.array?.compactMap { $0["code"]?.string } ?? [])
  }

  @Test func `the shipped checklists are valid`() throws {
    let files = try FileManager.default.subpathsOfDirectory(atPath: Program.sjekklister).filter {
      $0.contains("/") && $0.hasSuffix(".yaml") && !$0.hasPrefix("planer/")
    }
    let answer = try Lesere.les(
      "schema", ["skjema.json"] + files.map { "\(Program.sjekklister)/\($0)" }, i: mappe)
    #expect(answer.members?.count == files.count && files.count >= 2)
    for file in answer.members ?? [] { #expect(file.value == .array([]), "\(file.name)") }
  }

  struct Brudd: CustomStringConvertible {
    var sti: String
    var gammel: String
    var ny: String
    var description: String { "\(sti): \(ny)" }

    init(_ sti: String, _ gammel: String, _ ny: String) {
      self.sti = sti
      self.gammel = gammel
      self.ny = ny
    }
  }

  private static let eksempel = "punkter/0/eksempler/0"
  static let brudd = [
    Brudd("", "punkter:", "punktene:"),
    Brudd("", "versjon: 2014-05-31\n", ""),
    Brudd("versjon", "versjon: 2014-05-31", "versjon: 31.05.2014"),
    Brudd("gjelder", "{fra: 2014-05-31, til", "{til"),
    Brudd("gjelder/fra", "{fra: 2014-05-31", "{fra: 2014-13-01"),
    Brudd("gjelder/til", "til: 2022-12-31", "til: 2022"),
    Brudd("parametre/antall_krevd/0", "verdi: 4, ", ""),
    Brudd("parametre/antall_krevd/0/verdi", "verdi: 4", "verdi: fire"),
    Brudd(
      "parametre/antall_krevd/0/hjemmel", "verdi: 4, hjemmel: FOR-2003-1659-7", "verdi: 4, hjemmel: FOR-2003"),
    Brudd("definer", "besøk_i_fjor:", "besøk i fjor:"),
    Brudd("definer/besøk_i_fjor", "uttrykk: antall", "utrykk: antall"),
    Brudd("grunnsak", "sakstype: omsorgssak", "saktype: omsorgssak"),
    Brudd("grunnsak/sakstype", "omsorgssak", "omsorgsak"),
    Brudd("punkter/0", "    krav: finnes", "    kravet: finnes"),
    Brudd("punkter/0", "    alvorlighet: høy\n", ""),
    Brudd("punkter/0/id", "id: OB-ANTALL", "id: ob-antall"),
    Brudd("punkter/0/spørsmål", "spørsmål: Finnes det et vedtak?", "spørsmål:"),
    Brudd("punkter/0/sviktområde", "sviktområde: 3", "sviktområde: 10"),
    Brudd("punkter/0/kravtype", "kravtype: forskrift", "kravtype: forskrfit"),
    Brudd(
      "punkter/0/hjemmel", "hjemmel: [FOR-2003-1659-7]\n    alvorlighet: høy",
      "hjemmel: []\n    alvorlighet: høy"),
    Brudd(
      "punkter/0/hjemmel/0", "hjemmel: [FOR-2003-1659-7]\n    alvorlighet: høy",
      "hjemmel: [FOR-2003-1659-77]\n    alvorlighet: høy"),
    Brudd("punkter/0/alvorlighet", "alvorlighet: høy", "alvorlighet: hoy"),
    Brudd("punkter/0/ved brudd", "ved brudd: avvik", "ved brudd: feil"),
    Brudd("punkter/0/krav", "krav: finnes vedtak siste 12 måneder", "krav: [finnes vedtak]"),
    Brudd(eksempel, "        utfall: oppfylt\n", ""),
    Brudd("\(eksempel)/på", "på: 2014-09-30\n        sak:", "på: 30. september\n        sak:"),
    Brudd("\(eksempel)/utfall", "utfall: oppfylt", "utfall: oppfyllt"),
    Brudd("\(eksempel)/sak", "vedtak: [{", "vedtakk: [{"),
    Brudd("\(eksempel)/sak/vedtak/0", "{dato: 2014-03}", "{dagen: 2014-03}"),
    Brudd("\(eksempel)/sak/vedtak/0/dato", "{dato: 2014-03}", "{dato: mars}"),
    Brudd("\(eksempel)/sak/vedtak", "[{dato: 2014-03}]", "2014-03"),
    Brudd("\(eksempel)/sak/oppfølgingsbesøk/0/form", "[stedlig, digital]", "stedli"),
    Brudd(
      "\(eksempel)/sak/oppfølgingsbesøk/0/barnet_til_stede", "barnet_til_stede: ja",
      "barnet_til_stede: kanskje"),
    Brudd("punkter/1", "    veiledning: Les referatene.\n", ""),
    Brudd("punkter/1", "    veiledning:", "    krav: finnes vedtak\n    veiledning:"),
    Brudd(
      "punkter/1/eksempler",
      "\n      - {navn: skal vurderes, på: 2014-09-30, sak: {}, utfall: ikke_kontrollert}", " []"),
  ]

  @Test func `a fault is shown at its place, and validate finds one too`() throws {
    let files = try Self.brudd.enumerated().map { index, fault in
      try #require(Self.liste.ranges(of: fault.gammel).count == 1, "\(fault)")
      try mappe.skriv("\(index).yaml", Self.liste.replacing(fault.gammel, with: fault.ny))
      return "\(index).yaml"
    }
    try mappe.skriv("hel.yaml", Self.liste)
    let answer = try Lesere.les("schema", ["skjema.json", "hel.yaml"] + files, i: mappe)
    #expect(answer["hel.yaml"] == .array([]))
    // What is found only by looking closer at a checklist that can be read, no schema can say.
    let closer = try koder(Self.liste)
    #expect(closer.isDisjoint(with: ["IK020", "IK021", "IK022", "IK023"]))
    for (file, fault) in zip(files, Self.brudd) {
      let places = answer[file]?.array?.compactMap(\.string) ?? []
      #expect(Set(places) == [fault.sti], "\(fault)")
      #expect(!(try koder(mappe.tekst(file))).isSubset(of: closer), "\(fault)")
    }
  }

  /// Where a mapping stands in the schema, and where its keys are written in the checklist.
  static let nivåer = [
    (["properties"], "sjekkliste: fosterhjem\n"),
    (["properties", "gjelder", "properties"], "gjelder: {"),
    (["properties", "parametre", "additionalProperties", "items", "properties"], "- {fra: 2004-01-01, "),
    (["properties", "punkter", "items", "properties"], "    id: OB-ANTALL\n"),
    (
      ["properties", "punkter", "items", "properties", "eksempler", "items", "properties"],
      "        navn: ett vedtak\n"
    ),
  ]

  @Test(arguments: nivåer)
  func `the keys of the schema are those that the reader knows and demands`(_ path: [String], _ place: String)
    throws
  {
    let text = Self.liste.replacing("  - id: OB", with: "  -\n    id: OB")
      .replacing("- navn: ett", with: "-\n        navn: ett")
    try #require(text.ranges(of: place).count == 1)
    let schema = try JSONValue(parsing: Array(try mappe.les("skjema.json")))
    let properties = try #require(path.reduce(schema) { $0?[$1] }?.members).map(\.name)
    let indent = String(place.prefix { $0 == " " })
    let unknown = place.contains("{") ? "\(place)ukjent_nøkkel: x, " : "\(place)\(indent)ukjent_nøkkel: x\n"
    try mappe.skriv(Self.fil, text.replacing(place, with: unknown))
    let faults = try mappe.kjør("validate", "L", "--format", "json").json()["faults"]?.array ?? []
    let hint = faults.first { $0["code"]?.string == "IK021" }?["hint"]?.string
    #expect(hint == "Known keys: \(properties.joined(separator: ", ")).")
    let owner = path.dropLast().reduce(schema) { $0?[$1] }
    let required = owner?["required"]?.array?.compactMap(\.string) ?? []
    #expect(!required.isEmpty && Set(required).isSubset(of: properties))
    #expect(try manglende(path) == Set(required))
  }

  /// The keys that the reader asks for in a mapping that has only an unknown one.
  private func manglende(_ path: [String]) throws -> Set<String> {
    let level = try #require(Self.nivåer.firstIndex { $0.0 == path })
    let text = [
      "x: y", "gjelder: {x: y}", "parametre: {p: [{x: y}]}", "punkter: [{x: y}]",
      "punkter: [{eksempler: [{x: y}]}]",
    ][level]
    try mappe.skriv(Self.fil, text)
    let answer = try mappe.kjør("validate", "L", "--format", "json").json()["faults"]?.array ?? []
    let own = ["A checklist", "«gjelder»", "A dated value", "A point", "An example"][level]
    // A point without examples has a code of its own.
    let examples = level == 3 && answer.contains { $0["code"]?.string == "IK214" } ? ["eksempler"] : []
    let asked = answer.filter { $0["code"]?.string == "IK022" }.compactMap { $0["message"]?.string }
    let names = asked.filter { $0.hasPrefix(own) }.compactMap {
      $0.split(separator: "«").last?.split(separator: "»").first
    }
    return Set(names.map(String.init) + examples)
  }

  @Test func `the schema does not need the checklists to be right, and the case schema stays the default`()
    throws
  {
    let procedures = try Data(contentsOf: URL(filePath: "\(Program.sjekklister)/prosedyrer.yaml"))
    try mappe.skriv("L/prosedyrer.yaml", procedures)
    try mappe.skriv(Self.fil, "sjekkliste: [")
    let run = try mappe.kjør("schema", "checklist", "--checklists", "L")
    run.endte(0)
    #expect(run.utBytes == (try mappe.les("skjema.json")))
    #expect(try mappe.kjør("schema").utBytes == (try mappe.kjør("schema", "case").utBytes))
    try mappe.kjør("schema", "sak").endte(64)
  }
}
