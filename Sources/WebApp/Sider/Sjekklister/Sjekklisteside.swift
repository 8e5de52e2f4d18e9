import Checklists
import Markup
import RuleEngine
import RuleLanguage
import Values

/// One version of a checklist, every point of it, for a reader who knows the work and no rules.
enum Sjekklisteside {
  static func side(_ context: Kontekst) throws -> Side {
    let id = try context.plass("versjon")
    let library = context.oppsett.bibliotek
    guard let liste = library.sjekklister.first(where: { $0.id == id }) else { throw Sidefeil.finnesIkke }
    let areas = Set(liste.punkter.map(\.sviktområde)).sorted()
    return Side("Sjekkliste \(liste.id)", context) {
      Tag.dl {
        Tag.dt { "Status" }
        Tag.dd { Sjekklisteoversikt.status(liste, library, context.nå.dato) }
        Tag.dt { "Gjelder" }
        Tag.dd { liste.gjelder.dagene }
        Tag.dt { "Antall punkter" }
        Tag.dd { String(liste.punkter.count) }
        Tag.dt { "Innhold (SHA-256)" }
        Tag.dd(.klasse("kode")) { liste.innholdshash }
      }
      if context.har(.foreslåSjekkliste) {
        Tag.p {
          Lenke.til(
            "/sjekklister/forslag/ny?fra=\(Prosentkode.skriv(liste.id))", "Foreslå endring av sjekklisten")
        }
      }
      Tag.h2 { "Innhold" }
      Tag.ul {
        for area in areas { Tag.li { Lenke.til("#omrade-\(area)", library.navn(påSviktområde: area)) } }
      }
      for area in areas {
        Tag.section(.beskrevet(av: "omrade-\(area)")) {
          Tag.h2(.id("omrade-\(area)")) { library.navn(påSviktområde: area) }
          for point in liste.punkter where point.sviktområde == area {
            Punktkort(punkt: point, liste: liste, bibliotek: library).html(
              kanForeslå: context.har(.foreslåSjekkliste))
          }
        }
      }
    }
  }
}

/// A point of a checklist as a card.
struct Punktkort {
  let punkt: Sjekkpunkt
  let liste: Sjekkliste
  let bibliotek: Sjekklistebibliotek

  func html(kanForeslå: Bool) -> HTML {
    Tag.section(.klasse("kort"), .id(punkt.id), .beskrevet(av: "\(punkt.id)-tittel")) {
      Tag.h3(.id("\(punkt.id)-tittel")) { "\(punkt.id): \(punkt.spørsmål.medÅretFør)" }
      Tag.dl {
        Tag.dt { "Hva er et brudd?" }
        Tag.dd { brudd }
        Tag.dt { "Alvorlighet" }
        Tag.dd { Bokmål.stor(punkt.alvorlighet.rawValue) }
        Tag.dt { "Hvem avgjør" }
        Tag.dd { punkt.vurderesAv.map(Bokmål.stor) ?? "Regelen. Du kan si deg uenig i kontrollen." }
        Tag.dt { "Krav i" }
        Tag.dd { hjemler }
        if let procedure = punkt.prosedyre {
          Tag.dt { "Prosedyre" }
          Tag.dd { Lenke.til("/gjeldende/prosedyrer#\(Prosentkode.skriv(procedure))", navn(procedure)) }
        }
        for (title, text) in veiledning {
          Tag.dt { title }
          Tag.dd { text }
        }
      }
      if let funn = punkt.funn {
        Tag.p { "Slik skrives et funn: «\(funn.medÅretFør)»" }
      }
      regel
      if kanForeslå {
        Tag.p {
          Lenke.til(
            "/sjekklister/forslag/ny?fra=\(Prosentkode.skriv(liste.id))&punkt=\(Prosentkode.skriv(punkt.id))",
            "Foreslå endring av \(punkt.id)")
        }
      }
    }
  }

  private var brudd: String {
    let what = punkt.vedBrudd == .avvik && !punkt.harBareNorm ? "et avvik" : "en merknad"
    let kind: String =
      switch punkt.kravtype {
      case .lov: "kravet står i lov"
      case .forskrift: "kravet står i forskrift"
      case .egenProsedyre: "kravet står i vår egen prosedyre"
      case .fagligNorm: "det er en faglig norm, ikke et lovkrav"
      }
    return "Nei på spørsmålet er \(what): \(kind)."
  }

  private var hjemler: [HTML] {
    punkt.hjemmel.map { id in
      Tag.p {
        if let basis = bibliotek.hjemmel(id) {
          Lenke.til("/gjeldende/hjemler#\(id)", Bokmål.stor(basis.navn))
          ". \(basis.gjelder.dagene). \(basis.hvorSikkert.joined(separator: " "))"
        } else {
          id
        }
      }
    }
  }

  private func navn(_ procedure: String) -> String {
    bibliotek.prosedyrer.first { $0.id == procedure }?.navn ?? procedure
  }

  private var veiledning: [(String, String)] {
    [
      ("Veiledning", punkt.veiledning), ("Godt nok", punkt.godtEksempel),
      ("Ikke godt nok", punkt.svaktEksempel),
    ].compactMap { title, text in text.map { (title, $0) } }
  }

  /// The rule as its author wrote it; a reader need not open it.
  @HTMLBuilder private var regel: [HTML] {
    if let rule = punkt.regel {
      Tag.details {
        Tag.summary { "Vis regelen for \(punkt.id)" }
        Tag.dl {
          for (title, node) in [("Gjelder når", rule.gjelder), ("Krav", rule.krav), ("Norm", rule.norm)]
          where node.finnes {
            Tag.dt { title }
            Tag.dd(.klasse("kode")) { tekst(node) }
          }
          for definition in definisjoner(rule) {
            Tag.dt(.klasse("kode")) { definition.navn }
            Tag.dd(.klasse("kode")) { tekst(definition.node) }
          }
        }
      }
    }
  }
}

extension Punktkort {
  private func tekst(_ node: Nodeindeks) -> String { liste.program.kilder[Int(node.verdi)].tekst }

  /// The named values that the rule speaks of, and those that they speak of in turn, as they are written.
  private func definisjoner(_ rule: Punktregel) -> [Definisjon] {
    func words(_ text: String) -> [String] {
      text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
    }
    var names = Set([rule.gjelder, rule.krav, rule.norm].filter(\.finnes).flatMap { words(tekst($0)) })
    // A definition speaks only of those before it.
    return liste.program.definisjoner.reversed().filter { definition in
      guard names.contains(definition.navn) else { return false }
      names.formUnion(words(tekst(definition.node)))
      return true
    }.reversed()
  }
}

extension Hjemmel {
  /// How sure we are, in sentences: one, or one for each part of its days.
  var hvorSikkert: [String] {
    let parts = sikkerhet(i: gjelder)
    if parts.isEmpty { return ["Egen regel, ikke lov."] }
    if parts.count == 1 { return ["\(Bokmål.stor(parts[0].er.ord))."] }
    return parts.map { "\($0.dager.dagene): \($0.er.ord)." }
  }
}

extension Hjemmel.Sikkerhet {
  fileprivate var ord: String {
    switch self {
    case .verifisert: "lest i kilden"
    case .utledet: "utledet av en tekst som er lest"
    case .fraHukommelsen: "ikke kontrollert mot kilden ennå"
    }
  }
}

extension String {
  /// A question of a point where no control date is known. What only a case can tell stands between angle quotes.
  var medÅretFør: String {
    Plassholder.fyll(self) { $0 == "fjoråret" ? "året før" : "‹\($0.replacing("_", with: " "))›" }
  }
}
