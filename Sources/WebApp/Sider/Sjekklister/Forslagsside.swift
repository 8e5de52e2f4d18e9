import AuditStore
import Checklists
import Markup
import Quality
import Reports
import RuleEngine
import Values

/// A proposed change: what it changes, why, what came of it, and what can be done now.
enum Forslagsside {
  /// Every proposal of the store.
  static func alle(_ context: Kontekst) throws -> [Sjekklisteforslag] {
    try context.husket("sjekklisteforslag", hviler: [.sjekklisteforslag]) {
      try Sjekklisteforslag.alle(context.lager)
    }
  }

  /// The proposal that the path names.
  static func forslag(_ context: Kontekst) throws -> Sjekklisteforslag {
    let id = try context.plass("id")
    guard let found = try alle(context).first(where: { $0.nummer == id }) else { throw Sidefeil.finnesIkke }
    return found
  }

  /// The version that a proposal changes.
  static func endret(_ proposal: Sjekklisteforslag, _ context: Kontekst) throws -> Sjekkliste {
    guard let found = context.oppsett.bibliotek.sjekklister.first(where: { $0.id == proposal.fra }) else {
      throw Sidefeil.ikkeNå("Versjonen \(proposal.fra), som forslaget endrer, er ikke blant sjekklistene.")
    }
    return found
  }

  /// The version that a proposal makes.
  static func nyVersjon(_ proposal: Sjekklisteforslag, _ context: Kontekst) throws -> Sjekkliste {
    try context.husket("utkast \(proposal.tekst.hash)") {
      do throws(Definisjonsfeilene) {
        return try context.oppsett.bibliotek.utkast("utkast", Array(proposal.tekst.yaml.utf8))
      } catch {
        throw Sidefeil.ikkeNå("Teksten i forslaget kan ikke brukes sammen med de sjekklistene som er her nå.")
      }
    }
  }

  static func fil(_ context: Kontekst) throws -> Nettsvar {
    let proposal = try forslag(context)
    try context.krevUttak()
    return .fil(
      Array(proposal.tekst.yaml.utf8), navn: "\(proposal.nummer).yaml",
      type: "application/yaml; charset=utf-8")
  }

  static func side(_ context: Kontekst) throws -> Side {
    let proposal = try forslag(context)
    let (old, new) = (try endret(proposal, context), try nyVersjon(proposal, context))
    let report = Diffrapport(Sjekklistediff(fra: old, til: new), context.oppsett.bibliotek)
    return Side("Forslag \(proposal.nummer)", context) {
      Tag.dl {
        Tag.dt { "Status" }
        Tag.dd { proposal.visning }
        Tag.dt { "Endrer" }
        Tag.dd { Lenke.til(old.sideadresse, old.id) }
        Tag.dt { "Ny versjon" }
        Tag.dd { new.id }
        Tag.dt { "Gjelder fra" }
        Tag.dd { proposal.tekst.gjelderFra.bokmål }
        Tag.dt { "Foreslått" }
        Tag.dd { proposal.tekster.map { "\($0.dato.bokmål) av \($0.rolle)" }.joined(separator: "; ") }
        Tag.dt { "Begrunnelse" }
        Tag.dd { proposal.tekst.begrunnelse }
        Tag.dt { "Innhold (SHA-256)" }
        Tag.dd(.klasse("kode")) { proposal.tekst.hash }
      }
      avgjørelse(proposal)
      Tag.h2 { "Hva som endres" }
      Tag.p { "\(Bokmål.stor(report.punktsum))." }
      Endringsliste(diff: Sjekklistediff(fra: old, til: new)).html
      eksempler(new, context)
      Tag.h2 { "Hva du kan gjøre" }
      handlinger(proposal, context)
    }
  }

