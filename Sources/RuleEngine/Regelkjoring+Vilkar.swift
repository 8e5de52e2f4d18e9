import RuleLanguage
import Values
import Vocabulary

/// Conditions as clauses: what they ask, not what the answer was.
extension Regelkjøring {
  /// An expression as the author wrote it, with spaces for underscores.
  func ord(_ index: Nodeindeks) -> String {
    evaluator.program.kilder[Int(index.verdi)].tekst.split(separator: "_").joined(separator: " ")
  }

  func navn(_ definition: Definisjon) -> String {
    omtale(definition) ?? definition.navn.split(separator: "_").joined(separator: " ")
  }

  /// How a sentence speaks of a definition; `{fjoråret}` as the year it is, since a sentence names its years.
  func omtale(_ definition: Definisjon) -> String? {
    definition.omtale?.split(separator: "{fjoråret}", omittingEmptySubsequences: false)
      .joined(separator: String(evaluator.kontrolldato.år - 1))
  }

  func felt(_ ref: Feltref) -> Felt {
    ref.samling < 0
      ? evaluator.program.modell.opplysninger[Int(ref.felt)]
      : evaluator.program.modell.samlinger[Int(ref.samling)].felter[Int(ref.felt)]
  }

  /// The field's own name in words, for a field whose label is a question: «samtale alene».
  func feltnavn(_ ref: Feltref) -> String {
    felt(ref).navn.split(separator: "_").joined(separator: " ")
  }

  /// The codes of a field that are in a mask.
  func koder(_ ref: Feltref, _ mask: UInt64) -> [Kode] {
    guard case .kode(let codes) = felt(ref).type else { return [] }
    return codes.enumerated().filter { mask & (1 << UInt64($0.offset + 1)) != 0 }.map(\.element)
  }

  // MARK: Clauses

  /// A requirement as a clause: «referatet inneholder en drøfting og en konklusjon».
  mutating func vilkår(_ index: Nodeindeks) -> String { vilkår(utenSkjønn(form(index))) }

  mutating func vilkår(_ form: Vilkårsform) -> String {
    switch form {
    case .ledd(let index, let nektet): return setning(index, nektet: nektet, leddsetning: true)
    case .og(let parts): return Bokmål.samlet(parts.map { del($0) })
    case .eller(let parts):
      let clauses = parts.map { vilkår($0) }
      return clauses.contains { $0.contains(" og ") }
        ? clauses.joined(separator: ", eller ") : Bokmål.samlet(clauses, "eller")
    }
  }

  /// A part of a conjunction: alternatives inside it are marked as such.
  private mutating func del(_ form: Vilkårsform) -> String {
    guard case .eller(let parts) = form else { return vilkår(form) }
    return "enten " + parts.map { vilkår($0) }.joined(separator: " eller ")
  }

  /// What is asked of one thing as a clause, or its opposite.
  ///
  /// - Parameters:
  ///   - leddsetning: with «ikke» before the verb, as after «at».
  mutating func setning(_ index: Nodeindeks, nektet: Bool, leddsetning: Bool = false) -> String {
    let words = ordlegging(index)
    if nektet, let denied = words.nektetSetning { return denied }
    if case .minst(let count, let query) = evaluator.skrevet(index) {
      return registrert(Int(count), query, nektet: nektet, leddsetning: leddsetning)
    }
    if case .definisjon(let position) = evaluator.skrevet(index), words.setning == nil {
      let node = evaluator.program.definisjoner[Int(position)].node
      return iEgenSammenheng { $0.vilkår($0.form(node, nektet: nektet)) }
    }
    let clause = words.setning ?? påstått(index)
    return nektet ? Bokmål.nektet(clause, leddsetning: leddsetning) : clause
  }

  /// How the vocabulary, or the author, words a condition; nothing when neither does.
  func ordlegging(_ index: Nodeindeks) -> Ordlegging {
    switch evaluator.skrevet(index) {
    case .felt(let ref):
      var words = felt(ref).ordlegging
      words.setning = words.setning ?? felt(ref).etikett
      return words
    case .harVerdi(let ref): return felt(ref).ordlegging
    case .erBlant(let ref, let mask):
      let words = koder(ref, mask).map(\.ordlegging)
      func all(_ part: (Ordlegging) -> String?, _ ord: String) -> String? {
        let texts = words.compactMap(part)
        return texts.isEmpty || texts.count < words.count ? nil : Bokmål.samlet(texts, ord)
      }
      return Ordlegging(
        ledd: all(\.ledd, "eller"), nektetLedd: words.count == 1 ? words[0].nektetLedd : nil,
        setning: all(\.setning, "eller"), nektetSetning: words.count == 1 ? words[0].nektetSetning : nil)
    case .definisjon(let position):
      return Ordlegging(setning: omtale(evaluator.program.definisjoner[Int(position)]))
    default: return Ordlegging()
    }
  }

  /// A condition that nobody has given words, by its general pattern.
  private mutating func påstått(_ index: Nodeindeks) -> String {
    switch evaluator.skrevet(index) {
    case .harVerdi(let ref): return "\(feltnavn(ref)) er registrert"
    case .erBlant(let ref, let mask):
      let labels = koder(ref, mask).map { "«\($0.etikett)»" }
      return "\(feltnavn(ref)) er \(Bokmål.liste(labels, "eller"))"
    case .tilVurdering: return "en fagperson godtar det"
    case .sammenlignDato(let how, let a, let b):
      let subject = hendelse(a)
      return "\(subject) \(how.datoord) \(tidspunkt(b))"
    case .sammenlignTall(let how, let a, let b):
      return "\(tallnavn(a)) er \(how.tallord) \(tallnavn(b))"
    case .dekkerDato(let a, let b): return "\(tilstand(a)) \(dagen(b))"
    case .siste(let query, let har): return "siste \(samling(query).ord.entall) er slik at \(vilkår(har))"
    case .første(let query, let har): return "første \(samling(query).ord.entall) er slik at \(vilkår(har))"
    default: return ord(index)
    }
  }

