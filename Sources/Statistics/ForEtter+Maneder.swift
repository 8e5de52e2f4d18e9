extension FørEtter {
  /// How many more months of controls to expect before the next better conclusion, if the measure worked.
  ///
  /// Supposes that the fault has really been halved: that each later control has an avvik with half the share
  /// found before. Counts the months until `tegnTilBedring` (or, from there, `tydeligBedre`) comes out with
  /// a chance of 80 % or more, the controls after the measure so far included. Zero when it is clearly better
  /// already; nil when there was nothing to halve, no case comes, or 60 months are not enough.
  public func flereMåneder(sakerPerMåned: Int) -> Int? {
    guard let goal = nesteKonklusjon else { return 0 }
    guard avvikFør > 0, sakerPerMåned > 0 else { return nil }
    let halved = Double(avvikFør) / Double(kontrollertFør) / 2
    // More controls never lower the number of avvik there may be, so the search goes on where it was.
    var allowed = -1
    for months in 1...60 {
      let cases = months * sakerPerMåned
      while allowed < cases, etter(avvik: allowed + 1, av: cases)?.når(goal) == true { allowed += 1 }
      if Fordeling.binomisk(antall: cases, p: halved).høyst(allowed) >= 0.8 { return months }
    }
    return nil
  }

  private var nesteKonklusjon: Konklusjon? {
    switch konklusjon {
    case .tydeligBedre: nil
    case .tegnTilBedring: .tydeligBedre
    case .forTidlig: .tegnTilBedring
    }
  }

  private func etter(avvik k: Int, av n: Int) -> FørEtter? {
    FørEtter(
      avvikFør: avvikFør, kontrollertFør: kontrollertFør,
      avvikEtter: avvikEtter + k, kontrollertEtter: kontrollertEtter + n)
  }

  private func når(_ goal: Konklusjon) -> Bool { konklusjon == .tydeligBedre || konklusjon == goal }
}
