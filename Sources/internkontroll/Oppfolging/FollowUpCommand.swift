import ArgumentParser
import CaseRecords
import Checklists
import JSONText
import Quality
import Reports
import Values

/// Sheets for the follow-up of cases.
struct FollowUpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow-up", abstract: "Write a sheet for each case: what is wrong, unknown, and soon due.",
    discussion: """
      Example: internkontroll follow-up --on 2014-09-30 --cases SampleCases/fosterhjem-1 --html --out ark.html

      With --store, the open avvik of each case as well. A case with nothing to follow up gets no sheet. Exit
      code: 2 when an input could not be read (the other cases are in the answer), 4 when there was no case,
      0 otherwise.
      """)

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Case files, folders, JSON Lines, or - for standard input.", valueName: "path"))
  var cases: [String]
  @Option(help: ArgumentHelp("The day the records are looked at.", valueName: "date"))
  var on: Dato
  @Option(name: .customLong("case"), help: ArgumentHelp("Only this case; may be repeated.", valueName: "id"))
  var only: [String] = []
  @Option(help: ArgumentHelp("How many days ahead, 1 to 365.", valueName: "days"))
  var within = 60
  @Option(help: ArgumentHelp("A store, for the open avvik.", valueName: "file"))
  var store: String?
  @OptionGroup var valg: Sjekklistevalg
  @OptionGroup var utskrift: Rapportvalg
  @OptionGroup var definisjoner: Definisjonsvalg

  func validate() throws {
    guard (1...365).contains(within) else { throw ValidationError("--within is a number of days, 1 to 365.") }
  }

  func run() throws {
    for id in only { try Tekstvakt.prøv(id: id, "--case") }
    let bibliotek = try definisjoner.bibliotek(valg.utvalg(på: on))
    let sjekkliste = try valg.sjekkliste(bibliotek, på: on)
    let avvik = try åpneAvvik()
    var ark = Oppfølgingsark(dato: on, dager: within, sjekkliste: sjekkliste.id)
    let (kilder, uleselige) = Kilde.finn(cases)
    var feil = uleselige.map(Sjekkfeil.init)
    let (on, last, only) = (on, ark.sisteDag, Set(only))
    var usett = only
    Saksinngang.leser(bibliotek.modell).les(kilder, bolk: 512) { bunke, lesefeil in
      feil += lesefeil.map(Sjekkfeil.init) + bunke.saker.compactMap { Sjekkfeil(uttrekk: $0, før: on) }
      usett.subtract(bunke.saker.map(\.sak) + lesefeil.compactMap(\.sak))
      let mulige = bunke.saker.indices.filter {
        on <= bunke.saker[$0].uttrekk && (only.isEmpty || only.contains(bunke.saker[$0].sak))
      }
      ark.append(
        påBeggeKjerner(mulige) { indices in
          var kontroll = Punktkontroll(sjekkliste, bunke, på: on)
          return indices.map { index in
            let sak = bunke.saker[index].sak
            kontroll.begin(sak: index)
            return Saksark(sak, sjekkliste, &kontroll, til: last, avvik: avvik[sak] ?? []) {
              bibliotek.hjemler($0.hjemmel, på: on).map { bibliotek.navn(påHjemmel: $0, på: on) }
            }
          }
        })
    }
    if let strange = usett.sorted().first {
      throw Kommandofeil(.failed, "--case \(strange) is not among the cases that were read")
    }
    for fault in feil { Utskrift.feil("internkontroll: \(fault.linjetekst)") }
    try utskrift.skriv(
      tekst: ark.tekst, json: ark.json(motor: Versjon.motor, feil: feil.map(\.json)), html: ark.html,
      rettigheter: 0o600)
    if !feil.isEmpty { return try avslutt(.failed) }
    try avslutt(ark.antallSaker == 0 ? .nothing : .ok)
  }

  /// The avvik of the store as they stood on the day, by case.
  private func åpneAvvik() throws -> [String: [Avvik]] {
    guard let store else { return [:] }
    var lager = Lagervalg()
    lager.store = store
    let known = try medLager { try lager.register() }.per(on).avvik
    return Dictionary(grouping: known.filter { $0.sak != nil }) { $0.sak ?? "" }
  }
}
