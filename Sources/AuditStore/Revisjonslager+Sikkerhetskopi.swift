internal import GRDB
internal import JSONText
internal import Sampling

extension Revisjonslager {
  /// Copies the store while it is in use, checks the copy as a whole, and writes its manifest beside it.
  ///
  /// The copy gets its name only when it is on the disk and has been found right; the manifest
  /// (`<sti>.manifest.json`) comes last. Nothing is written over. Throws `Lagerfeil`.
  @discardableResult
  public func sikkerhetskopier(til sti: String, tid: String) throws -> Sikkerhetskopi {
    guard Blad.erTid(tid) else { throw Lagerfeil.ugyldigTid }
    let target = try Lagerfil(sti)
    try target.lagMappe()
    for file in [target, try target.manifest()] {
      guard try !file.finnes() else { throw Lagerfeil.finnesFraFør("an earlier backup") }
    }
    let copy = try target.lagNabo()
    defer { copy.fjern() }
    try Lagerfeil.oversatt {
      let queue = try DatabaseQueue(path: copy.sti)
      try kø.backup(to: queue)
      try queue.close()
    }
    guard let code = try Revisjonslager.verifiser(sti: copy.sti).kodeNårAltHolder else {
      throw Lagerfeil.skadet
    }
    let bytes = try copy.lesAlt()
    let manifest = Sikkerhetskopi(
      sjekksum: Sjekksum(av: bytes), størrelse: bytes.count, journalkode: code, tid: tid)
    guard try copy.publiser(som: target),
      try target.manifest().skrivNy(manifest.json.canonicalBytes)
    else { throw Lagerfeil.finnesFraFør("an earlier backup") }
    return manifest
  }

  /// Makes a store from a backup, and tells its manifest.
  ///
  /// Refused: a copy that is not what its manifest says, that is damaged, that is older than the code given, or
  /// that is newer than this program; a place where a store or a leftover side file stands. Throws `Lagerfeil`.
  @discardableResult
  public static func gjenopprett(
    fra kopi: String, til sti: String, ikkeEldreEnn kode: Journalkode? = nil
  ) throws -> Sikkerhetskopi {
    let source = try Lagerfil(kopi)
    let target = try Lagerfil(sti)
    guard try source.finnes() else { throw Lagerfeil.finnesIkke }
    guard try source.manifest().finnes(),
      let json = try? JSONValue(parsing: source.manifest().lesAlt()),
      let manifest = Sikkerhetskopi(json: json)
    else { throw Lagerfeil.sikkerhetskopi("it has no manifest that can be read") }
    let bytes = try source.lesAlt()
    guard manifest.gjelder(bytes) else {
      throw Lagerfeil.sikkerhetskopi("its SHA-256 is not that of the manifest")
    }
    try target.kreverLedigPlass()
    try target.lagMappe()
    // What is checked is the very file that gets the name, not the one it was copied from.
    let copy = try target.lagNabo()
    defer { copy.fjern() }
    try copy.skriv(bytes)
    let found = try verifiser(sti: copy.sti, kode: kode)
    if found.brudd.contains(where: { if case .avkortet = $0 { true } else { false } }) {
      throw Lagerfeil.sikkerhetskopi("it is older than the printed code")
    }
    guard found.kodeNårAltHolder == manifest.journalkode else {
      throw Lagerfeil.sikkerhetskopi(found.brudd.first?.description ?? "its journal code differs")
    }
    try target.kreverLedigPlass()
    guard try copy.publiser(som: target) else { throw Lagerfeil.finnesFraFør("a store") }
    return manifest
  }
}

extension Verifikasjon {
  /// The journal code, when nothing at all was wrong.
  var kodeNårAltHolder: Journalkode? { holder ? journalkode : nil }
}
