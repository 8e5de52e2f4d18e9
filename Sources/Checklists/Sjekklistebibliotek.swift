internal import Crypto
public import Values
public import Vocabulary

/// Everything under `Checklists/`: the vocabulary, the legal basis, the procedures, and all versions of all
/// checklists.
public struct Sjekklistebibliotek: Sendable {
  /// The vocabulary of case records.
  public var modell: Saksmodell
  /// The legal basis register.
  public var hjemler: [Hjemmel] = []
  /// The failure areas' names, by number.
  public var sviktområder: [Int: String] = [:]
  /// The procedures that points belong to; none when there is no file of them.
  public var prosedyrer: [Prosedyre] = []
  /// The versions that were read whole, by name and then by version.
  public var sjekklister: [Sjekkliste] = []
  /// The heads of all versions, in the same order.
  public private(set) var hoder: [Sjekklistehode] = []
  /// The lock file of published versions.
  public var publisering: Publisering
  /// How the folder is named in messages.
  let mappe: String
  /// The paths of all files that were given.
  let stier: [String]
  /// The plans, the wheel of the year and «Huset», which are read when they are asked for.
  let planfiler: [Fil]
  /// Whether all versions of all checklists were read whole.
  let erHelt: Bool
  private var varsler: [Varsel] = []

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

    /// Whether it is a version of a checklist: the only thing that stands in a folder, beside the plans.
    public var erSjekkliste: Bool {
      let parts = sti.split(separator: "/")
      return parts.count == 2 && sti.hasSuffix(".yaml") && !sti.hasPrefix(Planverk.planmappe)
    }

