public import Vocabulary

/// Reads case records into columns, one after another; a faulty record is told of and left out.
///
/// The reader cannot know by itself that a pseudonym will come again later, so it is told beforehand which
/// pseudonyms occur more than once (`gjengangere`); `Saksinnlesing` finds them in a first pass.
public struct Sakleser: Sendable {
  /// The largest record that is read, in bytes.
  public static let størstePost = 4 * 1024 * 1024

  /// What was wrong with the records that were refused, in input order.
  public private(set) var feil: [Lesefeil] = []
  /// The records that have been read, with columns for all but the last few: those are rows in `hurtig`.
  private var påbegynt: Saksbunke
  private var koder = Tekstkoder()
  private let gjengangere: Set<String>
  private var poster: Postleser
  private var hurtig: Hurtigleser

  /// A reader for records of this vocabulary, with the guard that every text must pass.
  public init(modell: Saksmodell, vakt: @escaping Vakt, gjengangere: Set<String>) {
    påbegynt = Saksbunke(modell: modell)
    self.gjengangere = gjengangere
    poster = Postleser(modell, vakt: vakt)
    hurtig = Hurtigleser(poster.skjema, vakt: vakt)
  }

  /// How many records have been read since the last time they were taken.
  public var antall: Int { påbegynt.saker.count }

  /// The records that have been read.
  public var bunke: Saksbunke {
    mutating get {
      hurtig.tøm(inn: &påbegynt)
      påbegynt.tekstkoder = koder.tekster
      return påbegynt
    }
  }

  /// Reads one record: the JSON object in a range of the bytes, which begins on line `linje` of the file.
  public mutating func les(post bytes: [UInt8], _ range: Range<Int>, fil: String?, linje: Int) {
    if hurtig.les(
      bytes, range, fil: fil, linje: linje, gjengangere: gjengangere, inn: &påbegynt.saker, &koder)
    {
      if hurtig.antall >= Sakleser.flestRader { hurtig.tøm(inn: &påbegynt) }
    } else {
      hurtig.tøm(inn: &påbegynt)
      feil += poster.les(
        bytes, range, linje: linje, fil: fil, gjengangere: gjengangere, inn: &påbegynt, &koder)
    }
  }

  /// So many records at once are laid out in columns: enough to make it cheap, few enough for a processor's own
  /// memory.
  private static let flestRader = 128

  /// Notes a fault of a whole file or line.
  mutating func meld(_ feil: Lesefeil) { self.feil.append(feil) }

  /// The records and faults since the last time; the reader begins a new bunke.
  public mutating func taBolk() -> (bunke: Saksbunke, feil: [Lesefeil]) {
    let bolk = (bunke, feil)
    påbegynt = Saksbunke(modell: påbegynt.modell)
    koder = Tekstkoder()
    feil = []
    poster.nyBunke()
    return bolk
  }
}
