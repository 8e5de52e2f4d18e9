public import AuditStore
import JSONText
import Values

extension Kvalitetsregister {
  /// The acts that a register is folded from.
  static let handlinger: [Handling] = [
    .avvik, .tiltak, .møte, .vedtak, .signering, .annenlesning, .tekst,
  ]

  /// Everything that a store knows, with the journal codes of approved minutes.
  ///
  /// Throws `Lagerfeil`, `Kodefeil`, and `Kontrollverbfeil.ufullstendig` for an entry that does not follow from those
  /// before it.
  public init(_ lager: Revisjonslager) throws { self = try Registerbilde(lager).register }

  /// What these entries of a journal, in order, amount to; entries of other kinds are passed over.
  init(_ oppføringer: [Oppføring]) throws {
    var folding = Registerfolding()
    try folding.ta(oppføringer)
    self = folding.register
  }
}

/// The register of a store that is kept open: what is new is folded onto what is known.
public struct Registerbilde: Sendable {
  private var folding = Registerfolding()
  /// The last entry that was looked at.
  private var sist = 0

  /// The register as it was when the store was last looked at.
  public var register: Kvalitetsregister { folding.register }

  /// Reads a whole store. Throws as `Kvalitetsregister(_:)`.
  public init(_ lager: Revisjonslager) throws { try oppdater(lager) }

  /// Takes in what others have written since. After a deletion everything is read again, since texts are gone.
  ///
  /// Throws as `Kvalitetsregister(_:)`; then nothing is changed.
  public mutating func oppdater(_ lager: Revisjonslager) throws {
    let tree = try lager.merkletre()
    if tree.størrelse == sist { return }
    let wanted = Set(Kvalitetsregister.handlinger + [.sletting])
    var entries = try lager.oppføringer(wanted, etter: sist)
    var copy = folding
    if sist > 0, tree.størrelse < sist || entries.contains(where: { $0.blad.handling == .sletting }) {
      copy = Registerfolding()
      entries = try lager.oppføringer(wanted, etter: 0)
    }
    try copy.ta(entries)
    copy.merk(tree)
    folding = copy
    sist = max(tree.størrelse, entries.last?.n ?? 0)
  }
}

/// A register while it is folded, and where in it each thing stands.
struct Registerfolding: Sendable {
  var register = Kvalitetsregister()
  private var avvik: [String: Int] = [:]
  private var tiltak: [String: Int] = [:]
  private var møter: [String: Int] = [:]
  /// In which meeting each decision was made.
  private var vedtak: [String: Int] = [:]

  /// Takes in entries in order; those of other formats are passed over.
  mutating func ta(_ oppføringer: [Oppføring]) throws {
    for entry in oppføringer {
      guard let payload = entry.innhold, payload["format"]?.string == "oppfolging/1" else { continue }
      guard try ta(entry.blad, Leser(payload)) else {
        throw Kontrollverbfeil.ufullstendig(oppføring: entry.n)
      }
    }
  }

  /// Puts the journal codes on approved minutes.
  mutating func merk(_ tree: Merkletre) {
    for index in register.møter.indices where register.møter[index].godkjent?.journalkode == nil {
      guard let n = register.møter[index].godkjent?.n else { continue }
      register.møter[index].godkjent?.journalkode = Journalkode(tree, ved: n)?.description
    }
  }

  /// Takes in an entry; false when it does not follow from those before it.
  mutating func ta(_ blad: Blad, _ les: Leser) throws -> Bool {
    switch blad.handling {
    case .avvik: return try taAvvik(blad, les)
    case .tiltak: return try taTiltak(blad, les)
    case .møte: return try taMøte(blad, les)
    case .vedtak: return try taVedtak(les)
    case .tekst: return taTekst(try Tekstpost(les))
    case .signering:
      register.signeringer.append(try Signering(try Emnepost(les), rolle: blad.rolle, les))
    case .annenlesning: register.annenlesninger.append(try Annenlesning(rolle: blad.rolle, les))
    default: break
    }
    return true
  }

