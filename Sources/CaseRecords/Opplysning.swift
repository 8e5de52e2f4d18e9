public import JSONText
internal import Values
public import Vocabulary

/// A case record with a fact more: what a controller found out that the record did not say.
///
/// - Parameters:
///   - sted: `oppfølgingsbesøk/0/barnet_til_stede`, `opplysninger/født`, or `drøfting` for an open collection.
///   - verdi: A JSON literal, or a code or date without quotes. For an open collection a list of the events
///     that the record did not have (often `[]`); the collection is complete from then on.
///
/// A fact can only narrow down what the record left open: a value that the record rules out is refused with
/// `contradicts_record`. Throws also whatever the reader finds wrong with the new record.
public func medOpplysning(
  sted: String, verdi: String, i sak: JSONValue, modell: Saksmodell, vakt: @escaping Vakt
) throws(Lesefeil) -> JSONValue {
  if let slag = vakt(sted) ?? vakt(verdi) {
    throw Lesefeil(.identity, "The fact looks like \(slag); it is refused.")
  }
  let mål = try Opplysningsmål(sted, modell)
  let før = try Saksbunke(sak: sak, modell: modell)
  let ny: JSONValue
  switch mål {
  case .samling(let samling): ny = try sak.medHendelser(verdi, modell.samlinger[samling], samling, før)
  case .opplysning(let felt):
    let felt = modell.opplysninger[felt]
    let gamle = sak["opplysninger"] ?? .object([])
    ny = sak.medMedlem("opplysninger", gamle.medMedlem(felt.navn, bokstavelig(verdi, felt.type)))
  case .hendelse(let samling, let indeks, let felt):
    ny = try sak.medFelt(verdi, modell.samlinger[samling], indeks, felt)
  }
  let etter = try Saksbunke(sak: ny, modell: modell, vakt: vakt)
  guard mål.snevrerInn(før, etter) else {
    throw Lesefeil(
      .contradictsRecord, sak: før.saker.first?.sak, sted: mål.tekst(modell), "The record rules this out.")
  }
  return ny
}

/// What a fact is about.
private enum Opplysningsmål {
  case opplysning(Int)
  case samling(Int)
  case hendelse(Int, Int, Felt)

  /// A field of an event, or one of its times.
  enum Felt {
    case felt(Int, navn: String, Felttype)
    case tid(Tidsnøkkel)

    var navn: String {
      switch self {
      case .felt(_, let navn, _): navn
      case .tid(let tid): tid.rawValue
      }
    }
  }

  init(_ sted: String, _ modell: Saksmodell) throws(Lesefeil) {
    let deler = sted.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if deler.count == 2, deler[0] == "opplysninger", let felt = modell.opplysning(deler[1]) {
      self = .opplysning(felt)
      return
    }
    guard let samling = deler.first.flatMap({ modell.samling($0) }),
      modell.samlinger[samling].avledning == nil
    else { throw Opplysningsmål.ukjent }
    if deler.count == 1 {
      self = .samling(samling)
      return
    }
    guard deler.count == 3, let indeks = Int(deler[1]), indeks >= 0, deler[1] == String(indeks) else {
      throw Opplysningsmål.ukjent
    }
    let tider: [Tidsnøkkel] = modell.samlinger[samling].tid == .dato ? [.dato] : [.fra, .til]
    if let felt = modell.samlinger[samling].felt(deler[2]) {
      let declared = modell.samlinger[samling].felter[felt]
      self = .hendelse(samling, indeks, .felt(felt, navn: declared.navn, declared.type))
    } else if let tid = (tider + [.registrert]).first(where: { $0.rawValue == deler[2] }) {
      self = .hendelse(samling, indeks, .tid(tid))
    } else {
      throw Opplysningsmål.ukjent
    }
  }

  private static let ukjent = Lesefeil(
    .invalidFact,
    "A fact is COLLECTION/INDEX/FIELD, opplysninger/FIELD or COLLECTION, in the vocabulary's names.")

  func tekst(_ modell: Saksmodell) -> String {
    switch self {
    case .opplysning(let felt): "opplysninger.\(modell.opplysninger[felt].navn)"
    case .samling(let samling): "hendelser.\(modell.samlinger[samling].navn)"
    case .hendelse(let samling, let indeks, let felt):
      "hendelser.\(modell.samlinger[samling].navn)[\(indeks)].\(felt.navn)"
    }
  }

