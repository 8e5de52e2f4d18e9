internal import Crypto
public import Values
public import Vocabulary

/// Everything under `Checklists/`: the vocabulary, the legal basis, and all versions of all checklists.
public struct Sjekklistebibliotek: Sendable {
  /// The vocabulary of case records.
  public var modell: Saksmodell
  /// The legal basis register.
  public var hjemler: [Hjemmel]
  /// The failure areas' names, by number.
  public var sviktområder: [Int: String]
  /// All versions, by name and then by version.
  public var sjekklister: [Sjekkliste]
  /// The lock file of published versions.
  public var publisering: Publisering

  /// A file of the folder: its path below it (`fosterhjem/2014-05-31.yaml`) and its bytes.
  public struct Fil: Sendable {
    /// The path below the folder, with «/».
    public var sti: String
    /// The content.
    public var bytes: [UInt8]

    /// A file that has been read.
    public init(sti: String, bytes: [UInt8]) {
      self.sti = sti
      self.bytes = bytes
    }
  }

  /// Reads and checks the files of the folder.
  ///
  /// - Parameters:
  ///   - mappe: how the folder is named in messages.
  /// - Throws: every fault in every file.
  public init(_ filer: [Fil], mappe: String) throws(Definisjonsfeilene) {
    func navn(_ fil: Fil) -> String { "\(mappe)/\(fil.sti)" }
    guard let modellfil = filer.first(where: { $0.sti == "saksmodell.yaml" }) else {
      throw Definisjonsfeilene(feil: [.mangler("saksmodell.yaml", i: mappe)])
    }
    do {
      modell = try Saksmodell(yaml: modellfil.bytes)
    } catch {
      throw Definisjonsfeilene(error, fil: navn(modellfil))
    }
    var feil: [Definisjonsfeil] = []
    hjemler = []
    if let fil = filer.first(where: { $0.sti == "hjemler.yaml" }) {
      do {
        hjemler = try Hjemmelleser.les(navn(fil), fil.bytes)
      } catch {
        feil += error.feil
      }
    }
    sviktområder = [:]
    if let fil = filer.first(where: { $0.sti == "sviktomrader.yaml" }) {
      do {
        sviktområder = try Sviktområdeleser.les(navn(fil), fil.bytes)
      } catch {
        feil += error.feil
      }
    }
    let lock = filer.first { $0.sti == Publisering.sti }
    publisering = Publisering(lock?.bytes ?? [], fil: "\(mappe)/\(Publisering.sti)")
    sjekklister = []
    for fil in filer.sorted(by: { $0.sti.utf8.lexicographicallyPrecedes($1.sti.utf8) }) {
      guard fil.sti.split(separator: "/").count == 2, fil.sti.hasSuffix(".yaml") else { continue }
      let (text, faults) = YAMLText.read(fil.bytes)
      var leser = Sjekklisteleser(
        fil: navn(fil), sti: fil.sti, faults: faults, modell: modell, hjemler: hjemler.map(\.id))
      let liste = text.flatMap { leser.sjekkliste($0, hash: innholdshash(fil.bytes)) }
      if let liste {
        for other in sjekklister where other.navn == liste.navn { leser.refuseOverlap(liste, other) }
        sjekklister.append(liste)
      }
      feil += leser.feil.sorted { ($0.linje, $0.kolonne) < ($1.linje, $1.kolonne) }
    }
    guard feil.isEmpty else { throw Definisjonsfeilene(feil: feil) }
  }

  /// The version of a checklist that is in force on a control date.
  public func sjekkliste(_ navn: String, på dato: Dato) -> Sjekkliste? {
    sjekklister.first { $0.navn == navn && $0.gjelder.inneholder(dato) }
  }

  /// One version of a checklist.
  public func sjekkliste(_ navn: String, versjon: String) -> Sjekkliste? {
    sjekklister.first { $0.navn == navn && $0.versjon == versjon }
  }

  /// What a failure area is called; «Sviktområde n» when no file names it.
  public func navn(påSviktområde nummer: Int) -> String { sviktområder[nummer] ?? "Sviktområde \(nummer)" }

  /// How a legal basis is written for a reader; its id when the register does not know it.
  public func navn(påHjemmel id: String) -> String { hjemler.first { $0.id == id }?.navn ?? id }
}

/// SHA-256 in lower-case hex.
private func innholdshash(_ bytes: [UInt8]) -> String {
  SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

extension Definisjonsfeil {
  static func mangler(_ fil: String, i mappe: String) -> Definisjonsfeil {
    Definisjonsfeil(
      kode: Sjekklistekode.unreadable.rawValue, fil: "\(mappe)/\(fil)", linje: 1, kolonne: 1, bredde: 1,
      melding: "The file is missing.", hint: "Give the folder with --checklists DIR.")
  }
}
