import Checklists
import Intake
import Quality
import Sampling
import Values

/// Something that somebody must do: what, where, and by which day.
struct Gjøremål: Hashable, Sendable {
  var tekst: String
  var sti: String
  var frist: Dato?

  init(_ tekst: String, _ sti: String, frist: Dato? = nil) {
    self.tekst = tekst
    self.sti = sti
    self.frist = frist
  }
}

/// What a role has to do on a day: now, in the next thirty days, and what was done last.
struct Gjøremålsliste: Sendable {
  var nå: [Gjøremål] = []
  var snart: [Gjøremål] = []
  var sist: [(dato: Dato, tekst: String, sti: String)] = []

  private static let dagerFram = 30
  private static let flest = 12

  init(_ context: Kontekst) throws {
    let day = context.nå.dato
    try kontroller(context)
    try avvik(context, day)
    try tiltak(context, day)
    try møter(context, day)
    try hjul(context, day)
    let teams = try context.bruker.team.map { $0.joined(separator: "/") } ?? "alle"
    sist = try context.husket("sist gjort \(try context.rolle) \(teams)", hviler: .oppfølging) {
      try Self.gjort(context)
    }
    snart.sort { ($0.frist ?? day, $0.tekst) < ($1.frist ?? day, $1.tekst) }
    nå =
      nå.filter { $0.frist == nil }
      + nå.filter { $0.frist != nil }.sorted { ($0.frist ?? day) < ($1.frist ?? day) }
  }

  /// Puts a thing with a day on one of the two lists, or on none when the day is far off.
  private mutating func legg(_ item: Gjøremål, _ day: Dato) {
    guard let due = item.frist else { return }
    if due <= day {
      nå.append(item)
    } else if day.dager(til: due) <= Self.dagerFram {
      snart.append(item)
    }
  }

  // MARK: By area

  private mutating func kontroller(_ context: Kontekst) throws {
    guard context.har(.føreKontroll) else { return }
    let person = try context.bruker
    let known = try context.kontroller
    for line in known.filter({ !$0.erLåst }).reversed() {
      let control = try context.kontroll(line.nøkkel)
      let (done, all) = control.fremdrift
      let progress = control.status == .vurdert ? " (\(done) av \(all) deler er ferdige)" : ""
      nå.append(
        Gjøremål(
          "Fortsett månedskontrollen for \(line.nøkkel.månedIOrd), \(line.nøkkel.team)\(progress)",
          Lenke.kontroll(line.nøkkel)))
    }
    let extracts = context.oppsett.uttrekk.hoder().filter { person.ser(team: $0.team) }
    if extracts.isEmpty { nå.append(Gjøremål("Last opp opplysninger om barna i teamet", "/saker")) }
    for extract in extracts {
      let month = extract.kontrollmåned
      if known.contains(where: { $0.nøkkel.team == extract.team && $0.nøkkel.måned == month }) { continue }
      nå.append(
        Gjøremål(
          "Start månedskontrollen for \(month.iOrd), \(extract.team)",
          Lenke.sti("kontroll", month.description, extract.team)))
    }
  }

  private mutating func avvik(_ context: Kontekst, _ day: Dato) throws {
    guard context.har(.seAvvik) else { return }
    let open = try context.egneAvvik.filter(\.erÅpent)
    if context.har(.behandleAvvik) {
      let waiting = open.filter { $0.tilstand == .meldt || $0.tilstand == .gjenåpnet }
      for item in waiting.prefix(Self.flest) {
        nå.append(Gjøremål("Vurder \(item.nummer): \(item.hva)", item.sti))
      }
      if waiting.count > Self.flest {
        nå.append(Gjøremål("Vurder \(waiting.count - Self.flest) avvik til", "/avvik"))
      }
    }
    guard context.har(.behandleAvvik) || context.har(.verifisereAvvik) else { return }
    let role = try context.rolle
    for item in open where item.vurdering?.ansvarlig == role {
      legg(Gjøremål("Følg opp \(item.nummer): \(item.hva)", item.sti, frist: item.frist), day)
    }
  }