  /// Whether everything that the new record allows here was allowed before.
  func snevrerInn(_ før: Saksbunke, _ etter: Saksbunke) -> Bool {
    switch self {
    case .samling: return true
    case .opplysning(let felt):
      return Celle(før.opplysninger[felt], 0, før.modell.opplysninger[felt].type, før.tekstkoder).rommer(
        Celle(etter.opplysninger[felt], 0, før.modell.opplysninger[felt].type, etter.tekstkoder))
    case .hendelse(let samling, let indeks, let felt):
      guard let a = før.samlinger[samling].indeks.firstIndex(of: Int32(indeks)),
        let b = etter.samlinger[samling].indeks.firstIndex(of: Int32(indeks))
      else { return false }
      let (tabell, ny) = (før.samlinger[samling], etter.samlinger[samling])
      switch felt {
      case .felt(let nummer, _, let type):
        return Celle(tabell.felter[nummer], a, type, før.tekstkoder).rommer(
          Celle(ny.felter[nummer], b, type, etter.tekstkoder))
      case .tid(.dato), .tid(.fra):
        return tabell.fraLav[a] <= ny.fraLav[b] && ny.fraHøy[b] <= tabell.fraHøy[a]
      case .tid(.til): return tabell.tilLav[a] <= ny.tilLav[b] && ny.tilHøy[b] <= tabell.tilHøy[a]
      case .tid(.registrert):
        return tabell.registrertLav[a] <= ny.registrertLav[b]
          && ny.registrertHøy[b] <= tabell.registrertHøy[a]
      }
    }
  }
}

/// What one cell of a column allows, apart from its bunke.
private struct Celle {
  var maske: UInt64
  var omfang: ClosedRange<Int32>?
  var tekst: String?

  init(_ kolonne: Feltkolonne, _ rad: Int, _ type: Felttype, _ tekstkoder: [String]) {
    maske = kolonne.maske[rad]
    guard type.harOmfang, maske & Feltkolonne.verdi != 0 else { return }
    let lav = kolonne.lav[rad]
    let erKjent = maske == Feltkolonne.verdi && lav == kolonne.høy[rad]
    if type == .tekstkode {
      tekst = erKjent ? tekstkoder[Int(lav)] : nil
    } else {
      omfang = lav...max(lav, kolonne.høy[rad])
    }
  }

  func rommer(_ ny: Celle) -> Bool {
    guard ny.maske & ~maske == 0 else { return false }
    if let tekst, ny.tekst != tekst { return false }
    guard let omfang, let nytt = ny.omfang else { return true }
    return omfang.lowerBound <= nytt.lowerBound && nytt.upperBound <= omfang.upperBound
  }
}

/// The JSON value that a user means by a text, for a field of this type.
private func bokstavelig(_ tekst: String, _ type: Felttype) -> JSONValue {
  let lest = try? JSONValue(parsing: tekst)
  switch type {
  case .sannhet, .tall: break
  case .kode(let koder):
    if let kode = koder.first(where: { $0.navn == tekst }) {
      return kode.erTall ? Int64(tekst).map(JSONValue.integer) ?? .string(tekst) : .string(kode.navn)
    }
  case .dato, .måned, .tekstkode:
    // `2014` is a year and `12` an id: what looks like a number is a text here.
    if case .integer = lest { return .string(tekst) }
    if case .number = lest { return .string(tekst) }
  }
  return lest ?? .string(tekst)
}

extension JSONValue {
  /// This object with a member set: in its place, or at the end.
  fileprivate func medMedlem(_ navn: String, _ verdi: JSONValue) -> JSONValue {
    var medlemmer = members ?? []
    if let place = medlemmer.firstIndex(where: { $0.name == navn }) {
      medlemmer[place].value = verdi
    } else {
      medlemmer.append(Member(navn, verdi))
    }
    return .object(medlemmer)
  }

  fileprivate func medFelt(
    _ verdi: String, _ samling: Samling, _ indeks: Int, _ felt: Opplysningsmål.Felt
  ) throws(Lesefeil) -> JSONValue {
    guard let hendelser = self["hendelser"], var liste = hendelser[samling.navn]?.array, indeks < liste.count
    else {
      throw Lesefeil(
        .invalidFact, sted: "hendelser.\(samling.navn)", "The record has no event with this index.")
    }
    let type: Felttype = if case .felt(_, _, let type) = felt { type } else { .dato }
    liste[indeks] = liste[indeks].medMedlem(felt.navn, bokstavelig(verdi, type))
    return medMedlem("hendelser", hendelser.medMedlem(samling.navn, .array(liste)))
  }

  /// Adds the events that an open collection did not have, and closes it.
  fileprivate func medHendelser(
    _ verdi: String, _ samling: Samling, _ nummer: Int, _ bunke: Saksbunke
  ) throws(Lesefeil) -> JSONValue {
    let sted = "hendelser.\(samling.navn)"
    guard let nye = (try? JSONValue(parsing: verdi))?.array else {
      throw Lesefeil(
        .invalidFact, sted: sted, "The events of a collection are given as a JSON list, often [].")
    }
    guard bunke.samlinger[nummer].åpenhet[0].kanHaFlere else {
      throw Lesefeil(.contradictsRecord, sted: sted, "The record says that this collection is complete.")
    }
    let hendelser = self["hendelser"] ?? .object([])
    let gamle = hendelser[samling.navn]?.array ?? []
    var ny = medMedlem("hendelser", hendelser.medMedlem(samling.navn, .array(gamle + nye)))
    if let navn = self["ufullstendig"]?.array {
      ny = ny.medMedlem("ufullstendig", .array(navn.filter { $0.string != samling.navn }))
    }
    return ny
  }
}
