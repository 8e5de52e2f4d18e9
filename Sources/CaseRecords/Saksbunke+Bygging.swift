public import Vocabulary

extension Saksbunke {
  /// An empty bunke whose columns follow this vocabulary.
  public init(modell: Saksmodell) {
    self.init(
      modell: modell, saker: [], opplysninger: modell.opplysninger.map { _ in Feltkolonne() },
      samlinger: modell.samlinger.map { samling in
        var tabell = Samlingstabell()
        tabell.felter = samling.felter.map { _ in Feltkolonne() }
        return tabell
      }, tekstkoder: [])
  }

  /// A bunke of one: the case at this position.
  public func sak(at nummer: Int) -> Saksbunke {
    var bunke = Saksbunke(modell: modell)
    bunke.append(sak: nummer, fra: self)
    return bunke
  }

  /// Adds the cases of another bunke of the same vocabulary after those that are here.
  public mutating func append(_ annen: Saksbunke) {
    for nummer in annen.saker.indices { append(sak: nummer, fra: annen) }
  }

  /// Adds one case of another bunke of the same vocabulary.
  public mutating func append(sak nummer: Int, fra annen: Saksbunke) {
    saker.append(annen.saker[nummer])
    for (index, felt) in modell.opplysninger.enumerated() {
      let first = opplysninger[index].maske.count
      opplysninger[index].append(annen.opplysninger[index], nummer..<nummer + 1, felt.type)
      if felt.type == .tekstkode { opplysninger[index].oversett(fra: first, annen.tekstkoder, &tekstkoder) }
    }
    for (index, samling) in modell.samlinger.enumerated() {
      let first = samlinger[index].indeks.count
      samlinger[index].append(annen.samlinger[index], sak: nummer, samling)
      for (number, felt) in samling.felter.enumerated() where felt.type == .tekstkode {
        samlinger[index].felter[number].oversett(fra: first, annen.tekstkoder, &tekstkoder)
      }
    }
  }

  /// Takes away all but the first cases; what a refused record has already written goes with them.
  mutating func kutt(tilSaker antall: Int) {
    saker.removeLast(saker.count - antall)
    for index in opplysninger.indices { opplysninger[index].kutt(tilRader: antall) }
    for index in samlinger.indices { samlinger[index].kutt(tilSaker: antall) }
  }
}

extension Feltkolonne {
  mutating func append(_ verdi: Feltverdi, harOmfang: Bool) {
    maske.append(verdi.maske)
    guard harOmfang else { return }
    lav.append(verdi.lav)
    høy.append(verdi.høy)
  }

  mutating func append(_ annen: Feltkolonne, _ rader: Range<Int>, _ type: Felttype) {
    maske.append(contentsOf: annen.maske[rader])
    guard type.harOmfang else { return }
    lav.append(contentsOf: annen.lav[rader])
    høy.append(contentsOf: annen.høy[rader])
  }

  /// Gives the rows from `first` numbers in `tekstkoder` for the text codes that they have in another list.
  mutating func oversett(fra first: Int, _ andres: [String], _ tekstkoder: inout [String]) {
    for rad in first..<maske.count where maske[rad] == Feltkolonne.verdi && lav[rad] == høy[rad] {
      let tekst = andres[Int(lav[rad])]
      let nummer = tekstkoder.firstIndex(of: tekst) ?? tekstkoder.count
      if nummer == tekstkoder.count { tekstkoder.append(tekst) }
      lav[rad] = Int32(nummer)
      høy[rad] = Int32(nummer)
    }
  }

  mutating func kutt(tilRader antall: Int) {
    maske.removeLast(max(0, maske.count - antall))
    lav.removeLast(max(0, lav.count - antall))
    høy.removeLast(max(0, høy.count - antall))
  }
}

extension Samlingstabell {
  mutating func append(_ annen: Samlingstabell, sak: Int, _ samling: Samling) {
    let rader = annen.rader(sak)
    åpenhet.append(annen.åpenhet[sak])
    indeks.append(contentsOf: annen.indeks[rader])
    fraLav.append(contentsOf: annen.fraLav[rader])
    fraHøy.append(contentsOf: annen.fraHøy[rader])
    if samling.tid == .periode, samling.avledning == nil {
      tilLav.append(contentsOf: annen.tilLav[rader])
      tilHøy.append(contentsOf: annen.tilHøy[rader])
    }
    registrertLav.append(contentsOf: annen.registrertLav[rader])
    registrertHøy.append(contentsOf: annen.registrertHøy[rader])
    for (index, felt) in samling.felter.enumerated() {
      felter[index].append(annen.felter[index], rader, felt.type)
    }
    start.append(Int32(indeks.count))
  }

  mutating func kutt(tilSaker antall: Int) {
    start.removeLast(max(0, start.count - antall - 1))
    åpenhet.removeLast(max(0, åpenhet.count - antall))
    kutt(tilRader: Int(start[antall]))
  }

  private mutating func kutt(tilRader antall: Int) {
    for kolonne in [
      \Samlingstabell.indeks, \.fraLav, \.fraHøy, \.tilLav, \.tilHøy, \.registrertLav, \.registrertHøy,
    ] {
      self[keyPath: kolonne].removeLast(max(0, self[keyPath: kolonne].count - antall))
    }
    for index in felter.indices { felter[index].kutt(tilRader: antall) }
  }

  /// Sorts the rows from `first` by (`fraLav`, `fraHøy`, `indeks`). Most records are in order already.
  mutating func sorter(fra first: Int) {
    let rader = first..<indeks.count
    guard rader.count > 1, zip(rader, rader.dropFirst()).contains(where: { !precedes($0, $1) }) else {
      return
    }
    let orden = rader.sorted { precedes($0, $1) }
    for kolonne in [
      \Samlingstabell.indeks, \.fraLav, \.fraHøy, \.tilLav, \.tilHøy, \.registrertLav, \.registrertHøy,
    ] {
      self[keyPath: kolonne].ordne(rader, orden)
    }
    for index in felter.indices {
      felter[index].maske.ordne(rader, orden)
      felter[index].lav.ordne(rader, orden)
      felter[index].høy.ordne(rader, orden)
    }
  }

  private func precedes(_ a: Int, _ b: Int) -> Bool {
    (fraLav[a], fraHøy[a], indeks[a]) < (fraLav[b], fraHøy[b], indeks[b])
  }
}

extension Array {
  /// Puts the elements of a range in a new order; nothing when the array has no such rows.
  fileprivate mutating func ordne(_ range: Range<Int>, _ order: [Int]) {
    guard range.upperBound <= count else { return }
    replaceSubrange(range, with: order.map { self[$0] })
  }
}
