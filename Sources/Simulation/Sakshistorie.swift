import JSONText
import Values

/// A child's whole record, kept so that it can be told how it stood on any day.
///
/// An extract has no future: what had not happened, or was not registered yet, is not in it.
struct Sakshistorie: Sendable {
  /// The pseudonym.
  var id = ""
  /// The first and last day on which the team has the case.
  let fra: Dato
  var til: Dato
  private let hode: [JSONValue.Member]
  private let opplysninger: [JSONValue.Member]
  private let samlinger: [(navn: String, poster: [[Utgave]])]
  private let ufullstendig: JSONValue?

  /// How an entry reads from a day on.
  private struct Utgave {
    var fra: Dato
    var post: JSONValue
  }

  /// A record that was made for a later day than those it is wanted for.
  ///
  /// `til` is the last day on which the team has the case.
  init(_ post: JSONValue, til: Dato) {
    self.til = til
    hode = ["format", "enhet", "team"].compactMap { name in post[name].map { .init(name, $0) } }
    opplysninger = post["opplysninger"]?.members ?? []
    samlinger = (post["hendelser"]?.members ?? []).map { samling in
      var forrige = Dato.tidenesMorgen
      let poster = (samling.value.array ?? []).map { Self.utgaver($0, samling.name, &forrige) }
      return (samling.name, poster)
    }
    ufullstendig = post["ufullstendig"]
    fra = Self.innflytting(post)
  }

  /// The record as an extract that is complete to a day; nil when the team does not have the case then.
  func uttrekk(_ dag: Dato) -> JSONValue? {
    guard fra <= dag, dag <= til else { return nil }
    let hendelser = samlinger.map { samling in
      JSONValue.Member(
        samling.navn,
        .array(samling.poster.compactMap { utgaver in utgaver.last { $0.fra <= dag }?.post }))
    }
    return .object(
      hode + [.init("sak", .string(id)), .init("uttrekk", .string(dag.description))]
        + [.init("opplysninger", .object(opplysninger.map { faktum($0, dag) }))]
        + [.init("hendelser", .object(hendelser))]
        + (ufullstendig.map { [.init("ufullstendig", $0)] } ?? []))
  }

  /// A fact as it stood on a day: a child grows into views of its own, and the supervision was another
  /// municipality's before the agreement of today.
  private func faktum(_ member: JSONValue.Member, _ dag: Dato) -> JSONValue.Member {
    if member.name == "tilsynsansvar", let held = ansvar(dag) { return .init(member.name, held) }
    guard member.name == "kan_danne_egne_synspunkter", member.value == .bool(true),
      let født = opplysninger.first(where: { $0.name == "født" })?.value.string,
      let måned = Datoomfang(iso: født)?.første, måned.heleMåneder(til: dag) < 5 * 12
    else { return member }
    return .init(member.name, .bool(false))
  }

  /// Who answered for the supervision, where the record has that by date.
  private func ansvar(_ dag: Dato) -> JSONValue? {
    samlinger.first { $0.navn == "tilsynskommune" }?.poster
      .compactMap { utgaver in utgaver.last { $0.fra <= dag } }.last?.post["ansvar"]
  }

  /// The first day in a foster home since the child last lived at home. One that is known by month only counts
  /// from the end of the month.
  private static func innflytting(_ post: JSONValue) -> Dato {
    let plasseringer = post["hendelser"]?["plassering"]?.array ?? []
    let hjemme = plasseringer.indices.dropFirst().last { index in
      guard let slutt = plasseringer[index - 1]["til"].flatMap(sisteDag),
        let fra = plasseringer[index]["fra"].flatMap(sisteDag)
      else { return false }
      // A month that is known no closer leaves no gap by itself.
      return slutt.adding(måneder: 1) < fra
    }
    let fosterhjem = plasseringer[(hjemme ?? 0)...].first { $0["type"]?.string != "beredskapshjem" }
    return fosterhjem?["fra"].flatMap(sisteDag) ?? .tidenesEnde
  }

  /// How an entry read from when it was registered, and what was only known later.
  ///
  /// An entry without a date counts as registered together with the one before it.
  private static func utgaver(_ post: JSONValue, _ samling: String, _ forrige: inout Dato) -> [Utgave] {
    let skjedd = (post["dato"] ?? post["fra"]).flatMap(sisteDag) ?? forrige
    forrige = skjedd
    let fra = max(skjedd, post["registrert"].flatMap(sisteDag) ?? skjedd)
    let (senere, før): (Dato?, JSONValue)
    switch samling {
    case "plassering": (senere, før) = (post["til"].flatMap(sisteDag), post.med("til", nil))
    case "tilsynsbesøk":
      senere = post["rapport_mottatt"].flatMap(sisteDag)
      før = post.med("rapport_mottatt", .bool(false)).med("rapport_fulgt_opp", .bool(false))
    default: (senere, før) = (nil, post)
    }
    guard let senere, senere > fra else { return [Utgave(fra: fra, post: post)] }
    return [Utgave(fra: fra, post: før), Utgave(fra: senere, post: post)]
  }

  /// The last day that a date, possibly coarse, can mean.
  private static func sisteDag(_ value: JSONValue) -> Dato? {
    value.string.flatMap { Datoomfang(iso: $0) }?.siste
  }
}

extension JSONValue {
  /// This object with a member set, or removed.
  fileprivate func med(_ name: String, _ value: JSONValue?) -> JSONValue {
    guard case .object(var members) = self else { return self }
    let index = members.firstIndex { $0.name == name }
    switch (index, value) {
    case (let index?, let value?): members[index].value = value
    case (let index?, nil): members.remove(at: index)
    case (nil, let value?): members.append(Member(name, value))
    case (nil, nil): break
    }
    return .object(members)
  }
}
