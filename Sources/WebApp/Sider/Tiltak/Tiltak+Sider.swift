import AuditStore
import Markup
import Quality
import Sampling
import Values

extension Kontekst {
  /// The measure that the path names, when it is the person's business.
  func valgtTiltak() throws -> Tiltak {
    let number = try plass("nummer")
    guard let found = try egneTiltak.first(where: { $0.nummer == number }) else { throw Sidefeil.finnesIkke }
    return found
  }

  /// The measures against avvik that are the person's business, and those against none.
  var egneTiltak: [Tiltak] {
    get throws {
      let register = try register
      let user = try bruker
      if !user.rolle.erBundetTilTeam || user.team == nil { return register.tiltak }
      let own = Set(register.avvik.filter { user.ser(team: $0.team) }.map(\.nummer))
      return register.tiltak.filter { $0.innhold.avvik.isEmpty || !own.isDisjoint(with: $0.innhold.avvik) }
    }
  }
}

extension Tiltak {
  var sti: String { Lenke.sti("tiltak", nummer) }

  /// Whether what comes next should have been done before a day.
  func erForfalt(_ dag: Dato) -> Bool { tilstand != .evaluert && neste < dag }

  func merke(_ dag: Dato) -> HTML {
    if erForfalt(dag) { return Merkelapp.html("Frist passert", .haster) }
    if let resultat { return Merkelapp.html(resultat.visning, tilstand == .evaluert ? .ferdig : .nøytral) }
    return Merkelapp.html(tilstand.visning)
  }
}

/// What can be done with a measure on its page.
enum Tiltakshandling: String, CaseIterable {
  case gjennomført = "gjennomfort"
  case evaluer
  case flytt

  private var hendelse: String {
    switch self {
    case .gjennomført: "iverksatt"
    case .evaluer: "evaluert"
    case .flytt: "flyttet"
    }
  }

  var rettighet: Rettighet { self == .evaluer ? .verifisereAvvik : .behandleAvvik }

  var knapp: String {
    switch self {
    case .gjennomført: "Meld gjennomført"
    case .evaluer: "Evaluer tiltaket"
    case .flytt: "Flytt datoene"
    }
  }

  func sti(_ tiltak: Tiltak) -> String { Lenke.sti("tiltak", tiltak.nummer, rawValue) }

  func erMulig(_ tiltak: Tiltak) -> Bool {
    Overgang.tilstand(.tiltak, fra: tiltak.tilstand.rawValue, etter: hendelse) != nil
  }

  func krev(_ tiltak: Tiltak) throws {
    if !erMulig(tiltak) {
      throw Oppfølgingsfeil.overgang(
        emne: tiltak.nummer, tilstand: tiltak.tilstand.rawValue, hendelse: hendelse, tillatt: [])
    }
  }
}