  /// «barnet bodde i fosterhjem», «barnet er under 15 år».
  func tilstand(_ periods: Nodeindeks) -> String {
    switch evaluator.skrevet(periods) {
    case .definisjon(let position): navn(evaluator.program.definisjoner[Int(position)])
    case .alder(let before, let years): before ? "barnet er under \(years) år" : "barnet har fylt \(years) år"
    default: "\(ord(periods)) gjelder"
    }
  }

  /// A day in a clause: «den dagen» for that of an event that is spoken of in general.
  private mutating func dagen(_ index: Nodeindeks) -> String {
    if case .start = evaluator.skrevet(index), avhengerAvUkjent(index) { return "den dagen" }
    return tidspunkt(index)
  }

  /// A number by its name, or as it is written.
  mutating func tallnavn(_ index: Nodeindeks) -> String {
    switch evaluator.skrevet(index) {
    case .definisjon(let position): navn(evaluator.program.definisjoner[Int(position)])
    case .antall(let query), .dagerMed(let query):
      "tallet på \(samling(query).ord.flertall)\(kjennetegn(query))"
    default: ord(index)
    }
  }

  private mutating func registrert(
    _ count: Int, _ query: Int32, nektet: Bool, leddsetning: Bool
  ) -> String {
    let ord = samling(query).ord
    let which = kjennetegn(query)
    switch (count, nektet) {
    case (1, false): return "det er registrert \(ord.entall)\(which)"
    case (1, true):
      return "det \(leddsetning ? "ikke er" : "er ikke") registrert \(ingen(query))\(which)"
    case (_, false): return "det er registrert minst \(Bokmål.tall(count)) \(ord.flertall)\(which)"
    case (_, true): return "det er registrert færre enn \(Bokmål.tall(count)) \(ord.flertall)\(which)"
    }
  }

  /// «noe oppfølgingsbesøk», «noen samtale».
  func ingen(_ query: Int32) -> String {
    let ord = samling(query).ord
    return "\(ord.kjønn == .intetkjønn ? "noe" : "noen") \(ord.entall)"
  }
}

extension Bokmål {
  /// The words that «ikke» stands by.
  private static let verb: Set<String> = [
    "er", "var", "har", "hadde", "ble", "blir", "bor", "bodde", "viser", "gjelder", "gjaldt", "fikk", "får",
    "kan", "kunne", "skal", "skulle", "vil", "ville", "må", "måtte", "sier", "finnes", "ligger", "står",
    "inneholder", "samtykket", "flyttet", "bygger", "traff", "mangler", "manglet", "fører", "førte", "mener",
    "trenger", "ønsker", "kom", "gikk", "går", "teller", "vurderer", "oppfyller", "begynte", "sluttet",
  ]

  /// «barnet bodde i fosterhjem» → «barnet bodde ikke i fosterhjem», or in a subordinate clause «barnet ikke bodde
  /// i fosterhjem»: «ikke» stands by the first verb.
  static func nektet(_ clause: String, leddsetning: Bool = false) -> String {
    var words = clause.split(separator: " ").map(String.init)
    guard let verb = words.firstIndex(where: Bokmål.verb.contains) else {
      return "det \(leddsetning ? "ikke stemmer" : "stemmer ikke") at \(clause)"
    }
    words.insert("ikke", at: leddsetning ? verb : verb + 1)
    return words.joined(separator: " ")
  }

  /// A distance in words: «seks måneder», «60 dager», «én dag».
  static func lengde(_ steg: Steg) -> String {
    let count = abs(Int(steg.antall))
    let unit = steg.iMåneder ? (count == 1 ? "måned" : "måneder") : (count == 1 ? "dag" : "dager")
    return "\(tall(count)) \(unit)"
  }
}

extension Sammenligning {
  /// A limit on a number: «minst» 4.
  var tallord: String {
    switch self {
    case .er: "nøyaktig"
    case .erIkke: "noe annet enn"
    case .minst: "minst"
    case .høyst: "høyst"
    case .merEnn, .etter: "mer enn"
    case .mindreEnn, .før: "mindre enn"
    }
  }

  /// A limit on a date as a predicate: «3. mai 2014 eller tidligere».
  func grense(_ day: String) -> String {
    switch self {
    case .er: day
    case .erIkke: "en annen dag enn \(day)"
    case .minst: "\(day) eller senere"
    case .høyst: "\(day) eller tidligere"
    case .merEnn, .etter: "etter \(day)"
    case .mindreEnn, .før: "før \(day)"
    }
  }

  /// A limit on a date: «senest» 3. mai 2014.
  var datoord: String {
    switch self {
    case .er: "samme dag som"
    case .erIkke: "en annen dag enn"
    case .minst: "tidligst"
    case .høyst: "senest"
    case .merEnn, .etter: "etter"
    case .mindreEnn, .før: "før"
    }
  }

  /// The comparison with its sides swapped.
  var speilet: Sammenligning {
    switch self {
    case .er, .erIkke: self
    case .minst: .høyst
    case .høyst: .minst
    case .merEnn: .mindreEnn
    case .mindreEnn: .merEnn
    case .før: .etter
    case .etter: .før
    }
  }
}
