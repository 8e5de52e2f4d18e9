internal import JSONText
internal import Values
internal import Vocabulary

/// Reads one case record at a time into columns. A record with any fault leaves no trace there.
struct Postleser: Sendable {
  /// The most events of one collection in one record; more is a mistake in the extract.
  static let flestHendelser = 10_000
  /// The most faults that are told of one record.
  static let flestFunn = 20

  let skjema: Leseskjema
  let vakt: Vakt
  var tape = JSONTape()
  /// What is wrong with the record that is being read.
  var funn: [Funn] = []
  /// The last day of the extract, as a day number.
  var uttrekk: Int32 = 0
  /// Texts of the record that are to be written otherwise in its canonical form: Unicode NFC.
  var nfc: [String: String] = [:]
  /// The fields of the event that is being read.
  var rad: [Feltverdi] = []

  /// Names of units and teams that have passed the guard.
  private var etiketter: Set<String> = []

  /// A fault and the node of the tape it stands at.
  struct Funn {
    var kode: Lesefeil.Kode
    var node: Int
    var sted: Sted
    var melding: String
  }

  init(_ modell: Saksmodell, vakt: @escaping Vakt) {
    skjema = Leseskjema(modell)
    self.vakt = vakt
  }

  /// Forgets the names of the last bunke; call it when a new one is begun.
  mutating func nyBunke() { etiketter.removeAll(keepingCapacity: true) }

  /// Reads the record in a range of the bytes and appends it; the result is what is wrong with it, if anything.
  mutating func les(
    _ bytes: [UInt8], _ range: Range<Int>, linje: Int, fil: String?, gjengangere: Set<String>,
    inn bunke: inout Saksbunke, _ koder: inout Tekstkoder
  ) -> [Lesefeil] {
    defer { tape.releaseBytes() }
    do {
      try tape.parse(bytes, range: range, line: linje)
    } catch {
      return [syntaksfeil(error, fil: fil, sak: lesbartPseudonym(bytes, range))]
    }
    let antall = bunke.saker.count
    funn.removeAll(keepingCapacity: true)
    nfc.removeAll(keepingCapacity: true)
    if var hode = post(gjengangere, inn: &bunke, &koder), funn.isEmpty {
      hode.tekst = .kanonisk(kanonisk())
      if funn.isEmpty {
        (hode.fil, hode.linje) = (fil, linje)
        bunke.saker.append(hode)
        return []
      }
    }
    bunke.kutt(tilSaker: antall)
    return funn.map { funn in
      let (line, column) = tape.position(of: funn.node)
      return Lesefeil(
        funn.kode, fil: fil, linje: line, kolonne: column, sak: pseudonym, sted: sted(funn.sted), funn.melding
      )
    }
  }

  /// The pseudonym of the record that is being read, once it has been found good.
  private var pseudonym: String?

  private func syntaksfeil(_ error: JSONError, fil: String?, sak: String?) -> Lesefeil {
    let kode: Lesefeil.Kode
    switch error.code {
    case .duplicateKey: kode = .duplicateKey
    case .tooLarge: kode = .tooLarge
    default: kode = .invalidJSON
    }
    return Lesefeil(kode, fil: fil, linje: error.line, kolonne: error.column, sak: sak, error.message)
  }

  private func lesbartPseudonym(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
    guard let sak = Pseudonymsøk.finn(bytes, range), vakt(sak) == nil else { return nil }
    return sak
  }

  /// The record in RFC 8785 form, its text in NFC.
  private mutating func kanonisk() -> [UInt8] {
    var out: [UInt8] = []
    if tape.isPlain, nfc.isEmpty {
      out.reserveCapacity(Int(tape.nodes[0].end - tape.nodes[0].start))
      tape.appendCanonical(of: 0, to: &out)
      return out
    }
    let verdi = tape.value(of: 0).mappingText { nfc[$0] ?? skjema.staver[$0] ?? $0 }
    if !nfc.isEmpty, verdi.harSammeNavnToGanger {
      let melding = "The same key occurs twice in one object, in two Unicode normalisation forms."
      meld(.duplicateKey, 0, .rot(nil), melding)
    }
    return verdi.canonicalBytes
  }

  // MARK: The outermost object

  private mutating func post(
    _ gjengangere: Set<String>, inn bunke: inout Saksbunke, _ koder: inout Tekstkoder
  ) -> Sakshode? {
    pseudonym = nil
    guard tape.nodes[0].kind == .beginObject else {
      meld(.notAnObject, 0, .rot(nil), "A case record must be a JSON object.")
      return nil
    }
    var noder = [Int?](repeating: nil, count: Leseskjema.Toppnøkkel.allCases.count)
    var key = 1
    while key < tape.nodes.count {
      if let nøkkel = finn(key, i: skjema.topp) {
        noder[nøkkel] = key + 1
      } else {
        ukjentNøkkel(key, .rot(nil))
      }
      key = Int(tape.nodes[key + 1].next)
    }
    let node = { (nøkkel: Leseskjema.Toppnøkkel) in
      Leseskjema.Toppnøkkel.allCases.firstIndex(of: nøkkel).flatMap { noder[$0] }
    }
    let sak = pseudonym(node(.sak))
    let enhet = etikett(node(.enhet), "enhet")
    let team = etikett(node(.team), "team")
    guard format(node(.format)), let siste = uttrekksdato(node(.uttrekk)) else { return nil }
    uttrekk = siste
    if let sak, gjengangere.contains(sak), let node = node(.sak) {
      meld(.duplicateCase, node, .rot("sak"), "sak occurs more than once in this run; none of them is used.")
    }
    opplysninger(node(.opplysninger), inn: &bunke, &koder)
    samlinger(node(.hendelser), ufullstendig: node(.ufullstendig), inn: &bunke, &koder)
    guard let sak else { return nil }
    return Sakshode(sak: sak, enhet: enhet, team: team, uttrekk: Dato(dag: siste), tekst: .kanonisk([]))
  }

