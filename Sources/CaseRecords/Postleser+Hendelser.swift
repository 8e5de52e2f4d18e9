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
  mutating func samlinger(_ hendelser: Int?, ufullstendig: Int?, inn bunke: inout Saksbunke) {
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
      if let node { self.samling(samling, node, inn: &bunke) }
      bunke.samlinger[samling].start.append(Int32(bunke.samlinger[samling].indeks.count))
      let erAvledet = skjema.modell.samlinger[samling].avledning != nil
      let åpenhet: Åpenhet = delvise.contains(samling) ? .ufullstendig : .lukket
      bunke.samlinger[samling].åpenhet.append(node == nil && !erAvledet ? .ikkeUttrukket : åpenhet)
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

  private mutating func samling(_ samling: Int, _ node: Int, inn bunke: inout Saksbunke) {
    guard tape.nodes[node].kind == .beginArray else {
      feilType(node, .samling(samling), "a list")
      return
    }
    var indeks = 0
    var element = node + 1
    while element < Int(tape.nodes[node].next) {
      guard indeks < Postleser.flestHendelser else {
        let melding = "\(omtale(.samling(samling))) has more than \(Postleser.flestHendelser) events."
        meld(.tooManyEvents, element, .samling(samling), melding)
        return
      }
      if tape.nodes[element].kind == .beginObject {
        hendelse(samling, indeks, element, inn: &bunke)
      } else {
        feilType(element, .hendelse(samling: samling, indeks: indeks), "an object")
      }
      indeks += 1
      element = Int(tape.nodes[element].next)
    }
  }

  private mutating func hendelse(_ samling: Int, _ indeks: Int, _ node: Int, inn bunke: inout Saksbunke) {
    let antallFelter = skjema.samlinger[samling].felter.count
    rad.removeAll(keepingCapacity: true)
    for felt in 0..<antallFelter {
      let type = skjema.samlinger[samling].felter[felt].felt.type
      rad.append(avgrenset(skjema.samlinger[samling].felter[felt].mangler, type))
    }
    var tid = Hendelsestid(fra: (Dato.tidenesMorgen.dag, uttrekk))
    let slutt = Int(tape.nodes[node].next)
    var key = node + 1
    while key < slutt {
      if let nøkkel = finn(key, i: skjema.samlinger[samling].nøkler) {
        if nøkkel < antallFelter {
          let sted = Sted.felt(samling: samling, indeks: indeks, felt: nøkkel)
          rad[nøkkel] = verdi(key + 1, skjema.samlinger[samling].felter[nøkkel], sted, &bunke)
        } else {
          let nøkkel = skjema.samlinger[samling].tider[nøkkel - antallFelter]
          self.tid(key + 1, nøkkel, .tid(samling: samling, indeks: indeks, nøkkel), &tid)
        }
      } else {
        ukjentNøkkel(key, .hendelse(samling: samling, indeks: indeks))
      }
      key = Int(tape.nodes[key + 1].next)
    }
    snevreInn(&tid, samling, indeks, node)
    skriv(tid, samling, indeks, inn: &bunke)
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

  private func skriv(_ tid: Hendelsestid, _ samling: Int, _ indeks: Int, inn bunke: inout Saksbunke) {
    bunke.samlinger[samling].indeks.append(Int32(indeks))
    bunke.samlinger[samling].fraLav.append(tid.fra.lav)
    bunke.samlinger[samling].fraHøy.append(tid.fra.høy)
    if skjema.modell.samlinger[samling].tid == .periode {
      bunke.samlinger[samling].tilLav.append(tid.til.lav)
      bunke.samlinger[samling].tilHøy.append(tid.til.høy)
    }
    bunke.samlinger[samling].registrertLav.append(tid.registrert.lav)
    bunke.samlinger[samling].registrertHøy.append(tid.registrert.høy)
    for felt in rad.indices {
      let harOmfang = skjema.samlinger[samling].felter[felt].felt.type.harOmfang
      bunke.samlinger[samling].felter[felt].append(rad[felt], harOmfang: harOmfang)
    }
  }
}
