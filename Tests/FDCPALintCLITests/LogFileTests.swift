import Foundation
import Testing

/// Logs that are packed, piped, or in an old encoding.
@Suite struct LogFileTests {
  private static let log =
    "id,at,consumer,debts,direction,channel,outcome,note\n"
    + (0..<400).map {
      "r\($0),2026-04-01T10:00-04:00,c\($0 % 7),A,outbound,call,no_answer,she will be arrested\n"
    }.joined()

  /// The program's output, by way of a shell; `nil` where it is not installed.
  private func packed(by program: String) throws -> Data? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program, "-q", "-c"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(Self.log.utf8))
    try input.fileHandleForWriting.close()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? data : nil
  }

  private func audit(_ name: String, _ data: Data, input: String? = nil) throws -> Tool.Result {
    var result: Tool.Result?
    try Tool.withFiles([name: data]) { folder in
      result = try Tool.run(
        ["audit", input == nil ? name : "-", "--format", "jsonl", "--isolated"], input: input,
        in: folder)
    }
    return try #require(result)
  }

  @Test(arguments: [("gzip", ".gz"), ("zstd", ".zst")])
  func packedLogsAreReadAsTheyAre(program: String, ending: String) throws {
    let plain = try audit("log.csv", Data(Self.log.utf8))
    #expect(plain.code == 1)
    #expect(plain.objects("finding").count >= 400)
    guard let data = try packed(by: program) else {
      // Without the program there is nothing to read such a log with, and the tool says so.
      return
    }
    let result = try audit("log.csv\(ending)", data)
    #expect(result.code == 1)
    #expect(result.errors.isEmpty == plain.errors.isEmpty)
    #expect(result.output == plain.output.replacing("\"log.csv\"", with: "\"log.csv\(ending)\""))
  }

  @Test(arguments: [("gzip", ".gz"), ("zstd", ".zst")])
  func ofABrokenArchiveWhatCameOutIsReadAndAProblemTold(program: String, ending: String) throws {
    guard let data = try packed(by: program) else { return }
    let result = try audit("log.csv\(ending)", data.prefix(data.count * 9 / 10))
    #expect(result.code == 3)
    #expect(result.objects("problem").contains { $0["code"] as? String == "broken-archive" })
    #expect(result.errors.contains("hand in the whole file"))
  }

  @Test func aProgramThatIsMissingIsNamed() throws {
    guard let data = try packed(by: "gzip") else { return }
    try Tool.withFiles(["log.csv.gz": data]) { folder in
      let result = try Tool.run(
        ["audit", "log.csv.gz", "--format", "jsonl", "--isolated"], in: folder,
        environment: ["PATH": "/nowhere"])
      #expect(result.code == 3)
      #expect(
        result.objects("problem").map { $0["code"] as? String } == ["missing-program"])
      #expect(result.errors.contains("gzip"))
    }
  }

  @Test func standardInputIsReadAsAFileIs() throws {
    let file = try audit("log.csv", Data(Self.log.utf8))
    let piped = try audit("log.csv", Data(), input: Self.log)
    #expect(piped.code == 1)
    #expect(piped.output == file.output.replacing("\"log.csv\"", with: "\"<stdin>\""))
  }

  /// The report as one document holds what JSON Lines streams.
  @Test func theStreamHoldsWhatTheDocumentHolds() throws {
    try Tool.withFiles(["log.csv": Self.log]) { folder in
      let lines = try Tool.run(
        ["audit", "log.csv", "--format", "jsonl", "--isolated", "--jobs", "3"], in: folder)
      let both = try Tool.run(
        ["audit", "log.csv", "--format", "text", "--report", "jsonl=out.jsonl", "--isolated"],
        in: folder)
      let whole = try String(contentsOf: folder.appending(path: "out.jsonl"), encoding: .utf8)
      #expect(lines.output == whole)
      #expect(lines.code == both.code)
      #expect(lines.output.hasSuffix("\"exit\":1}\n"))
    }
  }
}
