internal import JSONText
internal import Values
internal import Vocabulary

/// The times of an event, as day numbers.
struct Hendelsestid {
  var fra: (lav: Int32, høy: Int32)
  var til = (lav: Dato.tidenesEnde.dag, høy: Dato.tidenesEnde.dag)
  var registrert = (lav: Dato.tidenesMorgen.dag, høy: Dato.tidenesEnde.dag)
}

extension Postleser {
  /// Reads `hendelser` and `ufullstendig`: a row for every event, and how complete each collection is.
  mutating func samlinger(
    _ hendelser: Int?, ufullstendig: Int?, inn bunke: inout Saksbunke, _ koder: inout Tekstkoder
  ) {
    let antall = skjema.modell.samlinger.count
    var noder = [Int?](repeating: nil, count: antall)
    if let hendelser, tape.nodes[hendelser].kind != .null {
      if tape.nodes[hendelser].kind == .beginObject {
        var key = hendelser + 1
        while key < Int(tape.nodes[hendelser].next) {
          if let navn = finn(key, i: skjema.samlingsnavn) {
            noder[skjema.samlingsnummer[navn]] = key + 1
          } else {
            ukjentNøkkel(key, .rot("hendelser"))
          }
          key = Int(tape.nodes[key + 1].next)
        }
      } else {
        feilType(hendelser, .rot("hendelser"), "an object")
      }
    }
    let delvise = ufullstendige(ufullstendig)
    for samling in 0..<antall {
      let node = noder[samling].flatMap { tape.nodes[$0].kind == .null ? nil : $0 }
      let første = bunke.samlinger[samling].indeks.count
      if let node { les(samling, node, inn: &bunke.samlinger[samling], &koder) }
      bunke.samlinger[samling].start.append(Int32(bunke.samlinger[samling].indeks.count))
      let kind = skjema.modell.samlinger[samling]
      // A collection that is not named may mean «none»; `null` always means that it is not known.
      let isClosed =
        node != nil || kind.avledning != nil || noder[samling] == nil && kind.manglerBetyr == .ingen
      let åpenhet: Åpenhet = delvise.contains(samling) ? .ufullstendig : .lukket
      bunke.samlinger[samling].åpenhet.append(isClosed ? åpenhet : .ikkeUttrukket)
      guard let node, funn.isEmpty else { continue }
      bunke.samlinger[samling].sorter(fra: første)
      sjekkSammenheng(samling, node, første, bunke)
    }
  }

  /// The collections that `ufullstendig` names.
  private mutating func ufullstendige(_ node: Int?) -> Set<Int> {
    guard let node, tape.nodes[node].kind != .null else { return [] }
    guard tape.nodes[node].kind == .beginArray else {
      feilType(node, .rot("ufullstendig"), "a list of names of collections")
      return []
    }
    var samlinger: Set<Int> = []
    for (indeks, element) in tape.elements(of: node).enumerated() {
      if tape.nodes[element].kind == .string, let navn = finn(element, i: skjema.samlingsnavn) {
        samlinger.insert(skjema.samlingsnummer[navn])
      } else if !stanset(element, .ufullstendig(indeks)) {
        meld(
          .unknownCollection, element, .ufullstendig(indeks), "ufullstendig[\(indeks)] is not a collection.")
      }
    }
    return samlinger
  }

  private mutating func les(
    _ samling: Int, _ node: Int, inn tabell: inout Samlingstabell, _ koder: inout Tekstkoder
  ) {
    guard tape.nodes[node].kind == .beginArray else {
      feilType(node, .samling(samling), "a list")
      return
    }
    let skjema = skjema.samlinger[samling]
    var indeks = 0
    var element = node + 1
    let slutt = Int(tape.nodes[node].next)
    while element < slutt {
      let sted = Sted.hendelse(samling: samling, indeks: indeks)
      guard indeks < Postleser.flestHendelser else {
        meld(
          .tooManyEvents, element, .samling(samling),
          "\(omtale(.samling(samling))) has more than \(Postleser.flestHendelser) events.")
        return
      }
      if tape.nodes[element].kind == .beginObject {
        let tid = hendelse(samling, indeks, element, skjema, &koder)
        skriv(tid, indeks, skjema, inn: &tabell)
      } else {
        feilType(element, sted, "an object")
      }
      indeks += 1
      element = Int(tape.nodes[element].next)
    }
  }

