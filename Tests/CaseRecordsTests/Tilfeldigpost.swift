import CaseRecords
import Vocabulary

/// Makes records of `prøvemodell` with everything that a record may hold, and a few things that it may not.
struct Tilfeldigpost {
  var terning: Terning

  mutating func tekst(_ nummer: Int) -> String {
    let rom = sjelden() ? " \n" : ""
    var deler = [
      "\"format\":\(rom)\"sak/1\"",
      "\"sak\":\"\(en(av: ["S-\(nummer)", "sak-\(nummer)-med-lang-id", "S-2"]))\"",
      "\"uttrekk\":\"\(en(av: ["2014-09-30", "2014-09-30", "2014-12-31", "1901-01-01"]))\"",
    ]
    if ofte() {
      deler.append("\"enhet\":\(en(av: ["\"solvik\"", "\"Østre-Åsen\"", "null", "\"bydel-\(nummer)\""]))")
    }
    if ofte() { deler.append("\"team\"\(rom):\(en(av: ["\"fosterhjem-1\"", "null", "\"a b\""], sist: 20))") }
    if ofte() { deler.append("\"opplysninger\":\(objekt(prøvemodell.opplysninger, tid: nil))") }
    deler.append("\"hendelser\":\(hendelser())")
    if sjelden() {
      deler.append("\"ufullstendig\":[\(en(av: ["", "\"drøfting\"", "\"plassering\",\"drøfting\""]))]")
    }
    if sjelden() { deler.shuffle(using: &terning) }
    gjenta(&deler)
    return "{" + rom + deler.joined(separator: "," + rom) + rom + "}"
  }

  private mutating func hendelser() -> String {
    var deler: [String] = []
    for samling in prøvemodell.samlinger where samling.avledning == nil && ofte() {
      let antall = Int.random(in: 0...4, using: &terning)
      var liste: [String] = []
      for _ in 0..<antall { liste.append(objekt(samling.felter, tid: samling.tid)) }
      deler.append("\"\(samling.navn)\":\(en(av: ["[\(liste.joined(separator: ","))]", "null"], sist: 15))")
    }
    gjenta(&deler)
    return "{" + deler.joined(separator: ",") + "}"
  }

  private mutating func objekt(_ felter: [Felt], tid: Tidsform?) -> String {
    var deler: [String] = []
    if let tid {
      deler.append("\"\(tid == .dato ? "dato" : "fra")\":\(dato())")
      if tid == .periode, ofte() { deler.append("\"til\":\(en(av: [dato(), dato(), "false", "null"]))") }
      if sjelden() { deler.append("\"registrert\":\(dato())") }
    }
    for felt in felter where ofte() { deler.append("\"\(felt.navn)\":\(verdi(felt.type))") }
    if sjelden() { deler.shuffle(using: &terning) }
    gjenta(&deler)
    return "{" + deler.joined(separator: ",") + "}"
  }

  private mutating func verdi(_ type: Felttype) -> String {
    if sjelden() { return en(av: ["null", "false"]) }
    switch type {
    case .sannhet: return "true"
    case .kode(let koder):
      let kode = { (kode: Kode) in kode.erTall ? kode.navn : "\"\(kode.navn)\"" }
      let skrevet = koder.map(kode)
      return en(av: [en(av: skrevet), "[\(skrevet.joined(separator: ","))]"], sist: 8)
    case .tall: return en(av: ["0", "7", "12", "-4", "4.0", "1234567", "12345678"])
    case .dato: return dato()
    case .måned: return en(av: ["\"2005-03\"", "\"2005\"", "\"2005-03-01\""], sist: 20)
    case .tekstkode:
      return en(av: ["\"H1\"", "\"H2\"", "\"en-tekstkode-som-er-lang\"", "\"hemmelig\""], sist: 30)
    }
  }

  private mutating func dato() -> String {
    let dag = { (tall: Int) in tall < 10 ? "0\(tall)" : "\(tall)" }
    let full =
      "201\(Int.random(in: 0...4, using: &terning))-"
      + "\(dag(Int.random(in: 1...12, using: &terning)))-\(dag(Int.random(in: 1...28, using: &terning)))"
    return en(av: ["\"\(full)\"", "\"\(full)\"", "\"\(full.prefix(7))\"", "\"\(full.prefix(4))\"", "null"])
  }

  /// The same key twice, once in a while.
  private mutating func gjenta(_ deler: inout [String]) {
    guard Int.random(in: 0..<100, using: &terning) == 0, let en = deler.randomElement(using: &terning) else {
      return
    }
    deler.append(en)
  }

  private mutating func ofte() -> Bool { Int.random(in: 0..<5, using: &terning) > 0 }

  private mutating func sjelden() -> Bool { Int.random(in: 0..<10, using: &terning) == 0 }

  /// One of these; the last one only once in so many times, when given.
  private mutating func en(av valg: [String], sist: Int? = nil) -> String {
    if let sist, Int.random(in: 0..<sist, using: &terning) > 0 {
      return valg.dropLast().randomElement(using: &terning) ?? ""
    }
    return valg.randomElement(using: &terning) ?? ""
  }
}
