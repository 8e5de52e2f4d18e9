import Checklists
import Quality
import Sampling
import Values

/// Sign-offs of the wheel of the year and of the progress plan.
extension Spill {
  /// Everything that is due in a year is signed before its day, but one entry late and one never.
  mutating func planleggÅrshjul() {
    guard let hjul = simulering.planverk.årshjul else { return }
    for år in oppsett.kalenderår {
      var nummer = 0
      for oppføring in hjul.oppføringer {
        for frist in oppføring.frister(år) where oppføring.fra <= frist {
          for sted in oppføring.tjenestesteder {
            nummer += 1
            signer(oppføring, sted, frist, sen: nummer == 4, aldri: nummer == 9)
          }
        }
      }
      planleggNyansatte(år, hjul)
    }
  }

  private mutating func signer(
    _ oppføring: Hjuloppføring, _ sted: String, _ frist: Dato, sen: Bool, aldri: Bool
  ) {
    if aldri { return }
    let dag = sen ? senere(frist, 15...30) : max(oppføring.fra, frist.adding(dager: -terning.tall(5...25)))
    let antall = oppføring.slag == .opplæring ? terning.tall(8...24) : nil
    kalender.legg(dag) {
      try $0.verb($1).signer(
        .årshjul(id: oppføring.id, tjenestested: sted, antall: antall),
        merknad: sen ? Oppfølgingstekster.forSent : nil, rolle: oppføring.ansvarlig)
    }
  }

  /// Two people begin in the autumn, at the first place that has an entry for them and at the last one. Who they are
  /// is never written.
  private mutating func planleggNyansatte(_ år: Int, _ hjul: Årshjul) {
    let oppføringer = hjul.oppføringer.filter { $0.slag == .nyansatt }
    let steder = oppføringer.flatMap(\.tjenestesteder)
    for sted in Set([steder.first, steder.last].compactMap(\.self)).sorted() {
      let start = Dato.nyttår(år).adding(måneder: 9).adding(dager: terning.tall(0...30)).arbeidsdag
      kalender.legg(start) {
        try $0.verb($1).signer(.nyansatt(tjenestested: sted, start: start), rolle: Rolle.teamleder)
      }
      for oppføring in oppføringer where oppføring.fra <= start && oppføring.tjenestesteder.contains(sted) {
        guard case .etterStart(let uker) = oppføring.rytme else { continue }
        kalender.legg(start.adding(dager: 7 * uker - terning.tall(2...9))) {
          try $0.verb($1).signer(
            .årshjul(id: oppføring.id, tjenestested: sted, start: start), rolle: oppføring.ansvarlig)
        }
      }
    }
  }

  /// The measures of a progress plan are put into effect and evaluated at the days of the plan; where a cell has
  /// several days for several measures, each takes its own in order as far as they go.
  mutating func planleggPlaner() {
    for plan in simulering.planverk.planer where plan.slag == .fremdriftsplan {
      for rad in plan.rader {
        let rolle = rad.ansvarlig.first ?? Rolle.barnevernleder
        for (nummer, tiltak) in rad.tiltak.enumerated() {
          signer(plan, tiltak, .iverksatt, tiltak.iverksettes.compactMap(\.dag), nummer, rolle)
          signer(plan, tiltak, .evaluert, tiltak.evalueres.compactMap(\.dag), nummer, rolle)
        }
      }
    }
  }

  private mutating func signer(
    _ plan: Plan, _ tiltak: Plantiltak, _ slag: Planhendelse.Slag, _ dager: [Dato], _ nummer: Int,
    _ rolle: String
  ) {
    guard !dager.isEmpty else { return }
    let frist = dager[min(nummer, dager.count - 1)]
    // What is done before the play begins, or after it ends, is not part of it.
    guard frist >= .nyttår(oppsett.år) else { return }
    kalender.legg(max(plan.dato, frist.adding(dager: -terning.tall(0...10)))) {
      try $0.verb($1).signer(.plan(plan: plan.id, tiltak: tiltak.id, slag), rolle: rolle)
    }
  }

  /// The measures that a meeting evaluates again and again.
  mutating func evaluerPlaner(_ dag: Dato) throws {
    for plan in simulering.planverk.planer where plan.slag == .fremdriftsplan && plan.gjelder.inneholder(dag)
    {
      for tiltak in plan.tiltak where tiltak.evalueres.contains(where: \.erJevnlig) {
        try verb(dag).signer(
          .plan(plan: plan.id, tiltak: tiltak.id, .evaluert), rolle: Rolle.kvalitetskontakt)
      }
    }
  }
}

extension Tidspunkt {
  fileprivate var erJevnlig: Bool { if case .jevnlig = self { true } else { false } }
}

extension Hjuloppføring {
  /// The days of a year by which it is to be done; none for what follows from somebody beginning.
  fileprivate func frister(_ år: Int) -> [Dato] {
    switch rytme {
    case .årlig(let dag): [dag.dato(i: år)]
    case .halvårlig(let vår, let høst): [vår.dato(i: år), høst.dato(i: år)]
    case .etterStart: []
    }
  }
}
