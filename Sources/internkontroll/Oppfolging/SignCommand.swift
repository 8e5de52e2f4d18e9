import ArgumentParser
import Checklists
import Foundation
import Quality
import Values

/// Sign-offs of the yearly wheel and of plans.
struct SignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Sign an entry of the yearly wheel, or a measure of a plan.",
    discussion: """
      Example: internkontroll sign --entry gjennomgang-oppfølgingsbesøk --place fosterhjem-1 --present 12 \\
        --role teamleder

      A measure of a plan: --plan fremdriftsplan-2014 --measure 3.1 --step iverksatt. Somebody began: --began DATE
      --place ID; each entry for new employees is then due, and is signed with the same --began. No case data is shown.
      """)

  @OptionGroup var valg: Oppfølgingsvalg
  @Option(help: ArgumentHelp("The entry of the yearly wheel.", valueName: "id")) var entry: String?
  @Option(help: ArgumentHelp("The place of service.", valueName: "id")) var place: String?
  @Option(help: "How many people were there.") var present: Int?
  @Option(help: ArgumentHelp("When the new employee began.", valueName: "date")) var began: Dato?
  @Option(help: ArgumentHelp("The plan.", valueName: "id")) var plan: String?
  @Option(help: ArgumentHelp("The measure of the plan.", valueName: "id")) var measure: String?
  @Option(help: "iverksatt or evaluert.") var step: String?
  @Option(help: "A remark, without names.") var remark: String?
  @OptionGroup var definisjoner: Definisjonsvalg

  func validate() throws {
    let wheel = place != nil && (entry != nil || began != nil)
    let plans = plan != nil && measure != nil && step != nil
    guard wheel != plans else {
      throw ValidationError(
        "Give --entry with --place, --began with --place, or --plan with --measure and --step.")
    }
    if let present, !(0...100_000).contains(present) {
      throw ValidationError("--present is a number of people.")
    }
  }

  func run() throws {
    try Tekstvakt.prøv(tekst: remark, "--remark")
    try medOppfølging {
      let what = try gjelder()
      try valg.verb().signer(what, merknad: remark, rolle: valg.role)
      try Utskrift.linje("Signert \(valg.dag.bokmål) av \(valg.role).")
    }
  }

  /// What is signed, which the definitions must know.
  private func gjelder() throws -> Signering.Gjelder {
    do {
      return try signerbart()
    } catch let error as Signeringsfeil {
      throw Kommandofeil(error.erUkjent ? .usage : .notAllowed, "\(error)")
    }
  }

  private func signerbart() throws -> Signering.Gjelder {
    let library = try definisjoner.planverk(definisjoner.bibliotek(.ingen))
    if let entry, let place {
      return try library.signerbar(
        årshjul: entry.nfc, tjenestested: place.nfc, antall: present, start: began)
    }
    if let began, let place { return try library.signerbar(nyansatt: began, tjenestested: place.nfc) }
    let kind: Planhendelse.Slag = try kode(step ?? "", "--step")
    return try library.signerbar(
      plan: (plan ?? "").nfc, tiltak: (measure ?? "").nfc, kind, den: valg.dag,
      hendelser: try valg.lager.register().planhendelser)
  }
}

extension String {
  fileprivate var nfc: String { precomposedStringWithCanonicalMapping }
}
