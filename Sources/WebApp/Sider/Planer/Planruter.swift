extension Ruter {
  /// The routes of this area.
  static let planer: [Rute] = []
}
