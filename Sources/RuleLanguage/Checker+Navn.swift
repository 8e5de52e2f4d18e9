import Values
import Vocabulary

/// What a name means: a field of the event in scope, a fact, a definition, a parameter or the control date.
extension Checker {
  mutating func navn(_ name: String, _ uttrykk: Uttrykk) -> (Nodeindeks, Verditype)? {
    if name == "kontrolldatoen" { return (emit(.kontrolldato, uttrykk), .dato) }
    if let own = hendelsestid(name, uttrykk) { return own }
    if let ref = feltref(uttrykk) { return verdi(av: ref, uttrykk) }
    if let index = program.definisjoner.firstIndex(where: { $0.navn == name }) {
      return (emit(.definisjon(Int32(index)), uttrykk), program.definisjoner[index].type)
    }
    if let index = program.parametre.firstIndex(where: { $0.navn == name }) {
      let today = emit(.kontrolldato, Uttrykk(innhold: .navn("kontrolldatoen"), område: uttrykk.område))
      return (emit(.parameter(Int32(index), på: today), uttrykk), .tall)
    }
    if !feilet.contains(name) { unknown(name, uttrykk) }
    return nil
  }

  /// `dato`, `fra`, `til` of the innermost event.
  private mutating func hendelsestid(_ name: String, _ uttrykk: Uttrykk) -> (Nodeindeks, Verditype)? {
    guard let samling = nivåer.last, let node = tidsnode(name, samling, nivåer.count - 1) else { return nil }
    return (emit(node, uttrykk), .dato)
  }

  private func tidsnode(_ name: String, _ samling: Int, _ nivå: Int) -> Node? {
    switch (name, modell.samlinger[samling].tid) {
    case ("dato", .dato), ("fra", .periode): .start(samling: Int32(samling), nivå: Int8(nivå))
    case ("til", .periode): .slutt(samling: Int32(samling), nivå: Int8(nivå))
    default: nil
    }
  }

  /// `vedtak.dato`: an enclosing event; `hjemopphold.fra`: the derived period around it; `fjoråret.fra`.
  mutating func medlem(_ owner: String, _ member: String, _ uttrykk: Uttrykk) -> (Nodeindeks, Verditype)? {
    if owner == "fjoråret", member == "fra" || member == "til" {
      return (emit(.årsskifte(i: member == "fra" ? .fjoråretsFørste : .fjoråretsSiste), uttrykk), .dato)
    }
    if let periods = periodestart(owner, member, uttrykk) { return periods }
    if feilet.contains(owner) { return nil }
    guard let samling = modell.samling(owner) else {
      report(
        .unknownCollection, uttrykk.område, "There is no collection «\(owner)».",
        forslag: nearest(owner, in: modell.samlinger.map(\.navn)),
        hint: member == "fra"
          ? "Before «.fra» stands a collection, or a definition that is periods."
          : "Before «.» stands a collection.")
      return nil
    }
    if modell.samlinger[samling].avledning != nil { return opphold(samling, member, uttrykk) }
    guard let nivå = nivåer.lastIndex(of: samling) else {
      report(
        .fieldOutsideEvent, uttrykk.område, "«\(owner).\(member)» is used outside a question about \(owner).",
        hint: "A field belongs to one event: use it inside «der (…)» or «har (…)».")
      return nil
    }
    if let node = tidsnode(member, samling, nivå) { return (emit(node, uttrykk), .dato) }
    guard let ref = feltref(uttrykk) else {
      unknownField(member, samling, uttrykk)
      return nil
    }
    return verdi(av: ref, uttrykk)
  }

  /// `frivillig_plassert.fra`: the first day of the period that holds the control date.
  private mutating func periodestart(
    _ owner: String, _ member: String, _ uttrykk: Uttrykk
  ) -> (Nodeindeks, Verditype)? {
    guard member == "fra", let index = program.definisjoner.firstIndex(where: { $0.navn == owner }),
      program.definisjoner[index].type == .perioder
    else { return nil }
    let name = Uttrykk(innhold: .navn(owner), område: uttrykk.område)
    return (emit(.periodestart(emit(.definisjon(Int32(index)), name)), uttrykk), .dato)
  }

  /// First or last day of the derived period that the event — or the control date — falls in.
  private mutating func opphold(
    _ samling: Int, _ member: String, _ uttrykk: Uttrykk
  ) -> (Nodeindeks, Verditype)? {
    guard member == "fra" || member == "til" else {
      let name = modell.samlinger[samling].navn
      report(
        .unknownField, uttrykk.område, "«\(name)» has only fra and til.",
        hint: "Write \(name).fra or \(name).til.")
      return nil
    }
    let day: Nodeindeks
    if let outer = nivåer.last {
      day = emit(.start(samling: Int32(outer), nivå: Int8(nivåer.count - 1)), uttrykk)
    } else {
      day = emit(.kontrolldato, uttrykk)
    }
    return (emit(.opphold(samling: Int32(samling), start: member == "fra", på: day), uttrykk), .dato)
  }

