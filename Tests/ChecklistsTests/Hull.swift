import JSONText
import Values
import Vocabulary

/// Makes holes in a complete record: facts that are missing, coarse or one of several, and open collections.
struct Hullmaskin {
  let modell: Saksmodell
  var terning: Terning
  /// How many fields in a hundred get a hole.
  var prosent = 15
  /// Whether only truths, codes and days get holes, and of days only coarse ones: so few answers are left that
  /// all of them can be gone through.
  var bareFelter = false

  mutating func hull(i sak: JSONValue) -> JSONValue {
    var members = sak.members ?? []
    var incomplete: [JSONValue] = []
    for place in members.indices {
      switch members[place].name {
      case "opplysninger": members[place].value = felter(members[place].value, modell.opplysninger, nil)
      case "hendelser": members[place].value = hendelser(members[place].value, &incomplete)
      default: break
      }
    }
    if !incomplete.isEmpty { members.append(.init("ufullstendig", .array(incomplete))) }
    return .object(members)
  }

  private mutating func hendelser(_ value: JSONValue, _ incomplete: inout [JSONValue]) -> JSONValue {
    var result: [JSONValue.Member] = []
    for member in value.members ?? [] {
      guard let index = modell.samling(member.name) else { continue }
      if !bareFelter, terning.sant(prosent / 4) { continue }
      if !bareFelter, terning.sant(prosent / 2) { incomplete.append(.string(member.name)) }
      var events: [JSONValue] = []
      for event in member.value.array ?? [] where !terning.sant(prosent / 4) {
        events.append(felter(event, modell.samlinger[index].felter, modell.samlinger[index]))
      }
      result.append(.init(member.name, .array(events)))
    }
    return .object(result)
  }

  private mutating func felter(_ value: JSONValue, _ felter: [Felt], _ samling: Samling?) -> JSONValue {
    var result: [JSONValue.Member] = []
    for member in value.members ?? [] {
      let isFrequencyDay = samling?.varighet != nil && member.name == "dato"
      guard terning.sant(isFrequencyDay ? 2 * prosent : prosent) else {
        result.append(member)
        continue
      }
      let type = felter.first { $0.navn == member.name }?.type ?? .dato
      if let hole = hull(member, type, samling) { result.append(.init(member.name, hole)) }
    }
    return .object(result)
  }

  /// The value with a hole in it; nil when it is to be left out.
  private mutating func hull(_ member: JSONValue.Member, _ type: Felttype, _ samling: Samling?) -> JSONValue?
  {
    // A missing `til` is no hole: it says that the period is running.
    if member.name == "til" { return grov(member.value, alltid: true) }
    if bareFelter { return litt(member, type) }
    switch type {
    case .kode(let koder) where terning.sant(40):
      let other = terning.en(av: koder)
      let code: JSONValue = other.erTall ? .integer(Int64(other.navn) ?? 0) : .string(other.navn)
      return .array(member.value == code ? [code] : [member.value, code])
    case .dato, .måned:
      return terning.sant(85) ? grov(member.value, alltid: true) : terning.sant(50) ? .null : nil
    default: return terning.sant(50) ? .null : nil
    }
  }

  private mutating func litt(_ member: JSONValue.Member, _ type: Felttype) -> JSONValue? {
    switch type {
    case .sannhet, .kode: .null
    case .dato: member.value.string.map { .string(String($0.prefix(7))) } ?? member.value
    default: member.value
    }
  }

  /// `2014-03-12` as `2014-03` or `2014`.
  private mutating func grov(_ value: JSONValue, alltid: Bool) -> JSONValue {
    guard let text = value.string else { return value }
    let parts = text.split(separator: "-")
    let keep = max(1, parts.count - (bareFelter || terning.sant(80) ? 1 : 2))
    return .string(parts.prefix(keep).joined(separator: "-"))
  }
}

/// Makes a completion of a record: every unknown gets an allowed value or none, every coarse day one day in its
/// range and not after `uttrekk`, and open collections get up to three more events and are closed.
struct Utfylling {
  let modell: Saksmodell
  var generator: Saksgenerator
  /// Whether missing days of registration are made up too.
  var medRegistrering = false

