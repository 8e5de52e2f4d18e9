import Foundation
import Values

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads one register file as a stream: the opening first, then one case at a time.
///
/// A class, since the parser reports to a delegate object. It checks what it reads against `Registerskjema`
/// and stops at the first fault. It keeps one case at a time.
final class Registerleser: NSObject {
  /// What to do with the opening; false stops the reading (only the opening was wanted).
  typealias Hodemottak = (Registerhode) throws(Importfeil) -> Bool
  /// What to do with a case that has been read.
  typealias Saksmottak = (Registersak) throws(Importfeil) -> Void

  /// An element being read.
  struct Ramme {
    var slag: Registerskjema.Slag
    var regel: Registerskjema.Elementregel
    /// How many of each of the rule's children have been seen.
    var antall: [Int]
  }

  /// A case with more elements than this is no case: the file would fill the memory.
  static let flestElementer = 200_000

  private let onHode: Hodemottak
  private let onSak: Saksmottak
  var rammer: [Ramme] = []
  var tekst = ""
  var bygger = Saksbygger()
  private var attributterPåRot: [String: String] = [:]
  private var avgiver: [String: String] = [:]
  private var ferdig = false
  private var stanset = false
  private var feil: Importfeil?

  private init(onHode: @escaping Hodemottak, onSak: @escaping Saksmottak) {
    self.onHode = onHode
    self.onSak = onSak
  }

  /// The opening of a file.
  static func hode(_ kilde: Registerkilde) throws(Importfeil) -> Registerhode {
    var found: Registerhode?
    try les(kilde) { (hode) throws(Importfeil) in
      found = hode
      return false
    } onSak: { (_) throws(Importfeil) in
    }
    guard let found else { throw Importfeil(.ugyldig, "import-skjema", "the file has no Avgiver") }
    return found
  }

  /// Reads a file to its end, or until `onHode` says no.
  static func les(
    _ kilde: Registerkilde, onHode: @escaping Hodemottak, onSak: @escaping Saksmottak
  ) throws(Importfeil) {
    try Prolog.kontroller(kilde)
    try TagScanner.check(kilde)
    let stream = try kilde.strøm()
    let leser = Registerleser(onHode: onHode, onSak: onSak)
    let parser = XMLParser(stream: stream)
    parser.shouldResolveExternalEntities = false
    parser.shouldProcessNamespaces = false
    parser.delegate = leser
    let well = parser.parse()
    if let feil = leser.feil { throw feil }
    if leser.stanset { return }
    if stream.streamStatus == .error { throw Prolog.uleselig }
    guard well, leser.ferdig else {
      throw Importfeil(.ugyldig, "import-xml", "the file ends before its last element is closed")
    }
  }

  /// The parser may report several faults; the first one counts.
  fileprivate func stans(_ fault: Importfeil?, _ parser: XMLParser) {
    if !stanset, var fault {
      if fault.slag == .ugyldig {
        fault.linje = parser.lineNumber
        fault.kolonne = parser.columnNumber
      }
      feil = fault
    }
    stanset = true
    parser.abortParsing()
  }

  fileprivate func ugyldig(_ melding: String) -> Importfeil { Importfeil(.ugyldig, "import-skjema", melding) }
}

extension Registerleser: XMLParserDelegate {
  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    if stanset { return }
    do throws(Importfeil) {
      let slag = try slag(for: name, attributes)
      let regel = Registerskjema.regel(slag)
      for attributt in regel.attributter { try kontroller(attributt, attributes, name) }
      rammer.append(Ramme(slag: slag, regel: regel, antall: Array(repeating: 0, count: regel.barn.count)))
      tekst = ""
      if try !åpne(slag, attributes) { stans(nil, parser) }
    } catch {
      stans(error, parser)
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if stanset { return }
    do throws(Importfeil) {
      guard let ramme = rammer.popLast() else { return }
      try kontrollerSlutt(ramme)
      if ramme.regel.tekst != nil {
        bygger.tekst(tekst, i: ramme.slag, under: rammer.last?.slag)
      } else if ramme.slag == .sak {
        if let sak = bygger.ferdigSak() { try onSak(sak) }
      } else {
        bygger.lukk(ramme.slag)
      }
      tekst = ""
      ferdig = rammer.isEmpty
    } catch {
      stans(error, parser)
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if stanset { return }
    if rammer.last?.regel.tekst != nil {
      tekst += string
      if tekst.utf8.count > 100 { stans(ugyldig("an element holds too much text"), parser) }
    } else if !string.allSatisfy(\.isWhitespace) {
      stans(ugyldig("there is text where the format has none"), parser)
    }
  }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    stans(ugyldig("CDATA is not part of the format"), parser)
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    stans(Importfeil(.ugyldig, "import-xml", "the file is not well-formed XML"), parser)
  }

