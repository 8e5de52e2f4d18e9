import Foundation

/// Where paths really lead.
enum Stier {
  /// The path without links and dots. What does not exist yet keeps its name below the part that does.
  static func ekte(_ path: String) -> String {
    let absolute = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    var parts = absolute.split(separator: "/").map(String.init)
    var missing: [String] = []
    while true {
      if let found = realpath("/" + parts.joined(separator: "/"), nil) {
        defer { free(found) }
        let base = String(cString: found)
        return missing.isEmpty ? base : (base == "/" ? "" : base) + "/" + missing.joined(separator: "/")
      }
      guard let last = parts.popLast() else { return absolute }
      if last == "..", !missing.isEmpty { missing.removeFirst() } else { missing.insert(last, at: 0) }
    }
  }

  /// Whether a path is a folder or lies somewhere inside it.
  static func ligger(_ path: String, i folder: String) -> Bool {
    let inner = ekte(path)
    let outer = ekte(folder)
    return inner == outer || inner.hasPrefix(outer.hasSuffix("/") ? outer : outer + "/")
  }
}
