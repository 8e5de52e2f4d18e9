import Checklists
public import Quality
import Values

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

extension Hjultilstand {
  fileprivate var tasOpp: Bool { self == .forfalt || self == .forfallerSnart }
}
