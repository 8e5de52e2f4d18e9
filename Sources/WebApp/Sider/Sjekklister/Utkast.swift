import Checklists
import Markup
import Quality
import Sampling
import Values

/// What a draft begins with: the file of a version or of a proposal, and of which point only, if any.
struct Utkastkilde {
  /// The version that is changed.
  let fra: Sjekkliste
  /// The file that the draft begins with.
  let yaml: String
  /// The point that is changed; nil when the whole file is.
  let punkt: (id: String, utdrag: Punktutdrag)?

  init(fra: Sjekkliste, yaml: String, punkt id: String?) {
    self.fra = fra
    self.yaml = yaml
    punkt = id.flatMap { id in Punktutdrag(id, i: yaml).map { (id, $0) } }
  }

  /// The first day of a month that is after both today and the first day of the version that is changed.
  func førsteDag(etter dag: Dato) -> Dato { Måned(max(dag, fra.gjelder.fra)).adding(måneder: 1).førsteDag }

  /// What stands in the field before anybody has typed.
  var forslag: String { punkt?.utdrag.tekst ?? yaml }
}

/// What somebody typed, read as the checklist that it makes.
struct Utkast {
  var liste: Sjekkliste?
  var yaml = ""
  var feil: [Feltfeil] = []
  /// What is wrong in the text, in the lines that the author sees.
  var tekstfeil: [Definisjonsfeil] = []
  /// What is wrong elsewhere in the file, where the author of a point does not see it.
  var feilUtenfor: [Definisjonsfeil] = []

  /// Reads the form over what the draft begins with.
  ///
  /// - Parameter nytt: whether it is a new proposal, which changes something.
  init(
    _ skjema: Skjemadata, over kilde: Utkastkilde, _ bibliotek: Sjekklistebibliotek, i dag: Dato, nytt: Bool
  ) {
    let typed = skjema.felt.first { $0.navn == "yaml" }?.verdi ?? ""
    let text = typed.slutt
    guard !text.isEmpty else {
      feil = [Feltfeil("yaml", "Teksten må fylles ut. Hent den gamle teksten ved å laste siden på nytt.")]
      return
    }
    if nytt, text == kilde.forslag.slutt {
      feil = [Feltfeil("yaml", "Teksten er ikke endret. Gjør endringen i feltet før du lagrer.")]
      return
    }
    if let point = kilde.punkt {
      do throws(Feltfeil) {
        let day = try Datofelt.krev(skjema, "gjelder", "Gjelder fra")
        if let fault = Self.innvending(mot: day, "gjelder", kilde, dag) { throw fault }
        yaml = point.utdrag.fil(text, fra: day)
      } catch {
        feil = [error]
        return
      }
    } else {
      yaml = text + "\n"
    }
    guard yaml.utf8.count <= Sjekklisteforslag.maksTekst else {
      feil = [Feltfeil("yaml", "Teksten er for lang. En sjekkliste kan være på høyst 256 kB.")]
      return
    }
    do throws(Definisjonsfeilene) {
      let list = try bibliotek.utkast("utkast", Array(yaml.utf8))
      liste = list
      feil = Self.innvendinger(list, kilde, bibliotek, dag)
    } catch {
      fordel(error.feil, kilde, linjer: text.split(separator: "\n", omittingEmptySubsequences: false).count)
      feil = [Feltfeil("yaml", råd)]
    }
  }

  private static func innvendinger(
    _ list: Sjekkliste, _ kilde: Utkastkilde, _ library: Sjekklistebibliotek, _ today: Dato
  ) -> [Feltfeil] {
    let day = kilde.punkt == nil ? "yaml" : "gjelder"
    if list.navn != kilde.fra.navn {
      return [Feltfeil("yaml", "Teksten må være en versjon av sjekklisten \(kilde.fra.navn).")]
    }
    if library.sjekkliste(list.navn, versjon: list.versjon) != nil {
      return [Feltfeil(day, "Versjonen \(list.versjon) finnes fra før. Gi den nye en annen dag.")]
    }
    return innvending(mot: list.gjelder.fra, day, kilde, today).map { [$0] } ?? []
  }

  /// Why a version cannot be in force from a day. Asked before the text is read, so that the text is not blamed.
  private static func innvending(mot dag: Dato, _ felt: String, _ kilde: Utkastkilde, _ today: Dato)
    -> Feltfeil?
  {
    if dag <= today {
      return Feltfeil(
        felt, "Gjelder fra må være en dag som kommer. Det som er kontrollert, skal ikke endres.")
    }
    let before = kilde.fra.gjelder.fra
    return dag > before
      ? nil
      : Feltfeil(
        felt,
        "Gjelder fra må være etter \(before.bokmål), som er den første dagen til versjonen som endres.")
  }

  /// Faults in the point are told in its own lines; the others apart.
  private mutating func fordel(_ faults: [Definisjonsfeil], _ kilde: Utkastkilde, linjer: Int) {
    for fault in faults {
      guard let point = kilde.punkt else {
        tekstfeil.append(fault)
        continue
      }
      if let own = point.utdrag.flyttet(fault, linjer: linjer) {
        tekstfeil.append(own)
      } else {
        feilUtenfor.append(fault)
      }
    }
  }

  private var råd: String {
    switch tekstfeil.count {
    case 0: "Teksten passer ikke sammen med resten av sjekklisten. Se under feltet hva som er i veien."
    case 1: "Teksten kan ikke brukes ennå. Rett feilen som står under feltet."
    case let count: "Teksten kan ikke brukes ennå. Rett de \(count) feilene som står under feltet."
    }
  }

  /// What is wrong, each at its line. The messages are the reader's own, which are English.
  ///
  /// - Parameter helFil: where the whole file is changed.
  @HTMLBuilder func feilliste(helFil: String) -> [HTML] {
    if !tekstfeil.isEmpty {
      Varsel.viktig("Feil i teksten") {
        Tag.p {
          "Programmet forstår ikke det som står på \(linjer). Tegnene ^ viser hvor på linjen det er. "
            + "Forklaringen er på engelsk."
        }
        Self.liste(tekstfeil)
      }
    }
    if !feilUtenfor.isEmpty {
      Varsel.viktig("Feil utenfor punktet") {
        Tag.p {
          "Feilene under står ikke i punktet du endrer, men et annet sted i sjekklisten. Du kan ikke rette dem "
            + "her. Forklaringen er på engelsk, og linjenumrene er de i hele sjekklisten."
        }
        Self.liste(feilUtenfor)
        Tag.p {
          Lenke.til(helFil, "Endre hele sjekklisten")
          ". Det du har skrevet her, blir ikke med dit."
        }
      }
    }
  }

  private var linjer: String {
    let numbers = Set(tekstfeil.map(\.linje)).sorted().map { String($0) }
    return numbers.count == 1 ? "linje \(numbers[0])" : "linjene \(Bokmål.liste(numbers))"
  }

  private static func liste(_ faults: [Definisjonsfeil]) -> HTML {
    Tag.ol {
      for fault in faults {
        Tag.li {
          Tag.p { Tag.strong { "Linje \(fault.linje)" } }
          Tag.pre(.klasse("kode"), .lang("en"), Attribute("tabindex", "0")) { fault.tekst }
        }
      }
    }
  }
}

extension String {
  /// Without the blanks at its end.
  fileprivate var slutt: String {
    let end = lastIndex { !$0.isWhitespace }.map(index(after:)) ?? startIndex
    return String(self[..<end])
  }
}
