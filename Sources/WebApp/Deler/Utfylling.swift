import Markup
import Values

/// A form as it is shown: what stands in its fields, and what must be mended.
///
/// Rules from Designsystemet (the public sector's shared patterns): a label without a colon, help under it, «Valgfritt»
/// on what may be left out, errors at the field and in a summary at the top, and what was typed is kept.
struct Utfylling: Sendable {
  var verdier: Skjemadata
  var feil: [Feltfeil]

  init(_ verdier: Skjemadata = Skjemadata(), feil: [Feltfeil] = []) {
    self.verdier = verdier
    self.feil = feil
  }

  /// A form with values that nobody typed yet.
  init(forslag: [(String, String)]) { self.init(Skjemadata(forslag)) }

  func feil(_ navn: String) -> String? { feil.first { $0.felt == navn }?.melding }

  // MARK: The form and its buttons

  /// A form that posts to a path. The mark lets a double click save once.
  static func skjema(
    _ sti: String, _ context: Kontekst, filer: Bool = false, @HTMLBuilder innhold: () -> [HTML]
  ) -> HTML {
    Tag.form(
      Attribute("method", "post"), Attribute("action", sti), Attribute("novalidate", ""),
      Attribute("enctype", filer ? "multipart/form-data" : "application/x-www-form-urlencoded")
    ) {
      skjult("_skjema", context.merke)
      innhold()
    }
  }

  /// A form that only asks: it is sent as a query.
  static func søk(_ sti: String, @HTMLBuilder innhold: () -> [HTML]) -> HTML {
    Tag.form(Attribute("method", "get"), Attribute("action", sti), .klasse("sok")) { innhold() }
  }

  static func skjult(_ navn: String, _ verdi: String) -> HTML {
    Tag.input(Attribute("type", "hidden"), .navn(navn), Attribute("value", verdi))
  }

  enum Knappeslag: String {
    case hoved
    case andre
    case lenke = "lenkeknapp"
  }

  /// A button. `navn` tells which of several was pressed.
  static func knapp(_ tekst: String, _ slag: Knappeslag = .hoved, navn: String? = nil, verdi: String = "1")
    -> HTML
  {
    var attributes = [Attribute.klasse("knapp knapp-\(slag.rawValue)"), Attribute("type", "submit")]
    if slag == .lenke { attributes[0] = .klasse(slag.rawValue) }
    if let navn { attributes += [.navn(navn), Attribute("value", verdi)] }
    return .element(.button, attributes, [.text(tekst)])
  }

  // MARK: Fields

  /// One line of text.
  @HTMLBuilder func tekst(
    _ navn: String, _ etikett: String, hjelp: String? = nil, valgfritt: Bool = false, smal: Bool = false,
    inndata: StaticString = "text"
  ) -> [HTML] {
    felt(navn, etikett, hjelp, valgfritt) { described in
      [
        .element(
          .input,
          [
            Attribute("type", "text"), Attribute("inputmode", inndata.description), .id(navn), .navn(navn),
            Attribute("value", verdier[navn]), Attribute("autocomplete", "off"),
            .klasse(smal ? "smal" : ""),
          ] + described, [])
      ]
    }
  }

  /// Several lines of text.
  @HTMLBuilder func område(
    _ navn: String, _ etikett: String, hjelp: String? = nil, valgfritt: Bool = false, linjer: Int = 4
  ) -> [HTML] {
    felt(navn, etikett, hjelp, valgfritt) { described in
      [
        .element(
          .textarea, [.id(navn), .navn(navn), Attribute("rows", String(linjer))] + described,
          // A first line feed is dropped by the browser; what was typed may begin with one.
          [.text((verdier[navn].hasPrefix("\n") ? "\n" : "") + verdier[navn])])
      ]
    }
  }

  /// A choice among a few: all of them are seen.
  @HTMLBuilder func valg(
    _ navn: String, _ etikett: String, _ alternativer: [(verdi: String, tekst: String)], hjelp: String? = nil,
    valgfritt: Bool = false
  ) -> [HTML] {
    gruppe(navn, etikett, hjelp, valgfritt) {
      for (index, choice) in alternativer.enumerated() {
        avkrysning(
          "radio", navn, id: index == 0 ? navn : "\(navn)-\(index + 1)", choice.verdi, choice.tekst,
          valgt: verdier[navn] == choice.verdi)
      }
    }
  }

