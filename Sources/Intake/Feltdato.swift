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

  /// A month as people type it, as a spreadsheet has made it of «03.2005» («mar.05», «mars 2005»), or as Statistics
  /// Norway writes it, which spreadsheets leave alone («2005M03»).
  ///
  /// - Parameters:
  ///   - dag: No child is born after it: that tells the century of a year of two digits.
  init?(måned text: String, senest dag: Dato) {
    if let found = Feltdato(text) {
      self = found
      return
    }
    if let month = text.wholeMatch(of: /([0-9]{4})[Mm]([0-9]{2})/) {
      self.init("\(month.1)-\(month.2)")
      return
    }
    let parts = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard parts.count == 2, let month = Self.måneder.firstIndex(where: { $0.contains(String(parts[0])) }),
      [2, 4].contains(parts[1].count), let number = Int(parts[1])
    else { return nil }
    let recent = dag.år / 100 * 100 + number
    let year = parts[1].count == 4 ? number : recent > dag.år ? recent - 100 : recent
    self.init("\(year)-\(month < 9 ? "0" : "")\(month + 1)")
  }

  /// The names of the months, short and long, as Excel writes them in Norwegian and English.
  private static let måneder: [Set<String>] = [
    ["jan", "januar", "january"], ["feb", "februar", "february"], ["mar", "mars", "march"],
    ["apr", "april"], ["mai", "may"], ["jun", "juni", "june"], ["jul", "juli", "july"],
    ["aug", "august"], ["sep", "sept", "september"], ["okt", "oktober", "oct", "october"],
    ["nov", "november"], ["des", "desember", "dec", "december"],
  ]

  private static func iso(_ text: String) -> String? {
    if Datoomfang(iso: text) != nil { return text }
    // A day from a spreadsheet has the time of midnight behind it: 12.03.2014 00:00.
    if let time = text.wholeMatch(of: /(\S+)(?: +|T)00[:.]00(?:[:.]00(?:[.,]0+)?)?/) {
      return iso(String(time.1))
    }
    // 12.03.2014, 12/3/2014, 12. 3. 2014 and 03.2014.
    let parts = text.split(whereSeparator: { $0 == "." || $0 == "/" }).map { $0.filter { $0 != " " } }
    guard (2...3).contains(parts.count), parts.joined().utf8.allSatisfy({ (48...57).contains($0) }),
      let year = parts.last, year.count == 4, parts.dropLast().allSatisfy({ (1...2).contains($0.count) })
    else { return nil }
    let rest = parts.dropLast().reversed().map { $0.count == 1 ? "0" + $0 : $0 }
    return ([year] + rest).joined(separator: "-")
  }
}
