import JSONText
import Values

extension Saksbygger {
  /// The approval of each home: mostly before the child moved in.
  func approvals() -> [Hendelse] {
    var rng = stream(.approvals)
    return forløp.plasseringer.compactMap { approval($0, &rng) }.sorted { $0.tid < $1.tid }
  }

  /// The approval of a home; nil where none is recorded.
  private func approval(_ placement: Plassering, _ rng: inout SplitMix64) -> Hendelse? {
    let early = rng.tall(5...180)
    let late = rng.tall(3...90)
    let when = rng.tall(0...999)
    // An emergency home stands ready long before; foster parents who move are not always approved anew.
    let day: Dato? =
      switch (placement.type, placement.flyttetMed) {
      case ("beredskapshjem", _): when < 30 ? nil : placement.fra.adding(dager: -8 * early)
      case (_, true): when < 300 ? nil : placement.fra.adding(dager: -early / 3)
      default:
        when < 40
          ? nil : when < 110 ? placement.fra.adding(dager: late) : placement.fra.adding(dager: -early)
      }
    let trained = rng.sant(880)
    let network = rng.sant(650)
    let certified = rng.sant(960)
    guard let day = day.map({ hverdag($0, tidligst: .tidenesMorgen) }), day <= uttrekk else { return nil }
    return Hendelse(dato: day).med("hjem", "H\(placement.hjem)").med("politiattest", certified)
      .med("opplæring", trained).med("nettverk_vurdert", network)
  }

  /// Where the order came while the child was in the emergency home, half of the records say so.
  func splitEmergencyHome(in draft: inout Utkast) {
    var rng = stream(.emergencyHome)
    guard rng.sant(500), let emergency = forløp.akuttvedtak, forløp.vedtak > emergency.adding(dager: 31),
      let end = forløp.plasseringer.first?.til, forløp.vedtak <= end
    else { return }
    draft.change("plassering") { events in
      guard var after = events.first else { return }
      after["fra"] = .string(forløp.vedtak.description)
      after["grunnlag"] = .string("omsorgsovertakelse")
      events[0]["til"] = .string(forløp.vedtak.adding(dager: -1).description)
      events.insert(after, at: 1)
    }
  }

  /// An earlier care order that was repealed, after which the child lived at home till the placement of today.
  func addEarlierOrder(to draft: inout Utkast) {
    var rng = stream(.earlierOrder)
    let share = populasjon.særtrekk
    let drawn = rng.sant(forløp.omsorgssak ? share.tidligereOmsorg : share.tidligereOmsorgFrivillig)
    // It ended before the years of routine work, whose visits it would otherwise have to have.
    let repealed = min(
      forløp.start.adding(dager: -rng.tall(300...600)),
      Dato.nyttår(populasjon.førsteÅr).adding(dager: -rng.tall(20...300)))
    let order = repealed.adding(dager: -rng.tall(250...800))
    let home = (forløp.plasseringer.last?.hjem ?? 0) + 1
    let placement = Plassering(
      fra: order.adding(dager: rng.tall(0...20)), til: repealed.adding(dager: rng.tall(0...14)),
      type: "fosterhjem", hjem: home, grunnlag: "omsorgsovertakelse")
    let provisional = order.adding(dager: rng.tall(-10...13))
    let final = order.adding(dager: rng.tall(200...700))
    let approved = approval(placement, &rng)
    guard drawn, order > forløp.fødselsmåned.adding(dager: 60) else { return }
    draft.insert(
      Hendelse(fra: placement.fra, til: placement.til).med("type", placement.type).med("hjem", "H\(home)")
        .med("grunnlag", placement.grunnlag), in: "plassering")
    for (day, type) in [(order, "omsorgsovertakelse"), (repealed, "oppheving")] {
      let heard = forløp.alder(day) >= 5 && rng.sant(850)
      draft.insert(
        Hendelse(dato: day).med("type", type).med("truffet_av", "nemnd").med("barnet_hørt", heard),
        in: "vedtak"
      )
    }
    draft.insert(Hendelse(dato: provisional).med("type", "foreløpig"), in: "omsorgsplan")
    if final < repealed { draft.insert(Hendelse(dato: final).med("type", "endelig"), in: "omsorgsplan") }
    draft.insert(Hendelse(dato: placement.fra.adding(dager: rng.tall(-20...10))), in: "avtale")
    if let approved { draft.insert(approved, in: "godkjenning") }
  }

  /// A voluntary placement that the service had to take over by an emergency decision, shortly before the
  /// extract: the child stays in the home.
  ///
  /// - Returns: the day of the decision; nil where there is none.
  func lateEmergency(in draft: inout Utkast, _ rng: inout SplitMix64) -> Dato? {
    let day = uttrekk.adding(dager: -rng.tall(15...110))
    guard rng.sant(populasjon.særtrekk.frivilligBleAkutt), !forløp.omsorgssak,
      let last = forløp.plasseringer.last, last.fra.adding(dager: 60) < day
    else { return nil }
    draft.change("plassering") { events in
      guard var emergency = events.last else { return }
      emergency["fra"] = .string(day.description)
      emergency["grunnlag"] = .string("akutt")
      // Nobody moves on this day.
      emergency["flyttet_med_fosterforeldre"] = nil
      events[events.count - 1]["til"] = .string(day.adding(dager: -1).description)
      events.append(emergency)
    }
    draft.insert(
      Hendelse(dato: day).med("type", "akutt").med("truffet_av", "barneverntjeneste")
        .med("barnet_hørt", forløp.alder(day) >= 5 && rng.sant(500)), in: "vedtak")
    return day
  }
}
