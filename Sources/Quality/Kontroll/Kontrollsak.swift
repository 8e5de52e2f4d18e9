/// A drawn case as the control saw it: the facts, and what the rules found.
public struct Kontrollsak: Hashable, Sendable {
  /// The pseudonym.
  public var sak: String
  /// On what ground the child is placed.
  public var grunnlag: Grunnlag
  /// What the record says, in short, for the reader.
  public var fakta: [Faktum]
  /// SHA-256 of the case record that was judged, supplied facts included, in RFC 8785 form; lower-case hex.
  public var sakshash: String
  /// The points in the order of the checklist.
  public var punkter: [Kontrollpunkt]

  /// A case and its points.
  public init(
    sak: String, grunnlag: Grunnlag, fakta: [Faktum] = [], sakshash: String, punkter: [Kontrollpunkt]
  ) {
    self.sak = sak
    self.grunnlag = grunnlag
    self.fakta = fakta
    self.sakshash = sakshash
    self.punkter = punkter
  }

  /// The point with this id.
  public func punkt(_ id: String) -> Kontrollpunkt? { punkter.first { $0.id == id } }
}

/// A drawn case's record as it was read, kept as an act of its own because it is deleted sooner than the rest.
public struct Saksbilde: Hashable, Sendable {
  /// The pseudonym.
  public var sak: String
  /// The case record in RFC 8785 form.
  public var kanonisk: [UInt8]

  /// A snapshot of a case record.
  public init(sak: String, kanonisk: [UInt8]) {
    self.sak = sak
    self.kanonisk = kanonisk
  }
}

/// The ground of a placement.
public enum Grunnlag: String, Hashable, Sendable, CaseIterable {
  /// A care order.
  case omsorgssak
  /// A voluntary placement.
  case frivillig

  /// As a reader sees it.
  public var visning: String {
    switch self {
    case .omsorgssak: "omsorgssak"
    case .frivillig: "frivillig plassering"
    }
  }
}

/// One line of what the record says: «Oppfølgingsbesøk» – «11. februar, 6. mai og 20. august 2014».
public struct Faktum: Hashable, Sendable {
  /// What it is about.
  public var tittel: String
  /// What is registered.
  public var tekst: String

  /// A fact.
  public init(_ tittel: String, _ tekst: String) {
    self.tittel = tittel
    self.tekst = tekst
  }
}
