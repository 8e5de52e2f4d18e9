import Checklists
import Sampling
public import Values

/// The avvik as they stand on the day: open and overdue, how long they took, why they happened, what came back.
public struct Avviksbilde: Hashable, Sendable {
  /// The open avvik in each state, in the order of the states.
  public var åpne: [Tilstandstall]
  /// For each avvik closed in the twelve months, days from when it was last opened until it was last closed; ascending.
  /// What was turned down is not among them, nor what has been reopened.
  public var lukketid: [Int]
  /// The causes of the avvik of the twelve months, by their latest assessment, in the order of the list; none is 0.
  public var årsaker: [Årsakstall]
  /// How many avvik of the twelve months have no assessment yet.
  public var utenÅrsak: Int
  /// How many avvik a control of the twelve months found again while it was the same fault.
  public var funnetIgjen: Int
  /// How many avvik a control of the twelve months reopened, since the same fault was found for a later period.
  public var gjenåpnet: Int
  /// The avvik of the twelve months and the older ones that are open, by failure area and state.
  public var kryss: [Kryssrad]

  /// How many avvik are in a state, and how many of them are past their deadline.
  public struct Tilstandstall: Hashable, Sendable {
    /// The state.
    public var tilstand: Avvikstilstand
    /// How many.
    public var antall: Int
    /// How many of them have a deadline before the day.
    public var overFrist: Int
  }

  /// How many avvik had a cause.
  public struct Årsakstall: Hashable, Sendable {
    /// The cause.
    public var årsak: Årsak
    /// How many.
    public var antall: Int
  }

  /// The avvik of one failure area, or those that staff reported.
  public struct Kryssrad: Hashable, Sendable {
    /// The failure area's number; nil for what staff reported.
    public var sviktområde: Int?
    /// How many in each state, in the order of the states.
    public var tilstander: [Int]
    /// How many of each seriousness, in the order of the list, and last those that are not assessed.
    public var alvorlighet: [Int]
  }

  /// How many are open.
  public var antallÅpne: Int { åpne.reduce(0) { $0 + $1.antall } }
  /// How many are open and past their deadline.
  public var antallOverFrist: Int { åpne.reduce(0) { $0 + $1.overFrist } }
  /// The median of the days it took; nil under five closed avvik, where each is told instead.
  public var medianLukketid: Double? {
    guard lukketid.count >= 5 else { return nil }
    return Double(lukketid[(lukketid.count - 1) / 2] + lukketid[lukketid.count / 2]) / 2
  }

  init(_ valg: Oppsummeringsvalg, _ avvik: [Avvik]) {
    let open = avvik.filter(\.erÅpent)
    let recent = avvik.filter { valg.tolvMåneder.contains($0.måned) }
    åpne = Avvikstilstand.allCases.filter { $0 != .lukket }.map { state in
      let own = open.filter { $0.tilstand == state }
      return Tilstandstall(
        tilstand: state, antall: own.count, overFrist: own.filter { $0.erForfalt(valg.dag) }.count)
    }
    lukketid = avvik.compactMap { $0.lukketid(i: valg.tolvMåneder) }.sorted()
    årsaker = Årsak.allCases.map { cause in
      Årsakstall(årsak: cause, antall: recent.filter { $0.vurdering?.årsak == cause }.count)
    }
    utenÅrsak = recent.filter { $0.vurdering == nil }.count
    func again(_ name: String) -> Int {
      avvik.filter { one in
        one.hendelser.contains {
          $0.hendelse.navn == name && $0.kontrollmåned.map(valg.tolvMåneder.contains) ?? false
        }
      }.count
    }
    funnetIgjen = again("funnet_igjen")
    gjenåpnet = again("gjenapnet")
    kryss = Self.kryss(avvik.filter { $0.erÅpent || valg.tolvMåneder.contains($0.måned) })
  }

  private static func kryss(_ avvik: [Avvik]) -> [Kryssrad] {
    let rows = Dictionary(grouping: avvik, by: \.sviktområde)
    let areas: [Int?] = rows.keys.compactMap(\.self).sorted() + (rows[nil] == nil ? [] : [nil])
    return areas.map { area in
      let own = rows[area] ?? []
      return Kryssrad(
        sviktområde: area,
        tilstander: Avvikstilstand.allCases.map { state in own.filter { $0.tilstand == state }.count },
        alvorlighet: (Alvorlighet.allCases + [nil]).map { level in
          own.filter { $0.kjentAlvorlighet == level }.count
        })
    }
  }
}

extension Avvik {
  /// The failure area that a control found it in; nil for what staff reported.
  public var sviktområde: Int? {
    if case .kontroll(let funn) = opphav { return funn.sviktområde }
    return nil
  }

  /// How serious it is; nil for what staff reported and nobody has assessed.
  fileprivate var kjentAlvorlighet: Alvorlighet? {
    sviktområde == nil && vurdering == nil ? nil : alvorlighet
  }

  /// How it was closed, when it is closed with evidence.
  public var lukking: (dato: Dato, lukking: Lukking)? {
    guard tilstand == .lukket, let last = hendelser.last(where: { $0.hendelse.endrer }),
      case .lukket(let closing) = last.hendelse
    else { return nil }
    return (last.dato, closing)
  }

  func lukketid(i måneder: ClosedRange<Måned>) -> Int? {
    guard let closed = lukking?.dato, måneder.contains(Måned(closed)) else { return nil }
    let opened = hendelser.last { ["meldt", "gjenapnet"].contains($0.hendelse.navn) }
    return opened.map { $0.dato.dager(til: closed) }
  }
}

extension Avvikshendelse {
  /// Whether it moves the avvik on: not an answer, and not that the same was found again.
  fileprivate var endrer: Bool {
    switch self {
    case .svar, .funnetIgjen: false
    default: true
    }
  }
}
