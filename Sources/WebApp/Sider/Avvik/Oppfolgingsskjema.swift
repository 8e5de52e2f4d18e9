import Markup
import Quality
import Values

/// A form on something that is followed: an avvik, a measure, a meeting. It is found first, then it is seen whether
/// somebody else was there in between, whether the act is possible now, and last what was typed.
protocol Oppfølgingsskjema: Sendable {
  /// Finds what the form is about; what is none of the person's business is not there.
  init(_ context: Kontekst) throws
  var context: Kontekst { get }
  /// Where the thing is shown.
  var emnesti: String { get }
  /// How many acts there are on it now; nil when it does not exist yet.
  var antallHandlinger: Int? { get }
  /// Refuses what cannot be done in this state, or by this person.
  func krevNå() throws
  /// What stands in the fields when nobody has typed.
  var forslag: [(String, String)] { get }
  func side(_ utfylling: Utfylling) throws -> Side
  /// Saves what was typed; nil when there was something to mend.
  func lagre(_ les: inout Oppfølgingsleser) throws -> Nettsvar?
}

extension Oppfølgingsskjema {
  var forslag: [(String, String)] { [] }
  var antallHandlinger: Int? { nil }

  /// The form itself, with what tells whether somebody else was there in between.
  func felt(_ sti: String, @HTMLBuilder _ innhold: () -> [HTML]) -> HTML {
    Utfylling.skjema(sti, context) {
      if let antallHandlinger { Utfylling.skjult("sett", String(antallHandlinger)) }
      innhold()
    }
  }

  fileprivate func krevUendret() throws {
    if let antallHandlinger, context.skjema["sett"] != String(antallHandlinger) {
      throw Sidefeil.endretAvAndre(sti: emnesti)
    }
  }
}

extension Rute {
  /// The page of a form, and what it does.
  static func skjema<S: Oppfølgingsskjema>(
    _ sti: String, _ adgang: Adgang, sak: Bool = true, _ type: S.Type
  ) -> [Rute] {
    [
      .get(sti, adgang, sak: sak) { context in
        let form = try S(context)
        try form.krevNå()
        return .side(try form.side(Utfylling(forslag: form.forslag)))
      },
      .post(sti, adgang, sak: sak) { context in
        let form = try S(context)
        try form.krevUendret()
        try form.krevNå()
        var les = Oppfølgingsleser(context.skjema)
        if let answer = try form.lagre(&les) { return answer }
        return .side(try form.side(Utfylling(context.skjema, feil: les.feil)), status: 422)
      },
    ]
  }
}

/// Reads the fields of a form and gathers what must be mended, in the order of the form.
struct Oppfølgingsleser {
  let skjema: Skjemadata
  private(set) var feil: [Feltfeil] = []

  init(_ skjema: Skjemadata) { self.skjema = skjema }

  /// What a text may not hold.
  enum Vakt {
    /// No number of identity, no name, no address.
    case tekst
    /// The same, and no case either: many read it.
    case utenSak
    /// What staff write; `sett` says that they have looked at what may be a name.
    case melding(sett: Bool)
  }

  mutating func feil(_ felt: String, _ melding: String) { feil.append(Feltfeil(felt, melding)) }

  /// A text that must be there; empty when it is not, or may not be stored.
  mutating func tekst(_ felt: String, _ etikett: String, _ vakt: Vakt = .tekst, hjelp: String = "") -> String
  {
    guard skjema.verdi(felt) != nil else {
      feil(felt, "\(etikett) må fylles ut.\(hjelp.isEmpty ? "" : " \(hjelp)")")
      return ""
    }
    return valgfri(felt, etikett, vakt) ?? ""
  }

  /// A text that may be left out.
  mutating func valgfri(_ felt: String, _ etikett: String, _ vakt: Vakt = .tekst) -> String? {
    guard let text = skjema.verdi(felt) else { return nil }
    let objection: Tekstinnvending? =
      switch vakt {
      case .tekst: Tekstinnvending(tekst: text)
      case .utenSak: Tekstinnvending(utenSak: text)
      case .melding(let sett): Tekstinnvending(melding: text, sett: sett)
      }
    guard let objection else { return text }
    feil(felt, "\(etikett): \(objection.bokmål)")
    return nil
  }

  /// A choice among codes.
  mutating func kode<K: RawRepresentable>(_ felt: String, _ etikett: String, _ type: K.Type = K.self) -> K?
  where K.RawValue == String {
    if let found = K(rawValue: skjema[felt]) { return found }
    feil(felt, "\(etikett) må fylles ut. Velg ett av alternativene.")
    return nil
  }

  /// A choice from a list.
  mutating func valg(_ felt: String, _ etikett: String, blant tillatte: [String]) -> String? {
    if let value = skjema.verdi(felt), tillatte.contains(value) { return value }
    feil(felt, "\(etikett) må fylles ut. Velg ett av alternativene.")
    return nil
  }

  /// A day that must be there.
  mutating func dato(_ felt: String, _ etikett: String) -> Dato? {
    do { return try Datofelt.krev(skjema, felt, etikett) } catch {
      feil.append(error)
      return nil
    }
  }

  /// A day from a day on.
  mutating func dato(_ felt: String, _ etikett: String, tidligst dag: Dato) -> Dato? {
    guard let day = dato(felt, etikett) else { return nil }
    if day >= dag { return day }
    feil(felt, "\(etikett) må være \(dag.bokmål) eller senere. Skriv en senere dag.")
    return nil
  }

  /// A day that has been.
  mutating func dato(_ felt: String, _ etikett: String, senest dag: Dato) -> Dato? {
    guard let day = dato(felt, etikett) else { return nil }
    if day <= dag { return day }
    feil(felt, "\(etikett) kan ikke være etter i dag, \(dag.bokmål). Skriv en tidligere dag.")
    return nil
  }

  /// A statement that must be ticked.
  mutating func bekreft(_ felt: String, _ melding: String) {
    if !skjema.har(felt) { feil(felt, melding) }
  }

  /// Whether everything can be saved.
  var erRiktig: Bool { feil.isEmpty }
}
