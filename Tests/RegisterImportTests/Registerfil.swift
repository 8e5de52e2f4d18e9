/// Builds register files that are valid by XSD v4.0.1, so that a test says only what it is about.
struct Registerfil {
  var id = Registerfil.uuid(1)
  var forrigeId: String?
  var datoUttrekk = "2026-03-02T02:00:00+01:00"
  var kommunenummer = "9901"
  var bydelsnummer: String?
  var saker: [TestSak] = []

  /// A version 4 UUID with this number in it.
  static func uuid(_ number: Int) -> String {
    let hex = String(number, radix: 16)
    return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - hex.count) + hex
  }

  var xml: String {
    let previous = forrigeId.map { " ForrigeId=\"\($0)\"" } ?? ""
    let district = bydelsnummer.map { " Bydelsnummer=\"\($0)\" Bydelsnavn=\"Solvik\"" } ?? ""
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <Barnevern Id="\(id)" DatoUttrekk="\(datoUttrekk)"\(previous)>
      <Fagsystem Leverandor="Prøveverket" Navn="Prøve" Versjon="1.0"/>
      <Avgiver Organisasjonsnummer="999999999" Kommunenummer="\(kommunenummer)" \
      Kommunenavn="Solvik"\(district)/>
      \(saker.map(\.xml).joined(separator: "\n"))
      </Barnevern>
      """
  }
}

/// One `Sak`; the parts are put in the order the XSD asks for.
struct TestSak {
  var id = Registerfil.uuid(100)
  var journalnummer = "J/1"
  var start = "2020-01-01"
  var attributter = ""
  var personalia = [Personalia()]
  var undersøkelser: [String] = []
  var planer: [String] = []
  var tiltak: [String] = []
  var vedtak: [String] = []
  var oversendelser: [String] = []
  var flyttinger: [String] = []
  var slettet: [String] = []

  struct Personalia {
    var id = Registerfil.uuid(101)
    var fra = "2020-01-01"
    var fødselsnummer = "15850599999"
    var født = "2015-05-15"
    var duf = ""
    var attributter = ""

    var xml: String {
      """
      <Personalia Id="\(id)" StartDato="\(fra)" Fodselsnummer="\(fødselsnummer)" Fodseldato="\(født)" \
      Kjonn="1"\(duf.isEmpty ? "" : " DUFnummer=\"\(duf)\"")\(attributter)/>
      """
    }
  }

  var xml: String {
    let parts =
      personalia.map(\.xml) + undersøkelser + planer + tiltak + vedtak + oversendelser + flyttinger + slettet
    return """
      <Sak Id="\(id)" StartDato="\(start)" Journalnummer="\(journalnummer)"\(attributter)>
      \(parts.joined(separator: "\n"))
      </Sak>
      """
  }
}

/// Elements of a `Sak` as text.
enum Element {
  static func hjemmel(_ cite: String, navn: String = "Lovhjemmel") -> String {
    // «BVL 4-8 2»: act, chapter-section, ledd.
    let words = cite.split(separator: " ")
    let section = words[1].split(separator: "-")
    let ledd = words.dropFirst(2).map { "<Ledd>\($0)</Ledd>" }.joined()
    return """
      <\(navn)><Lov>\(words[0])</Lov><Kapittel>\(section[0])</Kapittel>\
      <Paragraf>\(section[1])</Paragraf>\(ledd)</\(navn)>
      """
  }

  static func tiltak(
    _ number: Int, _ fra: String, til: String? = nil, _ kategori: String = "2.2",
    hjemmel: String = "BVL 4-12",
    jamfør: String? = nil, oppfølging: String? = "", tilsyn: String? = "", opphevelse: String? = nil,
    attributter: String = "", presisering: String = ""
  ) -> String {
    let isFoster = kategori.hasPrefix("2.")
    let follow = isFoster ? oppfølging.map { self.oppfølging(number, fra, $0) } : nil
    let supervise = isFoster ? tilsyn.map { self.tilsyn(number, fra, $0) } : nil
    let extra = presisering.isEmpty ? "" : " Presisering=\"\(presisering)\""
    return """
      <Tiltak Id="\(Registerfil.uuid(1000 + number))" StartDato="\(fra)"\(attributter)>\
      \(self.hjemmel(hjemmel))\(jamfør.map { self.hjemmel($0, navn: "JmfrLovhjemmel") } ?? "")\
      <Kategori Kode="\(kategori)"\(extra)/>\(supervise ?? "")\(follow ?? "")\
      \(opphevelse.map { "<Opphevelse Kode=\"\($0)\"/>" } ?? "")\
      \(til.map { "<Konklusjon SluttDato=\"\($0)\"/>" } ?? "")</Tiltak>
      """
  }

  /// `content` is «4 2024-01-01 2 2025-01-01 | 2024-03-01 2024-06-01»: frequencies, then visits.
  private static func oppfølging(_ number: Int, _ fra: String, _ content: String) -> String {
    "<Oppfolging>" + rekke(number * 100, fra, content) + "</Oppfolging>"
  }

  /// The same, perhaps with «@9902 2024-01-01» for who is responsible at the end.
  private static func tilsyn(_ number: Int, _ fra: String, _ content: String) -> String {
    let parts = content.split(separator: "@", omittingEmptySubsequences: false)
    let responsible = parts.dropFirst().map { part in
      let words = part.split(separator: " ")
      return """
        <Ansvarlig Id="\(Registerfil.uuid(90_000 + number))" StartDato="\(words[1])" \
        Kommunenummer="\(words[0])"/>
        """
    }
    let standard = """
      <Ansvarlig Id="\(Registerfil.uuid(91_000 + number))" StartDato="\(fra)" Kommunenummer="9901"/>
      """
    return "<Tilsyn>" + (responsible.isEmpty ? standard : responsible.joined())
      + rekke(number * 100 + 50, fra, String(parts.first ?? "")) + "</Tilsyn>"
  }

  private static func rekke(_ number: Int, _ fra: String, _ content: String) -> String {
    let halves = content.split(separator: "|", omittingEmptySubsequences: false)
    let words = (halves.first ?? "").split(separator: " ").map(String.init)
    let pairs =
      words.isEmpty
      ? [["4", fra]] : stride(from: 0, to: words.count, by: 2).map { [words[$0], words[$0 + 1]] }
    let frequencies = pairs.map { pair in
      "<Hyppighet Id=\"\(Registerfil.uuid(number))\" StartDato=\"\(pair[1])\" Kode=\"\(pair[0])\"/>"
    }
    let visits = halves.dropFirst().flatMap { $0.split(separator: " ") }.map { day in
      "<Utfort Id=\"\(Registerfil.uuid(number))\" UtfortDato=\"\(day)\"/>"
    }
    return (frequencies + visits).joined()
  }

  static func plan(
    _ number: Int, _ fra: String, type: Int, evalueringer: [String] = [], til: String? = nil,
    attributter: String = ""
  ) -> String {
    """
    <Plan Id="\(Registerfil.uuid(2000 + number))" StartDato="\(fra)" Plantype="\(type)"\(attributter)>\
    \(evalueringer.map { "<Evaluering UtfortDato=\"\($0)\"/>" }.joined())\
    \(til.map { "<Konklusjon SluttDato=\"\($0)\"/>" } ?? "")</Plan>
    """
  }

  /// `statuser` is «2 2024-01-01 1 2024-02-01».
  static func vedtak(
    _ number: Int, _ dato: String, hjemmel: String = "BVL 4-12", jamfør: String? = nil, statuser: String,
    attributter: String = ""
  ) -> String {
    let words = statuser.split(separator: " ")
    let told = stride(from: 0, to: words.count, by: 2).map { at in
      "<Status Id=\"\(Registerfil.uuid(3500 + at))\" EndretDato=\"\(words[at + 1])\" Kode=\"\(words[at])\"/>"
    }
    return """
      <Vedtak Id="\(Registerfil.uuid(3000 + number))" StartDato="\(dato)"\(attributter)>\
      \(self.hjemmel(hjemmel))\(jamfør.map { self.hjemmel($0, navn: "JmfrLovhjemmel") } ?? "")\
      \(told.joined())</Vedtak>
      """
  }

  static func oversendelse(_ number: Int, _ dato: String, hjemmel: String = "BVL2021 5-1") -> String {
    """
    <OversendelseFylkesnemnd Id="\(Registerfil.uuid(6000 + number))" StartDato="\(dato)">\
    \(self.hjemmel(hjemmel))</OversendelseFylkesnemnd>
    """
  }

  static func undersøkelse(_ number: Int, _ fra: String, medvirkning: (dato: String, type: String)? = nil)
    -> String
  {
    let part = medvirkning.map { dato, type in
      """
      <BarnetsMedvirkning><StartDato>\(dato)</StartDato><MedvirkningType>\(type)</MedvirkningType>\
      </BarnetsMedvirkning>
      """
    }
    return """
      <Undersokelse Id="\(Registerfil.uuid(4000 + number))" StartDato="\(fra)">\(part ?? "")</Undersokelse>
      """
  }

  static func flytting(_ number: Int, _ dato: String, årsak: String, til: String) -> String {
    """
    <Flytting Id="\(Registerfil.uuid(5000 + number))" SluttDato="\(dato)"><ArsakFra Kode="\(årsak)"/>\
    <FlyttingTil Kode="\(til)"/></Flytting>
    """
  }

  static func slettet(_ type: String, _ number: Int, _ dato: String = "2026-02-01") -> String {
    "<Slettet Id=\"\(Registerfil.uuid(number))\" Type=\"\(type)\" SluttDato=\"\(dato)\"/>"
  }
}