  private mutating func pseudonym(_ node: Int?) -> String? {
    guard let node, tape.nodes[node].kind != .null else {
      meld(.missingCaseId, node ?? 0, .rot("sak"), "sak is missing.")
      return nil
    }
    guard tape.nodes[node].kind == .string else {
      feilType(node, .rot("sak"), "a text")
      return nil
    }
    let tekst = tape.text(of: node)
    guard !stanset(node, .rot("sak")) else { return nil }
    guard Pseudonymsøk.erId(tekst) else {
      meld(.invalidId, node, .rot("sak"), "sak must be 1 to 40 of the characters A–Z, a–z, 0–9 and «-».")
      return nil
    }
    pseudonym = tekst
    return tekst
  }

  /// The name of a unit or team; empty when it is not given.
  private mutating func etikett(_ node: Int?, _ navn: String) -> String {
    guard let node, tape.nodes[node].kind != .null else { return "" }
    guard tape.nodes[node].kind == .string else {
      feilType(node, .rot(navn), "a text")
      return ""
    }
    let tekst = tape.text(of: node)
    if tekst.utf8.allSatisfy({ $0 < 0x80 }), etiketter.contains(tekst) { return tekst }
    guard !stanset(node, .rot(navn)) else { return "" }
    let normalisert = String(
      tekst.map { character in Postleser.etikettegn.first { $0 == character } ?? character })
    guard (1...40).contains(normalisert.count), normalisert.allSatisfy(Postleser.etikettegn.contains) else {
      meld(
        .invalidId, node, .rot(navn),
        "\(navn) must be 1 to 40 of the characters A–Z, a–z, æøåÆØÅ, 0–9 and «-».")
      return ""
    }
    if normalisert.unicodeScalars.elementsEqual(tekst.unicodeScalars) {
      etiketter.insert(tekst)
    } else {
      nfc[tekst] = normalisert
    }
    return normalisert
  }

  /// The characters of a unit's or team's name, in NFC.
  private static let etikettegn = Array(
    "abcdefghijklmnopqrstuvwxyzæøåABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ0123456789-")

  private mutating func format(_ node: Int?) -> Bool {
    guard let node, tape.nodes[node].kind != .null else {
      meld(.missingFormat, node ?? 0, .rot("format"), "format is missing; it must be \"sak/1\".")
      return false
    }
    if tape.nodes[node].kind == .string, tape.text(of: node) == "sak/1" { return true }
    if !stanset(node, .rot("format")) {
      meld(.wrongFormat, node, .rot("format"), "format must be \"sak/1\".")
    }
    return false
  }

  private mutating func uttrekksdato(_ node: Int?) -> Int32? {
    guard let node, tape.nodes[node].kind != .null else {
      meld(.missingExtractDate, node ?? 0, .rot("uttrekk"), "uttrekk is missing.")
      return nil
    }
    if tape.nodes[node].kind == .string, let dato = isodato(node), dato.erFull {
      return erForTidlig(dato, node, .rot("uttrekk")) ? nil : dato.lav
    }
    if !stanset(node, .rot("uttrekk")) {
      meld(.invalidDate, node, .rot("uttrekk"), "uttrekk must be a full date, as in 2014-09-30.")
    }
    return nil
  }

  // MARK: Facts

  private mutating func opplysninger(
    _ node: Int?, inn bunke: inout Saksbunke, _ koder: inout Tekstkoder
  ) {
    let skjema = skjema.opplysninger
    begynnRad(skjema)
    if let node, tape.nodes[node].kind != .null {
      if tape.nodes[node].kind == .beginObject {
        var key = node + 1
        while key < Int(tape.nodes[node].next) {
          if let felt = finn(key, i: skjema.nøkler) {
            lesFelt(key + 1, skjema, felt, .opplysning(felt), &koder)
          } else {
            ukjentNøkkel(key, .rot("opplysninger"))
          }
          key = Int(tape.nodes[key + 1].next)
        }
      } else {
        feilType(node, .rot("opplysninger"), "an object")
      }
    }
    for felt in rad.indices {
      bunke.opplysninger[felt].append(rad[felt], harOmfang: skjema.slag[felt].harOmfang)
    }
  }
}

extension JSONValue {
  /// Whether some object has two members of one name.
  fileprivate var harSammeNavnToGanger: Bool {
    switch self {
    case .null, .bool, .integer, .number, .string: false
    case .array(let elements): elements.contains(where: \.harSammeNavnToGanger)
    case .object(let members):
      Set(members.map(\.name)).count < members.count || members.contains(where: \.value.harSammeNavnToGanger)
    }
  }
}
