/// Why nothing was imported. It never holds a value from the register file.
public struct Importfeil: Error, Hashable, Sendable {
  /// What kind of failure it is; the exit code follows from it.
  public enum Slag: Hashable, Sendable {
    /// A file or folder cannot be read or written: exit code 2.
    case uleselig
    /// The file is not what the register format asks for: exit code 2.
    case ugyldig
    /// The call itself is not allowed (a key too short, a list inside the folder of cases): exit code 64.
    case ikkeTillatt
  }

  /// What kind of failure it is.
  public var slag: Slag
  /// A stable short name: `import-doctype`.
  public var kode: String
  /// The file as the operator named it, or its place in the list when the name itself may be an identity.
  public var fil: String?
  /// The line, from 1.
  public var linje: Int?
  /// The column, from 1.
  public var kolonne: Int?
  /// What is wrong, in English, without a value.
  public var melding: String

  init(
    _ slag: Slag, _ kode: String, _ melding: String, fil: String? = nil, linje: Int? = nil,
    kolonne: Int? = nil
  ) {
    self.slag = slag
    self.kode = kode
    self.fil = fil
    self.linje = linje
    self.kolonne = kolonne
    self.melding = melding
  }

  /// The same failure, told of a file.
  func i(_ fil: String) -> Importfeil {
    var copy = self
    copy.fil = copy.fil ?? fil
    return copy
  }
}

extension Importfeil: CustomStringConvertible {
  /// `register.xml:12:5: Sak/@Journalnummer is missing`.
  public var description: String {
    let place = [fil, linje.map(String.init), kolonne.map(String.init)].compactMap { $0 }
    return (place + [" " + melding]).joined(separator: ":").trimmingPrefix(" ").description
  }
}
