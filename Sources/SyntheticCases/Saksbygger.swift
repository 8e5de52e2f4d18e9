import JSONText
import Values

/// Builds one case record: draws the child's history, then what the service did and wrote down.
struct Saksbygger: Sendable {
  let populasjon: Populasjon
  let forløp: Forløp
  var rng: SplitMix64
  /// Routine events lie from this day on.
  let begynner: Dato
  let uttrekk: Dato
  /// Whether the fagsystem of this case says when events were registered.
  let harRegistrert: Bool
  let aldriBesøkt: Bool
  /// `egen` or `annen`.
  let tilsynsansvar: String
  /// The code of the case worker.
  let behandler: Int
  var frekvenser: [Frekvens] = []
  /// The seed of what the second edition added.
  let addedSeed: UInt64

  init(populasjon: Populasjon, omsorgssak: Bool, tilfeldig: SplitMix64, added: SplitMix64) {
    var rng = tilfeldig
    var added = added
    addedSeed = added.next()
    self.populasjon = populasjon
    forløp = Forløp.trekk(populasjon, omsorgssak: omsorgssak, &rng)
    begynner = max(forløp.start, Dato.nyttår(populasjon.førsteÅr))
    uttrekk = populasjon.uttrekk
    harRegistrert = rng.sant(600)
    aldriBesøkt = rng.sant(populasjon.særtrekk.aldriBesøkt)
    tilsynsansvar = rng.velg("egen", ("annen", 300))
    behandler = rng.tall(1...9)
    self.rng = rng
    frekvenser = trekkFrekvenser()
  }

  /// The whole record.
  mutating func post(id: String) -> JSONValue {
    var utkast = Utkast(
      opplysninger: opplysninger(),
      samlinger: [
        ("plassering", plasseringer()),
        ("besøksfrekvens", frekvenser.map(\.hendelse)),
        ("tilsynsfrekvens", tilsynsfrekvenser()),
        ("oppfølgingsbesøk", oppfølgingsbesøk()),
        ("tilsynsbesøk", tilsynsbesøk()),
        ("samtale", samtaler()),
        ("medvirkning", medvirkning()),
        ("vedtak", vedtak()),
        ("omsorgsplan", omsorgsplaner()),
        ("tiltaksplan", tiltaksplaner()),
        ("evaluering", evalueringer()),
        ("avtale", avtaler()),
        ("avtalegjennomgang", avtalegjennomganger()),
        ("drøfting", drøftinger()),
      ])
    if populasjon.sisteÅr >= 2026 { utkast.samlinger.append(("varig_opphold", varigOpphold())) }
    let holes = rng.sant(populasjon.særtrekk.hull)
    if holes { utkast.lagHull(forløp, uttrekk: uttrekk, &rng) }
    addSecondEdition(to: &utkast, holes: holes)
    var members: [JSONValue.Member] = [
      .init("format", .string("sak/1")),
      .init("sak", .string(id)),
      .init("enhet", .string(populasjon.enhet)),
      .init("team", .string(populasjon.team)),
      .init("uttrekk", .string(uttrekk.description)),
      .init("opplysninger", .object(utkast.opplysninger)),
      .init("hendelser", .object(utkast.samlinger.map { .init($0.navn, .array($0.hendelser.map(\.post))) })),
    ]
    if !utkast.ufullstendig.isEmpty {
      members.append(.init("ufullstendig", .array(utkast.ufullstendig.map(JSONValue.string))))
    }
    return .object(members)
  }

  private mutating func opplysninger() -> [JSONValue.Member] {
    let født = String(forløp.fødselsmåned.description.prefix(7))
    var out: [JSONValue.Member] = [
      .init("sakstype", .string(forløp.omsorgssak ? "omsorgssak" : "frivillig_plassering")),
      .init("født", .string(født)),
    ]
    let alder = forløp.alder(Dato.nyttår(populasjon.sisteÅr))
    if alder < 7, rng.sant(850) {
      out.append(.init("kan_danne_egne_synspunkter", .bool(alder >= 5 || alder == 4 && rng.sant(500))))
    }
    if rng.sant(960) { out.append(.init("tilsynsansvar", .string(tilsynsansvar))) }
    if rng.sant(930) { out.append(.init("behandler", .string("B\(behandler)"))) }
    return out
  }

  private func plasseringer() -> [Hendelse] {
    forløp.plasseringer.map { plassering in
      Hendelse(fra: plassering.fra, til: plassering.til)
        .med("type", plassering.type).med("hjem", "H\(plassering.hjem)")
        .med("grunnlag", plassering.grunnlag)
        .med("flyttet_med_fosterforeldre", plassering.flyttetMed ? .bool(true) : nil)
    }
  }

  private mutating func varigOpphold() -> [Hendelse] {
    let fra = rng.dag(Dato.nyttår(2026).adding(dager: 4), uttrekk)
    guard forløp.omsorgssak, rng.sant(50) else { return [] }
    return [Hendelse(fra: fra, til: nil).med("avtalt_besøk", .integer(Int64(rng.tall(1...3))))]
  }

  /// The event with the day it was registered, where the fagsystem says so: mostly at once, some much later,
  /// never after the extract.
  mutating func registrert(_ hendelse: Hendelse, _ dag: Dato) -> Hendelse {
    var stream = rng
    defer { rng = stream }
    return registrert(hendelse, dag, &stream)
  }

  /// The same, drawn from another stream.
  func registrert(_ hendelse: Hendelse, _ dag: Dato, _ rng: inout SplitMix64) -> Hendelse {
    let sen = rng.sant(populasjon.særtrekk.senRegistrering)
    let venter = sen ? rng.tall(31...150) : rng.tall(0...9)
    guard harRegistrert || sen else { return hendelse }
    return hendelse.med("registrert", min(dag.adding(dager: venter), uttrekk).description)
  }

  /// A working day near the day, not before `tidligst`: no weekend, and not between Christmas Eve and New Year.
  func hverdag(_ dag: Dato, tidligst: Dato) -> Dato {
    let (år, måned, nr) = dag.deler
    let utenJul =
      switch (måned, nr) {
      case (12, 24...): Dato.årsslutt(år).adding(dager: -nr + 23)
      case (1, 1): dag.adding(dager: 1)
      default: dag
      }
    // 1970-01-01 was a Thursday; Monday is 0 here.
    let ukedag = Int((utenJul.dag % 7 + 7 + 3) % 7)
    return max(tidligst, ukedag < 5 ? utenJul : utenJul.adding(dager: 4 - ukedag))
  }

  /// The quarters of routine work, cut at both ends.
  var kvartaler: [Opphold] {
    var out: [Opphold] = []
    var fra = Dato.nyttår(begynner.år)
    while fra <= uttrekk {
      let neste = fra.adding(måneder: 3)
      if neste > begynner { out.append(Opphold(fra: max(fra, begynner), til: neste.adding(dager: -1))) }
      fra = neste
    }
    return out
  }

  /// The years of routine work, cut at both ends.
  var årene: [Opphold] {
    (begynner.år...max(begynner.år, populasjon.sisteÅr)).map {
      Opphold(fra: max(begynner, .nyttår($0)), til: .årsslutt($0))
    }
  }
}
