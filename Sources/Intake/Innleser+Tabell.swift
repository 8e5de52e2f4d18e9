import CaseRecords
import JSONText
import Values
import Vocabulary

extension Innleser {
  /// A table with one row a visit, or a list with one case a line.
  func lesTabell(
    _ filer: [(navn: String, bytes: [UInt8])], _ mål: Mål, _ valg: Tabellvalg?,
    _ opplasting: inout Opplasting
  ) throws(Innlesingsfeil) {
    guard let valg else {
      throw Innlesingsfeil(
        kode: "uttrekksdag-mangler",
        melding: "Skriv hvilken dag tabellen er fullstendig til og med. Det står ikke i selve tabellen.")
    }
    guard valg.uttrekksdag <= mål.idag else {
      throw Innlesingsfeil(
        kode: "uttrekk-i-framtida",
        melding: "Tabellen kan ikke være fullstendig til en dag som ikke er kommet.")
    }
    guard let enhet = mål.enhet else {
      throw Innlesingsfeil(kode: "enhet-mangler", melding: "Skriv hvilken enhet sakene hører til.")
    }
    let search = nøkkel.flatMap { Sakssøk(nøkkel: $0, enhet: enhet) }
    var tabell = Tabelleser(
      modell: modell, valg: valg, numre: Saksnummerleser(søk: search, slag: valg.saksnummer))
    for (name, fil) in zip(opplasting.navn, filer) { try tabell.les(fil.bytes, fil: name) }
    guard !tabell.erTom else {
      throw Innlesingsfeil(
        kode: "tom-tabell",
        melding: tabell.erListe
          ? "Lista er tom. Skriv minst én sak." : "Tabellen er tom. Fyll ut minst én rad.")
    }
    // A table of some years only would give findings of visits that nobody asked about.
    guard tabell.erListe || valg.komplett != nil else {
      throw Innlesingsfeil(
        kode: "helhet-mangler",
        melding: "Svar på om alle oppfølgingsbesøk er med i tabellen. Det står ikke i selve tabellen.")
    }
    opplasting.kilde = tabell.erListe ? .saksliste : .besøkstabell
    let poster = tabell.poster(enhet: enhet, team: mål.team)
    opplasting.feil = tabell.feil
    opplasting.uleselige = tabell.uleselige.sorted()
    opplasting.leggTil(poster)
    opplasting.linjer = tabell.linjer
  }
}

/// Reads tables and lists into one record a case.
struct Tabelleser {
  let modell: Saksmodell
  let valg: Tabellvalg
  let numre: Saksnummerleser
  private(set) var feil: [Innlesingsfeil] = []
  private(set) var uleselige: Set<String> = []
  /// No file had more than one column.
  private(set) var erListe = true
  private var saker: [Tabellsak] = []
  private var plass: [String: Int] = [:]
  private var rader = 0
  /// The lines that were refused, each once.
  private var ubrukte = 0
  /// Rows of a table whose case is not known. Each may be of any case, so that none has all its visits for certain.
  private var utenSak = 0
  /// Rows without a case number that are of the case above, as all they say of the case shows.
  private var fraOver = 0
  /// The case of the row above in the same file; nil when it is not known.
  private var over: Int?
  /// The number of each case without case and separators, to tell one that is written in two ways.
  private var skrevet: [String: String] = [:]

  init(modell: Saksmodell, valg: Tabellvalg, numre: Saksnummerleser) {
    self.modell = modell
    self.valg = valg
    self.numre = numre
  }

  /// Reads a file; a faulty row is told of and its case left out. Throws when it is no such table at all.
  mutating func les(_ bytes: [UInt8], fil: String) throws(Innlesingsfeil) {
    guard case .tekst(let skille) = Filformat(bytes) else { return }
    let table: Tabelltekst
    do { table = try Tabelltekst(Filformat.tekst(bytes), skille: skille) } catch {
      throw Self.feil(error, fil)
    }
    guard let heading = table.rader.first else { return }
    over = nil
    if skille == nil {
      let isHeading = Self.listeoverskrifter.contains(Feltleser.nøkkel(heading.celler.first ?? ""))
      let likely = table.rader.count { Saksnummerleser.kanVære($0.celler.first ?? "") }
      guard isHeading || likely * 2 > table.rader.count else {
        throw Innlesingsfeil(
          kode: "liste-form", fil: fil,
          melding:
            "Dette ser ikke ut som en liste med saksnummer. Skriv «Saksnummer» øverst og ett nummer på hver linje."
        )
      }
      for row in table.rader.dropFirst(isHeading ? 1 : 0) { ta(row, [.sak], fil) }
    } else {
      erListe = false
      let columns = try kolonner(heading, fil)
      for row in table.rader.dropFirst() { ta(row, columns, fil) }
    }
  }

  private static let listeoverskrifter: Set = [
    "sak", "saker", "saksnummer", "journalnummer", "journalnr", "journalnr.", "pseudonym",
  ]

  /// The records of the cases without a fault.
  mutating func poster(enhet: String, team: String) -> [JSONValue] {
    var poster: [JSONValue] = []
    var valg = valg
    if utenSak > 0 { valg.komplett = [] }
    for sak in saker where !uleselige.contains(sak.sak) {
      do {
        poster.append(try sak.post(modell, valg, enhet: enhet, team: team))
      } catch {
        uleselige.insert(sak.sak)
        feil.append(
          Innlesingsfeil(kode: "tabell-celle", linje: sak.linje, sak: sak.sak, melding: error.melding))
      }
    }
    return poster
  }

