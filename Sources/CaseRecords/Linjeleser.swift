#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Reads a file line by line, holding no more than one line and a piece of the file in memory.
///
/// A piece is never changed once it has been read: records may go on pointing into it (`Posttekst`).
struct Linjeleser: ~Copyable {
  /// The bytes that have been read and not yet been passed by.
  private(set) var buffer: [UInt8]
  /// Whether the file could be opened and read so far.
  private(set) var erLest = true
  private var fd: Int32
  private let eierFd: Bool
  private var erSlutt = false
  private var neste = 0
  private var linje = 0
  /// How much of the file has not been read, as far as is known.
  private var igjen = Int.max / 2
  /// Whether the size of the file is known.
  private var erKjent = false

  /// Whether each piece is read over the last one: nothing then points into what has been passed by.
  private var overskriver = false

  private static let stykke = 256 * 1024

  /// A line without its line break, as a range of `buffer`, and its number, from 1.
  struct Linje {
    var range: Range<Int>
    var nummer: Int
    /// Whether the line was too long to be kept; the range is then empty.
    var erForLang = false
    /// How much of the file comes after it, as far as is known.
    var igjen = 0
  }

  /// `overskriver`: the pieces are not kept, and take one another's place in memory.
  init(sti: String, overskriver: Bool) {
    buffer = []
    self.overskriver = overskriver
    fd = open(sti, O_RDONLY)
    eierFd = true
    erLest = fd >= 0
    erSlutt = fd < 0
    var info = stat()
    erKjent = fstat(fd, &info) == 0 && info.st_mode & S_IFMT == S_IFREG
    if erKjent { igjen = Int(info.st_size) }
  }

  init(standardInn: Void) {
    buffer = []
    fd = 0
    eierFd = false
  }

  init(_ bytes: [UInt8]) {
    buffer = bytes
    fd = -1
    eierFd = false
    erSlutt = true
  }

  deinit { if eierFd, fd >= 0 { close(fd) } }

  /// The next line; it is valid until the one after it is asked for.
  mutating func nesteLinje() -> Linje? {
    var sett = neste
    while true {
      if let slutt = lineBreak(from: sett) { return gåForbi(slutt, skille: 1) }
      if erSlutt { return neste < buffer.count ? gåForbi(buffer.count, skille: 0) : nil }
      if buffer.count - neste > Sakleser.størstePost { return hoppOver() }
      sett = buffer.count - neste
      lesStykke(behold: neste)
      neste = 0
    }
  }

  private mutating func gåForbi(_ slutt: Int, skille: Int) -> Linje {
    let range = neste..<slutt
    neste = slutt + skille
    linje += 1
    let erForLang = range.count > Sakleser.størstePost
    return Linje(
      range: erForLang ? 0..<0 : range, nummer: linje, erForLang: erForLang,
      igjen: erKjent ? max(0, igjen) + buffer.count - neste : 0)
  }

  /// Everything from a place of the buffer to the end of the file; nil when it is more than `grense` bytes.
  mutating func resten(fra start: Int, grense: Int) -> Range<Int>? {
    while !erSlutt, buffer.count - start <= grense { lesStykke(behold: 0) }
    neste = buffer.count
    return erSlutt && buffer.count - start <= grense ? start..<buffer.count : nil
  }

  private func lineBreak(from start: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, start < bytes.count,
        let found = memchr(base + start, 0x0A, bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  private mutating func hoppOver() -> Linje {
    linje += 1
    while true {
      if let slutt = lineBreak(from: 0) {
        neste = slutt + 1
        break
      }
      neste = buffer.count
      if erSlutt { break }
      lesStykke(behold: neste)
      neste = 0
    }
    return Linje(range: 0..<0, nummer: linje, erForLang: true)
  }

  /// Makes a new piece: what is still to be used of the last one, and as much again of the file or more.
  private mutating func lesStykke(behold start: Int) {
    let rest = buffer.count - start
    // One byte more than is left, so that the end of the file is met at once.
    let mer = max(1024, min(max(Linjeleser.stykke, rest), max(igjen, 0) + 1))
    var antall = -1
    if overskriver {
      buffer.removeSubrange(..<start)
    } else {
      let beholdt = buffer[start...]
      buffer = []
      buffer.reserveCapacity(rest + mer)
      buffer += beholdt
    }
    buffer.append(addingCapacity: mer) { plass in
      plass.withUnsafeMutableBufferPointer { bytes, count in
        repeat {
          antall = read(fd, bytes.baseAddress.map { $0 + count }, bytes.count - count)
          count += max(0, antall)
        } while count < bytes.count && (antall > 0 || antall < 0 && errno == EINTR)
      }
    }
    igjen -= buffer.count - rest
    if antall <= 0 { erSlutt = true }
    if antall < 0 { erLest = false }
  }
}
