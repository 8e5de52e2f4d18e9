public import Checklists
public import JSONText
public import Quality
import RuleEngine
public import Values

/// What is to be followed up in one case: what is wrong now, what must be found out, and what comes.
public struct Saksark: Sendable {
  /// The pseudonym.
  public let sak: String
  let funn: [Linje]
  /// The facts that are missing, each once.
  let uavklart: [String]
  let frister: [Frist]
  let avvik: [Avvik]

  /// A point that is breached now.
  struct Linje: Sendable {
    let punkt: Sjekkpunkt
    let utfall: Utfall
    /// The author's words where there are any that fit, else the rule's own sentence.
    let tekst: String
    let grunnlag: [String]
  }

  /// What a checklist and the register say of a case.
  ///
  /// - Parameters:
  ///   - kontroll: The checklist at this case.
  ///   - sisteDag: The last day whose deadlines are told.
  ///   - avvik: Every avvik that is known; those of other cases and the closed ones are passed over.
  ///   - hjemler: The names of the legal basis of a point.
  public init(
    _ sak: String, _ sjekkliste: Sjekkliste, _ kontroll: inout Punktkontroll, til sisteDag: Dato,
    avvik: [Avvik] = [], hjemler: (Sjekkpunkt) -> [String]
  ) {
    self.sak = sak
    var found: [Linje] = []
    var asked: [String] = []
    for punkt in sjekkliste.punkter {
      let verdict = kontroll.vurdering(punkt)
      switch verdict.utfall {
      case .avvik, .merknad:
        let text = kontroll.funn(punkt, verdict.utfall) ?? verdict.setning
        found.append(Linje(punkt: punkt, utfall: verdict.utfall, tekst: text, grunnlag: hjemler(punkt)))
      case .ukjent:
        for fact in verdict.mangler where !asked.contains(fact.tekst) { asked.append(fact.tekst) }
      case .oppfylt, .ikkeAktuelt, .ikkeKontrollert: continue
      }
    }
    funn = [Utfall.avvik, .merknad].flatMap { outcome in found.filter { $0.utfall == outcome } }
    uavklart = asked
    let coming = Fristliste.frister(sak, sjekkliste, &kontroll, til: sisteDag)
    frister = coming.enumerated().sorted {
      ($0.element.prognose.dag, $0.offset) < ($1.element.prognose.dag, $1.offset)
    }.map(\.element)
    self.avvik = avvik.filter { $0.sak == sak && $0.erÅpent }
  }

  /// Whether there is anything to follow up.
  public var erTomt: Bool { funn.isEmpty && uavklart.isEmpty && frister.isEmpty && avvik.isEmpty }
}

/// «Ark til saksoppfølging»: a page for each case that has something to follow up.
public struct Oppfølgingsark: Sendable {
  /// The day the records are looked at.
  public let dato: Dato
  /// How many days ahead.
  public let dager: Int
  /// `fosterhjem@2014-05-31`
  public let sjekkliste: String
  /// How many cases were read.
  public private(set) var antallSaker = 0
  /// The cases that have something, in the order in which they were read.
  public private(set) var ark: [Saksark] = []

  /// No case yet.
  public init(dato: Dato, dager: Int, sjekkliste: String) {
    self.dato = dato
    self.dager = dager
    self.sjekkliste = sjekkliste
  }

  /// The last day whose deadlines are told.
  public var sisteDag: Dato { dato.adding(dager: dager) }

  /// Takes in some more cases.
  public mutating func append(_ nye: [Saksark]) {
    antallSaker += nye.count
    ark += nye.filter { !$0.erTomt }
  }

  /// The pages, for print on A4; they name cases.
  public var html: String { rapport.html }

  /// The same for a terminal.
  public var tekst: String { rapport.tekst }

