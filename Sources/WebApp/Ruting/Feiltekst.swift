import AuditStore
import CaseRecords
import Quality
import Values

extension IkkeTillatt {
  /// Why it is not allowed and what to do, for the one who uses the pages.
  var bokmål: String {
    switch self {
    case .sakslistenErLåst:
      "Sakslisten er allerede låst for denne måneden. Gå videre med kontrollen som er startet."
    case .sakslistenErIkkeLåst: "Sakslisten er ikke låst ennå. Trekk saker først."
    case .tomRamme:
      "Ingen saker kan trekkes. Enten er uttrekket eldre enn kontrolldatoen, eller alle sakene er kontrollert de "
        + "siste 12 månedene. Ingenting er låst."
    case .trekningstalletErSatt: "Måneden har allerede et trekningstall. Det kan bare trekkes én gang."
    case .manglerTrekningstall: "Det finnes ikke noe trekningstall ennå. Trekk saker først."
    case .alleredeTrukket: "Sakene for denne måneden er allerede trukket. Det kan bare trekkes én gang."
    case .ikkeTrukket: "Ingen saker er trukket ennå. Trekk saker først."
    case .feilLodd: "Loddene hører ikke til den låste sakslisten. Ingenting er trukket."
    case .sakenErIkkeTrukket: "Saken er ikke blant de trukne. Den kan ha blitt byttet."
    case .feilReserve(let next?): "Neste sak på reservelisten er \(next). Bare den kan brukes."
    case .feilReserve(nil): "Reservelisten er tom. Saken kan ikke byttes."
    case .ikkeVurdert(let cases): "Reglene er ikke kjørt ennå for \(Bokmål.liste(cases))."
    case .ukjentPunkt(let point, _): "Sjekklisten har ikke noe punkt som heter \(point)."
    case .ukjentOpplysning: "Det er ingen som spør etter denne opplysningen lenger. Last siden på nytt."
    case .manglerBegrunnelse: "Begrunnelse må fylles ut. Skriv kort hvorfor, uten navn."
    case .manglerRolle: "Det må stå hvem som gjør dette."
    case .identitet(_, let kind):
      "Teksten ser ut til å inneholde \(kind.bokmål). Fjern det før du lagrer."
    case .åpneSpørsmål(let questions):
      "\(questions.count == 1 ? "Ett spørsmål er" : "\(questions.count) spørsmål er") ikke besvart. Svar på alt før du "
        + "låser kontrollen."
    case .endretImens: "Noen andre har svart i denne saken imens. Se svaret før du lagrer."
    case .kontrollenErLåst:
      "Kontrollen er låst og kan ikke endres. Er noe feil i den, kan den rettes med et tillegg."
    case .kontrollenErIkkeLåst: "Kontrollen er ikke låst. Endre svaret i stedet."
    case .pointWithoutCase: "Velg hvilken sak punktet gjelder."
    case .beforeLock(let day): "Kontrollen ble låst \(day.bokmål). Den kan ikke rettes før den dagen."
    case .correctionNumber: "Noen andre har rettet kontrollen imens. Last siden på nytt."
    }
  }
}

extension Oppfølgingsfeil {
  /// Why it is not allowed and what to do, for the one who uses the pages.
  var bokmål: String {
    switch self {
    case .ukjent(let number): "\(number) finnes ikke."
    case .overgang(let number, let state, _, _):
      "\(number) er «\(tilstandsord(state))». Da kan ikke dette gjøres. Last siden på nytt og se hva som kan gjøres nå."
    case .førForrige(let number, let day):
      "Det siste som er gjort med \(number), er datert \(day.bokmål). Bruk den dagen eller en senere dag."
    case .mangler: "Alle felt som ikke er merket «Valgfritt», må fylles ut."
    case .rolleform: "Rollen kan ikke brukes her. Bruk vanlige bokstaver, siffer og bindestrek."
    case .identitet(_, let kind): "Teksten ser ut til å inneholde \(kind.bokmål). Fjern det før du lagrer."
    case .egetTiltak: "Du kan ikke bekrefte et tiltak du selv har utført. En annen rolle må gjøre det."
    case .uferdigeTiltak(let numbers):
      "Disse tiltakene er ikke gjennomført eller ikke evaluert: \(Bokmål.liste(numbers))."
    case .utenEffekt(let numbers):
      "Det er ikke vist at \(Bokmål.liste(numbers)) virket. Skriv hvorfor avviket lukkes likevel. Det kommer på "
        + "agendaen i neste møte."
    case .datoer: "Datoene stemmer ikke. Et tiltak evalueres samme dag som det er gjennomført, eller senere."
    case .utenMål: "Velg hvilke avvik tiltaket gjelder, eller hvilke punkter det skal måles på."
    case .kontrollfunn(let number): "\(number) er funnet i en kontroll. Et slikt funn kan ikke avvises."
    case .ingenSenerePeriode(let number):
      "Ingen kontroll har funnet \(number) igjen for en senere periode. Da kan det ikke gjenåpnes."
    case .ikkeKontrollert: "Dette er ikke en del av en låst kontroll."
    case .sammeLeser: "Den andre leseren må være en som ikke har svart i kontrollen eller låst den."
    case .alleredeLest(let sak): "\(sak) er allerede lest av en annen leser."
    case .ukjentPunkt(let point): "Kontrollen har ikke noe punkt som heter \(point) i denne saken."
    }
  }
}

extension Kontrollverbfeil {
  /// What is wrong and what to do, for the one who uses the pages.
  var bokmål: String {
    switch self {
    case .ufullstendig:
      "Denne kontrollen kan ikke leses lenger, fordi deler av den er slettet. Bruk den arkiverte protokollen."
    case .manglerSak(let sak):
      "Sak \(sak) er trukket, men er ikke i uttrekket. Last opp et uttrekk der den er med."
    case .manglerØyeblikksbilde:
      "Opplysningene i saken er slettet fordi tiden er ute. Da kan ingenting fylles ut. Vurder punktet i stedet."
    case .annenJournalkode: "Journalkoden passer ikke med journalen."
    }
  }
}

private func tilstandsord(_ code: String) -> String {
  Avvikstilstand(rawValue: code)?.visning ?? Tiltakstilstand(rawValue: code)?.visning
    ?? ["apent": "Åpent", "godkjent": "Godkjent", "vedtatt": "Vedtatt", "utfort": "Utført"][code] ?? code
}
