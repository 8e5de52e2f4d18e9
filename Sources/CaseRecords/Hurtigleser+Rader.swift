/// Facts and events as rows.
extension Hurtigleser {
  /// The key that comes next, by its meaning, 0 for none; its colon is stepped over.
  ///
  /// Keys nearly always come in the order of the object before, so the one that followed then is tried first.
  @inline(__always)
  mutating func nøkkel(_ peker: inout Bytepeker, _ nøkler: Hurtigskjema.Nøkler, etter forrige: Int) -> Int {
    guard peker.ta("\"") else { return 0 }
    let (tekst, nøkkel) = forventninger[nøkler.forventninger + forrige]
    if nøkkel > 0, peker.ta(tekst: tekst) { return peker.ta(":") ? nøkkel : 0 }
    return uventet(&peker, nøkler, etter: forrige)
  }

  @inline(never)
  private mutating func uventet(
    _ peker: inout Bytepeker, _ nøkler: Hurtigskjema.Nøkler, etter forrige: Int
  ) -> Int {
    guard let tekst = peker.tekst(), peker.ta(":"), let navn = skjema.navn.finn(tekst, peker) else {
      return 0
    }
    let nøkkel = Int(skjema.kart[nøkler.kart + navn])
    // Sixteen bytes are all that can be compared at once.
    if nøkkel > 0, tekst.antall <= 16 { forventninger[nøkler.forventninger + forrige] = (tekst, nøkkel) }
    return max(nøkkel, 0)
  }

  mutating func opplysninger(_ peker: inout Bytepeker, _ koder: inout Tekstkoder) -> Bool {
    var rader: [UInt64] = []
    swap(&rader, &lager.saker)
    defer { swap(&rader, &lager.saker) }
    var erLest = false
    rader.voks(med: skjema.opplysninger.bredde) { plass in
      erLest = rad(&peker, skjema.opplysninger, inn: &plass, &koder)
    }
    return erLest
  }

  mutating func samlinger(_ peker: inout Bytepeker, _ koder: inout Tekstkoder) -> Bool {
    guard peker.ta("{") else { return false }
    if peker.ta("}") { return true }
    var sett: UInt64 = 0
    var nøkkel = 0
    repeat {
      nøkkel = self.nøkkel(&peker, skjema.samlingsnavn, etter: nøkkel)
      guard nøkkel > 0, sett & 1 &<< UInt64(nøkkel) == 0 else { return false }
      sett |= 1 &<< UInt64(nøkkel)
      peker.hoppOverRom()
      if peker.ta(ord: .null) {
        hendelser[nøkkel - 1] = Antall.pakk(0, .ikkeUttrukket)
        continue
      }
      var rader: [UInt64] = []
      swap(&rader, &lager.samlinger[nøkkel - 1])
      let antall = hendelser(&peker, skjema.samlinger[nøkkel - 1], inn: &rader, &koder)
      swap(&rader, &lager.samlinger[nøkkel - 1])
      guard let antall else { return false }
      hendelser[nøkkel - 1] = Antall.pakk(antall, .lukket)
    } while peker.ta(",")
    return peker.ta("}")
  }

  /// The collections that `ufullstendig` names, a bit each.
  func ufullstendige(_ peker: inout Bytepeker, _ samlinger: inout UInt64) -> Bool {
    if peker.ta(ord: .null) { return true }
    guard peker.ta("[") else { return false }
    if peker.ta("]") { return true }
    repeat {
      guard peker.ta("\""), let streng = peker.tekst(), let navn = skjema.navn.finn(streng, peker),
        case let samling = skjema.kart[skjema.samlingsnavn.kart + navn], samling > 0
      else { return false }
      samlinger |= 1 << UInt64(samling - 1)
    } while peker.ta(",")
    return peker.ta("]")
  }

  /// What has been read of a list of events.
  private struct Hendelsesliste {
    var antall = 0
    /// The range of days of the last one.
    var forrige: UInt64 = 0
    /// Whether every one comes after the one before it.
    var erStigende = true
  }

  private enum Utgang { case slutt, fullt, feil }