  var rapport: Rapport {
    let with = ark.count == 1 ? "Én sak har" : "\(Bokmål.stor(Bokmål.tall(ark.count))) saker har"
    let rest = antallSaker - ark.count
    let without = rest == 1 ? "Én sak har ingenting" : "\(Bokmål.stor(Bokmål.tall(rest))) saker har ingenting"
    return Rapport(
      merke: "Taushetsbelagt", tittel: "Ark til saksoppfølging",
      undertittel: "\(dato.bokmål) · frister til og med \(sisteDag.bokmål) · \(sjekkliste)",
      konklusjon: [
        .avsnitt(
          (ark.isEmpty ? "Ingen saker har" : with) + " noe å følge opp."
            + (rest == 0 || ark.isEmpty ? "" : " \(without).")),
        .avsnitt(
          "Arkene bygger på det som er registrert. At noe ikke er registrert, betyr ikke alltid at det ikke er gjort."
        ),
      ], deler: ark.map(del), bunn: ["Ark til saksoppfølging \(dato.bokmål)", "Taushetsbelagt"])
  }

  private func del(_ page: Saksark) -> Rapport.Del {
    var blocks: [Rapport.Blokk] = []
    func add(_ title: String, _ lines: [String]) {
      if !lines.isEmpty { blocks += [.overskrift(title), .liste(lines)] }
    }
    add("Avvik og merknader nå", page.funn.map(linje))
    add("Dette må avklares", page.uavklart)
    add(
      "Dette kommer de neste \(dager) dagene",
      page.frister.map { "\($0.prognose.dag.bokmål): \($0.punkt). \($0.prognose.setning)" })
    add("Åpne avvik i avvikssystemet", page.avvik.map(linje))
    return Rapport.Del(id: page.sak, tittel: "Sak \(page.sak)", innhold: blocks, egenSide: true)
  }

  private func linje(_ line: Saksark.Linje) -> String {
    let basis = line.grunnlag.isEmpty ? "" : " Grunnlag: \(line.grunnlag.joined(separator: ", "))."
    let kind = "\(line.utfall.visning.lowercased()), \(line.punkt.alvorlighet.visning)"
    return "\(line.punkt.id) (\(kind)). \(line.tekst)\(basis)"
  }

  private func linje(_ avvik: Avvik) -> String {
    let about = avvik.punkt ?? avvik.prosedyre.map(prosedyrenavn) ?? "meldt av ansatt"
    let owner = avvik.vurdering.map { " Ansvarlig: \($0.ansvarlig). Frist \($0.frist.bokmål)." } ?? ""
    return "\(avvik.nummer), \(about). \(avvik.tilstand.visning).\(owner)"
  }
}

extension Oppfølgingsark {
  /// For programs.
  ///
  /// - Parameters:
  ///   - feil: What could not be read.
  public func json(motor: String, feil: [JSONValue]) -> JSONValue {
    .object([
      "schema": .string("internkontroll/follow-up/1"), "engine": .string(motor),
      "on": .string(dato.description),
      "within": .tall(dager), "checklist": .string(sjekkliste), "cases_read": .tall(antallSaker),
      "cases": .array(
        ark.map { page in
          .object([
            "sak": .string(page.sak),
            "now": .array(
              page.funn.map {
                .object([
                  "id": .string($0.punkt.id), "utfall": .string($0.utfall.rawValue),
                  "alvorlighet": .string($0.punkt.alvorlighet.rawValue), "setning": .string($0.tekst),
                ])
              }), "questions": .array(page.uavklart.map(JSONValue.string)),
            "due": .array(
              page.frister.map {
                .object([
                  "date": .string($0.prognose.dag.description), "id": .string($0.punkt),
                  "utfall": .string($0.prognose.utfall.rawValue), "setning": .string($0.prognose.setning),
                ])
              }),
            "open_avvik": .array(
              page.avvik.map {
                .object([
                  "number": .string($0.nummer), "point": .optional($0.punkt),
                  "state": .string($0.tilstand.rawValue),
                  "deadline": .optional($0.frist?.description),
                ])
              }),
          ])
        }), "errors": .array(feil),
    ])
  }
}
