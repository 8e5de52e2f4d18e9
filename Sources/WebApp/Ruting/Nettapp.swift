import AuditStore
import JSONText
import Sampling

/// The web app: a request in, an answer out. It knows nothing of sockets, and the server nothing of pages.
public final class Nettapp: Sendable {
  /// What it runs on.
  public let oppsett: Oppsett
  /// The sessions.
  public let økter: Øktlager
  let mellomlager = Mellomlager()
  let grenser = Grenser()

  /// A web app with no sessions.
  public init(_ oppsett: Oppsett) {
    self.oppsett = oppsett
    økter = Øktlager(tilfeldig: oppsett.tilfeldig)
  }

  /// The largest body that is read of a request, in bytes; a server stops there. Of a request that goes no further
  /// whatever it holds, nothing is read.
  public func maksKropp(_ forespørsel: Forespørsel) -> Int {
    guard oppsett.vokter.prøv(forespørsel) == nil,
      case .rute(let route, _) = Ruter.finn(forespørsel.metode, forespørsel.sti)
    else { return 0 }
    if route.adgang != .alle, økt(forespørsel, oppsett.klokke()) == nil { return 0 }
    return route.maksKropp
  }

  /// The session of a request, used now.
  private func økt(_ request: Forespørsel, _ now: Øyeblikk) -> (token: String, økt: Økt)? {
    guard let token = request.kake(oppsett.vokter.kakenavn), let found = økter.økt(token, nå: now.sekunder),
      oppsett.innlogging.gjelder(found, request)
    else { return nil }
    return (token, found)
  }

  /// The answer to a method that no page knows.
  public func annenMetode() -> Nettsvar {
    var answer = Nettsvar(
      405, type: "text/plain; charset=utf-8", [], hoder: [.init("allow", "GET, HEAD, POST")])
    answer.hoder += Sikkerhetshoder.alle(stilhasher: [])
    return answer
  }

  /// Answers a request. It never throws: what goes wrong becomes a page that says so.
  public func svar(_ forespørsel: Forespørsel) async -> Nettsvar {
    var answer = await rått(forespørsel)
    answer.hoder += Sikkerhetshoder.alle(stilhasher: answer.stilhasher)
    if forespørsel.metode == .head { answer.kropp = [] }
    return answer
  }

  private func rått(_ request: Forespørsel) async -> Nettsvar {
    let now = oppsett.klokke()
    let mark = Heks.tekst(oppsett.tilfeldig(4))
    if let refused = oppsett.vokter.prøv(request) {
      return .side(Feilside.avslag(refused), status: refused.rawValue)
    }
    let session = økt(request, now)
    func context(_ places: [String: String] = [:], _ form: Skjemadata = Skjemadata()) -> Kontekst {
      Kontekst(
        app: self, forespørsel: request, plasser: places,
        spørring: Skjemadata(kodet: request.spørring) ?? Skjemadata(), skjema: form, økt: session, nå: now,
        merke: mark)
    }
    do {
      switch Ruter.finn(request.metode, request.sti) {
      case .ukjent: throw Sidefeil.finnesIkke
      case .annenMetode(let allowed):
        var answer = Nettsvar.side(Feilside.annenMetode(context()), status: 405)
        answer.hoder.append(.init("allow", allowed.map(\.rawValue).sorted().joined(separator: ", ")))
        return answer
      case .rute(let route, let places):
        try krev(route, context(places))
        if request.kropp.count > route.maksKropp {
          return .side(Feilside.forStor(context()), status: 413)
        }
        guard let form = Self.skjema(request) else { throw Sidefeil.uforståelig }
        if route.adgang != .alle { try mellomlager.oppdater(oppsett.lager) }
        return try await utfør(route, context(places, form))
      }
    } catch {
      return Feilside.svar(error, context())
    }
  }

