/// `{…}` in a text: a value that is filled in for a case.
public enum Plassholder {
  /// What stands between braces, in order.
  public static func navn(i tekst: String) -> [String] {
    tekst.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.firstIndex(of: "}").map { String(part[..<$0]) }
    }
  }

  /// The text with every placeholder replaced; one without a value stays as it is.
  public static func fyll(_ tekst: String, _ verdi: (String) -> String?) -> String {
    var result = ""
    var rest = tekst[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      result += rest[..<open] + (verdi(name) ?? "{\(name)}")
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
