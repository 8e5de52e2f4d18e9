/// What pages ask of the access rules.
extension Kontekst {
  /// How long a proof of who one is counts as fresh, in seconds.
  static let ferskSekunder = 5 * 60

  /// Where the request came from, for the limits.
  var avsender: String { oppsett.vokter.avsender(forespørsel) }

  /// Before a lock or an approval: the person has proved within five minutes who it is, or must do so now and then
  /// goes on at a path of ours.
  ///
  /// It asks nothing where there is nobody to ask: of the person at the machine, and behind a proxy that signs in.
  func krevFersk(tilbake sti: String) throws {
    guard case .tjeneste = oppsett.innlogging, let session = økt?.økt else { return }
    guard Tjenesteside.erFersk(session.bekreftet, nå.sekunder) else {
      throw Sidefeil.måBekrefte(tilbake: sti)
    }
  }

  /// Counts a file or list that the person takes out; throws when there have been too many this hour.
  func krevUttak() throws { try app.grenser.uttak.krev(bruker.id, nå: nå.sekunder) }

  /// Writes in the access log that a session began, ended or changed its role.
  func loggInnlogging(_ hva: String, _ bruker: Bruker) throws {
    try oppsett.logg.skriv(
      Innsyn(tid: nå.tid, bruker: bruker.id, rolle: bruker.rolle.rawValue, slag: .innlogging, hva: hva))
  }

  /// Signs somebody in: a fresh session and its cookie, and the one before is over.
  ///
  /// - Parameter bekreftet: when the person proved who it is; now, unless a sign-in service says otherwise.
  func loggInn(_ bruker: Bruker, til sti: String = "/", bekreftet: Int? = nil) throws -> Nettsvar {
    try loggInnlogging("inn", bruker)
    if let before = økt { app.økter.avslutt(before.token) }
    let token = app.økter.begynn(bruker, nå: nå.sekunder, bekreftet: bekreftet)
    var answer = Nettsvar.videre(til: sti)
    answer.hoder.append(oppsett.vokter.kake(token))
    return answer
  }
}

extension Vokter {
  /// The header field that gives the browser its session. It lasts as long as the browser is open; the server ends it
  /// before that.
  func kake(_ token: String) -> Forespørsel.Hode { kake(kakenavn, token, "") }

  /// The name of the cookie that ties a sign-in to the browser where it was begun.
  var innloggingskakenavn: String { "\(kakenavn)-inn" }

  /// The header field that gives the browser that cookie.
  func innloggingskake(_ token: String) -> Forespørsel.Hode {
    kake(innloggingskakenavn, token, "; Max-Age=\(Tjenesteinnlogging.lengst)")
  }

  private func kake(_ name: String, _ value: String, _ age: String) -> Forespørsel.Hode {
    .init(
      "set-cookie",
      "\(name)=\(value); Path=/\(age); HttpOnly; SameSite=Strict\(overTLS ? "; Secure" : "")")
  }

  /// The header fields that take the session away again. On loopback other programs have cookies under the same host,
  /// which are left alone.
  var utenKake: [Forespørsel.Hode] {
    let data = overTLS ? "\"cache\", \"cookies\", \"storage\"" : "\"cache\", \"storage\""
    return [kake(kakenavn, "", "; Max-Age=0"), .init("clear-site-data", data)]
  }
}
