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
      throw Definisjonsfeilene(
        feil: error.feil.map { Definisjonsfeil($0, fil: navn(modellfil), kildelinje: nil) })
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
    sjekklister = []
    for fil in filer.sorted(by: { $0.sti.utf8.lexicographicallyPrecedes($1.sti.utf8) }) {
      guard fil.sti.split(separator: "/").count == 2, fil.sti.hasSuffix(".yaml") else { continue }
      sjekkliste(fil, navn(fil), &feil)
    }
    checkReferences(filer, navn, &feil)
    guard feil.isEmpty else { throw Definisjonsfeilene(feil: feil) }
  }

  private mutating func sjekkliste(_ fil: Fil, _ navn: String, _ feil: inout [Definisjonsfeil]) {
    let text: YAMLText
    do {
      text = try YAMLText(fil.bytes)
    } catch {
      feil.append(Definisjonsfeil(error, fil: navn, kildelinje: nil))
      return
    }
    let hash = SHA256.hash(data: fil.bytes).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
    var leser = Sjekklisteleser(fil: navn, text: text, modell: modell)
    let sjekkliste = leser.sjekkliste(hash: hash)
    feil += leser.feil
    guard let sjekkliste else { return }
    if "\(sjekkliste.navn)/\(sjekkliste.versjon).yaml" != fil.sti {
      leser.report(
        .fileName, text.root,
        "The file must be named \(sjekkliste.navn)/\(sjekkliste.versjon).yaml after its content.")
      feil += leser.feil.suffix(1)
    }
    sjekklister.append(sjekkliste)
  }

  /// Versions must not overlap, and a cited legal basis must be in the register.
  private func checkReferences(_ filer: [Fil], _ navn: (Fil) -> String, _ feil: inout [Definisjonsfeil]) {
    for (index, a) in sjekklister.enumerated() {
      let fil = filer.first { $0.sti == "\(a.navn)/\(a.versjon).yaml" }.map(navn) ?? a.id
      for b in sjekklister[..<index] where b.navn == a.navn {
        guard a.gjelder.fra <= b.gjelder.til, b.gjelder.fra <= a.gjelder.til else { continue }
        feil.append(
          Definisjonsfeil(
            kode: Sjekklistekode.overlappingVersions.rawValue, fil: fil, linje: 1, kolonne: 1, bredde: 1,
            melding: "\(a.id) and \(b.id) are in force on the same days."))
      }
      guard !hjemler.isEmpty else { continue }
      for punkt in a.punkter {
        for id in punkt.hjemmel where !hjemler.contains(where: { $0.id == id }) {
          feil.append(
            Definisjonsfeil(
              kode: Sjekklistekode.unknownLegalBasis.rawValue, fil: fil, linje: 1, kolonne: 1, bredde: 1,
              melding: "The point \(punkt.id) cites «\(id)», which is not in hjemler.yaml."))
        }
      }
    }
  }

  /// The version of a checklist that is in force on a control date.
  public func sjekkliste(_ navn: String, på dato: Dato) -> Sjekkliste? {
    sjekklister.first { $0.navn == navn && $0.gjelder.fra <= dato && dato <= $0.gjelder.til }
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

extension Definisjonsfeil {
  static func mangler(_ fil: String, i mappe: String) -> Definisjonsfeil {
    Definisjonsfeil(
      kode: Sjekklistekode.unreadable.rawValue, fil: "\(mappe)/\(fil)", linje: 1, kolonne: 1, bredde: 1,
      melding: "The file is missing.", hint: "Give the folder with --checklists DIR.")
  }
}
