import JSONText
import Values

/// A placement on its way into the record.
struct Plassering {
  var fra: Dato
  var til: Dato?
  var kategori: String
  var grunnlag: String?
  /// The number of the home; nil when the register says two homes at once.
  var hjem: Int?
  /// nil when it is not known whether the child moved together with the foster parents.
  var flyttetMedFosterforeldre: Bool? = false
  /// The measure it is part of, so that the parts of one measure are not weighed against each other.
  var tiltak: Int

  var erFosterhjem: Bool { kategori.hasPrefix("2.") }
}

/// What happened at the border between two placements.
private enum Overgang {
  case nyttHjem
  case sammeHjem
  case medFosterforeldre
  case uvisst
}

extension Saksinnhold {
  /// Days between a registered move and the measure it belongs to.
  private static let slingring = 31

  /// A new measure is a new home, unless a move says that only the address changed (`FlyttingTil` 9) or that
  /// the foster family moved (`ArsakFra` 1.3).
  ///
  /// A measure that takes over without a gap, with another legal ground and no registered move, may be the
  /// same home under a new decision: then it is not known. A move to another foster home in the midst of a
  /// measure divides it.
  mutating func oversettPlasseringer() {
    for (index, measure) in tiltak.enumerated() where measure.erPlassering {
      plasseringer += deler(av: measure, nummer: index)
    }
    plasseringer = plasseringer.enumerated()
      .sorted { ($0.element.fra, $0.offset) < ($1.element.fra, $1.offset) }.map(\.element)
    var homes = 0
    for index in plasseringer.indices {
      switch index == 0 ? .nyttHjem : overgang(til: index) {
      case .sammeHjem:
        plasseringer[index].hjem = plasseringer[index - 1].hjem
        continue
      case .medFosterforeldre: plasseringer[index].flyttetMedFosterforeldre = true
      case .uvisst: plasseringer[index].flyttetMedFosterforeldre = nil
      case .nyttHjem: break
      }
      homes += 1
      plasseringer[index].hjem = homes
    }
    skillOverlapp()
    skriv("plassering", plasseringer.map { ($0.fra, $0.post) })
    skrivVarigOpphold()
  }

  /// How many days two placements may lie over each other in the register.
  private static let lengsteOverlapp = 90

  /// The register lets placements overlap, as when a child moves on the day that one ends and the next begins. In a
  /// record a child lives in one home at a time: the earlier placement ends the day before the next one. Where they
  /// overlap by more, or the one lies within the other, it is not known which home the child lived in. Both are counted.
  private mutating func skillOverlapp() {
    for later in plasseringer.indices {
      for earlier in 0..<later where erIToHjem(plasseringer[earlier], plasseringer[later]) {
        overlapp += 1
        let (first, next) = (plasseringer[earlier], plasseringer[later])
        let days = first.til.map { next.fra.dager(til: $0) + 1 } ?? .max
        let isWithin = next.til.map { $0 < first.til ?? .tidenesEnde } ?? false
        if days <= Self.lengsteOverlapp, first.fra < next.fra, !isWithin {
          plasseringer[earlier].til = next.fra.adding(dager: -1)
        } else {
          plasseringer[earlier].hjem = nil
        }
      }
    }
  }

  private func erIToHjem(_ earlier: Plassering, _ later: Plassering) -> Bool {
    guard let a = earlier.hjem, let b = later.hjem, a != b, later.flyttetMedFosterforeldre == false else {
      return false
    }
    return earlier.til.map { $0 >= later.fra } ?? true
  }

  private mutating func deler(av measure: Registertiltak, nummer: Int) -> [Plassering] {
    let whole = Plassering(
      fra: measure.fra, til: measure.til, kategori: measure.kategori,
      grunnlag: measure.vurdering?.plasseringsgrunnlag, tiltak: nummer)
    guard measure.erFosterhjem else { return [whole] }
    var parts = [whole]
    for move in flyttinger.sorted(by: { $0.dato < $1.dato }) where erMidtI(measure, move, nummer: nummer) {
      guard ["1", "2", "3"].contains(move.til) else {
        // Moved to an institution or home to the parents, yet the measure goes on: something is lacking.
        ufullstendig.insert("plassering")
        continue
      }
      var next = parts[parts.count - 1]
      guard move.dato >= next.fra else { continue }
      parts[parts.count - 1].til = move.dato
      next.fra = move.dato.adding(dager: 1)
      parts.append(next)
    }
    return parts
  }

