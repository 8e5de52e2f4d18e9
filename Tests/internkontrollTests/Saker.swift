import Foundation
import JSONText
import Testing

/// A small case record as text: a child in a foster home since 2011, with nothing else registered but what is
/// said.
struct Prøvesak {
  var sak = "M-01"
  var team = "fosterhjem-1"
  var uttrekk = "2014-12-31"
  var opplysninger =
    #""sakstype":"omsorgssak","født":"2005-03","tilsynsansvar":"annen","søsken_bor_andre_steder":false"#
  /// Collections as JSON; the others are empty («looked for, none»).
  var samlinger: [String: String] = [:]
  /// Collections that are left out («not extracted»).
  var utelatt: Set<String> = []
  /// More members of the record, each with a comma before it.
  var mer = ""

  static let navn = [
    "plassering", "varig_opphold", "besøksfrekvens", "tilsynsfrekvens", "oppfølgingsbesøk", "tilsynsbesøk",
    "etterlysning", "samtale", "medvirkning", "vedtak", "omsorgsplan", "planevaluering", "tiltaksplan",
    "evaluering",
    "begjæring", "foreldrekontakt", "godkjenning", "avtale", "avtalegjennomgang", "drøfting",
  ]

  static let plassering =
    #"[{"fra":"2011-02-14","type":"fosterhjem","hjem":"H1","grunnlag":"omsorgsovertakelse"}]"#

  /// The record on one line, without a line break.
  var linje: String {
    let given = samlinger.merging(["plassering": Self.plassering]) { own, _ in own }
    let collections = Self.navn.filter { !utelatt.contains($0) }.map { "\"\($0)\":\(given[$0] ?? "[]")" }
    return """
      {"format":"sak/1","sak":"\(sak)","enhet":"solvik","team":"\(team)","uttrekk":"\(uttrekk)",\
      "opplysninger":{\(opplysninger)},"hendelser":{\(collections.joined(separator: ","))}\(mer)}
      """
  }

  /// A case in which the rules find nothing to put right on 2014-09-30.
  static func uklanderlig(_ id: String = "M-01") -> Prøvesak {
    let visits = [
      "2013-02-01", "2013-05-02", "2013-08-01", "2013-11-01", "2014-02-01", "2014-05-02", "2014-08-01",
    ].map {
      """
      {"dato":"\($0)","registrert":"\($0)","form":"stedlig","varslet":true,"barnet_til_stede":true,\
      "samtale_alene":"gjennomført","vurdering":true,"faglig_vurdering":true,"referat":true}
      """
    }
    func event(_ dato: String, _ fields: String...) -> String {
      let own = fields.map { $0.contains(":") ? $0 : "\"\($0)\":true" }
      return "[{" + (["\"dato\":\"\(dato)\"", "\"registrert\":\"\(dato)\""] + own).joined(separator: ",")
        + "}]"
    }
    return Prøvesak(
      sak: id,
      samlinger: [
        "oppfølgingsbesøk": "[\(visits.joined(separator: ","))]",
        "omsorgsplan": event("2011-02-14", #""type":"foreløpig""#),
        "godkjenning": event("2011-02-01", #""hjem":"H1""#),
        "avtale": event("2011-02-14"),
        "avtalegjennomgang": event("2014-03-01", "drøfting", "konklusjon"),
        "medvirkning": event(
          "2014-03-01", "informasjon", "tema", "barnets_syn", "enighet_avklart", "vekt_beskrevet"),
        "etterlysning": event("2014-03-01"),
        "samtale": event("2014-05-02", #""form":"møte""#, "alene", "referat", "faglig_vurdering"),
        "drøfting": event("2014-05-02", #""tema":"besøksbehov""#, "konklusjon"),
      ])
  }
}

extension Prøvemappe {
  /// Writes cases as one JSON Lines file, and gives its path.
  @discardableResult func saker(_ cases: [Prøvesak], i name: String = "saker.jsonl") throws -> String {
    try skriv(name, cases.map { $0.linje + "\n" }.joined())
  }

  /// Writes this many small cases, `M-01` and up.
  @discardableResult func saker(_ count: Int, uttrekk: String = "2014-12-31") throws -> String {
    try saker((1...count).map { Prøvesak(sak: "M-\($0 < 10 ? "0" : "")\($0)", uttrekk: uttrekk) })
  }
}

extension Kjøring {
  /// Standard output as one JSON value.
  func json() throws -> JSONValue { try JSONValue(parsing: Array(utBytes)) }

  /// Whether the code is this one; says what was printed when it is not.
  func endte(_ code: Int32, _ at: SourceLocation = #_sourceLocation) {
    #expect(kode == code, "\(feil)\(ut.prefix(2000))", sourceLocation: at)
  }

  /// Expects this code and all these words on standard error.
  func feilet(_ code: Int32, _ words: String..., at: SourceLocation = #_sourceLocation) {
    endte(code, at)
    for word in words {
      #expect(feil.contains(word), "«\(word)» is not in: \(feil)", sourceLocation: at)
    }
  }
}
