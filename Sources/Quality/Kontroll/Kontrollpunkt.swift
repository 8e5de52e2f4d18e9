public import Checklists
public import RuleEngine

/// A check point as it read when a case was evaluated, and what the rule found.
///
/// The metadata is copied, so that a stored control reads the same after the checklist has been revised.
public struct Kontrollpunkt: Hashable, Sendable {
  /// The id: `OB-ANTALL`.
  public var id: String
  /// The question with its placeholders filled in; «ja» means oppfylt.
  public var spørsmål: String
  /// The failure area of the progress plan that the point watches over.
  public var sviktområde: Sviktområde
  /// What kind of requirement it is.
  public var kravtype: Kravtype
  /// The legal basis, in the order of the checklist.
  public var hjemler: [Hjemmel]
  /// The procedure that the point belongs to.
  public var prosedyre: String?
  /// How serious a breach is.
  public var alvorlighet: Alvorlighet
  /// What a breach is called: merknad when the point says so, or when it has only a norm.
  public var vedBrudd: Brudd
  /// Whether only a person can answer (`vurderes av: kontrolløren`).
  public var forPerson: Bool
  /// Help for the person who judges.
  public var veiledning: String?
  /// A made-up record that is good enough, for the person who judges.
  public var godtEksempel: String?
  /// A made-up record that is not good enough.
  public var svaktEksempel: String?
  /// The document in which a person finds the answer: «den siste drøftingen».
  public var dokument: String?
  /// The rule's own verdict; never overwritten by a person's answer.
  public var vurdering: Vurdering
  /// The waiver that covers the case on the control date, in words; the verdict stands beside it.
  public var unntak: String?
  /// What the checklist's author says of this breach, placeholders filled in; nil when there is no breach.
  public var funn: String?
  /// The days that were judged; nil in controls from before it was kept.
  public var bedømt: Bedømt?
  /// What the point asks about, one lane a kind of event; empty in controls from before it was kept.
  public var tidsspor: [Tidsspor]
  /// SHA-256 of the rule with all it rests on, 16 lower-case hex digits; figures are never pooled across two rules.
  public var regel: String?

  /// The finding in short: the author's words where there are any, else the rule's own sentence.
  public var kort: String { funn ?? vurdering.setning }

  /// A point and its verdict.
  public init(
    id: String, spørsmål: String, sviktområde: Sviktområde, kravtype: Kravtype, hjemler: [Hjemmel] = [],
    prosedyre: String? = nil, alvorlighet: Alvorlighet = .middels, vedBrudd: Brudd = .avvik,
    forPerson: Bool = false, veiledning: String? = nil, godtEksempel: String? = nil,
    svaktEksempel: String? = nil, dokument: String? = nil, vurdering: Vurdering, unntak: String? = nil,
    funn: String? = nil, bedømt: Bedømt? = nil, tidsspor: [Tidsspor] = [], regel: String? = nil
  ) {
    self.id = id
    self.spørsmål = spørsmål
    self.sviktområde = sviktområde
    self.kravtype = kravtype
    self.hjemler = hjemler
    self.prosedyre = prosedyre
    self.alvorlighet = alvorlighet
    self.vedBrudd = vedBrudd
    self.forPerson = forPerson
    self.veiledning = veiledning
    self.godtEksempel = godtEksempel
    self.svaktEksempel = svaktEksempel
    self.dokument = dokument
    self.vurdering = vurdering
    self.unntak = unntak
    self.funn = funn
    self.bedømt = bedømt
    self.tidsspor = tidsspor
    self.regel = regel
  }
}

extension Kontrollpunkt {
  /// A row of the progress plan: its number and what fails.
  public struct Sviktområde: Hashable, Sendable {
    /// 1–9 in the progress plan of 2014.
    public var nummer: Int
    /// What fails, in the plan's words.
    public var navn: String

    /// A failure area.
    public init(_ nummer: Int, _ navn: String) {
      self.nummer = nummer
      self.navn = navn
    }
  }

  /// A legal basis as a reader sees it, and how sure the register is of it.
  public struct Hjemmel: Hashable, Sendable {
    /// The id in the legal basis register: `FOR-2003-1659-7`.
    public var id: String
    /// As printed: «fosterhjemsforskriften (2003) § 7».
    public var tekst: String
    /// What kind of basis it is; nil when the register does not know it, and in controls from before it was kept.
    public var slag: Checklists.Hjemmel.Slag?
    /// How sure the register is of it on the days that were judged, in words; nil when the text was read at its
    /// source.
    public var forbehold: String?

    /// A legal basis.
    public init(id: String, tekst: String, slag: Checklists.Hjemmel.Slag? = nil, forbehold: String? = nil) {
      self.id = id
      self.tekst = tekst
      self.slag = slag
      self.forbehold = forbehold
    }
  }
}

extension Alvorlighet: Comparable {
  /// Less serious than.
  public static func < (a: Alvorlighet, b: Alvorlighet) -> Bool { a.rang < b.rang }

  private var rang: Int {
    switch self {
    case .lav: 0
    case .middels: 1
    case .høy: 2
    case .kritisk: 3
    }
  }
}
