import Foundation
import Synchronization

/// The server and the terminal that it was started in.
enum Serve {
  /// Runs something that waits, until it is done.
  static func kjør(_ body: @escaping @Sendable () async throws -> Void) throws {
    let result = Utfall()
    let done = DispatchSemaphore(value: 0)
    Task {
      do { try await body() } catch { result.sett(error) }
      done.signal()
    }
    done.wait()
    switch result.feil {
    case nil: return
    case let failure as Kommandofeil: throw failure
    case let error?: throw Kommandofeil(.failed, "the server stopped: \(error)")
    }
  }

  /// Shows the link that signs in.
  static func vis(_ link: String) {
    // Where nobody reads it, the server is of use all the same.
    try? Utskrift.linje("Åpne i nettleseren: \(link)")
  }

  /// Does something each time Enter is pressed in the terminal.
  static func vedEnter(_ body: @escaping @Sendable () -> Void) {
    Thread.detachNewThread { while readLine() != nil { body() } }
  }

  /// How it went. A class, because it owns a lock.
  private final class Utfall: Sendable {
    private let lås = Mutex<(any Error)?>(nil)
    var feil: (any Error)? { lås.withLock { $0 } }
    func sett(_ error: any Error) { lås.withLock { $0 = error } }
  }
}
