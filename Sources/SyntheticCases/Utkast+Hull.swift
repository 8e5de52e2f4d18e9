import JSONText
import Values

extension Utkast {
  /// Makes the record as incomplete as real ones are: two to four holes of different kinds.
  ///
  /// Never in what puts the case in the frame: the home on each day of the last two years, its kind, the case
  /// type, and that the child is under 18 stay known.
  mutating func lagHull(_ forløp: Forløp, uttrekk: Dato, _ rng: inout SplitMix64) {
    for _ in 0..<rng.tall(2...4) {
      switch rng.tall(0...7) {
      case 0: fjernSamling(&rng)
      case 1: gjørUfullstendig(&rng)
      case 2: grovereDatoer(&rng)
      case 3: fjernFelt(null: false, &rng)
      case 4: fjernFelt(null: true, &rng)
      case 5: flereMulige(&rng)
      case 6: grovereFødsel(uttrekk: uttrekk)
      default: grovereFørstePlassering(forløp, uttrekk: uttrekk)
      }
    }
  }

  private static let kanMangle = [
    "drøfting", "samtale", "medvirkning", "avtale", "avtalegjennomgang", "evaluering", "oppfølgingsbesøk",
    "omsorgsplan", "tiltaksplan", "besøksfrekvens", "tilsynsbesøk", "vedtak",
  ]

  private mutating func fjernSamling(_ rng: inout SplitMix64) {
    let navn = Utkast.kanMangle[rng.tall(0...Utkast.kanMangle.count - 1)]
    samlinger.removeAll { $0.navn == navn }
    ufullstendig.removeAll { $0 == navn }
  }

  private mutating func gjørUfullstendig(_ rng: inout SplitMix64) {
    let navn = Utkast.kanMangle[rng.tall(0...Utkast.kanMangle.count - 1)]
    guard samlinger.contains(where: { $0.navn == navn }), !ufullstendig.contains(navn) else { return }
    ufullstendig.append(navn)
  }

  /// Some events are known by month only, a few by year or not at all.
  private mutating func grovereDatoer(_ rng: inout SplitMix64) {
    let kan = ["oppfølgingsbesøk", "samtale", "medvirkning", "avtalegjennomgang", "drøfting", "evaluering"]
    endre(kan, &rng) { hendelse, rng in
      guard let dato = hendelse["dato"]?.string else { return }
      let grov: JSONValue = rng.velg(
        .string(String(dato.prefix(7))), (.string(String(dato.prefix(4))), 120), (.null, 60))
      hendelse["dato"] = grov
      // A registration day would tell more about the event than its own date does.
      hendelse["registrert"] = nil
    }
  }

  private mutating func fjernFelt(null: Bool, _ rng: inout SplitMix64) {
    let felter = [
      "barnet_til_stede", "samtale_alene", "vurdering", "form", "gode_forhold", "drøfting", "konklusjon",
      "barnets_syn", "barnet_hørt", "faglig_vurdering", "rapport_fulgt_opp", "tema", "mål", "varighet",
    ]
    let felt = felter[rng.tall(0...felter.count - 1)]
    for index in samlinger.indices where samlinger[index].navn != "plassering" {
      for nr in samlinger[index].hendelser.indices where samlinger[index].hendelser[nr][felt] != nil {
        if rng.sant(350) { samlinger[index].hendelser[nr][felt] = null ? .null : nil }
      }
    }
  }

  /// Codes of which it is known that it is one of several, as in data from the national register.
  private mutating func flereMulige(_ rng: inout SplitMix64) {
    endre(["oppfølgingsbesøk", "tilsynsbesøk"], &rng) { hendelse, rng in
      if rng.sant(600) {
        hendelse["form"] = .array([.string("stedlig"), .string("digital")])
      } else if hendelse["samtale_alene"]?.string == "gjennomført" {
        hendelse["samtale_alene"] = .array([.string("gjennomført"), .string("tilbudt_avslått")])
      }
    }
  }

  private mutating func endre(
    _ kan: [String], _ rng: inout SplitMix64, _ change: (inout Hendelse, inout SplitMix64) -> Void
  ) {
    let navn = kan[rng.tall(0...kan.count - 1)]
    guard let index = samlinger.firstIndex(where: { $0.navn == navn }) else { return }
    for nr in samlinger[index].hendelser.indices where rng.sant(400) {
      if samlinger[index].hendelser[nr]["form"] == .string("avlyst") { continue }
      change(&samlinger[index].hendelser[nr], &rng)
    }
  }

  private mutating func grovereFødsel(uttrekk: Dato) {
    guard let index = opplysninger.firstIndex(where: { $0.name == "født" }),
      let år = opplysninger[index].value.string.flatMap({ Int($0.prefix(4)) }), år + 18 > uttrekk.år + 1
    else { return }
    opplysninger[index].value = .string(String(år))
  }

  private mutating func grovereFørstePlassering(_ forløp: Forløp, uttrekk: Dato) {
    guard let index = samlinger.firstIndex(where: { $0.navn == "plassering" }),
      forløp.start.år < uttrekk.år - 1, !samlinger[index].hendelser.isEmpty
    else { return }
    samlinger[index].hendelser[0]["fra"] = .string(String(forløp.start.description.prefix(7)))
  }

  /// Makes what the second edition added as incomplete as the rest of a record with holes: one or two holes more.
  mutating func makeAddedHoles(uttrekk: Dato, _ rng: inout SplitMix64) {
    let collections = ["godkjenning", "foreldrekontakt", "begjæring", "planevaluering"]
    for _ in 0..<rng.tall(1...2) {
      let collection = collections[rng.tall(0...collections.count - 1)]
      switch rng.tall(0...5) {
      case 0:
        samlinger.removeAll { $0.navn == collection }
        ufullstendig.removeAll { $0 == collection }
      case 1:
        if samlinger.contains(where: { $0.navn == collection }), !ufullstendig.contains(collection) {
          ufullstendig.append(collection)
        }
      case 2:
        change(collection) { events in
          for index in events.indices where rng.sant(500) {
            events[index]["dato"] = .string(String(events[index].tid.prefix(7)))
            events[index]["registrert"] = nil
          }
        }
      case 3: removeAddedField(&rng)
      case 4:
        if let index = opplysninger.firstIndex(where: { $0.name == "søsken_bor_andre_steder" }) {
          opplysninger[index].value = .null
        }
      default:
        // The ground of a placement that ended before the years that are controlled.
        change("plassering") { events in
          let ended = events.first?["til"]?.string.flatMap { Dato($0) } ?? .tidenesEnde
          if ended.år < uttrekk.år - 1 { events[0]["grunnlag"] = nil }
        }
      }
    }
  }

  private mutating func removeAddedField(_ rng: inout SplitMix64) {
    let fields = [
      ("samtale", "form"), ("oppfølgingsbesøk", "faglig_vurdering"), ("godkjenning", "hjem"),
      ("godkjenning", "politiattest"), ("foreldrekontakt", "tilbud_om_veiledning"), ("drøfting", "tema"),
    ]
    let (collection, field) = fields[rng.tall(0...fields.count - 1)]
    change(collection) { events in
      for index in events.indices where rng.sant(500) { events[index][field] = nil }
    }
  }
}
