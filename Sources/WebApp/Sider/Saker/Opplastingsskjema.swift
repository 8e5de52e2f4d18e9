import Intake
import Values

/// What was typed beside the files of an upload, read field by field.
struct Opplastingsskjema {
  struct Lest {
    var filer: [(navn: String, bytes: [UInt8])]
    var team: String
    var enhet: String?
    var forventet: Int?
    var tabell: Tabellvalg?
  }

  private(set) var feil: [Feltfeil] = []
  private(set) var lest: Lest?

  init(_ skjema: Skjemadata, _ form: Opplastingsside.Form, enhet: String?) {
    let files = Self.filer(skjema, form)
    if files.isEmpty {
      feil.append(
        form == .filer
          ? Feltfeil("fil", "Filer må velges. Velg minst én fil.")
          : Feltfeil("saker", "Saker må fylles ut. Skriv ett nummer på hver linje."))
    }
    let team = skjema["team"]
    if team.isEmpty { feil.append(Feltfeil("team", "Team må fylles ut.")) }
    if enhet == nil, form == .liste, skjema["enhet"].isEmpty {
      feil.append(Feltfeil("enhet", "Enhet må fylles ut."))
    }
    let expected = skjema.verdi("forventet")
    let count = expected.flatMap { Int($0) }
    if expected != nil, !(count.map { (0...100_000).contains($0) } ?? false) {
      feil.append(Feltfeil("forventet", "Antall barn må være et tall, for eksempel 118."))
    }
    let table = tabell(skjema, form)
    guard feil.isEmpty else { return }
    lest = Lest(
      filer: files, team: team, enhet: enhet ?? skjema.verdi("enhet"), forventet: count, tabell: table)
  }

  private static func filer(
    _ skjema: Skjemadata, _ form: Opplastingsside.Form
  ) -> [(navn: String, bytes: [UInt8])] {
    if form == .filer { return skjema.filer.filter { $0.felt == "fil" }.map { ($0.navn, $0.bytes) } }
    return skjema.verdi("saker").map { [("lista", Array($0.utf8))] } ?? []
  }

  /// Nil when no day is typed; only a table or a list must have one, and the reader tells which it is.
  private mutating func tabell(_ skjema: Skjemadata, _ form: Opplastingsside.Form) -> Tabellvalg? {
    do throws(Feltfeil) {
      let whole = helhet(skjema, form)
      let from = try Datofelt.les(skjema, "fra", "Alt er med fra og med")
      if let whole, !whole.isEmpty, from == nil {
        throw Feltfeil(
          "fra",
          "Alt er med fra og med må fylles ut når tabellen har alt. Skriv den første dagen alt er med fra.")
      }
      guard let day = try Datofelt.les(skjema, "uttrekksdag", "Fullstendig til og med") else { return nil }
      return Tabellvalg(
        uttrekksdag: day, saksnummer: Tabellvalg.Saksnummer(rawValue: skjema["saksnummer"]) ?? .journalnummer,
        komplett: whole, fra: from)
    } catch {
      feil.append(error)
      return nil
    }
  }

  /// What the table has all of; nil when the question was not answered. Of a list there is nothing to ask.
  private func helhet(_ skjema: Skjemadata, _ form: Opplastingsside.Form) -> Set<Besøksslag>? {
    if form == .liste { return [] }
    let others = Set(skjema.alle("komplett").compactMap(Besøksslag.init))
    switch skjema["helhet"] {
    case "ja": return others.union([.oppfølgingsbesøk])
    case "nei": return others.subtracting([.oppfølgingsbesøk])
    default: return nil
    }
  }
}

/// The template of the table of visits.
enum Tabellmal {
  static func fil() -> Nettsvar {
    .fil(Array(Besøkstabell.mal.utf8), navn: "besokstabell.csv", type: "text/csv; charset=utf-8")
  }
}
