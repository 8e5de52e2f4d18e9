import CaseRecords
import Foundation
public import JSONText
import Values

/// Reads files of the national child welfare register and writes case records without identities.
///
/// A total file is read once, one case at a time: memory holds one case, and one entry of a few bytes per
/// imported case so that two cases with the same journal number are found. Files that go on from one another
/// are read in two passes: the changes first, of which only the changed cases are kept, then the total file,
/// whose unchanged cases are written as they are read. Nothing is written in place until everything is read.
public struct Registerimport: Sendable {
  /// The shortest key that is accepted, in bytes.
  public static let kortesteNøkkel = 16

  private let nøkkel: [UInt8]
  private let enhet: String?
  private let team: String?
  private let fault: Recordcheck?

  /// What is wrong with a case record, in words without values; nil when it can be read.
  public typealias Recordcheck = @Sendable (JSONValue) -> String?

  /// An import under a secret key of at least sixteen bytes.
  ///
  /// Without `enhet` the unit is named by the numbers of the municipality and district that deliver the file
  /// (`kommune-3401`); without `team` the unit is its own team. Throws when the key is too short or a name is
  /// no short id (letters, digits, hyphens) or may be an identity.
  ///
  /// `fault` reads each record as the commands after this one will: a case whose record cannot be read is not counted as
  /// imported, is named, and is not written.
  public init(
    nøkkel: [UInt8], enhet: String? = nil, team: String? = nil, fault: Recordcheck? = nil
  ) throws(Importfeil) {
    guard nøkkel.count >= Self.kortesteNøkkel else {
      throw Importfeil(.ikkeTillatt, "import-nøkkel", "the key must be at least 16 bytes")
    }
    for (name, value) in [("unit", enhet), ("team", team)] {
      guard let value else { continue }
      guard erKortId(value), Identitetsvakt().treff(i: value) == nil else {
        throw Importfeil(
          .ikkeTillatt, "import-navn", "the \(name) must be a short id of letters, digits and hyphens")
      }
    }
    self.nøkkel = nøkkel
    self.enhet = enhet
    self.team = team
    self.fault = fault
  }

  /// The bytes of a key file, exactly as they are; throws when it cannot be read or is longer than 64 KiB.
  public static func lesNøkkel(fil: String) throws(Importfeil) -> [UInt8] {
    guard let handle = FileHandle(forReadingAtPath: fil) else {
      throw Importfeil(.uleselig, "import-nøkkel", "the key file cannot be read")
    }
    defer { try? handle.close() }
    let bytes: Data?
    do { bytes = try handle.read(upToCount: 65_537) } catch {
      throw Importfeil(.uleselig, "import-nøkkel", "the key file cannot be read")
    }
    guard let bytes, bytes.count <= 65_536 else {
      throw Importfeil(.ikkeTillatt, "import-nøkkel", "the key file is empty or too long")
    }
    return [UInt8](bytes)
  }

  /// Reads the files and writes `saker.jsonl`, one case a line, into the folder, which is made if needed.
  ///
  /// The files may come in any order. `koblingsliste` gets pseudonym and journal number of each written case
  /// and must lie outside the folder; `forventet` is an independent count of foster children. Both output
  /// files can be read by the owner only, and are there whole or not at all. Throws without having written
  /// anything when a file cannot be read, is not what the format asks for, or a path is not allowed.
  public func importer(
    filer: [String], til mappe: String, koblingsliste: String? = nil, forventet: Int? = nil
  ) throws(Importfeil) -> Avstemming {
    guard !filer.isEmpty else { throw Importfeil(.ikkeTillatt, "import-filer", "no file is given") }
    try kontrollerStier(filer: filer, mappe: mappe, koblingsliste: koblingsliste)
    let named = filer.enumerated().map { index, fil in
      (Self.navn(på: fil, nummer: index + 1, av: filer.count), Registerkilde.fil(fil))
    }
    let chains = try Self.kjeder(named)
    let utgang = try Importutgang(mappe: mappe, koblingsliste: koblingsliste)
    for chain in chains {
      if let warning = chain.advarsel { utgang.varsle(warning) }
      try importer(chain) { (sak, uttrekk) throws(Importfeil) in try utgang.skriv(sak, uttrekk: uttrekk) }
    }
    return try utgang.fullfør(forventet: forventet)
  }

