/// Whether the last controls of a point ask for a closer look. A prompt, never a verdict.
public enum Mønster: Hashable, Sendable {
  /// Nothing to see.
  case ingen
  /// «Se nærmere»: at least 3 of the last 6, or of the fewer that there are.
  case seNærmere(av: Int, siste: Int)
  /// «Tydelig mønster»: at least 4 of the last 8, or of the fewer that there are.
  case tydelig(av: Int, siste: Int)

  /// From whether each control found an avvik, the oldest first.
  ///
  /// Leave out the controls where the point was neither oppfylt nor avvik.
  public init(_ avvik: some Sequence<Bool>) {
    let last8 = avvik.suffix(8)
    let last6 = last8.suffix(6)
    let (of8, of6) = (last8.count(where: \.self), last6.count(where: \.self))
    if of8 >= 4 {
      self = .tydelig(av: of8, siste: last8.count)
    } else if of6 >= 3 {
      self = .seNærmere(av: of6, siste: last6.count)
    } else {
      self = .ingen
    }
  }
}
