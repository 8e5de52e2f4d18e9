import CaseRecords
import Checklists
import Intake
import Markup
import Quality
import Reports
import RuleEngine
import Values

/// «Frister neste 60 dager»: what will become an avvik or a merknad for any child of the team, if nothing more is
/// registered.
enum Fristside {
  private static let dager = 60

  static func vis(_ context: Kontekst) throws -> Nettsvar {
    let person = try context.bruker
    let teams = context.oppsett.uttrekk.hoder().map(\.team).filter(person.ser(team:))
    guard let team = context.spørring.verdi("team") ?? teams.first else { return .side(tom(context)) }
    try context.krev(team: team)
    guard let extract = try context.oppsett.uttrekk.les(team: team) else { return .side(tom(context)) }
    let list = try liste(extract, context)
    return .side(
      Side("Frister de neste \(dager) dagene", context) {
        if teams.count > 1 {
          Utfylling.søk("/frister") {
            Utfylling(forslag: [("team", team)]).liste("team", "Team", teams.map { ($0, $0) })
            Utfylling.knapp("Vis", .andre)
          }
        }
        Tag.p(.klasse("ingress")) {
          "\(Bokmål.stor(Bokmål.mengde(list.antallSaker, Ord.sak))) i \(team), ut fra det som var registrert "
          "\(extract.dag.bokmål)."
        }
        Tabell(
          "Dette blir et avvik eller en merknad hvis ikke noe mer blir registrert",
          ["Dato", "Sak", "Punkt", "Hva skjer"],
          tom: "Ingen frister i denne tiden.",
          rader: list.frister.map { deadline in
            [
              [.text(deadline.prognose.dag.bokmål)], [.text(deadline.sak)],
              [Lenke.til("\(Lenke.sti("sjekklister", list.sjekkliste))#\(deadline.punkt)", deadline.punkt)],
              [.text(deadline.prognose.setning)],
            ]
          }
        ).html
        Tag.p { Lenke.til("/saker", "Last opp nyere opplysninger") }
      })
  }

  private static func tom(_ context: Kontekst) -> Side {
    Side("Frister de neste \(dager) dagene", context) {
      Tag.p { "Ingen saker er lastet opp ennå." }
      if context.har(.føreKontroll) { Tag.p { Lenke.knapp("/saker", "Last opp saker") } }
    }
  }

  private static func liste(_ extract: Uttrekk, _ context: Kontekst) throws -> Fristliste {
    let library = context.oppsett.bibliotek
    guard let checklist = library.sjekkliste("fosterhjem", på: extract.dag) else {
      throw Sidefeil.ikkeNå("Ingen sjekkliste gjelder \(extract.dag.bokmål).")
    }
    let records = try extract.bunke(library.modell)
    var list = Fristliste(dato: extract.dag, dager: dager, sjekkliste: checklist.id)
    var control = Punktkontroll(checklist, records, på: extract.dag)
    for index in records.saker.indices where extract.dag <= records.saker[index].uttrekk {
      control.begin(sak: index)
      list.append(
        Fristliste.frister(records.saker[index].sak, checklist, &control, til: list.sisteDag), saker: 1)
    }
    return list.sortert
  }
}
