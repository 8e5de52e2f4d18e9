import Vocabulary

/// Makes random rules that are well typed over the small vocabulary, as an author would write them.
///
/// Whatever has no answer even on a complete record (division by zero, a share of no days) is left out.
struct Regelgenerator {
  var terning: Terning
  /// Names of definitions by type, which rules may use.
  var navn: [Slag: [String]] = [:]
  /// The collections whose events are in scope, outermost first.
  private var omfang: [String] = []

  enum Slag: Hashable, CaseIterable {
    case sannhet, tall, dato, perioder
  }

  init(terning: Terning) { self.terning = terning }

  mutating func uttrykk(_ slag: Slag, _ dybde: Int) -> String {
    switch slag {
    case .sannhet: sannhet(dybde)
    case .tall: tall(dybde)
    case .dato: dato(dybde)
    case .perioder: perioder(dybde)
    }
  }

  private mutating func velg(_ forms: [(inout Regelgenerator) -> String]) -> String {
    forms[terning.tall(0...(forms.count - 1))](&self)
  }

  private func definert(_ slag: Slag) -> [(inout Regelgenerator) -> String] {
    let names = navn[slag] ?? []
    return names.isEmpty ? [] : [{ $0.terning.en(av: names) }]
  }

  // MARK: Truth values

  mutating func sannhet(_ d: Int) -> String {
    if d <= 0 { return felt() }
    let sammenlign = ["er minst", "er høyst", "er mer enn", "er mindre enn", "er", "er ikke"]
    let tid = ["er før", "er etter", "er minst", "er høyst", "er", "er ikke"]
    var forms: [(inout Regelgenerator) -> String] = [
      { "(\($0.sannhet(d - 1)) og \($0.sannhet(d - 1)))" },
      { "(\($0.sannhet(d - 1)) eller \($0.sannhet(d - 1)))" },
      { "(ikke (\($0.sannhet(d - 1))))" },
      { "(hvis \($0.sannhet(d - 1)) så \($0.sannhet(d - 1)) ellers \($0.sannhet(d - 1)))" },
      { "(\($0.tall(d - 1)) \($0.terning.en(av: sammenlign)) \($0.tall(d - 1)))" },
      { "(\($0.tall(d - 1)) \($0.terning.en(av: sammenlign)) \($0.terning.tall(0...3)))" },
      { "(\($0.dato(d - 1)) \($0.terning.en(av: tid)) \($0.dato(d - 1)))" },
      { "(\($0.perioder(d - 1)) dekker \($0.perioder(d - 1)))" },
      { "(\($0.perioder(d - 1)) dekker \($0.dato(d - 1)))" },
      { "(\($0.perioder(d - 1)) overlapper med \($0.perioder(d - 1)))" },
      { $0.felt() },
    ]
    let queries: [(inout Regelgenerator) -> String] = [
      { "(\($0.terning.en(av: ["finnes", "ingen", "minst 2"])) \($0.spørring(d)))" },
      { "(\($0.terning.en(av: ["alle", "siste", "første"])) \($0.spørring(d, har: true)))" },
      { $0.mellomrom(d) },
    ]
    if omfang.count < 3 { forms += queries + queries }
    return velg(forms + definert(.sannhet))
  }

  /// A field of an event in scope, or a fact.
  private mutating func felt() -> String {
    var forms = ["egne_synspunkter", "sakstype er omsorg", "sakstype er ikke frivillig", "(finnes sakstype)"]
    switch omfang.last {
    case "besøk":
      forms += [
        "til_stede", "form er stedlig", "form er blant (stedlig, digital)", "form ikke er avlyst",
        "(finnes rapport)",
        "varighet er minst 2", "rapport er høyst dato + 14 dager", "besøk.til_stede", "(finnes form)",
        "dato er etter hjemopphold.fra + 3 måneder",
      ]
    case "vedtak": forms += ["hørt", "type er akutt", "vedtak.hørt", "dato er minst fjoråret.fra"]
    case "frekvens": forms += ["god", "kode er 2", "dato er etter hjemopphold.fra + 6 måneder"]
    case "plassering":
      forms += [
        "type er fosterhjem", "flyttet", "plassering.til er etter kontrolldatoen", "hjem er plassering.hjem",
      ]
    case "plan": forms += ["mål", "plan.fra er før 2013-06-01", "plan.til er høyst plan.fra + 6 måneder"]
    default: break
    }
    if omfang.count > 1, omfang[0] != omfang[omfang.count - 1] {
      switch omfang[0] {
      case "besøk": forms += ["besøk.til_stede", "besøk.form er stedlig"]
      case "vedtak": forms += ["vedtak.hørt", "vedtak.type er akutt"]
      case "plassering": forms += ["plassering.type er fosterhjem"]
      default: break
      }
    }
    return "(\(terning.en(av: forms)))"
  }