  /// Reads a list of events; the result is how many.
  private mutating func hendelser(
    _ peker: inout Bytepeker, _ bord: Hurtigskjema.Bord, inn rader: inout [UInt64], _ koder: inout Tekstkoder
  ) -> Int? {
    guard peker.ta("[") else { return nil }
    if peker.ta("]") { return 0 }
    let start = rader.count
    var liste = Hendelsesliste()
    var utgang = Utgang.fullt
    while utgang == .fullt {
      // Room is made for some at a time, so that none of them has to look whether there is any.
      rader.voks(med: 16 * bord.bredde) { plass in
        utgang = hendelser(&peker, bord, inn: &plass, &liste, &koder)
      }
    }
    guard utgang == .slutt, peker.ta("]") else { return nil }
    if !liste.erStigende { sorter(&rader, fra: start, bord) }
    if !liste.erStigende || bord.kobling != nil {
      guard hengerSammen(rader, fra: start, bord) else { return nil }
    }
    return liste.antall
  }

  /// Reads as many events as there is room for.
  private mutating func hendelser(
    _ peker: inout Bytepeker, _ bord: Hurtigskjema.Bord, inn plass: inout OutputSpan<UInt64>,
    _ liste: inout Hendelsesliste, _ koder: inout Tekstkoder
  ) -> Utgang {
    repeat {
      let rad = plass.count
      guard plass.freeCapacity >= bord.bredde else { return .fullt }
      guard liste.antall < Postleser.flestHendelser, self.rad(&peker, bord, inn: &plass, &koder),
        !bord.harTil || snevreInn(&plass, rad)
      else { return .feil }
      plass[rad + Hurtigskjema.Tid.indeks] = UInt64(liste.antall)
      let fra = plass[rad + Hurtigskjema.Tid.fra]
      if bord.erEtterFødselen { førsteHendelse = min(førsteHendelse, Omfang.høy(fra)) }
      liste.erStigende = liste.erStigende && fra > liste.forrige
      liste.forrige = fra
      liste.antall += 1
    } while peker.ta(",")
    return .slutt
  }

  /// Reads an object into a new row.
  @inline(__always)
  private mutating func rad(
    _ peker: inout Bytepeker, _ bord: Hurtigskjema.Bord, inn plass: inout OutputSpan<UInt64>,
    _ koder: inout Tekstkoder
  ) -> Bool {
    guard peker.ta("{") else { return false }
    let rad = plass.count
    for ord in bord.mal..<(bord.mal + bord.bredde) { plass.append(maler[ord]) }
    if peker.ta("}") { return true }
    var sett: UInt64 = 0
    var nøkkel = 0
    repeat {
      nøkkel = self.nøkkel(&peker, bord.nøkler, etter: nøkkel)
      guard nøkkel > 0, sett & 1 &<< UInt64(nøkkel) == 0 else { return false }
      sett |= 1 &<< UInt64(nøkkel)
      peker.hoppOverRom()
      if nøkkel < Hurtigskjema.førsteFelt {
        guard tid(&peker, nøkkel - 1, &plass[rad &+ nøkkel &- 1]) else { return false }
      } else {
        let felt = skjema.felter[bord.felter + nøkkel - Hurtigskjema.førsteFelt]
        if felt.slag.harOmfang {
          guard let verdi = omfang(&peker, felt, &koder) else { return false }
          if felt.slag == .måned { født = max(født, verdi.lav) }
          plass[rad &+ felt.plass] = verdi.maske
          plass[rad &+ felt.plass &+ 1] = Omfang.pakk(verdi.lav, verdi.høy)
        } else {
          let maske = felt.slag == .sannhet ? sannhet(&peker) : kode(&peker, felt)
          guard maske != 0 else { return false }
          plass[rad &+ felt.plass] = maske
        }
      }
    } while peker.ta(",")
    return peker.ta("}")
  }

