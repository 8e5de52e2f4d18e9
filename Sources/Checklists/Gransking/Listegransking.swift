internal import RuleEngine
internal import RuleLanguage
internal import Values
internal import Vocabulary

/// Looks for points of one checklist that say nothing, and for examples that are wrong or missing.
struct Listegransking {
  private(set) var feil: [Definisjonsfeil] = []
  private let liste: Sjekkliste
  private let modell: Saksmodell
  private let hjemler: [Hjemmel]

  init(_ liste: Sjekkliste, _ bibliotek: Sjekklistebibliotek, _ results: [Eksempelresultat]) {
    self.liste = liste
    modell = bibliotek.modell
    hjemler = bibliotek.hjemler
    for result in results where !result.stemmer { feil.append(uenig(result)) }
    let disagreeing = Set(results.filter { !$0.stemmer }.map(\.punkt))
    for nummer in liste.punkter.indices where !disagreeing.contains(liste.punkter[nummer].id) {
      utfall(nummer)
    }
    spørsmål()
    kravtyper()
    gjentakelser()
    ubrukte()
    earlyParameters()
  }

  private func uenig(_ result: Eksempelresultat) -> Definisjonsfeil {
    let got = result.utfall.map { "gave \($0.rawValue)" } ?? "could not be read"
    let eksempel = result.eksempel
    return Definisjonsfeil(
      kode: (result.utfall == nil ? Sjekklistekode.exampleInvalid : .exampleDisagrees).rawValue,
      fil: liste.kilde.fil, linje: eksempel.linje, kolonne: eksempel.kolonne, bredde: eksempel.bredde,
      melding: "\(result.punkt): the example «\(eksempel.navn)» \(got), not \(eksempel.utfall.rawValue).",
      hint: result.forklaring, kildelinje: liste.kilde.text.linje(eksempel.linje))
  }

  // MARK: Outcomes

  /// Every outcome that the form of a point allows must be possible, and must be shown by an example. An
  /// example is the proof that an outcome is possible; without one, cases near the examples are tried.
  private mutating func utfall(_ nummer: Int) {
    let punkt = liste.punkter[nummer]
    var shown = Set(punkt.eksempler.map(\.utfall))
    let wanted = ventet(punkt)
    if wanted.allSatisfy({ shown.contains($0.utfall) }) { return }
    var found: [Utfall: String] = [:]
    if punkt.avgjøresAvMaskin {
      let near = Nabolag(liste, punkt: nummer, modell: modell)
      let writer = Eksempelskriver(liste.kilde, modell)
      for outcome in wanted.map(\.utfall) where !shown.contains(outcome) {
        if let place = near.fasit.firstIndex(of: outcome) {
          found[outcome] = writer.tekst(near.saker[place], outcome)
        }
      }
    } else {
      shown.insert(.ikkeKontrollert)
    }
    let possible = shown.union(found.keys)
    let node = liste.kilde.regler[nummer].node
    if punkt.avgjøresAvMaskin, possible.isDisjoint(with: [.oppfylt, .avvik, .merknad]) {
      let applies = node["gjelder når"] ?? node
      feil.append(
        liste.kilde.feil(
          .neverApplies, applies, "\(punkt.id): no case was found that the point applies to.",
          hint: "Mend «gjelder når», or add an example with another outcome than ikke_aktuelt and ukjent."))
      return
    }
    for (outcome, del) in wanted where !shown.contains(outcome) {
      if let example = found[outcome] ?? (punkt.avgjøresAvMaskin ? nil : "") {
        feil.append(mangler(outcome, punkt, node, example))
      } else {
        feil.append(umulig(outcome, del, punkt, node))
      }
    }
  }

