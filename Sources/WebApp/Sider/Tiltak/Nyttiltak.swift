import Checklists
import Markup
import Quality
import Values

/// A new measure: against an avvik and others like it, or judged on points alone.
struct Nyttiltak: Oppfølgingsskjema {
  let context: Kontekst
  private let valgt: Avvik?
  /// The open avvik on the same point or procedure that a measure can be set against now, the chosen one first.
  private let mulige: [Avvik]
  private let punkter: [Sjekkpunkt]

  init(_ context: Kontekst) throws {
    self.context = context
    let number = context.spørring.verdi("avvik") ?? context.skjema.verdi("for")
    let chosen = try number.map { try context.avvik($0) }
    valgt = chosen
    let like = try context.egneAvvik.filter { other in
      guard let chosen, other.nummer != chosen.nummer, Avvikshandling.tiltak.erMulig(other) else {
        return false
      }
      return other.punkt == chosen.punkt && other.prosedyre == chosen.prosedyre
    }
    mulige = [chosen].compactMap(\.self) + like.suffix(20)
    punkter = context.oppsett.bibliotek.sjekkliste("fosterhjem", på: context.nå.dato)?.punkter ?? []
  }

  var emnesti: String { valgt?.sti ?? "/tiltak" }
  var antallHandlinger: Int? { valgt?.hendelser.count }
  func krevNå() throws { if let valgt { try Avvikshandling.tiltak.krev(valgt) } }

  private var ansvarlig: String {
    context.oppsett.bibliotek.ansvarlig(forProsedyre: valgt?.prosedyre, valgt?.alvorlighet)
  }

  /// Six controlled cases after the measure are the fewest that say anything: three months of two cases.
  var forslag: [(String, String)] {
    let starts = context.nå.dato.adding(måneder: 1)
    return [("avvik", valgt?.nummer), ("punkter", valgt?.punkt), ("ansvarlig", ansvarlig)]
      .compactMap { name, value in value.map { (name, $0) } }
      + Datofelt.verdier("iverksettes", starts) + Datofelt.verdier("evalueres", starts.adding(måneder: 4))
  }

  func side(_ utfylling: Utfylling) -> Side {
    Side("Lag tiltak", context, feil: utfylling.feil) {
      felt("/tiltak/ny") {
        if let valgt { Utfylling.skjult("for", valgt.nummer) }
        utfylling.område(
          "tekst", "Hva skal gjøres?", hjelp: "Skriv hva som blir annerledes, uten navn og saksnummer.")
        if !mulige.isEmpty {
          utfylling.kryss(
            "avvik", "Hvilke avvik gjelder det?",
            mulige.map { ($0.nummer, "\($0.nummer) \($0.hva)") })
        }
        utfylling.dato("iverksettes", "Settes i verk")
        utfylling.dato(
          "evalueres", "Evalueres", hjelp: "Seks kontrollerte saker etter tiltaket tar om lag tre måneder.")
        utfylling.liste("ansvarlig", "Ansvarlig", context.ansvarsvalg(ansvarlig))
        utfylling.kryss(
          "punkter", "Hvilke punkter skal det måles på?",
          punkter.map { ($0.id, "\($0.id) \($0.spørsmål)") },
          hjelp: "Punktene bestemmes nå, så ingen kan velge dem etter at tallene er kjent.",
          valgfritt: !mulige.isEmpty)
        Utfylling.knapp("Lagre tiltaket")
      }
      Tag.p { Lenke.til(emnesti, "Tilbake uten å lagre") }
    }
  }

  func lagre(_ les: inout Oppfølgingsleser) throws -> Nettsvar? {
    let text = les.tekst("tekst", "Hva skal gjøres", .utenSak, hjelp: "Skriv kort, uten navn.")
    let against = mulige.map(\.nummer).filter(les.skjema.alle("avvik").contains)
    let starts = les.dato("iverksettes", "Settes i verk")
    let judged = les.dato("evalueres", "Evalueres")
    let chosen = les.valg("ansvarlig", "Ansvarlig", blant: context.ansvarsvalg(ansvarlig).map(\.verdi))
    let points = punkter.map(\.id).filter(les.skjema.alle("punkter").contains)
    if let starts, let judged, judged < starts {
      les.feil("evalueres", "Evalueres må være samme dag som tiltaket settes i verk, eller senere.")
    }
    if against.isEmpty && points.isEmpty {
      les.feil("punkter", "Punkter må fylles ut når tiltaket ikke gjelder et avvik. Velg minst ett.")
    }
    guard les.erRiktig, let starts, let judged, let chosen else { return nil }
    let number = try context.oppfølging().lagTiltak(
      Tiltaksinnhold(
        tekst: text, avvik: against, punkter: points, iverksettes: starts, evalueres: judged,
        ansvarlig: chosen, prosedyre: valgt?.prosedyre), rolle: context.rolle)
    return .videre(til: Lenke.sti("tiltak", number), gjort: .init("opprettet", number))
  }
}
