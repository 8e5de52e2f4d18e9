internal import GRDB

/// The versions that a store depends on, for `--version`.
public enum Lagerversjon {
  /// The schema this program writes.
  public static var skjema: Int { Skjema.versjon }

  /// The SQLite library this program runs on: `3.40.1`.
  public static func sqlite() throws -> String {
    try DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") } ?? "unknown"
  }
}
