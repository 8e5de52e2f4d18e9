import ArgumentParser
import Checklists
import RuleEngine

/// For the author of a checklist: on which day does the verdict change?
struct BoundariesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "boundaries", abstract: "Write the examples around the days on which a verdict changes.",
    discussion: """
      Example: internkontroll boundaries --checklist fosterhjem@2014-05-31 --point OB-FORSTE

      Each date of the point's examples is moved day by day, also the control date. Where the outcome changes,
      the day before, the last day and the day after are written as examples, ready to be put under «eksempler»
      if they are right. Exit code: 2 when a definition cannot be read, 4 when there is no such point.
      """)

  @Option(help: "The version, such as fosterhjem@2014-05-31.")
  var checklist: String
  @Option(help: "The point; all points of the version when it is left out.")
  var point: String?
  @OptionGroup var definisjoner: Definisjonsvalg

  func run() throws {
    let bibliotek = try definisjoner.bibliotek()
    guard let liste = bibliotek.sjekklister.first(where: { $0.id == checklist }) else {
      throw Kommandofeil(.nothing, "there is no version \(checklist)")
    }
    let places = liste.punkter.indices.filter { [liste.punkter[$0].id, nil].contains(point) }
    guard !places.isEmpty else { throw Kommandofeil(.nothing, "\(checklist) has no such point") }
    let search = Grensesøk(liste, modell: bibliotek.modell)
    for place in places {
      for grense in search.grenser(punkt: place) {
        try Utskrift.linje(
          "# \(grense.punkt): \(grense.dato) up to \(grense.dag) gives \(grense.før.rawValue), "
            + "the day after \(grense.etter.rawValue).")
        for example in grense.eksempler { try Utskrift.linje(example) }
      }
    }
  }
}
