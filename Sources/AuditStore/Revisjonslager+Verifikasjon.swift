internal import Foundation
internal import GRDB

extension Revisjonslager {
  /// Checks a whole store, and with a printed code that nothing of what was printed is gone or changed.
  ///
  /// A damaged file gives a result, not an error; `Lagerfeil` is thrown when nothing could be found out
  /// (no such file, no permission, held by another program, made by a newer program).
  public static func verifiser(
    sti: String, kode: Journalkode? = nil, ventetid: Double = 5
  ) throws -> Verifikasjon {
    let file = try Lagerfil(sti)
    guard try file.finnes() else { throw Lagerfeil.finnesIkke }
    guard access(file.sti, R_OK) == 0 else { throw Lagerfeil.ingenTilgang }
    do {
      return try Lagerfeil.oversatt {
        let queue = try Revisjonslager.leser(file, ventetid)
        defer { try? queue.close() }
        return try queue.read { try Filkontroll(db: $0, fil: file).kontroller(kode) }
      }
    } catch let error as Lagerfeil {
      return try skade(error, file, ventetid)
    }
  }

  /// A connection for reading; an interrupted write is rolled back first, when that can be done.
  private static func leser(_ file: Lagerfil, _ ventetid: Double) throws -> DatabaseQueue {
    do {
      return try Lagerfeil.oversatt { try Tilkobling.kø(file, lesBare: true, ventetid: ventetid) }
    } catch Lagerfeil.avbruttSkriving {
      try Lagerfeil.oversatt { try Tilkobling.kø(file, lesBare: false, ventetid: ventetid).close() }
      return try Tilkobling.kø(file, lesBare: true, ventetid: ventetid)
    }
  }

  /// What an error while opening says about the file; thrown on when it says nothing.
  private static func skade(_ error: Lagerfeil, _ file: Lagerfil, _ ventetid: Double) throws -> Verifikasjon {
    var result = Verifikasjon()
    switch error {
    case .opptatt, .avbruttSkriving, .fullDisk, .skrivebeskyttet, .finnesIkke, .ikkeVanligFil: throw error
    case .nyereSkjema:
      // A newer program's schema differs. When it does not, only the number in the header has been changed.
      guard try Tilkobling.harVårtSkjema(file, ventetid: ventetid) else { throw error }
      result.brudd = [.fil(Lagerfeil.hode(felt: "user_version").description)]
    default: result.brudd = [.fil(error.description)]
    }
    return result
  }

  /// Checks the whole store on its own connection. Throws `Lagerfeil` as the static form does.
  public func verifiser(kode: Journalkode? = nil) throws -> Verifikasjon {
    do {
      return try Lagerfeil.oversatt {
        try kø.read { try Filkontroll(db: $0, fil: fil).kontroller(kode) }
      }
    } catch Lagerfeil.skadet {
      var result = Verifikasjon()
      result.brudd = [.fil(Lagerfeil.skadet.description)]
      return result
    }
  }
}
