extension JSONValue {
  /// The value in the canonical form of RFC 8785 (JCS): members sorted by UTF-16 code units, no white space,
  /// numbers as ECMAScript writes them. These are the bytes that hashes are made of.
  public var canonicalBytes: [UInt8] {
    var out: [UInt8] = []
    write(to: &out, layout: .canonical)
    return out
  }

  /// The value on one line, members in their own order.
  public var compactText: String { text(.compact) }

  /// The same as UTF-8.
  public var compactBytes: [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(1024)
    write(to: &out, layout: .compact)
    return out
  }

  /// The value over several lines, two spaces a level, members in their own order.
  public var prettyText: String { text(.pretty(level: 0)) }

  private func text(_ layout: Layout) -> String {
    var out: [UInt8] = []
    write(to: &out, layout: layout)
    return String(decoding: out, as: UTF8.self)
  }

  private func write(to out: inout [UInt8], layout: Layout) {
    switch self {
    case .null: out.append(contentsOf: "null".utf8)
    case .bool(let value): out.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let value): out.append(contentsOf: String(value).utf8)
    case .number(let value): out.append(contentsOf: ecmaScriptNumber(value).utf8)
    case .string(let value): writeString(value, to: &out)
    case .array(let elements):
      writeList(elements, "[", "]", to: &out, layout: layout) { $0.write(to: &$1, layout: layout.deeper) }
    case .object(let members):
      let ordered: [Member]
      if case .canonical = layout {
        ordered = members.sorted { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }
      } else {
        ordered = members
      }
      writeList(ordered, "{", "}", to: &out, layout: layout) {
        writeString($0.name, to: &$1)
        $1.append(contentsOf: layout.colon.utf8)
        $0.value.write(to: &$1, layout: layout.deeper)
      }
    }
  }
}

private enum Layout {
  case canonical
  case compact
  case pretty(level: Int)

  var deeper: Layout { if case .pretty(let level) = self { .pretty(level: level + 1) } else { self } }

  func breakLine(_ out: inout [UInt8]) {
    guard case .pretty(let level) = self else { return }
    out.append(UInt8(ascii: "\n"))
    out.append(contentsOf: repeatElement(UInt8(ascii: " "), count: level * 2))
  }

  var colon: String { if case .pretty = self { ": " } else { ":" } }
}

private func writeList<Element>(
  _ elements: [Element], _ open: Unicode.Scalar, _ close: Unicode.Scalar, to out: inout [UInt8],
  layout: Layout, element: (Element, inout [UInt8]) -> Void
) {
  out.append(UInt8(ascii: open))
  for (index, value) in elements.enumerated() {
    if index > 0 { out.append(UInt8(ascii: ",")) }
    layout.deeper.breakLine(&out)
    element(value, &out)
  }
  if !elements.isEmpty { layout.breakLine(&out) }
  out.append(UInt8(ascii: close))
}

private func mustBeEscaped(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x22 || byte == 0x5C }

/// RFC 8785 § 3.2.2.2: only what must be escaped is escaped.
private func writeString(_ text: String, to out: inout [UInt8]) {
  out.append(UInt8(ascii: "\""))
  if !text.utf8.contains(where: mustBeEscaped) {
    out.append(contentsOf: text.utf8)
    out.append(UInt8(ascii: "\""))
    return
  }
  for byte in text.utf8 {
    switch byte {
    case 0x22: out.append(contentsOf: "\\\"".utf8)
    case 0x5C: out.append(contentsOf: "\\\\".utf8)
    case 0x08: out.append(contentsOf: "\\b".utf8)
    case 0x09: out.append(contentsOf: "\\t".utf8)
    case 0x0A: out.append(contentsOf: "\\n".utf8)
    case 0x0C: out.append(contentsOf: "\\f".utf8)
    case 0x0D: out.append(contentsOf: "\\r".utf8)
    case 0..<0x20:
      let digits = String(byte, radix: 16)
      out.append(contentsOf: ("\\u00" + (digits.count == 1 ? "0" : "") + digits).utf8)
    default: out.append(byte)
    }
  }
  out.append(UInt8(ascii: "\""))
}

/// ECMA-262 `Number::toString`, from the shortest digits that Swift's own description gives.
private func ecmaScriptNumber(_ value: Double) -> String {
  if value == 0 || !value.isFinite { return "0" }
  var text = value.magnitude.description
  var exponent = 0
  if let e = text.firstIndex(of: "e") {
    exponent = Int(text[text.index(after: e)...]) ?? 0
    text = String(text[..<e])
  }
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  var digits = String(parts[0]) + (parts.count > 1 ? String(parts[1]) : "")
  var point = parts[0].count + exponent
  while digits.hasPrefix("0"), digits.count > 1 {
    digits.removeFirst()
    point -= 1
  }
  while digits.hasSuffix("0"), digits.count > 1 { digits.removeLast() }
  let sign = value < 0 ? "-" : ""
  let count = digits.count
  switch point {
  case count... where point <= 21:
    return sign + digits + String(repeating: "0", count: point - count)
  case 1...21:
    return sign + digits.prefix(point) + "." + digits.dropFirst(point)
  case -5...0:
    return sign + "0." + String(repeating: "0", count: -point) + digits
  default:
    let mantissa = count == 1 ? digits : "\(digits.prefix(1)).\(digits.dropFirst())"
    return "\(sign)\(mantissa)e\(point > 0 ? "+" : "-")\((point - 1).magnitude)"
  }
}
