import AuditStore
import Foundation
import GRDB
import JSONText
import Quality
import Testing
import Values

@Suite struct `A correction of a locked control` {
  private let store: Prøvelager
  private let lockDay = Dato(dag: 16_346)

  init() throws { store = try Prøvelager() }

  private func locked() throws -> Kontroll {
    let verb = try store.verb()
    try verb.kjør(
      Prøveteam.grunnlag(), frø: .oppgitt(Prøveteam.frø), rolle: "teamleder", vurdering: Prøveteam.vurder)
    try Prøveteam.svarPåAlt(verb)
    return try verb.lås(dato: lockDay, rolle: "teamleder")
  }

  private func text(
    sak: String? = nil, punkt: String? = nil, what: String = "Det var fire besøk, ikke tre.",
    reason: String = "Referatet lå i feil mappe."
  ) -> Kontrollverb.CorrectionText { .init(sak: sak, punkt: punkt, what: what, reason: reason) }

  @Test func `has a number and a code of its own, and the control stays as it was locked`() throws {
    let before = try locked()
    let sak = try #require(before.trukne.first)
    let verb = try store.verb()
    let first = try verb.correct(text(sak: sak, punkt: "OB-ANTALL"), dato: lockDay, rolle: "teamleder")
    let code = try verb.lager.journalkode().description
    let second = try verb.correct(text(), dato: lockDay.adding(dager: 3), rolle: "barnevernleder")
    #expect(first.correctionCodes == [code])
    #expect(second.correctionCodes == [code, try verb.lager.journalkode().description])
    #expect(second.corrections.map(\.number) == [1, 2])
    #expect(second.corrections.map(\.sak) == [sak, nil])
    #expect(Set(second.correctionCodes + [before.journalkode ?? ""]).count == 3)
    #expect(second.journalkode == before.journalkode)
    #expect(second.saker == before.saker && second.svar == before.svar && second.lås == before.lås)
    let found = try Revisjonslager.verifiser(sti: store.mappe.appending(path: "internkontroll.sqlite").path)
    #expect(found.holder)
  }

  @Test
  func `is refused before the lock, before its day, without words, for other cases, and with a person in it`()
    throws
  {
    let verb = try store.verb()
    #expect(throws: IkkeTillatt.kontrollenErIkkeLåst) {
      try verb.correct(text(), dato: lockDay, rolle: "teamleder")
    }
    let sak = try #require(try locked().trukne.first)
    let count = try store.åpne().oppføringer().count
    let refused: [(Kontrollverb.CorrectionText, Dato, String)] = [
      (text(), lockDay.adding(dager: -1), "teamleder"), (text(what: " "), lockDay, "teamleder"),
      (text(reason: ""), lockDay, "teamleder"), (text(sak: "S-99"), lockDay, "teamleder"),
      (text(sak: sak, punkt: "FINNES-IKKE"), lockDay, "teamleder"),
      (text(punkt: "OB-ANTALL"), lockDay, "teamleder"), (text(), lockDay, " "),
      (text(what: "Barnet 12030950001 fikk besøk."), lockDay, "teamleder"),
    ]
    for (words, day, role) in refused {
      #expect(throws: IkkeTillatt.self) { try store.verb().correct(words, dato: day, rolle: role) }
    }
    #expect(try store.åpne().oppføringer().count == count)
  }

  @Test func `is refused by the store itself when it points to anything but the lock of its control`() throws
  {
    let control = try locked()
    let number = try store.åpne().oppføringer().first { $0.blad.handling == .trekning }.map(\.n)
    let wrong: [Int] = [try #require(number), 9999, 0]
    for entry in wrong {
      let correction = Correction(
        number: 1, corrects: entry, what: "Det var fire.", reason: "Feil mappe.", rolle: "teamleder",
        dato: lockDay)
      let payload = Kontrollhendelse.correction(correction).payload(control.nøkkel)
      #expect(throws: (any Error).self, "\(entry)") {
        try store.åpne().act(tid: "2014-10-05T12:00:00Z", salt: { Array(repeating: 9, count: 32) }) { room in
          _ = try room.append(.rettelse, rolle: "teamleder", innhold: payload, klasse: .protokoll)
        }
      }
    }
  }
}
