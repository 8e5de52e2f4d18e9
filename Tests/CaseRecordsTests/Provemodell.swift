import CaseRecords
import JSONText
import Testing
import Values
import Vocabulary

/// A part of the vocabulary with every type of field, every kind of collection and every default.
let prøvemodell = Saksmodell(
  opplysninger: [
    Felt("sakstype", .kode([Kode("omsorgssak"), Kode("frivillig_plassering"), Kode("hjelpetiltak")])),
    Felt("født", .måned),
    Felt("kan_danne_egne_synspunkter", .sannhet),
    Felt("behandler", .tekstkode),
  ],
  samlinger: [
    Samling(
      "plassering", .periode,
      felter: [
        Felt("type", .kode([Kode("fosterhjem"), Kode("institusjon")])),
        Felt("hjem", .tekstkode),
        Felt("flyttet_med_fosterforeldre", .sannhet, manglerBetyr: .ingen),
      ]),
    Samling("varig_opphold", .periode, felter: [Felt("avtalt_besøk", .tall)]),
    Samling(
      "besøksfrekvens", .dato,
      felter: [
        Felt("kode", .kode([Kode("4"), Kode("2")])), Felt("gode_forhold", .sannhet),
        Felt("unntak", .kode([Kode("ukraina")]), manglerBetyr: .ingen),
      ], varighet: Varighetsregel(innenfor: "hjemopphold")),
    Samling(
      "oppfølgingsbesøk", .dato,
      felter: [
        Felt("form", .kode([Kode("stedlig"), Kode("digital"), Kode("avlyst")])),
        Felt("barnet_til_stede", .sannhet),
        Felt("samtale_alene", .kode([Kode("gjennomført"), Kode("for_ung")])),
        Felt("rapport_mottatt", .dato),
      ], etterFødselen: true),
    Samling(
      "drøfting", .dato,
      felter: [Felt("konklusjon", .sannhet), Felt("språk", .kode([Kode("nynorsk"), Kode("bokmål")]))]),
    Samling(
      "tilsynskommune", .dato, felter: [Felt("ansvar", .kode([Kode("egen"), Kode("annen")]))],
      varighet: Varighetsregel(innenfor: nil), manglerBetyr: .ingen),
    Samling(
      "hjemopphold", .periode, felter: [],
      avledning: Avledning(
        kilde: "plassering", sammeFelt: "hjem", koblingsfelt: "flyttet_med_fosterforeldre")),
  ], tidligsteDag: Dato("1980-01-01"))

/// A stand-in for the guard: it stops one made-up number and one made-up name.
let prøvevakt: Vakt = { tekst in
  if tekst.contains("12345678901") { return "fødselsnummer" }
  return tekst.contains("hemmelig") ? "hemmelighet" : nil
}

/// The text of a record: what is not given is left out or ordinary.
func post(
  _ hendelser: String = "", opplysninger: String? = nil, ufullstendig: String? = nil, sak: String = "S-1",
  uttrekk: String = "2014-09-30", ekstra: String = ""
) -> String {
  var deler = ["\"format\":\"sak/1\"", "\"sak\":\"\(sak)\"", "\"uttrekk\":\"\(uttrekk)\""]
  if let opplysninger { deler.append("\"opplysninger\":{\(opplysninger)}") }
  deler.append("\"hendelser\":{\(hendelser)}")
  if let ufullstendig { deler.append("\"ufullstendig\":\(ufullstendig)") }
  return "{" + deler.joined(separator: ",") + ekstra + "}"
}

/// What reading a file with this text gives.
func les(_ tekst: String, fil: String = "saker.jsonl") -> (bunke: Saksbunke, feil: [Lesefeil]) {
  Saksinnlesing(modell: prøvemodell, vakt: prøvevakt).les([.minne(navn: fil, bytes: Array(tekst.utf8))])
}

/// The single good record of a text.
func lesGod(_ tekst: String, _ place: SourceLocation = #_sourceLocation) throws -> Saksbunke {
  let (bunke, feil) = les(tekst)
  #expect(feil == [], sourceLocation: place)
  try #require(bunke.saker.count == 1, sourceLocation: place)
  return bunke
}

extension Saksbunke {
  /// A collection by name.
  func tabell(_ navn: String) throws -> Samlingstabell {
    samlinger[try #require(modell.samling(navn))]
  }

  /// Mask and range of a field's first rows.
  func celler(_ samling: String, _ felt: String) throws -> [Celle] {
    let nummer = try #require(modell.samling(samling))
    let kolonne = samlinger[nummer].felter[try #require(modell.samlinger[nummer].felt(felt))]
    return kolonne.maske.indices.map { Celle(kolonne, $0) }
  }

  /// Mask and range of a fact of the first case.
  func celle(_ opplysning: String) throws -> Celle {
    Celle(opplysninger[try #require(modell.opplysning(opplysning))], 0)
  }
}

struct Celle: Equatable {
  var maske: UInt64
  var lav: Int32?
  var høy: Int32?

  init(_ maske: UInt64, _ lav: Int32? = nil, _ høy: Int32? = nil) {
    self.maske = maske
    self.lav = lav
    self.høy = høy ?? lav
  }

  init(_ kolonne: Feltkolonne, _ rad: Int) {
    self.init(
      kolonne.maske[rad], kolonne.lav.isEmpty ? nil : kolonne.lav[rad],
      kolonne.høy.isEmpty ? nil : kolonne.høy[rad])
  }
}

/// The number of a day.
func dag(_ tekst: String) throws -> Int32 { try #require(Dato(tekst)).dag }

let morgen = Dato.tidenesMorgen.dag
let ende = Dato.tidenesEnde.dag
