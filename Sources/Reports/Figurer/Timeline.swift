import Checklists
package import Markup
package import Quality
import RuleEngine
package import Values

/// The dates that a verdict rests on, one lane a kind of event, with the days that were judged.
///
/// A filled mark counts, an open one does not: a cancelled visit, a plan that another has replaced. The same dates are
/// told in words by `inWords`, so that nothing is told by the picture alone.
package struct Timeline {
  private let point: Kontrollpunkt
  private let controlDate: Dato
  private let id: String

  /// The timeline of a point.
  /// - Parameter id: unique in the page.
  package init(_ point: Kontrollpunkt, på controlDate: Dato, id: String) {
    self.point = point
    self.controlDate = controlDate
    self.id = id
  }

  /// The lanes; those of a control from before lanes were kept are made of its evidence.
  var lanes: [Tidsspor] {
    if !point.tidsspor.isEmpty { return point.tidsspor }
    let events = Set(point.vurdering.bevis?.events ?? []).sorted {
      ($0.samling, $0.dato ?? "", $0.indeks) < ($1.samling, $1.dato ?? "", $1.indeks)
    }
    return Dictionary(grouping: events, by: \.samling).sorted { $0.key < $1.key }.map { name, events in
      Tidsspor(
        navn: name.split(separator: "_").joined(separator: " "), counted: events.compactMap(\.dato),
        notCounted: [])
    }
  }

  /// The days that were judged; nil when the rule looks at events whenever they came.
  package var window: Periode? {
    point.bedømt.flatMap { judged in judged.fra.flatMap { Periode($0, judged.til) } }
  }

  /// «Bygger på oppfølgingsbesøk 11. februar 2014. Teller ikke: oppfølgingsbesøk 6. mai 2014.»
  package var inWords: String {
    func list(_ dates: KeyPath<Tidsspor, [String]>) -> String {
      lanes.filter { !$0[keyPath: dates].isEmpty }
        .map { "\($0.navn) \(Bokmål.liste($0[keyPath: dates].map(ordDato)))" }.joined(separator: "; ")
    }
    let (counted, others) = (list(\.counted), list(\.notCounted))
    if counted.isEmpty, others.isEmpty { return "Ingen registrerte hendelser." }
    let first = counted.isEmpty ? "Ingen registrerte hendelser teller." : "Bygger på \(counted)."
    return others.isEmpty ? first : "\(first) Teller ikke: \(others)."
  }

  /// The figure; nil when nothing is registered.
  package var html: HTML? {
    let lanes = lanes
    let marks = lanes.flatMap { $0.counted + $0.notCounted }.compactMap { Datoomfang(iso: $0) }
    let forecast = point.vurdering.prognose?.dag
    let known = marks.filter { $0.første > .tidenesMorgen && $0.siste < .tidenesEnde }
    guard !known.isEmpty else { return nil }
    let days =
      known.flatMap { [$0.første, $0.siste] } + [controlDate]
      + [window?.fra, window?.til, forecast].compactMap { $0 }
    guard let first = days.min(), let last = days.max(), first < last else { return nil }
    let frame = Frame(from: first, to: last, lanes: lanes.count)
    return Figur(
      id: id, bredde: Frame.width, høyde: frame.height, tittel: "Tidslinje for \(point.id)",
      konklusjon: inWords,
      deler: shade(frame) + lanes.enumerated().flatMap { lane($0.offset, $0.element, frame) }
        + lines(frame, forecast)
    ).html
  }

  // MARK: Parts of the figure

  /// Where days and lanes lie in the figure, in its own units.
  private struct Frame {
    static let width = 640
    static let names = 190
    static let margin = 10
    static let laneHeight = 14

    var from: Dato
    var to: Dato
    var lanes: Int

    var bottom: Int { 4 + lanes * Self.laneHeight }
    var height: Int { bottom + 15 }

    func x(_ day: Dato) -> Int {
      let room = Self.width - Self.names - 2 * Self.margin
      return Self.names + Self.margin + room * Int(day.dag - from.dag) / max(1, Int(to.dag - from.dag))
    }

    func y(_ lane: Int) -> Int { 4 + lane * Self.laneHeight + Self.laneHeight / 2 }

    /// The middle of a text, at x as far as the edges let it: about five units a sign.
    func middle(_ text: String, at x: Int) -> Int {
      let half = text.count * 5 / 2
      return min(max(x, Self.names + half), Self.width - half)
    }

    func label(_ text: String, at middle: Int) -> HTML { .ord(text, (middle, bottom + 11), "f-midt") }
  }

  private func shade(_ frame: Frame) -> [HTML] {
    guard let window else { return [] }
    let (left, right) = (frame.x(window.fra), frame.x(window.til))
    return [
      Tag.rect(
        .klasse("f-vindu"), .tall("x", left), .tall("y", 2), .tall("width", max(2, right - left)),
        .tall("height", frame.bottom - 2))
    ]
  }

  private func period(_ window: Periode) -> String {
    window.fra == window.til ? window.fra.bokmål : "\(window.fra.bokmål) – \(window.til.bokmål)"
  }

  private func lane(_ number: Int, _ lane: Tidsspor, _ frame: Frame) -> [HTML] {
    let y = frame.y(number)
    let line = HTML.strek(fra: (Frame.names, y), til: (Frame.width - Frame.margin, y), "f-tynn")
    let name = HTML.ord(lane.navn, (Frame.names - 6, y + 3), "f-slutt")
    return [line, name] + lane.notCounted.flatMap { mark($0, y, "f-apen", frame) }
      + lane.counted.flatMap { mark($0, y, "f-fylt", frame) }
  }

  /// A known day is a mark; a day that is only known by its month or year is a line over its days with the mark in
  /// the middle.
  private func mark(_ iso: String, _ y: Int, _ style: String, _ frame: Frame) -> [HTML] {
    guard let days = Datoomfang(iso: iso), days.første >= frame.from, days.siste <= frame.to else {
      return []
    }
    let (left, right) = (frame.x(days.første), frame.x(days.siste))
    let circle = HTML.sirkel(((left + right) / 2, y), radius: 4, style)
    return left == right ? [circle] : [.strek(fra: (left, y), til: (right, y), "f-strek"), circle]
  }

  /// The dates under the lanes: the window's two, and the control date where it is not one of them and has room.
  private func labels(_ frame: Frame) -> [HTML] {
    let control = "kontroll \(controlDate.bokmål)"
    let at = frame.middle(control, at: frame.x(controlDate))
    guard let window else { return [frame.label(control, at: at)] }
    let text = period(window)
    let middle = frame.middle(text, at: (frame.x(window.fra) + frame.x(window.til)) / 2)
    let hasRoom = window.til != controlDate && abs(at - middle) > (control.count + text.count) * 5 / 2 + 6
    return [frame.label(text, at: middle)] + (hasRoom ? [frame.label(control, at: at)] : [])
  }

  private func lines(_ frame: Frame, _ forecast: Dato?) -> [HTML] {
    let x = frame.x(controlDate)
    var parts = labels(frame) + [HTML.strek(fra: (x, 0), til: (x, frame.bottom + 2), "f-strek")]
    if let forecast, forecast > controlDate {
      let due = frame.x(forecast)
      parts.append(.strek(fra: (due, 0), til: (due, frame.bottom + 2), "f-stiplet"))
    }
    return parts
  }
}
