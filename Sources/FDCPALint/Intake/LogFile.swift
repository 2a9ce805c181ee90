internal import Crypto
internal import Foundation

/// A file that stays open, so that parts of it are read when they are needed and none is kept.
///
/// Read by position rather than mapped: a file that is cut short while it is read then lacks bytes,
/// which is told, instead of ending the program.
public final class LogFile: Sendable {
  private let descriptor: Int32
  /// Its size in bytes when it was opened.
  public let count: Int
  private let changed: timespec
  /// The file that this one was unpacked from.
  private let packed: LogFile?

  /// Takes an open file over, and closes it in the end.
  ///
  /// - Returns: `nil`, with the descriptor left open, for what cannot be read by position: a pipe,
  ///   a terminal.
  public init?(_ descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & mode_t(S_IFMT) == mode_t(S_IFREG) else {
      return nil
    }
    self.descriptor = descriptor
    count = Int(status.st_size)
    changed = Self.changed(status)
    packed = nil
  }

  private init(_ plain: LogFile, packed: LogFile) {
    descriptor = dup(plain.descriptor)
    count = plain.count
    changed = plain.changed
    self.packed = packed
  }

  /// The same file, known to be unpacked from another, whose bytes a report's digest is of.
  public func packed(in file: LogFile) -> LogFile { LogFile(self, packed: file) }

  /// A descriptor of its own that begins at the first byte, for another program.
  public func rewound() -> Int32 {
    lseek(descriptor, 0, SEEK_SET)
    return dup(descriptor)
  }

  deinit { close(descriptor) }

  /// Reads a part; less than that where the file has become shorter.
  public func bytes(_ range: Range<Int>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      while count < range.count {
        let got = pread(
          descriptor, base + count, range.count - count, off_t(range.lowerBound + count))
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { return }
        count += got
      }
    }
  }

  /// Whether somebody wrote to it after it was opened, so that what was read does not fit together.
  public var hasChanged: Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return true }
    let now = Self.changed(status)
    return Int(status.st_size) != count || now.tv_sec != changed.tv_sec
      || now.tv_nsec != changed.tv_nsec
  }

  /// The SHA-256, in hexadecimal, of what the user handed in where that is not this file's own.
  var digestOfPacked: String? {
    guard let packed else { return nil }
    var hash = SHA256()
    for start in stride(from: 0, to: packed.count, by: 1 << 20) {
      packed.bytes(start..<min(start + 1 << 20, packed.count)).withUnsafeBytes {
        hash.update(bufferPointer: $0)
      }
    }
    return hash.finalize().map { hex($0) }.joined()
  }

  private static func changed(_ status: stat) -> timespec {
    #if canImport(Darwin)
      status.st_mtimespec
    #else
      status.st_mtim
    #endif
  }
}
