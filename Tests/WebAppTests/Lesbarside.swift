import Foundation

/// A page as a test reads it: its links, its form, its fields.
struct Lesbarside {
  let html: String

  init(_ html: String) { self.html = html }

  /// The heading.
  var tittel: String { Self.ren(treff(#"<h1>(.*?)</h1>"#).first?[1] ?? "") }

  /// What a reader sees, markup and line ends taken away.
  var tekst: String { Self.ren(html) }

  /// The address of the link whose text begins like this.
  func lenke(_ text: String) -> String? {
    treff(#"<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>"#).first { Self.ren($0[2]).hasPrefix(text) }.map {
      Self.tegn($0[1])
    }
  }

  var lenker: [String] { treff(#"<a [^>]*?href="([^"]*)""#).map { Self.tegn($0[1]) } }

  /// Where the form in the page's content is sent.
  var handling: String? {
    treff(#"<form method="post" action="([^"]*)""#).map { Self.tegn($0[1]) }.first {
      $0 != "/ut" && $0 != "/rolle"
    }
  }

  /// The hidden fields.
  var skjulte: [(String, String)] {
    treff(#"<input type="hidden" name="([^"]*)" value="([^"]*)""#).map {
      (Self.tegn($0[1]), Self.tegn($0[2]))
    }
  }

  /// The choices of each group of radio buttons, in order.
  var valg: [(navn: String, verdier: [String])] {
    var groups: [(navn: String, verdier: [String])] = []
    for match in treff(#"<input type="radio" id="[^"]*" name="([^"]*)" value="([^"]*)""#) {
      let (name, value) = (Self.tegn(match[1]), Self.tegn(match[2]))
      if let index = groups.firstIndex(where: { $0.navn == name }) {
        groups[index].verdier.append(value)
      } else {
        groups.append((name, [value]))
      }
    }
    return groups
  }

  /// The names of fields to write in, in order.
  var tekstfelt: [String] {
    treff(#"<(?:input type="text"|textarea)[^>]*? name="([^"]*)""#).map { Self.tegn($0[1]) }
  }

  /// The names of boxes to tick.
  var bokser: [String] { treff(#"<input type="checkbox"[^>]*? name="([^"]*)""#).map { Self.tegn($0[1]) } }

  /// The messages of the error summary.
  var feil: [String] { treff(#"<p class="feilmelding"[^>]*>(.*?)</p>"#).map { Self.ren($0[1]) } }

  private func treff(_ pattern: String) -> [[String]] {
    guard let expression = try? NSRegularExpression(pattern: pattern, options: [.dotMatchesLineSeparators])
    else {
      return []
    }
    let text = html as NSString
    return expression.matches(in: html, range: NSRange(location: 0, length: text.length)).map { match in
      (0..<match.numberOfRanges).map {
        match.range(at: $0).location == NSNotFound ? "" : text.substring(with: match.range(at: $0))
      }
    }
  }

  private static func ren(_ text: String) -> String {
    let bare = text.replacing(/<[^>]*>/, with: " ")
    return tegn(bare.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  private static func tegn(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}
