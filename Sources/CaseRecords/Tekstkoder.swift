/// The text codes (`H1`) of a bunke, each with its position; a text that is here has passed the guard.
struct Tekstkoder: Sendable {
  private(set) var tekster: [String] = []
  private var numre: [String: Int32] = [:]
  private var minne = Hurtigminne<Int32>(plasser: 256)

  /// The position of a text.
  func finn(_ tekst: String) -> Int32? { numre[tekst] }

  /// The position of a string of the record, if it is among those last asked for.
  @inline(__always) func finn(_ streng: Bytestreng) -> Int32? { minne[streng] }

  /// Remembers the position of a string of the record.
  mutating func husk(_ streng: Bytestreng, _ nummer: Int32) { minne[streng] = nummer }

  /// Adds a text that has passed the guard.
  mutating func ny(_ tekst: String) -> Int32 {
    let nummer = Int32(tekster.count)
    tekster.append(tekst)
    numre[tekst] = nummer
    return nummer
  }
}

/// Remembers a few values by short strings; a newer one takes the place of an older one.
struct Hurtigminne<Verdi: Sendable>: Sendable {
  private var par: [(nøkkel: Bytestreng, verdi: Verdi)?]

  /// `plasser` is a power of two.
  init(plasser: Int) { par = Array(repeating: nil, count: plasser) }

  /// The value of a string; never known for one of more than sixteen bytes.
  @inline(__always) subscript(streng: Bytestreng) -> Verdi? {
    get {
      guard let kjent = par[streng.spredning & (par.count - 1)], kjent.nøkkel.ligner(streng) else {
        return nil
      }
      return kjent.verdi
    }
    set {
      guard streng.antall <= 16 else { return }
      par[streng.spredning & (par.count - 1)] = newValue.map { (streng, $0) }
    }
  }
}
