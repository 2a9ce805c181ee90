/// Where the lines of a text begin, so that many places in it are told at once.
struct LineStarts: Sendable {
  private let starts: [Int]
  private let isASCII: Bool

  init(_ text: [UInt8]) {
    var starts = [0]
    var index = 0
    while index < text.count {
      index = ByteSearch.first(of: 10, in: text, from: index, to: text.count) + 1
      if index <= text.count { starts.append(index) }
    }
    self.starts = starts
    isASCII = FoldedText.isASCII(text)
  }

  /// Line and column of an offset, both from 1; columns count Unicode scalars.
  func place(of offset: Int, in text: [UInt8]) -> (line: Int, column: Int) {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    let start = starts[low - 1]
    let column = isASCII ? offset - start : Self.scalars(in: text, start, offset)
    return (low, column + 1)
  }

  private static func scalars(in text: [UInt8], _ start: Int, _ end: Int) -> Int {
    text.withUnsafeBufferPointer { text in
      var count = 0
      for index in start..<end where text[index] & 0xC0 != 0x80 { count += 1 }
      return count
    }
  }
}