  /// A move out of a foster home, well inside a measure and with no other measure beginning about then.
  private func erMidtI(_ measure: Registertiltak, _ move: Registerflytting, nummer: Int) -> Bool {
    guard move.årsak.hasPrefix("1."), move.årsak != "1.3", move.til != "9" else { return false }
    let slack = Self.slingring
    guard move.dato > measure.fra.adding(dager: slack) else { return false }
    if let end = measure.til, move.dato >= end.adding(dager: -slack) { return false }
    return !tiltak.enumerated().contains { other in
      other.offset != nummer && other.element.erPlassering
        && abs(other.element.fra.dager(til: move.dato)) <= slack
    }
  }

  private func overgang(til index: Int) -> Overgang {
    let before = plasseringer[index - 1]
    let after = plasseringer[index]
    guard before.erFosterhjem, after.erFosterhjem, before.tiltak != after.tiltak else { return .nyttHjem }
    let border = after.fra.adding(dager: -1)
    let distances = flyttinger.map { move in
      min(abs(move.dato.dager(til: border)), before.til.map { abs(move.dato.dager(til: $0)) } ?? .max)
    }
    guard let nearest = distances.min(), nearest <= Self.slingring else {
      return kanVæreNyttVedtak(before, after) ? .uvisst : .nyttHjem
    }
    let verdicts = Set(
      zip(flyttinger, distances).filter { $0.1 == nearest }.map { move, _ -> Overgang in
        if move.årsak == "1.3" { return .medFosterforeldre }
        return move.til == "9" ? .sammeHjem : .nyttHjem
      })
    return verdicts.count == 1 ? verdicts.first ?? .uvisst : .uvisst
  }

  private func kanVæreNyttVedtak(_ before: Plassering, _ after: Plassering) -> Bool {
    let adjoins = before.til.map { $0.dager(til: after.fra) == 1 || $0 == after.fra } ?? false
    return adjoins && before.kategori == after.kategori
      && tiltak[before.tiltak].hjemmel != tiltak[after.tiltak].hjemmel
  }

  /// Before 2026 § 5-12 did not exist. Since then the register shows it as a provision; what was agreed about
  /// visits it does not show, so the collection is open once the provision has been used.
  private mutating func skrivVarigOpphold() {
    let used =
      tiltak.contains { $0.vurdering?.gjelderVarigOpphold == true }
      || vedtak.contains { $0.vurdering?.gjelderVarigOpphold == true }
    if uttrekk < Dato.nyttår(2026) || !used { skriv("varig_opphold", []) }
  }
}

extension Plassering {
  fileprivate var post: JSONValue {
    var members = [JSONValue.Member("fra", .string("\(fra)"))]
    if let til { members.append(JSONValue.Member("til", .string("\(til)"))) }
    members.append(JSONValue.Member("type", type))
    if let hjem { members.append(JSONValue.Member("hjem", .string("H\(hjem)"))) }
    if let grunnlag { members.append(JSONValue.Member("grunnlag", .string(grunnlag))) }
    switch flyttetMedFosterforeldre {
    case true: members.append(JSONValue.Member("flyttet_med_fosterforeldre", .bool(true)))
    case nil: members.append(JSONValue.Member("flyttet_med_fosterforeldre", .null))
    default: break
    }
    return .object(members)
  }

  /// Category 2.99 is some foster home, nobody knows which kind.
  private var type: JSONValue {
    switch kategori {
    case "2.4": .string("fosterhjem_særlige_forutsetninger")
    case "2.5", "2.6": .string("beredskapshjem")
    case "2.99":
      .array(
        ["fosterhjem", "beredskapshjem", "fosterhjem_særlige_forutsetninger", "annet"].map(JSONValue.string))
    case let code where code.hasPrefix("1."): .string("institusjon")
    default: .string("fosterhjem")
    }
  }
}
