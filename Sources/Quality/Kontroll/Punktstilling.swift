import Checklists
public import RuleEngine

/// How a point stands in a case: the rule's verdict and a person's judgement side by side.
public struct Punktstilling: Hashable, Sendable {
  /// The case.
  public var sak: String
  /// The point with the rule's own verdict.
  public var punkt: Kontrollpunkt
  /// The latest judgement by a person.
  public var svar: Svar?

  /// The answers that say that a fact which the point lacks was looked for and not found.
  public var ikkeFunnet: [Svar]

  /// A point and what was answered to it.
  public init(sak: String, punkt: Kontrollpunkt, svar: Svar?, ikkeFunnet: [Svar] = []) {
    self.sak = sak
    self.punkt = punkt
    self.svar = svar
    self.ikkeFunnet = ikkeFunnet
  }

  /// Whether every fact that would decide the point was looked for and not found: then it stays undecided, until a
  /// later fact lets the rule decide it.
  public var manglerErIkkeFunnet: Bool {
    let places = ikkeFunnet.compactMap(\.sted)
    return !punkt.vurdering.mangler.isEmpty && punkt.vurdering.mangler.allSatisfy { places.contains($0.sted) }
  }

  /// The person's choice.
  public var alternativ: Svaralternativ? {
    guard case .vurdering(_, let choice, _) = svar?.innhold else { return nil }
    return choice
  }

  /// What the gap stands for in real life, when the controller has said.
  public var mangel: Mangelslag? {
    guard case .vurdering(_, _, let kind) = svar?.innhold else { return nil }
    return kind
  }

  /// Whether the rule itself found an avvik or a merknad. Such a finding stands whatever a person answers.
  public var regelfunn: Bool { punkt.vurdering.utfall == .avvik || punkt.vurdering.utfall == .merknad }

  /// The outcome that counts.
  public var utfall: Utfall {
    guard let choice = alternativ, !regelfunn else { return punkt.vurdering.utfall }
    switch choice {
    case .oppfylt: return .oppfylt
    case .ikkeOppfylt: return punkt.vedBrudd == .merknad ? .merknad : .avvik
    case .ikkeAktuelt: return .ikkeAktuelt
    case .kanIkkeVurderes: return .ukjent
    }
  }

  /// Whether the person disagrees with what the rule decided.
  public var uenig: Bool {
    guard let choice = alternativ else { return false }
    switch punkt.vurdering.utfall {
    case .ukjent, .ikkeKontrollert: return false
    case .avvik, .merknad: return choice == .oppfylt || choice == .ikkeAktuelt
    case .oppfylt: return choice != .oppfylt
    case .ikkeAktuelt: return choice != .ikkeAktuelt
    }
  }

  /// What is said of the finding: the rule's sentence, or the person's reason where a person found it.
  public var funntekst: String { tekst(punkt.vurdering.setning) }

  /// The same in short, for a list.
  public var korttekst: String { tekst(punkt.kort) }

  private func tekst(_ finding: String) -> String {
    if regelfunn { return finding }
    let reason = svar?.begrunnelse.map { " Begrunnelse: «\($0)»" } ?? ""
    return "\(punkt.spørsmål) Nei, etter vurdering av \(svar?.rolle ?? "kontrolløren").\(reason)"
  }

  /// Whether somebody must answer before the control can be locked.
  public var åpen: Bool {
    svar == nil && !manglerErIkkeFunnet
      && (punkt.vurdering.utfall == .ukjent || punkt.vurdering.utfall == .ikkeKontrollert)
  }
}

extension Svar {
  /// The place of the fact that was answered; nil for other answers.
  public var sted: String? {
    guard case .opplysning(let sted, _) = innhold else { return nil }
    return sted
  }
}

extension Kontroll {
  /// How every point of a case stands, in the order of the checklist.
  public func stillinger(_ sak: Kontrollsak) -> [Punktstilling] {
    let missing = ikkeFunnet(sak.sak)
    return sak.punkter.map { point in
      let own = missing.filter { answer in point.vurdering.mangler.contains { $0.sted == answer.sted } }
      return Punktstilling(sak: sak.sak, punkt: point, svar: vurdering(sak.sak, point.id), ikkeFunnet: own)
    }
  }

  /// How every point of every drawn case stands.
  public var stillinger: [Punktstilling] { saker.flatMap(stillinger) }

  /// The avvik of the drawn cases, most serious first, then by failure area, case and point.
  public var avvik: [Punktstilling] { funn(.avvik) }

  /// The merknader of the drawn cases, in the same order.
  public var merknader: [Punktstilling] { funn(.merknad) }

  /// What needs a measure and an owner: the avvik, and the merknader that are critical.
  public var tilOppfølging: [Punktstilling] {
    funn(der: { $0.utfall == .avvik || ($0.utfall == .merknad && $0.punkt.alvorlighet == .kritisk) })
  }

  /// Every avvik and merknad, most serious first.
  public var findings: [Punktstilling] { funn(der: { $0.utfall == .avvik || $0.utfall == .merknad }) }

  private func funn(_ utfall: Utfall) -> [Punktstilling] { funn(der: { $0.utfall == utfall }) }

  private func funn(der passer: (Punktstilling) -> Bool) -> [Punktstilling] {
    stillinger.filter(passer).enumerated().sorted { a, b in
      let (x, y) = (a.element.punkt, b.element.punkt)
      if x.alvorlighet != y.alvorlighet { return x.alvorlighet > y.alvorlighet }
      if x.sviktområde.nummer != y.sviktområde.nummer {
        return x.sviktområde.nummer < y.sviktområde.nummer
      }
      return a.offset < b.offset
    }.map(\.element)
  }
}
