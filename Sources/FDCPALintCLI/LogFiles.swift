import FDCPALint
import Foundation

/// Opens contact logs and tables so that they are read when they are needed.
///
/// What cannot be read by position, a pipe or standard input, goes through a file without a name
/// first, and so does what is packed, by `gzip` and `zstd` as they are found on the user's `PATH`.
enum LogFiles {
  /// A packed log's format, by its first bytes.
  private enum Packing: CaseIterable {
    case gzip, zstd

    var mark: [UInt8] {
      switch self {
      case .gzip: [0x1F, 0x8B]
      case .zstd: [0x28, 0xB5, 0x2F, 0xFD]
      }
    }

    var program: String {
      switch self {
      case .gzip: "gzip"
      case .zstd: "zstd"
      }
    }
  }

  /// Takes a file over as a source, with a problem where only a part of it could be unpacked.
  ///
  /// - Parameter descriptor: An open file, pipe or terminal; closed in the end.
  static func source(
    name: String, taking descriptor: Int32
  ) throws(Problem) -> (source: Source, problem: Problem?) {
    let file: LogFile
    if let plain = LogFile(descriptor) {
      file = plain
    } else {
      let input = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
      file = try spooled(name) { output in
        while let part = try input.read(upToCount: 1 << 20), !part.isEmpty {
          try output.write(contentsOf: part)
        }
      }
    }
    let head = file.bytes(0..<min(4, file.count))
    guard let packing = Packing.allCases.first(where: { head.starts(with: $0.mark) }) else {
      return (Source(name: name, file: file), nil)
    }
    return try unpacked(file, packing, name)
  }

  private static func unpacked(
    _ file: LogFile, _ packing: Packing, _ name: String
  ) throws(Problem) -> (source: Source, problem: Problem?) {
    guard let program = Programs.find(packing.program) else {
      throw Problem(
        code: "missing-program", path: name, found: "compressed with \(packing.program)",
        expected: packing.program,
        message: "is compressed and \(packing.program), which unpacks it, is not installed; "
          + "install it, or unpack the file")
    }
    var reason: String?
    let plain = try spooled(name) { output in
      reason = try unpack(file, with: program, packing.program, into: output)
    }
    let problem = reason.map {
      Problem(
        code: "broken-archive", path: name, found: $0, expected: "a whole \(packing.program) file",
        message: "cannot be unpacked to its end (\($0)); what came out of it was read, "
          + "hand in the whole file")
    }
    return (Source(name: name, file: plain.packed(in: file)), problem)
  }

  /// - Returns: What the program complained of; `nil` if it unpacked all.
  private static func unpack(
    _ file: LogFile, with program: URL, _ name: String, into output: FileHandle
  ) throws -> String? {
    let process = Process()
    process.executableURL = program
    process.arguments = ["-q", "-d", "-c"]
    let complaints = Pipe()
    process.standardInput = FileHandle(fileDescriptor: file.rewound(), closeOnDealloc: true)
    process.standardOutput = output
    process.standardError = complaints
    try process.run()
    let words = (try? complaints.fileHandleForReading.readToEnd()) ?? nil
    process.waitUntilExit()
    guard process.terminationStatus != 0 else { return nil }
    let line = String(decoding: words ?? Data(), as: UTF8.self)
      .split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
      .first { !$0.isEmpty }
    return String((line ?? "\(name) left with \(process.terminationStatus)").prefix(200))
  }

  /// A file without a name, so that nothing of a log is left behind.
  private static func spooled(
    _ name: String, _ write: (FileHandle) throws -> Void
  ) throws(Problem) -> LogFile {
    do {
      let handle = try Spool.nameless()
      try write(handle)
      let copy = dup(handle.fileDescriptor)
      if let file = LogFile(copy) { return file }
      close(copy)
    } catch {
      throw Problem(
        code: "unreadable-file", path: name, found: "\(error.localizedDescription)",
        expected: "a file that may be read",
        message: "cannot be copied to \(FileManager.default.temporaryDirectory.path): "
          + "\(error.localizedDescription); make room there, or set TMPDIR to another folder")
    }
    throw Problem(
      code: "unreadable-file", path: name, expected: "a file that may be read",
      message: "cannot be read by position; copy it to a file")
  }
}

/// Files without a name for what is too long to be held.
enum Spool {
  static func nameless() throws -> FileHandle {
    let url = FileManager.default.temporaryDirectory.appending(path: "fdcpalint-\(UUID())")
    let isMade = FileManager.default.createFile(
      atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o600])
    guard isMade else { throw CocoaError(.fileWriteUnknown) }
    let handle = try FileHandle(forUpdating: url)
    try FileManager.default.removeItem(at: url)
    return handle
  }
}

/// Programs that are found on the user's `PATH`.
enum Programs {
  static func find(_ name: String) -> URL? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { URL(filePath: "\($0)/\(name)") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}
