/// One thing wrong in a pack's file, pointed at where it stands.
public struct PackProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// Path below the folder of packs.
  public let file: String
  /// From 1; 0 where the whole file is meant.
  public let line: Int
  public let column: Int
  public let message: String

  public init(file: String, line: Int, column: Int, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  public var description: String {
    line == 0 ? "\(file): \(message)" : "\(file):\(line):\(column): \(message)"
  }
}

/// Everything found wrong in a set of packs, in the order of files and lines.
public struct PackError: Error, Sendable, CustomStringConvertible {
  public let problems: [PackProblem]

  public init(problems: [PackProblem]) { self.problems = problems }

  public var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// Collects problems while reading goes on, so that an author sees all of them at once.
package final class ProblemSink {
  let file: String
  package private(set) var problems: [PackProblem] = []

  package init(file: String) { self.file = file }

  func report(_ message: String, line: Int = 0, column: Int = 0) {
    problems.append(PackProblem(file: file, line: line, column: column, message: message))
  }
}
