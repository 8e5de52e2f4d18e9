/// Every route of the web app, by area. What is not here does not exist.
enum Ruter {
  /// All routes.
  static let alle: [Rute] =
    felles + innlogging + oversikt + saker + kontroll + avvik + tiltak + møter + sjekklister + planer
    + protokoller + drift

  /// The route of a path and method, and what stands in its places.
  static func finn(_ metode: Forespørsel.Metode, _ sti: String) -> Treff {
    guard let segments = Mønster.ledd(sti) else { return .ukjent }
    let wanted: Forespørsel.Metode = metode == .head ? .get : metode
    var allowed: Set<Forespørsel.Metode> = []
    var best: (rute: Rute, plasser: [String: String])?
    for route in alle {
      guard let places = route.mønster.passer(segments) else { continue }
      allowed.insert(route.metode)
      if route.metode == wanted, route.mønster.faste > best?.rute.mønster.faste ?? -1 {
        best = (route, places)
      }
    }
    if let best { return .rute(best.rute, best.plasser) }
    return allowed.isEmpty ? .ukjent : .annenMetode(allowed)
  }

  enum Treff {
    case rute(Rute, [String: String])
    case ukjent
    case annenMetode(Set<Forespørsel.Metode>)
  }
}
