import Foundation

/// The built command line, run as a user runs it.
enum Tool {
  struct Result {
    var code: Int32
    var output: String
    var errors: String

    /// Lines of JSON Lines output, by their `type`.
    func objects(_ type: String) -> [[String: Any]] {
      output.split(separator: "\n").compactMap { line in
        let value = try? JSONSerialization.jsonObject(with: Data(line.utf8))
        guard let object = value as? [String: Any], object["type"] as? String == type else {
          return nil
        }
        return object
      }
    }
  }

  /// The folder that the tests' own program was built into holds the tool as well.
  static let url: URL = {
    let here = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return here.deletingLastPathComponent().appending(path: "fdcpalint")
  }()

  /// The package's folder.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func run(
    _ arguments: [String], input: String? = nil, in folder: URL? = nil,
    environment: [String: String]? = nil
  ) throws -> Result {
    let process = Process()
    if let environment { process.environment = environment }
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = folder ?? root
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    if let input {
      let pipe = Pipe()
      process.standardInput = pipe
      try process.run()
      try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
      try pipe.fileHandleForWriting.close()
    } else {
      process.standardInput = FileHandle.nullDevice
      try process.run()
    }
    // What the tool says on standard error in these tests fits into a pipe's buffer.
    let outputBytes = output.fileHandleForReading.readDataToEndOfFile()
    let errorBytes = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      code: process.terminationStatus, output: String(decoding: outputBytes, as: UTF8.self),
      errors: String(decoding: errorBytes, as: UTF8.self))
  }

  /// A new folder with files, gone when the body returns.
  static func withFiles(_ files: [String: String], _ body: (URL) throws -> Void) throws {
    try withFiles(files.mapValues { Data($0.utf8) }, body)
  }

  static func withFiles(_ files: [String: Data], _ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "fdcpalint-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, data) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: file)
    }
    try body(folder)
  }
}
