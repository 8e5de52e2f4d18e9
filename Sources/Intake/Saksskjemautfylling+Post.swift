import CaseRecords
import JSONText
public import Values
import Vocabulary

/// What is wrong with a field of the form, in bokmål.
public struct Skjemafeil: Error, Hashable, Sendable {
  /// The field's name: `oppfølgingsbesøk.0.dato`; empty for the form as a whole.
  public var felt: String
  /// What is wrong and what to do; never what stands in the field.
  public var melding: String

  /// A fault of a field.
  public init(felt: String, melding: String) {
    self.felt = felt
    self.melding = melding
  }
}

/// What came of a form: a record, or what must be put right.
public enum Skjemautfall: Hashable, Sendable {
  /// The record in RFC 8785 form.
  case post([UInt8])
  /// What is wrong, in the order of the form.
  case feil([Skjemafeil])
}

extension Saksskjemautfylling {
  /// The record that the form gives, or every fault of it.
  public func fullfør(idag: Dato) -> Skjemautfall {
    var bygging = Skjemabygging(self)
    guard let day = bygging.uttrekksdag(idag) else { return .feil(bygging.feil) }
    bygging.dag = day
    for del in deler { if del.harRader { bygging.hendelser(del) } else { bygging.opplysninger(del) } }
    guard bygging.feil.isEmpty else { return .feil(bygging.feil) }
    let post = bygging.post
    guard post.harOpplysninger else { return .feil([ingenting]) }
    do {
      let bunke = try Saksbunke(sak: post, modell: modell, vakt: Inntekst.vakt)
      guard let canonical = bunke.saker.first?.kanonisk else { return .feil([]) }
      return .post(canonical)
    } catch {
      return .feil([bygging.feil(error)])
    }
  }
}

extension Saksskjemautfylling {
  /// Nothing at all was filled in: the case would stay as if nobody had begun.
  fileprivate var ingenting: Skjemafeil {
    let placement = deler.first { $0.navn == "plassering" && antallRader(i: $0) > 0 }
    return Skjemafeil(
      felt: placement.map { Self.navn($0, 0, "fra") } ?? Self.uttrekksdag,
      melding: "Saken er ikke lagret, fordi ingenting er fylt ut. Skriv minst når plasseringen begynte.")
  }
}

/// Makes a record of a form, field by field.
private struct Skjemabygging {
  let skjema: Saksskjemautfylling
  let før: [String: String]
  var dag = Dato.tidenesEnde
  private(set) var feil: [Skjemafeil] = []
  private var fakta: [JSONValue.Member]
  private var samlinger: [JSONValue.Member]
  private var åpne: [String]
  /// Which row of the form each event of the record came from.
  private var rader: [String: [Int]] = [:]

  init(_ skjema: Saksskjemautfylling) {
    self.skjema = skjema
    før = skjema.opprinnelig()
    fakta = skjema.grunnlag?["opplysninger"]?.members ?? []
    samlinger = skjema.grunnlag?["hendelser"]?.members ?? []
    åpne = skjema.grunnlag?["ufullstendig"]?.array?.compactMap(\.string) ?? []
  }

  var post: JSONValue {
    .object([
      "format": .string("sak/1"), "sak": .string(skjema.sak), "enhet": .string(skjema.enhet),
      "team": .string(skjema.team), "uttrekk": .string("\(dag)"), "opplysninger": .object(fakta),
      "hendelser": .object(samlinger), "ufullstendig": .array(åpne.map(JSONValue.string)),
    ])
  }

  /// The last day the answers are complete to: a full day that has come.
  mutating func uttrekksdag(_ idag: Dato) -> Dato? {
    let name = Saksskjemautfylling.uttrekksdag
    let text: String?
    do { text = try Feltleser.kjent(skjema[name]) } catch {
      meld(name, "Dagen \(error.tekst).")
      return nil
    }
    guard let found = text.flatMap({ Feltdato($0) }), found.erFull else {
      meld(name, "Dagen opplysningene gjelder til og med, må være en hel dato, for eksempel 30.09.2014.")
      return nil
    }
    guard found.omfang.første <= idag else {
      meld(name, "Dagen opplysningene gjelder til og med, kan ikke være etter i dag.")
      return nil
    }
    return found.omfang.første
  }

  mutating func opplysninger(_ del: Skjemadel) {
    for felt in del.felter {
      guard let number = skjema.modell.opplysning(felt.navn) else { continue }
      let declared = skjema.modell.opplysninger[number]
      let (name, day) = ("\(del.navn).\(felt.navn)", dag)
      let change = endring(name, subjekt: felt.etikett, gitt: før[name] ?? "") {
        (text) throws(Feltavvisning) in try Feltleser.verdi(text, declared, senest: day)
      }
      change?.sett(felt.navn, i: &fakta)
    }
  }

