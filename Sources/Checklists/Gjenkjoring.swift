public import CaseRecords
public import RuleEngine

/// What two versions of a checklist find in the same cases on the same control dates, side by side (replay).
///
/// Both versions are run on each control date, whatever days they are in force for. A finding is a point of a
/// case that comes out as avvik or merknad.
public struct Gjenkjøring: Sendable {
  /// Every point of either version: those of the new one in its order, then the withdrawn ones.
  public private(set) var punkter: [Punktgjenkjøring]
  /// How many cases both versions were put to.
  public private(set) var antallSaker = 0
  /// In how many of them the new version has a finding that the old one certainly has not.
  public private(set) var sakerMedNytt = 0
  /// How many cases are kept by name for each transition of a point; all are counted.
  private let maksSaker: Int
  private let par: [(før: Int?, etter: Int?)]

  /// A comparison of no cases yet.
  public init(fra gammel: Sjekkliste, til ny: Sjekkliste, maksSaker: Int = .max) {
    let old = gammel.punkter.enumerated().filter { point in !ny.punkter.contains { $0.id == point.element.id }
    }
    let inNew = ny.punkter.enumerated().map { index, point in
      (før: gammel.punkter.firstIndex { $0.id == point.id }, etter: Int?.some(index))
    }
    self.maksSaker = maksSaker
    par = inNew + old.map { (før: $0.offset, etter: nil) }
    punkter = (ny.punkter + old.map(\.element)).map(Punktgjenkjøring.init)
  }

  /// Puts both versions to some cases of a bunke on a control date.
  ///
  /// - Parameters:
  ///   - navn: how a case is called in the result.
  public mutating func kjør(
    _ gammel: inout Punktkontroll, _ ny: inout Punktkontroll, _ bunke: Saksbunke, saker: Range<Int>,
    navn: (Sakshode) -> String = \.sak
  ) {
    let before = gammel.utfall(saker: saker)
    let after = ny.utfall(saker: saker)
    let (width, newWidth) = (gammel.sjekkliste.punkter.count, ny.sjekkliste.punkter.count)
    for (row, index) in saker.enumerated() {
      let name = navn(bunke.saker[index])
      var isNew = false
      for (point, pair) in par.enumerated() {
        let transition = Overgang(
          før: pair.før.map { before[row * width + $0] }, etter: pair.etter.map { after[row * newWidth + $0] }
        )
        guard let category = transition.kategori else { continue }
        if category == .nytt { isNew = true }
        punkter[point].tell(transition, name, nummer: antallSaker, maks: maksSaker)
      }
      antallSaker += 1
      if isNew { sakerMedNytt += 1 }
    }
  }

  /// Adds what was found in some more cases, of the same versions.
  public mutating func append(_ other: Gjenkjøring) {
    for index in punkter.indices {
      punkter[index].append(other.punkter[index], etter: antallSaker, maks: maksSaker)
    }
    antallSaker += other.antallSaker
    sakerMedNytt += other.sakerMedNytt
  }

  /// How many points of cases are of a category, and with which outcomes.
  public func antall(_ kategori: Gjenkjøringskategori, _ when: (Overgang) -> Bool = { _ in true }) -> Int {
    punkter.reduce(0) { $0 + $1.antall(kategori, when) }
  }
}

/// The outcome of a point of a case in the old version and in the new one; nil where the version has no such
/// point.
public struct Overgang: Hashable, Sendable {
  /// The outcome in the old version.
  public var før: Utfall?
  /// The outcome in the new version.
  public var etter: Utfall?

  /// Two outcomes.
  public init(før: Utfall?, etter: Utfall?) {
    self.før = før
    self.etter = etter
  }

