internal import GRDB

/// The versions that a store depends on, for `--version` and for fault reports.
public enum Lagerversjon {
  /// The schema that this program writes, and the newest it reads.
  public static var skjema: Int { Skjema.versjon }
  /// The SQLite library in use: `3.40.1`; «unknown» when it does not answer.
  public static var sqlite: String {
    let answer = try? DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") }
    return answer ?? "unknown"
  }
}
