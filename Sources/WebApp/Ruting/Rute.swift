/// A page or an act: its address, who may use it, and what it does.
///
/// A route cannot be made without saying who may use it. Those that show case content say so, and the frame writes a
/// line in the access log before they answer.
struct Rute: Sendable {
  typealias Gjør = @Sendable (Kontekst) async throws -> Nettsvar

  /// Who may use a route.
  enum Adgang: Hashable, Sendable {
    /// Everybody, also without signing in.
    case alle
    /// Everybody who is signed in.
    case innlogget
    /// Those whose role gives this right.
    case rett(Rettighet)
  }

  let metode: Forespørsel.Metode
  let mønster: Mønster
  let adgang: Adgang
  /// The largest body it takes, in bytes.
  let maksKropp: Int
  /// Whether it shows what stands in cases, or about single cases.
  let innsyn: Bool
  let gjør: Gjør

  /// A page. `sak` says that it shows case content.
  static func get(_ mønster: String, _ adgang: Adgang, sak: Bool = false, _ gjør: @escaping Gjør) -> Rute {
    Rute(metode: .get, mønster: Mønster(mønster), adgang: adgang, maksKropp: 0, innsyn: sak, gjør: gjør)
  }

  /// What a form does. Forms are at most 64 KiB unless said otherwise.
  static func post(
    _ mønster: String, _ adgang: Adgang, sak: Bool = false, maks: Int = 64 * 1024, _ gjør: @escaping Gjør
  ) -> Rute {
    Rute(metode: .post, mønster: Mønster(mønster), adgang: adgang, maksKropp: maks, innsyn: sak, gjør: gjør)
  }
}

/// A path with places that are filled in: `/avvik/:nummer`.
struct Mønster: Hashable, Sendable, CustomStringConvertible {
  private let ledd: [Ledd]
  let description: String

  private enum Ledd: Hashable, Sendable {
    case fast(String)
    case plass(String)
  }

  init(_ text: String) {
    description = text
    ledd = text.split(separator: "/").map {
      $0.hasPrefix(":") ? .plass(String($0.dropFirst())) : .fast(String($0))
    }
  }

  /// The segments of a path; nil when it is no path of ours.
  ///
  /// Segments are decoded one by one, so an encoded slash never makes two of one. Dots alone are no segment of ours.
  static func ledd(_ sti: String) -> [String]? {
    guard sti.hasPrefix("/") else { return nil }
    if sti == "/" { return [] }
    var segments: [String] = []
    for part in sti.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      guard let text = Prosentkode.les(part), !text.isEmpty, text != ".", text != "..", !text.contains("/")
      else { return nil }
      segments.append(text)
    }
    return segments
  }

  /// What stands in the places of a path of these segments; nil when it is another path.
  func passer(_ segmenter: [String]) -> [String: String]? {
    guard segmenter.count == ledd.count else { return nil }
    for (text, own) in zip(segmenter, ledd) {
      if case .fast(let name) = own, name != text { return nil }
    }
    var found: [String: String] = [:]
    for (text, own) in zip(segmenter, ledd) {
      if case .plass(let name) = own { found[name] = text }
    }
    return found
  }

  /// How many of the segments are fixed: of two routes that fit, the one with more is meant.
  var faste: Int { ledd.filter { if case .fast = $0 { true } else { false } }.count }
}
