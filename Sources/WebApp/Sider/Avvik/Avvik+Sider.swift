import AuditStore
import Checklists
import Intake
import JSONText
import Markup
import Quality
import Values

extension Kontekst {
  /// The avvik that the path names, when it is the person's business.
  func valgtAvvik() throws -> Avvik { try avvik(plass("nummer")) }

  func avvik(_ nummer: String) throws -> Avvik {
    guard let found = try register.avvik(nummer) else { throw Sidefeil.finnesIkke }
    try krev(team: found.team)
    return found
  }

  /// The avvik that are the person's business, in the order in which they were reported.
  var egneAvvik: [Avvik] {
    get throws {
      let user = try bruker
      // As they are for who sees all: a copy of ten years of them takes longer than most pages.
      if !user.rolle.erBundetTilTeam || user.team == nil { return try register.avvik }
      return try register.avvik.filter { user.ser(team: $0.team) }
    }
  }

  /// The teams of the unit that are the person's business: those that a list of cases was locked for.
  var avviksteam: [String] {
    get throws {
      let all = try husket("avviksteam", hviler: [.forpliktelse]) {
        Set(try lager.oppføringer(.forpliktelse).compactMap { $0.innhold?["team"]?.string }).sorted()
      }
      let user = try bruker
      return all.filter(user.ser)
    }
  }

  /// Whether the person can report an avvik now: a report belongs to a team that has had a control.
  var kanMeldeAvvik: Bool {
    get throws { try har(.meldeAvvik) && enhet != nil && !avviksteam.isEmpty }
  }

  /// Whether a team has a case: in its latest extract, or on a list that was locked for it.
  func harSak(_ sak: String, team: String) throws -> Bool {
    let locked = try husket("saker \(team)", hviler: [.forpliktelse]) {
      let lists = try lager.oppføringer(.forpliktelse).compactMap(\.innhold).filter {
        $0["team"]?.string == team
      }
      return Set(
        lists.flatMap { list in
          let frame = list["frame"]
          return (frame?["ids"]?.array ?? []).compactMap(\.string)
            + (frame?["excluded"]?.array ?? []).compactMap { $0["id"]?.string }
        })
    }
    if locked.contains(sak) { return true }
    guard let extract = try oppsett.uttrekk.les(team: team) else { return false }
    return extract.saker.contains(sak) || extract.uleselige.contains(sak)
  }

  /// The roles that can answer for something; one that is there already stays a choice.
  func ansvarsvalg(_ nå: String?...) -> [(verdi: String, tekst: String)] {
    let known = Ansvar.linje + ["kvalitetsgruppe", "kvalitetsutvalg"]
    return (known + Set(nå.compactMap(\.self)).subtracting(known).sorted()).map {
      ($0, Rolle(rawValue: $0)?.visning ?? Bokmål.stor($0))
    }
  }
}

/// A role as a reader sees it; the journal may hold others than those who sign in.
func rolleord(_ rolle: String) -> String { Rolle(rawValue: rolle)?.visning ?? Bokmål.stor(rolle) }

extension Alvorlighet {
  var visning: String { Bokmål.stor(rawValue) }
}

extension Avvik {
  var sti: String { Lenke.sti("avvik", nummer) }

  /// The point that a control found it on; of a report by staff the procedure.
  var hva: String {
    switch opphav {
    case .kontroll(let found): found.spørsmål
    case .ansatt(let report): report.navn
    }
  }

  var tilstandsmerke: HTML { Merkelapp.html(tilstand.visning, erÅpent ? .nøytral : .ferdig) }

  /// The deadline, and whether it has passed.
  @HTMLBuilder func fristcelle(_ dag: Dato) -> [HTML] {
    frist?.bokmål ?? (erÅpent ? "Ikke vurdert" : "")
    if erForfalt(dag) {
      " "
      Merkelapp.html("Frist passert", .haster)
    }
  }
}

/// What can be done with an avvik on its page.
enum Avvikshandling: String, CaseIterable {
  case vurder
  case svar
  case tiltak
  case lukk
  case avvis
  case gjenåpne = "gjenapne"

  /// Its name in the journal.
  private var hendelse: String {
    switch self {
    case .vurder: "vurdert"
    case .svar: "svar"
    case .tiltak: "tiltak"
    case .lukk: "lukket"
    case .avvis: "avvist"
    case .gjenåpne: "gjenapnet"
    }
  }

  var rettighet: Rettighet {
    switch self {
    case .lukk, .gjenåpne: .verifisereAvvik
    case .vurder, .svar, .tiltak, .avvis: .behandleAvvik
    }
  }

  func knapp(_ avvik: Avvik) -> String {
    switch self {
    case .vurder: avvik.vurdering == nil ? "Vurder avviket" : "Endre vurderingen"
    case .svar: "Skriv svar"
    case .tiltak: "Lag tiltak"
    case .lukk: "Lukk avviket"
    case .avvis: "Avvis meldingen"
    case .gjenåpne: "Gjenåpne avviket"
    }
  }

  func sti(_ avvik: Avvik) -> String {
    self == .tiltak
      ? "/tiltak/ny?avvik=\(Prosentkode.skriv(avvik.nummer))" : Lenke.sti("avvik", avvik.nummer, rawValue)
  }

  /// Whether it can be done in the state that the avvik is in.
  func erMulig(_ avvik: Avvik) -> Bool {
    guard Overgang.tilstand(.avvik, fra: avvik.tilstand.rawValue, etter: hendelse) != nil else {
      return false
    }
    switch self {
    case .avvis: return !avvik.erKontrollfunn
    case .gjenåpne: return !avvik.gjenfunnsmåneder.isEmpty
    case .vurder, .svar, .tiltak, .lukk: return true
    }
  }

  func krev(_ avvik: Avvik) throws {
    if !erMulig(avvik) {
      throw Oppfølgingsfeil.overgang(
        emne: avvik.nummer, tilstand: avvik.tilstand.rawValue, hendelse: hendelse, tillatt: [])
    }
  }
}

extension Avvik {
  var erKontrollfunn: Bool { if case .kontroll = opphav { true } else { false } }
}

extension Kvalitetsregister {
  /// The measures against an avvik that are not evaluated yet.
  func uferdige(_ avvik: Avvik) -> [Tiltak] {
    avvik.tiltak.compactMap { tiltak($0) }.filter { $0.evaluering == nil }
  }
}
