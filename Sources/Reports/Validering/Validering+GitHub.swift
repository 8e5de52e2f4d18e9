import Checklists

extension Validering {
  /// The answer as workflow commands of GitHub Actions: an annotation a fault, and a notice with the totals.
  public var github: String {
    var commands = feil.map { fault in
      command(
        fault.alvor.rawValue,
        [
          ("file", fault.fil.ryddetSti), ("line", "\(fault.linje)"), ("col", "\(fault.kolonne)"),
          ("endColumn", "\(fault.kolonne + fault.bredde)"), ("title", fault.kode),
        ], fault.råd)
    }
    if svar == .nothing {
      commands.append(command("error", [("title", "internkontroll")], Validering.ingenting))
    }
    commands.append(command("notice", [("title", "internkontroll validate")], sammendrag))
    return commands.map { $0 + "\n" }.joined()
  }

  private func command(_ name: String, _ properties: [(String, String)], _ message: String) -> String {
    let list = properties.map { "\($0)=\(escaped($1, also: [":": "%3A", ",": "%2C"]))" }
    return "::\(name) \(list.joined(separator: ","))::\(escaped(message))"
  }

  /// What would end a command or one of its properties is percent-encoded.
  private func escaped(_ text: String, also more: [Unicode.Scalar: String] = [:]) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": out += "%25"
      case "\r": out += "%0D"
      case "\n": out += "%0A"
      default: out += more[scalar] ?? String(scalar)
      }
    }
    return out
  }
}
