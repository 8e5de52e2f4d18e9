public import JSONText
public import Sampling

/// What a backup says about itself, in a file of its own beside it: a copy without one is not a backup.
public struct Sikkerhetskopi: Hashable, Sendable {
  /// SHA-256 of the whole copy.
  public let sjekksum: Sjekksum
  /// The size of the copy in bytes.
  public let størrelse: Int
  /// The journal code at the time of the backup.
  public let journalkode: Journalkode
  /// When it was taken, in UTC: `2014-09-30T12:00:00Z`.
  public let tid: String

  init(sjekksum: Sjekksum, størrelse: Int, journalkode: Journalkode, tid: String) {
    self.sjekksum = sjekksum
    self.størrelse = størrelse
    self.journalkode = journalkode
    self.tid = tid
  }

  /// The manifest.
  public var json: JSONValue {
    .object([
      "format": .string("internkontroll/backup/1"), "sha256": .string(sjekksum.hex),
      "size": .integer(Int64(størrelse)), "journal_code": .string(journalkode.description),
      "taken": .string(tid),
    ])
  }

  /// A manifest that was read; nil unless it has exactly that form.
  public init?(json: JSONValue) {
    guard json.members?.count == 5, json["format"]?.string == "internkontroll/backup/1",
      let sum = json["sha256"]?.string.flatMap(Sjekksum.init(hex:)), let size = json["size"]?.integer,
      let code = json["journal_code"]?.string.flatMap({ Journalkode($0) }),
      let time = json["taken"]?.string, Blad.erTid(time)
    else { return nil }
    self.init(sjekksum: sum, størrelse: Int(size), journalkode: code, tid: time)
  }

  /// Whether these are the bytes of the copy.
  func gjelder(_ bytes: [UInt8]) -> Bool {
    bytes.count == størrelse && Sjekksum(av: bytes) == sjekksum
  }
}
