import CaseRecords
public import Checklists
import Foundation
import JSONText
import RegisterImport
public import Values
public import Vocabulary

/// Reads what a team leader uploads: case files, register files, a table of visits, or a list of cases.
///
/// What a file is, is found from what it holds and not from its name. Everything goes through the same reader
/// of case records and the same guard. One faulty case does not stop the others.
public struct Innleser: Sendable {
  /// The largest register file, in bytes.
  public static let størsteRegisterfil = 50 * 1024 * 1024
  /// The largest file of any other kind, in bytes.
  public static let størsteFil = 5 * 1024 * 1024
  /// The most files of one upload.
  public static let flestFiler = 50
  /// The most faults that are told of.
  public static let flestFeil = 200

  let modell: Saksmodell
  let nøkkel: [UInt8]?
  private let sjekkliste: @Sendable (Dato) -> Sjekkliste?

  /// A reader of uploads.
  ///
  /// - Parameters:
  ///   - nøkkel: The key that pseudonyms are made with; without one neither register files nor journal numbers
  ///     can be read.
  ///   - sjekkliste: The checklist in force on a day, to tell which points need what is not known.
  public init(
    modell: Saksmodell, nøkkel: [UInt8]? = nil,
    sjekkliste: @escaping @Sendable (Dato) -> Sjekkliste? = { _ in nil }
  ) {
    self.modell = modell
    self.nøkkel = nøkkel
    self.sjekkliste = sjekkliste
  }

  /// Reads the files of one upload.
  ///
  /// - Parameters:
  ///   - team: The team the cases are for; records of other teams are left out and counted.
  ///   - enhet: The unit; nil when the files say it.
  ///   - forventet: An independent count of the team's foster children.
  ///   - tabell: What a table or a list does not say itself.
  public func les(
    _ filer: [(navn: String, bytes: [UInt8])], team: String, enhet: String?, forventet: Int? = nil,
    idag: Dato, tabell: Tabellvalg? = nil
  ) -> Innlesing {
    var opplasting = Opplasting(filer.map(\.navn))
    do throws(Innlesingsfeil) {
      let mål = Mål(team: team, enhet: enhet, idag: idag)
      try kontroller(mål)
      let format = try self.format(filer, opplasting)
      switch format {
      case .json, .jsonListe: lesSaksfiler(filer, format, &opplasting)
      case .xml: try lesRegister(filer, mål, &opplasting)
      case .tekst: try lesTabell(filer, mål, tabell, &opplasting)
      case .tom, .ikkeTekst: break
      }
      return ferdig(opplasting, mål, forventet: forventet)
    } catch {
      var innlesing = Innlesing()
      innlesing.feil = [error]
      return innlesing
    }
  }

  /// Whom an upload is for.
  struct Mål {
    var team: String
    var enhet: String?
    var idag: Dato
  }

  /// A unit and a team are named as a case record can name them.
  private func kontroller(_ mål: Mål) throws(Innlesingsfeil) {
    for (what, name) in [("Teamet", mål.team), ("Enheten", mål.enhet ?? "x")] {
      let isName =
        (1...40).contains(name.count) && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
      guard isName, (try? Inntekst.ren(name)) != nil else {
        throw Innlesingsfeil(
          kode: "navn", melding: "\(what) må skrives med bokstaver, tall og bindestrek, høyst 40 tegn.")
      }
    }
  }

  // MARK: What the files are

