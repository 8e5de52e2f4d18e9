import Values

/// What is kept of a register file's opening.
struct Registerhode: Hashable {
  var id: String
  /// The file this one goes on from.
  var forrigeId: String?
  /// The Norwegian day the extract was made on; the day itself is not complete.
  var uttrekksdag: Dato
  var kommunenummer: String
  var bydelsnummer: String?
}

/// What is kept of a `Sak`: dates and codes, and the journal number until the pseudonym is made of it.
struct Registersak {
  var id: String
  var journalnummer: String
  var start: Dato
  var slutt: Dato?
  var avsluttet: Bool
  var slettet: Bool
  /// The birthday where the older form of the file carries it as an attribute.
  var født: Dato?
  var elementer: [Registerelement] = []
  /// Elements that this file says were deleted.
  var slettinger: Set<Elementnøkkel> = []

  /// The later file's account of the same case: its attributes replace these, its elements replace those with
  /// the same kind and id, and what it deletes is gone.
  mutating func oppdater(med senere: Registersak) {
    var merged = elementer
    var place: [Elementnøkkel: Int] = [:]
    for (index, element) in merged.enumerated() { place[element.nøkkel] = index }
    for element in senere.elementer {
      if let index = place[element.nøkkel] {
        merged[index] = element
      } else {
        place[element.nøkkel] = merged.count
        merged.append(element)
      }
    }
    let born = senere.født ?? født
    self = senere
    født = born
    elementer = merged
    ryddSlettede()
  }

  /// Removes what is marked as deleted, in either of the two ways of the format.
  mutating func ryddSlettede() {
    elementer.removeAll { $0.slettet || slettinger.contains($0.nøkkel) }
    slettinger = []
  }
}

/// The kinds of element a `Sak` holds; the raw value is the element's name.
enum Begrep: String {
  case personalia = "Personalia"
  case melding = "Melding"
  case undersøkelse = "Undersokelse"
  case plan = "Plan"
  case tiltak = "Tiltak"
  case vedtak = "Vedtak"
  case ettervern = "Ettervern"
  case oversendelse = "OversendelseFylkesnemnd"
  case flytting = "Flytting"
  case relasjon = "Relasjon"
}

/// An id is unique within its kind only.
struct Elementnøkkel: Hashable {
  var begrep: Begrep
  var id: String
}

/// One element of a `Sak`.
struct Registerelement {
  var nøkkel: Elementnøkkel
  var slettet: Bool
  /// The latest day something happened in it; planned ends do not count.
  var siste: Dato?
  var innhold: Elementinnhold
}

/// What is kept of an element.
enum Elementinnhold {
  case personalia(fra: Dato, født: Dato)
  case plan(Registerplan)
  case tiltak(Registertiltak)
  case vedtak(Registervedtak)
  case medvirkning(Registermedvirkning)
  case flytting(Registerflytting)
  /// An application to the tribunal, on the day it was sent.
  case begjæring(Dato)
  /// Nothing but that it exists.
  case annet
}

struct Registerplan {
  var type: Int
  var fra: Dato
  var til: Dato?
  var evalueringer: [Dato] = []
}

struct Registertiltak {
  var fra: Dato
  var til: Dato?
  var hjemmel: Lovhjemmel?
  var jamfør: [Lovhjemmel] = []
  /// «2.1»; the whole number before the dot is the category.
  var kategori = ""
  var opphevet = false
  var oppfølging: Besøksrekke?
  var tilsyn: Besøksrekke?

  var erFosterhjem: Bool { kategori.hasPrefix("2.") }
  var erInstitusjon: Bool { kategori.hasPrefix("1.") }

  /// Running on this day.
  func løper(_ dag: Dato) -> Bool { fra <= dag && (til.map { $0 >= dag } ?? true) }
}

/// What the register knows of follow-up or supervision in a placement.
struct Besøksrekke {
  struct Hyppighet {
    var fra: Dato
    var kode: Int
  }

  struct Ansvarlig {
    var fra: Dato
    var kommunenummer: String
  }

  var hyppighet: [Hyppighet] = []
  var utført: [Dato] = []
  var ansvarlig: [Ansvarlig] = []

  /// The same with one more visit.
  func med(_ visit: Dato) -> Besøksrekke {
    var series = self
    series.utført.append(visit)
    return series
  }
}

struct Registervedtak {
  struct Status {
    var dato: Dato
    var kode: Int
  }

  var dato: Dato
  var hjemmel: Lovhjemmel?
  var jamfør: [Lovhjemmel] = []
  var statuser: [Status] = []
}

struct Registermedvirkning {
  var dato: Dato?
  /// «1.1» … «2.2».
  var type = ""
}

struct Registerflytting {
  /// The last day in the place the child moved from.
  var dato: Dato
  var årsak = ""
  var til = ""
}
