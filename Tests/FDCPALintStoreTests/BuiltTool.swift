import Foundation

/// The built command line, run as a user runs it, and killed at will.
enum BuiltTool {
  struct Run {
    var output: Data
    /// `nil`: it was killed.
    var code: Int32?
  }

  private static let tool = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "fdcpalint")

  /// - Parameter isOver: Asked until it says so or the run has ended; then the run is killed.
  static func run(
    _ arguments: [String], in folder: URL, killedWhen isOver: (() -> Bool)? = nil
  ) throws -> Run {
    let process = Process()
    process.executableURL = tool
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let output = folder.appending(path: "output")
    try Data().write(to: output)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    if let isOver {
      while process.isRunning, !isOver() { usleep(500) }
      kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
    return Run(
      output: try Data(contentsOf: output),
      code: process.terminationReason == .exit ? process.terminationStatus : nil)
  }
}
