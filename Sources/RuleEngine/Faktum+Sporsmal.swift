import CaseRecords
import Values
import Vocabulary

/// The question that asks for a missing fact: it names the event, and says what is registered of the fact already.
extension Faktum {
  /// The question, and the document to open.
  func manglende(_ bunke: Saksbunke, sak: Int) -> Manglendeopplysning {
    let modell = bunke.modell
    switch self {
    case .opplysning(let felt):
      let fact = modell.opplysninger[felt]
      return Manglendeopplysning(
        samling: "opplysninger", indeks: nil, felt: fact.navn,
        tekst: fact.spørsmål(nil) + bunke.opplysninger[felt].registrert(sak, fact.type),
        dokument: "saksopplysningene")
    case .felt(let samling, let row, let felt):
      let field = modell.samlinger[samling].felter[felt]
      let event = Hendelse(bunke, samling, row)
      let known = bunke.samlinger[samling].felter[felt].registrert(row, field.type)
      return event.manglende(field.navn, field.spørsmål(event) + known)
    case .dag(let samling, let row, let tid):
      return Hendelse(bunke, samling, row).manglende(om: tid)
    case .samling(let samling):
      let kind = modell.samlinger[samling]
      return Manglendeopplysning(
        samling: kind.navn, indeks: nil, felt: nil,
        tekst: "Finnes det \(kind.ord.flertall) som ikke står i uttrekket?"
          + sisteRegistrerte(bunke, samling, sak: sak),
        dokument: "saksmappa: \(kind.ord.flertall)")
    }
  }

  /// « Siste som er registrert, er fra 19. august 2014.»
  private func sisteRegistrerte(_ bunke: Saksbunke, _ samling: Int, sak: Int) -> String {
    let table = bunke.samlinger[samling]
    let days = (Int(table.start[sak])..<Int(table.start[sak + 1])).map {
      Datoomfang(Dato(dag: table.fraLav[$0]), Dato(dag: table.fraHøy[$0]))
    }
    guard let last = days.filter({ $0.første > .tidenesMorgen }).max(by: { $0.siste < $1.siste }) else {
      return ""
    }
    return " Siste som er registrert, er fra \(last.bokmål)."
  }
}

/// An event that a question is about.
private struct Hendelse {
  let samling: Samling
  let indeks: Int
  let start: Datoomfang
  let slutt: Datoomfang

  init(_ bunke: Saksbunke, _ samling: Int, _ row: Int) {
    self.samling = bunke.modell.samlinger[samling]
    let table = bunke.samlinger[samling]
    indeks = Int(table.indeks[row])
    start = Datoomfang(Dato(dag: table.fraLav[row]), Dato(dag: table.fraHøy[row]))
    slutt =
      table.tilLav.isEmpty ? .alle : Datoomfang(Dato(dag: table.tilLav[row]), Dato(dag: table.tilHøy[row]))
  }

  var erPeriode: Bool { samling.tid == .periode }

  /// «12. mars 2014», or nothing known.
  var dag: String? { start.første <= .tidenesMorgen ? nil : start.bokmål }

  /// «oppfølgingsbesøket 12. mars 2014», «plasseringen fra 1. mars 2013»
  var navn: String {
    "\(samling.ord.bestemt) \(dag.map { (erPeriode ? "fra " : "") + $0 } ?? "uten dato")"
  }

  func manglende(_ felt: String, _ question: String) -> Manglendeopplysning {
    Manglendeopplysning(
      samling: samling.navn, indeks: indeks, felt: felt, tekst: question,
      dokument: "\(samling.dokument) \(start.bokmål)")
  }

  /// The question about one of its days.
  func manglende(om tid: Faktum.Tidspunkt) -> Manglendeopplysning {
    let definite = samling.ord.bestemt
    switch tid {
    case .start:
      let verb = erPeriode ? "begynte" : "var"
      let known = dag.map { " Registrert er \($0)." } ?? ""
      return manglende(erPeriode ? "fra" : "dato", "Hvilken dag \(verb) \(definite)?\(known)")
    case .slutt:
      let isKnown = slutt.første > .tidenesMorgen && slutt.siste < .tidenesEnde
      return manglende(
        "til", "Hvilken dag sluttet \(navn)?\(isKnown ? " Registrert er \(slutt.bokmål)." : "")")
    case .registrert: return manglende("registrert", "Hvilken dag ble \(navn) registrert?")
    }
  }
}

extension Felt {
  /// The question that asks for the field. Without one in the vocabulary it is made from the label, which reads on from
  /// «om» or is itself a question.
  fileprivate func spørsmål(_ hendelse: Hendelse?) -> String {
    if let asked = spørsmål {
      guard let hendelse else { return asked }
      if let day = hendelse.dag { return asked.replacing("{dato}", with: day) }
      return asked.replacing("fra {dato}", with: "uten dato").replacing("{dato}", with: "uten dato")
    }
    let words = ["hva", "hvem", "hvilken", "hvilket", "hvilke", "hvor", "hvordan", "hvorfor", "når"]
    let first = etikett.prefix { $0 != " " }
    let event = hendelse.map { " Det gjelder \($0.navn)." } ?? ""
    if words.contains(String(first)) { return "Avklar \(etikett).\(event)" }
    return (type == .sannhet ? "Står det at \(etikett)?" : "Avklar om \(etikett).") + event
  }
}

extension Feltkolonne {
  /// « Registrert er «i fosterhjemmet» eller «digitalt».»: what is known of a field whose value is open; nothing when
  /// nothing is.
  fileprivate func registrert(_ row: Int, _ type: Felttype) -> String {
    switch type {
    case .kode(let codes):
      let possible = codes.indices.filter { maske[row] & (1 << UInt64($0 + 1)) != 0 }
      guard possible.count > 1, possible.count < codes.count else { return "" }
      return " Registrert er \(Bokmål.liste(possible.map { "«\(codes[$0].etikett)»" }, "eller"))."
    case .dato, .måned:
      let range = Datoomfang(Dato(dag: lav[row]), Dato(dag: høy[row]))
      guard maske[row] & Feltkolonne.verdi != 0, range.første > .tidenesMorgen, range.siste < .tidenesEnde
      else {
        return ""
      }
      return " Registrert er \(range.bokmål)."
    case .sannhet, .tall, .tekstkode: return ""
    }
  }
}