  /// Boxes to tick, any number of them.
  @HTMLBuilder func kryss(
    _ navn: String, _ etikett: String, _ alternativer: [(verdi: String, tekst: String)], hjelp: String? = nil,
    valgfritt: Bool = false
  ) -> [HTML] {
    gruppe(navn, etikett, hjelp, valgfritt) {
      for (index, choice) in alternativer.enumerated() {
        avkrysning(
          "checkbox", navn, id: index == 0 ? navn : "\(navn)-\(index + 1)", choice.verdi, choice.tekst,
          valgt: verdier.alle(navn).contains(choice.verdi))
      }
    }
  }

  /// One box to tick: a statement.
  @HTMLBuilder func bekreftelse(_ navn: String, _ tekst: String) -> [HTML] {
    Tag.div(.klasse("felt\(feil(navn) == nil ? "" : " har-feil")")) {
      feilmelding(navn)
      avkrysning(
        "checkbox", navn, id: navn, "ja", tekst, valgt: verdier.har(navn), beskrevet: beskrivelse(navn, nil))
    }
  }

  /// A choice from a long list. `ingen` is what no choice is called when it may be left out.
  @HTMLBuilder func liste(
    _ navn: String, _ etikett: String, _ alternativer: [(verdi: String, tekst: String)], hjelp: String? = nil,
    valgfritt: Bool = false, ingen: String = "Ingen"
  ) -> [HTML] {
    felt(navn, etikett, hjelp, valgfritt) { described in
      [
        .element(
          .select, [.id(navn), .navn(navn)] + described,
          [Tag.option(Attribute("value", "")) { valgfritt ? ingen : "Velg" }]
            + alternativer.map { choice in
              .element(
                .option,
                [Attribute("value", choice.verdi)]
                  + (verdier[navn] == choice.verdi ? [Attribute("selected", "")] : []),
                [.text(choice.tekst)])
            })
      ]
    }
  }

  /// A day, in three fields: `navn.dag`, `navn.maned`, `navn.ar`.
  @HTMLBuilder func dato(_ navn: String, _ etikett: String, hjelp: String? = nil, valgfritt: Bool = false)
    -> [HTML]
  {
    gruppe(navn, etikett, hjelp ?? "For eksempel 12 3 2014", valgfritt) {
      Tag.div(.klasse("dato")) {
        for (index, part) in Datofelt.deler.enumerated() {
          Tag.div {
            Tag.label(Attribute("for", index == 0 ? navn : "\(navn).\(part.navn)")) { part.etikett }
            Tag.input(
              Attribute("type", "text"), Attribute("inputmode", "numeric"), .navn("\(navn).\(part.navn)"),
              .id(index == 0 ? navn : "\(navn).\(part.navn)"),
              Attribute("value", verdier["\(navn).\(part.navn)"]),
              Attribute("autocomplete", "off"), .klasse(part.navn == "ar" ? "ar" : "dag"))
          }
        }
      }
    }
  }

  /// A file to upload.
  @HTMLBuilder func fil(_ navn: String, _ etikett: String, hjelp: String? = nil, flere: Bool = false)
    -> [HTML]
  {
    felt(navn, etikett, hjelp, false) { described in
      [
        .element(
          .input,
          [Attribute("type", "file"), .id(navn), .navn(navn)] + (flere ? [Attribute("multiple", "")] : [])
            + described, [])
      ]
    }
  }

  // MARK: What every field has

  /// A label, help, an error, and the field itself.
  func felt(
    _ navn: String, _ etikett: String, _ hjelp: String?, _ valgfritt: Bool, _ inndata: ([Attribute]) -> [HTML]
  ) -> HTML {
    Tag.div(.klasse("felt\(feil(navn) == nil ? "" : " har-feil")")) {
      Tag.label(Attribute("for", navn)) { etikettekst(etikett, valgfritt) }
      if let hjelp { Tag.p(.klasse("hjelp"), .id("\(navn)-hjelp")) { hjelp } }
      feilmelding(navn)
      inndata(beskrivelse(navn, hjelp))
    }
  }

