/// How often something may be tried (OWASP ASVS 5.0 §§ 2.4, 6.3).
struct Grenser: Sendable {
  /// Wrong links and failed sign-ins, by where they come from: links 5, others 20 in 15 minutes.
  let lenker = Rategrense(ganger: 5, vindu: 15 * 60)
  let avsendere = Rategrense(ganger: 20, vindu: 15 * 60)
  /// Sign-ins of a person: 5 in 15 minutes.
  let personer = Rategrense(ganger: 5, vindu: 15 * 60)
  /// Files and lists that a person takes out: 10 in an hour.
  let uttak = Rategrense(ganger: 10, vindu: 60 * 60)
}

extension Rategrense {
  /// Counts one more time, or refuses.
  func krev(_ nøkkel: String, nå: Int) throws {
    if let wait = tell(nøkkel, nå: nå) { throw Sidefeil.forMange(sekunder: wait) }
  }
}