  /// The outcomes that the form of a point allows, each with the part of the rule that gives it.
  private func ventet(_ punkt: Sjekkpunkt) -> [(utfall: Utfall, del: Sjekklistekilde.Regeldel)] {
    guard let regel = punkt.regel else { return [] }
    var outcomes: [(Utfall, Sjekklistekilde.Regeldel)] = []
    if regel.krav.finnes || regel.norm.finnes {
      outcomes.append((.oppfylt, regel.krav.finnes ? .krav : .norm))
    }
    if regel.krav.finnes { outcomes.append((punkt.vedBrudd.utfall, .krav)) }
    if regel.norm.finnes, punkt.vedBrudd == .avvik || !regel.krav.finnes {
      outcomes.append((.merknad, .norm))
    }
    if regel.gjelder.finnes { outcomes.append((.ikkeAktuelt, .gjelder)) }
    if punkt.avgjøresAvMaskin { outcomes.append((.ukjent, .krav)) }
    return outcomes
  }

  private func mangler(
    _ outcome: Utfall, _ punkt: Sjekkpunkt, _ node: YAMLNode, _ example: String
  ) -> Definisjonsfeil {
    // Without an example on both sides of the verdict nobody has shown that the point can tell them apart.
    let alvor: Definisjonsfeil.Alvor = outcome == .ukjent || outcome == .ikkeAktuelt ? .warning : .error
    return liste.kilde.feil(
      .outcomeNotShown, alvor: alvor, node["eksempler"] ?? node,
      "\(punkt.id): no example comes out \(outcome.rawValue).",
      hint: example.isEmpty
        ? "Add an example that does." : "This one does; add it if that is right:\n\(example)")
  }

  private func umulig(
    _ outcome: Utfall, _ del: Sjekklistekilde.Regeldel, _ punkt: Sjekkpunkt, _ node: YAMLNode
  ) -> Definisjonsfeil {
    let key = node[del.rawValue] ?? node
    switch outcome {
    case .oppfylt:
      return liste.kilde.feil(
        .neverHolds, key, "\(punkt.id): no case was found that fulfils «\(del.rawValue)».",
        hint: "Mend the rule, or add an example that comes out oppfylt.")
    case .ukjent:
      return liste.kilde.feil(
        .outcomeNotShown, alvor: .warning, node["eksempler"] ?? node,
        "\(punkt.id): no example comes out ukjent, and no case was found that does.",
        hint: "A point that is never in doubt asks nothing of the record.")
    default:
      return liste.kilde.feil(
        .alwaysHolds, key, "\(punkt.id): no case was found in which «\(del.rawValue)» does not hold.",
        hint: "Mend the rule, or add an example that comes out \(outcome.rawValue).")
    }
  }

  // MARK: Points that ask wrongly, or repeat others

  private mutating func spørsmål() {
    for (punkt, kilde) in zip(liste.punkter, liste.kilde.regler) {
      guard let fault = Spørsmålsform.feil(punkt.spørsmål) else { continue }
      feil.append(
        liste.kilde.feil(.questionForm, kilde.node["spørsmål"] ?? kilde.node, "\(punkt.id): \(fault)"))
    }
  }

  /// A house rule must not be shown as law, neither by what it cites nor by what it is called.
  private mutating func kravtyper() {
    for (punkt, kilde) in zip(liste.punkter, liste.kilde.regler) {
      let cited = hjemler.filter { punkt.hjemmel.contains($0.id) }
      let isLaw = punkt.kravtype == .lov || punkt.kravtype == .forskrift
      if isLaw, !cited.isEmpty, !cited.contains(where: \.slag.erRett) {
        feil.append(
          liste.kilde.feil(
            .noLawCited, kilde.node["kravtype"] ?? kilde.node,
            "\(punkt.id) is called «\(punkt.kravtype.rawValue)», and cites nothing but rules of our own."))
      }
      let texts = ["spørsmål", "funn", "veiledning", "setninger"].compactMap { kilde.node[$0] }
      for node in texts.flatMap(\.texts) where !isLaw {
        guard node.text?.lowercased().contains("lovbrudd") ?? false else { continue }
        feil.append(
          liste.kilde.feil(
            .calledBreachOfLaw, node,
            "\(punkt.id) is «\(punkt.kravtype.rawValue)»: a breach of it is no lovbrudd."))
      }
    }
  }

