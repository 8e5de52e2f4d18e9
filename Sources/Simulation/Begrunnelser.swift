import Quality

/// What a controller writes. Made up; no name and no place.
enum Begrunnelser {
  static let oppfylt = [
    "Lest i saken. Det står hva vurderingen bygger på, og hva barnet mener.",
    "Referatet fra det siste besøket viser dette godt.",
    "Dokumentet er på plass og er oppdatert i år.",
  ]
  static let kanIkkeVurderes = ["Papirmappen er hos nemnda, så dette kan ikke vurderes i dag."]
  static let faktum = [
    "Det står i referatet.", "Kontaktpersonen har sett etter i papirmappen.", "Det framgår av journalen.",
  ]
  static let ingenBekymring = [
    "De siste referatene viser at barnet har det godt.", "Barnet er sett, og det er ingen tegn til uro.",
  ]
  static let bekymring = [
    "Barnet har sagt at det ikke vil bo der lenger. Teamleder tok saken opp samme dag."
  ]

  /// Why the rule is not right in this case.
  static func uenig(_ valg: Svaralternativ) -> [String] {
    switch valg {
    case .ikkeAktuelt:
      ["Barnet var hjemme i prøvetid i denne perioden. Regelen tar ikke hensyn til det."]
    case .oppfylt, .ikkeOppfylt, .kanIkkeVurderes:
      ["Jeg har lest saken, og kravet er oppfylt. Regelen leter bare etter én måte å skrive det på."]
    }
  }

  /// Why something is missing.
  static func funn(_ mangel: Mangelslag) -> [String] {
    switch mangel {
    case .ikkeGjort:
      [
        "Kontaktpersonen bekrefter at dette ikke er gjort.",
        "Det ble ikke gjort da saken byttet kontaktperson.",
        "Teamet hadde for få folk i perioden, og dette ble utsatt.",
      ]
    case .ikkeDokumentert:
      [
        "Kontaktpersonen sier at det er gjort, men det står ikke i saken.",
        "Det er nevnt i en e-post, men det finnes ikke noe referat.",
        "Teksten er for kort til å vise hva som er vurdert.",
      ]
    case .ikkeRegistrert:
      [
        "Referatet ligger i papirmappen, men er ikke registrert i fagsystemet.",
        "Det er registrert på feil sted i fagsystemet.",
      ]
    }
  }
}
