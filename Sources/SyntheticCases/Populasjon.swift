public import Values

/// What population to make: how many cases of each kind, over which years, and how well the service works.
///
/// All rates are whole numbers per thousand, so that no rounding differs between machines.
public struct Populasjon: Hashable, Sendable {
  /// The unit that every record names.
  public var enhet: String
  /// The team that every record names.
  public var team: String
  /// The number of care-order cases (`omsorgssak`).
  public var omsorgssaker: Int
  /// The number of voluntary placements (`frivillig_plassering`).
  public var frivillige: Int
  /// Visits and other routine events exist from 1 January of this year; decisions, plans and agreements from
  /// the start of the placement.
  public var førsteÅr: Int
  /// The extract is complete to 31 December of this year. Every child is in foster care, and under 18, from
  /// 31 December of the year before.
  public var sisteÅr: Int
  /// How the service works before `vendepunkt`.
  public var praksisFør: Praksis
  /// How the service works from `vendepunkt`.
  public var praksisEtter: Praksis
  /// The day from which the service works as in `praksisEtter`.
  public var vendepunkt: Dato
  /// How often a case has something unusual about it.
  public var særtrekk: Særtrekk

  /// The fictional district Solvik: 118 care orders and 20 voluntary placements over 2012–2014, with a service
  /// that lets about three children in ten go without required visits and improves from the summer of 2014.
  public static let solvik = Populasjon(omsorgssaker: 118, frivillige: 20)

  /// Solvik's practice with other numbers of cases.
  public init(
    enhet: String = "solvik", team: String = "fosterhjem-1", omsorgssaker: Int, frivillige: Int,
    førsteÅr: Int = 2012, sisteÅr: Int = 2014
  ) {
    self.enhet = enhet
    self.team = team
    self.omsorgssaker = max(0, omsorgssaker)
    self.frivillige = max(0, frivillige)
    self.førsteÅr = min(førsteÅr, sisteÅr)
    self.sisteÅr = sisteÅr
    praksisFør = .svak
    praksisEtter = .god
    vendepunkt = Dato.nyttår(sisteÅr).adding(måneder: 5)
    særtrekk = Særtrekk()
  }

  /// A population of this many cases with Solvik's proportion of voluntary placements, 20 in 138.
  public init(
    antall: Int, enhet: String = "solvik", team: String = "fosterhjem-1", førsteÅr: Int = 2012,
    sisteÅr: Int = 2014
  ) {
    let frivillige = max(0, antall) / 138 * 20 + max(0, antall) % 138 * 20 / 138
    self.init(
      enhet: enhet, team: team, omsorgssaker: antall - frivillige, frivillige: frivillige,
      førsteÅr: førsteÅr, sisteÅr: sisteÅr)
  }

  /// The number of cases.
  public var antall: Int { omsorgssaker + frivillige }

  /// The extract is complete up to and including this day.
  public var uttrekk: Dato { Dato.årsslutt(sisteÅr) }

  /// The practice in force on a day.
  func praksis(_ dag: Dato) -> Praksis { dag < vendepunkt ? praksisFør : praksisEtter }
}

/// How well the service does what it must, per thousand.
public struct Praksis: Hashable, Sendable {
  /// Half-years in which a visit that is due is not made.
  public var forFåBesøk: Int
  /// Visits without a recorded assessment.
  public var utenVurdering: Int
  /// Visits with the child there without an opportunity to talk alone.
  public var ikkeTilrettelagt: Int
  /// Years with the child's participation documented.
  public var medvirkning: Int
  /// Years with the agreement reviewed.
  public var gjennomgang: Int
  /// Reviews that show drøfting and konklusjon.
  public var drøftetOgKonkludert: Int
  /// Years with a deliberation about how many visits are needed.
  public var besøksbehov: Int
  /// Quarters with an evaluation of the tiltaksplan.
  public var evaluering: Int
  /// Talks with the child whose record holds a professional assessment.
  public var fagligVurdering: Int
  /// Talks alone at a visit whose minutes hold a professional assessment.
  public var vurdertVedBesøk: Int
  /// Half-years with a recorded contact with the parents.
  public var foreldrekontakt: Int
  /// Years in which a deliberation about the case takes up contact with siblings.
  public var søskensamvær: Int
  /// Years in which a deliberation about the case takes up contact with the parents and others.
  public var samvær: Int
  /// Years with an evaluation of the care plan.
  public var planevaluering: Int

  /// A service before the revision.
  public static let svak = Praksis(
    forFåBesøk: 165, utenVurdering: 60, ikkeTilrettelagt: 70, medvirkning: 720, gjennomgang: 720,
    drøftetOgKonkludert: 560, besøksbehov: 350, evaluering: 600, fagligVurdering: 550, vurdertVedBesøk: 850,
    foreldrekontakt: 700, søskensamvær: 650, samvær: 600, planevaluering: 400)
  /// A service after the revision.
  public static let god = Praksis(
    forFåBesøk: 25, utenVurdering: 15, ikkeTilrettelagt: 15, medvirkning: 920, gjennomgang: 920,
    drøftetOgKonkludert: 900, besøksbehov: 880, evaluering: 880, fagligVurdering: 880, vurdertVedBesøk: 960,
    foreldrekontakt: 850, søskensamvær: 850, samvær: 850, planevaluering: 800)
}

/// How often a case has something unusual about it, per thousand cases unless said otherwise.
public struct Særtrekk: Hashable, Sendable {
  /// The child moved to a new home in the last two years.
  public var nyligFlytting = 110
  /// The child moved to a new home before that.
  public var eldreFlytting = 100
  /// The child moved together with its foster parents.
  public var flyttetMed = 60
  /// The first home was a beredskapshjem.
  public var beredskapshjem = 150
  /// The home is a fosterhjem_særlige_forutsetninger.
  public var særligeForutsetninger = 40
  /// Nobody ever visits the child.
  public var aldriBesøkt = 15
  /// Reduced frequency decided, of children old enough in the home.
  public var redusert = 300
  /// Reduced frequency decided too early, of the children decided for.
  public var redusertForTidlig = 140
  /// Events registered more than a month late, of a thousand events.
  public var senRegistrering = 50
  /// The record has holes: missing fields and collections, coarse dates, several possible codes.
  public var hull = 130
  /// An earlier care order was repealed and the child moved home for a while, of the care orders.
  public var tidligereOmsorg = 60
  /// The same, of the voluntary placements.
  public var tidligereOmsorgFrivillig = 350
  /// The order was tried by a court.
  public var rettsligPrøving = 80
  /// The responsibility for supervision moved between municipalities although the child did not.
  public var tilsynSkiftet = 40
  /// The voluntary placement became an emergency placement shortly before the extract.
  public var frivilligBleAkutt = 100

  /// The shares of Solvik.
  public init() {}
}
