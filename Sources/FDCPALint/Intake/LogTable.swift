internal import Crypto
internal import Foundation

/// A contact log that is read window by window, once its encoding and format are known.
struct LogTable: Sendable {
  let path: String
  let text: TextStore
  let isJSONLines: Bool
  /// What was said and what went wrong while its encoding was found out.
  let notices: [String]
  let problems: [Problem]
  /// Where the last byte that is no white space ends.
  let contentEnd: Int
  /// Whether any line ends in a newline; files of old Macintoshes have none.
  let hasNewline: Bool

  /// Bytes that are read at once.
  static let block = 1 << 20

  /// Finds out how a log is written, and its digest; a failure tells why nothing of it can be read.
  static func opened(_ source: Source) -> (table: Result<LogTable, Problem>, digest: String) {
    guard let file = source.file, let survey = FileSurvey(file, source.name) else {
      let bytes = source.bytes
      let digest = source.file?.digestOfPacked ?? FDCPALint.digest(bytes)
      return (inMemory(Source(name: source.name, bytes: bytes)), digest)
    }
    let digest = file.digestOfPacked ?? survey.digest
    return (.success(LogTable(survey, file, source.name)), digest)
  }

  private init(_ survey: FileSurvey, _ file: LogFile, _ path: String) {
    self.path = path
    text = .file(file, start: survey.start)
    isJSONLines = survey.isJSONLines
    notices = []
    problems = survey.problems
    contentEnd = survey.contentEnd - survey.start
    hasNewline = survey.hasNewline
  }

  private init(_ table: TableSource) {
    path = table.path
    text = .memory(table.text.bytes)
    isJSONLines = table.isJSONLines
    notices = table.text.notices
    problems = table.text.problems
    contentEnd = (table.text.bytes.lastIndex { $0 > UInt8(ascii: " ") } ?? -1) + 1
    hasNewline = table.text.bytes.contains(UInt8(ascii: "\n"))
  }

  private static func inMemory(_ source: Source) -> Result<LogTable, Problem> {
    TableSource.opened(source).map { LogTable($0) }
  }
}

/// What one reading of a file shows of its encoding and format.
///
/// Made for what logs mostly are: text in UTF-8. Anything else (another encoding, a binary format,
/// JSON that is not one object a line) is left to ``TableSource``, which holds all of a file.
private struct FileSurvey {
  var start = 0
  var isJSONLines = false
  var problems: [Problem] = []
  var contentEnd = 0
  var hasNewline = false
  var digest = ""

  init?(_ file: LogFile, _ path: String) {
    let head = file.bytes(0..<min(file.count, LogTable.block))
    start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let text = Array(head[start...])
    guard let isJSONLines = TableSource.isPlainJSONLines(text, path) else { return nil }
    self.isJSONLines = isJSONLines
    guard read(file, path) else { return nil }
  }

  /// Reads the whole file once; `false` where it is not all valid UTF-8.
  private mutating func read(_ file: LogFile, _ path: String) -> Bool {
    var hash = SHA256()
    var at = 0
    var rest: [UInt8] = []
    var hasZero = false
    while at < file.count {
      let block = file.bytes(at..<min(at + LogTable.block, file.count))
      guard !block.isEmpty else { return false }
      block.withUnsafeBytes { hash.update(bufferPointer: $0) }
      if let last = block.lastIndex(where: { $0 > UInt8(ascii: " ") }) {
        contentEnd = at + last + 1
      }
      hasNewline =
        hasNewline || ByteSearch.first(of: 10, in: block, from: 0, to: block.count) < block.count
      hasZero =
        hasZero || ByteSearch.first(of: 0, in: block, from: 0, to: block.count) < block.count
      let bytes = rest.isEmpty ? block : rest + block
      rest = []
      if let wrong = UTF8Check.firstInvalid(in: bytes) {
        guard at + block.count < file.count, UTF8Check.isUnfinished(bytes[wrong...]) else {
          return false
        }
        rest = Array(bytes[wrong...])
      }
      at += block.count
    }
    digest = hash.finalize().map { hex($0) }.joined()
    if hasZero { problems.append(DecodedText.zeros(path: path)) }
    return true
  }
}