    /// SHA-256 of the content, in lower-case hex.
    public var hash: String { innholdshash(bytes) }
  }

  /// Reads and checks the files of the folder.
  ///
  /// - Parameters:
  ///   - mappe: how the folder is named in messages.
  ///   - utvalg: which versions of checklists are read whole.
  /// - Throws: every fault in every file that is read.
  public init(
    _ filer: [Fil], mappe: String, utvalg: Versjonsutvalg = .alle
  ) throws(Definisjonsfeilene) {
    self.mappe = mappe
    stier = filer.map(\.sti)
    planfiler = filer.filter { Planverk.leser($0.sti) }
    erHelt = utvalg == .alle
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
    func fil(_ sti: String) -> Fil? { filer.first { $0.sti == sti } }
    publisering = Publisering(fil(Publisering.sti)?.bytes ?? [], fil: "\(mappe)/\(Publisering.sti)")
    if let register = fil("hjemler.yaml") { les(hjemler: register, navn(register), &feil) }
    if let names = fil("sviktomrader.yaml") {
      do {
        sviktområder = try Sviktområdeleser.les(navn(names), names.bytes)
      } catch {
        feil += error.feil
      }
    }
    let procedures = fil("prosedyrer.yaml").map { les(prosedyrer: $0, navn($0)) }
    let lists = filer.sorted { $0.sti.utf8.lexicographicallyPrecedes($1.sti.utf8) }.filter(\.erSjekkliste)
    let (modell, hjemler, ids) = (self.modell, self.hjemler, prosedyrer.map(\.id))
    let read = parallelt(lists) { fil in
      // A file whose head is not plain is read whole: what is wrong with it is told.
      if utvalg != .alle, let hode = Sjekklistehode(fil), !utvalg.omfatter(hode) {
        return Lest(hode: hode)
      }
      let (liste, leser) = Sjekklisteleser.les(fil, "\(mappe)/\(fil.sti)", modell, hjemler, ids)
      return Lest(hode: liste.map(Sjekklistehode.init), liste: liste, leser: leser)
    }
    for one in read {
      if let hode = one.hode { hoder.append(hode) }
      if let leser = one.leser { ta(one.liste, leser, &feil) }
    }
    if var leser = procedures {
      ta(leser, &feil)
      leser.feil = []
      // Without any checklist there is nothing to hold the names against.
      if !sjekklister.isEmpty { leser.krevPunkter(sjekklister.flatMap(\.punkter).map(\.id)) }
      // A procedure that names a point which is not there hinders no control.
      varsler += leser.feil.map { Varsel(etter: .tidenesMorgen, feil: $0) }
    }
    guard feil.isEmpty else { throw Definisjonsfeilene(feil: feil) }
    varsler.sort { ($0.feil.fil, $0.feil.linje) < ($1.feil.fil, $1.feil.linje) }
  }

  /// Reads the legal basis register. Of a faulty one nobody can say what is not in it, so it counts as none.
  private mutating func les(hjemler fil: Fil, _ navn: String, _ feil: inout [Definisjonsfeil]) {
    let (text, faults) = YAMLText.read(fil.bytes)
    var leser = Hjemmelleser(fil: navn, faults: faults)
    let all = text.map { leser.hjemler($0.root) } ?? []
    if leser.feil.isEmpty { hjemler = all }
    ta(leser, &feil)
  }

  /// Reads the procedures; the points that they name are looked for when all checklists have been read.
  private mutating func les(prosedyrer fil: Fil, _ navn: String) -> Prosedyreleser {
    let (text, faults) = YAMLText.read(fil.bytes)
    var leser = Prosedyreleser(fil: navn, faults: faults, hjemler: hjemler)
    let all = text.map { leser.prosedyrer($0.root) } ?? []
    if leser.feil.isEmpty { prosedyrer = all }
    return leser
  }

  /// What came of a file with a version of a checklist.
  private struct Lest: Sendable {
    var hode: Sjekklistehode?
    var liste: Sjekkliste?
    var leser: Sjekklisteleser?
  }

  /// Takes over a version that was read, unless another one is in force on some of the same days.
  private mutating func ta(
    _ liste: Sjekkliste?, _ leser: Sjekklisteleser, _ feil: inout [Definisjonsfeil]
  ) {
    var leser = leser
    if let liste {
      for other in sjekklister where other.navn == liste.navn { leser.refuseOverlap(liste, other) }
      sjekklister.append(liste)
    }
    ta(leser, &feil)
  }

  /// Takes over what was found in a file, in the file's order.
  private mutating func ta(_ leser: some Definisjonsleser, _ feil: inout [Definisjonsfeil]) {
    feil += leser.feil.sorted { ($0.linje, $0.kolonne) < ($1.linje, $1.kolonne) }
    varsler += leser.varsler
  }

  /// What somebody should look at on a day, though controls can be held: a legal basis or a procedure that is
  /// overdue, record examples that are missing, a procedure that names a point that is not there.
  public func advarsler(på dag: Dato) -> [Definisjonsfeil] {
    varsler.filter { $0.etter < dag }.map(\.feil)
  }

  /// The version of a checklist that is in force on a control date.
  public func sjekkliste(_ navn: String, på dato: Dato) -> Sjekkliste? {
    sjekklister.first { $0.navn == navn && $0.gjelder.inneholder(dato) }
  }

  /// One version of a checklist.
  public func sjekkliste(_ navn: String, versjon: String) -> Sjekkliste? {
    sjekklister.first { $0.navn == navn && $0.versjon == versjon }
  }

  /// A draft of a checklist, which may stand outside the folder and be in force on any days.
  ///
  /// - Throws: every fault in the file.
  public func utkast(_ fil: String, _ bytes: [UInt8]) throws(Definisjonsfeilene) -> Sjekkliste {
    let (text, faults) = YAMLText.read(bytes)
    var leser = Sjekklisteleser(
      fil: fil, sti: nil, faults: faults, modell: modell, hjemler: hjemler, prosedyrer: prosedyrer.map(\.id))
    if let liste = text.flatMap({ leser.sjekkliste($0, hash: innholdshash(bytes)) }) { return liste }
    throw Definisjonsfeilene(
      feil: leser.feil.sorted { ($0.linje, $0.kolonne) < ($1.linje, $1.kolonne) })
  }

  /// What a failure area is called; «Sviktområde n» when no file names it.
  public func navn(påSviktområde nummer: Int) -> String { sviktområder[nummer] ?? "Sviktområde \(nummer)" }

  /// The entry of the register with an id; nil when there is none.
  public func hjemmel(_ id: String) -> Hjemmel? { hjemler.first { $0.id == id } }

  /// Those of the cited legal bases that a reader needs on a control date: what was in force on some day of that
  /// year or of the year before, which is what points look back on. All of them when none was.
  public func hjemler(_ ids: [String], på kontrolldato: Dato) -> [String] {
    guard let judged = Periode(.nyttår(kontrolldato.år - 1), kontrolldato) else { return ids }
    let relevant = ids.filter { hjemmel($0)?.gjelder.overlapper(judged) ?? true }
    return relevant.isEmpty ? ids : relevant
  }

  /// How a legal basis is written for a reader who looks from a day, which is told when it is not in force then;
  /// its id when the register does not know it.
  public func navn(påHjemmel id: String, på dag: Dato) -> String {
    hjemmel(id)?.navn(på: dag) ?? id
  }
}

/// SHA-256 in lower-case hex.
func innholdshash(_ bytes: [UInt8]) -> String {
  SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

extension Definisjonsfeil {
  static func mangler(_ fil: String, i mappe: String) -> Definisjonsfeil {
    Definisjonsfeil(
      kode: Sjekklistekode.unreadable.rawValue, fil: "\(mappe)/\(fil)", linje: 1, kolonne: 1, bredde: 1,
      melding: "The file is missing.", hint: "Give the folder with --checklists DIR.")
  }
}
