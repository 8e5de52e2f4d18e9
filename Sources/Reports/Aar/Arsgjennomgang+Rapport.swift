import Quality
import Sampling
import Values
import Vocabulary

extension Årsgjennomgang {
  /// The page, for print on A4.
  public var html: String { rapport.html }

  /// The same for a terminal.
  public var tekst: String { rapport.tekst }

  var rapport: Rapport {
    let place = Bokmål.stor(enhet)
    return Rapport(
      merke: nil, tittel: "Årlig gjennomgang av internkontrollen \(år)",
      undertittel: "\(place) · barn i fosterhjem · \(Årsgjennomgang.omfang(sisteMåned, dag))",
      konklusjon: konklusjon,
      deler: [
        kontrollerHoldt, trukneSaker, alleSaker, avviksdel, tiltaksdel, systemsviktdel,
        Rapport.Del(id: "lesere", tittel: "7 To lesere", innhold: [.avsnitt(lesersetning)]), overFrist,
        ikkeKontrollert,
        Rapport.Del(
          id: "signatur", tittel: "10 Gjennomgang",
          innhold: [.signatur(["Barnevernleder", "Avdelingssjef"])]),
      ],
      bunn: ["Årlig gjennomgang \(år)", place, "Ingen opplysninger om enkeltsaker"])
  }

  private var lesersetning: String {
    "Én av tolv trukne saker leses av to, hver for seg, for å se om to lesere svarer likt. \(lesere.setning)"
  }

  private var konklusjon: [Rapport.Blokk] {
    let held = rekke.kontroller.count { $0.nøkkel.måned.år == år }
    let drawn = bilde.dekning.reduce(0) { $0 + $1.iPerioden.kontrollert }
    let planned = bilde.dekning.reduce(0) { $0 + $1.iPerioden.planlagt }
    let found = Avvikstabell(kontrollavvik).antall
    var lines = [
      held == 0
        ? "Ingen kontroller er låst i \(år)."
        : "\(Bokmål.stor(Bokmål.mengde(held, Ord.kontroll))) er låst. De trukne sakene er \(drawn) av \(planned) planlagte.",
      found.map { "Kontrollene fant \(Bokmål.mengde($0, Ord.avvik)) i de trukne sakene." }
        ?? "Kontrollene fant avvik i de trukne sakene. Tallet er for lite til å vises, eller det ville røpe et slikt tall.",
    ]
    lines += virkning
    if systemsvikt.isEmpty {
      lines.append("Kvalitetsgruppa og kvalitetsutvalget har ikke vedtatt at noe er svikt i systemet.")
    } else {
      lines.append(
        "Det er vedtatt svikt i systemet på \(Bokmål.mengde(systemsvikt.count, Ord.punkt)). Se del 6.")
    }
    if !utenforKontrollen.isEmpty {
      lines.append("Kontrollen omfatter ikke \(Bokmål.liste(utenforKontrollen)). Se del 9.")
    }
    return [.uthevet(lines[0]), .liste(Array(lines.dropFirst()))]
  }

  /// What those who evaluated the measures said, and beside it what the controls can show.
  private var virkning: [String] {
    if effekter.isEmpty { return [] }
    func number(_ result: Tiltaksresultat) -> Int { effekter.count { $0.tiltak.resultat == result } }
    let (worked, failed) = (number(.virket), number(.virketIkke))
    let better = effekter.count { measure in
      measure.effekter.contains {
        let verdict = $0.dom(utad: true)
        return verdict == .tydeligBedre || verdict == .tegnTilBedring
      }
    }
    let measures = effekter.count == 1 ? "Ett tiltak" : "\(Bokmål.stor(Bokmål.tall(effekter.count))) tiltak"
    return [
      "\(measures): \(antall(worked)) er evaluert som «virket», \(antall(failed)) som «virket ikke», og "
        + "\(antall(effekter.count - worked - failed)) er ikke evaluert ferdig. Kontrollene viser bedring etter "
        + "\(antall(better)) av dem. Se del 5."
    ]
  }

  private func antall(_ number: Int) -> String {
    switch number {
    case 0: "ingen"
    case 1: "ett"
    default: Bokmål.tall(number)
    }
  }

  /// What nobody has looked at, and what only one of machine and person has.
  var ikkeKontrollert: Rapport.Del {
    var lines = [sisteSjekkliste?.grensesetning ?? "Det er ikke holdt noen kontroll."]
    let points = siste.first?.saker.first?.punkter ?? []
    let person = points.filter(\.forPerson).map(\.id)
    if !person.isEmpty {
      lines.append(
        "Bare et menneske kan vurdere \(Bokmål.liste(person)). Det er gjort i de trukne sakene, og ikke i de andre."
      )
    }
    let machine = points.count - person.count
    if machine > 0 {
      lines.append(
        "\(Bokmål.stor(Bokmål.mengde(machine, Ord.punkt))) avgjøres av regler. I saker som ikke er trukket, har "
          + "ingen lest om innholdet er godt nok.")
    }
    let unreadable = siste.compactMap(\.alleSaker?.lesefeil).reduce(0, +)
    if unreadable > 0 {
      lines.append(
        "\(Bokmål.stor(Småtallsvisning.mengde(unreadable, Ord.sak))) kunne ikke leses i den siste kontrollen."
      )
    }
    return Rapport.Del(id: "utenfor", tittel: "9 Dette er ikke kontrollert", innhold: [.liste(lines)])
  }
}

extension Ord {
  /// «kontroll».
  fileprivate static let kontroll = Substantiv(entall: "kontroll", flertall: "kontroller", kjønn: .hankjønn)
}
