import JSONText
public import Values

/// A correction of a locked control.
///
/// The locked protocol stays as it was signed. What was wrong and what is right stands in a supplement of its own, with
/// a journal code of its own; nothing of the control is computed anew.
public struct Correction: Hashable, Sendable {
  /// 1 for the first correction of the control.
  public var number: Int
  /// The journal entry that is corrected: the lock, which stands for the signed protocol.
  public var corrects: Int
  /// The drawn case that it is about; nil for the control as a whole.
  public var sak: String?
  /// The point of that case that it is about.
  public var punkt: String?
  /// What stands wrong in the protocol, and what is right; never with names.
  public var what: String
  /// How it was found and why it is so; never with names.
  public var reason: String
  /// Who corrects.
  public var rolle: String
  /// The day of the correction; not before the day of the lock.
  public var dato: Dato

  /// A correction.
  public init(
    number: Int, corrects: Int, sak: String? = nil, punkt: String? = nil, what: String, reason: String,
    rolle: String, dato: Dato
  ) {
    self.number = number
    self.corrects = corrects
    self.sak = sak
    self.punkt = punkt
    self.what = what
    self.reason = reason
    self.rolle = rolle
    self.dato = dato
  }
}

extension Correction: Kodbar {
  var json: JSONValue {
    .object([
      "number": .tall(number), "corrects": .tall(corrects), "case": .optional(sak), "point": .optional(punkt),
      "what": .string(what), "reason": .string(reason), "rolle": .string(rolle),
      "date": .string(dato.description),
    ])
  }

  init(_ les: Leser) throws(Kodefeil) {
    self.init(
      number: try les.tall("number"), corrects: try les.tall("corrects"), sak: try les.valgfriTekst("case"),
      punkt: try les.valgfriTekst("point"), what: try les.tekst("what"), reason: try les.tekst("reason"),
      rolle: try les.tekst("rolle"), dato: try les.dato("date"))
  }
}
