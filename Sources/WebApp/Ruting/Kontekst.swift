import AuditStore
import JSONText
import Quality
import Sampling
import Values

/// A request on its way through a page: who asks, for what, and the verbs.
struct Kontekst: Sendable {
  let app: Nettapp
  let forespørsel: Forespørsel
  /// What stands in the places of the route's path.
  let plasser: [String: String]
  /// The query.
  let spørring: Skjemadata
  /// What was typed in the form.
  let skjema: Skjemadata
  /// The session's token and content; nil when nobody is signed in.
  let økt: (token: String, økt: Økt)?
  /// When the request came.
  let nå: Øyeblikk
  /// A mark of this request, for forms and for messages to support.
  let merke: String

  var oppsett: Oppsett { app.oppsett }
  var lager: Revisjonslager { app.oppsett.lager }

  /// Who is signed in. Every route but the open ones has somebody.
  var bruker: Bruker {
    get throws {
      guard let found = økt?.økt.bruker else { throw Sidefeil.måLoggeInn }
      return found
    }
  }

  /// The role that acts are written with.
  var rolle: String { get throws { try bruker.rolle.rawValue } }

  func har(_ rettighet: Rettighet) -> Bool { økt?.økt.bruker.har(rettighet) ?? false }

  /// What stands in a place of the path. A route that names no such place has no page for it.
  func plass(_ navn: String) throws -> String {
    guard let found = plasser[navn] else { throw Sidefeil.finnesIkke }
    return found
  }

  // MARK: What may be seen

  /// A team that is none of the person's business does not exist for the person.
  func krev(team: String) throws {
    guard try bruker.ser(team: team) else { throw Sidefeil.finnesIkke }
  }

  /// Refuses an act by a person who did something with the same thing before, also in another role.
  func krevAnnen(ennSom hva: String, emne: String, _ melding: String) throws {
    let own = try oppsett.logg.les(slag: .gjort, bruker: bruker.id, emne: emne, maks: 1_000)
    // On loopback everybody is the same person; the store then keeps the roles apart.
    if try bruker.id != Bruker.lokal, own.contains(where: { $0.hva == hva }) {
      throw Sidefeil.ikkeNå(melding)
    }
  }

  // MARK: What the store knows

  /// The unit that the store belongs to; nil before its first control.
  var enhet: String? {
    get throws {
      try app.mellomlager.verdi("enhet", lager, hviler: [.forpliktelse]) {
        try lager.oppføringer(.forpliktelse).lazy.compactMap { $0.innhold?["unit"]?.string }.first
      }
    }
  }

  /// Avvik, measures, meetings and sign-offs.
  var register: Kvalitetsregister {
    get throws { try app.mellomlager.register(lager) }
  }

  /// The locked controls of some months.
  func kontrollrekke(_ måneder: ClosedRange<Måned>) throws -> Kontrollrekke {
    try app.mellomlager.verdi("rekke \(måneder.lowerBound) \(måneder.upperBound)", lager, hviler: [.lås]) {
      try Kontrollrekke(lager, fra: måneder.lowerBound, til: måneder.upperBound)
    }
  }

  /// Anything made from the store, kept until the store has a newer act of the kinds that it rests on. The name says
  /// what it is made from.
  func husket<T: Sendable>(
    _ navn: String, hviler på: Set<Handling> = Set(Handling.allCases), lag: () throws -> T
  ) throws -> T {
    try app.mellomlager.verdi(navn, lager, hviler: på, lag: lag)
  }

  /// A page without forms of its own, kept as it was written until the store has a newer act of the kinds that it
  /// rests on. The same for everybody who has the same role, teams and place, on the same day; `valg` is what the page
  /// was asked for, as the page understood it.
  func husketSide(
    _ valg: String = "", hviler på: Set<Handling> = .oppfølging, lag: () throws -> Side
  ) throws -> Nettsvar {
    let user = try bruker
    let who = [user.rolle.rawValue, user.tjenestested ?? "-", user.roller.count.description]
    let name = (who + (user.team.map { ["team"] + $0 } ?? ["alle"])).joined(separator: "/")
    return try husket("side \(forespørsel.sti)?\(valg) \(nå.dato) \(name)", hviler: på) { .side(try lag()) }
  }

  // MARK: The verbs

  /// The verbs of avvik, measures, meetings and sign-offs, on the day of the request.
  func oppfølging() throws -> Oppfølgingsverb {
    guard let unit = try enhet else {
      throw Sidefeil.ikkeNå("Ingen kontroll er startet ennå. Start den første månedskontrollen.")
    }
    return Oppfølgingsverb(lager, enhet: unit, tid: nå.tid, dato: nå.dato, salt: salt)
  }

  /// The verbs of one control.
  func kontrollverb(_ nøkkel: Kontrollnøkkel) -> Kontrollverb {
    Kontrollverb(lager, nøkkel, tid: nå.tid, salt: salt)
  }

  private var salt: @Sendable () throws -> [UInt8] {
    let random = oppsett.tilfeldig
    return { random(32) }
  }
}

extension Bruker {
  /// The mark of the one who opened the link on loopback.
  public static let lokal = "lokal"
}
