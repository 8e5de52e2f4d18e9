internal import RuleEngine
internal import RuleLanguage
internal import Values
internal import Vocabulary

/// The cases next to the examples of a point, with what the point says of each.
struct Nabolag {
  /// Nearest first.
  let saker: [Prøvesak]
  let sett: Prøvesett
  let fasit: [Utfall?]

  /// As many cases are tried, so that a point takes a few milliseconds.
  private static let flest = 5000
  /// So many of them differ from an example by two changes; the others by one.
  private static let fjerne = 1500

  init(_ sjekkliste: Sjekkliste, punkt nummer: Int, modell: Saksmodell) {
    let punkt = sjekkliste.punkter[nummer]
    let own = punkt.eksempler.compactMap(Prøvesak.init)
    let all = sjekkliste.punkter.flatMap(\.eksempler).compactMap(Prøvesak.init)
    let names = sjekkliste.kilde.navn(iPunkt: nummer)
    let naboer = Nabosaker(
      navn: names, modell: modell, gjelder: sjekkliste.gjelder,
      konstanter: sjekkliste.kilde.konstanter(iPunkt: nummer),
      saker: all)
    let changes = own.map(naboer.endringer)
    var saker = all
    for (sak, changes) in zip(own, changes) { saker += changes.compactMap { naboer.nabo(av: sak, $0) } }
    if saker.count > Nabolag.flest - Nabolag.fjerne {
      saker = Nabolag.spredt(saker, Nabolag.flest - Nabolag.fjerne)
    }
    var random = SplitMix64(frø: UInt64(nummer))
    for index in 0..<(own.isEmpty ? 0 : Nabolag.fjerne) {
      let changes = changes[index % own.count]
      guard !changes.isEmpty else { continue }
      let pair = (0..<2).map { _ in changes[random.tall(0...changes.count - 1)] }
      if let sak = naboer.nabo(av: own[index % own.count], pair[0], pair[1]) { saker.append(sak) }
    }
    self.saker = saker
    sett = Prøvesett(saker.map { ($0.sak, $0.på) }, modell: modell)
    let spørsmål = Punktspørsmål(regel: punkt.regel, vedBrudd: punkt.vedBrudd.utfall)
    fasit = sett.utfall(sjekkliste.program, spørsmål)
  }

  /// So many of the cases, taken evenly.
  private static func spredt(_ saker: [Prøvesak], _ antall: Int) -> [Prøvesak] {
    (0..<antall).map { saker[$0 * saker.count / antall] }
  }
}
