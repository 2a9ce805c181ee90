import FDCPALint
import Foundation
import Synchronization

extension DocumentConverter {
  /// `unzip` and `pdftotext` as they are found on the user's `PATH`.
  static let programs = DocumentConverter { format, bytes in
    switch format {
    case .docx:
      Converter(
        program: "unzip", package: "unzip",
        arguments: ["-p", "/dev/stdin"]
          + ["document", "footnotes", "endnotes", "header*", "footer*"].map { "word/\($0).xml" },
        // Not every document has every part (11); one may come with a warning (1).
        fineCodes: [0, 1, 11]
      ).run(on: bytes)
    case .pdf:
      Converter(
        program: "pdftotext", package: "poppler-utils",
        // Rows of tables stay whole in the order in which the page was written.
        arguments: ["-raw", "-enc", "UTF-8", "-", "-"]
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
  /// Codes with which it leaves when it has read the document.
  var fineCodes: Set<Int32> = [0]

  /// Seconds that a program may take for one document.
  private static let timeLimit = 60

  func run(on bytes: [UInt8]) -> DocumentConverter.Outcome {
    guard let executable = Programs.find(program) else {
      return .missing(program: program, package: package)
    }
    do {
      return try run(executable, on: bytes)
    } catch {
      return .refused(program: program, reason: "it could not be started: \(error)")
    }
  }

  private func run(_ executable: URL, on bytes: [UInt8]) throws -> DocumentConverter.Outcome {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.standardInput = try Self.nameless(bytes)
    let (output, complaints) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = complaints
    let done = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in done.signal() }
    try process.run()
    // Both are read at once: a program that has filled one pipe waits for its reader.
    let words = Drain(complaints.fileHandleForReading)
    let text = Drain(output.fileHandleForReading)
    guard done.wait(timeout: .now() + .seconds(Self.timeLimit)) == .success else {
      process.terminate()
      if done.wait(timeout: .now() + .seconds(2)) != .success {
        kill(process.processIdentifier, SIGKILL)
      }
      return .tooSlow(program: program, seconds: Self.timeLimit)
    }
    guard let printed = text.bytes() else {
      return .refused(program: program, reason: "more than \(Drain.limit) bytes of text")
    }
    let errors = String(decoding: words.bytes() ?? [], as: UTF8.self)
    guard fineCodes.contains(process.terminationStatus), !printed.isEmpty || errors.isEmpty else {
      let line = errors.split(whereSeparator: \.isNewline)
        .map { $0.trimmingCharacters(in: .whitespaces) }
        .first { !$0.isEmpty && !$0.contains("/dev/stdin") }
      return .refused(
        program: program,
        reason: String((line ?? "exit code \(process.terminationStatus)").prefix(200)))
    }
    return .text(printed)
  }

  /// The bytes as a file without a name, so that nothing of a letter is left behind.
  private static func nameless(_ bytes: [UInt8]) throws -> FileHandle {
    let handle = try Spool.nameless()
    try handle.write(contentsOf: Data(bytes))
    try handle.seek(toOffset: 0)
    return handle
  }
}

/// Reads a pipe to its end on a thread of its own.
private final class Drain: Sendable {
  /// The most bytes that are taken: a small archive may hold endless text.
  static let limit = 64 << 20

  private let done = DispatchSemaphore(value: 0)
  private let data = Mutex<Data?>(nil)

  init(_ handle: FileHandle) {
    Thread {
      var read = Data()
      while let part = try? handle.read(upToCount: 1 << 20), !part.isEmpty, read.count <= Self.limit
      {
        read += part
      }
      // Closed before its end, it stops the program that writes to it.
      try? handle.close()
      let whole = read
      self.data.withLock { $0 = whole.count <= Self.limit ? whole : nil }
      self.done.signal()
    }.start()
  }

  /// All of it, once the other end is closed; `nil` if there was too much. To be asked once.
  func bytes() -> [UInt8]? {
    done.wait()
    return data.withLock { $0.map { [UInt8]($0) } }
  }
}
