import Checklists
import Markup
import Quality
import Values

/// All versions of all checklists, and the proposed changes.
enum Sjekklisteoversikt {
  static func side(_ context: Kontekst) throws -> Side {
    let library = context.oppsett.bibliotek
    let proposals = try Forslagsside.alle(context)
    return Side("Sjekklister", context) {
      Tag.p(.klasse("ingress")) {
        "En sjekkliste sier hva som kontrolleres i en sak, hvilken lov det bygger på, og hva som er et avvik."
      }
      Tabell(
        "Versjoner", ["Sjekkliste", "Status", "Gjelder", "Punkter", "Innhold (SHA-256)"], tall: ["Punkter"],
        rader: library.sjekklister.reversed().map { rad($0, library, context) }
      ).html
      Tag.h2 { "Forslag til endringer" }
      if context.har(.foreslåSjekkliste) { Lenke.knapp("/sjekklister/forslag/ny", "Foreslå endring") }
      Tabell(
        "Forslag", ["Forslag", "Status", "Endrer", "Gjelder fra", "Begrunnelse"],
        tom: "Ingen har foreslått noe ennå.", rader: proposals.reversed().map(rad)
      ).html
      Tag.h2 { "Mer om sjekklistene" }
      Tag.ul {
        Tag.li { Lenke.til("/gjeldende/hjemler", "Lover, forskrifter og egne regler") }
        Tag.li { Lenke.til("/gjeldende/prosedyrer", "Prosedyrer") }
      }
    }
  }

  private static func rad(
    _ liste: Sjekkliste, _ library: Sjekklistebibliotek, _ context: Kontekst
  ) -> [[HTML]] {
    [
      [Lenke.til(liste.sideadresse, liste.id)],
      [status(liste, library, context.nå.dato)],
      [.text(liste.gjelder.dagene)],
      [.text(String(liste.punkter.count))],
      [Tag.span(.klasse("kode")) { liste.innholdshash }],
    ]
  }

  /// Whether controls are held with it on a day, and whether its content is frozen.
  static func status(_ liste: Sjekkliste, _ library: Sjekklistebibliotek, _ dag: Dato) -> HTML {
    let frozen = library.publisering.erPublisert(liste) ? "" : ", ikke publisert"
    if liste.gjelder.inneholder(dag) { return Merkelapp.html("Gjelder nå\(frozen)") }
    return .text((dag < liste.gjelder.fra ? "Gjelder senere" : "Gjaldt før") + frozen)
  }

  private static func rad(_ forslag: Sjekklisteforslag) -> [[HTML]] {
    [
      [Lenke.til(forslag.sideadresse, forslag.nummer)],
      [
        forslag.avgjort == nil
          ? Merkelapp.html(forslag.visning, .haster) : Merkelapp.html(forslag.visning, .ferdig)
      ],
      [.text(forslag.fra)], [.text(forslag.tekst.gjelderFra.bokmål)], [.text(forslag.tekst.begrunnelse)],
    ]
  }
}

extension Sjekkliste {
  /// Where it is read: `/sjekklister/fosterhjem%402014-05-31`.
  var sideadresse: String { Lenke.sti("sjekklister", id) }
}

extension Sjekklisteforslag {
  /// Where it is read.
  var sideadresse: String { Lenke.sti("sjekklister", "forslag", nummer) }
  /// Where both versions are run.
  var prøveadresse: String { Lenke.sti("sjekklister", "forslag", nummer, "provekjor") }
}

extension Periode {
  /// «Fra 31. mai 2014 til 31. desember 2022», or without an end.
  var dagene: String {
    til >= .tidenesEnde ? "Fra \(fra.bokmål)" : "Fra \(fra.bokmål) til \(til.bokmål)"
  }
}
