import JSONText
import Values

extension Svar: Kodbar {
  var json: JSONValue {
    var members: [JSONValue.Member] = [.init("sak", .string(sak))]
    switch innhold {
    case .opplysning(let sted, let verdi):
      members += [.init("sted", .string(sted)), .init("verdi", verdi)]
    case .vurdering(let punkt, let svar, let mangel):
      members += [
        .init("punkt", .string(punkt)), .init("svar", .string(svar.rawValue)),
        .init("mangel", .optional(mangel?.rawValue)),
      ]
    case .bekymring(let svar):
      members += [.init("punkt", .string(Svar.bekymringspunkt)), .init("svar", .string(svar.rawValue))]
    }
    members += [.init("sporsmal", .optional(spørsmål))]
    members += [.init("begrunnelse", .optional(begrunnelse)), .init("rolle", .string(rolle))]
    return .object(members)
  }

  init(_ les: Leser) throws(Kodefeil) {
    let content: Innhold
    if let sted = try les.valgfriTekst("sted") {
      content = .opplysning(sted: sted, verdi: try les.verdi("verdi"))
    } else {
      let punkt = try les.tekst("punkt")
      content =
        punkt == Svar.bekymringspunkt
        ? .bekymring(try les.kode("svar"))
        : .vurdering(punkt: punkt, try les.kode("svar"), mangel: try les.valgfriKode("mangel"))
    }
    self.init(
      sak: try les.tekst("sak"), innhold: content, spørsmål: try les.valgfriTekst("sporsmal"),
      begrunnelse: try les.valgfriTekst("begrunnelse"), rolle: try les.tekst("rolle"))
  }
}

extension Lås: Kodbar {
  var json: JSONValue { .object(["rolle": .string(rolle), "dato": .string(dato.description)]) }

  init(_ les: Leser) throws(Kodefeil) {
    self.init(rolle: try les.tekst("rolle"), dato: try les.dato("dato"))
  }
}
