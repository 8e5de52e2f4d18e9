/// How people sign in to this server. What is not named here does not let anybody in.
public enum Innlogging: Sendable {
  /// Nobody can.
  case stengt
  /// With a link that the program shows in its terminal: whoever sits at the machine.
  case lenke(Engangslenke)
}
