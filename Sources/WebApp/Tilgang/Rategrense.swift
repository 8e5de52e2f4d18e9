internal import Synchronization

/// How many times something may happen in a window of time, by key. A class, because it owns a lock.
public final class Rategrense: Sendable {
  private let ganger: Int
  private let vindu: Int
  private let hendelser = Mutex<[String: [Int]]>([:])

  /// At most `ganger` times in `vindu` seconds.
  public init(ganger: Int, vindu: Int) {
    self.ganger = ganger
    self.vindu = vindu
  }

  /// Counts one more time, or says after how many seconds it may be tried again.
  public func tell(_ nøkkel: String, nå: Int) -> Int? {
    hendelser.withLock { all in
      if all.count > 10_000 { all = all.filter { ($0.value.last ?? 0) > nå - vindu } }
      let recent = (all[nøkkel] ?? []).filter { $0 > nå - vindu }
      if recent.count >= ganger {
        all[nøkkel] = recent
        return max(1, (recent.first ?? nå) + vindu - nå)
      }
      all[nøkkel] = recent + [nå]
      return nil
    }
  }
}