  func parser(_ parser: XMLParser, foundInternalEntityDeclarationWithName name: String, value: String?) {
    stans(Prolog.doctype, parser)
  }

  func parser(
    _ parser: XMLParser, foundExternalEntityDeclarationWithName name: String, publicID: String?,
    systemID: String?
  ) {
    stans(Prolog.doctype, parser)
  }

  func parser(_ parser: XMLParser, foundElementDeclarationWithName name: String, model: String) {
    stans(Prolog.doctype, parser)
  }
}

extension Registerleser {
  /// Which kind of element this is here; counts it.
  private func slag(
    for name: String, _ attributes: [String: String]
  ) throws(Importfeil) -> Registerskjema.Slag {
    guard let parent = rammer.last else {
      if name == "Barnevern", !ferdig { return .barnevern }
      throw ugyldig("the file is no Barnevern file")
    }
    let named = parent.regel.barn.indices.filter { parent.regel.barn[$0].navn == name }
    // Two formats may give one name two forms; the older `Oppfolging` has its day as an attribute.
    let isOlder = named.count > 1 && attributes["UtfortDato"] != nil
    guard let index = isOlder ? named.last : named.first else {
      throw ugyldig("there is an element that the format does not have here")
    }
    if named.contains(where: { $0 != index && parent.antall[$0] > 0 }) {
      throw ugyldig("\(name) stands in the forms of two formats")
    }
    let child = parent.regel.barn[index]
    if parent.antall[index] >= child.antall.upperBound {
      throw ugyldig("there is more than one \(child.navn)")
    }
    if parent.slag == .barnevern {
      for (before, count) in zip(parent.regel.barn, parent.antall).prefix(index) where count == 0 {
        throw ugyldig("\(before.navn) is missing")
      }
    }
    rammer[rammer.count - 1].antall[index] += 1
    return child.slag
  }

  private func kontroller(
    _ attributt: Registerskjema.Attributt, _ attributes: [String: String], _ element: String
  ) throws(Importfeil) {
    guard let value = attributes[attributt.navn] else {
      if attributt.påkrevd { throw ugyldig("\(element)/@\(attributt.navn) is missing") }
      return
    }
    guard attributt.type.godtar(value) else {
      throw ugyldig("\(element)/@\(attributt.navn) is not what the format allows")
    }
  }

  private func kontrollerSlutt(_ ramme: Ramme) throws(Importfeil) {
    for (child, count) in zip(ramme.regel.barn, ramme.antall) where count < child.antall.lowerBound {
      throw ugyldig("\(child.navn) is missing")
    }
    guard let type = ramme.regel.tekst else { return }
    guard type.godtar(tekst) else { throw ugyldig("the text of an element is not what the format allows") }
  }

  /// Takes what is needed from a start tag; false when the reading is to stop.
  private func åpne(_ slag: Registerskjema.Slag, _ attributes: [String: String]) throws(Importfeil) -> Bool {
    switch slag {
    case .barnevern: attributterPåRot = attributes
    case .avgiver:
      avgiver = attributes
      guard let hode = registerhode else { throw ugyldig("Barnevern is incomplete") }
      return try onHode(hode)
    default:
      bygger.åpne(slag, attributes)
      if bygger.antallElementer > Self.flestElementer { throw ugyldig("a Sak has too many elements") }
    }
    return true
  }

  private var registerhode: Registerhode? {
    guard let id = attributterPåRot["Id"], let time = attributterPåRot["DatoUttrekk"],
      let day = Registertid.lokalDag(time), let kommune = avgiver["Kommunenummer"]
    else { return nil }
    return Registerhode(
      id: id.lowercased(), forrigeId: attributterPåRot["ForrigeId"]?.lowercased(), uttrekksdag: day,
      kommunenummer: kommune, bydelsnummer: avgiver["Bydelsnummer"])
  }
}
