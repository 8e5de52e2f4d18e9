import RuleLanguage
import Values
import Vocabulary

/// Conditions as clauses: what they ask, not what the answer was.
extension Regelkjøring {
  /// A date by what it is: «3 måneder etter den første dagen barnet var frivillig plassert».
  func datonavn(_ index: Nodeindeks) -> String {
    switch evaluator.skrevet(index) {
    case .kontrolldato: return "kontrolldatoen"
    case .start: return "datoen"
    case .slutt: return "den siste dagen"
    case .datofelt(let ref): return feltnavn(ref)
    case .opphold(_, let first, _): return first ? "den første dagen i hjemmet" : "den siste dagen i hjemmet"
    case .periodestart(let periods): return "den første dagen \(navnPåPerioder(periods))"
    case .dagenFor(let query, let last):
      let kind = Int(evaluator.program.spørringer[Int(query)].samling)
      return "datoen for \(last ? "siste" : "første") \(evaluator.program.modell.samlinger[kind].ord.entall)"
    case .flytt(let date, let step):
      let length = Varighet(Int(step.antall), step.iMåneder ? .måneder : .dager).tekst
      return "\(length) \(step.antall < 0 ? "før" : "etter") \(datonavn(date))"
    case .definisjon(let position): return datonavn(evaluator.program.definisjoner[Int(position)].node)
    default: return ord(index)
    }
  }

  private func navnPåPerioder(_ index: Nodeindeks) -> String {
    guard case .definisjon(let position) = evaluator.skrevet(index) else { return "i perioden" }
    return navn(evaluator.program.definisjoner[Int(position)])
  }

  /// An expression as the author wrote it, with spaces for underscores.
  func ord(_ index: Nodeindeks) -> String {
    evaluator.program.kilder[Int(index.verdi)].tekst.split(separator: "_").joined(separator: " ")
  }

  func navn(_ definition: Definisjon) -> String {
    definition.omtale.map(medÅr) ?? definition.navn.split(separator: "_").joined(separator: " ")
  }

  func etikett(_ ref: Feltref) -> String {
    ref.samling < 0
      ? evaluator.program.modell.opplysninger[Int(ref.felt)].etikett
      : evaluator.program.modell.samlinger[Int(ref.samling)].felter[Int(ref.felt)].etikett
  }

  /// `{fjoråret}` as the year it is: a sentence names its years.
  private func medÅr(_ clause: String) -> String {
    clause.split(separator: "{fjoråret}", omittingEmptySubsequences: false)
      .joined(separator: String(evaluator.kontrolldato.år - 1))
  }

  /// The field's own name in words, for a field whose label is a question: «samtale alene».
  func feltnavn(_ ref: Feltref) -> String {
    let name =
      ref.samling < 0
      ? evaluator.program.modell.opplysninger[Int(ref.felt)].navn
      : evaluator.program.modell.samlinger[Int(ref.samling)].felter[Int(ref.felt)].navn
    return name.split(separator: "_").joined(separator: " ")
  }

  func koder(_ ref: Feltref, _ mask: UInt64) -> String {
    let type =
      ref.samling < 0
      ? evaluator.program.modell.opplysninger[Int(ref.felt)].type
      : evaluator.program.modell.samlinger[Int(ref.samling)].felter[Int(ref.felt)].type
    guard case .kode(let codes) = type else { return "" }
    let chosen = codes.enumerated().filter { mask & (1 << UInt64($0.offset + 1)) != 0 }
    return Bokmål.liste(chosen.map { "«\($0.element.etikett)»" }, "eller")
  }

  /// A condition as a clause: what it asks, not what the answer was.
  mutating func vilkår(_ index: Nodeindeks) -> String {
    switch evaluator.skrevet(index) {
    case .og(let a, let b): return "\(del(a)) og \(del(b))"
    case .eller(let a, let b): return "\(vilkår(a)), eller \(vilkår(b))"
    case .ikke(let a): return nektetVilkår(a)
    case .felt(let ref): return etikett(ref)
    case .harVerdi(let ref): return "\(feltnavn(ref)) er registrert"
    case .erBlant(let ref, let mask): return "\(feltnavn(ref)) er \(koder(ref, mask))"
    case .tilVurdering: return "en fagperson godtar det"
    case .definisjon(let position):
      let definition = evaluator.program.definisjoner[Int(position)]
      return definition.omtale ?? vilkår(definition.node)
    case .sammenlignDato(let how, let a, let b):
      return "\(datonavn(a)) er \(how.datoord) \(datoITekst(b))"
    case .minst(let count, let query):
      return "det er registrert \(minst(Int(count), query))\(omstendighet(query))\(betingelse(query))"
    default: return ord(index)
    }
  }

  /// A part of a conjunction: alternatives inside it are marked as such.
  private mutating func del(_ index: Nodeindeks) -> String {
    guard case .eller(let a, let b) = evaluator.skrevet(index) else { return vilkår(index) }
    return "enten \(vilkår(a)) eller \(vilkår(b))"
  }

  /// The opposite of a condition. «Ikke» goes into a clause with one verb; what is joined of more is denied as
  /// a whole.
  private mutating func nektetVilkår(_ index: Nodeindeks) -> String {
    switch evaluator.skrevet(index) {
    case .ikke(let inner): return vilkår(inner)
    case .felt, .harVerdi, .erBlant: return nektet(vilkår(index), leddsetning: true)
    case .definisjon(let position) where evaluator.program.definisjoner[Int(position)].omtale != nil:
      return nektet(vilkår(index), leddsetning: true)
    case .minst(let count, let query):
      let noun = "\(omstendighet(query))\(betingelse(query))"
      if count > 1 {
        let few = "\(Bokmål.tall(Int(count))) \(samling(query).ord.flertall)"
        return "det er registrert færre enn \(few)\(noun)"
      }
      return "det ikke er registrert \(ingen(query))\(noun)"
    default: return "det ikke er slik at \(vilkår(index))"
    }
  }

  /// «et oppfølgingsbesøk», «minst to samtaler».
  func minst(_ count: Int, _ query: Int32) -> String {
    let ord = samling(query).ord
    return count == 1 ? ord.entall : "minst \(Bokmål.tall(count)) \(ord.flertall)"
  }

  /// «noe oppfølgingsbesøk», «noen samtale».
  func ingen(_ query: Int32) -> String {
    let ord = samling(query).ord
    return "\(ord.kjønn == .intetkjønn ? "noe" : "noen") \(ord.entall)"
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
    case .er: "lik"
    case .erIkke: "en annen dag enn"
    case .minst: "tidligst"
    case .høyst: "senest"
    case .merEnn, .etter: "etter"
    case .mindreEnn, .før: "før"
    }
  }
}