  mutating func hendelser(_ del: Skjemadel) {
    let old = skjema.hendelser(del)
    var events: [JSONValue] = []
    for row in 0..<skjema.antallRader(i: del) {
      guard let event = hendelse(del, row, old) else { continue }
      events.append(event)
      rader[del.navn, default: []].append(row)
    }
    let isWhole = Feltleser.nøkkel(skjema["\(del.navn).alle"]) == "ja"
    samlinger.removeAll { $0.name == del.navn }
    // Where a missing collection means «none», it must be said that it is not known.
    let meansNone = skjema.meansNone(del)
    let isOpen = !isWhole && (!events.isEmpty || åpne.contains(del.navn) || meansNone)
    if !isOpen {
      åpne.removeAll { $0 == del.navn }
    } else if !åpne.contains(del.navn) {
      åpne.append(del.navn)
    }
    let isLeftOut = meansNone && isWhole && events.isEmpty && !skjema.harSamling(del)
    guard isWhole || isOpen, !isLeftOut else { return }
    samlinger.append(JSONValue.Member(del.navn, .array(events)))
  }

  /// The event of a row; nil when the row is empty or taken away.
  private mutating func hendelse(_ del: Skjemadel, _ row: Int, _ old: [JSONValue]) -> JSONValue? {
    let name = { (field: String) in Saksskjemautfylling.navn(del, row, field) }
    let original = Int(skjema[name("rad")]).flatMap { old.indices.contains($0) ? $0 : nil }
    let isEmpty = del.felter.allSatisfy { skjema[name($0.navn)].allSatisfy(\.isWhitespace) }
    guard skjema[name("fjern")] != "ja", original != nil || !isEmpty else { return nil }
    var members = original.flatMap { old[$0].members } ?? []
    for felt in del.felter {
      let given = original.map { før[Saksskjemautfylling.navn(del, $0, felt.navn)] ?? "" }
      let subject = "\(felt.etikett) for \(del.entall) \(row + 1)"
      let (modell, day) = (skjema.modell, dag)
      let change = endring(name(felt.navn), subjekt: subject, gitt: given) { (text) throws(Feltavvisning) in
        try Self.les(text, felt, del, modell, senest: day)
      }
      change?.sett(felt.navn, i: &members)
    }
    let first = del.felter.first?.navn ?? "dato"
    if !members.contains(where: { $0.name == first }), !feil.contains(where: { $0.felt == name(first) }) {
      meld(name(first), "\(del.felter.first?.etikett ?? "Dato") for \(del.entall) \(row + 1) må fylles ut.")
    }
    // A child with one placement lives in one home; of more than one the form must say which.
    if del.navn == "plassering", skjema.antallRader(i: del) == 1,
      !members.contains(where: { $0.name == "hjem" })
    {
      members.append(JSONValue.Member("hjem", .string("H1")))
    }
    return .object(members)
  }

  private static func les(
    _ text: String, _ felt: Skjemafelt, _ del: Skjemadel, _ modell: Saksmodell, senest day: Dato
  ) throws(Feltavvisning) -> JSONValue? {
    if ["dato", "fra", "til"].contains(felt.navn) {
      // An end may be planned.
      let latest = felt.navn == "til" ? nil : day
      guard let known = try Feltleser.kjent(text) else { return nil }
      return .string(try Feltleser.dato(known, senest: latest).iso)
    }
    if case .valg = felt.slag, text == Skjemafelt.ingen { return .bool(false) }
    guard let number = modell.samling(del.navn),
      let field = modell.samlinger[number].felt(felt.navn)
    else { return nil }
    let declared = modell.samlinger[number].felter[field]
    if declared.manglerBetyr == .ingen, text == Skjemafelt.ukjent { return .null }
    return try Feltleser.verdi(text, declared, senest: day)
  }

  /// What a field says now; nil when it says what the record itself gave, or cannot be read.
  ///
  /// - Parameters:
  ///   - gitt: The text that the record gave; nil for a row that it did not have.
  private mutating func endring(
    _ name: String, subjekt: String, gitt: String?,
    _ read: (String) throws(Feltavvisning) -> JSONValue?
  ) -> Endring? {
    let text = skjema[name]
    if text == gitt { return nil }
    do { return Endring(verdi: try read(text)) } catch {
      meld(name, "\(subjekt) \(error.tekst).")
      return nil
    }
  }

  private struct Endring {
    /// The new value; nil when the field is left open.
    var verdi: JSONValue?

    func sett(_ name: String, i members: inout [JSONValue.Member]) {
      members.removeAll { $0.name == name }
      if let verdi { members.append(JSONValue.Member(name, verdi)) }
    }
  }

  private mutating func meld(_ felt: String, _ melding: String) {
    feil.append(Skjemafeil(felt: felt, melding: melding))
  }

  /// What the reader of records found, at the field it is about.
  func feil(_ feil: Lesefeil) -> Skjemafeil {
    let text = Feiltekst.tekst(feil.kode)
    guard let place = feil.sted else { return Skjemafeil(felt: "", melding: text) }
    let parts = place.split(whereSeparator: { ".[]".contains($0) }).map(String.init)
    guard parts.first == "hendelser", parts.count > 2, let index = Int(parts[2]),
      let rows = rader[parts[1]], rows.indices.contains(index),
      let del = skjema.deler.first(where: { $0.navn == parts[1] })
    else { return Skjemafeil(felt: parts.first == "opplysninger" ? place : "", melding: text) }
    let field = parts.count > 3 ? parts[3] : del.felter.first?.navn ?? "dato"
    return Skjemafeil(
      felt: Saksskjemautfylling.navn(del, rows[index], field),
      melding: "\(Bokmål.stor(del.entall)) \(rows[index] + 1): \(text)")
  }
}
