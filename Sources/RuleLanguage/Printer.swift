import Values

extension Uttrykk: CustomStringConvertible {
  /// The expression in canonical form: words instead of symbols, one space, only the parentheses that the
  /// machine or a reader needs.
  public var description: String { tekst(.løst) }

  /// How tightly an expression binds, loosest first.
  fileprivate enum Styrke: Int {
    case løst, eller, og, ikke, forhold, periode, sum, produkt, ledd
  }

  private func tekst(_ minst: Styrke, leddsetning: Bool = false) -> String {
    let (text, strength) = utskrift(leddsetning)
    return strength.rawValue < minst.rawValue ? "(\(text))" : text
  }

  /// After «er»: what begins as another comparison does (`er minst`, `er før`) stands in parentheses.
  private var etterEr: String {
    let text = tekst(.periode)
    return ["minst ", "før ", "etter "].contains(where: text.hasPrefix) ? "(\(text))" : text
  }

  /// The text, and how tightly what stands around it may bind. What ends in an open `før …` or `og …` would
  /// draw a following «+» to itself, and a question would draw a following «der».
  private func utskrift(_ leddsetning: Bool) -> (String, Styrke) {
    func del(_ part: Uttrykk, _ minst: Styrke) -> String { part.tekst(minst, leddsetning: leddsetning) }
    return switch innhold {
    case .tall(let number): (number.desimaltekst, .ledd)
    case .dato(let date): (date.description, .ledd)
    case .navn(let name): (name, .ledd)
    case .medlem(let owner, let member): ("\(owner).\(member)", .ledd)
    case .verdiPå(let name, let date): ("\(name) på \(date.tekst(.ledd))", .ledd)
    case .tilVurdering: ("til vurdering", .ledd)
    case .ikke(let inner): ("ikke \(del(inner, .forhold))", .ikke)
    case .og(let a, let b): ("\(del(a, .og)) og \(del(b, .ikke))", .og)
    case .eller(let a, let b): ("\(del(a, a.erOg ? .ledd : .eller)) eller \(del(b, .ikke))", .eller)
    case .hvis(let c, let a, let b):
      ("hvis \(del(c, .eller)) så \(del(a, .ikke)) ellers \(del(b, b.erHvis ? .løst : .ikke))", .løst)
    case .sammenlign(.erIkke, let a, let b) where leddsetning:
      ("\(a.tekst(.periode)) ikke er \(b.etterEr)", .forhold)
    case .sammenlign(.er, let a, let b): ("\(a.tekst(.periode)) er \(b.etterEr)", .forhold)
    case .sammenlign(let how, let a, let b):
      ("\(a.tekst(.periode)) \(how.rawValue) \(b.tekst(.periode))", .forhold)
    case .erBlant(let a, let list):
      ("\(a.tekst(.periode)) er blant (\(list.map(\.somSum).joined(separator: ", ")))", .forhold)
    case .regn(let how, let a, let b) where how == .pluss || how == .minus:
      ("\(a.tekst(.sum)) \(how.rawValue) \(b.tekst(.produkt))", .sum)
    case .regn(let how, let a, let b): ("\(a.tekst(.produkt)) \(how.rawValue) \(b.tekst(.ledd))", .produkt)
    case .flytt(let date, let step):
      ("\(date.tekst(.sum)) \(step.antall < 0 ? "-" : "+") \(step.tekst)", .sum)
    case .rundet(let down, let inner): ("rundet \(down ? "ned" : "opp") (\(inner))", .ledd)
    case .vindu(.iFjor): ("fjoråret", .ledd)
    case .vindu(let window): (window.tekst, window.erÅpent ? .forhold : .ledd)
    case .fraTil(let first, let last):
      (
        [first.map { "fra \($0.tekst(.sum))" }, last.map { "til \($0.tekst(.sum))" }].compactMap(\.self)
          .joined(separator: " "), .forhold
      )
    case .alder(let before, let years): ("\(before ? "før" : "etter") fylte \(years) år", .ledd)
    case .samtidigMed(let a, let b): ("\(a.tekst(.periode)) samtidig med \(b.tekst(.sum))", .periode)
    case .uten(let a, let b): ("\(a.tekst(.periode)) uten \(b.tekst(.sum))", .periode)
    case .dekker(let a, let b): ("\(a.tekst(.periode)) dekker \(b.tekst(.periode))", .forhold)
    case .overlapper(let a, let b):
      ("\(a.tekst(.periode)) overlapper med \(b.tekst(.periode))", .forhold)
    case .andel(let whole, let part): ("andel av \(whole.tekst(.ledd)) med \(part.tekst(.ledd))", .ledd)
    case .dagerAv(let days, let whole): ("dager av \(days.tekst(.ledd)) i \(whole.tekst(.ledd))", .ledd)
    case .spørring(let query): (query.tekst, query.styrke)
    case .mellomrom(let step, let query, let whole):
      ("mellomrom over \(step.tekst) mellom \(query.tekst) i \(whole.tekst(.ledd))", .ledd)
    }
  }

