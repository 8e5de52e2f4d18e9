public import Vocabulary

/// Reads case records into columns, one after another; a faulty record is told of and left out.
///
/// The reader cannot know by itself that a pseudonym will come again later, so it is told beforehand which
/// pseudonyms occur more than once (`gjengangere`); `Saksinnlesing` finds them in a first pass.
public struct Sakleser: Sendable {
  /// The largest record that is read, in bytes.
  public static let størstePost = 4 * 1024 * 1024

  /// The records that have been read.
  public private(set) var bunke: Saksbunke
  /// What was wrong with those that were refused, in input order.
  public private(set) var feil: [Lesefeil] = []
  private let gjengangere: Set<String>
  private var poster: Postleser

  /// A reader for records of this vocabulary, with the guard that every text must pass.
  public init(modell: Saksmodell, vakt: @escaping Vakt, gjengangere: Set<String>) {
    bunke = Saksbunke(modell: modell)
    self.gjengangere = gjengangere
    poster = Postleser(modell, vakt: vakt)
  }

  /// Reads one record: the JSON object in a range of the bytes, which begins on line `linje` of the file.
  public mutating func les(post bytes: [UInt8], _ range: Range<Int>, fil: String?, linje: Int) {
    feil += poster.les(bytes, range, linje: linje, fil: fil, gjengangere: gjengangere, inn: &bunke)
  }

  /// Notes a fault of a whole file or line.
  mutating func meld(_ feil: Lesefeil) { self.feil.append(feil) }

  /// The records and faults since the last time; the reader begins a new bunke.
  public mutating func taBolk() -> (bunke: Saksbunke, feil: [Lesefeil]) {
    let bolk = (bunke, feil)
    bunke = Saksbunke(modell: bunke.modell)
    feil = []
    poster.nyBunke()
    return bolk
  }
}
