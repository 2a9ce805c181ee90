import FDCPALint
import Foundation

/// A path as the system knows it: bytes, which need be no UTF-8.
struct PathBytes: Hashable {
  /// Without the closing zero.
  let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// A path from the command line. Swift repairs what is no UTF-8 there, so that the bytes must be
  /// taken from the arguments as the system gave them.
  init(argument: String) {
    var bytes = Array(argument.utf8)
    if argument.unicodeScalars.contains("\u{FFFD}") {
      for index in 1..<max(1, Int(CommandLine.argc)) {
        guard let pointer = CommandLine.unsafeArgv[index] else { continue }
        let given = UnsafeBufferPointer(start: pointer, count: strlen(pointer)).map {
          UInt8(bitPattern: $0)
        }
        if String(decoding: given, as: UTF8.self) == argument { bytes = given }
      }
    }
    self.bytes = bytes
  }

  /// For people: what is no UTF-8 as U+FFFD.
  var shown: String { String(decoding: bytes, as: UTF8.self) }

  /// What stands behind the last full stop of its name, in small letters.
  var ending: String {
    let name = bytes.split(separator: UInt8(ascii: "/")).last ?? []
    let parts = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count > 1, let last = parts.last else { return "" }
    return String(decoding: last, as: UTF8.self).lowercased()
  }

  func appending(_ name: [UInt8]) -> PathBytes {
    PathBytes(bytes: bytes.last == UInt8(ascii: "/") ? bytes + name : bytes + [0x2F] + name)
  }

  private func withPath<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return body("") }
      return body(start)
    }
  }

  // MARK: What the system says of it

  /// Follows links.
  private var status: stat? {
    var status = stat()
    return withPath { stat($0, &status) } == 0 ? status : nil
  }

  private static func type(_ status: stat) -> mode_t { status.st_mode & mode_t(S_IFMT) }

  var isFolder: Bool { status.map { Self.type($0) == mode_t(S_IFDIR) } ?? false }
  var isLink: Bool {
    var link = stat()
    return withPath { lstat($0, &link) } == 0 && Self.type(link) == mode_t(S_IFLNK)
  }

  var isFile: Bool { status.map { Self.type($0) == mode_t(S_IFREG) } ?? false }

  /// What tells one folder from another, however it is reached.
  var identity: [UInt64]? { status.map { [UInt64($0.st_dev), UInt64($0.st_ino)] } }

  /// The names in a folder, in the order of their bytes; `nil` if it cannot be opened.
  var names: [[UInt8]]? {
    guard let folder = withPath({ opendir($0) }) else { return nil }
    defer { closedir(folder) }
    var names: [[UInt8]] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The file, open for reading.
  func opened() throws(Problem) -> Int32 {
    let file = withPath { open($0, O_RDONLY) }
    guard file >= 0 else { throw refusal(errno) }
    var status = stat()
    guard fstat(file, &status) == 0, Self.type(status) == mode_t(S_IFDIR) else { return file }
    close(file)
    throw refusal(EISDIR)
  }

  /// The file's bytes.
  ///
  /// - Parameter judge: Is told the size of a regular file before it is read, and may refuse it.
  func contents(_ judge: (Int) throws(Problem) -> Void) throws(Problem) -> [UInt8] {
    let file = withPath { open($0, O_RDONLY) }
    guard file >= 0 else { throw refusal(errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw refusal(errno) }
    let size = Int(status.st_size)
    if Self.type(status) == mode_t(S_IFREG) { try judge(size) }
    var bytes: [UInt8] = []
    var failure: Int32 = 0
    repeat {
      let room = max(size - bytes.count + 1, 1 << 16)
      let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        let got = Foundation.read(file, buffer.baseAddress, room)
        if got < 0 { failure = errno }
        count = max(0, got)
      }
      guard failure == 0 else { throw refusal(failure) }
      guard !part.isEmpty else { return bytes }
      if bytes.isEmpty { bytes = part } else { bytes += part }
    } while true
  }

  private func refusal(_ code: Int32) -> Problem {
    switch code {
    case ENOENT where isLink:
      return Problem(
        code: "missing-file", path: shown, found: "a link to nothing", expected: "a file",
        message: "links to a file that is not there; mend the link or take it out")
    case ENOENT, ENOTDIR:
      return Problem(
        code: "missing-file", path: shown, expected: "a file or folder",
        message: "no such file; check the path, which is read from the working directory")
    case ELOOP:
      return Problem(
        code: "link-loop", path: shown, found: "links that lead round in a circle",
        expected: "a file", message: "cannot be reached; mend the link or take it out")
    default:
      let reason = String(cString: strerror(code))
      return Problem(
        code: "unreadable-file", path: shown, found: reason, expected: "a file that may be read",
        message: "cannot be read: \(reason); check its rights")
    }
  }
}
