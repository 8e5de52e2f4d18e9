public import AuditStore
public import CaseRecords
import JSONText
public import Sampling
public import Values

/// Names the kind of identifier that a text holds, or nil.
public typealias Identitetsprøve = @Sendable (String) -> Identitetsslag?

/// The verbs of the monthly control on the store.
///
/// Each is one transaction that reads the state it acts on, so a killed run resumes at the next step, and a step
/// that was taken cannot be taken again. Clock and randomness come in from outside.
public struct Kontrollverb: Sendable {
  /// The store of the unit.
  public let lager: Revisjonslager
  /// Which control.
  public let nøkkel: Kontrollnøkkel
  let tid: String
  let salt: @Sendable () throws -> [UInt8]
  let identitet: Identitetsprøve

  /// The verbs of one control.
  /// - Parameters:
  ///   - tid: the time of the acts, in UTC: `2014-10-03T12:00:00Z`.
  ///   - salt: gives 32 fresh random bytes at each call.
  ///   - identitet: the identity guard that reasons and supplied facts must pass.
  public init(
    _ lager: Revisjonslager, _ nøkkel: Kontrollnøkkel, tid: String,
    salt: @escaping @Sendable () throws -> [UInt8],
    identitet: @escaping Identitetsprøve = { Identitetsvakt().treff(i: $0) }
  ) {
    self.lager = lager
    self.nøkkel = nøkkel
    self.tid = tid
    self.salt = salt
    self.identitet = identitet
  }

  /// The control as it stands, with the journal code of its lock. Throws `Lagerfeil`, `Kodefeil`, `Kontrollverbfeil`.
  public func kontroll() throws -> Kontroll {
    let journal = try Kontrolljournal(nøkkel, try lager.oppføringer(måned: nøkkel.måned, team: nøkkel.team))
    var kontroll = journal.kontroll
    if let lock = journal.numre["las"] {
      let last = try sisteOppføring(iLåsen: lock)
      kontroll.journalkode = Journalkode(try lager.merkletre(), ved: last)?.description
    }
    let tree = try lager.merkletre()
    kontroll.correctionCodes = journal.corrections.compactMap { Journalkode(tree, ved: $0)?.description }
    return kontroll
  }

  /// Locks the list of cases (`draw commit`): those drawn in the 11 preceding months are left out.
  ///
  /// Gives the journal code to print. Throws `IkkeTillatt` when it is locked already or no case is left.
  @discardableResult
  public func låsSaksliste(_ grunnlag: Kontrollgrunnlag, rolle: String) throws -> Journalkode {
    try act(rolle) { control, room in
      if control.kontroll.saksliste != nil { throw IkkeTillatt.sakslistenErLåst }
      let liste = try grunnlag.saksliste(nøkkel, karens: try karens(room), rolle: rolle)
      try control.utfør(.saksliste(liste), &room)
      return room.journalkode
    }
  }

  /// Sets the seed (`draw seed`), once a month.
  ///
  /// `kode` is the code that was printed when the list was locked; given, it must be one this journal had then.
  @discardableResult
  public func settTrekningstall(_ frø: Frø, rolle: String, kode: Journalkode? = nil) throws -> Journalkode {
    if let kode { try krev(kode) }
    let source: Trekningskilde =
      switch frø.kilde {
      case .kastet(let roller): .terninger(roller: roller)
      case .system: .maskin
      case .oppgitt: .oppgitt(rolle: rolle)
      }
    return try act(rolle) { control, room in
      try control.utfør(.trekningstall(Trekningstall(frø: frø.tekst, kilde: source)), &room)
      return room.journalkode
    }
  }

  /// Draws the cases that seed and list give, once a month.
  @discardableResult
  public func trekk(rolle: String) throws -> [String] {
    try act(rolle) { control, room in
      guard let liste = control.kontroll.saksliste else { throw IkkeTillatt.sakslistenErIkkeLåst }
      guard let tall = control.kontroll.trekningstall else { throw IkkeTillatt.manglerTrekningstall }
      let trekning = try liste.trekning(nøkkel, tall)
      let lodd = trekning.lodd.map { Trekningsutfall.Lodd(id: $0.id, lodd: $0.lodd) }
      try control.utfør(.trekning(Trekningsutfall(lodd: lodd, antall: trekning.trukket.count)), &room)
      return control.kontroll.trukne
    }
  }

