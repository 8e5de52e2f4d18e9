import ArgumentParser
import AuditStore
import Foundation
import JSONText
import Quality
import Sampling
import Values

/// The store that a command reads or writes, when it is not about one control.
struct Lagervalg: ParsableArguments {
  /// The store when no other is named.
  static let vanlig = "./internkontroll.sqlite"

  @Option(help: ArgumentHelp("The store.", valueName: "file"))
  var store = Lagervalg.vanlig

  /// The store, which must be there: only `control` and `draw commit` make one.
  func åpne(_ modus: Revisjonslager.Modus) throws -> Revisjonslager { try Lagervalg.åpne(store, modus) }

  static func åpne(_ store: String, _ modus: Revisjonslager.Modus) throws -> Revisjonslager {
    var info = stat()
    guard stat(store, &info) == 0 || errno != ENOENT else {
      throw Kommandofeil(
        .failed, "there is no store \(store); run `control` first, or give its path with --store")
    }
    return try Revisjonslager.open(sti: store, modus: modus)
  }

  /// What the store knows of avvik, measures and meetings; as it stood at the end of a day, when one is given.
  func register(på dag: Dato? = nil) throws -> Kvalitetsregister {
    let all = try Kvalitetsregister(try åpne(.lesBare))
    return dag.map { all.per($0) } ?? all
  }
}

/// Who acts on which store, and on which day.
struct Oppfølgingsvalg: ParsableArguments {
  @OptionGroup var lager: Lagervalg
  @Option(help: "The role that acts: teamleder, saksbehandler, barnevernleder.")
  var role: String
  @Option(help: ArgumentHelp("The day on which it counts as done, if not today.", valueName: "date"))
  var date: Dato?

  /// The day on which the act counts as done.
  var dag: Dato { date ?? Omgivelser.idag }

  func validate() throws {
    if let date, date > Omgivelser.idag {
      throw ValidationError("--date is a day that has been; \(date) is still to come.")
    }
  }

  /// Refuses a deadline that has passed on the day of the act.
  func prøv(frist: Dato) throws {
    if frist < dag { throw Kommandofeil(.usage, "--deadline is not before the day of the act, \(dag)") }
  }

  /// The verbs, after the role has been looked at.
  func verb() throws -> Oppfølgingsverb {
    try Tekstvakt.prøv(tekst: role, "--role")
    let store = try lager.åpne(.lesOgSkriv)
    guard let unit = try store.enhet() else {
      throw Kommandofeil(.notAllowed, "the store \(lager.store) holds no control yet; run `control` first")
    }
    return Oppfølgingsverb(
      store, enhet: unit, tid: Omgivelser.tid, dato: dag, salt: { Omgivelser.tilfeldig(32) })
  }
}

extension Revisjonslager {
  /// The unit that the store belongs to, from the first list of cases that was locked.
  func enhet() throws -> String? {
    try oppføringer(.forpliktelse).lazy.compactMap { $0.innhold?["unit"]?.string }.first
  }

  /// The teams that a list of cases was locked for, in order.
  func kontrollerteTeam() throws -> [String] {
    Set(try oppføringer(.forpliktelse).compactMap { $0.innhold?["team"]?.string }).sorted()
  }
}

/// Runs a command on what follows a control, and turns what can go wrong into a message and an exit code.
func medOppfølging<T>(_ body: () throws -> T) throws -> T {
  try medLager {
    do {
      return try body()
    } catch let error as Oppfølgingsfeil {
      throw Kommandofeil(.notAllowed, "\(error)")
    }
  }
}

/// A choice among codes on the command line: `--cause kapasitet`.
func kode<K: RawRepresentable & CaseIterable>(_ text: String, _ option: String, _ type: K.Type = K.self)
  throws -> K
where K.RawValue == String {
  if let found = K(rawValue: text) { return found }
  let codes = K.allCases.map(\.rawValue).joined(separator: ", ")
  throw Kommandofeil(.usage, "\(option) is one of: \(codes)")
}
