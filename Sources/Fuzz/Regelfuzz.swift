internal import CaseRecords
internal import RuleEngine
internal import RuleLanguage
internal import Values

/// What must hold of any bytes at all when they are taken for the text of a rule.
public enum Regelfuzz {
  /// What does not hold of these bytes; nil when everything does.
  ///
  /// A finding lies within the text. A rule that parses is printed in a form that means the same tree and is
  /// printed the same again. A rule that checks runs on a case, and its printed form gives the same verdict.
  public static func brudd(_ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    let length = text.unicodeScalars.count
    do throws(Diagnoser) {
      let tree = try Parser.parse(text)
      let first = try? run(tree)
      return brudd(trykt: tree.description, dømt: first)
    } catch {
      let outside = error.funn.first { $0.område.lowerBound < 0 || $0.område.upperBound > length }
      return outside.map { "a finding lies outside the text: \($0)" }
    }
  }

  /// What does not hold of a printed rule, whose source was judged so (nil when it did not check).
  private static func brudd(trykt: String, dømt: Resultat?) -> String? {
    do throws(Diagnoser) {
      let tree = try Parser.parse(trykt)
      guard tree.description == trykt else {
        return "printed twice, the rule is not the same: \(trykt) → \(tree.description)"
      }
      return (try? run(tree)) == dømt ? nil : "the printed rule is judged otherwise: \(trykt)"
    } catch {
      // A parenthesis that the author could leave out may be one too many for the parser's limits.
      return error.funn.allSatisfy { $0.kode == .tooDeep } ? nil : "the printed rule does not parse: \(trykt)"
    }
  }

  /// What a rule says of the fixed case: its value, and its verdict and forecast if it is a truth value.
  private static func run(_ tree: Uttrykk) throws(Diagnoser) -> Resultat {
    var checker = Checker(modell: Fuzzmodell.modell)
    checker.add(
      parameter: Parameter(
        navn: "besøk_per_år",
        verdier: [Parameter.Datert(fra: Dato.nyttår(2004), verdi: Brøk(4), hjemmel: nil)]))
    try checker.add(definisjon: "verdi", omtale: nil, tree)
    let node = try? checker.sannhet(tree)
    let regel = node.map { checker.regel(gjelder: nil, krav: $0, norm: nil) }
    guard let bunke else { return Resultat() }
    var kjøring = Regelkjøring(checker.program, bunke, på: Dato.nyttår(2014).adding(dager: 272))
    kjøring.begin(sak: 0)
    var result = Resultat(verdi: kjøring.verdi(avDefinisjon: "verdi"))
    if let regel {
      let vurdering = kjøring.vurdering(regel)
      result.vurdering = vurdering
      result.prognose = kjøring.prognose(regel, utfall: vurdering.utfall)
    }
    return result
  }

  private struct Resultat: Equatable {
    var verdi: String?
    var vurdering: Vurdering?
    var prognose: Prognose?
  }

  private static let bunke: Saksbunke? = {
    let kilde = Kilde.minne(navn: "sak.json", bytes: Array(Fuzzmodell.sak.utf8))
    let (bunke, feil) = Saksinnlesing(modell: Fuzzmodell.modell, vakt: { _ in nil }).les([kilde])
    return feil.isEmpty ? bunke : nil
  }()
}
