extension Ruter {
  /// The routes of this area.
  static let saker: [Rute] = []
}
