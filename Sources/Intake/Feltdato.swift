import Values

/// A date as people type it: `12.03.2014`, `2014-03-12`, `03.2014`, `2014-03` or `2014`.
///
/// A year is always four digits: «14» may be a year of any century.
struct Feltdato: Hashable {
  /// As a case record writes it: `2014-03-12`, `2014-03` or `2014`.
  var iso: String
  /// The days it may be.
  var omfang: Datoomfang

  /// Whether it names one day.
  var erFull: Bool { iso.utf8.count == 10 }

  init?(_ text: String) {
    guard let iso = Self.iso(text), let omfang = Datoomfang(iso: iso) else { return nil }
    self.iso = iso
    self.omfang = omfang
  }

  private static func iso(_ text: String) -> String? {
    if Datoomfang(iso: text) != nil { return text }
    // 12.03.2014, 12/3/2014, 12. 3. 2014 and 03.2014.
    let parts = text.split(whereSeparator: { $0 == "." || $0 == "/" }).map { $0.filter { $0 != " " } }
    guard (2...3).contains(parts.count), parts.joined().utf8.allSatisfy({ (48...57).contains($0) }),
      let year = parts.last, year.count == 4, parts.dropLast().allSatisfy({ (1...2).contains($0.count) })
    else { return nil }
    let rest = parts.dropLast().reversed().map { $0.count == 1 ? "0" + $0 : $0 }
    return ([year] + rest).joined(separator: "-")
  }
}
