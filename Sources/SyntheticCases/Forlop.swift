import Values

/// A placement in one home.
struct Plassering: Hashable, Sendable {
  var fra: Dato
  var til: Dato?
  var type: String
  var hjem: Int
  var grunnlag: String
  var flyttetMed = false
}

/// A stay in one home, both ends included.
struct Opphold: Hashable, Sendable {
  var fra: Dato
  var til: Dato
}

/// What happened to the child: birth, order and homes. Everything the service does hangs on it.
struct Forløp: Hashable, Sendable {
  /// The child is under a care order; else the placement is voluntary.
  let omsorgssak: Bool
  /// The month of birth, as its first day.
  let fødselsmåned: Dato
  /// The day of the order, or of the decision on a voluntary placement.
  let vedtak: Dato
  /// The day of the emergency decision, if it began with one.
  let akuttvedtak: Dato?
  /// In order of time, without gaps.
  let plasseringer: [Plassering]

  /// Stays in one home, moves together with the foster parents included.
  var hjemopphold: [Opphold] {
    var stays: [Opphold] = []
    for plassering in plasseringer {
      let slutt = plassering.til ?? .tidenesEnde
      if plassering.flyttetMed, let last = stays.popLast() {
        stays.append(Opphold(fra: last.fra, til: slutt))
      } else {
        stays.append(Opphold(fra: plassering.fra, til: slutt))
      }
    }
    return stays
  }

  /// The first day in any home.
  var start: Dato { plasseringer.first?.fra ?? vedtak }

  /// The stay that holds a day.
  func opphold(_ dag: Dato) -> Opphold? { hjemopphold.first { $0.fra <= dag && dag <= $0.til } }

  /// Whole years of age on the last day of the month that holds `dag`.
  func alder(_ dag: Dato) -> Int { max(0, fødselsmåned.heleMåneder(til: dag) / 12) }

  /// Draws a child's history that ends in foster care over the whole of the population's last year.
  static func trekk(_ populasjon: Populasjon, omsorgssak: Bool, _ rng: inout SplitMix64) -> Forløp {
    let sisteÅr = populasjon.sisteÅr
    let anker = Dato.nyttår(sisteÅr - 1).adding(måneder: 11)
    // 17 years and under: the oldest turns 18 in the second month after the extract.
    let eldste = Dato.nyttår(sisteÅr - 17).adding(måneder: 1)
    let fødselsmåned = eldste.adding(måneder: rng.tall(0...189))
    let levd = fødselsmåned.heleMåneder(til: anker)
    let lengst = max(0, min(rng.sant(200) ? 23 : omsorgssak ? 110 : 40, levd - 3))
    let start = anker.adding(måneder: -rng.tall(0...lengst)).adding(dager: rng.tall(0...19))
    var akutt: Dato?
    if rng.sant(populasjon.særtrekk.beredskapshjem), levd > 12 {
      let dag = start.adding(dager: -rng.tall(30...160))
      if dag > fødselsmåned.adding(måneder: 1) { akutt = dag }
    }
    let vedtak = (omsorgssak ? start : akutt ?? start).adding(dager: -rng.tall(0...25))
    let homes = plasseringer(populasjon, omsorgssak: omsorgssak, start: start, akutt: akutt, &rng)
    return Forløp(
      omsorgssak: omsorgssak, fødselsmåned: fødselsmåned, vedtak: vedtak,
      akuttvedtak: omsorgssak ? akutt : nil, plasseringer: homes)
  }

  private static func plasseringer(
    _ populasjon: Populasjon, omsorgssak: Bool, start: Dato, akutt: Dato?, _ rng: inout SplitMix64
  ) -> [Plassering] {
    let særtrekk = populasjon.særtrekk
    let grunnlag = omsorgssak ? "omsorgsovertakelse" : "frivillig"
    let type = rng.sant(særtrekk.særligeForutsetninger) ? "fosterhjem_særlige_forutsetninger" : "fosterhjem"
    var out: [Plassering] = []
    if let akutt {
      out.append(
        Plassering(
          fra: akutt, til: start.adding(dager: -1), type: "beredskapshjem", hjem: 1,
          grunnlag: omsorgssak ? "akutt" : "frivillig"))
    }
    out.append(Plassering(fra: start, type: type, hjem: out.count + 1, grunnlag: grunnlag))
    let iFjor = Dato.nyttår(populasjon.sisteÅr - 1)
    let slutt = populasjon.uttrekk.adding(dager: -45)
    let flytting = rng.velg(
      0, (1, særtrekk.nyligFlytting), (2, særtrekk.eldreFlytting), (3, særtrekk.flyttetMed))
    let område: (Dato, Dato) =
      switch flytting {
      case 1: (max(start.adding(dager: 90), iFjor.adding(dager: 60)), slutt)
      case 2: (start.adding(dager: 200), iFjor)
      default: (start.adding(dager: 100), slutt)
      }
    if flytting > 0, område.0 <= område.1 {
      let dag = rng.dag(område.0, område.1)
      out[out.count - 1].til = dag.adding(dager: -1)
      out.append(
        Plassering(
          fra: dag, type: type, hjem: out.count + 1, grunnlag: grunnlag, flyttetMed: flytting == 3))
    }
    // A planned end after the extract.
    if rng.sant(25) { out[out.count - 1].til = populasjon.uttrekk.adding(dager: rng.tall(90...240)) }
    return out
  }
}
