extension Ruter {
  /// The routes of this area.
  static let protokoller: [Rute] = []
}