  /// Several fields that answer one question.
  func gruppe(
    _ navn: String, _ etikett: String, _ hjelp: String?, _ valgfritt: Bool,
    @HTMLBuilder _ innhold: () -> [HTML]
  ) -> HTML {
    .element(
      .fieldset,
      [.klasse("felt\(feil(navn) == nil ? "" : " har-feil")")] + beskrivelse(navn, hjelp, gruppe: true),
      [Tag.legend { etikettekst(etikett, valgfritt) }]
        + (hjelp.map { text in [Tag.p(.klasse("hjelp"), .id("\(navn)-hjelp")) { text }] } ?? [])
        + feilmelding(navn) + innhold())
  }

  @HTMLBuilder private func etikettekst(_ etikett: String, _ valgfritt: Bool) -> [HTML] {
    etikett
    if valgfritt { Tag.span(.klasse("valgfritt")) { " Valgfritt" } }
  }

  @HTMLBuilder private func feilmelding(_ navn: String) -> [HTML] {
    if let fault = feil(navn) { Tag.p(.klasse("feilmelding"), .id("\(navn)-feil")) { fault } }
  }

  private func beskrivelse(_ navn: String, _ hjelp: String?, gruppe: Bool = false) -> [Attribute] {
    let parts = (hjelp == nil ? [] : ["\(navn)-hjelp"]) + (feil(navn) == nil ? [] : ["\(navn)-feil"])
    let invalid = feil(navn) == nil || gruppe ? [] : [Attribute("aria-invalid", "true")]
    return (parts.isEmpty ? [] : [Attribute("aria-describedby", parts.joined(separator: " "))]) + invalid
  }

  private func avkrysning(
    _ slag: StaticString, _ navn: String, id: String, _ verdi: String, _ tekst: String, valgt: Bool,
    beskrevet: [Attribute] = []
  ) -> HTML {
    Tag.div(.klasse("kryss")) {
      HTML.element(
        .input,
        [Attribute("type", slag.description), .id(id), .navn(navn), Attribute("value", verdi)]
          + (valgt ? [Attribute("checked", "")] : []) + beskrevet, [])
      Tag.label(Attribute("for", id)) { tekst }
    }
  }
}

/// A day that was typed in three fields.
enum Datofelt {
  static let deler: [(navn: String, etikett: String)] = [("dag", "Dag"), ("maned", "Måned"), ("ar", "År")]

  /// The day; nil when nothing was typed and it may be left out.
  static func les(_ skjema: Skjemadata, _ navn: String, _ etikett: String) throws(Feltfeil) -> Dato? {
    let parts = deler.map { skjema["\(navn).\($0.navn)"] }
    if parts.allSatisfy(\.isEmpty) { return nil }
    let numbers = parts.compactMap { $0.utf8.count <= 4 ? Int($0) : nil }
    guard numbers.count == 3, numbers[2] >= 1900, numbers[2] < 2200,
      let day = Dato(år: numbers[2], måned: numbers[1], dag: numbers[0])
    else { throw Feltfeil(navn, "\(etikett) må være en dag som finnes. Skriv dag, måned og år med tall.") }
    return day
  }

  /// The day, which must be there.
  static func krev(_ skjema: Skjemadata, _ navn: String, _ etikett: String) throws(Feltfeil) -> Dato {
    guard let day = try les(skjema, navn, etikett) else {
      throw Feltfeil(navn, "\(etikett) må fylles ut. Skriv dag, måned og år med tall.")
    }
    return day
  }

  /// A day as the values of the three fields.
  static func verdier(_ navn: String, _ dato: Dato) -> [(String, String)] {
    let (year, month, day) = dato.deler
    return [("\(navn).dag", String(day)), ("\(navn).maned", String(month)), ("\(navn).ar", String(year))]
  }
}
