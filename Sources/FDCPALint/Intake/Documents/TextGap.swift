/// What must stand between the words written and those that come next; the stronger one counts.
enum TextGap: Int, Comparable {
  case none, space, cell, line, paragraph

  static func < (left: TextGap, right: TextGap) -> Bool { left.rawValue < right.rawValue }

  var bytes: [UInt8] {
    switch self {
    case .none: []
    case .space: [32]
    case .cell: [32, 32]
    case .line: [10]
    case .paragraph: [10, 10]
    }
  }
}
