public import JSONText

/// A summary in the forms it is read in.
public protocol Oppsummeringsrapport {
  /// The page that prints on A4.
  var html: String { get }
  /// The figures for a spreadsheet.
  var csv: String { get }
  /// For programs.
  func json(motor: String) -> JSONValue
  /// The short text for the terminal; `fil` is where the page was written.
  func tekst(fil: String?) -> String
}

extension Kvalitetsrapport: Oppsummeringsrapport {}
extension Eksternrapport: Oppsummeringsrapport {}
