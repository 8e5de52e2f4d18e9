import Checklists
public import JSONText
public import Quality
import RuleEngine
import Sampling
public import Values

/// The avvik of a unit as a list, and one of them with everything that happened to it, in bokmål or as JSON.
public struct Avviksliste: Sendable {
  private let register: Kvalitetsregister
  private let avvik: [Avvik]
  private let dag: Dato

  /// Those of the register's avvik that are chosen, as they stand on a day.
  public init(_ register: Kvalitetsregister, _ avvik: [Avvik], på dag: Dato) {
    self.register = register
    self.avvik = avvik
    self.dag = dag
  }

  /// One line an avvik, the open ones first, under a line that counts them.
  public var tekst: String {
    let open = avvik.filter(\.erÅpent)
    let overdue = open.filter { $0.erForfalt(dag) }.count
    let closed = avvik.count - open.count
    let head = Bokmål.mengde(open.count, Ord.avvik, adjektiv: open.count == 1 ? "åpent" : "åpne")
    var lines = [
      "\(Bokmål.stor(head)) \(dag.bokmål)"
        + (overdue == 0 ? "." : ", \(Bokmål.tall(overdue)) over fristen.")
        + (closed == 0 ? "" : " \(Bokmål.stor(Bokmål.tall(closed))) er lukket.")
    ]
    let sorted = open.sorted { ($0.frist ?? .tidenesEnde, $0.nummer) < ($1.frist ?? .tidenesEnde, $1.nummer) }
    for item in sorted + avvik.filter({ !$0.erÅpent }) { lines.append(linje(item)) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func linje(_ avvik: Avvik) -> String {
    let state = avvik.tilstand.visning.padding(16)
    let what = [avvik.sak, hva(avvik)].compactMap { $0 }.joined(separator: " ").kortet(Avviksliste.bredde)
    let due =
      avvik.erForfalt(dag)
      ? "frist passert \(avvik.frist?.bokmål ?? "")"
      : avvik.erÅpent ? avvik.frist.map { "frist \($0.bokmål)" } ?? "ikke vurdert" : ""
    return
      "  \(avvik.nummer)  \(state)  \(avvik.alvorlighet.rawValue.padding(8))  \(what.padding(Avviksliste.bredde))  \(due)"
      .trimmedEnd
  }

  /// The width of what an avvik is about, so that the longest line stays within 120 characters.
  private static let bredde = 40

  /// The point a control found it on; for a report by staff the procedure as it is called, not its id.
  private func hva(_ avvik: Avvik) -> String? {
    if case .ansatt(let report) = avvik.opphav { return report.navn }
    return avvik.punkt
  }

  /// Everything about each avvik, one after the other.
  public var fullTekst: String { avvik.map(beskrivelse).joined(separator: "\n") }

  private func beskrivelse(_ avvik: Avvik) -> String {
    var lines = ["\(avvik.nummer) · \(avvik.tilstand.visning) · alvorlighet \(avvik.alvorlighet.rawValue)"]
    switch avvik.opphav {
    case .kontroll(let found):
      lines.append("Funnet i kontrollen MK-\(found.måned) \(avvik.team), sak \(found.sak), \(found.punkt)")
      lines.append(found.spørsmål)
      if let text = avvik.tekst(.setning) { lines.append(text) }
      if let judged = found.bedømt { lines.append("Gjelder \(judged.bokmål).") }
      if !found.hjemler.isEmpty { lines.append("Grunnlag: \(found.hjemler.joined(separator: ", "))") }
    case .ansatt(let report):
      lines.append("Meldt av \(avvik.melding.rolle) på «\(report.navn)», skjedde \(report.skjedde.bokmål)")
      if let text = avvik.tekst(.beskrivelse) { lines.append(text) }
    }
    if let kind = avvik.mangel { lines.append("Slag: \(kind.visning)") }
    if let assessed = avvik.vurdering {
      lines.append(
        "Årsak: \(assessed.årsak.visning). Ansvarlig: \(assessed.ansvarlig). Frist: \(assessed.frist.bokmål)."
      )
    }
    for number in avvik.tiltak { lines += tiltak(number) }
    lines.append("Hendelser:")
    for note in avvik.hendelser { lines.append("  \(note.dato)  \(note.rolle)  \(hendelse(note))") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func tiltak(_ number: String) -> [String] {
    guard let measure = register.tiltak(number) else { return [] }
    let done =
      measure.iverksatt.map { "satt i verk \($0.dato.bokmål)" }
      ?? "settes i verk \(measure.iverksettes.bokmål)"
    let result = measure.resultat.map { " Resultat: \($0.visning.lowercased())." } ?? ""
    return [
      "Tiltak \(number): \(measure.innhold.tekst) (\(done), evalueres \(measure.evalueres.bokmål), "
        + "ansvarlig \(measure.innhold.ansvarlig)).\(result)"
    ]
  }

  private func hendelse(_ note: Avviksnotat) -> String {
    let what = note.hendelse.bokmål
    let fields: [(Tekstfelt, String)] = [
      (.svar, "svar"), (.begrunnelse, "begrunnelse"), (.strakstiltak, "gjort med en gang"), (.årsak, "årsak"),
    ]
    let texts = fields.compactMap { field, name in note.tekster[field].map { "\(name): «\($0)»" } }
    return texts.isEmpty ? what : "\(what) (\(texts.joined(separator: ", ")))"
  }
}

extension Avviksliste {
  /// One object with every chosen avvik; texts, which may be deleted, stand apart.
  public var json: JSONValue {
    .object([
      "schema": .string("internkontroll/avvik/1"), "on": .string(dag.description),
      "avvik": .array(avvik.map(json)),
    ])
  }

  private func json(_ avvik: Avvik) -> JSONValue {
    .object([
      "nummer": .string(avvik.nummer), "team": .string(avvik.team),
      "opphav": .string({ if case .kontroll = avvik.opphav { "kontroll" } else { "ansatt" } }()),
      "sak": .optional(avvik.sak), "punkt": .optional(avvik.punkt), "prosedyre": .optional(avvik.prosedyre),
      "tilstand": .string(avvik.tilstand.rawValue), "alvorlighet": .string(avvik.alvorlighet.rawValue),
      "mangel": .optional(avvik.mangel?.rawValue), "arsak": .optional(avvik.vurdering?.årsak.rawValue),
      "ansvarlig": .optional(avvik.vurdering?.ansvarlig), "meldt": .string(avvik.meldt.description),
      "frist": .optional(avvik.frist?.description), "forfalt": .bool(avvik.erForfalt(dag)),
      "lukket": .optional(avvik.lukket?.description), "gjenapninger": .integer(Int64(avvik.gjenåpninger)),
      "bedomt": .array(
        avvik.bedømt.map {
          .object(["fra": .optional($0.fra?.description), "til": .string($0.til.description)])
        }),
      "tiltak": .array(avvik.tiltak.map(JSONValue.string)),
      "hendelser": .array(avvik.hendelser.map(json)),
    ])
  }

  private func json(_ note: Avviksnotat) -> JSONValue {
    .object([
      "n": .integer(Int64(note.n)), "dato": .string(note.dato.description), "rolle": .string(note.rolle),
      "hendelse": .string(note.hendelse.navn),
      "tekster": .object(
        note.tekster.sorted { $0.key.rawValue < $1.key.rawValue }.map {
          JSONValue.Member($0.key.rawValue, .string($0.value))
        }),
    ])
  }
}

extension String {
  /// The text with blanks after it, so that it is at least this wide.
  func padding(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }

  /// The text, shortened with «…» where it is wider than this.
  func kortet(_ width: Int) -> String {
    count <= width ? self : String(prefix(width - 1)).trimmedEnd + "…"
  }

  /// The text without blanks at its end.
  var trimmedEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