  init(modell: Saksmodell, terning: Terning) {
    self.modell = modell
    generator = Saksgenerator(modell: modell, terning: terning)
  }

  mutating func utfylling(av sak: JSONValue, _ id: String) -> JSONValue {
    guard let uttrekk = sak["uttrekk"]?.string.flatMap({ Dato($0) }) else { return sak }
    generator.uttrekk = uttrekk
    var members: [JSONValue.Member] = []
    let open = sak["ufullstendig"]?.array?.compactMap(\.string) ?? []
    for member in sak.members ?? []
    where !["ufullstendig", "opplysninger", "hendelser"].contains(member.name) {
      members.append(member.name == "sak" ? .init("sak", .string(id)) : member)
    }
    let facts = modell.opplysninger.compactMap { utfylt($0, sak["opplysninger"]?[$0.navn]) }
    members.append(.init("opplysninger", .object(facts)))
    var events: [JSONValue.Member] = []
    for samling in modell.samlinger where samling.avledning == nil {
      let listed = sak["hendelser"]?[samling.navn]?.array
      var list = (listed ?? []).map { hendelse($0, samling) }
      // A list that older records do not know means «none» when it is not there.
      let isOpen = listed == nil && samling.manglerBetyr == .ukjent
      if isOpen || open.contains(samling.navn) {
        for _ in 0..<generator.terning.tall(0...3) { list.append(ny(samling)) }
      }
      events.append(.init(samling.navn, .array(list)))
    }
    members.append(.init("hendelser", .object(events)))
    return .object(members)
  }

  private mutating func ny(_ samling: Samling) -> JSONValue {
    let day =
      generator.terning.sant(70)
      ? generator.terning.dag(generator.uttrekk.adding(dager: -500), generator.uttrekk)
      : generator.terning.dag(generator.tidligst.adding(dager: -900), generator.uttrekk)
    let ends = samling.tid == .periode && generator.terning.sant(60)
    generator.medRegistrering = medRegistrering
    return generator.hendelse(
      samling, fra: day, til: ends ? day.adding(dager: generator.terning.tall(0...900)) : nil)
  }

  private mutating func hendelse(_ event: JSONValue, _ samling: Samling) -> JSONValue {
    let name = samling.tid == .dato ? "dato" : "fra"
    let uttrekk = generator.uttrekk
    let end = event["til"]?.string.flatMap { Datoomfang(iso: $0) }
    let from =
      event[name]?.string.flatMap { Datoomfang(iso: $0) }
      ?? Datoomfang(uttrekk.adding(dager: -1500), uttrekk)
    let latest = min(from.siste, uttrekk, end?.siste ?? uttrekk)
    let day = generator.terning.dag(min(from.første, latest), latest)
    var members = [JSONValue.Member(name, .string(day.description))]
    if let end {
      members.append(
        .init("til", .string(generator.terning.dag(max(day, end.første), end.siste).description)))
    }
    if let registered = event["registrert"]?.string.flatMap({ Datoomfang(iso: $0) }) {
      let day = generator.terning.dag(registered.første, registered.siste)
      members.append(.init("registrert", .string(day.description)))
    } else if medRegistrering, samling.tid == .dato {
      members.append(
        .init("registrert", .string(generator.terning.dag(day, uttrekk.adding(dager: 60)).description)))
    }
    return .object(members + samling.felter.compactMap { utfylt($0, event[$0.navn]) })
  }

  /// The field filled in; nil when a missing one has a meaning of its own.
  private mutating func utfylt(_ felt: Felt, _ value: JSONValue?) -> JSONValue.Member? {
    if value == nil, felt.manglerBetyr == .ingen { return nil }
    guard let value, value != .null else { return .init(felt.navn, generator.verdi(felt, generator.uttrekk)) }
    if let choices = value.array { return .init(felt.navn, generator.terning.en(av: choices)) }
    guard felt.type == .dato || felt.type == .måned, let text = value.string,
      let range = Datoomfang(iso: text)
    else { return .init(felt.navn, value) }
    let day = generator.terning.dag(range.første, min(range.siste, generator.uttrekk)).description
    return .init(felt.navn, .string(felt.type == .måned ? String(day.prefix(7)) : day))
  }
}
