internal import Values

/// Reads ordinary records straight from their bytes to rows of numbers, without a string or a tree.
///
/// It knows no faults. Whatever is not as it should be, or only unusual (an escape, a list of codes, a date in
/// another century), makes it give up; nothing of the record remains and the careful `Postleser` reads it from
/// the start. So every rule about what is refused, and every message, has its home there.
struct Hurtigleser: Sendable {
  let skjema: Hurtigskjema
  let vakt: Vakt
  var lager: Radlager
  /// The empty rows of all tables, for the extract of the last record.
  private(set) var maler: [UInt64] = []
  private(set) var uttrekk = Int32.min
  /// Per collection of the record: `Antall`.
  var hendelser: [UInt64]
  private let ingenHendelser: [UInt64]
  /// The first day on which the child of the record can have been born, and the first one by which something was that
  /// needs a child.
  var født = Int32.min
  var førsteHendelse = Int32.max
  /// Names of units and teams that have passed the guard.
  private var etiketter = Hurtigminne<String>(plasser: 64)
  /// Which key last came after each other one.
  var forventninger: [(tekst: Bytestreng, nøkkel: Int)]
  private let toppnøkler = Leseskjema.Toppnøkkel.allCases

  /// Reads records of a vocabulary; every text must pass the guard.
  init(_ skjema: Leseskjema, vakt: @escaping Vakt) {
    self.skjema = Hurtigskjema(skjema)
    self.vakt = vakt
    forventninger = Array(repeating: (Bytestreng([]), 0), count: self.skjema.antallForventninger)
    lager = Radlager(antallSamlinger: self.skjema.samlinger.count)
    ingenHendelser = self.skjema.samlinger.map {
      Antall.pakk(0, $0.erLukketUtenListe ? .lukket : .ikkeUttrukket)
    }
    hendelser = ingenHendelser
  }

  /// How many records are read and not yet laid out.
  var antall: Int { lager.antall }

  /// Lays out what has been read in columns, at the end of the bunke.
  mutating func tøm(inn bunke: inout Saksbunke) { lager.tøm(inn: &bunke, skjema) }

  /// Reads the record in a range of the bytes; false when the careful reader must.
  mutating func les(
    _ bytes: [UInt8], _ range: Range<Int>, fil: String?, linje: Int, gjengangere: Set<String>,
    inn saker: inout [Sakshode], _ koder: inout Tekstkoder
  ) -> Bool {
    guard skjema.kanBrukes, bytes.count <= Int(UInt32.max) else { return false }
    var hode = Hode()
    let erLest = Bytepeker.med(bytes, range) { post(&$0, &hode, &koder) }
    guard erLest == true, let sak = hode.sak, hode.harFormat, hode.harUttrekk, !gjengangere.contains(sak)
    else {
      lager.forkast(bredde: skjema.opplysninger.bredde + hendelser.count)
      return false
    }
    lager.behold()
    saker.append(
      Sakshode(
        sak: sak, enhet: hode.enhet, team: hode.team, uttrekk: Dato(dag: uttrekk), tekst: .del(bytes, range),
        fil: fil, linje: linje))
    return true
  }

  // MARK: The outermost object

  /// What has been read of a record, apart from its rows.
  private struct Hode {
    var sak: String?
    var enhet = ""
    var team = ""
    var harFormat = false
    var harUttrekk = false
    /// Whether the empty rows have been made, for what is, or is expected to be, the end of the extract.
    var harMaler = false
    var harOpplysninger = false
    /// The collections that `ufullstendig` names, a bit each.
    var ufullstendig: UInt64 = 0
  }

  private mutating func post(
    _ peker: inout Bytepeker, _ hode: inout Hode, _ koder: inout Tekstkoder
  ) -> Bool {
    for samling in hendelser.indices { hendelser[samling] = ingenHendelser[samling] }
    (født, førsteHendelse) = (.min, .max)
    guard peker.ta("{") else { return false }
    var sett: UInt64 = 0
    var nøkkel = 0
    repeat {
      nøkkel = self.nøkkel(&peker, skjema.topp, etter: nøkkel)
      guard nøkkel > 0, sett & 1 << UInt64(nøkkel) == 0 else { return false }
      sett |= 1 << UInt64(nøkkel)
      peker.hoppOverRom()
      guard medlem(toppnøkler[nøkkel - 1], &peker, &hode, &koder) else { return false }
    } while peker.ta(",")
    guard peker.ta("}"), peker.erVedSlutt(), hode.harUttrekk, uttrekk >= skjema.tidligst,
      førsteHendelse >= født
    else { return false }
    if !hode.harOpplysninger {
      for ord in 0..<skjema.opplysninger.bredde { lager.saker.append(maler[ord]) }
    }
    for samling in hendelser.indices {
      if hode.ufullstendig & 1 << UInt64(samling) != 0, Antall.åpenhet(hendelser[samling]) == .lukket {
        hendelser[samling] = Antall.pakk(Int(Antall.antall(hendelser[samling])), .ufullstendig)
      }
      lager.saker.append(hendelser[samling])
    }
    return true
  }

