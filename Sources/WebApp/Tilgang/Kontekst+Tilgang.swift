/// What pages ask of the access rules.
extension Kontekst {
  /// Counts a file or list that the person takes out; throws when there have been too many this hour.
  func krevUttak() throws { try app.grenser.uttak.krev(bruker.id, nå: nå.sekunder) }

  /// Writes in the access log that a session began, ended or changed its role.
  func loggInnlogging(_ hva: String, _ bruker: Bruker) throws {
    try oppsett.logg.skriv(
      Innsyn(tid: nå.tid, bruker: bruker.id, rolle: bruker.rolle.rawValue, slag: .innlogging, hva: hva))
  }

  /// Signs somebody in: a fresh session and its cookie, and the one before is over.
  func loggInn(_ bruker: Bruker, til sti: String = "/") throws -> Nettsvar {
    try loggInnlogging("inn", bruker)
    if let before = økt { app.økter.avslutt(before.token) }
    let token = app.økter.begynn(bruker, nå: nå.sekunder)
    var answer = Nettsvar.videre(til: sti)
    answer.hoder.append(oppsett.vokter.kake(token))
    return answer
  }
}

extension Vokter {
  /// The header field that gives the browser its session. It lasts as long as the browser is open; the server ends it
  /// before that.
  func kake(_ token: String) -> Forespørsel.Hode {
    let secure = overTLS ? "; Secure" : ""
    return .init("set-cookie", "\(kakenavn)=\(token); Path=/; HttpOnly; SameSite=Strict\(secure)")
  }

  /// The header fields that take it away again. On loopback other programs have cookies under the same host, which
  /// are left alone.
  var utenKake: [Forespørsel.Hode] {
    let gone = "\(kakenavn)=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict\(overTLS ? "; Secure" : "")"
    let data = overTLS ? "\"cache\", \"cookies\", \"storage\"" : "\"cache\", \"storage\""
    return [.init("set-cookie", gone), .init("clear-site-data", data)]
  }
}
