import CaseRecords
import JSONText
import RegisterImport
import Values

extension Innleser {
  /// Files in the national register format, total files and changes in any order.
  func lesRegister(
    _ filer: [(navn: String, bytes: [UInt8])], _ mål: Mål, _ opplasting: inout Opplasting
  ) throws(Innlesingsfeil) {
    opplasting.kilde = .register
    guard let nøkkel else {
      throw Innlesingsfeil(
        kode: "nøkkel-mangler",
        melding: "Registerfiler kan ikke leses, fordi nøkkelen mangler. Si fra til den som drifter løsningen."
      )
    }
    let named = zip(opplasting.navn, filer).map { (navn: $0, bytes: $1.bytes) }
    let result: (poster: [JSONValue], avstemming: Avstemming)
    do throws(Importfeil) {
      result = try Registerimport(nøkkel: nøkkel, enhet: mål.enhet, team: mål.team).importer(named)
    } catch { throw Feiltekst.feil(error) }
    opplasting.leggTil(result.poster)
    opplasting.fosterbarn = result.avstemming.fosterbarn
    opplasting.linjer = linjer(result.avstemming)
  }

  private func linjer(_ avstemming: Avstemming) -> [Avstemmingslinje] {
    var lines = [Avstemmingslinje("Saker i filene", avstemming.sakerIFil)]
    for reason in Hoppårsak.allCases {
      guard let count = avstemming.hoppetOver[reason] else { continue }
      lines.append(Avstemmingslinje("Hoppet over: \(reason.tekst)", count, erVarsel: reason.erFeil))
    }
    for reason in Bortfallsgrunn.allCases {
      guard let count = avstemming.bortfall[reason] else { continue }
      lines.append(Avstemmingslinje("Hendelser som ikke er med: \(reason.tekst)", count))
    }
    if avstemming.overlapp > 0 {
      lines.append(
        Avstemmingslinje(
          "Plasseringer som overlappet den neste, og som nå slutter dagen før den", avstemming.overlapp,
          erVarsel: true))
    }
    lines.append(Avstemmingslinje("Barn i fosterhjem", avstemming.fosterbarn))
    return lines
  }
}

extension Hoppårsak {
  /// Why a case was skipped, in bokmål.
  fileprivate var tekst: String {
    switch self {
    case .avsluttet: "saken er avsluttet"
    case .slettet: "saken er slettet"
    case .åpnetPåUttrekksdagen: "saken ble åpnet på uttrekksdagen"
    case .hendelseEtterUttrekk: "saken har hendelser etter uttrekksdagen"
    case .ugyldigPeriode: "et tiltak eller en plan slutter før starten"
    case .ugyldigJournalnummer: "journalnummeret kan ikke brukes"
    case .sammeJournalnummer: "flere åpne saker har samme journalnummer"
    case .ikkeLesbar: "opplysningene kan ikke leses som en sak"
    }
  }

  /// Whether somebody should put it right in the case system.
  fileprivate var erFeil: Bool {
    switch self {
    case .avsluttet, .slettet, .åpnetPåUttrekksdagen: false
    case .hendelseEtterUttrekk, .ugyldigPeriode, .ugyldigJournalnummer, .sammeJournalnummer, .ikkeLesbar: true
    }
  }
}

extension Bortfallsgrunn {
  /// Why an event was left out, in bokmål.
  fileprivate var tekst: String {
    switch self {
    case .påUttrekksdagen: "de er fra uttrekksdagen, som ikke er ferdig"
    case .evalueringAvEttervernsplan: "evalueringer av planer for ettervern"
    case .evalueringAvSamværsplan: "evalueringer av planer for samvær"
    case .evalueringAvUndersøkelsesplan: "evalueringer av planer for undersøkelsen"
    case .evalueringAvAkuttplan: "evalueringer av planer etter akuttvedtak"
    case .vedtakUtenAvgjørelse: "vedtak som registeret ikke sier er truffet"
    case .hyppighetEtterTiltaket: "besøksfrekvens etter at tiltaket var slutt"
    case .tilsynsansvarEtterTiltaket: "ansvar for tilsynet etter at tiltaket var slutt"
    }
  }
}