  private mutating func gjentakelser() {
    let rules = liste.kilde.regler.indices.map { Utskrevetregel(liste.kilde, punkt: $0) }
    for later in liste.punkter.indices {
      for earlier in 0..<later {
        let (a, b) = (liste.punkter[earlier], liste.punkter[later])
        let node = liste.kilde.regler[later].node
        if a.spørsmål == b.spørsmål {
          feil.append(
            liste.kilde.feil(
              .repeatsPoint, node["spørsmål"] ?? node, "\(b.id) asks the same question as \(a.id)."))
        } else if rules[later].harKrav, rules[later] == rules[earlier] {
          feil.append(
            liste.kilde.feil(
              .repeatsPoint, node["krav"] ?? node["norm"] ?? node, "\(b.id) has the same rule as \(a.id)."))
        } else if a.vedBrudd == b.vedBrudd, let inner = overskygget(rules, earlier, later) {
          let (stricter, other) = inner == later ? (a, b) : (b, a)
          let place = liste.kilde.regler[inner].node
          feil.append(
            liste.kilde.feil(
              .shadowedPoint, place["krav"] ?? place,
              "Every breach of \(other.id) is also a breach of \(stricter.id), which demands more.",
              hint: "Withdraw \(other.id), or let it ask for something of its own."))
        }
      }
    }
  }

  /// The one of two points whose requirement is a part of the other's.
  private func overskygget(_ rules: [Utskrevetregel], _ a: Int, _ b: Int) -> Int? {
    guard rules[a].gjelder == rules[b].gjelder, !rules[a].krav.isEmpty, !rules[b].krav.isEmpty else {
      return nil
    }
    if rules[a].krav.isStrictSubset(of: rules[b].krav) { return a }
    if rules[b].krav.isStrictSubset(of: rules[a].krav) { return b }
    return nil
  }

  // MARK: Parameters before their first value

  private mutating func earlyParameters() {
    for (punkt, kilde) in zip(liste.punkter, liste.kilde.regler) {
      guard let regel = punkt.regel else { continue }
      for early in Set(liste.program.earlyParameters(regel, from: liste.gjelder.fra)).sorted(by: {
        $0.name < $1.name
      }) {
        feil.append(
          liste.kilde.feil(
            .parameterNotYetSet, kilde.node["krav"] ?? kilde.node["norm"] ?? kilde.node,
            "\(punkt.id): the rule asks for «\(early.name)» on \(early.day), and its first value is from "
              + "\(early.firstValue).",
            hint: "Give it a value from \(early.day) or earlier, or let the point apply from a later day."))
      }
    }
  }

  // MARK: Names that nothing uses

  private mutating func ubrukte() {
    let kilde = liste.kilde
    var used: Set<String> = []
    for nummer in liste.punkter.indices {
      used.formUnion(kilde.navn(iPunkt: nummer))
      used.formUnion(kilde.medDefinisjoner(kilde.regler[nummer].visning))
    }
    for parameter in kilde.parametre {
      if !used.contains(parameter.parameter.navn) {
        feil.append(
          kilde.feil(
            .unusedName, parameter.node, "No rule reads the parameter «\(parameter.parameter.navn)»."))
      }
    }
    for definisjon in kilde.definisjoner where !used.contains(definisjon.navn) {
      feil.append(kilde.feil(.unusedName, definisjon.node, "No point rests on «\(definisjon.navn)»."))
    }
  }
}

/// The rule of a point with every definition written out, so that two rules with the same meaning in the same
/// order are equal.
private struct Utskrevetregel: Equatable {
  let gjelder: Uttrykk?
  /// The conditions that `krav` joins with «og».
  let krav: Set<Uttrykk>
  let norm: Uttrykk?

  var harKrav: Bool { !krav.isEmpty || norm != nil }

  init(_ kilde: Sjekklistekilde, punkt nummer: Int) {
    var known: [String: Uttrykk] = [:]
    for definisjon in kilde.definisjoner {
      known[definisjon.navn] = definisjon.uttrykk.utskrevet(known)
    }
    func del(_ del: Sjekklistekilde.Regeldel) -> Uttrykk? {
      kilde.regler[nummer].deler[del]?.uttrykk.utskrevet(known)
    }
    gjelder = del(.gjelder)
    krav = Set(del(.krav)?.konjunkter ?? [])
    norm = del(.norm)
  }
}
