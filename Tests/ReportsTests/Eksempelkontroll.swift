import JSONText
import Quality
import RuleEngine
import Sampling
import Testing
import Values

/// A whole control of a fictional team, with every kind of finding, question and answer.
enum Eksempelkontroll {
  static let kode = "412-8f3a-91c4-0be7-d250-77aa-3e19-c6f8-5b02"

  static func nøkkel() throws -> Kontrollnøkkel {
    Kontrollnøkkel(enhet: "solvik", team: "fosterhjem-1", måned: try #require(Måned("2014-09")))
  }

  /// 138 cases that can be drawn, S-0042 and S-0107 drawn, S-0120 swapped out.
  static func saksliste() throws -> Saksliste {
    let ids = (1...138).map { "S-" + "0000".dropLast(String($0).count) + String($0) }
    return Saksliste(
      kontrolldato: try #require(Dato("2014-09-30")),
      sjekkliste: Sjekklistereferanse(
        id: "fosterhjem", versjon: "2014-05-31",
        hash: "5d0a3c5b8c1f4a02b5e0b8a1d9c6b7e4f3029182736455463728190a0b0c0d0e", motor: "1.0.0",
        ikkeKontrollert: ["helse", "skole", "ettervern"]),
      ramme: Rammesammendrag(
        hash: "91bb0e6a5f4e3d2c1b0a99887766554433221100ffeeddccbbaa009988776655", ids: ids,
        omsorgssaker: 118, frivillige: 20,
        utelatt: (0..<22).map { .init("K-\($0)", .karens) } + [
          .init("L-1", .lesefeil), .init("L-2", .lesefeil),
        ]),
      rolle: "teamleder")
  }

  static func trekning(_ liste: Saksliste) -> Trekningsutfall {
    let first = ["S-0120", "S-0107", "S-0042", "S-0009"]
    let order = first + liste.ramme.ids.filter { !first.contains($0) }
    let lodd = order.enumerated().map { index, id in
      let digits = String(index * 7919 + 1_048_576, radix: 16)
      return Trekningsutfall.Lodd(id: id, lodd: digits + String(repeating: "0", count: 64 - digits.count))
    }
    return Trekningsutfall(lodd: lodd, antall: 2)
  }

  static func hendelser(
    kilde: Trekningskilde = .terninger(roller: ["teamleder", "kontrollør"])
  ) throws -> [Kontrollhendelse] {
    let liste = try saksliste()
    return [
      .saksliste(liste),
      .trekningstall(Trekningstall(frø: "3546311556112163624615351222", kilde: kilde)),
      .trekning(trekning(liste)),
      .bytte(Saksbytte(ut: "S-0120", inn: "S-0042", grunn: .avsluttet, rolle: "teamleder")),
      .vurdering(try Eksempelsaker.runde()),
    ]
  }

  /// Everything is evaluated, nothing is answered.
  static func utkast() throws -> Kontroll { try Kontroll(nøkkel(), hendelser: hendelser()) }

  /// Everything is answered and the control is locked.
  static func låst() throws -> Kontroll {
    let lock = Lås(rolle: "teamleder", dato: try #require(Dato("2014-10-03")))
    var kontroll = try Kontroll(nøkkel(), hendelser: hendelser() + svar() + [.lås(lock)])
    kontroll.journalkode = kode
    return kontroll
  }

  private static func svar() throws -> [Kontrollhendelse] {
    func dom(
      _ sak: String, _ punkt: String, _ svar: Svaralternativ, _ grunn: String? = nil,
      _ mangel: Mangelslag? = nil
    ) -> Kontrollhendelse {
      .svar(
        Svar(
          sak: sak, innhold: .vurdering(punkt: punkt, svar, mangel: mangel), begrunnelse: grunn,
          rolle: "teamleder"))
    }
    func bekymring(_ sak: String, _ svar: Bekymringssvar, _ grunn: String? = nil) -> Kontrollhendelse {
      .svar(Svar(sak: sak, innhold: .bekymring(svar), begrunnelse: grunn, rolle: "teamleder"))
    }
    let place = "oppfølgingsbesøk/2/barnet_til_stede"
    return [
      .svar(
        Svar(
          sak: "S-0042", innhold: .opplysning(sted: place, verdi: .bool(true)),
          spørsmål: Eksempelsaker.tilStede.tekst, begrunnelse: "Står i referatet.", rolle: "kontrollør")),
      .vurdering(Vurderingsrunde(saker: [try Eksempelsaker.første(besvart: true)])),
      dom("S-0042", "SA-TILRETTELAGT", .ikkeOppfylt, "Referatet nevner ikke samtale.", .ikkeDokumentert),
      dom("S-0042", "OB-ANTALL", .oppfylt, "Besøket 4. november 2013 er ført i feil journal."),
      dom("S-0042", "VD-KVALITET", .ikkeOppfylt, "Vurderingene viser ikke hvilke alternativer vi så."),
      dom("S-0042", "VD-BESOK", .kanIkkeVurderes, "To referater ligger i et arkiv vi venter på."),
      dom("S-0107", "VD-KVALITET", .oppfylt),
      dom("S-0107", "MV-DOKUMENTERT", .ikkeAktuelt, "Barnet var under fire år hele perioden."),
      bekymring("S-0042", .ja, "Barnet er ikke sett på over sju måneder."), bekymring("S-0107", .nei),
    ]
  }
}
