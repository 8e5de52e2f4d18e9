import ArgumentParser
import CaseRecords
import Checklists
import JSONText
import Reports
import RuleEngine
import Sampling
import Values

/// Puts a checklist to case records and says what it finds.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Put a checklist to case records.",
    discussion: """
      Example: internkontroll check SampleCases/fosterhjem-1 --on 2014-09-30

      Exit code: 1 when a case has an avvik, 2 when an input could not be read or evaluated (the other cases
      are in the answer), 4 when nothing was put to any case, 0 otherwise.
      """)

  @Argument(help: "Case files, folders, JSON Lines, or - for standard input.")
  var paths: [String]
  @Option(help: ArgumentHelp("The control date.", valueName: "date"))
  var on: Dato
  @Option(
    help: ArgumentHelp(
      "The checklist, with a version if it is not to be the one in force.", valueName: "name[@version]"))
  var checklist = "fosterhjem"
  @Option(
    name: .customLong("known-on"),
    help: ArgumentHelp("Count only what was registered by this day.", valueName: "date"))
  var knownOn: Dato?
  @Option(
    help: ArgumentHelp("A YAML list of waivers {sak, punkt, grunn, myndighet, fra, til}.", valueName: "file"))
  var waivers: String?
  @Flag(help: "One JSON object, whole or not at all.")
  var json = false
  @Flag(help: "One JSON object a line: cases, errors, totals.")
  var jsonl = false
  @OptionGroup var definisjoner: Definisjonsvalg

  func validate() throws {
    if let knownOn, knownOn < on { throw ValidationError("--known-on must not be before --on.") }
    if json && jsonl { throw ValidationError("Give --json or --jsonl, not both.") }
  }

  func run() throws {
    let bibliotek = try definisjoner.bibliotek()
    let sjekkliste = try sjekkliste(bibliotek)
    let unntak = try unntak(bibliotek)
    var usett = Set(unntak.map(\.sak))
    var skriver = Sjekkutskrift(form: json ? .json : jsonl ? .jsonl : .tekst)
    let (kilder, uleselige) = Kilde.finn(paths)
    try skriver.ta(saker: [], feil: uleselige.map(Sjekkfeil.init))
    let (form, on, knownOn) = (skriver.form, on, knownOn)
    try Saksinngang.leser(bibliotek.modell).les(kilder, bolk: 512) { bunke, feil in
      usett.subtract(bunke.saker.map(\.sak) + feil.compactMap(\.sak))
      let datofeil = bunke.saker.compactMap(uttrekksfeil)
      let mulige = bunke.saker.indices.filter { on <= bunke.saker[$0].uttrekk }
      let saker = påBeggeKjerner(mulige) { indices in
        var kjøring = Sjekkjøring(sjekkliste, bunke, på: on, kjentPå: knownOn, unntak: unntak)
        return indices.map { Sjekketsak(kjøring.sjekk($0), form) }
      }
      try skriver.ta(saker: saker, feil: feil.map(Sjekkfeil.init) + datofeil)
    }
    try skriver.ta(saker: [], feil: usett.sorted().map(ukjentSak))
    try skriver.avslutt()
    try avslutt(skriver.kode)
  }

  private func unntak(_ bibliotek: Sjekklistebibliotek) throws -> [Unntak] {
    guard let waivers else { return [] }
    let bytes = try Filer.les(waivers)
    do throws(Definisjonsfeilene) {
      return try Unntaksleser.les(waivers, bytes, bibliotek, vakt: Saksinngang.vakt)
    } catch {
      for fault in error.feil { Utskrift.feil(fault.tekst) }
      throw Kommandofeil(.failed, "the waivers in \(waivers) cannot be used")
    }
  }

  /// A waiver for a case that nobody has heard of is a mistake, perhaps in the pseudonym.
  private func ukjentSak(_ id: String) -> Sjekkfeil {
    let shown = Saksinngang.vakt(id) == nil ? id : nil
    return Sjekkfeil(
      kode: "unknown_waiver_case", fil: waivers ?? "", linje: 0, kolonne: 0, sak: shown,
      melding: "A waiver names a case that is not among those read.")
  }

  private func sjekkliste(_ bibliotek: Sjekklistebibliotek) throws -> Sjekkliste {
    let parts = checklist.split(separator: "@", maxSplits: 1).map(String.init)
    let name = parts.first ?? ""
    let names = Set(bibliotek.sjekklister.map(\.navn)).sorted()
    guard names.contains(name) else {
      throw Kommandofeil(
        .nothing, "there is no checklist «\(name)»; there is: \(names.joined(separator: ", "))")
    }
    if parts.count == 2 {
      if let found = bibliotek.sjekkliste(name, versjon: parts[1]) { return found }
      let versions = bibliotek.sjekklister.filter { $0.navn == name }.map(\.versjon)
      throw Kommandofeil(
        .nothing, "\(name) has no version \(parts[1]); the versions are \(versions.joined(separator: ", "))")
    }
    if let found = bibliotek.sjekkliste(name, på: on) { return found }
    throw Kommandofeil(.nothing, "no version of \(name) is in force on \(on)")
  }

  private func uttrekksfeil(_ sak: Sakshode) -> Sjekkfeil? {
    guard on > sak.uttrekk else { return nil }
    return Sjekkfeil(
      kode: "control_date_after_extract", fil: sak.fil ?? "", linje: sak.linje, kolonne: 1, sak: sak.sak,
      melding: "The control date \(on) is after the day the extract is complete to (\(sak.uttrekk)).")
  }
}

/// A checklist put to the cases of one bunke.
struct Sjekkjøring {
  private let sjekkliste: Sjekkliste
  private let bunke: Saksbunke
  private let kontrolldato: Dato
  private let kjentPå: Dato?
  private var kontroll: Punktkontroll
  private var medAlt: Punktkontroll
  /// The waivers valid on the control date, by case.
  private let unntak: [String: [Unntak]]

  init(_ sjekkliste: Sjekkliste, _ bunke: Saksbunke, på kontrolldato: Dato, kjentPå: Dato?, unntak: [Unntak])
  {
    let valid = unntak.filter { $0.gjelder.fra <= kontrolldato && kontrolldato <= $0.gjelder.til }
    self.unntak = Dictionary(grouping: valid, by: \.sak)
    self.sjekkliste = sjekkliste
    self.bunke = bunke
    self.kontrolldato = kontrolldato
    self.kjentPå = kjentPå
    kontroll = Punktkontroll(sjekkliste, bunke, på: kontrolldato, kjentPå: kjentPå)
    medAlt = Punktkontroll(sjekkliste, bunke, på: kontrolldato)
  }

  mutating func sjekk(_ index: Int) -> Sjekkresultat {
    kontroll.begin(sak: index)
    medAlt.begin(sak: index)
    let sak = bunke.saker[index]
    var punkter: [Sjekketpunkt] = []
    for punkt in sjekkliste.punkter {
      let vurdering = kontroll.vurdering(punkt)
      let late = kjentPå != nil && medAlt.utfall(punkt) != vurdering.utfall
      let waiver = unntak[sak.sak]?.first { $0.punkt == punkt.id }
      punkter.append(
        Sjekketpunkt(punkt: punkt, vurdering: vurdering, senRegistrering: late, unntak: waiver))
    }
    return Sjekkresultat(
      sak: sak.sak, kontrolldato: kontrolldato, kjentPå: kjentPå, sjekkliste: sjekkliste.id,
      sjekklistehash: sjekkliste.innholdshash, sakshash: Sjekksum(av: sak.kanonisk).hex, punkter: punkter)
  }
}