  /// Whether the person may use a route. What is refused is logged.
  private func krev(_ route: Rute, _ context: Kontekst) throws {
    switch route.adgang {
    case .alle: return
    case .innlogget: _ = try context.bruker
    case .rett(let right):
      if try context.bruker.har(right) { return }
      try loggfør(.nektet, route.mønster.description, nil, context)
      throw Sidefeil.ingenTilgang
    }
  }

  private func utfør(_ route: Rute, _ context: Kontekst) async throws -> Nettsvar {
    guard route.metode == .post, let mark = context.skjema.verdi("_skjema"), let token = context.økt?.token
    else { return try loggført(await gjør(route, context), route, context) }
    switch økter.ta(mark, økt: token) {
    case .lagret(let place): return .videre(til: place)
    case .pågår: throw Sidefeil.ikkeNå("Vi lagrer dette allerede. Vent litt, og last siden på nytt.")
    case .ny:
      var place: String?
      defer { økter.ferdig(mark, til: place, økt: token) }
      let answer = try await gjør(route, context)
      // What is saved is saved, also when its line in the log cannot be written: it must not be sent again.
      place = answer.sted
      return try loggført(answer, route, context)
    }
  }

  private func gjør(_ route: Rute, _ context: Kontekst) async throws -> Nettsvar {
    do {
      return try await route.gjør(context)
    } catch Sidefeil.finnesIkke where route.innsyn {
      // What somebody made up, or may not see: the pattern and not the words, which may name somebody.
      try loggfør(.nektet, route.mønster.description, nil, context)
      throw Sidefeil.finnesIkke
    }
  }

  /// The answer, after what was done and what it shows stands in the access log.
  private func loggført(_ answer: Nettsvar, _ route: Rute, _ context: Kontekst) throws -> Nettsvar {
    for act in answer.gjort { try loggfør(.gjort, act.hva, act.emne, context) }
    // Only what is shown was seen. A page whose line cannot be written is not shown.
    if route.innsyn, answer.status == 200 || answer.status == 422 {
      try loggfør(.sett, context.forespørsel.sti, nil, context)
    }
    return answer
  }

  private func loggfør(_ slag: Innsyn.Slag, _ what: String, _ subject: String?, _ context: Kontekst) throws {
    let person = context.økt?.økt.bruker
    try oppsett.logg.skriv(
      Innsyn(
        tid: context.nå.tid, bruker: person?.id ?? "-", rolle: person?.rolle.rawValue ?? "-", slag: slag,
        hva: what, emne: subject))
  }

  private static func skjema(_ request: Forespørsel) -> Skjemadata? {
    guard request.metode == .post else { return Skjemadata() }
    guard let type = request.ettHode("content-type") else {
      return request.kropp.isEmpty ? Skjemadata() : nil
    }
    if let boundary = Flerdel.grense(type) { return Flerdel.les(request.kropp, grense: boundary) }
    guard type.split(separator: ";").first?.trimmet.lowercased() == "application/x-www-form-urlencoded",
      let text = String(validating: request.kropp, as: UTF8.self)
    else { return nil }
    return Skjemadata(kodet: text)
  }
}

/// What every answer carries, errors included (OWASP ASVS 5.0 §§ 3.4, 14.3).
enum Sikkerhetshoder {
  static func alle(stilhasher: [String]) -> [Forespørsel.Hode] {
    let styles = (["'self'"] + stilhasher).joined(separator: " ")
    let policy = """
      default-src 'none'; style-src \(styles); script-src 'self'; img-src 'self' data:; form-action 'self'; \
      base-uri 'none'; object-src 'none'; frame-ancestors 'none'
      """
    return [
      .init("content-security-policy", policy),
      .init("x-content-type-options", "nosniff"),
      .init("x-frame-options", "DENY"),
      .init("referrer-policy", "no-referrer"),
      .init("cache-control", "no-store"),
      .init("cross-origin-opener-policy", "same-origin"),
      .init("cross-origin-resource-policy", "same-origin"),
    ]
  }
}
