import AuditStore
public import Checklists
import JSONText
public import Values

/// Why an act on a proposed change of a checklist is not allowed.
public enum Forslagsfeil: Error, Hashable, Sendable, CustomStringConvertible {
  /// The text is larger than the reader of checklists takes.
  case forStort(maks: Int)
  /// Another version of the checklist is in the text than is to be changed, or the same one once more.
  case annenSjekkliste
  /// The role wrote some of it.
  case egetForslag
  /// The text was changed after it was read.
  case annenTekst
  /// It is to be in force from a day that is not later than the approval.
  case ikkeSenere(gjelderFra: Dato)

  /// For the operator.
  public var description: String {
    switch self {
    case .forStort(let most): "the proposal is larger than \(most / 1024) KiB"
    case .annenSjekkliste: "a proposal is a new version of the checklist that it changes"
    case .egetForslag: "this role wrote some of the proposal itself; another role approves it"
    case .annenTekst: "the proposal was changed after it was read; read it once more"
    case .ikkeSenere(let day): "the proposal is in force from \(day); a later day than the approval is needed"
    }
  }
}

extension Oppfølgingsverb {
  /// Proposes a new version of a checklist. Gives the proposal's number.
  ///
  /// - Parameters:
  ///   - liste: the new version, as `utkast` read it from the text.
  ///   - fra: the version that it changes.
  @discardableResult
  public func foreslå(
    _ liste: Sjekkliste, yaml: String, fra: Sjekkliste, begrunnelse: String, rolle: String
  ) throws -> String {
    try vokt(liste, yaml, begrunnelse)
    guard liste.navn == fra.navn, liste.versjon != fra.versjon else { throw Forslagsfeil.annenSjekkliste }
    return try act(rolle) { following, room in
      let number = try following.nestenummer("F", room)
      try following.skriv(
        .sjekklisteforslag, number, fra: nil, "foreslatt",
        innhold(liste, yaml, begrunnelse, fra: fra.id), &room)
      return number
    }
  }

  /// Puts another text in the place of a proposal's.
  public func endre(
    forslag nummer: String, _ liste: Sjekkliste, yaml: String, begrunnelse: String, rolle: String
  ) throws {
    try vokt(liste, yaml, begrunnelse)
    try act(rolle) { following, room in
      let proposal = try following.forslag(nummer, room)
      guard proposal.fra.hasPrefix("\(liste.navn)@"), proposal.fra != liste.id else {
        throw Forslagsfeil.annenSjekkliste
      }
      try following.skriv(
        .sjekklisteforslag, nummer, fra: proposal.tilstand, "endret", innhold(liste, yaml, begrunnelse), &room
      )
    }
  }

  /// Approves the text that has a hash. Somebody else than its authors does that, before its first day.
  public func godkjenn(forslag nummer: String, hash: String, rolle: String) throws {
    try act(rolle) { following, room in
      let proposal = try following.forslag(nummer, room)
      if proposal.tekster.contains(where: { $0.rolle.rolleform == rolle.rolleform }) {
        throw Forslagsfeil.egetForslag
      }
      guard proposal.tekst.hash == hash else { throw Forslagsfeil.annenTekst }
      guard dato < proposal.tekst.gjelderFra else {
        throw Forslagsfeil.ikkeSenere(gjelderFra: proposal.tekst.gjelderFra)
      }
      try following.skriv(
        .sjekklisteforslag, nummer, fra: proposal.tilstand, "godkjent", .object(["sha256": .string(hash)]),
        &room)
    }
  }

  /// Turns a proposal down, or takes it back.
  public func forkast(forslag nummer: String, begrunnelse: String, rolle: String) throws {
    try vokt(begrunnelse, "reason", påkrevd: true)
    try act(rolle) { following, room in
      let proposal = try following.forslag(nummer, room)
      try following.skriv(
        .sjekklisteforslag, nummer, fra: proposal.tilstand, "forkastet",
        .object(["begrunnelse": .string(begrunnelse)]), &room)
    }
  }

  private func vokt(_ liste: Sjekkliste, _ yaml: String, _ begrunnelse: String) throws {
    try vokt(begrunnelse, "reason", påkrevd: true)
    guard yaml.utf8.count <= Sjekklisteforslag.maksTekst else {
      throw Forslagsfeil.forStort(maks: Sjekklisteforslag.maksTekst)
    }
    try vokt(yaml, "text", påkrevd: true)
    guard liste.innholdshash == hash(yaml) else { throw Forslagsfeil.annenTekst }
  }

  private func innhold(
    _ liste: Sjekkliste, _ yaml: String, _ begrunnelse: String, fra: String? = nil
  ) -> JSONValue {
    .object(
      (fra.map { [JSONValue.Member("fra", .string($0))] } ?? []) + [
        .init("til", .string(liste.id)), .init("gjelder_fra", .string(liste.gjelder.fra.description)),
        .init("yaml", .string(yaml)), .init("sha256", .string(liste.innholdshash)),
        .init("begrunnelse", .string(begrunnelse)),
      ])
  }

  private func hash(_ yaml: String) -> String {
    Sjekklistebibliotek.Fil(sti: "", bytes: Array(yaml.utf8)).hash
  }
}

extension Oppfølgingsrom {
  fileprivate func forslag(_ nummer: String, _ room: borrowing Handlingsrom) throws -> Sjekklisteforslag {
    guard let found = try Sjekklisteforslag.les(try room.oppføringer(emne: nummer)).first else {
      throw Oppfølgingsfeil.ukjent(nummer)
    }
    return found
  }
}
