/// Values of fields.
extension Hurtigleser {
  /// The mask of ja, nei or unknown; 0 for anything else.
  @inline(__always)
  func sannhet(_ peker: inout Bytepeker) -> UInt64 {
    if peker.ta(ord: .ja) { return Feltkolonne.verdi }
    if peker.ta(ord: .nei) { return Feltkolonne.ingen }
    return peker.ta(ord: .null) ? Feltkolonne.verdi | Feltkolonne.ingen : 0
  }

  /// The mask of a code, a list of codes, none or unknown; 0 for anything else.
  @inline(__always)
  func kode(_ peker: inout Bytepeker, _ felt: Hurtigskjema.Felt) -> UInt64 {
    peker.neste == UInt8(ascii: "\"") ? skrevetKode(&peker, felt) : annenKode(&peker, felt)
  }

  @inline(never)
  private func annenKode(_ peker: inout Bytepeker, _ felt: Hurtigskjema.Felt) -> UInt64 {
    if peker.ta(ord: .nei) { return Feltkolonne.ingen }
    if peker.ta(ord: .null) { return felt.ukjent.maske }
    if let (sifre, _) = peker.heltall() { return maske(sifre, peker, felt, fortegn: -1) }
    guard peker.ta("[") else { return 0 }
    var alle: UInt64 = 0
    repeat {
      peker.hoppOverRom()
      let maske = skrevetKode(&peker, felt)
      guard maske != 0 else { return 0 }
      alle |= maske
    } while peker.ta(",")
    return peker.ta("]") ? alle : 0
  }

  @inline(__always)
  private func skrevetKode(_ peker: inout Bytepeker, _ felt: Hurtigskjema.Felt) -> UInt64 {
    guard peker.ta("\""), let streng = peker.tekst() else { return 0 }
    return maske(streng, peker, felt, fortegn: 1)
  }

  /// The mask of a code; `fortegn` is -1 for one that is written as a number.
  @inline(__always)
  private func maske(
    _ streng: Bytestreng, _ peker: Bytepeker, _ felt: Hurtigskjema.Felt, fortegn: Int8
  ) -> UInt64 {
    guard let navn = skjema.navn.finn(streng, peker) else { return 0 }
    let kode = skjema.kart[felt.koder &+ navn] &* fortegn
    return kode > 0 ? 1 &<< UInt64(kode.magnitude) : 0
  }

  /// A value of the other types.
  @inline(__always)
  func omfang(
    _ peker: inout Bytepeker, _ felt: Hurtigskjema.Felt, _ koder: inout Tekstkoder
  ) -> Feltverdi? {
    guard peker.neste == UInt8(ascii: "\"") else { return annetOmfang(&peker, felt) }
    peker.gåForbi(1)
    if felt.slag == .tekstkode { return tekstkode(&peker, &koder) }
    guard felt.slag.erDager, let dato = skjema.kalender.dato(&peker), !(dato.erFull && felt.slag == .måned),
      dato.lav <= uttrekk, dato.lav >= skjema.tidligst
    else { return nil }
    return .verdi(dato.lav, min(dato.høy, uttrekk))
  }

  @inline(never)
  private func annetOmfang(_ peker: inout Bytepeker, _ felt: Hurtigskjema.Felt) -> Feltverdi? {
    if felt.slag == .tall, let (_, tall) = peker.heltall() { return .verdi(tall, tall) }
    if peker.ta(ord: .null) {
      var ukjent = felt.ukjent
      if felt.slag.erDager { ukjent.høy = uttrekk }
      return ukjent
    }
    return felt.slag != .måned && peker.ta(ord: .nei) ? .ingen : nil
  }

  private func tekstkode(_ peker: inout Bytepeker, _ koder: inout Tekstkoder) -> Feltverdi? {
    guard let streng = peker.tekst() else { return nil }
    if let nummer = koder.finn(streng) { return .verdi(nummer, nummer) }
    guard peker.erId(streng) else { return nil }
    let tekst = peker.tekst(streng)
    var nummer = koder.finn(tekst)
    if nummer == nil, vakt(tekst) == nil { nummer = koder.ny(tekst) }
    guard let nummer else { return nil }
    koder.husk(streng, nummer)
    return .verdi(nummer, nummer)
  }
}
