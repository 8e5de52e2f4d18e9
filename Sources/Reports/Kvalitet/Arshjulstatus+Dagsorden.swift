public import Checklists
public import Quality
public import Sampling
public import Values

extension Årshjulstatus {
  /// The procedures that are overdue for revision, or soon will be, as lines of an agenda.
  public var revisjonssaker: [String] {
    revisjoner.filter { $0.tilstand.tasOpp }.map {
      "\($0.prosedyre.navn): revideres innen \($0.neste.bokmål)."
    }
  }

  /// What of the wheel is overdue, or soon will be, as lines of an agenda.
  public var hjulsaker: [String] {
    linjer.filter { $0.tilstand.tasOpp }.map { line in
      let due = line.neste.map { " Frist \($0.bokmål)." } ?? ""
      return
        "\(line.oppføring.navn), \(hjul.navn(påTjenestested: line.tjenestested)).\(due)"
    }
  }
}

extension Oppsummeringsvalg {
  /// A request with what the definitions, open proposals and the wheel of the year put on the agenda; nil when the
  /// last month comes before the first.
  public init?(
    fra: Måned, til: Måned, dag: Dato? = nil, slag: Møteslag, team: String? = nil,
    _ bibliotek: Sjekklistebibliotek, årshjul: Årshjul?, _ register: Kvalitetsregister,
    forslag: [Sjekklisteforslag] = []
  ) {
    self.init(
      fra: fra, til: til, dag: dag, slag: slag, team: team,
      valgteProsedyrer: bibliotek.prosedyrer.filter(\.valgtForMelding).map {
        Meldeprosedyre(id: $0.id, navn: $0.navn)
      })
    revisjon = forslag.filter { $0.erÅpent(på: self.dag) }.map(\.revisjonssak)
    guard let årshjul else { return }
    let status = Årshjulstatus(
      årshjul, prosedyrer: bibliotek.prosedyrer, utkvitteringer: register.utkvitteringer,
      nyansettelser: register.nyansettelser, på: self.dag)
    revisjon += status.revisjonssaker
    self.årshjul = status.hjulsaker
  }
}

extension Sjekklisteforslag {
  /// Whether it was made on or before a day and waited for a decision then.
  fileprivate func erÅpent(på dag: Dato) -> Bool {
    tekster.contains { $0.dato <= dag } && (avgjort.map { $0.dato > dag } ?? true)
  }

  fileprivate var revisjonssak: String {
    "Forslag \(nummer) til endring av \(fra) er foreslått tatt i bruk \(tekst.gjelderFra.bokmål) og venter på "
      + "godkjenning."
  }
}

extension Hjultilstand {
  fileprivate var tasOpp: Bool { self == .forfalt || self == .forfallerSnart }
}
