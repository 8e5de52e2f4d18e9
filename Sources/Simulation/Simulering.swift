public import AuditStore
public import Checklists
import Quality
import Sampling
import Synchronization
import Values

/// Plays the internal control of the fictional district Solvik through one or more years into a store.
///
/// Every act goes through the verbs that the command line uses, so the store is a real one: the draws were
/// committed to before they were seeded, and nothing is there that the rules do not allow. Nobody's clock or
/// randomness is asked: the calendar gives the times, and the seed gives the rest.
public struct Simulering: Sendable {
  let oppsett: Simuleringsoppsett
  let bibliotek: Sjekklistebibliotek
  let planverk: Planverk
  let motor: String

  /// A play with these checklists and plans. Throws when some month has no checklist in force.
  public init(
    _ oppsett: Simuleringsoppsett, _ bibliotek: Sjekklistebibliotek, _ planverk: Planverk, motor: String
  ) throws(Simuleringsfeil) {
    self.oppsett = oppsett
    self.bibliotek = bibliotek
    self.planverk = planverk
    self.motor = motor
    for måned in oppsett.måneder { _ = try sjekkliste(måned.sisteDag) }
  }

  /// Plays everything into a store, which should be empty.
  public func spill(i lager: Revisjonslager) throws {
    var spill = Spill(self, lager)
    try spill.kjør()
  }

  /// The version in force on a day.
  func sjekkliste(_ dag: Dato) throws(Simuleringsfeil) -> Sjekkliste {
    guard let funnet = bibliotek.sjekkliste("fosterhjem", på: dag) else {
      throw .ingenSjekkliste(dato: dag.description)
    }
    return funnet
  }
}

/// A play that is going on.
struct Spill {
  let simulering: Simulering
  let lager: Revisjonslager
  /// Which controls something goes wrong with.
  let uhell: Uhell
  var team: [Simulertteam] = []
  var kalender = Kalender()
  var klokke = Klokke()
  var rng: SplitMix64
  private let salter: Saltkilde
  /// What the controls that are going on were begun with.
  var påbegynt: [Kontrollnøkkel: Påbegynt] = [:]
  /// What follows the controls has dice of its own, so that it does not change what is drawn.
  var terning: SplitMix64
  var oppfølging = Oppfølging()

  var oppsett: Simuleringsoppsett { simulering.oppsett }

  init(_ simulering: Simulering, _ lager: Revisjonslager) {
    let oppsett = simulering.oppsett
    self.simulering = simulering
    self.lager = lager
    rng = SplitMix64(frø: oppsett.frø, strøm: 1)
    salter = Saltkilde(SplitMix64(frø: oppsett.frø, strøm: 2))
    terning = SplitMix64(frø: oppsett.frø, strøm: 4)
    uhell = Uhell(oppsett)
    var neste = 1
    for nummer in oppsett.team.indices {
      team.append(Simulertteam(nummer, oppsett, førsteNummer: neste))
      neste += team[nummer].saker.count
    }
    planleggKontroller()
    planleggMeldinger()
    planleggTiltak()
    planleggMøter()
    planleggÅrshjul()
    planleggPlaner()
  }

  /// Walks through the calendar to the end of the play; an act may add others.
  mutating func kjør() throws {
    while let (dag, gjøremål) = kalender.neste(til: oppsett.sisteDag) { try gjøremål(&self, dag) }
  }

  /// The verbs of a control, at the next moment of a day.
  mutating func verb(_ nøkkel: Kontrollnøkkel, _ dag: Dato) -> Kontrollverb {
    Kontrollverb(lager, nøkkel, tid: klokke.neste(dag, &rng), salt: salter.neste)
  }

  /// The verbs of what follows the controls, at the next moment of a day.
  mutating func verb(_ dag: Dato) -> Oppfølgingsverb {
    Oppfølgingsverb(
      lager, enhet: oppsett.enhet, tid: klokke.neste(dag, &terning), dato: dag, salt: salter.neste)
  }

  /// Some days after a day.
  mutating func senere(_ dag: Dato, _ dager: ClosedRange<Int>) -> Dato {
    dag.adding(dager: terning.tall(dager))
  }
}

/// Salts from the seed. Those of a real store come from the system's generator; here nothing is secret.
private final class Saltkilde: Sendable {
  private let rng: Mutex<SplitMix64>

  init(_ rng: SplitMix64) { self.rng = Mutex(rng) }

  @Sendable func neste() -> [UInt8] { rng.withLock { $0.bytes(32) } }
}

extension SplitMix64 {
  /// So many bytes.
  mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) } }
}

/// What goes wrong in a year, as in life: each of these once, with a control that the seed chooses.
struct Uhell: Sendable {
  /// The control is held late.
  private(set) var sen: Set<Kontrollnøkkel> = []
  /// A drawn case is closed before it is controlled.
  private(set) var avsluttet: Set<Kontrollnøkkel> = []
  /// Something cannot be judged.
  private(set) var kanIkkeVurderes: Set<Kontrollnøkkel> = []
  /// The controller disagrees with a finding of the rule; in one or two controls a year.
  private(set) var uenig: Set<Kontrollnøkkel> = []

  init(_ oppsett: Simuleringsoppsett) {
    var rng = SplitMix64(frø: oppsett.frø, strøm: 3)
    // A stream of its own, so that the disagreements move nothing else.
    var egen = SplitMix64(frø: oppsett.frø, strøm: 5)
    let måneder = oppsett.måneder
    for start in stride(from: 0, to: måneder.count, by: 12) {
      let året = måneder[start..<min(start + 12, måneder.count)]
      func enKontroll(_ rng: inout SplitMix64) -> Kontrollnøkkel {
        Kontrollnøkkel(
          enhet: oppsett.enhet, team: oppsett.team[rng.tall(0...oppsett.team.count - 1)],
          måned: året[start + rng.tall(0...året.count - 1)])
      }
      sen.insert(enKontroll(&rng))
      avsluttet.insert(enKontroll(&rng))
      kanIkkeVurderes.insert(enKontroll(&rng))
      for _ in 1...2 { uenig.insert(enKontroll(&egen)) }
    }
  }
}
