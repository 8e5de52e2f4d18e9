/// A request as the pages see it: plain values, whatever server it came through.
public struct Forespørsel: Hashable, Sendable {
  /// The methods that the pages know; a server answers 405 to all others.
  public enum Metode: String, Hashable, Sendable, CaseIterable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
  }

  /// What is asked for.
  public var metode: Metode
  /// The path as it stands in the request line, percent signs and all, without the query: `/kontroll/2014-09`.
  public var sti: String
  /// The query, without its question mark.
  public var spørring: String
  /// The header fields in order, names in lower case.
  public var hoder: [Hode]
  /// The body, already cut off at the cap of its route.
  public var kropp: [UInt8]
  /// Where the request came from, as the rate limits count; nil when it is not known. It is never stored.
  public var avsender: String?

  /// A header field.
  public struct Hode: Hashable, Sendable {
    /// The name in lower case.
    public var navn: String
    /// The value as it was sent.
    public var verdi: String

    /// A header field; the name is put in lower case.
    public init(_ navn: String, _ verdi: String) {
      self.navn = navn.lowercased()
      self.verdi = verdi
    }
  }

  /// A request.
  public init(
    _ metode: Metode, _ mål: String, hoder: [Hode] = [], kropp: [UInt8] = [], avsender: String? = nil
  ) {
    let parts = mål.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    self.metode = metode
    sti = parts.first.map(String.init) ?? "/"
    spørring = parts.count > 1 ? String(parts[1]) : ""
    self.hoder = hoder
    self.kropp = kropp
    self.avsender = avsender
  }

  /// Every value of a header field.
  public func hode(_ navn: String) -> [String] { hoder.filter { $0.navn == navn }.map(\.verdi) }

  /// The one value of a header field; nil when it is missing or comes more than once.
  public func ettHode(_ navn: String) -> String? {
    let found = hode(navn)
    return found.count == 1 ? found[0] : nil
  }

  /// The value of a cookie (RFC 6265 § 5.4); nil when it is missing or comes more than once.
  public func kake(_ navn: String) -> String? {
    let pairs = hode("cookie").flatMap { $0.split(separator: ";") }
    let found = pairs.compactMap { pair -> String? in
      let trimmed = pair.drop { $0 == " " }
      return trimmed.hasPrefix("\(navn)=") ? String(trimmed.dropFirst(navn.count + 1)) : nil
    }
    return found.count == 1 ? found[0] : nil
  }
}
