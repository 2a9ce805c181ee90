import Foundation
import Testing

/// A repository of the real git in a new folder, without anything of the user's own configuration.
struct GitRepository {
  let folder: URL

  /// Makes one and takes it away when the body returns.
  static func with(_ files: [String: String] = [:], _ body: (GitRepository) throws -> Void) throws {
    try Tool.withFiles(files) { folder in
      let repository = GitRepository(folder: folder)
      try repository.git("init", "-q", "-b", "main", ".")
      for (key, value) in [("user.name", "t"), ("user.email", "t@example.com")] {
        try repository.git("config", key, value)
      }
      try body(repository)
    }
  }

  @discardableResult
  func git(_ arguments: String..., expecting code: Int32? = 0) throws -> Tool.Result {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GIT_") }
    environment["GIT_CONFIG_GLOBAL"] = "/dev/null"
    environment["GIT_CONFIG_NOSYSTEM"] = "1"
    process.environment = environment
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let said = String(decoding: bytes, as: UTF8.self)
    if let code { #expect(process.terminationStatus == code, "git \(arguments): \(said)") }
    return Tool.Result(code: process.terminationStatus, output: said, errors: "")
  }

  func write(_ name: String, _ text: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  func tool(_ arguments: String..., below: String = "") throws -> Tool.Result {
    try Tool.run(arguments, in: below.isEmpty ? folder : folder.appending(path: below))
  }
}
