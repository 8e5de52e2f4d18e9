import JSONText
import Values

extension Saksbygger {
  /// Follow-up visits: one a quarter is due, one a half-year where the frequency is reduced.
  mutating func oppfølgingsbesøk() -> [Hendelse] {
    var out: [Hendelse] = []
    var brukt: Set<Dato> = []
    var hoppOver = 0
    for kvartal in kvartaler {
      let praksis = populasjon.praksis(kvartal.fra)
      let førsteIHalvår = [1, 7].contains(kvartal.fra.deler.måned) || kvartal.fra == begynner
      if førsteIHalvår { hoppOver = rng.sant(praksis.forFåBesøk) ? rng.velg(1, (2, 300)) : 0 }
      ekstrabesøk(kvartal, &out, &brukt)
      let kort = kvartal.fra.dager(til: kvartal.til) < 40 && rng.sant(500)
      let redusert = redusert(kvartal.til) && [4, 10].contains(kvartal.fra.deler.måned) == false
      if aldriBesøkt || kort || redusert { continue }
      if hoppOver > 0 {
        hoppOver -= 1
        continue
      }
      besøk(kvartal, form: rng.velg("stedlig", ("digital", 7), ("annet_sted", 7)), &out, &brukt)
    }
    return out.sorted { $0.tid < $1.tid }
  }

  /// What comes on top of the visits that are due, and does not always count.
  private mutating func ekstrabesøk(
    _ kvartal: Opphold, _ out: inout [Hendelse], _ brukt: inout Set<Dato>
  ) {
    if rng.sant(50) { besøk(kvartal, form: "avlyst", &out, &brukt) }
    if aldriBesøkt { return }
    if rng.sant(45) { besøk(kvartal, form: "stedlig", &out, &brukt) }
    if rng.sant(40) { besøk(kvartal, form: "annet_sted", &out, &brukt) }
    if rng.sant(25) { besøk(kvartal, form: "digital", &out, &brukt) }
  }

  private mutating func besøk(
    _ kvartal: Opphold, form: String, _ out: inout [Hendelse], _ brukt: inout Set<Dato>
  ) {
    let dag = hverdag(rng.dag(kvartal.fra, kvartal.til), tidligst: kvartal.fra)
    // Two visits on one day happen, but seldom.
    guard brukt.insert(dag).inserted || rng.sant(100) else { return }
    let praksis = populasjon.praksis(dag)
    var hendelse = registrert(Hendelse(dato: dag), dag).med("form", form)
    if form == "stedlig" || form == "avlyst" { hendelse["varslet"] = .bool(rng.sant(920)) }
    if form == "avlyst" {
      out.append(hendelse)
      return
    }
    let tilStede = rng.sant(930)
    hendelse["barnet_til_stede"] = .bool(tilStede)
    let (samtale, grunn) =
      tilStede ? samtaleAlene(dag, ikkeTilrettelagt: praksis.ikkeTilrettelagt) : (nil, nil)
    hendelse["samtale_alene"] = samtale.map(JSONValue.string) ?? .bool(false)
    hendelse["samtalegrunn"] = grunn.map(JSONValue.string)
    hendelse["vurdering"] = .bool(!rng.sant(praksis.utenVurdering))
    hendelse["referat"] = .bool(rng.sant(960))
    out.append(hendelse)
  }

  /// The code for the talk alone and, where there is one, the reason.
  private mutating func samtaleAlene(_ dag: Dato, ikkeTilrettelagt: Int) -> (String?, String?) {
    if forløp.alder(dag) < 4 { return rng.velg(("for_ung", "alder"), (("gjennomført", nil), 30)) }
    let utfall = rng.velg(
      "gjennomført", ("ikke_tilrettelagt", ikkeTilrettelagt), ("tilbudt_avslått", 170),
      ("ikke_mulig", ikkeTilrettelagt / 5), ("", ikkeTilrettelagt / 4),
      ("for_ung", forløp.alder(dag) < 6 ? 150 : 0))
    switch utfall {
    case "tilbudt_avslått": return (utfall, "ville_ikke")
    case "for_ung": return (utfall, "alder")
    case "ikke_mulig": return (utfall, rng.velg("annet", ("tolk_manglet", 400)))
    case "ikke_tilrettelagt": return (utfall, "annet")
    case "": return (nil, nil)
    default: return (utfall, nil)
    }
  }

  /// Supervision by the municipality of the foster home: one a quarter, with a report.
  mutating func tilsynsbesøk() -> [Hendelse] {
    var out: [Hendelse] = []
    for kvartal in kvartaler {
      let mangler = tilsynsansvar == "egen" ? 60 : 130
      let dag = hverdag(rng.dag(kvartal.fra, kvartal.til), tidligst: kvartal.fra)
      if rng.sant(mangler) || kvartal.fra.dager(til: kvartal.til) < 40 { continue }
      let mottatt = dag.adding(dager: rng.tall(4...45))
      let tilStede = rng.sant(960)
      let kommet = rng.sant(930) && mottatt <= uttrekk
      let (samtale, grunn) = tilStede ? samtaleAlene(dag, ikkeTilrettelagt: 30) : (nil, nil)
      out.append(
        registrert(Hendelse(dato: dag), dag).med("form", rng.velg("stedlig", ("digital", 15), ("avlyst", 15)))
          .med("barnet_til_stede", tilStede)
          .med("samtale_alene", samtale.map(JSONValue.string) ?? .bool(false))
          .med("samtalegrunn", grunn.map(JSONValue.string))
          .med("rapport_mottatt", kommet ? .string(mottatt.description) : .bool(false))
          .med("rapport_fulgt_opp", kommet && rng.sant(920)))
    }
    return out
  }
}
