import FDCPALint
import Foundation
import Synchronization

extension DocumentConverter {
  /// `pandoc` and `pdftotext` as they are found on the user's `PATH`.
  static let programs = DocumentConverter { format, bytes in
    switch format {
    case .docx:
      // In its sandbox it opens no file that the document names, and it may not eat the machine.
      Converter(
        program: "pandoc", package: "pandoc",
        arguments: [
          "--from=docx", "--to=html", "--wrap=none", "--sandbox", "+RTS", "-M1g", "-RTS",
        ]
      ).run(on: bytes)
    case .pdf:
      Converter(
        program: "pdftotext", package: "poppler-utils", arguments: ["-enc", "UTF-8", "-", "-"]
      ).run(on: bytes)
    }
  }
}

/// One run of a program that reads a document from standard input and prints its text.
///
/// Foundation's `Process` does it: the programs read one file and print one text, and a package for
/// subprocesses would bring its own dependencies for no more than this.
private struct Converter {
  let program: String
  let package: String
  let arguments: [String]

  /// Seconds that a program may take for one document.
  private static let timeLimit = 60

  func run(on bytes: [UInt8]) -> DocumentConverter.Outcome {
    guard let executable = Self.find(program) else {
      return .missing(program: program, package: package)
    }
    do {
      return try run(executable, on: bytes)
    } catch {
      return .refused(program: program, reason: "it could not be started: \(error)")
    }
  }

  private static func find(_ program: String) -> URL? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { URL(filePath: "\($0)/\(program)") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  private func run(_ executable: URL, on bytes: [UInt8]) throws -> DocumentConverter.Outcome {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.standardInput = try Self.nameless(bytes)
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    let done = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in done.signal() }
    try process.run()
    // Both are read at once: a program that has filled one pipe waits for its reader.
    let words = Drain(errors.fileHandleForReading)
    let text = Drain(output.fileHandleForReading)
    guard done.wait(timeout: .now() + .seconds(Self.timeLimit)) == .success else {
      process.terminate()
      if done.wait(timeout: .now() + .seconds(2)) != .success {
        kill(process.processIdentifier, SIGKILL)
      }
      return .tooSlow(program: program, seconds: Self.timeLimit)
    }
    let printed = text.bytes()
    guard process.terminationStatus == 0 else {
      let line = String(decoding: words.bytes(), as: UTF8.self).split(whereSeparator: \.isNewline)
        .map(String.init).first { !$0.isEmpty } ?? "exit code \(process.terminationStatus)"
      return .refused(program: program, reason: String(line.prefix(200)))
    }
    return .text(printed)
  }

  /// The bytes as a file without a name, so that nothing of a letter is left behind.
  private static func nameless(_ bytes: [UInt8]) throws -> FileHandle {
    let url = FileManager.default.temporaryDirectory.appending(path: "fdcpalint-\(UUID())")
    let isMade = FileManager.default.createFile(
      atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o600])
    guard isMade else { throw CocoaError(.fileWriteUnknown) }
    let handle = try FileHandle(forUpdating: url)
    try FileManager.default.removeItem(at: url)
    try handle.write(contentsOf: Data(bytes))
    try handle.seek(toOffset: 0)
    return handle
  }
}

/// Reads a pipe to its end on a thread of its own.
private final class Drain: Sendable {
  private let done = DispatchSemaphore(value: 0)
  private let data = Mutex(Data())

  init(_ handle: FileHandle) {
    Thread {
      let read = (try? handle.readToEnd()) ?? Data()
      self.data.withLock { $0 = read }
      self.done.signal()
    }.start()
  }

  /// All of it, once the other end is closed. To be asked once.
  func bytes() -> [UInt8] {
    done.wait()
    return data.withLock { [UInt8]($0) }
  }
}
