extension Array<UInt64> {
  /// Sorts numbers that are spread evenly without more memory; `sort` takes half as much again.
  ///
  /// «American flag sort»: the numbers change places until those with the same first byte stand together, and
  /// so on with the next byte of each such group.
  mutating func sorterPåPlass() {
    withUnsafeMutableBufferPointer { sorter($0, bit: 56) }
  }
}

/// Sorts numbers that are the same above the byte at this bit.
private func sorter(_ tall: UnsafeMutableBufferPointer<UInt64>, bit: UInt64) {
  guard tall.count > 24 else { return settInn(tall) }
  var slutt = [Int](repeating: 0, count: 256)
  for tall in tall { slutt[byte(tall, bit)] += 1 }
  for gruppe in 1..<256 { slutt[gruppe] += slutt[gruppe - 1] }
  var neste = [0] + slutt.dropLast()
  for gruppe in 0..<256 {
    while neste[gruppe] < slutt[gruppe] {
      let riktig = byte(tall[neste[gruppe]], bit)
      tall.swapAt(neste[gruppe], neste[riktig])
      neste[riktig] += 1
    }
  }
  guard bit > 0 else { return }
  var start = 0
  for slutt in slutt where slutt > start {
    sorter(UnsafeMutableBufferPointer(rebasing: tall[start..<slutt]), bit: bit - 8)
    start = slutt
  }
}

/// Sorts a few numbers.
private func settInn(_ tall: UnsafeMutableBufferPointer<UInt64>) {
  for index in tall.indices.dropFirst() {
    let verdi = tall[index]
    var plass = index
    while plass > 0, tall[plass - 1] > verdi {
      tall[plass] = tall[plass - 1]
      plass -= 1
    }
    tall[plass] = verdi
  }
}

private func byte(_ tall: UInt64, _ bit: UInt64) -> Int { Int(truncatingIfNeeded: tall >> bit & 0xFF) }
