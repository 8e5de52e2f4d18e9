/// A provision as the register cites it.
struct Lovhjemmel: Hashable {
  enum Lov: String {
    /// Barnevernloven of 1992.
    case bvl1992 = "BVL"
    /// Barnevernsloven of 2021.
    case bvl2021 = "BVL2021"
    /// Barneloven of 1981.
    case bl1981 = "BL1981"
  }

  var lov: Lov = .bvl1992
  var kapittel = ""
  var paragraf = ""
  var ledd: Set<Int> = []

  /// § chapter-section of this act.
  func er(_ lov: Lov, _ kapittel: Int, _ paragraf: Int) -> Bool {
    self.lov == lov && Int(self.kapittel) == kapittel && Int(self.paragraf) == paragraf
  }

  fileprivate func er(_ lov: Lov, _ kapittel: Int, _ paragrafer: ClosedRange<Int>) -> Bool {
    paragrafer.contains { er(lov, kapittel, $0) }
  }
}

/// What follows from a provision, as far as it is certain. Where it is not, nothing follows.
struct Hjemmelsvurdering {
  var hjemmel: Lovhjemmel
  var jamfør: [Lovhjemmel]

  /// A care order, by the register's own definition (Kravspesifikasjon, «Omsorgsovertakelse»).
  var erOmsorgsovertakelse: Bool {
    if hjemmel.er(.bvl1992, 4, 12) || hjemmel.er(.bvl2021, 5, 1) { return true }
    guard hjemmel.er(.bvl1992, 4, 8) else { return false }
    return !hjemmel.ledd.isDisjoint(with: [2, 3]) || jamfør.contains { $0.er(.bvl1992, 4, 12) }
  }

  /// The end of a care order: § 4-21 of 1992; § 5-7 of 2021.
  var erOppheving: Bool { hjemmel.er(.bvl1992, 4, 21) || hjemmel.er(.bvl2021, 5, 7) }

  /// A court tries a decision of the tribunal: § 7-24 of 1992, § 14-25 of 2021, by itself or beside the
  /// provision that the tribunal used.
  var erRettsligPrøving: Bool {
    ([hjemmel] + jamfør).contains { $0.er(.bvl1992, 7, 24) || $0.er(.bvl2021, 14, 25) }
  }

  /// Contact after a care order: § 4-19 of 1992; §§ 7-2 and 7-3 of 2021.
  private var erSamvær: Bool { hjemmel.er(.bvl1992, 4, 19) || hjemmel.er(.bvl2021, 7, 2...3) }

  /// Moving a child after a care order: § 4-17 of 1992; § 5-5 of 2021.
  private var erFlytting: Bool { hjemmel.er(.bvl1992, 4, 17) || hjemmel.er(.bvl2021, 5, 5) }

  /// Certainly something else than what case records have a type for: treatment, parental responsibility,
  /// adoption, permanent stay, leaving the country, institutions for a child's conduct or against trafficking,
  /// and any matter of barneloven.
  private var erAnnet: Bool {
    if hjemmel.lov == .bl1981 { return true }
    return hjemmel.er(.bvl1992, 4, 10...11) || hjemmel.er(.bvl1992, 4, 20) || hjemmel.er(.bvl1992, 4, 24)
      || hjemmel.er(.bvl1992, 4, 26) || hjemmel.er(.bvl1992, 4, 29) || hjemmel.er(.bvl2021, 3, 7...8)
      || hjemmel.er(.bvl2021, 5, 8...13) || hjemmel.er(.bvl2021, 6, 1...6)
  }

  /// Support measures: § 4-4 of 1992; §§ 3-1 and 3-2 of 2021.
  var erHjelpetiltak: Bool { hjemmel.er(.bvl1992, 4, 4) || hjemmel.er(.bvl2021, 3, 1...2) }

  /// Emergency measures: §§ 4-6 and 4-9 of 1992; chapter 4 of 2021.
  var erAkutt: Bool {
    hjemmel.er(.bvl1992, 4, 6) || hjemmel.er(.bvl1992, 4, 9) || hjemmel.er(.bvl2021, 4, 1...5)
  }

  /// Permanent stay in a foster home, § 5-12 of 2021 from 2026.
  var gjelderVarigOpphold: Bool { ([hjemmel] + jamfør).contains { $0.er(.bvl2021, 5, 12) } }

  /// The `grunnlag` of a placement. § 3-1 alone is no ground for living away from home, so it is left open.
  var plasseringsgrunnlag: String? {
    if erOmsorgsovertakelse { return "omsorgsovertakelse" }
    if hjemmel.er(.bvl1992, 4, 4) || hjemmel.er(.bvl2021, 3, 2) { return "frivillig" }
    return erAkutt ? "akutt" : nil
  }

  /// The `type` of a decision. What a court tried may have been any decision, a care order too, so that comes
  /// first. A care order that is cited beside its end may be either.
  var vedtakstype: String? {
    if erRettsligPrøving { return "rettslig_prøving" }
    if erOppheving { return "oppheving" }
    if erOmsorgsovertakelse {
      let mayBeEnd = jamfør.contains { Hjemmelsvurdering(hjemmel: $0, jamfør: []).erOppheving }
      return mayBeEnd ? nil : "omsorgsovertakelse"
    }
    if erHjelpetiltak || hjemmel.er(.bvl2021, 3, 3...6) { return "hjelpetiltak" }
    if erAkutt { return "akutt" }
    if erSamvær { return "samvær" }
    if erFlytting { return "flytting" }
    return erAnnet ? "annet" : nil
  }

  /// Who made the decision. A care order, and its end, is always the tribunal's. Support measures are the
  /// service's own unless imposed, which § 4-4 of 1992 places in its third to fifth ledd; emergency decisions
  /// vary.
  var truffetAv: String? {
    if erRettsligPrøving { return "domstol" }
    if erOmsorgsovertakelse || erOppheving { return "nemnd" }
    if hjemmel.er(.bvl2021, 3, 1...2) { return "barneverntjeneste" }
    let voluntary: Set<Int> = [1, 2, 6]
    if hjemmel.er(.bvl1992, 4, 4), !hjemmel.ledd.isEmpty, hjemmel.ledd.isSubset(of: voluntary) {
      return "barneverntjeneste"
    }
    return nil
  }
}