  /// Nothing but headings.
  var erTom: Bool { rader == 0 }

  /// What was counted.
  var linjer: [Avstemmingslinje] {
    let told = [
      ("Linjer som ikke kunne brukes", ubrukte),
      ("Rader uten kjent sak. Derfor kan det mangle besøk i alle sakene i tabellen", utenSak),
      ("Rader uten saksnummer, regnet til saken over fordi resten om saken er likt", fraOver),
    ]
    return [Avstemmingslinje(erListe ? "Linjer i lista" : "Rader i tabellen", rader)]
      + told.filter { $0.1 > 0 }.map { Avstemmingslinje($0.0, $0.1, erVarsel: true) }
      + [Avstemmingslinje(erListe ? "Saker i lista" : "Saker i tabellen", saker.count)]
  }

  // MARK: Rows

  private func kolonner(
    _ heading: Tabelltekst.Rad, _ fil: String
  ) throws(Innlesingsfeil) -> [Besøkstabell.Kolonne?] {
    var columns: [Besøkstabell.Kolonne?] = []
    for (index, text) in heading.celler.enumerated() {
      let column = Besøkstabell.kolonne(text)
      let isBlank = text.allSatisfy(\.isWhitespace)
      guard column != nil || isBlank, column.map({ !columns.contains($0) }) ?? true else {
        throw Innlesingsfeil(
          kode: "tabell-overskrift", fil: fil, linje: heading.linje, kolonne: index + 1,
          melding: column == nil
            ? "Overskriften er ikke en av dem malen har. Bruk malen, eller ta bort kolonnen."
            : "Overskriften står to ganger. Ta bort den ene kolonnen.")
      }
      columns.append(column)
    }
    guard columns.contains(.sak) else {
      throw Innlesingsfeil(
        kode: "tabell-overskrift", fil: fil, linje: heading.linje,
        melding: "Tabellen mangler kolonnen «sak». Bruk malen.")
    }
    return columns
  }

  private mutating func ta(_ row: Tabelltekst.Rad, _ columns: [Besøkstabell.Kolonne?], _ fil: String) {
    rader += 1
    var cells: [Besøkstabell.Kolonne: String] = [:]
    var stray: Int?
    for (index, text) in row.celler.enumerated() where !text.allSatisfy(\.isWhitespace) {
      if index < columns.count, let column = columns[index] {
        cells[column] = text
      } else {
        stray = stray ?? index
      }
    }
    let place = { (column: Besøkstabell.Kolonne) in columns.firstIndex(of: column) ?? 0 }
    guard let sak = sak(row, cells, place(.sak), fil) else { return over = nil }
    if erListe, plass[sak] != nil {
      return meld(row, 0, fil, "Saken står mer enn én gang i lista.", sak: nil)
    }
    let index = plass[sak] ?? saker.count
    over = index
    if index == saker.count {
      plass[sak] = index
      saker.append(Tabellsak(sak: sak, linje: row.linje))
    }
    if let stray { return meld(row, stray, fil, "Cellen hører ikke til noen kolonne.", sak: sak) }
    do { try saker[index].ta(cells, modell, valg) } catch {
      meld(row, place(error.kolonne), fil, error.melding, sak: sak)
    }
  }

  /// The case of a row; nil, and told of, when it is not known.
  private mutating func sak(
    _ row: Tabelltekst.Rad, _ cells: [Besøkstabell.Kolonne: String], _ place: Int, _ fil: String
  ) -> String? {
    if cells[.sak] == nil, let over, saker[over].sierDetSamme(cells) {
      fraOver += 1
      return saker[over].sak
    }
    do throws(Feltavvisning) {
      let text = cells[.sak] ?? ""
      let sak = try numre.sak(text)
      let known = skrevet[Saksnummerleser.nøkkel(text)] ?? sak
      guard known == sak else {
        throw Feltavvisning("er skrevet på en annen måte lenger oppe. Skriv den likt")
      }
      skrevet[Saksnummerleser.nøkkel(text)] = sak
      return sak
    } catch {
      meld(row, place, fil, "Sak \(error.tekst).", sak: nil)
      if !erListe { utenSak += 1 }
      return nil
    }
  }

  private mutating func meld(
    _ row: Tabelltekst.Rad, _ cell: Int, _ fil: String, _ text: String, sak: String?
  ) {
    ubrukte += 1
    feil.append(
      Innlesingsfeil(
        kode: "tabell-celle", fil: fil, linje: row.linje, kolonne: cell + 1, sak: sak, melding: text))
    if let sak { uleselige.insert(sak) }
  }

  private static func feil(_ feil: Tabelltekst.Feil, _ fil: String) -> Innlesingsfeil {
    switch feil {
    case .åpentAnførselstegn(let line):
      Innlesingsfeil(
        kode: "tabell-form", fil: fil, linje: line, melding: "Et anførselstegn åpnes her og lukkes ikke.")
    case .forMange(let line):
      Innlesingsfeil(
        kode: "tabell-form", fil: fil, linje: line,
        melding:
          "Tabellen er for stor. Den kan ha høyst \(Tabelltekst.flestRader) rader og "
          + "\(Tabelltekst.flestCeller) kolonner.")
    }
  }
}
