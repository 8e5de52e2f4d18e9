import SyntheticCases
import Values

/// Cases of twenty dated events: a placement, two plans and seventeen visits. Everything is known, so that a
/// two-valued verdict is the same as ours. About one point in six is an avvik.
struct SimpleCases {
  /// The day the extract is complete to: three months after the control date.
  private static let extract = Dato.årsslutt(2014)
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The case with this number, as a line of JSON Lines.
  mutating func line(_ number: Int) -> String {
    let extract = SimpleCases.extract
    let placed = extract.adding(dager: -random(1_400...2_600))
    let firstPlan = placed.adding(dager: random(0...50))
    let plans = [firstPlan, firstPlan.adding(dager: random(100...700))]
    // A visit every ten weeks or so, back in time; one case in eight is visited half as often.
    let gap = random(1...8) == 1 ? 100...180 : 55...95
    var day = extract.adding(dager: -random(0...gap.upperBound))
    var visits: [Dato] = []
    for _ in 0..<17 {
      visits.append(day)
      day = day.adding(dager: -random(gap))
    }
    return """
      {"format":"sak/1","sak":"S-\(number)","uttrekk":"\(extract)","hendelser":{"plassering":\
      [{"fra":"\(placed)"}],"plan":\(list(plans)),"besøk":\(list(visits.reversed()))}}

      """
  }

  private func list(_ days: [Dato]) -> String {
    "[" + days.map { "{\"dato\":\"\($0)\"}" }.joined(separator: ",") + "]"
  }

  /// SplitMix64; the little bias of the remainder does no harm here.
  private mutating func random(_ range: ClosedRange<Int>) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return range.lowerBound + Int((z ^ (z >> 31)) % UInt64(range.count))
  }
}

/// The cases that `internkontroll generate` makes, but without holes in the records.
func completeCases(_ count: Int, seed: UInt64, _ body: (String) throws -> Void) rethrows {
  var populasjon = Populasjon(antall: count)
  populasjon.særtrekk.hull = 0
  for sak in Saksgenerator(frø: seed, populasjon: populasjon) { try body(sak.linje) }
}
