import ArgumentParser
import AuditStore
import CaseRecords
import Checklists
import Foundation
import JSONText
import Quality
import Reports
import RuleEngine

/// Answers one question of a control.
struct AnswerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer", abstract: "Answer a question of a control: a missing fact, or a judgement.",
    discussion: """
      Example: internkontroll answer --month 2014-09 --team fosterhjem-1 --case S-0042 --point VD-KVALITET \\
        --answer oppfylt --reason "Vurderingene viser hva de bygger på." --role teamleder

      A fact is COLLECTION/INDEX/FIELD=VALUE (ja, nei, ingen, a code, a number or a date), opplysninger/FIELD=VALUE,
      or COLLECTION=ingen when nothing is missing from a collection; the verdict is then computed again. VALUE is
      ikke_funnet when you have looked and not found it. The
      point BEKYMRING asks whether the child needs help now: ja, nei or kan_ikke_vurderes.
      """)

  @OptionGroup var valg: Kontrollvalg
  @Option(name: .customLong("case"), help: ArgumentHelp("The case.", valueName: "id"))
  var sak: String
  @Option(help: ArgumentHelp("The point to judge.", valueName: "id"))
  var point: String?
  @Option(help: "oppfylt, ikke_oppfylt, ikke_aktuelt or kan_ikke_vurderes.")
  var answer: String?
  @Option(help: "What an avvik stands for: ikke_gjort, ikke_dokumentert or ikke_registrert.")
  var gap: String?
  @Option(help: ArgumentHelp("A missing fact.", valueName: "place=value"))
  var fact: String?
  @Option(help: "Why, without names.")
  var reason: String?
  @Option(help: "The role that answers: teamleder, kontrollør.")
  var role: String
  @Option(help: ArgumentHelp("Where the draft protocol is written.", valueName: "file"))
  var out: String?
  @OptionGroup var definisjoner: Definisjonsvalg

  func validate() throws {
    let judged = point != nil && answer != nil
    guard judged != (fact != nil), (point == nil) == (answer == nil) else {
      throw ValidationError("Give --point with --answer, or --fact.")
    }
    if let point, let answer, svar(point, answer) == nil {
      let allowed =
        point == Svar.bekymringspunkt
        ? Bekymringssvar.allCases.map(\.rawValue) : Svaralternativ.allCases.map(\.rawValue)
      throw ValidationError("--answer must be one of \(allowed.joined(separator: ", ")).")
    }
    if let gap, Mangelslag(rawValue: gap) == nil {
      throw ValidationError(
        "--gap must be one of \(Mangelslag.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
  }

  func run() throws {
    try vokt()
    if (reason ?? "").allSatisfy(\.isWhitespace) {
      throw Kommandofeil(.notAllowed, "this answer needs a reason; add --reason, without names")
    }
    try medLager {
      let verb = try valg.lagret(.lesOgSkriv)
      let before = try verb.kontroll()
      guard let saksliste = before.saksliste else { throw IkkeTillatt.sakslistenErIkkeLåst }
      let used = saksliste.sjekkliste
      let bibliotek = try definisjoner.bibliotek(.versjon(navn: used.id, versjon: used.versjon))
      let vurdering = try Sjekklistevurdering.lagret(bibliotek, saksliste)
      let svar = Svar(sak: sak, innhold: try innhold(), begrunnelse: reason, rolle: role)
      do {
        try krevMulig(svar.innhold, before, bibliotek)
        let kontroll = try verb.svar(svar, vurdering: vurdering.punkter)
        try fortell(kontroll, verb.lager, valg, out)
      } catch let error as Lesefeil {
        throw Kommandofeil(
          .notAllowed, "the fact cannot be right: \(error.melding)\(error.sted.map { " (\($0))" } ?? "")")
      } catch let error as Utfyllingsfeil {
        throw Kommandofeil(.notAllowed, "\(error)")
      }
    }
  }

  /// A fact must be one that the record leaves open: a person fills holes, and never overrules the case file.
  ///
  /// Whether anybody asks for the fact is for the control itself to say.
  private func krevMulig(_ innhold: Svar.Innhold, _ kontroll: Kontroll, _ bibliotek: Sjekklistebibliotek)
    throws
  {
    guard case .opplysning(let sted, let verdi) = innhold, verdi != .null, kontroll.lås == nil,
      kontroll.sak(sak) != nil,
      kontroll.sak(sak)?.punkter.contains(where: { $0.vurdering.mangler.contains { $0.sted == sted } })
        == true
    else { return }
    _ = try medOpplysning(
      sted: sted, verdi: verdi.compactText, i: kontroll.post(sak, utenFaktum: sted), modell: bibliotek.modell,
      vakt: Saksinngang.vakt)
  }

  private func vokt() throws {
    try Tekstvakt.prøv(id: sak, "--case")
    try Tekstvakt.prøv(id: point, "--point")
    try Tekstvakt.prøv(id: fact.map { String($0.prefix { $0 != "=" }) }, "--fact")
    try Tekstvakt.prøv(tekst: reason, "--reason")
    try Tekstvakt.prøv(tekst: role, "--role")
  }

  private func innhold() throws -> Svar.Innhold {
    if let fact {
      guard let equals = fact.firstIndex(of: "=") else {
        throw ValidationError("--fact is written PLACE=VALUE.")
      }
      let place = String(fact[..<equals]).precomposedStringWithCanonicalMapping
      let value = String(fact[fact.index(after: equals)...]).precomposedStringWithCanonicalMapping
      return .opplysning(sted: place, verdi: verdi(value, place))
    }
    guard let point, let answer, let content = svar(point, answer) else {
      throw ValidationError("Give --point with --answer, or --fact.")
    }
    return content
  }

  /// A JSON list or object as it is; everything else as a person writes it.
  private func verdi(_ text: String, _ place: String) -> JSONValue {
    if text == "ikke_funnet" { return .null }
    if text.hasPrefix("[") || text.hasPrefix("{"), let value = try? JSONValue(parsing: Array(text.utf8)) {
      return value
    }
    return Tilleggsopplysning.verdi(text, sted: place)
  }

  private func svar(_ point: String, _ answer: String) -> Svar.Innhold? {
    if point == Svar.bekymringspunkt { return Bekymringssvar(rawValue: answer).map(Svar.Innhold.bekymring) }
    return Svaralternativ(rawValue: answer).map {
      .vurdering(punkt: point, $0, mangel: gap.flatMap(Mangelslag.init(rawValue:)))
    }
  }
}
