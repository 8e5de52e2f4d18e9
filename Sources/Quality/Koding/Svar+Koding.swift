import JSONText
import Values

extension Svar: Kodbar {
  var json: JSONValue {
    var members: [JSONValue.Member] = [.init("case", .string(sak))]
    switch innhold {
    case .opplysning(let sted, let verdi):
      members += [.init("fact", .object(["sted": .string(sted), "verdi": verdi]))]
    case .vurdering(let punkt, let svar, let mangel):
      members += [
        .init("point", .string(punkt)), .init("answer", .string(svar.rawValue)),
        .init("mangel", .optional(mangel?.rawValue)),
      ]
    case .bekymring(let svar):
      members += [.init("point", .string(Svar.bekymringspunkt)), .init("answer", .string(svar.rawValue))]
    }
    members += [
      .init("sporsmal", .optional(spørsmål)), .init("reason", .optional(begrunnelse)),
      .init("rolle", .string(rolle)),
    ]
    return .object(members)
  }

  init(_ les: Leser) throws(Kodefeil) {
    let content: Innhold
    if let fact = les.json["fact"] {
      content = .opplysning(sted: try Leser(fact).tekst("sted"), verdi: try Leser(fact).verdi("verdi"))
    } else {
      let punkt = try les.tekst("point")
      content =
        punkt == Svar.bekymringspunkt
        ? .bekymring(try les.kode("answer"))
        : .vurdering(punkt: punkt, try les.kode("answer"), mangel: try les.valgfriKode("mangel"))
    }
    self.init(
      sak: try les.tekst("case"), innhold: content, spørsmål: try les.valgfriTekst("sporsmal"),
      begrunnelse: try les.valgfriTekst("reason"), rolle: try les.tekst("rolle"))
  }
}

extension Lås: Kodbar {
  var json: JSONValue { .object(["rolle": .string(rolle), "date": .string(dato.description)]) }

  init(_ les: Leser) throws(Kodefeil) {
    self.init(rolle: try les.tekst("rolle"), dato: try les.dato("date"))
  }
}
