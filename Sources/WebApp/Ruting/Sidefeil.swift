import AuditStore
import Quality
import Sampling

/// Why a page cannot be shown or an act not be done. The frame makes a page of it.
enum Sidefeil: Error, Hashable, Sendable {
  /// There is no such page, or it is none of the person's business.
  case finnesIkke
  /// Somebody must sign in first.
  case måLoggeInn
  /// The role does not give this.
  case ingenTilgang
  /// It is not possible in the state that things are in; what to do instead, in bokmål.
  case ikkeNå(String)
  /// What was sent cannot be understood.
  case uforståelig
  /// Somebody else changed the same thing after the page was shown; where to see it.
  case endretAvAndre(sti: String)
  /// The person must prove anew who it is, and then goes on at a path.
  case måBekrefte(tilbake: String)
  /// Too many times; seconds to wait.
  case forMange(sekunder: Int)

  var status: Int {
    switch self {
    case .finnesIkke: 404
    case .måLoggeInn, .måBekrefte: 401
    case .ingenTilgang: 403
    case .ikkeNå, .endretAvAndre: 409
    case .uforståelig: 400
    case .forMange: 429
    }
  }
}

/// What a person can do something about, in a form: the field and the message.
///
/// A message says what is wrong and what to do, with the key word of the label first and a full stop last.
struct Feltfeil: Error, Hashable, Sendable {
  var felt: String
  var melding: String

  init(_ felt: String, _ melding: String) {
    self.felt = felt
    self.melding = melding
  }
}

extension Sidefeil {
  /// An error of the rooms below, as a page tells it; nil when it is nobody's fault but the program's or the
  /// machine's.
  init?(_ error: any Error) {
    switch error {
    case let own as Sidefeil: self = own
    case let field as Feltfeil: self = .ikkeNå(field.melding)
    case let error as IkkeTillatt: self = .ikkeNå(error.bokmål)
    case let error as Oppfølgingsfeil:
      if case .ukjent = error { self = .finnesIkke } else { self = .ikkeNå(error.bokmål) }
    case let error as Kontrollverbfeil: self = .ikkeNå(error.bokmål)
    case let error as Trekningsfeil where error == .tomRamme: self = .ikkeNå(IkkeTillatt.tomRamme.bokmål)
    default: return nil
    }
  }
}
