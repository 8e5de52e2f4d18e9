import ArgumentParser
import AuditStore
import Foundation
import JSONText
import Quality
import Sampling
import Values

/// The clock and the randomness of the machine, which nothing below the command line asks for.
enum Omgivelser {
  /// Now, in UTC and whole seconds: `2014-10-03T12:00:00Z`.
  static var tid: String {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let day = "\(1900 + parts.tm_year)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
    return "\(day)T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }

  /// Today, in UTC.
  static var idag: Dato { Dato(String(tid.prefix(10))) ?? Dato(dag: 0) }

  /// Bytes of the system's generator.
  static func tilfeldig(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}

/// Which control, and where it is stored.
struct Kontrollvalg: ParsableArguments {
  @Option(help: ArgumentHelp("The month of the control.", valueName: "yyyy-mm"))
  var month: String
  @Option(help: ArgumentHelp("The team.", valueName: "name"))
  var team: String
  @Option(help: ArgumentHelp("The store.", valueName: "file"))
  var store = "./internkontroll.sqlite"

  func validate() throws {
    if Måned(month) == nil { throw ValidationError("--month is written year-month: 2014-09.") }
  }

  /// The verbs of the control in an open store.
  func verb(_ lager: Revisjonslager, enhet: String) throws -> Kontrollverb {
    guard let måned = Måned(month) else {
      throw Kommandofeil(.usage, "--month is written year-month: 2014-09")
    }
    let key = Kontrollnøkkel(enhet: enhet, team: team, måned: måned)
    return Kontrollverb(lager, key, tid: Omgivelser.tid, salt: { Omgivelser.tilfeldig(32) })
  }

  /// The verbs of a control that is already in the store; its unit is read from there.
  func lagret(_ modus: Revisjonslager.Modus) throws -> Kontrollverb {
    // Only `control` and `draw commit` make a store: a mistyped path must not become one.
    var info = stat()
    guard stat(store, &info) == 0 || errno != ENOENT else {
      throw Kommandofeil(
        .failed, "there is no store \(store); run `control` first, or give its path with --store")
    }
    let lager = try Revisjonslager.open(sti: store, modus: modus)
    guard let måned = Måned(month),
      let enhet = try lager.oppføringer(måned: måned, team: team).lazy.compactMap({
        $0.innhold?["unit"]?.string
      }).first
    else {
      throw Kommandofeil(
        .notAllowed, "there is no control of \(team) for \(month) in \(store); run `control` first")
    }
    return try verb(lager, enhet: enhet)
  }

  /// The options to repeat in a suggested command.
  var gjentatt: [String] { store == "./internkontroll.sqlite" ? [] : ["--store", store] }

  /// Where a protocol is written when nothing else is asked for: beside the store.
  func protokollfil(utkast: Bool) -> String {
    besideStore("protokoll-\(month)-\(team)\(utkast ? "-utkast" : "").html")
  }

  /// Where a supplement is written when nothing else is asked for.
  func supplementFile(_ number: Int) -> String { besideStore("tillegg-\(number)-\(month)-\(team).html") }

  private func besideStore(_ name: String) -> String {
    let folder = store.contains("/") ? String(store[..<(store.lastIndex(of: "/") ?? store.startIndex)]) : "."
    return "\(folder.isEmpty ? "/" : folder)/\(name)"
  }
}

/// Runs a command on the store and turns what can go wrong into a message and an exit code.
func medLager<T>(_ body: () throws -> T) throws -> T {
  do {
    return try body()
  } catch let error as Lagerfeil {
    let code: Avslutning =
      switch error.slag {
      case .drift: .failed
      case .integritet: .broken
      case .tilstand: .notAllowed
      }
    throw Kommandofeil(code, "\(error)")
  } catch let error as IkkeTillatt {
    throw Kommandofeil(error == .tomRamme ? .nothing : .notAllowed, "\(error)")
  } catch let error as Kontrollverbfeil {
    switch error {
    case .annenJournalkode, .ufullstendig: throw Kommandofeil(.broken, "\(error)")
    case .manglerSak: throw Kommandofeil(.failed, "\(error)")
    case .manglerØyeblikksbilde: throw Kommandofeil(.notAllowed, "\(error)")
    }
  } catch let error as Kodefeil {
    throw Kommandofeil(.broken, "an entry of the store is not one that this program writes: \(error)")
  } catch let error as Trekningsfeil {
    throw Kommandofeil(error == .tomRamme ? .nothing : .usage, "\(error)")
  }
}
