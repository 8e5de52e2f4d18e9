public import Checklists
import Sampling
public import Values

extension Sjekklistebibliotek {
  /// Which days a point judges on a control date, by the version that is in force then.
  public func bedømt(_ punkt: String, iSjekkliste navn: String = "fosterhjem", på dag: Dato) -> Bedømt? {
    med(punkt, navn, dag) { $0.bedømt($1, på: dag) }
  }

  /// Which rule judges a point on a control date, as `Kontrollpunkt.regel` has it.
  public func regel(_ punkt: String, iSjekkliste navn: String = "fosterhjem", på dag: Dato) -> String? {
    med(punkt, navn, dag) { String(Sjekksum(av: Array($0.regeltekst($1).utf8)).hex.prefix(16)) }
  }

  private func med<T>(_ punkt: String, _ navn: String, _ dag: Dato, _ body: (Sjekkliste, Sjekkpunkt) -> T)
    -> T?
  {
    guard let sjekkliste = sjekkliste(navn, på: dag),
      let found = sjekkliste.punkter.first(where: { $0.id == punkt })
    else { return nil }
    return body(sjekkliste, found)
  }
}
