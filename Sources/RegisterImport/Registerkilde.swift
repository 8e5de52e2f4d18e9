import Foundation

/// Where a register file is read from: a file is read as a stream, an upload lies in memory.
enum Registerkilde {
  case fil(String)
  case minne(Data)

  /// The first bytes, for a look before the XML parser sees them.
  func begynnelse(_ antall: Int) throws(Importfeil) -> [UInt8] {
    switch self {
    case .minne(let data): return [UInt8](data.prefix(antall))
    case .fil(let path):
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
        let handle = FileHandle(forReadingAtPath: path)
      else { throw Prolog.uleselig }
      defer { try? handle.close() }
      do { return [UInt8](try handle.read(upToCount: antall) ?? Data()) } catch { throw Prolog.uleselig }
    }
  }

  /// The bytes from the beginning.
  func strøm() throws(Importfeil) -> InputStream {
    switch self {
    case .minne(let data): return InputStream(data: data)
    case .fil(let path):
      guard let stream = InputStream(fileAtPath: path) else { throw Prolog.uleselig }
      return stream
    }
  }
}
