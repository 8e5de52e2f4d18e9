public import Checklists
public import Quality
public import Sampling
public import Values

/// The yearly review for the leader and the council: what was controlled and found, what was done, and what was not
/// looked at.
///
/// It leaves the quality group, so it holds no pseudonym and no small number. It is made from the register as it
/// stood on a day and the locked controls; no clock, no file.
public struct Årsgjennomgang: Sendable {
  let år: Int
  /// The last month whose controls are counted.
  let sisteMåned: Måned
  let dag: Dato
  let enhet: String
  let bilde: Kvalitetsoppsummering
  let register: Kvalitetsregister
  let rekke: Kontrollrekke
  let effekter: [(tiltak: Tiltak, effekter: [Effekt])]
  let lesere: Leserenighet
  let sviktområder: [Int: String]

  /// What a review is made from besides what is stored.
  public struct Valg: Sendable {
    var år: Int
    var dag: Dato
    var enhet: String
    var sviktområder: [Int: String]
    var saker: Set<String>
    var bedømt: @Sendable (_ punkt: String, _ dag: Dato) -> Bedømt?

    /// A year as it stood on a day in it or after it.
    ///
    /// - Parameters:
    ///   - saker: Cases that texts may name beside those of the register and the controls.
    ///   - bedømt: Which days a point judges on a control date.
    public init(
      år: Int, dag: Dato, enhet: String, sviktområder: [Int: String], saker: Set<String> = [],
      bedømt: @escaping @Sendable (_ punkt: String, _ dag: Dato) -> Bedømt?
    ) {
      self.år = år
      self.dag = dag
      self.enhet = enhet
      self.sviktområder = sviktområder
      self.saker = saker
      self.bedømt = bedømt
    }
  }

  /// The first month whose controls the review of a year needs: the run chart goes two years back, and a measure is
  /// compared with the time before it.
  public static func førsteMåned(_ år: Int, _ register: Kvalitetsregister) -> Måned {
    let last = Måned(.årsslutt(år))
    let measures = register.utenGamleTiltak(.nyttår(år), måneder: 0).tiltak
    return min(measures.førsteGrunnlagsmåned ?? last, last.adding(måneder: -Løpediagram.antallMåneder))
  }

  /// The review of a year; nil when the day comes before the year.
  ///
  /// - Parameters:
  ///   - rekke: All locked controls, also those from before the year: measures are compared with them.
  public init?(_ valg: Valg, _ register: Kvalitetsregister, _ rekke: Kontrollrekke) {
    let first = Måned(.nyttår(valg.år))
    let last = min(Måned(valg.dag), Måned(.årsslutt(valg.år)))
    guard let wanted = Oppsummeringsvalg(fra: first, til: last, dag: valg.dag) else { return nil }
    år = valg.år
    sisteMåned = last
    dag = valg.dag
    enhet = valg.enhet
    sviktområder = valg.sviktområder
    let sladding = Sladding(register, rekke, saker: valg.saker)
    let known = sladding.register(register.per(valg.dag))
    let until = Kontrollrekke(
      rekke.kontroller.filter { $0.nøkkel.måned <= last },
      utenFunn: rekke.utenFunn.filter { $0.måned <= last })
    self.register = known
    self.rekke = until
    bilde = Kvalitetsoppsummering(wanted, register, until)
    lesere = Leserenighet(known.annenlesninger, i: until, fra: first, til: last)
    let basis = Effektgrunnlag(until)
    effekter = known.tiltak.filter { $0.erAktuelt(i: valg.år) }.map { measure in
      (measure, measure.effekter(i: basis, bedømt: valg.bedømt))
    }
  }

  /// The avvik that controls opened in the months of the year.
  var kontrollavvik: [Avvik] {
    register.avvik.filter {
      guard case .kontroll(let found) = $0.opphav else { return false }
      return found.måned.år == år
    }
  }

  /// How many avvik staff reported in the year.
  var meldinger: Int {
    register.avvik.count {
      guard case .ansatt = $0.opphav else { return false }
      return $0.meldt.år == år
    }
  }

  /// The decisions that something is a failure of the system, in approved minutes: those of the year, and the older
  /// ones that are not carried out.
  var systemsvikt: [(vedtak: Vedtak, møte: Møte)] {
    register.møter.filter { $0.godkjent != nil }.flatMap { meeting in
      meeting.vedtak.filter { $0.slag == .systemsvikt && ($0.dato.år == år || $0.utført == nil) }
        .map { ($0, meeting) }
    }
  }

  /// A control counts by the month it judges, also when it is locked after the day.
  static func omfang(_ siste: Måned, _ dag: Dato) -> String {
    "kontrollene til og med \(siste.bokmål), ellers slik det sto \(dag.bokmål)"
  }

  /// The latest control of each team.
  var siste: [Kontroll] {
    rekke.team.compactMap { team in rekke.kontroller.last { $0.nøkkel.team == team } }
  }

  /// The checklist of the latest control.
  var sisteSjekkliste: Sjekklistereferanse? { rekke.kontroller.last?.saksliste?.sjekkliste }

  /// What no point of that checklist asks about.
  var utenforKontrollen: [String] { sisteSjekkliste?.ikkeKontrollert ?? [] }

  /// Whether any control of the year is locked.
  public var harKontroller: Bool { rekke.kontroller.contains { $0.nøkkel.måned.år == år } }
}

extension Tiltak {
  /// Whether it belongs in the review of a year: it was made by then, and not evaluated for good before it.
  fileprivate func erAktuelt(i år: Int) -> Bool {
    guard let made = hendelser.first?.dato, made.år <= år else { return false }
    return tilstand != .evaluert || (evaluering?.dato.år ?? år) >= år
  }
}
