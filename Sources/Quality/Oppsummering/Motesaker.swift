import Sampling
import Values

/// What a meeting has to take up, as it follows from the register.
public struct Møtesaker: Hashable, Sendable {
  /// The body's latest meeting on or before the day that looked back on an earlier time than this period.
  public var forrige: Møte?
  /// What the other body has sent on or after the day of that meeting, in order.
  public var oversendt: [Oversendelse]
  /// The body's decisions that are not carried out and had a deadline before the day, the oldest deadline first.
  public var forfalteVedtak: [Vedtak]
  /// The avvik that belong to the months of the period, in order.
  public var nyeAvvik: [Avvik]
  /// Older avvik that a control of the period reopened.
  public var gjenåpnede: [Avvik]
  /// The measures that are not evaluated and should have been on or before the day, the oldest date first.
  public var tilEvaluering: [Tiltak]
  /// The measures that are not carried out and should have been before the day, the oldest date first.
  public var ikkeIverksatt: [Tiltak]
  /// The avvik closed in the period although no measure was shown to work.
  public var lukketUtenEffekt: [Avvik]
  /// The decisions, of both bodies, that a checklist is to be revised and that are not carried out.
  public var sjekklistevedtak: [Vedtak]

  init(_ valg: Oppsummeringsvalg, _ register: Kvalitetsregister) {
    let own = register.møter.filter { $0.slag == valg.slag }
    let last = own.filter { $0.periode.til < valg.perioden.upperBound.sisteDag }
      .enumerated().max { ($0.element.dato, $0.offset) < ($1.element.dato, $1.offset) }?.element
    forrige = last
    oversendt = register.møter.filter { meeting in
      meeting.slag != valg.slag && last.map { meeting.dato >= $0.dato } ?? true
    }.flatMap(\.sendt).filter { $0.til == valg.slag }
    forfalteVedtak = own.flatMap(\.vedtak).filter { $0.erForfalt(valg.dag) }
      .sortert(etter: \.frist)
    nyeAvvik = register.avvik.filter { valg.perioden.contains($0.måned) }
    gjenåpnede = register.avvik.filter { avvik in
      !valg.perioden.contains(avvik.måned)
        && avvik.hendelser.contains {
          $0.hendelse.navn == "gjenapnet" && $0.kontrollmåned.map(valg.perioden.contains) ?? false
        }
    }
    tilEvaluering = register.tiltak.filter { $0.tilstand == .iverksatt && $0.evalueres <= valg.dag }
      .sortert(etter: \.evalueres)
    ikkeIverksatt = register.tiltak.filter { $0.tilstand == .planlagt && $0.iverksettes < valg.dag }
      .sortert(etter: \.iverksettes)
    lukketUtenEffekt = register.avvik.filter {
      guard let closed = $0.lukking else { return false }
      return closed.lukking.utenEffekt != nil && valg.perioden.contains(Måned(closed.dato))
    }
    sjekklistevedtak = register.vedtak.filter { $0.slag == .sjekkliste && $0.utført == nil }
  }
}

extension Array {
  /// Sorted by a day; equals keep their order.
  fileprivate func sortert(etter dag: KeyPath<Element, Dato>) -> [Element] {
    enumerated().sorted { a, b in
      (a.element[keyPath: dag], a.offset) < (b.element[keyPath: dag], b.offset)
    }.map(\.element)
  }
}
