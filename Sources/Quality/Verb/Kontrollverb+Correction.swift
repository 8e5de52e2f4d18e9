import AuditStore
public import Values

extension Kontrollverb {
  /// What is to be corrected, before it has a number.
  public struct CorrectionText: Hashable, Sendable {
    /// The drawn case; nil for the control as a whole.
    public var sak: String?
    /// The point of that case.
    public var punkt: String?
    /// What stands wrong in the protocol, and what is right.
    public var what: String
    /// How it was found and why it is so.
    public var reason: String

    /// A text.
    public init(sak: String? = nil, punkt: String? = nil, what: String, reason: String) {
      self.sak = sak
      self.punkt = punkt
      self.what = what
      self.reason = reason
    }
  }

  /// Corrects a locked control on a day: the protocol stays, and a supplement with a journal code of its own is made.
  ///
  /// Gives the control back with all its corrections and their codes. Throws `IkkeTillatt`.
  @discardableResult
  public func correct(_ text: CorrectionText, dato: Dato, rolle: String) throws -> Kontroll {
    try act(rolle) { control, room in
      guard let lock = control.journal.numre["las"] else { throw IkkeTillatt.kontrollenErIkkeLåst }
      let correction = Correction(
        number: control.kontroll.corrections.count + 1, corrects: lock, sak: text.sak, punkt: text.punkt,
        what: text.what, reason: text.reason, rolle: rolle, dato: dato)
      try control.utfør(.correction(correction), &room)
    }
    return try kontroll()
  }
}
