import Checklists
import Markup
import Quality
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

  /// Reads the form over what the draft begins with.
  init(_ skjema: Skjemadata, over kilde: Utkastkilde, _ bibliotek: Sjekklistebibliotek, i dag: Dato) {
    let typed = skjema.felt.first { $0.navn == "yaml" }?.verdi ?? ""
    let end = typed.lastIndex { !$0.isWhitespace }.map(typed.index(after:)) ?? typed.startIndex
    let text = String(typed[..<end])
    guard !text.isEmpty else {
      feil = [Feltfeil("yaml", "Teksten må fylles ut. Hent den gamle teksten ved å laste siden på nytt.")]
      return
    }
    if let point = kilde.punkt {
      do throws(Feltfeil) {
        let day = try Datofelt.krev(skjema, "gjelder", "Gjelder fra")
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
      tekstfeil = Self.flyttet(
        error.feil, kilde, linjer: text.split(separator: "\n", omittingEmptySubsequences: false).count)
      feil = [
        Feltfeil(
          "yaml",
          "Teksten kan ikke brukes ennå. Rett \(error.feil.count == 1 ? "feilen" : "de \(error.feil.count) feilene") "
            + "som står under feltet.")
      ]
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
    if list.gjelder.fra <= today {
      return [
        Feltfeil(day, "Gjelder fra må være en dag som kommer. Det som er kontrollert, skal ikke endres.")
      ]
    }
    return []
  }

  private static func flyttet(_ faults: [Definisjonsfeil], _ kilde: Utkastkilde, linjer: Int)
    -> [Definisjonsfeil]
  {
    guard let point = kilde.punkt else { return faults }
    return faults.map { fault in
      point.utdrag.flyttet(fault, linjer: linjer) ?? fault.utenfor
    }
  }

  /// What is wrong, each at its line. The messages are the reader's own, which are English.
  @HTMLBuilder var feilliste: [HTML] {
    if !tekstfeil.isEmpty {
      Tag.section(.klasse("varsel varsel-viktig"), .beskrevet(av: "tekstfeil")) {
        Tag.h2(.id("tekstfeil")) { "Feil i teksten" }
        Tag.p { "Meldingene kommer fra kontrollen av regelspråket og er på engelsk." }
        Tag.ol {
          for fault in tekstfeil {
            Tag.li {
              Tag.p {
                Tag.strong {
                  fault.fil == Definisjonsfeil.utenfor
                    ? "Et annet sted i sjekklisten" : "Linje \(fault.linje)"
                }
              }
              Tag.pre(.klasse("kode"), .lang("en"), Attribute("tabindex", "0")) { fault.tekst }
            }
          }
        }
      }
    }
  }
}

extension Definisjonsfeil {
  /// How a place is called that the author does not see now.
  fileprivate static let utenfor = "sjekklisten"

  fileprivate var utenfor: Definisjonsfeil {
    var other = self
    other.fil = Self.utenfor
    return other
  }
}
