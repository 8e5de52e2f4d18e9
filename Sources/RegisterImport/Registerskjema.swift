/// The structure of the register format, XSD v4.0.1 with the older v3.0.5 and v2.2.3, as far as an import rests on it.
///
/// The older formats have fewer codes and elements; only `Oppfolging` had another form: in v2.2.3, in use until April
/// 2024, each is one visit, and there is no frequency.
///
/// Elements are named by kind, since `Konklusjon` is several things. Child elements, how many there may be,
/// required attributes and the types that matter are checked; the order is checked at the top only, where
/// reading depends on it. Attributes that the table does not name are ignored: they carry no events. The
/// grammar is not recursive, so nothing can be nested deeper than five levels.
struct Registerskjema {
  struct Elementregel {
    var attributter: [Attributt] = []
    /// Name of the child, its kind, and how many there must and may be.
    var barn: [Barn] = []
    /// The type of the text, for elements that hold text and no elements.
    var tekst: Verditype?
  }

  struct Attributt {
    var navn: String
    var type: Verditype
    var påkrevd: Bool
  }

  struct Barn {
    var navn: String
    var slag: Slag
    var antall: ClosedRange<Int>
  }

  enum Slag: Hashable {
    case barnevern, fagsystem, avgiver, sak, personalia, slettet, plan, evaluering, slutt
    case melding, melder, saksinnhold, meldingskonklusjon
    case undersøkelse, barnetsMedvirkning, utvidetFrist, undersøkelseskonklusjon, medvirkningsdato
    case medvirkningstype
    case tiltak, lovhjemmel, jamførLovhjemmel, kategori, opphevelse, tilsyn, oppfølging, enkeltoppfølging,
      ansvarlig, hyppighet
    case utført, lov, kapittel, paragraf, ledd, bokstav, punktum
    case vedtak, krav, kravkonklusjon, status, ettervern, ettervernskonklusjon, oversendelse, relasjon
    case flytting, årsakFra, flyttingTil
  }

  enum Verditype {
    case uuid
    case dato
    case tidspunkt
    case boolsk
    case siffer(Int)
    case tekst(ClosedRange<Int>)
    case kode(Set<String>)
    /// Digits, perhaps with small letters after them.
    case paragraf

    func godtar(_ verdi: String) -> Bool {
      switch self {
      case .uuid: erUUID(verdi)
      case .dato: Registertid.dato(verdi) != nil
      case .tidspunkt: Registertid.lokalDag(verdi) != nil
      case .boolsk: Registerskjema.boolsk(verdi) != nil
      case .siffer(let count): verdi.utf8.count == count && verdi.utf8.allSatisfy { (48...57).contains($0) }
      case .tekst(let length): length.contains(verdi.unicodeScalars.count)
      case .kode(let codes): codes.contains(verdi)
      case .paragraf:
        verdi.utf8.first.map { (48...57).contains($0) } == true && verdi.utf8.count <= 4
          && verdi.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) }
      }
    }

    private func erUUID(_ text: String) -> Bool {
      let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      return groups.map(\.count) == [8, 4, 4, 4, 12]
        && text.unicodeScalars.allSatisfy { $0 == "-" || $0.properties.isASCIIHexDigit }
    }
  }

  /// `xs:boolean`.
  static func boolsk(_ text: String) -> Bool? {
    switch text.split(whereSeparator: \.isWhitespace) {
    case ["true"], ["1"]: true
    case ["false"], ["0"]: false
    default: nil
    }
  }

  /// The rule for a kind of element.
  static func regel(_ slag: Slag) -> Elementregel { regler[slag] ?? Elementregel() }
}
