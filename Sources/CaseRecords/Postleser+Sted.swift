internal import JSONText
internal import Vocabulary

/// Where in a record something stands. Turned into text only when there is a fault to tell.
enum Sted: Hashable, Sendable {
  case rot(String?)
  case opplysning(Int)
  case samling(Int)
  case hendelse(samling: Int, indeks: Int)
  case felt(samling: Int, indeks: Int, felt: Int)
  case tid(samling: Int, indeks: Int, Tidsnøkkel)
  case ufullstendig(Int)
}

extension Postleser {
  /// The place in the vocabulary's own names: `hendelser.oppfølgingsbesøk[2].form`; nil for the whole record.
  func sted(_ sted: Sted) -> String? {
    let navn = { (samling: Int) in "hendelser.\(self.skjema.modell.samlinger[samling].navn)" }
    switch sted {
    case .rot(let nøkkel): return nøkkel
    case .opplysning(let felt): return "opplysninger.\(skjema.modell.opplysninger[felt].navn)"
    case .samling(let samling): return navn(samling)
    case .hendelse(let samling, let indeks): return "\(navn(samling))[\(indeks)]"
    case .felt(let samling, let indeks, let felt):
      return "\(navn(samling))[\(indeks)].\(skjema.modell.samlinger[samling].felter[felt].navn)"
    case .tid(let samling, let indeks, let tid): return "\(navn(samling))[\(indeks)].\(tid.rawValue)"
    case .ufullstendig(let indeks): return "ufullstendig[\(indeks)]"
    }
  }

  /// The place as the subject of a sentence.
  func omtale(_ sted: Sted) -> String { self.sted(sted) ?? "The record" }

  mutating func meld(_ kode: Lesefeil.Kode, _ node: Int, _ sted: Sted, _ melding: String) {
    guard funn.count < Postleser.flestFunn else { return }
    funn.append(Funn(kode: kode, node: node, sted: sted, melding: melding))
  }

  /// Reports a key that is not in the vocabulary, without saying it.
  mutating func ukjentNøkkel(_ key: Int, _ sted: Sted) {
    if let slag = identitet(key) ?? identitet(key + 1) {
      let melding =
        "A key or value that the vocabulary does not know, in \(område(sted)), looks like \(slag)."
      meld(.identity, key, sted, melding)
    } else {
      meld(.unknownKey, key, sted, "There is a key in \(område(sted)) that the vocabulary does not know.")
    }
  }

  private func område(_ sted: Sted) -> String { self.sted(sted) ?? "the record" }

  /// Reports a value of the wrong kind.
  mutating func feilType(_ node: Int, _ sted: Sted, _ ventet: String) {
    if !stanset(node, sted) { meld(.wrongType, node, sted, "\(omtale(sted)) must be \(ventet).") }
  }

  /// Reports a list where only one value can stand.
  mutating func ikkeListe(_ node: Int, _ sted: Sted) {
    if !stanset(node, sted) {
      meld(.listNotAllowed, node, sted, "\(omtale(sted)) cannot be a list; only a code can.")
    }
  }

  /// Whether the guard stops anything in this value; it is then reported by field and kind only.
  mutating func stanset(_ node: Int, _ sted: Sted) -> Bool {
    guard let slag = identitet(node) else { return false }
    meld(.identity, node, sted, "\(omtale(sted)) looks like \(slag); the record is refused.")
    return true
  }

  /// The kind of identity number in the texts and long numbers of a node and all below it.
  private func identitet(_ node: Int) -> String? {
    for index in node..<Int(tape.nodes[node].next) {
      switch tape.nodes[index].kind {
      case .key, .string: if let slag = vakt(tape.text(of: index)) { return slag }
      case .number:
        let token = tape.bytes[Int(tape.nodes[index].start)..<Int(tape.nodes[index].end)]
        guard token.count >= 8 else { continue }
        let siffer = tape.number(of: index)?.compactText ?? ""
        if let slag = vakt(String(decoding: token, as: UTF8.self)) ?? vakt(siffer) { return slag }
      default: continue
      }
    }
    return nil
  }
}