  private mutating func taAvvik(_ blad: Blad, _ les: Leser) throws -> Bool {
    let post = try Emnepost(les)
    let act = try Avvikshendelse(post.hendelse, les)
    let note = Avviksnotat(n: blad.n, dato: post.dato, rolle: blad.rolle, hendelse: act)
    let index = avvik[post.emne]
    let before = index.map { register.avvik[$0].tilstand.rawValue }
    guard let state = Overgang.tilstand(.avvik, fra: before, etter: post.hendelse), state == post.tilstand,
      let after = Avvikstilstand(rawValue: state)
    else { return false }
    if let index {
      register.avvik[index].ta(note, tilstand: after)
    } else if case .meldt(let source) = act {
      avvik[post.emne] = register.avvik.count
      register.avvik.append(
        Avvik(
          nummer: post.emne, enhet: post.enhet, team: try les.tekst("team"), opphav: source, notat: note))
    }
    return true
  }

  private mutating func taTiltak(_ blad: Blad, _ les: Leser) throws -> Bool {
    let post = try Emnepost(les)
    let act = try Tiltakshendelse(post.hendelse, les)
    let note = Tiltaksnotat(n: blad.n, dato: post.dato, rolle: blad.rolle, hendelse: act)
    let index = tiltak[post.emne]
    let before = index.map { register.tiltak[$0].tilstand.rawValue }
    guard let state = Overgang.tilstand(.tiltak, fra: before, etter: post.hendelse), state == post.tilstand,
      let after = Tiltakstilstand(rawValue: state)
    else { return false }
    if let index {
      register.tiltak[index].ta(note, tilstand: after)
    } else if case .opprettet(let content) = act {
      tiltak[post.emne] = register.tiltak.count
      register.tiltak.append(Tiltak(nummer: post.emne, enhet: post.enhet, innhold: content, notat: note))
    }
    return true
  }

  private mutating func taMøte(_ blad: Blad, _ les: Leser) throws -> Bool {
    let post = try Emnepost(les)
    let index = møter[post.emne]
    let before = index.map { register.møter[$0].godkjent == nil ? "apent" : "godkjent" }
    guard let state = Overgang.tilstand(.møte, fra: before, etter: post.hendelse), state == post.tilstand
    else { return false }
    switch (try Møtehendelse(post.hendelse, emne: post.emne, les), index) {
    case (.holdt(let kind, let period, let present), _):
      møter[post.emne] = register.møter.count
      register.møter.append(
        Møte(
          nummer: post.emne, enhet: post.enhet, slag: kind, dato: post.dato, periode: period,
          deltakere: present))
    case (.notat(let note), let index?): register.møter[index].notater.append(note)
    case (.sendt(let matter), let index?): register.møter[index].sendt.append(matter)
    case (.godkjent, let index?):
      register.møter[index].godkjent = Godkjenning(n: blad.n, dato: post.dato, rolle: blad.rolle)
    default: return false
    }
    return true
  }

  private mutating func taVedtak(_ les: Leser) throws -> Bool {
    let post = try Emnepost(les)
    switch try Vedtakshendelse(post, les) {
    case .vedtatt(let decision):
      guard let meeting = møter[decision.møte], vedtak[post.emne] == nil,
        register.møter[meeting].godkjent == nil
      else { return false }
      vedtak[post.emne] = meeting
      register.møter[meeting].vedtak.append(decision)
    case .utført:
      guard let meeting = vedtak[post.emne],
        let index = register.møter[meeting].vedtak.firstIndex(where: { $0.nummer == post.emne }),
        register.møter[meeting].vedtak[index].utført == nil
      else { return false }
      register.møter[meeting].vedtak[index].utført = post.dato
    }
    return true
  }

  /// A text may only stand beside something that is there.
  private mutating func taTekst(_ post: Tekstpost) -> Bool {
    guard let index = avvik[post.emne] else { return false }
    register.avvik[index].ta(tekster: post.tekster, til: post.gjelder)
    return true
  }
}
