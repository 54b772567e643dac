import CZip

/// An archive that is read an entry at a time.
///
/// Nothing is taken on trust: an entry ends with a fault where it holds more bytes than it may, whatever the archive
/// says of its size, and where its checksum is another.
final class ZipArchive {
  private let archive: OpaquePointer
  /// Most entries.
  private static let mostEntries: Int64 = 10_000

  /// - Throws: ``SpreadsheetFault`` for what is no archive.
  init(_ path: String) throws(SpreadsheetFault) {
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_RDONLY, &code) else { throw .notAnArchive }
    self.archive = archive
    let count = zip_get_num_entries(archive, 0)
    var names: Set<String> = []
    guard (0...Self.mostEntries).contains(count) else { throw .notAnArchive }
    for index in 0..<count {
      guard let name = zip_get_name(archive, UInt64(index), 0) else { throw .notAnArchive }
      // Of two entries of a name every program reads another.
      guard names.insert(String(cString: name)).inserted else { throw .notAnArchive }
    }
  }

  deinit { zip_discard(archive) }

  /// True where there is such an entry.
  func has(_ name: String) -> Bool { zip_name_locate(archive, name, 0) >= 0 }

  /// An entry from its start.
  /// - Parameters:
  ///   - name: of the entry.
  ///   - most: bytes it may have.
  /// - Returns: its bytes, none of them read.
  /// - Throws: ``SpreadsheetFault`` where there is none, or it cannot be opened.
  func entry(_ name: String, most: Int) throws(SpreadsheetFault) -> ZipEntry {
    let index = zip_name_locate(archive, name, 0)
    guard index >= 0 else { throw .missing(name) }
    guard let file = zip_fopen_index(archive, UInt64(index), 0) else { throw .damaged(name) }
    var status = zip_stat_t()
    let isLong = zip_stat_index(archive, UInt64(index), 0, &status) == 0 && status.size > 4 << 20
    return ZipEntry(file, name: name, most: most, isLong: isLong, archive: self)
  }
}

/// The bytes of an entry, in order.
final class ZipEntry {
  let name: String
  /// Bytes it may have.
  let most: Int
  /// True where it says of itself that it is worth a thread.
  let isLong: Bool
  /// Why reading ended early; nil while all is well.
  private(set) var fault: SpreadsheetFault?
  private let file: OpaquePointer
  private let archive: ZipArchive
  private var count = 0

  fileprivate init(_ file: OpaquePointer, name: String, most: Int, isLong: Bool, archive: ZipArchive) {
    (self.file, self.name, self.most, self.isLong, self.archive) = (file, name, most, isLong, archive)
  }

  deinit { zip_fclose(file) }

  /// Reads up to `size` bytes; 0 at the end, -1 with a ``fault``.
  func read(into place: UnsafeMutableRawPointer, _ size: Int) -> Int {
    guard fault == nil else { return -1 }
    let got = Int(zip_fread(file, place, UInt64(max(0, size))))
    guard got >= 0 else {
      fault = .damaged(name)
      return -1
    }
    count += got
    guard count <= most else {
      fault = .tooLarge(name, most)
      return -1
    }
    return got
  }
}
