extension JSONTape {
  /// Appends the RFC 8785 form of a node, copied from the text. Only for a tape that `isPlain`.
  public func appendCanonical(of node: Int, to out: inout [UInt8]) {
    var writer = CanonicalWriter(nodes: nodes, bytes: bytes)
    writer.write(node, to: &out)
  }
}

private struct CanonicalWriter {
  let nodes: [JSONNode]
  let bytes: [UInt8]
  /// The keys of the objects that are being written, each object's own part sorted.
  var order: [Int] = []

  mutating func write(_ node: Int, to out: inout [UInt8]) {
    switch nodes[node].kind {
    case .beginObject: writeObject(node, to: &out)
    case .beginArray:
      out.append(UInt8(ascii: "["))
      var child = node + 1
      while child < Int(nodes[node].next) {
        if child > node + 1 { out.append(UInt8(ascii: ",")) }
        write(child, to: &out)
        child = Int(nodes[child].next)
      }
      out.append(UInt8(ascii: "]"))
    default: copy(node, to: &out)
    }
  }

  private func copy(_ node: Int, to out: inout [UInt8]) {
    out.append(contentsOf: bytes[Int(nodes[node].start)..<Int(nodes[node].end)])
  }

  private mutating func writeObject(_ node: Int, to out: inout [UInt8]) {
    let first = order.count
    var key = node + 1
    while key < Int(nodes[node].next) {
      order.append(key)
      key = Int(nodes[key + 1].next)
    }
    sortKeys(from: first)
    out.append(UInt8(ascii: "{"))
    for index in first..<order.count {
      if index > first { out.append(UInt8(ascii: ",")) }
      writeMember(order[index], to: &out)
    }
    out.append(UInt8(ascii: "}"))
    order.removeLast(order.count - first)
  }

  private mutating func writeMember(_ key: Int, to out: inout [UInt8]) {
    let value = nodes[key + 1]
    let isScalar = value.kind != .beginObject && value.kind != .beginArray
    if isScalar, value.start == nodes[key].end + 1 {
      out.append(contentsOf: bytes[Int(nodes[key].start)..<Int(value.end)])
    } else {
      copy(key, to: &out)
      out.append(UInt8(ascii: ":"))
      write(key + 1, to: &out)
    }
  }

  private mutating func sortKeys(from first: Int) {
    if order.count - first > 32 {
      let sorted = order[first...].sorted { precedes($0, $1) }
      order.replaceSubrange(first..., with: sorted)
      return
    }
    for index in (first + 1)..<max(first + 1, order.count) {
      let key = order[index]
      var place = index
      while place > first, precedes(key, order[place - 1]) {
        order[place] = order[place - 1]
        place -= 1
      }
      order[place] = key
    }
  }

  /// The order of UTF-16 code units (RFC 8785 § 3.2.3), read off UTF-8: it differs from the order of bytes only
  /// in that scalars above U+FFFF (lead byte F0 and up) come before U+E000…U+FFFF (lead byte EE, EF).
  private func precedes(_ a: Int, _ b: Int) -> Bool {
    var i = Int(nodes[a].start) + 1
    var j = Int(nodes[b].start) + 1
    let aEnd = Int(nodes[a].end) - 1
    let bEnd = Int(nodes[b].end) - 1
    while i < aEnd, j < bEnd {
      let (x, y) = (bytes[i], bytes[j])
      if x != y { return rank(x) < rank(y) }
      i += 1
      j += 1
    }
    return i == aEnd && j < bEnd
  }

  private func rank(_ byte: UInt8) -> UInt8 { byte == 0xEE || byte == 0xEF ? byte + 0x10 : byte }
}
