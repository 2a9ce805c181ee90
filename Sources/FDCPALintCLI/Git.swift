import FDCPALint
import Foundation

/// Runs git. Its own environment is passed on: in a hook it says which index is about to be
/// committed.
enum Git {
  struct Failure: Error {
    let message: String
  }

  /// What git writes to standard output.
  ///
  /// - Parameter input: For its standard input.
  /// - Throws: ``Failure`` with git's own words.
  static func run(_ arguments: [String], input: Data? = nil) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    var file: URL?
    defer { if let file { try? FileManager.default.removeItem(at: file) } }
    if let input {
      // From a file, for git writes while it reads and neither pipe holds everything.
      let url = FileManager.default.temporaryDirectory.appending(path: "fdcpalint-\(UUID())")
      try input.write(to: url)
      file = url
      process.standardInput = try FileHandle(forReadingFrom: url)
    }
    do { try process.run() } catch {
      throw Failure(message: "git cannot be run; install it, or check files without --staged")
    }
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let words =
        String(decoding: said, as: UTF8.self)
        .split(whereSeparator: \.isNewline).first.map(String.init) ?? "it gives no reason"
      throw Failure(message: "git \(arguments.first { !$0.hasPrefix("-") } ?? ""): \(words)")
    }
    return [UInt8](bytes)
  }

  /// One line of output.
  static func line(_ arguments: [String]) throws -> String {
    var bytes = try run(arguments)
    if bytes.last == 10 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
