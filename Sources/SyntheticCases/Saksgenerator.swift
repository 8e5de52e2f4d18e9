public import JSONText
internal import Values

/// Makes synthetic case records, one at a time and always the same ones for the same seed.
///
/// No real child, person or place has anything to do with them. It is a sequence: a population of any size is
/// made in constant memory.
public struct Saksgenerator: Sequence, Sendable {
  /// The seed: any number.
  public let frø: UInt64
  /// What to make.
  public let populasjon: Populasjon

  /// A generator of this population.
  public init(frø: UInt64, populasjon: Populasjon = .solvik) {
    self.frø = frø
    self.populasjon = populasjon
  }

  /// The cases from the first to the last.
  public func makeIterator() -> Iterator { Iterator(self) }

  /// The number of cases.
  public var underestimatedCount: Int { populasjon.antall }

  /// Makes one case after the other.
  public struct Iterator: IteratorProtocol, Sendable {
    private let generator: Saksgenerator
    private let bredde: Int
    private var sorter: SplitMix64
    private var nummer = 0
    private var frivilligeIgjen: Int

    init(_ generator: Saksgenerator) {
      self.generator = generator
      bredde = Swift.max(4, String(generator.populasjon.antall).count)
      sorter = SplitMix64(frø: generator.frø, strøm: 0)
      frivilligeIgjen = generator.populasjon.frivillige
    }

    /// The next case, or nil after the last.
    public mutating func next() -> SyntetiskSak? {
      let igjen = generator.populasjon.antall - nummer
      guard igjen > 0 else { return nil }
      // Knuth's algorithm S: exactly the right number of each kind, spread so that the number says nothing.
      let frivillig = sorter.tall(0...igjen - 1) < frivilligeIgjen
      if frivillig { frivilligeIgjen -= 1 }
      nummer += 1
      let digits = String(nummer)
      let id = "S-" + String(repeating: "0", count: bredde - digits.count) + digits
      // The first thousand streams are kept for what concerns the population as a whole.
      var bygger = Saksbygger(
        populasjon: generator.populasjon, omsorgssak: !frivillig,
        tilfeldig: SplitMix64(frø: generator.frø, strøm: 1_000 + UInt64(nummer)),
        added: SplitMix64(frø: generator.frø, strøm: 1 << 40 + UInt64(nummer)))
      return SyntetiskSak(id: id, post: bygger.post(id: id))
    }
  }
}

/// One synthetic case record.
public struct SyntetiskSak: Hashable, Sendable {
  /// The pseudonym: `S-0001`.
  public let id: String
  /// The record in the format `sak/1`.
  public let post: JSONValue

  /// The record on one line that ends with a line feed, as JSON Lines wants it.
  public var linje: String { post.compactText + "\n" }

  /// The record as a file of its own, one event a line.
  public var fil: Saksfil { Saksfil(navn: id + ".json", tekst: Saksfil.tekst(post)) }
}