  // MARK: Numbers

  mutating func tall(_ d: Int) -> String {
    if d <= 0 || terning.sant(12) { return "\(terning.tall(0...4))" }
    var forms: [(inout Regelgenerator) -> String] = [
      { "(\($0.tall(d - 1)) \($0.terning.en(av: ["+", "-", "*"])) \($0.tall(d - 1)))" },
      { "\($0.tall(d - 1)) / \($0.terning.tall(1...4))" },
      { "rundet \($0.terning.en(av: ["ned", "opp"])) (\($0.tall(d - 1)) + 0,05)" },
      { "(hvis \($0.sannhet(d - 1)) så \($0.tall(d - 1)) ellers \($0.tall(d - 1)))" },
      { "andel av \($0.helhet()) med \($0.perioder(d - 1))" },
      { "(dager av \($0.perioder(d - 1)) i \($0.helhet()))" },
      { $0.terning.en(av: ["krav", "krav på 2013-05-05", "krav på fjoråret.fra"]) },
    ]
    if omfang.last == "besøk" { forms += [{ _ in "varighet" }] }
    if omfang.count < 3 {
      let count: (inout Regelgenerator) -> String = { "antall \($0.spørring(d))" }
      let days: (inout Regelgenerator) -> String = { "(dager med \($0.spørring(d, datert: true)))" }
      forms += [count, count, days, days]
    }
    return "(\(velg(forms + definert(.tall))))"
  }

  /// A stretch that never is empty.
  private mutating func helhet() -> String {
    terning.en(av: [
      "fjoråret", "(hittil i år)", "(siste 12 måneder)", "(siste 40 dager)",
      "(mellom 2013-03-01 og 2014-02-15)",
    ])
  }

  // MARK: Dates

  mutating func dato(_ d: Int) -> String {
    var forms: [(inout Regelgenerator) -> String] = [
      { _ in "kontrolldatoen" }, { $0.fastDag() }, { $0.fastDag() },
      { $0.terning.en(av: ["fjoråret.fra", "fjoråret.til", "hjemopphold.fra", "hjemopphold.fra"]) },
    ]
    if d > 0 {
      forms += [
        { "(\($0.dato(d - 1)) \($0.terning.en(av: ["+", "-"])) \($0.varighet()))" },
        { "(hvis \($0.sannhet(d - 1)) så \($0.dato(d - 1)) ellers \($0.dato(d - 1)))" },
      ]
    }
    if d > 0, omfang.count < 3 {
      forms += Array(
        repeating: { "(datoen for \($0.terning.en(av: ["siste", "første"])) \($0.spørring(d)))" }, count: 2)
    }
    if let inner = omfang.last {
      let own =
        ["plassering", "plan"].contains(inner) ? ["\(inner).fra", "\(inner).fra", "\(inner).til"] : ["dato"]
      let outer = omfang[0]
      let far = ["plassering", "plan"].contains(outer) ? "\(outer).fra" : "\(outer).dato"
      forms += [{ $0.terning.en(av: own) }, { $0.terning.en(av: own) }, { _ in far }]
      if inner == "besøk" { forms += [{ _ in "rapport" }] }
    }
    return velg(forms + definert(.dato))
  }