  /// Reads an event's fields into the row; the result is when it was.
  private mutating func hendelse(
    _ samling: Int, _ indeks: Int, _ node: Int, _ skjema: Samlingsskjema, _ koder: inout Tekstkoder
  ) -> Hendelsestid {
    begynnRad(skjema)
    var tid = Hendelsestid(fra: (Dato.tidenesMorgen.dag, uttrekk))
    let slutt = Int(tape.nodes[node].next)
    var key = node + 1
    while key < slutt {
      if let nøkkel = finn(key, i: skjema.nøkler) {
        if nøkkel < skjema.slag.count {
          let sted = Sted.felt(samling: samling, indeks: indeks, felt: nøkkel)
          lesFelt(key + 1, skjema, nøkkel, sted, &koder)
        } else {
          let nøkkel = skjema.tider[nøkkel - skjema.slag.count]
          self.tid(key + 1, nøkkel, .tid(samling: samling, indeks: indeks, nøkkel), &tid)
        }
      } else {
        ukjentNøkkel(key, .hendelse(samling: samling, indeks: indeks))
      }
      key = Int(tape.nodes[key + 1].next)
    }
    snevreInn(&tid, samling, indeks, node)
    return tid
  }

  private mutating func tid(_ node: Int, _ nøkkel: Tidsnøkkel, _ sted: Sted, _ tid: inout Hendelsestid) {
    switch tape.nodes[node].kind {
    case .null: return
    case .false where nøkkel == .til: return
    case .false:
      meld(.falseNotAllowed, node, sted, "\(omtale(sted)) cannot be false; leave it out when it is unknown.")
      return
    case .string: break
    case .beginArray:
      ikkeListe(node, sted)
      return
    default:
      feilType(node, sted, "a date, as in \"2014-03-12\"")
      return
    }
    guard let dato = isodato(node) else {
      ugyldigDato(node, sted, erMåned: false)
      return
    }
    guard !erForTidlig(dato, node, sted) else { return }
    switch nøkkel {
    case .til: tid.til = (dato.lav, dato.høy)
    case .registrert: tid.registrert = (dato.lav, dato.høy)
    case .dato, .fra:
      guard dato.lav <= uttrekk else {
        meld(.dateAfterExtract, node, sted, "\(omtale(sted)) is after the last day of the extract.")
        return
      }
      tid.fra = (dato.lav, min(dato.høy, uttrekk))
    }
  }

  /// Of the days that `fra` and `til` can be, those remain for which some `fra` is not after some `til`.
  private mutating func snevreInn(_ tid: inout Hendelsestid, _ samling: Int, _ indeks: Int, _ node: Int) {
    guard tid.til.høy >= tid.fra.lav else {
      let sted = Sted.hendelse(samling: samling, indeks: indeks)
      meld(.tilBeforeFra, node, sted, "\(omtale(sted)) ends before it begins: til is before fra.")
      return
    }
    tid.fra.høy = min(tid.fra.høy, tid.til.høy)
    tid.til.lav = max(tid.til.lav, tid.fra.lav)
  }

  private func skriv(
    _ tid: Hendelsestid, _ indeks: Int, _ skjema: Samlingsskjema, inn tabell: inout Samlingstabell
  ) {
    tabell.indeks.append(Int32(indeks))
    tabell.fraLav.append(tid.fra.lav)
    tabell.fraHøy.append(tid.fra.høy)
    if skjema.tider.contains(.til) {
      tabell.tilLav.append(tid.til.lav)
      tabell.tilHøy.append(tid.til.høy)
    }
    tabell.registrertLav.append(tid.registrert.lav)
    tabell.registrertHøy.append(tid.registrert.høy)
    for felt in rad.indices {
      tabell.felter[felt].append(rad[felt], harOmfang: skjema.slag[felt].harOmfang)
    }
  }
}
