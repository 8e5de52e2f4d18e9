import Checklists
import Quality
import RuleEngine
import Sampling
import Testing
import Values

/// Locked controls made of nothing but outcomes, for what counts over months.
enum Prøvemåneder {
  /// A point in a drawn case.
  struct Punkt {
    var id = "OB-LOPENDE"
    var utfall: Utfall
    var bedømt: Bedømt?
    var regel: String? = "r1"
    var forPerson = false
    var vedBrudd = Brudd.avvik
    /// What a person answered; what a rule leaves open is else answered with «kan ikke vurderes».
    var svar: Svaralternativ?
  }

  /// A locked control of some drawn cases; `alle` counts the points of every case of the team.
  static func kontroll(
    _ måned: String, team: String = "fosterhjem-1", _ saker: [(key: String, value: [Punkt])],
    alle: [Punkttelling] = []
  ) throws -> Kontroll {
    let month = try #require(Måned(måned))
    let ids = saker.map(\.key)
    let frame = ids + ["X-1", "X-2"]
    let drawn = ids + ["X-1", "X-2"]
    var acts: [Kontrollhendelse] = [
      .saksliste(
        Saksliste(
          kontrolldato: month.sisteDag,
          sjekkliste: Sjekklistereferanse(id: "fosterhjem", versjon: "2014-05-31", hash: "ab", motor: "1"),
          ramme: Rammesammendrag(hash: "cd", ids: frame, omsorgssaker: frame.count, frivillige: 0),
          antall: ids.count, rolle: "teamleder")),
      .trekningstall(Trekningstall(frø: "3546", kilde: .maskin)),
      .trekning(
        Trekningsutfall(
          lodd: drawn.map { .init(id: $0, lodd: Lodd(id: $0, frø: måned).lodd) }, antall: ids.count)),
      .vurdering(
        Vurderingsrunde(
          saker: saker.map { Prøvekontroll.sak($0.key, $0.value.map(punkt)) },
          alleSaker: AlleSaker(
            omsorgssaker: frame.count, frivillige: 0, lesefeil: 0, punkter: alle, avvik: []))),
    ]
    for (sak, punkter) in saker {
      for punkt in punkter {
        let open = punkt.utfall == .ukjent || punkt.utfall == .ikkeKontrollert
        guard let answer = punkt.svar ?? (open ? .kanIkkeVurderes : nil) else { continue }
        acts.append(Prøvekontroll.dom(sak, punkt.id, answer))
      }
      acts.append(Prøvekontroll.bekymring(sak, .nei))
    }
    acts.append(.lås(Lås(rolle: "teamleder", dato: month.sisteDag.adding(dager: 3))))
    return try Kontroll(Kontrollnøkkel(enhet: "solvik", team: team, måned: month), hendelser: acts)
  }

  private static func punkt(_ given: Punkt) -> Kontrollpunkt {
    var punkt = Prøvekontroll.punkt(
      given.id, given.utfall, vedBrudd: given.vedBrudd, forPerson: given.forPerson)
    punkt.bedømt = given.bedømt
    punkt.regel = given.regel
    return punkt
  }

  /// Days as a control judges them: `2013-01-01..2013-12-31`, `..2014-09-30` from the beginning of the case.
  static func dager(_ text: String) throws -> Bedømt {
    let parts = text.split(separator: ".", omittingEmptySubsequences: true)
    let last = try #require(parts.last.flatMap { Dato($0) })
    return Bedømt(fra: parts.count == 2 ? Dato(parts[0]) : nil, til: last)
  }

  static func dato(_ text: String) throws -> Dato { try #require(Dato(text)) }

  static func tiltak(
    _ nummer: String = "T-2014-003", iverksettes: String = "2014-05-31", evalueres: String = "2014-12-31",
    punkter: [String] = ["OB-LOPENDE"]
  ) throws -> Tiltak {
    let content = Tiltaksinnhold(
      tekst: "Faste besøksdager", avvik: ["AV-2014-007"], punkter: punkter,
      iverksettes: try dato(iverksettes),
      evalueres: try dato(evalueres), ansvarlig: "teamleder")
    return Tiltak(
      nummer: nummer, enhet: "solvik", innhold: content,
      notat: Tiltaksnotat(
        n: 1, dato: try dato(iverksettes), rolle: "teamleder", hendelse: .opprettet(content)))
  }
}
