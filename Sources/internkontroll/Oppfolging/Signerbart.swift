import Checklists
import Quality
import Values

extension Planverk {
  /// An entry of the yearly wheel and a place of service that has it, as a sign-off names them.
  func signerbar(årshjul id: String, tjenestested: String, antall: Int?, start: Dato?) throws
    -> Signering.Gjelder
  {
    guard let entry = årshjul?.oppføringer.first(where: { $0.id == id }) else {
      let known = årshjul?.oppføringer.map(\.id) ?? []
      throw Kommandofeil(.usage, "there is no entry of that name; there is: \(known.joined(separator: ", "))")
    }
    guard entry.tjenestesteder.contains(tjenestested) else {
      throw Kommandofeil(
        .usage,
        "the entry does not concern that place; it concerns: \(entry.tjenestesteder.joined(separator: ", "))")
    }
    guard start == nil || entry.slag == .nyansatt else {
      throw Kommandofeil(.usage, "--began is only given for an entry for new employees")
    }
    return .årshjul(id: id, tjenestested: tjenestested, antall: antall, start: start)
  }

  /// That somebody began at a place of service.
  func signerbar(nyansatt start: Dato, tjenestested: String) throws -> Signering.Gjelder {
    let places = årshjul?.tjenestesteder.map(\.id) ?? []
    guard places.contains(tjenestested) else {
      throw Kommandofeil(.usage, "there is no such place; there is: \(places.joined(separator: ", "))")
    }
    return .nyansatt(tjenestested: tjenestested, start: start)
  }

  /// A measure of a plan, as a sign-off names it.
  func signerbar(plan id: String, tiltak: String, _ skritt: Planhendelse.Slag) throws -> Signering.Gjelder {
    guard let plan = planer.first(where: { $0.id == id }) else {
      let known = planer.map(\.id).joined(separator: ", ")
      throw Kommandofeil(.usage, "there is no plan of that name; there is: \(known)")
    }
    guard plan.tiltak.contains(where: { $0.id == tiltak }) else {
      let known = plan.tiltak.map(\.id).joined(separator: ", ")
      throw Kommandofeil(.usage, "the plan has no such measure; it has: \(known)")
    }
    return .plan(plan: id, tiltak: tiltak, skritt)
  }
}
