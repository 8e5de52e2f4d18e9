public import JSONText

/// What a person answered to one question of a control.
public struct Svar: Hashable, Sendable {
  /// The case.
  public var sak: String
  /// The answer itself.
  public var innhold: Innhold
  /// The question as it was put, kept because it is gone once a fact has been filled in.
  public var spørsmål: String?
  /// Why; never with names. Required for everything but a fact, oppfylt, and «nei» to concern.
  public var begrunnelse: String?
  /// Who answered: «teamleder», «kontrollør».
  public var rolle: String

  /// An answer.
  public init(
    sak: String, innhold: Innhold, spørsmål: String? = nil, begrunnelse: String? = nil, rolle: String
  ) {
    self.sak = sak
    self.innhold = innhold
    self.spørsmål = spørsmål
    self.begrunnelse = begrunnelse
    self.rolle = rolle
  }

  /// The id under which the concern question is answered, as if it were a point.
  public static let bekymringspunkt = "BEKYMRING"

  /// The concern question, asked once for every drawn case.
  public static let bekymringsspørsmål = "Gir saken grunn til bekymring for barnet nå?"

  /// The answer to one kind of question.
  public enum Innhold: Hashable, Sendable {
    /// A fact that the record lacked, at a place such as `oppfølgingsbesøk/0/barnet_til_stede`; null when somebody has
    /// looked and did not find it.
    case opplysning(sted: String, verdi: JSONValue)
    /// A person's judgement of a point.
    case vurdering(punkt: String, Svaralternativ, mangel: Mangelslag?)
    /// Whether the case gives reason for concern for the child now.
    case bekymring(Bekymringssvar)
  }

  /// Whether a reason must be given.
  public var måBegrunnes: Bool {
    switch innhold {
    case .opplysning(_, .null): true
    case .opplysning, .vurdering(_, .oppfylt, _), .bekymring(.nei): false
    case .vurdering, .bekymring: true
    }
  }
}

/// The four answers to a point. There is no «delvis»: it would hide the count.
public enum Svaralternativ: String, Hashable, Sendable, CaseIterable {
  case oppfylt
  case ikkeOppfylt = "ikke_oppfylt"
  case ikkeAktuelt = "ikke_aktuelt"
  case kanIkkeVurderes = "kan_ikke_vurderes"

  /// As a reader sees it.
  public var visning: String {
    switch self {
    case .oppfylt: "Oppfylt"
    case .ikkeOppfylt: "Ikke oppfylt"
    case .ikkeAktuelt: "Ikke aktuelt"
    case .kanIkkeVurderes: "Kan ikke vurderes"
    }
  }
}

/// What an avvik in the record stands for in real life; only a person can tell.
public enum Mangelslag: String, Hashable, Sendable, CaseIterable {
  case ikkeGjort = "ikke_gjort"
  case ikkeDokumentert = "ikke_dokumentert"
  case ikkeRegistrert = "ikke_registrert"

  /// As a reader sees it.
  public var visning: String {
    switch self {
    case .ikkeGjort: "ikke utført"
    case .ikkeDokumentert: "ikke dokumentert"
    case .ikkeRegistrert: "ikke registrert"
    }
  }
}

/// The answers to the concern question.
public enum Bekymringssvar: String, Hashable, Sendable, CaseIterable {
  case ja
  case nei
  case kanIkkeVurderes = "kan_ikke_vurderes"

  /// As a reader sees it.
  public var visning: String {
    switch self {
    case .ja: "Ja"
    case .nei: "Nei"
    case .kanIkkeVurderes: "Kan ikke vurderes"
    }
  }
}
