public import AuditStore
public import CaseRecords
import JSONText
public import Values

/// The verbs of what follows a control: avvik, measures, meetings, sign-offs and second readings.
///
/// Each is one transaction that reads the state it acts on, so what is checked still holds when it is written; the
/// store refuses the same once more. Clock and randomness come in from outside.
public struct Oppfølgingsverb: Sendable {
  /// The store of the unit.
  public let lager: Revisjonslager
  /// The unit: «solvik».
  public let enhet: String
  /// The day on which the acts count as done.
  public let dato: Dato
  let tid: String
  let salt: @Sendable () throws -> [UInt8]
  let identitet: Identitetsprøve

  /// The verbs of a unit.
  /// - Parameters:
  ///   - tid: the time of the acts, in UTC: `2014-10-03T12:00:00Z`.
  ///   - dato: the day on which they count as done.
  ///   - salt: gives 32 fresh random bytes at each call.
  ///   - identitet: the identity guard that every text must pass.
  public init(
    _ lager: Revisjonslager, enhet: String, tid: String, dato: Dato,
    salt: @escaping @Sendable () throws -> [UInt8],
    identitet: @escaping Identitetsprøve = { Identitetsvakt().treff(i: $0) }
  ) {
    self.lager = lager
    self.enhet = enhet
    self.tid = tid
    self.dato = dato
    self.salt = salt
    self.identitet = identitet
  }

  /// One transaction by a role.
  func act<T>(_ rolle: String, _ body: (inout Oppfølgingsrom, inout Handlingsrom) throws -> T) throws -> T {
    try vokt(rolle, "role", påkrevd: true)
    guard rolle.erRolle else { throw Oppfølgingsfeil.rolleform }
    return try lager.act(tid: tid, salt: salt) { room in
      var following = Oppfølgingsrom(enhet: enhet, dato: dato, rolle: rolle)
      return try body(&following, &room)
    }
  }

  /// Refuses a text that holds a personal identifier, or is empty where it must not be.
  func vokt(_ tekst: String?, _ felt: String, påkrevd: Bool = false) throws {
    guard let tekst, !tekst.allSatisfy(\.isWhitespace) else {
      if påkrevd { throw Oppfølgingsfeil.mangler(felt: felt) }
      return
    }
    if let kind = identitet(tekst) { throw Oppfølgingsfeil.identitet(felt: felt, slag: kind) }
  }

  func vokt(_ tekster: [Tekstfelt: String]) throws {
    for (field, text) in tekster { try vokt(text, field.rawValue) }
  }
}

/// One transaction on what follows a control.
struct Oppfølgingsrom {
  let enhet: String
  let dato: Dato
  let rolle: String

  /// What the journal says of one avvik, measure or meeting. Its measures and decisions are other things.
  func les(_ emne: String, _ room: borrowing Handlingsrom) throws -> Kvalitetsregister {
    try Kvalitetsregister(try room.oppføringer(emne: emne))
  }

  func avvik(_ nummer: String, _ room: borrowing Handlingsrom) throws -> Avvik {
    guard let found = try les(nummer, room).avvik.first else { throw Oppfølgingsfeil.ukjent(nummer) }
    return found
  }

  func tiltak(_ nummer: String, _ room: borrowing Handlingsrom) throws -> Tiltak {
    guard let found = try les(nummer, room).tiltak.first else { throw Oppfølgingsfeil.ukjent(nummer) }
    return found
  }

  func møte(_ nummer: String, _ room: borrowing Handlingsrom) throws -> Møte {
    guard let found = try les(nummer, room).møter.first else { throw Oppfølgingsfeil.ukjent(nummer) }
    return found
  }

  /// The next number of a kind in the year of the act: `AV-2014-008`.
  func nestenummer(_ kode: String, _ room: borrowing Handlingsrom) throws -> String {
    let begin = "\(kode)-\(dato.år)-"
    let digits = String(try room.antallEmner(begin) + 1)
    return begin + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }

  /// Adds an act, if it is allowed in the state that the thing is in (nil: it is new), and its texts.
  func skriv(
    _ handling: Handling, _ emne: String, fra tilstand: String?, _ hendelse: String, _ innhold: JSONValue,
    tekster: [Tekstfelt: String] = [:], _ room: inout Handlingsrom
  ) throws {
    guard let after = Overgang.tilstand(handling, fra: tilstand, etter: hendelse) else {
      let allowed = Overgang.alle.filter { $0.handling == handling && $0.fra == tilstand }.map(\.hendelse)
      throw Oppfølgingsfeil.overgang(
        emne: emne, tilstand: tilstand ?? "", hendelse: hendelse, tillatt: allowed)
    }
    if tilstand != nil, let latest = try sisteDag(emne, handling, room), latest > dato {
      throw Oppfølgingsfeil.førForrige(emne: emne, latest)
    }
    try skriv(handling, emne, hendelse, tilstand: after, innhold, tekster: tekster, &room)
  }

  /// The day of the latest act on a thing.
  private func sisteDag(
    _ emne: String, _ handling: Handling, _ room: borrowing Handlingsrom
  ) throws -> Dato? {
    try room.oppføringer(emne: emne).last { $0.blad.handling == handling }?.innhold?["dato"]?.string
      .flatMap { Dato($0) }
  }

  /// Adds an act on a thing without states, and its texts.
  func skriv(
    _ handling: Handling, _ emne: String, _ hendelse: String, tilstand: String? = nil, _ innhold: JSONValue,
    tekster: [Tekstfelt: String] = [:], _ room: inout Handlingsrom
  ) throws {
    let post = Emnepost(
      emne: emne, enhet: enhet, dato: dato, hendelse: hendelse, tilstand: tilstand, innhold: innhold)
    let blad = try room.append(handling, rolle: rolle, innhold: post.payload, klasse: .protokoll)
    let texts = tekster.filter { !$0.value.allSatisfy(\.isWhitespace) }
    if texts.isEmpty { return }
    let beside = Tekstpost(emne: emne, enhet: enhet, gjelder: blad.n, tekster: texts)
    try room.append(.tekst, rolle: rolle, innhold: beside.payload, klasse: .funn)
  }
}
