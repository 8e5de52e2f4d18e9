import ArgumentParser
import CaseRecords
import Checklists
import Quality
import Reports
import Sampling
import Values

/// Reads what a control starts from: the checklist in force and the team's cases.
struct Kontrollinngang: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Case files, folders, JSON Lines, or - for standard input.", valueName: "path"))
  var cases: [String] = []
  @Option(
    help: ArgumentHelp(
      "The control date, if not the last day of the month or of the extract.", valueName: "date"))
  var on: Dato?
  @OptionGroup var definisjoner: Definisjonsvalg

  func validate() throws {
    if cases.isEmpty { throw ValidationError("Give the cases: --cases PATH…") }
  }

  /// What was read.
  struct Lest {
    var enhet: String
    var grunnlag: Kontrollgrunnlag
    var vurdering: Sjekklistevurdering
    /// Records that could not be read; they are told of, and the exit code says so.
    var feil: Int
  }

  func les(_ valg: Kontrollvalg, _ waivers: WaiverOptions? = nil) throws -> Lest {
    let bibliotek = try definisjoner.bibliotek(utvalg(valg.month))
    let (kilder, unreadable) = Kilde.finn(cases)
    var (bunke, feil) = Saksinngang.leser(bibliotek.modell).les(kilder)
    feil = unreadable + feil
    for fault in feil { Utskrift.feil("internkontroll: \(Sjekkfeil(fault).linjetekst)") }
    let own = team(bunke, valg.team)
    guard let enhet = own.saker.first?.enhet else {
      throw Kommandofeil(feil.isEmpty ? .nothing : .failed, "no case of the team \(valg.team) was read")
    }
    guard own.saker.allSatisfy({ $0.enhet == enhet }) else {
      throw Kommandofeil(.failed, "the cases of \(valg.team) come from more than one unit (enhet)")
    }
    let day = try kontrolldato(own, valg.month)
    guard let sjekkliste = bibliotek.sjekkliste("fosterhjem", på: day) else {
      throw Kommandofeil(.nothing, "no version of the checklist fosterhjem is in force on \(day)")
    }
    let unntak = try waivers?.read(bibliotek) ?? []
    try requireKnown(unntak, bunke, feil, waivers?.waivers)
    let vurdering = Sjekklistevurdering(bibliotek, sjekkliste, på: day, unntak: unntak)
    let grunnlag = vurdering.kontrollgrunnlag(own, lesefeil: feil.compactMap(\.sak), motor: Versjon.motor)
    return Lest(enhet: enhet, grunnlag: grunnlag, vurdering: vurdering, feil: feil.count)
  }

  /// A waiver for a case that nobody has heard of is a mistake, perhaps in the pseudonym.
  private func requireKnown(
    _ unntak: [Unntak], _ bunke: Saksbunke, _ feil: [Lesefeil], _ file: String?
  ) throws {
    let unknown = Set(unntak.map(\.sak)).subtracting(bunke.saker.map(\.sak) + feil.compactMap(\.sak))
    guard let first = unknown.min() else { return }
    let shown = Saksinngang.vakt(first) == nil ? first : "(not shown)"
    throw Kommandofeil(
      .failed, "\(file ?? "the waivers"): no case \(shown) was read; give it as the case files have it")
  }

  private func team(_ bunke: Saksbunke, _ name: String) -> Saksbunke {
    var own = Saksbunke(modell: bunke.modell)
    for (index, sak) in bunke.saker.enumerated() where sak.team == name { own.append(sak: index, fra: bunke) }
    return own
  }

  /// The versions that may be in force on the control date, which is not known until the cases are read.
  private func utvalg(_ month: String) -> Versjonsutvalg {
    if let on { return .iKraft(Periode(on)) }
    let days = Måned(month).flatMap { Periode($0.førsteDag, $0.sisteDag) }
    return days.map(Versjonsutvalg.iKraft) ?? .alle
  }

  /// The last day of the month, or the day the newest extract is complete to, if that is earlier.
  private func kontrolldato(_ bunke: Saksbunke, _ month: String) throws -> Dato {
    if let on { return on }
    guard let måned = Måned(month), let newest = bunke.saker.map(\.uttrekk).max() else {
      throw Kommandofeil(.usage, "--month is written year-month: 2014-09")
    }
    // An extract from before the month leaves no case to draw; the frame then says that it is too old.
    return newest < måned.førsteDag ? måned.sisteDag : min(newest, måned.sisteDag)
  }
}
