import CaseRecords
import RegisterImport

/// What is wrong, told to a team leader in bokmål; the readers' own messages are for operators.
enum Feiltekst {
  static let json = "Filen er ikke gyldig JSON her. Lag uttrekket på nytt, eller rett tegnet."

  /// A fault of a case record. The place is kept only when the record stood in the uploaded file itself.
  static func feil(_ feil: Lesefeil, _ opplasting: Opplasting) -> Innlesingsfeil {
    let isOwn = opplasting.harPlass
    let melding = tekst(feil.kode) + (feil.sted.map { " Det gjelder «\($0)»." } ?? "")
    return Innlesingsfeil(
      kode: feil.kode.rawValue, fil: opplasting.navn(påKilde: feil.fil), linje: isOwn ? feil.linje : nil,
      kolonne: isOwn ? feil.kolonne : nil, sak: feil.sak, melding: melding)
  }

  static func tekst(_ kode: Lesefeil.Kode) -> String {
    switch kode {
    case .unreadableFile: "Filen kan ikke leses."
    case .tooLarge: "Saken er for stor til å leses."
    case .invalidJSON: json
    case .duplicateKey: "Den samme nøkkelen står to ganger."
    case .notAnObject: "Saken må være et objekt med krøllparenteser rundt."
    case .missingFormat, .wrongFormat: "Feltet «format» må være \"sak/1\"."
    case .missingCaseId: "Feltet «sak» mangler."
    case .missingExtractDate: "Feltet «uttrekk» mangler."
    case .invalidId: "Saken, enheten eller teamet er ikke en kort kode med bokstaver, tall og bindestrek."
    case .duplicateCase: "Saken står mer enn én gang. Ingen av dem er brukt."
    case .identity:
      "Saken inneholder noe som ser ut som et personnummer eller en kontaktopplysning. Fjern det."
    case .unknownKey: "Saken har et felt som saksmodellen ikke kjenner."
    case .unknownCode: "Koden finnes ikke i saksmodellen."
    case .unknownCollection: "Samlingen finnes ikke i saksmodellen."
    case .wrongType: "Verdien er ikke av riktig slag."
    case .falseNotAllowed: "Verdien kan ikke være «false». La feltet stå tomt når det ikke er kjent."
    case .listNotAllowed: "Feltet kan ikke ha en liste."
    case .emptyList: "Feltet har en tom liste."
    case .invalidNumber: "Tallet er ikke et helt tall."
    case .invalidDate: "Datoen finnes ikke eller er skrevet feil. Skriv 2014-03-12."
    case .fullBirthDate: "Fødselsdagen skal ikke være med. Skriv bare år og måned."
    case .dateAfterExtract: "Datoen er etter den siste dagen uttrekket gjelder for."
    case .dateTooEarly: "Datoen er for lenge siden til å være riktig. Sjekk årstallet."
    case .beforeBirth: "Hendelsen er datert før barnet ble født. Én av de to datoene er feil."
    case .tilBeforeFra: "Perioden slutter før den begynner."
    case .sameDayFrequency:
      "To beslutninger om frekvens har samme dato. Da er det uklart hvilken som gjelder."
    case .placementConflict: "Barnet er plassert i to hjem på samme tid. Kanskje mangler en sluttdato."
    case .tooManyEvents: "Saken har for mange hendelser av samme slag."
    case .invalidFact, .contradictsRecord: "Opplysningen passer ikke med resten av saken."
    }
  }

  /// A fault of a register file.
  static func feil(_ feil: Importfeil) -> Innlesingsfeil {
    let text =
      switch feil.kode {
      case "import-nøkkel": "Nøkkelen for registerfiler er for kort. Si fra til den som drifter løsningen."
      case "import-navn": "Enheten eller teamet er ikke en kort kode med bokstaver, tall og bindestrek."
      case "import-doctype": "Filen har en dokumenttype (DOCTYPE). Slike filer blir ikke lest."
      case "import-tegnsett": "Filen er ikke i UTF-8. Lag uttrekket på nytt."
      case "import-kjede":
        "Filene passer ikke sammen. Last opp ett fullt uttrekk og endringsfilene som hører til det."
      case "import-xml": "Filen er ikke en hel XML-fil. Lag uttrekket på nytt."
      case "import-skjema": "Filen er ikke en registerfil slik formatet krever. Lag uttrekket på nytt."
      default: "Filen kan ikke leses."
      }
    return Innlesingsfeil(
      kode: feil.kode, fil: feil.fil, linje: feil.linje, kolonne: feil.kolonne, melding: text)
  }
}