  private mutating func medlem(
    _ nøkkel: Leseskjema.Toppnøkkel, _ peker: inout Bytepeker, _ hode: inout Hode, _ koder: inout Tekstkoder
  ) -> Bool {
    switch nøkkel {
    case .format:
      hode.harFormat = peker.ta(ord: .sak1)
      return hode.harFormat
    case .sak:
      hode.sak = pseudonym(&peker)
      return hode.sak != nil
    case .enhet: return etikett(&peker, &hode.enhet)
    case .team: return etikett(&peker, &hode.team)
    case .uttrekk:
      guard peker.ta("\""), let dato = skjema.kalender.dato(&peker), dato.erFull else { return false }
      if !hode.harMaler { begynn(uttrekk: dato.lav) }
      (hode.harMaler, hode.harUttrekk) = (true, true)
      return dato.lav == uttrekk
    case .opplysninger:
      hode.harOpplysninger = true
      return harMaler(&hode, peker) && opplysninger(&peker, &koder)
    case .hendelser: return harMaler(&hode, peker) && samlinger(&peker, &koder)
    case .ufullstendig: return ufullstendige(&peker, &hode.ufullstendig)
    }
  }

  /// Where the keys are sorted, `uttrekk` comes last: it is then looked up there, and checked when it is met.
  private mutating func harMaler(_ hode: inout Hode, _ peker: Bytepeker) -> Bool {
    if hode.harMaler { return true }
    guard var hale = peker.hale(#""uttrekk":"2014-09-30"}"#.utf8.count), hale.ta("\""),
      hale.tekst()?.ligner(.uttrekk) == true, hale.ta(":"), hale.ta("\""),
      let dato = skjema.kalender.dato(&hale), dato.erFull
    else { return false }
    begynn(uttrekk: dato.lav)
    hode.harMaler = true
    return true
  }

  private mutating func pseudonym(_ peker: inout Bytepeker) -> String? {
    guard peker.ta("\""), let streng = peker.tekst(), peker.erId(streng) else { return nil }
    let tekst = peker.tekst(streng)
    return vakt(tekst) == nil ? tekst : nil
  }

  private mutating func etikett(_ peker: inout Bytepeker, _ etikett: inout String) -> Bool {
    if peker.ta(ord: .null) { return true }
    guard peker.ta("\""), let streng = peker.tekst() else { return false }
    if let kjent = etiketter[streng] {
      etikett = kjent
      return true
    }
    etikett = peker.tekst(streng)
    guard Hurtigleser.erEtikett(etikett), vakt(etikett) == nil else { return false }
    etiketter[streng] = etikett
    return true
  }

  /// Whether a text can be the name of a unit or team, and in NFC.
  private static func erEtikett(_ tekst: String) -> Bool {
    (1...40).contains(tekst.unicodeScalars.count)
      && tekst.unicodeScalars.allSatisfy { scalar in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "æ", "ø", "å", "Æ", "Ø", "Å": true
        default: false
        }
      }
  }

  /// Makes the empty rows for an extract that is complete to this day.
  private mutating func begynn(uttrekk: Int32) {
    guard uttrekk != self.uttrekk else { return }
    self.uttrekk = uttrekk
    maler.removeAll(keepingCapacity: true)
    leggTilMal(skjema.opplysninger)
    for bord in skjema.samlinger {
      maler.append(Omfang.pakk(Dato.tidenesMorgen.dag, uttrekk))
      maler.append(Omfang.pakk(Dato.tidenesEnde.dag, Dato.tidenesEnde.dag))
      maler.append(Omfang.pakk(Dato.tidenesMorgen.dag, Dato.tidenesEnde.dag))
      maler.append(0)
      leggTilMal(bord)
    }
  }

  private mutating func leggTilMal(_ bord: Hurtigskjema.Bord) {
    for felt in bord.felter..<(bord.felter + bord.antallFelter) {
      let (slag, mangler) = (skjema.felter[felt].slag, skjema.mangler[felt])
      maler.append(mangler.maske)
      guard slag.harOmfang else { continue }
      maler.append(Omfang.pakk(mangler.lav, slag.erDager ? min(mangler.høy, uttrekk) : mangler.høy))
    }
  }
}
