import Checklists
import JSONText
import Quality
import RuleEngine
import Sampling
import Testing
import Values

/// A small control to fold: four cases in the frame, two drawn.
enum Prøvekontroll {
  static func nøkkel() throws -> Kontrollnøkkel {
    Kontrollnøkkel(enhet: "solvik", team: "fosterhjem-1", måned: try #require(Måned("2014-09")))
  }

  static func saksliste(_ ids: [String] = ["S-1", "S-2", "S-3", "S-4"]) throws -> Saksliste {
    Saksliste(
      kontrolldato: try #require(Dato("2014-09-30")),
      sjekkliste: Sjekklistereferanse(
        id: "fosterhjem", versjon: "2014-05-31", hash: "ab12", motor: "1.0.0"),
      ramme: Rammesammendrag(
        hash: "cd34", ids: ids, omsorgssaker: ids.count, frivillige: 0,
        utelatt: [.init("S-9", .karens), .init("S-8", .lesefeil)]),
      rolle: "teamleder")
  }

  static func trekning(_ ids: [String] = ["S-3", "S-1", "S-4", "S-2"], antall: Int = 2) -> Trekningsutfall {
    Trekningsutfall(lodd: ids.enumerated().map { .init(id: $1, lodd: "\($0)a") }, antall: antall)
  }

  static let tilStede = Manglendeopplysning(
    samling: "oppfølgingsbesøk", indeks: 0, felt: "barnet_til_stede",
    tekst: "Var barnet til stede på oppfølgingsbesøket 12. mars 2014?",
    dokument: "referatet fra oppfølgingsbesøket 12. mars 2014")
  static let vurdering = Manglendeopplysning(
    samling: "oppfølgingsbesøk", indeks: 0, felt: "vurdering",
    tekst: "Inneholder referatet fra oppfølgingsbesøket 12. mars 2014 en vurdering?",
    dokument: "referatet fra oppfølgingsbesøket 12. mars 2014")

  static func punkt(
    _ id: String, _ utfall: Utfall, mangler: [Manglendeopplysning] = [],
    vedBrudd: Brudd = .avvik, alvorlighet: Alvorlighet = .middels,
    område: Int = 3, forPerson: Bool = false
  ) -> Kontrollpunkt {
    Kontrollpunkt(
      id: id, spørsmål: "Er \(id) i orden?",
      sviktområde: .init(område, "Ikke gjennomført lovpålagte oppfølgingsbesøk"), kravtype: .forskrift,
      hjemler: [.init(id: "FOR-2003-1659-7", tekst: "fosterhjemsforskriften (2003) § 7")],
      alvorlighet: alvorlighet, vedBrudd: vedBrudd, forPerson: forPerson,
      vurdering: Vurdering(utfall: utfall, setning: "Setning om \(id).", mangler: mangler))
  }

  static func sak(_ id: String, _ punkter: [Kontrollpunkt]) -> Kontrollsak {
    Kontrollsak(
      sak: id, grunnlag: .omsorgssak, fakta: [Faktum("Oppfølgingsbesøk", "12. mars 2014")],
      sakshash: "ef56", punkter: punkter)
  }

  /// S-3 has every kind of point; S-1 has one that is fulfilled.
  static func runde() -> Vurderingsrunde {
    let punkter = [
      punkt("OB-ANTALL", .avvik, alvorlighet: .høy), punkt("OB-OPPHOLD", .merknad, vedBrudd: .merknad),
      punkt("BARN-SETT", .ukjent, mangler: [tilStede], alvorlighet: .kritisk),
      punkt("SA-TILRETTELAGT", .ukjent, mangler: [tilStede, vurdering]),
      punkt("OB-REDUKSJON", .ukjent), punkt("VD-KVALITET", .ikkeKontrollert, forPerson: true),
      punkt("TP-FINNES", .ikkeAktuelt),
    ]
    let saker = [sak("S-3", punkter), sak("S-1", [punkt("OB-ANTALL", .oppfylt)])]
    return Vurderingsrunde(
      saker: saker,
      alleSaker: AlleSaker(
        saker: saker.map { VurdertSak(sak: $0.sak, grunnlag: $0.grunnlag, punkter: $0.punkter) },
        lesefeil: 1),
      forrige: ForrigeKontroll(
        måned: "2014-08",
        avvik: [
          .init(
            avvik: ÅpentAvvik(sak: "S-7", punkt: "OB-ANTALL", alvorlighet: .høy, setning: "To besøk."),
            nå: .oppfylt),
          .init(
            avvik: ÅpentAvvik(sak: "S-5", punkt: "MV-VEDTAK", alvorlighet: .lav, setning: "Ett."), nå: nil),
        ]))
  }

  /// The acts up to and including the evaluation.
  static func tilVurdert() throws -> [Kontrollhendelse] {
    [
      .saksliste(try saksliste()), .trekningstall(Trekningstall(frø: "3546", kilde: .maskin)),
      .trekning(trekning()), .vurdering(runde()),
    ]
  }

  static func vurdert() throws -> Kontroll { try Kontroll(nøkkel(), hendelser: tilVurdert()) }

  static func dom(
    _ sak: String, _ punkt: String, _ svar: Svaralternativ, _ grunn: String? = "Står i journalen.",
    mangel: Mangelslag? = nil
  ) -> Kontrollhendelse {
    .svar(
      Svar(
        sak: sak, innhold: .vurdering(punkt: punkt, svar, mangel: mangel), begrunnelse: grunn,
        rolle: "teamleder"))
  }

  static func faktum(_ sak: String, _ sted: String, _ verdi: JSONValue) -> Kontrollhendelse {
    .svar(Svar(sak: sak, innhold: .opplysning(sted: sted, verdi: verdi), rolle: "kontrollør"))
  }

  static func bekymring(_ sak: String, _ svar: Bekymringssvar, _ grunn: String? = nil) -> Kontrollhendelse {
    .svar(Svar(sak: sak, innhold: .bekymring(svar), begrunnelse: grunn, rolle: "teamleder"))
  }

  /// Answers that leave no question open.
  static let alleSvar: [Kontrollhendelse] = [
    dom("S-3", "BARN-SETT", .oppfylt, nil), dom("S-3", "SA-TILRETTELAGT", .ikkeOppfylt),
    dom("S-3", "OB-REDUKSJON", .kanIkkeVurderes), dom("S-3", "VD-KVALITET", .ikkeAktuelt),
    bekymring("S-3", .ja, "Uro på skolen."), bekymring("S-1", .nei),
  ]

  static func lås() throws -> Kontrollhendelse {
    .lås(Lås(rolle: "teamleder", dato: try #require(Dato("2014-10-03"))))
  }
}
