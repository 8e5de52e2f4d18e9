import Foundation
import Testing
import Values

/// The published vectors for days, months and coarse dates.
struct DatovektorTests {
  private static func vectors() throws -> [String: Any] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Vectors/dates.json")
    return try #require(JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
  }

  private func rows(_ name: String) throws -> [[Any]] { try #require(Self.vectors()[name] as? [[Any]]) }

  private func omfang(_ value: Any) throws -> Datoomfang {
    let text = try #require(value as? String)
    return try #require(Datoomfang(iso: text))
  }

  @Test func `months keep the day number, else the last day of the month`() throws {
    let rows = try rows("addMonths")
    #expect(rows.count == 14)
    for row in rows {
      let day = try omfang(row[0]).første
      #expect(day.adding(måneder: try #require(row[1] as? Int)).description == row[2] as? String)
    }
  }

  @Test func `days between coarse dates are a range`() throws {
    for row in try rows("daysBetween") {
      let days = try omfang(row[0]).dager(til: try omfang(row[1]))
      #expect(days.lowerBound == row[2] as? Int)
      #expect(days.upperBound == row[3] as? Int)
    }
  }

  @Test func `whole months between coarse dates are a range`() throws {
    for row in try rows("wholeMonthsBetween") {
      let months = try omfang(row[0]).heleMåneder(til: try omfang(row[1]))
      #expect(months.lowerBound == row[2] as? Int, "\(row)")
      #expect(months.upperBound == row[3] as? Int, "\(row)")
    }
  }

  @Test func `comparisons of coarse dates are yes or no only when every pair of days agrees`() throws {
    let rows = try rows("compare")
    #expect(rows.count == 10)
    for row in rows {
      let a = try omfang(row[1])
      let b = try omfang(row[2])
      let answer: Sannhet
      switch row[0] as? String {
      case "months": answer = compare(a.heleMåneder(til: b), row[3] as? String, try #require(row[4] as? Int))
      case "before": answer = a.erFør(b)
      case "sameDay": answer = a.erSammeDag(som: b)
      case "notBefore": answer = !a.erFør(b)
      case "after": answer = b.erFør(a)
      default: answer = .ukjent
      }
      #expect(answer == ["sann": .ja, "usann": .nei, "ukjent": .ukjent][row.last as? String ?? ""], "\(row)")
    }
  }

  private func compare(_ months: ClosedRange<Int>, _ how: String?, _ limit: Int) -> Sannhet {
    let x = Tallomfang(Brøk(months.lowerBound), Brøk(months.upperBound))
    let y = Tallomfang(limit)
    switch how {
    case ">": return y.erMindreEnn(x)
    case "<": return x.erMindreEnn(y)
    case "=": return x.erLik(y)
    default: return !y.erMindreEnn(x)
    }
  }
}
