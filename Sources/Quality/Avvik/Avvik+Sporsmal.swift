public import Checklists
public import Sampling
public import Values

extension Avvik {
  /// The act that reported it.
  public var melding: Avviksnotat { hendelser[0] }

  /// The day on which it was reported.
  public var meldt: Dato { melding.dato }

  /// Whether it is still to be dealt with.
  public var erÅpent: Bool { tilstand != .lukket }

  /// The day on which it was last closed; nil while it is open.
  public var lukket: Dato? { erÅpent ? nil : hendelser.last { $0.erLukking }?.dato }

  /// The pseudonym, when it is about a case.
  public var sak: String? {
    switch opphav {
    case .kontroll(let found): found.sak
    case .ansatt(let report): report.sak
    }
  }

  /// The point, when one measures it.
  public var punkt: String? {
    switch opphav {
    case .kontroll(let found): found.punkt
    case .ansatt(let report): report.punkt
    }
  }

  /// The procedure's id, when it belongs to one.
  public var prosedyre: String? {
    switch opphav {
    case .kontroll(let found): found.prosedyre
    case .ansatt(let report): report.prosedyre
    }
  }

  /// The leader's latest assessment; nil before the first.
  public var vurdering: Avviksvurdering? {
    for note in hendelser.reversed() {
      if case .vurdert(let assessment) = note.hendelse { return assessment }
    }
    return nil
  }

  /// How serious it is: what the leader says, else what the checklist says; middels for a new report by staff.
  public var alvorlighet: Alvorlighet {
    if let assessed = vurdering?.alvorlighet { return assessed }
    if case .kontroll(let found) = opphav { return found.alvorlighet }
    return .middels
  }

  /// What the gap stands for, when somebody has said.
  public var mangel: Mangelslag? {
    if let assessed = vurdering?.mangel { return assessed }
    if case .kontroll(let found) = opphav { return found.mangel }
    return nil
  }

  /// By when it is to be closed; nil before it is assessed.
  public var frist: Dato? { vurdering?.frist }

  /// Whether it is open and its deadline has passed.
  public func erForfalt(_ dag: Dato) -> Bool { erÅpent && (frist.map { $0 < dag } ?? false) }

  /// The measures set against it, in order.
  public var tiltak: [String] {
    hendelser.compactMap { if case .tiltak(let number) = $0.hendelse { number } else { nil } }
  }

  /// The days that were judged when it was opened and each time it was reopened.
  public var bedømt: [Bedømt] {
    hendelser.compactMap { note in
      switch note.hendelse {
      case .meldt(.kontroll(let found)): found.bedømt
      case .gjenåpnet(let again): again.bedømt
      default: nil
      }
    }
  }

  /// The last day that was judged; nil when no control has judged it.
  public var sisteDag: Dato? { bedømt.map(\.til).max() }

  /// Whether these days are all after those that were judged before, so that the fault must be another one.
  public func erNyFeil(_ nå: Bedømt?) -> Bool {
    guard let nå, !bedømt.isEmpty else { return false }
    return bedømt.allSatisfy { nå.erHeltEtter($0) }
  }

  /// What the control of a month found again.
  public func gjenfunn(_ måned: Måned) -> Gjenfunn? {
    for note in hendelser.reversed() {
      if case .funnetIgjen(let again) = note.hendelse, again.måned == måned { return again }
    }
    return nil
  }

  /// What a later control found, when it judged days after those already judged: on that a person may say that it is
  /// a new fault.
  public func senereGjenfunn(_ måned: Måned) -> Gjenfunn? {
    guard let found = gjenfunn(måned), let judged = found.bedømt, let last = sisteDag, judged.til > last
    else { return nil }
    return found
  }

  /// The months whose controls found it again for days after those already judged.
  public var gjenfunnsmåneder: [Måned] {
    let months = hendelser.compactMap { note -> Måned? in
      if case .funnetIgjen(let again) = note.hendelse { again.måned } else { nil }
    }
    return Set(months).sorted().filter { senereGjenfunn($0) != nil }
  }

  /// How many times it was reopened.
  public var gjenåpninger: Int {
    hendelser.filter { if case .gjenåpnet = $0.hendelse { true } else { false } }.count
  }

  /// The latest text of a kind.
  public func tekst(_ felt: Tekstfelt) -> String? {
    hendelser.last { $0.tekster[felt] != nil }?.tekster[felt]
  }
}

extension Avviksnotat {
  /// Whether it closed the avvik.
  public var erLukking: Bool {
    switch hendelse {
    case .lukket, .avvist: true
    default: false
    }
  }
}

extension Tiltak {
  /// Whether a role carried it out; small differences of writing do not make another role.
  public func bleIverksatt(av rolle: String) -> Bool {
    guard let done = iverksatt?.rolle else { return false }
    return done.rolleform == rolle.rolleform
  }
}

extension String {
  /// Whether the store takes it as a role: signs that look alike or cannot be seen would make one role two.
  var erRolle: Bool {
    let plain = "abcdefghijklmnopqrstuvwxyzæøåABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ"
    let other = "0123456789-./ "
    let scalars = rolleform.unicodeScalars
    return scalars.first.map(plain.unicodeScalars.contains) ?? false && !contains("  ")
      && unicodeScalars.allSatisfy { plain.unicodeScalars.contains($0) || other.unicodeScalars.contains($0) }
  }

  /// A role without outer blanks and capitals.
  var rolleform: String {
    let start = drop { $0.isWhitespace }
    let end = start.reversed().drop { $0.isWhitespace }.reversed()
    return String(end).lowercased()
  }
}
