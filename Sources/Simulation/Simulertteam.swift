import CaseRecords
import JSONText
import SyntheticCases
import Values
import Vocabulary

/// A team and the children it follows up in the years that are played.
struct Simulertteam: Sendable {
  let navn: String
  private(set) var saker: [Sakshistorie] = []

  /// Draws the children of a team: every year as many leave as come, so that their number stays about the same.
  ///
  /// - Parameters:
  ///   - nummer: the team's number among those of the district, from 0.
  ///   - førsteNummer: the number of its first case; the others follow in the order in which they came.
  init(_ nummer: Int, _ oppsett: Simuleringsoppsett, førsteNummer: Int) {
    navn = oppsett.team[nummer]
    var rng = SplitMix64(frø: oppsett.frø, strøm: UInt64(10 + nummer))
    // A child stays three years and nine months on average, and nobody for ten years.
    let leaving = (oppsett.sakerPerTeam * 4 + 14) / 15
    for sisteÅr in oppsett.år...oppsett.slutt.år + 10 {
      for _ in 0..<leaving {
        let til = rng.dag(.nyttår(sisteÅr), .årsslutt(sisteÅr))
        let sak = Sakshistorie(Self.post(navn, oppsett, sisteÅr: sisteÅr, &rng), til: til)
        if sak.fra <= min(til, oppsett.slutt) { saker.append(sak) }
      }
    }
    saker.sort { $0.fra < $1.fra }
    for index in saker.indices { saker[index].id = Self.saksnummer(førsteNummer + index) }
  }

  /// All records as they stand on a day.
  func uttrekk(_ dag: Dato, _ modell: Saksmodell) throws(Lesefeil) -> Saksbunke {
    var leser = Sakleser(modell: modell, vakt: { _ in nil }, gjengangere: [])
    for sak in saker {
      guard let bytes = sak.uttrekk(dag)?.compactBytes else { continue }
      leser.les(post: bytes, 0..<bytes.count, fil: nil, linje: 1)
    }
    if let feil = leser.feil.first { throw feil }
    return leser.bunke
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
    ett.praksisEtter.foreldrekontakt = ett.praksisFør.foreldrekontakt
    ett.praksisEtter.søskensamvær = ett.praksisFør.søskensamvær
    ett.praksisEtter.samvær = ett.praksisFør.samvær
    ett.praksisEtter.planevaluering = ett.praksisFør.planevaluering
    var saker = Saksgenerator(frø: rng.next(), populasjon: ett).makeIterator()
    return saker.next()?.post ?? .null
  }

  private static func saksnummer(_ number: Int) -> String {
    let digits = String(number)
    return "S-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
