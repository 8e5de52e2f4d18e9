import ArgumentParser
import CaseRecords
import Checklists
import JSONText
import Reports
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

      In OSCAL only a point that is oppfylt in every case it applies to is satisfied; ukjent and
      ikke_kontrollert are not-satisfied with the reason other, and every outcome stands in a property.
      """)

  @Argument(help: "Case files, folders, JSON Lines, or - for standard input.")
  var paths: [String]
  @Option(help: ArgumentHelp("The control date.", valueName: "date"))
  var on: Dato
  @OptionGroup var valg: Sjekklistevalg
  @Option(
    name: .customLong("known-on"),
    help: ArgumentHelp("Count only what was registered by this day.", valueName: "date"))
  var knownOn: Dato?
  @OptionGroup var waivers: WaiverOptions
  @Flag(help: "One JSON object, whole or not at all.")
  var json = false
  @Flag(help: "One JSON object a line: cases, errors, totals.")
  var jsonl = false
  @Flag(help: "OSCAL assessment results, whole or not at all.")
  var oscal = false
  @OptionGroup var definisjoner: Definisjonsvalg

  func validate() throws {
    if let knownOn, knownOn < on { throw ValidationError("--known-on must not be before --on.") }
    if [json, jsonl, oscal].count(where: \.self) > 1 {
      throw ValidationError("Give one of --json, --jsonl and --oscal.")
    }
  }

  func run() throws {
    // A waiver may name a point of any version.
    let bibliotek = try definisjoner.bibliotek(waivers.waivers == nil ? valg.utvalg(på: on) : .alle)
    let sjekkliste = try valg.sjekkliste(bibliotek, på: on)
    let unntak = try waivers.read(bibliotek)
    var usett = Set(unntak.map(\.sak))
    var skriver = Sjekkutskrift(
      form: json ? .json : jsonl ? .jsonl : oscal ? .oscal : .tekst,
      oscal: Oscalsvar(sjekkliste, på: on, kjentPå: knownOn, motor: Versjon.motor))
    let (kilder, uleselige) = Kilde.finn(paths)
    try skriver.ta(saker: [], feil: uleselige.map(Sjekkfeil.init))
    let (form, on, knownOn) = (skriver.form, on, knownOn)
    try Saksinngang.leser(bibliotek.modell).les(kilder, bolk: 512) { bunke, feil in
      usett.subtract(bunke.saker.map(\.sak) + feil.compactMap(\.sak))
      let datofeil = bunke.saker.compactMap { Sjekkfeil(uttrekk: $0, før: on) }
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

  /// A waiver for a case that nobody has heard of is a mistake, perhaps in the pseudonym.
  private func ukjentSak(_ id: String) -> Sjekkfeil {
    let shown = Saksinngang.vakt(id) == nil ? id : nil
    return Sjekkfeil(
      kode: "unknown_waiver_case", fil: waivers.waivers ?? "", linje: 0, kolonne: 0, sak: shown,
      melding: "A waiver names a case that is not among those read.")
  }
}
