import Intake
import Markup
import Values

/// A part of the form for one case: its fields, or its rows and the question whether all of them are there.
struct Skjemadelvisning {
  private let del: Skjemadel
  private let skjema: Saksskjemautfylling
  private let felter: Utfylling
  private let sti: String

  init(_ del: Skjemadel, _ skjema: Saksskjemautfylling, _ felter: Utfylling, _ sti: String) {
    self.del = del
    self.skjema = skjema
    self.felter = felter
    self.sti = sti
  }

  /// Always open are the parts that most points hang on; the others when there is something in them.
  private var erÅpen: Bool {
    if ["opplysninger", "plassering", "oppfølgingsbesøk"].contains(del.navn) { return true }
    let prefix = del.navn + "."
    return felter.feil.contains { $0.felt.hasPrefix(prefix) }
      || skjema.verdier.contains { $0.key.hasPrefix(prefix) && !$0.value.isEmpty }
  }

  var html: HTML {
    .element(
      .details, [.klasse("kort"), .id(anker)] + (erÅpen ? [Attribute("open", "")] : []),
      [Tag.summary { Tag.strong { del.tittel } }] + innhold)
  }

  private var anker: String { "del-\(del.navn)" }

  @HTMLBuilder private var innhold: [HTML] {
    if del.harRader {
      for row in 0..<skjema.antallRader(i: del) { rad(row) }
      let button = Attribute("formaction", "\(sti)#\(anker)")
      HTML.element(
        .button,
        [
          .klasse("knapp knapp-andre"), Attribute("type", "submit"), .navn("legg_til"),
          Attribute("value", del.navn), button,
        ], [.text("Legg til \(del.entall)")])
      felter.valg(
        "\(del.navn).alle", "Er alle \(del.tittel.lowercased()) med?",
        [("ja", "Ja, det er ingen flere"), ("", "Nei, eller jeg vet ikke")])
    } else {
      for field in del.felter { felt("\(del.navn).\(field.navn)", field) }
    }
  }

  private func rad(_ row: Int) -> HTML {
    let name = { (field: String) in Saksskjemautfylling.navn(del, row, field) }
    let title = "\(Bokmål.stor(del.entall)) \(row + 1)"
    return Tag.fieldset(.klasse("felt")) {
      Tag.legend { title }
      if let original = skjema.verdier[name("rad")] { Utfylling.skjult(name("rad"), original) }
      for field in del.felter { felt(name(field.navn), field) }
      if skjema.verdier[name("rad")] != nil || row > 0 {
        felter.kryss(name("fjern"), "Skal den være med?", [("ja", "Nei, ta den bort når jeg lagrer")])
      }
    }
  }

  @HTMLBuilder private func felt(_ navn: String, _ field: Skjemafelt) -> [HTML] {
    switch field.slag {
    case .dato, .måned, .tekst: felter.tekst(navn, field.etikett, hjelp: field.hjelp, smal: true)
    case .valg(let choices):
      felter.felt(navn, field.etikett, nil, false) { described in
        [
          .element(
            .select, [.id(navn), .navn(navn)] + described,
            choices.map { choice in
              let chosen = felter.verdier[navn] == choice.verdi
              return .element(
                .option, [Attribute("value", choice.verdi)] + (chosen ? [Attribute("selected", "")] : []),
                [.text(choice.etikett)])
            })
        ]
      }
    }
  }
}