  /// The one format of all the files; which of the two JSON forms it is may differ between them.
  private func format(
    _ filer: [(navn: String, bytes: [UInt8])], _ opplasting: Opplasting
  ) throws(Innlesingsfeil) -> Filformat {
    guard !filer.isEmpty else { throw Innlesingsfeil(kode: "ingen-fil", melding: "Velg minst én fil.") }
    guard filer.count <= Self.flestFiler else {
      throw Innlesingsfeil(
        kode: "for-mange-filer", melding: "Last opp høyst \(Self.flestFiler) filer om gangen.")
    }
    var formats: [Filformat] = []
    for (index, fil) in filer.enumerated() {
      let format = Filformat(fil.bytes)
      let name = opplasting.navn[index]
      switch format {
      case .tom: throw Innlesingsfeil(kode: "tom-fil", fil: name, melding: "Filen er tom.")
      case .ikkeTekst:
        throw Innlesingsfeil(
          kode: "ikke-tekst", fil: name,
          melding: "Filen kan ikke leses. Lagre den som JSON, XML eller CSV (UTF-8) og prøv igjen.")
      case .xml, .json, .jsonListe, .tekst: formats.append(format)
      }
      let most = format == .xml ? Self.størsteRegisterfil : Self.størsteFil
      guard fil.bytes.count <= most else {
        throw Innlesingsfeil(
          kode: "for-stor-fil", fil: name,
          melding: "Filen er for stor. Den kan være på høyst \(most / 1_048_576) MB.")
      }
    }
    guard let first = formats.first, formats.allSatisfy({ $0.slag == first.slag }) else {
      throw Innlesingsfeil(
        kode: "flere-formater", melding: "Filene er av ulike slag. Last opp ett slag om gangen.")
    }
    return first
  }

  // MARK: One way on for all formats

  /// Puts what was read through the reader of case records, and tells what came of it.
  private func ferdig(_ opplasting: Opplasting, _ mål: Mål, forventet: Int?) -> Innlesing {
    let (bunke, faults) = Saksinnlesing(modell: modell, vakt: Inntekst.vakt).les(opplasting.kilder)
    let utvalg = Postutvalg(mål, bunke.saker)
    var innlesing = Innlesing()
    innlesing.feil = opplasting.feil + faults.map { Feiltekst.feil($0, opplasting) } + utvalg.feil
    var unread = Set(opplasting.uleselige).union(faults.compactMap(\.sak)).union(utvalg.uleselige)
    unread.subtract(utvalg.saker)
    let unnamed = Set(faults.filter { $0.sak == nil }.map { "\($0.fil ?? "") \($0.linje ?? 0)" }).count
    innlesing.linjer = linjer(opplasting, utvalg, uleselige: unread.count + unnamed, forventet: forventet)
    if innlesing.feil.count > Self.flestFeil {
      let more = innlesing.feil.count - Self.flestFeil
      innlesing.feil.removeLast(more)
      innlesing.feil.append(Innlesingsfeil(kode: "flere-feil", melding: "Det er \(more) feil til."))
    }
    guard let unit = utvalg.enhet, let day = utvalg.dag, !utvalg.poster.isEmpty else {
      if innlesing.feil.isEmpty {
        innlesing.feil = [
          Innlesingsfeil(kode: "ingen-saker", melding: "Filene har ingen saker for dette teamet.")
        ]
      }
      return innlesing
    }
    let uttrekk = Uttrekk(
      enhet: unit, team: mål.team, dag: day, kilde: opplasting.kilde, poster: utvalg.poster,
      uleselige: unread.sorted())
    innlesing.uttrekk = uttrekk
    if let own = try? uttrekk.bunke(modell) {
      innlesing.ukjent = Ukjentoversikt(own, sjekkliste(day), på: day).ukjent
    }
    return innlesing
  }

  private func linjer(
    _ opplasting: Opplasting, _ utvalg: Postutvalg, uleselige: Int, forventet: Int?
  ) -> [Avstemmingslinje] {
    var lines = opplasting.linjer
    if lines.isEmpty {
      let total = utvalg.poster.count + utvalg.andreTeam + uleselige
      lines.append(Avstemmingslinje("Saker i filene", total))
    }
    if utvalg.andreTeam > 0 {
      lines.append(Avstemmingslinje("Hoppet over: saken hører til et annet team", utvalg.andreTeam))
    }
    if uleselige > 0 {
      lines.append(Avstemmingslinje("Saker som ikke kunne leses", uleselige, erVarsel: true))
    }
    lines.append(Avstemmingslinje("Saker lest inn", utvalg.poster.count, erVarsel: utvalg.poster.isEmpty))
    if let forventet {
      let found = opplasting.fosterbarn ?? utvalg.poster.count
      lines.append(
        Avstemmingslinje("Barn i fosterhjem du ventet å finne", forventet, erVarsel: found != forventet))
    }
    return lines
  }
}