  private mutating func tiltak(_ context: Kontekst, _ day: Dato) throws {
    guard context.har(.behandleAvvik) || context.har(.verifisereAvvik) else { return }
    let role = try context.rolle
    for measure in try context.egneTiltak {
      let what = "\(measure.nummer): \(measure.innhold.tekst)"
      switch measure.tilstand {
      case .planlagt where context.har(.behandleAvvik) && measure.innhold.ansvarlig == role:
        legg(Gjøremål("Sett i verk \(what)", measure.sti, frist: measure.iverksettes), day)
      // Whoever carried it out does not evaluate it.
      case .iverksatt where context.har(.verifisereAvvik) && !measure.bleIverksatt(av: role):
        legg(Gjøremål("Evaluer \(what)", measure.sti, frist: measure.neste), day)
      default: break
      }
    }
  }

  private mutating func møter(_ context: Kontekst, _ day: Dato) throws {
    guard context.har(.seKvalitet) else { return }
    let bodies = try context.egneSlag
    let meetings = try context.register.møter.filter { bodies.contains($0.slag) }
    let role = try context.rolle
    if context.har(.føreMøte) {
      for meeting in meetings where meeting.godkjent == nil && meeting.slag.rawValue == role {
        nå.append(
          Gjøremål(
            "Gjør ferdig og godkjenn referatet \(meeting.nummer)",
            Lenke.sti("kvalitet", "mote", meeting.nummer)))
      }
    }
    let own = try context.egneSlag
    for meeting in meetings {
      // A body's page is not for the other body, which sees what it is asked for in its own summary.
      let path = own.contains(meeting.slag) ? Lenke.sti("kvalitet", "mote", meeting.nummer) : "/kvalitet"
      for decision in meeting.vedtak where decision.utført == nil && decision.ansvarlig == role {
        legg(
          Gjøremål(
            "Utfør vedtak \(decision.nummer): \(decision.tekst)", path, frist: decision.frist), day)
      }
    }
  }

  private mutating func hjul(_ context: Kontekst, _ day: Dato) throws {
    guard context.har(.signereÅrshjul), let wheel = context.oppsett.planverk.årshjul else { return }
    let register = try context.register
    let status = Årshjulstatus(
      wheel, prosedyrer: context.oppsett.bibliotek.prosedyrer, utkvitteringer: register.utkvitteringer,
      nyansettelser: register.nyansettelser, på: day)
    for line in status.linjer where Årshjulsignering.kanSignere(line.tjenestested, context) {
      let name = "\(line.oppføring.navn), \(wheel.navn(påTjenestested: line.tjenestested))"
      legg(Gjøremål("Bekreft i årshjulet: \(name)", "/arshjul", frist: line.neste), day)
    }
  }

  // MARK: Done

  private static func gjort(_ context: Kontekst) throws -> [(dato: Dato, tekst: String, sti: String)] {
    var done: [(dato: Dato, tekst: String, sti: String)] = []
    if context.har(.seAvvik) {
      for item in try context.egneAvvik {
        guard let latest = item.hendelser.last else { continue }
        done.append((latest.dato, "\(item.nummer): \(item.tilstand.visning.lowercased())", item.sti))
      }
      for measure in try context.egneTiltak {
        guard let latest = measure.hendelser.last else { continue }
        done.append((latest.dato, "\(measure.nummer): \(measure.tilstand.visning.lowercased())", measure.sti))
      }
    }
    if context.har(.seKvalitet) {
      let own = try context.egneSlag
      done += try context.register.møter.filter { own.contains($0.slag) }.map {
        (
          $0.godkjent?.dato ?? $0.dato,
          "\($0.nummer): \($0.godkjent == nil ? "holdt" : "referatet er godkjent")",
          Lenke.sti("kvalitet", "mote", $0.nummer)
        )
      }
    }
    // The sort is stable in what matters: the latest day first, and of one day what came last.
    return Array(
      done.enumerated().sorted { ($1.element.dato, $1.offset) < ($0.element.dato, $0.offset) }.prefix(8)
    )
    .map(\.element)
  }
}
