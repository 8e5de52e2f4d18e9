#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Where case records are read from.
public enum Kilde: Sendable {
  /// A file: one case object, or JSON Lines. Read in pieces, so that its size does not matter.
  case fil(sti: String)
  /// Bytes in memory under a name for messages: standard input, an upload, a test.
  case minne(navn: String, bytes: [UInt8])

  /// The name for messages.
  public var navn: String {
    switch self {
    case .fil(let sti): sti
    case .minne(let navn, _): navn
    }
  }

  /// The sources that these paths name, in order, and the paths that cannot be read.
  ///
  /// A folder stands for its files `*.json`, `*.jsonl` and `*.ndjson`, also in folders below it, in the order
  /// of the bytes of their paths; hidden files and links to folders are passed over. `-` is standard input,
  /// which is kept in memory, since it is gone through twice and must not touch the disk.
  public static func finn(_ stier: [String]) -> (kilder: [Kilde], feil: [Lesefeil]) {
    var kilder: [Kilde] = []
    var feil: [Lesefeil] = []
    for sti in stier {
      switch slag(sti) {
      case _ where sti == "-": les(standardInn: &kilder, &feil)
      case .fil: kilder.append(.fil(sti: sti))
      case .mappe:
        var filer: [String] = []
        samle(sti, dybde: 0, &filer, &feil)
        filer.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        kilder += filer.map { .fil(sti: $0) }
      case .ingen: feil.append(uleselig(sti))
      }
    }
    return (kilder, feil)
  }

  private enum Slag { case fil, mappe, ingen }

  private static func slag(_ sti: String, følgLenker: Bool = true) -> Slag {
    var info = stat()
    guard (følgLenker ? stat(sti, &info) : lstat(sti, &info)) == 0 else { return .ingen }
    if !følgLenker, info.st_mode & S_IFMT == S_IFLNK { return slag(sti) == .fil ? .fil : .ingen }
    return info.st_mode & S_IFMT == S_IFDIR ? .mappe : .fil
  }

  private static func samle(_ mappe: String, dybde: Int, _ filer: inout [String], _ feil: inout [Lesefeil]) {
    guard dybde < 32, let åpen = opendir(mappe) else {
      feil.append(uleselig(mappe))
      return
    }
    defer { closedir(åpen) }
    while let oppføring = readdir(åpen) {
      let navn = withUnsafeBytes(of: oppføring.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard !navn.hasPrefix(".") else { continue }
      let sti = mappe.hasSuffix("/") ? mappe + navn : mappe + "/" + navn
      switch slag(sti, følgLenker: false) {
      case .mappe: samle(sti, dybde: dybde + 1, &filer, &feil)
      case .fil where [".json", ".jsonl", ".ndjson"].contains(where: navn.hasSuffix): filer.append(sti)
      case .fil, .ingen: continue
      }
    }
  }

  private static func les(standardInn kilder: inout [Kilde], _ feil: inout [Lesefeil]) {
    var leser = Linjeleser(standardInn: ())
    guard let range = leser.resten(fra: 0, grense: .max), leser.erLest else {
      feil.append(uleselig("-"))
      return
    }
    kilder.append(.minne(navn: "-", bytes: Array(leser.buffer[range])))
  }

  static func uleselig(_ sti: String) -> Lesefeil {
    Lesefeil(.unreadableFile, fil: sti, "The file or folder cannot be read.")
  }
}
