import Sampling
public import Values

/// What a control of a month starts from: the cases that were read, and the checklist that will judge them.
public struct Kontrollgrunnlag: Sendable {
  /// The day on which every case is judged.
  public var kontrolldato: Dato
  /// The checklist and the engine.
  public var sjekkliste: Sjekklistereferanse
  /// How many cases are to be drawn: 2.
  public var antall: Int
  /// The team's cases that can be drawn, before those that were controlled lately are left out.
  public var saker: [Saksgrunnlag]
  /// The cases that cannot be drawn for a reason of their own, such as a file that could not be read.
  public var utelatt: [Rammesammendrag.Utelatt]

  /// The ground of a control.
  public init(
    kontrolldato: Dato, sjekkliste: Sjekklistereferanse, antall: Int = 2, saker: [Saksgrunnlag],
    utelatt: [Rammesammendrag.Utelatt] = []
  ) {
    self.kontrolldato = kontrolldato
    self.sjekkliste = sjekkliste
    self.antall = antall
    self.saker = saker
    self.utelatt = utelatt
  }

  /// The list to lock when these cases were drawn in the preceding months.
  func saksliste(_ nøkkel: Kontrollnøkkel, karens: Set<String>, rolle: String) throws -> Saksliste {
    let free = saker.filter { !karens.contains($0.sak) }
    let resting = saker.filter { karens.contains($0.sak) }.map { Rammesammendrag.Utelatt($0.sak, .karens) }
    let ramme = try Ramme(
      måned: nøkkel.måned, team: nøkkel.team, ids: free.map(\.sak),
      utelatte: (utelatt + resting).map { Ramme.Utelatt(id: $0.id, grunn: $0.grunn) })
    return Saksliste(
      kontrolldato: kontrolldato, sjekkliste: sjekkliste,
      ramme: Rammesammendrag(
        hash: ramme.sjekksum.hex, ids: ramme.ids,
        omsorgssaker: free.filter { $0.grunnlag == .omsorgssak }.count,
        frivillige: free.filter { $0.grunnlag == .frivillig }.count,
        utelatt: ramme.utelatte.map { Rammesammendrag.Utelatt($0.id, $0.grunn) }),
      antall: antall, rolle: rolle)
  }
}

/// A case that was read.
public struct Saksgrunnlag: Hashable, Sendable {
  /// The pseudonym.
  public var sak: String
  /// On what ground the child is placed.
  public var grunnlag: Grunnlag
  /// The record in RFC 8785 form.
  public var kanonisk: [UInt8]

  /// A case that was read.
  public init(sak: String, grunnlag: Grunnlag, kanonisk: [UInt8]) {
    self.sak = sak
    self.grunnlag = grunnlag
    self.kanonisk = kanonisk
  }
}

/// How a control gets its seed when it has none yet.
public enum Frøvalg {
  /// Digits given on the same command that locks the list.
  case oppgitt(String)
  /// 16 bytes of the system's generator, asked for after the list is locked.
  case maskin(() throws -> [UInt8])
}

extension Saksliste {
  /// The frame as the draw knows it. Throws `Trekningsfeil`.
  func ramme(_ nøkkel: Kontrollnøkkel) throws -> Ramme {
    try Ramme(
      måned: nøkkel.måned, team: nøkkel.team, ids: ramme.ids,
      utelatte: ramme.utelatt.map { Ramme.Utelatt(id: $0.id, grunn: $0.grunn) })
  }

  /// The draw that a seed gives; refused when the frame is not the one that was locked.
  func trekning(_ nøkkel: Kontrollnøkkel, _ tall: Trekningstall) throws -> Trekning {
    let frame = try ramme(nøkkel)
    guard frame.sjekksum.hex == ramme.hash else { throw IkkeTillatt.feilLodd }
    let commitment = try Forpliktelse(
      ramme: frame, antallTrukne: antall, karens: karens,
      sjekklister: ["\(sjekkliste.id)@\(sjekkliste.versjon)"])
    return try Trekning(
      ramme: frame, forpliktelse: commitment, frø: try Frø(tekst: tall.frø, kilde: tall.kilde.frøkilde))
  }
}

extension Trekningskilde {
  /// The same, as the draw knows it.
  var frøkilde: Frø.Kilde {
    switch self {
    case .terninger(let roller): .kastet(av: roller)
    case .maskin: .system
    case .oppgitt: .oppgitt
    }
  }
}