  /// Reads a time of an event over what the empty row says.
  @inline(__always)
  private func tid(_ peker: inout Bytepeker, _ slag: Int, _ ord: inout UInt64) -> Bool {
    if peker.neste != UInt8(ascii: "\"") {
      return peker.ta(ord: .null) || slag == Hurtigskjema.Tid.til && peker.ta(ord: .nei)
    }
    peker.gåForbi(1)
    guard let dato = skjema.kalender.dato(&peker), dato.lav >= skjema.tidligst else { return false }
    if slag == Hurtigskjema.Tid.fra {
      guard dato.lav <= uttrekk else { return false }
      ord = Omfang.pakk(dato.lav, min(dato.høy, uttrekk))
    } else {
      ord = Omfang.pakk(dato.lav, dato.høy)
    }
    return true
  }

  /// As `Postleser.snevreInn`.
  private func snevreInn(_ rader: inout OutputSpan<UInt64>, _ rad: Int) -> Bool {
    let (fra, til) = (rader[rad + Hurtigskjema.Tid.fra], rader[rad + Hurtigskjema.Tid.til])
    guard Omfang.høy(til) >= Omfang.lav(fra) else { return false }
    rader[rad + Hurtigskjema.Tid.fra] = Omfang.pakk(Omfang.lav(fra), min(Omfang.høy(fra), Omfang.høy(til)))
    rader[rad + Hurtigskjema.Tid.til] = Omfang.pakk(max(Omfang.lav(til), Omfang.lav(fra)), Omfang.høy(til))
    return true
  }

  // MARK: The events of a collection together

  /// Sorts the rows of a record by (`fraLav`, `fraHøy`, `indeks`). They are nearly always in order.
  private func sorter(_ rader: inout [UInt64], fra start: Int, _ bord: Hurtigskjema.Bord) {
    for rad in stride(from: start + bord.bredde, to: rader.count, by: bord.bredde) {
      var plass = rad
      while plass > start, rader[plass - bord.bredde] > rader[rad] { plass -= bord.bredde }
      guard plass < rad else { continue }
      let flyttes = Array(rader[rad..<(rad + bord.bredde)])
      rader.replaceSubrange((plass + bord.bredde)..<(rad + bord.bredde), with: Array(rader[plass..<rad]))
      rader.replaceSubrange(plass..<(plass + bord.bredde), with: flyttes)
    }
  }

  /// Whether the rows of a record, sorted, pass the rules of `Postleser.sjekkSammenheng`.
  private func hengerSammen(_ rader: [UInt64], fra start: Int, _ bord: Hurtigskjema.Bord) -> Bool {
    if bord.harVarighet {
      for rad in stride(from: start + bord.bredde, to: rader.count, by: bord.bredde)
      where rader[rad] == rader[rad - bord.bredde] && Omfang.lav(rader[rad]) == Omfang.høy(rader[rad]) {
        return false
      }
    }
    guard let (hjem, kobling) = bord.kobling else { return true }
    for b in stride(from: start + bord.bredde, to: rader.count, by: bord.bredde) {
      for a in stride(from: start, to: b, by: bord.bredde)
      where erKollisjon(rader, a, b, hjem: hjem, kobling: kobling) { return false }
    }
    return true
  }

  /// Whether two placements, the first of which begins no later than the second one can, are in two homes on
  /// one day.
  private func erKollisjon(_ rader: [UInt64], _ a: Int, _ b: Int, hjem: Int, kobling: Int) -> Bool {
    let (hjemA, hjemB) = (rader[a + hjem + 1], rader[b + hjem + 1])
    let erKjent = { (rad: Int, hjem: UInt64) in
      rader[rad] == Feltkolonne.verdi && Omfang.lav(hjem) == Omfang.høy(hjem)
    }
    guard hjemA != hjemB, erKjent(a + hjem, hjemA), erKjent(b + hjem, hjemB) else { return false }
    let til = min(
      Omfang.lav(rader[a + Hurtigskjema.Tid.til]), Omfang.lav(rader[b + Hurtigskjema.Tid.til]))
    guard max(Omfang.høy(rader[a]), Omfang.høy(rader[b])) <= til else { return false }
    let erIkkeKoblet = { (rad: Int) in rader[rad + kobling] == Feltkolonne.ingen }
    let erSikkertSenere = Omfang.høy(rader[a]) < Omfang.lav(rader[b])
    return erIkkeKoblet(b) && (erSikkertSenere || erIkkeKoblet(a))
  }
}
