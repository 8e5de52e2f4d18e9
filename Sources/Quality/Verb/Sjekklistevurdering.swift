public import CaseRecords
public import Checklists
import JSONText
import RuleEngine
import Sampling
public import Values
import Vocabulary

/// Puts one version of a checklist to the records of a control.
public struct Sjekklistevurdering: Sendable {
  /// The definitions the control was made with.
  public let bibliotek: Sjekklistebibliotek
  /// The version in use.
  public let sjekkliste: Sjekkliste
  /// The control date.
  public let kontrolldato: Dato
  /// What each point judges and by which rule; the same for every case.
  private let grunnlag: [String: Basis]
  /// The waivers that are valid on the control date.
  private let waivers: [Unntak]

  /// What of a point is the same for every case.
  private struct Basis {
    var judged: Bedømt
    var rule: String
    /// The collections that the rule asks about.
    var collections: [String]
  }

  /// A checklist on a control date.
  ///
  /// - Parameters:
  ///   - unntak: the waivers given; those that are not valid on the control date are passed over.
  public init(
    _ bibliotek: Sjekklistebibliotek, _ sjekkliste: Sjekkliste, på kontrolldato: Dato, unntak: [Unntak] = []
  ) {
    self.bibliotek = bibliotek
    self.sjekkliste = sjekkliste
    self.kontrolldato = kontrolldato
    waivers = unntak.filter { $0.gjelder.fra <= kontrolldato && kontrolldato <= $0.gjelder.til }
    grunnlag = Dictionary(
      sjekkliste.punkter.map { punkt in
        let rule = Sjekksum(av: Array(sjekkliste.regeltekst(punkt).utf8)).hex
        let basis = Basis(
          judged: sjekkliste.bedømt(punkt, på: kontrolldato), rule: String(rule.prefix(16)),
          collections: sjekkliste.collections(punkt))
        return (punkt.id, basis)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The version a stored control was made with, or nil when the folder no longer has it byte for byte.
  public init?(_ bibliotek: Sjekklistebibliotek, for saksliste: Saksliste, unntak: [Unntak] = []) {
    let reference = saksliste.sjekkliste
    guard let found = bibliotek.sjekkliste(reference.id, versjon: reference.versjon),
      found.innholdshash == reference.hash
    else { return nil }
    self.init(bibliotek, found, på: saksliste.kontrolldato, unntak: unntak)
  }

  /// The checklist as the control stores it.
  public func referanse(motor: String) -> Sjekklistereferanse {
    Sjekklistereferanse(
      id: sjekkliste.navn, versjon: sjekkliste.versjon, hash: sjekkliste.innholdshash, motor: motor,
      ikkeKontrollert: sjekkliste.ikkeKontrollert)
  }

  /// The points of a record in RFC 8785 form, with verdicts, in the checklist's order. Throws `Lesefeil` or
  /// `JSONError` when the record cannot be read.
  public func punkter(_ kanonisk: [UInt8]) throws -> [Kontrollpunkt] {
    let bunke = try Saksbunke(sak: try JSONValue(parsing: kanonisk), modell: bibliotek.modell)
    var kontroll = Punktkontroll(sjekkliste, bunke, på: kontrolldato)
    kontroll.begin(sak: 0)
    return sjekkliste.punkter.map { punkt($0, &kontroll, bunke) }
  }

  private func punkt(
    _ punkt: Sjekkpunkt, _ kontroll: inout Punktkontroll, _ bunke: Saksbunke
  ) -> Kontrollpunkt {
    let vurdering = kontroll.vurdering(punkt)
    let basis = grunnlag[punkt.id]
    let waiver = waivers.first { $0.punkt == punkt.id && $0.sak == bunke.saker[0].sak }
    let lanes = Tidsspor.lanes(
      vurdering, asked: basis?.collections ?? [], bunke, sak: 0, basis?.judged, på: kontrolldato)
    return Kontrollpunkt(
      id: punkt.id, spørsmål: kontroll.fyll(punkt.spørsmål),
      sviktområde: .init(punkt.sviktområde, bibliotek.navn(påSviktområde: punkt.sviktområde)),
      kravtype: punkt.kravtype,
      hjemler: bibliotek.hjemler(punkt.hjemmel, på: kontrolldato).map { hjemmel($0, basis?.judged) },
      prosedyre: punkt.prosedyre,
      alvorlighet: punkt.alvorlighet,
      vedBrudd: punkt.harBareNorm ? .merknad : punkt.vedBrudd, forPerson: !punkt.avgjøresAvMaskin,
      veiledning: punkt.veiledning, godtEksempel: punkt.godtEksempel, svaktEksempel: punkt.svaktEksempel,
      dokument: document(vurdering, basis?.collections ?? []), vurdering: vurdering, unntak: waiver?.text,
      funn: kontroll.funn(punkt, vurdering.utfall), bedømt: basis?.judged, tidsspor: lanes,
      regel: basis?.rule)
  }

  /// Where a person sees for themselves: the document of the first missing fact, else the part of the case file that
  /// holds what the rule asks about. Nil where nothing is to be looked up.
  private func document(_ vurdering: Vurdering, _ asked: [String]) -> String? {
    if vurdering.utfall == .oppfylt || vurdering.utfall == .ikkeAktuelt { return nil }
    if let fact = vurdering.mangler.first { return fact.dokument }
    let model = bibliotek.modell
    let names = asked.compactMap { model.samling($0) }.map { model.samlinger[$0].ord.flertall }
    return names.isEmpty ? nil : "saksmappa: \(Bokmål.liste(names))"
  }

  private func hjemmel(_ id: String, _ bedømt: Bedømt?) -> Kontrollpunkt.Hjemmel {
    let name = bibliotek.navn(påHjemmel: id, på: kontrolldato)
    guard let basis = bibliotek.hjemmel(id) else { return .init(id: id, tekst: name) }
    // A rule that looks at events whenever they came is read by the law of the last two years.
    let first = bedømt?.fra ?? .nyttår(kontrolldato.år - 1)
    let days = Periode(first, bedømt?.til ?? kontrolldato) ?? Periode(kontrolldato)
    return .init(id: id, tekst: name, slag: basis.slag, forbehold: basis.forbehold(i: days))
  }

  // MARK: The list of cases

  /// The cases that can be drawn and those left out: the team's children who live, or may live, in a foster home
  /// on the control date, care orders and voluntary placements alike.
  ///
  /// - Parameters:
  ///   - lesefeil: the pseudonyms of records that could not be read.
  public func kontrollgrunnlag(_ bunke: Saksbunke, lesefeil: [String], motor: String) -> Kontrollgrunnlag {
    var cases: [Saksgrunnlag] = []
    var excluded: [Rammesammendrag.Utelatt] = Set(lesefeil).sorted().map { .init($0, .lesefeil) }
    var kontroll = Punktkontroll(sjekkliste, bunke, på: kontrolldato)
    for (index, sak) in bunke.saker.enumerated() {
      guard sak.uttrekk >= kontrolldato else {
        excluded.append(.init(sak.sak, .uttrekkForGammelt))
        continue
      }
      kontroll.begin(sak: index)
      if kontroll.erIFosterhjem() == .nei || sakstype(bunke, index) == "hjelpetiltak" {
        excluded.append(.init(sak.sak, .sakstype))
      } else {
        let ground: Grunnlag = sakstype(bunke, index) == "frivillig_plassering" ? .frivillig : .omsorgssak
        cases.append(Saksgrunnlag(sak: sak.sak, grunnlag: ground, kanonisk: sak.kanonisk))
      }
    }
    return Kontrollgrunnlag(
      kontrolldato: kontrolldato, sjekkliste: referanse(motor: motor), saker: cases, utelatt: excluded)
  }

  /// The certain value of the fact `sakstype`.
  private func sakstype(_ bunke: Saksbunke, _ index: Int) -> String? {
    guard let fact = bunke.modell.opplysning("sakstype") else { return nil }
    guard case .kode(let codes) = bunke.modell.opplysninger[fact].type else { return nil }
    let mask = bunke.opplysninger[fact].maske[index]
    guard mask.nonzeroBitCount == 1, mask > 1 else { return nil }
    return codes[mask.trailingZeroBitCount - 1].navn
  }
}

extension Unntak {
  /// As a reader sees it: «til og med 31. desember 2014, gitt av barnevernleder: …».
  public var text: String { "til og med \(gjelder.til.bokmål), gitt av \(myndighet): \(grunn)" }
}
