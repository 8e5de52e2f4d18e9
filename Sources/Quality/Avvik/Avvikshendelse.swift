public import Checklists
public import Sampling
public import Values

/// What can happen to an avvik. Which of it is allowed where is said once, in `AuditStore.Overgang`.
public enum Avvikshendelse: Hashable, Sendable {
  /// It is reported.
  case meldt(Avviksopphav)
  /// A later control finds the same: the same days, days that overlap, or while it is still open. Nothing changes.
  case funnetIgjen(Gjenfunn)
  /// The leader has looked at it: how serious, why, what was done at once, who answers for it, by when.
  case vurdert(Avviksvurdering)
  /// A measure is set against it.
  case tiltak(String)
  /// Every measure against it is carried out.
  case gjennomført
  /// It is closed, with evidence.
  case lukket(Lukking)
  /// What staff reported was no avvik.
  case avvist(Lukkebevis)
  /// The same fault is found for a later period.
  case gjenåpnet(Gjenfunn)
  /// The case worker answers; the answer is the text.
  case svar

  /// Its name in the journal.
  public var navn: String {
    switch self {
    case .meldt: "meldt"
    case .funnetIgjen: "funnet_igjen"
    case .vurdert: "vurdert"
    case .tiltak: "tiltak"
    case .gjennomført: "gjennomfort"
    case .lukket: "lukket"
    case .avvist: "avvist"
    case .gjenåpnet: "gjenapnet"
    case .svar: "svar"
    }
  }
}

/// Where an avvik comes from.
public enum Avviksopphav: Hashable, Sendable {
  /// A locked control found it.
  case kontroll(Kontrollfunn)
  /// Staff reported it on a procedure.
  case ansatt(Ansattmelding)
}

/// What a control found in a case.
public struct Kontrollfunn: Hashable, Sendable {
  /// The month of the control.
  public var måned: Måned
  /// The pseudonym.
  public var sak: String
  /// The point.
  public var punkt: String
  /// The question; «ja» is oppfylt.
  public var spørsmål: String
  /// The days that were judged; nil in controls from before it was kept.
  public var bedømt: Bedømt?
  /// The failure area's number.
  public var sviktområde: Int
  /// What kind of requirement it is.
  public var kravtype: Kravtype
  /// The legal basis as printed.
  public var hjemler: [String]
  /// The procedure it belongs to.
  public var prosedyre: String?
  /// How serious the checklist says a breach is.
  public var alvorlighet: Alvorlighet
  /// What the gap stands for, when the controller has said.
  public var mangel: Mangelslag?

  /// A finding.
  public init(
    måned: Måned, sak: String, punkt: String, spørsmål: String, bedømt: Bedømt?, sviktområde: Int,
    kravtype: Kravtype, hjemler: [String], prosedyre: String?, alvorlighet: Alvorlighet, mangel: Mangelslag?
  ) {
    self.måned = måned
    self.sak = sak
    self.punkt = punkt
    self.spørsmål = spørsmål
    self.bedømt = bedømt
    self.sviktområde = sviktområde
    self.kravtype = kravtype
    self.hjemler = hjemler
    self.prosedyre = prosedyre
    self.alvorlighet = alvorlighet
    self.mangel = mangel
  }
}

/// What staff reported: three fields, of which «hva skjedde» is a text beside it.
public struct Ansattmelding: Hashable, Sendable {
  /// The procedure's id.
  public var prosedyre: String
  /// What it is called.
  public var navn: String
  /// Whether it is one of the two that staff must report on.
  public var valgt: Bool
  /// When it happened.
  public var skjedde: Dato
  /// The case, when it is about one.
  public var sak: String?
  /// The point that measures what was reported, when the procedure has one.
  public var punkt: String?

  /// A report.
  public init(
    prosedyre: String, navn: String, valgt: Bool, skjedde: Dato, sak: String? = nil, punkt: String? = nil
  ) {
    self.prosedyre = prosedyre
    self.navn = navn
    self.valgt = valgt
    self.skjedde = skjedde
    self.sak = sak
    self.punkt = punkt
  }
}

/// That a later control found the same.
public struct Gjenfunn: Hashable, Sendable {
  /// The month of the control.
  public var måned: Måned
  /// The days that were judged.
  public var bedømt: Bedømt?

  /// A finding made again.
  public init(måned: Måned, bedømt: Bedømt?) {
    self.måned = måned
    self.bedømt = bedømt
  }
}

/// What the leader says of an avvik.
public struct Avviksvurdering: Hashable, Sendable {
  /// How serious it is.
  public var alvorlighet: Alvorlighet
  /// Why it happened.
  public var årsak: Årsak
  /// What the gap stands for.
  public var mangel: Mangelslag?
  /// The role that answers for it.
  public var ansvarlig: String
  /// By when it is to be closed.
  public var frist: Dato

  /// An assessment.
  public init(alvorlighet: Alvorlighet, årsak: Årsak, mangel: Mangelslag?, ansvarlig: String, frist: Dato) {
    self.alvorlighet = alvorlighet
    self.årsak = årsak
    self.mangel = mangel
    self.ansvarlig = ansvarlig
    self.frist = frist
  }
}

/// Why an avvik happened. Never a person. The raw values are stored.
public enum Årsak: String, Hashable, Sendable, CaseIterable {
  case rutineUkjent = "rutine_ukjent"
  case rutineUklar = "rutine_uklar"
  case kapasitet
  case opplæring = "opplaering"
  case registrering
  case samarbeid
  case forholdUtenfor = "forhold_utenfor"
  case annet

  /// As a reader sees it.
  public var visning: String {
    switch self {
    case .rutineUkjent: "Rutinen er ikke tatt i bruk"
    case .rutineUklar: "Rutinen er uklar eller mangler"
    case .kapasitet: "For liten tid eller bemanning"
    case .opplæring: "Manglende opplæring"
    case .registrering: "Gjort, men ikke skrevet ned"
    case .samarbeid: "Svikt i samarbeidet med andre"
    case .forholdUtenfor: "Forhold utenfor tjenesten"
    case .annet: "Annet"
    }
  }
}

/// How an avvik was closed.
public struct Lukking: Hashable, Sendable {
  /// What shows that the fault is gone.
  public var bevis: Lukkebevis
  /// Why it is closed although no measure has been shown to work; nil when one has.
  public var utenEffekt: String?

  /// A closing.
  public init(bevis: Lukkebevis, utenEffekt: String? = nil) {
    self.bevis = bevis
    self.utenEffekt = utenEffekt
  }
}

/// What shows that a fault is gone.
public struct Lukkebevis: Hashable, Sendable {
  /// What kind it is.
  public var slag: Slag
  /// Where it is: a document's number in the archive, the months of a new sample, where and when it was seen.
  public var referanse: String

  /// Evidence.
  public init(_ slag: Slag, referanse: String) {
    self.slag = slag
    self.referanse = referanse
  }

  /// The kinds of evidence. The raw values are stored.
  public enum Slag: String, Hashable, Sendable, CaseIterable {
    case dokument
    case stikkprøve = "stikkprove"
    case observasjon

    /// As a reader sees it.
    public var visning: String {
      switch self {
      case .dokument: "Dokument"
      case .stikkprøve: "Ny stikkprøve"
      case .observasjon: "Observasjon"
      }
    }
  }
}