  @HTMLBuilder private static func avgjørelse(_ proposal: Sjekklisteforslag) -> [HTML] {
    if let decided = proposal.avgjort {
      Varsel.viktig("\(proposal.visning) \(decided.dato.bokmål) av \(decided.rolle)") {
        if let reason = decided.begrunnelse { Tag.p { reason } }
        if let code = decided.journalkode {
          Tag.p {
            "Journalkode: "
            Tag.span(.klasse("kode")) { code }
          }
        }
        if decided.erGodkjent {
          Tag.p {
            "Teksten er frosset. Den som har ansvar for sjekklistene, legger filen i "
            Tag.span(.klasse("kode")) { "Checklists/\(proposal.tekst.til.replacing("@", with: "/")).yaml" }
            " og publiserer den. Da kontrolleres den på nytt, med alle eksemplene. Nettsidene endrer aldri "
            "sjekklistene selv. SHA-256 av filen skal være den som står over."
          }
        }
      }
    }
  }

  /// Examples are run when a version is published; an author wants to know before.
  @HTMLBuilder private static func eksempler(_ new: Sjekkliste, _ context: Kontekst) -> [HTML] {
    let wrong =
      (try? context.husket("eksempler \(new.innholdshash)") {
        new.kjørEksempler(modell: context.oppsett.bibliotek.modell).filter { !$0.stemmer }.map {
          "\($0.punkt), «\($0.eksempel.navn)»: skal være \($0.eksempel.utfall.rawValue), ble "
            + "\($0.utfall?.rawValue ?? "ikke lest")"
        }
      }) ?? []
    if !wrong.isEmpty {
      Varsel.viktig("Eksempler som ikke stemmer") {
        Tag.p { "Versjonen kan ikke publiseres før alle eksemplene gir det utfallet de skal." }
        Tag.ul { for line in wrong.prefix(20) { Tag.li { line } } }
        if wrong.count > 20 { Tag.p { "Det er \(wrong.count) slike eksempler i alt." } }
      }
    }
  }

  @HTMLBuilder private static func handlinger(_ proposal: Sjekklisteforslag, _ context: Kontekst) -> [HTML] {
    let path = proposal.sideadresse
    Tag.ul {
      if context.har(.seKvalitet) {
        Tag.li { Lenke.til(proposal.prøveadresse, "Prøvekjør på tidligere saker") }
      }
      Tag.li { Lenke.til(path + "/fil", "Last ned teksten") }
      if proposal.avgjort == nil {
        if context.har(.foreslåSjekkliste) { Tag.li { Lenke.til(path + "/endre", "Endre forslaget") } }
        if context.har(.godkjenneSjekkliste) {
          Tag.li { Lenke.til(path + "/godkjenn", "Godkjenn forslaget") }
        }
      }
    }
    if proposal.avgjort == nil, context.har(.foreslåSjekkliste) {
      Tag.h3 { "Forkast forslaget" }
      Forslagsavgjørelse.forkastskjema(proposal, context, Utfylling())
    }
  }
}

/// What differs in the points, before and after, without the rules of those that are as they were.
struct Endringsliste {
  let diff: Sjekklistediff

  var html: [HTML] {
    diff.punkter.filter { $0.status != .uendret }.map { change in
      Tag.section(.klasse("kort"), .beskrevet(av: "endring-\(change.id)")) {
        Tag.h3(.id("endring-\(change.id)")) { "\(change.id): \(ord(change.status))" }
        if let head = change.hode { Tag.p { head.spørsmål.medÅretFør } }
        if !change.gjennom.isEmpty {
          Tag.p { "Bygger på noe som er endret: \(Bokmål.liste(change.gjennom))." }
        }
        Tabell(
          "Endret i \(change.id)", ["Del", "Før", "Etter"], tom: "Ingen tekst er endret.",
          rader: change.deler.map {
            [
              [.text(Bokmål.stor($0.del.rawValue))], [.text($0.før ?? "Sto ikke")],
              [.text($0.etter ?? "Står ikke")],
            ]
          }
        ).html
      }
    }
  }

  private func ord(_ status: Endringsstatus) -> String {
    switch status {
    case .uendret: "uendret"
    case .endret: "endret"
    case .flyttet: "flyttet"
    case .ny: "nytt punkt"
    case .trukketTilbake: "tatt ut"
    }
  }
}
