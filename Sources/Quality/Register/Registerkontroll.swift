public import AuditStore
import Checklists
import Sampling
import Values

/// What does not follow in a store that is whole: an avvik that says a control found it, where that control did not.
///
/// The rules of the store look at one entry and those before it. This looks at what the control really found.
public struct Registerkontroll: Hashable, Sendable {
  /// What is wrong, in the order of the journal.
  public private(set) var brudd: [Brudd] = []

  /// An entry that does not follow.
  public struct Brudd: Hashable, Sendable, CustomStringConvertible {
    /// Its number; 0 when it is not one entry.
    public let n: Int
    /// What is wrong with it.
    public let grunn: String

    /// For the operator.
    public var description: String { n == 0 ? grunn : "journal entry \(n): \(grunn)" }
  }

  /// Holds the register of a store against its controls. A control whose findings were lawfully deleted says nothing.
  ///
  /// Throws `Lagerfeil`.
  public init(_ lager: Revisjonslager) throws {
    do {
      let register = try Kvalitetsregister(lager)
      for avvik in register.avvik { try prøv(avvik, lager) }
      _ = try Sjekklisteforslag.alle(lager)
      brudd.sort { $0.n < $1.n }
    } catch let error as Kontrollverbfeil {
      brudd = [Brudd(n: 0, grunn: "\(error)")]
    } catch let error as Kodefeil {
      brudd = [Brudd(n: 0, grunn: "an entry is not one that this program writes: \(error)")]
    }
  }

  private var måneder: [Måned: Kontrollrekke] = [:]

  private mutating func prøv(_ avvik: Avvik, _ lager: Revisjonslager) throws {
    guard case .kontroll(let found) = avvik.opphav else { return }
    for note in avvik.hendelser {
      let (month, judged): (Måned, Bedømt?)
      switch note.hendelse {
      case .meldt: (month, judged) = (found.måned, found.bedømt)
      case .funnetIgjen(let again), .gjenåpnet(let again): (month, judged) = (again.måned, again.bedømt)
      default: continue
      }
      let controls = try måneder[month] ?? Kontrollrekke(lager, fra: month, til: month)
      måneder[month] = controls
      // The child may have moved to another team, so any control of the month may be the one.
      let isFound = controls.kontroller.contains { control in
        control.tilOppfølging.contains {
          $0.sak == found.sak && $0.punkt.id == found.punkt && $0.punkt.bedømt == judged
        }
      }
      if isFound || !controls.utenFunn.isEmpty { continue }
      let what = "\(avvik.nummer) says that a control of \(month) found it, and none did"
      brudd.append(Brudd(n: note.n, grunn: what))
    }
  }
}
