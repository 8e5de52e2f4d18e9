internal import JSONText
internal import Vocabulary

/// Rules for the events of one collection taken together.
extension Postleser {
  /// `første` is the collection's first row of this record; the rows are sorted.
  mutating func sjekkSammenheng(_ samling: Int, _ node: Int, _ første: Int, _ bunke: Saksbunke) {
    let modell = skjema.modell
    if modell.samlinger[samling].varighet != nil {
      sjekkSammeDag(samling, node, første, bunke.samlinger[samling])
    }
    if modell.samlinger[samling].etterFødselen, let født = skjema.fødselsfelt {
      sjekkFødsel(bunke.opplysninger[født].lav.last, samling, node, første, bunke.samlinger[samling])
    }
    for avledet in modell.samlinger {
      if let avledning = avledet.avledning, avledning.kilde == modell.samlinger[samling].navn {
        sjekkHjem(avledning, samling, node, første, bunke.samlinger[samling])
      }
    }
  }

  /// Nobody can have visited a child that is not born. The month of birth is not known exactly: what is certainly
  /// before it is refused.
  private mutating func sjekkFødsel(
    _ født: Int32?, _ samling: Int, _ node: Int, _ første: Int, _ tabell: Samlingstabell
  ) {
    guard let født else { return }
    for rad in første..<tabell.indeks.count where tabell.fraHøy[rad] < født {
      let sted = Sted.hendelse(samling: samling, indeks: Int(tabell.indeks[rad]))
      let melding = "\(omtale(sted)) is before the child was born; one of the two dates is wrong."
      meld(.beforeBirth, hendelsesnode(node, Int(tabell.indeks[rad])), sted, melding)
    }
  }

  /// Each entry lasts to the next one, so two on one and the same day would leave open which is in force.
  private mutating func sjekkSammeDag(_ samling: Int, _ node: Int, _ første: Int, _ tabell: Samlingstabell) {
    for rad in (første + 1)..<max(første + 1, tabell.indeks.count)
    where tabell.fraLav[rad] == tabell.fraHøy[rad] && tabell.fraLav[rad - 1] == tabell.fraLav[rad]
      && tabell.fraHøy[rad - 1] == tabell.fraLav[rad]
    {
      let sted = Sted.hendelse(samling: samling, indeks: Int(tabell.indeks[rad]))
      let melding = "\(omtale(sted)) has the same date as another entry; which one is in force is not known."
      meld(.sameDayFrequency, hendelsesnode(node, Int(tabell.indeks[rad])), sted, melding)
    }
  }

  /// A child cannot be placed in two homes on one day, unless it moved with its foster parents.
  private mutating func sjekkHjem(
    _ avledning: Avledning, _ samling: Int, _ node: Int, _ første: Int, _ tabell: Samlingstabell
  ) {
    let modell = skjema.modell.samlinger[samling]
    guard let hjem = modell.felt(avledning.sammeFelt), let kobling = modell.felt(avledning.koblingsfelt)
    else { return }
    let hjemmet = tabell.felter[hjem]
    let kjent = { (rad: Int) in
      hjemmet.maske[rad] == Feltkolonne.verdi && hjemmet.lav[rad] == hjemmet.høy[rad]
    }
    let erIkkeKoblet = { (rad: Int) in tabell.felter[kobling].maske[rad] == Feltkolonne.ingen }
    for b in første..<tabell.indeks.count where kjent(b) {
      for a in første..<b where kjent(a) && hjemmet.lav[a] != hjemmet.lav[b] {
        let førsteFelles = max(tabell.fraHøy[a], tabell.fraHøy[b])
        guard førsteFelles <= min(tabell.tilLav[a], tabell.tilLav[b]) else { continue }
        // Row a begins no later than row b can; when the order is not certain, neither may be joined.
        let erSikkertSenere = tabell.fraHøy[a] < tabell.fraLav[b]
        guard erIkkeKoblet(b), erSikkertSenere || erIkkeKoblet(a) else { continue }
        let sted = Sted.hendelse(samling: samling, indeks: Int(tabell.indeks[b]))
        let melding =
          "\(omtale(sted)) overlaps a placement in another home; til of the earlier one may be missing or wrong."
        meld(.placementConflict, hendelsesnode(node, Int(tabell.indeks[b])), sted, melding)
        break
      }
    }
  }

  private func hendelsesnode(_ liste: Int, _ indeks: Int) -> Int {
    var element = liste + 1
    for _ in 0..<indeks { element = Int(tape.nodes[element].next) }
    return element
  }
}
