public import JSONText
public import Values
public import Vocabulary

/// Sums a case record up in lines for the protocol: what is registered, in the words of the vocabulary.
public struct Sakssammendrag: Sendable {
  let modell: Saksmodell
  /// How many dates of a collection are named before the rest is only counted.
  let flest: Int
  /// The control date: what happens or begins after it does not exist for the control.
  let til: Dato

  /// Summaries in the words of a vocabulary, naming at most so many dates a collection, up to a day.
  public init(_ modell: Saksmodell, flest: Int = 8, til: Dato = .tidenesEnde) {
    self.modell = modell
    self.flest = flest
    self.til = til
  }

  /// The lines of a record: its facts, then its collections with their events in order of date.
  public func fakta(_ record: JSONValue) -> [Faktum] {
    var lines: [Faktum] = []
    if let day = record["uttrekk"]?.string { lines.append(Faktum("Uttrekk", ord(day))) }
    for felt in modell.opplysninger {
      if let value = record["opplysninger"]?[felt.navn], value != .null {
        lines.append(Faktum(Bokmål.stor(felt.etikett), ord(value, felt.type)))
      }
    }
    let open = Set((record["ufullstendig"]?.array ?? []).compactMap(\.string))
    for samling in modell.samlinger where samling.avledning == nil {
      guard let events = record["hendelser"]?[samling.navn]?.array?.filter(harSkjedd) else { continue }
      let more = open.contains(samling.navn) ? "; det kan finnes flere" : ""
      lines.append(Faktum(Bokmål.stor(samling.ord.flertall), tekst(events, samling) + more))
    }
    return lines
  }

  private func harSkjedd(_ event: JSONValue) -> Bool {
    Datoomfang(iso: start(event)).map { $0.første <= til } ?? true
  }

  private func tekst(_ events: [JSONValue], _ samling: Samling) -> String {
    if events.isEmpty { return "ingen registrert" }
    let sorted = events.sorted { start($0) < start($1) }
    let named = sorted.suffix(flest).map { samling.tid == .periode ? periode($0, samling) : dag($0) }
    let earlier = sorted.count - named.count
    let text = samling.tid == .periode ? named.joined(separator: "; ") : Bokmål.liste(named)
    return earlier == 0 ? text : "\(text), og \(Bokmål.tall(earlier)) tidligere"
  }

  private func start(_ event: JSONValue) -> String { (event["dato"] ?? event["fra"])?.string ?? "" }

  private func dag(_ event: JSONValue) -> String { event["dato"]?.string.map(ord) ?? "ukjent dato" }

  private func periode(_ event: JSONValue, _ samling: Samling) -> String {
    let from = "fra \(event["fra"]?.string.map(ord) ?? "ukjent dato")"
    let to = event["til"]?.string.map { " til \(ord($0))" } ?? ""
    let details = samling.felter.compactMap { felt -> String? in
      switch felt.type {
      case .kode, .tekstkode: event[felt.navn].flatMap { $0 == .null ? nil : ord($0, felt.type) }
      default: nil
      }
    }
    return ([from + to] + details).joined(separator: ", ")
  }

  private func ord(_ value: JSONValue, _ type: Felttype) -> String {
    switch value {
    case .bool(let yes): return yes ? "ja" : type == .sannhet ? "nei" : "ingen"
    case .integer(let number): return String(number)
    case .array(let choices): return Bokmål.liste(choices.map { ord($0, type) }, "eller")
    case .string(let text):
      guard case .kode(let codes) = type else { return ord(text) }
      return codes.first { $0.navn == text }?.etikett ?? text
    case .null, .number, .object: return "ukjent"
    }
  }

  private func ord(_ iso: String) -> String { Datoomfang(iso: iso)?.bokmål ?? iso }
}
