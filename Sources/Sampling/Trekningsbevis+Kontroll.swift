extension Trekningsbevis {
  /// Redoes the whole draw and throws the first thing that differs from what the proof says.
  public func kontroller() throws(Bevisfeil) {
    guard sammeBytes(ramme.sjekksum.hex, rammesjekksum) else { throw .rammesjekksum }
    guard forpliktet.antallSaker == ramme.ids.count else {
      throw .antallSaker(oppgitt: forpliktet.antallSaker, funnet: ramme.ids.count)
    }
    guard forpliktet.antallTrukne >= 1 else { throw .antallTrukne(forpliktet.antallTrukne) }
    guard sammeBytes(forpliktet.algoritme, Lodd.algoritme) else { throw .algoritme }
    let trekning = try gjentatt()
    try kontrollerLodd(mot: trekning)
    try kontrollerTrukket(mot: trekning)
  }

  /// The draw made again from frame and seed, before any swap.
  private func gjentatt() throws(Bevisfeil) -> Trekning {
    do throws(Trekningsfeil) {
      let commit = try Forpliktelse(
        ramme: ramme, antallTrukne: forpliktet.antallTrukne, karens: forpliktet.karens,
        sjekklister: forpliktet.sjekklister)
      return try Trekning(ramme: ramme, forpliktelse: commit, frø: try Frø(tekst: frø, kilde: frøkilde))
    } catch .tomRamme {
      throw .form(sted: "frame.ids", problem: "\(Trekningsfeil.tomRamme)")
    } catch {
      throw .frø(error)
    }
  }

  private func kontrollerLodd(mot trekning: Trekning) throws(Bevisfeil) {
    guard lodd.count == ramme.ids.count else {
      throw .antallLodd(oppgitt: lodd.count, funnet: ramme.ids.count)
    }
    var expected: [[UInt8]: String] = [:]
    for ticket in trekning.lodd { expected[Array(ticket.id.utf8)] = ticket.lodd }
    for (index, ticket) in lodd.enumerated() {
      guard let right = expected[Array(ticket.id.utf8)] else { throw .loddUtenSak(nummer: index + 1) }
      guard sammeBytes(right, ticket.lodd) else { throw .galtLodd(nummer: index + 1) }
    }
    for (index, (ticket, right)) in zip(lodd, trekning.lodd).enumerated()
    where !sammeBytes(ticket.id, right.id) {
      throw .rekkefølge(nummer: index + 1)
    }
  }

  private func kontrollerTrukket(mot første: Trekning) throws(Bevisfeil) {
    var trekning = første
    for (index, bytte) in bytter.enumerated() {
      let made: Sampling.Bytte
      do throws(Trekningsfeil) {
        // A proof leaves the text of «annet» out, so a stand-in takes its place.
        let grunn = try Byttegrunn(kode: bytte.kode, tekst: bytte.kode == "annet" ? "-" : nil)
        made = try trekning.bytt(ut: bytte.ut, grunn: grunn)
      } catch {
        throw .bytte(nummer: index + 1, error)
      }
      guard sammeBytes(made.inn, bytte.inn) else { throw .ikkeNesteReserve(nummer: index + 1) }
    }
    for index in 0..<max(trukket.count, trekning.trukket.count) {
      guard index < trukket.count, index < trekning.trukket.count,
        sammeBytes(trukket[index], trekning.trukket[index])
      else { throw .trukket(nummer: index + 1) }
    }
  }
}

extension Frø {
  /// A seed that was written down earlier, checked as when it was made.
  public init(tekst: String, kilde: Kilde) throws(Trekningsfeil) {
    switch kilde {
    case .kastet(let roles): try self.init(siffer: tekst, kastetAv: roles)
    case .oppgitt: try self.init(oppgitt: tekst)
    case .system:
      let bytes = Heks.bytes(tekst) ?? []
      try self.init(systembytes: bytes)
    }
  }
}
