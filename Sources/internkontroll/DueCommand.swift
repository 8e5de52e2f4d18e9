import ArgumentParser
import CaseRecords
import Checklists
import JSONText
import Reports
import Values

/// The deadlines of all children, for the team's meeting.
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "List what will become an avvik or a merknad, and when.",
    discussion: """
      Example: internkontroll due SampleCases/fosterhjem-1 --on 2014-09-30 --within 60

      A deadline is the first day on which a point certainly comes out worse if nothing more is registered.
      Exit code: 2 when an input could not be read (the other cases are in the answer), 4 when there was no
      case, 0 otherwise.
      """)

  @Argument(help: "Case files, folders, JSON Lines, or - for standard input.")
  var paths: [String]
  @Option(help: ArgumentHelp("The day the records are looked at.", valueName: "date"))
  var on: Dato
  @Option(help: ArgumentHelp("How many days ahead, 1 to 365.", valueName: "days"))
  var within = 60
  @OptionGroup var valg: Sjekklistevalg
  @Flag(help: "One JSON object, whole or not at all.")
  var json = false
  @OptionGroup var definisjoner: Definisjonsvalg

  func validate() throws {
    guard (1...365).contains(within) else { throw ValidationError("--within is a number of days, 1 to 365.") }
  }

  func run() throws {
    let bibliotek = try definisjoner.bibliotek(valg.utvalg(på: on))
    let sjekkliste = try valg.sjekkliste(bibliotek, på: on)
    var liste = Fristliste(dato: on, dager: within, sjekkliste: sjekkliste.id)
    let (kilder, uleselige) = Kilde.finn(paths)
    var feil = uleselige.map(Sjekkfeil.init)
    let (on, last) = (on, liste.sisteDag)
    Saksinngang.leser(bibliotek.modell).les(kilder, bolk: 512) { bunke, lesefeil in
      feil += lesefeil.map(Sjekkfeil.init) + bunke.saker.compactMap { Sjekkfeil(uttrekk: $0, før: on) }
      let mulige = bunke.saker.indices.filter { on <= bunke.saker[$0].uttrekk }
      let frister = påBeggeKjerner(mulige) { indices in
        var kontroll = Punktkontroll(sjekkliste, bunke, på: on)
        return indices.flatMap { index in
          kontroll.begin(sak: index)
          return Fristliste.frister(bunke.saker[index].sak, sjekkliste, &kontroll, til: last)
        }
      }
      liste.append(frister, saker: mulige.count)
    }
    try skriv(liste.sortert, feil)
  }

  private func skriv(_ liste: Fristliste, _ feil: [Sjekkfeil]) throws {
    for fault in feil { Utskrift.feil("internkontroll: \(fault.linjetekst)") }
    try Utskrift.linje(
      json ? liste.json(motor: Versjon.motor, feil: feil.map(\.json)).compactText : liste.tekst)
    if !feil.isEmpty { return try avslutt(.failed) }
    try avslutt(liste.antallSaker == 0 ? .nothing : .ok)
  }
}
