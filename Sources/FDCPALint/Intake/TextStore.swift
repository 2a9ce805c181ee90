/// A table's text as valid UTF-8, at hand or in the file that it came from.
enum TextStore: Sendable {
  case memory([UInt8])
  /// A file that is valid UTF-8, and where its text begins.
  case file(LogFile, start: Int)

  var count: Int {
    switch self {
    case .memory(let bytes): bytes.count
    case .file(let file, let start): file.count - start
    }
  }

  /// A part of the text; less where the file was cut short meanwhile.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    switch self {
    case .memory(let bytes):
      range.count == bytes.count ? bytes : Array(bytes[range])
    case .file(let file, let start):
      file.bytes(range.lowerBound + start..<range.upperBound + start)
    }
  }
}
