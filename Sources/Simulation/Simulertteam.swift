import CaseRecords
import JSONText
import SyntheticCases
import Values
import Vocabulary

/// A team and the children it follows up in the years that are played.
struct Simulertteam: Sendable {
  let navn: String
  private(set) var saker: [Sakshistorie] = []

  /// Draws the children of a team: each place is taken by one child after the other, for some years each.
  ///
  /// - Parameters:
  ///   - nummer: the team's number among those of the district, from 0.
  init(_ nummer: Int, _ oppsett: Simuleringsoppsett, fraSak førsteNummer: Int) {
    navn = oppsett.team[nummer]
    var id = førsteNummer
    for plass in 0..<oppsett.sakerPerTeam {
      var rng = SplitMix64(frø: oppsett.frø, strøm: UInt64(1_000_000 * (nummer + 1) + plass))
      var ledig = Dato.nyttår(oppsett.år)
      var sisteÅr = oppsett.år + rng.tall(0...3)
      while ledig.år < oppsett.år + oppsett.antallÅr {
        let til = rng.dag(Dato.nyttår(sisteÅr).adding(måneder: 1), .årsslutt(sisteÅr))
        let post = Self.post(navn, oppsett, sisteÅr: sisteÅr, &rng)
        saker.append(Sakshistorie(post, id: Self.saksnummer(id), tidligst: ledig, til: til))
        id += 1
        ledig = til.adding(dager: 1)
        sisteÅr = til.år + rng.tall(1...4)
      }
    }
  }

  /// All records as they stand on a day.
  func uttrekk(_ dag: Dato, _ modell: Saksmodell) throws(Lesefeil) -> Saksbunke {
    var bunke = Saksbunke(modell: modell)
    for sak in saker {
      guard let post = sak.uttrekk(dag) else { continue }
      bunke.append(sak: 0, fra: try Saksbunke(sak: post, modell: modell))
    }
    return bunke
  }

  /// The case is closed: no later extract holds it.
  mutating func avslutt(_ id: String, _ dag: Dato) {
    guard let index = saker.firstIndex(where: { $0.id == id }) else { return }
    saker[index].til = min(saker[index].til, dag)
  }

  /// One child's whole record, with one in seven a voluntary placement, as in Solvik.
  private static func post(
    _ team: String, _ oppsett: Simuleringsoppsett, sisteÅr: Int, _ rng: inout SplitMix64
  ) -> JSONValue {
    let frivillig = rng.sant(145)
    var ett = Populasjon(
      enhet: oppsett.enhet, team: team, omsorgssaker: frivillig ? 0 : 1, frivillige: frivillig ? 1 : 0,
      førsteÅr: oppsett.år - 2, sisteÅr: sisteÅr)
    ett.vendepunkt = oppsett.vendepunkt
    // The measures of the summer are about visits and assessments; what nobody did anything about stays as it was.
    ett.praksisEtter.medvirkning = ett.praksisFør.medvirkning
    ett.praksisEtter.gjennomgang = ett.praksisFør.gjennomgang
    ett.praksisEtter.evaluering = ett.praksisFør.evaluering
    var saker = Saksgenerator(frø: rng.next(), populasjon: ett).makeIterator()
    return saker.next()?.post ?? .null
  }

  private static func saksnummer(_ number: Int) -> String {
    let digits = String(number)
    return "S-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
