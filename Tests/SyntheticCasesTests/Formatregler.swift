import JSONText
import Values

/// What «Meaning, exactly» and the table of names and codes demand of a case record, written down a second time
/// and read straight from the JSON: the generator's own types have no say here.
struct Formatregler {
  static let opplysninger: [String: [String]] = [
    "sakstype": ["omsorgssak", "frivillig_plassering", "hjelpetiltak"],
    "født": ["måned"],
    "tilsynsansvar": ["egen", "annen"],
    "kan_danne_egne_synspunkter": [],
    "søsken_bor_andre_steder": [],
    "behandler": ["tekst"],
  ]
  static let form = ["stedlig", "digital", "annet_sted", "avlyst"]
  static let alene = ["gjennomført", "tilbudt_avslått", "for_ung", "ikke_mulig", "ikke_tilrettelagt"]
  static let grunn = ["ville_ikke", "alder", "tolk_manglet", "annet"]
  /// Collection → field → codes; an empty list is ja/nei, `#` marks another type.
  static let samlinger: [String: [String: [String]]] = [
    "plassering": [
      "fra": ["#dato"], "til": ["#dato"],
      "type": [
        "fosterhjem", "beredskapshjem", "fosterhjem_særlige_forutsetninger", "institusjon", "annet",
      ],
      "hjem": ["#tekst"], "grunnlag": ["omsorgsovertakelse", "frivillig", "akutt"],
      "flyttet_med_fosterforeldre": [],
    ],
    "varig_opphold": ["fra": ["#dato"], "til": ["#dato"], "avtalt_besøk": ["#tall"]],
    "besøksfrekvens": [
      "dato": ["#dato"], "kode": ["4", "2"], "gode_forhold": [], "barnet_fikk_uttale_seg": [],
      "fosterforeldre_fikk_uttale_seg": [], "unntak": ["ukraina"],
    ],
    "tilsynsfrekvens": [
      "dato": ["#dato"], "kode": ["4", "2"], "gode_forhold": [], "barnets_samtykke": [],
      "omsorgskommunens_samtykke": [], "unntak": ["ukraina"],
    ],
    "oppfølgingsbesøk": [
      "dato": ["#dato"], "form": form, "varslet": [], "barnet_til_stede": [], "samtale_alene": alene,
      "samtalegrunn": grunn, "vurdering": [], "faglig_vurdering": [], "referat": [],
    ],
    "tilsynsbesøk": [
      "dato": ["#dato"], "form": form, "barnet_til_stede": [], "samtale_alene": alene, "samtalegrunn": grunn,
      "rapport_mottatt": ["#dato"], "rapport_fulgt_opp": [],
    ],
    "tilsynskommune": ["dato": ["#dato"], "ansvar": ["egen", "annen"]],
    "etterlysning": ["dato": ["#dato"]],
    "samtale": [
      "dato": ["#dato"], "form": ["møte", "telefon", "skjerm"], "alene": [], "referat": [],
      "faglig_vurdering": [],
    ],
    "medvirkning": [
      "dato": ["#dato"], "informasjon": [], "tema": [], "barnets_syn": [], "enighet_avklart": [],
      "vekt_beskrevet": [], "grunn_ikke_medvirket": ["ville_ikke", "alder", "ikke_gitt_anledning", "annet"],
      "grunn_begrunnet": [],
    ],
    "vedtak": [
      "dato": ["#dato"],
      "type": [
        "omsorgsovertakelse", "hjelpetiltak", "akutt", "samvær", "flytting", "oppheving", "rettslig_prøving",
        "annet",
      ],
      "truffet_av": ["barneverntjeneste", "nemnd", "domstol"], "barnet_hørt": [], "informasjon": [],
      "tema": [], "barnets_syn": [], "enighet_avklart": [], "vekt_beskrevet": [],
    ],
    "omsorgsplan": [
      "dato": ["#dato"],
      "type": [
        "foreløpig", "endelig", "plan", "samværsplan", "akuttplan", "ettervernsplan", "undersøkelsesplan",
      ],
    ],
    "planevaluering": ["dato": ["#dato"]],
    "tiltaksplan": ["fra": ["#dato"], "til": ["#dato"], "mål": [], "innhold": [], "varighet": []],
    "evaluering": [
      "dato": ["#dato"], "gjennomføring_beskrevet": [], "tiltak_vurdert": [], "mål_vurdert": [],
    ],
    "begjæring": ["dato": ["#dato"]],
    "foreldrekontakt": ["dato": ["#dato"], "tilbud_om_veiledning": []],
    "godkjenning": [
      "dato": ["#dato"], "hjem": ["#tekst"], "politiattest": [], "opplæring": [], "nettverk_vurdert": [],
    ],
    "avtale": ["dato": ["#dato"]],
    "avtalegjennomgang": ["dato": ["#dato"], "drøfting": [], "konklusjon": []],
    "drøfting": [
      "dato": ["#dato"], "tema": ["besøksbehov", "søsken", "samvær", "omsorgsovertakelse", "annet"],
      "konklusjon": [],
    ],
  ]