  /// What the transition is called; nil when neither version has a finding or may have one.
  ///
  /// An outcome is a finding (avvik, merknad), open (ukjent, ikke_kontrollert: it may turn out to be a finding),
  /// or clear (oppfylt, ikke_aktuelt, or no such point). Open on either side is always «kan ikke beregnes»: what
  /// was a finding and is open now is not gone, what was open and is a finding now is not new, and what is open
  /// in both is nothing that can be told apart.
  public var kategori: Gjenkjøringskategori? {
    if før.erÅpent || etter.erÅpent { return .kanIkkeBeregnes }
    switch (før.erFunn, etter.erFunn) {
    case (true, true): return før == etter ? .uendret : .endret
    case (true, false): return .bortfalt
    case (false, true): return .nytt
    case (false, false): return nil
    }
  }
}

extension Utfall? {
  /// Avvik or merknad.
  public var erFunn: Bool { self == .avvik || self == .merknad }
  /// Neither a finding nor certainly none.
  public var erÅpent: Bool { self == .ukjent || self == .ikkeKontrollert }
}

/// What became of a finding from one version to the other.
public enum Gjenkjøringskategori: String, Hashable, Sendable, CaseIterable {
  /// Only the new version finds it.
  case nytt
  /// Only the old version finds it.
  case bortfalt
  /// Both find it; one calls it avvik and the other merknad.
  case endret
  /// Both find the same.
  case uendret
  /// One of them, or both, cannot tell.
  case kanIkkeBeregnes = "kan_ikke_beregnes"
}

/// What two versions find on one point.
public struct Punktgjenkjøring: Sendable {
  /// `OB-ANTALL`.
  public let id: String
  /// The question, with its placeholders; the new version's where it has the point.
  public let spørsmål: String
  /// The failure area, likewise.
  public let sviktområde: Int
  private var forekomster: [Overgang: Forekomst] = [:]

  private struct Forekomst {
    var antall = 0
    var saker: [(nummer: Int, sak: String)] = []

    mutating func tell(_ sak: String, nummer: Int, maks: Int) {
      antall += 1
      if saker.count < maks { saker.append((nummer, sak)) }
    }
  }

  init(_ punkt: Sjekkpunkt) {
    id = punkt.id
    spørsmål = punkt.spørsmål
    sviktområde = punkt.sviktområde
  }

  mutating func tell(_ overgang: Overgang, _ sak: String, nummer: Int, maks: Int) {
    forekomster[overgang, default: Forekomst()].tell(sak, nummer: nummer, maks: maks)
  }

  mutating func append(_ other: Punktgjenkjøring, etter offset: Int, maks: Int) {
    for (transition, found) in other.forekomster {
      var own = forekomster[transition, default: Forekomst()]
      own.antall += found.antall
      own.saker += found.saker.prefix(maks - own.saker.count).map { ($0.nummer + offset, $0.sak) }
      forekomster[transition] = own
    }
  }

  /// The transitions that occur, in a fixed order.
  public var overganger: [Overgang] {
    let all: [Utfall?] = [nil] + Utfall.allCases
    return all.flatMap { before in all.map { Overgang(før: before, etter: $0) } }
      .filter { forekomster[$0] != nil }
  }

  /// How many cases have a transition.
  public func antall(_ overgang: Overgang) -> Int { forekomster[overgang]?.antall ?? 0 }

  /// The cases that have a transition, in input order, as many as were to be kept.
  public func saker(_ overgang: Overgang) -> [String] { forekomster[overgang]?.saker.map(\.sak) ?? [] }

  /// How many cases are of a category.
  public func antall(_ kategori: Gjenkjøringskategori, _ when: (Overgang) -> Bool = { _ in true }) -> Int {
    overganger.filter { $0.kategori == kategori && when($0) }.reduce(0) { $0 + antall($1) }
  }

  /// The cases of a category, in input order, as many as were to be kept of each transition.
  public func saker(_ kategori: Gjenkjøringskategori, _ when: (Overgang) -> Bool = { _ in true }) -> [String]
  {
    overganger.filter { $0.kategori == kategori && when($0) }.flatMap { forekomster[$0]?.saker ?? [] }
      .sorted { $0.nummer < $1.nummer }.map(\.sak)
  }
}
