import CaseRecords
import Values
import Vocabulary

/// What cannot be beaten: the same answers from a loop written for these three points and nothing else, and
/// reading the columns without asking anything.
enum Limits {
  /// The three simple points by hand, in the order of the checklist: 0 is oppfylt, 1 is avvik.
  ///
  /// The rows of a case are sorted, so the visits are read from the latest and no further than needed.
  static func byHand(_ bunke: Saksbunke, on date: Dato) -> [UInt8] {
    let (placements, plans, visits) = (bunke.samlinger[0], bunke.samlinger[1], bunke.samlinger[2])
    let (placed, planned, visited) = (placements.fraLav.span, plans.fraLav.span, visits.fraLav.span)
    let (placedEnd, plannedEnd, visitedEnd) = (placements.start.span, plans.start.span, visits.start.span)
    var result = [UInt8](repeating: 0, count: bunke.saker.count * 3)
    for sak in 0..<bunke.saker.count {
      let first = Int(visitedEnd[sak])
      var row = Int(visitedEnd[sak + 1]) - 1
      while row >= first, visited[row] > date.dag { row -= 1 }
      let from = placed[Int(placedEnd[sak + 1]) - 1]
      var hasPlan = false
      for row in Int(plannedEnd[sak])..<Int(plannedEnd[sak + 1]) {
        if planned[row] >= from, planned[row] <= from + 42 { hasPlan = true }
      }
      result[sak * 3] = row - 3 >= first && visited[row - 3] >= date.dag - 365 ? 0 : 1
      result[sak * 3 + 1] = hasPlan ? 0 : 1
      result[sak * 3 + 2] = row >= first && visited[row] >= date.dag - 90 ? 0 : 1
    }
    return result
  }

  /// The sum of everything in the columns of the events.
  static func memoryRead(_ bunke: Saksbunke) -> Int32 {
    var sum: Int32 = 0
    for tabell in bunke.samlinger {
      for column in [
        tabell.start, tabell.indeks, tabell.fraLav, tabell.fraHøy, tabell.tilLav, tabell.tilHøy,
        tabell.registrertLav, tabell.registrertHøy,
      ] {
        for value in column { sum &+= value }
      }
    }
    return sum
  }
}
