import JSONText
import Values

extension Saksbygger {
  /// The first day of the child welfare act of 2021.
  private var newAct: Dato { .nyttår(2023) }

  /// Petitions to the board, and the plan that the act of 2021 asks for after an emergency decision.
  func petitions(_ draft: inout Utkast) -> [Hendelse] {
    var rng = stream(.emergency)
    let late = lateEmergency(in: &draft, &rng)
    let delay = rng.velg(rng.tall(12...41), (rng.tall(44...75), 100), (nil, 60))
    let plan = rng.velg(rng.tall(2...13), (rng.tall(16...40), 150), (nil, 150))
    let ordinary = rng.sant(950) ? rng.tall(60...220) : nil
    var out: [Hendelse] = []
    if let emergency = late ?? forløp.akuttvedtak {
      // The board decides on the order after it was asked for.
      let latest = late == nil ? forløp.vedtak.adding(dager: -1) : .tidenesEnde
      if let delay, case let day = min(emergency.adding(dager: delay), latest), day <= uttrekk {
        out.append(Hendelse(dato: day))
      }
      if let plan, emergency >= newAct, emergency.adding(dager: plan) <= uttrekk {
        draft.insert(
          Hendelse(dato: emergency.adding(dager: plan)).med("type", "akuttplan"), in: "omsorgsplan")
      }
    } else if forløp.omsorgssak, let ordinary {
      let born = forløp.fødselsmåned.adding(dager: 35)
      out.append(Hendelse(dato: max(forløp.vedtak.adding(dager: -ordinary), born)))
    }
    return out
  }

  /// The board decides on contact with the parents when it makes the order, and now and then anew; a plan for
  /// the contact follows, more often since it became a duty.
  func addContactDecisions(to draft: inout Utkast) {
    guard forløp.omsorgssak else { return }
    var rng = stream(.contact)
    let decided = rng.sant(880)
    let again = forløp.vedtak.adding(dager: rng.tall(400...1200))
    let renewed = rng.sant(120)
    let delay = rng.velg(rng.tall(3...40), (rng.tall(44...200), 150))
    let planned = rng.tall(0...999)
    let afterwards = newAct.adding(dager: rng.tall(5...330))
    var decision: Dato?
    for (day, made) in [(forløp.vedtak, decided), (again, renewed)] where made && day <= uttrekk {
      let heard = forløp.alder(day) >= 5 && rng.sant(700)
      draft.insert(
        Hendelse(dato: day).med("type", "samvær").med("truffet_av", "nemnd").med("barnet_hørt", heard),
        in: "vedtak")
      decision = day
    }
    guard let decision else { return }
    let day: Dato? =
      decision >= newAct
      ? planned < 880 ? decision.adding(dager: delay) : nil
      : planned < 550 ? decision.adding(dager: delay) : planned < 850 ? afterwards : nil
    guard let day, day <= uttrekk else { return }
    draft.insert(Hendelse(dato: day).med("type", "samværsplan"), in: "omsorgsplan")
  }

  /// An order that a court upheld is still the order of the board, and its clock does not start anew.
  func addCourt(to draft: inout Utkast) {
    var rng = stream(.court)
    let day = forløp.vedtak.adding(dager: rng.tall(150...500))
    guard rng.sant(populasjon.særtrekk.rettsligPrøving), forløp.omsorgssak, day <= uttrekk else { return }
    draft.insert(
      Hendelse(dato: day).med("type", "rettslig_prøving").med("truffet_av", "domstol")
        .med("barnet_hørt", forløp.alder(day) >= 5 && rng.sant(900)), in: "vedtak")
  }

  /// Plans of other kinds that lie in the same list: of the investigation before, and of the years after 18.
  func addOtherPlans(to draft: inout Utkast) {
    var rng = stream(.otherPlans)
    let investigation = (forløp.akuttvedtak ?? forløp.vedtak).adding(dager: -rng.tall(70...180))
    if rng.sant(60), investigation > forløp.fødselsmåned {
      draft.insert(Hendelse(dato: investigation).med("type", "undersøkelsesplan"), in: "omsorgsplan")
    }
    let aftercare = forløp.fødselsmåned.adding(måneder: 17 * 12 + rng.tall(1...11))
    if rng.sant(600), aftercare <= uttrekk, aftercare > forløp.start {
      draft.insert(Hendelse(dato: aftercare).med("type", "ettervernsplan"), in: "omsorgsplan")
    }
  }

  /// From 2024 a decision states what the regulation wants documented of the child's participation.
  func detailDecisions(in draft: inout Utkast) {
    var rng = stream(.decisions)
    draft.change("vedtak") { events in
      for index in events.indices {
        guard let day = events[index].earliest, day >= .nyttår(2024) else { continue }
        let heard = events[index]["barnet_hørt"] == .bool(true)
        for (field, share) in [
          ("informasjon", 850), ("tema", 900), ("barnets_syn", 930), ("enighet_avklart", 500),
          ("vekt_beskrevet", 800),
        ] {
          events[index][field] = .bool(rng.sant(share) && heard)
        }
      }
    }
  }

  /// The agreement on visits during a varig opphold: not always made, written down or kept.
  func blurResidence(in draft: inout Utkast) {
    var rng = stream(.residence)
    draft.change("varig_opphold") { events in
      for index in events.indices {
        switch rng.tall(0...99) {
        case 0...11: events[index]["avtalt_besøk"] = .bool(false)
        case 12...21: events[index]["avtalt_besøk"] = nil
        // More than the service manages.
        case 22...33: events[index]["avtalt_besøk"] = .integer(6)
        default: break
        }
      }
    }
  }

  /// Reductions by the exception for the many arrivals from Ukraine, in the windows of the regulation.
  func addExceptions(to draft: inout Utkast) {
    var rng = stream(.exceptions)
    let windows = [
      Opphold(fra: Dato.nyttår(2022).adding(måneder: 5).adding(dager: 19), til: .årsslutt(2022)),
      Opphold(fra: .nyttår(2024), til: Dato.nyttår(2026).adding(måneder: 6).adding(dager: -1)),
    ]
    for window in windows {
      let day = rng.dag(window.fra, window.til)
      let good = rng.sant(900)
      let heard = rng.sant(850)
      guard rng.sant(25), day <= uttrekk, let stay = forløp.hjemopphold.last, stay.fra < day, day < stay.til,
        !draft.events("besøksfrekvens").contains(where: { $0.tid == day.description }),
        !draft.events("tilsynsfrekvens").contains(where: { $0.tid == day.description })
      else { continue }
      let reduced = Hendelse(dato: day).med("kode", .integer(2)).med("gode_forhold", good)
      draft.insert(
        reduced.med("barnet_fikk_uttale_seg", heard).med("fosterforeldre_fikk_uttale_seg", heard)
          .med("unntak", "ukraina"), in: "besøksfrekvens")
      guard tilsynsansvar == "egen" else { continue }
      draft.insert(
        reduced.med("omsorgskommunens_samtykke", rng.sant(900)).med("unntak", "ukraina"),
        in: "tilsynsfrekvens")
    }
  }
}