  /// Replaces a drawn case with the next on the reserve list (`draw replace`), and tells which one that is.
  @discardableResult
  public func bytt(
    ut: String, grunn: Saksbytte.Grunn, begrunnelse: String? = nil, rolle: String
  ) throws -> String {
    try act(rolle) { control, room in
      if control.kontroll.trekning == nil { throw IkkeTillatt.ikkeTrukket }
      guard let next = control.kontroll.ledigReserve.first else { throw IkkeTillatt.feilReserve(neste: nil) }
      try control.utfør(
        .bytte(Saksbytte(ut: ut, inn: next, grunn: grunn, begrunnelse: begrunnelse, rolle: rolle)), &room)
      return next
    }
  }

  /// Locks the control on a day: every question must be answered. Gives it back with its journal code.
  ///
  /// What it found is opened as avvik in the same transaction; what is known already is found again or reopened.
  /// Throws `IkkeTillatt`, and `Oppfølgingsfeil` when the role or the day does not suit those avvik.
  @discardableResult
  public func lås(dato: Dato, rolle: String) throws -> Kontroll {
    try act(rolle) { control, room in
      // The avvik it opens carry the role, and are stricter about how it is written than the control itself.
      guard rolle.erRolle else { throw Oppfølgingsfeil.rolleform }
      try control.utfør(.lås(Lås(rolle: rolle, dato: dato)), &room)
      var locked = control.kontroll
      let following = Oppfølgingsrom(enhet: nøkkel.enhet, dato: dato, rolle: rolle)
      try following.ta(locked, &room)
      // The code that is printed covers the avvik that the lock opened as well.
      locked.journalkode = room.journalkode.description
      return locked
    }
  }

  /// One transaction on this control.
  func act<T>(
    _ rolle: String, _ body: (inout Kontrollrom, inout Handlingsrom) throws -> T
  ) throws -> T {
    if rolle.allSatisfy(\.isWhitespace) { throw IkkeTillatt.manglerRolle }
    return try lager.act(tid: tid, salt: salt) { room in
      var control = try Kontrollrom(room, nøkkel, rolle: rolle, identitet: identitet)
      return try body(&control, &room)
    }
  }

  /// The cases that were drawn in the 11 preceding months, swaps carried out.
  private func karens(_ room: borrowing Handlingsrom) throws -> Set<String> {
    var earlier: [(måned: Måned, ids: [String])] = []
    for row in try room.rader(.trukketSak, team: nøkkel.team) {
      guard let month = row["maned"]?.string.flatMap({ Måned($0) }), let sak = row["sak"]?.string else {
        continue
      }
      earlier.append((måned: month, ids: [sak]))
    }
    return Karens.ids(for: nøkkel.måned, tidligere: earlier)
  }

  /// The last entry of the act that locked the control: the avvik that it opened, with their texts, come after it.
  private func sisteOppføring(iLåsen lock: Int) throws -> Int {
    let size = try lager.merkletre().størrelse
    let leaf = try lager.oppføring(lock).blad
    var last = lock
    while last < size {
      let next = try lager.oppføring(last + 1)
      guard next.blad.tid == leaf.tid, next.blad.rolle == leaf.rolle, next.hørerTilEnLås else { break }
      last += 1
    }
    return last
  }

  private func krev(_ kode: Journalkode) throws {
    let journal = try Kontrolljournal(nøkkel, try lager.oppføringer(måned: nøkkel.måned, team: nøkkel.team))
    guard let locked = journal.numre["forpliktelse"] else { throw IkkeTillatt.sakslistenErIkkeLåst }
    guard kode.størrelse >= locked, case .samme = kode.sammenlign(med: try lager.merkletre()) else {
      throw Kontrollverbfeil.annenJournalkode
    }
  }

  func kode(_ journal: Kontrolljournal, etter handling: String) throws -> Journalkode? {
    guard let n = journal.numre[handling] else { return nil }
    return Journalkode(try lager.merkletre(), ved: n)
  }
}

extension Oppføring {
  /// Whether a lock writes such an entry: an avvik that was found, or a text, whose words may be deleted by now.
  fileprivate var hørerTilEnLås: Bool {
    switch blad.handling {
    case .tekst: true
    case .avvik: ["meldt", "funnet_igjen", "gjenapnet"].contains(innhold?["hendelse"]?.string ?? "meldt")
    default: false
    }
  }
}