  /// Reads files that lie in memory, such as an upload; nothing is written anywhere.
  ///
  /// The records are those that files with the same bytes give, in the same order. `navn` stands in messages,
  /// unless it may itself be an identity. Throws as the other way in does.
  public func importer(
    _ filer: [(navn: String, bytes: [UInt8])], forventet: Int? = nil
  ) throws(Importfeil) -> (poster: [JSONValue], avstemming: Avstemming) {
    guard !filer.isEmpty else { throw Importfeil(.ikkeTillatt, "import-filer", "no file is given") }
    let named = filer.enumerated().map { index, fil in
      (Self.navn(på: fil.navn, nummer: index + 1, av: filer.count), Registerkilde.minne(Data(fil.bytes)))
    }
    var regnskap = Importregnskap()
    var poster: [JSONValue] = []
    for chain in try Self.kjeder(named) {
      if let warning = chain.advarsel { regnskap.avstemming.advarsler.append(warning) }
      try importer(chain) { (sak, uttrekk) throws(Importfeil) in
        if let taken = regnskap.ta(sak, uttrekk: uttrekk) { poster.append(taken.post) }
      }
    }
    let avstemming = regnskap.gjørOpp(forventet: forventet)
    let kept = poster.indices.filter { !regnskap.utelatt.contains($0) }
    return (kept.map { poster[$0] }, avstemming)
  }

  private static func kjeder(_ filer: [(navn: String, kilde: Registerkilde)]) throws(Importfeil) -> [Filkjede]
  {
    var files: [Filkjede.Ledd] = []
    for fil in filer {
      let hode = try told(fil.navn) { () throws(Importfeil) in try Registerleser.hode(fil.kilde) }
      files.append(Filkjede.Ledd(kilde: fil.kilde, navn: fil.navn, hode: hode))
    }
    return try Filkjede.kjeder(files)
  }

  private func importer(
    _ chain: Filkjede, _ skriv: @escaping (Saksoversetter.Utfall, Dato) throws(Importfeil) -> Void
  ) throws(Importfeil) {
    guard let first = chain.ledd.first, let last = chain.ledd.last else { return }
    let unit = enhet ?? Self.enhet(last.hode)
    let oversetter = Saksoversetter(
      giver: Pseudonymgiver(nøkkel: nøkkel), enhet: unit, team: team ?? unit,
      kommunenummer: last.hode.kommunenummer, uttrekksdag: last.hode.uttrekksdag, fault: fault)
    var changes = try Endringer(chain.endringer)
    try Self.les(first) { (sak) throws(Importfeil) in
      if !changes.gjelder(sak) { try skriv(oversetter.oversett(sak), oversetter.uttrekk) }
    }
    for sak in changes.flettet { try skriv(oversetter.oversett(sak), oversetter.uttrekk) }
  }

  /// Reads the cases of a file whose opening is known.
  static func les(_ ledd: Filkjede.Ledd, sak: @escaping Registerleser.Saksmottak) throws(Importfeil) {
    try told(ledd.navn) { () throws(Importfeil) in
      try Registerleser.les(ledd.kilde) { (hode) throws(Importfeil) in
        guard hode == ledd.hode else {
          throw Importfeil(.uleselig, "import-fil", "the file was changed while it was read")
        }
        return true
      } onSak: { (found) throws(Importfeil) in
        try sak(found)
      }
    }
  }

  private func kontrollerStier(filer: [String], mappe: String, koblingsliste: String?) throws(Importfeil) {
    guard let koblingsliste else { return }
    if Stier.ligger(koblingsliste, i: mappe) {
      throw Importfeil(.ikkeTillatt, "import-sti", "the koblingsliste must lie outside the folder of cases")
    }
    let list = Stier.ekte(koblingsliste)
    if filer.contains(where: { Stier.ekte($0) == list }) {
      throw Importfeil(.ikkeTillatt, "import-sti", "the koblingsliste would replace a file that is read")
    }
  }

  private static func enhet(_ hode: Registerhode) -> String {
    "kommune-\(hode.kommunenummer)" + (hode.bydelsnummer.map { "-bydel-\($0)" } ?? "")
  }

  /// A file is named as the operator named it, unless the name may itself be an identity.
  private static func navn(på fil: String, nummer: Int, av total: Int) -> String {
    Identitetsvakt().treff(i: fil) == nil ? fil : "file \(nummer) of \(total)"
  }
}

/// Runs something and tells of which file it failed, unless it was the writing that failed.
private func told<Result>(
  _ file: String, _ body: () throws(Importfeil) -> Result
) throws(Importfeil) -> Result {
  do { return try body() } catch { throw error.kode == Sikkerfil.kanIkkeSkrive.kode ? error : error.i(file) }
}

/// One to forty ASCII letters, digits and hyphens.
private func erKortId(_ text: String) -> Bool {
  (1...40).contains(text.utf8.count)
    && text.unicodeScalars.allSatisfy {
      $0 == "-" || ($0.isASCII && ($0.properties.isAlphabetic || "0"..."9" ~= $0))
    }
}