  /// «og» inside «eller», and both inside what follows «så» and «ellers», get parentheses, which the machine does
  /// not need, but the reader does.
  private var erOg: Bool { if case .og = innhold { true } else { false } }
  private var erHvis: Bool { if case .hvis = innhold { true } else { false } }

  fileprivate var somLedd: String { tekst(.ledd) }
  fileprivate var somSum: String { tekst(.sum) }

  /// As it stands inside `der (…)`: a subordinate clause, in which Norwegian says «ikke er», not «er ikke».
  fileprivate var somLeddsetning: String { tekst(.løst, leddsetning: true) }
}

extension Brøk {
  /// A number as a rule writes it: every decimal that the author gave.
  fileprivate var desimaltekst: String {
    guard nevner > 1 else { return description }
    var (digit, rest) = teller.quotientAndRemainder(dividingBy: nevner)
    var text = "\(digit),"
    while rest != 0, text.utf8.count < 20 {
      (digit, rest) = (rest * 10).quotientAndRemainder(dividingBy: nevner)
      text += "\(digit)"
    }
    return text
  }
}

extension Varighet {
  /// `6 måneder`, `1 måned`, `90 dager`; without sign.
  public var tekst: String {
    let count = antall.magnitude
    switch enhet {
    case .dager: return count == 1 ? "1 dag" : "\(count) dager"
    case .måneder: return count == 1 ? "1 måned" : "\(count) måneder"
    }
  }
}

extension Vindu {
  /// Whether it ends in a date that a following «+» would belong to.
  fileprivate var erÅpent: Bool {
    switch self {
    case .siste, .iFjor, .hittilIÅr: false
    case .siden, .før, .mellom: true
    }
  }

  fileprivate var tekst: String {
    switch self {
    case .siste(let step): "siste \(step.tekst)"
    case .iFjor: "i fjor"
    case .hittilIÅr: "hittil i år"
    case .siden(let date): "siden \(date.somSum)"
    case .før(let date): "før \(date.somSum)"
    case .mellom(let first, let last): "mellom \(first.somSum) og \(last.somSum)"
    }
  }
}

extension Spørring {
  /// The collection with its window and conditions, without what is asked of it.
  var innmat: String {
    ([samling + (vindu.map { " \($0.tekst)" } ?? "")] + betingelser).joined(separator: " ")
  }

  private var betingelser: [String] {
    [
      mens.map { "mens \($0.somLedd)" }, filter.map { "der (\($0.somLeddsetning))" },
      alder.map { "\($0.før ? "før" : "etter") fylte \($0.år) år" },
    ].compactMap(\.self)
  }

  fileprivate var styrke: Uttrykk.Styrke {
    if har != nil { return .ledd }
    // As the bound of a window it would draw a following «der» to itself.
    if case .dagenFor = form { return .periode }
    let endsInWindow = betingelser.isEmpty && vindu?.erÅpent == true && form != .dager
    return endsInWindow ? .periode : .produkt
  }

  fileprivate var tekst: String {
    let rest = har.map { " har (\($0))" } ?? ""
    switch form {
    case .antall: return "antall \(innmat)"
    case .dager:
      let window = vindu.map { " \($0.tekst)" } ?? ""
      return (["dager\(window) med \(samling)"] + betingelser).joined(separator: " ")
    case .finnes: return "finnes \(innmat)"
    case .ingen: return "ingen \(innmat)"
    case .minst(let count): return "minst \(count) \(innmat)"
    case .alle: return "alle \(innmat)\(rest)"
    case .siste: return "siste \(innmat)\(rest)"
    case .første: return "første \(innmat)\(rest)"
    case .dagenFor(let last): return "datoen for \(last ? "siste" : "første") \(innmat)"
    case .perioder: return "perioder med \(innmat)"
    case .mellomrom: return innmat
    }
  }
}