  private mutating func fastDag() -> String {
    terning.en(av: [
      "2012-02-29", "2012-12-31", "2013-01-01", "2013-03-31", "2013-08-15", "2014-01-31", "2014-06-30",
    ])
  }

  private mutating func varighet() -> String {
    terning.en(av: [
      "1 måned", "3 måneder", "6 måneder", "12 måneder", "1 dag", "14 dager", "90 dager", "0 dager",
    ])
  }

  // MARK: Periods

  mutating func perioder(_ d: Int) -> String {
    var forms: [(inout Regelgenerator) -> String] = [
      { $0.helhet() },
      { "(\($0.terning.en(av: ["før", "etter"])) fylte \($0.terning.tall(3...6)) år)" },
    ]
    if d > 0 {
      forms += [
        { "(\($0.perioder(d - 1)) eller \($0.perioder(d - 1)))" },
        { "(\($0.perioder(d - 1)) samtidig med \($0.perioder(d - 1)))" },
        { "(\($0.perioder(d - 1)) uten \($0.perioder(d - 1)))" },
        { "(fra \($0.dato(d - 1)) til \($0.dato(d - 1)))" },
        { "(fra \($0.dato(d - 1)))" },
        { "(til \($0.dato(d - 1)))" },
        { "(før \($0.dato(d - 1)))" },
        { "(hvis \($0.sannhet(d - 1)) så \($0.perioder(d - 1)) ellers \($0.perioder(d - 1)))" },
      ]
    }
    if omfang.count < 3 {
      forms += Array(repeating: { $0.perioderMed(d) }, count: 6)
      forms += [{ _ in "(perioder med frekvens der (kode er 2))" }, { _ in "(perioder med plassering)" }]
    }
    return velg(forms + definert(.perioder))
  }

  private mutating func perioderMed(_ d: Int) -> String {
    let samling = terning.en(av: ["plassering", "plassering", "frekvens", "plan"])
    let filter = terning.sant(60) ? " der \(innenfor(samling, d))" : ""
    let age = terning.sant(20) ? " \(terning.en(av: ["før", "etter"])) fylte \(terning.tall(3...6)) år" : ""
    return "(perioder med \(samling)\(filter)\(age))"
  }

  // MARK: Questions

  private mutating func innenfor(_ samling: String, _ d: Int) -> String {
    omfang.append(samling)
    defer { omfang.removeLast() }
    return "(\(sannhet(terning.sant(50) ? 0 : d - 1)))"
  }

  private mutating func spørring(_ d: Int, har: Bool = false, datert: Bool = false) -> String {
    let dated = ["besøk", "besøk", "vedtak", "frekvens"]
    let samling = terning.en(av: datert ? dated : dated + ["plassering", "plan"])
    var text = samling
    if dated.contains(samling) {
      if terning.sant(65) { text += " \(vindu(d))" }
      if terning.sant(30) { text += " mens \(perioder(d - 1))" }
    }
    if terning.sant(60) { text += " der \(innenfor(samling, d))" }
    if har { text += " har \(innenfor(samling, d))" }
    return text
  }

  private mutating func vindu(_ d: Int) -> String {
    velg([
      { "siste \($0.terning.en(av: ["12 måneder", "6 måneder", "1 måned", "90 dager", "30 dager"]))" },
      { $0.terning.en(av: ["i fjor", "hittil i år"]) },
      { "siden \($0.dato(d - 1))" },
      { "før \($0.dato(d - 1))" },
      { "mellom \($0.dato(d - 1)) og \($0.dato(d - 1))" },
    ])
  }

  private mutating func mellomrom(_ d: Int) -> String {
    let samling = terning.en(av: ["besøk", "vedtak"])
    let filter = terning.sant(40) ? " der \(innenfor(samling, d))" : ""
    let step = terning.en(av: ["3 måneder", "6 måneder", "100 dager", "1 måned"])
    let within = terning.sant(70) ? helhet() : perioder(d - 1)
    return "(mellomrom over \(step) mellom \(samling) mens \(perioder(d - 1))\(filter) i \(within))"
  }
}
