extension Ruter {
  /// The routes of this area.
  static let avvik: [Rute] = []
}
