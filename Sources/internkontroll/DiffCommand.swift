import ArgumentParser
import AuditStore
import CaseRecords
import Checklists
import JSONText
import Quality
import Reports
import Values

/// What a revision of a checklist changes, and what it finds in cases that the old version did not.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Compare two versions of a checklist, also on cases.",
    discussion: """
      Example: internkontroll diff 2013-01-01 2014-05-31 --replay SampleCases/fosterhjem-1 --on 2014-05-30

      A version is NAME@VERSION, VERSION alone (of the checklist fosterhjem), or the path of a YAML file. With
      --replay or --store both versions are run on the same cases, whatever days they are in force for.
      Exit code: 2 when an input could not be read (the other cases are in the answer), 4 when there was no
      case or no such version, 0 otherwise, also when the versions differ.
      """)

  enum Cases: String, ExpressibleByArgument, CaseIterable {
    case few
    case all
  }

  @Argument(help: ArgumentHelp("The version to compare from.", valueName: "A"))
  var from: String
  @Argument(help: ArgumentHelp("The version to compare to.", valueName: "B"))
  var to: String
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Case files, folders, JSON Lines, or - for standard input.", valueName: "path"))
  var replay: [String] = []
  @Option(help: ArgumentHelp("The control date, with --replay.", valueName: "date"))
  var on: Dato?
  @Option(
    help: ArgumentHelp("Run the stored controls again, each on its own control date.", valueName: "file"))
  var store: String?
  @Option(help: "Name the first cases of each point (few), or all of them.")
  var cases = Cases.few
  @Flag(help: "Show the changed rules also when cases were run.")
  var details = false
  @Flag(help: "One JSON object, whole or not at all.")
  var json = false
  @OptionGroup var definisjoner: Definisjonsvalg

  func validate() throws {
    if !replay.isEmpty, store != nil { throw ValidationError("Give --replay or --store, not both.") }
    if !replay.isEmpty, on == nil { throw ValidationError("--replay needs a control date: --on DATE.") }
    if replay.isEmpty, on != nil { throw ValidationError("--on needs cases: --replay PATH….") }
  }

  func run() throws {
    let bibliotek = try definisjoner.bibliotek()
    let (a, b) = (try versjon(from, bibliotek), try versjon(to, bibliotek))
    var kjøring: Diffrapport.Kjøring?
    var feil: [Sjekkfeil] = []
    if let store {
      kjøring = try lagrede(a, b, bibliotek, store, &feil)
    } else if let on, !replay.isEmpty {
      kjøring = gjenkjørt(a, b, bibliotek, på: on, &feil)
    }
    let rapport = Diffrapport(
      Sjekklistediff(fra: a, til: b), bibliotek, kjøring, filer: .init(fra: fil(from), til: fil(to)))
    for fault in feil { Utskrift.feil("internkontroll: \(fault.linjetekst)") }
    if json {
      try Utskrift.linje(rapport.json(motor: Versjon.motor, feil: feil.map(\.json)).compactText)
    } else {
      let omfang = Diffrapport.Omfang(detaljer: details, alleSaker: cases == .all)
      try Utskrift.data(Array(rapport.tekst(omfang).utf8))
    }
    if !feil.isEmpty { return try avslutt(.failed) }
    try avslutt(kjøring?.resultat.antallSaker == 0 ? .nothing : .ok)
  }

  /// The version that an argument names.
  private func versjon(_ argument: String, _ bibliotek: Sjekklistebibliotek) throws -> Sjekkliste {
    guard let path = fil(argument) else {
      return try bibliotek.versjon(argument.contains("@") ? argument : "fosterhjem@\(argument)")
    }
    let bytes = try Filer.les(path)
    do throws(Definisjonsfeilene) {
      return try bibliotek.utkast(path, bytes)
    } catch {
      for fault in error.feil { Utskrift.feil(fault.tekst) }
      throw Kommandofeil(.failed, "the checklist in \(path) cannot be used")
    }
  }

  /// The file that an argument names; nil for a version.
  private func fil(_ argument: String) -> String? {
    [".yaml", ".yml"].contains(where: argument.hasSuffix) || argument.contains("/") ? argument : nil
  }

  // MARK: Running both versions

  private func gjenkjørt(
    _ a: Sjekkliste, _ b: Sjekkliste, _ bibliotek: Sjekklistebibliotek, på on: Dato,
    _ feil: inout [Sjekkfeil]
  ) -> Diffrapport.Kjøring {
    let maks = json || cases == .all ? Int.max : 2
    var resultat = Gjenkjøring(fra: a, til: b, maksSaker: maks)
    let (kilder, uleselige) = Kilde.finn(replay)
    feil += uleselige.map(Sjekkfeil.init)
    Saksinngang.leser(bibliotek.modell).les(kilder, bolk: 2048) { bunke, lesefeil in
      feil += lesefeil.map(Sjekkfeil.init) + bunke.saker.compactMap { Sjekkfeil(uttrekk: $0, før: on) }
      let mulige = bunke.saker.indices.filter { on <= bunke.saker[$0].uttrekk }
      let parts = påBeggeKjerner(mulige) { indices in
        var own = Gjenkjøring(fra: a, til: b, maksSaker: maks)
        var (before, after) = (Punktkontroll(a, bunke, på: on), Punktkontroll(b, bunke, på: on))
        for range in indices.sammenhengende { own.kjør(&before, &after, bunke, saker: range) }
        return [own]
      }
      for part in parts { resultat.append(part) }
    }
    return Diffrapport.Kjøring(resultat, .saker(på: on), antallFeil: feil.count)
  }

  private func lagrede(
    _ a: Sjekkliste, _ b: Sjekkliste, _ bibliotek: Sjekklistebibliotek, _ path: String,
    _ feil: inout [Sjekkfeil]
  ) throws -> Diffrapport.Kjøring {
    let stored = try medLager {
      do {
        return try Lagredekontroller(try Revisjonslager.open(sti: path, modus: .lesBare))
      } catch Lagerfeil.finnesIkke {
        throw Kommandofeil(.failed, "there is no store \(path)")
      }
    }
    var resultat = Gjenkjøring(fra: a, til: b)
    for control in stored.kontroller {
      feil += try control.gjenkjør(fra: a, til: b, bibliotek.modell, &resultat).map(Sjekkfeil.init)
    }
    return Diffrapport.Kjøring(resultat, .lagret(stored), antallFeil: feil.count)
  }
}

extension ArraySlice<Int> {
  /// The same rising numbers as ranges.
  fileprivate var sammenhengende: [Range<Int>] {
    reduce(into: []) { ranges, index in
      if let last = ranges.last, last.upperBound == index {
        ranges[ranges.count - 1] = last.lowerBound..<(index + 1)
      } else {
        ranges.append(index..<(index + 1))
      }
    }
  }
}