  /// Everything that is wrong with a record; empty when nothing is.
  static func brudd(_ post: JSONValue) -> [String] {
    var feil: [String] = []
    func krev(_ holds: Bool, _ hva: String) { if !holds { feil.append(hva) } }
    let hodet = ["format", "sak", "enhet", "team", "uttrekk", "opplysninger", "hendelser", "ufullstendig"]
    let navn = (post.members ?? []).map(\.name)
    krev(Set(navn).count == navn.count && navn.allSatisfy(hodet.contains), "top level keys")
    krev(post["format"]?.string == "sak/1", "format")
    krev(erKort(post["sak"]?.string), "sak")
    guard let uttrekk = post["uttrekk"]?.string.flatMap({ Dato($0) }) else { return feil + ["uttrekk"] }
    for (index, fact) in (post["opplysninger"]?.members ?? []).enumerated() {
      let koder = opplysninger[fact.name]
      krev(koder != nil, "fact \(index)")
      krev(gyldigOpplysning(fact.value, koder ?? []), "value of fact \(fact.name)")
    }
    let collections = post["hendelser"]?.members ?? []
    krev(Set(collections.map(\.name)).count == collections.count, "a collection twice")
    for collection in collections {
      guard let felter = samlinger[collection.name], let events = collection.value.array else {
        feil.append("collection \(collection.name)")
        continue
      }
      for event in events {
        feil += bruddIHendelse(event, felter, uttrekk).map { "\(collection.name): \($0)" }
      }
    }
    for name in post["ufullstendig"]?.array ?? [] {
      krev(collections.contains { $0.name == name.string }, "ufullstendig names what is not there")
    }
    return feil + bruddMellomPlasseringer(post) + bruddMellomFrekvenser(post)
  }

  private static func gyldigOpplysning(_ value: JSONValue, _ koder: [String]) -> Bool {
    if value == .null { return true }
    if koder == ["måned"] {
      guard let text = value.string, let omfang = Datoomfang(iso: text) else { return false }
      return text.utf8.count < 10 && !omfang.erEksakt
    }
    if koder == ["tekst"] { return erKort(value.string) }
    return koder.isEmpty ? value.bool != nil : value.string.map(koder.contains) ?? (value == .bool(false))
  }

  private static func bruddIHendelse(
    _ event: JSONValue, _ felter: [String: [String]], _ uttrekk: Dato
  ) -> [String] {
    var feil: [String] = []
    let members = event.members ?? []
    if Set(members.map(\.name)).count != members.count { feil.append("a field twice") }
    for member in members {
      if member.name == "registrert" {
        let dag = member.value.string.flatMap { Dato($0) }
        if dag.map({ $0 <= uttrekk }) != true { feil.append("registrert") }
        if let dag, let skjedd = omfang(event["dato"]), dag < skjedd.første { feil.append("registrert før") }
        continue
      }
      guard let koder = felter[member.name] else {
        feil.append("unknown field")
        continue
      }
      if !gyldig(member.value, koder, i: member.name) { feil.append("value of \(member.name)") }
    }
    for name in ["dato", "fra"] {
      if let omfang = omfang(event[name]), omfang.første > uttrekk { feil.append("\(name) after uttrekk") }
    }
    if let fra = omfang(event["fra"]), let til = omfang(event["til"]), til.siste < fra.første {
      feil.append("til before fra")
    }
    return feil
  }

  private static func gyldig(_ value: JSONValue, _ koder: [String], i felt: String) -> Bool {
    switch (koder.first, value) {
    case (_, .null): true
    case ("#dato", .bool(false)): felt != "dato" && felt != "fra"
    case ("#dato", .string(let text)): Datoomfang(iso: text) != nil
    case ("#tekst", .string(let text)): erKort(text)
    case ("#tall", .integer): true
    case (nil, .bool): true
    case (.some(let first), .bool(false)): !first.utf8.starts(with: "#".utf8)
    case (_, .string(let text)): koder.contains(text) && Int(text) == nil
    case (_, .integer(let number)): koder.contains(String(number))
    case (_, .array(let elements)):
      elements.count > 1 && elements.allSatisfy { gyldig($0, koder, i: felt) }
    default: false
    }
  }

  private static func bruddMellomPlasseringer(_ post: JSONValue) -> [String] {
    let all = post["hendelser"]?["plassering"]?.array ?? []
    var feil: [String] = []
    for (i, a) in all.enumerated() {
      for b in all.dropFirst(i + 1) where a["hjem"] != b["hjem"] {
        guard b["flyttet_med_fosterforeldre"]?.bool != true, let aFra = omfang(a["fra"]),
          let bFra = omfang(b["fra"])
        else { continue }
        let aTil = omfang(a["til"])?.siste ?? .tidenesEnde
        let bTil = omfang(b["til"])?.siste ?? .tidenesEnde
        if aFra.første <= bTil && bFra.første <= aTil { feil.append("two homes on one day") }
      }
    }
    return feil
  }

  private static func bruddMellomFrekvenser(_ post: JSONValue) -> [String] {
    ["besøksfrekvens", "tilsynsfrekvens"].flatMap { name -> [String] in
      let days = (post["hendelser"]?[name]?.array ?? []).compactMap { omfang($0["dato"]) }.filter(\.erEksakt)
      return Set(days.map(\.første)).count == days.count ? [] : ["two frequencies on one day"]
    }
  }

  static func omfang(_ value: JSONValue?) -> Datoomfang? { value?.string.flatMap { Datoomfang(iso: $0) } }

  private static func erKort(_ text: String?) -> Bool {
    guard let text else { return false }
    return (1...40).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D: true
        default: false
        }
      }
  }
}
