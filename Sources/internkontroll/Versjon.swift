import AuditStore

/// The versions that a result names.
enum Versjon {
  /// The program.
  static let program = "0.1.0"
  /// What a verdict says made it.
  static let motor = "internkontroll \(program)"
  /// What `--version` prints.
  static var tekst: String {
    "\(motor) (store schema \(Lagerversjon.skjema), SQLite \((try? Lagerversjon.sqlite()) ?? "not available"))"
  }
}
