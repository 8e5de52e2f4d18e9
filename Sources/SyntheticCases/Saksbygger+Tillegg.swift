import JSONText
import Values

/// What the second edition of the vocabulary added to a case. Each part draws from a stream of its own, so that
/// another part, or a part that comes later, moves none of the others.
enum Addition: UInt64 {
  case siblings = 1
  case talks, reports, supervision, approvals, parents, contact, emergency, deliberations, earlierOrder, court
  case residence, evaluations, otherPlans, decisions, exceptions, emergencyHome, holes
}

extension Saksbygger {
  /// The stream of one part.
  func stream(_ part: Addition) -> SplitMix64 { SplitMix64(frø: addedSeed, strøm: part.rawValue) }

  /// Adds what the second edition asks about to a record that the first edition could have held.
  ///
  /// The events of the first edition keep their days; the holes were made in it before, by its own draws.
  func addSecondEdition(to draft: inout Utkast, holes: Bool) {
    let siblings = addSiblings(to: &draft)
    assessTalks(in: &draft)
    hastenReports(in: &draft)
    addSupervision(to: &draft)
    splitEmergencyHome(in: &draft)
    addContactDecisions(to: &draft)
    addCourt(to: &draft)
    addOtherPlans(to: &draft)
    addExceptions(to: &draft)
    draft.samlinger.append(("planevaluering", planEvaluations()))
    draft.samlinger.append(("begjæring", petitions(&draft)))
    draft.samlinger.append(("foreldrekontakt", parentContacts()))
    draft.samlinger.append(("godkjenning", approvals()))
    addEarlierOrder(to: &draft)
    nameThemes(in: &draft, siblings: siblings)
    detailDecisions(in: &draft)
    blurResidence(in: &draft)
    guard holes else { return }
    var rng = stream(.holes)
    draft.makeAddedHoles(uttrekk: uttrekk, &rng)
  }

  /// Whether siblings live elsewhere: about one record in seven does not say.
  private func addSiblings(to draft: inout Utkast) -> Bool {
    var rng = stream(.siblings)
    let elsewhere = rng.sant(550)
    if rng.sant(860) { draft.opplysninger.append(.init("søsken_bor_andre_steder", .bool(elsewhere))) }
    return elsewhere
  }

  /// How talks were held, and whether the minutes of a visit assess what the child said alone.
  private func assessTalks(in draft: inout Utkast) {
    var rng = stream(.talks)
    draft.change("samtale") { events in
      for index in events.indices {
        let form = rng.velg("møte", ("telefon", 110), ("skjerm", 25), ("", 40))
        if !form.isEmpty { events[index]["form"] = .string(form) }
      }
    }
    draft.change("oppfølgingsbesøk") { events in
      for index in events.indices where events[index]["samtale_alene"] == .string("gjennomført") {
        let practice = populasjon.praksis(events[index].earliest ?? uttrekk)
        events[index]["faglig_vurdering"] = .bool(rng.sant(practice.vurdertVedBesøk))
      }
    }
  }

  /// Most reports of supervision come within thirty days; the first edition had no such limit, and drew more than
  /// one in three later than that.
  private func hastenReports(in draft: inout Utkast) {
    var rng = stream(.reports)
    draft.change("tilsynsbesøk") { events in
      for index in events.indices {
        guard let day = events[index].earliest,
          let came = events[index]["rapport_mottatt"]?.string.flatMap({ Dato($0) }),
          day.dager(til: came) > 30,
          events[index]["dato"]?.string == day.description, !rng.sant(80)
        else { continue }
        events[index]["rapport_mottatt"] = .string(day.adding(dager: rng.tall(5...28)).description)
      }
    }
  }

  /// Which municipality supervised from when, where that has changed: mostly because the child moved.
  private func addSupervision(to draft: inout Utkast) {
    var rng = stream(.supervision)
    let last = forløp.hjemopphold.last?.fra ?? forløp.start
    let moved = last > begynner && rng.sant(450)
    let changed = moved || rng.sant(populasjon.særtrekk.tilsynSkiftet)
    let day = moved ? last : rng.dag(begynner.adding(dager: 60), uttrekk.adding(dager: -60))
    guard changed, day > forløp.start else { return }
    let before = tilsynsansvar == "egen" ? "annen" : "egen"
    draft.samlinger.append(
      (
        "tilsynskommune",
        [
          Hendelse(dato: forløp.start).med("ansvar", before),
          Hendelse(dato: day).med("ansvar", tilsynsansvar),
        ]
      ))
  }

  /// Many deliberations about the case have a theme that the first edition could only call «annet».
  private func nameThemes(in draft: inout Utkast, siblings: Bool) {
    var rng = stream(.deliberations)
    let considered = forløp.omsorgssak ? nil : forløp.start.adding(måneder: 24)
    let name = rng.sant(700)
    draft.change("drøfting") { events in
      var free = events.indices.filter { events[$0]["tema"] == .string("annet") }
      func take(_ theme: String, where fits: (Hendelse) -> Bool) {
        guard let place = free.firstIndex(where: { fits(events[$0]) }) else { return }
        events[free.remove(at: place)]["tema"] = .string(theme)
      }
      if let considered, name {
        take("omsorgsovertakelse") { event in event.earliest.map { $0 > considered } ?? false }
      }
      for year in årene {
        let practice = populasjon.praksis(year.til)
        let inYear = { (event: Hendelse) in event.earliest?.år == year.til.år }
        if rng.sant(practice.søskensamvær), siblings { take("søsken", where: inYear) }
        if rng.sant(practice.samvær) { take("samvær", where: inYear) }
      }
    }
  }

  /// Yearly evaluations of the care plan.
  private func planEvaluations() -> [Hendelse] {
    guard forløp.omsorgssak else { return [] }
    var rng = stream(.evaluations)
    return årene.compactMap { year in
      let day = hverdag(rng.dag(year.fra, year.til), tidligst: year.fra)
      guard rng.sant(populasjon.praksis(day).planevaluering), day > forløp.vedtak else { return nil }
      return registrert(Hendelse(dato: day), day, &rng)
    }
  }

  /// Contacts with the parents: soon after the order, then about twice a year; with a few there is none.
  private func parentContacts() -> [Hendelse] {
    var rng = stream(.parents)
    let order = forløp.omsorgssak ? forløp.vedtak : forløp.start
    let never = rng.sant(40)
    // Some parents are not to be found any more from some day on.
    let lost = rng.sant(60) ? rng.dag(begynner, uttrekk) : Dato.tidenesEnde
    let first = order.adding(dager: rng.velg(rng.tall(1...35), (rng.tall(43...200), 110)))
    guard !never else { return [] }
    var days = [hverdag(first, tidligst: order.adding(dager: 1))]
    for (index, quarter) in kvartaler.enumerated() where index.isMultiple(of: 2) {
      let end = min(quarter.fra.adding(dager: 170), uttrekk)
      let day = hverdag(rng.dag(quarter.fra, end), tidligst: quarter.fra)
      if rng.sant(populasjon.praksis(day).foreldrekontakt), day > first, day < lost { days.append(day) }
    }
    return days.sorted().filter { $0 <= uttrekk }.map { day in
      registrert(Hendelse(dato: day), day, &rng).med("tilbud_om_veiledning", rng.sant(760))
    }
  }
}

extension Hendelse {
  /// The first day on which the event can have happened; nil when nothing is known of it.
  var earliest: Dato? { Datoomfang(iso: tid)?.første }
}