  mutating func verdiPå(_ name: String, _ date: Uttrykk, _ uttrykk: Uttrykk) -> (Nodeindeks, Verditype)? {
    let day = node(date, .dato)
    if feilet.contains(name) { return nil }
    guard let index = program.parametre.firstIndex(where: { $0.navn == name }) else {
      report(
        .unknownName, uttrykk.område,
        "There is no parameter «\(name)»; only a parameter has a value «på» a date.",
        forslag: nearest(name, in: program.parametre.map(\.navn)),
        hint: "The parameters are \(program.parametre.map(\.navn).joined(separator: ", ")).")
      return nil
    }
    if case .dato(let day) = date.innhold, let first = program.parametre[index].verdier.first, day < first.fra
    {
      report(
        .parameterNotInForce, date.område,
        "«\(name)» has no value on \(day); the first one is from \(first.fra).",
        hint: "Ask for a later day, or give the parameter a value from an earlier one.")
      return nil
    }
    return day.map { (emit(.parameter(Int32(index), på: $0), uttrykk), .tall) }
  }

  // MARK: Fields

  /// The fact or field that a name stands for: a field of the innermost event first, then a fact of the case.
  func feltref(_ uttrykk: Uttrykk) -> Feltref? {
    switch uttrykk.innhold {
    case .navn(let name):
      if let samling = nivåer.last, let felt = modell.samlinger[samling].felt(name) {
        return Feltref(samling: Int32(samling), felt: Int32(felt), nivå: Int8(nivåer.count - 1))
      }
      return modell.opplysning(name).map { Feltref(samling: -1, felt: Int32($0), nivå: 0) }
    case .medlem(let owner, let name):
      guard let samling = modell.samling(owner), let nivå = nivåer.lastIndex(of: samling),
        let felt = modell.samlinger[samling].felt(name)
      else { return nil }
      return Feltref(samling: Int32(samling), felt: Int32(felt), nivå: Int8(nivå))
    default:
      return nil
    }
  }

  func felttype(_ ref: Feltref) -> Felttype {
    ref.samling < 0
      ? modell.opplysninger[Int(ref.felt)].type
      : modell.samlinger[Int(ref.samling)].felter[Int(ref.felt)].type
  }

  func kodefelt(_ uttrykk: Uttrykk) -> Feltref? {
    guard let ref = feltref(uttrykk), case .kode = felttype(ref) else { return nil }
    return ref
  }

  private mutating func verdi(av ref: Feltref, _ uttrykk: Uttrykk) -> (Nodeindeks, Verditype) {
    switch felttype(ref) {
    case .sannhet: (emit(.felt(ref), uttrykk), .sannhet)
    case .tall: (emit(.tallfelt(ref), uttrykk), .tall)
    case .dato, .måned: (emit(.datofelt(ref), uttrykk), .dato)
    case .tekstkode: (emit(.harVerdi(ref), uttrykk), .tekstkode)
    case .kode: (emit(.harVerdi(ref), uttrykk), .kode(Koderef(samling: ref.samling, felt: ref.felt)))
    }
  }

  private mutating func unknownField(_ name: String, _ samling: Int, _ uttrykk: Uttrykk) {
    let fields = modell.samlinger[samling].felter.map(\.navn)
    report(
      .unknownField, uttrykk.område, "«\(modell.samlinger[samling].navn)» has no field «\(name)».",
      forslag: nearest(name, in: fields), hint: "The fields are \(fields.joined(separator: ", ")).")
  }

  private mutating func unknown(_ name: String, _ uttrykk: Uttrykk) {
    if let samling = modell.samlinger.first(where: { $0.felt(name) != nil }) {
      report(
        .fieldOutsideEvent, uttrykk.område,
        "«\(name)» is a field of \(samling.navn), and no such event is in scope.",
        hint: "Use it inside «der (…)» or «har (…)» of a question about \(samling.navn).")
      return
    }
    var known = modell.opplysninger.map(\.navn) + program.definisjoner.map(\.navn)
    known += program.parametre.map(\.navn) + ["kontrolldatoen", "fjoråret"]
    if let samling = nivåer.last {
      known += modell.samlinger[samling].felter.map(\.navn) + ["dato", "fra", "til"]
    }
    var hint: String?
    if senere.contains(name) {
      hint = "It is defined further down: a definition may use only those above it. Move it up."
    } else if modell.samling(name) != nil {
      hint = "«\(name)» is a collection: ask «finnes \(name)» or «antall \(name)»."
    }
    report(
      .unknownName, uttrykk.område, "There is nothing called «\(name)» here.",
      forslag: hint == nil ? nearest(name, in: known) : nil, hint: hint)
  }
}
