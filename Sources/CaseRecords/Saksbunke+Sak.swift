public import JSONText
public import Vocabulary

extension Saksbunke {
  /// A bunke of one: the case record that this value holds. Throws the first fault; its place counts from the
  /// record written on one line.
  public init(sak: JSONValue, modell: Saksmodell, vakt: @escaping Vakt = { _ in nil }) throws(Lesefeil) {
    let bytes = sak.compactBytes
    var leser = Sakleser(modell: modell, vakt: vakt, gjengangere: [])
    leser.les(post: bytes, 0..<bytes.count, fil: nil, linje: 1)
    if let feil = leser.feil.first { throw feil }
    self = leser.bunke
  }
}
